"""Notebooks at the size at which students run them, with real data; `make full` runs them, for minutes.

The style transfer takes the size that students are invited to try, 256 pixels and 100 steps. What the networks of
project_music reach is compared with the table in README.
"""

import os
import re
import time

import nbformat
import pytest
from nbclient import NotebookClient

from course_lib.grading.validation import ENVIRONMENT

FULL, DATA = os.environ.get("COURSE_FULL"), os.environ.get("COURSE_DATA")
LINES = {
    "notebook.sized((128, 40), (96, 16))": "256, 100",
    'encoders.encoder("random")': "encoders.encoder({!r})",
}
LOOK = """
import resource
print(history[0][0] > 2 * history[-1][0], result.shape[-2:], np.abs(np.diff(deprocess_img(result).astype(float), axis=1)).mean() > 1)
print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
"""


@pytest.mark.skipif(not FULL, reason="`make full` runs it: minutes")
@pytest.mark.parametrize(
    "encoder",
    [
        "random",
        pytest.param("vgg19-part", marks=pytest.mark.skipif(not DATA, reason="real weights are read from COURSE_DATA")),
    ],
)
def test_the_solution_at_full_size(course, monkeypatch, tmp_path, capsys, encoder):
    notebook = nbformat.read(course.source / "hw2_style_transfer" / "style_transfer.ipynb", as_version=4)
    first = next(cell for cell in notebook.cells if "max_size, steps =" in cell.source)
    for old, new in LINES.items():
        assert first.source.count(old) == 1
        first.source = first.source.replace(old, new.format(encoder))
    end = next(n for n, cell in enumerate(notebook.cells) if "watcher = pictures.Watcher" in cell.source)
    notebook.cells.insert(end + 1, nbformat.v4.new_code_cell(LOOK))
    if encoder != "random":
        del notebook.cells[end + 2 :]  # the first run is enough: the gallery takes ten more of them
    monkeypatch.setenv("MPLBACKEND", ENVIRONMENT["MPLBACKEND"])
    if DATA:
        monkeypatch.setenv("COURSE_DATA", os.path.abspath(DATA))  # the notebook runs in an empty folder
    began = time.monotonic()
    NotebookClient(notebook, timeout=900, resources={"metadata": {"path": str(tmp_path)}}).execute()
    told = "".join(output.get("text", "") for output in notebook.cells[end + 1].outputs)
    with capsys.disabled():
        print(f"\n{encoder}, 256 pixels, 100 steps: {time.monotonic() - began:.0f} s, {told.splitlines()[-1]}")
    assert told.startswith("True torch.Size([171, 256]) True"), told


#: What a notebook prints, and the row of README's table that has its numbers; in the order of both.
REACHED = {
    "coordinates": [
        (r"mean of the coordinates +(\d+) km\s+geometric median +(\d+) km", "mean of the coordinates"),
        (r"random forest, on unit vectors +(\d+) km", "random forest"),
    ],
    "heatmaps": [
        (
            r"update \d+, the least on validation: [\d.]+, [\d.]+; last update: ([\d.]+), ([\d.]+);",
            "`heatmaps`, 400 updates",
        ),
        (r"constant feature: .* last update: ([\d.]+), ([\d.]+), and (\d+) km", "`heatmaps`, with a feature"),
    ],
    "wasserstein": [
        (r"KL +([\d.]+) +([\d.]+) +.* (\d+)\n", "`wasserstein`, the same on KL"),
        (r"W .* (-[\d.]+) +(-[\d.]+) +\d+ +(\d+)\n", "`wasserstein`, on the entropic cost"),
        (r"mean map +([\d.]+) +([\d.]+) +.* (\d+)\n", "one map for all"),
    ],
}


@pytest.mark.skipif(not (FULL and DATA), reason="`make full` with COURSE_DATA runs it: minutes, and the real file")
@pytest.mark.parametrize("name", REACHED)
def test_what_the_networks_reach(course, monkeypatch, tmp_path, name):
    """Within 2 %: the last digits depend on the processor."""
    notebook = nbformat.read(course.source / "project_music" / f"{name}.ipynb", as_version=4)
    monkeypatch.setenv("MPLBACKEND", ENVIRONMENT["MPLBACKEND"])
    monkeypatch.setenv("COURSE_DATA", os.path.abspath(DATA))
    NotebookClient(notebook, timeout=900, resources={"metadata": {"path": str(tmp_path)}}).execute()
    told = "".join(out.get("text", "") for cell in notebook.cells for out in cell.get("outputs", []))
    readme = (course.root / "README.md").read_text(encoding="utf-8").replace("−", "-")
    for pattern, row in REACHED[name]:
        found = re.search(pattern, told)
        assert found, (pattern, told[-3000:])
        line = next(one for one in readme.splitlines() if one.startswith(f"| {row}"))
        numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", line.split("|", 2)[2])]
        for value in map(float, found.groups()):
            assert any(value == pytest.approx(n, rel=0.02) for n in numbers), (row, value, numbers)
