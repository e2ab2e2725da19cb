"""Comparisons for test cells, with messages that name the mistake. For every notebook and its tests.

Each comparison looks at kind, shape, dtype and finiteness before it looks at values, so that an empty
array, a NaN or a broadcast cannot pass. All of them raise :class:`CheckFailed` with what was expected
and what came.
"""

from course_lib.checks.compare import (
    CheckFailed,
    choice,
    close,
    equal,
    fail,
    finite_array,
    less,
    number,
    raises,
    show,
    text,
    true,
    unchanged,
)
from course_lib.checks.frame import question, rng
from course_lib.checks.gradients import complex_step, differences, gradient
from course_lib.checks.hips import hips_gradient
from course_lib.checks.plots import axes_contents, has_contours, has_labels, has_line, has_point, is_axes, on_mesh
from course_lib.checks.ranges import interval, range_of
from course_lib.checks.structure import choices, chosen, edges, order, pairs, steps
from course_lib.checks.symbolic import evaluate, expression, formula, formula_at, formula_in
from course_lib.checks.tensors import autograd_of, graph_peak, graph_sizes

__all__ = [
    "CheckFailed",
    "autograd_of",
    "axes_contents",
    "choice",
    "choices",
    "chosen",
    "close",
    "complex_step",
    "differences",
    "edges",
    "equal",
    "evaluate",
    "expression",
    "fail",
    "finite_array",
    "formula",
    "formula_at",
    "formula_in",
    "gradient",
    "graph_peak",
    "graph_sizes",
    "has_contours",
    "has_labels",
    "has_line",
    "has_point",
    "hips_gradient",
    "interval",
    "is_axes",
    "less",
    "number",
    "on_mesh",
    "order",
    "pairs",
    "question",
    "raises",
    "range_of",
    "rng",
    "show",
    "steps",
    "text",
    "true",
    "unchanged",
]
