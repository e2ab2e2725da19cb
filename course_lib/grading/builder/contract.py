"""What the checks of a question use of a student's answer, computed from the test cells."""

from __future__ import annotations

import ast
import builtins
import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from course_lib.grading.builder.text import Cell
from course_lib.grading.course import CourseError

#: Modules a test cell may use without importing them: the build adds the import.
STANDARD_IMPORTS = {
    "np": "import numpy as np",
    "torch": "import torch",
    "sp": "import sympy as sp",
    "checks": "from course_lib import checks",
    "tensors": "from course_lib import tensors",
    "encoders": "from course_lib import encoders",
    "pictures": "from course_lib import pictures",
    "datasets": "from course_lib import datasets",
    "standins": "from course_lib import standins",
    "Image": "from PIL import Image",
}
COMMENT = re.compile(r"^# (?P<names>\w+(?:, \w+)*) : (?P<text>.+)$", re.M)
ATTRIBUTE = re.compile(r"^\s*(?P<names>\w+(?:, \w+)*) : (?P<text>.+)$")


_PARSING = threading.Lock()


@dataclass(frozen=True)
class Entry:
    """One line of a contract: how a name is written, and what the checks expect of it."""

    usage: str
    text: str


def parse(code: str) -> ast.Module:
    """Return the syntax tree of ``code``, one at a time: Python 3.11 miscounts when two threads parse at once."""
    with _PARSING:
        return ast.parse(code)


def free_names(code: str) -> set[str]:
    """Return the names that ``code`` reads, does not bind itself, and that are no built-ins."""
    tree = parse(code)
    return read_names(tree) - bound_names(tree) - set(dir(builtins))


def read_names(tree: ast.AST) -> set[str]:
    """Return every name that the tree reads, at any depth, whether or not it binds it too."""
    return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def bound_names(tree: ast.AST) -> set[str]:
    """Return every name that the tree binds, at any depth: assignments, arguments, definitions, imports."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            found.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(a.asname or a.name).split(".")[0] for a in node.names}
        elif isinstance(node, ast.ExceptHandler) and node.name:
            found.add(node.name)
    return found


def top_level_names(code: str) -> set[str]:
    """Return the names that a cell binds at its top level (functions, classes, assignments)."""
    return set(ordered_names(code))


def ordered_names(code: str) -> list[str]:
    """Return the names that a cell binds at its top level, statement by statement. Raises SyntaxError."""
    names: list[str] = []
    for node in parse(code).body:
        names += sorted(bound_names(_Hollow().visit(node)))
    return names


class _Hollow(ast.NodeTransformer):
    """Takes out of a statement what has names of its own: bodies, arguments, lambdas, comprehensions."""

    def _named(self, node: Any) -> ast.AST:
        return ast.ClassDef(node.name, [], [], [], [])

    def _nothing(self, node: ast.AST) -> ast.AST:
        walrus = [n.target for n in ast.walk(node) if isinstance(n, ast.NamedExpr)]
        return ast.Tuple([] if isinstance(node, ast.Lambda) else walrus, ast.Load())

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = _named
    visit_Lambda = visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _nothing


def without_magics(code: str) -> str:
    """Return the text of a cell with ``pass`` in the place of each line for IPython or the shell alone."""
    return re.sub(r"^([ \t]*)[%!].*$", r"\1pass", code, flags=re.M)


def imported(code: str) -> set[str]:
    """Return the modules that ``code`` imports; what follows ``from … import`` may be one too."""
    try:
        tree = parse(without_magics(code))
    except SyntaxError:
        return set()
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names if alias.name != "*")}
    return found


def used_names(tests: list[Cell]) -> list[str]:
    """Return the student's names that the test cells use, sorted."""
    names: set[str] = set()
    for cell in tests:
        names |= free_names(cell.source) - set(STANDARD_IMPORTS)
    return sorted(names)


