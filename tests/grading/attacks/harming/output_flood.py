# Tries: Output without end, in many lines; here 200 MB.
# Trace: the autograded notebook is over 20 MB, or the grader's memory grows by more than 1 GiB
# Wins against: ?
# %% cell: q1_minimum
import sys

block = "OWNED-output_flood\n" * 50_000
for _ in range(200):
    sys.stdout.write(block)
