# Kept answers to t2_mean: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: multiplied out, ends in a tuple
mean_update = m - eta * h * m
fastest_mean = h**-1
mean_range = (0, 2 / h)

# %% right: ends in a list, a rational one
mean_update = -m * (eta * h - 1)
fastest_mean = sp.Rational(1, 1) / h
mean_range = [sp.Integer(0), sp.Integer(2) / h]

# %% right: Interval with True, True and floats
mean_update = m * (1.0 - 1.0 * h * eta)
fastest_mean = 1.0 / h
mean_range = sp.Interval(0, 2.0 / h, True, True)

# %% right: Interval with keywords
mean_update = sp.expand((1 - eta * h) * m)
fastest_mean = sp.S.One / h
mean_range = sp.Interval(0, 2 / h, left_open=True, right_open=True)

# %% right: two inequalities joined with &
mean_update = sp.factor(m - eta * h * m)
fastest_mean = 1 / h
mean_range = (0 < eta) & (eta < 2 / h)

# %% right: an upper bound alone, turned round
mean_update = (1 - h * eta) * m
fastest_mean = h / h**2
mean_range = 2 / h > eta

# %% right: the product is below two
mean_update = m + -eta * h * m
fastest_mean = 1 / h
mean_range = h * eta < 2

# %% right: sp.Abs of the factor
factor = 1 - eta * h
mean_update = factor * m
fastest_mean = sp.solve(factor, eta)[0]
mean_range = sp.Abs(factor) < 1

# %% right: abs of the turned factor
mean_update = m * (1 - eta * h)
fastest_mean = 1 / h
mean_range = abs(eta * h - 1) < 1

# %% right: the square of the factor is below one
mean_update = m * (1 - eta * h)
fastest_mean = sp.solve(sp.diff((1 - eta * h) ** 2, eta), eta)[0]
mean_range = (1 - eta * h) ** 2 < 1

# %% right: own symbols without assumptions
eta, h, m = sp.symbols("eta h m")
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.And(eta > 0, eta < 2 / h)

# %% right: own real symbols, solved as a set
eta = sp.Symbol("eta", real=True)
mean_update = (1 - eta * h) * m
fastest_mean = sp.solveset(1 - eta * h, eta, sp.S.Reals).args[0]
mean_range = sp.solveset(sp.Abs(1 - eta * h) < 1, eta, sp.S.Reals)

# %% right: own nonnegative symbol
eta = sp.Symbol("eta", nonnegative=True)
mean_update = m - h * m * eta
fastest_mean = 1 / h
mean_range = (eta > 0) & (h * eta < 2)

# %% right: solve on the inequality
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.solve((1 - eta * h) ** 2 < 1, eta)

# %% right: solve on both ends
eta = sp.Symbol("eta", real=True)
mean_update = (1 - eta * h) * m
fastest_mean = sp.solve(sp.Eq(eta * h, 1), eta)[0]
mean_range = sp.solve((1 - eta * h) ** 2 - 1, eta)

# %% right: both sides of the factor
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = (-1 < 1 - eta * h) & (1 - eta * h < 1)

# %% right: chained comparison
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = 0 < eta < 2 / h

# %% right: twice the best step
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 * fastest_mean)

# %% right: round the best step
mean_update = m * (1 - eta / (1 / h))
fastest_mean = 1 / h
mean_range = sp.Abs(eta - 1 / h) < 1 / h

# %% right: sp.Lt and sp.Gt
mean_update = sp.simplify((m**2 - eta * h * m**2) / m)
fastest_mean = sp.Pow(h, -1)
mean_range = sp.And(sp.Gt(eta, 0), sp.Lt(eta, 2 / h))

# %% right: not at or above the end
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = ~(eta >= 2 / h)

# %% right: numbers of NumPy and fractions
from fractions import Fraction

mean_update = np.float64(1.0) * m - eta * h * m * Fraction(1, 1)
fastest_mean = np.int64(1) / h
mean_range = (np.float64(0), np.float64(2) / h)

