# Tries: Memory in files that exist only in memory: no bound on a process counts it. Here at most 6 GiB.
# Trace: shared memory of the machine (Shmem in /proc/meminfo) grows by more than 3 GiB
# Wins against: none
# %% cell: q1_minimum
import os
import time

files, block = [], bytes([79]) * 2**26
for _ in range(24):  # of 256 MiB each: a bound on the size of a file does not help
    files.append(os.memfd_create("OWNED-memory_in_memfd"))
    for _ in range(4):
        os.write(files[-1], block)
time.sleep(5)
