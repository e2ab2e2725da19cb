"""Grades a class again after a test was mended, and says who would change before anything is entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from course_lib.grading.autograde import campaign_seed, read_record
from course_lib.grading.course import Course, CourseError
from course_lib.grading.grade import first_failure
from course_lib.grading.pool import Pool
from course_lib.grading.repair.reading import collect


@dataclass(frozen=True)
class Change:
    """One test cell of one student whose points would change; ``before`` is None for a cell that is new."""

    student: str
    notebook: str
    cell: str
    before: float | None
    after: float | None
    why: str


def changes(
    course: Course, assignment: str, workers: int = 0, done: Callable[[int, int], None] | None = None
) -> tuple[list[Change], int]:
    """Grade every submission with the tests as they now are; return what would change, and how many were graded.

    Nothing is entered. The results are kept, so that entering them later costs no second run. The seed of the
    hidden inputs stays the campaign's.

    Raises
    ------
    CourseError
        If nothing was handed in, or the sandbox does not start.
    """
    students = sorted(p.parent.name for p in (course.root / "submitted").glob(f"*/{assignment}") if p.is_dir())
    if not students:
        raise CourseError(f"submitted/*/{assignment}: nothing was handed in")
    pool = Pool.of(course, assignment, campaign_seed(course, assignment), len(students), workers)
    handed = ((s, collect(Path(course.root) / "submitted" / s / assignment)) for s in students)
    found: list[Change] = []
    try:
        for number, (student, _, result) in enumerate(pool.results(handed), 1):
            for name, one in result.items():
                old = read_record(course, assignment, student, name)
                found += _compare(student, name, (old or {}).get("tests", []), one["record"]["tests"])
            if done:
                done(number, len(students))
    finally:
        pool.close()
    return found, len(students)


def _compare(student: str, notebook: str, old: list[dict], new: list[dict]) -> list[Change]:
    before, after = ({t["id"]: t for t in tests} for tests in (old, new))
    found = []
    for cell in [*after, *(c for c in before if c not in after)]:
        was = before[cell]["points"] if cell in before else None
        now = after[cell]["points"] if cell in after else None
        if was != now:
            test = after.get(cell)
            lost = test is not None and test["points"] < test["max_points"]
            why = (test["reason"] or first_failure([tuple(r) for r in test["results"]])) if lost else ""
            found.append(Change(student, notebook, cell, was, now, why))
    return found
