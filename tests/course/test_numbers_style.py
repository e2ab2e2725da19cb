"""Numbers that students of hw2_style_transfer are told, each computed again by another way."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
import torch

from course_lib.grading import spec
from course_lib.grading.course import Course

SPECS = spec.load(Course.find(), "hw2_style_transfer")
THEORY = "\n".join(c.instructor for c in SPECS["theory"].cells)


def smallest_cover(length: Fraction, eps: Fraction) -> int:
    """Count how far one gets, point by point: each covers 2ε."""
    points, reached = 1, 2 * eps
    while reached < length:
        points, reached = points + 1, reached + 2 * eps
    return points


def test_the_network_of_the_first_part():
    x, y = torch.tensor([1.0, 2.0]), torch.tensor([1.0, 2.0])
    W1 = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, -1.0]], requires_grad=True)
    b1 = torch.tensor([0.0, 0.0, 1.0], requires_grad=True)
    W2 = torch.tensor([[1.0, 0.0, 2.0], [1.0, 1.0, -1.0]], requires_grad=True)
    b2 = torch.tensor([2.0, -2.0], requires_grad=True)
    q = W1 @ x + b1
    p = W2 @ torch.relu(q) + b2
    loss = ((p - y) ** 2).sum()
    assert q.tolist() == [1, 2, 0] and p.tolist() == [3, 1] and loss.item() == 5
    for text in ("$q = (1, 2, 0)$", "$p = (3, 1)$", "$L = 5$"):
        assert text in THEORY
    loss.backward()
    assert W2.grad.tolist() == [[4, 8, 0], [-2, -4, 0]] and b2.grad.tolist() == [4, -2]
    assert W1.grad.tolist() == [[2, 4], [-2, -4], [0, 0]] and b1.grad.tolist() == [2, -2, 0]
    assert (W2.detach().T @ torch.tensor([4.0, -2.0])).tolist() == [2, -2, 10]


def test_one_weight_of_the_output_layer():
    loss = lambda weight: (weight * 3 + 1 - 5) ** 2  # noqa: E731
    assert loss(2) == 4 and loss(2.001) - loss(2) == pytest.approx(0.012, abs=5e-5)


def test_products_of_a_forward_pass():
    count = 0
    for rows, columns in [(3, 4), (2, 3)]:  # H × D and K × H for D = 4, H = 3, K = 2
        count += sum(1 for _ in itertools.product(range(rows), range(columns)))
    assert count == 18 and "for D = 4, H = 3, K = 2: 18" in THEORY


def test_covers():
    at = lambda length, eps: smallest_cover(Fraction(length), Fraction(eps))  # noqa: E731
    assert at("1", "1/20") == 10 and at("1", "3/10") * at("2", "3/10") == 8 and at("2.1", "0.15") == 7
    assert [at("1", e) * at("2", e) for e in ("1/2", "1/4", "1", "1/20")] == [2, 8, 1, 200]
    lengths = [("2", "0.3"), ("0.1", "0.4"), ("0", "0.1"), ("3", "0.25"), ("2", "0.07")]
    assert [at(*pair) for pair in lengths] == [4, 1, 1, 6, 15]
    assert at("10/3", "0.05") * at("0.3", "0.05") == 34 * 3 and at("1.1", "0.55") * at("3.3", "0.55") == 3
    assert str(2.1 / 0.3) in THEORY and math.ceil(2.1 / 0.3) == math.ceil(Fraction(2.1) / Fraction(0.3)) == 8


def test_distinct_models():
    """The expected number by the number of ways, not by the formula."""
    expected = lambda q, n: np.mean([len(set(w)) for w in itertools.product(range(n), repeat=q)])  # noqa: E731
    assert expected(2, 2) == 1.5
    rng = np.random.default_rng(0)
    drawn = rng.integers(0, 50, (200_000, 20))
    drawn.sort(axis=1)
    distinct = 1 + np.count_nonzero(np.diff(drawn, axis=1), axis=1)
    assert distinct.mean() == pytest.approx(16.62, abs=0.02) and "16.6 distinct models" in THEORY
    assert (1 - 1 / 50) * 20 == pytest.approx(19.6) and "it is 19.6" in THEORY


def test_a_fixed_budget():
    tried = np.random.default_rng(1).uniform(0, 1, (400_000, 2))
    assert np.mean(np.all(np.abs(tried - 0.5) > 0.25, axis=1)) == pytest.approx(0.25, abs=0.005)
    assert 32 ** (1 / 5) == pytest.approx(2) and 50 ** (1 / 5) == pytest.approx(2.19, abs=0.01)


def parameters(kind: type, slopes: list[list[float]], start: list[float], **options: float) -> list[float]:
    """Return where one of torch's optimizers goes with given gradients."""
    w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = kind([w], **options)
    for slope in slopes:
        w.grad = torch.tensor(slope, dtype=torch.float64)
        optimizer.step()
    return w.tolist()


