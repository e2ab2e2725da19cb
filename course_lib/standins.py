"""Simple functions that checks hand to a student's function in place of the student's own; autograd goes through them.

A check of one question then does not depend on the answer to another.
"""

from __future__ import annotations

from typing import Any


def linear_places(params: list, X: Any) -> Any:
    """Return X A₁ᵀ A₂ᵀ, shape (n, 2), for ``params`` = [A₁ (p, d), A₂ (2, p)] and X (n, d)."""
    return (X @ params[0].T) @ params[1].T


def lopsided_distance(latitude: Any, longitude: Any, other_latitude: Any, other_longitude: Any) -> Any:
    """Return Δlatitude² + 3 Δlongitude², entry by entry: exchanged coordinates give another number."""
    return (latitude - other_latitude) ** 2 + 3 * (longitude - other_longitude) ** 2


def bowl(params: list) -> Any:
    """Return half the sum of k·(entries − 1)², with k = 1, 2, … for the arrays in their order; smallest at ones."""
    return sum((k + 1) * ((one - 1) ** 2).sum() / 2 for k, one in enumerate(params))


def cubes(params: list) -> Any:
    """Return the sum of x³ over the entries x of all arrays: its slope is 3x², its third derivative 6."""
    return sum((one**3).sum() for one in params)


def product(params: list) -> Any:
    """Return the sum of the squared entries of A₂ A₁, for ``params`` = [A₁, A₂]."""
    return ((params[1] @ params[0]) ** 2).sum()


def relu(x: Any) -> Any:
    """Return max(x, 0), entry by entry."""
    return (x + abs(x)) / 2


def of_columns(table: Any, function: Any) -> Any:
    """Return ``function`` of the columns of ``table`` (n, k), its k arguments."""
    return function(*[table[:, k] for k in range(table.shape[1])])


def entry(x: Any, index: int, function: Any, *args: Any) -> Any:
    """Return one of the results of ``function(x, *args)``."""
    return function(x, *args)[index]


def by_second(x: Any, function: Any, first: Any, *args: Any) -> Any:
    """Return ``function(first, x, *args)``: what is differentiated by x is differentiated by its second argument."""
    return function(first, x, *args)


def uneven_cost(a: Any, b: Any) -> Any:
    """Return Σ aᵢ |aᵢ − bᵢ| + Σ aᵢ²: not symmetric, and Σ aᵢ² for equal arguments."""
    return (abs(a - b) * a).sum() + (a**2).sum()
