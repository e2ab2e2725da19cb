"""Answers shown as mathematics, graphs drawn, and what autograd makes of a function."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import sympy as sp
import torch

from course_lib import checks, tensors, theory


def test_answers_are_shown_as_mathematics():
    eta, h = sp.symbols("eta h", positive=True)
    assert theory.latex((1 - eta * h) ** 2) == r"\left(- \eta h + 1\right)^{2}"
    assert theory.latex((0, 2 / h)) == r"\left(0,\ \frac{2}{h}\right)"
    assert theory.latex(sp.Interval.open(0, 1)) == r"\left(0, 1\right)"
    assert theory.latex(["mean", "single runs"]) == r"\text{mean},\ \text{single runs}"


def test_what_is_not_there_yet_is_named_and_costs_nothing(monkeypatch, capsys):
    import IPython

    shell = type("Shell", (), {"user_ns": {"edges": [("a", "b"), ("b", "a")]}})()
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    theory.show(mean_update="E w")
    theory.show_graph("edges")
    theory.show_graph("others")
    said = capsys.readouterr().out
    assert "mean_update: not answered yet" in said and "go in a circle" in said and "others: not answered yet" in said


def test_a_graph_is_drawn_from_left_to_right():
    ax = theory.draw_graph([("x", "a"), ("a", "b"), ("a", "c"), ("b", "c")])
    place = {t.get_text(): t.get_position() for t in ax.texts if t.get_text()}
    assert place["x"][0] < place["a"][0] < place["b"][0] < place["c"][0] and len(ax.texts) == 4 + 4
    plt.close("all")
    with pytest.raises(ValueError, match="pair"):
        theory.draw_graph([("x",)])


def test_autograd_of_a_function():
    x = torch.tensor([1.0, 2.0], dtype=torch.float64)
    made = checks.autograd_of(tensors.cube, x)
    np.testing.assert_allclose(made["value"], [1, 8])
    np.testing.assert_allclose(made["gradient"], [3, 12])
    assert not x.requires_grad
    assert checks.autograd_of(lambda x: x.detach() ** 3, x)["gradient"] is None
    assert checks.autograd_of(lambda x: torch.tensor(1.0), x)["gradient"] is None


def test_autograd_by_the_argument_that_requires_it():
    x, y = torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0]).requires_grad_()
    made = checks.autograd_of(lambda x, y: (x * y**2).sum(), x, y)
    assert made["value"] == 41
    np.testing.assert_allclose(made["gradient"], [6, 16])
    assert y.grad is None and checks.autograd_of(lambda x, y: x + y.detach(), x, y)["gradient"] is None


def test_the_size_of_a_graph():
    leaf = torch.ones(2, requires_grad=True)
    assert checks.graph_sizes(lambda: (leaf, leaf.detach())) == [0, 0]

    def grows(times):
        value = leaf
        for _ in range(times):
            value = value * 2
        return [value]

    assert checks.graph_sizes(grows, 7)[0] - checks.graph_sizes(grows, 3)[0] == 4


@pytest.mark.parametrize(
    "f", [tensors.cube, tensors.wave, tensors.bell, tensors.twist, tensors.valley, tensors.cube_sum]
)
def test_functions_to_differentiate_have_the_right_derivative(f):
    assert torch.autograd.gradcheck(f, torch.tensor([0.7, -1.2, 0.4], dtype=torch.float64, requires_grad=True))


@pytest.mark.parametrize("f", [tensors.slipped_cube, tensors.slipped_cube_sum, tensors.slips_at_the_end])
def test_functions_that_slip_do_so(f):
    x = torch.tensor([0.7, -1.2, 0.4], dtype=torch.float64, requires_grad=True)
    assert not torch.autograd.gradcheck(f, x, raise_exception=False)
