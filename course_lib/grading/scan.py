"""Finds what a task forbids, and what no answer needs, in a student's text, without running it: a flag, never a mark.

``forbids="torch.optim"`` on a solution cell names modules or their members. Reading text cannot prove that something
is not used; it finds what somebody writes who has not read the task, and points out what looks like hiding.
Some of what a check asks (whether a graph grew, whether weights are frozen) only the student's own process can tell:
who changes the libraries there, or looks into other code's frames, is pointed out as well.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Flag:
    """One place where a text uses, or names, what is forbidden."""

    cell: str
    line: int
    name: str
    text: str
    why: str = "uses or names {}, which the task forbids"

    def __str__(self) -> str:
        return f"{self.cell}, line {self.line}: {self.why.format(self.name)}: {self.text}"


#: What no answer of this course needs, and who tries to deceive a grader does.
SUSPICIOUS = (
    *("course_lib.remote", "course_lib.grading", "sys._getframe", "sys.settrace", "sys.setprofile", "sys.monitoring"),
    *("inspect.stack", "inspect.currentframe", "gc.get_objects", "gc.get_referrers", "ctypes"),
)
#: Libraries of which an answer changes nothing, but their switches.
LIBRARIES = {"torch", "numpy", "autograd", "sympy", "course_lib", "builtins", "sys.modules", "matplotlib.pyplot"}
SWITCHES = ("torch.backends.", "torch.set_")
#: What the notebooks' own first cells call libraries.
USUAL = {
    **{"np": "numpy", "anp": "autograd.numpy", "sp": "sympy", "plt": "matplotlib.pyplot"},
    **{name: f"course_lib.{name}" for name in ("checks", "tensors", "encoders", "pictures", "datasets", "plotting")},
}


def suspicious(source: str, cell: str) -> list[Flag]:
    """Return where ``source`` reaches for what no answer needs, or replaces a part of a library."""
    why = "uses or names {}, which no answer needs"
    found = [replace(flag, why=why) for flag in forbidden(source, SUSPICIOUS, cell)]
    lines = source.splitlines()
    for line, name in _replaced(source):
        if any(f"{name}.".startswith(f"{one}.") for one in LIBRARIES) and not name.startswith(SWITCHES):
            found.append(Flag(cell, line, name, lines[line - 1].strip()[:120], "replaces {} for all that runs later"))
    return sorted(found, key=lambda flag: flag.line)


def _replaced(source: str) -> list[tuple[int, str]]:
    """Return (line, dotted name) of attributes and entries that a text assigns to, by the module's own name."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    aliases = USUAL | _aliases(tree)
    found = []
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) else []:
            for one in target.elts if isinstance(target, ast.Tuple | ast.List) else [target]:
                dotted = _dotted(one.value if isinstance(one, ast.Subscript) else one)
                first, _, rest = dotted.partition(".")
                name = f"{aliases.get(first, first)}.{rest}" if rest else aliases.get(first, first)
                if isinstance(one, ast.Attribute) or name == "sys.modules":
                    found.append((one.lineno, name))
    return found


def forbidden(source: str, names: tuple[str, ...], cell: str) -> list[Flag]:
    """Return where ``source`` uses or names one of the dotted ``names``; one flag a line and name."""
    if not names:
        return []
    lines = source.splitlines()
    found: dict[tuple[int, str], Flag] = {}
    for line, used in _uses(source):
        for name in names:
            if used == name or used.startswith(name + "."):
                text = lines[line - 1].strip()[:120] if line <= len(lines) else ""
                found.setdefault((line, name), Flag(cell, line, name, text))
    return sorted(found.values(), key=lambda flag: flag.line)


def _uses(source: str) -> list[tuple[int, str]]:
    """Return (line, dotted name) of what a text imports, reaches through attributes, or names in a string."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        # A magic, or no Python: any dotted name counts.
        return [(n, w) for n, line in enumerate(source.splitlines(), 1) for w in re.findall(r"[A-Za-z_][\w.]*", line)]
    aliases = _aliases(tree)
    uses: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            uses += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                uses.append((node.lineno, f"{node.module}.{alias.name}" if alias.name != "*" else node.module))
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and id(node) not in inner:
            dotted = _dotted(node)
            if dotted:
                first, _, rest = dotted.partition(".")
                uses.append((node.lineno, aliases.get(first, first) + (f".{rest}" if rest else "")))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 200:
            uses += [(node.lineno, word) for word in re.findall(r"[A-Za-z_]\w*(?:\.\w+)+", node.value)]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "getattr" and len(node.args) > 1:
            whole, part = _dotted(node.args[0]), getattr(node.args[1], "value", None)
            if whole and isinstance(part, str):
                first, _, rest = whole.partition(".")
                uses.append((node.lineno, ".".join(filter(None, [aliases.get(first, first), rest, part]))))
    return uses


def _aliases(tree: ast.AST) -> dict[str, str]:
    """Return what a text calls the modules and members that it imports."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _dotted(node: ast.AST) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""
