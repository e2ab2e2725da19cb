# Tries: The processes above this one that grade are stopped with SIGSTOP: the grading hangs. Woken after 100
#   seconds.
# Trace: a grading process is in state T, or the grading takes longer than 95 seconds
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
import signal
import time
import os
import pathlib


pids = []
for pid in above()[1:]:
    command = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    grades = b"course_lib.grading.judge.server" in command or b"nbgrader" in command
    if grades and pathlib.Path(f"/proc/{pid}/cwd/canary.txt").exists():
        pids.append(pid)
if os.fork() == 0:
    os.setsid()
    time.sleep(100)
    for pid in pids:
        os.kill(pid, signal.SIGCONT)
    os._exit(0)
for pid in pids:
    os.kill(pid, signal.SIGSTOP)
