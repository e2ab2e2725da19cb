# Kept answers to n2_relu: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: a comparison as numbers
def relu_derivative(q):
    return (q > 0) * 1.0


def grad_h(p, y, W2):
    return 2 * (p - y) @ W2


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: a comparison: Booleans are no numbers | loses: n2_relu_public, n2_relu_derivative
def relu_derivative(q):
    return q > 0


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% right: np.heaviside
def relu_derivative(q):
    return np.heaviside(q, 0.0)


def grad_h(p, y, W2):
    return np.einsum('j,ji->i', 2 * (p - y), W2)


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% right: loops
def relu_derivative(q):
    result = np.zeros(np.shape(q))
    for place in np.ndindex(*np.shape(q)):
        if q[place] > 0:
            result[place] = 1
    return result


def grad_h(p, y, W2):
    outputs, hidden = W2.shape
    result = np.zeros(hidden)
    for i in range(hidden):
        for j in range(outputs):
            result[i] += 2 * (p[j] - y[j]) * W2[j, i]
    return result


def grad_q(p, y, W2, q):
    upper = grad_h(p, y, W2)
    return np.array([u if entry > 0 else 0.0 for u, entry in zip(upper, q)])

# %% right: the sign's positive part
def relu_derivative(q):
    return np.maximum(np.sign(q), 0)


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return np.where(q > 0, grad_h(p, y, W2), 0)

# %% wrong: max(q, 0)/q: NaN at 0 | loses: n2_relu_public, n2_relu_derivative, n2_relu_backward
def relu_derivative(q):
    return np.maximum(q, 0) / q


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: 1 at 0 | loses: n2_relu_public, n2_relu_derivative, n2_relu_backward
def relu_derivative(q):
    return (q >= 0) * 1.0


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: one half at 0 | loses: n2_relu_public, n2_relu_derivative, n2_relu_backward
def relu_derivative(q):
    return np.heaviside(q, 0.5)


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: the ReLU, not its derivative | loses: n2_relu_public, n2_relu_derivative, n2_relu_backward
def relu_derivative(q):
    return np.maximum(q, 0)


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: the sign of q | loses: n2_relu_public, n2_relu_derivative, n2_relu_backward
def relu_derivative(q):
    return np.sign(q)


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: the 2 is missing | loses: n2_relu_public, n2_relu_backward
def relu_derivative(q):
    return np.where(q > 0, 1.0, 0.0)


def grad_h(p, y, W2):
    return W2.T @ (p - y)


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: the sign | loses: n2_relu_public, n2_relu_backward
def relu_derivative(q):
    return np.where(q > 0, 1.0, 0.0)


def grad_h(p, y, W2):
    return W2.T @ (2 * (y - p))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: W2 for its transpose | loses: n2_relu_public, n2_relu_backward
def relu_derivative(q):
    return np.where(q > 0, 1.0, 0.0)


def grad_h(p, y, W2):
    return W2 @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: the ReLU is not used backwards | loses: n2_relu_public, n2_relu_backward
def relu_derivative(q):
    return np.where(q > 0, 1.0, 0.0)


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2)

# %% wrong: multiplied by q | loses: n2_relu_public, n2_relu_backward
def relu_derivative(q):
    return np.where(q > 0, 1.0, 0.0)


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * np.maximum(q, 0)

# %% wrong: a threshold above 0 | loses: n2_relu_derivative
def relu_derivative(q):
    return (q > 1e-12) * 1.0


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * (q > 0)

# %% wrong: for one axis only | loses: n2_relu_derivative
def relu_derivative(q):
    return np.array([1.0 if entry > 0 else 0.0 for entry in np.ravel(q)])


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y))


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * (q > 0)

# %% wrong: sizes of the example | loses: n2_relu_backward
def relu_derivative(q):
    return np.where(q > 0, 1.0, 0.0)


def grad_h(p, y, W2):
    r = 2 * (p - y)
    return r[0] * W2[0] + r[1] * W2[1] if len(r) > 1 else r[0] * W2[0]


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: p is changed in place | loses: n2_relu_public
def relu_derivative(q):
    return np.where(q > 0, 1.0, 0.0)


def grad_h(p, y, W2):
    p -= y
    p *= 2
    return W2.T @ p


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)

# %% wrong: a mean over the outputs | loses: n2_relu_public, n2_relu_backward
def relu_derivative(q):
    return np.where(q > 0, 1.0, 0.0)


def grad_h(p, y, W2):
    return W2.T @ (2 * (p - y)) / len(p)


def grad_q(p, y, W2, q):
    return grad_h(p, y, W2) * relu_derivative(q)
