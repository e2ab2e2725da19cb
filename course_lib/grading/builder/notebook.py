"""From authored cells to the instructor notebook, and from the notebook back to the cells."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode

from course_lib.grading.builder.contract import (
    STANDARD_IMPORTS,
    as_markdown,
    contract,
    free_names,
    top_level_names,
)
from course_lib.grading.builder.text import GRADED, Cell, questions, stem_of
from course_lib.grading.course import Course

BADGE = "[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]"
CONTRACT_MARK = "<!-- the contract, filled in by the build -->"
SETUP_MARK = "# What this notebook imports"
HIDDEN_IMPORT = "  # for the hidden check"
NBGRADER_SCHEMA = 3


@dataclass(frozen=True)
class Context:
    """What the generated parts of a notebook need to know."""

    course: Course
    assignment: str
    name: str
    cells: list[Cell]

    @property
    def stems(self) -> list[str]:
        return list(questions(self.cells))

    def hidden_of(self, stem: str) -> list[Cell]:
        return [c for c in questions(self.cells)[stem] if c.role == "hidden"]

    def public_tests(self) -> list[str]:
        return [c.id for c in self.cells if c.role == "test"]


def to_notebook(context: Context) -> NotebookNode:
    """Return the instructor notebook: nbgrader's metadata, contracts, hidden-check counts and badge filled in."""
    notebook = nbformat.v4.new_notebook()
    notebook.metadata = NotebookNode(
        kernelspec={"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        language_info={"name": "python"},
        course={"assignment": context.assignment, "notebook": context.name},
    )
    counts: dict[str, int] = {}
    stem = "intro"
    for position, cell in enumerate(context.cells):
        stem = stem_of(cell.id, context.stems) or stem
        if cell.role in ("solution", *GRADED):
            id_ = cell.id
        else:
            counts[stem] = counts.get(stem, 0) + 1
            id_ = f"{stem}-{counts[stem]}"[:64]
        make = nbformat.v4.new_code_cell if cell.kind == "code" else nbformat.v4.new_markdown_cell
        built = make(generate(cell, context, first=position == 0), id=id_)
        built.metadata = NotebookNode(_metadata(cell, stem))
        notebook.cells.append(built)
    notebook.metadata.course["digest"] = digest(notebook)
    return notebook


def _metadata(cell: Cell, stem: str) -> dict:
    meta: dict = {}
    if cell.tags:
        meta["tags"] = list(cell.tags)
    meta["course"] = {"role": cell.role, "question": stem} | ({"title": cell.title} if cell.title else {})
    if cell.forbids:
        meta["course"]["forbids"] = list(cell.forbids)
    if cell.role == "solution" or cell.role in GRADED:
        manual, solution = cell.role == "manual", cell.role in ("solution", "manual")
        meta["nbgrader"] = {
            "cell_type": cell.kind,
            "grade": manual or not solution,
            "grade_id": cell.id,
            "locked": not solution,
            "schema_version": NBGRADER_SCHEMA,
            "solution": solution,
            "task": False,
        }
        if cell.role in GRADED:
            meta["nbgrader"]["points"] = cell.points
    return meta


def generate(cell: Cell, context: Context, first: bool = False) -> str:
    """Return the text of a cell in the instructor notebook."""
    if cell.role == "setup":
        return _setup(context) + cell.source
    if cell.role == "handin":
        return _handin(context)
    if cell.role == "statement":
        return _statement(cell, context)
    if cell.role == "test":
        hidden = context.hidden_of(stem_of(cell.id, context.stems))
        source = cell.source
        if hidden:
            counts = f", hidden={len(hidden)}, points={sum(h.points for h in hidden):g}"
            source = source.replace(f'checks.question("{cell.id}")', f'checks.question("{cell.id}"{counts})', 1)
        return _imports(cell) + source
    if cell.role == "hidden":
        plural = "s" if cell.points != 1 else ""
        return (
            f"# Hidden check “{cell.title}” ({cell.points:g} point{plural}): runs when your work is graded.\n"
            f"### BEGIN HIDDEN TESTS\n{_imports(cell, HIDDEN_IMPORT)}{cell.source}\n### END HIDDEN TESTS"
        )
    if first and cell.kind == "markdown":
        title, _, rest = cell.source.partition("\n")
        return f"{title}\n\n{_badge(context)}\n{rest}"
    return cell.source


def author_text(source: str, cell: NotebookNode, first: bool = False) -> str:
    """Return what the author wrote of a cell of the instructor notebook: :func:`generate` undone."""
    role = cell.metadata.get("course", {}).get("role", "plain")
    if role == "setup":
        return source.partition(SETUP_MARK + "\n")[2] if SETUP_MARK in source else source
    if role == "handin":
        return ""
    if role == "statement":
        body = re.sub(r'\A<a id="[^"]*"></a>\n\n', "", source)
        return body.partition(f"\n\n{CONTRACT_MARK}\n")[0]
    if role == "test":
        body = re.sub(r", hidden=\d+, points=[\d.]+\)", ")", source, count=1)
        return _without_imports(body)
    if role == "hidden":
        match = re.search(r"### BEGIN HIDDEN TESTS\n(.*)\n### END HIDDEN TESTS", source, re.S)
        return _without_imports(match[1] if match else source)
    if first:
        return re.sub(r"\A(.*)\n\n" + re.escape(BADGE) + r".*\n", r"\1\n", source)
    return source


def _without_imports(source: str) -> str:
    lines = source.split("\n")
    known = set(STANDARD_IMPORTS.values())
    while lines and (lines[0].removesuffix(HIDDEN_IMPORT) in known or not lines[0].strip()):
        lines.pop(0)
    return "\n".join(lines)


def _imports(cell: Cell, suffix: str = "") -> str:
    used = free_names(cell.source)
    return "".join(f"{line}{suffix}\n" for name, line in STANDARD_IMPORTS.items() if name in used) + "\n"


def _badge(context: Context) -> str:
    place = context.course.setting("students", "repository")
    return (
        f"{BADGE}(https://colab.research.google.com/github/{place}/blob/main/release/"
        f"{context.assignment}/{context.name}.ipynb)"
    )


def _setup(context: Context) -> str:
    package = context.course.setting("students", "package")
    return f"""\
# Run this cell first, each time you open the notebook.
try:
    import course_lib
except ImportError:  # in Colab, or the first time on your computer
    %pip install -q "{package}"
    import course_lib  # if this fails: STUDENTS.md says how to install course_lib by hand

course_lib.start("{context.assignment}/{context.name}")
{SETUP_MARK}
"""


def _handin(context: Context) -> str:
    tests = "".join(f'    "{test}",\n' for test in context.public_tests())
    optional = [c.id for c in context.cells if c.role == "statement" and ", optional" in c.source.partition("\n")[0]]
    read = [stem_of(c.id, context.stems) for c in context.cells if c.role == "manual"]
    more = [f"{name}={json.dumps(ids)}" for name, ids in (("optional", optional), ("read", read)) if ids]
    words = ", ".join([f'"{context.name}.ipynb"', f"[\n{tests}]", *more])
    return f"course_lib.before_hand_in({words})"


def _statement(cell: Cell, context: Context) -> str:
    members = questions(context.cells)[stem_of(cell.id, context.stems)]
    solution = next((c for c in members if c.role == "solution"), None)
    text = f'<a id="{cell.id}"></a>\n\n{cell.source}'
    if solution is None:
        return text
    before = [c for c in context.cells[: context.cells.index(solution)] if c.role == "solution"]
    earlier = {name for c in before for name in top_level_names(c.source)}
    entries = contract(cell.id, solution, [c for c in members if c.role in ("test", "hidden")], earlier)
    return f"{text}\n\n{CONTRACT_MARK}\n{as_markdown(entries)}"


def digest(notebook: NotebookNode) -> str:
    """Return a hash of what an author can edit in a notebook: cells and their metadata, without outputs."""
    cells = [[c.cell_type, c.source, json.loads(json.dumps(c.metadata))] for c in notebook.cells]
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()[:16]
