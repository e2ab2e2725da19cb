"""Matches the cells of a handed-in notebook with the cells of the release."""

from __future__ import annotations

import ast
import difflib
import re
from dataclasses import dataclass, field

from course_lib.grading.builder.contract import top_level_names
from course_lib.grading.repair.reading import HandedCell
from course_lib.grading.spec import NotebookSpec, SpecCell

SIMILAR = 0.75


@dataclass
class Match:
    """Which handed-in cells belong to each released cell, in document order; the rest are the student's own."""

    of: dict[str, list[HandedCell]] = field(default_factory=dict)
    extra: list[HandedCell] = field(default_factory=list)
    by: dict[int, str] = field(default_factory=dict)  # how a handed cell was matched: "id", "text", "names"


def squeeze(text: str) -> str:
    """Return a cell's text without trailing space and empty lines at its ends."""
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines()).strip()


def match(spec: NotebookSpec, handed: list[HandedCell]) -> Match:
    """Match by grade_id or cell id, then by the text that stood there, then by the names a cell defines."""
    result = Match({c.id: [] for c in spec.cells})
    by_id = {c.id: c for c in spec.cells}
    by_text: dict[str, list[SpecCell]] = {}
    for cell in spec.cells:
        by_text.setdefault(squeeze(cell.released), []).append(cell)
    answers = {name: c for c in spec.cells if c.role == "solution" for name in c.defines}
    for cell in handed:
        same = [c for c in by_text.get(squeeze(cell.source), []) if cell.source.strip()]
        target, how = _target(cell, by_id, same, result, answers)
        if target is None:
            result.extra.append(cell)
        else:
            result.of[target.id].append(cell)
            result.by[cell.position] = how
    _by_similarity(spec, result)
    return result


def _target(
    cell: HandedCell, by_id: dict[str, SpecCell], same: list[SpecCell], result: Match, answers: dict[str, SpecCell]
) -> tuple[SpecCell | None, str]:
    own = by_id.get(cell.grade_id) or by_id.get(cell.id)
    if same:
        # Two released cells may read the same: the one with this id, else the first that has no counterpart yet.
        if own in same:
            return own, "id"
        return next((c for c in same if not result.of[c.id]), same[0]), "text"
    named = _answered(cell, answers)
    if named is not None and (own is None or own.role != "solution" or not (own.defines & _names(cell))):
        # The cell answers another question than its id says: it was copied there, or its id was lost.
        return named, "id" if own is named else "names"
    if own is not None:
        return own, "id"
    return None, ""


def _answered(cell: HandedCell, answers: dict[str, SpecCell]) -> SpecCell | None:
    """Return the question that a cell answers, by the names it defines; the first of several."""
    for name in _ordered_names(cell):
        if name in answers:
            return answers[name]
    return None


def _names(cell: HandedCell) -> set[str]:
    return set(_ordered_names(cell))


def _ordered_names(cell: HandedCell) -> list[str]:
    """Return the names a cell defines at its top level, in order, also when its text does not parse."""
    if cell.kind == "code" or "def " in cell.source or "class " in cell.source or "=" in cell.source:
        try:
            tree = ast.parse(cell.source)
            return [n for node in tree.body for n in sorted(top_level_names(ast.unparse(node)))]
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            if cell.kind != "code":
                return []
            return re.findall(r"^(?:def|class)\s+(\w+)", cell.source, re.M)
    return []


def _by_similarity(spec: NotebookSpec, result: Match) -> None:
    """Give a released cell that has no counterpart the student's own cell that is most like it."""
    for cell in spec.cells:
        if result.of[cell.id] or len(cell.released) < 40 or cell.role == "solution":
            continue
        wanted = squeeze(cell.released)
        scored = [
            (_ratio(wanted, squeeze(c.source)), -i, c)
            for i, c in enumerate(result.extra)
            if (c.kind == "code") == (cell.kind == "code")
        ]
        best = max(scored, default=None, key=lambda s: s[:2])
        if best and best[0] >= SIMILAR:
            result.of[cell.id].append(best[2])
            result.by[best[2].position] = "text"
            result.extra.remove(best[2])


def _ratio(a: str, b: str) -> float:
    a, b = a[:5000], b[:5000]
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= SIMILAR and matcher.quick_ratio() >= SIMILAR else 0.0
