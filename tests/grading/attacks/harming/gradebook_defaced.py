# Tries: Every student's name in gradebook.db is rewritten.
# Trace: OWNED-gradebook_defaced in table student of gradebook.db
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
import sqlite3


with sqlite3.connect(course() / "gradebook.db") as database:
    database.execute("UPDATE student SET first_name = 'OWNED-gradebook_defaced'")
