# Kept answers to l8_completion: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: autograd, the known entries are picked by the mask
def completion_step(A, mask, U, V, lr):
    U, V = U.detach().clone().requires_grad_(), V.detach().clone().requires_grad_()
    loss = ((A[mask] - (U @ V)[mask]) ** 2).sum()
    loss.backward()
    with torch.no_grad():
        return U - lr * U.grad, V - lr * V.grad

# %% right: torch.autograd.grad, where before the square
def completion_step(A, mask, U, V, lr):
    U, V = U.clone().requires_grad_(), V.clone().requires_grad_()
    R = torch.where(mask, U @ V - A, torch.zeros_like(A))
    dU, dV = torch.autograd.grad((R * R).sum(), (U, V))
    return [U - lr * dU, V - lr * dV]

# %% right: the gaps are filled with zeros, the mask multiplies
def completion_step(A, mask, U, V, lr):
    known = A.masked_fill(~mask, 0.0)
    residual = mask * (U @ V - known)
    dU = 2 * torch.einsum("ij,kj->ik", residual, V)
    dV = 2 * torch.einsum("ik,ij->kj", U, residual)
    return U - lr * dU, V - lr * dV

# %% right: the gaps are filled with the product
def completion_step(A, mask, U, V, lr):
    filled = torch.where(mask, A, U @ V)
    residual = filled - U @ V
    return U + 2 * lr * residual @ V.T, V + 2 * lr * U.T @ residual

# %% right: SGD over parameters and mse_loss
def completion_step(A, mask, U, V, lr):
    U, V = torch.nn.Parameter(U.clone()), torch.nn.Parameter(V.clone())
    optimizer = torch.optim.SGD([U, V], lr=lr)
    torch.nn.functional.mse_loss((U @ V)[mask], A[mask], reduction="sum").backward()
    optimizer.step()
    return U, V

# %% right: loops over the known entries
def completion_step(A, mask, U, V, lr):
    new_U, new_V = U.clone(), V.clone()
    for i, j in mask.nonzero().tolist():
        residual = U[i] @ V[:, j] - A[i, j]
        new_U[i] -= 2 * lr * residual * V[:, j]
        new_V[:, j] -= 2 * lr * residual * U[i]
    return new_U, new_V

# %% right: NumPy inside, tensors outside
def completion_step(A, mask, U, V, lr):
    A, mask, U, V = A.numpy(), mask.numpy(), U.numpy(), V.numpy()
    R = np.where(mask, U @ V - A, 0).astype(A.dtype)
    return torch.tensor(U - 2 * lr * R @ V.T), torch.tensor(V - 2 * lr * U.T @ R)

# %% right: torch.func.grad of a copy without gaps
def completion_step(A, mask, U, V, lr):
    B = A.clone()
    B[~mask] = 0
    loss = lambda U, V: ((mask * (B - U @ V)) ** 2).sum()
    dU, dV = torch.func.grad(loss, (0, 1))(U, V)
    return U - lr * dU, V - lr * dV

# %% wrong: the mask times NaN | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = mask * (U @ V - A)
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: the mask times NaN, by autograd | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    U, V = U.clone().requires_grad_(), V.clone().requires_grad_()
    loss = (mask * (A - U @ V) ** 2).sum()
    loss.backward()
    return (U - lr * U.grad).detach(), (V - lr * V.grad).detach()

# %% wrong: where after the square, so NaN comes back in the gradient | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    U, V = U.clone().requires_grad_(), V.clone().requires_grad_()
    loss = torch.where(mask, (A - U @ V) ** 2, 0.0).sum()
    loss.backward()
    return (U - lr * U.grad).detach(), (V - lr * V.grad).detach()

# %% wrong: no mask | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = U @ V - A
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: the gaps count as zeros | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = U @ V - torch.where(mask, A, 0.0)
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: the mask is turned | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, 0.0, U @ V - A)
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: the mask in U alone | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ (U @ V - torch.nan_to_num(A))

# %% wrong: the mask in V alone | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return U - 2 * lr * (U @ V - torch.nan_to_num(A)) @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: the factor 2 is missing | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return U - lr * residual @ V.T, V - lr * U.T @ residual

# %% wrong: uphill | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return U + 2 * lr * residual @ V.T, V + 2 * lr * U.T @ residual

# %% wrong: the step in V is taken at the new U | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    U = U - 2 * lr * residual @ V.T
    residual = torch.where(mask, U @ V - A, 0.0)
    V = V - 2 * lr * U.T @ residual
    return U, V

# %% wrong: the old residual with the new U | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    U = U - 2 * lr * residual @ V.T
    V = V - 2 * lr * U.T @ residual
    return U, V

# %% wrong: U is changed in place before the step in V | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    U -= 2 * lr * residual @ V.T
    V -= 2 * lr * U.T @ residual
    return U, V

# %% wrong: U alone is trained | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return U - 2 * lr * residual @ V.T, V

# %% wrong: V alone is trained | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return U, V - 2 * lr * U.T @ residual

# %% wrong: the mean over the known entries | loses: l8_completion_other
def completion_step(A, mask, U, V, lr):
    U, V = U.clone().requires_grad_(), V.clone().requires_grad_()
    loss = torch.nn.functional.mse_loss((U @ V)[mask], A[mask])
    loss.backward()
    return (U - lr * U.grad).detach(), (V - lr * V.grad).detach()

# %% wrong: the mean over all entries | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    U, V = U.clone().requires_grad_(), V.clone().requires_grad_()
    loss = (torch.where(mask, U @ V - A, 0.0) ** 2).mean()
    loss.backward()
    return (U - lr * U.grad).detach(), (V - lr * V.grad).detach()

# %% wrong: the norm is not squared | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    U, V = U.clone().requires_grad_(), V.clone().requires_grad_()
    loss = torch.linalg.norm(torch.where(mask, U @ V - A, 0.0))
    loss.backward()
    return (U - lr * U.grad).detach(), (V - lr * V.grad).detach()

# %% wrong: the gradients come back | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return 2 * residual @ V.T, 2 * U.T @ residual

# %% wrong: the learning rate is fixed | loses: l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    lr = 0.1
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: V comes back transposed | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return U - 2 * lr * residual @ V.T, (V - 2 * lr * U.T @ residual).T

# %% wrong: V first, U second | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.where(mask, U @ V - A, 0.0)
    return V - 2 * lr * U.T @ residual, U - 2 * lr * residual @ V.T

# %% wrong: only rows without a gap count | loses: l8_completion_public, l8_completion_other
def completion_step(A, mask, U, V, lr):
    full = mask.all(dim=1, keepdim=True)
    residual = torch.where(full, U @ V - A, 0.0)
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: only the first known entry counts | loses: l8_completion_other
def completion_step(A, mask, U, V, lr):
    i, j = mask.nonzero()[0]
    residual = torch.zeros_like(A)
    residual[i, j] = U[i] @ V[:, j] - A[i, j]
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: only the first row counts | loses: l8_completion_other
def completion_step(A, mask, U, V, lr):
    residual = torch.zeros_like(A)
    residual[0] = torch.where(mask[0], U[0] @ V - A[0], 0.0)
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: only columns without a gap count | loses: l8_completion_other
def completion_step(A, mask, U, V, lr):
    full = mask.all(dim=0)
    residual = torch.where(full, U @ V - A, 0.0)
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual

# %% wrong: gaps are known by NaN, not by the mask | loses: l8_completion_other
def completion_step(A, mask, U, V, lr):
    R = torch.nan_to_num(U @ V - A)
    return U - 2 * lr * R @ V.T, V - 2 * lr * U.T @ R
