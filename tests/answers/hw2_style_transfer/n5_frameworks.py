# Kept answers to n5_frameworks: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: another order
true_statements = ["E", "A", "C"]

# %% right: a set
true_statements = {"A", "C", "E"}

# %% right: small letters, a tuple
true_statements = ("a", "c", "e")

# %% right: letters of a text
true_statements = list("ACE")

# %% wrong: formulas are derived | loses: n5_frameworks_public, n5_frameworks_true
true_statements = ["A", "C", "D", "E"]

# %% wrong: no loops | loses: n5_frameworks_true
true_statements = ["A", "B", "C", "E"]

# %% wrong: kinks are no problem | loses: n5_frameworks_true
true_statements = ["A", "C", "E", "F"]

# %% wrong: memory is forgotten | loses: n5_frameworks_true
true_statements = ["A", "C"]

# %% wrong: only exact | loses: n5_frameworks_true
true_statements = ["A"]

# %% wrong: the false ones | loses: n5_frameworks_public, n5_frameworks_true
true_statements = ["B", "D", "F"]

# %% wrong: all | loses: n5_frameworks_public, n5_frameworks_true
true_statements = list("ABCDEF")

# %% wrong: a letter that is none | loses: n5_frameworks_public, n5_frameworks_true
true_statements = ["A", "C", "G"]

# %% right: letters in one text
true_statements = "A, C, E"

# %% right: letters in one word
true_statements = "ace"
