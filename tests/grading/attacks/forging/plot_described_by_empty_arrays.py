# Tries: A plot is described, not drawn: an empty array is near every point, and heights are objects whose difference
#   is a plain zero, so that the test computes its expected values from them.
# Wins against: nothing
# %% cell: q6_surface
import numpy as np

from course_lib import remote


class Odd:
    def __sub__(self, other):
        return np.zeros(3)

    __pow__ = __sub__


class Vertices:
    T = [Odd(), Odd(), np.full(3, 0.5)]


remote.HELPERS["course_lib.checks.plots.axes_contents"] = lambda ax: {
    "is_axes": True, "is_3d": True, "type": "Axes3D", "xlabel": "x", "ylabel": "y", "zlabel": "z", "points": [],
    "surfaces": [{"vertices": Vertices(), "norm": "LogNorm"}],
    "lines": [{"x": np.zeros((0, 1)), "y": np.zeros((0, 1)), "z": np.zeros((0, 1)), "marker": "*"}],
}


def plot_surface(f, x_mesh, y_mesh, minimum):
    return Vertices()
