"""Framed messages over a socket, bounded in size and time. The lowest layer of the judge's protocol.

A message is a JSON value with binary parts: four bytes of JSON length, four bytes of part count, eight bytes for
each part's length, then JSON and parts. Nothing is pickled or evaluated.
"""

from __future__ import annotations

import json
import socket
import struct
import time
from typing import Any

MAX_BYTES = 128 * 2**20
MAX_JSON = 16 * 2**20  # JSON takes many times its size when it is read
MAX_PARTS = 100_000


class ConnectionLost(BaseException):
    """The student's process is gone, too slow, or broke the protocol. Sticky, and no ``except Exception`` eats it."""


class Channel:
    """One end of a connection.

    Parameters
    ----------
    sock : socket.socket
        A connected stream socket.
    deadline : float, optional
        Time (``time.monotonic()``) after which every call raises; None for no bound.
    """

    def __init__(self, sock: socket.socket, deadline: float | None = None):
        self.sock = sock
        self.deadline = deadline
        self.lost: str | None = None
        self.max_json = MAX_JSON

    def send(self, value: Any, parts: list[bytes]) -> None:
        """Send one message. Raises ConnectionLost."""
        head = json.dumps(value, separators=(",", ":")).encode()
        sizes = struct.pack(f">{len(parts)}Q", *map(len, parts))
        total = len(head) + sum(map(len, parts))
        if total > MAX_BYTES or len(head) > MAX_JSON or len(parts) > MAX_PARTS:
            self.fail(f"a message of {total} bytes is too large (limit {MAX_BYTES})")
        self._guard(
            lambda: self.sock.sendall(b"".join([struct.pack(">II", len(head), len(parts)), sizes, head, *parts]))
        )

    def receive(self) -> tuple[Any, list[bytes]]:
        """Return the next message and its parts. Raises ConnectionLost."""
        length, count = struct.unpack(">II", self._exactly(8))
        if length > self.max_json or count > MAX_PARTS:
            self.fail("a message is too large")
        sizes = struct.unpack(f">{count}Q", self._exactly(8 * count))
        if length + sum(sizes) > MAX_BYTES:
            self.fail("a message is too large")
        head = self._exactly(length)
        parts = [self._exactly(size) for size in sizes]
        try:
            return json.loads(head), parts
        except (ValueError, RecursionError) as error:
            self.fail(f"a message cannot be read ({type(error).__name__})")
            raise AssertionError from error  # fail always raises

    def fail(self, reason: str) -> None:
        """Mark the connection lost for good and raise ConnectionLost."""
        self.lost = self.lost or reason
        raise ConnectionLost(self.lost)

    def close(self) -> None:
        """Close the socket; later calls raise ConnectionLost."""
        self.lost = self.lost or "closed"
        self.sock.close()

    def _exactly(self, count: int) -> bytes:
        chunks = bytearray()
        while len(chunks) < count:
            missing = min(count - len(chunks), 2**20)
            piece = self._guard(lambda missing=missing: self.sock.recv(missing))
            if not piece:
                self.fail("the student's process ended")
            chunks += piece
        return bytes(chunks)

    def _guard(self, action: Any) -> Any:
        if self.lost:
            raise ConnectionLost(self.lost)
        try:
            if self.deadline is None:
                self.sock.settimeout(None)
            else:
                self.sock.settimeout(max(1e-3, self.deadline - time.monotonic()))
                if time.monotonic() > self.deadline:
                    self.fail("the time was up")
            return action()
        except TimeoutError:
            self.fail("the time was up")
        except OSError as error:
            self.fail(f"the student's process ended ({error.strerror})")
