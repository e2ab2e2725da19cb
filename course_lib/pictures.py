"""Pictures to work on, and a watcher for long runs. For notebooks on images."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

from course_lib import notebook
from course_lib.plotting import COLORS

#: Pictures that are installed with scikit-learn and scikit-image, and three that were drawn for the course: stripes, a
#: high one, one with transparency.
SHIPPED = {
    "waves": ("course_lib", "waves.png"),
    **{name: ("sklearn", f"datasets/images/{name}.jpg") for name in ("china", "flower")},
    **{
        name: ("skimage", f"data/{name}.png") for name in ("astronaut", "brick", "chelsea", "coffee", "grass", "gravel")
    },
    "rocket": ("skimage", "data/rocket.jpg"),
    "tall": ("course_lib", "tall.png"),
    "glass": ("course_lib", "glass.png"),
}


def path(name: str) -> str:
    """Return the path of a picture that is installed with the course, scikit-learn or scikit-image.

    Parameters
    ----------
    name : str
        A name in :data:`SHIPPED`, such as "china".

    Raises
    ------
    ValueError
        For another name.
    FileNotFoundError
        If the package that has it is missing.
    """
    if name not in SHIPPED:
        raise ValueError(f"no picture is called {name!r}; there are {', '.join(SHIPPED)}")
    package, inside = SHIPPED[name]
    found = importlib.util.find_spec(package)
    file = Path(found.submodule_search_locations[0]) / inside if found else None
    if file is None or not file.is_file():
        raise FileNotFoundError(f"the picture {name!r} comes with {package}, which is not installed or lacks {inside}")
    return str(file)


def show(images: Sequence[np.ndarray], titles: Sequence[str], columns: int = 4) -> None:
    """Draw pictures (H, W, 3), uint8, side by side, each under its title.

    Raises
    ------
    ValueError
        If there are not as many titles as pictures.
    """
    if len(images) != len(titles):
        raise ValueError(f"expected a title for each of {len(images)} pictures, got {len(titles)} titles")
    columns = min(columns, len(images))
    rows = -(-len(images) // columns)
    _, axes = plt.subplots(rows, columns, figsize=(3.1 * columns, 3.0 * rows), squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    for ax, image, title in zip(axes.flat, images, titles, strict=False):
        ax.imshow(image)
        ax.set_title(title, fontsize=10)
    plt.show()


def layer_curves(curves: dict[str, Sequence[float]], title: str) -> None:
    """Draw a falling curve for each layer on a logarithmic axis, each with a colour and a dash of its own."""
    _, ax = plt.subplots()
    dashes = ("-", "--", "-.", ":", (0, (5, 1)), (0, (1, 1)), (0, (3, 1, 1, 1)))
    for (name, values), color, dash in zip(curves.items(), COLORS, dashes, strict=False):
        ax.semilogy(np.arange(1, len(values) + 1), values, color=color, linestyle=dash, label=name)
    ax.set(title=title, xlabel="step (loss after it)", ylabel="style loss of the layer")
    ax.legend()
    plt.show()


class Watcher:
    """Shows how far a run is, and keeps pictures from on the way. Give it as ``watch`` to a loop.

    Parameters
    ----------
    steps : int
        How many there will be.
    keep : int
        How many pictures to keep, evenly spaced; the last one is always among them.
    look : callable, optional
        Called with the image at each step; what it returns is kept in ``seen``.
    """

    def __init__(self, steps: int, keep: int = 4, look: Callable | None = None):
        self.steps, self.look = steps, look
        self.wanted = {round(n * steps / keep) for n in range(1, keep + 1)}
        self.kept: dict[int, Any] = {}
        self.seen: list[Any] = []
        self.bar = notebook.progress(steps, "style transfer")

    def __call__(self, step: int, image: Any, losses: tuple[float, float, float]) -> None:
        """Note one step: its number from 1, the picture after it, the losses before it."""
        if step in self.wanted:
            self.kept[step] = image.detach().clone()
        if self.look is not None:
            self.seen.append(self.look(image))
        self.bar.set_postfix_str(f"loss {losses[0]:.4g}", refresh=False)
        self.bar.update()
        if step >= self.steps:
            self.bar.close()
