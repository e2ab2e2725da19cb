"""SymPy expressions as plain trees, from a whitelist, rebuilt without evaluating. Used by the codec.

``Pow(10, Pow(10, 9))`` must not be computed by whoever reads it; sizes are bounded.
"""

from __future__ import annotations

import sys
from typing import Any

MAX_NODES = 5_000
MAX_DIGITS = 200
#: Classes with arguments; atoms are handled one by one.
COMPOUND = {
    "Add",
    "Mul",
    "Pow",
    "exp",
    "log",
    "sin",
    "cos",
    "tan",
    "tanh",
    "sinh",
    "cosh",
    "asin",
    "acos",
    "atan",
    "Abs",
    "sign",
    "Max",
    "Min",
    "Tuple",
    "Interval",
    "Union",
    "Intersection",
    "FiniteSet",
    "Equality",
    "Unequality",
    "StrictLessThan",
    "LessThan",
    "StrictGreaterThan",
    "GreaterThan",
    "And",
    "Or",
    "Not",
    "ceiling",
    "floor",
    "sqrt",
    "Heaviside",
    "Piecewise",
    "ExprCondPair",
    "ConditionSet",
    "Contains",
    "Complement",
    "UnevaluatedExpr",
    "sec",
    "csc",
    "cot",
    "Sum",
    "Product",
    "Derivative",
    "conjugate",
    "re",
    "im",
    "factorial",
}
CONSTANTS = {
    "Pi": "pi",
    "Exp1": "E",
    "Infinity": "oo",
    "NegativeInfinity": None,
    "NaN": "nan",
    "ImaginaryUnit": "I",
    "Reals": None,
    "EmptySet": None,
    "ComplexInfinity": "zoo",
    "EulerGamma": None,
}


def encode(value: Any) -> list | None:
    """Return the tree of a SymPy object, or None if ``value`` is none or holds what is not on the whitelist."""
    sympy = sys.modules.get("sympy")
    if sympy is None or not isinstance(value, sympy.Basic | sympy.logic.boolalg.Boolean):
        return None
    budget = [MAX_NODES]
    try:
        return _node(sympy, value, budget)
    except _NotOnList:
        return None


class _NotOnList(Exception):
    pass


def _node(sympy: Any, value: Any, budget: list[int]) -> list:
    budget[0] -= 1
    if budget[0] < 0:
        raise _NotOnList
    name = type(value).__name__
    if isinstance(value, sympy.Symbol):
        return ["sym", value.name]
    if isinstance(value, sympy.Integer):
        return ["int", _digits(value.p)]
    if isinstance(value, sympy.Rational):
        return ["rat", _digits(value.p), _digits(value.q)]
    if isinstance(value, sympy.Float):
        return ["flo", str(value)[:60], int(value._prec)]
    if name in ("BooleanTrue", "BooleanFalse"):
        return ["bool", name == "BooleanTrue"]
    if name in CONSTANTS:
        return ["const", name]
    if name in COMPOUND:
        return ["fun", name, [_node(sympy, a, budget) for a in value.args]]
    raise _NotOnList


def _digits(number: int) -> str:
    if abs(number) >= 10**MAX_DIGITS:
        raise _NotOnList
    return str(number)


def decode(tree: Any) -> Any:
    """Return the SymPy object of a tree, unevaluated; symbols are matched by name alone. Raises ValueError."""
    import sympy

    budget = [MAX_NODES]

    def build(node: Any) -> Any:
        budget[0] -= 1
        if budget[0] < 0 or not isinstance(node, list) or not node:
            raise ValueError("not a SymPy tree")
        kind, *rest = node
        if kind == "sym":
            return sympy.Symbol(str(rest[0])[:50])
        if kind == "int":
            return sympy.Integer(int(rest[0][: MAX_DIGITS + 1]))
        if kind == "rat":
            return sympy.Rational(int(rest[0][: MAX_DIGITS + 1]), int(rest[1][: MAX_DIGITS + 1]))
        if kind == "flo":
            return sympy.Float(str(rest[0])[:60], precision=min(int(rest[1]), 400))
        if kind == "bool":
            return sympy.true if rest[0] is True else sympy.false
        if kind == "const" and rest[0] in CONSTANTS:
            return getattr(sympy.S, rest[0])
        if kind == "fun" and rest[0] in COMPOUND:
            cls = getattr(sympy, rest[0], None) or getattr(sympy.functions.elementary.piecewise, rest[0])
            args = [build(a) for a in rest[1]]
            try:
                return cls(*args, evaluate=False)
            except TypeError:
                return cls(*args)
        raise ValueError("not on the list of SymPy classes")

    return build(tree)
