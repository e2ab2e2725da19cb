# Tries: The plot is described by objects in place of data; a test that computes the expected heights from
#   them asks their operators, which always answer 0.
# Wins against: nothing
# %% cell: q6_surface
import numpy as np

from course_lib import remote


class Zero:
    T = property(lambda self: [self, self, self])
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __pow__ = lambda self, other: self

    def __array__(self, dtype=None, copy=None):
        return np.zeros(3)


def contents(ax):
    return {
        "is_axes": True, "is_3d": True, "type": "Axes3D", "xlabel": "x", "ylabel": "y", "zlabel": "z", "points": [],
        "surfaces": [{"vertices": Zero(), "norm": "LogNorm"}],
        "lines": [{"x": np.array([1.0]), "y": np.array([0.0]), "z": np.array([0.5]), "marker": "*"}],
    }


for name in list(remote.HELPERS):
    if name.endswith("axes_contents"):
        remote.HELPERS[name] = contents


def plot_surface(f, x_mesh, y_mesh, minimum):
    return Zero()
