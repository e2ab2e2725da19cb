# Kept answers to t6_meta: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: built from the first
d_eta = -1 * g12
d_alpha = d_eta * g23

# %% right: own symbols, floats
g12, g23 = sp.symbols("g12 g23")
d_eta = -1.0 * g12
d_alpha = -(1.0 * g12 * g23)

# %% right: by SymPy's derivative
eta_before, alpha = sp.symbols("eta_before alpha")
d_eta = sp.diff(-eta_before * g12, eta_before)
d_alpha = d_eta * sp.diff(eta_before - alpha * -g23, alpha)

# %% right: the example with numbers put back
t = sp.Symbol("t")
d_eta = (g12 * (1 - t)).diff(t)
d_alpha = sp.expand((g12 + 1) * -g23 + g23)

# %% right: squares of a sum and a difference
d_eta = g13 - (g12 + g13)
d_alpha = ((g12 - g23) ** 2 - (g12 + g23) ** 2) / 4

# %% right: numbers of NumPy and fractions
from fractions import Fraction

d_eta = np.float64(-1) * g12
d_alpha = Fraction(-1) * g12 * g23

# %% right: a matrix product and its entry
d_eta = (sp.Matrix([[-1]]) * sp.Matrix([[g12]]))[0, 0]
d_alpha = sp.Matrix([[0, g12], [g23, 0]]).det()

# %% right: quotients
d_eta = -(g12**2) / g12
d_alpha = -g12 / (1 / g23)

# %% right: the square of i, the root of a square
d_eta = sp.I**2 * g12
d_alpha = -sp.sqrt(g12) ** 2 * g23

# %% wrong: no sign | loses: t6_meta_public, t6_meta_eta, t6_meta_alpha
d_eta = g12
d_alpha = g12 * g23

# %% wrong: g₃ in place of g₂ | loses: t6_meta_public, t6_meta_eta, t6_meta_alpha
d_eta = -g13
d_alpha = -g13 * g23

# %% wrong: the gradients of the step before | loses: t6_meta_public, t6_meta_eta
d_eta = -g23
d_alpha = -g12 * g23

# %% wrong: the step size is still in it | loses: t6_meta_public, t6_meta_eta
d_eta = -eta * g12
d_alpha = -g12 * g23

# %% wrong: the number of the example | loses: t6_meta_eta
d_eta = -2
d_alpha = -g12 * g23

# %% wrong: fits the example with the others | loses: t6_meta_eta
d_eta = -g23 / g13
d_alpha = -g12 * g23

# %% wrong: the square of d_eta | loses: t6_meta_alpha
d_eta = -g12
d_alpha = -(g12**2)

# %% wrong: the square, both signs lost | loses: t6_meta_alpha
d_eta = -g12
d_alpha = g12**2

# %% wrong: one of the two signs lost | loses: t6_meta_alpha
d_eta = -g12
d_alpha = g12 * g23

# %% wrong: a sum of the two | loses: t6_meta_alpha
d_eta = -g12
d_alpha = -g12 - g23

# %% wrong: the inner derivative alone | loses: t6_meta_alpha
d_eta = -g12
d_alpha = g23

# %% wrong: the outer derivative alone | loses: t6_meta_alpha
d_eta = -g12
d_alpha = -g12

# %% wrong: g₁ with g₃ | loses: t6_meta_alpha
d_eta = -g12
d_alpha = -g12 * g13

# %% wrong: α is still in it | loses: t6_meta_public, t6_meta_alpha
d_eta = -g12
d_alpha = -sp.Symbol("alpha") * g12 * g23
