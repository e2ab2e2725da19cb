"""Marks in the gradebook: what is entered is what nbgrader's own calls enter."""

from __future__ import annotations

import pytest
from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy import text

from course_lib.grading import marks
from course_lib.grading.marks import Mark

OF_A_STUDENT = """
from submitted_notebook n join submitted_assignment s on n.assignment_id = s.id join notebook o on n.notebook_id = o.id
"""
QUERIES = (
    f"select o.name, s.timestamp, s.extension, n.flagged, n.late_submission_penalty {OF_A_STUDENT} where %s",
    "select o.name, c.name, c.type, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade "
    f"{OF_A_STUDENT} join grade g on g.notebook_id = n.id join base_cell c on g.cell_id = c.id where %s",
    "select o.name, c.name, c.type, k.auto_comment, k.manual_comment "
    f"{OF_A_STUDENT} join comment k on k.notebook_id = n.id join base_cell c on k.cell_id = c.id where %s",
)
WHEN = "2026-11-01 13:30:00 UTC"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A gradebook that knows an assignment of two notebooks, with cells of every kind. Each test has its own students."""
    with Gradebook(f"sqlite:///{tmp_path_factory.mktemp('marks')}/gradebook.db") as book:
        book.add_assignment("hw", duedate="2026-11-01 12:00:00 UTC")
        for name in ("one", "two"):
            book.add_notebook(name, "hw")
            book.add_grade_cell("test", name, "hw", max_score=3, cell_type="code")
            book.add_grade_cell("essay", name, "hw", max_score=2, cell_type="markdown")
            book.add_solution_cell("essay", name, "hw")
            book.add_solution_cell("answer", name, "hw")
            book.add_task_cell("task", name, "hw", max_score=1, cell_type="markdown")
        yield book


def rows(book: Gradebook, student: str) -> list[list[tuple]]:
    where = f"s.student_id = '{student}'"
    return [sorted(map(repr, book.db.execute(text(query % where)))) for query in QUERIES]


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
@pytest.mark.parametrize("when", ["", WHEN])
def test_a_submission_is_entered_as_nbgrader_enters_it(book, when):
    stock, ours = f"stock{len(when)}", f"ours{len(when)}"
    book.update_or_create_student(stock)
    book.update_or_create_submission("hw", stock, **({"timestamp": when} if when else {}))
    marks.enter_submission(book, "hw", ours, when)
    assert rows(book, ours) == rows(book, stock)
    assert [len(some) for some in rows(book, ours)] == [2, 6, 6]
    assert book.find_student(ours).max_score == book.find_student(stock).max_score == 12


def test_a_submission_that_is_known_gets_its_new_time_and_keeps_the_rest(book):
    marks.enter_submission(book, "hw", "kim", WHEN)
    grade = book.find_grade("essay", "one", "hw", "kim")
    grade.manual_score = 1.5
    book.db.commit()
    marks.enter_submission(book, "hw", "kim", "")
    assert str(book.find_submission("hw", "kim").timestamp) == "2026-11-01 13:30:00"
    marks.enter_submission(book, "hw", "kim", "2026-11-02 09:00:00 UTC")
    book.db.expire_all()
    assert str(book.find_submission("hw", "kim").timestamp) == "2026-11-02 09:00:00"
    assert book.find_grade("essay", "one", "hw", "kim").manual_score == 1.5
    assert [len(some) for some in rows(book, "kim")] == [2, 6, 6]


def test_marks_and_comments_of_one_notebook_are_entered(book):
    for student in ("ada", "bob"):
        marks.enter_submission(book, "hw", student, "")
    key = marks.find_notebook(book, "one", "hw", "ada")
    given = [Mark("test", 3.0), Mark("essay", None), Mark("task", None)]
    marks.enter_marks(book, key, given, {"answer": None, "essay": "No response."})
    marks.enter_penalty(book, key, 0.5)
    book.db.commit()
    entry = book.find_submission_notebook("one", "hw", "ada")
    assert {g.name: (g.auto_score, g.needs_manual_grade) for g in entry.grades} == {
        "test": (3.0, False),
        "essay": (None, True),
        "task": (None, True),
    }
    assert {c.name: c.auto_comment for c in entry.comments} == {"answer": None, "essay": "No response.", "task": None}
    assert entry.late_submission_penalty == 0.5 and book.find_submission("hw", "ada").score == 3.0
    for other in (book.find_submission_notebook("two", "hw", "ada"), book.find_submission_notebook("one", "hw", "bob")):
        assert all(g.auto_score is None for g in other.grades) and not any(c.auto_comment for c in other.comments)
        assert other.late_submission_penalty is None


@pytest.mark.parametrize(("again", "asks"), [(3.0, False), (0.0, True)])
def test_a_mark_by_hand_stays_and_is_looked_at_again_only_if_the_machine_changes_its_mind(book, again, asks):
    student = f"eve{again}"
    marks.enter_submission(book, "hw", student, "")
    key = marks.find_notebook(book, "one", "hw", student)
    marks.enter_marks(book, key, [Mark("test", 3.0)], {})
    grade = book.find_grade("test", "one", "hw", student)
    grade.manual_score, grade.needs_manual_grade = 2.0, False
    book.db.commit()
    marks.enter_marks(book, key, [Mark("test", again)], {})
    book.db.expire_all()
    grade = book.find_grade("test", "one", "hw", student)
    assert (grade.auto_score, grade.manual_score, grade.needs_manual_grade) == (again, 2.0, asks)


def test_what_the_gradebook_does_not_know_is_named(book):
    with pytest.raises(MissingEntry, match="assignment: hw2"):
        marks.enter_submission(book, "hw2", "joe", "")
    marks.enter_submission(book, "hw", "joe", "")
    with pytest.raises(MissingEntry, match="hw/three for joe"):
        marks.find_notebook(book, "three", "hw", "joe")
    key = marks.find_notebook(book, "one", "hw", "joe")
    with pytest.raises(MissingEntry, match="graded cell: q9"):
        marks.enter_marks(book, key, [Mark("q9", 1.0)], {})
    with pytest.raises(MissingEntry, match="comment: q9"):
        marks.enter_marks(book, key, [], {"q9": None})


def test_only_what_has_both_times_may_be_late(book):
    book.add_assignment("open")
    book.add_notebook("one", "open")
    for assignment, when, may in (("hw", WHEN, True), ("open", WHEN, False), ("hw", "", False)):
        student = f"{assignment}{bool(when)}"
        marks.enter_submission(book, assignment, student, when)
        assert marks.may_be_late(book, marks.find_notebook(book, "one", assignment, student)) is may
