# Kept answers to c1_rectangle: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: greedy from the left, the last point at the end
def cover(a, b, eps):
    points, reached = [], a
    while not points or reached < b - 1e-9:
        points.append(min(reached + eps, b))
        reached = points[-1] + eps
    return points


rectangle = sp.ceiling(1 / eps) * sp.ceiling(sp.Rational(1, 2) / eps)

# %% right: an array
def cover(a, b, eps):
    count = max(1, int(np.ceil(round((b - a) / (2 * eps), 9))))
    edges = np.linspace(a, b, count + 1)
    return (edges[:-1] + edges[1:]) / 2


rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)

# %% right: in another order, floor for ceiling
def cover(a, b, eps):
    count = max(1, -int((a - b) / (2 * eps) + 1e-9 // 1) if False else int(np.ceil((b - a) / (2 * eps) - 1e-6)))
    return sorted((a + (2 * i + 1) * (b - a) / (2 * count) for i in range(count)), reverse=True)


rectangle = -sp.floor(-1 / (2 * eps)) * -sp.floor(-1 / eps)

# %% right: with fractions, floats in the formula
def cover(a, b, eps):
    length, step = Fraction(str(b)) - Fraction(str(a)), 2 * Fraction(str(eps))
    count = max(1, -(-length // step))
    return [float(Fraction(str(a)) + (2 * i + 1) * length / (2 * count)) for i in range(count)]


rectangle = sp.ceiling(0.5 / eps) * sp.ceiling(1.0 / eps)

# %% right: the second side as 2 over 2ε
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = sp.ceiling((1 - 0) / (2 * eps)) * sp.ceiling((2 - 0) / (2 * eps))

# %% wrong: each point covers ε | loses: c1_rectangle_public, c1_rectangle_cover, c1_rectangle_formula
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / eps - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = sp.ceiling(1 / eps) * sp.ceiling(2 / eps)

# %% wrong: ends and equal steps, one too many | loses: c1_rectangle_public, c1_rectangle_cover
def cover(a, b, eps):
    return list(np.linspace(a, b, int(np.ceil((b - a) / (2 * eps) - 1e-9)) + 1))


rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)

# %% wrong: as many points, from end to end | loses: c1_rectangle_public, c1_rectangle_cover
def cover(a, b, eps):
    return list(np.linspace(a, b, max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))))


rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)

# %% wrong: starts at a | loses: c1_rectangle_public, c1_rectangle_cover
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    return [a + 2 * eps * i for i in range(count)]


rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)

# %% wrong: rounds down | loses: c1_rectangle_cover
def cover(a, b, eps):
    count = max(1, int((b - a) / (2 * eps) + 1e-9))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)

# %% wrong: points beyond b | loses: c1_rectangle_cover
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    return [a + (2 * i + 1) * eps for i in range(count)]


rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)

# %% wrong: nothing for a single point | loses: c1_rectangle_cover
def cover(a, b, eps):
    count = int(np.ceil((b - a) / (2 * eps) - 1e-9))
    width = (b - a) / max(count, 1)
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)

# %% wrong: the interval starts at 0 | loses: c1_rectangle_public, c1_rectangle_cover
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    return [(i + 0.5) * (b - a) / count for i in range(count)]


rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)

# %% wrong: no rounding up | loses: c1_rectangle_public, c1_rectangle_formula
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = 1 / (2 * eps) / eps

# %% wrong: rounded up once, after the product | loses: c1_rectangle_public, c1_rectangle_formula
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = sp.ceiling(1 / (2 * eps**2))

# %% wrong: rounds down and adds 1 | loses: c1_rectangle_formula
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = (sp.floor(1 / (2 * eps)) + 1) * (sp.floor(1 / eps) + 1)

# %% wrong: the sum of the sides | loses: c1_rectangle_public, c1_rectangle_formula
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = sp.ceiling(1 / (2 * eps)) + sp.ceiling(1 / eps)

# %% wrong: the sides' difference: two squares | loses: c1_rectangle_formula
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = 2 * sp.ceiling(1 / (2 * eps)) ** 2

# %% wrong: a number for ε = 0.3 | loses: c1_rectangle_formula
def cover(a, b, eps):
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]


rectangle = sp.Integer(8)
