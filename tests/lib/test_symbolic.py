"""Formulas, ranges, choices, orders and graphs as answers: every equal form is right, and wrong ones are told why."""

from fractions import Fraction

import numpy as np
import pytest
import sympy as sp

from course_lib import checks
from course_lib.checks import CheckFailed
from course_lib.grading.judge import trees

eta, h, m, x = sp.symbols("eta h m x")
real = sp.Symbol("eta", real=True)
positive, also = sp.Symbol("eta", positive=True), sp.Symbol("h", positive=True)
RIGHT = (1 - eta * h) * m


def crossed(value):
    """Return what the judge gets of a student's SymPy object."""
    return trees.decode(trees.encode(value)) if isinstance(value, sp.Basic) else value


EQUAL = [
    RIGHT,
    sp.expand(RIGHT),
    m - eta * h * m,
    -(eta * h - 1) * m,
    1.0 * m - 1.0 * eta * h * m,
    sp.Rational(1, 2) * (2 - 2 * eta * h) * m,
    (1 - positive * also) * m,
    (1 - (eta * h) ** 2) * m / (1 + eta * h),
    sp.exp(sp.log(m)) * (1 - eta * h),
    sp.sqrt(m**2) * (1 - eta * h),
    m * sp.Abs(1) * (1 - h * real),
    sp.Piecewise((RIGHT, eta * h < 1), (-(eta * h - 1) * m, True)),
    RIGHT * sp.sec(eta) * sp.cos(eta),
    sp.UnevaluatedExpr(1 - eta * h) * m,
]


@pytest.mark.parametrize("answer", EQUAL, ids=str)
def test_every_equal_formula_is_right_here_and_in_the_judge(answer):
    for value in (answer, crossed(answer)):
        checks.formula(value, RIGHT, name="update")
        checks.formula_at(value, {"eta": 0.5, "h": 3, "m": 5}, -2.5, name="update")


WRONG = {
    "at eta = 1, h = 3, m = 5: expected -10, got 20": (1 + eta * h) * m,
    "x has no place here": x * m,
    "got a text": "(1 - eta*h)*m",
    "got None": None,
    "expected a formula, got True": True,
    "got an equation": sp.Eq(m, 1),
    "expected a formula, got eta < 1": eta < 1,
    "expected -10, got no number": m * sp.log(sp.Integer(0), evaluate=False),
    "a MutableDenseMatrix": sp.Matrix([m]),
    "expected a formula, got nan": float("nan"),
    "expected a formula, got [": [RIGHT],
}


@pytest.mark.parametrize("says", WRONG)
def test_a_wrong_formula_is_told_where_it_differs_and_not_what_is_right(says):
    with pytest.raises(CheckFailed) as caught:
        checks.formula(WRONG[says], RIGHT, name="update", example={"eta": 1, "h": 3, "m": 5})
    assert says in str(caught.value) and "1 - eta*h" not in str(caught.value)


def test_known_mistakes_are_named():
    with pytest.raises(CheckFailed, match=r"add \.doit\(\)"):
        checks.formula_at(sp.Derivative(m**2, m), {"m": 1}, 2.0)
    with pytest.raises(CheckFailed, match=r"Sum is not carried out yet: add \.doit\(\)"):
        checks.formula(sp.Sum(m**h, (h, 0, 3)), 1 + m + m**2 + m**3)
    with pytest.raises(CheckFailed, match=r"got a ndarray\n.*gives? a new value to one of the symbols"):
        checks.formula(np.array([1.0, 2.0]), m)
    with pytest.raises(CheckFailed, match=r"no factor m\n.*expected -2\.5, got -0\.5"):
        checks.formula_at(1 - eta * h, {"eta": 0.5, "h": 3, "m": 5}, -2.5, mistakes={"no factor m": -0.5})


def test_names_that_stand_for_formulas_may_be_used_or_not():
    graph = {"a": sp.exp(x), "b": sp.Symbol("a") ** 2}
    for answer in (2 * sp.Symbol("b"), 2 * sp.Symbol("a") ** 2, 2 * sp.exp(2 * x)):
        checks.formula(answer, 2 * sp.Symbol("a") * sp.Symbol("a"), given=graph, domain={"x": (-1, 1)})
    with pytest.raises(CheckFailed):
        checks.formula(2 * sp.Symbol("a"), 2 * sp.Symbol("a") ** 2, given=graph, domain={"x": (-1, 1)})


@pytest.mark.parametrize(
    "bomb",
    [
        sp.Pow(10, sp.Pow(10, 9, evaluate=False), evaluate=False),
        sp.Pow(
            sp.Pow(10, 64, evaluate=False), sp.Pow(10, sp.Pow(10, 6, evaluate=False), evaluate=False), evaluate=False
        ),
        sp.Add(*[sp.exp(k * m) for k in range(600)]),
    ],
    ids=["a tower", "a higher tower", "many terms"],
)
def test_an_expression_that_would_explode_is_only_evaluated(bomb):
    with pytest.raises(CheckFailed):
        checks.formula(bomb * m, RIGHT)


def test_a_formula_that_is_right_at_few_points_is_wrong():
    with pytest.raises(CheckFailed):  # equal where m is 1
        checks.formula((1 - eta * h) * m**2, RIGHT, domain={"m": (0.5, 1.5)})
    with pytest.raises(CheckFailed):  # defined on half of the domain alone
        checks.formula(RIGHT + sp.log(sp.sign(sp.Max(0, m - 1))), RIGHT, domain={"m": (0, 2)})


