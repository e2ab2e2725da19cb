"""States of a student's notebook as processes, from the judge's side: start, fork, run, end."""

from __future__ import annotations

import array
import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from typing import Any

from course_lib.grading.judge.channel import Channel, ConnectionLost
from course_lib.grading.judge.proxies import JudgePeer

START_SECONDS = 120
MAX_PICTURES = 4 * 2**20  # bytes of pictures a cell may show
FORK_SECONDS = 20


class State:
    """One process that holds the state of a notebook after some cells."""

    def __init__(self, sock: socket.socket, pidfd: int):
        self.peer = JudgePeer(Channel(sock))
        self.pidfd = pidfd

    def request(self, op: str, *args: Any, seconds: float) -> Any:
        """Ask the process for ``op`` with a bound on time. Raises ConnectionLost."""
        self.peer.channel.deadline = time.monotonic() + seconds
        return self.peer.request(op, *args)

    def fork(self) -> State:
        """Return a copy of this state, as a process of its own. Raises ConnectionLost."""
        channel = self.peer.channel
        channel.deadline = time.monotonic() + FORK_SECONDS
        ours, theirs = socket.socketpair()
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        with theirs:
            self.peer.ask("fork")
            try:
                socket.send_fds(channel.sock, [b"+"], [theirs.fileno()])
            except OSError as error:
                ours.close()
                channel.fail(f"the student's process ended ({error.strerror})")
        try:
            self.peer.answer()
        except Exception as error:
            ours.close()
            channel.fail(f"the student's process could not be copied ({type(error).__name__})")
        pidfd = _sender(ours)
        if pidfd is None:
            ours.close()
            channel.fail("the student's process could not be copied")
        return State(ours, pidfd)

    def kill(self) -> None:
        """End the process. Never raises."""
        with contextlib.suppress(OSError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.close(self.pidfd)
        self.pidfd = -1
        self.peer.channel.close()


def _sender(sock: socket.socket) -> int | None:
    """Return a file descriptor of the process that sent the first byte, as the kernel vouches."""
    sock.settimeout(FORK_SECONDS)
    with contextlib.suppress(OSError):
        data, ancillary, _, _ = sock.recvmsg(1, socket.CMSG_SPACE(12))
        for level, kind, payload in ancillary:
            if data and level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
                return os.pidfd_open(array.array("i", payload[:12])[0])
    return None


class Zygote:
    """A process with the libraries imported and nothing else, from which submissions are forked."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self._home = tempfile.TemporaryDirectory(prefix="course-home-")
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "course_lib.grading.judge.worker", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self._environment(),
                cwd=self._home.name,
            )
        self.state = State(ours, os.pidfd_open(self.process.pid))
        # The first answer comes when everything is imported.
        self.state.request("lookup", "__name__", seconds=START_SECONDS)

    def _environment(self) -> dict[str, str]:
        keep = {
            k: os.environ[k]
            for k in ("PATH", "LANG", "LC_ALL", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
            if k in os.environ
        }
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        home = self._home.name
        return (
            keep
            | threads
            | {
                "HOME": home,
                "IPYTHONDIR": f"{home}/ipython",
                "MPLCONFIGDIR": f"{home}/mpl",
                "CUDA_VISIBLE_DEVICES": "",
                "MPLBACKEND": "Agg",
                "PYTHONHASHSEED": "0",
                "PYTHONDONTWRITEBYTECODE": "1",
            }
        )

    def close(self) -> None:
        """End the process."""
        self.state.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self._home.cleanup()


class Submission:
    """The processes of one submission: a root that runs no student code, and the current state.

    Parameters
    ----------
    zygote : Zygote
    cell_seconds : float
        Wall time a cell may take.
    """

    def __init__(self, zygote: Zygote, cell_seconds: float):
        self.folder = tempfile.TemporaryDirectory(prefix="course-work-", ignore_cleanup_errors=True)
        self.cell_seconds = cell_seconds
        self.root = zygote.state.fork()
        self.root.request("root", self.folder.name, seconds=FORK_SECONDS)
        self.current = self.root.fork()

    def run(self, source: str, figures: bool = True) -> dict:
        """Run one cell on a copy of the current state; the copy becomes current unless it dies.

        Returns
        -------
        dict
            stdout, stderr (str), display, error ([kind, text, trace] or None), figures (PNG bytes), died (None or
            the reason, in words for the student).
        """
        try:
            child = self.current.fork()
        except ConnectionLost as lost:
            return _nothing(f"the cell could not start: {lost}")
        started = time.monotonic()
        try:
            result = _checked(child.request("run", source, figures, seconds=self.cell_seconds))
        except Exception as error:  # a process that answers with an error where none can be
            child.kill()
            return _nothing(f"the cell's result could not be read ({type(error).__name__})")
        except ConnectionLost as lost:
            child.kill()
            late = time.monotonic() - started >= self.cell_seconds
            return _nothing(
                f"the cell took longer than {self.cell_seconds:g} seconds"
                if late
                else f"the cell ended the Python process ({lost})"
            )
        self.current.kill()
        self.current = child
        return result

    def close(self) -> None:
        """End every process of the submission and remove its folder."""
        with contextlib.suppress(ConnectionLost):
            self.root.request("reap", seconds=FORK_SECONDS)
        self.current.kill()
        self.root.kill()
        self.folder.cleanup()


def _nothing(reason: str) -> dict:
    return {"stdout": "", "stderr": "", "display": [], "error": None, "figures": [], "died": reason}


def _checked(result: Any) -> dict:
    """Return the result of a cell with every part of the kind it must have."""
    if type(result) is not dict:
        return _nothing("the cell's result could not be read")
    room = [MAX_PICTURES]
    png = [f for f in _items(result.get("figures")) if _is_picture(f, room)]
    display = []
    for item in _items(result.get("display")):
        text, picture = (*_items(item), None, None)[:2]
        display.append([_text(text), picture if _is_picture(picture, room) else b""])
    error = result.get("error")
    clean = [_text(part) for part in error] if type(error) is list and len(error) == 3 else None
    return {
        "stdout": _text(result.get("stdout")),
        "stderr": _text(result.get("stderr")),
        "display": display,
        "error": clean,
        "figures": png,
        "died": None,
    }


def _is_picture(data: Any, room: list[int]) -> bool:
    """Return whether ``data`` is a PNG that fits in what is left of ``room`` (bytes), and take its place there."""
    if type(data) is not bytes or not data.startswith(b"\x89PNG\r\n\x1a\n") or len(data) > room[0]:
        return False
    room[0] -= len(data)
    return True


def _items(value: Any) -> list:
    return value[:50] if type(value) is list else []


def _text(value: Any) -> str:
    return value[:120_000] if type(value) is str else ""


def wait_readable(fd: int, seconds: float) -> bool:
    """Return whether ``fd`` has something to read within ``seconds``."""
    return bool(select.select([fd], [], [], max(0.0, seconds))[0])
