"""Repair: right work comes back with full marks, however the notebook was treated."""

import importlib.util
import json
import os
import re
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from course_lib import checks
from course_lib.checks import frame
from course_lib.grading import samples, spec
from course_lib.grading.course import Course
from course_lib.grading.grade import CellResult, Result, grade
from course_lib.grading.judge.process import Judge
from course_lib.grading.reasons import STANDS, why_broken
from course_lib.grading.repair import matching
from course_lib.grading.repair.matching import squeeze
from course_lib.grading.repair.reading import Handed, HandIn, Unreadable, collect, parse, read_bytes
from course_lib.grading.repair.rebuild import assign, repair
from course_lib.grading.report import autograded

ADAM_HELPER = "def helper(x):\n    return x\n\n"

THREADS = """
from concurrent.futures import ThreadPoolExecutor

def numerical_gradient(f, x, y, h=1e-5):
    points = [(x + h, y), (x - h, y), (x, y + h), (x, y - h)]
    with ThreadPoolExecutor(4) as pool:
        a, b, c, d = pool.map(lambda w: f(*w), points)
    return np.array([a - b, c - d]) / (2 * h)
"""

DRIVE = "from google.colab import drive\ndrive.mount('/content/drive')\n"

#: What happened to a right notebook. Each must keep full marks.
TREATED = {
    "one test cell deleted": lambda nb: samples.without(nb, "q2_beale_f_public"),
    "all test cells deleted": samples.without_tests,
    "a solution cell doubled": lambda nb: samples.doubled(nb, "q3_beale_grads"),
    "a test cell doubled": lambda nb: samples.doubled(nb, "q9_adam_public"),
    "a grade_id renamed": lambda nb: samples.with_mark(nb, "q4_numerical_gradient", grade_id="mine"),
    "a test's grade_id renamed": lambda nb: samples.with_mark(nb, "q4_numerical_gradient_public", grade_id="mine"),
    "two grade_ids exchanged": lambda nb: samples.with_mark(
        samples.with_mark(samples.with_mark(nb, "q2_beale_f", grade_id="tmp"), "q3_beale_grads", grade_id="q2_beale_f"),
        "tmp",
        grade_id="q3_beale_grads",
    ),
    "all metadata lost": samples.without_metadata,
    "solution flag flipped": lambda nb: samples.with_mark(nb, "q9_adam", solution=False),
    "grade flag flipped": lambda nb: samples.with_mark(nb, "q9_adam_public", grade=False, solution=True),
    "a solution turned to markdown": lambda nb: samples.with_type(nb, "q2_beale_f", "markdown"),
    "a solution turned to raw": lambda nb: samples.with_type(nb, "q5_trap", "raw"),
    "a test turned to raw": lambda nb: samples.with_type(nb, "q2_beale_f_public", "raw"),
    "points edited": lambda nb: samples.with_mark(nb, "q2_beale_f_public", points=99),
    "checksum edited": lambda nb: samples.with_mark(nb, "q2_beale_f_public", checksum="0"),
    "all tests emptied": samples.emptied_tests,
    "an import added to a given cell": samples.with_import_added,
    "a solution moved to the end": lambda nb: samples.moved(nb, "q3_beale_grads", len(nb["cells"]) - 1),
    "a solution moved to the front": lambda nb: samples.moved(nb, "q8_first_steps", 0),
    "a test moved to the front": lambda nb: samples.moved(nb, "q9_adam_public", 0),
    "a solution split, both halves with its marks": lambda nb: samples.split(
        samples.with_source(nb, "q9_adam", ADAM_HELPER + _source(nb, "q9_adam")), "q9_adam", "class AdamOptimizer"
    ),
    "a solution split, the second half in a cell of its own": lambda nb: samples.with_added(
        samples.with_source(nb, "q5_trap", "trap_value = 14.203125"),
        "q5_trap",
        samples.code('trap_kind = "saddle"\ndescent_direction = [1, -1]'),
    ),
    "a helper in a cell above": lambda nb: samples.with_added(
        samples.with_source(nb, "q2_beale_f", "def beale_f(x, y):\n    return terms(x, y)"),
        "q1_minimum_public",
        samples.code(
            "def terms(x, y):\n    return sum((c - x * (1 - y**k))**2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))"
        ),
    ),
    "failing and printing scratch cells": lambda nb: samples.with_added(
        nb,
        "q2_beale_f",
        samples.code("1/0"),
        samples.code("def ("),
        samples.code("import sys; print(1, file=sys.stderr)"),
    ),
    "cells for Colab only": lambda nb: samples.with_added(
        nb,
        "q1_minimum",
        samples.code("from google.colab import drive\ndrive.mount('/content')"),
        samples.code("!pip install numpy"),
        samples.code("%matplotlib inline"),
        samples.code("%pip install x"),
    ),
    "the solution written below the check": lambda nb: samples.with_added(
        samples.with_source(nb, "q4_numerical_gradient", ""),
        "q4_numerical_gradient_public",
        samples.code(_source(nb, "q4_numerical_gradient")),
    ),
    "copied to a new cell and the blank left": lambda nb: samples.with_added(
        samples.with_source(nb, "q2_beale_f", "def beale_f(x, y):\n    raise NotImplementedError()"),
        "q2_beale_f",
        samples.code(_source(nb, "q2_beale_f")),
    ),
    "an answered name bound again below": lambda nb: samples.with_added(
        nb,
        "q9_adam_public",
        samples.code("def beale_f(x, y):\n    return x**2 + y**2"),
        samples.code("min_x, min_y = 0, 1"),
        samples.code("for trap_value in (1, 2):\n    pass"),
    ),
    "a magic above an answer, and its names bound again below": lambda nb: samples.with_added(
        samples.with_source(nb, "q1_minimum", "%%time\n" + _source(nb, "q1_minimum")),
        "q9_adam_public",
        samples.code("min_x, min_y = 0, 1"),
    ),
    "answered in a cell of its own, and its name bound again below": lambda nb: samples.with_added(
        samples.with_added(
            samples.with_source(nb, "q2_beale_f", _blank("q2_beale_f")),
            "q2_beale_f",
            samples.code("%matplotlib inline\n" + _source(nb, "q2_beale_f")),
        ),
        "q9_adam_independent",
        samples.code("def beale_f(x, y):\n    return x**2 + y**2"),
    ),
    "what only Colab has, above what the answer needs": lambda nb: samples.with_source(
        samples.with_added(
            nb, "q1_minimum_public", samples.code(f"{DRIVE}%load_ext tensorboard\n%conda install x\nimport math")
        ),
        "q2_beale_f",
        f"{DRIVE}%pylab inline\n%watermark -v\nassert math.pi > 3\n" + _source(nb, "q2_beale_f"),
    ),
    "imports of what is not installed": lambda nb: samples.with_source(
        samples.with_added(
            nb, "q1_minimum", samples.code("import pandas as pd, math\nimport seaborn\nfrom numpy.linalg import norm")
        ),
        "q2_beale_f",
        "from plotly import express as px\nassert math.pi > norm([3.0])\n" + _source(nb, "q2_beale_f"),
    ),
    "a module written by the notebook": lambda nb: samples.with_source(
        samples.with_added(
            nb, "q1_minimum_public", samples.code("%%writefile helpers.py\n" + _source(nb, "q2_beale_f"))
        ),
        "q2_beale_f",
        "from helpers import beale_f",
    ),
    "what answers need in the cells of checks": lambda nb: samples.with_source(
        samples.with_source(
            samples.with_source(
                nb,
                "q1_minimum_public",
                "import math\n"
                + _source(nb, "q1_minimum_public").replace("1e-4", "1e9")
                + "\nless = math.inf; more = 1; raise ValueError",
            ),
            "q1_minimum_point",
            _source(nb, "q1_minimum_point") + "\n%matplotlib inline\ndef twice(x):\n    return 2 * x",
        ),
        "q2_beale_f",
        "assert less == math.inf and twice(more) == 2\n" + _source(nb, "q2_beale_f"),
    ),
    "answered below the check in its cell, the blank left": lambda nb: samples.with_source(
        samples.with_source(
            nb, "q2_beale_f_public", _source(nb, "q2_beale_f_public") + "\n\n" + _source(nb, "q2_beale_f")
        ),
        "q2_beale_f",
        _blank("q2_beale_f"),
    ),
    "answer, check and another answer merged into one cell": lambda nb: samples.without(
        samples.with_source(
            samples.with_source(
                nb,
                "q2_beale_f",
                "\n\n".join(_source(nb, id_) for id_ in ("q2_beale_f", "q2_beale_f_public", "q3_beale_grads")).replace(
                    "14.203125", "14.2"
                ),
            ),
            "q3_beale_grads",
            _blank("q3_beale_grads"),
        ),
        "q2_beale_f_public",
    ),
    "an old draft switched off below the answer": lambda nb: samples.with_added(
        nb, "q2_beale_f", samples.code("def beale_f(x, y):\n    return 0") | {"cell_type": "raw"}
    ),
    "two answers in one cell, the other's cell deleted": lambda nb: samples.without(
        samples.with_source(nb, "q2_beale_f", _source(nb, "q2_beale_f") + "\n\n" + _source(nb, "q3_beale_grads")),
        "q3_beale_grads",
    ),
    "two answers in one cell, the other's cell blank": lambda nb: samples.with_source(
        samples.with_source(nb, "q2_beale_f", _source(nb, "q2_beale_f") + "\n\n" + _source(nb, "q3_beale_grads")),
        "q3_beale_grads",
        _blank("q3_beale_grads"),
    ),
    "playing below a check": lambda nb: samples.with_added(
        nb, "q9_adam_independent", samples.code("AdamOptimizer.tolerance = 1e-3")
    ),
    "threads in an answer": lambda nb: samples.with_source(nb, "q4_numerical_gradient", THREADS),
    "torch told to use threads": lambda nb: samples.with_added(
        nb,
        "q1_minimum",
        samples.code("import torch\ntorch.set_num_threads(4)\ntorch.randn(800, 800) @ torch.randn(800, 800)"),
    ),
    "lone surrogates": lambda nb: samples.with_added(nb, "q1_minimum", samples.code("print('\\ud800')")),
    "windows for plots": lambda nb: samples.with_added(nb, "q1_minimum", samples.code("%matplotlib qt\nimport math")),
    "saved by Colab": samples.by_colab,
    "saved by VS Code": samples.by_vscode,
    **{f"nbformat 4.{n}": (lambda nb, n=n: samples.with_format(nb, n)) for n in range(6)},
}


