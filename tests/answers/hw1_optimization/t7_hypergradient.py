# Kept answers to t7_hypergradient: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: all matrices multiplied
def hypergradient(grads, hessians, etas):
    g_new, g_old = grads
    product = np.eye(len(g_new))
    for H, eta in zip(hessians, etas):
        product = product @ (np.eye(len(g_new)) - eta * H)
    return -g_new @ product @ g_old

# %% right: from the right, a column vector
def hypergradient(grads, hessians, etas):
    column = np.array(grads[1], dtype=float)
    for k in range(len(hessians) - 1, -1, -1):
        column = column - etas[k] * hessians[k].dot(column)
    return -np.dot(grads[0], column)

# %% right: recursion
def hypergradient(grads, hessians, etas):
    newest, last = grads
    if len(hessians) == 0:
        return -float(np.inner(newest, last))
    newest = newest - etas[0] * hessians[0].T @ newest
    return hypergradient((newest, last), hessians[1:], etas[1:])

# %% right: multi_dot
def hypergradient(grads, hessians, etas):
    d = len(grads[0])
    matrices = [np.identity(d) - eta * H for eta, H in zip(etas, hessians)]
    return -np.linalg.multi_dot([grads[0].reshape(1, d), *matrices, grads[1].reshape(d, 1)])[0, 0]

# %% right: reduce, and a matrix of one entry
from functools import reduce


def hypergradient(grads, hessians, etas):
    d = grads[0].size
    product = reduce(np.matmul, [np.eye(d) - e * H for e, H in zip(etas, hessians)], np.eye(d))
    return -(grads[0][None, :] @ product @ grads[1][:, None])

# %% right: loops over the entries
def hypergradient(grads, hessians, etas):
    row, d = list(grads[0]), len(grads[0])
    for H, eta in zip(hessians, etas):
        row = [row[j] - eta * sum(row[i] * H[i, j] for i in range(d)) for j in range(d)]
    return -sum(r * g for r, g in zip(row, grads[1]))

# %% right: einsum, with the minus at the start
def hypergradient(grads, hessians, etas):
    row = -grads[0]
    for k, H in enumerate(hessians):
        row = np.einsum("i,ij->j", row, np.eye(len(row)) - etas[k] * H)
    return np.einsum("i,i", row, grads[1])

# %% right: backwards, each matrix being symmetric
def hypergradient(grads, hessians, etas):
    product = np.eye(len(grads[0]))
    for H, eta in zip(hessians, etas):
        product = (np.eye(len(H)) - eta * H) @ product
    return -(grads[1] @ product @ grads[0])

# %% wrong: the sign | loses: t7_hypergradient_public, t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H, step in zip(hessians, etas):
        row = row - step * (row @ H)
    return row @ last

# %% wrong: I + ηH | loses: t7_hypergradient_public, t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H, step in zip(hessians, etas):
        row = row + step * (row @ H)
    return -row @ last

# %% wrong: the matrices in reversed order | loses: t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    product = np.eye(len(grads[0]))
    for H, eta in zip(hessians, etas):
        product = (np.eye(len(H)) - eta * H) @ product
    return -grads[0] @ product @ grads[1]

# %% wrong: from the oldest Hessian on | loses: t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H, step in zip(hessians[::-1], etas[::-1]):
        row = row - step * (row @ H)
    return -row @ last

# %% wrong: the step sizes in reversed order | loses: t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H, step in zip(hessians, reversed(etas)):
        row = row - step * (row @ H)
    return -row @ last

# %% wrong: no step size | loses: t7_hypergradient_public, t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H in hessians:
        row = row - row @ H
    return -row @ last

# %% wrong: no Hessian | loses: t7_hypergradient_public, t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    return -grads[0] @ grads[1]

# %% wrong: the newest matrix alone | loses: t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    if hessians:
        row = row - etas[0] * (row @ hessians[0])
    return -row @ last

# %% wrong: returns inside the loop | loses: t7_hypergradient_public, t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H, step in zip(hessians, etas):
        row = row - step * (row @ H)
        return -row @ last

# %% wrong: the matrices added | loses: t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    product = np.eye(len(grads[0]))
    for H, eta in zip(hessians, etas):
        product = product - eta * H
    return -grads[0] @ product @ grads[1]

# %% wrong: products entry by entry | loses: t7_hypergradient_public, t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    product = np.eye(len(grads[0]))
    for H, eta in zip(hessians, etas):
        product = product * (np.eye(len(H)) - eta * H)
    return -grads[0] @ product @ grads[1]

# %% wrong: the vector of products | loses: t7_hypergradient_public, t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H, step in zip(hessians, etas):
        row = row - step * (row @ H)
    return -row * last

# %% wrong: a sign for every step | loses: t7_hypergradient_public, t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = -grads[0], grads[1]
    for H, step in zip(hessians, etas):
        row = -(row - step * (row @ H))
    return row @ last

# %% wrong: two dimensions for ever | loses: t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    product = np.eye(2)
    for H, eta in zip(hessians, etas):
        product = product @ (np.eye(2) - eta * H)
    return -grads[0] @ product @ grads[1]

# %% wrong: cannot do more than three steps | loses: t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for k in range(min(len(hessians), 2)):
        row = row - etas[k] * (row @ hessians[k])
    return -row @ last

# %% wrong: rounded to whole numbers | loses: t7_hypergradient_order, t7_hypergradient_autograd
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H, step in zip(hessians, etas):
        row = row - step * (row @ H)
    return np.round(-row @ last)

# %% right: in place
def hypergradient(grads, hessians, etas):
    row, last = grads
    for H, step in zip(hessians, etas):
        row -= step * (row @ H)
    return -row @ last
