"""Gradient checks against each other and against torch."""

import numpy as np
import pytest
import torch

from course_lib import checks
from course_lib.checks import CheckFailed


def f(x):
    return np.exp(0.3 * x[0]) * np.sin(x[1]) + x[0] ** 2 * x[1]


def exact(x):
    t = torch.tensor(x, requires_grad=True)
    (torch.exp(0.3 * t[0]) * torch.sin(t[1]) + t[0] ** 2 * t[1]).backward()
    return t.grad.numpy()


@pytest.mark.parametrize("seed", range(20))
def test_complex_step_is_exact_and_differences_nearly(seed):
    x = np.random.default_rng(seed).uniform(-2, 2, 2)
    np.testing.assert_allclose(checks.complex_step(f, x), exact(x), rtol=1e-13)
    np.testing.assert_allclose(checks.differences(f, x), exact(x), rtol=1e-9, atol=1e-10)
    checks.gradient(f, exact(x), x)


def test_differences_in_float32_have_a_fitting_step():
    x = np.array([0.5, -1.2], dtype=np.float32)
    checks.gradient(f, exact(x.astype(float)).astype(np.float32), x)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda g: 2 * g,
        lambda g: -g,
        lambda g: g[::-1],
        lambda g: g * [1, 0],
        lambda g: g + 1e-4,
        lambda g: g[:1],
        lambda g: g * np.nan,
    ],
)
def test_wrong_gradients_fail(wrong):
    x = np.array([0.7, -1.1])
    with pytest.raises(CheckFailed):
        checks.gradient(f, wrong(exact(x)), x)
