"""Pictures by name, side by side, and from on the way of a run."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from PIL import Image

from course_lib import pictures


@pytest.mark.parametrize("name", pictures.SHIPPED)
def test_every_picture_is_installed(name):
    with Image.open(pictures.path(name)) as picture:
        assert min(picture.convert("RGB").size) >= 8


def test_unknown_and_missing_pictures_are_explained(monkeypatch):
    with pytest.raises(ValueError, match="no picture is called 'starry night'; there are waves, china"):
        pictures.path("starry night")
    monkeypatch.setitem(pictures.SHIPPED, "lost", ("skimage", "data/lost.png"))
    with pytest.raises(FileNotFoundError, match="comes with skimage"):
        pictures.path("lost")
    monkeypatch.setitem(pictures.SHIPPED, "lost", ("no_such_package", "lost.png"))
    with pytest.raises(FileNotFoundError, match="comes with no_such_package"):
        pictures.path("lost")


def test_pictures_stand_under_their_titles():
    images = [np.zeros((4, 5, 3), dtype=np.uint8)] * 5
    pictures.show(images, list("abcde"), columns=3)
    axes = plt.gcf().axes
    assert [ax.get_title() for ax in axes[:5]] == list("abcde") and len(axes) == 6 and not axes[5].images
    plt.close("all")
    with pytest.raises(ValueError, match="a title for each of 5 pictures, got 1"):
        pictures.show(images, ["a"])


def test_curves_are_labelled():
    pictures.layer_curves({"relu1_1": [3.0, 1.0], "relu2_1": [2.0, 1.5]}, "style")
    ax = plt.gca()
    assert (
        ax.get_xlabel() and ax.get_ylabel() and [t.get_text() for t in ax.get_legend().texts] == ["relu1_1", "relu2_1"]
    )
    plt.close("all")


def test_a_watcher_keeps_copies_and_the_last_picture(capsys):
    watcher, image = pictures.Watcher(10, keep=3, look=lambda x: x.sum().item()), torch.zeros(1, requires_grad=True)
    for step in range(1, 11):
        with torch.no_grad():
            image += 1
        watcher(step, image, (1.0, 2.0, 3.0))
    assert {step: float(kept) for step, kept in watcher.kept.items()} == {3: 3.0, 7: 7.0, 10: 10.0}
    assert watcher.seen == [float(n) for n in range(1, 11)] and watcher.bar.n == 10
    assert "10/10" in capsys.readouterr().err
