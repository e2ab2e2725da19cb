# Tries: A loop that takes no notice of interrupts; here 110 seconds.
# Trace: the grading of one submission with cell_seconds = 15 takes longer than 60 seconds
# Wins against: stock
# %% cell: q1_minimum
import signal
import time

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGXCPU, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
end = time.monotonic() + 110
while time.monotonic() < end:
    try:
        sum(range(10**6))
    except BaseException:
        pass
