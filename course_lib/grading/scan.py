"""Finds what a task forbids in a student's text, without running it: a flag for the instructor, never a mark.

``forbids="torch.optim"`` on a solution cell names modules or their members. Reading text cannot prove that something
is not used; it finds what somebody writes who has not read the task, and points out what looks like hiding.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Flag:
    """One place where a text uses, or names, what is forbidden."""

    cell: str
    line: int
    name: str
    text: str

    def __str__(self) -> str:
        return f"{self.cell}, line {self.line}: uses or names {self.name}, which the task forbids: {self.text}"


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
    aliases: dict[str, str] = {}
    uses: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                aliases[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
                uses.append((node.lineno, alias.name))
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
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


def _dotted(node: ast.AST) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""
