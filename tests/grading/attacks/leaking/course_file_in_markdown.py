# Tries: A file of the course folder is shown as rendered markdown and as the title of a plot.
# Shows: the text of canary.txt of the course folder
# Wins against: both
# %% added: q1_minimum
from IPython.display import Markdown
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


text = (course() / "canary.txt").read_text()
display(Markdown(f"**{text}**"))
plt.figure(num=text)
plt.title(text)
print(plt.gcf().canvas.manager.get_window_title())
