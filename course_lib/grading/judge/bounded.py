"""Runs a function of ours on data of a student's in a process of its own, bounded in time and memory."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import select
import signal
import socket
import time
from collections.abc import Callable
from typing import Any

from course_lib.grading.judge.forking import fork


class Exceeded(Exception):
    """The function gave no answer: it was too slow, too large, or its process ended."""


def run(function: Callable[[], Any], seconds: float, memory_mb: float) -> Any:
    """Return what ``function`` returns in a forked process, as JSON carries it.

    Parameters
    ----------
    seconds : float
        Wall time, and CPU time a little above it.
    memory_mb : float
        Memory of the process, in MB, beside what is shared with this one.

    Raises
    ------
    Exceeded
        If there is no answer in time, or the process ends without one.
    """
    receive, send = os.pipe()
    pid = fork()
    if pid == 0:
        code = 1
        try:
            os.close(receive)
            own = data_size()
            for limit, value in (
                (resource.RLIMIT_DATA, own + int(memory_mb * 2**20)),
                (resource.RLIMIT_CPU, int(seconds) + 30),
                (resource.RLIMIT_CORE, 0),
            ):
                resource.setrlimit(limit, (value, value))
            with os.fdopen(send, "wb") as pipe:
                pipe.write(json.dumps(function()).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(send)
    try:
        return json.loads(_everything(receive, seconds))
    except ValueError as error:
        raise Exceeded("its process ended without an answer") from error
    finally:
        os.close(receive)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _everything(fd: int, seconds: float) -> bytes:
    deadline, data = time.monotonic() + seconds, bytearray()
    while select.select([fd], [], [], max(0.0, deadline - time.monotonic()))[0]:
        piece = os.read(fd, 2**20)
        if not piece:
            return bytes(data)
        data += piece
    raise Exceeded("it took too long")


def send(sock: socket.socket, data: bytes, fds: list[int] | None = None) -> None:
    """Send one message between processes of ours, with open files. Raises OSError."""
    socket.send_fds(sock, [len(data).to_bytes(8, "big")], fds or [])
    sock.sendall(data)


def receive(sock: socket.socket, seconds: float | None) -> tuple[bytes, list[int]]:
    """Return the next message and its open files. Raises OSError if there is none, TimeoutError if it is late."""
    deadline = None if seconds is None else time.monotonic() + seconds
    sock.settimeout(seconds)
    head, fds, _, _ = socket.recv_fds(sock, 8, 1)
    if len(head) < 8:
        raise OSError("the other side closed")
    data, size = bytearray(), int.from_bytes(head, "big")
    while len(data) < size:
        if deadline is not None:
            sock.settimeout(max(1e-3, deadline - time.monotonic()))
        piece = sock.recv(min(size - len(data), 2**20))
        if not piece:
            raise OSError("the other side closed")
        data += piece
    return bytes(data), fds


def data_size() -> int:
    """Return what the kernel counts as this process's data, in bytes."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[5]) * resource.getpagesize()
