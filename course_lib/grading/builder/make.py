"""The build: authoring text to source/ to release/. One way, deterministic, and it refuses what is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course_lib.grading.builder import lint, text
from course_lib.grading.builder.notebook import Context, author_text, digest, to_notebook
from course_lib.grading.course import Course, CourseError

#: What an assignment's folder in authoring/ may hold besides the texts: data that students need.
DATA_SUFFIXES = {".csv", ".npz", ".txt", ".png", ".jpg"}


@dataclass(frozen=True)
class Built:
    """What a build of one assignment did."""

    assignment: str
    notebooks: list[str]
    changed: list[str]
    removed: list[str]


def build_sources(course: Course, assignment: str) -> dict[str, NotebookNode]:
    """Return the instructor notebooks of an assignment, by name, with the stored outputs carried over.

    Raises
    ------
    CourseError
        With one line for everything that is wrong in the texts.
    """
    texts = course.texts(assignment)
    if not texts:
        raise CourseError(f"authoring/{assignment}: no authoring text; known assignments: {course.assignments()}")
    problems, notebooks, seen = [], {}, {}
    for path in sorted((course.authoring / assignment).iterdir()):
        if path.suffix != ".py" and path.suffix not in DATA_SUFFIXES and path.name != "__pycache__":
            problems.append(f"authoring/{assignment}/{path.name}: a stray file; only .py texts and data belong here")
    for path in texts:
        cells = text.read(path)
        problems += lint.lint(path, cells, course.answers / assignment)
        for cell in cells:
            if cell.role in ("solution", *text.GRADED):
                if cell.id in seen:
                    problems.append(f"{path.name} ({cell.id}): the id stands in {seen[cell.id]} too")
                seen[cell.id] = path.name
        if not problems:
            notebook = to_notebook(Context(course, assignment, path.stem, cells))
            _carry_outputs(notebook, course.source / assignment / f"{path.stem}.ipynb")
            notebooks[path.stem] = notebook
    if problems:
        raise CourseError("\n".join(problems))
    return notebooks


def _carry_outputs(notebook: NotebookNode, old: Path) -> None:
    """Copy the stored outputs that nbval compares from the old notebook, where the cell's text is the same."""
    if not old.is_file():
        return
    stored = {c.id: c for c in nbformat.read(old, as_version=4).cells if c.cell_type == "code"}
    for cell in notebook.cells:
        same = stored.get(cell.id)
        if "nbval-check-output" in cell.metadata.get("tags", []) and same is not None and same.source == cell.source:
            cell.outputs, cell.execution_count = same.outputs, same.execution_count


