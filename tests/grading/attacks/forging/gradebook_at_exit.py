# Tries: A handler registered with atexit rewrites gradebook.db when the Python process ends.
# Wins against: stock
# Uses: class_folder
# %% cell: q1_minimum
import atexit
import sqlite3


def late(path=course() / "gradebook.db"):
    with sqlite3.connect(path) as database:
        database.execute("UPDATE grade SET manual_score = 4.0")


atexit.register(late)