def _blank(id_: str) -> str:
    return spec.load(Course.find(), "hw1_optimization")["beale_adam"].cell(id_).released


def _cell(notebook: samples.Notebook, id_: str) -> str:
    return next("".join(c["source"]) for c in notebook["cells"] if id_ in (c.get("id"), samples.grade_id(c)))


def _source(notebook: samples.Notebook, id_: str) -> str:
    return next(c["source"] for c in notebook["cells"] if samples.grade_id(c) == id_)


def repaired(beale, data: bytes):
    cells, notes = parse(data)
    return repair(beale, Handed("beale_adam.ipynb", cells, notes))


@pytest.fixture(scope="module")
def treated(beale, judge) -> dict[str, list[str]]:
    """Why each treated notebook lost marks. What repairs to the same cells is run once."""
    fixed = {name: repaired(beale, samples.as_bytes(treat(samples.solved(beale)))) for name, treat in TREATED.items()}
    text = {name: json.dumps(one.as_json()["cells"]) for name, one in fixed.items()}
    different = {text[name]: one for name, one in fixed.items()}
    assert 15 < len(different) < len(fixed)
    with Judge("bubblewrap") as second, ThreadPoolExecutor(2) as pool:
        judges = {}  # one a thread

        def run(one):
            mine = judges.setdefault(threading.get_ident(), judge if not judges else second)
            return grade(beale, one, mine, "seed", pictures="none").why_lost()

        lost = dict(zip(different, pool.map(run, different.values()), strict=True))
    return {name: lost[text[name]] for name in fixed}


