"""Reads the attacks in ``attacks/`` and turns each into what a student would hand in.

An attack is a text of percent sections::

    # Tries: what it does, and why it could work.
    # Wins against: stock | none   stock nbgrader or isolation = "none"; else: nothing
    # Trace: how its success would show (harming)
    # Uses: class_folder         text of shared/ that stands before each cell that calls one of its functions
    # Notebook: theory           the notebook of hw1_optimization that it attacks; else beale_adam
    # %% cell: q2_beale_f        replaces that question's blank
    # %% added: q1_minimum       a cell below the one with that id
    # %% file: numpy.py          a file handed in beside the notebook
    # %% notebook                Python of ours, run on the notebook `nb` itself; markdown(*texts) adds cells to it
"""

from __future__ import annotations

import base64
import contextlib
import copy
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat

from course_lib.grading import samples
from course_lib.grading.grade import test_step as step_of
from course_lib.grading.judge.process import Judge
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
    trace: str
    sections: tuple[tuple[str, str, str], ...]
    notebook: str = "beale_adam"

    @property
    def wins(self) -> bool:
        """Whether it wins where nothing holds it back. Else it tries our own protocol, and proves little."""
        return self.wins_against in ("stock", "none")


def load(kind: str) -> list[Attack]:
    """Return the attacks of one kind: forging, leaking or harming."""
    return [_read(kind, path) for path in sorted((FOLDER / kind).glob("*.py"))]


def _read(kind: str, path: Path) -> Attack:
    head, *rest = SECTION.split(path.read_text(encoding="utf-8"))
    sections = [(k, n or "", t.strip("\n") + "\n") for k, n, t in zip(rest[::3], rest[1::3], rest[2::3], strict=True)]
    fields = dict(re.findall(r"^# (Tries|Wins against|Trace|Uses|Notebook): (.*(?:\n#   .*)*)$", head, re.M))
    if "Uses" in fields:
        shared = (FOLDER / "shared" / f"{fields['Uses'].strip()}.txt").read_text(encoding="utf-8")
        calls = re.compile("|".join(rf"\b{name}\(" for name in re.findall(r"^def (\w+)", shared, re.M)))
        sections = [(k, n, shared + t if calls.search(t) else t) for k, n, t in sections]
        if not any(text.startswith(shared) for _, _, text in sections):
            raise ValueError(f"{path}: nothing in it uses {fields['Uses']}")
    if not sections or "Tries" not in fields or "Wins against" not in fields:
        raise ValueError(f"{path}: expected '# Tries:', '# Wins against:' and at least one '# %%' section")
    wins, trace = fields["Wins against"].strip(), fields.get("Trace", "")
    notebook = fields.get("Notebook", Attack.notebook).strip()
    return Attack(kind, path.stem, fields["Tries"], wins, trace, tuple(sections), notebook)


def hand_in(attack: Attack, notebook: NotebookSpec) -> dict[str, bytes]:
    """Return the files that the attacker hands in: the blank release with the attack's sections applied."""
    nb, files = samples.released(notebook), {}
    for kind, name, text in attack.sections:
        if kind == "file":
            files[name] = text.encode()
        elif kind == "notebook":
            names = {"nb": nb, "copy": copy, "json": json, "markdown": lambda *texts: _add_markdown(nb, texts)}
            exec(compile(text, f"<{attack.name}>", "exec"), names)
        else:
            at = next(i for i, c in enumerate(nb["cells"]) if name in (c.get("id"), samples.grade_id(c)))
            if kind == "cell":
                nb["cells"][at]["source"] = text
            else:
                nb["cells"].insert(at + 1, samples.code(text))
    return files | {f"{notebook.name}.ipynb": samples.as_bytes(nb)}


