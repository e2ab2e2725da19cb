"""What an Axes contains: labels, scales, lines, points, surfaces and contours."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_lib.checks.compare import CheckFailed, _within, fail, finite_array, show
from course_lib.remote import helper


@helper
def axes_contents(ax: Any) -> dict:
    """Return what ``ax`` shows, as plain data.

    Returns
    -------
    dict
        ``is_axes``, ``is_3d`` (bool); ``xlabel``, ``ylabel``, ``zlabel``, ``title`` (str); ``xscale``, ``yscale``;
        ``lines``: one dict a line with ``x``, ``y``, ``z`` (arrays, data units), ``label``, ``marker``;
        ``points``: arrays (n, 2) or (n, 3) of scatter offsets; ``surfaces``: one dict a 3-D surface with
        ``vertices`` (n, 3) and ``norm`` (class name);
        ``contours``: one dict a contour set with ``levels`` (array), ``norm`` (class name), ``filled`` (bool) and
        ``points``, the vertices of its lines as rows (x, y, level), of shape (n, 3);
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
        "surfaces": [
            {"vertices": _vertices(c), "norm": type(c.norm).__name__}
            for c in ax.collections
            if type(c).__name__ == "Poly3DCollection"
        ],
        "contours": [
            {
                "levels": np.asarray(c.levels, dtype=float),
                "norm": type(c.norm).__name__,
                "filled": bool(c.filled),
                "points": _contour_points(c),
            }
            for c in ax.collections
            if hasattr(c, "levels")
        ],
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


def _vertices(surface: Any) -> np.ndarray:
    # Matplotlib keeps a surface's polygons in a private attribute; its name changed between versions.
    faces = getattr(surface, "_faces", None)
    if faces is not None:
        return np.asarray(np.ma.filled(faces, np.nan), dtype=float).reshape(-1, 3)
    return np.asarray(surface._vec, dtype=float)[:3].T


def _contour_points(contours: Any) -> np.ndarray:
    rows = [
        np.column_stack([path.vertices, np.full(len(path.vertices), float(level))])
        for level, path in zip(contours.levels, contours.get_paths(), strict=False)
        if len(path.vertices)
    ]
    return np.concatenate(rows) if rows else np.empty((0, 3))


def on_mesh(points: Any, x_mesh: Any, y_mesh: Any, *, name: str = "the plot") -> None:
    """Require that ``points`` (n, 2) are points of a mesh, its corners among them (strides may leave others out)."""
    points = finite_array(points, (None, 2), name=name)
    x_mesh, y_mesh = np.asarray(x_mesh, dtype=float), np.asarray(y_mesh, dtype=float)
    if not len(points):
        fail(f"{name}: it has no points")
    mesh = np.column_stack([x_mesh.ravel(), y_mesh.ravel()])
    far = np.abs(points[:, None] - mesh[None]).max(axis=2).min(axis=1)
    if not np.all(far < 1e-6):
        fail(f"{name}: {int(np.sum(~(far < 1e-6)))} of its {len(points)} points are none of the given mesh")
    corners = np.array([(x_mesh[i, j], y_mesh[i, j]) for i in (0, -1) for j in (0, -1)])
    if not np.all(np.abs(corners[:, None] - points[None]).max(axis=2).min(axis=1) < 1e-6):
        fail(f"{name}: it does not reach the corners of the given mesh")


