"""Numbers that students of theory, torch_autograd and low_rank are told, each computed again by another way."""

import math

import numpy as np
import pytest
import torch
from sklearn.datasets import load_iris

from course_lib import tensors
from course_lib.grading import spec
from course_lib.grading.course import Course

SPECS = spec.load(Course.find(), "hw1_optimization")
TEXTS = {name: "\n".join(c.instructor for c in notebook.cells) for name, notebook in SPECS.items()}


def told(notebook: str, text: str, value: float) -> None:
    """Require that a number stands in a notebook and is ``value`` rounded to the digits shown."""
    assert text in TEXTS[notebook], text
    digits = len(text.partition(".")[2])
    assert float(text.replace("−", "-")) == pytest.approx(value, abs=0.51 * 10**-digits), text


def f(x):
    c = torch.exp(x) + torch.exp(2 * x)
    return torch.exp(c) + torch.sin(c)


def slope(function, x):
    x = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    return float(torch.autograd.grad(function(x), x)[0])


def test_the_function_of_the_written_part():
    at = lambda x: float(f(torch.tensor(x, dtype=torch.float64)))  # noqa: E731
    told("torch_autograd", "77.866155", at(0.5))
    told("torch_autograd", "8.298354", at(0.0))
    told("torch_autograd", "555.97197", slope(f, 0.5))
    told("torch_autograd", "1.2840", slope(lambda x: torch.exp(x**2), 0.5))
    told("torch_autograd", "3.570049", abs(0.5 * slope(f, 0.5) / at(0.5)))
    c = math.exp(0.5) + math.e
    told("torch_autograd", "78.8071", math.exp(c))
    told("torch_autograd", "78.468541", math.exp(c) + math.cos(c))
    told("torch_autograd", "342.672", (math.exp(0.5) + math.e) * (math.exp(c) + math.cos(c)))
    told("torch_autograd", "560.770", (math.exp(0.5) + 2 * math.e) * (math.exp(c) - math.cos(c)))
    c = math.exp(0.5) + math.exp(0.25)
    told("torch_autograd", "18.986471", math.exp(c) + math.sin(c))
    told("theory", "20.918728", slope(f, 0.0))
    told("theory", "20.9187", slope(f, 0.0))
    told("theory", "555.971968", slope(f, 0.5))
    told("theory", "8.298354", at(0.0))
    e2, cos, sin = math.e**2, math.cos(2), math.sin(2)
    for text, value in {
        "6.972909": e2 + cos,
        "13.945819": 2 * (e2 + cos),
        "23.415609": 3 * (e2 - cos),
        "-3.074932": e2 * cos,
        "7.389056": e2,
        "-0.416147": cos,
        "7.805203": e2 - cos,
        "7.3890561": e2,
        "0.9092974": sin,
    }.items():
        told("theory", text, value)


def test_what_autograd_keeps():
    x = torch.tensor(2.0, requires_grad=True)
    y = x**3
    y.backward(retain_graph=True)
    assert x.grad == 12
    y.backward(retain_graph=True)
    assert x.grad == 24
    x.grad = None
    y.backward()
    assert x.grad == 12
    with pytest.raises(RuntimeError):
        y.backward()
    x = torch.tensor(3.0, requires_grad=True)
    (x**3).backward(x)
    assert x.grad == 81


def test_the_gradient_check():
    x = np.array([1.1, -2.3, 0.7])
    auto, true = 2 * x**2, 3 * x**2
    difference = np.linalg.norm(auto - true)
    assert difference / (np.linalg.norm(auto) + np.linalg.norm(true)) == pytest.approx(0.2)
    assert difference / np.linalg.norm(true) == pytest.approx(1 / 3)
    assert difference / np.linalg.norm(auto) == pytest.approx(0.5)
    told("torch_autograd", "5.448697", difference)
    quotient = lambda h: ((1 + h) ** 3 - (1 - h) ** 3) / (2 * h)  # noqa: E731
    for h in (0.1, 0.2):
        assert (quotient(h) - 3) / (quotient(h) + 3) == pytest.approx(h**2 / (6 + h**2))
    jacobian = torch.autograd.functional.jacobian(tensors.twist, torch.tensor([torch.pi / 2, 0.0], dtype=torch.float64))
    np.testing.assert_allclose(jacobian, [[0, np.pi**2 / 4], [0, 0]], atol=1e-12)
    told("torch_autograd", "2.467401", np.pi**2 / 4)
    told("torch_autograd", "7.402203", 3 * np.pi**2 / 4)
    told("torch_autograd", "9.869604", np.pi**2)
    hessian = torch.autograd.functional.hessian(tensors.cube_sum, torch.tensor([1.0, 2.0]))
    np.testing.assert_allclose(hessian, [[6, 0], [0, 12]])


