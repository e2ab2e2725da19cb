"""What HIPS autograd makes of a student's function: raw values, computed beside it."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_lib.remote import helper


@helper
def hips_gradient(function: Any, at: Any, *args: Any, **kwargs: Any) -> list[np.ndarray]:
    """Return the gradient of ``function(at, *args)`` by HIPS autograd, with respect to ``at``.

    Parameters
    ----------
    function : callable
        Maps arrays to an array; differentiated is the sum of its entries.
    at : ndarray, or list of ndarray

    Returns
    -------
    list of ndarray
        One for each array of ``at``.
    """
    import autograd.numpy as anp
    from autograd import grad

    several = isinstance(at, list | tuple)
    start = [np.array(one, dtype=float) for one in (at if several else [at])]
    found = grad(lambda arrays: anp.sum(function(arrays if several else arrays[0], *args, **kwargs)))(start)
    return [np.array(one, dtype=float) for one in found]