@pytest.mark.fault
@pytest.mark.parametrize("name", TREATED)
def test_right_work_keeps_full_marks(treated, name):
    assert treated[name] == []


@pytest.mark.fault
def test_cells_for_colab_only_are_reported_and_cost_nothing(beale, judge):
    notebook = samples.with_added(
        samples.solved(beale, only={"q1_minimum"}),
        "q1_minimum",
        samples.code("from google.colab import drive\ndrive.mount('/content/drive')"),
        samples.code("!pip install -q torch\nimport math"),
        samples.code("%pip install torch"),
        samples.code("from ipywidgets import interact"),
        samples.code("import numpyy"),
    )
    result = grade(beale, repaired(beale, samples.as_bytes(notebook)), judge, "seed", pictures="none")
    assert all(t.passed for t in result.tests.values() if t.id.startswith("q1_minimum"))
    nothing = " does nothing when graded, and costs nothing"
    lacks = " is not installed where it is graded; only what uses it fails"
    said = [note.split(": ", 1)[1].removesuffix(nothing).removesuffix(lacks) for note in result.notes]
    there = importlib.util.find_spec("ipywidgets") is not None
    assert said == [
        "the module google.colab",
        "the command '!pip install -q torch'",
        "the command '%pip install torch'",
        *(["numpyy"] if there else ["ipywidgets", "numpyy"]),
    ]


