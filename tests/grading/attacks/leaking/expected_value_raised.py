# Tries: The answer looks up the caller's expected value and raises it as the message of an error.
# Shows: the `expected` of a hidden test (the harness computes f at its random inputs)
# Wins against: stock
# %% cell: q2_beale_f
import sys


def beale_f(x, y):
    frame = sys._getframe(1)
    raise ValueError(f"at {x!r}, {y!r} expected {frame.f_globals.get('expected')!r}")
