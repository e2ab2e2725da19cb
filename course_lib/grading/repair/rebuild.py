"""Rebuilds a submission on the release notebook and writes down what was repaired."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from course_lib.grading.repair.matching import Match, match, names_of, squeeze
from course_lib.grading.repair.prose import IN_CODE, LEAST_WORDS, may_be_an_answer
from course_lib.grading.repair.reading import ARCHIVE, NO_NOTEBOOK, Handed, HandedCell, HandIn, Unreadable, parse
from course_lib.grading.repair.splitting import around_check, without_check
from course_lib.grading.spec import NotebookSpec, SpecCell

MAX_REASONS = 5  # files that are named where a notebook is missing
NEAR = 0.7  # how alike two names are, of which one may be meant for the other
CLEAR = 0.5  # the share of a notebook's cells, each word for word or by its id, that tells which notebook it is


@dataclass
class RepairedCell:
    """One cell of a repaired notebook, in the order in which it runs.

    ``spec`` is the released cell it stands for; None for a cell the student added. ``origin`` is "release" where
    the text is the release's own, "student" where it is the student's.
    """

    kind: str
    source: str
    origin: str
    spec: SpecCell | None = None
    runs: bool = True  # False for a blank that another cell of the student's answers


@dataclass
class Repaired:
    """A submission's notebook, ready to run."""

    name: str
    cells: list[RepairedCell]
    notes: list[str] = field(default_factory=list)
    unreadable: str = ""  # why there is nothing of the student's in it
    look: list[str] = field(default_factory=list)  # what a person should look at
    ask: list[str] = field(default_factory=list)  # blank written answers, by id, that may stand elsewhere

    def as_json(self) -> dict:
        """Return the notebook as plain data; cells of the release are named by their id."""
        cells = [[c.kind, c.source, c.origin, c.spec.id if c.spec else None, c.runs] for c in self.cells]
        return vars(self) | {"cells": cells}

    @classmethod
    def from_json(cls, data: dict, spec: NotebookSpec) -> Repaired:
        """Return the notebook that :meth:`as_json` gave."""
        cells = [RepairedCell(k, s, o, spec.cell(i) if i else None, r) for k, s, o, i, r in data["cells"]]
        return cls(**data | {"cells": cells})

    def answer(self, id_: str) -> str:
        """Return the student's text of a solution or manual cell; the release's if there is none."""
        own = [c.source for c in self.cells if c.spec is not None and c.spec.id == id_]
        return own[-1] if own else ""


def repair(spec: NotebookSpec, handed: Handed | None, reason: str = "") -> Repaired:
    """Return the release notebook with the answers of a handed-in one; with none, the reason why."""
    if handed is None:
        cells = [RepairedCell(c.kind, c.released, "release", c) for c in spec.cells]
        return Repaired(spec.name, cells, [], unreadable=reason or "nothing was handed in")
    matched = match(spec, handed.cells)
    notes = Notes()
    before, after = _anchored(spec, matched, handed)
    elsewhere = {n for c in matched.extra if c.kind == "code" for n in names_of(c)}
    elsewhere |= {
        n
        for id_, own in matched.of.items()
        for c in own
        if c.kind == "code" and squeeze(c.source) != squeeze(spec.cell(id_).released)
        for n in names_of(c)
    }
    _adopt_texts(spec, matched, after, notes)
    ask = _asked(spec, matched, before, after)
    pictures = _pictures(spec, matched)
    cells: list[RepairedCell] = [_own(c) for c in before]
    for released in spec.cells:
        cells += _cells_for(released, matched, notes, elsewhere)
        cells += [_own(c) for c in after.get(released.id, [])]
    look = [f"{id_}: blank, but words in other cells may be the answer" for id_ in ask]
    look += [f"{id_}: has pictures, which only the file in submitted/ shows" for id_ in pictures]
    notes_ = [*handed.notes, *notes.lines(), *_order_notes(spec, matched)]
    return Repaired(spec.name, cells, notes_, look=look, ask=[*ask, *pictures])


class Notes(dict[str, list[str]]):
    """What was repaired: a sentence, and the cells it was done to."""

    def add(self, what: str, cell: str) -> None:
        """Note that ``what`` was done to a cell."""
        self.setdefault(what, []).append(cell)

    def lines(self) -> list[str]:
        """Return one line a kind of repair."""
        return [
            f"{what}: {', '.join(ids[:4])}" + (f" and {len(ids) - 4} more" if len(ids) > 4 else "")
            for what, ids in self.items()
        ]


