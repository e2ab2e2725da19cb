"""All there is to know about one student's marks in one question. For the instructor's eyes alone."""

from __future__ import annotations

from pathlib import Path

import nbformat

from course_lib.grading import spec
from course_lib.grading.autograde import read_record
from course_lib.grading.course import Course, CourseError
from course_lib.grading.report import plain
from course_lib.grading.spec import NotebookSpec


def explain(course: Course, assignment: str, student: str, question: str) -> str:
    """Return, as text, a student's answer to a question, each check of it with what it found, and its source.

    ``question`` is the id or its beginning (``q3``).

    Raises
    ------
    CourseError
        If there is no such question, or nothing of this student was graded.
    """
    notebook, id_ = _find(spec.load(course, assignment), question)
    record = read_record(course, assignment, student, notebook.name)
    if record is None:
        raise CourseError(f"{student}: nothing of {assignment}/{notebook.name} was graded; is the name right?")
    results = {test["id"]: test for test in record["tests"]}
    lines = [f"{student}, {assignment}/{notebook.name}, {id_}", ""]
    for title, values in (
        ("unreadable", [record["unreadable"]]),
        ("notes", record["notes"]),
        ("flags", record.get("flags", [])),
    ):
        lines += [f"{title}: {plain(value, 2000)}" for value in values if value]
    lines += ["", "=== the answer ===", _answer(course, assignment, student, notebook, id_)]
    for cell in notebook.tests:
        if cell.question != id_:
            continue
        test = results.get(cell.id)
        lines += ["", f"=== {cell.id} ({cell.role}): {cell.title} ==="]
        if test is None:
            lines.append("this check did not exist when the work was graded; course regrade runs it")
        else:
            lines.append(f"{test['points']:g} of {test['max_points']:g} points")
            lines += [plain(test["reason"], 4000)] if test["reason"] else []
            for check, message in test["results"]:
                lines.append(f"  {'✓' if message is None else '✗'} {check}")
                lines += [f"      {line}" for line in plain(message or "", 4000).splitlines()]
            if test["output"].strip():
                lines += ["  the student's code printed:", *(f"      {x}" for x in plain(test["output"]).splitlines())]
        lines += ["--- its text ---", cell.instructor]
    return "\n".join(lines)


def _find(specs: dict[str, NotebookSpec], question: str) -> tuple[NotebookSpec, str]:
    """Return the notebook and the id of a question, named in full or by its beginning."""
    known = {c.question: nb for nb in specs.values() for c in nb.graded}
    found = [q for q in known if q == question] or [q for q in known if q.split("_")[0] == question]
    found = found or [q for q in known if q.startswith(question)]
    if len(found) != 1:
        which = "no question" if not found else "several questions"
        raise CourseError(f"{which} {question!r}; known: {', '.join(known)}")
    return known[found[0]], found[0]


def _answer(course: Course, assignment: str, student: str, notebook: NotebookSpec, question: str) -> str:
    """Return the student's answer as it was graded."""
    path = Path(course.root) / "autograded" / student / assignment / f"{notebook.name}.ipynb"
    try:
        cells = nbformat.read(path, as_version=4).cells
    except (OSError, ValueError) as error:
        return f"({path} cannot be read: {error})"
    own = {c.id for c in notebook.cells if c.question == question and c.role in ("solution", "manual")}
    return "\n\n".join(plain(c.source, 50_000) for c in cells if c.id in own) or "(none)"
