# Tries: A plot of noise with millions of points of a picture, shown three times.
# Trace: the autograded notebook is over 20 MB
# Wins against: stock
# %% cell: q1_minimum
import io

import numpy as np
from IPython.display import Image, display

for number in range(3):
    data = io.BytesIO()
    plt.imsave(data, np.random.default_rng(number).uniform(0, 1, (3000, 3000)), cmap="hsv", format="png")
    display(Image(data.getvalue()))
plt.figure(figsize=(60, 60)).add_subplot().imshow(np.random.default_rng(9).uniform(0, 1, (2000, 2000)))
plt.show()
