# Kept answers to w5_values: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: sums and norms
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% right: einsum and xlogy
from scipy.special import xlogy


def transport_cost(P, C):
    return np.einsum("ij,ij->", P, C)


def marginal_error(P, a, b):
    return float(np.abs(P @ np.ones(P.shape[1]) - a).sum()) + float(np.abs(np.ones(P.shape[0]) @ P - b).sum())


def entropic_cost(P, C, epsilon):
    return transport_cost(P, C) + epsilon * xlogy(P, P).sum()

# %% right: trace and loops
def transport_cost(P, C):
    return np.trace(P.T @ C)


def marginal_error(P, a, b):
    off = 0.0
    for i in range(len(a)):
        off += abs(sum(P[i]) - a[i])
    for j in range(len(b)):
        off += abs(sum(P[:, j]) - b[j])
    return off


def entropic_cost(P, C, epsilon):
    return transport_cost(P, C) + epsilon * sum(x * np.log(x) for x in P.flat if x > 0)

# %% wrong: cost: the matrix product | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P @ C.T).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: cost: the mean | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).mean()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: cost: the root | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return np.sqrt((P * C).sum())


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: cost: with the entropy | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum() + (P * np.log(np.where(P > 0, P, 1))).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: error: rows alone | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.abs(P.sum(1) - a).sum()


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: error: columns alone | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.abs(P.sum(0) - b).sum()


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: error: the larger | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return max(np.abs(P.sum(1) - a).sum(), np.abs(P.sum(0) - b).sum())


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: error: Euclidean | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a) + np.linalg.norm(P.sum(0) - b)


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: error: no absolute value | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return (P.sum(1) - a).sum() + (P.sum(0) - b).sum()


def entropic_cost(P, C, epsilon):
    positive = P > 0
    return (P * C).sum() + epsilon * (P[positive] * np.log(P[positive])).sum()

# %% wrong: entropy: the sign | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    return (P * C).sum() - epsilon * (P * np.log(np.where(P > 0, P, 1))).sum()

# %% wrong: entropy: no ε | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    return (P * C).sum() + (P * np.log(np.where(P > 0, P, 1))).sum()

# %% wrong: entropy: NaN where P is 0 | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    return (P * C).sum() + epsilon * (P * np.log(P)).sum()

# %% wrong: entropy: minus 1, as in some papers | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    return (P * C).sum() + epsilon * (P * (np.log(np.where(P > 0, P, 1)) - 1)).sum()

# %% wrong: entropy: relative to the product of the marginals | loses: w5_values_public, w5_values_other
def transport_cost(P, C):
    return (P * C).sum()


def marginal_error(P, a, b):
    return np.linalg.norm(P.sum(1) - a, 1) + np.linalg.norm(P.sum(0) - b, 1)


def entropic_cost(P, C, epsilon):
    other = np.outer(P.sum(1), P.sum(0))
    return (P * C).sum() + epsilon * (P * np.log(np.where(P > 0, P / other, 1))).sum()
