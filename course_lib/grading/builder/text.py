"""The authoring text: py:percent cells with id, role and points. Read, and written back."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from course_lib.grading.course import CourseError

ROLES = ("plain", "given", "setup", "statement", "solution", "test", "hidden", "manual", "free", "handin")
#: Roles whose cells nbgrader grades.
GRADED = ("test", "hidden", "manual")
ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
HINT = re.compile(r"\A# Hint: (?P<first>.*)\n(?P<rest>(?:#   .*\n)*)")


@dataclass
class Cell:
    """One cell as its author wrote it."""

    kind: str  # "code" or "markdown"
    source: str
    role: str = "plain"
    id: str = ""
    points: float = 0
    title: str = ""
    tags: list[str] = field(default_factory=list)
    metadata: dict = field(default_factory=dict)  # as jupytext read it, for writing back

    @property
    def forbids(self) -> tuple[str, ...]:
        """Modules or members that an answer must not use: ``forbids="torch.optim"``, several with spaces."""
        return tuple(str(self.metadata.get("forbids", "")).split())

    @property
    def hint(self) -> str:
        """The literal hint of a hidden check: its first comment."""
        match = HINT.match(self.source)
        if not match:
            return ""
        rest = [line[4:] for line in match["rest"].splitlines()]
        return " ".join([match["first"], *rest]).strip()


def read(path: Path) -> list[Cell]:
    """Return the cells of an authoring text.

    Raises
    ------
    CourseError
        If a role, id or number of points cannot be understood; the message names file and cell.
    """
    import jupytext  # it brings half of Jupyter along, which grading does not need

    notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    return [_cell(path, number, cell) for number, cell in enumerate(notebook.cells, 1)]


def _cell(path: Path, number: int, cell: nbformat.NotebookNode) -> Cell:
    meta = dict(cell.metadata)
    role, id_ = meta.get("role", "plain"), meta.get("id", "")
    where = f"{path.name}, cell {number}" + (f" ({id_})" if id_ else "")
    if role not in ROLES:
        raise CourseError(f"{where}: role {role!r} is none of {', '.join(ROLES)}")
    if id_ and not ID.match(id_):
        raise CourseError(f"{where}: an id has 1 to 64 letters, digits, _ or -")
    if role in ("statement", "solution", *GRADED) and not id_:
        raise CourseError(f"{where}: a cell with role {role!r} needs an id")
    points = meta.get("points", 0)
    if role in GRADED and not (isinstance(points, int | float) and not isinstance(points, bool) and points > 0):
        raise CourseError(f"{where}: a graded cell needs points, a number above 0; got {points!r}")
    if role not in GRADED and points:
        raise CourseError(f"{where}: points stand on graded cells only, not on role {role!r}")
    if role in GRADED and not meta.get("title"):
        raise CourseError(f"{where}: a graded cell needs a title, as in '# %% Values at other points id=…'")
    if role in ("solution", "test", "hidden", "setup", "handin") and cell.cell_type != "code":
        raise CourseError(f"{where}: role {role!r} needs a code cell, got {cell.cell_type}")
    if meta.get("forbids") and role != "solution":
        raise CourseError(f"{where}: forbids= stands on solution cells only, not on role {role!r}")
    return Cell(cell.cell_type, cell.source, role, id_, points, meta.get("title", ""), list(meta.get("tags", [])), meta)


def write(cells: list[Cell], path: Path) -> str:
    """Return the authoring text of ``cells``, in the layout of the text that stands at ``path``."""
    import jupytext

    old = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    make = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}
    # One empty line between cells, always: left to itself, jupytext puts two after a function.
    old.cells = [make[c.kind](c.source, metadata=c.metadata | {"lines_to_next_cell": 1}) for c in cells]
    return jupytext.writes(old, fmt="py:percent")


def questions(cells: list[Cell]) -> dict[str, list[Cell]]:
    """Return the cells of each question, by the id of its solution or manual cell, in document order.

    A graded cell belongs to the question whose id is the longest beginning of its own.
    """
    stems = [c.id for c in cells if c.role == "solution"]
    stems += [c.id for c in cells if c.role == "statement" and c.id not in stems]
    result: dict[str, list[Cell]] = {stem: [] for stem in stems}
    for cell in cells:
        stem = stem_of(cell.id, stems)
        if stem:
            result[stem].append(cell)
    return result


def stem_of(id_: str, stems: list[str]) -> str | None:
    """Return the longest of ``stems`` that is ``id_`` or is followed in it by an underscore."""
    fitting = [s for s in stems if id_ == s or id_.startswith(s + "_")]
    return max(fitting, key=len) if fitting else None


def parse_code(cell: Cell, where: str) -> ast.Module:
    """Return the syntax tree of a code cell. Raises CourseError naming the cell and the line."""
    try:
        return ast.parse(cell.source)
    except SyntaxError as error:
        raise CourseError(f"{where}: {error.msg} in line {error.lineno} of the cell") from error
