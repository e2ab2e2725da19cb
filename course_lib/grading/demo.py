"""A demo class: students who hand in in all the ways students do, graded from end to end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from course_lib.grading import answers, samples, spec
from course_lib.grading.course import Course, CourseError

ASSIGNMENT, NOTEBOOK = "hw1_optimization", "beale_adam"
FILE = f"{NOTEBOOK}.ipynb"
LIMITS = 10  # seconds a cell in the demo, so that its endless loop costs little


@dataclass
class Student:
    """A demo student: what they handed in, and the test cells they must lose."""

    id: str
    story: str
    files: dict[str, bytes] = field(default_factory=dict)
    loses: frozenset[str] = frozenset()
    zero: bool = False


def students(course: Course, notebook: spec.NotebookSpec) -> list[Student]:
    """Return the demo class."""
    right = samples.solved(notebook)
    kept = {c.id: answers.kept(course, notebook, c) for c in notebook.cells if c.role == "solution"}
    other = {q: next((a.source for a in kept_ if a.kind == "right"), kept_[0].source) for q, kept_ in kept.items()}
    slips = {
        q: next(a for a in kept[q] if a.kind == "wrong") for q in ("q2_beale_f", "q4_numerical_gradient", "q9_adam")
    }
    loop = "def numerical_gradient(f, x, y, h=1e-5):\n    return f(x, y)\nwhile True:\n    pass"
    loops = samples.solved(notebook, {"q4_numerical_gradient": loop})
    dies = samples.solved(notebook, {"q5_trap": "import os\nos._exit(0)"})
    forges = samples.with_added(samples.released(notebook), "q1_minimum", samples.scratch(FORGERY))
    noisy = samples.with_added(
        samples.with_import_added(right),
        "q2_beale_f",
        samples.scratch("import sys, warnings\nwarnings.warn('deprecated')\nprint('on stderr', file=sys.stderr)"),
        samples.scratch("1 / 0  # trying something"),
    )
    edited = samples.emptied_tests(
        samples.with_mark(
            samples.with_mark(right, "q9_adam", solution=False), "q2_beale_f_public", points=99, checksum="0"
        )
    )

    def of(question: str) -> frozenset[str]:
        return frozenset(c.id for c in notebook.tests if c.question == question)

    def one(id_: str, story: str, content: samples.Notebook | bytes, name: str = FILE, **more: object) -> Student:
        data = content if isinstance(content, bytes) else samples.as_bytes(content)
        return Student(id_, story, {name: data}, **more)

    return [
        one("ada", "right, as the instructor would", right),
        one("ben", "right, each answer in another form", samples.solved(notebook, other)),
        one(
            "cem",
            "three slips",
            samples.solved(notebook, {q: a.source for q, a in slips.items()}),
            loses=frozenset().union(*(a.loses for a in slips.values())),
        ),
        one("dora", "handed in the blank release", samples.released(notebook), zero=True),
        one("eli", "saved by Colab as a copy", samples.by_colab(right), name=f"Copy of {FILE}"),
        one("fay", "deleted every test cell", samples.without_tests(right)),
        one("gus", "copied a solution and a test cell", samples.doubled(right, "q3_beale_grads", "q9_adam_public")),
        one("hana", "an endless loop in question 4", loops, loses=of("q4_numerical_gradient")),
        one("ivo", "the upload broke off", samples.as_bytes(right)[:20_000], zero=True),
        one("jana", "lost all marks on the cells", samples.without_metadata(right)),
        one("kai", "ends Python in question 5", dies, loses=of("q5_trap")),
        one("lin", "warnings, a failing scratch cell, an import added", noisy),
        one("mia", "edited points, flags and tests", edited),
        one("nils", "a web page saved as a notebook", samples.UNREADABLE["a web page"], zero=True),
        one("olga", "a blank that rewrites the checks", forges, zero=True),
        one(
            "per", "saved by VS Code, a download twice over", samples.by_vscode(right), name=f"{NOTEBOOK} (1).ipynb.txt"
        ),
    ]


#: What a student might try: make every check pass by replacing it.
FORGERY = """
import builtins, numpy as np
from course_lib import checks
from course_lib.checks import compare, frame
for module in (checks, compare):
    for name in ("close", "number", "finite_array", "true", "less", "choice", "has_point", "has_labels"):
        setattr(module, name, lambda *args, **kwargs: 0.0)
