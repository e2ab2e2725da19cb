"""Ways in which notebooks come back from students: solved, partly solved, damaged. For the demo and the tests.

A sample is a notebook as plain JSON data; each function takes one and returns a new one.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from course_lib.grading.spec import NotebookSpec

Notebook = dict[str, Any]
MARKS = ("nbgrader", "course", "deletable", "editable", "tags")


def released(spec: NotebookSpec) -> Notebook:
    """Return the release, as a student downloads it."""
    return json.loads(json.dumps(spec.release))


def solved(spec: NotebookSpec, answers: dict[str, str] | None = None, only: set[str] | None = None) -> Notebook:
    """Return the release with answers filled in.

    Parameters
    ----------
    answers : dict, optional
        Text of a solution cell by question; the instructor's for the rest.
    only : set of str, optional
        Answer just these questions and leave the others blank.
    """
    notebook = released(spec)
    for cell, known in zip(notebook["cells"], spec.cells, strict=True):
        if known.role in ("solution", "manual") and (only is None or known.question in only):
            cell["source"] = (answers or {}).get(known.id, _without_delimiters(known.instructor))
    return notebook


def _without_delimiters(text: str) -> str:
    lines, keep = [], True
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.endswith("BEGIN MARK SCHEME"):
            keep = False
        if keep and not stripped.startswith(("### BEGIN", "### END")):
            lines.append(line)
        if stripped.endswith("END MARK SCHEME"):
            keep = True
    return "\n".join(lines)


def as_bytes(notebook: Notebook, indent: int | None = 1) -> bytes:
    """Return the file of a notebook."""
    return json.dumps(notebook, indent=indent, ensure_ascii=False).encode()


def each(notebook: Notebook, change: Callable[[dict], dict | list | None]) -> Notebook:
    """Return a copy in which ``change`` replaced every cell: by a cell, by a list of cells, or by nothing (None)."""
    result = copy.deepcopy(notebook)
    cells: list[dict] = []
    for cell in result["cells"]:
        new = change(cell)
        cells += new if isinstance(new, list) else [] if new is None else [new]
    result["cells"] = cells
    return result


def grade_id(cell: dict) -> str:
    """Return a cell's grade_id, "" if it has none."""
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def is_test(cell: dict) -> bool:
    """Return whether a cell is a test cell by nbgrader's marks."""
    marks = cell["metadata"].get("nbgrader", {})
    return bool(marks.get("grade")) and not marks.get("solution")


def code(source: str, **metadata: Any) -> dict:
    """Return a code cell."""
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def scratch(source: str, **metadata: Any) -> dict:
    """Return a code cell that a student added."""
    return code(source, **metadata)


# ---- what happens to notebooks


def without(notebook: Notebook, *ids: str) -> Notebook:
    """Delete the cells with these grade_ids."""
    return each(notebook, lambda c: None if grade_id(c) in ids else c)


def without_tests(notebook: Notebook) -> Notebook:
    """Delete every test cell."""
    return each(notebook, lambda c: None if is_test(c) else c)


def doubled(notebook: Notebook, *ids: str) -> Notebook:
    """Duplicate the cells with these grade_ids, as copy and paste does."""
    return each(notebook, lambda c: [c, copy.deepcopy(c)] if grade_id(c) in ids else c)


def without_metadata(notebook: Notebook) -> Notebook:
    """Lose every mark on every cell, and the cells' ids."""

    def strip(cell: dict) -> dict:
        cell["metadata"] = {}
        cell.pop("id", None)
        return cell

    return each(notebook, strip) | {"nbformat": 4, "nbformat_minor": 4}


def by_colab(notebook: Notebook) -> Notebook:
    """Save as Colab does: ids in the metadata, format 4.0, no nbgrader marks on some cells, sources as lines."""

    def colab(cell: dict) -> dict:
        kept = {k: v for k, v in cell["metadata"].items() if k == "nbgrader"}
        cell["metadata"] = {"id": cell.pop("id", "x"), "outputId": "3f1c-9a", **kept}
        cell["source"] = cell["source"].splitlines(keepends=True)
        return cell

    saved = each(notebook, colab)
    saved["metadata"] = {
        "colab": {"provenance": [], "toc_visible": True},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
    }
    return saved | {"nbformat": 4, "nbformat_minor": 0}


