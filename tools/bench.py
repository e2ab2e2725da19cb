"""Speed and memory of grading, ours against stock nbgrader on the same files, in one run. Called by ``make bench``.

Every figure is a ratio or a CPU time of this run on this machine. Run it where nothing else runs: CPU time is read
from /proc/stat, since processes that are killed are counted nowhere else.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from course_lib.grading import demo, samples, spec
from course_lib.grading.course import Course
from course_lib.grading.spec import NotebookSpec

STOCK = """
c = get_config()
c.CourseDirectory.course_id = "stock"
c.ExecutePreprocessor.timeout = 120
c.ClearMarkScheme.enforce_metadata = False
"""
REGISTER = f"""
from nbgrader.apps import NbGrader
from course_lib.grading import autograde, spec
from course_lib.grading.course import Course
course, app = Course.find(), NbGrader()
specs = spec.load(course, {demo.ASSIGNMENT!r})
autograde.register(course, {demo.ASSIGNMENT!r}, specs, f"sqlite:///{{course.root}}/gradebook.db", app)
"""


@dataclass
class Run:
    """What one run took: seconds of wall and CPU time, and the most memory of all its processes in bytes."""

    seconds: float
    cpu: float
    memory: int


def measured(words: list[str], folder: Path) -> Run:
    """Run a command and return what it took. Raises RuntimeError with the end of its log if it fails."""
    most, ended = [0], threading.Event()

    def watch() -> None:
        while not ended.wait(5.0):  # a look takes time itself
            most[0] = max(most[0], shared_fairly(process.pid))

    busy, begun = busy_seconds(), time.monotonic()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(words, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        seconds, cpu = time.monotonic() - begun, busy_seconds() - busy
        ended.set()
        watcher.join()
        log.seek(0)
        if code:
            raise RuntimeError(f"{' '.join(words)} failed:\n{log.read().decode(errors='replace')[-3000:]}")
    return Run(seconds, cpu, most[0])


def busy_seconds() -> float:
    """Return the CPU time that this machine has spent, in seconds, over all processors, but for the kernel's threads.

    Those (one that samples the use of memory, say) work as much as the machine's owner wants, whoever computes.
    """
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    user, nice, system, _idle, _wait, irq, soft = map(int, fields[:7])
    return (user + nice + system + irq + soft - kernel_ticks()) / os.sysconf("SC_CLK_TCK")


def kernel_ticks() -> int:
    """Return the CPU time of the kernel's own threads: process 2 and its children."""
    total = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            numbers = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if numbers[1] == "2" or place.parent.name == "2":
            total += int(numbers[11]) + int(numbers[12])
    return total


