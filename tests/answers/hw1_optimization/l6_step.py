# Kept answers to l6_step: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: the largest eigenvalue, the largest singular value
def lipschitz_in_U(V):
    return 2 * torch.linalg.eigvalsh(V @ V.T)[-1]


def step_limit(A):
    return 2 / (4 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% right: NumPy inside, floats outside
def lipschitz_in_U(V):
    return float(2 * np.linalg.norm(V.numpy(), 2) ** 2)


def step_limit(A):
    L = 4 * np.linalg.svd(A.numpy())[1].max()
    return float(2 / L)


too_long = "The loss blows up"

# %% right: the eigenvalues on the other side
def lipschitz_in_U(V):
    return torch.linalg.eigh(2 * V.T @ V)[0].max()


def step_limit(A):
    return 0.5 / torch.sqrt(torch.linalg.eigvalsh(A.T @ A).amax())


too_long = "the loss blows up"

# %% right: real parts of general eigenvalues
def lipschitz_in_U(V):
    return 2 * torch.linalg.eigvals(V @ V.T).real.max().item()


def step_limit(A):
    U, S, Vh = torch.linalg.svd(A)
    return 1 / (2 * S.max().item())


too_long = "the loss blows up"

# %% right: the norm of the Hessian, one function calls the other
def lipschitz_in_U(V):
    return torch.linalg.norm(2 * V @ V.T, ord=2)


def step_limit(A):
    sigma_1 = (lipschitz_in_U(A) / 2) ** 0.5
    return 2 / (4 * sigma_1)


too_long = "the loss blows up"

# %% right: power iteration
def largest(S):
    v = torch.ones(S.shape[0], dtype=S.dtype) + torch.arange(S.shape[0]) / 7
    for _ in range(5000):
        v = S @ v
        v = v / v.norm()
    return v @ S @ v


def lipschitz_in_U(V):
    return 2 * largest(V @ V.T)


def step_limit(A):
    return 1 / (2 * largest(A @ A.T).sqrt())


too_long = "the loss blows up"

# %% right: autograd builds the Hessian
def lipschitz_in_U(V):
    r, n = V.shape
    H = torch.autograd.functional.hessian(lambda u: ((u[None] @ V) ** 2).sum(), torch.zeros(r, dtype=V.dtype))
    return torch.linalg.eigvalsh(H).max()


step_limit = lambda A: 2 / (4 * torch.linalg.norm(A, 2))
too_long = "the loss blows up"

# %% wrong: the factor 2 is missing | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return torch.linalg.eigvalsh(V @ V.T)[-1]


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the Frobenius norm for V | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.norm(V) ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: torch.norm with p = 2, which is Frobenius | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.norm(V, p=2) ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the singular value is not squared | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0]


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: squared once too often | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V @ V.T)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the smallest eigenvalue | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.eigvalsh(V @ V.T)[0]


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the trace | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.trace(V @ V.T)


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: all eigenvalues come back | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.eigvalsh(V @ V.T)


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: half of it | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return torch.linalg.svdvals(V)[0] ** 2 / 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the step 2 / L in place of the constant | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 1 / torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the spectral radius of V itself | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.eigvals(V).abs().max() ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the largest row sum | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.matrix_norm(V, ord=float('inf')) ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the largest column sum | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.matrix_norm(V, ord=1) ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the largest entry | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * V.abs().max() ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the longest row | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * (V**2).sum(dim=1).max()


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the largest entry of the product | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * (V @ V.T).max()


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the second smallest singular value | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * sorted(torch.linalg.svdvals(V))[1] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: 1 / L for the limit | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (4 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: L for the limit | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 4 * torch.linalg.svdvals(A)[0]


too_long = "the loss blows up"

# %% wrong: the singular value is squared in the limit | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0] ** 2)


too_long = "the loss blows up"

# %% wrong: the Frobenius norm for A | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.norm(A))


too_long = "the loss blows up"

# %% wrong: the factor 4 is missing | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 2 / torch.linalg.svdvals(A)[0]


too_long = "the loss blows up"

# %% wrong: 2 in place of 4 | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 2 / (2 * torch.linalg.svdvals(A)[0])


too_long = "the loss blows up"

# %% wrong: the last singular value | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 2 / (4 * torch.linalg.svdvals(A)[-1])


too_long = "the loss blows up"

# %% wrong: the brackets round the divisor are missing | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 2 / 4 * torch.linalg.svdvals(A)[0]


too_long = "the loss blows up"

# %% wrong: the limit of U alone | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 2 / lipschitz_in_U(A)


too_long = "the loss blows up"

# %% wrong: the eigenvalues of A for the limit | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 2 / (4 * torch.linalg.eigvals(A).abs().max())


too_long = "the loss blows up"

# %% wrong: the largest entry for the limit | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * A.abs().max())


too_long = "the loss blows up"

# %% wrong: the limit of the irises for every matrix | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(data)[0])


too_long = "the loss blows up"

# %% wrong: rounded to two decimals | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return round(float(1 / (2 * torch.linalg.svdvals(A)[0])), 2)


too_long = "the loss blows up"

# %% wrong: converges more slowly | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "converges more slowly"

# %% wrong: converges to another minimum | loses: l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "converges to another minimum"

# %% wrong: too_long in own words | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = "it diverges"

# %% wrong: too_long is a number | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])


too_long = 2 * 0.02

# %% wrong: too_long is left out | loses: l6_step_public, l6_step_other
def lipschitz_in_U(V):
    return 2 * torch.linalg.svdvals(V)[0] ** 2


def step_limit(A):
    return 1 / (2 * torch.linalg.svdvals(A)[0])
