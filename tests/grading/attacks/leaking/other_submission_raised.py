# Tries: Another student's submission is read from submitted/ and carried out as the message of an error.
# Shows: the text of another student's q1_minimum (the harness marks it, for example VICTIM-SECRET-ANSWER)
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
import json


texts = []
for path in sorted((course() / "submitted").glob("*/*/*.ipynb")):
    for cell in json.loads(path.read_text())["cells"]:
        if cell.get("id") == "q1_minimum":
            texts.append(f"{path.parent.parent.name}: {''.join(cell['source'])}")
raise ValueError(" | ".join(texts))
