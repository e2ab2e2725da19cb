# Tries: The marks are rewritten in gradebook.db: a manual score stands above the grader's own.
# Wins against: stock
# Uses: class_folder
# %% cell: q1_minimum
import sqlite3


with sqlite3.connect(course() / "gradebook.db") as database:
    database.execute("UPDATE grade SET manual_score = 4.0, extra_credit = 1.0, needs_manual_grade = 0")