def has_contours(
    shown: dict, x_mesh: Any, y_mesh: Any, z: Any, levels: Any, *, name: str = "the plot", hint: str | None = None
) -> None:
    """Require contour lines of ``z`` (n, m) on a mesh at ``levels``: each point where such a line meets the mesh.

    A line meets the mesh where linear interpolation along an edge of it gives the level.
    """
    from matplotlib.figure import Figure

    x_mesh, y_mesh, z = (np.asarray(part, dtype=float) for part in (x_mesh, y_mesh, z))
    wanted = _contour_points(Figure().subplots().contour(x_mesh, y_mesh, z, levels=np.asarray(levels, dtype=float)))
    drawn = [finite_array(c["points"], (None, 3), name=name) for c in shown["contours"] if not c["filled"]]
    points = np.concatenate(drawn) if drawn else np.empty((0, 3))
    if not len(points):
        fail(f"{name}: no contour lines: ax.contour(x_mesh, y_mesh, z, …)")
    tolerance = 1e-6 * np.array([np.ptp(x_mesh), np.ptp(y_mesh)])
    missing = 0
    for level in np.unique(wanted[:, 2]):
        there = points[np.abs(points[:, 2] - level) <= 1e-6 * abs(level), :2]
        here = wanted[wanted[:, 2] == level, :2]
        near = np.abs(here[:, None] - there[None]) <= tolerance
        missing += int(np.sum(~near.all(axis=2).any(axis=1)))
    if missing:
        fail(f"{name}: {missing} of the {len(wanted)} points of the contours of f on the given mesh are missing", hint)


def is_axes(ax: Any, *, name: str = "your function", three_d: bool | None = None) -> dict:
    """Require a Matplotlib Axes (in 3-D if ``three_d``) and return :func:`axes_contents` of it."""
    shown = axes_contents(ax)
    if not shown["is_axes"]:
        fail(
            f"{name}: expected a Matplotlib Axes, got {shown['type']}",
            "make one with fig, ax = plt.subplots() and end the function with return ax",
        )
    if three_d is not None and shown["is_3d"] != three_d:
        fail(
            f"{name}: expected {'3-D' if three_d else '2-D'} axes, got {shown['type']}",
            'plt.subplots(subplot_kw={"projection": "3d"}) makes 3-D axes' if three_d else None,
        )
    return shown


def has_labels(shown: dict, *, name: str = "the plot") -> None:
    """Require that every axis of ``shown`` (from :func:`axes_contents`) has a label."""
    wanted = ["xlabel", "ylabel"] + (["zlabel"] if shown["is_3d"] else [])
    missing = [axis for axis in wanted if not str(shown[axis]).strip()]
    if missing:
        fail(
            f"{name}: no {' and no '.join(missing)}",
            "ax.set(" + ", ".join(f"{axis}=…" for axis in wanted) + ") names the axes",
        )


def has_line(
    shown: dict, x: Any, y: Any, *, name: str = "the plot", rtol: float = 1e-6, hint: str | None = None
) -> dict:
    """Require a line through exactly the points (x, y), in order, and return it."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    for line in shown["lines"]:
        try:
            got_x, got_y = (finite_array(line[axis], wanted.shape) for axis, wanted in (("x", x), ("y", y)))
        except CheckFailed:
            continue
        if _within(got_x, x, rtol, 1e-9) and _within(got_y, y, rtol, 1e-12):
            return line
    lengths = [len(line["x"]) for line in shown["lines"]]
    fail(
        f"{name}: no line through the {len(x)} expected points"
        + (f"; its lines have {lengths} points" if lengths else "; it has no line at all"),
        hint,
    )


def has_point(shown: dict, *point: float, name: str = "the plot", hint: str | None = None) -> None:
    """Require a marker at ``point`` (2 or 3 coordinates): a line's vertex or a scatter's point."""
    target = finite_array(np.array(point), (len(point),))
    axes = ("x", "y", "z")[: len(point)]
    clouds = [
        np.array([line[a] for a in axes]).T
        for line in shown["lines"]
        if line["marker"] not in ("None", "", " ", "none") and np.shape(line[axes[-1]]) == np.shape(line["x"])
    ]
    clouds += [p for p in shown["points"] if np.ndim(p) == 2 and np.shape(p)[1] == len(point)]
    for cloud in clouds:
        rows = np.asarray(cloud, dtype=float)
        if rows.shape == (len(rows), *target.shape) and any(_within(row, target, 1e-6, 1e-9) for row in rows):
            return
    fail(f"{name}: no marker at {show(target)}", hint)
