# Tries: A detached process outlives the submission because the student first kills the process that would end
#   it: the parents in between, up to the judge.
# Trace: a process with OWNED-daemon_kills_its_reaper in its command line after the grading
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
import signal
import sys
import time
import os
import pathlib


for pid in above()[1:]:
    if b"course_lib.grading.judge.worker" not in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0"):
        break
    if os.getsid(pid) == pid:  # the root of this submission leads its session
        os.kill(pid, signal.SIGKILL)
        break
time.sleep(0.5)
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
        os.execv(sys.executable, [sys.executable, "-c", code, "OWNED-daemon_kills_its_reaper"])
    os._exit(0)
