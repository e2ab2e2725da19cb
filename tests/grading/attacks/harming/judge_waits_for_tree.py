# Tries: A symbolic tree comes as a cell's result: reading it, the judge compares numbers that nobody can
#   compute.
# Trace: the grading of one submission with cell_seconds = 15 takes longer than 60 seconds
# Wins against: none
# %% cell: q1_minimum
import sys


def worker():
    """Return the object that serves the judge in this process."""
    frame = sys._getframe()
    while frame is not None:
        if hasattr(frame.f_locals.get("self"), "peer"):
            return frame.f_locals["self"]
        frame = frame.f_back


channel = worker().peer.channel
ten, depth = ["int", "10"], ["int", "10"]
power = ["fun", "Pow", [ten, ["fun", "Pow", [ten, ["int", "9"]]]]]
other = ["fun", "Add", [["fun", "factorial", [["int", "10000000"]]], power]]
tree = ["fun", "Interval", [["fun", "Pow", [["int", "7"], ["int", "100000000"]]], other]]
channel.send({"sync": [], "drop": [], "answer": ["Y", tree]}, [])
