"""Says in words why the cell of an answer did not run to its end, and what to do about it."""

from __future__ import annotations

import re
from typing import Any

#: Why a test of an unanswered question failed.
BLANK = "the blank is still empty"
STANDS = "the line raise NotImplementedError() still stands in the answer, and ends it there: delete it"
NOT_INSTALLED = "(not installed where this is graded: "  # what a cell prints that imports a package which is not here
#: Cell magics after which none of the cell's names remain, in Jupyter neither.
NO_NAMES = re.compile(r"\s*%%(timeit|memit|bash|sh|shell|script|html|markdown|latex|javascript|js|writefile|file)\b")
#: Lines in a cell that are no Python, and what to do about them.
NO_PYTHON = {
    r"^(<{7}|={7}|>{7})": "Git's conflict markers (<<<<<<<) stand in the cell: keep one of the two versions",
    r"^\s*```": "``` is no Python: delete these lines",
}
#: Characters that Python's own message names, and what to type.
CHARACTERS = {
    "[“”„‘’´]": "type quotation marks as \" or ': these came from a text processor",
    "[−–×·²³]": "a formula's own signs (− × ²) are no Python: type - * **2",
    "U\\+00A0": "a space copied from a web page is no space for Python: type it again",
}


def elsewhere(source: str, outcome: dict[str, Any]) -> str:
    """Return what a cell of the student's uses that only makes sense where they worked; "" if nothing.

    Colab's own modules, shell commands, installing packages.
    """
    if re.search(r"^[ \t]*(from|import)[ \t]+google\.colab\b", source, re.M):
        return "the module google.colab"
    command = re.search(r"^[ \t]*(!|%pip\b|%conda\b|%%(?:bash|sh|shell)\b)(.*)", source, re.M)
    return f"the command {(command[1] + command[2]).strip()[:60]!r}" if command else ""


def not_installed(outcome: dict[str, Any]) -> list[str]:
    """Return the packages that a cell imports and that are not here."""
    return sorted(set(re.findall(rf"^{re.escape(NOT_INSTALLED)}(\w+)\)$", outcome["stdout"], re.M)))


def why_broken(run: dict[str, Any], source: str, released: bool) -> str:
    """Return why the cell of an answer gave nothing; "" if it ran to its end and its names remain.

    Parameters
    ----------
    run : dict
        What the cell did, see :meth:`course_lib.grading.judge.session.Submission.run`.
    released : bool
        Whether the cell is as it was released.
    """
    if run["died"]:
        return f"the answer's {run['died'].removeprefix('the ')}"
    magic = NO_NAMES.match(source)
    if magic:
        return f"the answer's cell begins with %%{magic[1]}, after which none of its names remain: delete that line"
    if not run["error"]:
        return ""
    kind, message, trace = run["error"]
    if kind == "NotImplementedError" and (released or not message):
        inside = re.findall(r"^  line \d+, in (\w+):", trace, re.M)  # another blank than this one
        if inside:
            return f"the answer's cell calls {inside[-1]}, whose blank is still empty"
        return BLANK if released else STANDS
    advice = _advice(kind, message, source)
    said = " ".join(message.split())[:200].rstrip(".")
    return f"the answer's cell raised {kind}" + (f": {said}" if said else "") + (f"; {advice}" if advice else "")


def _advice(kind: str, message: str, source: str) -> str:
    """Return what to do about an error whose own words do not say it; "" if they do."""
    if kind == "EOFError" and message in ("", "EOF when reading a line"):
        return "nobody can type when it is graded: set the value in the cell"
    if kind == "SyntaxError":
        found = [advice for words, advice in NO_PYTHON.items() if re.search(words, source, re.M)]
        if message.startswith("invalid") and "character" in message:
            found += [advice for signs, advice in CHARACTERS.items() if re.search(signs, message.split(" (line")[0])]
        if message.startswith("incomplete input"):
            found.append("a bracket or a text that was opened is not closed")
        return found[0] if found else ""
    if kind == "ModuleNotFoundError":
        return "it is not installed where notebooks are graded: use what the notebook's first cells import"
    if kind == "BdbQuit":
        return "take breakpoint() out of it"
    if kind == "FileNotFoundError":
        return "files and folders of yours are not there when it is graded"
    return ""
