"""Cheap copies of a process that has imported what it needs."""

from __future__ import annotations

import _thread
import ctypes
import gc
import os
import random
from pathlib import Path

MADV_COLLAPSE = 25  # Linux 6.1 and later
HUGE = 2 * 2**20

_c = ctypes.PyDLL(None, use_errno=True)  # calls what it names with Python's lock held


def settle() -> None:
    """Never look at what is imported when collecting garbage, and hold it in few large pages.

    A fork copies the table of pages, and a garbage collection in the child would copy the pages themselves. Where
    the kernel has no large pages, forks cost more and nothing else changes.
    """
    gc.collect()
    gc.freeze()
    _c.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    for line in Path("/proc/self/maps").read_text().splitlines():
        addresses, rights, *rest = line.split(None, 5)
        if rights != "rw-p" or (len(rest) > 3 and rest[3].strip() != "[heap]"):
            continue
        first, last = (int(a, 16) for a in addresses.split("-"))
        for page in range(-(-first // HUGE) * HUGE, last - HUGE + 1, HUGE):
            _c.madvise(page, HUGE, MADV_COLLAPSE)


def fork() -> int:
    """Fork this process: return 0 in the copy, its number here.

    The copy is exactly that: ``os.fork`` would seed Python's own generator anew, so that an answer that draws from it
    without a seed came to something else each time it is graded. Where there is one thread, as a rule, nothing needs
    to be repaired in the copy either, which costs a third of it.
    """
    if _thread._count() == 0:
        pid = _c.fork()
        if pid < 0:
            number = ctypes.get_errno()
            raise OSError(number, f"fork: {os.strerror(number)}")
        return pid
    state = random.getstate()
    pid = os.fork()
    if pid == 0:
        random.setstate(state)
    return pid
