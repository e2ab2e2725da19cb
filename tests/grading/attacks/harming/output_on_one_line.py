# Tries: Output without end and without a line break; here 100 MB, on standard error as well.
# Trace: the autograded notebook is over 20 MB
# Wins against: stock
# %% cell: q1_minimum
import sys

for _ in range(50):
    sys.stdout.write("OWNED-output_on_one_line" * 40_000)
    sys.stderr.write("OWNED-output_on_one_line" * 40_000)
