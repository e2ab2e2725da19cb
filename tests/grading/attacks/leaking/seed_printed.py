# Tries: The secret seed of the hidden inputs is read from gradebook.seed and printed.
# Shows: the seed
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
print((course() / "gradebook.seed").read_text())
