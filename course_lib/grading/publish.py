"""The students' repository: releases, their README, and course_lib without its grading part."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from course_lib.grading.course import Course, CourseError

OWN_MARK = "written by `course publish`"


def setting_problems(course: Course) -> list[str]:
    """Return what is wrong with the students' settings: above all, a place that is this staff repository."""
    problems = []
    repository, package = course.setting("students", "repository"), course.setting("students", "package")
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        problems.append(f"course.toml: [students] repository: expected OWNER/NAME, got {repository!r}")
    for remote in _remotes(course.root):
        if repository.lower() in remote.lower():
            problems.append(
                f"course.toml: [students] repository names this repository ({remote}), which holds the solutions"
            )
        if remote.removesuffix(".git").lower() in package.lower():
            problems.append(
                f"course.toml: [students] package names this repository ({remote}), which holds the solutions"
            )
    if not package.startswith("course-lib"):
        problems.append(f"course.toml: [students] package: expected 'course-lib …', got {package!r}")
    return problems


def _remotes(root: Path) -> list[str]:
    done = subprocess.run(["git", "remote", "-v"], cwd=root, capture_output=True, text=True)
    return sorted({line.split()[1] for line in done.stdout.splitlines() if len(line.split()) > 1})


def publish(course: Course, target: Path) -> list[str]:
    """Write the students' repository into ``target`` and return what it holds.

    A folder that something else is in is refused; a folder published before is renewed, its ``.git`` kept.

    Raises
    ------
    CourseError
        If the settings name this repository, ``target`` is not ours, or the wheel would hold the grading part.
    """
    problems = setting_problems(course)
    if problems:
        raise CourseError("\n".join(problems))
    target = target.resolve()
    _clear(course, target)
    for assignment in course.assignments():
        shutil.copytree(course.release / assignment, target / "release" / assignment)
    shutil.copyfile(course.root / "STUDENTS.md", target / "STUDENTS.md")
    (target / "README.md").write_text(
        f"# {course.setting('course', 'title')}\n\n<!-- {OWN_MARK} -->\n\nStart with [STUDENTS.md](STUDENTS.md). "
        "The notebooks are in `release/`.\n",
        encoding="utf-8",
    )
    shutil.copyfile(course.root / "LICENSE", target / "LICENSE")
    _package(course, target)
    wheel = _wheel(target)
    return ["release/", "STUDENTS.md", "course_lib/ (without grading)", wheel]


def _clear(course: Course, target: Path) -> None:
    if target == course.root or (course.root in target.parents and (target / "course.toml").exists()):
        raise CourseError(f"{target} is the staff's repository")
    target.mkdir(parents=True, exist_ok=True)
    inside = [p for p in target.iterdir() if p.name != ".git"]
    readme = target / "README.md"
    if inside and not (readme.is_file() and OWN_MARK in readme.read_text(encoding="utf-8", errors="replace")):
        raise CourseError(f"{target} holds files that `course publish` did not write; name an empty folder")
    for path in inside:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _package(course: Course, target: Path) -> None:
    """Copy course_lib and a pyproject.toml without the instructor's part."""
    import course_lib

    shutil.copytree(
        Path(course_lib.__file__).parent, target / "course_lib", ignore=shutil.ignore_patterns("grading", "__pycache__")
    )
    text = (course.root / "pyproject.toml").read_text(encoding="utf-8")
    sections = re.split(r"(?m)^(?=\[)", text)
    kept = [s for s in sections if s.startswith(("[build-system]", "[project]\n", "[tool.setuptools"))]
    (target / "pyproject.toml").write_text("".join(kept), encoding="utf-8")


def _wheel(target: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "package"
        shutil.copytree(target, work, ignore=shutil.ignore_patterns(".git", "release"))
        done = subprocess.run(
            [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target / "dist"), str(work)],
            capture_output=True,
            text=True,
        )
    if done.returncode:
        raise CourseError(f"the wheel could not be built:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    wheel = next((target / "dist").glob("*.whl"))
    inside = zipfile.ZipFile(wheel).namelist()
    wrong = [n for n in inside if "grading" in n]
    if wrong or not any(n.startswith("course_lib/checks/") for n in inside):
        raise CourseError(f"{wheel.name} holds what students must not get, or not what they need: {wrong[:3]}")
    return f"dist/{wheel.name}"
