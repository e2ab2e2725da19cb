# Tries: Ten processes of 600 MiB each: none of them is large.
# Trace: memory over 3 GiB in all
# Wins against: stock
# %% cell: q1_minimum
import os
import time

import numpy as np

for _ in range(10):
    if os.fork() == 0:
        hold = np.ones(600 * 2**17)
        time.sleep(15)
        os._exit(0)
time.sleep(10)
