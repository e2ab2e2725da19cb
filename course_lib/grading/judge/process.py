"""The judge as a process of its own, and the object that talks to it. Nothing of nbgrader is imported there.

The process runs in the sandbox, unless the instructor does without. All that reads what a student handed in runs
there: the notebook's repair, the student's cells, the tests, the writing of the graded notebook.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from course_lib.grading import sandbox, work
from course_lib.grading.judge import bounded, confine
from course_lib.grading.judge.settle import settle
from course_lib.grading.limits import Limits
from course_lib.grading.repair.reading import HandIn
from course_lib.grading.work import Assignment

READ_SECONDS, READ_MEMORY_MB = 60.0, 2048.0  # for reading and repairing the files of one submission
MODULES = ("matplotlib.pyplot", "mpl_toolkits.mplot3d", "course_lib.plotting", "autograd.numpy", "sympy", "torch")
MEMORY_MB = 4096  # of the judge's own process
MAX_ANSWER = 256 * 2**20  # bytes of one answer of the judge's


class JudgeFailed(Exception):
    """The judge's process itself failed; no verdict was given."""


class Judge:
    """A judge: starts its process when first used, and again if it ended. Use as a context manager.

    Parameters
    ----------
    isolation : {"bubblewrap", "none"}
    data : Path, optional
        A folder of data sets that notebooks may read.
    modules : tuple of str
        What notebooks and tests import; it is imported once, before the first submission.
    """

    def __init__(self, isolation: str, data: Path | None = None, modules: tuple[str, ...] = MODULES) -> None:
        self.isolation, self.data, self.modules = isolation, data, modules
        self._process: subprocess.Popen | None = None
        self._asked = False  # whether it has had a job
        self._known: set[str] = set()  # assignments that the process has

    def __enter__(self) -> Judge:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def job(self, steps: list[dict], seed: str = "0", limits: dict[str, float] | None = None) -> list[Any]:
        """Carry out a job (see :mod:`.engine`) and return one result a step.

        Raises
        ------
        JudgeFailed
            If the judge's process ends or hangs; the next job starts a new one.
        """
        return self._ask({"steps": steps, "seed": seed, "limits": limits or {}}, _bound(limits or {}))

    def grade(self, handin: HandIn, assignment: Assignment) -> dict[str, dict]:
        """Return the graded notebooks of a submission, see :func:`course_lib.grading.work.graded`.

        Raises
        ------
        JudgeFailed
            If the judge's process ends or hangs.
        """
        job: dict[str, Any] = {"grade": assignment.digest, "problems": handin.problems}
        job["files"] = {name: base64.b64encode(data).decode() for name, data in handin.files.items()}
        self._started()
        if assignment.digest not in self._known:
            job["assignment"] = assignment.data
            self._known.add(assignment.digest)
        return self._ask(job, READ_SECONDS + _bound(assignment.limits) * len(assignment.notebooks))

    def _ask(self, job: dict, bound: float) -> Any:
        process, self._asked = self._started(), True
        line = json.dumps(job) + "\n"
        try:
            rest = memoryview(line.encode())
            while rest:
                rest = rest[process.stdin.write(rest) :]
            answer = json.loads(self._read_line(process, time.monotonic() + bound))
        except (OSError, ValueError) as error:
            self.close()
            raise JudgeFailed(f"the judge's process ended ({error})") from error
        if "results" not in answer:
            self.close()
            raise JudgeFailed(str(answer.get("failed")))
        return answer["results"]

    def start(self) -> None:
        """Start the process, which takes a few seconds to get ready, without waiting for it."""
        self._started()

    def _started(self) -> subprocess.Popen:
        if self._process is None or self._process.poll() is not None:
            self._known.clear()
            self._asked = False
            inner = ["-m", "course_lib.grading.judge.process", self.isolation, *self.modules]
            environment = os.environ | sandbox.ONE_THREAD | {"CUDA_VISIBLE_DEVICES": "", "MPLBACKEND": "Agg"}
            environment |= {"PYTHONHASHSEED": "0"}
            environment |= {"COURSE_DATA": str(self.data)} if self.data else {}
            self._process = subprocess.Popen(
                [sys.executable, *inner] if self.isolation == "none" else sandbox.command(inner, self.data),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                bufsize=0,
            )
        return self._process

    def _read_line(self, process: subprocess.Popen, deadline: float) -> bytes:
        data = bytearray()
        while not data.endswith(b"\n"):
            if not select.select([process.stdout], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise OSError("no answer in time")
            piece = os.read(process.stdout.fileno(), 2**20)
            if not piece:
                raise OSError("it closed its output")
            data += piece
            if len(data) > MAX_ANSWER:
                raise OSError(f"its answer is longer than {MAX_ANSWER / 2**20:g} MB")
        return bytes(data)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.stdin.close()
            try:
                self._process.wait(10 if self._asked else 0)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process.stdout.close()
            self._process = None


def _bound(limits: dict[str, float]) -> float:
    """Return after how many seconds a judge that has not answered hangs."""
    limits = Limits().as_dict() | limits
    return limits["submission_seconds"] + limits["cell_seconds"] + limits["test_seconds"] + 180


def main() -> None:
    """Serve jobs, one JSON line each, until standard input ends."""
    confined = sys.argv[1] != "none"
    if confined:
        confine.become_nobody()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints here must not end up among the answers
    from course_lib.grading.judge import worker
    from course_lib.grading.judge.engine import Engine

    worker.warm(tuple(sys.argv[2:]))
    settle()
    engine = Engine(confined)
    resource.setrlimit(resource.RLIMIT_DATA, (bounded.data_size() + MEMORY_MB * 2**20, resource.RLIM_INFINITY))
    known: dict[str, Assignment] = {}
    for line in sys.stdin.buffer:
        job = json.loads(line)
        try:
            if "grade" in job:
                answer = {"results": _grade(job, known, engine)}
            else:
                answer = {"results": engine.job(job["steps"], job["seed"], job["limits"])}
        except BaseException as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
        if "failed" in answer:
            break  # the next job finds a new process: only that has seen nothing yet
    engine.close()


def _grade(job: dict, known: dict[str, Assignment], engine: Any) -> dict[str, dict]:
    """Carry out a job of :meth:`Judge.grade`."""
    if "assignment" in job:
        known[job["grade"]] = Assignment.from_data(job["assignment"])
        for cell in (c for notebook in known[job["grade"]].notebooks.values() for c in notebook.cells):
            _ = cell.defines, cell.names  # known to each copy of this process then
    assignment = known[job["grade"]]
    handin = HandIn({name: base64.b64decode(data) for name, data in job["files"].items()}, job["problems"])
    try:
        rebuilt = bounded.run(lambda: work.repaired(handin, assignment), READ_SECONDS, READ_MEMORY_MB)
    except bounded.Exceeded as error:
        reason = f"the files are too large or too intricate to be read ({error})"
        rebuilt = work.repaired(HandIn({}, {f"{name}.ipynb": reason for name in assignment.notebooks}), assignment)
    return work.graded(assignment, rebuilt, engine)


if __name__ == "__main__":
    main()
