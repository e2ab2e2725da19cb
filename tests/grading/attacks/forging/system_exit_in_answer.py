# Tries: The answer raises SystemExit and GeneratorExit, which no `except Exception` of a check catches.
# Wins against: nothing
# %% cell: q2_beale_f
def beale_f(x, y):
    raise SystemExit(0)
# %% cell: q3_beale_grads
def beale_grads(x, y):
    raise GeneratorExit
# %% cell: q4_numerical_gradient
def numerical_gradient(f, x, y, h=1e-5):
    raise StopIteration
