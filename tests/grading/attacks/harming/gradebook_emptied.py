# Tries: gradebook.db is overwritten, so that all marks are lost.
# Trace: gradebook.db begins with OWNED-gradebook_emptied, is missing, or has lost the other students
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
(course() / "gradebook.db").write_text("OWNED-gradebook_emptied")
