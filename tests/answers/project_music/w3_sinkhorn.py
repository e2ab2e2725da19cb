# Kept answers to w3_sinkhorn: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: diagonal matrices
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones_like(b)
    for _ in range(iterations):
        u = a / np.dot(K, v)
        v = b / np.dot(u, K)
    return np.diag(u) @ K @ np.diag(v)


troubles = ["A", "B", "E"]

# %% right: the plan itself is scaled
def sinkhorn(a, b, C, epsilon, iterations):
    P = np.exp(-C / epsilon)
    for _ in range(iterations):
        P = P * (a / P.sum(axis=1)).reshape(-1, 1)
        P = P * (b / P.sum(axis=0))
    return P


troubles = ("e", "b", "a")

# %% right: loops; letters as a string
def sinkhorn(a, b, C, epsilon, iterations):
    k, m = C.shape
    K = np.exp(-C / epsilon)
    v = [1.0] * m
    for _ in range(iterations):
        u = [a[i] / sum(K[i, j] * v[j] for j in range(m)) for i in range(k)]
        v = [b[j] / sum(K[i, j] * u[i] for i in range(k)) for j in range(m)]
    return np.array([[u[i] * K[i, j] * v[j] for j in range(m)] for i in range(k)])


troubles = list("ABE")

# %% right: POT's own
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    u, v = np.ones(len(a)), np.ones(len(b))
    for k in range(iterations):
        u = a / (K @ v)
        v = b / (u @ K)
    return np.einsum("i,ij,j->ij", u, K, v)


troubles = ["A", "B", "E"]

# %% right: with a helper called plan
def plan(u, K, v):
    return np.einsum("i,ij,j->ij", u, K, v)


def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (u @ K)
    return plan(u, K, v)


troubles = ["A", "B", "E"]

# %% wrong: C where K belongs | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (C @ v)
        v = b / (C.T @ u)
    return u[:, None] * C * v


troubles = ["A", "B", "E"]

# %% wrong: the plan's mass is not 1: K forgotten | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (K.T @ u)
    return np.outer(u, v)


troubles = ["A", "B", "E"]

# %% wrong: the sign | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (K.T @ u)
    return u[:, None] * K * v


troubles = ["A", "B", "E"]

# %% wrong: ε multiplies | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C * epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (K.T @ u)
    return u[:, None] * K * v


troubles = ["A", "B", "E"]

# %% wrong: v first | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    u = np.ones(len(a))
    for _ in range(iterations):
        v = b / (K.T @ u)
        u = a / (K @ v)
    return u[:, None] * K * v


troubles = ["A", "B", "E"]

# %% wrong: both from the old ones | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    u, v = np.ones(len(a)), np.ones(len(b))
    for _ in range(iterations):
        u, v = a / (K @ v), b / (K.T @ u)
    return u[:, None] * K * v


troubles = ["A", "B", "E"]

# %% wrong: K not transposed | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (K @ u)
    return u[:, None] * K * v


troubles = ["A", "B", "E"]

# %% wrong: one iteration more | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations + 1):
        u = a / (K @ v)
        v = b / (K.T @ u)
    return u[:, None] * K * v


troubles = ["A", "B", "E"]

# %% wrong: one last u | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (K.T @ u)
    u = a / (K @ v)
    return u[:, None] * K * v


troubles = ["A", "B", "E"]

# %% wrong: stops when the row sums are met | loses: w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (K.T @ u)
        if abs(u * (K @ v) - a).sum() < 1e-1:
            break
    return u[:, None] * K * v


troubles = ["A", "B", "E"]

# %% wrong: a and b exchanged | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones(C.shape[0])
    for _ in range(iterations):
        u = b / (K.T @ v)
        v = a / (K @ u)
    return v[:, None] * K * u


troubles = ["A", "B", "E"]

# %% wrong: u and v in place of P | loses: w3_sinkhorn_public, w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (K.T @ u)
    return u, v


troubles = ["A", "B", "E"]

# %% wrong: A and B alone | loses: w3_sinkhorn_troubles
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones_like(b)
    for _ in range(iterations):
        u = a / np.dot(K, v)
        v = b / np.dot(u, K)
    return np.diag(u) @ K @ np.diag(v)


troubles = ["A", "B"]

# %% wrong: C, too | loses: w3_sinkhorn_troubles
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones_like(b)
    for _ in range(iterations):
        u = a / np.dot(K, v)
        v = b / np.dot(u, K)
    return np.diag(u) @ K @ np.diag(v)


troubles = ["A", "B", "C", "E"]

# %% wrong: D, too | loses: w3_sinkhorn_troubles
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones_like(b)
    for _ in range(iterations):
        u = a / np.dot(K, v)
        v = b / np.dot(u, K)
    return np.diag(u) @ K @ np.diag(v)


troubles = ["A", "B", "D", "E"]

# %% wrong: all letters | loses: w3_sinkhorn_troubles
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones_like(b)
    for _ in range(iterations):
        u = a / np.dot(K, v)
        v = b / np.dot(u, K)
    return np.diag(u) @ K @ np.diag(v)


troubles = list("ABCDE")

# %% wrong: not B | loses: w3_sinkhorn_troubles
def sinkhorn(a, b, C, epsilon, iterations):
    K = np.exp(-C / epsilon)
    v = np.ones_like(b)
    for _ in range(iterations):
        u = a / np.dot(K, v)
        v = b / np.dot(u, K)
    return np.diag(u) @ K @ np.diag(v)


troubles = ["A", "E"]

# %% wrong: a tiny number in each denominator | loses: w3_sinkhorn_plan
def sinkhorn(a, b, C, epsilon, iterations):
    K, v = np.exp(-C / epsilon), np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v + 1e-9)
        v = b / (K.T @ u + 1e-9)
    return u[:, None] * K * v


troubles = ["A", "B", "E"]
