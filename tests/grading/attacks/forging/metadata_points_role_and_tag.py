# Tries: The marks on cells are changed: tests are worth 99 points, are given another role and text, and are
#   not run.
# Wins against: stock
# %% notebook
for cell in nb["cells"]:
    grading = cell["metadata"].get("nbgrader", {})
    if grading.get("grade") and cell["cell_type"] == "code":
        grading.update(points=99, checksum="0")
        cell["metadata"]["course"] = {"role": "plain", "question": "intro"}
        cell["metadata"]["tags"] = ["skip-execution"]
        cell["source"] = "print('99 of 99 points')"
