"""Grades one repaired notebook: runs it, judges its tests, returns verdicts. Knows no gradebook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from course_lib.checks.frame import LEFT
from course_lib.grading.reasons import BLANK, elsewhere, not_installed, why_broken
from course_lib.grading.repair.matching import squeeze
from course_lib.grading.repair.rebuild import Repaired
from course_lib.grading.spec import NotebookSpec, SpecCell


@dataclass
class CellResult:
    """The outcome of one machine-graded cell."""

    id: str
    points: float
    max_points: float
    results: list[tuple[str, str | None]] = field(default_factory=list)  # (title, message or None) a check
    reason: str = ""  # in words, when no check says why
    output: str = ""

    @property
    def passed(self) -> bool:
        return self.points == self.max_points


@dataclass
class Result:
    """The outcome of one notebook."""

    notebook: str
    tests: dict[str, CellResult]
    runs: dict[int, dict[str, Any]]  # by position in the repaired notebook: what a cell showed
    notes: list[str] = field(default_factory=list)

    @property
    def points(self) -> float:
        """Machine-graded points."""
        return sum(t.points for t in self.tests.values())

    def why_lost(self) -> list[str]:
        """Return one line for each machine-graded cell that lost its points."""
        return [f"{t.id}: {t.reason or first_failure(t.results)}" for t in self.tests.values() if not t.passed]


def first_failure(results: list[tuple[str, str | None]]) -> str:
    """Return the first failed check as one line."""
    for title, message in results:
        if message is not None:
            return f"{title}: {' '.join(message.split())}"
    return "no check passed"


def unanswered(results: list[tuple[str, str | None]], reason: str) -> bool:
    """Return whether a test failed since the blank is empty: its cell raised nothing else, or the function in it."""
    return reason == BLANK or any(message is not None and LEFT in message for _, message in results)


def failed(spec: NotebookSpec, reason: str) -> Result:
    """Return the result of a notebook that could not be graded at all: 0 points, and why."""
    return Result(spec.name, {t.id: CellResult(t.id, 0, t.points, reason=reason) for t in spec.tests}, {})


def grade(
    spec: NotebookSpec,
    repaired: Repaired,
    judge: Any,
    seed: str,
    limits: dict[str, float] | None = None,
    pictures: str = "all",
) -> Result:
    """Return the result of a repaired notebook. It never raises for what a student did.

    Parameters
    ----------
    judge : Judge or Engine
        What carries out the steps: anything with their ``job``.
    seed : str
        The campaign's secret seed: the hidden checks' random inputs follow from it.
    limits : dict, optional
        See :class:`course_lib.grading.limits.Limits`.
    pictures : {"all", "manual", "none"}
        Which figures to draw: those of all cells, or of the questions that a person reads. No mark depends on it.

    Raises
    ------
    JudgeFailed
        If the judge itself failed.
    """
    if repaired.unreadable:
        return failed(spec, repaired.unreadable)
    steps, positions = _steps(spec, repaired, pictures)
    outcomes = judge.job(steps, seed, limits, spec.modules)
    result = Result(spec.name, {}, {})
    broken: dict[str, str] = {}
    given = {line for cell in spec.cells for line in cell.released.splitlines()}
    for step, position, outcome in zip(steps, positions, outcomes, strict=True):
        if step["do"] == "run":
            result.runs[position] = outcome
            if outcome["died"]:
                result.notes.append(f"cell {step['id']}: {outcome['died']}; grading went on from the state before it")
            if outcome["over"]:
                result.notes.append(f"cell {step['id']}: {outcome['over']}; processes that it had started were ended")
            mine = repaired.cells[position].origin == "student"
            used = elsewhere(_own_lines(repaired.cells[position].source, given), outcome) if mine else ""
            if used:
                end = f"but the cell stopped: {outcome['error'][1][:100]}" if outcome["error"] else "and costs nothing"
                result.notes.append(f"cell {step['id']}: {used} does nothing when graded, {end}")
            for package in not_installed(outcome):
                result.notes.append(
                    f"cell {step['id']}: {package} is not installed where it is graded; only what uses it fails"
                )
            cell, source = repaired.cells[position].spec, repaired.cells[position].source
            if cell is not None and cell.role == "solution":
                broken[cell.question] = why_broken(outcome, source, squeeze(source) == squeeze(cell.released))
        else:
            test = spec.cell(step["id"])
            result.tests[test.id] = _verdict(test, outcome, broken.get(test.question, ""))
    for test in spec.tests:  # silence earns nothing
        result.tests.setdefault(test.id, CellResult(test.id, 0, test.points, reason="it was not run"))
    return result


def _steps(spec: NotebookSpec, repaired: Repaired, pictures: str = "all") -> tuple[list[dict], list[int]]:
    steps, positions = [], []
    read_by_a_person = {cell.question for cell in spec.cells if cell.role == "manual"}
    question = ""
    for position, cell in enumerate(repaired.cells):
        question = cell.spec.question if cell.spec is not None else question
        if cell.spec is not None and cell.spec.is_test:
            steps.append(test_step(cell.spec))
        elif (
            cell.kind == "code" and cell.runs and cell.source.strip() and not (cell.spec and cell.spec.role == "handin")
        ):
            steps.append(
                {
                    "do": "run",
                    "id": cell.spec.id if cell.spec else f"added, number {position + 1}",
                    "source": cell.source,
                    "figures": pictures == "all" or (pictures == "manual" and question in read_by_a_person),
                }
            )
        else:
            continue
        positions.append(position)
    return steps, positions


def test_step(cell: SpecCell, do: str = "test") -> dict:
    """Return the judge's step for a test cell; ``do="plain"`` runs it as Jupyter would."""
    return {"do": do, "id": cell.id, "source": cell.instructor, "names": cell.names, "hidden": cell.role == "hidden"}


def _own_lines(source: str, given: set[str]) -> str:
    """Return the lines of a cell that no released cell has."""
    return "\n".join(line for line in source.splitlines() if line not in given)


def _verdict(cell: SpecCell, outcome: dict, broken: str) -> CellResult:
    """Return what a test came to. If the answer's own cell did not run, that is the reason to tell."""
    if outcome["passed"] is True:
        return CellResult(
            cell.id, cell.points, cell.points, [tuple(r) for r in outcome["results"]], "", outcome["output"]
        )
    return CellResult(
        cell.id,
        0.0,
        cell.points,
        [tuple(r) for r in outcome["results"]],
        broken or outcome["reason"],
        outcome["output"],
    )
