"""Shows that the suite's forgeries win against stock nbgrader: an attack that wins nowhere proves nothing.

Called by ``make bench``. Each attacker is a class of one, graded by stock nbgrader without any sandbox: run it on a
machine where that may happen.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
from bench import STOCK, make_class
from rich.console import Console

from course_lib.grading import demo, spec
from course_lib.grading.course import Course

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "grading"))
import attack_suite

POINTS = "select sum(max(coalesce(auto_score, 0), coalesce(manual_score, 0)) + coalesce(extra_credit, 0)) from grade"
NBGRADER = [sys.executable, "-m", "nbgrader"]


def prepare(course: Course, folder: Path) -> None:
    """Lay out a class without hand-ins, its release made by stock nbgrader."""
    make_class(course, spec.load(course, demo.ASSIGNMENT)[demo.NOTEBOOK], folder, 0, stock=True)
    shutil.rmtree(folder / "release")
    subprocess.run([*NBGRADER, "generate_assignment", demo.ASSIGNMENT], cwd=folder, check=True, capture_output=True)
    (folder / "canary.txt").write_text("a class folder", encoding="utf-8")
    assert STOCK in (folder / "nbgrader_config.py").read_text(encoding="utf-8")


def points(template: Path, folder: Path, files: dict[str, bytes]) -> float:
    """Return what stock nbgrader gives for ``files``."""
    shutil.copytree(template, folder)
    place = folder / "submitted" / "mallory" / demo.ASSIGNMENT
    place.mkdir(parents=True)
    for name, data in files.items():
        (place / name).write_bytes(data)
    words = [*NBGRADER, "autograde", demo.ASSIGNMENT]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(180)
        except subprocess.TimeoutExpired:
            for child in psutil.Process(process.pid).children(recursive=True):
                child.kill()
            process.kill()
    with sqlite3.connect(folder / "gradebook.db") as db:
        return db.execute(POINTS).fetchone()[0] or 0.0


def main() -> None:
    """Grade every forgery that claims to win against stock nbgrader; print which do, and fail if one does not."""
    course, console = Course.find(), Console(width=110)
    notebook = spec.load(course, demo.ASSIGNMENT)[demo.NOTEBOOK]
    claims = [a for a in attack_suite.load("forging") if a.wins_against in ("stock", "both")]
    with tempfile.TemporaryDirectory(prefix="course-attacks-") as top:
        template = Path(top) / "template"
        prepare(course, template)
        blank = points(
            template, Path(top) / "blank", {demo.FILE: attack_suite.samples.as_bytes(dict(notebook.release))}
        )
        with ThreadPoolExecutor(psutil.cpu_count()) as threads:
            got = threads.map(lambda a: points(template, Path(top) / a.name, attack_suite.hand_in(a, notebook)), claims)
            rows = list(zip(claims, got, strict=True))
    lost = [attack.name for attack, earned in rows if earned <= blank]
    for attack, earned in rows:
        console.print(f"{earned:6.1f} points from stock nbgrader  {attack.name}", highlight=False)
    console.print(
        f"{len(rows) - len(lost)} of {len(rows)} forgeries win against stock nbgrader (blank work: {blank:g})"
    )
    if lost:
        sys.exit("these win nothing, and prove nothing: " + ", ".join(lost))


if __name__ == "__main__":
    main()
