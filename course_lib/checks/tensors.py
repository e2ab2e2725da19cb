"""What torch's autograd makes of a student's function: raw values, computed beside it."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_lib.remote import helper

MAX_GRAPH = 10_000  # nodes that are counted


@helper
def autograd_of(function: Any, *args: Any) -> dict:
    """Return what autograd makes of ``function(*args)``.

    Parameters
    ----------
    function : callable
        Maps tensors to a tensor.
    args : Tensor or other
        The one that requires a gradient is what is differentiated by; if none does, a copy of the first.

    Returns
    -------
    dict
        ``value`` (array), and ``gradient`` (array, of the sum of the value's entries) or None where no graph leads
        from the value to that argument.
    """
    import torch

    leaves = [one for one in args if torch.is_tensor(one) and one.requires_grad]
    if not leaves:
        leaves = [args[0].detach().clone().requires_grad_()]
        args = (leaves[0], *args[1:])
    value = function(*args)
    if value is None:
        return {"value": None, "gradient": None}
    if not torch.is_tensor(value) or not value.requires_grad:
        return {"value": np.asarray(value.detach() if torch.is_tensor(value) else value), "gradient": None}
    (gradient,) = torch.autograd.grad(value.sum(), leaves[0], allow_unused=True)
    return {"value": value.detach().numpy(), "gradient": None if gradient is None else gradient.detach().numpy()}


@helper
def graph_sizes(function: Any, *args: Any, **kwargs: Any) -> list[int]:
    """Return, for each tensor that ``function(*args, **kwargs)`` gives, how many operations its graph holds."""
    results = function(*args, **kwargs)
    return [_graph_size(one) for one in (results if isinstance(results, list | tuple) else [results])]


@helper
def graph_peak(function: Any, *args: Any, **kwargs: Any) -> int:
    """Return how many operations the largest graph holds that torch goes back through while the function runs."""
    import torch

    sizes = [0]

    def counting(original: Any) -> Any:
        def call(outputs: Any, *more: Any, **named: Any) -> Any:
            sizes.extend(_graph_size(one) for one in (outputs if isinstance(outputs, list | tuple) else [outputs]))
            return original(outputs, *more, **named)

        return call

    kept = torch.autograd.backward, torch.autograd.grad
    torch.autograd.backward, torch.autograd.grad = map(counting, kept)
    try:
        function(*args, **kwargs)
    finally:
        torch.autograd.backward, torch.autograd.grad = kept
    return max(sizes)


def _graph_size(tensor: Any) -> int:
    todo, seen = [getattr(tensor, "grad_fn", None)], set()
    while todo and len(seen) < MAX_GRAPH:
        node = todo.pop()
        if node is not None and node not in seen:
            seen.add(node)
            todo += [parent for parent, _ in node.next_functions]
    return len(seen)
