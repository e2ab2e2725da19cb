# Kept answers to t1_smoothness: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: a tuple
proof_order = ("D", "G", "B", "E", "A")

# %% right: small letters with spaces around
proof_order = [" d", "g ", "b", "e", " a "]

# %% right: list of a text
proof_order = list("DGBEA")

# %% right: split at the spaces
proof_order = "D G B E A".split()

# %% right: one text of five letters
proof_order = "DGBEA"

# %% right: NumPy's texts
proof_order = [letter for letter in np.array(["D", "G", "B", "E", "A"])]

# %% right: built step by step
proof_order = ["D"]
proof_order.append("G")
proof_order += ["B", "E"]
proof_order = proof_order + ["A"]

# %% right: through the positions
steps = ["A", "B", "C", "D", "E", "F", "G"]
proof_order = [steps[i] for i in (3, 6, 1, 4, 0)]

# %% right: a comprehension over a text with hyphens
proof_order = [letter for letter in "D-G-B-E-A".lower() if letter.isalpha()]

# %% wrong: smoothness without its t, step F | loses: t1_smoothness_order
proof_order = ["D", "G", "B", "F", "A"]

# %% wrong: smoothness before Cauchy-Schwarz | loses: t1_smoothness_order
proof_order = ["D", "G", "E", "B", "A"]

# %% wrong: bounded before anything is subtracted | loses: t1_smoothness_order
proof_order = ["D", "B", "G", "E", "A"]

# %% wrong: subtracts last | loses: t1_smoothness_order
proof_order = ["D", "B", "E", "A", "G"]

# %% wrong: convexity in place of Cauchy-Schwarz | loses: t1_smoothness_order
proof_order = ["D", "G", "C", "E", "A"]

# %% wrong: D and G swapped | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["G", "D", "B", "E", "A"]

# %% wrong: backwards | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["A", "E", "B", "G", "D"]

# %% wrong: the order of the table | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["A", "B", "D", "E", "G"]

# %% wrong: begins with convexity | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["C", "D", "B", "E", "A"]

# %% wrong: all seven steps | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["D", "G", "C", "B", "F", "E", "A"]

# %% wrong: E and F both | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["D", "G", "B", "F", "E", "A"]

# %% wrong: without the last integral | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["D", "G", "B", "E"]

# %% wrong: a step twice | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["D", "G", "B", "E", "E"]

# %% wrong: numbers of the steps | loses: t1_smoothness_public, t1_smoothness_order
proof_order = [4, 7, 2, 5, 1]

# %% wrong: the place of each step in the proof | loses: t1_smoothness_public, t1_smoothness_order
proof_order = {"A": 5, "B": 3, "D": 1, "E": 4, "G": 2}

# %% wrong: the first step five times | loses: t1_smoothness_public, t1_smoothness_order
proof_order = ["D"] * 5

# %% right: one text with commas
proof_order = "D, G, B, E, A"

# %% right: an array of letters
proof_order = np.array(list("DGBEA"))
