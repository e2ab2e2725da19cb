# Tries: Hidden inputs are noted in anonymous shared memory that all forks of the notebook have, and printed
#   by a later public test.
# Shows: a hidden test's random inputs
# Wins against: stock
# %% cell: q2_beale_f
import mmap

shared = mmap.mmap(-1, 65536)


def beale_f(x, y):
    if x % 1:
        shared.write(f"{x!r} {y!r}\n".encode())
        shared[60000:60008] = shared.tell().to_bytes(8, "little")
    return x
# %% cell: q3_beale_grads
def beale_grads(x, y):
    print(shared[: int.from_bytes(shared[60000:60008], "little")].decode())
    return np.zeros(2)
