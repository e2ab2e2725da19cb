"""Named helpers: functions that look at a student's object from beside it. For test cells.

A test cell runs in plain Jupyter and, when work is graded, in a process of its own where the student's
objects are reached through proxies. A helper declared here runs wherever the object is. It returns raw
values (numbers, strings, lists, dicts, arrays), never a verdict.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

HELPERS: dict[str, Callable] = {}


def helper(function: Callable) -> Callable:
    """Declare ``function`` a named helper: given a proxy, it runs in the process that owns the object."""
    name = f"{function.__module__}.{function.__qualname__}"
    HELPERS[name] = function

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            peer = getattr(type(value), "_course_peer", None)
            if peer is not None:
                return peer(value).call_helper(name, args, kwargs)
        return function(*args, **kwargs)

    return call


@helper
def type_name(value: Any) -> str:
    """Return the name of the type of ``value``, for a message."""
    return type(value).__name__
