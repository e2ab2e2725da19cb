# Tries: Answers claim to be library objects and the judge's own exported objects, so that tests compare those
#   with themselves.
# Wins against: nothing
# %% cell: q4_numerical_gradient
import sys


def worker():
    """Return the object that serves the judge in this process."""
    frame = sys._getframe()
    while frame is not None:
        if hasattr(frame.f_locals.get("self"), "peer"):
            return frame.f_locals["self"]
        frame = frame.f_back


class Claim:
    pass


peer = type(worker().peer)
own = peer._export
peer._export = lambda self, value: ["yours", 1] if isinstance(value, Claim) else own(self, value)


def numerical_gradient(f, x, y, h=1e-5):
    return Claim()
# %% cell: q3_beale_grads
def beale_grads(x, y):
    kind = type(Claim())
    kind.by_name = None
    return kind()
