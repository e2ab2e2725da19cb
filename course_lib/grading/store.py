"""Keeps results by the hash of what they follow from, so that nothing is graded twice and a killed run goes on."""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from pathlib import Path
from typing import Any

from course_lib.grading.course import Course


class Store:
    """A folder of results. Each is one file, written whole or not at all; several processes may share it.

    Parameters
    ----------
    folder : Path
        Made when the first result is kept; readable by its owner alone, since results tell about hidden tests.
    """

    def __init__(self, folder: Path):
        self.folder = folder

    @classmethod
    def of(cls, course: Course) -> Store:
        """Return the course's store."""
        return cls(course.root / ".grading" / "results")

    def get(self, key: str) -> Any | None:
        """Return the result kept under ``key``, None if there is none or its file is damaged."""
        try:
            return json.loads(zlib.decompress(self._path(key).read_bytes()))
        except (OSError, zlib.error, ValueError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Keep a result."""
        write(self._path(key), zlib.compress(json.dumps(value).encode(), 6))

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner alone; a process that is killed leaves no half of it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
