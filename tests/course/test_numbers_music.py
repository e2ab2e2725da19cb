"""Numbers that students of project_music are told, each computed again by another way."""

import os

import numpy as np
import pytest

from course_lib import datasets
from course_lib.grading.course import Course

COORDINATES = (Course.find().release / "project_music" / "coordinates.ipynb").read_text(encoding="utf-8")
RADIUS = 6371


def haversine(first, second):
    """Return great-circle distances in km by another formula than the notebook's. Sources: Sinnott 1984."""
    (a, b), (c, d) = (np.deg2rad(np.array(one, dtype=float)) for one in (first, second))
    h = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    return 2 * RADIUS * np.arcsin(np.sqrt(h))


PARIS, TOKYO = (48.8566, 2.3522), (35.6762, 139.6503)


def test_distances_that_are_told():
    assert round(haversine(PARIS, TOKYO), 2) == 9711.72 and "9711.72 km" in COORDINATES
    assert round(haversine((0, -30), (0, 60)), 2) == 10007.54 and "10007.54 km" in COORDINATES
    assert round(haversine((0, 5), (1, 5)), 3) == 111.195 and "111.195 km" in COORDINATES
    angle = haversine(PARIS, TOKYO) / RADIUS
    slips = {
        "latitude and longitude are swapped": haversine(PARIS[::-1], TOKYO[::-1]),
        "this is the angle in radians": angle,
        "a radius of 6378 km; 6371 is asked": 6378 * angle,
    }
    for slip, value in slips.items():
        told = COORDINATES.split(f'\\"{slip}\\": [')[1].split("]")[0]
        assert float(told) == pytest.approx(value, abs=0.006), slip
    in_radians = np.arccos(
        np.sin(PARIS[0]) * np.sin(TOKYO[0]) + np.cos(PARIS[0]) * np.cos(TOKYO[0]) * np.cos(PARIS[1] - TOKYO[1])
    )
    assert f"[{RADIUS * in_radians:.2f}]" in COORDINATES
    assert f"[{2 * RADIUS * np.sin(angle / 2):.2f}, {2 * RADIUS * np.sin(np.deg2rad(0.5)):.4f}]" in COORDINATES


def test_statements_about_the_naive_formula():
    """A: rounding leaves [−1, 1]. D: at a metre the digits are gone. E: so it is for opposite places."""
    rng = np.random.default_rng(0)
    north, east = np.deg2rad(rng.uniform(-90, 90, 10_000)), np.deg2rad(rng.uniform(-180, 180, 10_000))
    cosine = np.sin(north) ** 2 + np.cos(north) ** 2 * np.cos(east - east)
    assert (cosine > 1).any()
    opposite = -(np.sin(north) ** 2) + np.cos(north) ** 2 * np.cos(np.pi)
    assert (opposite < -1).any()
    metre = np.deg2rad(0.000009)
    by_cosine = np.arccos(
        np.sin(north[:50]) * np.sin(north[:50] + metre) + np.cos(north[:50]) * np.cos(north[:50] + metre)
    )
    assert np.nanmax(np.abs(by_cosine / metre - 1)) > 1e-3


def test_equal_places_when_the_cosine_is_clipped():
    assert 2.5 < RADIUS * np.arccos(1 - 1e-7) < 3.5 and "places are then 3 km apart" in COORDINATES


def test_the_network_of_one_unit():
    hidden = np.tanh(0.5)
    out = np.tanh(2 * hidden)
    assert f"{hidden:.5f}" == "0.46212" and f"{2 * hidden:.5f}" == "0.92423" and f"{out:.5f}" in COORDINATES
    assert f"{30.18 + 131 * out:.3f}" == "125.534" and "= 125.534" in COORDINATES


def test_the_range_is_a_tenth_larger_than_the_places_need():
    places = np.array(datasets.MUSIC_PLACES)
    low, high = places.min(0), places.max(0)
    np.testing.assert_allclose((low + high) / 2, [9.69, 30.18])
    np.testing.assert_allclose(1.1 * (high - low) / 2, [50, 131], rtol=0.012)


def test_the_gradient_error_of_the_example():
    quotient = (2.1**3 - 1.9**3) / 0.2
    assert quotient == pytest.approx(12.01) and f"{(quotient - 12) / quotient:.6f}" == "0.000833"
    assert "0.000833" in COORDINATES


@pytest.mark.skipif(not os.environ.get("COURSE_DATA"), reason="the real file is read where COURSE_DATA is set")
def test_constant_guesses_on_the_real_data():
    """The mean of the coordinates and the geometric median, over all pieces, in km."""
    music = datasets.music()
    where = np.stack([music.latitude, music.longitude])
    assert haversine(where.mean(1)[:, None], where).mean() == pytest.approx(4602, abs=10)
    from scipy.optimize import minimize

    best = minimize(lambda at: haversine(at[:, None], where).mean(), [30.0, 40.0], method="Nelder-Mead")
    assert best.fun == pytest.approx(4315, abs=10)


def test_small_examples():
    column = np.array([[0.0, 5.0, 0.2], [4.0, 5.0, 0.6]])
    np.testing.assert_allclose([column.mean(0), column.std(0)], [[2, 5, 0.4], [2, 0, 0.2]], atol=1e-12)
    assert "means 2, 5, 0.4 and deviations 2, 0, 0.2" in COORDINATES
    found, true = np.array([[1, 2], [2, 4], [3, 6]]), np.array([[0, 2], [2, 2], [3, 7]])
    assert ((found - true) ** 2 @ [1, 3]).tolist() == [1, 12, 3] and "have the mean 5.333" in COORDINATES
    x, y, seen = 3.0, 2.0, []
    for _ in range(2):
        x, y = x - 0.25 * (x - 1), y - 0.25 * 2 * (y - 1)
        seen.append((x, y))
    assert seen == [(2.5, 1.5), (2.125, 1.25)] and "(2.5, 1.5), then (2.125, 1.25)" in COORDINATES
    assert f"{30.18 + 131 * np.tanh(1):.3f}" == "129.949" and "(9.69, 129.949)" in COORDINATES
