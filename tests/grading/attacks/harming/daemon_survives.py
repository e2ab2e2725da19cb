# Tries: A process detached by two forks and a session of its own ignores signals and goes on after the
#   grading.
# Trace: a process with OWNED-daemon_survives in its command line after the grading
# Wins against: stock
# %% cell: q1_minimum
import os
import sys

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        code = (
            "import signal, time\n"
            "for n in (1, 2, 15): signal.signal(n, signal.SIG_IGN)\n"
            "time.sleep(90)"
        )
        null = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        os.execv(sys.executable, [sys.executable, "-c", code, "OWNED-daemon_survives"])
    os._exit(0)