INTERVALS = [
    sp.Interval.open(0, 2 / h),
    sp.Interval(0, 2 / h, True, True),
    sp.Interval.open(0, 2 / also),
    (0, 2 / h),
    [0, 2.0 / h],
    (eta > 0) & (eta < 2 / h),
    (0 < eta) & (h * eta < 2),
    sp.And(eta > 0, 2 > eta * h),
    positive < 2 / also,
    eta < 2 / h,
    sp.Abs(1 - eta * h) < 1,
    (1 - eta * h) ** 2 < 1,
    (-1 < 1 - eta * h) & (1 - eta * h < 1),
    sp.Not(eta >= 2 / h),
    sp.Union(sp.Interval.open(0, 1 / h), sp.Interval.Ropen(1 / h, 2 / h)),
    h < 2 / eta,
    1 / eta > h / 2,
    eta / (2 - eta * h) > 0,
    sp.log(sp.Abs(1 - eta * h)) < 0,
    (0, 2 / sp.sqrt(h**2)),
    (0, 0.1 * 3 / 0.15 / h),
    sp.Interval.open(0, sp.exp(sp.log(2) - sp.log(h), evaluate=False)),
    sp.ConditionSet(eta, (1 - eta * h) ** 2 < 1, sp.S.Reals),
    sp.Contains(positive, sp.Interval.open(0, 2 / h)),
    sp.Complement(sp.Interval(0, 2 / also), sp.FiniteSet(0, 2 / also)),
    np.array([0, 2 / h]),
]


@pytest.mark.parametrize("answer", INTERVALS, ids=str)
def test_every_form_of_a_range_is_right(answer):
    for value in (answer, crossed(answer)):
        checks.interval(value, "eta", 0, 2 / h, name="range")


NO_INTERVALS = {
    "its upper end does not belong": sp.Interval.Lopen(0, 2 / h),
    "upper end does not belong to it: < or": (eta > 0) & (eta <= 2 / h),
    "its lower end does not belong": sp.Interval.Ropen(0, 2 / h),
    "should not belong to it": sp.Interval.open(0, 3 / h),
    "should belong to it": sp.Interval.open(0, h / 2) & sp.Interval.open(0, 1 / h),
    "says nothing about eta$": sp.true,
    "got 'x'": "x",
    "got None": None,
    "expected the two ends of an interval, got 3": (0, 1, 2),
    "x has no place here": (0, 2 / x),
    "says nothing about eta": h < 2,
    "its lower end is not 0": (-2 / h, 2 / h),
    "lower end is not 0": sp.Interval.open(-1, 2 / h),
}


@pytest.mark.parametrize("says", NO_INTERVALS)
def test_a_wrong_range_is_told_why(says):
    with pytest.raises(CheckFailed, match=says):
        checks.interval(NO_INTERVALS[says], "eta", 0, 2 / h, name="range")


def test_a_range_whose_lower_end_is_not_zero():
    checks.interval((x > h) & (x < 3 * h), "x", h, 3 * h)
    for answer in (x < 3 * h, (x >= h) & (x < 3 * h), (0, 3 * h)):
        with pytest.raises(CheckFailed):
            checks.interval(answer, "x", h, 3 * h)


def test_sets_of_choices():
    options = ["mean", "mean square", "single runs"]
    for answer in (["mean", "single runs"], ("Single runs ", "mean"), {"mean", "single runs"}):
        checks.choices(answer, {"mean", "single runs"}, options)
    checks.choices("mean", {"mean"}, options)
    for answer, says in (
        (["mean"], "1 is missing"),
        (options, "1 of those you chose"),
        (["max"], "none of the options"),
        (3, "a list of texts"),
        ([None], "a text"),
    ):
        with pytest.raises(CheckFailed, match=says):
            checks.choices(answer, {"mean", "single runs"}, options)


def test_the_order_of_steps():
    for answer in (["b", "a"], ("B", "A"), "BA", "b, a"):
        checks.order(answer, ["B", "A"], list("ABC"))
    for answer, says in (
        (["b", "c"], "the first step is in place"),
        (["a"], "no step is"),
        (["b", "b"], "twice"),
        (["z"], "none of the steps"),
        (None, "a list"),
    ):
        with pytest.raises(CheckFailed, match=says):
            checks.order(answer, ["B", "A"], list("ABC"))


def test_edges_of_a_graph():
    right = {("x", "a"), ("a", "b")}
    for answer in ([("x", "a"), ("a", "b")], {("a", "b"), ("x", "a")}, [["A", "B"], ["x", "a"]]):
        checks.edges(answer, right)
    for answer, says in (
        ([("x", "a")], "1 of 2"),
        ([("a", "x"), ("a", "b")], "backwards"),
        ([*right, ("x", "b")], "does not belong"),
        (["xa"], "pair"),
        (None, "list of pairs"),
    ):
        with pytest.raises(CheckFailed, match=says):
            checks.edges(answer, right)


def test_values_are_exact_as_long_as_they_can_be():
    assert checks.evaluate(2 * x / (x**2 + 1), {"x": Fraction(1, 3)}) == Fraction(3, 5)
    assert checks.evaluate(sp.log(-x), {"x": -1.0}) == 0
    assert checks.evaluate(sp.sqrt(x) ** 2, {"x": -2.0}) == pytest.approx(-2)
    expression = sp.sin(x) * sp.exp(x) + sp.tanh(x) / sp.cosh(x) + sp.Max(x, 1) - sp.floor(x) + sp.pi * sp.sign(x)
    for value in np.linspace(0.1, 3, 7):
        assert checks.evaluate(expression, {"x": value}) == pytest.approx(float(expression.subs(x, value)))
