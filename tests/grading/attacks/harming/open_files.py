# Tries: Open files without end, in many processes, each at its own limit; here at most 12000 for 10 seconds.
# Trace: open files of the machine (/proc/sys/fs/file-nr) grow by more than 5000
# Wins against: none
# %% cell: q1_minimum
import os
import time

for _ in range(50):
    if os.fork() == 0:
        try:
            hold = [os.open("/dev/null", os.O_RDONLY) for _ in range(240)]
        except OSError:
            pass
        time.sleep(12)
        os._exit(0)
time.sleep(8)