def _own(cell: HandedCell) -> RepairedCell:
    return RepairedCell(cell.kind, cell.source, "student")


def _anchored(spec: NotebookSpec, matched: Match, handed: Handed) -> tuple[list, dict[str, list[HandedCell]]]:
    """Return the student's own cells: those before everything, and those after each released cell."""
    owner = {c.position: id_ for id_, cells in matched.of.items() for c in cells}
    extra = {c.position for c in matched.extra}
    before, after, anchor = [], {}, None
    for cell in handed.cells:
        if cell.position in owner:
            if (
                matched.by[cell.position] == "names"
                and anchor is not None
                and _below(spec, anchor, owner[cell.position])
            ):
                after.setdefault(anchor, []).append(cell)  # it may do more than answer: cells below rely on that
            else:
                anchor = owner[cell.position]
        elif cell.position in extra:
            (before if anchor is None else after.setdefault(anchor, [])).append(cell)
    # A test must see what the student wrote below it, up to the next question's cells.
    tests = {c.id: c for c in spec.cells if c.is_test}
    order = [c.id for c in spec.cells]
    for id_ in list(after):
        # Only where the question's own cell is blank: what stands below an answered one runs below it.
        if id_ in tests and not _has_answer(spec, matched, tests[id_].question):
            first = next(i for i, c in enumerate(spec.cells) if c.is_test and c.question == tests[id_].question)
            target = order[first - 1] if first else id_
            if target != id_:
                after.setdefault(target, []).extend(after.pop(id_))
                after[target].sort(key=lambda c: c.position)
    return before, after


def _below(spec: NotebookSpec, anchor: str, id_: str) -> bool:
    """Return whether a cell stands below all checks of another cell's question."""
    checks = [i for i, c in enumerate(spec.cells) if c.is_test and c.question == spec.cell(id_).question]
    return bool(checks) and next(i for i, c in enumerate(spec.cells) if c.id == anchor) > checks[-1]


def _has_answer(spec: NotebookSpec, matched: Match, question: str) -> bool:
    return any(
        squeeze(c.source) != squeeze(cell.released)
        for cell in spec.cells
        if cell.role == "solution" and cell.question == question
        for c in matched.of[cell.id]
    )


def _adopt_texts(spec: NotebookSpec, matched: Match, after: dict[str, list[HandedCell]], notes: Notes) -> None:
    """Give a blank written answer the markdown cells that the student added around it."""
    for cell in spec.cells:
        own = matched.of[cell.id]
        if cell.role != "manual" or any(squeeze(c.source) != squeeze(cell.released) for c in own):
            continue
        near = [id_ for id_ in after if spec.cell(id_).question == cell.question]
        added = [c for id_ in near for c in after[id_] if c.kind != "code" and c.source.strip()]
        if added:
            matched.of[cell.id] = added
            for id_ in near:
                after[id_] = [c for c in after[id_] if c not in added]
            notes.add("a written answer in cells of its own was taken as the answer", cell.id)


def _asked(spec: NotebookSpec, matched: Match, before: list, after: dict[str, list[HandedCell]]) -> list[str]:
    """Return the written answers, by id, that are blank while words that may answer them stand in other cells.

    They are looked for in the cells of the same question and the next one's, and in those that the student added.
    """
    order = [c.id for c in spec.cells]
    found = []
    for cell in spec.cells:
        own = matched.of[cell.id]
        if cell.role != "manual" or any(squeeze(c.source) != squeeze(cell.released) for c in own):
            continue
        place = order.index(cell.id)
        later = [c.question for c in spec.cells[place:] if c.question not in ("", cell.question)]
        near = {cell.question, *later[:1]}
        added = [c for id_, cells in after.items() if spec.cell(id_).question in near for c in cells]
        added += before
        changed = [
            (c, one.released, IN_CODE if one.role == "solution" else LEAST_WORDS)
            for one in spec.cells
            if one.question in near and one.id != cell.id and one.role != "manual"
            for c in matched.of[one.id]
            if squeeze(c.source) != squeeze(one.released)
        ]
        if any(may_be_an_answer(c) for c in added) or any(may_be_an_answer(*one) for one in changed):
            found.append(cell.id)
    return found


