# Tries: Data on the edge of what a comparison reads: empty, NaN, infinite, float16, object, recursive and
#   huge arrays.
# Wins against: nothing
# %% cell: q1_minimum
min_x = min_y = float("nan")
# %% cell: q2_beale_f
import numpy as np


def beale_f(x, y):
    return np.zeros((0,)) if np.ndim(x) else np.float16(65504)
# %% cell: q3_beale_grads
def beale_grads(x, y):
    return np.array([complex(0, np.inf), None], dtype=object)
# %% cell: q4_numerical_gradient
def numerical_gradient(f, x, y, h=1e-5):
    loop = [0.0, 1.0]
    loop.append(loop)
    return loop
# %% cell: q5_trap
trap_value, trap_kind, descent_direction = np.ma.masked, b"", np.array([5e-324, 5e-324])
# %% cell: q8_first_steps
hand_w1 = np.ma.masked_array([0.0], mask=[True])
hand_w2, hand_ratio = np.empty((0, 1)), np.broadcast_to(np.float32("inf"), (1, 1))
# %% cell: q9_adam
class AdamOptimizer:
    x = y = path = z_history = range(10**15)

    def __init__(self, *args, **kwargs):
        pass

    def train(self, steps):
        return None
