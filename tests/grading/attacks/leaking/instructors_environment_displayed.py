# Tries: The environment of the instructor's processes is read through /proc and displayed (only the canary).
# Shows: the value of COURSE_CANARY
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
import re
import pathlib


for pid in above():
    data = pathlib.Path(f"/proc/{pid}/environ").read_bytes()
    found = re.search(rb"COURSE_CANARY=[^\0]*", data)
    if found:
        display({"environment": found[0].decode()})
        break