@pytest.mark.fault
def test_a_deleted_answer_costs_its_own_question_alone(beale, judge):
    data = samples.as_bytes(samples.without(samples.solved(beale), "q3_beale_grads"))
    result = grade(beale, repaired(beale, data), judge, "seed", pictures="none")
    assert {line.split(":")[0] for line in result.why_lost()} == {
        c.id for c in beale.tests if c.question == "q3_beale_grads"
    }


def crlf(notebook: samples.Notebook) -> samples.Notebook:
    return samples.each(notebook, lambda c: c | {"source": c["source"].replace("\n", "\r\n")})


@pytest.mark.fault
@pytest.mark.parametrize(
    "change",
    [
        lambda nb: samples.as_bytes(nb).replace(b"\n", b"\r\n"),
        lambda nb: b"\xef\xbb\xbf" + samples.as_bytes(nb),
        lambda nb: samples.as_bytes(nb).decode().encode("utf-16"),
        lambda nb: samples.as_bytes(crlf(nb)),
    ],
    ids=["CRLF in the file", "BOM", "UTF-16", "CRLF in the cells"],
)
def test_encodings_do_not_matter(beale, change):
    notebook = samples.solved(beale)
    plain, treated = repaired(beale, samples.as_bytes(notebook)), repaired(beale, change(notebook))
    assert [(c.kind, squeeze(c.source)) for c in plain.cells] == [(c.kind, squeeze(c.source)) for c in treated.cells]


def test_an_edited_given_cell_runs_before_the_release_s(beale):
    cells = repaired(beale, samples.as_bytes(samples.with_import_added(samples.solved(beale)))).cells
    at = next(i for i, c in enumerate(cells) if "import math" in c.source)
    assert cells[at].origin == "student" and cells[at + 1].spec is not None and cells[at + 1].spec.role == "setup"


def test_unknown_tags_and_metadata_do_not_survive(beale):
    notebook = samples.solved(beale)
    for cell in notebook["cells"]:
        cell["metadata"].setdefault("tags", []).extend(["skip-execution", "remove-cell"])
        cell["metadata"]["nbgrader_evil"] = "<script>"
    fixed = repaired(beale, samples.as_bytes(notebook))
    tests = {t.id: CellResult(t.id, 0, t.points) for t in beale.tests}
    text = str(autograded(beale, fixed, Result(beale.name, tests, {})))
    assert "skip-execution" not in text and "nbgrader_evil" not in text


@pytest.mark.fault
@pytest.mark.parametrize("name", samples.UNREADABLE)
def test_what_is_no_notebook_gets_a_reason(tmp_path, beale, name):
    (tmp_path / "beale_adam.ipynb").write_bytes(samples.UNREADABLE[name])
    handed, reason, _ = assign({"beale_adam": beale}, collect(tmp_path))["beale_adam"]
    assert handed is None and reason.startswith("beale_adam.ipynb: ") and len(reason) > 30


