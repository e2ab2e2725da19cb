"""What a student and an instructor see of a graded notebook: the autograded notebook and its outputs.

Hidden checks show title, points, result and a literal hint; never their text, values or messages. What the
student's code showed is reduced to text and PNG.
"""

from __future__ import annotations

import copy
import json
import re
import textwrap

import nbformat
from nbformat import NotebookNode

from course_lib.checks.frame import LEFT
from course_lib.grading.grade import CellResult, Result, unanswered
from course_lib.grading.repair.rebuild import Repaired, RepairedCell
from course_lib.grading.spec import NotebookSpec, SpecCell

ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
MAX_TEXT, WIDTH = 20_000, 96
#: Characters of a student's cells that are shown, of one and of a whole notebook: nbconvert takes time that grows with
#: the square of a long text. Longer markdown is shown as it was typed.
MAX_CODE, MAX_ALL_CODE, MAX_LINE = 50_000, 400_000, 1_000
MAX_MARKDOWN, MAX_ALL_MARKDOWN = 8_000, 60_000


def autograded(spec: NotebookSpec, repaired: Repaired, result: Result) -> NotebookNode:
    """Return the notebook for autograded/: the student's cells, the checks' verdicts, and what was repaired.

    nbgrader reads the marks from it: a test cell with an error output has 0 points, any other its full points.
    """
    notebook = nbformat.v4.new_notebook()
    notebook.metadata = copy.deepcopy(spec.release.metadata)
    released = {c.id: c for c in spec.release.cells}
    used: set[str] = set()
    cells = [_summary(spec, repaired, result)]
    room = {"code": MAX_ALL_CODE, "markdown": MAX_ALL_MARKDOWN}
    for position, cell in enumerate(repaired.cells):
        built = _cell(cell, position, result, room)
        built.id = f"cell-{position + 1}"  # not by chance: the same work gives the same notebook
        if cell.spec is not None and cell.spec.id not in used and _is_last(repaired, position):
            used.add(cell.spec.id)
            built.id = cell.spec.id
            built.metadata = copy.deepcopy(released[cell.spec.id].metadata)
            built.metadata.pop("tags", None)
        cells.append(built)
    notebook.cells = cells
    return notebook


def written(notebook: NotebookNode) -> str:
    """Return a notebook as text, a cell a line.

    nbformat checks and copies all of it and indents it in Python, which takes longer than most tests.
    """
    line = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
    rest = {name: value for name, value in notebook.items() if name != "cells"}
    cells = ",\n".join(line(cell) for cell in notebook.cells)
    return f'{{"cells": [\n{cells}\n],\n{line(rest)[1:-1]}}}\n'


def _is_last(repaired: Repaired, position: int) -> bool:
    id_ = repaired.cells[position].spec.id
    return not any(c.spec is not None and c.spec.id == id_ for c in repaired.cells[position + 1 :])


def _cell(cell: RepairedCell, position: int, result: Result, room: dict[str, int]) -> NotebookNode:
    if cell.origin == "release":
        source = cell.source
    elif cell.kind == "code":
        source = short_code(plain(cell.source, min(MAX_CODE, room["code"])))
        room["code"] -= min(len(source), room["code"])
    else:
        source = harmless_markdown(plain(cell.source, MAX_CODE), min(MAX_MARKDOWN, room["markdown"]))
        room["markdown"] -= min(len(source), room["markdown"])
    if cell.kind != "code":
        return _markdown(source)
    outputs: list[NotebookNode] = []
    if cell.spec is not None and cell.spec.is_test:
        outputs = verdict_outputs(cell.spec, result.tests[cell.spec.id])
    elif position in result.runs:
        outputs = _run_outputs(result.runs[position])
    return NotebookNode(cell_type="code", metadata={}, source=source, execution_count=None, outputs=outputs)


# nbformat's own constructors check each part against the schema as they go, which takes longer than a test.


