"""Ranges as answers: an interval, an inequality or two ends, compared by which numbers belong to them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np

from course_lib.checks.compare import fail, show
from course_lib.checks.symbolic import (
    POINTS,
    Undefined,
    evaluate,
    expression,
    holds,
    nearly,
    out_of_place,
    real,
    shown_number,
)


def interval(
    actual: Any,
    variable: str,
    low: Any,
    high: Any,
    *,
    name: str = "range",
    hint: str | None = None,
) -> None:
    """Require the open interval from ``low`` to ``high`` for ``variable``, in any of these forms.

    ``sympy.Interval.open(low, high)``, a pair ``(low, high)`` of ends, an inequality or several joined with ``&``.
    Where the lower end is 0, an upper bound alone is enough: a step size is positive. What is compared is which
    numbers belong to the set, the ends among them, for several values of the other symbols.

    Parameters
    ----------
    low, high : sympy.Expr or number
        In the other symbols, which are positive.

    Raises
    ------
    CheckFailed
        With what is wrong about it: an end that belongs or does not, or a number at which it differs.
    """
    member = _membership(actual, variable, name, hint)
    low, high = expression(low), expression(high)
    allowed = {s.name for s in low.free_symbols | high.free_symbols} | {variable}
    unknown = sorted(member.names - allowed)
    if unknown:
        fail(out_of_place(name, unknown, allowed), hint)
    try:
        wrong = _first_difference(member, variable, low, high, allowed - {variable})
    except Undefined as error:
        fail(f"{name}: cannot be evaluated ({error})", hint)
    if wrong is not None:
        fail(f"{name}: {wrong}", hint)


class _Ends:
    """An open interval by its ends, whatever is known of their signs."""

    def __init__(self, start: Any, end: Any):
        self.start, self.end = start, end
        self.free_symbols = start.free_symbols | end.free_symbols


class _Membership:
    """Says which numbers belong to a set that a student wrote down.

    ``names`` are the symbols in it; ``start`` is its lower end if it was given by its ends.
    """

    def __init__(self, condition: Any, variable: str):
        import sympy as sp

        self.condition, self.variable = condition, variable
        self.names = {s.name for s in condition.free_symbols}
        if isinstance(condition, sp.ConditionSet):
            self.names |= {variable}
        self.start = condition.start if isinstance(condition, sp.Interval | _Ends) else None

    def __call__(self, point: dict) -> bool:
        import sympy as sp

        if isinstance(self.condition, _Ends):
            value, low, high = point[self.variable], real(self.condition.start, point), real(self.condition.end, point)
            return low < value < high and not nearly(value, low) and not nearly(value, high)
        if isinstance(self.condition, sp.Contains):
            return _belongs(self.condition.args[1], real(self.condition.args[0], point), point)
        if isinstance(self.condition, sp.Set):
            return _belongs(self.condition, point[self.variable], point)
        return holds(self.condition, point)


def _membership(value: Any, variable: str, name: str, hint: str | None) -> _Membership:
    import sympy as sp

    if isinstance(value, str) or value is None:
        fail(f"{name}: expected a range such as sp.Interval.open(0, 1), got {show(value)}", hint)
    if isinstance(value, list | tuple | sp.Tuple | np.ndarray):
        ends = list(value)
        if len(ends) != 2 or any(
            isinstance(end, sp.logic.boolalg.Boolean | list) for end in ends if not _is_symbol(end)
        ):
            fail(f"{name}: expected the two ends of an interval, got {len(ends)} values: {show(ends)}", hint)
        low, high = (expression(v, name=f"{name}, an end", hint=hint) for v in ends)
        return _Membership(_Ends(low, high), variable)
    is_set = isinstance(value, sp.Set) and value is not sp.S.EmptySet
    if is_set or (isinstance(value, sp.logic.boolalg.Boolean) and not _is_symbol(value)):
        member = _Membership(value, variable)
        if value in (sp.true, sp.false) or (not is_set and variable not in member.names):
            fail(f"{name}: the inequality says nothing about {variable}", hint)
        return member
    fail(
        f"{name}: expected a range such as sp.Interval.open(0, 1) or (0 < {variable}) & ({variable} < 1), "
        f"got {show(value)}",
        hint,
    )
    raise AssertionError


def _is_symbol(value: Any) -> bool:
    import sympy as sp

    return isinstance(value, sp.Symbol)


def range_of(value: Any, variable: str, symbols: set[str], *, name: str = "range", hint: str | None = None) -> None:
    """Require a range for ``variable`` in no other than these symbols; whether it is right is not looked at."""
    unknown = sorted(_membership(value, variable, name, hint).names - symbols - {variable})
    if unknown:
        fail(out_of_place(name, unknown, symbols | {variable}), hint)


def _belongs(where: Any, value: Any, point: dict) -> bool:
    """Return whether a number belongs to a SymPy set at a point. Raises Undefined."""
    import sympy as sp

    if isinstance(where, sp.Interval):
        low, high = real(where.start, point), real(where.end, point)
        above = (value > low and not nearly(value, low)) or (nearly(value, low) and where.left_open != sp.true)
        return above and (
            (value < high and not nearly(value, high)) or (nearly(value, high) and where.right_open != sp.true)
        )
    if isinstance(where, sp.Union | sp.Intersection):
        parts = [_belongs(part, value, point) for part in where.args]
        return any(parts) if isinstance(where, sp.Union) else all(parts)
    if isinstance(where, sp.Complement):
        return _belongs(where.args[0], value, point) and not _belongs(where.args[1], value, point)
    if isinstance(where, sp.FiniteSet):
        return any(nearly(value, real(one, point)) for one in where.args)
    if isinstance(where, sp.ConditionSet):
        symbol, condition, base = where.args
        return _belongs(base, value, point) and holds(condition, point | {symbol.name: value})
    if where is sp.S.Reals:
        return True
    raise Undefined(f"{type(where).__name__} is not known here; write an Interval or an inequality")


def _first_difference(member: _Membership, variable: str, low: Any, high: Any, others: set[str]) -> str | None:
    """Return in words where a set differs from the open interval; None if nowhere that was looked at."""
    rng = np.random.default_rng(2026)
    points = [
        {n: Fraction(int(rng.integers(1, 30)), int(rng.integers(1, 12))) for n in sorted(others)} for _ in range(POINTS)
    ]
    evaluated = 0
    for point in points:
        a, b = evaluate(low, point), evaluate(high, point)
        width, tiny = b - a, (b - a) / 10**6
        inside = [a + width * k / 24 for k in range(1, 24)] + [b - tiny, a + tiny]
        outside = [b + tiny, *(b + width * k for k in (Fraction(1, 10), 1, 3))]
        outside += [a - tiny, *(a - width * k for k in (Fraction(1, 10), 1, 3))] if a != 0 else []
        for number in (*inside, *outside):
            belongs = _try(member, {**point, variable: number})
            evaluated += belongs is not None and number in inside
            if belongs is None and number in inside:
                continue  # an equal form may have no value at single numbers, such as log 0
            if bool(belongs) is not (number in inside):
                where = ", ".join(f"{n} = {shown_number(v)}" for n, v in point.items())
                said = f"{variable} = {shown_number(number)} should {'' if number in inside else 'not '}belong to it"
                return (f"at {where}, " if where else "") + said
    if evaluated < 20 * len(points):
        member(points[0] | {variable: (evaluate(low, points[0]) + evaluate(high, points[0])) / 3})  # says why not
        return "it cannot be evaluated at most numbers"
    for point in points:
        a, b = evaluate(low, point), evaluate(high, point)
        if _try(member, {**point, variable: b}):
            return "its upper end does not belong to it: < or ≤?"
        # A lower end 0 may be left out of an inequality: then smaller numbers belong as well.
        below = a == 0 and _try(member, {**point, variable: Fraction(-1, 10**6)})
        if _try(member, {**point, variable: a}) and not below:
            return "its lower end does not belong to it: < or ≤?"
        if member.start is not None and below and real(member.start, point) != float("-inf"):
            return f"its lower end is not {shown_number(a)}"
    return None


def _try(member: _Membership, point: dict) -> bool | None:
    """Return whether a number belongs, None where the set has no meaning there."""
    try:
        return member(point)
    except Undefined:
        return None