def unseen_edits(course: Course, assignment: str) -> list[str]:
    """Return the notebooks in source/ that were edited since they were built, for example in Jupyter."""
    edited = []
    for path in sorted((course.source / assignment).glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        if notebook.metadata.get("course", {}).get("digest") != digest(notebook):
            edited.append(path.stem)
    return edited


def dump(notebook: NotebookNode) -> str:
    """Return the file text of a notebook, the same on every machine."""
    return nbformat.writes(notebook, version=nbformat.NO_CONVERT) + "\n"


def build(course: Course, assignment: str, discard: bool = False) -> Built:
    """Build source/ and release/ of one assignment and register it in the gradebook.

    Parameters
    ----------
    discard : bool
        Overwrite edits made to source/ in Jupyter instead of refusing.

    Raises
    ------
    CourseError
        If the texts are wrong, edits would be lost, nbgrader fails, or a solution would reach the release.
    """
    edited = [] if discard else unseen_edits(course, assignment)
    if edited:
        raise CourseError(
            "\n".join(
                f"source/{assignment}/{name}.ipynb was edited since it was built. Bring the edits into the text with "
                f"`course adopt {assignment}/{name}`, or drop them with `course build --discard`."
                for name in edited
            )
        )
    notebooks = build_sources(course, assignment)
    changed, removed = _write_sources(course, assignment, notebooks)
    generate_release(course.root, assignment)
    problems = check_release(course.root, assignment)
    if problems:
        raise CourseError("\n".join(problems))
    return Built(assignment, sorted(notebooks), changed, removed)


def _write_sources(course: Course, assignment: str, notebooks: dict[str, NotebookNode]) -> tuple[list, list]:
    folder = course.source / assignment
    folder.mkdir(parents=True, exist_ok=True)
    data = {p.name for p in (course.authoring / assignment).iterdir() if p.suffix in DATA_SUFFIXES}
    wanted = {f"{name}.ipynb" for name in notebooks} | data
    removed = [p for p in sorted(folder.iterdir()) if p.name not in wanted]
    for path in removed:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    changed = []
    for name, notebook in notebooks.items():
        path, new = folder / f"{name}.ipynb", dump(notebook)
        if not path.is_file() or path.read_text(encoding="utf-8") != new:
            path.write_text(new, encoding="utf-8")
            changed.append(name)
    for name in data:
        shutil.copyfile(course.authoring / assignment / name, folder / name)
    return changed, [p.name for p in removed]


def generate_release(root: Path, assignment: str) -> None:
    """Run ``nbgrader generate_assignment`` in a course folder, dropping a stale release first."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", assignment, "--force"],
        cwd=root,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.environ.get("PYTHONPATH", "")},
    )
    if done.returncode:
        raise CourseError(f"nbgrader generate_assignment {assignment} failed:\n{done.stderr[-3000:]}")


def check_release(root: Path, assignment: str) -> list[str]:
    """Return what a release must not have: solutions, hidden tests, outputs, stray or missing files."""
    problems = []
    source, release = root / "source" / assignment, root / "release" / assignment
    names = {p.name for p in source.iterdir()}
    problems += [f"release/{assignment}/{p.name}: a stray file" for p in release.iterdir() if p.name not in names]
    problems += [f"release/{assignment}/{name}: missing" for name in sorted(names) if not (release / name).exists()]
    for path in sorted(release.glob("*.ipynb")):
        released = nbformat.read(path, as_version=4)
        if not (source / path.name).exists():
            continue
        instructor = nbformat.read(source / path.name, as_version=4)
        found = lint.leaks([c.source for c in instructor.cells], [c.source for c in released.cells])
        problems += [f"release/{assignment}/{path.name}: a line of a solution or hidden test: {f[:70]}" for f in found]
        if any(c.get("outputs") for c in released.cells):
            problems.append(f"release/{assignment}/{path.name}: carries outputs")
    return problems


def drift(course: Course, assignment: str) -> list[str]:
    """Return which files of source/ and release/ differ from a fresh build, made in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Course(Path(folder), course.settings)
        for name in ("course.toml", "nbgrader_config.py"):
            shutil.copyfile(course.root / name, fresh.root / name)
        _write_sources(
            course=_Redirect(course, fresh), assignment=assignment, notebooks=build_sources(course, assignment)
        )
        generate_release(fresh.root, assignment)
        return [
            line
            for part in ("source", "release")
            for line in _differences(
                course.root / part / assignment, fresh.root / part / assignment, f"{part}/{assignment}"
            )
        ]


class _Redirect:
    """A course whose texts are read from one folder and whose sources are written to another."""

    def __init__(self, read: Course, write: Course):
        self.authoring, self.source = read.authoring, write.source


def _differences(ours: Path, fresh: Path, label: str) -> list[str]:
    mine = {p.name: p.read_bytes() for p in ours.glob("*") if p.is_file()}
    new = {p.name: p.read_bytes() for p in fresh.glob("*") if p.is_file()}
    return [
        f"{label}/{name}: {'missing' if name not in mine else 'stale' if name in new else 'no longer built'}"
        for name in sorted(mine | new)
        if mine.get(name) != new.get(name)
    ]


def adopt(course: Course, assignment: str, name: str) -> bool:
    """Bring edits made to a source notebook in Jupyter back into its authoring text; return whether it changed.

    Cells added in Jupyter become plain cells, unless their metadata names a role; generated parts are left out.

    Raises
    ------
    CourseError
        If there is no such notebook or text.
    """
    path, target = course.source / assignment / f"{name}.ipynb", course.authoring / assignment / f"{name}.py"
    for file in (path, target):
        if not file.is_file():
            raise CourseError(f"{file}: no such file")
    notebook = nbformat.read(path, as_version=4)
    cells = []
    for position, cell in enumerate(notebook.cells):
        if cell.cell_type not in ("code", "markdown"):
            raise CourseError(f"{path.name}, cell {position + 1}: {cell.cell_type} cells cannot be adopted")
        cells.append(
            text.Cell(
                cell.cell_type, author_text(cell.source, cell, first=position == 0), metadata=_author_metadata(cell)
            )
        )
    new = text.write(cells, target)
    old = target.read_text(encoding="utf-8")
    if new == old:
        return False
    target.write_text(new, encoding="utf-8")
    notebook.metadata.setdefault("course", {})["digest"] = digest(notebook)
    path.write_text(dump(notebook), encoding="utf-8")
    return True


def _author_metadata(cell: NotebookNode) -> dict:
    own, grading = cell.metadata.get("course", {}), cell.metadata.get("nbgrader", {})
    meta: dict = {}
    if own.get("title"):
        meta["title"] = own["title"]
    role = own.get("role", "plain")
    if role == "statement":
        meta["id"] = own["question"]
    elif grading.get("grade_id"):
        meta["id"] = grading["grade_id"]
    if role != "plain":
        meta["role"] = role
    if grading.get("points"):
        meta["points"] = grading["points"]
    if cell.metadata.get("tags"):
        meta["tags"] = list(cell.metadata["tags"])
    return meta
