"""Numbers that students of hw2_style_transfer are told, each computed again by another way."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
import torch
from PIL import Image

from course_lib import encoders, pictures
from course_lib.grading import spec
from course_lib.grading.course import Course
from course_lib.grading.grade import test_step as as_step
from course_lib.grading.judge.process import Judge

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


# ---- style transfer

TRANSFER = "\n".join(c.instructor for c in SPECS["style_transfer"].cells)


def test_the_cats_first_pixel():
    with Image.open(pictures.path("chelsea")) as picture:
        red, green, blue = np.asarray(picture)[0, 0].tolist()
        assert picture.size == (451, 300) and (red, green, blue) == (143, 120, 104)
    first = [round(value - mean, 3) for value, mean in zip((blue, green, red), encoders.MEAN, strict=True)]
    assert first == [0.061, 3.221, 19.32] and "104 − 103.939 = 0.061 in blue, then 3.221, then 19.32" in TRANSFER


def test_a_uint8_wraps():
    assert np.array([300, -20, 100]).astype(np.uint8).tolist() == [44, 236, 100]
    assert "wraps to 44" in TRANSFER


def test_the_gram_matrix_of_1_to_24():
    features = np.arange(1, 25).reshape(3, 4, 2).reshape(12, 2)
    exact = [[Fraction(int(features[:, i] @ features[:, j]), 12) for j in range(2)] for i in range(2)]
    assert [round(float(one), 3) for row in exact for one in row] == [191.667, 203.667, 203.667, 216.667]
    assert "((191.667, 203.667), (203.667, 216.667))" in TRANSFER
    assert [[191.66667, 203.66667], [203.66667, 216.66667]] == [[round(float(one), 5) for one in row] for row in exact]


def test_small_examples_of_losses():
    assert np.mean((np.array([1, 2, 3, 4]) - np.array([3, 2, 3, 10])) ** 2) == 10 and "(4 + 36) / 4 = 10" in TRANSFER
    features = [np.ones((16, 2)), 2 * np.ones((16, 2))]
    layers = [np.mean((f.T @ f / len(f)) ** 2) for f in features]
    style, content = layers[0] + 2 * layers[1], sum(np.mean(f**2) for f in features)
    assert (style, content) == (33, 5) and "style 1 + 2·16 = 33, content 1 + 4 = 5" in TRANSFER
    grid = np.array([[0, 6], [1, 4]])
    down, across = (np.abs(np.diff(grid, axis=axis)).mean() for axis in (0, 1))
    assert (down, across, down + across) == (1.5, 4.5, 6) and "mean 4.5; together 6" in TRANSFER
    luma = lambda rgb: 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]  # noqa: E731
    assert luma((200, 100, 0)) == pytest.approx(118.5) and luma((20, 20, 20)) == pytest.approx(20)
    assert "(101.5, 1.5, −98.5)" in TRANSFER


def test_three_steps_of_descent_towards_ten():
    x, seen = 0.0, []
    for _ in range(3):  # the mean of 12 squares: each slope is 2 (x - 10) / 12
        x -= 3 * (x - 10) / 6
        seen.append(x)
    assert seen == [5, 7.5, 8.75] and "from 0 to 5, 7.5, 8.75" in TRANSFER


def test_the_cat_at_100_pixels():
    with Image.open(pictures.path("chelsea")) as cat:
        assert cat.size == (451, 300)
    assert 66 < 300 * 100 / 451 < 67 and "66 or 67 high and 100 wide" in TRANSFER


def test_the_download_is_as_large_as_told():
    convolutions, channels = 0, 3
    for width in (w for block in encoders.VGG19 for w in block):
        convolutions, channels = convolutions + (9 * channels + 1) * width, width
    classifier = (512 * 7 * 7 + 1) * 4096 + (4096 + 1) * 4096 + (4096 + 1) * 1000
    assert round(4 * (convolutions + classifier) / 1e6) == 575 and "575 MB" in TRANSFER


def test_yiq_keeps_the_colours_when_all_channels_grow_alike():
    to_yiq = np.array([[0.299, 0.587, 0.114], [0.5959, -0.2746, -0.3213], [0.2115, -0.5227, 0.3112]])
    np.testing.assert_allclose(to_yiq @ np.ones(3), [1, 0, 0], atol=1e-4)


SLIPS = """
def gram_matrix(features):
    return features.flatten(2) @ features.flatten(2).mT / len(features)


def compute_style_loss(gram, target_gram):
    return ((gram - target_gram) ** 2).sum()


def compute_content_loss(features, target):
    return ((features - target) ** 2).sum() / 2
"""
COMPOSED = """
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    found, deep = model(image)
    style = sum(w * compute_style_loss(gram_matrix(f), g) for w, f, g in zip(layer_weights, found, style_grams))
    content = sum(compute_content_loss(f, t) for f, t in zip(deep, content_features))
    return style_weight * style + content_weight * content, WRONG, content
"""


@pytest.mark.parametrize(("returned", "passed"), [("style", True), ("content", False)])
def test_slips_of_questions_4_and_5_cost_nothing_in_question_7(returned, passed):
    """A loss put together right from the student's own wrong functions earns its points; a wrong one does not."""
    notebook = SPECS["style_transfer"]
    steps = [
        {"do": "run", "id": "setup", "source": "import numpy as np, torch\nfrom course_lib import checks, encoders"}
    ]
    steps += [{"do": "run", "id": "a", "source": text} for text in (SLIPS, COMPOSED.replace("WRONG", returned))]
    tests = [c for c in notebook.tests if c.question == "s7_total"]
    with Judge("bubblewrap") as judge:
        results = judge.job([*steps, *(as_step(c, "test") for c in tests)])[len(steps) :]
    earned = {c.id: r["passed"] for c, r in zip(tests, results, strict=True)}
    assert earned == {"s7_total_public": passed, "s7_total_values": passed, "s7_total_slope": True}, results
