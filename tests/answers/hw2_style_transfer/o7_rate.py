# Kept answers to o7_rate: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: singular values
def curvature(X):
    values = np.linalg.svd(X, compute_uv=False) ** 2 / X.shape[0]
    return values.max(), values.min()


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / L

# %% right: by the condition number
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (L / mu - 1) / (L / mu + 1)


def largest_step(L):
    return 2 / L

# %% right: general eigenvalues, the factor at L
def curvature(X):
    eigenvalues = np.sort(np.linalg.eigvals(X.T @ X / len(X)).real)
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    step = 1 / ((L + mu) / 2)
    return step, abs(1 - step * L)


def largest_step(L):
    return 2 / L

# %% right: torch, lists
def curvature(X):
    eigenvalues = torch.linalg.eigvalsh(torch.tensor(X.T @ X / len(X))).numpy()
    return [float(eigenvalues[-1]), float(eigenvalues[0])]


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / L

# %% wrong: not divided by N | loses: o7_rate_public, o7_rate_curvature
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X)
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / L

# %% wrong: the smallest first | loses: o7_rate_public, o7_rate_curvature
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[0], eigenvalues[-1]


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / L

# %% wrong: singular values of X | loses: o7_rate_public, o7_rate_curvature
def curvature(X):
    eigenvalues = np.linalg.svd(X, compute_uv=False)[::-1]
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / L

# %% wrong: the diagonal alone | loses: o7_rate_curvature
def curvature(X):
    eigenvalues = np.sort(np.diag(X.T @ X / len(X)))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / L

# %% wrong: XXᵀ for XᵀX | loses: o7_rate_public, o7_rate_curvature
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X @ X.T / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / L

# %% wrong: 1/L | loses: o7_rate_public, o7_rate_steps
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 1 / L, 1 - mu / L


def largest_step(L):
    return 2 / L

# %% wrong: the rate without its sign | loses: o7_rate_public, o7_rate_steps
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (mu - L) / (L + mu)


def largest_step(L):
    return 2 / L

# %% wrong: the rate of the loss | loses: o7_rate_public, o7_rate_steps
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), ((L - mu) / (L + mu)) ** 2


def largest_step(L):
    return 2 / L

# %% wrong: Nesterov's rate | loses: o7_rate_public, o7_rate_steps
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (np.sqrt(L) - np.sqrt(mu)) / (np.sqrt(L) + np.sqrt(mu))


def largest_step(L):
    return 2 / L

# %% wrong: the mean of the ends | loses: o7_rate_public, o7_rate_steps
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 1 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / L

# %% wrong: 1/L as the largest step | loses: o7_rate_steps
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 1 / L

# %% wrong: the largest step with µ | loses: o7_rate_steps
def curvature(X):
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]


def best_step(L, mu):
    return 2 / (L + mu), (L - mu) / (L + mu)


def largest_step(L):
    return 2 / (L + 1)
