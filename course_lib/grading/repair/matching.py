"""Matches the cells of a handed-in notebook with the cells of the release."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from functools import lru_cache

from course_lib.grading.builder.contract import ordered_names, without_magics
from course_lib.grading.repair.reading import HandedCell
from course_lib.grading.spec import NotebookSpec, SpecCell

SIMILAR = 0.75
IN_PYTHON = ("time", "capture", "prun")  # magics whose cell runs as Python, in the notebook's namespace
MAX_COMPARISONS = 400  # of texts, in one notebook: the rest stay the student's own cells


@dataclass
class Match:
    """Which handed-in cells belong to each released cell, in document order; the rest are the student's own."""

    of: dict[str, list[HandedCell]] = field(default_factory=dict)
    extra: list[HandedCell] = field(default_factory=list)
    by: dict[int, str] = field(default_factory=dict)  # how a handed cell was matched: "id", "text", "names"


def squeeze(text: str) -> str:
    """Return a cell's text without trailing space and empty lines at its ends."""
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines()).strip()


def match(spec: NotebookSpec, handed: list[HandedCell], similar: bool = True) -> Match:
    """Match by grade_id or cell id, then by the text that stood there, then by the names a cell defines.

    What is left is compared word by word, unless exactly the same words are asked for: ``similar`` = False.
    """
    result = Match({c.id: [] for c in spec.cells})
    by_id = {c.id: c for c in spec.cells}
    by_text: dict[str, list[SpecCell]] = {}
    for cell in spec.cells:
        by_text.setdefault(squeeze(cell.released), []).append(cell)
    answers = {name: c for c in spec.cells if c.role == "solution" for name in c.defines}
    answered = _answered_by_id(spec, handed, by_id)
    place = {c.id: i for i, c in enumerate(spec.cells)}
    last = {c.question: place[c.id] for c in spec.cells if c.is_test}  # each question's last check
    solutions = [c for c in spec.cells if c.role == "solution"]
    for cell in handed:
        same = [c for c in by_text.get(squeeze(cell.source), []) if cell.source.strip()]
        target, how = _target(cell, by_id, same, result, answers, answered)
        if target is None:
            result.extra.append(cell)
        else:
            result.of[target.id].append(cell)
            result.by[cell.position] = how
        if target is not None and how != "names":
            # What stands below a question's checks is no answer to it if one stands above them.
            answered |= {
                c.id
                for c in solutions
                if last.get(c.question, len(place)) <= place[target.id]
                and any(result.by[one.position] == "names" for one in result.of[c.id])
            }
    if similar:
        _by_similarity(spec, result)
    return result


def _target(
    cell: HandedCell,
    by_id: dict[str, SpecCell],
    same: list[SpecCell],
    result: Match,
    answers: dict[str, SpecCell],
    answered: set[str],
) -> tuple[SpecCell | None, str]:
    own = by_id.get(cell.grade_id) or by_id.get(cell.id)
    if same:
        # Two released cells may read the same: the one with this id, else the first that has no counterpart yet.
        if own in same:
            return own, "id"
        return next((c for c in same if not result.of[c.id]), same[0]), "text"
    named = _answered(cell, answers, answered)
    if named is not None and (own is None or own.role != "solution" or not (own.defines & names_of(cell))):
        # The cell answers another question than its id says: it was copied there, or its id was lost.
        return named, "id" if own is named else "names"
    if own is not None:
        return own, "id"
    return None, ""


def _answered_by_id(spec: NotebookSpec, handed: list[HandedCell], by_id: dict[str, SpecCell]) -> set[str]:
    """Return the questions whose own cell holds an answer: it differs from the blank and defines a name asked for."""
    found = set()
    for cell in handed:
        own = by_id.get(cell.grade_id) or by_id.get(cell.id)
        if (
            own is not None
            and own.role == "solution"
            and squeeze(cell.source) != squeeze(own.released)
            and (names_of(cell) & own.defines)
        ):
            found.add(own.id)
    return found


def _answered(cell: HandedCell, answers: dict[str, SpecCell], answered: set[str]) -> SpecCell | None:
    """Return the question that a code cell answers by the names it defines.

    A question whose own cell holds an answer wants none: a later cell that binds its names is the student's own.
    Of several, the one of which the cell defines most counts.
    """
    if cell.kind != "code":
        return None
    names = _ordered_names(cell.kind, cell.source)
    open_ = [answers[n] for n in names if n in answers and answers[n].id not in answered]
    return max(open_, key=lambda c: sum(n in c.defines for n in names) / len(c.defines), default=None)


def names_of(cell: HandedCell) -> set[str]:
    """Return the names a cell defines at its top level."""
    return set(_ordered_names(cell.kind, cell.source))


@lru_cache(maxsize=4096)
def _ordered_names(kind: str, source: str) -> tuple[str, ...]:
    """Return the names a cell defines at its top level, in order, also when its text does not parse."""
    if kind == "code" and (magic := re.match(r"\s*%%(\w+)", source)) and magic[1] not in IN_PYTHON:
        return ()
    if kind == "code" or "def " in source or "class " in source or "=" in source:
        try:
            return tuple(ordered_names(without_magics(source)))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            found = re.findall(r"^(?:(?:async )?def|class)\s+(\w+)|^(\w+(?:\s*,\s*\w+)*)\s*=(?!=)", source, re.M)
            return tuple(n for pair in found for n in re.findall(r"\w+", "".join(pair))) if kind == "code" else ()
    return ()


def _by_similarity(spec: NotebookSpec, result: Match) -> None:
    """Give a released cell that has no counterpart the student's own cell that is most like it."""
    budget = [MAX_COMPARISONS]
    for cell in spec.cells:
        if result.of[cell.id] or len(cell.released) < 40 or cell.role == "solution":
            continue
        wanted = squeeze(cell.released)
        scored = [
            (_ratio(wanted, squeeze(c.source), budget), -i, c)
            for i, c in enumerate(result.extra)
            if (c.kind == "code") == (cell.kind == "code")
        ]
        best = max(scored, default=None, key=lambda s: s[:2])
        if best and best[0] >= SIMILAR:
            result.of[cell.id].append(best[2])
            result.by[best[2].position] = "text"
            result.extra.remove(best[2])


def _ratio(a: str, b: str, budget: list[int]) -> float:
    """Return how alike two texts are, line by line and word by word; 0 when the budget is used up."""
    a, b = a[:5000].split(), b[:5000].split()
    if budget[0] <= 0 or not 0.5 < (len(a) + 1) / (len(b) + 1) < 2:
        return 0.0
    budget[0] -= 1
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= SIMILAR and matcher.quick_ratio() >= SIMILAR else 0.0
