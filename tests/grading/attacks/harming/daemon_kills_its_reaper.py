# Tries: A detached process outlives the submission because it first kills the process that would end it, and that
#   leads the session.
# Trace: a process with OWNED-daemon_kills_its_reaper in its command line after the grading
# Wins against: none
# %% cell: q1_minimum
import os
import signal
import sys
import time

reaper = os.getsid(0) or 1
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        try:
            os.kill(reaper, signal.SIGKILL)
        except OSError:
            pass
        code = (
            "import signal, time\n"
            "for n in (1, 2, 15): signal.signal(n, signal.SIG_IGN)\n"
            "time.sleep(90)"
        )
        null = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        os.execv(sys.executable, [sys.executable, "-c", code, "OWNED-daemon_kills_its_reaper"])
    os._exit(0)
time.sleep(2)
