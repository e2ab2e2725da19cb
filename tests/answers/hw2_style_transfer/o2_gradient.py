# Kept answers to o2_gradient: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: products
def loss(w, X, y):
    return (X @ w - y) @ (X @ w - y) / (2 * len(X))


def gradient(w, X, y):
    return (X @ w - y) @ X / X.shape[0]

# %% right: by torch
def loss(w, X, y):
    w, X, y = (torch.tensor(a) for a in (w, X, y))
    return (0.5 * ((X @ w - y) ** 2).mean()).item()


def gradient(w, X, y):
    w = torch.tensor(w, requires_grad=True)
    (0.5 * ((torch.tensor(X) @ w - torch.tensor(y)) ** 2).mean()).backward()
    return w.grad.numpy()

# %% right: a mean of the single gradients
def loss(w, X, y):
    return np.mean((X @ w - y) ** 2) / 2


def gradient(w, X, y):
    return np.mean((X @ w - y)[:, None] * X, axis=0)

# %% wrong: the ½ is missing in the loss | loses: o2_gradient_public, o2_gradient_other
def loss(w, X, y):
    return np.mean((X @ w - y) ** 2)


def gradient(w, X, y):
    return X.T @ (X @ w - y) / len(y)

# %% wrong: sums | loses: o2_gradient_public, o2_gradient_other
def loss(w, X, y):
    return np.sum((X @ w - y) ** 2) / 2


def gradient(w, X, y):
    return X.T @ (X @ w - y)

# %% wrong: the gradient is twice as large | loses: o2_gradient_public, o2_gradient_other
def loss(w, X, y):
    return np.mean((X @ w - y) ** 2) / 2


def gradient(w, X, y):
    return 2 * X.T @ (X @ w - y) / len(y)

# %% wrong: the sign of the gradient | loses: o2_gradient_public, o2_gradient_other
def loss(w, X, y):
    return np.mean((X @ w - y) ** 2) / 2


def gradient(w, X, y):
    return X.T @ (y - X @ w) / len(y)

# %% wrong: divided by the number of features | loses: o2_gradient_public, o2_gradient_other
def loss(w, X, y):
    return np.mean((X @ w - y) ** 2) / 2


def gradient(w, X, y):
    return X.T @ (X @ w - y) / X.shape[1]

# %% wrong: divided by 200 | loses: o2_gradient_public, o2_gradient_other
def loss(w, X, y):
    return np.mean((X @ w - y) ** 2) / 2


def gradient(w, X, y):
    return X.T @ (X @ w - y) / 200

# %% wrong: the gradient at the start | loses: o2_gradient_other
def loss(w, X, y):
    return np.mean((X @ w - y) ** 2) / 2


def gradient(w, X, y):
    return X.T @ (0 * (X @ w) - y) / len(y)

# %% wrong: absolute values | loses: o2_gradient_other
def loss(w, X, y):
    return np.mean((X @ w - y) ** 2) / 2 + 0.1 * np.sum(np.abs(w))


def gradient(w, X, y):
    return X.T @ (X @ w - y) / len(y)
