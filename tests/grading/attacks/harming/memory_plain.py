# Tries: A list of large arrays, every page touched; here at most 6 GiB for 5 seconds.
# Trace: memory over 3 GiB
# Wins against: stock
# %% cell: q1_minimum
import time

import numpy as np

hold = [np.ones(2**27) for _ in range(6)]
time.sleep(5)
del hold
