# Tries: Threads in place of processes, which a bound on processes may not count; here 2000 for 10 seconds.
# Trace: more than 1000 threads at once
# Wins against: none
# %% cell: q1_minimum
import threading
import time

threading.stack_size(65536)
try:
    for _ in range(2000):
        threading.Thread(target=time.sleep, args=(10,), daemon=True).start()
except RuntimeError:
    pass
time.sleep(3)
