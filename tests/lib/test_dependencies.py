"""The direction of dependencies: notebooks → course_lib; its student modules never import the grading part."""

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

from packaging.specifiers import SpecifierSet

import course_lib

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(course_lib.__file__).parent
STUDENT = [p for p in FOLDER.rglob("*.py") if "grading" not in p.relative_to(FOLDER).parts]


def test_student_modules_do_not_import_grading():
    assert len(STUDENT) >= 8
    for path in STUDENT:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else ([a.name for a in node.names] if isinstance(node, ast.Import) else [])
            )
            assert not any("grading" in name for name in names), path


def test_importing_course_lib_loads_nothing_of_the_instructor():
    code = "import course_lib.checks, sys; print([m for m in sys.modules if 'grading' in m or 'nbgrader' in m])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_the_library_does_not_know_the_course_functions():
    text = "\n".join(p.read_text(encoding="utf-8").lower() for p in STUDENT)
    for word in ("beale", "adam", "2.625"):
        assert word not in text


def test_what_is_installed_runs_on_the_oldest_python_that_is_promised():
    promised = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    oldest = promised.removeprefix(">=") + ".0"
    needs = {one.name: one.metadata.get("Requires-Python") or "" for one in distributions()}
    assert len(needs) > 100
    assert {name: need for name, need in needs.items() if not SpecifierSet(need).contains(oldest)} == {}
