# Tries: Hidden inputs are noted in /tmp and come back as an attribute of a wrong answer's type name.
# Shows: a hidden test's random inputs
# Wins against: stock
# %% cell: q2_beale_f
import pathlib

NOTE = pathlib.Path("/tmp/OWNED-notes-of-a-test.txt")


def note(*values):
    """Write down what a test called with."""
    with NOTE.open("a") as file:
        print(*values, file=file)


def beale_f(x, y):
    if x % 1:
        note(repr(x), repr(y))
    return x
# %% cell: q6_surface
def plot_surface(f, x_mesh, y_mesh, minimum):
    return type(NOTE.read_text().replace("\n", " ")[:900], (), {})()
