# Kept answers to q8_first_steps: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: decimal numbers, four and three places
hand_w1 = 0.9
hand_w2 = 0.8004
hand_ratio = 3.162

# %% right: a loop of plain Python
w, m, v, points = 1.0, 0.0, 0.0, []
for t in (1, 2):
    g = 2 * w
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    w -= 0.1 * (m / (1 - 0.9**t)) / (v / (1 - 0.999**t)) ** 0.5
    points.append(w)
hand_w1, hand_w2 = points
hand_ratio = 10**0.5

# %% right: torch's Adam
import torch

w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
adam = torch.optim.Adam([w], lr=0.1)
points = []
for _ in range(2):
    adam.zero_grad()
    (w**2).backward()
    adam.step()
    points.append(w.item())
hand_w1, hand_w2 = points
hand_ratio = 0.1 / torch.sqrt(torch.tensor(0.001))

# %% right: arrays of one entry, corrections folded into the rate
w, m, v = np.array([1.0]), np.zeros(1), np.zeros(1)
points = [w]
for t in range(1, 3):
    g = 2 * points[-1]
    m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
    points.append(points[-1] - 0.1 * np.sqrt(1 - 0.999**t) / (1 - 0.9**t) * m / np.sqrt(v))
hand_w1, hand_w2 = points[1], points[2]
hand_ratio = np.sqrt(np.array([10.0]))

# %% right: with ε kept, and weighted means in place of corrections
g1 = 2.0
hand_w1 = 1 - 0.1 * g1 / (np.sqrt(g1**2) + 1e-8)
g2 = 2 * hand_w1
mean = np.average([g1, g2], weights=[0.9, 1])
square = np.average([g1**2, g2**2], weights=[0.999, 1])
hand_w2 = hand_w1 - 0.1 * mean / (np.sqrt(square) + 1e-8)
hand_ratio = (1 - 0.9) / np.sqrt(1 - 0.999)

# %% right: exact fractions up to the root
from fractions import Fraction
from math import sqrt

m_hat = Fraction(36, 100) / Fraction(19, 100)
v_hat = Fraction(7236, 10**6) / Fraction(1999, 10**6)
hand_w1 = Fraction(9, 10)
hand_w2 = 0.9 - 0.1 * m_hat / sqrt(v_hat)
hand_ratio = sqrt(10)

# %% wrong: no bias correction in either step | loses: q8_first_steps_public, q8_first_steps_second
hand_w1 = 1 - 0.1 * 0.2 / 0.004**0.5
hand_w2 = 0.683772 - 0.1 * (0.9 * 0.2 + 0.1 * 1.367544) / (0.999 * 0.004 + 0.001 * 1.367544**2) ** 0.5
hand_ratio = 10**0.5

# %% wrong: plain gradient descent | loses: q8_first_steps_public, q8_first_steps_second, q8_first_steps_ratio
hand_w1 = 1 - 0.1 * 2
hand_w2 = 0.8 - 0.1 * 1.6
hand_ratio = 1.0

# %% wrong: the sign of the step | loses: q8_first_steps_public, q8_first_steps_second
hand_w1 = 1.1
hand_w2 = 1.1 + 0.1 * (0.1 * 2.2 + 0.18) / 0.19 / ((0.001 * 2.2**2 + 0.999 * 0.004) / 0.001999) ** 0.5
hand_ratio = 10**0.5

# %% wrong: the second step also has length α | loses: q8_first_steps_second
hand_w1 = 0.9
hand_w2 = 0.8
hand_ratio = 10**0.5

# %% wrong: the corrections of the first step in the second | loses: q8_first_steps_second
hand_w1 = 0.9
hand_w2 = 0.9 - 0.1 * (0.36 / 0.1) / (0.007236 / 0.001) ** 0.5
hand_ratio = 10**0.5

# %% wrong: the means are not kept | loses: q8_first_steps_second
hand_w1 = 0.9
hand_w2 = 0.9 - 0.1 * (0.18 / 0.19) / (0.00324 / 0.001999) ** 0.5
hand_ratio = 10**0.5

# %% wrong: the corrections are β to the t | loses: q8_first_steps_public, q8_first_steps_second
hand_w1 = 1 - 0.1 * (0.2 / 0.9) / (0.004 / 0.999) ** 0.5
hand_w2 = 0.648772 - 0.1 * (0.309754 / 0.81) / (0.00568 / 0.998001) ** 0.5
hand_ratio = 10**0.5

# %% wrong: no root in the second step | loses: q8_first_steps_second
hand_w1 = 0.9
hand_w2 = 0.9 - 0.1 * (0.36 / 0.19) / (0.007236 / 0.001999)
hand_ratio = 10**0.5

# %% wrong: no correction in the second step | loses: q8_first_steps_second
hand_w1 = 0.9
hand_w2 = 0.9 - 0.1 * 0.36 / 0.007236**0.5
hand_ratio = 10**0.5

# %% wrong: the second mean forgets to weight the first by 0.9 | loses: q8_first_steps_second
hand_w1 = 0.9
hand_w2 = 0.9 - 0.1 * (0.38 / 0.19) / (0.007236 / 0.001999) ** 0.5
hand_ratio = 10**0.5

# %% wrong: rounded to one decimal on the way | loses: q8_first_steps_second
hand_w1 = 0.9
hand_w2 = 0.9 - 0.1 * 1.9 / 1.9
hand_ratio = 10**0.5

# %% wrong: the two β exchanged in the second step | loses: q8_first_steps_second
hand_w1 = 0.9
hand_w2 = 0.9 - 0.1 * (0.003798 / 0.001999) / (0.684 / 0.19) ** 0.5
hand_ratio = 10**0.5

# %% wrong: the ratio upside down | loses: q8_first_steps_ratio
hand_w1 = 0.9
hand_w2 = 0.8004122
hand_ratio = 0.004**0.5 / 0.2

# %% wrong: the length itself, not divided by α | loses: q8_first_steps_ratio
hand_w1 = 0.9
hand_w2 = 0.8004122
hand_ratio = 0.1 * 0.2 / 0.004**0.5

# %% wrong: the ratio with correction | loses: q8_first_steps_ratio
hand_w1 = 0.9
hand_w2 = 0.8004122
hand_ratio = 1.0

# %% wrong: the point instead of the ratio | loses: q8_first_steps_ratio
hand_w1 = 0.9
hand_w2 = 0.8004122
hand_ratio = 1 - 0.1 * 10**0.5

# %% wrong: the ratio without the root | loses: q8_first_steps_ratio
hand_w1 = 0.9
hand_w2 = 0.8004122
hand_ratio = 0.2 / 0.004

# %% wrong: the ratio to two decimals | loses: q8_first_steps_ratio
hand_w1 = 0.9
hand_w2 = 0.8004122
hand_ratio = 3.16

# %% wrong: the ratio with the sign of the step | loses: q8_first_steps_ratio
hand_w1 = 0.9
hand_w2 = 0.8004122
hand_ratio = -(10**0.5)

# %% wrong: the length of the second step over α | loses: q8_first_steps_ratio
hand_w1 = 0.9
hand_w2 = 0.8004122
hand_ratio = (0.9 - 0.8004122) / 0.1
