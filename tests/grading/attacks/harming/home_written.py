# Tries: A start-up file is written into the instructor's home (only one with a canary).
# Trace: file OWNED-home_written in HOME
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
import re
import os
import pathlib


homes = {os.path.expanduser("~")}
for pid in above():
    try:
        environment = pathlib.Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        continue
    homes |= {m.decode() for m in re.findall(rb"\0HOME=([^\0]*)", environment)}
for home in homes:
    if (pathlib.Path(home) / "canary.txt").exists():
        (pathlib.Path(home) / "OWNED-home_written").write_text("OWNED-home_written")
