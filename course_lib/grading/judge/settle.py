"""Makes a process cheap to fork, once it has imported what it needs."""

from __future__ import annotations

import ctypes
import gc
from pathlib import Path

MADV_COLLAPSE = 25  # Linux 6.1 and later
HUGE = 2 * 2**20


def settle() -> None:
    """Never look at what is imported when collecting garbage, and hold it in few large pages.

    A fork copies the table of pages, and a garbage collection in the child would copy the pages themselves. Where
    the kernel has no large pages, forks cost more and nothing else changes.
    """
    gc.collect()
    gc.freeze()
    madvise = ctypes.CDLL(None).madvise
    madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    for line in Path("/proc/self/maps").read_text().splitlines():
        addresses, rights, *rest = line.split(None, 5)
        if rights != "rw-p" or (len(rest) > 3 and rest[3].strip() != "[heap]"):
            continue
        first, last = (int(a, 16) for a in addresses.split("-"))
        for page in range(-(-first // HUGE) * HUGE, last - HUGE + 1, HUGE):
            madvise(page, HUGE, MADV_COLLAPSE)
