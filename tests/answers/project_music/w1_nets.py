# Kept answers to w1_nets: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: copied
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def log_softmax(z):
    top = z.max(axis=1)[:, None]
    return z - top - anp.log(anp.exp(z - top).sum(axis=1))[:, None]


def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.sum(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0), axis=1))

# %% right: einsum, logsumexp, xlogy
from autograd.scipy.special import logsumexp
from scipy.special import xlogy


def logits(params, X, activation=anp.tanh):
    return anp.einsum("np,kp->nk", activation(anp.einsum("nd,pd->np", X, params[0])), params[1])


def log_softmax(z):
    return z - logsumexp(z, axis=1, keepdims=True)


def kl_loss(log_p, t):
    return (np.sum(xlogy(t, t)) - anp.sum(t * anp.where(t > 0, log_p, 0))) / t.shape[0]

# %% right: with a helper
def rows(table):
    return anp.reshape(table, (-1, 1))


def logits(params, X, activation=anp.tanh):
    first, second = params
    return anp.dot(activation(anp.dot(X, first.T)), second.T)


def log_softmax(z):
    z = z - rows(anp.max(z, axis=1))
    return z - rows(anp.log(anp.sum(anp.exp(z), axis=1)))


def kl_loss(log_p, t):
    at = t > 0
    return anp.sum(t[at] * (np.log(t[at]) - log_p[at])) / len(t)

# %% wrong: softmax in logits | loses: w1_nets_public, w1_nets_other
def logits(params, X, activation=anp.tanh):
    z = activation(X @ params[0].T) @ params[1].T
    return anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True)


def log_softmax(z):
    top = z.max(axis=1)[:, None]
    return z - top - anp.log(anp.exp(z - top).sum(axis=1))[:, None]


def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.sum(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0), axis=1))

# %% wrong: no activation | loses: w1_nets_public, w1_nets_other
def logits(params, X, activation=anp.tanh):
    return X @ params[0].T @ params[1].T


def log_softmax(z):
    top = z.max(axis=1)[:, None]
    return z - top - anp.log(anp.exp(z - top).sum(axis=1))[:, None]


def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.sum(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0), axis=1))

# %% wrong: log-softmax without a shift | loses: w1_nets_public, w1_nets_other
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def log_softmax(z):
    return z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))


def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.sum(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0), axis=1))

# %% wrong: log-softmax of the whole table | loses: w1_nets_other
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def log_softmax(z):
    z = z - anp.max(z)
    return z - anp.log(anp.sum(anp.exp(z)))


def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.mean(anp.sum(anp.where(t > 0, t * (np.log(safe) - log_p), 0.0), axis=1))

# %% wrong: KL reversed | loses: w1_nets_public, w1_nets_other
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def log_softmax(z):
    top = z.max(axis=1)[:, None]
    return z - top - anp.log(anp.exp(z - top).sum(axis=1))[:, None]


def kl_loss(log_p, t):
    return anp.mean(anp.sum(anp.exp(log_p) * (log_p - np.log(t + 1e-300)), axis=1))

# %% wrong: KL summed over rows | loses: w1_nets_public, w1_nets_other
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def log_softmax(z):
    top = z.max(axis=1)[:, None]
    return z - top - anp.log(anp.exp(z - top).sum(axis=1))[:, None]


def kl_loss(log_p, t):
    safe = np.where(t > 0, t, 1)
    return anp.sum(t * (np.log(safe) - log_p))

# %% wrong: KL as cross entropy | loses: w1_nets_public, w1_nets_other
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def log_softmax(z):
    top = z.max(axis=1)[:, None]
    return z - top - anp.log(anp.exp(z - top).sum(axis=1))[:, None]


def kl_loss(log_p, t):
    return -anp.mean(anp.sum(t * log_p, axis=1))

# %% wrong: NaN where t is 0 | loses: w1_nets_public, w1_nets_other
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def log_softmax(z):
    top = z.max(axis=1)[:, None]
    return z - top - anp.log(anp.exp(z - top).sum(axis=1))[:, None]


def kl_loss(log_p, t):
    return anp.mean(anp.sum(t * (np.log(t) - log_p), axis=1))

# %% wrong: tanh, whatever activation is given | loses: w1_nets_other
def logits(params, X, activation=anp.tanh):
    return anp.dot(anp.tanh(anp.dot(X, params[0].T)), params[1].T)


def log_softmax(z):
    top = anp.max(z, axis=1, keepdims=True)
    return z - top - anp.log(anp.sum(anp.exp(z - top), axis=1, keepdims=True))


def kl_loss(log_p, t):
    some = t > 0
    return anp.sum(t * (np.log(np.where(some, t, 1.0)) - anp.where(some, log_p, 0.0))) / len(t)

# %% wrong: one shift for the whole table | loses: w1_nets_other
def logits(params, X, activation=anp.tanh):
    return anp.dot(activation(anp.dot(X, params[0].T)), params[1].T)


def log_softmax(z):
    z = z - anp.max(z)
    return z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))


def kl_loss(log_p, t):
    some = t > 0
    return anp.sum(t * (np.log(np.where(some, t, 1.0)) - anp.where(some, log_p, 0.0))) / len(t)
