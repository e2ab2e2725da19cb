"""A whole assignment, several notebooks a hand-in: marks of each, feedback without hidden text, what is missing."""

import json

import attack_suite
import pytest

from course_lib.grading import demo, samples, spec
from course_lib.grading.autograde import read_record
from course_lib.grading.course import Course

SEED = "00ff00ff00ff00ff00ff00ff00ff00ff"


IN_PART, SOME = "hw1_optimization", ("theory", "low_rank")  # what one student hands in of it
#: The points of the optional questions, by assignment.
ON_TOP = {"hw1_optimization": 6, "hw2_style_transfer": 5, "project_music": 3}


@pytest.fixture(scope="module", params=ON_TOP)
def assignment(request):
    return request.param


@pytest.fixture(scope="module")
def specs(course, assignment):
    return spec.load(course, assignment)


@pytest.fixture(scope="module")
def folder(course, assignment, specs, tmp_path_factory):
    """All notebooks right, and all blank; in one assignment two of them, and files under others' names, too."""
    place = tmp_path_factory.mktemp("whole") / "class"
    demo.course_folder(course, place, assignment)
    solved = {name: samples.as_bytes(samples.solved(one)) for name, one in specs.items()}
    blank = {name: samples.as_bytes(samples.released(one)) for name, one in specs.items()}
    hands = {
        "all_right": {f"{name}.ipynb": data for name, data in solved.items()},
        "only_two": {f"{name}.ipynb": solved[name] for name in SOME if name in solved},
        "all_blank": {f"{name}.ipynb": data for name, data in blank.items()},
        "renamed": {f"hand-in {k} ({k}).ipynb.txt": data for k, data in enumerate(solved.values())},
    }
    hands = hands if assignment == IN_PART else {name: hands[name] for name in ("all_right", "all_blank")}
    for student, files in hands.items():
        target = place / "submitted" / student / assignment
        target.mkdir(parents=True)
        for name, data in files.items():
            (target / name).write_bytes(data)
    (place / "gradebook.seed").write_text(json.dumps({assignment: SEED}), encoding="utf-8")
    demo.run_nbgrader(place, "autograde", assignment)
    demo.run_nbgrader(place, "generate_feedback", assignment)
    return place


def points(folder, assignment: str, student: str) -> dict[str, float]:
    course = Course(folder, Course.find().settings)
    names = (p.stem for p in (folder / "source" / assignment).glob("*.ipynb"))
    records = {name: read_record(course, assignment, student, name) for name in names}
    return {name: sum(t["points"] for t in record["tests"]) for name, record in records.items()}


def test_each_notebook_is_marked_for_itself(folder, assignment, specs):
    full = {name: sum(t.points for t in one.tests) for name, one in specs.items()}
    assert points(folder, assignment, "all_right") == full
    assert points(folder, assignment, "all_blank") == dict.fromkeys(specs, 0.0)
    if assignment == IN_PART:
        assert points(folder, assignment, "renamed") == full
        some = {n: full[n] if n in SOME else 0 for n in specs}
        assert points(folder, assignment, "only_two") == some


def test_the_points_of_the_assignment_sum_to_100(assignment, specs):
    optional = {
        c.question for one in specs.values() for c in one.cells if c.role == "statement" and ", optional" in c.released
    }
    graded = [c for one in specs.values() for c in one.graded]
    assert sum(c.points for c in graded if c.question not in optional) == 100
    assert sum(c.points for c in graded if c.question in optional) == ON_TOP[assignment]


def test_every_assignment_is_tried_whole(course):
    assert sorted(ON_TOP) == course.assignments()


def test_feedback_shows_nothing_hidden(folder, specs, judge):
    values_of = {name: attack_suite.hidden_values(one, SEED, judge) for name, one in specs.items()}
    for name, notebook in specs.items():
        lines, values = attack_suite.hidden_lines(notebook), values_of[name]
        pages = [*folder.rglob(f"feedback/*/*/{name}.html"), *folder.rglob(f"autograded/*/*/{name}.ipynb")]
        assert len(pages) == 2 * len(list((folder / "submitted").iterdir())) and len(lines) > 20 and len(values) > 50
        for page in pages:
            shown = attack_suite.readable(page)
            assert not [line for line in lines if line in shown], page
            assert not [value for value in values if value in shown], page
