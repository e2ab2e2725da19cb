# Tries: Output without end, in many lines; here 200 MB.
# Trace: a grading process (judge or nbgrader) has over 0.8 GiB, 0.2 GiB otherwise, or the autograded notebook
#   is over 20 MB
# Wins against: stock
# %% cell: q1_minimum
import sys

block = "OWNED-output_flood\n" * 50_000
for _ in range(200):
    sys.stdout.write(block)
