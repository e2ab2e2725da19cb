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


# ---- heatmaps


def told(notebook: str, *texts: str) -> None:
    """Assert that a notebook's release says all of ``texts``."""
    release = (Course.find().release / "project_music" / f"{notebook}.ipynb").read_text(encoding="utf-8")
    assert not [text for text in texts if text not in release]


def test_cells_of_paris_and_canberra():
    for place, row, column in [(PARIS, 15, 10), ((-35.3, 149.12), 6, 18)]:
        south, west = -90 + 9 * row, -180 + 18 * column
        assert south <= place[0] < south + 9 and west <= place[1] < west + 18
    north, east = datasets.grid_centres()
    assert (north[215], east[215]) == (-90 + 9 * 15.5, -180 + 18 * 10.5)
    told("heatmaps", "cell 15 + 20 · 10 = 215", "[215.0, 366.0]")
    slips = {
        "this is row order, column + 20·row": (10 + 20 * 15, 18 + 20 * 6),
        "rows are counted from the north": (19 - 15 + 20 * 10, 19 - 6 + 20 * 18),
        "latitude and longitude are swapped": [int((b + 90) // 9 + 20 * ((a + 180) // 18)) for a, b in [PARIS]]
        + [int(19 + 20 * ((-35.3 + 180) // 18))],
        "cells are counted from 1": (216, 367),
    }
    for slip, (first, second) in slips.items():
        told("heatmaps", f'\\"{slip}\\": [{first:.1f}, {second:.1f}]')


def test_divergences_and_their_gradients():
    t, p = np.array([0.5, 0.5, 0]), np.array([0.25, 0.5, 0.25])
    kl = float(sum(a * np.log(a / b) for a, b in zip(t, p, strict=True) if a))
    assert kl == pytest.approx(0.5 * np.log(2))
    told("heatmaps", f"{kl:.6f}", f"{kl:.7f}", f"{kl / 2:.6f}", f"{kl / 2:.7f}", f"{kl / 3:.7f}")
    told("heatmaps", f"{-float(t[:2] @ np.log(p[:2])):.7f}")  # cross entropy
    p, t = np.array([0.25, 0.75]), np.array([0.5, 0.5])
    step, both = 1e-6, []
    for function in (lambda q: t @ np.log(t / q), lambda q: q @ np.log(q / t)):
        slope = []
        for k in range(2):
            ends = []
            for sign in (1, -1):
                weights = p * np.exp(sign * step * np.eye(2)[k])  # softmax of log p with one logit moved
                ends.append(function(weights / weights.sum()))
            slope.append((ends[0] - ends[1]) / (2 * step))
        both.append(slope)
    np.testing.assert_allclose(both, [[-0.25, 0.25], [-0.205990, 0.205990]], atol=1e-6)
    told("heatmaps", "(−0.25, 0.25)", "(−0.205990, 0.205990)", "[[-0.2059898, 0.2059898]]")
    by_p = np.log(p / t) + 1
    told("heatmaps", f"[[{by_p[0]:.7f}, {by_p[1]:.7f}]]", f"[[{p[0] * by_p[0]:.7f}, {p[1] * by_p[1]:.7f}]]")


def test_logits_of_one_unit():
    z = 2 * np.tanh(0.5)
    share = 1 / (1 + np.exp(-z))
    told("heatmaps", f"(0, {z:.6f})", f"[[0.0, {z:.7f}]]", f"[[{1 - share:.6f}, {share:.6f}]]")
    told("heatmaps", f"[[{np.log(1 - share):.6f}, {np.log(share):.6f}]]", f"[[0.0, {np.tanh(z):.6f}]]")
    assert 2 * (4 * 3 + 5 * 4) == 64
    told("heatmaps", "= 64$ multiplications")


def test_three_cells_on_the_equator():
    vectors = datasets.unit_vectors(np.zeros(3), np.array([0.0, 90.0, 100.0]))
    x, y, z = np.array([0.4, 0.3, 0.3]) @ vectors
    mean = np.arctan2(y, x)
    assert z == pytest.approx(0, abs=1e-12)
    told("heatmaps", f"(0, {np.rad2deg(mean):.2f})", f"[0.0, {np.rad2deg(mean):.4f}]")
    assert mean == pytest.approx(1.042016, abs=2e-6) and np.deg2rad(95) == pytest.approx(1.658063, abs=1e-6)
    degrees = np.abs(np.subtract.outer([0, 90, 100], [0, 90, 100]))
    np.testing.assert_allclose(np.array([0.4, 0.3, 0.3]) @ degrees, [57, 39, 43])
    told("heatmaps", "57°, 39° and 43°")


# ---- wasserstein


def scaled(a, b, kernel, rounds=1, first="rows"):
    """Return the plan after some rounds of setting right row sums and column sums."""
    plan = kernel.copy()
    for _ in range(rounds):
        for what in ("rows", "columns") if first == "rows" else ("columns", "rows"):
            plan = plan * (a / plan.sum(1))[:, None] if what == "rows" else plan * (b / plan.sum(0))
    return plan


def test_sinkhorn_of_two_cells():
    half, three, cost = np.array([0.5, 0.5]), np.array([0.75, 0.25]), np.array([[0.0, 1.0], [1.0, 0.0]])
    plan = scaled(half, half, np.exp(-cost))
    told("wasserstein", f"{plan[0, 0]:.6f}, {plan[0, 1]:.6f}", f"[[{plan[0, 0]:.7f}, {plan[0, 1]:.7f}]")
    f = np.log(0.5 / (1 + np.exp(-1)))
    assert np.exp(f) == pytest.approx(plan[0, 0])
    told("wasserstein", f"{f:.6f}".replace("-", "−"), f"[{f:.7f}, {f:.7f}]", f"[{2 * f:.7f}, {2 * f:.7f}]")
    told("wasserstein", f"{f + np.log(2):.7f}", f"{np.log(0.5) + np.log(1 + np.exp(-1)):.7f}")
    plan = scaled(three, half, np.exp(-cost))
    assert plan[0].sum() != pytest.approx(0.75, abs=0.01)
    told("wasserstein", f"({plan[0, 0]:.6f}, {plan[0, 1]:.6f})", f"[{plan[0, 0]:.7f}, {plan[0, 1]:.7f}]")
    for slip in (scaled(three, half, np.exp(-cost), first="columns"), scaled(half, three, np.exp(-cost))):
        told("wasserstein", f"[{slip[0, 0]:.7f}, {slip[0, 1]:.7f}]")


def test_what_plans_cost():
    P, half = np.array([0.5, 0.25, 0, 0.25]), 0.5
    entropy = sum(x * np.log(x) for x in P if x)
    assert f"{entropy:.6f}" == "-1.039721" and f"{0.25 + entropy:.7f}" == "-0.7897208"
    told("wasserstein", "0.25 - 1.039721 = -0.789721", f"{0.25 - entropy:.7f}")
    assert abs(0.75 - half) + abs(0.25 - half) + abs(0.5 - half) * 2 == 0.5


def test_statements_about_sinkhorn():
    """A: underflow ends in NaN. B: column sums. C: small ε takes longer. D: empty cells do no harm. E: cost too low."""
    cost = np.subtract.outer(np.arange(3) / 3, np.arange(3) / 3) ** 2
    assert np.exp(-cost[0, 2] / 0.0005) == 0 < np.exp(-cost[0, 2] / 0.001)

    def sinkhorn(a, b, epsilon, rounds):
        kernel, v = np.exp(-cost / epsilon), np.ones(3)
        with np.errstate(all="ignore"):
            for _ in range(rounds):
                u = a / (kernel @ v)
                v = b / (kernel.T @ u)
            return u[:, None] * kernel * v

    assert np.isnan(sinkhorn(np.eye(3)[0], np.eye(3)[2], 0.0005, 3)).any()
    a, b = np.array([0.6, 0.3, 0.1]), np.array([0.1, 0.2, 0.7])
    plan = sinkhorn(a, b, 0.1, 3)
    np.testing.assert_allclose(plan.sum(0), b)
    assert np.abs(plan.sum(1) - a).sum() > 1e-4
    rounds = [
        next(n for n in range(1, 10**4) if np.abs(sinkhorn(a, b, e, n).sum(1) - a).sum() < 1e-3) for e in (1, 0.1, 0.02)
    ]
    assert rounds[0] < rounds[1] < rounds[2]
    assert np.isfinite(sinkhorn(np.array([0, 0.5, 0.5]), b, 0.5, 20)).all()
    ot = pytest.importorskip("ot")
    assert (sinkhorn(a, b, 0.01, 5) * cost).sum() < ot.emd2(a, b, cost) <= (sinkhorn(a, b, 0.01, 2000) * cost).sum()


def test_separable_kernel_and_gradients_by_hand():
    R, v = np.array([[1.0, 0.0], [2.0, 1.0]]), np.array([1.0, 10.0])
    assert (3 * R @ v).tolist() == [3, 36] and (3 * R.T @ v).tolist() == [63, 30] and (R.T @ v).tolist() == [21, 10]
    told("wasserstein", "(3, 36)", "[[63.0, 30.0]]", "[[21.0, 10.0]]")

    def through_softmax(p, by_p):
        return ((np.diag(p) - np.outer(p, p)) @ by_p).tolist()

    p = np.array([0.25, 0.75])
    assert through_softmax(p, np.array([4.0, 8.0])) == [-0.75, 0.75] == through_softmax(p, np.array([104.0, 108.0]))
    f_pt, f_pp, g_pp = np.array([[4.0, 8.0], [2.0, 4.0], [6.0, 2.0]])
    assert through_softmax(p, f_pt - (f_pp + g_pp) / 2) == [-0.9375, 0.9375]
    assert through_softmax(p, f_pt - f_pp) == [-0.375, 0.375]
    assert through_softmax(p, f_pt - f_pp - g_pp) == [-1.125, 1.125]
    told("wasserstein", "(−0.9375, 0.9375)", "[[-0.375, 0.375]]", "[[-1.125, 1.125]]")

    def uneven(a, b):
        return float(a @ np.abs(a - b) + a @ a)

    three, half = p[::-1], np.array([0.5, 0.5])
    own = (uneven(three, three) + uneven(half, half)) / 2
    values = [uneven(three, half) - own, uneven(three, half), uneven(three, half) - uneven(three, three)]
    assert [*values, uneven(half, three) - own] == [0.3125, 0.875, 0.25, 0.1875]
    told("wasserstein", "0.3125", '\\"this is W\\": 0.875', ": 0.25,", ": 0.1875")


def test_unrolled_gradient_agrees_with_the_potentials():
    """Through 100 iterations, on maps of the notebook's kind: to 1e-8, relative."""
    import autograd.numpy as anp
    from autograd import grad
    from autograd.scipy.special import logsumexp

    north, east = datasets.grid_centres()
    at = np.stack([(np.round((north + 85.5) / 9)) / 20, np.round((east + 171) / 18) / 20], axis=1)
    cost = ((at[:, None] - at) ** 2).sum(2)
    a, b = datasets.heatmaps([35.7, -6.2], [139.7, 35.7])

    def potentials(a, rounds):
        g = np.zeros(400)
        for _ in range(rounds):
            f = 0.05 * (anp.log(a) - logsumexp((g - cost) / 0.05, axis=1))
            g = 0.05 * (np.log(b) - logsumexp((f - cost.T) / 0.05, axis=1))
        return f, g

    def value(z):
        shares = anp.exp(z - logsumexp(z))
        f, g = potentials(shares, 100)
        return anp.sum(f * shares) + anp.sum(g * b)

    f = potentials(a, 100)[0]
    by_potentials = a * (f - a @ f)
    np.testing.assert_allclose(grad(value)(np.log(a)), by_potentials, atol=1e-8 * np.abs(by_potentials).max())


@pytest.mark.skipif(not os.environ.get("COURSE_DATA"), reason="the real file is read where COURSE_DATA is set")
def test_the_mean_map_on_the_real_data():
    """What heatmaps calls hardly worse than the network: KL 1.60 for the mean training map."""
    music = datasets.music()
    train, validation = datasets.split(1059)
    maps = datasets.heatmaps(music.latitude, music.longitude)
    kl = (maps[validation] * np.log(maps[validation] / maps[train].mean(0))).sum(1).mean()
    assert kl == pytest.approx(1.601, abs=0.002)


def test_examples_with_several_rows():
    p, t = np.array([[0.25, 0.75], [0.5, 0.5]]), np.full((2, 2), 0.5)
    logs = np.log(p / t)
    by_z = p * (logs - (p * logs).sum(1)[:, None]) / 2
    told(
        "heatmaps",
        f"[[{by_z[0, 0]:.7f}, {by_z[0, 1]:.7f}], [0.0, 0.0]]",
        f"[[{(p * logs)[0, 0]:.7f}, {(p * logs)[0, 1]:.7f}]]",
    )
    t, p = np.array([0.5, 0.5, 1.0]), np.array([0.25, 0.5, 0.25])  # t = 1 where it was 0; and KL reversed with that
    told("heatmaps", f"{t @ np.log(t / p):.7f}", f"{p @ np.log(p / t):.7f}")
    X, first, second = np.array([[1.0], [2.0]]), np.array([[1.0], [2.0]]), np.array([[1.0, 3.0], [0.0, 1.0]])
    assert (X @ first.T @ second.T).tolist() == [[7, 2], [14, 4]] and (X @ first.T @ second).tolist() == [
        [1, 5],
        [2, 10],
    ]
    assert 2 * 3 * 4 + 4 * 5 == 44 and 2 * 64 == 128  # slips in the number of multiplications
    x, y, z = datasets.unit_vectors(np.array([60.0, 60.0]), np.array([180.0, -178.0])).mean(0)
    assert np.rad2deg([np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)]) == pytest.approx([60.0038, -179], abs=1e-4)


def test_sinkhorn_of_two_cells_and_three():
    a, b, cost = np.array([0.75, 0.25]), np.array([0.5, 0.25, 0.25]), np.array([[0.0, 1.0, 2.0], [1.0, 0.0, 0.5]])

    def shown(plan):
        return "[[" + "], [".join(", ".join(f"{x:.7f}" for x in row) for row in plan) + "]]"

    plans = [scaled(a, b, np.exp(-cost / 0.5), rounds) for rounds in (2, 1)]
    plans += [scaled(a, b, np.exp(-cost * k), 2) for k in (1, 0.5)] + [scaled(a, b, np.exp(-cost / 0.5), 2, "columns")]
    told("wasserstein", *map(shown, plans))
    kernel, v = np.exp(-cost / 0.5), np.ones(3)
    for _ in range(2):
        u = a / (kernel @ v)
        v = b / (u @ kernel)
    for scaling in (u, v):
        told("wasserstein", "[" + ", ".join(f"{x:.7f}" for x in np.log(scaling) / 2) + "]")


def test_what_a_plan_from_two_to_three_costs():
    P, C = np.array([[0.5, 0.25, 0], [0, 0.125, 0.125]]), np.array([[0.0, 1, 3], [2, 0, 1]])
    assert (P * C).sum() == 0.375 and np.abs(P.sum(1) - 0.5).sum() == np.abs(P.sum(0) - [0.25, 0.5, 0.25]).sum() == 0.5
    entropy = float(sum(x * np.log(x) for x in P.ravel() if x))
    values = [0.375 + 2 * entropy, 0.375 + entropy, 0.375 - 2 * entropy, 2 * entropy]
    told("wasserstein", *[f"{value:.7f}" for value in values])
