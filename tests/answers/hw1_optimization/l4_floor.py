# Kept answers to l4_floor: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: svd in both, the singular values in V
def loss_floor(A, rank):
    return torch.sum(torch.linalg.svd(A, full_matrices=False).S[rank:].square())


def svd_factors(A, rank):
    P, s, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank], torch.diag(s[:rank]) @ Qt[:rank, :]

# %% right: roots of the singular values in both factors
def loss_floor(A, rank):
    s = torch.linalg.svdvals(A)
    return float(s[rank:] @ s[rank:])


def svd_factors(A, rank):
    P, s, Qt = torch.linalg.svd(A)
    root = s[:rank].sqrt()
    return [P[:, :rank] * root, root[:, None] * Qt[:rank]]

# %% right: the loss of the factors is the floor
def svd_factors(A, rank):
    P, s, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] @ torch.diag_embed(s[:rank]), Qt[:rank]


def loss_floor(A, rank):
    return reconstruction_loss(A, *svd_factors(A, rank))

# %% right: eigenvectors of A transposed times A
def loss_floor(A, rank):
    eigenvalues = torch.linalg.eigvalsh(A.T @ A)
    return eigenvalues[: A.shape[1] - rank].sum()


def svd_factors(A, rank):
    _, vectors = torch.linalg.eigh(A.T @ A)
    V = vectors.flip(1)[:, :rank].T
    return A @ V.T, V

# %% right: the whole squared norm without what is kept
def loss_floor(A, rank):
    return A.pow(2).sum() - sum(s**2 for s in torch.linalg.svdvals(A)[:rank])


def svd_factors(A, rank):
    P, s, Q = torch.svd(A)
    return P[:, :rank] * s[:rank], Q[:, :rank].T

# %% right: NumPy inside, tensors outside
def loss_floor(A, rank):
    sigma = np.linalg.svd(A.numpy(), compute_uv=False)
    return float(np.sum(sigma[rank:] ** 2))


def svd_factors(A, rank):
    P, sigma, Qt = np.linalg.svd(A.numpy(), full_matrices=False)
    return torch.from_numpy(P[:, :rank] * sigma[:rank]), torch.from_numpy(Qt[:rank])

# %% right: a loop over the terms
def loss_floor(A, rank):
    total, sigma = 0.0, torch.linalg.svdvals(A)
    for k in range(rank, min(A.shape)):
        total += sigma[k].item() ** 2
    return total


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    U = torch.stack([sigma[k] * P[:, k] for k in range(rank)], dim=1)
    V = torch.stack([Qt[k] for k in range(rank)])
    return U, V

# %% right: least squares onto the first rows, other factors with the same product
def loss_floor(A, rank):
    return torch.linalg.norm(torch.linalg.svdvals(A)[rank:]) ** 2


def svd_factors(A, rank):
    V = 3 * torch.linalg.svd(A, full_matrices=False)[2][:rank]
    return torch.linalg.lstsq(V.T, A.T).solution.T.requires_grad_(), V

# %% wrong: the squares are missing | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return torch.linalg.svdvals(A)[rank:].sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: squared once too often | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return ((torch.linalg.svdvals(A) ** 2)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the root of the floor | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return torch.linalg.norm(torch.linalg.svdvals(A)[rank:])


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the sum of those kept | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[:rank] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the next singular value alone | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return torch.linalg.svdvals(A)[rank] ** 2


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: one too many is left out | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank - 1 :] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: one too few is left out | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank + 1 :] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the mean of the squares | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).mean()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the squared sum | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return torch.linalg.svdvals(A)[rank:].sum() ** 2


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the share of the squared norm | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    s2 = torch.linalg.svdvals(A) ** 2
    return s2[rank:].sum() / s2.sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the spectral norm of what is left | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    U, V = svd_factors(A, rank)
    return torch.linalg.matrix_norm(A - U @ V, ord=2) ** 2


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: A is centred first | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A - A.mean(dim=0))[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the eigenvalues of A | loses: l4_floor_public, l4_floor_values
def loss_floor(A, rank):
    return (torch.linalg.eigvals(A).abs()[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: as many singular values as columns | loses: l4_floor_values
def loss_floor(A, rank):
    s = torch.linalg.svdvals(A)
    return sum(s[k] ** 2 for k in range(rank, A.shape[1]))


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: as many singular values as rows | loses: l4_floor_values
def loss_floor(A, rank):
    s = torch.linalg.svdvals(A)
    return sum(s[k] ** 2 for k in range(rank, A.shape[0]))


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: counted from the end, which fails at full rank | loses: l4_floor_values
def loss_floor(A, rank):
    s = torch.linalg.svdvals(A)
    return (s[-(len(s) - rank) :] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: nothing is kept at rank 0 | loses: l4_floor_values
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum() if rank else 0.0


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: the two that are left in the example | loses: l4_floor_values
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank : rank + 2] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: gradient descent in place of the theorem | loses: l4_floor_values
def loss_floor(A, rank):
    U, V = gd_factorize_ad(A, rank, num_epochs=1000)
    return reconstruction_loss(A, U, V)


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: rounded to three decimals | loses: l4_floor_values
def loss_floor(A, rank):
    return round(float((torch.linalg.svdvals(A)[rank:] ** 2).sum()), 3)


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]

# %% wrong: Q in place of its transpose | loses: l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Q = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Q.T[:rank]

# %% wrong: the first columns of Q transposed, turned | loses: l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Q = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Q[:, :rank].T

# %% wrong: V comes back as n times r | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank].T

# %% wrong: the first columns of Q transposed | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:, :rank]

# %% wrong: rows of P in place of columns | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:rank] * sigma[:rank], Qt[:rank]

# %% wrong: the singular values are missing | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank], Qt[:rank]

# %% wrong: the singular values in both factors | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], sigma[:rank, None] * Qt[:rank]

# %% wrong: the singular values are squared | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank] ** 2, Qt[:rank]

# %% wrong: the last terms in place of the first | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, -rank:] * sigma[-rank:], Qt[-rank:]

# %% wrong: three factors | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank], sigma[:rank], Qt[:rank]

# %% wrong: the product comes back | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return (P[:, :rank] * sigma[:rank]) @ Qt[:rank]

# %% wrong: not truncated | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P * sigma, Qt

# %% wrong: one mean singular value for all terms | loses: l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return sigma[: rank, None].mean() * P[:, :rank], Qt[:rank]

# %% wrong: eigenvectors from the smallest eigenvalue on | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    V = torch.linalg.eigh(A.T @ A)[1][:, :rank].T
    return A @ V.T, V

# %% wrong: a singular value is put in the wrong order | loses: l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank].flip(0), Qt[:rank]

# %% wrong: one term for every rank | loses: l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :1] * sigma[:1], Qt[:1]

# %% wrong: factors by scikit-learn's PCA, which centres | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()


def svd_factors(A, rank):
    pca = PCA(n_components=rank)
    U = pca.fit_transform(A)
    return torch.tensor(U), torch.tensor(pca.components_)

# %% wrong: svd_factors is missing | loses: l4_floor_public, l4_floor_factors
def loss_floor(A, rank):
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()

# %% wrong: loss_floor is missing | loses: l4_floor_public, l4_floor_values
def svd_factors(A, rank):
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]
