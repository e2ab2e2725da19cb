# Kept answers to l5_freedom: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: the inverse
def reparametrize(U, V, G):
    return U @ G, torch.linalg.inv(G) @ V


freedom = 3 * 3
same_for_all = "U V"

# %% right: the pseudo-inverse and einsum, a list, lower case
def reparametrize(U, V, G):
    return [torch.einsum("ik,kl->il", U, G), torch.einsum("ik,kj->ij", torch.linalg.pinv(G), V)]


rank = 3
freedom = rank**2
same_for_all = "u v"

# %% right: lstsq
def reparametrize(U, V, G):
    new_V = torch.linalg.lstsq(G, V).solution
    return torch.matmul(U, G), new_V


freedom = 9.0
same_for_all = " U V "

# %% right: column by column with NumPy
def reparametrize(U, V, G):
    columns = [np.linalg.solve(G.numpy(), V[:, j].numpy()) for j in range(V.shape[1])]
    return U.mm(G), torch.tensor(np.column_stack(columns))


freedom = torch.eye(3).numel()
same_for_all = "U V"

# %% right: an LU factorization
def reparametrize(U, V, G):
    LU, pivots = torch.linalg.lu_factor(G)
    return (G.T @ U.T).T, torch.linalg.lu_solve(LU, pivots, V)


freedom = len([(i, j) for i in range(3) for j in range(3)])
same_for_all = "U V"

# %% right: a lambda, results that require grad
reparametrize = lambda U, V, G: ((U @ G).requires_grad_(), G.inverse().mm(V).requires_grad_())
freedom, same_for_all = int(np.prod((3, 3))), "U V"

# %% right: sums over the columns of G, the inverse by Cramer's adjugate
def reparametrize(U, V, G):
    r = len(G)
    new_U = sum(U[:, k, None] * G[k] for k in range(r))
    minor = lambda i, j: torch.cat([torch.cat([G[:i, :j], G[:i, j + 1 :]], 1), torch.cat([G[i + 1 :, :j], G[i + 1 :, j + 1 :]], 1)])
    adjugate = torch.stack([torch.stack([(-1) ** (i + j) * torch.linalg.det(minor(j, i)) for j in range(r)]) for i in range(r)])
    return new_U, adjugate @ V / torch.linalg.det(G)


freedom = np.int64(9)
same_for_all = "U V"

# %% wrong: G V in place of the inverse | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, G @ V


freedom = 9
same_for_all = "U V"

# %% wrong: the transpose in place of the inverse | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, G.T @ V


freedom = 9
same_for_all = "U V"

# %% wrong: the inverse of the transpose | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.inv(G.T) @ V


freedom = 9
same_for_all = "U V"

# %% wrong: U times G transposed | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G.T, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "U V"

# %% wrong: the inverse goes to U | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ torch.linalg.inv(G), G @ V


freedom = 9
same_for_all = "U V"

# %% wrong: the reciprocals of the entries | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, (1 / G) @ V


freedom = 9
same_for_all = "U V"

# %% wrong: divided by the diagonal of G | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, V / torch.diag(G)[:, None]


freedom = 9
same_for_all = "U V"

# %% wrong: V is as before | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, V


freedom = 9
same_for_all = "U V"

# %% wrong: U is as before | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "U V"

# %% wrong: V first, U second | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return torch.linalg.solve(G, V), U @ G


freedom = 9
same_for_all = "U V"

# %% wrong: V comes back transposed | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V).T


freedom = 9
same_for_all = "U V"

# %% wrong: the product comes back | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return (U @ G) @ (torch.linalg.inv(G) @ V)


freedom = 9
same_for_all = "U V"

# %% wrong: divided by the determinant alone | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, G @ V / torch.linalg.det(G)


freedom = 9
same_for_all = "U V"

# %% wrong: the powers of the entries | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, G**-1 @ V


freedom = 9
same_for_all = "U V"

# %% wrong: entries are multiplied | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U * G, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "U V"

# %% wrong: U is changed in place entry by entry | loses: l5_freedom_other
def reparametrize(U, V, G):
    for j in range(U.shape[1]):
        U[:, j] = U @ G[:, j]
    return U, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "U V"

# %% wrong: the inverse of a two by two matrix for every size | loses: l5_freedom_other
def reparametrize(U, V, G):
    a, b, c, d = G[0, 0], G[0, 1], G[1, 0], G[1, 1]
    return U @ G, torch.stack([torch.stack([d, -b]), torch.stack([-c, a])]) @ V / (a * d - b * c)


freedom = 9
same_for_all = "U V"

# %% wrong: the lower triangle alone is used | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve_triangular(G, V, upper=False)


freedom = 9
same_for_all = "U V"

# %% wrong: freedom is the rank | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 3
same_for_all = "U V"

# %% wrong: freedom of a symmetric matrix | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 6
same_for_all = "U V"

# %% wrong: freedom without one | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 3**2 - 1
same_for_all = "U V"

# %% wrong: freedom counts both matrices | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 18
same_for_all = "U V"

# %% wrong: freedom counts all entries of the irises' factors | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 3 * (150 + 4)
same_for_all = "U V"

# %% wrong: freedom is infinite | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = float("inf")
same_for_all = "U V"

# %% wrong: freedom is a text | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = "9"
same_for_all = "U V"

# %% wrong: freedom is left out | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


same_for_all = "U V"

# %% wrong: U is the same | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "U"

# %% wrong: V is the same | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "V"

# %% wrong: nothing is the same | loses: l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "nothing"

# %% wrong: same_for_all is no option | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "the loss"

# %% wrong: same_for_all without the space | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 9
same_for_all = "UV"

# %% wrong: same_for_all is the product itself | loses: l5_freedom_public, l5_freedom_other
def reparametrize(U, V, G):
    return U @ G, torch.linalg.solve(G, V)


freedom = 9
same_for_all = torch.ones(2, 1) @ torch.ones(1, 2)
