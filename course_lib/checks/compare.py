"""Comparisons of numbers, arrays and tensors that say what was expected and what came."""

from __future__ import annotations

import contextlib
import re
import reprlib
import sys
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from course_lib.remote import type_name

#: Relative and absolute tolerance by floating-point precision (bits of the narrower side).
TOLERANCE = {64: (1e-6, 1e-9), 32: (1e-4, 1e-5), 16: (1e-2, 1e-2)}


#: How many entries a comparison takes on.
MAX_ENTRIES = 5_000_000


class CheckFailed(AssertionError):
    """A comparison that did not hold. Its message is written for the student."""

    def _render_traceback_(self) -> list[str]:
        # IPython shows this in place of a traceback through the library.
        return [f"CheckFailed: {self}"]


def fail(message: str, hint: str | None = None) -> None:
    """Raise :class:`CheckFailed` with ``message`` and, on a line of its own, ``hint``."""
    raise CheckFailed(message + (f"\n  Hint: {hint}" if hint else ""))


def true(condition: Any, message: str, hint: str | None = None) -> None:
    """Require ``condition`` to be the boolean True (``numpy.bool_`` counts; 1 or "yes" do not)."""
    if not (isinstance(condition, bool | np.bool_) and bool(condition)):
        fail(message, hint)


def show(value: Any, digits: int = 6) -> str:
    """Return ``value`` as a short text of at most a few lines."""
    if isinstance(value, np.ndarray | np.generic):
        with np.printoptions(precision=digits, threshold=24, edgeitems=4, suppress=True):
            return str(value) if value.ndim else f"{value[()]:.{digits + 2}g}"
    if isinstance(value, float):
        return f"{value:.{digits + 2}g}"
    shown = reprlib.repr(value) if isinstance(value, list | tuple | dict | set | int) else repr(value)
    return shown if len(shown) <= 200 else shown[:200] + "…"


def _detached(value: Any) -> Any:
    """Return a torch tensor as a NumPy array; anything else as it is."""
    if type(value).__module__.split(".")[0] == "torch" and hasattr(value, "detach"):
        value = value.detach().cpu()
        if str(value.layout) != "torch.strided":
            value = value.to_dense()
        return (
            value.numpy()
            if value.dtype.is_floating_point is False or value.element_size() > 2
            else value.float().numpy()
        )
    return value


def finite_array(
    value: Any,
    shape: tuple[int | None, ...] | None = None,
    *,
    name: str = "result",
    strict: bool = False,
    hint: str | None = None,
) -> np.ndarray:
    """Return ``value`` as a numeric array after checking kind, shape and finiteness.

    Parameters
    ----------
    value : array_like or Tensor
        What the student returned.
    shape : tuple, optional
        Expected shape; ``None`` for an axis leaves its length free. ``()`` accepts a number or an
        array with exactly one element.
    name : str
        How the message calls the value.
    strict : bool
        Refuse lists and tuples, which are accepted otherwise.

    Raises
    ------
    CheckFailed
        Naming what was expected and what came.
    """
    if value is None:
        fail(f"{name}: got None. Is it set? Does your function return its result?", hint)
    if isinstance(value, bool | str | bytes | dict | set):
        wanted = "a number" if shape == () else "an array of numbers"
        fail(f"{name}: expected {wanted}, got {show(value)} ({type(value).__name__})", hint)
    if strict and isinstance(value, list | tuple):
        fail(f"{name}: expected an array, got a {type(value).__name__}; np.array(...) makes one", hint)
    if _entries(value) > MAX_ENTRIES:
        fail(f"{name}: more than {MAX_ENTRIES} entries; that is not what is asked for", hint)
    try:
        array = np.asarray(_detached(value))
    except Exception as error:
        fail(f"{name}: cannot be read as an array of numbers ({type(error).__name__}: {error})", hint)
    if array.dtype.kind == "O":
        with contextlib.suppress(Exception):  # fractions, decimals, SymPy numbers
            array = array.astype(float)
    if array.dtype.kind not in "iufc":
        what = type_name(value) if array.dtype.kind == "O" else f"dtype {array.dtype}"
        fail(f"{name}: expected numbers, got {what}", hint)
    if shape == () and array.size == 1:
        array = array.reshape(())
    if shape is not None and not _fits(array.shape, shape):
        fail(f"{name}: expected {_shape_text(shape)}, got {_shape_text(array.shape)}", hint)
    if not np.all(np.isfinite(array)):
        bad = "NaN" if np.isnan(array).any() else "infinite"
        fail(f"{name}: {bad} values; expected finite numbers, got {show(array)}", hint)
    return array


