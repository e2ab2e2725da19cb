# Tries: The student's process inherits the instructor's environment; a canary in it is printed.
# Shows: the value of COURSE_CANARY
# Wins against: stock
# %% added: q1_minimum
import os

print(os.environ["COURSE_CANARY"])
