# Kept answers to l7_alternating: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: the formulas with inv
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    return U, V

# %% right: pinv
def als_epoch(A, V):
    U = A @ torch.linalg.pinv(V)
    return U, torch.linalg.pinv(U) @ A

# %% right: lstsq, a list
def als_epoch(A, V):
    U = torch.linalg.lstsq(V.T, A.T).solution.T
    return [U, torch.linalg.lstsq(U, A).solution]

# %% right: NumPy inside, tensors outside
def als_epoch(A, V):
    U = np.linalg.lstsq(V.numpy().T, A.numpy().T, rcond=None)[0].T
    return torch.tensor(U), torch.tensor(np.linalg.lstsq(U, A.numpy(), rcond=None)[0])

# %% right: row by row, column by column
def als_epoch(A, V):
    m, n = A.shape
    G = V @ V.T
    U = torch.stack([torch.linalg.solve(G, V @ A[i]) for i in range(m)])
    H = U.T @ U
    return U, torch.stack([torch.linalg.solve(H, U.T @ A[:, j]) for j in range(n)], dim=1)

# %% right: solve from the right, one helper for both by symmetry
def als_epoch(A, V):
    best_U = lambda A, V: torch.linalg.solve(V @ V.T, A @ V.T, left=False)
    U = best_U(A, V)
    return U, best_U(A.T, U.T).T

# %% right: QR
def als_epoch(A, V):
    Q, R = torch.linalg.qr(V.T)
    U = torch.linalg.solve_triangular(R, (A @ Q).T, upper=True).T
    Q, R = torch.linalg.qr(U)
    return U, torch.linalg.solve_triangular(R, Q.T @ A, upper=True)

# %% right: Cholesky, leaves that require grad
def als_epoch(A, V):
    U = torch.cholesky_solve(V @ A.T, torch.linalg.cholesky(V @ V.T)).T.contiguous().requires_grad_()
    return U, torch.cholesky_solve(U.T @ A, torch.linalg.cholesky(U.T @ U))

# %% wrong: the inverse is missing in U | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    return U, V

# %% wrong: the inverse is missing in V | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    V = U.T @ A
    return U, V

# %% wrong: V is the old one | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    return U, V

# %% wrong: U alone comes back | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    return U

# %% wrong: V first, U second | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    return V, U

# %% wrong: V first from a random U | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = torch.rand(A.shape[0], V.shape[0], dtype=A.dtype)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    return U, V

# %% wrong: U comes back transposed | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = torch.linalg.solve(V @ V.T, V @ A.T)
    return U, torch.linalg.solve(U @ U.T, U @ A)

# %% wrong: V comes back transposed | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    return U, V.T

# %% wrong: the product without the inverse of the product | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ (V @ V.T)
    V = (U.T @ U) @ U.T @ A
    return U, V

# %% wrong: a step of gradient descent | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = torch.zeros(A.shape[0], V.shape[0], dtype=A.dtype)
    U = U - 0.01 * 2 * (U @ V - A) @ V.T
    V = V - 0.01 * 2 * U.T @ (U @ V - A)
    return U, V

# %% wrong: once more U for the new V | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    return U, V

# %% wrong: two epochs | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    return U, V

# %% wrong: divided by the entries of V times V transposed | loses: l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T / (V @ V.T)
    V = U.T @ A / (U.T @ U)
    return U, V

# %% wrong: divided by the squared norm | loses: l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T / (V**2).sum()
    V = U.T @ A / (U**2).sum()
    return U, V

# %% wrong: divided by the squared norm of each row | loses: l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T / (V**2).sum(dim=1)
    V = U.T @ A / (U**2).sum(dim=0)[:, None]
    return U, V

# %% wrong: the inverse entry by entry | loses: l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ (V @ V.T) ** -1
    V = (U.T @ U) ** -1 @ U.T @ A
    return U, V

# %% wrong: a large ridge | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T + torch.eye(len(V), dtype=A.dtype))
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    return U, V

# %% wrong: a small ridge | loses: l7_alternating_other
def als_epoch(A, V):
    I = 1e-5 * torch.eye(len(V), dtype=A.dtype)
    U = A @ V.T @ torch.linalg.inv(V @ V.T + I)
    V = torch.linalg.inv(U.T @ U + I) @ U.T @ A
    return U, V

# %% wrong: the rows are made orthonormal | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    Q = torch.linalg.qr(V.T)[0].T
    U = A @ Q.T
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    return U, V

# %% wrong: A is taken to be symmetric | loses: l7_alternating_other
def als_epoch(A, V):
    U = A.T @ V.T @ torch.linalg.inv(V @ V.T)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
    return U, V

# %% wrong: the identity is float32 | loses: l7_alternating_other
def als_epoch(A, V):
    I = torch.eye(len(V))
    U = torch.linalg.solve(V @ V.T, V @ A.T).T
    V = torch.linalg.solve(U.T @ U, I) @ U.T @ A
    return U, V

# %% wrong: nothing is returned | loses: l7_alternating_public, l7_alternating_other
def als_epoch(A, V):
    U = A @ V.T @ torch.linalg.inv(V @ V.T)
    V = torch.linalg.inv(U.T @ U) @ U.T @ A
