"""A whole assignment, several notebooks a hand-in: marks of each, feedback without hidden text, what is missing."""

import json

import attack_suite
import pytest

from course_lib.grading import demo, samples
from course_lib.grading.autograde import read_record
from course_lib.grading.course import Course

SEED = "00ff00ff00ff00ff00ff00ff00ff00ff"


@pytest.fixture(scope="module")
def folder(course, specs, tmp_path_factory):
    """Four students: all notebooks right; two of four; blanks; and files under others' names."""
    place = tmp_path_factory.mktemp("whole") / "class"
    demo.make(course, place, whole=True)
    for student in (place / "submitted").iterdir():
        for file in (student / demo.ASSIGNMENT).iterdir():
            file.unlink()
        (student / demo.ASSIGNMENT).rmdir()
        student.rmdir()
    solved = {name: samples.as_bytes(samples.solved(spec)) for name, spec in specs.items()}
    blank = {name: samples.as_bytes(samples.released(spec)) for name, spec in specs.items()}
    hands = {
        "all_right": {f"{name}.ipynb": data for name, data in solved.items()},
        "two_of_four": {f"{name}.ipynb": solved[name] for name in ("theory", "low_rank")},
        "all_blank": {f"{name}.ipynb": data for name, data in blank.items()},
        "renamed": {f"hand-in {k} ({k}).ipynb.txt": data for k, data in enumerate(solved.values())},
    }
    for student, files in hands.items():
        target = place / "submitted" / student / demo.ASSIGNMENT
        target.mkdir(parents=True)
        for name, data in files.items():
            (target / name).write_bytes(data)
    (place / "gradebook.seed").write_text(json.dumps({demo.ASSIGNMENT: SEED}), encoding="utf-8")
    demo.run_nbgrader(place, "autograde", demo.ASSIGNMENT)
    demo.run_nbgrader(place, "generate_feedback", demo.ASSIGNMENT)
    return place


def points(folder, student: str) -> dict[str, float]:
    course = Course(folder, Course.find().settings)
    names = (p.stem for p in (folder / "source" / demo.ASSIGNMENT).glob("*.ipynb"))
    records = {name: read_record(course, demo.ASSIGNMENT, student, name) for name in names}
    return {name: sum(t["points"] for t in record["tests"]) for name, record in records.items()}


def test_each_notebook_is_marked_for_itself(folder, specs):
    full = {name: sum(t.points for t in spec.tests) for name, spec in specs.items()}
    assert points(folder, "all_right") == full == points(folder, "renamed")
    assert points(folder, "two_of_four") == {n: full[n] if n in ("theory", "low_rank") else 0 for n in specs}
    assert points(folder, "all_blank") == dict.fromkeys(specs, 0.0)


def test_the_points_of_the_assignment_sum_to_100(specs):
    optional = {
        c.question
        for spec in specs.values()
        for c in spec.cells
        if c.role == "statement" and ", optional" in c.released
    }
    graded = [c for spec in specs.values() for c in spec.graded]
    assert sum(c.points for c in graded if c.question not in optional) == 100
    assert sum(c.points for c in graded if c.question in optional) == 6


def test_feedback_shows_nothing_hidden(folder, specs):
    for name, spec in specs.items():
        lines, values = attack_suite.hidden_lines(spec), attack_suite.hidden_values(spec, SEED)
        pages = [*folder.rglob(f"feedback/*/*/{name}.html"), *folder.rglob(f"autograded/*/*/{name}.ipynb")]
        assert len(pages) == 8 and len(lines) > 20
        for page in pages:
            shown = attack_suite.readable(page)
            assert not [line for line in lines if line in shown], page
            assert not [value for value in values if value in shown], page
