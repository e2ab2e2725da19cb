"""The kill matrix: what every kept answer earns, and the statistics of random inputs."""

import os
from pathlib import Path

import pytest

from course_lib.checks import frame
from course_lib.grading import answers, spec
from course_lib.grading.course import Course, CourseError

COURSE = Course.find()
NOTEBOOKS = [notebook for name in COURSE.assignments() for notebook in spec.load(COURSE, name).values()]
SOLUTIONS = [(notebook, cell) for notebook in NOTEBOOKS for cell in notebook.cells if cell.role == "solution"]
FULL = bool(os.environ.get("COURSE_FULL"))
SEEDS = 1000 if FULL else 100


def number_of_answers(notebook: spec.NotebookSpec) -> int:
    return sum(len(answers.kept(COURSE, one, cell)) for one, cell in SOLUTIONS if one is notebook)


@pytest.fixture(scope="module")
def judge():
    with answers.judge(COURSE) as one:
        yield one


@pytest.mark.parametrize("notebook", sorted(NOTEBOOKS, key=number_of_answers, reverse=True), ids=lambda n: n.name)
def test_every_answer_earns_what_its_header_says(notebook, record_property, judge):
    rows = answers.matrix(COURSE, {notebook.name: notebook}, judges=[judge], thorough=FULL)
    record_property("matrix", "\n\n".join(answers.blocks(rows)))
    record_property("matrix counts", dict(answers.count(rows)))
    problems = [p for row in rows for p in row.problems]
    assert not problems, "\n".join(problems)
    questions = [cell for one, cell in SOLUTIONS if one is notebook]
    kinds = [row.answer.kind for row in rows]
    assert kinds.count("reference") == kinds.count("blank") == len(questions) > 0
    assert kinds.count("lazy") == len(questions) * (20 if FULL else 5)
    for row in rows:
        own = {cell: passed for cell, passed in row.judged.items() if cell.startswith(row.answer.question + "_")}
        assert own, row.answer.title
        if row.answer.kind in ("reference", "right", "blank", "lazy"):
            earns = row.answer.kind in ("reference", "right")
            assert all(passed == earns for passed in own.values()), row.answer.title
        if FULL or row.answer.kind in ("reference", "right", "blank"):
            assert row.plain == row.judged, row.answer.title
    wrong = [row for row in rows if row.answer.kind == "wrong"]
    assert sum(row.plain == row.judged for row in wrong) >= len(wrong) * (1 if FULL else 0.3)  # one in three


@pytest.mark.parametrize(("notebook", "cell"), SOLUTIONS, ids=lambda v: getattr(v, "id", ""))
def test_each_question_keeps_enough_answers(notebook, cell):
    kept = answers.kept(COURSE, notebook, cell)
    assert sum(a.kind == "right" for a in kept) >= 3 and sum(a.kind == "wrong" for a in kept) >= 5
    assert len({(a.kind, a.title) for a in kept}) == len(kept)
    every = {c.id for c in notebook.tests if c.question == cell.question}
    assert set().union(*(a.loses for a in kept if a.kind == "wrong")) == every  # each test cell kills something


@pytest.mark.parametrize(("notebook", "cell"), SOLUTIONS, ids=lambda v: getattr(v, "id", ""))
def test_the_reference_passes_for_a_hundred_seeds(notebook, cell, monkeypatch):
    """Random inputs never fail the reference: no false alarm in 100 seeds (below 3 % with 95 % confidence)."""
    random = [t for t in notebook.tests if t.question == cell.question and "checks.rng" in t.instructor]
    namespace: dict = {}
    setup = next(c for c in notebook.cells if c.role == "setup").instructor.split("# What this notebook imports\n")[1]
    given = [c.instructor for c in notebook.cells if c.role == "given" and c.kind == "code"]
    exec("\n".join([setup, *given, cell.instructor]), namespace)
    for test in random:
        code = compile(test.instructor, test.id, "exec")
        for seed in range(SEEDS):
            monkeypatch.setattr(frame, "_campaign_seed", f"seed {seed}")
            exec(code, namespace)
            assert frame.last_report.passed
            namespace["plt"].close("all")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("# %% right\nx = 1", "a header is"),
        ("# %% wrong: no loss named\nx = 1", "wrong answers name what they lose"),
        ("# %% right: but loses | loses: q1_minimum_public\nx = 1", "right ones lose nothing"),
        ("# %% wrong: a slip | loses: q1_minimum_nowhere\nx = 1", "no test cell of q1_minimum"),
    ],
)
def test_headers_that_cannot_be_understood_are_refused(tmp_path: Path, beale, content, says):
    path = tmp_path / "q1_minimum.py"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CourseError, match=says):
        answers.read(path, beale)
