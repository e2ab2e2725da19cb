# Tries: The student calls the judge back with lists that contain themselves and 100 MB each: the judge
#   remembers them for as long as something refers to them, that is for ever. Here at most 5 GB.
# Trace: memory of the judge's process over 1 GiB (0.2 GiB otherwise)
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
data = bytes(100_000_000)
for number in range(50):
    key = -1000 - 2 * number
    array = ["S", key - 1, ["A", "|u1", [len(data)], 0]]
    loop = ["S", key, ["L", [["R", key], array]]]
    empty = ["T", []]
    channel.send({"op": "callback", "args": ["T", [loop]], "names": empty, "values": empty}, [data])
    channel.receive()
