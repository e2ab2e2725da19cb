"""Enters submissions and marks in nbgrader's gradebook, a few statements a notebook.

nbgrader's own objects add up all their marks whenever they are read, and are written one by one. Here the few columns
that grading changes are read and written as they are; what they come to is what nbgrader's own calls give.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.utils import parse_utc
from sqlalchemy import bindparam, insert, select, update

#: Which kinds of a notebook's cells have a mark, and which a comment.
MARKED, COMMENTED = ("GradeCell", "TaskCell"), ("SolutionCell", "TaskCell")


@dataclass(frozen=True)
class Mark:
    """What a graded cell got from the machine: None if a person is to mark it."""

    cell: str
    score: float | None


def enter_submission(gradebook: Gradebook, assignment: str, student: str, timestamp: str) -> None:
    """Enter that a student handed in, as ``Gradebook.update_or_create_submission`` does; unknown students are added.

    Parameters
    ----------
    timestamp : str
        When, as nbgrader reads it; "" leaves what is known.

    Raises
    ------
    MissingEntry
        If there is no such assignment.
    """
    db = gradebook.db
    if db.scalar(select(Student.id).where(Student.id == student)) is None:
        gradebook.add_student(student)
    when = {"timestamp": parse_utc(timestamp)} if timestamp else {}
    key = db.scalar(select(Assignment.id).where(Assignment.name == assignment))
    if key is None:
        raise MissingEntry(f"No such assignment: {assignment}")
    mine = SubmittedAssignment.assignment_id == key, SubmittedAssignment.student_id == student
    known = db.scalar(select(SubmittedAssignment.id).where(*mine))
    if known is None:
        _add_submission(db, key, student, when)
    elif when:
        _change(db, SubmittedAssignment, [{"key": known} | when])
    db.commit()


def _add_submission(db: Any, assignment: str, student: str, when: dict) -> None:
    """Add a submission, and an empty mark and comment for each cell that can have one."""
    table = SubmittedAssignment.__table__
    (own,) = db.execute(insert(table).values(assignment_id=assignment, student_id=student, **when)).inserted_primary_key
    cells = db.execute(
        select(BaseCell.notebook_id, BaseCell.id, BaseCell.type)
        .join(Notebook, Notebook.id == BaseCell.notebook_id)
        .where(Notebook.assignment_id == assignment)
    ).all()
    for notebook in db.scalars(select(Notebook.id).where(Notebook.assignment_id == assignment)).all():
        row = insert(SubmittedNotebook.__table__).values(assignment_id=own, notebook_id=notebook)
        (copy,) = db.execute(row).inserted_primary_key
        for kind, wanted in ((Grade, MARKED), (Comment, COMMENTED)):
            rows = [{"cell_id": c, "notebook_id": copy} for n, c, t in cells if n == notebook and t in wanted]
            if rows:
                db.execute(insert(kind.__table__), rows)


def find_notebook(gradebook: Gradebook, notebook: str, assignment: str, student: str) -> str:
    """Return the key of one student's notebook. Raises MissingEntry."""
    found = gradebook.db.scalar(
        select(SubmittedNotebook.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Notebook.name == notebook, Assignment.name == assignment, SubmittedAssignment.student_id == student)
    )
    if found is None:
        raise MissingEntry(f"No such notebook: {assignment}/{notebook} for {student}")
    return found


def enter_marks(gradebook: Gradebook, notebook: str, marks: Iterable[Mark], comments: dict[str, str | None]) -> None:
    """Enter the machine's marks and comments of one student's notebook, as nbgrader's SaveAutoGrades does.

    A mark that a person gave is kept, and asks to be looked at again if the machine's has changed.

    Parameters
    ----------
    notebook : str
        Its key, see :func:`find_notebook`.
    comments : dict
        For each cell that can have one: what the machine says, None for nothing.

    Raises
    ------
    MissingEntry
        If the gradebook does not know one of the cells.
    """
    db = gradebook.db
    known = {
        name: entry
        for name, *entry in db.execute(
            select(BaseCell.name, Grade.id, Grade.auto_score, Grade.manual_score, Grade.needs_manual_grade)
            .join(BaseCell, BaseCell.id == Grade.cell_id)
            .where(Grade.notebook_id == notebook)
        )
    }
    rows = []
    for mark in marks:
        if mark.cell not in known:
            raise MissingEntry(f"No such graded cell: {mark.cell}")
        key, before, by_hand, needs = known[mark.cell]
        if by_hand is None or mark.score != before:  # else a person has seen it as it is
            needs = by_hand is not None or mark.score is None
        rows.append({"key": key, "auto_score": mark.score, "needs_manual_grade": needs})
    _change(db, Grade, rows)
    keys = dict(
        db.execute(
            select(BaseCell.name, Comment.id)
            .join(BaseCell, BaseCell.id == Comment.cell_id)
            .where(Comment.notebook_id == notebook)
        ).all()
    )
    missing = sorted(comments.keys() - keys.keys())
    if missing:
        raise MissingEntry(f"No such cell to comment: {missing[0]}")
    _change(db, Comment, [{"key": keys[cell], "auto_comment": text} for cell, text in comments.items()])


def enter_penalty(gradebook: Gradebook, notebook: str, penalty: float | None) -> None:
    """Enter what a late notebook loses."""
    _change(gradebook.db, SubmittedNotebook, [{"key": notebook, "late_submission_penalty": penalty}])


def may_be_late(gradebook: Gradebook, notebook: str) -> bool:
    """Return whether a notebook has both a time at which it was handed in and one at which it was due."""
    times = gradebook.db.execute(
        select(SubmittedAssignment.timestamp, Assignment.duedate)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(SubmittedNotebook.id == notebook)
    ).one()
    return None not in times


def _change(db: Any, kind: Any, rows: list[dict]) -> None:
    """Set columns of the rows with the given keys: the same columns in each."""
    if rows:
        table = kind.__table__
        columns = {name: bindparam(name) for name in rows[0] if name != "key"}
        db.execute(update(table).where(table.c.id == bindparam("key")).values(columns), rows)
