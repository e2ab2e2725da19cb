"""Framed messages over a socket, bounded in size and time. The lowest layer of the judge's protocol.

A message is a JSON value with binary parts: eight bytes with the length of all that follows this head, four bytes
of JSON length, four bytes of part count; then eight bytes for each part's length, JSON and parts. Nothing is pickled
or evaluated.
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
HEAD = struct.Struct(">QII")
SLACK = 0.5  # seconds for which a socket's timeout is not set anew

_encode = json.JSONEncoder(separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


def written(value: Any, parts: list[bytes]) -> bytes:
    """Return a whole message as bytes. Raises ValueError if it is too large."""
    json_text = _encode(value).encode()
    sizes = struct.pack(f">{len(parts)}Q", *map(len, parts))
    total = len(sizes) + len(json_text) + sum(map(len, parts))
    if total > MAX_BYTES or len(json_text) > MAX_JSON or len(parts) > MAX_PARTS:
        raise ValueError(f"a message of {total} bytes is too large (limit {MAX_BYTES})")
    return b"".join([HEAD.pack(total, len(json_text), len(parts)), sizes, json_text, *parts])


def read(data: bytes) -> tuple[Any, list[bytes]]:
    """Return a message that :func:`written` made, and its parts. Raises ValueError if it is none."""
    try:
        total, length, count = HEAD.unpack_from(data)
        if total != len(data) - HEAD.size or length > MAX_JSON or count > MAX_PARTS:
            raise ValueError("a message whose lengths do not fit")
        return _parsed(data[HEAD.size :], length, count)
    except (struct.error, RecursionError) as error:
        raise ValueError(f"a message cannot be read ({type(error).__name__})") from error


def _parsed(data: bytes, length: int, count: int) -> tuple[Any, list[bytes]]:
    """Return the JSON value of ``length`` bytes and the ``count`` parts that follow a message's head."""
    sizes, at = struct.unpack_from(f">{count}Q", data), 8 * count
    if at + length + sum(sizes) != len(data):
        raise ValueError("a message whose lengths do not fit")
    value = _decode(data[at : at + length].decode())
    parts, at = [], at + length
    for size in sizes:
        parts.append(data[at : at + size])
        at += size
    return value, parts


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
        self._timeout: float | None = None  # the deadline that the socket's timeout was set for, and when it was
        self._set_at = float("-inf")

    def send(self, value: Any, parts: list[bytes]) -> None:
        """Send one message. Raises ConnectionLost."""
        try:
            data = written(value, parts)
        except ValueError as error:
            self.fail(str(error))
        try:
            self._set_timeout()
            self.sock.sendall(data)
        except OSError as error:
            self._failed(error)

    def receive(self) -> tuple[Any, list[bytes]]:
        """Return the next message and its parts. Raises ConnectionLost."""
        total, length, count = HEAD.unpack(self._exactly(HEAD.size))
        if length > self.max_json or count > MAX_PARTS or total > MAX_BYTES:
            self.fail("a message is too large")
        try:
            return _parsed(self._exactly(total), length, count)
        except (struct.error, ValueError, RecursionError) as error:
            self.fail(f"a message cannot be read ({type(error).__name__})")

    def fail(self, reason: str) -> None:
        """Mark the connection lost for good and raise ConnectionLost."""
        self.lost = self.lost or reason
        raise ConnectionLost(self.lost)

    def close(self) -> None:
        """Close the socket; later calls raise ConnectionLost."""
        self.lost = self.lost or "closed"
        self.sock.close()

    def _exactly(self, count: int) -> bytes:
        chunks, got = [], 0
        while got < count:
            try:
                self._set_timeout()
                piece = self.sock.recv(min(count - got, 2**20))
            except OSError as error:
                self._failed(error)
            if not piece:
                self.fail("the student's process ended")
            chunks.append(piece)
            got += len(piece)
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    def _set_timeout(self) -> None:
        """Let the socket wait until the deadline and no longer. Raises ConnectionLost when it has passed."""
        if self.lost:
            raise ConnectionLost(self.lost)
        if self.deadline is None:
            if self._timeout is not None:
                self.sock.settimeout(None)
                self._timeout = None
            return
        now = time.monotonic()
        if now >= self.deadline:
            self.fail("the time was up")
        if self.deadline != self._timeout or now > self._set_at + SLACK:  # each setting is a system call
            self.sock.settimeout(self.deadline - now)
            self._timeout, self._set_at = self.deadline, now

    def _failed(self, error: OSError) -> None:
        self.fail(
            "the time was up" if isinstance(error, TimeoutError) else f"the student's process ended ({error.strerror})"
        )
