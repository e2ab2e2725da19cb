"""nbval on the solution notebooks, and a guard against its passing vacuously."""

from __future__ import annotations

import os
import subprocess
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from course_lib.grading.builder.make import dump
from course_lib.grading.course import Course, CourseError

TAG = "nbval-check-output"
ENVIRONMENT = {"MPLBACKEND": "module://matplotlib_inline.backend_inline", "OMP_NUM_THREADS": "1"}
# Notebooks run at their small size, and with COURSE_FULL at that of students; what is compared is the same.
ENVIRONMENT |= {} if os.environ.get("COURSE_FULL") else {"COURSE_SIZE": "small"}


def uncompared(course: Course, assignment: str) -> list[str]:
    """Return what would let nbval compare nothing: no tagged cell, or a tagged cell without a stored output."""
    problems = []
    for path in sorted((course.source / assignment).glob("*.ipynb")):
        tagged = [c for c in nbformat.read(path, as_version=4).cells if TAG in c.metadata.get("tags", [])]
        if not tagged:
            problems.append(f"{assignment}/{path.name}: no cell has the tag {TAG}, so nbval would compare nothing")
        problems += [
            f"{assignment}/{path.name} ({c.id}): tagged {TAG}, but no output is stored; run `course validate --update`"
            for c in tagged
            if not any(o.output_type in ("stream", "execute_result") for o in c.outputs)
        ]
    return problems


def run(course: Course, assignment: str, quiet: bool = False) -> None:
    """Run nbval on the solution notebooks. Raises CourseError with its report if it fails."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--nbval-lax",
            "-q",
            "-p",
            "no:cacheprovider",
            "-c",
            os.devnull,
            "--rootdir",
            str(course.root),
            *map(str, sorted((course.source / assignment).glob("*.ipynb"))),
        ],
        cwd=course.root,
        capture_output=True,
        text=True,
        env=os.environ | ENVIRONMENT,
    )
    if done.returncode:
        raise CourseError(f"nbval on source/{assignment} failed:\n{done.stdout[-4000:]}{done.stderr[-1000:]}")


def update(course: Course, assignment: str) -> list[str]:
    """Run the solution notebooks and store the outputs of their tagged cells; return what changed.

    Raises
    ------
    CourseError
        If a cell of a solution notebook raises.
    """
    changed = []
    for path in sorted((course.source / assignment).glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        client = NotebookClient(notebook.copy(), timeout=300, kernel_name="python3", coalesce_streams=True)
        executed = nbformat.from_dict(notebook)
        client.nb = executed
        old = {c.id: c.get("outputs") for c in nbformat.read(path, as_version=4).cells}
        try:
            client.execute(cwd=str(path.parent), env=os.environ | ENVIRONMENT)
        except CellExecutionError as error:
            raise CourseError(f"{path.name}: {error}") from error
        for cell in executed.cells:
            cell.metadata.pop("execution", None)
            if cell.cell_type == "code":
                keep = TAG in cell.metadata.get("tags", [])
                cell.execution_count = 1 if keep else None  # nbval takes a cell without a count for one never run
                cell.outputs = [_stable(o) for o in cell.outputs] if keep else []
                if keep and cell.outputs != old[cell.id]:
                    changed.append(f"{path.stem} ({cell.id}): new output stored")
        executed.metadata.language_info = nbformat.from_dict({"name": "python"})
        path.write_text(dump(executed), encoding="utf-8")
    return changed


def _stable(output: nbformat.NotebookNode) -> nbformat.NotebookNode:
    if "execution_count" in output:
        output.execution_count = None
    return output
