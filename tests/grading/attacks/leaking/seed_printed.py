# Tries: The secret seed of the hidden inputs is read from gradebook.seed and printed.
# Shows: the seed
# Wins against: both
# %% added: q1_minimum
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


print((course() / "gradebook.seed").read_text())
