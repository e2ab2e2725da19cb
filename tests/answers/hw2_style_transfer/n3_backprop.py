# Kept answers to n3_backprop: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: with the functions of question 2
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = grad_q(p, y, W2, q)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% right: columns and products
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), dq[:, None] @ x[None, :], dq, r[:, None] * h, r

# %% right: einsum, loss as a product, a list
dqi_dWjk = x_k * delta_ij**2
dqi_dbj = delta_ij**3


def backprop(x, y, W1, b1, W2, b2):
    q = np.einsum("hd,d->h", W1, x) + b1
    h = q * (q > 0)
    p = np.einsum("kh,h->k", W2, h) + b2
    r = 2 * (p - y)
    dq = np.einsum("kh,k->h", W2, r)
    dq[q <= 0] = 0
    return [(p - y) @ (p - y), np.einsum("h,d->hd", dq, x), dq, np.einsum("k,h->kh", r, h), r]

# %% right: loops
dqi_dWjk = delta_ij * x_k
dqi_dbj = 1 * delta_ij


def backprop(x, y, W1, b1, W2, b2):
    hidden, outputs = len(b1), len(b2)
    q = [sum(W1[i, k] * x[k] for k in range(len(x))) + b1[i] for i in range(hidden)]
    h = [max(entry, 0.0) for entry in q]
    p = [sum(W2[j, i] * h[i] for i in range(hidden)) + b2[j] for j in range(outputs)]
    loss = sum((p[j] - y[j]) ** 2 for j in range(outputs))
    db2 = [2 * (p[j] - y[j]) for j in range(outputs)]
    dW2 = [[db2[j] * h[i] for i in range(hidden)] for j in range(outputs)]
    db1 = [sum(db2[j] * W2[j, i] for j in range(outputs)) if q[i] > 0 else 0.0 for i in range(hidden)]
    dW1 = [[db1[i] * entry for entry in x] for i in range(hidden)]
    return loss, np.array(dW1), np.array(db1), np.array(dW2), np.array(db2)

# %% right: by torch
import torch

dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    x, y = torch.tensor(x), torch.tensor(y)
    weights = [torch.tensor(w, requires_grad=True) for w in (W1, b1, W2, b2)]
    A, a, B, b = weights
    loss = ((B @ torch.relu(A @ x + a) + b - y) ** 2).sum()
    loss.backward()
    return loss.item(), *(w.grad.numpy() for w in weights)

# %% wrong: ReLU's derivative is 1 at 0 | loses: n3_backprop_public, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q >= 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: max(q, 0)/q | loses: n3_backprop_public, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (np.maximum(q, 0) / q)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: h for the ReLU's derivative | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * h
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: the ReLU is forgotten backwards | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: the ReLU is forgotten forwards | loses: n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = q
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: the 2 is missing | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = p - y
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: half of the square | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2) / 2, np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: a mean over the outputs | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.mean((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: the first layer's gradient transposed | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(x, dq), dq, np.outer(r, h), r

# %% wrong: q for h in the second layer's gradient | loses: n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, q), r

# %% wrong: first layer's weights in the way back | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W1 @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: the gradients in another order | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(r, h), r, np.outer(dq, x), dq

# %% wrong: loss is forgotten | loses: n3_backprop_public, n3_backprop_sizes, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: y is changed in place | loses: n3_backprop_public, n3_backprop_zero
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    loss = np.sum((p - y) ** 2)
    y -= p
    r = -2 * y
    dq = (W2.T @ r) * (q > 0)
    return loss, np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: formulas: no delta | loses: n3_backprop_formulas
dqi_dWjk = x_k
dqi_dbj = 1


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: formulas: the delta alone | loses: n3_backprop_formulas
dqi_dWjk = delta_ij
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: formulas: offset with x | loses: n3_backprop_formulas
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij * x_k


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r

# %% wrong: formulas: p for q | loses: n3_backprop_public, n3_backprop_formulas
dqi_dWjk = delta_ij * h_k
dqi_dbj = delta_ij


def backprop(x, y, W1, b1, W2, b2):
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    r = 2 * (p - y)
    dq = (W2.T @ r) * (q > 0)
    return np.sum((p - y) ** 2), np.outer(dq, x), dq, np.outer(r, h), r
