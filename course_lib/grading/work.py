"""Grading as a pure function of bytes: what was handed in, and an assignment, give the graded notebooks.

Nothing here knows a gradebook, a student's name or a clock, so that a result may be kept by the hash of what it
follows from (:mod:`.store`), computed on any machine, and computed again to the same.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import sys
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import course_lib
from course_lib.grading import report, scan
from course_lib.grading.grade import Result, failed, grade
from course_lib.grading.repair.reading import HandIn
from course_lib.grading.repair.rebuild import Repaired, repair, repair_all
from course_lib.grading.spec import NotebookSpec

#: Packages whose version may change a result.
PACKAGES = ("numpy", "scipy", "torch", "autograd", "sympy", "matplotlib", "ipython", "nbformat")


@dataclass(frozen=True)
class Assignment:
    """All that is the same for a whole class: the notebooks with their tests, the secret seed, the limits.

    ``pictures`` says which figures are drawn: "all", those of questions that a person reads ("manual"), or "none".
    """

    notebooks: dict[str, NotebookSpec]
    seed: str
    limits: dict[str, float] = field(default_factory=dict)
    pictures: str = "manual"

    @cached_property
    def data(self) -> dict:
        """Everything as plain data."""
        specs = {name: spec.as_json() for name, spec in self.notebooks.items()}
        return {"notebooks": specs, "seed": self.seed, "limits": self.limits, "pictures": self.pictures}

    @cached_property
    def digest(self) -> str:
        """A hash of everything a result follows from, beside what was handed in."""
        text = json.dumps([self.data, library_digest()], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @cached_property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """What each notebook imports."""
        return tuple(tuple(sorted(notebook.modules)) for notebook in self.notebooks.values())

    @classmethod
    def from_data(cls, data: dict) -> Assignment:
        """Return the assignment that :attr:`data` describes."""
        specs = {name: NotebookSpec.from_json(spec) for name, spec in data["notebooks"].items()}
        return cls(specs, data["seed"], data["limits"], data["pictures"])


@cache
def library_digest() -> str:
    """Return a hash of course_lib's own text and of the versions of what it runs on."""
    own = hashlib.sha256()
    root = Path(course_lib.__file__).parent
    for path in sorted(root.rglob("*.py")):
        own.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    versions = [sys.version]
    for package in PACKAGES:
        try:
            versions.append(importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            versions.append("none")
    return own.hexdigest() + ":" + "|".join(versions)


def handed_digest(handin: HandIn) -> str:
    """Return a hash of what was handed in."""
    files = {name: hashlib.sha256(data).hexdigest() for name, data in handin.files.items()}
    return hashlib.sha256(json.dumps([files, handin.problems], sort_keys=True).encode()).hexdigest()


def key(handin: HandIn, assignment: Assignment) -> str:
    """Return the name under which the result of ``handin`` is kept."""
    return hashlib.sha256(f"{handed_digest(handin)} {assignment.digest}".encode()).hexdigest()


def repaired(handin: HandIn, assignment: Assignment) -> dict[str, dict]:
    """Return each notebook of the assignment, rebuilt from what was handed in, and its flags, as plain data."""
    specs = assignment.notebooks
    return {
        name: {"notebook": one.as_json(), "flags": [*one.look, *flags(specs[name], one)]}
        for name, one in repair_all(specs, handin).items()
    }


def graded(assignment: Assignment, rebuilt: dict[str, dict], judge: Any) -> dict[str, dict]:
    """Run and judge repaired notebooks.

    Parameters
    ----------
    rebuilt : dict
        What :func:`repaired` gave.
    judge : Judge or Engine

    Returns
    -------
    dict
        For each notebook: ``autograded`` (the text of the notebook for autograded/) and ``record`` (all there is
        to know about the marks, for the instructor).
    """
    found = {}
    for name, data in rebuilt.items():
        spec = assignment.notebooks[name]
        one = Repaired.from_json(data["notebook"], spec)
        result = grade(spec, one, judge, assignment.seed, assignment.limits, assignment.pictures)
        found[name] = finished(spec, one, result, data["flags"])
    return found


def finished(spec: NotebookSpec, one: Repaired, result: Result, flagged: list[str]) -> dict:
    """Return the autograded notebook and the record of one result."""
    notebook = report.autograded(spec, one, result)
    return {
        "autograded": report.written(notebook),
        "record": {
            "notebook": spec.name,
            "unreadable": one.unreadable,
            "notes": [*one.notes, *result.notes],
            "flags": flagged,
            "ask": one.ask,
            "tests": [vars(t) for t in result.tests.values()],
        },
    }


def flags(spec: NotebookSpec, one: Repaired) -> list[str]:
    """Return where a student's text uses what a task forbids or no answer needs, for the instructor to look at."""
    names = {name for cell in spec.cells for name in cell.forbids}
    found = []
    for position, cell in enumerate(one.cells):
        if cell.origin != "student" or cell.kind != "code":
            continue
        # In a question's own cell its own bans hold; in a cell of the student's all of them may matter.
        mine = cell.spec.forbids if cell.spec is not None and cell.spec.role == "solution" else tuple(sorted(names))
        place = cell.spec.id if cell.spec is not None else f"added cell, number {position + 1}"
        found += [str(flag) for flag in scan.forbidden(cell.source, mine, place)]
        found += [str(flag) for flag in scan.suspicious(cell.source, place)]
    return found


def without_result(assignment: Assignment, reason: str) -> dict[str, dict]:
    """Return what stands for the result of a submission that the grader itself failed on: 0 points and why."""
    found = {}
    for name, spec in assignment.notebooks.items():
        one = repair(spec, None, reason)
        found[name] = finished(spec, one, failed(spec, reason), [])
    return found
