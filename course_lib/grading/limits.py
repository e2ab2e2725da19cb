"""What one submission may use: the defaults, and where an instructor changes them.

``course.toml`` overrides a default for the whole course in ``[limits]`` and for one assignment in
``[limits.<assignment>]``.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from course_lib.grading.course import Course, CourseError

#: A notebook whose tests leave files or processes behind is run again for each hidden test that remains: for all of
#: that it has so many times ``submission_seconds`` more.
AGAIN = 2


@dataclass(frozen=True)
class Limits:
    """Bounds on one submission. Times are in seconds, sizes in MB (2**20 bytes)."""

    cell_seconds: float = 60.0  # wall time of one cell, and CPU time of each of its processes
    test_seconds: float = 60.0  # wall time of one test cell
    submission_seconds: float = 900.0  # wall time of one notebook
    cpu_seconds: float = 1800.0  # CPU time of all processes of one notebook together
    memory_mb: float = 2048.0  # of all processes together, beyond the imported libraries; as much to the judge's test
    disk_mb: float = 256.0  # working folder and /tmp together; /dev/shm has as much again at most
    processes: float = 64.0  # processes and threads at once, beside the kept states of the notebook
    open_files: float = 256.0  # a process
    output_kb: float = 100.0  # text a cell shows, stdout and stderr each

    @classmethod
    def of(cls, course: Course, assignment: str) -> Limits:
        """Return the limits of an assignment. Raises CourseError for an unknown name or a value that is no number."""
        section = course.settings.get("limits", {})
        values: dict[str, Any] = {k: v for k, v in section.items() if not isinstance(v, dict)}
        values |= section.get(assignment, {})
        known = {f.name for f in fields(cls)}
        for name, value in values.items():
            if name not in known:
                raise CourseError(f"course.toml: [limits] {name!r} is unknown; known: {', '.join(sorted(known))}")
            if type(value) not in (int, float) or not value > 0:
                raise CourseError(f"course.toml: [limits] {name} = {value!r}: expected a number above 0")
        return cls(**{name: float(value) for name, value in values.items()})

    def as_dict(self) -> dict[str, float]:
        """Return the limits by name."""
        return asdict(self)
