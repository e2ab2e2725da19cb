# Kept answers to t3_square: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: multiplied out
square_update = s - 2 * eta * h * s + eta**2 * (h**2 + rho) * s
fastest_square = h / (rho + h * h)
best_factor = 1 - h**2 / (h**2 + rho)
square_range = (0, 2 * h / (h**2 + rho))
loss_range = [0, 2 * h / (h**2 + rho)]

# %% right: by calculus
eta = sp.Symbol("eta")
factor = (1 - eta * h) ** 2 + eta**2 * rho
square_update = sp.expand(factor * s)
fastest_square = sp.solve(sp.diff(factor, eta), eta)[0]
best_factor = factor.subs(eta, fastest_square)
square_range = tuple(sp.solve(sp.Eq(factor, 1), eta))
loss_range = factor < 1

# %% right: simplified by SymPy
factor = 1 - 2 * eta * h + eta**2 * (h**2 + rho)
square_update = sp.collect(sp.expand(factor * s), eta)
fastest_square = sp.simplify(2 * h / (2 * h**2 + 2 * rho))
best_factor = sp.simplify(factor.subs(eta, fastest_square))
square_range = sp.Interval(0, 2 * fastest_square, True, True)
loss_range = square_range

# %% right: the square completed
h2 = h**2 + rho
square_update = s * (h2 * (eta - h / h2) ** 2 + rho / h2)
fastest_square = 1 / (h + rho / h)
best_factor = 1 / (1 + h**2 / rho)
square_range = sp.Abs(eta - fastest_square) < fastest_square
loss_range = eta * h2 < 2 * h

# %% right: floats
square_update = (1.0 - 2.0 * eta * h + 1.0 * eta**2.0 * (h**2 + rho)) * s
fastest_square = 0.5 * h / (0.5 * h**2 + 0.5 * rho)
best_factor = 0.1 * rho / (0.1 * h**2 + 0.1 * rho)
square_range = 0.5 * eta * (h**2.0 + rho) < 1.0 * h
loss_range = sp.Interval.open(0.0, 0.3 * 2 * h / (0.3 * h**2 + 0.3 * rho))

# %% right: own real symbols
eta, h, rho, s = sp.symbols("eta h rho s", real=True)
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = (eta > 0) & (eta < 2 * h / (h**2 + rho))
loss_range = (1 - eta * h) ** 2 + rho * eta**2 - 1 < 0

# %% right: own symbols without assumptions
eta = sp.Symbol("eta")
h = sp.Symbol("h")
rho = sp.Symbol("rho")
square_update = s * (1 + eta * (eta * (h**2 + rho) - 2 * h))
fastest_square = h * (h**2 + rho) ** -1
best_factor = rho * (h**2 + rho) ** (-1)
square_range = sp.And(0 < eta, 2 * h / (h**2 + rho) > eta)
loss_range = (h**2 + rho) * eta**2 < 2 * h * eta

# %% right: a standard deviation
sigma = sp.sqrt(rho)
square_update = s * ((1 - eta * h) ** 2 + (eta * sigma) ** 2)
fastest_square = h / (h**2 + sigma**2)
best_factor = (sigma / sp.sqrt(h**2 + sigma**2)) ** 2
square_range = sp.Interval.open(0, 2 * h / (h**2 + sp.sqrt(rho) ** 2))
loss_range = (0, 2 / h / (1 + (sigma / h) ** 2))

# %% right: root of the factor
factor = (1 - eta * h) ** 2 + eta**2 * rho
square_update = sp.sqrt(factor) ** 2 * s
fastest_square = h / (h**2 + rho)
best_factor = 1 - h * fastest_square
square_range = sp.sqrt(factor) < 1
loss_range = sp.Abs(factor) < 1

# %% right: mean square minus square
mean_square = rho + h**2
square_update = s * (1 - 2 * eta * h) + s * eta**2 * mean_square
fastest_square = h / mean_square
best_factor = (mean_square - h**2) / mean_square
square_range = eta * mean_square / (2 * h) < 1
loss_range = 2 * h > eta * mean_square

# %% right: SymPy's own expectation
from sympy.stats import E, Normal

X = Normal("X", h, sp.sqrt(rho))
square_update = E((1 - eta * X) ** 2) * s
fastest_square = h / (h**2 + rho)
best_factor = 1 - 2 * h * fastest_square + fastest_square**2 * E(X**2)
square_range = sp.Interval.open(0, 2 * fastest_square)
loss_range = eta < 2 * fastest_square

# %% right: a complex factor and its conjugate
factor = (1 - eta * h + sp.I * eta * sp.sqrt(rho)) * (1 - eta * h - sp.I * eta * sp.sqrt(rho))
square_update = factor * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = (0, 2 * fastest_square)
loss_range = square_range