@pytest.mark.fault
def test_links_folders_and_giants_get_a_reason(tmp_path, beale):
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(samples.as_bytes(samples.solved(beale)))
    link = tmp_path / "link.ipynb"
    link.symlink_to(secret)
    folder = tmp_path / "folder.ipynb"
    folder.mkdir()
    giant = tmp_path / "giant.ipynb"
    with giant.open("wb") as file:
        file.truncate(200 * 2**20)
    for path, says in (
        (link, "link"),
        (folder, "folder"),
        (giant, "200 MB"),
        (tmp_path / "none.ipynb", "cannot be read"),
    ):
        with pytest.raises(Unreadable, match=says):
            read_bytes(path)


@pytest.mark.fault
def test_folders_in_folders_without_end_are_left_alone(tmp_path, beale):
    place = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1500):  # deeper than a path may be long
        os.mkdir("deep", dir_fd=place)
        inner = os.open("deep", os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(place)
    (tmp_path / "beale_adam.ipynb").write_bytes(samples.as_bytes(samples.solved(beale)))
    assert list(collect(tmp_path).files) == ["beale_adam.ipynb"]
    subprocess.run(["rm", "-rf", str(tmp_path / "deep")], check=True)


@pytest.mark.fault
@pytest.mark.parametrize(
    "name",
    [
        "Copy of beale_adam.ipynb",
        "beale_adam (1).ipynb",
        "beale_adam.ipynb.txt",
        "my homework.ipynb",
        "deep/folder/beale_adam.ipynb",
        "notebook.json",
    ],
)
def test_files_are_recognised_by_content(tmp_path, beale, name):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(samples.as_bytes(samples.solved(beale)))
    handed, reason, notes = assign({"beale_adam": beale}, collect(tmp_path))["beale_adam"]
    assert handed is not None and reason == ""
    assert bool(notes) == (path.name != "beale_adam.ipynb")


def test_text_files_and_a_library_beside_it_do_not_hide_a_notebook(tmp_path, beale):
    for place in ("a", "env/lib/p.dist-info"):
        (tmp_path / place).mkdir(parents=True)
        for number in range(300):
            (tmp_path / place / f"{number}.txt").write_text("1 2 3")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "beale_adam.ipynb").write_bytes(samples.as_bytes(samples.solved(beale)))
    handed, reason, _ = assign({"beale_adam": beale}, collect(tmp_path))["beale_adam"]
    assert handed is not None and reason == ""
    (tmp_path / "work" / "beale_adam.ipynb").unlink()
    handed, reason, _ = assign({"beale_adam": beale}, collect(tmp_path))["beale_adam"]
    assert handed is None and len(reason) < 1000


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("hw1.tar.gz", b"\x1f\x8b", "an archive"),
        ("report.pdf", b"%PDF", "no notebook"),
        ("beale_adam.ipynb", b"Rar!\x1a", "an archive"),
        ("beale_adam.ipynb", b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        ("beale_adam.ipynb", b'{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> b\n]}', "conflict markers"),
        ("beale_adam.ipynb", b"my answers\n", "begins with 'my answers'"),
    ],
)
def test_the_reason_names_what_was_handed_in(tmp_path, specs, name, data, says):
    (tmp_path / name).write_bytes(data)
    assert says in assign(specs, collect(tmp_path))["beale_adam"][1]


def test_the_copy_with_the_work_counts(beale):
    """The file's own name counts, unless another copy answers more than twice as much."""
    whole, one = samples.as_bytes(samples.solved(beale)), samples.as_bytes(samples.solved(beale, only={"q1_minimum"}))
    most = samples.as_bytes(samples.solved(beale, only={c.id for c in beale.cells} - {"q9_adam"}))
    for exact, chosen in ((one, "beale_adam (1).ipynb"), (most, "beale_adam.ipynb")):
        files = {"beale_adam.ipynb": exact, "beale_adam (1).ipynb": whole}
        assert assign({"beale_adam": beale}, HandIn(files, {}))["beale_adam"][0].name == chosen


