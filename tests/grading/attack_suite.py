"""Reads the attacks in ``attacks/`` and turns each into what a student would hand in.

An attack is a text of percent sections::

    # Tries: what it does, and why it could work.
    # Wins against: stock | none | both | nothing yet
    # Trace: how its success would show (harming)
    # Uses: class_folder         text of shared/ that stands before each cell that calls one of its functions
    # %% cell: q2_beale_f        replaces that question's blank
    # %% added: q1_minimum       a cell below the one with that id
    # %% file: numpy.py          a file handed in beside the notebook
    # %% notebook                Python of ours, run on the notebook `nb` itself
"""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass
from pathlib import Path

from course_lib.grading import samples
from course_lib.grading.spec import NotebookSpec

FOLDER = Path(__file__).parent / "attacks"
SECTION = re.compile(r"^# %% (cell|added|file|notebook)(?:: (\S+))?$", re.M)


@dataclass(frozen=True)
class Attack:
    """One attack: what it tries and the sections (kind, name, text) of what is handed in."""

    kind: str
    name: str
    tries: str
    wins_against: str
    sections: tuple[tuple[str, str, str], ...]


def load(kind: str) -> list[Attack]:
    """Return the attacks of one kind: forging, leaking or harming."""
    return [_read(kind, path) for path in sorted((FOLDER / kind).glob("*.py"))]


def _read(kind: str, path: Path) -> Attack:
    head, *rest = SECTION.split(path.read_text(encoding="utf-8"))
    sections = [(k, n or "", t.strip("\n") + "\n") for k, n, t in zip(rest[::3], rest[1::3], rest[2::3], strict=True)]
    fields = dict(re.findall(r"^# (Tries|Wins against|Trace|Uses): (.*(?:\n#   .*)*)$", head, re.M))
    if "Uses" in fields:
        shared = (FOLDER / "shared" / f"{fields['Uses'].strip()}.txt").read_text(encoding="utf-8")
        calls = re.compile("|".join(rf"\b{name}\(" for name in re.findall(r"^def (\w+)", shared, re.M)))
        sections = [(k, n, shared + t if calls.search(t) else t) for k, n, t in sections]
        if not any(text.startswith(shared) for _, _, text in sections):
            raise ValueError(f"{path}: nothing in it uses {fields['Uses']}")
    if not sections or "Tries" not in fields or "Wins against" not in fields:
        raise ValueError(f"{path}: expected '# Tries:', '# Wins against:' and at least one '# %%' section")
    return Attack(kind, path.stem, fields["Tries"], fields["Wins against"].strip(), tuple(sections))


def hand_in(attack: Attack, notebook: NotebookSpec) -> dict[str, bytes]:
    """Return the files that the attacker hands in: the blank release with the attack's sections applied."""
    nb, files = samples.released(notebook), {}
    for kind, name, text in attack.sections:
        if kind == "file":
            files[name] = text.encode()
        elif kind == "notebook":
            exec(compile(text, f"<{attack.name}>", "exec"), {"nb": nb, "copy": copy, "json": json})
        else:
            at = next(i for i, c in enumerate(nb["cells"]) if name in (c.get("id"), samples.grade_id(c)))
            if kind == "cell":
                nb["cells"][at]["source"] = text
            else:
                nb["cells"].insert(at + 1, samples.code(text))
    return files | {f"{notebook.name}.ipynb": samples.as_bytes(nb)}
