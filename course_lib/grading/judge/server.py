"""The judge's own process: serves jobs in the sandbox, unless the instructor does without.

All that reads what a student handed in runs here: the notebook's repair, the student's cells, the tests, the writing
of the graded notebook. Nothing of nbgrader is imported. The process from which submissions are forked is made before
what only repair and reports need is imported: its copies are the cheaper for it, and hold nothing that they do not use.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from course_lib.grading.judge import bounded, confine
from course_lib.grading.judge.forking import settle

if TYPE_CHECKING:
    from course_lib.grading.work import Assignment

READ_SECONDS, READ_MEMORY_MB = 60.0, 2048.0  # for reading and repairing the files of one submission
MEMORY_MB = 4096  # of the judge's own process


def main() -> None:
    """Serve jobs, one JSON line each, until standard input ends."""
    confined, processor = sys.argv[1] != "none", json.loads(sys.argv[3])
    if processor is not None:
        os.sched_setaffinity(0, {processor})
    if confined:
        confine.become_nobody()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints here must not end up among the answers
    from course_lib.grading.judge.engine import Engine

    engine = Engine(confined, json.loads(sys.argv[2]))
    import course_lib.grading.work  # noqa: F401  (known to this process and its copies from here on)

    settle()
    resource.setrlimit(resource.RLIMIT_DATA, (bounded.data_size() + MEMORY_MB * 2**20, resource.RLIM_INFINITY))
    known: dict[str, Assignment] = {}
    for line in sys.stdin.buffer:
        job = json.loads(line)
        try:
            if "grade" in job:
                answer = {"results": _grade(job, known, engine)}
            else:
                _import(frozenset(job["checks"]))
                answer = {"results": engine.job(job["steps"], job["seed"], job["limits"], frozenset(job["modules"]))}
        except BaseException as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
        if "failed" in answer:
            break  # the next job finds a new process: only that has seen nothing yet
    engine.close()


def _grade(job: dict, known: dict[str, Assignment], engine: Any) -> dict[str, dict]:
    """Carry out a job of :meth:`Judge.grade`."""
    from course_lib.grading import work
    from course_lib.grading.judge.testing import compiled
    from course_lib.grading.repair.reading import HandIn

    if "assignment" in job:
        known[job["grade"]] = work.Assignment.from_data(job["assignment"])
        for notebook in known[job["grade"]].notebooks.values():
            _import(notebook.test_modules | notebook.modules & {"sympy"})  # checks compare formulas with it
        for cell in (c for notebook in known[job["grade"]].notebooks.values() for c in notebook.cells):
            _ = cell.defines, cell.names  # known to each copy of this process then
            if cell.is_test:
                compiled(cell.id, cell.instructor)
    assignment = known[job["grade"]]
    handin = HandIn({name: base64.b64decode(data) for name, data in job["files"].items()}, job["problems"])
    try:
        rebuilt = bounded.run(lambda: work.repaired(handin, assignment), READ_SECONDS, READ_MEMORY_MB)
    except bounded.Exceeded as error:
        reason = f"the files are too large or too intricate to be read ({error})"
        rebuilt = work.repaired(HandIn({}, {f"{name}.ipynb": reason for name in assignment.notebooks}), assignment)
    return work.graded(assignment, rebuilt, engine)


@cache
def _import(modules: frozenset[str]) -> None:
    """Import what tests use, which run in copies of this process."""
    from course_lib.grading.judge import worker

    worker.import_all(sorted(modules))
    settle()


if __name__ == "__main__":
    main()
