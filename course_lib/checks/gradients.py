"""Gradient checks: derivatives to compare a student's gradient with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from course_lib.checks.compare import close, finite_array


def complex_step(f: Callable, x: np.ndarray) -> np.ndarray:
    """Return the gradient of a real-analytic ``f`` at ``x`` to rounding: ∂f/∂x_k = Im f(x + i h e_k) / h.

    Parameters
    ----------
    f : callable
        Maps an array of the shape of ``x`` to a number; must accept complex input and avoid ``abs``,
        ``max`` and comparisons.
    x : ndarray, float

    Sources: Squire & Trapp 1998, SIAM Review 40(1), eq. (1).
    """
    x = np.asarray(x, dtype=float)
    h = 1e-30  # no subtraction, so no cancellation: h may be tiny
    result = np.empty_like(x)
    for k in np.ndindex(x.shape):
        shifted = x.astype(complex)
        shifted[k] += 1j * h
        result[k] = np.imag(f(shifted)) / h
    return result


def differences(f: Callable, x: np.ndarray) -> np.ndarray:
    """Return the gradient of ``f`` at ``x`` by the five-point stencil, error O(h⁴).

    The step fits the dtype of ``x``: h = eps^(1/5) · max(1, |x_k|), which balances truncation (h⁴) and
    rounding (eps/h). About 12 digits in float64, 5 in float32.

    Sources: Abramowitz & Stegun 1964, 25.3.6.
    """
    x = np.asarray(x)
    x = x if x.dtype.kind == "f" else x.astype(float)
    step = float(np.finfo(x.dtype).eps) ** 0.2
    result = np.empty(x.shape, dtype=float)
    for k in np.ndindex(x.shape):
        h = step * max(1.0, abs(float(x[k])))

        def at(multiple: int, k: tuple = k, h: float = h) -> float:
            shifted = x.copy()
            shifted[k] += multiple * h
            return float(f(shifted))

        result[k] = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
    return result


def gradient(
    f: Callable,
    value: Any,
    x: np.ndarray,
    *,
    name: str = "gradient",
    rtol: float | None = None,
    hint: str | None = None,
) -> None:
    """Require ``value`` to be the gradient of ``f`` at ``x``, measured by differences.

    The tolerance fits the dtype of ``x``: relative 1e-6 in float64, 1e-2 in float32, against the largest entry
    of the gradient.
    """
    x = np.asarray(x)
    right = differences(f, x)
    got = finite_array(value, right.shape, name=name, hint=hint)
    narrow = min(x.dtype.itemsize if x.dtype.kind == "f" else 8, got.dtype.itemsize if got.dtype.kind == "f" else 8)
    rtol = rtol if rtol is not None else (1e-6 if narrow >= 8 else 1e-2)
    close(got, right, name=name, rtol=rtol, atol=rtol * max(1e-3, float(np.max(np.abs(right)))), hint=hint)