def _entries(value: Any, depth: int = 0) -> int:
    """Return how many entries an array made of nested sequences would have, or a number above the bound."""
    if isinstance(value, range) or not isinstance(value, list | tuple):
        return len(value) if isinstance(value, range) else 1
    if len(value) > MAX_ENTRIES or depth > 32:
        return MAX_ENTRIES + 1
    total = 0
    for item in value:
        total += _entries(item, depth + 1)
        if total > MAX_ENTRIES:
            break
    return total


def _fits(got: tuple, wanted: tuple) -> bool:
    return len(got) == len(wanted) and all(w is None or g == w for g, w in zip(got, wanted, strict=True))


def _shape_text(shape: tuple) -> str:
    if shape == ():
        return "a number"
    inner = ", ".join("any" if n is None else str(n) for n in shape)
    return f"shape ({inner}{',' if len(shape) == 1 else ''})"


def tolerance(value: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return (rtol, atol) for the precision of two arrays.

    A student may answer in float32 where float64 is expected; a coarser dtype earns no wider tolerance.
    """
    arrays = [right, value if value.dtype.itemsize >= (8 if value.dtype.kind == "c" else 4) else right]
    bits = [a.dtype.itemsize * 8 // (2 if a.dtype.kind == "c" else 1) for a in arrays if a.dtype.kind in "fc"]
    return TOLERANCE[min((b for b in bits if b in TOLERANCE), default=64)]


def close(
    actual: Any,
    expected: Any,
    *,
    name: str = "result",
    rtol: float | None = None,
    atol: float | None = None,
    mistakes: Mapping[str, Any] | None = None,
    strict: bool = False,
    hint: str | None = None,
) -> None:
    """Require ``actual`` to equal ``expected`` up to rounding, in shape and in every value.

    Parameters
    ----------
    actual, expected : array_like or Tensor
        The student's value and the right one; the shapes must agree (a number may come as an array
        with one element).
    rtol, atol : float, optional
        ``|actual − expected| <= atol + rtol |expected|``. By default they fit the narrower dtype.
    mistakes : mapping of str to array_like, optional
        Known wrong values: when ``actual`` equals one, its text is the message's first line.
    strict : bool
        Refuse lists and tuples.

    Raises
    ------
    CheckFailed
        With both values, or the entry that differs most.
    """
    _require_own(expected, name)
    right = np.array(_detached(expected), copy=True)  # reading the student's value must not change it
    value = finite_array(actual, right.shape, name=name, strict=strict, hint=hint)
    default = tolerance(value, right)
    rtol = default[0] if rtol is None else rtol
    atol = default[1] if atol is None else atol
    if _within(value, right, rtol, atol):
        return
    lines = []
    for text_, wrong in (mistakes or {}).items():
        wrong = np.asarray(_detached(wrong))
        if wrong.shape == value.shape and _within(value, wrong, rtol, atol):
            lines.append(f"{name}: {text_}")
            break
    lines.append(_difference(name, value, right, rtol, atol))
    fail("\n  ".join(lines), hint)


def _require_own(expected: Any, name: str) -> None:
    """Require that an expected value is the test's own: not computed by an object of the student's."""
    items = expected if isinstance(expected, list | tuple) else [expected]
    if any(hasattr(type(item), "_course_peer") for item in items):
        fail(f"{name}: expected plain numbers or arrays, got objects of another kind")


def _within(value: np.ndarray, right: np.ndarray, rtol: float, atol: float) -> bool:
    return bool(np.all(np.abs(value - right) <= atol + rtol * np.abs(right)))


def _difference(name: str, value: np.ndarray, right: np.ndarray, rtol: float, atol: float) -> str:
    if value.ndim == 0:
        return f"{name}: expected {show(right)}, got {show(value)}{_off(value, right, rtol, atol)}"
    if value.size <= 12:
        one, other = (re.sub(r"\n+", "\n" + 13 * " ", show(array)) for array in (right, value))  # below the first row
        return f"{name}:\n    expected {one}\n    got      {other}{_off(value, right, rtol, atol)}"
    at = tuple(int(i) for i in np.unravel_index(np.argmax(np.abs(value - right)), value.shape))
    wrong = int(np.sum(np.abs(value - right) > 1e-6 * (1 + np.abs(right))))
    return (
        f"{name}: {wrong} of {value.size} entries differ; most at index {at}: "
        f"expected {show(right[at])}, got {show(value[at])}"
    )


def _off(value: np.ndarray, right: np.ndarray, rtol: float, atol: float) -> str:
    """Return by how much values are off and what is allowed, where they look alike when printed."""
    off, allowed = np.abs(value - right), atol + rtol * np.abs(right)
    worst = np.unravel_index(np.argmax(off - allowed), off.shape)
    if off[worst] > 1e-3 * (1e-3 + np.abs(right[worst])):
        return ""
    digits = 3 if f"{off[worst]:.1g}" == f"{allowed[worst]:.1g}" else 1
    return f" (off by {off[worst]:.{digits}g}, {allowed[worst]:.{digits}g} is allowed)"


def number(value: Any, *, name: str = "result", hint: str | None = None) -> float:
    """Require one finite real number and return it as a float."""
    array = finite_array(value, (), name=name, hint=hint)
    if array.dtype.kind == "c":
        fail(f"{name}: expected a real number, got {show(array)}", hint)
    return float(array)


def less(smaller: Any, larger: Any, message: str, hint: str | None = None) -> None:
    """Require two finite numbers with ``smaller < larger``; ``message`` says what that means."""
    a, b = number(smaller, hint=hint), number(larger, hint=hint)
    if not a < b:
        fail(f"{message} (compared {show(a)} with {show(b)})", hint)


def equal(actual: Any, expected: Any, *, name: str = "result", hint: str | None = None) -> None:
    """Require equal plain values of the same kind: integers, strings, booleans, or lists of them.

    A whole number may also be a fraction, or a number of SymPy's.
    """
    if type(expected) is int:
        actual = _as_int(actual)
    same_kind = type(actual) is type(expected) or (
        isinstance(actual, int | np.integer)
        and isinstance(expected, int | np.integer)
        and not isinstance(actual, bool)
        and not isinstance(expected, bool)
    )
    _require_own(expected, name)
    if not same_kind or not _plain_equal(actual, expected):
        fail(f"{name}: expected {show(expected)}, got {show(actual)}", hint)


def _as_int(value: Any) -> Any:
    """Return an exact whole number as an int, and anything else as it is."""
    sympy = sys.modules.get("sympy")
    if sympy is not None and isinstance(value, sympy.Integer):
        return int(value)
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else value


def _plain_equal(actual: Any, expected: Any) -> bool:
    """Return whether two plain values are equal, entry by entry; an object that is none equals nothing."""
    if isinstance(expected, list | tuple):
        return (
            type(actual) is type(expected)
            and len(actual) == len(expected)
            and all(_plain_equal(a, e) for a, e in zip(actual, expected, strict=True))
        )
    if isinstance(expected, dict):
        return (
            type(actual) is dict
            and actual.keys() == expected.keys()
            and all(_plain_equal(actual[k], expected[k]) for k in expected)
        )
    plain = (bool, int, float, complex, str, bytes, type(None), np.generic)
    return isinstance(actual, plain) and isinstance(expected, plain) and bool(actual == expected)


def text(value: Any, *, name: str = "answer", hint: str | None = None) -> str:
    """Require a string and return it without surrounding space, in lower case."""
    if not isinstance(value, str):
        fail(f"{name}: expected a text in quotes, got {show(value)} ({type(value).__name__})", hint)
    return value.strip().lower()


def choice(value: Any, right: str, among: list[str], *, name: str = "answer", hint: str | None = None) -> None:
    """Require ``value`` to be the option ``right``; an answer outside ``among`` is told the options."""
    given = text(value, name=name, hint=hint)
    if given not in [option.lower() for option in among]:
        fail(f"{name}: choose one of {', '.join(map(repr, among))}; got {show(value)}", hint)
    if given != right.lower():
        fail(f"{name}: not {show(value)}", hint)


@contextlib.contextmanager
def unchanged(**inputs: np.ndarray) -> Iterator[None]:
    """Require that the arrays given by name are the same after the block: inputs are not changed in place."""
    before = {name: np.array(_detached(value), copy=True) for name, value in inputs.items()}
    yield
    for name, value in inputs.items():
        now = np.asarray(_detached(value))
        if now.shape != before[name].shape or not np.array_equal(now, before[name], equal_nan=True):
            fail(
                f"your code changed its input {name} in place: it was {show(before[name])}, now {show(now)}",
                f"work on a copy: write {name} = {name} + …, not {name} += …",
            )


@contextlib.contextmanager
def raises(*kinds: type[Exception], message: str) -> Iterator[None]:
    """Require the block to raise one of ``kinds``; ``message`` says what should have been refused."""
    try:
        yield
    except kinds:
        return
    wanted = " or ".join(kind.__name__ for kind in kinds)
    fail(f"{message}: expected {wanted}, but nothing was raised")
