"""Runs test cells against copies of a student's state, and says what came of each."""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import signal
import socket
import time
from dataclasses import dataclass, field
from functools import lru_cache
from types import CodeType
from typing import Any

from course_lib.checks import frame
from course_lib.grading.judge import bounded
from course_lib.grading.judge.channel import Channel, ConnectionLost, read
from course_lib.grading.judge.codec import ProtocolError
from course_lib.grading.judge.forking import fork
from course_lib.grading.judge.proxies import JudgePeer
from course_lib.grading.judge.session import State
from course_lib.grading.judge.worker import reseed


@dataclass
class Verdict:
    """The outcome of one test cell. Only ``passed`` earns points, and only the judge sets it."""

    cell: str
    passed: bool = False
    results: list[tuple[str, str | None]] = field(default_factory=list)  # (title, message) of each check
    reason: str = ""  # why it did not pass, when no check says so
    output: str = ""  # what the student's code printed meanwhile
    connected: bool = False  # whether the state still answers


class Examiner:
    """Runs test cells in a process of its own, one after another; another takes its place when it does not answer.

    The process is bounded in memory and time: data of a student's that explodes when it is read ends that test
    alone. Close it when the submission is done.

    Parameters
    ----------
    memory_mb : float
        Memory of the process, in MB, beside what is shared with this one.
    """

    def __init__(self, memory_mb: float) -> None:
        self.memory_mb = memory_mb
        self._pid: int | None = None
        self._sock: socket.socket | None = None

    def test(
        self, state: State | bytes, cell: str, source: str, names: list[str], seed: str, seconds: float
    ) -> Verdict:
        """Run a test cell against ``state``, which is used up. Never raises for the student's doing.

        Parameters
        ----------
        state : State or bytes
            The process to test, or the values of all ``names``: see :meth:`.session.Submission.values`.
        names : list of str
            The question's contract: the only names of the student's that the test sees.
        seed : str
            The campaign's seed, for the test's random inputs.
        seconds : float
            Wall time for the whole test.
        """
        job = {"cell": cell, "source": source, "names": names, "seed": seed, "seconds": seconds}
        try:
            self.start()
            sock = self._sock
            sock.settimeout(seconds + 5)
            if isinstance(state, bytes):
                bounded.send(sock, json.dumps(job).encode())
                bounded.send(sock, state)
            else:
                bounded.send(sock, json.dumps(job).encode(), [state.peer.channel.sock.fileno()])
            fields = json.loads(bounded.receive(sock, seconds + 5)[0])
            return Verdict(**fields | {"results": [tuple(r) for r in fields["results"]]})
        except TimeoutError:
            self.close()
            return Verdict(cell, reason="the test took too long")
        except (OSError, ValueError):
            self.close()
            return Verdict(cell, reason="the test ended without a verdict")

    def start(self) -> None:
        """Start the process if there is none."""
        if self._sock is None:
            ours, theirs = socket.socketpair()
            self._pid = fork()
            if self._pid == 0:
                try:
                    ours.close()
                    _examine(theirs, self.memory_mb)
                finally:
                    os._exit(1)
            theirs.close()
            self._sock = ours

    def close(self) -> None:
        """End the process."""
        if self._sock is not None:
            self._sock.close()
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._sock = None


@lru_cache(maxsize=2000)
def compiled(cell: str, source: str) -> CodeType:
    """Return the code of a test cell. What the judge has compiled once is known to each examiner it starts."""
    return compile(source, f"<test {cell}>", "exec")


def _examine(sock: socket.socket, memory_mb: float) -> None:
    """Serve test cells until the judge closes the socket."""
    memory = bounded.data_size() + int(memory_mb * 2**20)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    while True:
        data, fds = bounded.receive(sock, None)
        job = json.loads(data)
        spent = resource.getrusage(resource.RUSAGE_SELF)
        cpu = int(spent.ru_utime + spent.ru_stime + job["seconds"]) + 30
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, resource.RLIM_INFINITY))
        reseed(0)  # a test that draws without a seed of its own draws the same everywhere
        values = None if fds else bounded.receive(sock, None)[0]
        with socket.socket(fileno=fds[0]) if fds else socket.socket() as other:  # where there are values, to nobody
            verdict = _judge(JudgePeer(Channel(other)), values, **job)
        bounded.send(sock, json.dumps(vars(verdict)).encode())


def _lookup(peer: JudgePeer, values: bytes | None, names: list[str]) -> dict[str, Any]:
    """Return what the student bound to ``names``. Raises ConnectionLost."""
    if values is None:
        answers = [peer.request("lookup", name) for name in names]
    else:
        try:
            answers = peer.codec.unpack(*read(values), ["values"])[0]
        except (ValueError, ProtocolError):
            peer.channel.fail("a message that cannot be understood")
    found = dict(zip(names, answers, strict=False)) if type(answers) is list else {}
    return {name: one[0] for name, one in found.items() if type(one) is tuple and len(one) == 1}


def _judge(
    peer: JudgePeer, values: bytes | None, cell: str, source: str, names: list[str], seed: str, seconds: float
) -> Verdict:
    """Execute a test cell with the contract's names: proxies, or the ``values`` of all of them."""
    peer.channel.deadline = time.monotonic() + seconds
    verdict = Verdict(cell)
    frame._campaign_seed = seed
    frame.last_report = None
    frame.listeners.clear()
    namespace: dict[str, Any] = {"__name__": "__main__"}
    try:
        namespace |= _lookup(peer, values, names)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compiled(cell, source), namespace)
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
    elif values is None:
        with contextlib.suppress(ConnectionLost):
            streams = peer.request("output")
            verdict.connected = True
            if type(streams) is list:
                verdict.output = "".join(s for s in streams if type(s) is str)[:20_000]
    return verdict
