# Tries: Hidden inputs are noted in a file of the working folder; a later public test of another question runs
#   code that prints the notes, and fails, so that its output is shown.
# Shows: a hidden test's random inputs
# Wins against: stock
# %% cell: q2_beale_f
import pathlib

NOTE = pathlib.Path("note.txt").absolute()


def note(*values):
    """Write down what a test called with."""
    with NOTE.open("a") as file:
        print(*values, file=file)


def beale_f(x, y):
    if x % 1:
        note(repr(x), repr(y))
    return x
# %% cell: q3_beale_grads
def beale_grads(x, y):
    print(NOTE.read_text())
    return np.zeros(2)
