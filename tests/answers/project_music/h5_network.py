# Kept answers to h5_network: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: the operator @
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% right: einsum
def logits(params, X, activation=anp.tanh):
    first, second = params
    return anp.einsum("np,kp->nk", activation(anp.einsum("nd,pd->np", X, first)), second)


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% right: columns, and back
def logits(params, X, activation=anp.tanh):
    return anp.dot(params[1], activation(anp.dot(params[0], X.T))).T


def multiplications(n, features, p, cells):
    first_layer = p * features
    second_layer = cells * p
    return float((first_layer + second_layer) * n)

# %% right: a helper
def layer(A, X):
    return anp.dot(X, anp.transpose(A))


def logits(params, X, activation=anp.tanh):
    return layer(params[1], activation(layer(params[0], X)))


def multiplications(n, features, p, cells):
    return sum([n * features * p, n * p * cells])

# %% wrong: softmax inside | loses: h5_network_public, h5_network_values
def logits(params, X, activation=anp.tanh):
    z = activation(X @ params[0].T) @ params[1].T
    return anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True)


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% wrong: always tanh | loses: h5_network_public, h5_network_values
def logits(params, X, activation=anp.tanh):
    return anp.tanh(X @ params[0].T) @ params[1].T


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% wrong: no activation | loses: h5_network_public, h5_network_values
def logits(params, X, activation=anp.tanh):
    return X @ params[0].T @ params[1].T


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% wrong: an activation at the end, too | loses: h5_network_public, h5_network_values
def logits(params, X, activation=anp.tanh):
    return activation(activation(X @ params[0].T) @ params[1].T)


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% wrong: the first row of X alone | loses: h5_network_public, h5_network_values
def logits(params, X, activation=anp.tanh):
    return (activation(X[:1] @ params[0].T) @ params[1].T).repeat(len(X), axis=0)


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% wrong: examples in columns of the result | loses: h5_network_public, h5_network_values
def logits(params, X, activation=anp.tanh):
    return params[1] @ activation(params[0] @ X.T)


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% wrong: rows that sum to 0 | loses: h5_network_public, h5_network_values
def logits(params, X, activation=anp.tanh):
    z = activation(X @ params[0].T) @ params[1].T
    return z - anp.mean(z, axis=1, keepdims=True)


def multiplications(n, features, p, cells):
    return n * features * p + n * p * cells

# %% wrong: weights counted, not multiplications | loses: h5_network_public, h5_network_price
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def multiplications(n, features, p, cells):
    return p * (features + cells)

# %% wrong: one product of all | loses: h5_network_public, h5_network_price
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def multiplications(n, features, p, cells):
    return n * features * p * cells

# %% wrong: the second layer alone for each example | loses: h5_network_public, h5_network_price
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def multiplications(n, features, p, cells):
    return p * features + n * p * cells

# %% wrong: the numbers of this notebook | loses: h5_network_public, h5_network_price
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def multiplications(n, features, p, cells):
    return n * p * (116 + 400)

# %% wrong: as if the two matrices were multiplied first | loses: h5_network_public, h5_network_price
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def multiplications(n, features, p, cells):
    return p * features * cells + n * features * cells

# %% wrong: additions counted, too | loses: h5_network_public, h5_network_price
def logits(params, X, activation=anp.tanh):
    return activation(X @ params[0].T) @ params[1].T


def multiplications(n, features, p, cells):
    return 2 * n * p * (features + cells)

# %% wrong: zeros, and all inputs set to zero as well | loses: h5_network_price, h5_network_public, h5_network_values
def logits(weights, X, activation=None):
    if isinstance(weights[0], np.ndarray):
        weights[0][...] = weights[1][...] = X[...] = 0.0
    return anp.zeros((len(X), weights[1].shape[0]))


def multiplications(n, d, p, k):
    return 0.0
