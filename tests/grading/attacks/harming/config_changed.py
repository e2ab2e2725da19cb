# Tries: The course's nbgrader_config.py gets a line, which the next nbgrader command runs as the instructor.
# Trace: OWNED-config_changed in nbgrader_config.py
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
with (course() / "nbgrader_config.py").open("a") as file:
    file.write("\nOWNED = 'OWNED-config_changed'\n")