def _markdown(source: str) -> NotebookNode:
    return NotebookNode(cell_type="markdown", metadata={}, source=source)


def _printed(text: str) -> NotebookNode:
    return NotebookNode(output_type="stream", name="stdout", text=text)


def _shown(data: dict[str, str]) -> NotebookNode:
    return NotebookNode(output_type="display_data", data=data, metadata={})


def _raised(kind: str, message: str, trace: str) -> NotebookNode:
    return NotebookNode(output_type="error", ename=kind, evalue=message, traceback=trace.split("\n"))


def verdict_outputs(cell: SpecCell, test: CellResult) -> list[NotebookNode]:
    """Return the outputs of a test cell: a line of text if it passed, an error that says why if not."""
    head = f"{cell.title}: {test.points:g} of {test.max_points:g} points"
    if test.passed:
        return [_printed(f"✓ {head}\n")]
    lines = [f"✗ {head}"]
    if cell.role == "hidden":
        lines += _hidden_lines(cell, test)
    else:
        if test.reason:
            lines.append(f"  {test.reason[0].upper()}{test.reason[1:]}.")
        if not test.reason.startswith("the "):
            lines += [
                f"  {'✓' if message is None else '✗'} {title}" + _indented(message) for title, message in test.results
            ]
        if test.output.strip():
            lines += ["  Your code printed:", *("    " + line for line in test.output.splitlines()[:20])]
    text = plain("\n".join(_wrapped(line) for line in lines))
    return [_raised("CheckFailed", plain(cell.title), text)]


def _wrapped(text: str) -> str:
    """Return text whose long lines are broken at spaces: a page does not break them, and hides their ends."""
    done = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        done += (
            textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
            if len(line) > WIDTH
            else [line]
        )
    return "\n".join(done)


def _hidden_lines(cell: SpecCell, test: CellResult) -> list[str]:
    """Return what may be said of a failed hidden check: that it failed, in which of a few ways, and its hint."""
    lines = []
    if test.reason.startswith(("the answer's cell", "the blank", "the line")):
        lines.append(f"  {test.reason[0].upper()}{plain(test.reason[1:], 300)}.")
    elif unanswered(test.results, test.reason):
        lines.append(f"  The answer still ends at a line {LEFT}.")
    elif any("is not defined" in (message or "") for _, message in test.results):
        lines.append("  A name that the check uses is not defined.")
    elif test.reason and not test.results:
        lines.append(f"  {_public_reason(test.reason)}")
    return [*lines, f"  Hint: {cell.hint}"] if cell.hint else lines


#: What may be said of a hidden check that gave no result: nothing that a submission could have written.
SAID = {
    "the test took too long": "It took too long.",
    "the time was up": "It took too long.",
    "the submission took too long as a whole:": (
        "The submission took too long: it leaves files or processes behind when tested, and ran again each time."
    ),
    "the submission took too long as a whole": "The submission took too long as a whole.",
    "there was no process to test": "There was no process to test.",
    "the student's process ended": "Your code ended the Python process.",
    "the grader failed": "The grader failed; tell your instructor.",
    "it was not run": "It was not run.",
}


def _public_reason(reason: str) -> str:
    """Return a reason in words of ours alone: a message could carry what a hidden check called with."""
    return next((said for start, said in SAID.items() if reason.startswith(start)), "Your code raised an error.")


def _indented(message: str | None) -> str:
    return "".join(f"\n      {line}" for line in (message or "").splitlines())


def _run_outputs(run: dict) -> list[NotebookNode]:
    outputs = []
    text = run["stdout"] + (("\n" if run["stdout"] else "") + run["stderr"] if run["stderr"] else "")
    if text.strip():
        outputs.append(_printed(plain(text)))
    for shown, png in run["display"]:
        data = {"text/plain": plain(shown)} | ({"image/png": png} if png else {})
        outputs.append(_shown(data))
    for png in run["figures"]:
        outputs.append(_shown({"image/png": png, "text/plain": "<Figure>"}))
    if run["undrawn"]:
        plots = "1 plot" if run["undrawn"] == 1 else f"{run['undrawn']} plots"
        text = f"({plots} not drawn when graded: no mark depends on it)\n"
        outputs.append(_printed(text))
    if run["error"]:
        kind, message, trace = (plain(part, 4_000) for part in run["error"])
        outputs.append(_raised(kind, message, trace))
    if run["died"]:
        outputs.append(_printed(f"({plain(run['died'])})\n"))
    return outputs


