# Tries: The processes above this one that grade (the judge's and nbgrader's) are killed.
# Trace: the grading command ends by signal 9, or the other students are not graded
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
import signal
import os
import pathlib


for pid in above()[1:]:
    command = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    grades = b"course_lib.grading.judge.server" in command or b"nbgrader" in command
    if grades and pathlib.Path(f"/proc/{pid}/cwd/canary.txt").exists():
        os.kill(pid, signal.SIGKILL)
