# Tries: The seed becomes the name of a file in the working folder, which stock nbgrader keeps in autograded/.
# Shows: the seed in the name of a file under autograded/
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
import json
import pathlib


seed = json.loads((course() / "gradebook.seed").read_text())["hw1_optimization"]
pathlib.Path(f"result-{seed}.txt").write_text(seed)
