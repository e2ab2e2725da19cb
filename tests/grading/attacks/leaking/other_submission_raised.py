# Tries: Another student's submission is read from submitted/ and carried out as the message of an error.
# Shows: the text of another student's q1_minimum (the harness marks it, for example VICTIM-SECRET-ANSWER)
# Wins against: both
# %% added: q1_minimum
import json
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


texts = []
for path in sorted((course() / "submitted").glob("*/*/*.ipynb")):
    for cell in json.loads(path.read_text())["cells"]:
        if cell.get("id") == "q1_minimum":
            texts.append(f"{path.parent.parent.name}: {''.join(cell['source'])}")
raise ValueError(" | ".join(texts))
