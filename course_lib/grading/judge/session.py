"""States of a student's notebook as processes, from the judge's side: start, fork, run, end."""

from __future__ import annotations

import array
import contextlib
import copy
import json
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from typing import Any

from course_lib.grading import sandbox
from course_lib.grading.judge import confine, worker
from course_lib.grading.judge.channel import Channel, ConnectionLost
from course_lib.grading.judge.forking import fork
from course_lib.grading.judge.proxies import JudgePeer

START_SECONDS = 120
MAX_PICTURES = 4 * 2**20  # bytes of pictures a cell may show
MAX_SHOWN = {"text": 2 * 2**20, "pictures": 16 * 2**20}  # characters and bytes that a whole notebook may show
MAX_VALUES = 4 * 2**20  # bytes of values that are kept for a test: larger ones are read from a process when it comes
MAX_PLAIN_JSON = 8 * 2**20  # bytes of a message about a cell
FORK_SECONDS = 20
KEEP_SECONDS = 1.0  # of cells that a death costs at most, beside those since the last test
#: Of the instructor's environment a student's code sees these variables at most.
KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "COURSE_DATA", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


class State:
    """One process that holds the state of a notebook after some cells."""

    def __init__(self, sock: socket.socket, pid: int):
        self.peer = JudgePeer(Channel(sock))
        # Until a test in a process of its own talks to it, little and plain data is read from it.
        self.peer.codec.plain, self.peer.channel.max_json = True, MAX_PLAIN_JSON
        self.pid, self.pidfd = pid, os.pidfd_open(pid)
        self.cells = 0  # how many of the notebook's cells it has run

    def request(self, op: str, *args: Any, seconds: float) -> Any:
        """Ask the process for ``op`` with a bound on time. Raises ConnectionLost."""
        self.peer.channel.deadline = time.monotonic() + seconds
        return self.peer.request(op, *args)

    def fork(self) -> State:
        """Return a copy of this state, as a process of its own. Raises ConnectionLost."""
        return self._new_process("fork")

    def _new_process(self, op: str, *args: Any, more: tuple[int, ...] = ()) -> State:
        """Ask for ``op``, which makes a process that serves a new socket; ``more`` descriptors go along."""
        channel = self.peer.channel
        channel.deadline = time.monotonic() + FORK_SECONDS
        ours, theirs = socket.socketpair()
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        with theirs:
            self.peer.ask(op, *args)
            try:
                socket.send_fds(channel.sock, [b"+"], [theirs.fileno(), *more])
            except OSError as error:
                ours.close()
                channel.fail(f"the student's process ended ({error.strerror})")
        try:
            self.peer.answer()
        except Exception as error:  # no room for one more, say; the process itself is well
            ours.close()
            raise ConnectionLost(f"the student's process could not be copied ({type(error).__name__})") from error
        state = _sender(ours)
        if state is None:
            ours.close()
            if op == "begin":  # the zygote itself is well
                raise ConnectionLost("no process could be shut in")
            channel.fail("the student's process could not be copied")
        return state

    def signal(self, number: signal.Signals) -> None:
        """Send the process a signal. Never raises."""
        with contextlib.suppress(OSError):
            signal.pidfd_send_signal(self.pidfd, number)

    def kill(self) -> None:
        """End the process. Never raises."""
        self.signal(signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.close(self.pidfd)
        self.pidfd = -1
        self.peer.channel.close()


def _sender(sock: socket.socket) -> State | None:
    """Return the state that the process which sent the first byte holds; the kernel vouches for which that is."""
    sock.settimeout(FORK_SECONDS)
    with contextlib.suppress(OSError):
        data, ancillary, _, _ = sock.recvmsg(1, socket.CMSG_SPACE(12))
        for level, kind, payload in ancillary:
            if data and level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
                return State(sock, array.array("i", payload[:12])[0])
    return None


class Zygote:
    """A process with the libraries imported and nothing else, from which submissions are forked.

    It is made as a fork of this one, which must have imported them and know nothing secret yet.

    Parameters
    ----------
    confined : bool
        Whether submissions get namespaces of their own and lose all privileges; only inside the sandbox.
    modules : frozenset of str
        What this process has imported for notebooks.
    """

    def __init__(self, confined: bool, modules: frozenset[str] = frozenset()) -> None:
        self.confined, self.modules = confined, modules
        self._filter = confine.system_call_filter() if confined else b""
        ours, theirs = socket.socketpair()
        self._home = tempfile.TemporaryDirectory(prefix="course-home-")
        with theirs:
            pid = fork()
            if pid == 0:
                ours.close()
                worker.serve(theirs, self._environment())
        self.state = State(ours, pid)
        self.state.request("lookup", "__name__", seconds=START_SECONDS)

    @property
    def packages(self) -> frozenset[str]:
        """The packages of what it has imported, see :func:`packages_of`."""
        return packages_of(self.modules)

    def specialized(self, modules: Iterable[str]) -> Zygote:
        """Return a copy of this one that has imported ``modules`` too. Raises ConnectionLost."""
        other = copy.copy(self)
        other.modules |= frozenset(modules)
        other.state = self.state._new_process("specialize", sorted(modules))
        other.state.request("lookup", "__name__", seconds=START_SECONDS)
        return other

    def begin(self, limits: dict[str, float], kept: int, folder: str) -> tuple[State, socket.socket]:
        """Return the first process of a new submission, and the socket on which its warden speaks.

        Raises
        ------
        ConnectionLost
            With the reason, if it cannot be shut in.
        """
        settings = {"limits": limits, "kept": kept, "confined": self.confined, "folder": folder, "filter": self._filter}
        events, theirs = socket.socketpair()
        try:
            with theirs:
                return self.state._new_process("begin", settings, more=(theirs.fileno(),)), events
        except ConnectionLost as lost:
            said = read_events(events)
            events.close()
            raise ConnectionLost(said[0].get("failed", str(lost)) if said else str(lost)) from None

    def _environment(self) -> dict[str, str]:
        keep = {k: os.environ[k] for k in KEPT_VARIABLES if k in os.environ}
        home = "/tmp/home" if self.confined else self._home.name
        return (
            keep
            | sandbox.QUICK
            | {
                "HOME": home,
                "IPYTHONDIR": f"{home}/ipython",
                "MPLCONFIGDIR": f"{home}/mpl",
                "USER": "student",
                "CUDA_VISIBLE_DEVICES": "",
                "MPLBACKEND": "Agg",
                "PYTHONHASHSEED": "0",
                "PYTHONDONTWRITEBYTECODE": "1",
            }
        )

    def close(self) -> None:
        """End the process."""
        pid = self.state.pid
        self.state.kill()
        with contextlib.suppress(ChildProcessError):  # a copy's parent is another
            os.waitpid(pid, 0)
        self._home.cleanup()


def packages_of(modules: Iterable[str]) -> frozenset[str]:
    """Return the packages that modules belong to, but Python's own and the course's: those take no time to import."""
    return frozenset(m.split(".")[0] for m in modules) - sys.stdlib_module_names - {"course_lib"}


class Submission:
    """The processes of one submission: a first one that runs no student code, its warden, and the current state.

    Parameters
    ----------
    zygote : Zygote
    limits : dict
        See :class:`course_lib.grading.limits.Limits`.
    kept : int
        Processes that the judge will keep, beside the student's own.
    end : float
        When it has taken too long as a whole (``time.monotonic()``).
    """

    def __init__(self, zygote: Zygote, limits: dict[str, float], kept: int, end: float):
        self.cell_seconds, self.end = limits["cell_seconds"], end
        self._folder, self._events = None, []
        folder = "/tmp/work"
        if not zygote.confined:
            self._folder = tempfile.TemporaryDirectory(prefix="course-work-", ignore_cleanup_errors=True)
            folder = self._folder.name
        self.kept: list[State] = []  # states that wait to be tested
        self._values: tuple = (None, None)  # asked for last: of which state, cells and names, and the answer
        self.room = dict(MAX_SHOWN)  # what is left of it
        self.done: list[tuple[str, float]] = []  # the cells that the current state has run, and the time each took
        self.root, self.warden = zygote.begin(limits, kept, folder)
        self.current = self._copy(self.root)

    def _copy(self, state: State) -> State:
        """Return a copy of a state. Raises ConnectionLost."""
        copy = state.fork()
        copy.cells = state.cells
        return copy

    def keep(self) -> State | None:
        """Return a copy of the current state that waits to be tested; None if there can be none.

        A copy of the last copy will do when no cell ran since, and costs less: what the current state writes to after
        a fork it copies first.
        """
        same = [state for state in self.kept[-1:] if state.cells == len(self.done) and state.pidfd >= 0]
        for state in (*same, self.current):
            with contextlib.suppress(ConnectionLost):
                self.kept.append(self._copy(state))
                return self.kept[-1]
        return None

    def values(self, names: list[str]) -> bytes | None:
        """Return what the student bound to ``names`` as a message of its own; None if it cannot be handed over whole.

        Functions and objects of the student's cannot. The message is not looked into here.
        """
        key = (self.current, len(self.done), tuple(names))
        if self._values[0] != key:
            try:
                found = self.current.request("values", tuple(names), seconds=FORK_SECONDS)
            except ConnectionLost:
                self._recover()
                found = None
            except Exception:
                found = None
            if type(found) is not bytes or len(found) > MAX_VALUES:
                found = None
            elif self._worth_keeping():
                self.keep()  # no test needs it; what ends the process would cost much
            self._values = key, found
        return self._values[1]

    def _worth_keeping(self) -> bool:
        """Return whether it would take long to make the current state again."""
        since = max((state.cells for state in self.kept), default=0)
        return sum(took for _, took in self.done[since:]) > KEEP_SECONDS

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Work on a copy of the current state inside the block, and drop it after. Raises ConnectionLost."""
        before, copy = self.current, self._copy(self.current)
        self.kept.append(before)
        self.current = copy
        try:
            yield
        finally:
            self.current.kill()
            self.current = before
            self.kept.remove(before)
            del self.done[before.cells :]

    def over(self) -> str:
        """Return what the submission used too much of since the last time, in words; "" if nothing."""
        events = self._events + read_events(self.warden)
        self._events = []
        return "; ".join(dict.fromkeys(str(event["text"]) for event in events if "text" in event))

    def order(self, do: str, keep: list[State], **more: int) -> dict:
        """Have the warden ``seal`` or ``check`` the kept states or ``sweep`` away all others. Raises ConnectionLost."""
        words = {"do": do, "keep": [state.pid for state in keep if state.pidfd >= 0]} | more
        try:
            self.warden.settimeout(FORK_SECONDS)
            self.warden.sendall(json.dumps(words).encode() + b"\n")
            data = b""
            while True:
                piece = self.warden.recv(65536)
                if not piece:
                    raise ConnectionLost("the submission's warden ended")
                *lines, data = (data + piece).split(b"\n")
                answers = [json.loads(line) for line in lines]
                self._events += [a for a in answers if "text" in a]
                for answer in answers:
                    if answer.get("done") == do:
                        return answer
        except OSError as error:
            raise ConnectionLost(f"the submission's warden does not answer ({error})") from error

    def run(self, source: str, figures: bool = True) -> dict:
        """Run one cell in the current state. If its process dies, the state before the cell is made again.

        Returns
        -------
        dict
            stdout, stderr (str), display, error ([kind, text, trace] or None), figures (PNG bytes), undrawn (how many
            figures were left out), died (None or the reason, in words for the student), over (what it used too much
            of and lost processes for).
        """
        started = time.monotonic()
        try:
            result = _checked(self.current.request("run", source, figures, seconds=self.cell_seconds), self.room)
        except (ConnectionLost, Exception) as lost:
            over, late = self.over(), time.monotonic() - started >= self.cell_seconds
            self._recover()
            return nothing(
                f"the cell used {over}"
                if over
                else f"the cell took longer than {self.cell_seconds:g} seconds"
                if late
                else f"the cell ended the Python process ({lost})"
                if isinstance(lost, ConnectionLost)
                else f"the cell's result could not be read ({type(lost).__name__})"
            )
        self.done.append((source, time.monotonic() - started))
        self.current.cells = len(self.done)
        self._end_leftovers()
        return result | {"over": self.over()}

    def _recover(self) -> None:
        """Make the current state again, from the last copy that was kept and the cells since."""
        self.current.kill()
        self._end_leftovers()
        for base in (*reversed(self.kept), self.root):
            with contextlib.suppress(ConnectionLost, Exception):
                self.current = self._copy(base)
                for cell, took in self.done[base.cells :]:
                    seconds = min(2 * took + 2, self.cell_seconds, self.end - time.monotonic())
                    self.current.request("run", cell, False, seconds=seconds)
                self.current.cells = len(self.done)
                return
            self.current.kill()
        # Not even that: what follows finds a process that has ended.

    def _end_leftovers(self) -> None:
        """End what a cell left running: a next cell must find room, and runs in a copy of this state anyway."""
        with contextlib.suppress(ConnectionLost):
            self.order("sweep", [self.current, *self.kept])

    def end_others(self, states: list[State]) -> None:
        """End the current state and all kept ones but ``states``."""
        for state in (self.current, *self.kept):
            if state not in states:
                state.kill()

    def close(self) -> None:
        """End every process of the submission and remove its folder."""
        self.current.kill()
        with contextlib.suppress(OSError):
            self.warden.shutdown(socket.SHUT_WR)  # the warden sees the end, and closes when all is over
            self.warden.settimeout(FORK_SECONDS)
            while self.warden.recv(65536):
                pass
        self.warden.close()
        self.root.kill()
        if self._folder is not None:
            self._folder.cleanup()


def read_events(sock: socket.socket) -> list[dict]:
    """Return what a warden said since the last time."""
    data = b""
    sock.setblocking(False)
    with contextlib.suppress(OSError):
        while piece := sock.recv(65536):
            data += piece
    return [json.loads(line) for line in data.splitlines()]


def nothing(reason: str) -> dict:
    """Return the result of a cell that showed nothing."""
    empty = {"stdout": "", "stderr": "", "display": [], "error": None, "figures": [], "undrawn": 0}
    return empty | {"died": reason, "over": ""}


def _checked(result: Any, room: dict[str, int]) -> dict:
    """Return the result of a cell with every part of the kind it must have, and take its place in the ``room`` left."""
    if type(result) is not dict:
        return nothing("the cell's result could not be read")
    here = {"text": room["text"], "pictures": min(room["pictures"], MAX_PICTURES)}
    before = dict(here)
    png = [f for f in _items(result.get("figures")) if _is_picture(f, here)]
    display = []
    for item in _items(result.get("display")):
        text, picture = (*_items(item), None, None)[:2]
        display.append([_text(text, here), picture if _is_picture(picture, here) else b""])
    error = result.get("error")
    clean = [_text(part, here) for part in error] if type(error) is list and len(error) == 3 else None
    checked = {
        "stdout": _text(result.get("stdout"), here),
        "stderr": _text(result.get("stderr"), here),
        "display": display,
        "error": clean,
        "figures": png,
        "undrawn": min(result["undrawn"], 99) if type(result.get("undrawn")) is int else 0,
        "died": None,
    }
    for kind in room:
        room[kind] -= before[kind] - here[kind]
    return checked


def _is_picture(data: Any, room: dict[str, int]) -> bool:
    """Return whether ``data`` is a PNG that fits in the ``room`` left, and take its place there."""
    if type(data) is not bytes or not data.startswith(b"\x89PNG\r\n\x1a\n") or len(data) > room["pictures"]:
        return False
    room["pictures"] -= len(data)
    return True


def _items(value: Any) -> list:
    return value[:50] if type(value) is list else []


def _text(value: Any, room: dict[str, int]) -> str:
    """Return a text, cut where the ``room`` ends, and take its place there."""
    if type(value) is not str:
        return ""
    kept = value[: min(120_000, room["text"])]
    room["text"] -= len(kept)
    return kept if len(kept) == len(value) else f"{kept}\n… cut: the notebook shows too much"
