"""Test functions: minimisers, gradients, constants, errors."""

import numpy as np
import pytest

from course_lib import checks, objectives

PLANAR = [objectives.rosenbrock, objectives.himmelblau, objectives.booth, objectives.three_hump_camel]


@pytest.mark.parametrize("f", PLANAR, ids=lambda f: f.name)
def test_minimisers_and_gradients(f):
    for minimizer in f.minimizers:
        assert f.value(minimizer) == pytest.approx(f.minimum, abs=1e-20)
        np.testing.assert_allclose(f.grad(minimizer), 0, atol=1e-9)
    for x in np.random.default_rng(0).uniform(-2, 2, (10, 2)):
        np.testing.assert_allclose(f.grad(x), checks.complex_step(f.value, x), rtol=1e-12, atol=1e-12)
        assert f.value(x) >= f.minimum


@pytest.mark.parametrize("f", PLANAR, ids=lambda f: f.name)
def test_they_broadcast_over_a_mesh(f):
    assert f(np.zeros((3, 1)), np.zeros(4)).shape == (3, 4)


def test_quadratic_constants_and_minimiser():
    A, b = np.array([[3.0, 1.0], [1.0, 2.0]]), np.array([1.0, -1.0])
    f = objectives.Quadratic(A, b)
    np.testing.assert_allclose(np.sort([f.mu, f.L]), np.linalg.eigvalsh(A))
    np.testing.assert_allclose(f.grad(f.minimizers[0]), 0, atol=1e-12)
    np.testing.assert_allclose(f.grad(b), checks.differences(f.value, b), rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize(
    ("A", "says"), [(np.ones((2, 3)), "square"), ([[1, 2], [0, 1]], "symmetric"), (-np.eye(2), "positive definite")]
)
def test_quadratic_refuses_what_is_none(A, says):
    with pytest.raises(ValueError, match=says):
        objectives.Quadratic(A)


def test_a_wrong_shape_is_named():
    with pytest.raises(ValueError, match=r"x: expected shape \(2,\), got \(3,\)"):
        objectives.booth.value(np.zeros(3))
