"""The student's process: runs cells in an IPython shell, answers the judge, and forks itself on request.

Started as ``python -m course_lib.grading.judge.worker FD``. Each state of a notebook is a process: the judge asks
it to fork, runs a cell or a test in the fork, and keeps the older one to fall back on. Nothing secret is here.
"""

from __future__ import annotations

import base64
import contextlib
import ctypes
import io
import os
import resource
import signal
import socket
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from course_lib.grading.judge.channel import Channel, ConnectionLost
from course_lib.grading.judge.stubs import StudentPeer

MAX_OUTPUT = 100_000  # characters a cell
MAX_FIGURES = 8  # a cell
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


class Bounded(io.TextIOBase):
    """A text stream that keeps the first ``limit`` characters and counts the rest."""

    def __init__(self, limit: int = MAX_OUTPUT):
        self.limit, self.pieces, self.size, self.dropped = limit, [], 0, 0

    def write(self, text: str) -> int:
        text = str(text)
        room = max(0, self.limit - self.size)
        if room:
            self.pieces.append(text[:room])
            self.size += len(text[:room])
        self.dropped += max(0, len(text) - room)
        return len(text)

    def writable(self) -> bool:
        return True

    def take(self) -> str:
        """Return what was written and start anew."""
        text = "".join(self.pieces) + (f"\n… {self.dropped} more characters" if self.dropped else "")
        self.pieces, self.size, self.dropped = [], 0, 0
        return text


class Worker:
    """One process: serves its channel until it is closed."""

    def __init__(self, sock: socket.socket):
        self.shell = _make_shell()
        self.peer = self._peer(sock)

    def _peer(self, sock: socket.socket) -> StudentPeer:
        peer = StudentPeer(Channel(sock), self.shell.user_ns)
        for name in ("fork", "run", "root", "reap", "define"):
            setattr(peer, f"op_{name}", getattr(self, name))
        return peer

    def loop(self) -> None:
        """Serve requests until the judge goes away."""
        with contextlib.suppress(ConnectionLost):
            while True:
                message, parts = self.peer._receive()
                self.peer.serve(message, parts)

    def fork(self) -> None:
        """Fork; the child serves the socket that the judge sends along."""
        sock = self.peer.channel.sock
        _, fds, _, _ = socket.recv_fds(sock, 1, 1)
        if os.fork() == 0:
            sock.close()
            child = socket.socket(fileno=fds[0])
            child.sendall(b"!")  # the kernel tells the judge who sent this
            self.peer = self._peer(child)
            self.loop()
            os._exit(0)
        os.close(fds[0])

    def root(self, folder: str) -> None:
        """Become the root of one submission's processes: own session, own working folder, limits."""
        os.setsid()
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        os.chdir(folder)
        sys.path[:] = [p for p in sys.path if p]  # the working folder hides no module
        for limit, value in ((resource.RLIMIT_FSIZE, 2**28), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, 256)):
            resource.setrlimit(limit, (value, value))

    def reap(self) -> int:
        """End every process of the submission; return how many there were."""
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        ended = 0
        for _ in range(500):
            children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
            if not children:
                break
            for pid in children:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)
                    ended += 1
            time.sleep(0.001)
            # Orphans of those just killed become children of this process: look again.
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
        return ended

    def define(self, name: str, value: Any) -> None:
        """Bind a name in the notebook's namespace."""
        self.shell.user_ns[name] = value

    def run(self, source: str, figures: bool) -> dict:
        """Run one cell and return what it showed and whether it failed."""
        out, err = Bounded(), Bounded()
        self.shell.display_pub.shown.clear()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = self.shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        sys.stdout, sys.stderr = Bounded(), Bounded()
        return {
            "stdout": out.take(),
            "stderr": err.take(),
            "display": list(self.shell.display_pub.shown),
            "error": None if error is None else [type(error).__name__, str(error)[:2000], _trace(error)],
            "figures": _figures() if figures else _close_figures(),
        }


def _trace(error: BaseException) -> str:
    """Return the error with the lines of the notebook's cells that led to it, and no path of this machine."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith("<ipython")]
    lines = [f"  line {f.lineno}, in {f.name}: {f.line}" for f in frames[-20:]]
    return "\n".join([*lines, *(x.rstrip() for x in traceback.format_exception_only(error)[-3:])])[-4000:]


def _figures() -> list[bytes]:
    plt = sys.modules.get("matplotlib.pyplot")
    pictures = []
    for number in (plt.get_fignums() if plt else [])[:MAX_FIGURES]:
        buffer = io.BytesIO()
        with contextlib.suppress(Exception):
            plt.figure(number).savefig(buffer, format="png", dpi=72)
            pictures.append(buffer.getvalue())
    _close_figures()
    return pictures


def _close_figures() -> list:
    plt = sys.modules.get("matplotlib.pyplot")
    if plt:
        with contextlib.suppress(Exception):
            plt.close("all")
    return []


def _make_shell() -> Any:
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Keep(DisplayPublisher):
        """Keeps what is displayed, as text or PNG."""

        shown: list = []  # noqa: RUF012

        def publish(self, data: dict, **kwargs: Any) -> None:
            png = data.get("image/png")
            if isinstance(png, str):
                png = base64.b64decode(png)
            self.shown.append([str(data.get("text/plain", ""))[:MAX_OUTPUT], png if isinstance(png, bytes) else b""])
            del self.shown[50:]

        def clear_output(self, wait: bool = False) -> None:
            self.shown.clear()

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.display_pub_class = Keep
    shell = InteractiveShell.instance(config=config, display_pub_class=Keep)
    shell.showtraceback = shell.showsyntaxerror = lambda *_, **__: None  # errors are returned, not printed
    # There is no window to draw in: figures are collected after each cell.
    shell.register_magic_function(lambda line: None, "line", "matplotlib")
    # A shell command of a notebook (!pip install …) changes nothing here, and does not fail.
    shell.system = lambda command: print(f"(not run when graded: {command.strip()[:80]})")
    shell.getoutput = lambda command, *_, **__: []
    return shell


def warm() -> None:
    """Import what notebooks use, so that each fork has it."""
    import warnings

    warnings.filterwarnings("ignore", message=".*non-interactive.*")
    import matplotlib

    matplotlib.use("Agg")
    import autograd.numpy
    import matplotlib.pyplot
    import mpl_toolkits.mplot3d
    import numpy
    import sympy
    import torch

    import course_lib
    import course_lib.checks

    torch.set_num_threads(1)
    torch.set_num_threads = lambda _: None  # a fork hangs after work on several threads
    # The first figure of a process reads the font cache; do that once.
    figure = matplotlib.pyplot.figure()
    figure.savefig(io.BytesIO(), format="png")
    matplotlib.pyplot.close("all")
    _ = (autograd, mpl_toolkits, numpy, sympy, course_lib)


if __name__ == "__main__":
    warm()
    Worker(socket.socket(fileno=int(sys.argv[1]))).loop()
