"""A processor of its own for each judge.

A judge and the processes of a submission take turns: each asks the other and waits. On one processor that costs less
time than across two, and a submission that keeps many processes busy slows down none but itself.
"""

from __future__ import annotations

import os
import socket


class Claim:
    """The right to one of this machine's processors, as long as no other judge of any process here has it.

    ``number`` is None where each is taken, or the system cannot keep a process on one. Ends with this process.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        for number in sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else ():
            self._sock = socket.socket(socket.AF_UNIX)
            try:
                self._sock.bind(f"\0course_lib judge on processor {number}")
            except OSError:
                self._sock.close()
                continue
            self.number = number
            break

    def release(self) -> None:
        """Leave the processor to others."""
        if self.number is not None:
            self._sock.close()
            self.number = None
