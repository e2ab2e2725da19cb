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
    text,
    true,
    unchanged,
)
from course_lib.checks.frame import question, rng
from course_lib.checks.gradients import complex_step, differences, gradient
from course_lib.checks.plots import axes_contents, has_contours, has_labels, has_line, has_point, is_axes, on_mesh

__all__ = [
    "CheckFailed",
    "axes_contents",
    "choice",
    "close",
    "complex_step",
    "differences",
    "equal",
    "fail",
    "finite_array",
    "gradient",
    "has_contours",
    "has_labels",
    "has_line",
    "has_point",
    "is_axes",
    "less",
    "number",
    "on_mesh",
    "question",
    "raises",
    "rng",
    "text",
    "true",
    "unchanged",
]
