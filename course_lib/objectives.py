"""Test functions with known minimisers and their gradients. For trying an optimizer on.

Every objective has ``f.value(x)``, ``f.grad(x)``, ``f.minimizers`` (array (k, d)) and ``f.minimum``; those with
known constants have ``f.L`` (smoothness) and ``f.mu`` (strong convexity).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def _point(x: np.ndarray, d: int) -> np.ndarray:
    x = np.asarray(x)
    if x.shape != (d,):
        raise ValueError(f"x: expected shape {(d,)}, got {x.shape}")
    return x


class Planar:
    """A function of the plane, R² → R.

    Parameters
    ----------
    name : str
    value, grad : callable
        Map the coordinates (x₁, x₂) to a number and to the two partial derivatives. ``value`` broadcasts.
    minimizers : list of (float, float)
        All global minimisers.
    minimum : float
        The value there.
    """

    def __init__(
        self, name: str, value: Callable, grad: Callable, minimizers: list[tuple[float, float]], minimum: float = 0.0
    ):
        self.name = name
        self._value, self._grad = value, grad
        self.minimizers = np.array(minimizers, dtype=float)
        self.minimum = minimum

    def __call__(self, x1: np.ndarray, x2: np.ndarray) -> np.ndarray:
        """Return f(x₁, x₂) elementwise, for plots on a mesh."""
        return self._value(x1, x2)

    def value(self, x: np.ndarray) -> float:
        """Return f(x) for x of shape (2,). Raises ValueError for another shape."""
        return self._value(*_point(x, 2))

    def grad(self, x: np.ndarray) -> np.ndarray:
        """Return ∇f(x), shape (2,), for x of shape (2,). Raises ValueError for another shape."""
        return np.array(self._grad(*_point(x, 2)))


#: f = (1 − x₁)² + 100 (x₂ − x₁²)². Sources: Rosenbrock 1960.
rosenbrock = Planar(
    "Rosenbrock",
    lambda a, b: (1 - a) ** 2 + 100 * (b - a**2) ** 2,
    lambda a, b: (-2 * (1 - a) - 400 * a * (b - a**2), 200 * (b - a**2)),
    [(1.0, 1.0)],
)

#: f = (x₁² + x₂ − 11)² + (x₁ + x₂² − 7)², four minimisers. Sources: Himmelblau 1972.
himmelblau = Planar(
    "Himmelblau",
    lambda a, b: (a**2 + b - 11) ** 2 + (a + b**2 - 7) ** 2,
    lambda a, b: (4 * a * (a**2 + b - 11) + 2 * (a + b**2 - 7), 2 * (a**2 + b - 11) + 4 * b * (a + b**2 - 7)),
    [
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.283185991286170),
        (3.584428340330492, -1.848126526964404),
    ],
)

#: f = (x₁ + 2x₂ − 7)² + (2x₁ + x₂ − 5)². Sources: Jamil & Yang 2013, f. 17.
booth = Planar(
    "Booth",
    lambda a, b: (a + 2 * b - 7) ** 2 + (2 * a + b - 5) ** 2,
    lambda a, b: (2 * (a + 2 * b - 7) + 4 * (2 * a + b - 5), 4 * (a + 2 * b - 7) + 2 * (2 * a + b - 5)),
    [(1.0, 3.0)],
)

#: f = 2x₁² − 1.05x₁⁴ + x₁⁶/6 + x₁x₂ + x₂²; two further local minima. Sources: Jamil & Yang 2013, f. 111.
three_hump_camel = Planar(
    "three-hump camel",
    lambda a, b: 2 * a**2 - 1.05 * a**4 + a**6 / 6 + a * b + b**2,
    lambda a, b: (4 * a - 4.2 * a**3 + a**5 + b, a + 2 * b),
    [(0.0, 0.0)],
)


class Quadratic:
    """f(x) = ½ xᵀA x − bᵀx with symmetric positive definite A: minimiser A⁻¹b, L = λ_max, mu = λ_min.

    Parameters
    ----------
    A : ndarray, shape (d, d)
    b : ndarray, shape (d,), optional
        Zero by default.

    Raises
    ------
    ValueError
        If A is not square, symmetric and positive definite, or b does not fit.
    """

    def __init__(self, A: np.ndarray, b: np.ndarray | None = None):
        self.A = np.array(A, dtype=float)
        if self.A.ndim != 2 or self.A.shape[0] != self.A.shape[1]:
            raise ValueError(f"A: expected a square matrix, got shape {self.A.shape}")
        if not np.allclose(self.A, self.A.T):
            raise ValueError("A: expected a symmetric matrix")
        d = len(self.A)
        self.b = np.zeros(d) if b is None else _point(np.array(b, dtype=float), d)
        eigenvalues = np.linalg.eigvalsh(self.A)
        if eigenvalues[0] <= 0:
            raise ValueError(f"A: expected positive definite, smallest eigenvalue is {eigenvalues[0]:.3g}")
        self.mu, self.L = float(eigenvalues[0]), float(eigenvalues[-1])
        self.minimizers = np.linalg.solve(self.A, self.b)[None]
        self.minimum = self.value(self.minimizers[0])

    def value(self, x: np.ndarray) -> float:
        """Return f(x) for x of shape (d,)."""
        x = _point(x, len(self.b))
        return float(0.5 * x @ self.A @ x - self.b @ x)

    def grad(self, x: np.ndarray) -> np.ndarray:
        """Return A x − b, shape (d,)."""
        return self.A @ _point(x, len(self.b)) - self.b
