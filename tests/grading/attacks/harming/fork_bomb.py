# Tries: Processes without end; here 400, each in a session of its own, for 20 seconds.
# Trace: more than 100 processes at once
# Wins against: none
# %% cell: q1_minimum
import os
import time

for _ in range(400):
    try:
        if os.fork() == 0:
            os.setsid()
            time.sleep(20)
            os._exit(0)
    except OSError:
        break
time.sleep(3)
