# Kept answers to w7_gradient: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: products and sums
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return (p * f - p * (p * f).sum(1)[:, None]) / p.shape[0]

# %% right: the Jacobian of softmax; einsum
def dual_value(f, g, a, b):
    return anp.sum(a * f) + anp.sum(b * g)


def gradient_by_potentials(p, f):
    return np.array([(np.diag(x) - np.outer(x, x)) @ y for x, y in zip(p, f)]) / len(p)

# %% right: centred potentials
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    centred = f - np.einsum("nk,nk->n", p, f).reshape(-1, 1)
    return np.mean([1.0]) * centred * p / f.shape[0]

# %% right: by autograd of softmax
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    def surrogate(z):
        shares = anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True)
        return anp.mean(anp.sum(shares * f, axis=1))

    return grad(surrogate)(np.log(p))

# %% wrong: by p, not by z | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return f / len(p)

# %% wrong: the mean of f not subtracted | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return p * f / len(p)

# %% wrong: not divided by n | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return p * (f - (p * f).sum(1, keepdims=True))

# %% wrong: the sign | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return -p * (f - (p * f).sum(1, keepdims=True)) / len(p)

# %% wrong: f centred without the shares | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return p * (f - f.mean(1, keepdims=True)) / len(p)

# %% wrong: one mean for all rows | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return p * (f - (p * f).sum() / len(p)) / len(p)

# %% wrong: divided by all entries | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return p * (f - (p * f).sum(1, keepdims=True)) / p.size

# %% wrong: as for KL, p − f | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.dot(f, a) + anp.dot(g, b)


def gradient_by_potentials(p, f):
    return (p - f) / len(p)

# %% wrong: dual: f and g exchanged | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.sum(g[: len(a)]) * anp.sum(a) + anp.sum(f[: len(b)]) * anp.sum(b)


def gradient_by_potentials(p, f):
    return (p * f - p * (p * f).sum(1)[:, None]) / p.shape[0]

# %% wrong: dual: a alone | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.sum(f * a)


def gradient_by_potentials(p, f):
    return (p * f - p * (p * f).sum(1)[:, None]) / p.shape[0]

# %% wrong: dual: a difference | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return anp.sum(f * a) - anp.sum(g * b)


def gradient_by_potentials(p, f):
    return (p * f - p * (p * f).sum(1)[:, None]) / p.shape[0]

# %% wrong: dual: no gradient | loses: w7_gradient_public, w7_gradient_other
def dual_value(f, g, a, b):
    return float(np.sum([float(getattr(x, '_value', x)) * y for x, y in zip(f, a)]) + np.sum(g * b))


def gradient_by_potentials(p, f):
    return (p * f - p * (p * f).sum(1)[:, None]) / p.shape[0]

# %% wrong: the second product is a plain number for autograd | loses: w7_gradient_other
def dual_value(f, g, a, b):
    return anp.sum(f * a) + float(np.sum(g * b))


def gradient_by_potentials(p, f):
    return p * (f - np.sum(p * f, axis=1, keepdims=True)) / len(p)
