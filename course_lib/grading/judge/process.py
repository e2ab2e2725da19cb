"""The object that talks to a judge, which is a process of its own: see :mod:`.server`."""

from __future__ import annotations

import base64
import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from course_lib.grading import sandbox
from course_lib.grading.judge.processor import Claim
from course_lib.grading.judge.server import READ_SECONDS
from course_lib.grading.limits import AGAIN, Limits
from course_lib.grading.repair.reading import HandIn
from course_lib.grading.work import Assignment

KINDS = (("matplotlib.pyplot", "mpl_toolkits.mplot3d", "course_lib.plotting", "autograd.numpy", "sympy", "torch"),)
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
    kinds : tuple of tuple of str
        What the notebooks import, the modules of each; they are imported once, before the first submission.
    """

    def __init__(self, isolation: str, data: Path | None = None, kinds: tuple[tuple[str, ...], ...] = KINDS) -> None:
        self.isolation, self.data, self.kinds = isolation, data, kinds
        self._process: subprocess.Popen | None = None
        self._processor: Claim | None = None
        self._asked = False  # whether it has had a job
        self._known: set[str] = set()  # assignments that the process has

    def __enter__(self) -> Judge:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def job(
        self,
        steps: list[dict],
        seed: str = "0",
        limits: dict[str, float] | None = None,
        modules: frozenset[str] = frozenset(),
        checks: frozenset[str] = frozenset(),
    ) -> list[Any]:
        """Carry out a job (see :mod:`.engine`) and return one result a step.

        Parameters
        ----------
        modules, checks : frozenset of str
            What the notebook and its tests import: ready before they run.

        Raises
        ------
        JudgeFailed
            If the judge's process ends or hangs; the next job starts a new one.
        """
        job = {"steps": steps, "seed": seed, "limits": limits or {}}
        job |= {"modules": sorted(modules), "checks": sorted(checks)}
        return self._ask(job, _bound(limits or {}))

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
            self.close()
            self._processor = Claim()
            inner = ["-m", "course_lib.grading.judge.server", self.isolation, json.dumps(self.kinds)]
            inner += [json.dumps(self._processor.number)]
            environment = os.environ | sandbox.QUICK | {"CUDA_VISIBLE_DEVICES": "", "MPLBACKEND": "Agg"}
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
            self._processor.release()


def _bound(limits: dict[str, float]) -> float:
    """Return after how many seconds a judge that has not answered hangs."""
    limits = Limits().as_dict() | limits
    return (1 + AGAIN) * limits["submission_seconds"] + limits["cell_seconds"] + limits["test_seconds"] + 180
