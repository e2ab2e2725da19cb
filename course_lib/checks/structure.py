"""Sets of choices, the order of steps and graphs as answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from course_lib.checks.compare import fail, show, text


def chosen(
    value: Any, among: Mapping[str, str] | list[str], *, name: str = "answer", hint: str | None = None
) -> set[str]:
    """Require options out of ``among``, as a list, tuple or set of texts or as one text; return them in lower case.

    Letters may stand in one text: "ACE", "A, C, E".
    """
    known = {str(option).lower() for option in among}
    if isinstance(value, str):
        letters = all(len(option) == 1 for option in known) and value.strip().lower() not in known
        value = re.findall(r"\w", value) if letters else [value]
    value = _listed(value)
    if not isinstance(value, list | tuple | set | frozenset):
        fail(f"{name}: expected a list of texts such as {sorted(among)[:2]}, got {show(value)}", hint)
    given = {text(v, name=name, hint=hint) for v in value}
    strangers = sorted(given - known)
    if strangers:
        fail(f"{name}: {show(strangers[0])} is none of the options {', '.join(map(repr, among))}", hint)
    return given


def choices(
    value: Any, right: set[str], among: Mapping[str, str] | list[str], *, name: str = "answer", hint: str | None = None
) -> None:
    """Require the set of options ``right``, given as a list, tuple or set of texts, in any order.

    Raises
    ------
    CheckFailed
        It says how many options are wrong or missing, and not which.
    """
    given = chosen(value, among, name=name, hint=hint)
    wanted = {r.lower() for r in right}
    extra, missing = len(given - wanted), len(wanted - given)
    if extra or missing:
        parts = ([f"{extra} of those you chose {'does' if extra == 1 else 'do'} not belong"] if extra else []) + (
            [f"{missing} {'is' if missing == 1 else 'are'} missing"] if missing else []
        )
        fail(f"{name}: {' and '.join(parts)}", hint)


def steps(
    value: Any, among: Mapping[str, str] | list[str], *, name: str = "order", hint: str | None = None
) -> list[str]:
    """Require different steps in an order, as a list or as a text such as "A, B", and return them in lower case."""
    if isinstance(value, str):
        value = value.replace(",", " ").split() if " " in value.strip() or "," in value else list(value.strip())
    value = _listed(value)
    if not isinstance(value, list | tuple):
        fail(f"{name}: expected a list of steps such as {list(among)[:2]}, got {show(value)}", hint)
    known = {str(option).lower() for option in among}
    given = [text(v, name=name, hint=hint) for v in value]
    strangers = [g for g in given if g not in known]
    if strangers:
        fail(f"{name}: {show(strangers[0])} is none of the steps {', '.join(map(str, among))}", hint)
    if len(set(given)) != len(given):
        fail(f"{name}: a step stands twice", hint)
    return given


def order(
    value: Any, right: list[str], among: Mapping[str, str] | list[str], *, name: str = "order", hint: str | None = None
) -> None:
    """Require the steps ``right`` in their order; the message says how far the order is right."""
    given = steps(value, among, name=name, hint=hint)
    wanted = [r.lower() for r in right]
    if given != wanted:
        good = next(
            (i for i, (a, b) in enumerate(zip(given, wanted, strict=False)) if a != b), min(len(given), len(wanted))
        )
        many = "no step is" if good == 0 else "the first step is" if good == 1 else f"the first {good} steps are"
        fail(f"{name}: {many} in place; the proof has {len(wanted)} steps, you gave {len(given)}", hint)


def pairs(value: Any, *, name: str = "edges", hint: str | None = None) -> set[tuple[str, str]]:
    """Require pairs (from, to) of names and return them in lower case."""
    value = _listed(value)
    if not isinstance(value, list | tuple | set | frozenset):
        fail(f'{name}: expected a list of pairs such as [("x", "a")], got {show(value)}', hint)
    given = set()
    for edge in value:
        if not isinstance(edge, list | tuple) or len(edge) != 2:
            fail(f'{name}: every edge is a pair ("from", "to"), got {show(edge)}', hint)
        given.add(tuple(text(end, name=name, hint=hint) for end in edge))
    return given


def _listed(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value


def edges(value: Any, right: set[tuple[str, str]], *, name: str = "edges", hint: str | None = None) -> None:
    """Require a directed graph, given as pairs ``(from, to)`` of names, in any order.

    Raises
    ------
    CheckFailed
        With what is wrong: edges that go backwards, that do not belong (named), or how many are missing.
    """
    given = pairs(value, name=name, hint=hint)
    extra, missing = given - right, right - given
    back = {e for e in extra if e[::-1] in right}
    if back:
        a, b = sorted(back)[0]
        fail(f"{name}: {a} → {b} goes backwards: an edge goes from a variable to one that is computed from it", hint)
    if extra:
        a, b = sorted(extra)[0]
        fail(f"{name}: {a} → {b} does not belong: {b} is not computed directly from {a}", hint)
    if missing:
        fail(f"{name}: {len(missing)} of {len(right)} edges are missing", hint)
