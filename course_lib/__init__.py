"""Helpers that the course notebooks import: checks, test functions, plots, data. For students."""

__version__ = "0.1.0"

from course_lib.notebook import before_hand_in, start

__all__ = ["__version__", "before_hand_in", "start"]
