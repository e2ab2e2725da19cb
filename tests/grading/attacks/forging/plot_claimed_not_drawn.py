# Tries: Nothing is drawn: the helper that looks at the axes beside them is patched and describes a contour
#   plot.
# Wins against: nothing
# %% cell: q7_contours
import numpy as np

from course_lib import remote
from course_lib.checks import plots

levels = np.logspace(-0.5, 5, 35)


def contents(ax):
    return {
        "is_axes": True, "is_3d": False, "type": "Axes", "xlabel": "x", "ylabel": "y", "zlabel": "", "points": [],
        "contours": [{"levels": levels, "norm": "LogNorm", "filled": False, "points": np.zeros((1, 3))}],
        "lines": [{"x": np.array([1.0]), "y": np.array([0.0]), "z": np.array([]), "marker": "*"}],
    }


plots.axes_contents = contents
for name in list(remote.HELPERS):
    if name.endswith("axes_contents"):
        remote.HELPERS[name] = contents


def plot_contours(f, x_mesh, y_mesh, minimum):
    return contents
