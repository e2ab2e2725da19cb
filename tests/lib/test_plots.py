"""What an Axes contains."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import LogNorm

from course_lib import checks, objectives, plotting
from course_lib.checks import CheckFailed


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_lines_points_labels_and_scales():
    _, ax = plt.subplots()
    ax.semilogy([1, 2, 3], [1, 10, 100], label="run")
    ax.scatter([2], [5])
    ax.set(xlabel="step", ylabel="loss")
    ax.legend()
    shown = checks.axes_contents(ax)
    assert shown["yscale"] == "log" and shown["legend"] == ["run"] and not shown["is_3d"]
    checks.has_line(shown, [1, 2, 3], [1, 10, 100])
    checks.has_point(shown, 2, 5)
    checks.has_labels(shown)
    with pytest.raises(CheckFailed, match="no line through the 2 expected points"):
        checks.has_line(shown, [1, 2], [1, 10])
    with pytest.raises(CheckFailed, match="no marker"):
        checks.has_point(shown, 1, 10)  # the line has no markers


def test_surface_vertices_lie_on_the_function():
    x, y = plotting.mesh((-1, 1), (-1, 1), 9)
    ax = plt.figure().add_subplot(projection="3d")
    ax.plot_surface(x, y, x**2 + 3 * y + 9, norm=LogNorm(), cmap="viridis")
    (surface,) = checks.axes_contents(ax)["surfaces"]
    v = surface["vertices"]
    assert surface["norm"] == "LogNorm" and len(v) == 8 * 8 * 4
    np.testing.assert_allclose(v[:, 2], v[:, 0] ** 2 + 3 * v[:, 1] + 9)
    checks.on_mesh(v[:, :2], x, y)
    with pytest.raises(CheckFailed, match="none of the given mesh"):
        checks.on_mesh(v[:, :2] + 0.1, x, y)
    with pytest.raises(CheckFailed, match="corners"):
        checks.on_mesh(v[:4, :2], x, y)


def test_contour_points_lie_on_their_levels():
    x, y = plotting.mesh((-1, 1), (-1, 1), 9)
    _, ax = plt.subplots()
    ax.contour(x, y, 2 * x + y, levels=[-1, 0, 1])
    (contours,) = checks.axes_contents(ax)["contours"]
    p = contours["points"]
    assert not contours["filled"] and len(p) > 20
    np.testing.assert_allclose(2 * p[:, 0] + p[:, 1], p[:, 2], atol=1e-12)


def test_what_is_no_axes_is_named():
    with pytest.raises(CheckFailed, match="expected a Matplotlib Axes, got Figure"):
        checks.is_axes(plt.figure())
    with pytest.raises(CheckFailed, match="expected 3-D axes"):
        checks.is_axes(plt.subplots()[1], three_d=True)


def test_the_library_plots_are_labelled():
    path = np.array([[0.0, 1.0, 2.0], [0.0, 0.5, 1.0]])
    for ax in (
        plotting.surface(objectives.booth, (-1, 3), (0, 4), n=11),
        plotting.contours(objectives.booth, (-1, 3), (0, 4), paths={"run": path}),
        plotting.convergence({"run": np.array([1.0, 0.1, 0.0])}, "f − f*"),
    ):
        checks.has_labels(checks.axes_contents(ax))


def test_a_path_of_another_shape_is_refused():
    with pytest.raises(ValueError, match=r"path 'run': expected shape \(2, steps \+ 1\), got \(3, 2\)"):
        plotting.contours(objectives.booth, (-1, 3), (0, 4), paths={"run": np.zeros((3, 2))})


def test_contours_must_be_those_of_the_function_on_the_mesh():
    x, y = np.meshgrid(np.linspace(-2, 2, 21), np.linspace(-1, 3, 17))
    z, levels = (x - 1) ** 2 + y**4 + 1, np.logspace(0.1, 1.5, 6)
    right = plt.figure().add_subplot()
    right.contour(x, y, z, levels=levels)
    triangles = plt.figure().add_subplot()
    triangles.tricontour(x.ravel(), y.ravel(), z.ravel(), levels=levels)
    for ax in (right, triangles):
        checks.has_contours(checks.axes_contents(ax), x, y, z, levels)
    for wrong_z, drawn_levels in ((z.T.reshape(z.shape), levels), (z + 0.01, levels), (z, levels[:-1])):
        ax = plt.figure().add_subplot()
        ax.contour(x, y, wrong_z, levels=drawn_levels)
        with pytest.raises(checks.CheckFailed, match="points of the contours of f on the given mesh are missing"):
            checks.has_contours(checks.axes_contents(ax), x, y, z, levels)
    empty = checks.axes_contents(plt.figure().add_subplot())
    with pytest.raises(checks.CheckFailed, match="no contour lines"):
        checks.has_contours(empty, x, y, z, levels)
    plt.close("all")