# %% right: fractions and together
from fractions import Fraction

square_update = sp.together(s * (Fraction(1, 2) - eta * h + Fraction(1, 2) * eta**2 * (h**2 + rho)) / Fraction(1, 2))
fastest_square = sp.cancel(h**2 / (h**3 + h * rho))
best_factor = sp.together(1 - h**2 / (h**2 + rho))
square_range = sp.Interval(0, 2 * h / (h**2 + rho), left_open=True, right_open=True)
loss_range = sp.Lt(eta, sp.Rational(4, 2) * h / (rho + h**2))

# %% right: the mean plus the variance
variance = eta**2 * rho * s
square_update = (1 - eta * h) ** 2 * s + variance
fastest_square = h / (h**2 + rho)
best_factor = (1 - fastest_square * h) ** 2 + fastest_square**2 * rho
square_range = (0 < eta) & (eta < 2 * h / (h**2 + rho))
loss_range = 0 < eta < 2 * h / (h**2 + rho)

# %% wrong: E h_n² is h² | loses: t3_square_public, t3_square_everywhere
square_update = (1 - eta * h) ** 2 * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: no noise anywhere | loses: t3_square_public, t3_square_everywhere, t3_square_rate, t3_square_range, t3_square_loss
square_update = (1 - eta * h) ** 2 * s
fastest_square = 1 / h
best_factor = sp.Integer(0)
square_range = sp.Interval.open(0, 2 / h)
loss_range = square_range

# %% wrong: ρ without η² | loses: t3_square_public, t3_square_everywhere
square_update = ((1 - eta * h) ** 2 + rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: ρ with η | loses: t3_square_public, t3_square_everywhere
square_update = ((1 - eta * h) ** 2 + eta * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: E h_n² is ρ | loses: t3_square_public, t3_square_everywhere, t3_square_rate, t3_square_range, t3_square_loss
square_update = (1 - 2 * eta * h + eta**2 * rho) * s
fastest_square = h / rho
best_factor = 1 - h**2 / rho
square_range = sp.Interval.open(0, 2 * h / rho)
loss_range = square_range

# %% wrong: the factor of the mean | loses: t3_square_public, t3_square_everywhere
square_update = (1 - eta * h) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: ρ² for a standard deviation ρ | loses: t3_square_public, t3_square_everywhere, t3_square_rate, t3_square_range, t3_square_loss
square_update = ((1 - eta * h) ** 2 + eta**2 * rho**2) * s
fastest_square = h / (h**2 + rho**2)
best_factor = rho**2 / (h**2 + rho**2)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho**2))
loss_range = square_range

# %% wrong: noise that does not depend on w | loses: t3_square_public, t3_square_everywhere
square_update = (1 - eta * h) ** 2 * s + eta**2 * rho
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: the sign of ρ is turned | loses: t3_square_public, t3_square_everywhere, t3_square_rate, t3_square_range, t3_square_loss
square_update = ((1 - eta * h) ** 2 - eta**2 * rho) * s
fastest_square = h / (h**2 - rho)
best_factor = -rho / (h**2 - rho)
square_range = eta * (h**2 - rho) < 2 * h
loss_range = square_range

# %% wrong: fits the two examples | loses: t3_square_everywhere
square_update = (1 - eta * h) ** 2 * s + 2 * rho
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: the best step is that of the mean | loses: t3_square_rate
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = 1 / h
best_factor = rho / h**2
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: the best factor is one minus itself | loses: t3_square_rate
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = h**2 / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: the best factor squared | loses: t3_square_rate
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = (1 - h * fastest_square) ** 2
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: the end of the range as the best step | loses: t3_square_rate
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = 2 * h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range

# %% wrong: the range of the mean | loses: t3_square_range, t3_square_loss
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = (0, 2 / h)
loss_range = (0, 2 / h)

# %% wrong: the loss converges where the mean does | loses: t3_square_loss
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = sp.Interval.open(0, 2 / h)

# %% wrong: the loss at half the range | loses: t3_square_loss
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = eta < 2 * h / (h**2 + rho)
loss_range = eta < h / (h**2 + rho)

# %% wrong: a half is missing in the range | loses: t3_square_range
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = (0 < eta) & (eta < h / (h**2 + rho))
loss_range = (0 < eta) & (eta < 2 * h / (h**2 + rho))

# %% wrong: the upper end belongs | loses: t3_square_range, t3_square_loss
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = eta <= 2 * h / (h**2 + rho)
loss_range = (1 - eta * h) ** 2 + eta**2 * rho <= 1

# %% wrong: closed lower end | loses: t3_square_range
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval(0, 2 * h / (h**2 + rho), False, True)
loss_range = sp.Interval(0, 2 * h / (h**2 + rho), True, True)
