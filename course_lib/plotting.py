"""Plots with one look: surface, contours with optimizer paths, convergence curves. For the "look" cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

from course_lib.datasets import unit_vectors

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


@cache
def coastline() -> np.ndarray:
    """Return the world's coast, shape (5246, 2): longitude and latitude in degrees, NaN between lines.

    Sources: Natural Earth 1:110m, public domain, from world-atlas 2.0.2.
    """
    with np.load(Path(__file__).parent / "coast_110m.npz") as file:
        return file["lonlat"]


def world_map(ax: Axes | None = None, title: str = "") -> Axes:
    """Draw the coasts of the world on ``ax`` or new axes, in degrees of longitude and latitude, and return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(6.4, 3.6))
    ax.plot(*coastline().T, color="0.4", linewidth=0.5, zorder=1.5)
    ax.set(xlim=(-180, 180), ylim=(-90, 90), aspect="equal", title=title)
    ax.set(xlabel="longitude (degrees east)", ylabel="latitude (degrees north)")
    ax.set_xticks(range(-180, 181, 60))
    ax.set_yticks(range(-90, 91, 30))
    ax.grid(False)
    return ax


def plot_heatmap(
    heatmap: np.ndarray,
    title: str = "",
    place: tuple[float, float] | None = None,
    ax: Axes | None = None,
    largest: float | None = None,
) -> Axes:
    """Draw a heat-map of 400 cells on the world map, and return the axes.

    Parameters
    ----------
    heatmap : ndarray, shape (400,)
        In column order, row 0 in the south, as in :func:`course_lib.datasets.grid_centres`.
    place : (latitude, longitude), optional
        The true place, in degrees; drawn as a cross.
    largest : float, optional
        The share at which the colours end; give the same to maps that are compared.

    Raises
    ------
    ValueError
        If there are not 400 numbers.
    """
    heatmap = np.asarray(heatmap, dtype=float)
    if heatmap.shape != (400,):
        raise ValueError(f"expected a heat-map of shape (400,), got shape {heatmap.shape}")
    ax = world_map(ax, title)
    cells = heatmap.reshape(20, 20, order="F")
    shown = ax.imshow(
        cells, origin="lower", extent=(-180, 180, -90, 90), cmap="cividis", vmin=0, vmax=largest, zorder=1
    )
    ax.lines[0].set_color("white")
    ax.figure.colorbar(shown, ax=ax, label="share of a cell", shrink=0.7)
    if place is not None:
        ax.plot(place[1], place[0], "x", color=COLORS[5], markersize=9, markeredgewidth=2.5, label="true place")
        ax.legend(loc="lower left", fontsize=8)
    return ax


def plot_predictions(
    true: np.ndarray, predicted: np.ndarray, errors: np.ndarray, title: str = "", ax: Axes | None = None
) -> Axes:
    """Draw predicted places on the world map, coloured by their error, each joined to the true one; return the axes.

    A line is the shorter arc of the great circle through both.

    Parameters
    ----------
    true, predicted : ndarray, shape (n, 2)
        Latitude and longitude, in degrees.
    errors : ndarray, shape (n,)
        Great-circle distances, in km.

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    true, predicted, errors = (np.asarray(one, dtype=float) for one in (true, predicted, errors))
    if true.ndim != 2 or true.shape[1] != 2 or true.shape != predicted.shape or errors.shape != true.shape[:1]:
        raise ValueError(
            f"expected places of shape (n, 2) twice and n errors, got {true.shape}, {predicted.shape}, {errors.shape}"
        )
    ax = world_map(ax, title)
    for one, other in zip(true, predicted, strict=True):
        ax.plot(*great_circle(one, other).T, color="0.7", linewidth=0.6, zorder=1)
    shown = ax.scatter(*predicted.T[::-1], c=errors, cmap="viridis", s=16, vmin=0, zorder=3, label="predicted")
    ax.plot(*np.unique(true, axis=0).T[::-1], "x", color=COLORS[5], markersize=6, zorder=4, label="true place")
    ax.figure.colorbar(shown, ax=ax, label="great-circle error (km)", shrink=0.7)
    ax.legend(loc="lower left", fontsize=8)
    return ax


def great_circle(start: np.ndarray, end: np.ndarray, points: int = 33) -> np.ndarray:
    """Return points on the shorter arc between two places, shape (points, 2): longitude and latitude, in degrees.

    A row of NaN stands where the arc crosses 180°, so that a plot does not draw a line across the map.
    """
    ends = unit_vectors(*np.array([start, end], dtype=float).T)
    share = np.linspace(0, 1, points)[:, None]
    chord = (1 - share) * ends[0] + share * ends[1]
    arc = np.column_stack(
        [
            np.rad2deg(np.arctan2(chord[:, 1], chord[:, 0])),
            np.rad2deg(np.arctan2(chord[:, 2], np.hypot(*chord[:, :2].T))),
        ]
    )
    breaks = np.flatnonzero(np.abs(np.diff(arc[:, 0])) > 180) + 1
    return np.insert(arc, breaks, np.nan, axis=0)
