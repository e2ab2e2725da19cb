# Kept answers to q1_minimum: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: an integer and a quotient
min_x, min_y = 3, 1 / 2

# %% right: NumPy scalars from dividing the equations
c = np.array([1.5, 2.25, 2.625])
min_y = c[1] / c[0] - 1  # (1 - y²) / (1 - y) = 1 + y
min_x = c[0] / (1 - min_y)

# %% right: SymPy solves two brackets
import sympy as sp

a, b = sp.symbols("a b", real=True)
solution = sp.solve([sp.Rational(3, 2) - a + a * b, sp.Rational(9, 4) - a + a * b**2], [a, b], dict=True)[0]
min_x, min_y = float(solution[a]), float(solution[b])

# %% right: Newton's method on two brackets
w = np.array([2.5, 0.3])
for _ in range(30):
    u, v = w
    brackets = np.array([1.5 - u + u * v, 2.25 - u + u * v**2])
    jacobian = np.array([[v - 1, u], [v**2 - 1, 2 * u * v]])
    w = w - np.linalg.solve(jacobian, brackets)
min_x, min_y = w

# %% right: a fine grid
xs, ys = np.meshgrid(np.linspace(2, 4, 201), np.linspace(0, 1, 101))
values = (1.5 - xs + xs * ys) ** 2 + (2.25 - xs + xs * ys**2) ** 2 + (2.625 - xs + xs * ys**3) ** 2
k = np.argmin(values)
min_x, min_y = xs.flat[k], ys.flat[k]

# %% right: a torch tensor of one entry
import torch

point = torch.tensor([3.0, 0.5])
min_x, min_y = point

# %% right: fractions
from fractions import Fraction

min_y = Fraction("2.25") / Fraction("1.5") - 1
min_x = Fraction("1.5") / (1 - min_y)

# %% wrong: only the first bracket, with y = 0 | loses: q1_minimum_point
min_x = 1.5
min_y = 0.0

# %% wrong: only the first bracket, with y = 1/4 | loses: q1_minimum_point
min_x = 2.0
min_y = 0.25

# %% wrong: only the first bracket, with y = 3/4 | loses: q1_minimum_point
min_x = 6.0
min_y = 0.75

# %% wrong: x and y exchanged | loses: q1_minimum_public, q1_minimum_point
min_x = 0.5
min_y = 3.0

# %% wrong: the sign of y | loses: q1_minimum_public, q1_minimum_point
min_x = 3.0
min_y = -0.5

# %% wrong: the saddle, where the gradient vanishes | loses: q1_minimum_public, q1_minimum_point
min_x = 0.0
min_y = 1.0

# %% wrong: the value of f at the minimum instead of its place | loses: q1_minimum_public, q1_minimum_point
min_x = 0.0
min_y = 0.0

# %% wrong: the ratio of the brackets taken for y, without the 1 | loses: q1_minimum_point
min_y = 2.25 / 1.5
min_x = 1.5 / (1 - min_y)

# %% wrong: the second and third bracket, divided with a slip | loses: q1_minimum_point
min_y = 2.625 / 2.25 - 1
min_x = 1.5 / (1 - min_y)

# %% wrong: one tuple in both names | loses: q1_minimum_public, q1_minimum_point
min_x = min_y = (3.0, 0.5)

# %% wrong: texts | loses: q1_minimum_public, q1_minimum_point
min_x = "3"
min_y = "1/2"