def used_attributes(tests: list[Cell], classes: set[str]) -> dict[str, set[str]]:
    """Return, by class, the attributes that the tests use of objects made from it."""
    used: dict[str, set[str]] = {name: set() for name in classes}
    for cell in tests:
        tree = ast.parse(cell.source)
        made = {}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Assign)
                and isinstance(node.value, ast.Call)
                and isinstance(node.value.func, ast.Name)
            ):
                for target in node.targets:
                    if isinstance(target, ast.Name) and node.value.func.id in classes:
                        made[target.id] = node.value.func.id
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in made:
                used[made[node.value.id]].add(node.attr)
    return used


def contract(question: str, solution: Cell, tests: list[Cell], earlier: Iterable[str] = ()) -> list[Entry]:
    """Return the contract of a question: every name its tests use, with signature, types, shapes and units.

    They are read from the solution cell: a function's ``Returns``, a class's ``Attributes``, and for a plain name
    a comment ``# name : what it is``. A name of an ``earlier`` question is in that one's contract.

    Raises
    ------
    CourseError
        If a test uses a name or an attribute that no solution cell up to this one defines or describes.
    """
    tree = ast.parse(solution.source)
    defined = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    comments = {name: m["text"] for m in COMMENT.finditer(solution.source) for name in m["names"].split(", ")}
    names = used_names(tests)
    classes = {n for n in names if isinstance(defined.get(n), ast.ClassDef)}
    attributes = used_attributes(tests, classes)
    entries: list[Entry] = []
    for name in sorted(names, key=lambda n: solution.source.find(n)):
        node = defined.get(name)
        if isinstance(node, ast.FunctionDef):
            entries.append(Entry(_signature(name, node.args), _section(node, "Returns", question)))
        elif isinstance(node, ast.ClassDef):
            init = next((n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"), None)
            entries.append(Entry(_signature(name, init.args, skip=1) if init else name, "class"))
            entries += _described(node, attributes[name], question)
        elif name in comments:
            entries.append(Entry(name, comments[name]))
        elif name not in earlier:
            raise CourseError(
                f"{question}: its tests use {name!r}, which its solution cell neither defines with a "
                f"docstring nor describes in a comment '# {name} : …'"
            )
    return entries


def _signature(name: str, args: ast.arguments, skip: int = 0) -> str:
    args = ast.parse(f"lambda {ast.unparse(args)}: 0").body[0].value.args  # a copy
    args.args = args.args[skip:]
    return f"{name}({ast.unparse(args)})"


def _section(node: ast.FunctionDef | ast.ClassDef, title: str, question: str) -> str:
    lines = (ast.get_docstring(node) or "").splitlines()
    for i, line in enumerate(lines):
        if line.strip() == title and i + 2 < len(lines) and set(lines[i + 1].strip()) == {"-"}:
            return lines[i + 2].strip()
    raise CourseError(f"{question}: the docstring of {node.name} has no section {title!r}")


def _described(node: ast.ClassDef, used: set[str], question: str) -> list[Entry]:
    lines = (ast.get_docstring(node) or "").splitlines()
    start = next((i for i, line in enumerate(lines) if line.strip() == "Attributes"), len(lines))
    found: dict[str, tuple[str, str]] = {}
    for line in lines[start + 2 :]:
        match = ATTRIBUTE.match(line)
        if match:
            for name in match["names"].split(", "):
                found[name] = (", ".join(f".{n}" for n in match["names"].split(", ")), match["text"])
    missing = sorted(used - set(found))
    if missing:
        raise CourseError(
            f"{question}: its tests use {', '.join('.' + m for m in missing)} of {node.name}, which the "
            "section Attributes of its docstring does not describe"
        )
    return [Entry(*pair) for pair in dict.fromkeys(pair for name, pair in found.items() if name in used)]


def as_markdown(entries: list[Entry]) -> str:
    """Return a contract as the table that stands in the question's statement."""
    rows = [f"| `{e.usage}` | {e.text.replace('|', chr(92) + '|')} |" for e in entries]
    return "\n".join(["**The checks use**", "", "| name | what it is |", "|:---|:---|", *rows])
