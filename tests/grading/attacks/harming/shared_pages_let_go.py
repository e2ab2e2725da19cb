# Tries: Shared memory whose pages the process lets go of, so that no process seems to have them; here 3 GiB.
# Trace: shared memory of the machine (Shmem in /proc/meminfo) grows by more than 2 GiB
# Wins against: none
# %% cell: q1_minimum
import mmap
import os
import time

maps = []
for _ in range(6):
    maps.append(mmap.mmap(os.open("/dev/zero", os.O_RDWR), 2**29) if len(maps) % 2 else mmap.mmap(-1, 2**29))
    for _ in range(8):
        maps[-1].write(bytes([79]) * 2**26)
        maps[-1].madvise(mmap.MADV_DONTNEED)
time.sleep(8)
