"""Watches the processes of one submission from outside: ends those that use too much, and all of them at the end.

One warden a submission, a process of ours that runs no code of the student's. It says what it did over a socket,
one JSON line an event, and takes orders there: ``{"do": "sweep", "keep": [pids]}`` ends all processes but those,
``seal`` stops those and answers which of them could hear from others, ``check`` whether the one that comes ``next`` is
as it was sealed, and ``release`` lets those go on that it names.
When the socket closes, it ends the submission.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
import select
import signal
import socket
import struct
import time
from dataclasses import dataclass

from course_lib.grading.judge import stopping

PERIOD = 0.1  # seconds between two looks
MOMENT = 0.02  # seconds that a process which was ended may take to go
PF_EXITING = 4  # a flag of a process, see proc_pid_stat(5)
SHARED_MAP = re.compile(rb"\n[^ \n]+ ...s [^\n]*")
#: PROCMAP_QUERY for the next shared map at an address or after it, see linux/fs.h; Linux 6.11 and later.
MAP_QUERY, NEXT_SHARED = 0xC0686611, 0x18
#: What is looked at of a process's status, see proc_pid_status(5).
MEMORY = (b"RssAnon", b"RssShmem", b"VmSwap", b"VmPTE")
CHANGEABLE = (b"State", b"Threads", b"SigPnd", b"ShdPnd", b"Cpus_allowed", b"voluntary_ctxt_switches")
CHANGEABLE += (b"nonvoluntary_ctxt_switches",)
STATUS = re.compile(rb"^(" + rb"|".join({*MEMORY, *CHANGEABLE}) + rb"):\s*(\S+)", re.M)
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Use:
    """What one process uses: bytes of memory and of the kernel's for its open files, seconds of CPU time, threads."""

    memory: int
    cpu: float
    threads: int


