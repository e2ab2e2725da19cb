# Kept answers to h2_log_softmax: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: shift and subtract
def log_softmax(z):
    top = z.max(axis=1)[:, None]
    return z - top - anp.log(anp.exp(z - top).sum(axis=1))[:, None]

# %% right: logsumexp of autograd.scipy
from autograd.scipy.special import logsumexp


def log_softmax(z):
    return z - logsumexp(z, axis=1, keepdims=True)

# %% right: shift by a constant max
def log_softmax(z):
    largest = anp.max(z, axis=1).reshape(-1, 1)
    z = z - largest
    total = anp.dot(anp.exp(z), anp.ones((z.shape[1], 1)))
    return z - anp.log(total)

# %% right: logaddexp, column by column
def log_softmax(z):
    total = z[:, 0]
    for k in range(1, z.shape[1]):
        total = anp.logaddexp(total, z[:, k])
    return z - anp.reshape(total, (-1, 1))

# %% wrong: no shift | loses: h2_log_softmax_public, h2_log_softmax_large
def log_softmax(z):
    return z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))

# %% wrong: the logarithm of a shifted softmax | loses: h2_log_softmax_public, h2_log_softmax_large
def log_softmax(z):
    e = anp.exp(z - anp.max(z, axis=1, keepdims=True))
    return anp.log(e / anp.sum(e, axis=1, keepdims=True))

# %% wrong: softmax and no logarithm | loses: h2_log_softmax_public, h2_log_softmax_values, h2_log_softmax_large
def log_softmax(z):
    e = anp.exp(z - anp.max(z, axis=1, keepdims=True))
    return e / anp.sum(e, axis=1, keepdims=True)

# %% wrong: one shift for all rows | loses: h2_log_softmax_public, h2_log_softmax_large
def log_softmax(z):
    z = z - anp.max(z)
    return z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))

# %% wrong: one sum for all rows | loses: h2_log_softmax_public, h2_log_softmax_values, h2_log_softmax_large
def log_softmax(z):
    z = z - anp.max(z, axis=1, keepdims=True)
    return z - anp.log(anp.sum(anp.exp(z)))

# %% wrong: along columns | loses: h2_log_softmax_public, h2_log_softmax_values, h2_log_softmax_large
def log_softmax(z):
    z = z - anp.max(z, axis=0)
    return z - anp.log(anp.sum(anp.exp(z), axis=0))

# %% wrong: values taken out of autograd | loses: h2_log_softmax_public, h2_log_softmax_values, h2_log_softmax_large
def log_softmax(z):
    z = getattr(z, "_value", z)
    z = z - np.max(z, axis=1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))

# %% wrong: a tiny number inside the logarithm | loses: h2_log_softmax_public, h2_log_softmax_values, h2_log_softmax_large
def log_softmax(z):
    e = anp.exp(z - anp.max(z, axis=1, keepdims=True))
    return anp.log(e / anp.sum(e, axis=1, keepdims=True) + 1e-12)

# %% wrong: divided by the largest in place of shifted | loses: h2_log_softmax_public, h2_log_softmax_values, h2_log_softmax_large
def log_softmax(z):
    z = z / anp.max(anp.abs(z), axis=1, keepdims=True)
    return z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))

# %% wrong: shifts its argument in place | loses: h2_log_softmax_values
def log_softmax(z):
    z -= np.max(z, axis=1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))

# %% wrong: clipped logits | loses: h2_log_softmax_public, h2_log_softmax_large
def log_softmax(z):
    z = anp.clip(z, -500, 500)
    z = z - anp.max(z, axis=1, keepdims=True)
    return z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))

# %% wrong: base 2 | loses: h2_log_softmax_public, h2_log_softmax_values, h2_log_softmax_large
def log_softmax(z):
    z = z - anp.max(z, axis=1, keepdims=True)
    return (z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))) / anp.log(2)

# %% wrong: shift by the mean | loses: h2_log_softmax_large
def log_softmax(z):
    z = z - anp.mean(z, axis=1, keepdims=True)
    return z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))

# %% wrong: cut 3000 below the largest | loses: h2_log_softmax_large
def log_softmax(z):
    shifted = anp.maximum(z - anp.max(z, axis=1, keepdims=True), -3000.0)
    return shifted - anp.log(anp.sum(anp.exp(shifted), axis=1, keepdims=True))