def _pictures(spec: NotebookSpec, matched: Match) -> list[str]:
    return [c.id for c in spec.cells if c.role == "manual" and any(one.pictures for one in matched.of[c.id])]


def _cells_for(released: SpecCell, matched: Match, notes: Notes, elsewhere: set[str]) -> list[RepairedCell]:
    own = matched.of[released.id]
    changed = [c for c in own if squeeze(c.source) != squeeze(released.released)]
    if not own and (released.points or released.role == "solution"):
        notes.add("missing cells were put back", released.id)
    if len(own) > 1:
        notes.add(
            "cells that stood several times ran in order, so the last counts"
            if len(changed) > 1
            else "cells that stood several times count once",
            released.id,
        )
    for cell in own:
        if released.points or released.role == "solution":
            _note_cell(released, cell, matched.by.get(cell.position, ""), notes)
    if released.is_test:
        return _check_cells(released, changed, notes)
    if released.role in ("solution", "manual"):
        if released.role == "solution" and any(c.kind == "code" for c in changed):
            changed = [c for c in changed if c.kind == "code"]  # a draft switched off stays off
        answers = changed or own[-1:]
        if released.role == "solution" and not changed and released.defines & elsewhere:
            return [RepairedCell(released.kind, released.released, "release", released, runs=False)]
        if not answers:
            return [RepairedCell(released.kind, released.released, "release", released)]
        if released.role == "manual":
            joined = "\n\n".join(c.source for c in answers)
            return [RepairedCell(released.kind, joined, "student", released)]
        if released.role == "solution" and changed:
            _note_near_names(released, changed, elsewhere, notes)
        texts = [without_check(c.source) if c.kind == "code" else c.source for c in answers]
        return [RepairedCell(released.kind, text, "student", released) for text in texts]
    if released.role == "free" and changed:
        return [RepairedCell(released.kind, changed[-1].source, "student", released)]
    mine = [_own(c) for c in changed if c.kind == "code" or released.kind != "code"]
    return (
        [*mine, RepairedCell(released.kind, released.released, "release", released)]
        if released.kind == "code" or not mine
        else mine
    )


def _check_cells(released: SpecCell, changed: list[HandedCell], notes: Notes) -> list[RepairedCell]:
    """Return a check as it was released, between cells with what the student wrote above and below it."""
    around = [around_check(c.source, released.released) for c in changed if c.kind == "code"]
    own = [[RepairedCell("code", text, "student") for text in part if text] for part in zip(*around, strict=True)]
    above, below = own or ([], [])
    if changed:
        more = "; what else was written into them runs in cells of its own" if above or below else ""
        notes.add(f"edited checks were put back{more}", released.id)
    return [*above, RepairedCell("code", released.released, "release", released), *below]


def _note_near_names(released: SpecCell, changed: list[HandedCell], elsewhere: set[str], notes: Notes) -> None:
    """Note a name that an answer should have defined where it defines one that is nearly the same."""
    others = sorted({n for c in changed for n in names_of(c)} - released.defines)
    for name in sorted(released.defines - elsewhere):
        for near in difflib.get_close_matches(name, others, 1, NEAR):
            notes.add(f"no cell defines {name!r}, which the checks use; this one defines {near!r}", released.id)


def _note_cell(released: SpecCell, cell: HandedCell, how: str, notes: Notes) -> None:
    if cell.kind != released.kind:
        notes.add(f"cells that had become {cell.kind} are {released.kind} again", released.id)
    if how == "names":
        notes.add("answers were recognised by the names they define, since their cell's id was lost", released.id)
    elif not cell.grade_id:
        notes.add("nbgrader's marks on cells were lost and were put back", released.id)
    elif cell.grade_id != released.id:
        notes.add("changed cell ids were put back", released.id)


def _order_notes(spec: NotebookSpec, matched: Match) -> list[str]:
    positions = [matched.of[c.id][-1].position for c in spec.cells if matched.of[c.id]]
    return [] if positions == sorted(positions) else ["cells had been moved and stand in the release's order again"]


