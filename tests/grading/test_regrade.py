"""A test mended in mid-term: who would change, what a person entered stays; and all there is about one mark."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course_lib.grading import demo, samples
from course_lib.grading.course import Course, CourseError
from course_lib.grading.explain import explain

WRONG = "min_x, min_y = 3.0, 0.25"


def course_command(folder: Path, *args: str) -> subprocess.CompletedProcess:
    words = [sys.executable, "-m", "course_lib.grading.cli", *args]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, env=os.environ | {"COLUMNS": "200"})


@pytest.fixture(scope="module")
def term(course, beale, tmp_path_factory) -> Path:
    """A small class, graded, with a mark and a comment entered by hand."""
    folder = tmp_path_factory.mktemp("term") / "class"
    demo.make(course, folder)
    shutil.rmtree(folder / "submitted")
    answers = {"ann": "min_x, min_y = 3.0, 0.5", "bob": WRONG, "eve": "min_x = 0; min_y = 0"}
    for student, answer in answers.items():
        solved = samples.solved(beale, {"q1_minimum": answer}, only={"q1_minimum", "q10_your_run"})
        without_looks = samples.each(solved, lambda c: c | {"source": ""} if "plt.show" in c["source"] else c)
        place = folder / "submitted" / student / demo.ASSIGNMENT
        place.mkdir(parents=True)
        (place / demo.FILE).write_bytes(samples.as_bytes(without_looks))
    demo.run_nbgrader(folder, "autograde", demo.ASSIGNMENT)
    with gradebook(folder) as book:
        by_hand = book.find_grade("q10_your_run_text", demo.NOTEBOOK, demo.ASSIGNMENT, "bob")
        by_hand.manual_score, by_hand.needs_manual_grade = 1.5, False
        overridden = book.find_grade("q1_minimum_public", demo.NOTEBOOK, demo.ASSIGNMENT, "eve")
        overridden.manual_score, overridden.needs_manual_grade = 0.5, False
        comment = book.find_comment("q10_your_run_text", demo.NOTEBOOK, demo.ASSIGNMENT, "bob")
        comment.manual_comment = "well said"
        book.db.commit()
    return folder


def gradebook(folder: Path) -> Gradebook:
    return Gradebook(f"sqlite:///{folder / 'gradebook.db'}")


def marks(folder: Path) -> dict:
    with gradebook(folder) as book:
        return {
            (s.student.id, g.cell.name): (g.auto_score, g.manual_score, g.needs_manual_grade)
            for s in book.assignment_submissions(demo.ASSIGNMENT)
            for n in s.notebooks
            for g in n.grades
        }


def test_a_mended_test_changes_whom_it_should_and_keeps_what_a_person_entered(term):
    before = marks(term)
    assert before["bob", "q1_minimum_public"][0] == 0 and before["ann", "q1_minimum_public"][0] == 1
    unchanged = course_command(term, "regrade", demo.ASSIGNMENT)
    assert unchanged.returncode == 0 and "0 of 3 students would change" in unchanged.stdout, unchanged.stderr
    # The instructor decides that the second coordinate was ambiguous: the public check no longer looks at it.
    for name in ("source", "release"):
        path = term / name / demo.ASSIGNMENT / demo.FILE
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cell = next(c for c in notebook["cells"] if c["id"] == "q1_minimum_public")
        text = "".join(cell["source"])
        head = text[: text.index("with checks.question")]
        question = text[text.index("with checks.question") :].split("\n")[0]
        cell["source"] = f'{head}{question}\n    with check("x"):\n        checks.close(min_x, 3.0, name="min_x")\n'
        path.write_text(json.dumps(notebook), encoding="utf-8")
    dry = course_command(term, "regrade", demo.ASSIGNMENT)
    assert dry.returncode == 0 and "1 of 3 students would change" in dry.stdout, dry.stdout + dry.stderr
    assert "bob" in dry.stdout and "ann" not in dry.stdout and "Nothing was entered" in dry.stdout
    assert marks(term) == before
    done = course_command(term, "regrade", demo.ASSIGNMENT, "--commit")
    assert done.returncode == 0, done.stdout + done.stderr
    after = marks(term)
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {("bob", "q1_minimum_public")}
    assert after["bob", "q1_minimum_public"][0] == 1
    assert after["bob", "q10_your_run_text"] == (None, 1.5, False)
    assert after["eve", "q1_minimum_public"] == (0, 0.5, False)
    with gradebook(term) as book:
        comment = book.find_comment("q10_your_run_text", demo.NOTEBOOK, demo.ASSIGNMENT, "bob")
        assert comment.manual_comment == "well said"


def test_all_there_is_about_a_mark(term, course):
    text = explain(Course(term, course.settings), demo.ASSIGNMENT, "eve", "q1")
    assert "eve, hw1_optimization/beale_adam, q1_minimum" in text and "min_x = 0; min_y = 0" in text
    assert "0 of 1 points" in text and "✗" in text and "### BEGIN HIDDEN TESTS" in text  # for the instructor alone
    shown = course_command(term, "explain", "eve", "q1_minimum")
    assert shown.returncode == 0 and "min_x = 0; min_y = 0" in shown.stdout, shown.stderr
    for student, question, says in (
        ("zoe", "q1", "nothing of hw1"),
        ("eve", "q99", "no question 'q99'; known: q1_minimum"),
    ):
        with pytest.raises(CourseError, match=says):
            explain(Course(term, course.settings), demo.ASSIGNMENT, student, question)
