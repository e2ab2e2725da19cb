# Tries: Hidden inputs are written into a pipe that a cell left open; the public test's process, a fork of the
#   same, reads the other end.
# Shows: a hidden test's random inputs
# Wins against: stock
# %% cell: q2_beale_f
import os

READ, WRITE = os.pipe()
os.set_blocking(READ, False)


def beale_f(x, y):
    if x % 1:
        os.write(WRITE, f"{x!r} {y!r}\n".encode())
    return x
# %% cell: q3_beale_grads
def beale_grads(x, y):
    print(os.read(READ, 60000).decode())
    return np.zeros(2)
