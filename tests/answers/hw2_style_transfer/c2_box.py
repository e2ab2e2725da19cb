# Kept answers to c2_box: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: math.ceil of a fraction
import math


def covering_number(sides, eps):
    return math.prod(max(1, math.ceil((Fraction(b) - Fraction(a)) / (2 * Fraction(eps)))) for a, b in sides)

# %% right: whole division of fractions
def covering_number(sides, eps):
    total = 1
    for a, b in sides:
        total *= max(1, int(-((Fraction(a) - Fraction(b)) // (2 * Fraction(eps)))))
    return total

# %% right: SymPy's rationals
def covering_number(sides, eps):
    total = sp.Integer(1)
    for a, b in sides:
        total *= sp.Max(1, sp.ceiling((sp.Rational(b) - sp.Rational(a)) / (2 * sp.Rational(eps))))
    return int(total)

# %% right: counting up
def covering_number(sides, eps):
    total = 1
    for a, b in sides:
        a, b, step = Fraction(a), Fraction(b), 2 * Fraction(eps)
        count, rest = divmod(b - a, step)
        total *= max(1, count + (rest > 0))
    return int(total)

# %% wrong: floats | loses: c2_box_public, c2_box_exact
def covering_number(sides, eps):
    total = 1
    for a, b in sides:
        a, b = (float(Fraction(t)) for t in (a, b))
        total *= max(1, int(np.ceil((b - a) / (2 * float(Fraction(eps))))))
    return total

# %% wrong: fractions made from floats | loses: c2_box_public, c2_box_exact
def covering_number(sides, eps):
    import math
    total = 1
    for a, b in sides:
        a, b, e = (Fraction(float(Fraction(t))) for t in (a, b, eps))
        total *= max(1, math.ceil((b - a) / (2 * e)))
    return total

# %% wrong: rounded floats | loses: c2_box_exact
def covering_number(sides, eps):
    total = 1
    for a, b in sides:
        a, b = (float(Fraction(t)) for t in (a, b))
        total *= max(1, int(np.ceil(round((b - a) / (2 * float(Fraction(eps))), 9))))
    return total

# %% wrong: a float product | loses: c2_box_exact, c2_box_many
def covering_number(sides, eps):
    import math
    total = 1.0
    for a, b in sides:
        total *= max(1, math.ceil((Fraction(b) - Fraction(a)) / (2 * Fraction(eps))))
    return int(total)

# %% wrong: 0 for a side that is a point | loses: c2_box_points
def covering_number(sides, eps):
    import math
    total = 1
    for a, b in sides:
        total *= math.ceil((Fraction(b) - Fraction(a)) / (2 * Fraction(eps)))
    return total

# %% wrong: points are left out, none remains | loses: c2_box_points
def covering_number(sides, eps):
    import math
    long = [(a, b) for a, b in sides if a != b]
    return math.prod(max(0, math.ceil((Fraction(b) - Fraction(a)) / (2 * Fraction(eps)))) for a, b in long)

# %% wrong: ε for 2ε | loses: c2_box_public, c2_box_exact, c2_box_many, c2_box_points
def covering_number(sides, eps):
    import math
    return math.prod(max(1, math.ceil((Fraction(b) - Fraction(a)) / Fraction(eps))) for a, b in sides)

# %% wrong: rounds down | loses: c2_box_public, c2_box_exact
def covering_number(sides, eps):
    total = 1
    for a, b in sides:
        total *= max(1, int((Fraction(b) - Fraction(a)) // (2 * Fraction(eps))))
    return total

# %% wrong: rounds down and adds 1 | loses: c2_box_public, c2_box_exact, c2_box_many, c2_box_points
def covering_number(sides, eps):
    total = 1
    for a, b in sides:
        total *= int((Fraction(b) - Fraction(a)) // (2 * Fraction(eps))) + 1
    return total

# %% wrong: a sum over the sides | loses: c2_box_public, c2_box_exact, c2_box_many, c2_box_points
def covering_number(sides, eps):
    import math
    return sum(max(1, math.ceil((Fraction(b) - Fraction(a)) / (2 * Fraction(eps)))) for a, b in sides)

# %% wrong: the first side to the power of d | loses: c2_box_public, c2_box_exact, c2_box_points
def covering_number(sides, eps):
    import math
    a, b = sides[0]
    return max(1, math.ceil((Fraction(b) - Fraction(a)) / (2 * Fraction(eps)))) ** len(sides)

# %% wrong: the volume is rounded up | loses: c2_box_public, c2_box_exact, c2_box_points
def covering_number(sides, eps):
    import math
    volume = math.prod((Fraction(b) - Fraction(a)) / (2 * Fraction(eps)) for a, b in sides)
    return max(1, math.ceil(volume))

# %% right: rational numbers of SymPy
def covering_number(sides, eps):
    total = sp.Integer(1)
    for a, b in sides:
        total *= sp.Max(1, sp.ceiling((sp.Rational(b) - sp.Rational(a)) / (2 * sp.Rational(eps))))
    return total

# %% right: a product of fractions
import math


def covering_number(sides, eps):
    return math.prod(Fraction(max(1, math.ceil((Fraction(b) - Fraction(a)) / (2 * Fraction(eps))))) for a, b in sides)
