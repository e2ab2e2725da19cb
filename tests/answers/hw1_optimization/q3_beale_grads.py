# Kept answers to q3_beale_grads: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: a loop over the brackets
def beale_grads(x, y):
    gradient = np.zeros(2)
    for i, c in enumerate((1.5, 2.25, 2.625), start=1):
        t = c - x + x * y**i
        gradient += 2 * t * np.array([y**i - 1, i * x * y ** (i - 1)])
    return gradient

# %% right: twice the transposed Jacobian times the brackets
def beale_grads(x, y):
    i = np.arange(1, 4)
    t = np.array([1.5, 2.25, 2.625]) - x * (1 - y**i)
    jacobian = np.column_stack([y**i - 1, i * x * y ** (i - 1)])
    return 2 * jacobian.T @ t

# %% right: multiplied out
beale_grads = lambda x, y: np.array([
    2 * x * (y**6 + y**4 - 2 * y**3 - y**2 - 2 * y + 3) + 5.25 * y**3 + 4.5 * y**2 + 3 * y - 12.75,
    6 * x**2 * (y**5 + 2 * y**3 / 3 - y**2 - y / 3 - 1 / 3) + 6 * x * (2.625 * y**2 + 1.5 * y + 0.5),
])

# %% right: torch's backward, in double precision
import torch


def beale_grads(x, y):
    w = torch.tensor([x, y], dtype=torch.float64, requires_grad=True)
    t = torch.stack([1.5 - w[0] + w[0] * w[1], 2.25 - w[0] + w[0] * w[1] ** 2, 2.625 - w[0] + w[0] * w[1] ** 3])
    (t**2).sum().backward()
    return w.grad.numpy()

# %% right: HIPS autograd
from autograd import grad


def beale_grads(x, y):
    return np.array([grad(beale_f, 0)(float(x), float(y)), grad(beale_f, 1)(float(x), float(y))])

# %% right: SymPy differentiates
import sympy as sp

s_x, s_y = sp.symbols("s_x s_y")
expression = (1.5 - s_x + s_x * s_y) ** 2 + (2.25 - s_x + s_x * s_y**2) ** 2 + (2.625 - s_x + s_x * s_y**3) ** 2
both = sp.lambdify((s_x, s_y), [sp.diff(expression, s_x), sp.diff(expression, s_y)])


def beale_grads(x, y):
    return np.array(both(x, y), dtype=float)

# %% right: a complex step on beale_f
def beale_grads(x, y):
    h = 1e-40
    return np.array([beale_f(x + 1j * h, y).imag, beale_f(x, y + 1j * h).imag]) / h

# %% right: np.hstack of the two dot products
def beale_grads(x, y):
    brackets = np.array([1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3])
    in_x = np.array([y - 1.0, y**2 - 1.0, y**3 - 1.0])
    in_y = np.array([x, 2 * x * y, 3 * x * y**2])
    return np.hstack((2 * np.dot(brackets, in_x), 2 * np.dot(brackets, in_y)))

# %% wrong: the factor x is missing in the y derivative | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 + t2 * 2 * y + t3 * 3 * y**2)
    return np.array([dx, dy])

# %% wrong: the factors i are missing in the y derivative | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * x * y + t3 * x * y**2)
    return np.array([dx, dy])

# %% wrong: the factor 2 of the square is missing | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dx, dy])

# %% wrong: the sign of the inner x derivative | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (1 - y) + t2 * (1 - y**2) + t3 * (1 - y**3))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dx, dy])

# %% wrong: the inner x derivative lacks its -1 | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * y + t2 * y**2 + t3 * y**3)
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dx, dy])

# %% wrong: the same inner x derivative in all brackets | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (y - 1) * (t1 + t2 + t3)
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dx, dy])

# %% wrong: the square of y in the third x derivative | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**2 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dx, dy])

# %% wrong: y instead of its square in the third y derivative | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y)
    return np.array([dx, dy])

# %% wrong: the power of y is not lowered | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x * y + t2 * 2 * x * y**2 + t3 * 3 * x * y**3)
    return np.array([dx, dy])

# %% wrong: the -1 stays in the y derivative | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * (x - 1) + t2 * (2 * x * y - 1) + t3 * (3 * x * y**2 - 1))
    return np.array([dx, dy])

# %% wrong: the factor 2 covers the first bracket only | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1)
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dx, dy])

# %% wrong: the entries are swapped | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dy, dx])

# %% wrong: a list | loses: q3_beale_grads_public
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return [dx, dy]

# %% wrong: a tuple | loses: q3_beale_grads_public
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return dx, dy

# %% wrong: a column | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([[dx], [dy]])

# %% wrong: clipped against overflow | loses: q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.clip(np.array([dx, dy]), -1e5, 1e5)

# %% wrong: cut to the unit ball, as gradient clipping does | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dx, dy]) / max(1.0, np.hypot(dx, dy))

# %% wrong: divides by x to save work | loses: q3_beale_grads_axes
def beale_grads(x, y):
    c = np.array([1.5, 2.25, 2.625])
    t = np.array([1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3])
    dx = 2 * np.sum(t * (t - c) / x)
    dy = 2 * np.sum(t * np.array([x, 2 * x * y, 3 * x * y**2]))
    return np.array([dx, dy])

# %% wrong: forward differences | loses: q3_beale_grads_public, q3_beale_grads_values, q3_beale_grads_axes
def beale_grads(x, y):
    h = 1e-5
    return np.array([(beale_f(x + h, y) - beale_f(x, y)) / h, (beale_f(x, y + h) - beale_f(x, y)) / h])
