"""Finds words of a student's that may be a written answer, where the answer's own cell was left as it was released."""

from __future__ import annotations

import re

from course_lib.grading.repair.reading import HandedCell

LEAST_WORDS = 6
IN_CODE = 20  # in the answer's own code, where comments are usual
QUOTED = re.compile(r"\"\"\"(.*?)\"\"\"|'''(.*?)'''|\"([^\"\n]*)\"|'([^'\n]*)'", re.S)


def may_be_an_answer(cell: HandedCell, released: str = "", least: int = LEAST_WORDS) -> bool:
    """Return whether a cell holds at least so many words, in its text, comments or a string, beyond the released."""
    known = {line.strip() for line in released.splitlines()}
    lines = [line for line in cell.source.splitlines() if line.strip() not in known]
    text = "\n".join(lines)
    if cell.kind == "code":
        comments = [line.partition("#")[2] for line in lines if line.lstrip().startswith("#")]
        quoted = ["".join(found) for found in QUOTED.findall(text)]
        return any(_words(part) >= least for part in (" ".join(comments), *quoted))
    return _words(text) >= least


def _words(text: str) -> int:
    return len(re.findall(r"[^\W\d_]{2,}", text))
