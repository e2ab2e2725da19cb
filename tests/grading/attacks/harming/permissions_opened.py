# Tries: The gradebook and the secret seed are made readable and writable by everybody.
# Trace: mode 0o777 on gradebook.seed or gradebook.db
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
for name in ("gradebook.seed", "gradebook.db"):
    (course() / name).chmod(0o777)
