"""No test computes what is right from what an answer was handed: the answer may have changed it.

Each function of a reference is made to spoil its inputs once it has its result. A test may refuse that in words of its
own, if inputs must stay as they are; it must not find the right result wrong.
"""

import pytest

from course_lib.grading import samples, spec
from course_lib.grading.grade import test_step as step_of

SPOIL = """
import copy as _copy, functools as _functools, sys as _sys, types as _types, numpy as _np

def _spoil(value):
    torch = _sys.modules.get("torch")
    if isinstance(value, _np.ndarray) and value.flags.writeable and value.dtype.kind in "if":
        value[...] = 7.25
    elif torch is not None and isinstance(value, torch.Tensor) and value.dtype.is_floating_point:
        value.data.fill_(7.25)
    elif isinstance(value, dict):
        [_spoil(one) for one in value.values()]
    elif isinstance(value, list | tuple):
        [_spoil(one) for one in value]

def _followed(value):
    # A gradient that is asked for goes back through the inputs, which must be there then.
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return any(map(_followed, value))
    return type(value).__module__.startswith("autograd.") or getattr(value, "requires_grad", False) is True

def _spoiling(function):
    @_functools.wraps(function)
    def call(*args, **kwargs):
        result = function(*args, **kwargs)
        if _followed([args, kwargs]):
            return result
        try:
            result = _copy.deepcopy(result)
        except Exception:
            pass
        _spoil([args, kwargs])
        return result
    return call

for _name in NAMES:
    if isinstance(globals().get(_name), _types.FunctionType):
        globals()[_name] = _spoiling(globals()[_name])
"""


def spoiled(notebook, judge) -> dict[str, str]:
    """Return why each test of a notebook refuses the reference with its inputs spoiled."""
    steps, tests = [], []
    for cell, solved in zip(notebook.cells, samples.solved(notebook)["cells"], strict=True):
        if cell.is_test:
            spoil = {"do": "run", "id": "spoil", "source": SPOIL.replace("NAMES", repr(cell.names)), "figures": False}
            steps.append({"do": "branch", "steps": [spoil, step_of(cell, "plain")]})
            tests.append((len(steps) - 1, cell.id))
        elif cell.kind == "code" and cell.role != "handin":
            steps.append({"do": "run", "id": cell.id, "source": solved["source"], "figures": False})
    results = judge.job(steps, "inputs", modules=notebook.modules)
    return {id_: results[at][1]["reason"] for at, id_ in tests if not results[at][1]["passed"]}


#: Hidden tests that say in words of their own that inputs must stay as they are.
REFUSING = {
    *("q2_beale_f_arrays", "l3_factorize_clean", "a1_f_derivative", "a2_derivative_other", "a4_backward_vectors"),
    *("a6_gradient_check_right", "a7_hessian_vector_full", "o3_gd_shapes", "o5_adagrad_pure", "o6_adam_pure"),
    *("o9_more_steps", "s2_deprocess_other", "s8_loop_watch", "n3_backprop_zero", "h2_log_softmax_values"),
    *("h1_grid_other", "t5_almost_surely_other"),
}


@pytest.mark.parametrize("assignment", ["hw1_optimization", "hw2_style_transfer", "project_music"])
def test_hidden_tests_keep_what_they_compare_with(course, judge, assignment):
    found = {}
    for notebook in spec.load(course, assignment).values():
        hidden = {cell.id for cell in notebook.tests if cell.role == "hidden"}
        found |= {id_: why for id_, why in spoiled(notebook, judge).items() if id_ in hidden}
    ids = {cell.id for notebook in spec.load(course, assignment).values() for cell in notebook.tests}
    assert found.keys() == REFUSING & ids, found