def test_the_irises():
    data = load_iris().data
    data = data - data.mean(axis=0)
    sigma = np.linalg.svd(data, compute_uv=False)
    told("low_rank", "15.2046", float((sigma[2:] ** 2).sum()))
    limit = 1 / (2 * sigma[0])
    assert 0.0199 < limit < 0.02 and "$0.01$ is safe" in TEXTS["low_rank"]
    torch.manual_seed(0)
    losses = {}
    for step in (0.01, 0.018, 2 * limit):
        U, V = torch.rand(100, 150, 2, dtype=torch.float64), torch.rand(100, 2, 4, dtype=torch.float64)
        for _ in range(100):
            residual = U @ V - torch.tensor(data)
            U, V = U - 2 * step * residual @ V.mT, V - 2 * step * U.mT @ residual
        losses[step] = ((U @ V - torch.tensor(data)) ** 2).sum((1, 2))
    assert losses[0.01].isfinite().all()  # 100 random starts; "0.018 already is not always"
    assert 0 < int(losses[0.018].isfinite().sum()) < 100
    assert not losses[2 * limit].isfinite().any()  # "the loss blows up"


def test_the_median_of_three_runs_is_no_matter_of_luck():
    """The bound of l3_factorize_converges is met by each of 2000 random starts, not only by most medians of three."""
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    for _ in range(10):
        left, right = np.linalg.qr(rng.standard_normal((12, 4)))[0], np.linalg.qr(rng.standard_normal((4, 4)))[0]
        A = torch.tensor(left @ np.diag([5.0, 4.0, 1.0, 0.5]) @ right)
        U, V = torch.rand(200, 12, 2, dtype=torch.float64), torch.rand(200, 2, 4, dtype=torch.float64)
        for _ in range(500):
            residual = U @ V - A
            U, V = U - 0.02 * residual @ V.mT, V - 0.02 * U.mT @ residual
        assert (((U @ V - A) ** 2).sum((1, 2)) < 1.01 * 1.25).all()


def test_small_matrices():
    sigma = np.array([3.0, 2.0, 1.0])
    values = {"5.0": sigma[1:] ** 2, "3.0": sigma[1:], "9.0": sigma[:1] ** 2, "14.0": sigma**2, "1.0": sigma[2:] ** 2}
    for text, squares in values.items():
        told("low_rank", text, squares.sum())
    told("low_rank", "2.236068", math.sqrt(5))
    told("low_rank", "3.7416574", math.sqrt(0 + 1 + 4 + 9))
    told("low_rank", "1.192", 1 - 0.1 * 2 * (1.2 - 2) * 1.2)
    told("low_rank", "1.6912", 1.4 - 0.1 * 2 * (1.4**2 - 3) * 1.4)
    told("low_rank", "2.0912", 1.4 - 0.1 * (2 * (1.4**2 - 3) * 1.4 - 4))
    told("low_rank", "1.448", 1 - 0.1 * 2 * (1.4 - 3) * 1.4)
    told("low_rank", "0.0928477", 1 / (2 * math.sqrt(25 + 4)))
    told("low_rank", "0.70710678", 1 / math.sqrt(2))
    U, V, G = np.array([[1.0, 2.0]]), np.array([[4.0], [6.0]]), np.array([[2.0, 0.0], [1.0, 1.0]])
    inverse = np.linalg.inv(G)
    for right, array in (
        ([[4, 2]], U @ G),
        ([[2, 3]], U @ G.T),
        ([[2], [4]], inverse @ V),
        ([[-1], [6]], inverse.T @ V),
    ):
        np.testing.assert_allclose(array, right)
    A, V = np.diag([2.0, 1.0]), np.array([[1.0, 1.0]])
    U = A @ V.T / (V @ V.T)
    np.testing.assert_allclose(U, [[1], [0.5]])
    np.testing.assert_allclose(U.T @ A / (U.T @ U), [[1.6, 0.4]])


def test_the_noise():
    m, s, eta, h, rho = 5, 8, 0.5, 3, 2
    mean = [(1 - eta * h) * m, (1 + eta * h) * m, -eta * h * m, (1 - eta) * m, (1 - h) * m, 1 - eta * h]
    assert mean == [-2.5, 12.5, -7.5, 2.5, -10, -0.5]
    noise = np.array([h - math.sqrt(rho), h + math.sqrt(rho)])  # two values with this mean and variance
    assert np.mean((1 - eta * noise) ** 2) * s == pytest.approx(6)
    slips = [
        (1 - eta * h) ** 2,
        (1 - eta * h) ** 2 + rho,
        (1 - eta * h) ** 2 + eta * rho,
        1 - 2 * eta * h + eta**2 * rho,
    ]
    assert [s * slip for slip in slips] == [2, 18, 10, -12]
    told("theory", "1.306853", 2 + math.log(0.5))
    told("theory", "2.693147", 2 + math.log(2))
    told("theory", "-1.386294", 2 * math.log(0.5))
    told("theory", "-0.693147", math.log(0.5))
    told("theory", "-0.1053605", math.log(0.9))
    told("theory", "0.2263334", (math.log(0.85) + math.log(1.85)) / 2)
    told("theory", "0.4526667", math.log(0.85) + math.log(1.85))
    told("theory", "0.3001046", math.log(1.35))
    assert (0.85 + 1.85) / 2 == pytest.approx(1.35)
    two = np.array([0.1, 1.9])
    assert two.mean() == 1 and two.var() == pytest.approx(0.81)
    q = lambda step: np.mean(np.log(np.abs(1 - step * two)))  # noqa: E731
    assert q(1.3) > 0 > q(1.11) and abs(1 - 1.3) < 1 and (1 - 1.11) ** 2 + 1.11**2 * 0.81 > 1
