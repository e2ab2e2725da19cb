"""Stops processes so that none but the one that stopped them can wake them: ptrace(2).

A process that SIGSTOP stopped goes on when any process of the same account sends it SIGCONT, and can stop itself
again as if nothing had been.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import time

CONTINUE, DETACH, SEIZE, INTERRUPT = 7, 17, 0x4206, 0x4207
EVENT_STOP = 128
EXIT_KILL = 1 << 20  # they end with the process that stopped them
WALL = 0x40000000

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
_libc.ptrace.restype = ctypes.c_long


def _ptrace(request: int, pid: int, data: int = 0) -> None:
    if _libc.ptrace(request, pid, None, data) == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"ptrace({request:#x}, {pid}): {os.strerror(number)}")


def stop(pids: list[int], seconds: float = 2.0) -> set[int]:
    """Stop the main threads of processes, and return those processes whose main thread stands still in ``seconds``."""
    waiting, stopped = set(), set()
    for pid in pids:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # it has ended, or nobody may look into it
            _ptrace(SEIZE, pid, EXIT_KILL)
            _ptrace(INTERRUPT, pid)
            waiting.add(pid)
    deadline = time.monotonic() + seconds
    while waiting and time.monotonic() < deadline:
        for pid in sorted(waiting):
            found, status = os.waitpid(pid, os.WNOHANG | WALL)
            if not found:
                continue
            if not os.WIFSTOPPED(status):  # it has ended meanwhile
                waiting.discard(pid)
            elif status >> 16 == EVENT_STOP:
                waiting.discard(pid)
                stopped.add(pid)
            else:  # a signal that was about to arrive stops it before the interruption does
                _ptrace(CONTINUE, pid, os.WSTOPSIG(status))
        if waiting:
            time.sleep(0.0005)
    return stopped


def release(pid: int) -> None:
    """Let a process go on. Raises OSError if it was not stopped."""
    _ptrace(DETACH, pid)


def collect() -> None:
    """Take note of stopped processes that have ended; until then they take the room of a process."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG | WALL)[0]:
            pass
