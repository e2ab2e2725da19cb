"""Marks as CSV: nbgrader's columns, then who handed in, what still needs a person, and each question."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

from course_lib.grading import spec
from course_lib.grading.course import Course, CourseError

COLUMNS = [
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
    "handed_in_by",
    "needs_manual_grade",
]


class CourseExport(ExportPlugin):
    """What ``nbgrader export`` writes in this course."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the marks to ``self.to``, or to grades.csv."""
        course = Course.find()
        rows = table(course, gradebook, set(self.assignment), {str(s) for s in self.student})
        target = Path(self.to or "grades.csv")
        write(rows, target)
        self.log.info("Exported %d rows to %s", len(rows), target)


def pairs(course: Course) -> list[tuple[str, str]]:
    """Return the pairs of the instructor's file, if there is one. Raises CourseError if it cannot be read."""
    path = course.root / course.setting("grading", "pairs", "pairs.csv")
    if not path.is_file():
        return []
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:  # a spreadsheet's own encoding
        text = data.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=max(",;\t", key=first.count), skipinitialspace=True)
    columns = [(name or "").strip().lower() for name in reader.fieldnames or []]
    if not {"student", "partner"} <= set(columns):
        raise CourseError(f"{path.name}: expected the columns student, partner; got {reader.fieldnames}")
    reader.fieldnames = columns
    rows = [((row["student"] or "").strip(), (row["partner"] or "").strip()) for row in reader]
    found = list({frozenset(pair): pair for pair in rows if all(pair)}.values())  # each may name the other
    members = [m for pair in found for m in pair]
    twice = sorted({m for m in members if members.count(m) > 1})
    if twice:
        raise CourseError(f"{path.name}: in more than one pair: {', '.join(twice)}")
    return found


def table(
    course: Course, gradebook: Gradebook, assignments: set[str] | None = None, students: set[str] | None = None
) -> list[dict[str, Any]]:
    """Return one row a student and assignment. Empty sets mean all.

    A student without a submission whose partner handed in gets the partner's marks; ``handed_in_by`` says so.
    If both handed in, each keeps their own.
    """
    partner = {a: b for x, y in pairs(course) for a, b in ((x, y), (y, x))}
    rows = []
    for assignment in gradebook.assignments:
        if assignments and assignment.name not in assignments:
            continue
        points = _questions(course, assignment.name)
        ids = {s.id for s in gradebook.students}
        handed = {s.student.id for s in assignment.submissions}
        for id_ in sorted(ids | {p for p in partner if partner[p] in handed}):
            if students and id_ not in students:
                continue
            by = id_ if id_ in handed else partner.get(id_)
            rows.append(_row(gradebook, assignment, id_, by if by in handed else None, points))
    return rows


def _questions(course: Course, assignment: str) -> dict[str, str]:
    try:
        return {c.id: c.question for n in spec.load(course, assignment).values() for c in n.graded}
    except CourseError:
        return {}


def _row(
    gradebook: Gradebook, assignment: Any, student: str, by: str | None, questions: dict[str, str]
) -> dict[str, Any]:
    try:
        known = gradebook.find_student(student)
        names = {"last_name": known.last_name, "first_name": known.first_name, "email": known.email}
    except MissingEntry:
        names = {}
    row: dict[str, Any] = (
        dict.fromkeys(COLUMNS, "")
        | names
        | {
            "assignment": assignment.name,
            "duedate": assignment.duedate,
            "student_id": student,
            "max_score": assignment.max_score,
            "raw_score": 0.0,
            "score": 0.0,
            "late_submission_penalty": 0.0,
        }
    )
    if by is None:
        return row
    submission = gradebook.find_submission(assignment.name, by)
    penalty = submission.late_submission_penalty or 0.0
    row |= {
        "timestamp": submission.timestamp,
        "raw_score": submission.score,
        "late_submission_penalty": penalty,
        "score": max(0.0, submission.score - penalty),
        "handed_in_by": by,
        "needs_manual_grade": bool(submission.needs_manual_grade),
    }
    for question in dict.fromkeys(questions.values()):
        row[question] = 0.0
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            question = questions.get(grade.name)
            if question:
                row[question] += grade.score or 0.0
    return row


def write(rows: list[dict[str, Any]], path: Path) -> None:
    """Write rows as CSV; texts that a spreadsheet would take for a formula get a leading apostrophe."""
    columns = list(dict.fromkeys([*COLUMNS, *(key for row in rows for key in row)]))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows({k: harmless(v) for k, v in row.items()} for row in rows)


def harmless(value: Any) -> Any:
    """Return a value that no spreadsheet runs."""
    if value is None:
        return ""
    return "'" + value if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
