"""What a task forbids is found in the text and pointed out; it costs no mark."""

import time
from pathlib import Path

import pytest

from course_lib.checks.frame import describe
from course_lib.grading import samples, work
from course_lib.grading.autograde import suspects
from course_lib.grading.course import Course
from course_lib.grading.grade import BLANK
from course_lib.grading.repair.reading import HandIn
from course_lib.grading.scan import forbidden, suspicious
from course_lib.grading.store import write

USES = {
    "import torch\nopt = torch.optim.Adam([w])": 2,
    "import torch.optim": 1,
    "import torch.optim as o\no.SGD([w])": 1,
    "from torch import optim\n\noptim.Adam([w])": 1,
    "from torch.optim import Adam": 1,
    "from torch.optim import *": 1,
    "import torch as t\nx = t.optim": 2,
    "import torch\nx = getattr(torch, 'optim')": 2,
    "import importlib\nm = importlib.import_module('torch.optim')": 2,
    "m = __import__('torch.optim')": 1,
    "%time opt = torch.optim.Adam([w])": 1,
    "def f(:\n    torch.optim.SGD": 2,
}


@pytest.mark.parametrize("source", USES)
def test_uses_are_found_with_their_line(source):
    found = forbidden(source, ("torch.optim",), "q9")
    assert found and found[0].line == USES[source] and found[0].name == "torch.optim"
    assert str(found[0]).startswith(f"q9, line {USES[source]}: uses or names torch.optim")


@pytest.mark.parametrize(
    "source",
    [
        "import torch\nt = torch.optimal",
        "# torch.optim is forbidden here",
        "optim = 3\noptim.x",
        "class optim:\n    pass",
        "from autograd import grad",
        "x = 'an optimizer'",
        "",
    ],
)
def test_other_text_is_not(source):
    assert forbidden(source, ("torch.optim", "autograd.misc.optimizers"), "q9") == []


TAMPERS = {
    "from course_lib import remote\nremote.HELPERS['x'] = f": 1,
    "import torch\ntorch.autograd.grad = f": 2,
    "import torch.autograd as ag\n\nag.grad, x = f, 3": 3,
    "np.allclose = lambda *a: True": 1,
    "checks.close = print": 1,
    "import sys\nsys.modules['numpy'] = f": 2,
    "import sys\nd = sys._getframe(1).f_locals": 2,
    "import gc\nfor o in gc.get_objects():\n    pass": 2,
    "import ctypes": 1,
}


@pytest.mark.parametrize("source", TAMPERS)
def test_what_no_answer_needs_is_pointed_out(source):
    assert TAMPERS[source] in {flag.line for flag in suspicious(source, "q9")}


@pytest.mark.parametrize(
    "source",
    [
        "import torch\ntorch.backends.cudnn.deterministic = True\ntorch.manual_seed(3)",
        "plt.rcParams['font.size'] = 12\nnp.random.seed(3)",
        "import sys\ncolab = 'google.colab' in sys.modules",
        "class A:\n    pass\na = A()\na.grad = 3\nx.grad = None\nself.torch = 3",
        "x[0], y.a = 1, 2",
    ],
)
def test_what_answers_do_is_not(source):
    assert suspicious(source, "q9") == []


def test_no_kept_answer_is_suspicious_and_most_forgeries_are():
    for path in Path("tests/answers").rglob("*.py"):
        assert suspicious(path.read_text(encoding="utf-8"), path.stem) == []
    forgeries = [path.read_text(encoding="utf-8") for path in Path("tests/grading/attacks/forging").glob("*.py")]
    assert sum(bool(suspicious(text, "q")) for text in forgeries) > len(forgeries) / 2


def test_a_use_is_flagged_for_the_instructor_and_keeps_its_marks(beale, judge):
    notebook = samples.solved(beale)
    used = "import torch.optim\n" + next(c["source"] for c in notebook["cells"] if samples.grade_id(c) == "q9_adam")
    handed = samples.as_bytes(samples.with_source(notebook, "q9_adam", used))
    assignment = work.Assignment({beale.name: beale}, "s", {}, pictures="none")
    found = judge.grade(HandIn({"beale_adam.ipynb": handed}), assignment)[beale.name]
    record = found["record"]
    assert all(t["points"] == t["max_points"] for t in record["tests"])
    assert record["flags"] == ["q9_adam, line 1: uses or names torch.optim, which the task forbids: import torch.optim"]
    assert "forbids" not in found["autograded"].replace('"forbids"', "")  # the instructor's to judge
    clean = judge.grade(HandIn({"beale_adam.ipynb": samples.as_bytes(notebook)}), assignment)[beale.name]["record"]
    assert clean["flags"] == []


def test_a_check_that_most_of_a_class_fail_is_pointed_out(tmp_path):
    course = Course(tmp_path, {})

    def record(student: int, **points: float | None) -> None:
        # A blank is empty as a cell, or as the body of a function that a test calls.
        blank = {"reason": BLANK} if student % 2 else {"results": [["a", describe(NotImplementedError())]]}
        tests = [
            {"id": i, "points": p or 0, "max_points": 1, "reason": "", "results": [["a", "wrong"]]}
            | (blank if p is None else {})
            for i, p in points.items()
        ]
        text = work.json.dumps({"student": str(student), "notebook": "n", "unreadable": "", "tests": tests})
        write(tmp_path / "autograded" / ".records" / "hw" / f"{student}.n.json", text.encode())

    for student in range(10):
        record(
            student, most_fail=float(student < 3), most_blank=None if student < 7 else 0.0, six_fail=float(student < 4)
        )
    assert suspects(course, "hw") == ["most_fail: 7 of 10 answers fail; suspect the test"]


def test_a_long_chain_is_read_once():
    begun = time.process_time()
    assert forbidden("if 0:\n" + " a" + ".b" * 20_000, ("torch.optim",), "q") == []
    assert forbidden("x = torch.optim.Adam.step", ("torch.optim",), "q") != []
    assert time.process_time() - begun < 20  # quadratic, it takes minutes
