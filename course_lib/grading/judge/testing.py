"""Runs one test cell against a copy of a student's state, and says what came of it."""

from __future__ import annotations

import contextlib
import io
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from course_lib.checks import frame
from course_lib.grading.judge import bounded
from course_lib.grading.judge.channel import MAX_JSON, ConnectionLost
from course_lib.grading.judge.session import State

MAX_MEMORY_MB = 4096  # of one test's process on the judge's side


@dataclass
class Verdict:
    """The outcome of one test cell. Only ``passed`` earns points, and only the judge sets it."""

    cell: str
    passed: bool = False
    results: list[tuple[str, str | None]] = field(default_factory=list)  # (title, message) of each check
    reason: str = ""  # why it did not pass, when no check says so
    output: str = ""  # what the student's code printed meanwhile


def run_test(state: State, cell: str, source: str, names: list[str], seed: str, seconds: float) -> Verdict:
    """Run a test cell in a process of its own against a fork of ``state``. Never raises for the student's doing.

    Parameters
    ----------
    names : list of str
        The question's contract: the only names of the student's that the test sees.
    seed : str
        The campaign's seed, for the test's random inputs.
    seconds : float
        Wall time for the whole test.
    """
    try:
        copy = state.fork()
    except ConnectionLost as lost:
        return Verdict(cell, reason=f"there was no process to test: {lost}")
    try:
        fields = bounded.run(
            lambda: asdict(_judge(copy, cell, source, names, seed, seconds)), seconds + 5, MAX_MEMORY_MB
        )
    except bounded.Exceeded as error:
        late = "took" in str(error)
        return Verdict(cell, reason="the test took too long" if late else "the test ended without a verdict")
    finally:
        copy.kill()
    return Verdict(**fields | {"results": [tuple(r) for r in fields["results"]]})


def _judge(state: State, cell: str, source: str, names: list[str], seed: str, seconds: float) -> Verdict:
    """Run in the judge's own process: execute the test cell with proxies of the contract's names."""
    peer = state.peer
    peer.codec.plain, peer.channel.max_json = False, MAX_JSON  # this process is bounded
    peer.channel.deadline = time.monotonic() + seconds
    verdict = Verdict(cell)
    frame._campaign_seed = seed
    frame.last_report = None
    frame.listeners.clear()
    namespace: dict[str, Any] = {"__name__": "__main__"}
    try:
        for name in names:
            found = peer.request("lookup", name)
            if type(found) is tuple and len(found) == 1:
                namespace[name] = found[0]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(source, f"<test {cell}>", "exec"), namespace)
    except ConnectionLost as lost:
        verdict.reason = str(lost)
    except Exception as error:
        if frame.last_report is None or not frame.last_report.finished:
            verdict.reason = frame.describe(error)
    except BaseException as error:
        verdict.reason = f"the test was stopped ({type(error).__name__})"
    else:
        verdict.passed = True
    report = frame.last_report
    if report is not None:
        verdict.results = report.results
    # Fail closed: points need a finished report of this very cell, and a connection that never broke.
    verdict.passed = (
        verdict.passed and report is not None and report.cell == cell and report.passed and peer.channel.lost is None
    )
    if peer.channel.lost:
        verdict.reason = verdict.reason or peer.channel.lost
    else:
        with contextlib.suppress(ConnectionLost):
            streams = peer.request("output")
            if type(streams) is list:
                verdict.output = "".join(s for s in streams if type(s) is str)[:20_000]
    return verdict
