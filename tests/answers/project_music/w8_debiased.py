# Kept answers to w8_debiased: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: halves
def divergence(a, b, cost):
    return cost(a, b) - 0.5 * (cost(a, a) + cost(b, b))


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - 0.5 * f_pp - 0.5 * g_pp
    return (p * h - p * (p * h).sum(1)[:, None]) / p.shape[0]

# %% right: the mean of both self-costs; the Jacobian
def divergence(a, b, cost):
    own = [cost(one, one) for one in (a, b)]
    return cost(a, b) - sum(own) / 2


def divergence_gradient(p, f_pt, f_pp, g_pp):
    by_p = f_pt - (f_pp + g_pp) / 2
    return np.array([(np.diag(x) - np.outer(x, x)) @ y for x, y in zip(p, by_p)]) / len(p)

# %% right: 2S first
def divergence(a, b, cost):
    return (2 * cost(a, b) - cost(a, a) - cost(b, b)) / 2


def divergence_gradient(p, f_pt, f_pp, g_pp):
    twice = 2 * f_pt - f_pp - g_pp
    twice = twice - np.sum(p * twice, axis=1, keepdims=True)
    return p * twice / (2 * len(p))

# %% wrong: no halves | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) - cost(a, a) - cost(b, b)


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - 0.5 * f_pp - 0.5 * g_pp
    return (p * h - p * (p * h).sum(1)[:, None]) / p.shape[0]

# %% wrong: only a's self-cost | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) - cost(a, a)


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - 0.5 * f_pp - 0.5 * g_pp
    return (p * h - p * (p * h).sum(1)[:, None]) / p.shape[0]

# %% wrong: added | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) + (cost(a, a) + cost(b, b)) / 2


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - 0.5 * f_pp - 0.5 * g_pp
    return (p * h - p * (p * h).sum(1)[:, None]) / p.shape[0]

# %% wrong: W itself | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b)


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - 0.5 * f_pp - 0.5 * g_pp
    return (p * h - p * (p * h).sum(1)[:, None]) / p.shape[0]

# %% wrong: arguments exchanged | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(b, a) - (cost(a, a) + cost(b, b)) / 2


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - 0.5 * f_pp - 0.5 * g_pp
    return (p * h - p * (p * h).sum(1)[:, None]) / p.shape[0]

# %% wrong: the absolute value of half | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return abs(cost(a, b) - (cost(a, a) + cost(b, b)) / 2) / 2


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - 0.5 * f_pp - 0.5 * g_pp
    return (p * h - p * (p * h).sum(1)[:, None]) / p.shape[0]

# %% wrong: gradient: f_pp alone | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) - 0.5 * (cost(a, a) + cost(b, b))


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - f_pp
    return p * (h - (p * h).sum(1, keepdims=True)) / len(p)

# %% wrong: gradient: no half | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) - 0.5 * (cost(a, a) + cost(b, b))


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - f_pp - g_pp
    return p * (h - (p * h).sum(1, keepdims=True)) / len(p)

# %% wrong: gradient: of W | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) - 0.5 * (cost(a, a) + cost(b, b))


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt
    return p * (h - (p * h).sum(1, keepdims=True)) / len(p)

# %% wrong: gradient: not divided by n | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) - 0.5 * (cost(a, a) + cost(b, b))


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - (f_pp + g_pp) / 2
    return p * (h - (p * h).sum(1, keepdims=True))

# %% wrong: gradient: by p | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) - 0.5 * (cost(a, a) + cost(b, b))


def divergence_gradient(p, f_pt, f_pp, g_pp):
    return (f_pt - (f_pp + g_pp) / 2) / len(p)

# %% wrong: gradient: half of f_pp | loses: w8_debiased_public, w8_debiased_other
def divergence(a, b, cost):
    return cost(a, b) - 0.5 * (cost(a, a) + cost(b, b))


def divergence_gradient(p, f_pt, f_pp, g_pp):
    h = f_pt - f_pp / 2
    return p * (h - (p * h).sum(1, keepdims=True)) / len(p)

# %% wrong: the divergence is cut at 0 | loses: w8_debiased_other
def divergence(a, b, cost):
    return max(0.0, cost(a, b) - cost(a, a) / 2 - cost(b, b) / 2)


def divergence_gradient(p, f_pt, f_pp, g_pp):
    by_p = f_pt - (f_pp + g_pp) / 2
    return p * (by_p - np.sum(p * by_p, axis=1, keepdims=True)) / len(p)
