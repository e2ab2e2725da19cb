# Kept answers to o4_sgd: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: with gradient() on one example
def sgd_epoch(w, X, y, order, lr):
    for i in order:
        w = w - lr * gradient(w, X[[i]], y[[i]])
    return w

# %% right: a copy, in place
def sgd_epoch(w, X, y, order, lr):
    w = np.array(w, dtype=float)
    for x, target in zip(X[order], y[order]):
        w -= lr * x * (np.dot(x, w) - target)
    return w

# %% right: with gd_step
def sgd_epoch(w, X, y, order, lr):
    for i in order:
        w, _ = gd_step(w, gradient(w, X[i : i + 1], y[i : i + 1]), {}, lr)
    return w

# %% right: reduce
from functools import reduce


def sgd_epoch(w, X, y, order, lr):
    return reduce(lambda v, i: v - lr * (X[i] @ v - y[i]) * X[i], order, w)

# %% wrong: divided by N | loses: o4_sgd_public, o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in order:
        w = w - lr / len(y) * (X[i] @ w - y[i]) * X[i]
    return w

# %% wrong: twice the gradient | loses: o4_sgd_public, o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in order:
        w = w - 2 * lr * (X[i] @ w - y[i]) * X[i]
    return w

# %% wrong: uphill | loses: o4_sgd_public, o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in order:
        w = w + lr * (X[i] @ w - y[i]) * X[i]
    return w

# %% wrong: the order is ignored | loses: o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in range(len(order)):
        w = w - lr * (X[i] @ w - y[i]) * X[i]
    return w

# %% wrong: the order backwards | loses: o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in order[::-1]:
        w = w - lr * (X[i] @ w - y[i]) * X[i]
    return w

# %% wrong: each example once, sorted | loses: o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in np.unique(order):
        w = w - lr * (X[i] @ w - y[i]) * X[i]
    return w

# %% wrong: all gradients at the first w | loses: o4_sgd_public, o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    first = w
    for i in order:
        w = w - lr * (X[i] @ first - y[i]) * X[i]
    return w

# %% wrong: in place: the start changes | loses: o4_sgd_public
def sgd_epoch(w, X, y, order, lr):
    for i in order:
        w -= lr * (X[i] @ w - y[i]) * X[i]
    return w

# %% wrong: one example alone | loses: o4_sgd_public, o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in order:
        w = w - lr * (X[i] @ w - y[i]) * X[i]
        return w

# %% wrong: full gradients | loses: o4_sgd_public, o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in order:
        w = w - lr * gradient(w, X, y)
    return w

# %% wrong: at most as many steps as examples | loses: o4_sgd_order
def sgd_epoch(w, X, y, order, lr):
    for i in order[: len(X)]:
        w = w - lr * (X[i] @ w - y[i]) * X[i]
    return w
