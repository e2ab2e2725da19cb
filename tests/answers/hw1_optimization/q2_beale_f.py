# Kept answers to q2_beale_f: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: a lambda and a sum over powers
beale_f = lambda x, y: sum((c - x * (1 - y**k)) ** 2 for k, c in enumerate((1.5, 2.25, 2.625), start=1))

# %% right: a loop with a running power
def beale_f(x, y):
    total, power = 0.0, 1.0
    for c in [1.5, 2.25, 2.625]:
        power = power * y
        total = total + (c - x + x * power) ** 2
    return total

# %% right: np.square, np.power and np.add
def beale_f(x, y):
    t1 = np.square(np.add(np.subtract(1.5, x), np.multiply(x, y)))
    t2 = np.square(2.25 - x + x * np.power(y, 2))
    t3 = np.square(2.625 - x + x * np.power(y, 3))
    return t1 + t2 + t3

# %% right: a stacked axis for the brackets
def beale_f(x, y):
    x, y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
    powers = y[..., None] ** np.arange(1, 4)
    brackets = np.array([1.5, 2.25, 2.625]) - x[..., None] * (1 - powers)
    return np.einsum("...i,...i->...", brackets, brackets)

# %% right: np.vectorize over a formula for numbers
@np.vectorize
def beale_f(x, y):
    brackets = [1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y]
    return float(sum(b * b for b in brackets))

# %% right: SymPy's lambdify
import sympy as sp

s_x, s_y = sp.symbols("s_x s_y")
beale_f = sp.lambdify(
    (s_x, s_y),
    (1.5 - s_x + s_x * s_y) ** 2 + (2.25 - s_x + s_x * s_y**2) ** 2 + (2.625 - s_x + s_x * s_y**3) ** 2,
    "numpy",
)

# %% right: HIPS autograd's numpy
import autograd.numpy as anp


def beale_f(x, y):
    return anp.square(1.5 - x * (1 - y)) + anp.square(2.25 - x * (1 - y**2)) + anp.square(2.625 - x * (1 - y**3))

# %% right: torch in double precision, result as an array
import torch


def beale_f(x, y):
    x, y = torch.as_tensor(x, dtype=torch.float64), torch.as_tensor(y, dtype=torch.float64)
    value = (1.5 - x + x * y).pow(2) + (2.25 - x + x * y.pow(2)).pow(2) + (2.625 - x + x * y.pow(3)).pow(2)
    return value.numpy()

# %% right: in place, on copies and on its own result
def beale_f(x, y):
    total = np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))
    power = np.array(y, dtype=float)
    for c in (1.5, 2.25, 2.625):
        total += (c - x * (1 - power)) ** 2
        power = power * y
    return total

# %% wrong: the brackets are not squared | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    return (1.5 - x + x * y) + (2.25 - x + x * y**2) + (2.625 - x + x * y**3)

# %% wrong: the same power of y in all brackets | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y) ** 2 + (2.625 - x + x * y) ** 2

# %% wrong: the factor x before y is forgotten | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    return (1.5 - x + y) ** 2 + (2.25 - x + y**2) ** 2 + (2.625 - x + y**3) ** 2

# %% wrong: x squared beside y cubed | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x**2 * y**3) ** 2

# %% wrong: 2y for y squared | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * 2 * y) ** 2 + (2.625 - x + x * y**3) ** 2

# %% wrong: the sign inside one bracket | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x - x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2

# %% wrong: a constant copied wrongly | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.265 - x + x * y**3) ** 2

# %% wrong: half the sum of squares | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    return 0.5 * sum((c - x * (1 - y**k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))

# %% wrong: the input is negated in place | loses: q2_beale_f_arrays
def beale_f(x, y):
    x *= -1
    return (1.5 + x - x * y) ** 2 + (2.25 + x - x * y**2) ** 2 + (2.625 + x - x * y**3) ** 2

# %% wrong: the running power is y itself, changed in place | loses: q2_beale_f_public, q2_beale_f_arrays
def beale_f(x, y):
    total, power = 0.0, y
    for c in (1.5, 2.25, 2.625):
        total = total + (c - x + x * power) ** 2
        power *= y
    return total

# %% wrong: a loop over the entries of x, with y at the same index | loses: q2_beale_f_arrays
def beale_f(x, y):
    x, y = np.atleast_1d(x), np.atleast_1d(y)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        out[i] = (1.5 - x[i] + x[i] * y[i]) ** 2 + (2.25 - x[i] + x[i] * y[i] ** 2) ** 2 + (2.625 - x[i] + x[i] * y[i] ** 3) ** 2
    return out

# %% wrong: flattens its inputs | loses: q2_beale_f_arrays
def beale_f(x, y):
    x, y = np.ravel(x), np.ravel(y)
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2

# %% wrong: sums over the entries too | loses: q2_beale_f_public, q2_beale_f_arrays
def beale_f(x, y):
    brackets = np.array([1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3])
    return np.sum(brackets**2)

# %% wrong: for numbers only | loses: q2_beale_f_public, q2_beale_f_arrays
def beale_f(x, y):
    x, y = float(x), float(y)
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2

# %% wrong: prints instead of returning | loses: q2_beale_f_public, q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    value = (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2

# %% wrong: the power by logarithm, which fails for negative y | loses: q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    with np.errstate(all="ignore"):
        y2, y3 = np.exp(2 * np.log(y)), np.exp(3 * np.log(y))
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y2) ** 2 + (2.625 - x + x * y3) ** 2

# %% wrong: cast to integers | loses: q2_beale_f_values, q2_beale_f_arrays
def beale_f(x, y):
    x, y = np.asarray(x).astype(int), np.asarray(y).astype(int)
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2