def elsewhere(attack: Attack, notebook: NotebookSpec) -> Attack | None:
    """Return the attack for another notebook, its cells at the first question there; None if it cannot go there.

    It can if it stands in one place: what it replaces then is of no question in particular.
    """
    kinds = {kind for kind, _, _ in attack.sections}
    if attack.notebook == notebook.name or not kinds <= {"cell", "added"}:
        return None
    first = next(c.id for c in notebook.cells if c.role == "solution")
    sections = tuple(("added", first, text) for _, _, text in reversed(attack.sections))
    return replace(attack, sections=sections, notebook=notebook.name)


def _add_markdown(nb: dict, texts: tuple[str, ...]) -> None:
    """Put markdown cells below the notebook's introduction."""
    for number, text in enumerate(texts):
        nb["cells"].insert(8, {"cell_type": "markdown", "id": f"added-{number}", "metadata": {}, "source": text})


# ---- what is hidden


def hidden_lines(beale: NotebookSpec) -> set[str]:
    """Return the lines of hidden tests that stand nowhere in the release."""
    blocks = [
        re.search(r"BEGIN HIDDEN TESTS\n(.*)### END", c.instructor, re.S) for c in beale.tests if c.role == "hidden"
    ]
    lines = {line.strip() for block in blocks for line in block[1].splitlines()}
    public = {line.strip() for c in beale.cells for line in c.released.splitlines()}
    return {line for line in lines - public if len(line) > 25 and not line.startswith("#")}


def hidden_values(beale: NotebookSpec, seed: str, judge: Judge | None = None) -> set[str]:
    """Return the numbers with which hidden tests call a student's functions in a campaign, as text."""
    record = """
import functools as _f, sys as _s, numpy as _n
if "torch" in _s.modules:
    _s.modules["torch"].set_printoptions(precision=12)
def _recorded(function):
    @_f.wraps(function)
    def call(*args, **kwargs):
        with _n.printoptions(precision=17, threshold=200):
            print(*[repr(a) for a in (*args, *kwargs.values())])
        return function(*args, **kwargs)
    return call
for _name in NAMES:
    if callable(globals().get(_name)):
        globals()[_name] = _recorded(globals()[_name])
"""
    names = sorted({n for t in beale.tests for n in t.names})
    solved = samples.solved(beale)
    steps = [
        {"do": "run", "id": "c", "source": c["source"], "figures": False}
        for c, known in zip(solved["cells"], beale.cells, strict=True)
        if known.kind == "code" and known.role in ("setup", "given", "solution")
    ]
    steps.append({"do": "run", "id": "record", "source": record.replace("NAMES", repr(names)), "figures": False})
    steps += [step_of(t, "plain") for t in beale.tests if t.role == "hidden"]
    with Judge("none") if judge is None else contextlib.nullcontext(judge) as one:
        outputs = [r["output"] for r in one.job(steps, seed) if "output" in r]
    text = "\n".join(c.released for c in beale.cells)
    return {n[:10] for o in outputs for n in re.findall(r"-?\d+\.\d{7,}", o)} - set(re.findall(r"-?\d+\.\d+", text))


def readable(path: Path) -> str:
    """Return all text of a graded notebook or page, that inside pictures too; any space is one blank."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".ipynb":
        parts = []
        for cell in nbformat.reads(text, as_version=4).cells:
            parts.append(cell.source if cell.cell_type == "markdown" else "")
            for output in cell.get("outputs", []):
                png = output.get("data", {}).get("image/png", "")
                parts += [json.dumps(output, ensure_ascii=False), base64.b64decode(png).decode("latin1")]
                parts += [
                    output.get("text", ""),
                    *output.get("traceback", []),
                    output.get("data", {}).get("text/plain", ""),
                ]
        return one_line("\n".join(parts))
    text = re.sub(r"<[^>]+>", "", text)
    for name, sign in (("quot", '"'), ("#39", "'"), ("lt", "<"), ("gt", ">"), ("amp", "&")):
        text = text.replace(f"&{name};", sign)
    return one_line(text)


def one_line(text: str) -> str:
    """Return a text as one line: pages break long lines."""
    return " ".join(text.split())
