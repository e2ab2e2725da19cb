"""Comparisons: what passes, what fails, and what a failure says."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy
import torch
from hypothesis import given
from hypothesis import strategies as st

from course_lib import checks
from course_lib.checks import CheckFailed


@pytest.mark.parametrize(
    "value",
    [
        2,
        2.0,
        np.float32(2),
        np.array(2.0),
        np.array([2.0]),
        [2.0],
        torch.tensor(2.0),
        torch.tensor([2.0], requires_grad=True),
        Fraction(2),
        Decimal(2),
        sympy.Integer(2),
    ],
)
def test_numbers_of_any_form_pass(value):
    checks.close(value, 2.0)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (None, "got None"),
        (True, "got True"),
        ("2", "expected a number"),
        ({}, "expected a number"),
        (np.nan, "NaN"),
        (np.inf, "infinite"),
        ([], "got shape (0,)"),
        (np.ones(2), "got shape (2,)"),
        (object(), "got object"),
        (np.array(["2"]), "dtype <U1"),
        (2.1, "expected 2, got 2.1"),
    ],
)
def test_what_is_no_number_fails_and_is_named(value, says):
    with pytest.raises(CheckFailed) as failed:
        checks.close(value, 2.0)
    assert says in str(failed.value)


@pytest.mark.parametrize("value", [np.empty(0), np.empty((0, 2)), np.array(2.0), np.full((2, 1), 2.0)])
def test_no_broadcasting_and_no_empty_arrays(value):
    with pytest.raises(CheckFailed, match="expected shape"):
        checks.close(value, np.full(2, 2.0))


def test_tolerance_fits_the_narrower_dtype():
    checks.close(np.float32(1 / 3), 1 / 3)
    checks.close(torch.tensor(1 / 3), 1 / 3)
    with pytest.raises(CheckFailed):
        checks.close(1 / 3 + 1e-5, 1 / 3)


def test_a_known_mistake_is_named_first():
    with pytest.raises(CheckFailed) as failed:
        checks.close(6.0, 2.0, name="loss", mistakes={"a sum, not a mean: divide by n": 6.0}, hint="look at n")
    assert str(failed.value).splitlines()[0] == "loss: a sum, not a mean: divide by n"
    assert str(failed.value).endswith("Hint: look at n")


def test_both_arrays_stand_side_by_side():
    with pytest.raises(CheckFailed) as failed:
        checks.close([1.0, 5.0], [1.0, 2.0], name="gradient")
    assert "expected [1. 2.]" in str(failed.value) and "got      [1. 5.]" in str(failed.value)


def test_of_a_large_array_the_worst_entry_is_named():
    right, wrong = np.zeros((9, 9)), np.zeros((9, 9))
    wrong[3, 4] = 7
    with pytest.raises(CheckFailed, match=r"1 of 81 entries differ; most at index \(3, 4\): expected 0, got 7"):
        checks.close(wrong, right)


def test_strict_refuses_lists():
    with pytest.raises(CheckFailed, match="expected an array, got a list"):
        checks.close([1.0, 2.0], [1.0, 2.0], strict=True)


def test_inputs_changed_in_place_are_named():
    x = np.ones(2)
    with pytest.raises(CheckFailed, match="changed its input x"), checks.unchanged(x=x):
        x += 1
    with checks.unchanged(x=x):
        x + 1


def test_true_wants_a_boolean():
    checks.true(np.bool_(True), "")
    for value in (1, "yes", [True], np.array([True, True])):
        with pytest.raises(CheckFailed):
            checks.true(value, "no")


def test_choices_intervals_of_words():
    checks.choice(" Saddle ", "saddle", ["minimum", "saddle"])
    with pytest.raises(CheckFailed, match="choose one of"):
        checks.choice("hill", "saddle", ["minimum", "saddle"])
    with pytest.raises(CheckFailed, match="not 'minimum'"):
        checks.choice("minimum", "saddle", ["minimum", "saddle"])


def test_raises():
    with checks.raises(ValueError, message="a negative size"):
        raise ValueError
    with (
        pytest.raises(CheckFailed, match="a negative size: expected ValueError"),
        checks.raises(ValueError, message="a negative size"),
    ):
        pass


def test_less_refuses_nan():
    checks.less(1, 2, "order")
    for a, b in ((2, 1), (np.nan, 1), (1, np.nan), (1, 1)):
        with pytest.raises(CheckFailed):
            checks.less(a, b, "order")


def test_equal_takes_whole_numbers_that_are_exact():
    for value in (10, np.int64(10), sympy.Integer(10), sympy.Rational(20, 2), Fraction(10)):
        checks.equal(value, 10)
    for value in (10.0, Fraction(21, 2), sympy.Float(10), "10"):
        with pytest.raises(CheckFailed):
            checks.equal(value, 10)


def test_letters_may_stand_in_one_text():
    for value in (["A", "C"], ("c", "a"), "AC", "a, c", "C A", "c;a"):
        checks.choices(value, {"A", "C"}, ["A", "B", "C"])
    with pytest.raises(CheckFailed, match="'d' is none of"):
        checks.chosen("A, D", ["A", "B"])
    assert checks.chosen("saddle", ["saddle", "top"]) == {"saddle"}
    with pytest.raises(CheckFailed, match="none of the options"):
        checks.chosen("a", ["saddle", "top"])


def test_what_is_off_by_a_little_is_told_apart_from_what_is_allowed():
    with pytest.raises(CheckFailed, match=r"off by 0\.00228, 0\.00158 is allowed"):
        checks.close(3.16, 10**0.5, rtol=5e-4)


@pytest.mark.parametrize(("a", "b"), [(1, True), (1, 1.0), ("1", 1), ([1], (1,))])
def test_equal_wants_the_same_kind(a, b):
    with pytest.raises(CheckFailed):
        checks.equal(a, b)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e3))
def test_close_passes_itself_and_fails_what_is_off(value, off):
    checks.close(value, value)
    with pytest.raises(CheckFailed):
        checks.close(value + off * (1 + abs(value)), value)


class Theirs:
    """Stands for an object of the student's, as the judge sees it."""

    _course_peer = None

    def __array__(self, dtype=None, copy=None):
        return np.zeros(2)


@pytest.mark.parametrize("expected", [Theirs(), [Theirs(), Theirs()]])
def test_an_expected_value_of_the_student_s_own_is_refused(expected):
    with pytest.raises(checks.CheckFailed, match="expected plain numbers or arrays"):
        checks.close(np.zeros(2), expected)
    with pytest.raises(checks.CheckFailed):
        checks.equal([0, 0], expected)