# %% right: sets cut
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Intersection(sp.Interval.open(0, sp.oo), sp.Interval.open(-sp.oo, 2 / h))

# %% right: two halves united
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Union(sp.Interval.Lopen(0, 1 / h), sp.Interval.open(1 / h, 2 / h))

# %% right: a product of signs
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = eta * (eta * h - 2) < 0

# %% right: substituted
w, g = sp.symbols("w g")
mean_update = (w - eta * g).subs({g: h * w}).subs(w, m)
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 / h).contains(eta)

# %% wrong: the step goes uphill | loses: t2_mean_public, t2_mean_everywhere
mean_update = (1 + eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: the step alone | loses: t2_mean_public, t2_mean_everywhere
mean_update = -eta * h * m
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: m is missing | loses: t2_mean_public, t2_mean_everywhere
mean_update = 1 - eta * h
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: the drawn h_n in place of its mean | loses: t2_mean_public, t2_mean_everywhere
mean_update = (1 - eta * h_n) * m
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: an equation | loses: t2_mean_public, t2_mean_everywhere
mean_update = sp.Eq(sp.Symbol("w"), (1 - eta * h) * m)
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: text | loses: t2_mean_public, t2_mean_everywhere, t2_mean_rate
mean_update = "(1 - eta*h)*m"
fastest_mean = "1/h"
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: the number of the example | loses: t2_mean_everywhere
mean_update = -2.5
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: 2/h for the best step | loses: t2_mean_rate
mean_update = (1 - eta * h) * m
fastest_mean = 2 / h
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: h for the best step | loses: t2_mean_rate
mean_update = (1 - eta * h) * m
fastest_mean = h
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: half the best step | loses: t2_mean_rate
mean_update = (1 - eta * h) * m
fastest_mean = 1 / (2 * h)
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: the best step as a list of solutions | loses: t2_mean_public, t2_mean_rate
mean_update = (1 - eta * h) * m
fastest_mean = sp.solve(1 - eta * h, eta)
mean_range = sp.Interval.open(0, 2 / h)

# %% wrong: the upper end belongs | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = eta <= 2 / h

# %% wrong: the factor may be minus one | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Abs(1 - eta * h) <= 1

# %% wrong: closed lower end | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Interval.Ropen(0, 2 / h)

# %% wrong: closed interval | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Interval(0, 2 / h)

# %% wrong: only as long as nothing overshoots | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = (0 < eta) & (eta < 1 / h)

# %% wrong: the best step is left out | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = (sp.Abs(1 - eta * h) < 1) & sp.Ne(eta, 1 / h)

# %% wrong: two, not over h | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = (0, 2)

# %% wrong: the factor without its absolute value | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = (0 < 1 - eta * h) & (1 - eta * h < 1)

# %% wrong: between one and two over h | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Interval.open(1 / h, 2 / h)

# %% wrong: or in place of and | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Or(eta < 2 / h, eta > 1 / h)

# %% wrong: the turned fraction | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = eta < h / 2

# %% wrong: ends in the wrong order | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = (2 / h, 0)

# %% right: h below 2 over eta
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = h < 2 / eta

# %% right: 2 over eta h above 1
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = 2 / (eta * h) > 1

# %% right: the logarithm of the factor is negative
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.log(sp.Abs(1 - eta * h)) < 0

# %% right: an array of two ends
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = np.array([0, 2 / h])

# %% right: ends with a square root that cancels
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = (0, 2 / sp.sqrt(h**2))

# %% right: what solveset returns
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.ConditionSet(sp.Symbol('eta', real=True), (1 - sp.Symbol('eta', real=True) * h)**2 < 1, sp.S.Reals)

# %% right: a closed interval without its ends
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Interval(0, 2 / h) - sp.FiniteSet(0, 2 / h)

# %% wrong: a range that begins below zero | loses: t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = (-2 / h, 2 / h)

# %% wrong: the range is a text | loses: t2_mean_public, t2_mean_range
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = "(0, 2/h)"
