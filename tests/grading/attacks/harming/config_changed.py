# Tries: The course's nbgrader_config.py gets a line, which the next nbgrader command runs as the instructor.
# Trace: OWNED-config_changed in nbgrader_config.py
# Wins against: none
# %% cell: q1_minimum
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


with (course() / "nbgrader_config.py").open("a") as file:
    file.write("\nOWNED = 'OWNED-config_changed'\n")
