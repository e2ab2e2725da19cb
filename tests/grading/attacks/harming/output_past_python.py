# Tries: Bytes are written to the file descriptors 1 and 2 themselves, past what Python captures; here 100 MB.
# Trace: the grading command's own output, or the autograded notebook, is over 20 MB
# Wins against: stock
# %% cell: q1_minimum
import os

block = b"OWNED-output_past_python\n" * 40_000
for _ in range(50):
    for fd in (1, 2):
        try:
            os.write(fd, block)
        except OSError:
            pass
