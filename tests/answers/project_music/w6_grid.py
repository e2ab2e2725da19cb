# Kept answers to w6_grid: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: einsum
def kernel_product(V, R, S):
    n, rows, columns = len(V), len(R), len(S)
    return np.einsum("rq,cd,ndq->ncr", R, S, V.reshape(n, columns, rows), optimize=True).reshape(n, rows * columns)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% right: np.kron, large all the same
def kernel_product(V, R, S):
    return V @ np.kron(S, R).T


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% right: tensordot and transposes
def kernel_product(V, R, S):
    grids = V.reshape(-1, S.shape[0], R.shape[0]).transpose(0, 2, 1)
    return np.matmul(np.matmul(R, grids), S.T).transpose(0, 2, 1).reshape(V.shape)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% right: order F over the batch
def kernel_product(V, R, S):
    n = V.shape[0]
    grids = np.reshape(V, (n, len(R), len(S)), order="F")
    return np.reshape(R @ grids @ S.T, (n, -1), order="F")


def sinkhorn_grid(a, b, R, S, iterations):
    u, v = 1.0, np.ones_like(a)
    while iterations > 0:
        u = np.divide(a, kernel_product(v, R, S))
        v = np.divide(b, kernel_product(u, R, S))
        iterations -= 1
    return [u, v]

# %% wrong: row order | loses: w6_grid_public, w6_grid_product, w6_grid_scalings
def kernel_product(V, R, S):
    grids = V.reshape(len(V), len(R), len(S))
    return (R @ grids @ S.T).reshape(len(V), -1)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% wrong: R and S exchanged | loses: w6_grid_public, w6_grid_product, w6_grid_scalings
def kernel_product(V, R, S):
    return V @ np.kron(R, S).T


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% wrong: transposed kernels | loses: w6_grid_public, w6_grid_product
def kernel_product(V, R, S):
    return V @ np.kron(S, R)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% wrong: S not transposed | loses: w6_grid_public, w6_grid_product
def kernel_product(V, R, S):
    grids = V.reshape(len(V), len(S), len(R)).swapaxes(1, 2)
    return (R @ grids @ S).swapaxes(1, 2).reshape(len(V), -1)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% wrong: rows alone | loses: w6_grid_public, w6_grid_product, w6_grid_scalings
def kernel_product(V, R, S):
    grids = V.reshape(len(V), len(S), len(R)).swapaxes(1, 2)
    return (R @ grids).swapaxes(1, 2).reshape(len(V), -1)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% wrong: the result in row order | loses: w6_grid_public, w6_grid_product, w6_grid_scalings
def kernel_product(V, R, S):
    grids = V.reshape(len(V), len(S), len(R)).swapaxes(1, 2)
    return (R @ grids @ S.T).reshape(len(V), -1)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% wrong: a sum of both | loses: w6_grid_public, w6_grid_product, w6_grid_scalings
def kernel_product(V, R, S):
    grids = V.reshape(len(V), len(S), len(R)).swapaxes(1, 2)
    return (R @ grids + grids @ S.T).swapaxes(1, 2).reshape(len(V), -1)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% wrong: v first | loses: w6_grid_public, w6_grid_scalings
def kernel_product(V, R, S):
    n, rows, columns = len(V), len(R), len(S)
    return np.einsum("rq,cd,ndq->ncr", R, S, V.reshape(n, columns, rows), optimize=True).reshape(n, rows * columns)


def sinkhorn_grid(a, b, R, S, iterations):
    u = np.ones(a.shape)
    for _ in range(iterations):
        v = b / kernel_product(u, R, S)
        u = a / kernel_product(v, R, S)
    return u, v

# %% wrong: both from the old ones | loses: w6_grid_public, w6_grid_scalings
def kernel_product(V, R, S):
    n, rows, columns = len(V), len(R), len(S)
    return np.einsum("rq,cd,ndq->ncr", R, S, V.reshape(n, columns, rows), optimize=True).reshape(n, rows * columns)


def sinkhorn_grid(a, b, R, S, iterations):
    u, v = np.ones(a.shape), np.ones(b.shape)
    for _ in range(iterations):
        u, v = a / kernel_product(v, R, S), b / kernel_product(u, R, S)
    return u, v

# %% wrong: potentials, logarithms of the scalings | loses: w6_grid_public, w6_grid_scalings
def kernel_product(V, R, S):
    n, rows, columns = len(V), len(R), len(S)
    return np.einsum("rq,cd,ndq->ncr", R, S, V.reshape(n, columns, rows), optimize=True).reshape(n, rows * columns)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return np.log(u), np.log(v)

# %% wrong: one iteration always | loses: w6_grid_public, w6_grid_scalings
def kernel_product(V, R, S):
    n, rows, columns = len(V), len(R), len(S)
    return np.einsum("rq,cd,ndq->ncr", R, S, V.reshape(n, columns, rows), optimize=True).reshape(n, rows * columns)


def sinkhorn_grid(a, b, R, S, iterations):
    u = a / kernel_product(np.ones(b.shape), R, S)
    return u, b / kernel_product(u, R, S)

# %% wrong: the first pair for all | loses: w6_grid_public, w6_grid_scalings
def kernel_product(V, R, S):
    n, rows, columns = len(V), len(R), len(S)
    return np.einsum("rq,cd,ndq->ncr", R, S, V.reshape(n, columns, rows), optimize=True).reshape(n, rows * columns)


def sinkhorn_grid(a, b, R, S, iterations):
    a, b = np.tile(a[:1], (len(a), 1)), np.tile(b[:1], (len(b), 1))
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v

# %% wrong: u and v exchanged | loses: w6_grid_public, w6_grid_scalings
def kernel_product(V, R, S):
    n, rows, columns = len(V), len(R), len(S)
    return np.einsum("rq,cd,ndq->ncr", R, S, V.reshape(n, columns, rows), optimize=True).reshape(n, rows * columns)


def sinkhorn_grid(a, b, R, S, iterations):
    v = np.ones(b.shape)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return v, u

# %% wrong: zeros, and all inputs set to zero as well | loses: w6_grid_product, w6_grid_public, w6_grid_scalings
def kernel_product(V, R, S):
    result = np.zeros(V.shape)
    for given in (V, R, S):
        given[...] = 0.0
    return result


def sinkhorn_grid(a, b, R, S, iterations):
    result = np.zeros(a.shape), np.zeros(b.shape)
    for given in (a, b, R, S):
        given[...] = 0.0
    return result
