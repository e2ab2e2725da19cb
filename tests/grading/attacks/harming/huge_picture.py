# Tries: A plot of noise with millions of points of a picture, shown three times.
# Trace: the autograded notebook is over 20 MB
# Wins against: ?
# %% cell: q1_minimum
import numpy as np
from IPython.display import Image, display

for number in range(3):
    plt.figure(num=f"OWNED-huge_picture {number}", figsize=(36, 36), dpi=100)
    plt.axes([0, 0, 1, 1]).imshow(np.random.default_rng(number).uniform(0, 1, (3000, 3000)), cmap="hsv")
plt.show()
