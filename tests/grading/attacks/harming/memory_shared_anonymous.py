# Tries: Anonymous shared memory, touched by one process and kept by another; here at most 6 GiB.
# Trace: shared memory of the machine (Shmem in /proc/meminfo) grows by more than 3 GiB
# Wins against: stock
# %% cell: q1_minimum
import mmap
import os
import time

block = bytes([79]) * 2**26
maps = [mmap.mmap(-1, 2**29) for _ in range(12)]
if os.fork() == 0:
    for place in maps:
        for _ in range(8):
            place.write(block)
    os._exit(0)
time.sleep(12)