class Warden:
    """Watches the process ``root`` and all its descendants.

    Parameters
    ----------
    root : int
        The submission's first process.
    limits : dict
        See :class:`course_lib.grading.limits.Limits`.
    kept : int
        Processes that the judge itself will keep, beside the student's own.
    sock : socket.socket
        Where to say what was done.
    proc : int
        A file descriptor of the /proc that shows these processes.
    """

    def __init__(self, root: int, limits: dict[str, float], kept: int, sock: socket.socket, proc: int):
        self.root, self.sock, self.proc = root, sock, proc
        self.memory = int(limits["memory_mb"] * 2**20)
        self.cpu, self.processes = limits["cpu_seconds"], int(limits["processes"]) + kept
        # What the libraries take is shared by all processes until they write to it.
        self.open_file = _buffer_size()
        self.base = self._use(root).memory
        self.calm: dict[int, int] = {}  # memory of each process when all was well last
        self.spent: dict[int, float] = {}  # CPU time of each process ever seen
        self.checked = 0
        self.dying: set[int] = set()  # those that were told to end; their memory goes when they are gone
        self.sealed: dict[int, tuple] = {}  # what the kernel says of each process that is stopped, since it was sealed
        self.ours = self._present() - {root}  # what runs beside the submission: the judge's own processes
        self.dead: set[int] = set()  # processes of the submission that have ended and wait to be collected

    def watch(self) -> None:
        """Look again and again, and do what the judge asks, until it closes the socket; then end everything."""
        try:
            self._watch()
        except Exception as error:  # nothing runs unwatched: the submission ends, and the reason is told
            self.say("watchdog", f"what its watchdog could not see ({type(error).__name__}: {error})")
        self.end()

    def _watch(self) -> None:
        looks, heard, next_look = 0, b"", time.monotonic() + PERIOD
        while True:
            if select.select([self.sock], [], [], max(0.0, next_look - time.monotonic()))[0]:
                piece = self.sock.recv(65536)
                if not piece:
                    return
                *lines, heard = (heard + piece).split(b"\n")
                for line in lines:
                    self.obey(json.loads(line))
            if time.monotonic() >= next_look:  # by the clock, however many orders come
                looks += 1
                self.look(with_cpu=looks % 10 == 0)
                next_look = time.monotonic() + PERIOD

    def obey(self, order: dict) -> None:
        """Carry out what the judge asks for and answer it."""
        kept = set(order["keep"])
        answer: dict = {}
        if order["do"] == "seal":
            answer["unclean"] = self.seal(kept)
        elif order["do"] == "check":
            self.dead.clear()  # by now a number may have been given again
            self.sweep(kept)
            answer["changed"] = any(not self._traits(pid) == self.sealed.get(pid, ()) != () for pid in kept)
        elif order["do"] == "release":
            for pid in kept & self.sealed.keys():
                del self.sealed[pid]
                with contextlib.suppress(ProcessLookupError):
                    stopping.release(pid)
        else:
            self.sweep(kept)
        self.sock.sendall(json.dumps({"done": order["do"]} | answer).encode() + b"\n")

    def seal(self, kept: set[int]) -> dict[str, str]:
        """Stop processes until they are released, end all others, and return which are unclean, and why."""
        stopped = stopping.stop(sorted(kept))
        usual = self._holdings(self.root)
        reasons = {str(pid): reason for pid in stopped if (reason := self.unclean(pid, usual))}
        reasons |= {str(pid): "it does not stop" for pid in kept - stopped}
        self.dead.clear()  # a number may have been given again since
        self.sweep(kept)
        self.sealed = {pid: self._traits(pid) for pid in stopped}
        return reasons

    def sweep(self, kept: set[int]) -> None:
        """End all processes but the first and those to keep, with all their descendants."""
        stopping.collect()
        deadline = time.monotonic() + MOMENT
        while self._strangers(kept):  # as a rule one that the judge has just ended: soon gone
            if time.monotonic() > deadline:
                break
            time.sleep(0.0005)
        else:
            return
        ended: set[int] = set()
        for _ in range(200):  # again, as long as there are new ones: a child may be born meanwhile
            others = set(self.descendants()) - kept - ended - {self.root}
            if not others:
                return
            for pid in others:
                self.kill(pid)
            ended |= others
            if len(others) > 8:  # so many that those who come next would find no room
                deadline = time.monotonic() + 5
                while time.monotonic() < deadline and any(self._state(pid) not in b"Z" for pid in others):
                    time.sleep(0.002)

    def _strangers(self, kept: set[int]) -> set[int]:
        """Return the processes that are none of ours and not to be kept: one look at the list of all processes.

        It may name processes that have nothing to do with the submission, and misses none that has.
        """
        present = self._present()
        self.ours &= present
        self.dead &= present
        unknown = present - self.ours - self.dead - kept - {self.root}
        self.dead |= {pid for pid in unknown if self._has_ended(pid)}
        return unknown - self.dead

    def _present(self) -> set[int]:
        return {int(name) for name in self._names(".") if name.isdigit()}

    def _has_ended(self, pid: int) -> bool:
        """Return whether a process has ended with all its threads, or is about to: it runs nothing any more."""
        fields = self._read(f"{pid}/stat").rpartition(b") ")[2].split()
        return not fields or (bool(int(fields[6]) & PF_EXITING or fields[0] in b"ZX") and int(fields[17]) <= 1)

    def unclean(self, pid: int, usual: tuple[list[str] | None, set[bytes], dict[bytes, bytes]]) -> str:
        """Return why a waiting process could hear from others while it is stopped, or later; "" if it cannot.

        It is compared with what is ``usual`` for the first process, which has run nothing of the student's: no further
        open files (a pipe or socket that a test's copy of it would share), no memory shared with others, no threads.
        Signals that come while it is stopped wait, and show.
        """
        (mine, maps, status), (first, first_maps, _) = self._holdings(pid), usual
        if mine is None or first is None:
            return "its open files cannot be seen"
        sockets = [link for link in mine if link.startswith("socket:")]
        if len(sockets) != 1 or set(mine) - set(sockets) - set(first):
            return "it keeps files, pipes or sockets open"
        if maps - first_maps:
            return "it shares memory between processes"
        if any(int(status.get(name, b"0"), 16) for name in (b"SigPnd", b"ShdPnd")):
            return "signals wait for it: more of the same would not show"
        if self._folder_is_gone(pid):
            return "its working folder was removed: no other file system shows what is written there"
        if status.get(b"Threads") != b"1":
            return "it runs threads while it should wait"
        return ""

    def _folder_is_gone(self, pid: int) -> bool:
        """Return whether a process works in a folder that has no name any more: its times could be changed."""
        try:
            return os.stat(f"{pid}/cwd", dir_fd=self.proc).st_nlink == 0
        except OSError:
            return True

    def _holdings(self, pid: int) -> tuple[list[str] | None, set[bytes], dict[bytes, bytes]]:
        return self._links(pid), self._shared_maps(pid), self._status(pid)

    def _traits(self, pid: int) -> tuple:
        """Return all that another process can change of a stopped one: () if there is no such process.

        Whether it is still stopped, signals that wait for it, its priority, processors, process group and limits.
        """
        status = self._status(pid)
        numbers = self._read(f"{pid}/stat").rpartition(b")")[2].split()
        if len(numbers) < 40:
            return ()
        found = [status.get(name) for name in CHANGEABLE]
        # stat(5), from the third field on: group, session; priority, nice; real-time priority, policy
        found += [numbers[at] for at in (2, 3, 15, 16, 37, 38)]
        # Children, whose use of the processor is told to their parent, and whether they have ended; the flags of what
        # is open from the start, and in all copies the same.
        found += [(n, self._state(int(n))) for n in self._read(f"{pid}/task/{pid}/children").split()]
        found += [self._read(f"{pid}/fdinfo/{fd}") for fd in range(3)]
        return (*map(str, found), self._read(f"{pid}/limits"))

    def _links(self, pid: int) -> list[str] | None:
        """Return what the open files of a process are, but /dev/null."""
        try:
            found = [os.readlink(f"{pid}/fd/{name}", dir_fd=self.proc) for name in self._names(f"{pid}/fd")]
        except OSError:
            return None
        for _ in range(3):  # standard input, output and error; another /dev/null could be common to several
            if "/dev/null" in found:
                found.remove("/dev/null")
        return found

    def _shared_maps(self, pid: int) -> set[bytes]:
        """Return what the kernel says of each map of a process that it shares: where it lies, and of what file."""
        with contextlib.suppress(OSError):
            fd = os.open(f"{pid}/maps", os.O_RDONLY, dir_fd=self.proc)
            try:
                return self._ask_for_shared_maps(fd)
            finally:
                os.close(fd)
        return set(SHARED_MAP.findall(b"\n" + self._read(f"{pid}/maps", 2**24)))

    def _ask_for_shared_maps(self, fd: int) -> set[bytes]:
        """Ask for the shared maps alone: a process has a thousand others. Raises OSError where the kernel cannot."""
        found: set[bytes] = set()
        at = 0
        while True:
            query = bytearray(struct.pack("=3Q80x", 104, NEXT_SHARED, at))
            try:
                fcntl.ioctl(fd, MAP_QUERY, query)
            except FileNotFoundError:
                return found
            found.add(bytes(query[24:80]))  # first and last address, rights, size of pages, offset, file
            at = struct.unpack_from("=Q", query, 32)[0]

    def look(self, with_cpu: bool = False) -> None:
        """Look once at all processes and end what uses too much."""
        everything = self.descendants()
        self.dying &= set(everything)
        pids = [pid for pid in everything if pid not in self.dying]
        uses = {pid: use for pid in pids if (use := self._use(pid, with_cpu)) is not None}
        own = {pid: max(0, use.memory - self.base) for pid, use in uses.items()}
        total = sum(own.values())
        if total > max(self.memory, self.checked):
            if self._shared_fairly(pids) > self.memory:
                self._end_growth(own, total - self.memory)
            else:
                # Pages that processes share were counted several times: look closely again when there are more.
                self.checked, self.calm = int(1.2 * total), own
        else:
            self.checked, self.calm = self.checked if total > self.memory else 0, own
        if sum(use.threads for use in uses.values()) > self.processes:
            # The first in the order of the tree are the judge's; the newest are the student's.
            for pid in pids[self.processes // 2 :]:
                self.kill(pid)
            self.say("processes", f"more than {self.processes} processes and threads at once")
        if with_cpu:
            self.spent |= {pid: use.cpu for pid, use in uses.items()}
            if sum(self.spent.values()) > self.cpu:
                self.say("cpu", f"more than {self.cpu:g} seconds of CPU time for the whole notebook")
                self.end()

    def _end_growth(self, own: dict[int, int], excess: int) -> None:
        """End the processes that grew most since all was well, until the excess is gone."""
        grown = sorted(own, key=lambda pid: own[pid] - self.calm.get(pid, 0), reverse=True)
        for pid in grown:
            if excess <= 0:
                break
            if pid != self.root:
                self.kill(pid)
                excess -= own[pid]
        self.say("memory", f"more than {self.memory / 2**20:g} MB of memory")

    def say(self, what: str, text: str) -> None:
        """Tell the judge what was done."""
        with contextlib.suppress(OSError):
            self.sock.send(json.dumps({"over": what, "text": text}).encode() + b"\n", socket.MSG_DONTWAIT)

    def kill(self, pid: int) -> None:
        """End one process."""
        self.dying.add(pid)
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)

    def end(self) -> None:
        """End the submission: all processes, those last that collect the others' children."""
        for _ in range(2000):
            # From this process on: where there is no PID namespace, orphans end up as its children.
            pids = self.descendants(os.getpid())[1:]
            if not pids:
                return
            for pid in reversed(pids):
                self.kill(pid)
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            time.sleep(0.001)

    # ---- reading /proc

    def descendants(self, start: int | None = None) -> list[int]:
        """Return a process (the submission's first by default) and its descendants, parents before their children."""
        start = start or self.root
        found = [start] if self._read(f"{start}/stat") else []
        for pid in found:  # grows while it is walked through
            with contextlib.suppress(OSError):
                for thread in self._threads(pid):
                    found += map(int, self._read(f"{pid}/task/{thread}/children").split())
        return found

    def _threads(self, pid: int) -> list[str]:
        if os.stat(f"{pid}/task", dir_fd=self.proc).st_nlink == 3:
            return [str(pid)]
        return self._names(f"{pid}/task")

    def _names(self, folder: str) -> list[str]:
        """Return what is in a folder of /proc. Raises OSError."""
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY, dir_fd=self.proc)
        try:
            return os.listdir(fd)
        finally:
            os.close(fd)

    def _use(self, pid: int, with_cpu: bool = False) -> Use | None:
        fields = self._status(pid)
        if b"Threads" not in fields:
            return None
        size = sum(int(fields[name]) for name in MEMORY if name in fields)
        cpu = 0.0
        if with_cpu:
            numbers = self._read(f"{pid}/stat").rpartition(b")")[2].split()
            cpu = sum(map(int, numbers[11:15])) / TICKS if len(numbers) > 15 else 0.0
        return Use(size * 1024 + self._open_files(pid) * self.open_file, cpu, int(fields[b"Threads"]))

    def _open_files(self, pid: int) -> int:
        with contextlib.suppress(OSError):  # Linux 6.2 and later say how many there are
            return os.stat(f"{pid}/fd", dir_fd=self.proc).st_size or len(self._names(f"{pid}/fd"))
        return 0

    def _state(self, pid: int) -> bytes:
        """Return the letter of a process's state (T: stopped, Z: ended), b"" if there is none."""
        return self._read(f"{pid}/stat").rpartition(b") ")[2][:1]

    def _status(self, pid: int) -> dict[bytes, bytes]:
        return dict(STATUS.findall(self._read(f"{pid}/status")))

    def _shared_fairly(self, pids: list[int]) -> int:
        """Return the memory of all processes, a page that n of them share counted as 1/n in each."""
        total = -self.base
        for pid in pids:
            lines = self._read(f"{pid}/smaps_rollup").splitlines()
            found = [
                int(line.split()[1]) for line in lines if line.startswith((b"Pss_Anon:", b"Pss_Shmem:", b"SwapPss:"))
            ]
            # A process that hides its maps is counted in full.
            fairly = sum(found) * 1024 + self._open_files(pid) * self.open_file
            total += fairly if found else getattr(self._use(pid), "memory", 0)
        return total

    def _read(self, name: str, most: int = 65536) -> bytes:
        try:
            fd = os.open(name, os.O_RDONLY, dir_fd=self.proc)
        except OSError:
            return b""
        data = b""
        try:
            while len(data) < most and (piece := os.read(fd, 65536)):
                data += piece
        except OSError:
            return b""
        finally:
            os.close(fd)
        return data


def _buffer_size() -> int:
    """Return how many bytes the kernel may hold for one open file: the buffer of a socket, which no one may enlarge."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        return max(2**17, 2 * ours.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF))
