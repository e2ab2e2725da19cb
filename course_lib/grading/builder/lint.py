"""What a build refuses in an authoring text, with file and cell."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path

from course_lib.grading.builder.contract import STANDARD_IMPORTS
from course_lib.grading.builder.text import Cell, parse_code, questions, stem_of

DELIMITER = re.compile(r"### (BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)\Z")
NEARLY = re.compile(r"(#|=)+\s*(BEGIN|END)\b.*|.*\b(BEGIN|END)[ _-]*(SOLUTION|HIDDEN|TEST|MARK)", re.I)
#: Comparisons that pass empty arrays, NaN or objects that claim to equal everything.
FORBIDDEN = {
    "allclose",
    "isclose",
    "array_equal",
    "array_equiv",
    "assert_allclose",
    "assert_array_equal",
    "assert_almost_equal",
    "approx",
    "equal_nan",
    "zip",
    "isinstance",
    "hasattr",
    "getattr",
    "eval",
    "exec",
}


def lint(path: Path, cells: list[Cell], answers: Path | None = None) -> list[str]:
    """Return what is wrong with an authoring text; an empty list if nothing.

    Parameters
    ----------
    answers : Path, optional
        The folder ``tests/answers/<assignment>``: every machine-graded question needs its file there.
    """
    problems = _names(path, cells)
    for number, cell in enumerate(cells, 1):
        where = f"{path.name}, cell {number}" + (f" ({cell.id})" if cell.id else "")
        problems += [f"{where}: {p}" for p in _delimiters(cell)]
        if cell.role in ("test", "hidden"):
            problems += [f"{where}: {p}" for p in _test(cell, where)]
        if cell.role == "hidden" and not cell.hint:
            problems.append(f"{where}: a hidden check needs a first comment '# Hint: …' for the student's feedback")
    for stem, members in questions(cells).items():
        problems += _question(path, stem, members, answers)
    return problems


def _names(path: Path, cells: list[Cell]) -> list[str]:
    problems = []
    try:
        shadows = importlib.util.find_spec(path.stem) is not None
    except (ImportError, ValueError):
        shadows = False
    if shadows:
        problems.append(f"{path.name}: a module is called {path.stem}; a notebook of that name would hide it")
    seen: dict[tuple, int] = {}
    for number, cell in enumerate(cells, 1):
        key = (cell.id, cell.role == "statement")
        if cell.id and key in seen:
            problems.append(f"{path.name}, cell {number} ({cell.id}): the id stands in cell {seen[key]} already")
        seen.setdefault(key, number)
    for role in ("setup", "handin"):
        if sum(c.role == role for c in cells) != 1:
            problems.append(f"{path.name}: needs exactly one cell with role {role!r}")
    stems = list(questions(cells))
    problems += [
        f"{path.name} ({c.id}): belongs to no question: no solution or statement has an id it begins with"
        for c in cells
        if c.role in ("test", "hidden", "manual") and not stem_of(c.id, stems)
    ]
    return problems


def _delimiters(cell: Cell) -> list[str]:
    problems, depth = [], []
    for line in cell.source.splitlines():
        stripped = line.strip()
        match = DELIMITER.match(stripped)
        if not match:
            if NEARLY.match(stripped) and (
                "SOLUTION" in stripped.upper() or "HIDDEN" in stripped.upper() or "MARK SCHEME" in stripped.upper()
            ):
                problems.append(f"nearly a delimiter, but not one: {stripped[:60]!r}")
            continue
        if match[2] == "HIDDEN TESTS":
            problems.append('the build adds the delimiters of hidden tests; give the cell role="hidden" instead')
        if cell.role not in ("solution", "manual"):
            problems.append(f"{stripped!r} stands in a cell with role {cell.role!r}; only solutions have it")
        if match[1] == "BEGIN":
            depth.append(match[2])
        elif not depth or depth.pop() != match[2]:
            problems.append(f"{stripped!r} ends what was not begun")
    if depth:
        problems.append(f"### BEGIN {depth[-1]} has no end")
    if cell.role in ("solution", "manual") and "### BEGIN SOLUTION" not in cell.source:
        problems.append("has no ### BEGIN SOLUTION … ### END SOLUTION")
    return problems


def _test(cell: Cell, where: str) -> list[str]:
    tree = parse_code(cell, where)
    body = tree.body
    frame = body[0] if len(body) == 1 else None
    call = frame.items[0].context_expr if isinstance(frame, ast.With) and len(frame.items) == 1 else None
    if not (
        isinstance(call, ast.Call)
        and ast.unparse(call.func) == "checks.question"
        and len(call.args) == 1
        and not call.keywords
        and ast.unparse(call.args[0]) == repr(cell.id)
    ):
        return [
            f'must be one block: with checks.question("{cell.id}") as check: … Anything outside it '
            "would leave names behind"
        ]
    problems = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            problems.append(f"line {node.lineno}: assert compares outside course_lib.checks")
        name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else None
        if name in FORBIDDEN and not (isinstance(node, ast.Attribute) and ast.unparse(node.value) == "checks"):
            problems.append(f"line {node.lineno}: {name} does not belong in a test; compare with course_lib.checks")
        if isinstance(node, ast.Import | ast.ImportFrom):
            problems += [
                f"line {node.lineno}: the build imports {a.name} by itself"
                for a in node.names
                if ast.unparse(node) in STANDARD_IMPORTS.values()
            ]
        if isinstance(node, ast.Global | ast.Nonlocal):
            problems.append(f"line {node.lineno}: a test cell must leave no names behind")
    return problems + _bare_comparisons(tree)


def _bare_comparisons(tree: ast.AST) -> list[str]:
    """Return a line for every comparison that is not an argument of ``checks.true`` or in a helper function."""
    allowed: set[int] = set()
    for node in ast.walk(tree):
        inside = isinstance(node, ast.Call) and ast.unparse(node.func) == "checks.true"
        if inside or isinstance(node, ast.FunctionDef | ast.Lambda):
            allowed |= {id(n) for n in ast.walk(node)}
    return [
        f"line {n.lineno}: a bare comparison; write checks.true(…), checks.close(…) or checks.less(…)"
        for n in ast.walk(tree)
        if isinstance(n, ast.Compare) and id(n) not in allowed
    ]


def _question(path: Path, stem: str, members: list[Cell], answers: Path | None) -> list[str]:
    problems = []
    roles = [c.role for c in members]
    if "solution" in roles:
        if "test" not in roles:
            problems.append(f'{path.name} ({stem}): no public check (role="test")')
        if "statement" not in roles:
            problems.append(f'{path.name} ({stem}): no statement (role="statement")')
        if answers is not None and not (answers / f"{stem}.py").is_file():
            problems.append(f"{path.name} ({stem}): no answers; write tests/answers/{answers.name}/{stem}.py")
    return problems


def leaks(source: list[str], release: list[str]) -> list[str]:
    """Return the lines of solutions and hidden tests in ``source`` cells that stand in ``release`` cells too.

    Comments and lines of at most 25 characters (``return x + y``) are left out: they give nothing away.
    """
    secret: list[str] = []
    for text in source:
        inside = False
        for line in text.splitlines():
            stripped = line.strip()
            if DELIMITER.match(stripped):
                inside = stripped.startswith("### BEGIN")
            elif inside and len(stripped) > 25 and not stripped.startswith(("#", '"""')):
                secret.append(stripped)
    visible = {line.strip() for text in release for line in text.splitlines()}
    found = [line for line in dict.fromkeys(secret) if line in visible]
    found += [line for text in release for line in text.splitlines() if DELIMITER.match(line.strip())]
    return found
