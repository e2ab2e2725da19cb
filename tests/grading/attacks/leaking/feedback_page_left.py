# Tries: A page with the hidden tests is written into the feedback folders of all students.
# Shows: a file with lines of hidden tests in feedback/
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
root = course()
for student in (root / "submitted").iterdir():
    place = root / "feedback" / student.name / "hw1_optimization"
    place.mkdir(parents=True, exist_ok=True)
    (place / "more.html").write_text((root / "source/hw1_optimization/beale_adam.ipynb").read_text())
