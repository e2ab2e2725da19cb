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
    total = re.search(r"notebook `\w+`, (\d+) points", notebook.cells[0].released)
    assert float(total[1]) == notebook.max_points
    for cell in notebook.cells:
        stated = re.search(r"### Question .*\((\d+) points?", cell.released) if cell.role == "statement" else None
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


def test_the_numbers_told_about_the_beale_function():
    text = "\n".join(c.instructor for c in SPECS["hw1_optimization", "beale_adam"].cells)
    gradient = lambda *w: checks.complex_step(lambda v: beale(v[0], v[1]), np.array(w, dtype=float))  # noqa: E731
    for told, value in {
        "14.203125": beale(0, 0),
        "126.453125": beale(1, 2),
        "3.768703": beale(0, 1) ** 0.5,
        "29.953125": 2.5**2 + 3.25**2 + 3.625**2,
        "6.375": 1.5 + 2.25 + 2.625,
    }.items():
        assert told in text and float(told) == pytest.approx(value, abs=1e-6)
    assert beale(3, 0.5) == 0 and beale(2, 1) == beale(0, 0)
    np.testing.assert_allclose(gradient(1, 0), [-6.75, 1])
    np.testing.assert_allclose(gradient(2, 1), [0, 55.5], atol=1e-12)
    np.testing.assert_allclose(gradient(0, 1), 0)
    t = torch.tensor([0.0, 1.0], dtype=torch.float64)
    hessian = torch.autograd.functional.hessian(lambda w: beale(w[0], w[1]), t).numpy()
    assert hessian[0, 0] == hessian[1, 1] == 0 and hessian[0, 1] > 0  # a saddle; (1, −1) goes down
    for told in ("55.5", "[27.75", "25.5]", "(0.5,\\ 1.25,\\ 1.625)"):
        assert told.strip("[]") in text


def test_the_numbers_told_about_adam():
    square = lambda w: (w**2).sum()  # noqa: E731
    path = torch_adam(square, [1.0], 2, lr=0.1, eps=1e-30)
    assert path[1, 0] == pytest.approx(0.9) and path[2, 0] == pytest.approx(0.8004122, abs=1e-7)
    assert pytest.approx(3.1622777, abs=1e-7) == 0.2 / 0.004**0.5  # the first step without correction, over α
    assert pytest.approx(0.683772, abs=1e-6) == 1 - 0.1 * 3.1622777
    # The same steps with the wrong corrections, and with means that are not kept.
    m, v = 0.9 * 0.2 + 0.1 * 1.8, 0.999 * 0.004 + 0.001 * 1.8**2
    assert 0.9 - 0.1 * (m / 0.1) / (v / 0.001) ** 0.5 == pytest.approx(0.7661701, abs=1e-7)
    assert pytest.approx(0.825586, abs=1e-6) == 0.9 - 0.1 * (0.18 / 0.19) / (0.00324 / 0.001999) ** 0.5


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