def test_a_cell_that_stands_in_for_a_blank_still_runs_where_it_stood(beale, judge):
    """It answers question 1, which is blank, and sets what question 4 needs: that runs only below question 3."""
    notebook = samples.solved(beale)
    helper = "min_x, min_y = beale_grads(3, 0.5) + [3, 0.5]\nscale = 1.0"
    notebook = samples.with_source(notebook, "q1_minimum", _blank("q1_minimum"))
    notebook = samples.with_added(notebook, "q3_beale_grads_axes", samples.code(helper))
    needs = "assert scale == 1.0\n" + _source(notebook, "q4_numerical_gradient")
    notebook = samples.with_source(notebook, "q4_numerical_gradient", needs)
    result = grade(beale, repaired(beale, samples.as_bytes(notebook)), judge, "seed", None, "none")
    assert {t.id for t in result.tests.values() if not t.passed} == {"q1_minimum_public", "q1_minimum_point"}


ENDED = [
    ("raise NotImplementedError()\nmin_x, min_y = 3, 0.5", "still stands"),
    ("min_x, min_y = 3, float(input())", "nobody can type"),
    ("min_y = 1\nmin_x = (3", "(line 2: min_x = (3); a bracket"),
    ("if True:\n    min_x = 3\n  min_y = 4", "(line 3: min_y = 4)"),
    ("```python\nmin_x, min_y = 3, 0.5\n```", "``` is no Python"),
    ("<<<<<<< HEAD\nmin_x, min_y = 3, 0.5\n=======\n>>>>>>> x", "keep one of the two versions"),
    ("min_x, min_y = 3, 1 − 0.5", "a formula's own signs"),
    ("print(“3”)", "text processor"),
    ("min_x,\u00a0min_y = 3, 0.5", "type it again"),
    ("if True:\n    import pandas\nmin_x, min_y = 3, 0.5", "what the notebook's first cells import"),
    ("import os\nos.chdir('/content')\nmin_x, min_y = 3, 0.5", "files and folders of yours"),
    ("import pandas as pd\nmin_x = pd.Series([3.0])", "No module named 'pandas'"),
    ("def blank():\n    raise NotImplementedError()\nmin_x = blank()", "calls blank, whose blank is still empty"),
    ("from lightning import Module\nclass A(Module):\n    pass", "No module named 'lightning'"),
    ("breakpoint()\nmin_x = 3", "raised BdbQuit"),
    ("%%timeit -n1 -r1\nmin_x, min_y = 3, 0.5", "begins with %%timeit"),
    ("%%memit\nmin_x, min_y = 3, 0.5", "begins with %%memit"),
]


def test_what_ends_an_answer_is_named(judge):
    steps = [{"do": "run", "id": str(i), "source": text} for i, (text, _) in enumerate(ENDED)]
    for (text, says), outcome in zip(ENDED, judge.job(steps, "seed"), strict=True):
        reason = why_broken(outcome, text, False)
        assert says in reason and not re.search("<ipython|<tokenize", reason + str(outcome["error"])), (text, reason)


def test_a_blank_that_is_filled_below_its_raise_is_told_so(beale, judge):
    text = "raise NotImplementedError()\nmin_x, min_y = 3, 0.5"
    notebook = samples.with_source(samples.solved(beale), "q1_minimum", text)
    notebook = samples.with_source(notebook, "q2_beale_f", _blank("q2_beale_f") + "\n    return x")
    work = repaired(beale, samples.as_bytes(notebook))
    result = grade(beale, work, judge, "seed", None, "none")
    assert {result.tests[id_].reason for id_ in ("q1_minimum_public", "q1_minimum_point")} == {STANDS}
    shown = {c.id: json.dumps(c.outputs) for c in autograded(beale, work, result).cells if c.cell_type == "code"}
    assert "beale_f still ends at its line raise NotImplementedError()" in shown["q2_beale_f_public"]
    assert "The answer still ends at a line raise NotImplementedError()" in shown["q2_beale_f_values"]


def test_packages_that_are_not_installed_are_named_and_the_release_s_own_lines_are_not(beale, judge):
    notebook = samples.solved(beale)
    setup = next(c for c in beale.cells if "course_lib.start" in c.released)
    notebook = samples.with_source(notebook, setup.id, setup.released + "\nimport pandas")
    result = grade(beale, repaired(beale, samples.as_bytes(notebook)), judge, "seed", None, "none")
    (note,) = result.notes
    assert note.endswith("pandas is not installed where it is graded; only what uses it fails")