def by_vscode(notebook: Notebook) -> Notebook:
    """Save as VS Code does: its own metadata, new ids, sources as lines."""

    def vscode(cell: dict) -> dict:
        cell["metadata"]["vscode"] = {"languageId": "python"}
        cell["id"] = f"{abs(hash(str(cell['source']))) % 16**8:08x}"
        cell["source"] = cell["source"].splitlines(keepends=True)
        return cell

    return each(notebook, vscode)


def with_format(notebook: Notebook, minor: int) -> Notebook:
    """Save in nbformat 4.``minor``; cells have ids from 4.5 on."""
    saved = each(notebook, lambda c: c if minor >= 5 else {k: v for k, v in c.items() if k != "id"})
    return saved | {"nbformat": 4, "nbformat_minor": minor}


def with_mark(notebook: Notebook, id_: str, **marks: Any) -> Notebook:
    """Edit nbgrader's marks on the cell with this grade_id."""

    def edit(cell: dict) -> dict:
        if grade_id(cell) == id_:
            cell["metadata"]["nbgrader"].update(marks)
        return cell

    return each(notebook, edit)


def with_source(notebook: Notebook, id_: str, source: str) -> Notebook:
    """Replace the text of the cell with this grade_id or id."""
    return each(notebook, lambda c: c | {"source": source} if id_ in (grade_id(c), c.get("id")) else c)


def with_type(notebook: Notebook, id_: str, kind: str) -> Notebook:
    """Turn the cell with this grade_id into another type."""

    def turn(cell: dict) -> dict:
        if grade_id(cell) != id_:
            return cell
        rest = {k: v for k, v in cell.items() if k not in ("outputs", "execution_count")}
        return rest | {"cell_type": kind} | ({"outputs": [], "execution_count": None} if kind == "code" else {})

    return each(notebook, turn)


def emptied_tests(notebook: Notebook) -> Notebook:
    """Empty every test cell."""
    return each(notebook, lambda c: c | {"source": ""} if is_test(c) else c)


def split(notebook: Notebook, id_: str, before: str) -> Notebook:
    """Split a cell in two before the line that begins with ``before``, as JupyterLab does: both keep the marks."""

    def cut(cell: dict) -> list[dict] | dict:
        if grade_id(cell) != id_:
            return cell
        lines = cell["source"].splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith(before))
        return [cell | {"source": "\n".join(lines[:at])}, copy.deepcopy(cell) | {"source": "\n".join(lines[at:])}]

    return each(notebook, cut)


def moved(notebook: Notebook, id_: str, to: int) -> Notebook:
    """Move the cell with this grade_id to another position."""
    result = copy.deepcopy(notebook)
    cell = next(c for c in result["cells"] if grade_id(c) == id_)
    result["cells"].remove(cell)
    result["cells"].insert(to, cell)
    return result


def with_added(notebook: Notebook, after: str, *cells: dict) -> Notebook:
    """Add cells below the one with this grade_id or id."""
    return each(notebook, lambda c: [c, *copy.deepcopy(list(cells))] if after in (grade_id(c), c.get("id")) else c)


def with_import_added(notebook: Notebook) -> Notebook:
    """Edit the first given code cell: the student adds an import."""
    done = []

    def add(cell: dict) -> dict:
        if cell["cell_type"] == "code" and not done:
            done.append(True)
            return cell | {"source": cell["source"] + "\nimport math"}
        return cell

    return each(notebook, add)


#: Files that are no notebook: name to bytes.
UNREADABLE: dict[str, bytes] = {
    "truncated": b'{"cells": [{"cell_type": "code", "source": ["x = 1',
    "empty": b"",
    "a web page": b"<!DOCTYPE html><html><body>Sign in to continue</body></html>",
    "a list": b"[1, 2]",
    "null cells": b'{"cells": null, "nbformat": 4}',
    "cells of null": b'{"cells": [null, 3, "x"], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
    "NUL bytes": b"\0" * 4096,
    "nested brackets": b"[" * 100_000,
    "a PDF": b"%PDF-1.7\n...",
    "random bytes": bytes(range(256)) * 8,
}
