"""Every question's id is found in all its places; points and numbers that students are told are right."""

import re

import numpy as np
import pytest
import torch

from course_lib import checks
from course_lib.grading import spec
from course_lib.grading.course import Course

COURSE = Course.find()
SPECS = {(a, n): s for a in COURSE.assignments() for n, s in spec.load(COURSE, a).items()}
QUESTIONS = [(key, c.id) for key, s in SPECS.items() for c in s.cells if c.role == "solution"]


@pytest.mark.parametrize(("key", "question"), QUESTIONS)
def test_a_question_is_found_by_its_id_everywhere(key, question):
    notebook = SPECS[key]
    assert f'<a id="{question}"></a>' in notebook.cell(f"{question}-1").released  # the heading's anchor
    assert f'id="{question}"' in (COURSE.authoring / key[0] / f"{key[1]}.py").read_text(encoding="utf-8")
    released = {c.metadata.nbgrader.grade_id for c in notebook.release.cells if "nbgrader" in c.metadata}
    assert question in released
    tests = [c for c in notebook.tests if c.question == question]
    assert tests and all(c.id.startswith(question + "_") and c.id in released for c in tests)
    assert (COURSE.answers / key[0] / f"{question}.py").is_file()


@pytest.mark.parametrize("key", SPECS)
def test_hidden_checks_have_titles_hints_and_say_so_in_the_release(key):
    for cell in SPECS[key].tests:
        assert cell.title
        if cell.role == "hidden":
            assert cell.hint and cell.title in cell.released and "checks.question" not in cell.released


@pytest.mark.parametrize("key", SPECS)
def test_points_stated_are_points_given(key):
    notebook = SPECS[key]
    total = re.search(r"notebook `\w+`, (\d+) points(?:, and (\d+) on top)?\.", notebook.cells[0].released)
    optional = {
        c.question for c in notebook.cells if c.role == "statement" and "optional" in c.released.splitlines()[2]
    }
    assert float(total[1]) == sum(c.points for c in notebook.graded if c.question not in optional)
    assert float(total[2] or 0) == sum(c.points for c in notebook.graded if c.question in optional)
    for cell in notebook.cells:
        stated = (
            re.search(r"### Question .*\((\d+(?:\.\d+)?) points?", cell.released) if cell.role == "statement" else None
        )
        if cell.role == "statement":
            assert stated, cell.id
            assert float(stated[1]) == sum(c.points for c in notebook.graded if c.question == cell.question), cell.id


def beale(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def torch_adam(f, start, steps, **settings):
    """Return the points that torch's own Adam visits: the oracle for every number about Adam."""
    w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer, points = torch.optim.Adam([w], **settings), [w.detach().clone().numpy()]
    for _ in range(steps):
        optimizer.zero_grad()
        f(w).backward()
        optimizer.step()
        points.append(w.detach().clone().numpy())
    return np.array(points)


def notebook_text() -> str:
    return "\n".join(c.instructor for c in SPECS["hw1_optimization", "beale_adam"].cells)


def told(text: str, value: float, digits: int) -> None:
    """Require that a number stands in the notebook, and is ``value`` rounded to its digits."""
    assert text in notebook_text()
    assert float(text) == pytest.approx(value, abs=0.6 * 10**-digits)


def test_the_numbers_told_about_the_beale_function():
    told("14.203125", beale(0, 0), 9)
    told("126.453125", beale(1, 2), 9)
    told("3347.203125", beale(2, 3), 9)
    told("29.953125", 2.5**2 + 3.25**2 + 3.625**2, 9)  # the same power of y in all brackets
    told(
        "48270.703125", sum((c - 2 + 6**k) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625))), 9
    )  # (x y) to the power
    told("6.375", 1.5 + 2.25 + 2.625, 9)
    assert beale(3, 0.5) == 0 and beale(2, 1) == beale(0, 1) == beale(0, 0)
    gradient = lambda *w: checks.complex_step(lambda v: beale(v[0], v[1]), np.array(w, dtype=float))  # noqa: E731
    np.testing.assert_allclose(gradient(1, 0), [-6.75, 1])
    np.testing.assert_allclose(gradient(3, 2), [407.25, 1998])
    np.testing.assert_allclose(gradient(0, 1), 0)
    t = np.array([4.5, 11.25, 23.625])  # the brackets at (3, 2)
    np.testing.assert_allclose(t, [c - 3 + 3 * 2**k for k, c in ((1, 1.5), (2, 2.25), (3, 2.625))])
    told("666.0", 2 * t @ [1, 4, 12], 9)  # ∂f/∂y without the factor x
    told("729.0", 2 * t @ [3, 6, 12], 9)  # and without the factor from the power
    w = torch.tensor([0.0, 1.0], dtype=torch.float64)
    hessian = torch.autograd.functional.hessian(lambda w: beale(w[0], w[1]), w).numpy()
    assert hessian[0, 0] == hessian[1, 1] == 0 and hessian[0, 1] > 0  # a saddle; (1, −1) goes down
    assert "brackets are $(0.5,\\ 1.25,\\ 1.625)$" in notebook_text()


