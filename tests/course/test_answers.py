"""The kill matrix: what every kept answer earns, and the statistics of random inputs."""

import os
from pathlib import Path

import pytest

from course_lib.checks import frame
from course_lib.grading import answers, spec
from course_lib.grading.course import Course, CourseError

COURSE = Course.find()
SOLUTIONS = [
    (s, c) for a in COURSE.assignments() for s in spec.load(COURSE, a).values() for c in s.cells if c.role == "solution"
]
SEEDS = 100 if not os.environ.get("COURSE_FULL") else 1000


def test_every_answer_earns_what_its_header_says(matrix):
    problems = [p for row in matrix for p in row.problems]
    assert not problems, "\n".join(problems)


def test_jupyter_and_judge_agree_on_every_run(matrix):
    runs = [(row.plain[c], row.judged[c]) for row in matrix for c in row.plain]
    assert len(runs) > 1000 and all(a == b for a, b in runs)


@pytest.mark.parametrize("kind", ["reference", "blank", "lazy"])
def test_reference_full_blank_and_lazy_nothing(matrix, kind):
    rows = [row for row in matrix if row.answer.kind == kind]
    lazies = 20 if os.environ.get("COURSE_FULL") else 10
    assert len(rows) == len(SOLUTIONS) * (lazies if kind == "lazy" else 1)
    for row in rows:
        own = [passed for cell, passed in row.judged.items() if cell.startswith(row.answer.question + "_")]
        assert own and all(passed == (kind == "reference") for passed in own), row.answer.title


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
