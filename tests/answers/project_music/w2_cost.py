# Kept answers to w2_cost: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: unravel_index, order F
def cost_matrix(rows, columns):
    r, c = np.unravel_index(np.arange(rows * columns), (rows, columns), order="F")
    at = np.stack([r / rows, c / columns], axis=1)
    return np.sum((at[:, None, :] - at[None, :, :]) ** 2, axis=2)

# %% right: Kronecker products
def cost_matrix(rows, columns):
    r, c = np.arange(rows) / rows, np.arange(columns) / columns
    between_rows, between_columns = (r[:, None] - r) ** 2, (c[:, None] - c) ** 2
    return np.kron(np.ones((columns, columns)), between_rows) + np.kron(between_columns, np.ones((rows, rows)))

# %% right: loops
def cost_matrix(rows, columns):
    k = rows * columns
    C = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            C[i, j] = ((i % rows - j % rows) / rows) ** 2 + ((i // rows - j // rows) / columns) ** 2
    return C

# %% right: cdist of scipy
from scipy.spatial.distance import cdist


def cost_matrix(rows, columns):
    right, up = np.meshgrid(np.arange(columns) / columns, np.arange(rows) / rows)
    at = np.stack([up.ravel(order="F"), right.ravel(order="F")], axis=1)
    return cdist(at, at, "sqeuclidean")

# %% wrong: row order | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = (cell // columns) / rows, (cell % columns) / columns
    return (up[:, None] - up) ** 2 + (right[:, None] - right) ** 2

# %% wrong: distances, not squared | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = (cell % rows) / rows, (cell // rows) / columns
    return np.hypot(up[:, None] - up, right[:, None] - right)

# %% wrong: in cells | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = cell % rows, cell // rows
    return (up[:, None] - up) ** 2.0 + (right[:, None] - right) ** 2

# %% wrong: from 0 to 1 inclusive | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = (cell % rows) / max(rows - 1, 1), (cell // rows) / max(columns - 1, 1)
    return (up[:, None] - up) ** 2 + (right[:, None] - right) ** 2

# %% wrong: rows and columns exchanged in the lengths | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = (cell % rows) / columns, (cell // rows) / rows
    return (up[:, None] - up) ** 2 + (right[:, None] - right) ** 2

# %% wrong: city blocks | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = (cell % rows) / rows, (cell // rows) / columns
    return abs(up[:, None] - up) + abs(right[:, None] - right)

# %% wrong: squared twice | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = (cell % rows) / rows, (cell // rows) / columns
    return ((up[:, None] - up) ** 2 + (right[:, None] - right) ** 2) ** 2

# %% wrong: scaled so that the largest is 1 | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = (cell % rows) / rows, (cell // rows) / columns
    C = (up[:, None] - up) ** 2 + (right[:, None] - right) ** 2
    return C / C.max()

# %% wrong: always 20 by 20 | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    cell = np.arange(400)
    up, right = (cell % 20) / 20, (cell // 20) / 20
    return (up[:, None] - up) ** 2 + (right[:, None] - right) ** 2

# %% wrong: across the date line | loses: w2_cost_public, w2_cost_other
def cost_matrix(rows, columns):
    cell = np.arange(rows * columns)
    up, right = (cell % rows) / rows, (cell // rows) / columns
    east = abs(right[:, None] - right)
    return (up[:, None] - up) ** 2 + np.minimum(east, 1 - east) ** 2