def assign(specs: dict[str, NotebookSpec], handin: HandIn) -> dict[str, tuple[Handed | None, str, list[str]]]:
    """Find the notebooks of a submission by content, whatever the files are called.

    Returns
    -------
    dict
        For each notebook of the assignment: what was handed in (or None), why not, and notes.
    """
    handed: list[Handed] = []
    problems = dict(handin.problems)
    for file, data in handin.files.items():
        try:
            handed.append(Handed(file, *parse(data)))
        except Unreadable as error:
            problems[file] = str(error)
    best: dict[str, list[tuple[float, Handed]]] = {name: [] for name in specs}
    ours = {label for spec in specs.values() for label in _labels(c.released for c in spec.cells)}
    for one in handed:
        labels = _labels(c.source for c in one.cells)
        if ours and labels and not labels & ours:
            problems[one.name] = f"it is the notebook {min(labels)}, not one of this assignment"
            continue
        scores = {name: _likeness(spec, one, similar=False) for name, spec in specs.items()}
        if max(scores.values()) < CLEAR:  # texts that are only similar are worth the time of comparing them
            scores = {name: _likeness(spec, one) for name, spec in specs.items()}
        name = max(scores, key=scores.get)
        if scores[name] > 0:
            best[name].append((scores[name], one))
        else:
            problems[one.name] = "it is a notebook, but none of this assignment: no cell of the release is in it"
    return {name: _choose(spec, best[name], problems, len(specs) == 1) for name, spec in specs.items()}


def _labels(texts: Iterable[str]) -> set[str]:
    """Return what notebooks call themselves: ``assignment/notebook``, where they start the course's library."""
    return {label for text in texts for label in re.findall(r"course_lib\.start\([\"']([\w./-]+)[\"']", text)}


def _likeness(spec: NotebookSpec, handed: Handed, similar: bool = True) -> float:
    """Return the share of released code cells and answers that a notebook has."""
    matched = match(spec, handed.cells, similar)
    weights = {c.id: 2.0 if c.role == "solution" or c.points else 0.5 for c in spec.cells}
    return sum(weights[id_] for id_, cells in matched.of.items() if cells) / sum(weights.values())


def _work(spec: NotebookSpec, handed: Handed) -> int:
    """Return how many answers of a notebook differ from the release."""
    matched = match(spec, handed.cells)
    return sum(
        any(squeeze(c.source) != squeeze(cell.released) for c in matched.of[cell.id])
        for cell in spec.cells
        if cell.role in ("solution", "manual")
    )


def _choose(
    spec: NotebookSpec, found: list[tuple[float, Handed]], problems: dict[str, str], alone: bool
) -> tuple[Handed | None, str, list[str]]:
    exact = f"{spec.name}.ipynb"
    if not found:
        named = [f"{_last(p)}: {why}" for p, why in problems.items() if spec.name in _last(p)] or (
            [f"{_last(p)}: {why}" for p, why in problems.items()] if alone else []
        )
        if not named and problems:
            named = ["this notebook was not found", *(f"{_last(p)}: {why}" for p, why in problems.items())]
        more = [f"and {len(named) - MAX_REASONS} more"] if len(named) > MAX_REASONS else []
        return None, "; ".join([*named[:MAX_REASONS], *more]) or "nothing was handed in", []
    work = {id(f[1]): _work(spec, f[1]) for f in found}
    enough = max(work.values()) / 2  # who has the file's own name need not have the most

    def rank(one: tuple[float, Handed]) -> tuple:
        done = work[id(one[1])]
        return done > 0 and done >= enough, _last(one[1].name) == exact, done, one[0]

    ranked = sorted(found, key=rank)
    chosen = ranked[-1][1]
    notes = []
    if _last(chosen.name) != exact:
        notes.append(f"the file {_last(chosen.name)!r} was recognised as {exact}")
    if len(found) > 1:
        same = len({_last(f.name) for _, f in ranked}) < len(ranked)  # then only their folders tell them apart
        names = [repr(f.name if same else _last(f.name)) for _, f in ranked]
        notes.append(f"several files are this notebook; {names[-1]} counts, not {', '.join(names[:-1][:MAX_REASONS])}")
    notes += [
        f"{_last(p)} was left out: {why}"
        for p, why in problems.items()
        if spec.name in _last(p) and why not in (NO_NOTEBOOK, ARCHIVE)
    ]
    return chosen, "", notes


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def repair_all(specs: dict[str, NotebookSpec], handin: HandIn) -> dict[str, Repaired]:
    """Return each notebook of the assignment, rebuilt from what was handed in."""
    repaired = {}
    for name, (handed, reason, notes) in assign(specs, handin).items():
        repaired[name] = repair(specs[name], handed, reason)
        repaired[name].notes += notes
    return repaired
