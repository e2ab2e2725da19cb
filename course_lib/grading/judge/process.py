"""The judge as a process of its own, and the object that talks to it. Nothing of nbgrader is imported there."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from typing import Any


class JudgeFailed(Exception):
    """The judge's process itself failed; no verdict was given."""


class Judge:
    """A judge: starts its process when first used, and again if it ended. Use as a context manager."""

    def __init__(self) -> None:
        self._process: subprocess.Popen | None = None

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
        limits = limits or {}
        process = self._started()
        line = json.dumps({"steps": steps, "seed": seed, "limits": limits}) + "\n"
        bound = limits.get("submission_seconds", 900.0) + limits.get("cell_seconds", 60.0) + 180
        try:
            process.stdin.write(line.encode())
            process.stdin.flush()
            answer = json.loads(self._read_line(process, time.monotonic() + bound))
        except (OSError, ValueError) as error:
            self.close()
            raise JudgeFailed(f"the judge's process ended ({error})") from error
        if "results" not in answer:
            raise JudgeFailed(str(answer.get("failed")))
        return answer["results"]

    def _started(self) -> subprocess.Popen:
        if self._process is None or self._process.poll() is not None:
            environment = os.environ | {"OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": "", "MPLBACKEND": "Agg"}
            self._process = subprocess.Popen(
                [sys.executable, "-m", "course_lib.grading.judge.process"],
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
        return bytes(data)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.stdin.close()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process.stdout.close()
            self._process = None


def main() -> None:
    """Serve jobs, one JSON line each, until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints here must not end up among the answers
    import numpy
    import torch

    import course_lib.checks
    from course_lib.grading.judge.engine import Engine

    torch.set_num_threads(1)
    _ = (numpy, course_lib.checks)
    engine = Engine()
    for line in sys.stdin.buffer:
        job = json.loads(line)
        try:
            answer = {"results": engine.job(job["steps"], job["seed"], job["limits"])}
        except BaseException as error:  # the next job must find a working judge
            answer = {"failed": f"{type(error).__name__}: {error}"}
            engine.close()
            engine = Engine()
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
    engine.close()


if __name__ == "__main__":
    main()