PHOTO = f"![photo](data:image/jpeg;base64,{'A' * 450_000})"


@pytest.mark.parametrize(
    ("change", "text", "asked", "look"),
    [
        (
            lambda nb: samples.with_source(nb, "t1_smoothness_text", f"By Cauchy and Schwarz.\n\n{PHOTO}"),
            "By Cauchy",
            True,
            "has pictures",
        ),
        (
            lambda nb: samples.with_source(nb, "t1_smoothness_text", "![x](attachment:x.png)"),
            "only the file",
            True,
            "has pictures",
        ),
        (
            lambda nb: samples.with_added(
                nb, "t1_smoothness_text", samples.code("# The bound follows from Cauchy and Schwarz.")
            ),
            "",
            True,
            "blank, but",
        ),
        (
            lambda nb: samples.with_added(
                nb, "t2_mean-1", samples.code("print('The bound follows from Cauchy and Schwarz.')")
            ),
            "",
            True,
            "blank, but",
        ),
        (
            lambda nb: samples.with_source(
                nb, "t1_smoothness-1", _cell(nb, "t1_smoothness-1") + "\nThe bound follows from Cauchy and Schwarz."
            ),
            "",
            True,
            "blank, but",
        ),
        (lambda nb: samples.with_added(nb, "t1_smoothness_text", samples.code("x = 1  # try")), "", False, ""),
        (lambda nb: nb, "", False, ""),
    ],
    ids=["a photo", "an attachment", "a comment", "a string", "in the task", "a scratch cell", "blank"],
)
def test_a_person_is_asked_where_a_written_answer_may_be_elsewhere(specs, change, text, asked, look):
    theory = specs["theory"]
    notebook = samples.with_source(
        samples.solved(theory), "t1_smoothness_text", _cell(samples.released(theory), "t1_smoothness_text")
    )
    work = repair(theory, Handed("theory.ipynb", *parse(samples.as_bytes(change(notebook)))))
    assert text in work.answer("t1_smoothness_text") and "base64" not in work.answer("t1_smoothness_text")
    assert ("t1_smoothness_text" in work.ask) == asked
    assert any(line.startswith("t1_smoothness_text: " + look) for line in work.look) == asked


def test_code_keeps_what_looks_like_a_picture(beale):
    code = "attachment: int = 3\nicon = 'data:image/png;base64,AAAA'\nx = {'attachment:a': 1}"
    notebook = samples.with_added(samples.solved(beale), "q1_minimum", samples.code(code))
    assert code in [cell.source for cell in repaired(beale, samples.as_bytes(notebook)).cells]


def test_the_notebook_of_another_assignment_is_named_as_such(specs):
    (other,) = [n for n in spec.load(Course.find(), "hw2_style_transfer").values() if n.name == "theory"]
    files = {"theory.ipynb": samples.as_bytes(samples.solved(other))}
    _, reason, _ = assign(specs, HandIn(files, {}))["theory"]
    assert reason == "theory.ipynb: it is the notebook hw2_style_transfer/theory, not one of this assignment"


def test_a_name_that_is_nearly_the_one_asked_for_is_noted(beale):
    notebook = samples.solved(beale)
    for id_, wrong in (("q2_beale_f", "beale"), ("q1_minimum", "minx")):
        text = _source(notebook, id_).replace("min_x" if wrong == "minx" else "beale_f", wrong)
        notebook = samples.with_source(notebook, id_, text)
    notes = [note for note in repaired(beale, samples.as_bytes(notebook)).notes if note.startswith("no cell defines")]
    assert notes == [
        "no cell defines 'min_x', which the checks use; this one defines 'minx': q1_minimum",
        "no cell defines 'beale_f', which the checks use; this one defines 'beale': q2_beale_f",
    ]


def test_the_notebooks_of_an_assignment_are_told_apart_by_similar_words(specs):
    """Every cell was edited, all ids were lost, and the files bear each other's names."""
    files, names = {}, [*specs]
    for name, other in zip(names, [*names[1:], names[0]], strict=True):
        notebook = samples.solved(specs[name])
        for number, cell in enumerate(notebook["cells"]):
            cell["metadata"], cell["id"] = {}, f"mine-{number}"
            cell["source"] = "".join(cell["source"]) + ("\n# mine" if cell["cell_type"] == "code" else "\nmine")
        files[f"{other}.ipynb"] = samples.as_bytes(notebook)
    for name, (handed, reason, notes) in assign(specs, HandIn(files, {})).items():
        assert reason == "" and handed.name == f"{names[(names.index(name) + 1) % len(names)]}.ipynb"
        assert any("was recognised as" in note for note in notes)


