"""What an Axes contains: labels, scales, lines, points, surfaces and contours."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_lib.checks.compare import _within, fail, finite_array, show
from course_lib.remote import helper


@helper
def axes_contents(ax: Any) -> dict:
    """Return what ``ax`` shows, as plain data.

    Returns
    -------
    dict
        ``is_axes``, ``is_3d`` (bool); ``xlabel``, ``ylabel``, ``zlabel``, ``title`` (str); ``xscale``, ``yscale``;
        ``lines``: one dict a line with ``x``, ``y``, ``z`` (arrays, data units), ``label``, ``marker``;
        ``points``: arrays (n, 2) or (n, 3) of scatter offsets; ``surfaces``: how many 3-D surfaces;
        ``contours``: one dict a contour set with ``levels`` (array) and ``norm`` (class name);
        ``legend``: its texts.
    """
    from matplotlib.axes import Axes

    if not isinstance(ax, Axes):
        return {"is_axes": False, "type": type(ax).__name__}
    is_3d = hasattr(ax, "get_zlabel")
    return {
        "is_axes": True,
        "type": type(ax).__name__,
        "is_3d": is_3d,
        "xlabel": ax.get_xlabel(),
        "ylabel": ax.get_ylabel(),
        "zlabel": ax.get_zlabel() if is_3d else "",
        "title": ax.get_title(),
        "xscale": ax.get_xscale(),
        "yscale": ax.get_yscale(),
        "lines": [_line(line) for line in ax.get_lines()],
        "points": [_points(c) for c in ax.collections if type(c).__name__ in ("PathCollection", "Path3DCollection")],
        "surfaces": sum(type(c).__name__ == "Poly3DCollection" for c in ax.collections),
        "contours": [{"levels": np.asarray(c.levels, dtype=float), "norm": type(c.norm).__name__}
                     for c in ax.collections if hasattr(c, "levels")],
        "legend": [t.get_text() for t in ax.get_legend().get_texts()] if ax.get_legend() else [],
    }


def _line(line: Any) -> dict:
    data = line.get_data_3d() if hasattr(line, "get_data_3d") else (*line.get_data(orig=False), ())
    x, y, z = (np.asarray(part, dtype=float) for part in data)
    return {"x": x, "y": y, "z": z, "label": str(line.get_label()), "marker": str(line.get_marker())}


def _points(collection: Any) -> np.ndarray:
    offsets = getattr(collection, "_offsets3d", None)
    columns = offsets if offsets is not None else np.asarray(collection.get_offsets(), dtype=float).T
    return np.array([np.asarray(np.ma.filled(c, np.nan), dtype=float) for c in columns]).T


def is_axes(ax: Any, *, name: str = "your function", three_d: bool | None = None) -> dict:
    """Require a Matplotlib Axes (in 3-D if ``three_d``) and return :func:`axes_contents` of it."""
    shown = axes_contents(ax)
    if not shown["is_axes"]:
        fail(f"{name}: expected a Matplotlib Axes, got {shown['type']}",
             "make one with fig, ax = plt.subplots() and end the function with return ax")
    if three_d is not None and shown["is_3d"] != three_d:
        fail(f"{name}: expected {'3-D' if three_d else '2-D'} axes, got {shown['type']}",
             'plt.subplots(subplot_kw={"projection": "3d"}) makes 3-D axes' if three_d else None)
    return shown


def has_labels(shown: dict, *, name: str = "the plot") -> None:
    """Require that every axis of ``shown`` (from :func:`axes_contents`) has a label."""
    wanted = ["xlabel", "ylabel"] + (["zlabel"] if shown["is_3d"] else [])
    missing = [axis for axis in wanted if not str(shown[axis]).strip()]
    if missing:
        fail(f"{name}: no {' and no '.join(missing)}", "ax.set(xlabel=…, ylabel=…) names the axes")


def has_line(shown: dict, x: Any, y: Any, *, name: str = "the plot", rtol: float = 1e-6,
             hint: str | None = None) -> dict:
    """Require a line through exactly the points (x, y), in order, and return it."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    for line in shown["lines"]:
        same = np.shape(line["x"]) == x.shape and np.shape(line["y"]) == y.shape
        if same and _within(line["x"], x, rtol, 1e-9) and _within(line["y"], y, rtol, 1e-12):
            return line
    lengths = [len(line["x"]) for line in shown["lines"]]
    fail(f"{name}: no line through the {len(x)} expected points"
         + (f"; its lines have {lengths} points" if lengths else "; it has no line at all"), hint)


def has_point(shown: dict, *point: float, name: str = "the plot", hint: str | None = None) -> None:
    """Require a marker at ``point`` (2 or 3 coordinates): a line's vertex or a scatter's point."""
    target = finite_array(np.array(point), (len(point),))
    axes = ("x", "y", "z")[: len(point)]
    clouds = [np.array([line[a] for a in axes]).T for line in shown["lines"]
              if line["marker"] not in ("None", "", " ", "none") and np.shape(line[axes[-1]]) == np.shape(line["x"])]
    clouds += [p for p in shown["points"] if np.ndim(p) == 2 and np.shape(p)[1] == len(point)]
    for cloud in clouds:
        if any(_within(np.asarray(row, dtype=float), target, 1e-6, 1e-9) for row in np.asarray(cloud)):
            return
    fail(f"{name}: no marker at {show(target)}", hint)