def test_the_numbers_told_about_difference_quotients():
    told("3.01", (1.1**3 - 0.9**3) / 0.2, 9)
    told("3.31", (1.1**3 - 1) / 0.1, 9)
    told("2.71", (1 - 0.9**3) / 0.1, 9)
    told("12.01", (2.1**3 - 1.9**3) / 0.2, 9)
    told("-27.01", ((-2.9) ** 3 * -1 - (-3.1) ** 3 * -1) / 0.2, 9)


def adam_by_hand(start, lr, wrong="", steps=2, beta1=0.9, beta2=0.999):
    """Return w after steps of Adam on w², or of a version of it with one thing wrong."""
    w, m, v = start, 0.0, 0.0
    for t in range(1, steps + 1):
        g = 2 * w
        if wrong == "forgets":
            m = v = 0.0
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        power = {"no power": 1, "no correction": np.inf}.get(wrong, t)
        w -= lr * m / (1 - beta1**power) / (v / (1 - beta2**power)) ** 0.5
    return w


def test_the_numbers_told_about_adam():
    square = lambda w: (w**2).sum()  # noqa: E731
    path = torch_adam(square, [1.0], 2, lr=0.1, eps=1e-30)
    assert path[1, 0] == pytest.approx(0.9)
    told("0.8004122", path[2, 0], 7)
    told("3.1622777", (1 - adam_by_hand(1.0, 0.1, "no correction", 1)) / 0.1, 7)
    path = torch_adam(square, [2.0], 2, lr=0.5)
    assert path[1, 0] == pytest.approx(1.5)
    told("1.0087125", path[2, 0], 7)
    told("1.0250831", torch_adam(square, [2.0], 2, lr=0.5, betas=(0.5, 0.9))[2, 0], 7)
    told("0.4188612", adam_by_hand(2.0, 0.5, "no correction", 1), 7)
    told("0.8397887", adam_by_hand(2.0, 0.5, "no power"), 7)
    told("1.1279316", adam_by_hand(2.0, 0.5, "forgets"), 7)
    assert 2.0**2 + 10 * 2.0**2 == 44.0 and 11 * 1.5**2 == 24.75


def test_adam_on_beale_ends_as_the_notebook_says():
    path = torch_adam(lambda w: beale(w[0], w[1]), [0.7, 1.4], 800, lr=0.1)
    np.testing.assert_allclose(path[1:3], [[0.6, 1.3], [0.503824, 1.202867]], atol=1e-6)
    lengths = np.linalg.norm(np.diff(path, axis=0), axis=1)
    steps = int(np.argmax(lengths < 1e-7)) + 1
    assert 700 < steps < 750
    np.testing.assert_allclose(path[steps], [3, 0.5], atol=1e-4)


def test_uncorrected_steps_come_back_to_one_after_thousands():
    k = np.arange(1, 5001)
    without = (1 - 0.9**k) / np.sqrt(1 - 0.999**k)
    assert (
        without[0] == pytest.approx(3.1622777) and without.argmax() > 0 and without[1000] > 1.1 and without[-1] < 1.01
    )