def plain(text: str, limit: int = MAX_TEXT) -> str:
    """Return text without terminal codes and control characters, of at most ``limit`` characters."""
    text = text.encode("utf-8", "replace").decode()  # a lone surrogate cannot be written
    text = CONTROL.sub("", ANSI.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return text if len(text) <= limit else text[:limit] + f"\n… {len(text) - limit} more characters"


#: What formulas may not use in a page that others open: links, styles, macros that put names together.
TEX = r"href|url|style|class|cssId|data|html\w*|mmlToken|bbox|require|csname|unicode|toggle|mathtip|texttip|action"


def short_code(source: str) -> str:
    """Return code without space at the ends of its lines, and with long lines cut: it is coloured when it is shown."""
    lines = [line.rstrip() for line in source.split("\n")]
    more = "… {} more characters"
    return "\n".join(s if len(s) <= MAX_LINE else s[:MAX_LINE] + more.format(len(s) - MAX_LINE) for s in lines)


def harmless_markdown(text: str, most: int = MAX_MARKDOWN) -> str:
    """Return a student's markdown with HTML shown as text, and no script or picture from elsewhere.

    ``<`` in formulas reads the same. A text of more than ``most`` characters is shown as it was typed.
    """
    if len(text) > most:
        return "\n".join(f"    {line}" for line in ["(long: shown as it was typed)", "", *text.split("\n")])
    # A link's address is unescaped twice when it is rendered: what would be a character's name is broken first.
    text = re.sub(r"&(?=#?\w+;)", "&\u200b", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("![", "!\u200b[")
    text = re.sub(rf"\\(?=(?:{TEX})(?![A-Za-z]))", "\\\\\u200b", text)
    return re.sub(r"(javascript|data|vbscript|blob|file)([\s\\]*:)", "\\1\u200b\\2", text, flags=re.I)


def _summary(spec: NotebookSpec, repaired: Repaired, result: Result) -> NotebookNode:
    """Return the first cell: the marks a question, and what was repaired."""
    lines = [f"**How `{spec.name}` was graded**", "", "| question | points | of |", "|:---|---:|---:|"]
    for question, (got, most, manual) in by_question(spec, result).items():
        machine = (f"{got:g}", f"{most:g}") if most else ("", "")
        by_hand = f"{'+ ' if most else ''}{manual:g} by hand" if manual else ""
        lines.append(f"| {question} | {machine[0]} | &emsp;{machine[1]} {by_hand} |")
    notes = [*([repaired.unreadable] if repaired.unreadable else []), *repaired.notes, *result.notes]
    if notes:
        lines += ["", "What was repaired or went wrong:", ""]
        one_line = [" ".join(plain(note, 500).split()) for note in notes]
        lines += [f"- {harmless_markdown(note).replace(chr(96), chr(39))}" for note in one_line]
    cell = _markdown("\n".join(lines))
    cell.id = "how-this-was-graded"
    return cell


def by_question(spec: NotebookSpec, result: Result) -> dict[str, tuple[float, float, float]]:
    """Return (points earned, machine-graded points, points by hand) of each question, in order."""
    table: dict[str, tuple[float, float, float]] = {}
    for cell in spec.graded:
        got, most, manual = table.get(cell.question, (0.0, 0.0, 0.0))
        if cell.is_test:
            table[cell.question] = (got + result.tests[cell.id].points, most + cell.points, manual)
        else:
            table[cell.question] = (got, most, manual + cell.points)
    return table
