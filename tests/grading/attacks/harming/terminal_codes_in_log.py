# Tries: Escape codes in an error and in cell texts reach the instructor's terminal through the log.
# Trace: the byte ESC followed by ]0;OWNED-terminal_codes_in_log in the output of the grading command
# Wins against: stock
# %% cell: q1_minimum
import os
import sys

title = "\x1b]0;OWNED-terminal_codes_in_log\x07\x1b[2J"
print(title, file=sys.stderr)
print(title, file=sys.__stderr__, flush=True)
os.write(2, title.encode())
os.write(1, title.encode())
raise RuntimeError(title)
