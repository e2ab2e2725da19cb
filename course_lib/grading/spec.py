"""What an assignment asks and how it is graded, read from source/ and release/. For repair, judge and reports."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course_lib.grading.builder.contract import STANDARD_IMPORTS, free_names, imported, top_level_names
from course_lib.grading.builder.text import HINT
from course_lib.grading.course import Course, CourseError


@dataclass(frozen=True)
class SpecCell:
    """One cell of an assignment: as released, and as the instructor has it."""

    id: str
    role: str
    question: str
    kind: str
    released: str
    instructor: str
    title: str = ""
    points: float = 0.0
    hint: str = ""
    forbids: tuple[str, ...] = ()

    @property
    def is_test(self) -> bool:
        return self.role in ("test", "hidden")

    @cached_property
    def names(self) -> list[str]:
        """The student's names that a test cell uses."""
        return sorted(free_names(self.instructor) - set(STANDARD_IMPORTS)) if self.is_test else []

    @cached_property
    def defines(self) -> set[str]:
        """The names that the instructor's version of a code cell binds at its top level."""
        if self.kind != "code":
            return set()
        try:
            return top_level_names(self.instructor)
        except SyntaxError:  # a cell with a magic, such as the first
            return set()


@dataclass(frozen=True)
class NotebookSpec:
    """One notebook of an assignment."""

    assignment: str
    name: str
    cells: list[SpecCell]
    release: NotebookNode

    @property
    def tests(self) -> list[SpecCell]:
        return [c for c in self.cells if c.is_test]

    @property
    def graded(self) -> list[SpecCell]:
        return [c for c in self.cells if c.points]

    @cached_property
    def modules(self) -> frozenset[str]:
        """The modules that the instructor's cells import, but for tests."""
        return self._imported(tests=False)

    @cached_property
    def test_modules(self) -> frozenset[str]:
        """The modules that tests import."""
        return self._imported(tests=True)

    def _imported(self, tests: bool) -> frozenset[str]:
        cells = (c for c in self.cells if c.kind == "code" and c.is_test == tests)
        return frozenset().union(*(imported(c.instructor) for c in cells))

    @property
    def max_points(self) -> float:
        return sum(c.points for c in self.cells)

    def as_json(self) -> dict:
        """Return everything as plain data."""
        return {
            "assignment": self.assignment,
            "name": self.name,
            "cells": [asdict(c) for c in self.cells],
            "release": self.release,
        }

    @classmethod
    def from_json(cls, data: dict) -> NotebookSpec:
        """Return the notebook that :meth:`as_json` gave."""
        cells = [SpecCell(**c | {"forbids": tuple(c["forbids"])}) for c in data["cells"]]
        return cls(data["assignment"], data["name"], cells, nbformat.from_dict(data["release"]))

    def cell(self, id_: str) -> SpecCell:
        """Return the cell with that id. Raises KeyError."""
        for cell in self.cells:
            if cell.id == id_:
                return cell
        raise KeyError(id_)


def load(course: Course, assignment: str) -> dict[str, NotebookSpec]:
    """Return the notebooks of an assignment by name.

    Raises
    ------
    CourseError
        If source/ or release/ is missing or they do not fit together.
    """
    source, release = course.source / assignment, course.release / assignment
    found = {path.stem: _notebook(assignment, path, release / path.name) for path in sorted(source.glob("*.ipynb"))}
    if not found:
        known = sorted({*course.assignments(), *course.built()})
        if assignment not in known:
            raise CourseError(f"no assignment is called {assignment!r}; there are {', '.join(known) or 'none yet'}")
        raise CourseError(f"source/{assignment}: no notebooks; run `course build` first")
    return found


def _notebook(assignment: str, source: Path, release: Path) -> NotebookSpec:
    if not release.is_file():
        raise CourseError(f"release/{assignment}/{release.name} is missing; run `course build` first")
    instructor, released = nbformat.read(source, as_version=4), nbformat.read(release, as_version=4)
    if [c.id for c in instructor.cells] != [c.id for c in released.cells]:
        raise CourseError(f"{assignment}/{source.stem}: source/ and release/ have other cells; run `course build`")
    cells = [_cell(a, b) for a, b in zip(instructor.cells, released.cells, strict=True)]
    return NotebookSpec(assignment, source.stem, cells, released)


def _cell(instructor: NotebookNode, released: NotebookNode) -> SpecCell:
    own, grading = instructor.metadata.get("course", {}), instructor.metadata.get("nbgrader", {})
    return SpecCell(
        id=instructor.id,
        role=own.get("role", "plain"),
        question=own.get("question", ""),
        kind=instructor.cell_type,
        released=released.source,
        instructor=instructor.source,
        title=own.get("title", ""),
        points=float(grading.get("points", 0) or 0),
        hint=_hint(instructor.source),
        forbids=tuple(own.get("forbids", ())),
    )


def _hint(source: str) -> str:
    lines = source.splitlines()
    start = next((i for i, line in enumerate(lines) if line.startswith("# Hint: ")), None)
    if start is None:
        return ""
    match = HINT.match("\n".join(lines[start:]) + "\n")
    return " ".join([match["first"], *(line[4:] for line in match["rest"].splitlines())]).strip() if match else ""