def test_the_linear_model():
    X, y = torch.tensor([[2.0], [0.0], [0.0], [0.0]]), torch.full((4,), 2.0)
    w = torch.zeros(1, requires_grad=True)
    loss = ((X @ w - y) ** 2).mean() / 2
    loss.backward()
    assert loss.item() == 2 and w.grad.item() == -1 and 0 - 0.5 * w.grad.item() == 0.5
    assert (((X @ torch.tensor([0.5]) - y) ** 2).mean() / 2).item() == 1.625


def test_first_steps_as_torch_takes_them():
    told = [
        (
            torch.optim.Adagrad,
            [[0.3, 0.0]],
            [0.0, 0.0],
            {"lr": 1.0, "initial_accumulator_value": 0.1},
            [-0.688247, 0.0],
        ),
        (torch.optim.Adam, [[1.0]], [0.0], {"lr": 0.1}, [-0.1]),
        (torch.optim.Adam, [[1.0], [3.0]], [0.0], {"lr": 1.0, "betas": (0.5, 0.5)}, [-1.927173]),
        (torch.optim.RMSprop, [[2.0]], [0.0], {"lr": 0.1, "alpha": 0.75}, [-0.2]),
        (torch.optim.AdamW, [[0.0]], [10.0], {"lr": 0.1, "weight_decay": 0.5}, [9.5]),
    ]
    for kind, slopes, start, options, right in told:
        assert parameters(kind, slopes, start, **options) == pytest.approx(right, rel=1e-6)
    m, v = 0.25 * 1 + 0.5 * 3, 0.25 * 1 + 0.5 * 9
    assert (m, v, m / 0.75, v / 0.75) == (1.75, 4.75, pytest.approx(7 / 3), pytest.approx(19 / 3))


def test_momentum_as_torch_takes_it():
    """On w²/2, whose gradient is w. Torch's Nesterov keeps the point ahead: w + β v."""
    for nesterov, right in [(False, [1, 0.5, 0]), (True, [1, 0.5, 0.125])]:
        w, velocity, points = 1.0, 0.0, [1.0]
        shifted = torch.tensor([1.0], requires_grad=True)
        optimizer = torch.optim.SGD([shifted], lr=0.5, momentum=0.5, nesterov=nesterov)
        for _ in range(2):
            before = shifted.item()
            shifted.grad = shifted.detach().clone()
            optimizer.step()
            velocity = 0.5 * velocity - 0.5 * before
            w += velocity
            points.append(w)
            assert shifted.item() == pytest.approx(w + 0.5 * velocity if nesterov else w)
        assert points == right


def test_steps_and_rates():
    X = np.array([[1.0, 0.0], [0.0, 3.0], [0.0, 0.0], [0.0, 0.0]])
    assert np.linalg.eigvalsh(X.T @ X / 4).tolist() == [0.25, 2.25]
    steps = np.linspace(0, 1, 10_001)
    worst = np.maximum(np.abs(1 - 3 * steps), np.abs(1 - steps))
    assert steps[worst.argmin()] == pytest.approx(0.5) and worst.min() == pytest.approx(0.5)
