"""Speed and memory of grading, ours against stock nbgrader on the same files, in one run. Called by ``make bench``.

Every figure is a ratio or a CPU time of this run on this machine. Run it where nothing else runs: CPU time is read
from /proc/stat, since processes that are killed are counted nowhere else.
"""

from __future__ import annotations

import argparse
import os
import shutil
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
        while not ended.wait(1.0):
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
    """Return the CPU time that this machine has spent, in seconds, over all processors."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    user, nice, system, _idle, _wait, irq, soft = map(int, fields[:7])
    return (user + nice + system + irq + soft) / os.sysconf("SC_CLK_TCK")


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


def make_class(course: Course, notebook: NotebookSpec, folder: Path, students: int, stock: bool) -> None:
    """Lay out a class of right hand-ins, no two alike."""
    demo.make(course, folder)
    shutil.rmtree(folder / "submitted")
    if stock:
        (folder / "nbgrader_config.py").write_text(STOCK, encoding="utf-8")
    for number in range(students):
        place = folder / "submitted" / f"student{number:03}" / demo.ASSIGNMENT
        place.mkdir(parents=True)
        text = samples.with_added(samples.solved(notebook), "q1_minimum", samples.code(f"# student {number}"))
        (place / demo.FILE).write_bytes(samples.as_bytes(text))


def warm_python(notebook: NotebookSpec, times: int) -> float:
    """Return the CPU time of running the notebook's cells and tests in a warm Python, in seconds a notebook."""
    code = f"""
import io, os, sys
from contextlib import redirect_stdout
from course_lib.grading import samples, spec
from course_lib.grading.course import Course
from course_lib.grading.judge.settle import settle
from course_lib.grading.judge.worker import _figures, _make_shell, warm
notebook = spec.load(Course.find(), {demo.ASSIGNMENT!r})[{demo.NOTEBOOK!r}]
cells = samples.solved(notebook)["cells"]
sources = [k.instructor if k.is_test else c["source"] for c, k in zip(cells, notebook.cells) if k.kind == "code"]
warm()
shell = _make_shell()
settle()
print("warm", flush=True)
sys.stdin.readline()
for _ in range({times}):
    if os.fork() == 0:
        for source in sources:
            with redirect_stdout(io.StringIO()):
                shell.run_cell(source)
                _figures()
        os._exit(0)
    os.wait()
"""
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    words = [sys.executable, "-c", code]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True) as process:
        process.stdout.readline()
        begun = busy_seconds()
        process.stdin.write("go\n")
        process.stdin.close()
        process.wait()
        return (busy_seconds() - begun) / times


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--few", type=int, default=20, help="copies that stock nbgrader grades too")
    parser.add_argument("--many", type=int, default=100, help="copies for the growth")
    options = parser.parse_args()
    course = Course.find()
    notebook = spec.load(course, demo.ASSIGNMENT)[demo.NOTEBOOK]
    nbgrader = [sys.executable, "-m", "nbgrader"]
    with tempfile.TemporaryDirectory(prefix="course-bench-") as top:
        folders = {name: Path(top) / name for name in ("stock", "few", "many")}
        make_class(course, notebook, folders["stock"], options.few, stock=True)
        make_class(course, notebook, folders["few"], options.few, stock=False)
        make_class(course, notebook, folders["many"], options.many, stock=False)
        shutil.rmtree(folders["stock"] / "release")
        measured([*nbgrader, "generate_assignment", demo.ASSIGNMENT], folders["stock"])
        stock = measured([*nbgrader, "autograde", demo.ASSIGNMENT], folders["stock"])
        few = measured([*nbgrader, "autograde", demo.ASSIGNMENT], folders["few"])
        many = measured([*nbgrader, "autograde", demo.ASSIGNMENT], folders["many"])
        bare = warm_python(notebook, 10)
    workers = psutil.cpu_count()
    marginal = (many.cpu - few.cpu) / (options.many - options.few)
    table = Table(title=f"{demo.ASSIGNMENT}/{demo.NOTEBOOK}, solved, {workers} processors", title_justify="left")
    for column in ("", "copies", "wall, s", "per minute", "CPU a copy, s", "most memory, MB"):
        table.add_column(column, justify="left" if not column else "right")
    for name, run, copies in (
        ("stock nbgrader", stock, options.few),
        ("ours", few, options.few),
        ("ours", many, options.many),
    ):
        table.add_row(
            name,
            str(copies),
            f"{run.seconds:.1f}",
            f"{60 * copies / run.seconds:.1f}",
            f"{run.cpu / copies:.2f}",
            f"{run.memory / 2**20:.0f}",
        )
    console = Console(width=110)
    console.print(table)
    per_minute = options.few / few.seconds, options.many / many.seconds, options.few / stock.seconds
    console.print(
        f"submissions per minute, ours : stock   {per_minute[0] / per_minute[2]:.2f} ({options.few} copies each)"
    )
    console.print(
        f"                                       {per_minute[1] / per_minute[2]:.2f} ({options.many} of ours)"
    )
    console.print(f"CPU of a notebook in a warm Python     {bare:.2f} s; ours {marginal:.2f} s more copies each take,")
    console.print(f"overhead a notebook                    {marginal - bare:.2f} s")
    growth = (many.seconds / options.many) / (few.seconds / options.few)
    console.print(f"time a copy, {options.many} : {options.few} copies           {growth:.2f}")
    console.print(
        f"memory a worker                        {few.memory / workers / 2**20:.0f} MB at {options.few}, "
        f"{many.memory / workers / 2**20:.0f} MB at {options.many} copies"
    )


if __name__ == "__main__":
    main()
