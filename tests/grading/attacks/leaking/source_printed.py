# Tries: The instructor's notebook is read from source/ and its hidden tests are printed by a cell.
# Shows: lines of hidden tests in the outputs of autograded/ and feedback/
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
import json


cells = json.loads((course() / "source/hw1_optimization/beale_adam.ipynb").read_text())["cells"]
print("\n".join("".join(c["source"]) for c in cells if "HIDDEN TESTS" in "".join(c["source"])))