frame.Report.passed = property(lambda self: True)
np.abs = lambda *args, **kwargs: np.zeros(1)
class Equal(float):
    __eq__ = __le__ = __lt__ = __ge__ = __gt__ = lambda self, other: True
    __sub__ = __rsub__ = __abs__ = lambda self, *other: Equal(0.0)
min_x = min_y = trap_value = hand_w1 = hand_w2 = hand_ratio = Equal(0.0)
def beale_f(*args, **kwargs): return Equal(0.0)
beale_grads = numerical_gradient = plot_surface = plot_contours = beale_f
"""


def course_folder(course: Course, folder: Path, assignment: str, files: str = "*.ipynb") -> None:
    """Lay out a course folder of its own, with one assignment and nothing handed in yet."""
    if folder.exists():
        shutil.rmtree(folder)
    for name in ("source", "release"):
        (folder / name / assignment).mkdir(parents=True)
        for path in (course.root / name / assignment).glob(files):
            shutil.copyfile(path, folder / name / assignment / path.name)
    shutil.copyfile(course.root / "nbgrader_config.py", folder / "nbgrader_config.py")
    text = (course.root / "course.toml").read_text(encoding="utf-8")
    lines = [
        f"{line.split('=')[0]}= {LIMITS}" if line.startswith(("cell_seconds", "test_seconds")) else line
        for line in text.splitlines()
    ]
    (folder / "course.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make(course: Course, folder: Path) -> list[Student]:
    """Lay out the demo class in ``folder``; its assignment has one notebook. Returns the students."""
    course_folder(course, folder, ASSIGNMENT, FILE)
    (folder / "pairs.csv").write_text("student,partner\nada,quy\n", encoding="utf-8")
    notebook = spec.load(course, ASSIGNMENT)[NOTEBOOK]
    group = students(course, notebook)
    for student in group:
        place = folder / "submitted" / student.id / ASSIGNMENT
        place.mkdir(parents=True)
        for name, data in student.files.items():
            (place / name).write_bytes(data)
    return group


def run_nbgrader(folder: Path, *args: str, line: Callable[[str], None] | None = None) -> None:
    """Run an nbgrader command in a course folder. Raises CourseError with the end of its log if it fails."""
    process = subprocess.Popen(
        [sys.executable, "-m", "nbgrader", *args],
        cwd=folder,
        text=True,
        env=os.environ.copy(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    log = []
    for text in process.stdout:
        log.append(text)
        if line:
            line(text)
    if process.wait():
        raise CourseError(f"nbgrader {' '.join(args)} failed:\n" + "".join(log[-30:]))


@dataclass
class Outcome:
    """What grading a demo student gave."""

    student: str
    marks: dict[str, float]
    most: dict[str, float]
    lost: list[str]
    notes: list[str]

    @property
    def points(self) -> float:
        return sum(self.marks.values())


def outcomes(course: Course, folder: Path) -> dict[str, Outcome]:
    """Return what was recorded of each student in a graded demo folder."""
    notebook = spec.load(course, ASSIGNMENT)[NOTEBOOK]
    found = {}
    for path in sorted((folder / "autograded" / ".records" / ASSIGNMENT).glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        outcome = Outcome(data["student"], {}, {}, [], list(data["notes"]))
        if data["unreadable"]:
            outcome.notes.insert(0, data["unreadable"])
        for test in data["tests"]:
            question = notebook.cell(test["id"]).question
            outcome.marks[question] = outcome.marks.get(question, 0.0) + test["points"]
            outcome.most[question] = outcome.most.get(question, 0.0) + test["max_points"]
            if test["points"] < test["max_points"]:
                failed = test["reason"] or next((f"{t}: {m}" for t, m in test["results"] if m is not None), "")
                outcome.lost.append(f"{test['id']}: {' '.join(failed.split())}")
        found[data["student"]] = outcome
    return found


def wrong_marks(group: list[Student], got: dict[str, Outcome], notebook: spec.NotebookSpec) -> list[str]:
    """Return what is not as each demo student's story says."""
    problems = []
    for student in group:
        if student.id not in got:
            problems.append(f"{student.id}: not graded")
            continue
        lost = {line.split(":")[0] for line in got[student.id].lost}
        expected = {t.id for t in notebook.tests} if student.zero else set(student.loses)
        problems += [f"{student.id}: lost {cell}, wrongly" for cell in sorted(lost - expected)]
        problems += [f"{student.id}: kept {cell}, wrongly" for cell in sorted(expected - lost)]
    return problems
