"""Tells what a student wrote into the cell of a check from the check itself."""

from __future__ import annotations

import ast

from course_lib.grading.builder.contract import parse, without_magics


def around_check(source: str, released: str = "") -> tuple[str, str]:
    """Return what stands above and below the check in a cell's text, without the check.

    The check is any ``with checks.question(…)`` at the top level, as it was or edited, and what the ``released`` cell
    says word for word. Without one all is above. Two empty texts if the cell does not parse.
    """
    try:
        theirs = parse(without_magics(source)).body
        known = {ast.dump(node) for node in parse(released).body}
        return _around(theirs, known, source.splitlines())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "", ""


def without_check(source: str) -> str:
    """Return the text of an answer's cell without a check that stands in it too, else as it is."""
    if "checks.question" not in source:
        return source
    try:
        if not any(_is_check(node) for node in parse(without_magics(source)).body):
            return source
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
    return "\n".join(filter(None, around_check(source)))


def _around(theirs: list[ast.stmt], known: set[str], lines: list[str]) -> tuple[str, str]:
    checks = [i for i, node in enumerate(theirs) if _is_check(node)]
    first = checks[0] if checks else len(theirs)
    parts: tuple[list[str], list[str]] = ([], [])
    for number, node in enumerate(theirs):
        if number not in checks and not isinstance(node, ast.Pass) and ast.dump(node) not in known:
            parts[number > first].append(_text(node, lines))
    return "\n".join(parts[0]), "\n".join(parts[1])


def _is_check(node: ast.stmt) -> bool:
    call = node.items[0].context_expr if isinstance(node, ast.With) else None
    return isinstance(call, ast.Call) and ast.unparse(call.func) == "checks.question"


def _text(node: ast.stmt, lines: list[str]) -> str:
    """Return a statement as it stands in the cell, or as Python writes it where others share its lines."""
    start = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
    text = "\n".join(lines[start - 1 : node.end_lineno])
    try:
        alone = [ast.dump(n) for n in parse(without_magics(text)).body] == [ast.dump(node)]
    except (SyntaxError, ValueError):
        alone = False
    return text if alone else ast.unparse(node)