def test_texts_are_compared_where_nothing_else_tells_which_notebook_it_is(specs, monkeypatch):
    compared = []
    monkeypatch.setattr(matching, "_ratio", lambda *texts: compared.append(texts) or 0.0)
    files = {f"{name}.ipynb": samples.as_bytes(samples.solved(one)) for name, one in specs.items()}
    assert all(handed is not None for handed, _, _ in assign(specs, HandIn(files, {})).values())
    assert compared == []


def test_of_several_files_the_one_with_work_counts(tmp_path, beale):
    (tmp_path / "beale_adam.ipynb").write_bytes(samples.as_bytes(samples.released(beale)))
    (tmp_path / "Copy of beale_adam.ipynb").write_bytes(samples.as_bytes(samples.solved(beale)))
    handed, _, notes = assign({"beale_adam": beale}, collect(tmp_path))["beale_adam"]
    assert handed.name.startswith("Copy") and any("several files" in n for n in notes)


def test_a_notebook_of_something_else_is_none_of_ours(tmp_path, beale):
    other = {"cells": [samples.code("print(1)")], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    (tmp_path / "beale_adam.ipynb").write_bytes(samples.as_bytes(other))
    handed, reason, _ = assign({"beale_adam": beale}, collect(tmp_path))["beale_adam"]
    assert handed is None and "none of this assignment" in reason


def test_a_written_answer_in_a_cell_of_its_own_is_read(beale):
    text = {"cell_type": "markdown", "source": "It ran off along the valley.", "metadata": {}}
    notebook = samples.with_added(samples.released(beale), "q10_your_run_text", text)
    assert "ran off" in repaired(beale, samples.as_bytes(notebook)).answer("q10_your_run_text")
    lost = samples.without_metadata(samples.solved(beale))
    assert "far side of the ridge" in repaired(beale, samples.as_bytes(lost)).answer("q10_your_run_text")


def test_text_that_no_file_can_hold_does_not_lose_the_notebook(beale, judge):
    notebook = samples.with_source(samples.released(beale), "q1_minimum", "min_x = '\ud800'\nprint('\\ud800')")
    fixed = repaired(beale, json.dumps(notebook).encode())
    result = grade(beale, fixed, judge, "seed")
    json.dumps(autograded(beale, fixed, result), ensure_ascii=False).encode("utf-8")


def test_hidden_inputs_cannot_be_printed_by_later_cells(beale, judge):
    spy = "def beale_f(x, y):\n    open('log', 'a').write(f'{x!r} {y!r} ')\n    return 0.0"
    notebook = samples.with_added(
        samples.solved(beale, {"q2_beale_f": spy}),
        "q9_adam_independent",
        samples.code("import os\nprint(os.path.exists('log') and open('log').read())"),
    )
    fixed = repaired(beale, samples.as_bytes(notebook))
    shown = [run["stdout"] for run in grade(beale, fixed, judge, "seed").runs.values()]
    hidden = [f"{v!r}" for v in rng_values()]
    assert not any(value in text for value in hidden for text in shown)


def rng_values() -> list[float]:
    """Return the inputs of one hidden check under the seed that the test above grades with."""
    frame._campaign_seed, kept = "seed", frame._campaign_seed
    try:
        return checks.rng("q2_values").uniform(-4, 4, (12, 2)).ravel().tolist()
    finally:
        frame._campaign_seed = kept


def test_similar_looking_cells_do_not_hold_up_the_class(beale):
    """A bound on work, not on time: texts are compared at most so often."""
    assert matching.MAX_COMPARISONS <= 400
    budget = [2]
    words = "a b c d e f g h"
    assert matching._ratio(words, words, budget) == 1.0 and matching._ratio(words, words, budget) == 1.0
    assert matching._ratio(words, words, budget) == 0.0
