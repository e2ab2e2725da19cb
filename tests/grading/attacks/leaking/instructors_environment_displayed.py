# Tries: The environment of the instructor's processes is read through /proc and displayed (only the canary).
# Shows: the value of COURSE_CANARY
# Wins against: both
# %% added: q1_minimum
import re
import os
import pathlib


def above():
    """Return the ids of the processes above this one, nearest first."""
    pid, found = os.getpid(), []
    while pid > 1:
        found.append(pid)
        pid = int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    return found


def course():
    """Return the class folder: where a process above this one works. Only one with a canary."""
    for pid in above():
        here = pathlib.Path(os.readlink(f"/proc/{pid}/cwd"))
        for folder in (here, *here.parents):
            if (folder / "canary.txt").exists() and (folder / "source").is_dir():
                return folder
    raise FileNotFoundError


for pid in above():
    data = pathlib.Path(f"/proc/{pid}/environ").read_bytes()
    found = re.search(rb"COURSE_CANARY=[^\0]*", data)
    if found:
        display({"environment": found[0].decode()})
        break
