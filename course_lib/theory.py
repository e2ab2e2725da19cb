"""Written answers that a machine can read: shows a formula as mathematics, draws a graph. For theory notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import matplotlib.pyplot as plt


def show(**answers: str) -> None:
    """Show answers as mathematics: ``show(mean_update="E w(t)")`` displays the value of ``mean_update`` behind a name.

    An answer that is not there yet is named and costs nothing, so that the cell can run at any time.

    Parameters
    ----------
    **answers
        Name of a variable of the notebook, and the LaTeX of what it stands for; "" for none.
    """
    from IPython import get_ipython
    from IPython.display import Math, display

    namespace = getattr(get_ipython(), "user_ns", {})
    for name, meaning in answers.items():
        if name not in namespace:
            print(f"{name}: not answered yet")
            continue
        try:
            sign = "" if not meaning or meaning.endswith(r"\in") else " ="
            display(Math(f"{meaning}{sign} {latex(namespace[name])}"))
        except Exception as error:
            print(f"{name}: cannot be shown as mathematics ({type(error).__name__}: {error})")


def latex(value: Any) -> str:
    """Return an answer as LaTeX: an expression, a range, numbers, texts, or a list or dict of these."""
    import sympy as sp

    if isinstance(value, str):
        return rf"\text{{{value}}}"
    if isinstance(value, dict):
        return r",\quad ".join(f"{latex(k)}: {latex(v)}" for k, v in value.items())
    if isinstance(value, tuple) and len(value) == 2:
        return r"\left(" + r",\ ".join(latex(v) for v in value) + r"\right)"
    if isinstance(value, list | tuple | set | frozenset):
        return r",\ ".join(latex(v) for v in value)
    return sp.latex(value)


def show_graph(name: str) -> None:
    """Draw the computation graph that the notebook's variable ``name`` holds as pairs (from, to)."""
    from IPython import get_ipython

    namespace = getattr(get_ipython(), "user_ns", {})
    if name not in namespace:
        print(f"{name}: not answered yet")
        return
    try:
        draw_graph(namespace[name])
        plt.show()
    except (TypeError, ValueError) as error:
        print(f"{name}: cannot be drawn ({error})")


def draw_graph(edges: Iterable[tuple[str, str]]) -> Any:
    """Draw a computation graph, inputs on the left, every variable right of all that it is computed from.

    Parameters
    ----------
    edges : iterable of (str, str)
        Pairs (from, to).

    Returns
    -------
    matplotlib Axes

    Raises
    ------
    ValueError
        If an edge is no pair of names, or the edges go in a circle.
    """
    edges = [tuple(edge) for edge in edges]
    if any(len(edge) != 2 for edge in edges):
        raise ValueError("every edge is a pair (from, to) of names")
    depth = _depths(edges)
    columns: dict[int, list[str]] = {}
    for node, d in depth.items():
        columns.setdefault(d, []).append(node)
    place = {n: (d, (len(ns) - 1) / 2 - i) for d, ns in columns.items() for i, n in enumerate(sorted(ns))}
    _, ax = plt.subplots(figsize=(1.4 * (len(columns) + 1), 2.6))
    for a, b in edges:
        bend = "arc3,rad=-0.35" if depth[b] - depth[a] > 1 else "arc3"
        arrow = {"arrowstyle": "-|>", "connectionstyle": bend, "shrinkA": 14, "shrinkB": 14, "color": "#0072B2"}
        ax.annotate("", xy=place[b], xytext=place[a], arrowprops=arrow)
    for node, at in place.items():
        ax.text(*at, node, ha="center", va="center", bbox={"boxstyle": "circle", "fc": "white", "ec": "#000000"})
    ax.set(xlim=(-0.6, len(columns) - 0.4), ylim=(-1.2, 1.2))
    ax.axis("off")
    return ax


def _depths(edges: list[tuple[str, str]]) -> dict[str, int]:
    """Return for each node the length of the longest way to it."""
    depth = {node: 0 for edge in edges for node in edge}
    for _ in range(len(depth) + 1):
        changed = False
        for a, b in edges:
            if depth[b] < depth[a] + 1:
                depth[b], changed = depth[a] + 1, True
        if not changed:
            return depth
    raise ValueError("the edges go in a circle: nothing can be computed first")
