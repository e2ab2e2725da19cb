"""World maps: coasts where they are, heat-maps the right way up, arcs that follow the great circle."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_lib import datasets, plotting


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_the_coast_is_that_of_the_world():
    """Points of the coast lie close to ports, and none within 500 km of the middle of Asia."""
    coast = plotting.coastline()
    assert coast.shape == (5246, 2)
    coast = coast[~np.isnan(coast[:, 0])]
    on_sphere = datasets.unit_vectors(coast[:, 1], coast[:, 0])

    def nearest(latitude, longitude):
        chord = np.linalg.norm(on_sphere - datasets.unit_vectors(np.array(latitude), np.array(longitude)), axis=1)
        return 6371 * 2 * np.arcsin(chord.min() / 2)

    for port in [(-33.9, 18.4), (35.5, 139.8), (37.8, -122.4), (-34.6, -58.4)]:
        assert nearest(*port) < 150
    assert nearest(46.0, 86.0) > 500


def test_a_heatmap_is_drawn_the_right_way_up():
    heatmap = np.zeros(400)
    heatmap[20 * 12 + 15] = 1.0  # column 12, row 15: longitude 45, latitude 49.5
    ax = plotting.plot_heatmap(heatmap, "a map", place=(49.5, 45.0), largest=2.0)
    image = ax.images[0]
    left, right, bottom, top = image.get_extent()
    cells = image.get_array()
    row, column = np.unravel_index(np.argmax(cells), cells.shape)
    assert image.origin == "lower" and cells.shape == (20, 20)
    assert left + (column + 0.5) * (right - left) / 20 == 45.0 and bottom + (row + 0.5) * (top - bottom) / 20 == 49.5
    assert image.get_clim() == (0, 2.0)
    cross = ax.lines[-1]
    assert (cross.get_xdata()[0], cross.get_ydata()[0]) == (45.0, 49.5)
    assert "degrees" in ax.get_xlabel() and "degrees" in ax.get_ylabel() and ax.get_title() == "a map"
    with pytest.raises(ValueError, match=r"shape \(400,\), got shape \(20, 20\)"):
        plotting.plot_heatmap(heatmap.reshape(20, 20))


def test_predictions_are_joined_to_their_places():
    true, predicted = np.array([[10.0, 20.0], [0.0, 170.0]]), np.array([[40.0, -30.0], [10.0, -170.0]])
    ax = plotting.plot_predictions(true, predicted, np.array([100.0, 2500.0]), "found")
    dots = ax.collections[0]
    np.testing.assert_array_equal(dots.get_offsets(), predicted[:, ::-1])
    np.testing.assert_array_equal(dots.get_array(), [100.0, 2500.0])
    assert any("km" in other.get_ylabel() for other in ax.figure.axes)
    with pytest.raises(ValueError, match="n errors"):
        plotting.plot_predictions(true, predicted, np.ones(3))
    with pytest.raises(ValueError, match="expected places"):
        plotting.plot_predictions(true, predicted[:1], np.ones(2))


def test_an_arc_is_a_plane_section_of_the_sphere_and_breaks_at_the_date_line():
    arc = plotting.great_circle(np.array([35.7, 139.7]), np.array([37.8, -122.4]))
    gaps = np.isnan(arc[:, 0])
    assert gaps.sum() == 1 and len(arc) == 34
    points = datasets.unit_vectors(arc[~gaps, 1], arc[~gaps, 0])
    normal = np.cross(points[0], points[-1])
    np.testing.assert_allclose(points @ normal, 0, atol=1e-12)
    np.testing.assert_allclose(arc[[0, -1]], [[139.7, 35.7], [-122.4, 37.8]])
    assert np.nanmax(arc[:, 1]) > 45  # north of both towns
    assert not np.isnan(plotting.great_circle(np.array([10.0, 0.0]), np.array([20.0, 30.0]))).any()
