# Tries: During its cell the student answers on the socket what will only be asked later: a stack of answers
#   that every question meets before the real one.
# Wins against: nothing
# %% cell: q1_minimum
import sys


def worker():
    """Return the object that serves the judge in this process."""
    frame = sys._getframe()
    while frame is not None:
        if hasattr(frame.f_locals.get("self"), "peer"):
            return frame.f_locals["self"]
        frame = frame.f_back


peer = worker().peer
for _ in range(20):
    peer.channel.send({"sync": [], "drop": [], "answer": ["T", [0.0]]}, [])
min_x = min_y = 0.0
