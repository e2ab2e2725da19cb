"""The course folder and its settings. For every command of the instructor's side."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class CourseError(Exception):
    """Something in the course folder is wrong; the message says where and what was expected."""


@dataclass(frozen=True)
class Course:
    """A course folder: where things are, and what ``course.toml`` says."""

    root: Path
    settings: dict[str, Any] = field(default_factory=dict, hash=False)

    @classmethod
    def find(cls, start: Path | None = None) -> Course:
        """Return the course whose ``course.toml`` stands in ``start`` or a folder above it.

        Raises
        ------
        CourseError
            If there is none, or it cannot be read.
        """
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            file = folder / "course.toml"
            if file.is_file():
                try:
                    return cls(folder, tomllib.loads(file.read_text(encoding="utf-8")))
                except tomllib.TOMLDecodeError as error:
                    raise CourseError(f"{file}: not valid TOML: {error}") from error
        raise CourseError(f"no course.toml in {start} or a folder above it")

    def setting(self, section: str, key: str, default: Any = None) -> Any:
        """Return one value of ``course.toml``. Raises CourseError if it is missing and has no default."""
        try:
            return self.settings[section][key]
        except KeyError:
            if default is None:
                raise CourseError(f"course.toml: [{section}] {key} is missing") from None
            return default

    def choice(self, section: str, key: str, values: tuple[str, ...]) -> str:
        """Return a setting that is one of ``values``, the first by default. Raises CourseError."""
        value = self.settings.get(section, {}).get(key, values[0])
        if value not in values:
            raise CourseError(f"course.toml: [{section}] {key}: expected one of {', '.join(values)}, got {value!r}")
        return value

    @property
    def db_url(self) -> str:
        """The gradebook's address: gradebook.db in the course folder unless ``course.toml`` names another."""
        return str(self.settings.get("grading", {}).get("gradebook") or f"sqlite:///{self.root / 'gradebook.db'}")

    @property
    def authoring(self) -> Path:
        return self.root / "authoring"

    @property
    def source(self) -> Path:
        return self.root / "source"

    @property
    def release(self) -> Path:
        return self.root / "release"

    @property
    def answers(self) -> Path:
        return self.root / "tests" / "answers"

    def assignments(self) -> list[str]:
        """Return the assignments that have authoring texts, sorted."""
        return sorted({p.parent.name for p in self.authoring.glob("*/*.py")})

    def built(self) -> list[str]:
        """Return the assignments that stand in source/, sorted: those that can be graded."""
        return sorted({p.parent.name for p in self.source.glob("*/*.ipynb")})

    def texts(self, assignment: str) -> list[Path]:
        """Return the authoring texts of one assignment, sorted."""
        return sorted((self.authoring / assignment).glob("*.py"))
