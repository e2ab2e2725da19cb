# Kept answers to l2_loss: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: the data first, the product second
import torch.nn.functional as F


def reconstruction_loss(A, U, V):
    return F.mse_loss(A, torch.matmul(U, V), reduction="sum")

# %% right: torch.nn.MSELoss as an object
def reconstruction_loss(A, U, V):
    criterion = torch.nn.MSELoss(reduction="sum")
    return criterion(U.mm(V), A)

# %% right: squares summed by hand
def reconstruction_loss(A, U, V):
    R = A - U @ V
    return (R * R).sum()

# %% right: the Frobenius norm squared
def reconstruction_loss(A, U, V):
    return torch.linalg.norm(A - U @ V) ** 2

# %% right: the trace
def reconstruction_loss(A, U, V):
    R = A - torch.einsum("ik,kj->ij", U, V)
    return torch.trace(R.T @ R)

# %% right: loops over the entries
def reconstruction_loss(A, U, V):
    loss = 0
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            loss = loss + (A[i, j] - U[i] @ V[:, j]) ** 2
    return loss

# %% right: the mean times the number of entries
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss(U @ V, A) * A.numel()

# %% right: a lambda, of shape 1 by 1
reconstruction_loss = lambda A, U, V: (A - U @ V).pow(2).sum(dim=0, keepdim=True).sum(dim=1, keepdim=True)

# %% wrong: the mean of the squares | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss(U @ V, A)

# %% wrong: the norm is not squared | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.linalg.matrix_norm(A - U @ V)

# %% wrong: the absolute values | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.l1_loss(U @ V, A, reduction="sum")

# %% wrong: half of it | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return 0.5 * torch.nn.functional.mse_loss(U @ V, A, reduction="sum")

# %% wrong: U times V transposed | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss(U @ V.T, A, reduction="sum")

# %% wrong: the entries are multiplied, not the matrices | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss(U * V, A, reduction="sum")

# %% wrong: the mean over the rows, the sum over the columns | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return ((A - U @ V) ** 2).mean(dim=0).sum()

# %% wrong: no reduction | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss(U @ V, A, reduction="none")

# %% wrong: the spectral norm squared | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.linalg.matrix_norm(A - U @ V, ord=2) ** 2

# %% wrong: the matrix is squared, not its entries | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    R = A - U @ V
    return (R @ R).sum()

# %% wrong: the sum is squared | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    return (A - U @ V).sum() ** 2

# %% wrong: the loss is printed and not returned | loses: l2_loss_public, l2_loss_other
def reconstruction_loss(A, U, V):
    print(torch.nn.functional.mse_loss(U @ V, A, reduction="sum"))

# %% wrong: a number through item | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss(U @ V, A, reduction="sum").item()

# %% wrong: detached | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss((U @ V).detach(), A, reduction="sum")

# %% wrong: inside no_grad | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    with torch.no_grad():
        return torch.nn.functional.mse_loss(U @ V, A, reduction="sum")

# %% wrong: a new tensor that only says it requires grad | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
    return torch.tensor(loss.item(), dtype=A.dtype, requires_grad=True)

# %% wrong: through NumPy | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.tensor(np.linalg.norm(A.numpy() - U.detach().numpy() @ V.detach().numpy()) ** 2)

# %% wrong: the mean times the four entries of the example | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    return 4 * torch.nn.functional.mse_loss(U @ V, A)

# %% wrong: the mean times the squared number of rows | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss(U @ V, A) * A.shape[0] ** 2

# %% wrong: V is cut off from the graph | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    return torch.nn.functional.mse_loss(U @ V.detach(), A, reduction="sum")

# %% wrong: a graph whose gradient is zero | loses: l2_loss_other
def reconstruction_loss(A, U, V):
    return ((A - U @ V) ** 2).sum().detach() + 0 * U.sum() + 0 * V.sum()
