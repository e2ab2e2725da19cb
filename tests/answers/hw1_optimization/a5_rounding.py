# Kept answers to a5_rounding: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: half of eps, the condition from the formula
unit_roundoff = torch.finfo(torch.float32).eps / 2
condition = abs(0.5 * 555.97197 / 77.866155)
tolerance = 1e-5

# %% right: numbers typed
unit_roundoff = 5.96e-8
condition = 3.57
tolerance = 0.00001

# %% right: fractions
from fractions import Fraction

unit_roundoff = Fraction(1, 2**24)
condition = Fraction(1, 2) * Fraction(55597197, 100000) / Fraction(77866155, 1000000)
tolerance = Fraction(1, 100_000)

# %% right: numpy numbers, and a search for the roundoff
u = np.float32(1)
while np.float32(1) + u > np.float32(1):
    u /= np.float32(2)
unit_roundoff = u
condition = np.abs(np.float64(0.5) * 555.97197 / 77.866155)
tolerance = np.float64(1e-5)

# %% right: everything from torch, by autograd
x = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
y = torch.exp(torch.exp(x) + torch.exp(2 * x)) + torch.sin(torch.exp(x) + torch.exp(2 * x))
y.backward()
unit_roundoff = torch.tensor(0.5) ** 24
condition = (x * x.grad / y).abs()
tolerance = 10**-5

# %% right: the slope in logarithms
def logarithm(t):
    c = np.exp(t) + np.exp(2 * t)
    return np.log(np.exp(c) + np.sin(c))


h = 1e-5
unit_roundoff = np.ldexp(1.0, -24)
condition = (logarithm(0.5 * np.exp(h)) - logarithm(0.5 * np.exp(-h))) / (2 * h)
tolerance = [1e-10, 1e-5, 1e-1][1]

# %% right: decimals, and numpy's epsneg
from decimal import Decimal

unit_roundoff = np.finfo(np.float32).epsneg
condition = Decimal("0.5") * Decimal("555.97197") / Decimal("77.866155")
tolerance = Decimal("1e-5")

# %% wrong: the distance to the next number, 2**-23 | loses: a5_rounding_public
unit_roundoff = 2.0**-23
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: eps of numpy's float32 | loses: a5_rounding_public
unit_roundoff = np.finfo(np.float32).eps
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: the roundoff of float64 | loses: a5_rounding_public
unit_roundoff = 2.0**-53
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: the smallest float32 number | loses: a5_rounding_public
unit_roundoff = torch.finfo(torch.float32).tiny
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: seven digits as 1e-7 | loses: a5_rounding_public
unit_roundoff = 1e-7
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: 2^-24 with the operator for exclusive or | loses: a5_rounding_public
unit_roundoff = 2 ^ -24
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: the exponent alone | loses: a5_rounding_public
unit_roundoff = -24
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: the factor x is missing | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: not divided by f(x) | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 0.5 * 555.97197
tolerance = 1e-5

# %% wrong: upside down | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 77.866155 / (0.5 * 555.97197)
tolerance = 1e-5

# %% wrong: divided by x | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 555.97197 / (0.5 * 77.866155)
tolerance = 1e-5

# %% wrong: f and f′ swapped | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 0.5 * 77.866155 / 555.97197
tolerance = 1e-5

# %% wrong: the condition number times u | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 0.5 * 555.97197 / 77.866155 * 2.0**-24
tolerance = 1e-5

# %% wrong: two digits | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 3.6
tolerance = 1e-5

# %% wrong: the sign is turned | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = -0.5 * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: a function for the condition | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = lambda x: x * 555.97197 / 77.866155
tolerance = 1e-5

# %% wrong: the strictest tolerance | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-10

# %% wrong: the widest tolerance | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-1

# %% wrong: a tolerance of one's own | loses: a5_rounding_public, a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-6

# %% wrong: the tolerance as κ u | loses: a5_rounding_public, a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 0.5 * 555.97197 / 77.866155
tolerance = condition * unit_roundoff

# %% wrong: the tolerance as a text | loses: a5_rounding_public, a5_rounding_condition
unit_roundoff = 2.0**-24
condition = 0.5 * 555.97197 / 77.866155
tolerance = "1e-5"

# %% wrong: the condition is forgotten | loses: a5_rounding_condition
unit_roundoff = 2.0**-24
tolerance = 1e-5

# %% right: a tolerance in float32
unit_roundoff = torch.finfo(torch.float32).eps / 2
condition = np.float32(3.57)
tolerance = np.float32(1e-5)
