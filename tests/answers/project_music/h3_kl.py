# Kept answers to h3_kl: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: masked logarithm
def kl_loss(log_p, t):
    positive = t > 0
    entropy = np.sum(t[positive] * np.log(t[positive]))
    return (entropy - anp.sum(t[positive] * log_p[positive])) / t.shape[0]

# %% right: xlogy of scipy
from scipy.special import xlogy


def kl_loss(log_p, t):
    return anp.mean(anp.sum(xlogy(t, t) - t * anp.where(t == 0, 0, log_p), axis=1))

# %% right: a loop over rows and cells
def kl_loss(log_p, t):
    total = 0.0
    for k in range(t.shape[0]):
        at = np.flatnonzero(t[k])
        total = total + anp.sum(t[k][at] * (np.log(t[k][at]) - log_p[k][at]))
    return total / t.shape[0]

# %% right: log of t with 1 where it is 0
def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    terms = anp.where(t > 0, t * (np.log(safe) - log_p), 0.0)
    return anp.mean(anp.sum(terms, axis=1))

# %% wrong: 0 log 0 is NaN | loses: h3_kl_public, h3_kl_zeros
def kl_loss(log_p, t):
    return anp.mean(anp.sum(t * (np.log(t) - log_p), axis=1))

# %% wrong: a tiny number in the logarithm, −∞ forgotten | loses: h3_kl_public, h3_kl_zeros
def kl_loss(log_p, t):
    return anp.mean(anp.sum(t * (np.log(t + 1e-30) - log_p), axis=1))

# %% wrong: a number added to t that is not tiny | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    return anp.mean(anp.sum(t * (np.log(t + 1e-2) - anp.where(t > 0, log_p, 0.0)), axis=1))

# %% wrong: reversed | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.sum(anp.exp(log_p) * (log_p - np.log(safe)), axis=1))

# %% wrong: cross entropy | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    return -anp.mean(anp.sum(t * anp.where(t > 0, log_p, 0.0), axis=1))

# %% wrong: the sum over rows | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.sum(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0))

# %% wrong: the mean over cells, too | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0))

# %% wrong: the wrong sign | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return -anp.mean(anp.sum(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0), axis=1))

# %% wrong: a logarithm taken again | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.sum(anp.where(t > 0, t * (np.log(safe) - anp.log(log_p)), 0.0), axis=1))

# %% wrong: p kept away from 0 and scaled anew | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    p = anp.exp(log_p) + 1e-3
    p = p / anp.sum(p, axis=1, keepdims=True)
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.sum(t * (np.log(safe) - anp.log(p)), axis=1))

# %% wrong: no gradient gets through | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    log_p = np.array([[float(getattr(v, "_value", v)) for v in row] for row in log_p])
    return float(np.mean(np.sum(np.where(t > 0, t * (np.log(safe) - log_p), 0.0), axis=1)))

# %% right: terms made NaN and replaced afterwards
def kl_loss(log_p, t):
    with np.errstate(all="ignore"):
        terms = t * (np.log(t) - log_p)
    return anp.mean(anp.sum(anp.where(terms == terms, terms, 0.0), axis=1))

# %% wrong: divided by the number of cells | loses: h3_kl_public, h3_kl_values, h3_kl_zeros
def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.sum(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0)) / t.shape[1]

# %% wrong: small shares are left out | loses: h3_kl_zeros
def kl_loss(log_p, t):
    some = t > 1e-4
    return anp.sum(t * (np.log(np.where(some, t, 1.0)) - anp.where(some, log_p, 0.0))) / len(t)

# %% wrong: log p is cut at −30 | loses: h3_kl_zeros
def kl_loss(log_p, t):
    return anp.sum(t * (np.log(np.where(t > 0, t, 1.0)) - anp.maximum(log_p, -30.0))) / len(t)
