# Kept answers to q5_trap: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: a call and a list
trap_value = beale_f(0, 1)
trap_kind = "saddle"
descent_direction = [-1, 1]

# %% right: a decimal number and a tuple of unit length
trap_value = 14.203125
trap_kind = "Saddle"
descent_direction = (0.6, -0.8)

# %% right: an eigenvector of the Hessian
p = 2 * (1 * 1.5 + 2 * 2.25 + 3 * 2.625)
values, vectors = np.linalg.eigh(np.array([[0.0, p], [p, 0.0]]))
trap_value = np.sum(np.array([1.5, 2.25, 2.625]) ** 2)
trap_kind = "saddle" if values[0] < 0 < values[1] else "minimum"
descent_direction = vectors[:, 0]

# %% right: torch's Hessian and a long direction
import torch


def f_torch(w):
    return sum((c - w[0] * (1 - w[1] ** k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))


trap = torch.tensor([0.0, 1.0], dtype=torch.float64)
hessian = torch.autograd.functional.hessian(f_torch, trap)
trap_value = f_torch(trap)
trap_kind = " saddle" if torch.linalg.det(hessian) < 0 else "minimum"
descent_direction = torch.tensor([300.0, -20.0])

# %% right: far from the diagonal, rounded value
trap_value = np.float64(14.2031)
trap_kind = "saddle"
descent_direction = np.array([-1, 50])

# %% right: a sum of fractions
from fractions import Fraction

trap_value = sum(c**2 for c in (Fraction(3, 2), Fraction(9, 4), Fraction(21, 8)))
trap_kind = "saddle"
descent_direction = [1, -1]

# %% right: from the trap to the minimum
trap_value = float(beale_f(np.array([0.0]), np.array([1.0]))[0])
trap_kind = 'saddle'
descent_direction = np.array([min_x, min_y]) - np.array([0, 1])

# %% wrong: takes it for a minimum, as the gradient is zero | loses: q5_trap_kind
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "minimum"
descent_direction = np.array([1.0, -1.0])

# %% wrong: takes it for a maximum | loses: q5_trap_kind
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "maximum"
descent_direction = np.array([1.0, -1.0])

# %% wrong: a word that is not among the three | loses: q5_trap_public, q5_trap_kind
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle point"
descent_direction = np.array([1.0, -1.0])

# %% wrong: a truth value for the kind | loses: q5_trap_public, q5_trap_kind
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = True
descent_direction = np.array([1.0, -1.0])

# %% wrong: the direction along which f rises | loses: q5_trap_direction
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle"
descent_direction = np.array([1.0, 1.0])

# %% wrong: along the x axis, where f is constant | loses: q5_trap_direction
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle"
descent_direction = np.array([1.0, 0.0])

# %% wrong: along the y axis, where f is constant | loses: q5_trap_direction
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle"
descent_direction = [0, -1]

# %% wrong: towards the minimum from (0, 1), but as its coordinates | loses: q5_trap_direction
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle"
descent_direction = np.array([min_x, min_y])

# %% wrong: minus the gradient, which is zero | loses: q5_trap_direction
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle"
descent_direction = -beale_grads(0.0, 1.0)

# %% wrong: a column | loses: q5_trap_public, q5_trap_direction
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle"
descent_direction = np.array([[1.0], [-1.0]])

# %% wrong: an angle | loses: q5_trap_public, q5_trap_direction
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle"
descent_direction = -np.pi / 4

# %% wrong: f at (1, 0), coordinates exchanged | loses: q5_trap_public
trap_value = beale_f(1.0, 0.0)
trap_kind = "saddle"
descent_direction = np.array([1.0, -1.0])

# %% wrong: the brackets are not squared | loses: q5_trap_public
trap_value = 1.5 + 2.25 + 2.625
trap_kind = "saddle"
descent_direction = np.array([1.0, -1.0])

# %% wrong: half of f | loses: q5_trap_public
trap_value = 0.5 * beale_f(0.0, 1.0)
trap_kind = "saddle"
descent_direction = np.array([1.0, -1.0])

# %% wrong: the value at the minimum | loses: q5_trap_public
trap_value = 0.0
trap_kind = "saddle"
descent_direction = np.array([1.0, -1.0])

# %% wrong: rounded to one decimal | loses: q5_trap_public
trap_value = 14.2
trap_kind = "saddle"
descent_direction = np.array([1.0, -1.0])

# %% wrong: a minimum, with the direction uphill | loses: q5_trap_kind, q5_trap_direction
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "minimum"
descent_direction = np.array([-1.0, -1.0])
