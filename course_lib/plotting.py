"""Plots with one look: surface, contours with optimizer paths, convergence curves. For the "look" cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Colours that stay apart for colour-blind readers. Sources: Okabe & Ito 2008.
COLORS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
STYLE = {
    "axes.prop_cycle": plt.cycler(color=COLORS),
    "axes.grid": True,
    "grid.alpha": 0.3,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.figsize": (6.4, 4.2),
    "figure.constrained_layout.use": True,
    "font.size": 11,
    "lines.linewidth": 1.8,
    "image.cmap": "viridis",
}


def use_style() -> None:
    """Give all following plots the course's look."""
    plt.rcParams.update(STYLE)


def mesh(
    xlim: tuple[float, float] = (-4.5, 4.5), ylim: tuple[float, float] = (-4.5, 4.5), n: int = 121
) -> tuple[np.ndarray, np.ndarray]:
    """Return ``x_mesh, y_mesh``, each of shape (n, n), over a rectangle."""
    return np.meshgrid(np.linspace(*xlim, n), np.linspace(*ylim, n))


def surface(f: Callable, xlim: tuple[float, float], ylim: tuple[float, float], n: int = 81) -> Axes:
    """Draw the surface z = f(x, y) of a function that broadcasts, on new 3-D axes, and return them."""
    x, y = mesh(xlim, ylim, n)
    _, ax = plt.subplots(subplot_kw={"projection": "3d"})
    ax.plot_surface(x, y, f(x, y), cmap="viridis", edgecolor="none", alpha=0.85)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax


def contours(
    f: Callable,
    xlim: tuple[float, float] | None,
    ylim: tuple[float, float] | None,
    paths: Mapping[str, np.ndarray] | None = None,
    levels: int = 25,
    n: int = 121,
) -> Axes:
    """Draw contours of f, spaced evenly in log(f − min f), and the paths of optimizers over them.

    Parameters
    ----------
    f : callable
        Broadcasts over two arrays.
    xlim, ylim : tuple, optional
        The rectangle; None takes in all paths, with a margin.
    paths : mapping of str to ndarray, shape (2, steps + 1)
        Each optimizer's name and the points it visited; its start is a circle, its end a square.

    Raises
    ------
    ValueError
        If a path has another shape.
    """
    for label, path in (paths or {}).items():
        if np.ndim(path) != 2 or np.shape(path)[0] != 2:
            raise ValueError(f"path {label!r}: expected shape (2, steps + 1), got {np.shape(path)}")
    xlim = xlim or _extent([path[0] for path in (paths or {}).values()])
    ylim = ylim or _extent([path[1] for path in (paths or {}).values()])
    x, y = mesh(xlim, ylim, n)
    z = f(x, y)
    low = z.min()
    heights = np.log1p(z - low)
    _, ax = plt.subplots()
    ax.contour(x, y, heights, levels=levels, cmap="Greys", linewidths=0.8, alpha=0.8)
    for (label, path), color in zip((paths or {}).items(), COLORS, strict=False):
        path = np.asarray(path, dtype=float)
        ax.plot(*path, color=color, label=label)
        ax.plot(*path[:, 0], "o", color=color, markersize=8)
        ax.plot(*path[:, -1], "s", color=color, markersize=8)
    ax.set(xlabel="x", ylabel="y", xlim=xlim, ylim=ylim)
    if paths:
        ax.legend()
    return ax


def _extent(coordinates: list[np.ndarray]) -> tuple[float, float]:
    """Return an interval around all coordinates, with a margin of a fifth on each side."""
    values = np.concatenate([np.ravel(c) for c in coordinates]) if coordinates else np.array([-1.0, 1.0])
    low, high = float(values.min()), float(values.max())
    margin = 0.2 * (high - low) or 1.0
    return low - margin, high + margin


def convergence(
    curves: Mapping[str, np.ndarray], ylabel: str, xlabel: str = "step", log: bool = True, first: int = 0
) -> Axes:
    """Draw one curve a method against the step, counted from ``first``; a log axis leaves out values <= 0."""
    _, ax = plt.subplots()
    for (label, values), color, marker in zip(curves.items(), COLORS, MARKERS, strict=False):
        values = np.asarray(values, dtype=float)
        values = np.where(values > 0, values, np.nan) if log else values
        ax.plot(
            np.arange(first, first + len(values)),
            values,
            color=color,
            marker=marker,
            markevery=max(1, len(values) // 8),
            label=label,
        )
    ax.set(xlabel=xlabel, ylabel=ylabel, yscale="log" if log else "linear")
    ax.legend()
    return ax
