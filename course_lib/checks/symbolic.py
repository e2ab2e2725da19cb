"""Formulas as answers: compared by value at random points, symbols matched by name whatever their assumptions.

So every equal form is right. Nothing is simplified: an expression that would explode then is only evaluated.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from course_lib.checks.compare import fail, show
from course_lib.remote import type_name

MAX_NODES = 5_000
MAX_POWER = 64  # exponent up to which a power of fractions stays a fraction
POINTS = 12  # at which two formulas are compared

Number = Fraction | float | complex


class Undefined(Exception):
    """An expression has no finite value at a point."""


def evaluate(expression: Any, point: Mapping[str, Number]) -> Number:
    """Return the value of a SymPy expression at a point, in fractions as long as that is possible, else in floats.

    Parameters
    ----------
    expression : sympy.Expr
    point : mapping of str to number
        A value for the name of every symbol.

    Raises
    ------
    Undefined
        If there is no finite value, or the expression holds what is not known here.
    """
    budget = [MAX_NODES]
    point = {name: v if isinstance(v, Fraction | complex) else float(v) for name, v in point.items()}
    try:
        value = _value(expression, point, budget)
    except (ArithmeticError, ValueError, TypeError, RecursionError) as error:  # TypeError: an order of complex numbers
        raise Undefined(str(error)) from error
    if isinstance(value, complex):
        if abs(value.imag) > 1e-9 * (1 + abs(value)):
            return value
        value = value.real
    if isinstance(value, float) and not math.isfinite(value):
        raise Undefined("not finite")
    return value


def _value(node: Any, point: Mapping[str, Number], budget: list[int]) -> Any:
    import sympy as sp

    budget[0] -= 1
    if budget[0] < 0:
        raise ValueError("the expression is too long")
    if isinstance(node, sp.Symbol):
        if node.name not in point:
            raise ValueError(f"{node.name} has no value")
        return point[node.name]
    if isinstance(node, sp.Rational):
        return Fraction(int(node.p), int(node.q))
    if isinstance(node, sp.Float):
        number = float(node)  # 15 digits: 0.1 * 3 is meant as 0.3
        return Fraction(f"{number:.15g}") if math.isfinite(number) else number
    if isinstance(node, sp.NumberSymbol):
        return float(node)
    if node is sp.I:
        return 1j
    if isinstance(node, sp.Piecewise):
        for value, condition in node.args:
            if holds(condition, point):
                return _value(value, point, budget)
        raise ValueError("no piece holds here")
    if isinstance(node, sp.Derivative | sp.Integral | sp.Sum | sp.Product):
        raise ValueError(f"{type(node).__name__} is not carried out yet: add .doit()")
    arguments = [_value(a, point, budget) for a in node.args]
    if isinstance(node, sp.Add):
        return sum(arguments, Fraction(0))
    if isinstance(node, sp.Mul):
        return math.prod(arguments, start=Fraction(1))
    if isinstance(node, sp.Pow):
        return _power(*arguments)
    name = type(node).__name__
    if name in FUNCTIONS:
        return FUNCTIONS[name](*arguments)
    raise ValueError(f"{name} is not known here; write it with exp, log, sin, cos, Abs and powers")


def holds(relation: Any, point: Mapping[str, Number]) -> bool:
    """Return whether an inequality, or several joined by And, Or and Not, holds at a point. Raises Undefined."""
    import sympy as sp

    if isinstance(relation, sp.And | sp.Or):
        parts = [holds(part, point) for part in relation.args]
        return all(parts) if isinstance(relation, sp.And) else any(parts)
    if isinstance(relation, sp.Not):
        return not holds(relation.args[0], point)
    if relation in (sp.true, sp.false):
        return relation == sp.true
    if isinstance(relation, sp.Rel):
        a, b = (real(side, point) for side in relation.args)
        equal = nearly(a, b)
        less, more = a < b and not equal, a > b and not equal
        answers = {"<": less, "<=": less or equal, ">": more, ">=": more or equal, "==": equal, "!=": not equal}
        return answers[relation.rel_op]
    raise Undefined(f"{type(relation).__name__} is not known here")


def real(node: Any, point: Mapping[str, Number]) -> Any:
    """Return the value of an expression that must be real; ±∞ is. Raises Undefined."""
    import sympy as sp

    if node is sp.S.Infinity or node is sp.S.NegativeInfinity:
        return float("inf") if node is sp.S.Infinity else float("-inf")
    value = evaluate(node, point)
    if isinstance(value, complex):
        raise Undefined("a number that is not real")
    return value


def nearly(a: Any, b: Any) -> bool:
    """Return whether two real numbers are equal but for rounding; fractions must be equal."""
    if (isinstance(a, Fraction) and isinstance(b, Fraction)) or math.isinf(a) or math.isinf(b):
        return a == b
    return abs(float(a) - float(b)) <= 1e-12 * max(1e-6, abs(float(b)))


def _power(base: Any, exponent: Any) -> Any:
    whole = isinstance(base, Fraction) and isinstance(exponent, Fraction) and exponent.denominator == 1
    if whole and abs(exponent) <= MAX_POWER and max(base.numerator.bit_length(), base.denominator.bit_length()) < 2000:
        return base ** int(exponent)
    if isinstance(base, complex) or isinstance(exponent, complex):
        return complex(base) ** complex(exponent)
    base, exponent = float(base), float(exponent)
    if base < 0 and exponent != int(exponent):
        return complex(base) ** exponent
    return base**exponent


def _float(real: Any, general: Any = None) -> Any:
    """Return a function for floats that takes fractions too, and complex numbers with ``general``."""

    def function(x: Any) -> Any:
        if isinstance(x, complex):
            return general(x) if general else real(float("nan"))
        return real(float(x))

    return function


def _log(x: Any) -> Any:
    if isinstance(x, complex) or x < 0:
        return cmath.log(x)
    return math.log(x)


FUNCTIONS = {
    "exp": _float(math.exp, cmath.exp),
    "log": _log,
    "sin": _float(math.sin, cmath.sin),
    "cos": _float(math.cos, cmath.cos),
    "tan": _float(math.tan, cmath.tan),
    "sinh": _float(math.sinh, cmath.sinh),
    "cosh": _float(math.cosh, cmath.cosh),
    "tanh": _float(math.tanh, cmath.tanh),
    "asin": _float(math.asin),
    "acos": _float(math.acos),
    "atan": _float(math.atan),
    "sec": _float(lambda x: 1 / math.cos(x)),
    "csc": _float(lambda x: 1 / math.sin(x)),
    "cot": _float(lambda x: 1 / math.tan(x)),
    "Heaviside": lambda x, at_0=Fraction(1, 2): Fraction(1) if x > 0 else Fraction(0) if x < 0 else at_0,
    "UnevaluatedExpr": lambda x: x,
    "Abs": abs,
    "sign": lambda x: Fraction(int(x > 0) - int(x < 0)),
    "Max": max,
    "Min": min,
    "ceiling": lambda x: Fraction(math.ceil(x)),
    "floor": lambda x: Fraction(math.floor(x)),
    "re": lambda x: x.real,
    "im": lambda x: x.imag,
    "conjugate": lambda x: x.conjugate(),
}


# ---- formulas


OVERWRITTEN = "does a cell give a new value to one of the symbols of the notebook's second cell?"


def expression(value: Any, *, name: str = "formula", hint: str | None = None) -> Any:
    """Require a SymPy expression or a number, and return it as a SymPy expression."""
    import sympy as sp

    if value is None:
        fail(f"{name}: got None; write a formula in the symbols of the notebook", hint)
    if isinstance(value, str):
        fail(f"{name}: got a text; write the formula without quotes, in the symbols of the notebook", hint)
    if isinstance(value, sp.Equality):
        fail(f"{name}: got an equation; write only what stands on its right side", hint)
    statement = isinstance(value, sp.logic.boolalg.Boolean) and not isinstance(value, sp.Symbol)
    if statement or isinstance(value, bool | np.bool_ | list | tuple | dict | set):
        fail(f"{name}: expected a formula, got {show(value)}", hint)
    if isinstance(value, int | float | Fraction | np.integer | np.floating):
        if not math.isfinite(value):
            fail(f"{name}: expected a formula, got {show(value)}", hint)
        return sp.Rational(Fraction(value) if not isinstance(value, np.integer) else int(value))
    if not isinstance(value, sp.Expr):
        fail(f"{name}: expected a formula in SymPy's symbols, got a {type_name(value)}", hint or OVERWRITTEN)
    return value


def formula(
    actual: Any,
    expected: Any,
    *,
    name: str = "formula",
    domain: Mapping[str, tuple[float, float]] | None = None,
    given: Mapping[str, Any] | None = None,
    hint: str | None = None,
    example: Mapping[str, Any] | None = None,
) -> None:
    """Require ``actual`` to be equal to ``expected`` wherever both are defined, whatever its form.

    Parameters
    ----------
    actual, expected : sympy.Expr or number
    domain : mapping of str to (low, high), optional
        Where each symbol is drawn from; (0.2, 2) by default.
    given : mapping of str to sympy.Expr, optional
        Names that stand for an expression in the others, in the order in which they follow from one another; an
        answer may use them or not.
    example : mapping of str to number, optional
        A point, as whole numbers or fractions, at which the message shows both values.

    Raises
    ------
    CheckFailed
        With a point where the two differ, and both values there; never with the expected formula.
    """
    value = expression(actual, name=name, hint=hint)
    right = expression(expected, name="expected")
    known = {s.name for s in right.free_symbols} | set(domain or {}) | set(given or {})
    unknown = sorted({s.name for s in value.free_symbols} - known)
    if unknown:
        fail(out_of_place(name, unknown, known), hint)
    points = _points(known, domain or {}, given or {}, name)
    if _equal(value, right, points):
        return
    lines = [f"{name}: not equal to what is asked"]
    for where in ([_complete(example, given or {})] if example else []) + points:
        shown = _values(value, right, where, [n for n in (example or where) if n not in (given or {})])
        if shown:
            lines.append(shown)
            break
    fail("\n  ".join(lines), hint)


def formula_at(
    actual: Any,
    point: Mapping[str, Any],
    expected: float,
    *,
    name: str = "formula",
    given: Mapping[str, Any] | None = None,
    mistakes: Mapping[str, float] | None = None,
    hint: str | None = None,
) -> None:
    """Require a value of a formula at one point: a number to check by hand, which does not give the formula away.

    Parameters
    ----------
    actual : sympy.Expr or number
    point : mapping of str to number or text
        A value for the name of every symbol that may stand in the formula; a text such as "3/10" is exact, which
        matters to what is rounded.
    expected : float
    given : mapping of str to sympy.Expr, optional
        See :func:`formula`.
    mistakes : mapping of str to float, optional
        Known wrong values there.

    Raises
    ------
    CheckFailed
        With both values.
    """
    value = expression(actual, name=name, hint=hint)
    where = _complete(point, given or {})
    unknown = sorted({s.name for s in value.free_symbols} - set(where))
    if unknown:
        fail(out_of_place(name, unknown, where), hint)
    at = ", ".join(f"{n} = {shown_number(where[n])}" for n in point)
    try:
        got = evaluate(value, where)
    except Undefined as error:
        fail(f"{name} at {at}: expected {shown_number(expected)}, got no finite number ({error})", hint)
    close = lambda right: abs(complex(got) - right) <= 1e-5 * (1e-3 + abs(right))  # noqa: E731
    if not close(expected):
        slip = next((text for text, wrong in (mistakes or {}).items() if close(wrong)), "")
        message = f"{name} at {at}: expected {shown_number(expected)}, got {shown_number(got)}"
        fail(f"{name}: {slip}\n  {message}" if slip else message, hint)


def formula_in(value: Any, symbols: set[str], *, name: str = "formula", hint: str | None = None) -> None:
    """Require a formula in no other than these symbols; whether it is right is not looked at."""
    unknown = sorted({s.name for s in expression(value, name=name, hint=hint).free_symbols} - symbols)
    if unknown:
        fail(out_of_place(name, unknown, symbols), hint)


def out_of_place(name: str, unknown: list[str], known: Any) -> str:
    """Return the message about symbols that an answer must not have."""
    have = "has" if len(unknown) == 1 else "have"
    return f"{name}: {', '.join(unknown)} {have} no place here; use {', '.join(sorted(known))}"


def _points(names: set[str], domain: Mapping, given: Mapping, tag: str) -> list[dict[str, float]]:
    rng = np.random.default_rng(2026)
    free = sorted(n for n in names if n not in given)
    return [_complete({n: float(rng.uniform(*domain.get(n, (0.2, 2.0)))) for n in free}, given) for _ in range(POINTS)]


def _complete(point: Mapping, given: Mapping) -> dict:
    found = {n: Fraction(v) if isinstance(v, int | str | Fraction) else v for n, v in point.items()}
    for name, meaning in given.items():
        found[name] = evaluate(meaning, found)
    return found


def _equal(a: Any, b: Any, points: list[dict]) -> bool:
    """Return whether two expressions have the same value at all points where the second has one, most at least."""
    compared = 0
    for point in points:
        try:
            right = evaluate(b, point)
        except Undefined:
            continue
        try:
            value = evaluate(a, point)
        except Undefined:
            return False
        if not abs(complex(value) - complex(right)) <= 1e-8 * (1 + abs(complex(right))):
            return False
        compared += 1
    return compared > len(points) // 2


def _values(value: Any, right: Any, point: Mapping, shown: list[str]) -> str:
    where = ", ".join(f"{n} = {shown_number(point[n])}" for n in shown)
    try:
        wanted = shown_number(evaluate(right, point))
    except Undefined:
        return ""
    try:
        got = shown_number(evaluate(value, point))
    except Undefined as error:
        got = f"no number ({error})"
    return f"for example at {where}: expected {wanted}, got {got}" if got != wanted else ""


def shown_number(value: Any) -> str:
    """Return a number as a short text."""
    if isinstance(value, Fraction):
        return str(value) if value.denominator <= 1000 else f"{float(value):.6g}"
    return f"{value:.6g}"
