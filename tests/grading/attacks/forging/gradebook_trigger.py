# Tries: A trigger left in gradebook.db raises every automatic score that nbgrader writes later.
# Wins against: stock
# Uses: class_folder
# %% cell: q1_minimum
import sqlite3


with sqlite3.connect(course() / "gradebook.db") as database:
    database.execute(
        "CREATE TRIGGER forge AFTER UPDATE OF auto_score ON grade WHEN NEW.auto_score < 1 "
        "BEGIN UPDATE grade SET auto_score = 1 WHERE id = NEW.id; END"
    )
