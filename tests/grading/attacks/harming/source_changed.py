# Tries: The instructor's notebook in source/ is rewritten; whoever is graded next is graded by it.
# Trace: OWNED-source_changed in source/
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
for path in (course() / "source").glob("*/*.ipynb"):
    path.write_text(path.read_text().replace("checks.close(", "id('OWNED-source_changed',"))
