# Tries: A tree deeper than any path may be is left in the working folder: a plain removal fails on it.
# Trace: the grading fails, or a folder named OWNED-deep is left under /tmp or autograded/
# Wins against: none
# %% cell: q1_minimum
import os

start = os.getcwd()
os.mkdir("OWNED-deep")
os.chdir("OWNED-deep")
for _ in range(3000):
    os.mkdir("d" * 200)
    os.chdir("d" * 200)
os.chdir("/")
os.chdir(start)