def shared_fairly(pid: int) -> int:
    """Return the memory of a process and its descendants; a page that n of them share counts 1/n in each."""
    total = 0
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return 0
    for one in family:
        try:
            text = Path(f"/proc/{one.pid}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) * 1024
        except (OSError, StopIteration):
            continue
    return total


def make_class(
    course: Course, notebooks: dict[str, NotebookSpec], folder: Path, students: int, pictures: str, solved: bool = True
) -> None:
    """Lay out a class of hand-ins, no two alike, all right or all blank; ``pictures`` = "" for stock nbgrader."""
    demo.course_folder(course, folder, demo.ASSIGNMENT)
    settings = (folder / "course.toml").read_text(encoding="utf-8")
    settings = re.sub(r'(?m)^pictures = ".*"$', f'pictures = "{pictures}"', settings)
    (folder / "course.toml").write_text(settings, encoding="utf-8")
    if not pictures:
        (folder / "nbgrader_config.py").write_text(STOCK, encoding="utf-8")
    for number in range(students):
        place = folder / "submitted" / f"student{number:03}" / demo.ASSIGNMENT
        place.mkdir(parents=True)
        for name, notebook in notebooks.items():
            text = samples.solved(notebook) if solved else samples.released(notebook)
            text["cells"].insert(1, samples.code(f"# student {number}"))
            (place / f"{name}.ipynb").write_bytes(samples.as_bytes(text))


def warm_python(notebooks: dict[str, NotebookSpec], times: int, pictures: str) -> float:
    """Return the CPU time of running all notebooks' cells and tests in a warm Python, in seconds a copy.

    As many run at once as there are processors, as when they are graded: processors slow one another down. The
    figures of the same cells are drawn as when they are graded.
    """
    code = f"""
import io, os, sys
from contextlib import redirect_stdout
from course_lib.grading import samples, spec
from course_lib.grading.course import Course
from course_lib.grading.judge.forking import settle
from course_lib.grading.judge.worker import _close_figures, _figures, _make_shell, _prepare, warm
notebooks = spec.load(Course.find(), {demo.ASSIGNMENT!r})
todo = []
for notebook in notebooks.values():
    read = {{k.question for k in notebook.cells if k.role == "manual"}}
    todo.append([
        (k.instructor if k.is_test else c["source"], not k.is_test and ({pictures!r} == "all" or k.question in read))
        for c, k in zip(samples.solved(notebook)["cells"], notebook.cells)
        if k.kind == "code" and k.role != "handin"
    ])
warm(tuple(sorted(set().union(*(notebook.modules | notebook.test_modules for notebook in notebooks.values())))))
_prepare()
shell = _make_shell()
settle()
print("warm", flush=True)
sys.stdin.readline()
for _ in range({times}):
    for cells in todo:
        if os.fork() == 0:
            for source, draws in cells:
                with redirect_stdout(io.StringIO()):
                    shell.run_cell(source)
                    _figures() if draws else _close_figures()
            os._exit(0)
        os.wait()
"""
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    words, workers = [sys.executable, "-c", code], psutil.cpu_count()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    processes = [subprocess.Popen(words, env=environment, text=True, **pipes) for _ in range(workers)]
    for process in processes:
        process.stdout.readline()
    begun = busy_seconds()
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.close()
    for process in processes:
        process.wait()
    return (busy_seconds() - begun) / times / workers


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--few", type=int, default=20, help="copies that stock nbgrader grades too")
    parser.add_argument("--many", type=int, default=100, help="copies for the growth")
    options = parser.parse_args()
    course = Course.find()
    notebooks = spec.load(course, demo.ASSIGNMENT)
    points = sum(t.points for notebook in notebooks.values() for t in notebook.tests)
    nbgrader = [sys.executable, "-m", "nbgrader"]
    with tempfile.TemporaryDirectory(prefix="course-bench-") as top:
        runs = {}
        for name, (copies, pictures, solved) in {
            "stock nbgrader": (options.few, "", True),
            "ours": (options.few, "manual", True),
            "ours, many": (options.many, "manual", True),
            "ours, every plot": (options.few, "all", True),
            "stock nbgrader, blank": (max(2, options.few // 4), "", False),
            "ours, blank": (options.few, "manual", False),
        }.items():
            folder = Path(top) / name.replace(" ", "_").replace(",", "")
            make_class(course, notebooks, folder, copies, pictures, solved)
            if not pictures:
                shutil.rmtree(folder / "release")
                measured([*nbgrader, "generate_assignment", demo.ASSIGNMENT], folder)
            else:  # the gradebook knows the assignment, as stock nbgrader's does by now
                measured([sys.executable, "-c", REGISTER], folder)
            runs[name] = copies, measured([*nbgrader, "autograde", demo.ASSIGNMENT], folder)
            check_marks(folder, copies * points if solved else 0.0)
        bare = warm_python(notebooks, 5, "manual")
    report(runs, bare, f"{demo.ASSIGNMENT}, {len(notebooks)} notebooks a copy", len(notebooks))


def check_marks(folder: Path, wanted: float) -> None:
    """Raise ValueError if the whole class has not ``wanted`` points for what the machine grades."""
    with sqlite3.connect(folder / "gradebook.db") as db:
        (got,) = db.execute("select coalesce(sum(auto_score), 0) from grade").fetchone()
    if abs(got - wanted) > 1e-6:
        raise ValueError(f"{folder.name}: expected {wanted:g} points in all, got {got:g}")


def report(runs: dict[str, tuple[int, Run]], bare: float, title: str, notebooks: int) -> None:
    """Print the runs as a table, and what follows from them."""
    workers = psutil.cpu_count()
    table = Table(title=f"{title}, {workers} processors", title_justify="left")
    for column in ("", "copies", "wall, s", "per minute", "ratio", "CPU a copy, s", "most memory, MB"):
        table.add_column(column, justify="left" if not column else "right")
    speeds = {name: 60 * copies / run.seconds for name, (copies, run) in runs.items()}
    for name, (copies, run) in runs.items():
        stock = speeds["stock nbgrader, blank" if name.endswith("blank") else "stock nbgrader"]
        numbers = f"{run.seconds:.1f}", f"{speeds[name]:.1f}", f"{speeds[name] / stock:.2f}"
        table.add_row(name, str(copies), *numbers, f"{run.cpu / copies:.2f}", f"{run.memory / 2**20:.0f}")
    console = Console(width=110)
    console.print(table)
    (few_copies, few), (many_copies, many) = runs["ours"], runs["ours, many"]
    marginal = (many.cpu - few.cpu) / (many_copies - few_copies)
    console.print(
        f"CPU of a copy of {notebooks} notebooks: in a warm Python {bare:.2f} s, ours {marginal:.2f} s (each further),"
    )
    overhead = (marginal - bare) / notebooks
    console.print(f"so the overhead is {overhead:.2f} s a notebook, nbgrader's conversion included")
    growth = (many.seconds / many_copies) / (few.seconds / few_copies)
    console.print(f"time a copy, {many_copies} : {few_copies} copies: {growth:.2f}")
    memory = [
        f"{run.memory / workers / 2**20:.0f} MB at {copies}" for copies, run in (runs["ours"], runs["ours, many"])
    ]
    console.print(f"memory a worker: {', '.join(memory)} copies")


if __name__ == "__main__":
    main()
