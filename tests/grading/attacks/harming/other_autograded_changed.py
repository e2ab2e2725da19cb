# Tries: Other students' notebooks under autograded/ are rewritten: feedback is made from them.
# Trace: OWNED-other_autograded_changed in a notebook of autograded/ that is not the attacker's
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
for path in (course() / "autograded").glob("*/*/*.ipynb"):
    path.chmod(0o644)
    path.write_text(path.read_text().replace("Adam", "OWNED-other_autograded_changed"))
