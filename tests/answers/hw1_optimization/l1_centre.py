# Kept answers to l1_centre: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: keepdim
def centre(A):
    return A - torch.mean(A, dim=0, keepdim=True)

# %% right: a loop over the columns of a copy
def centre(A):
    B = A.clone()
    for j in range(A.shape[1]):
        B[:, j] -= A[:, j].sum() / A.shape[0]
    return B

# %% right: the sum through a product with ones
def centre(A):
    m = A.shape[0]
    ones = torch.ones(m, 1, dtype=A.dtype)
    return A - ones @ (ones.T @ A) / m

# %% right: the centring matrix
def centre(A):
    m = len(A)
    return (torch.eye(m, dtype=A.dtype) - torch.full((m, m), 1 / m, dtype=A.dtype)) @ A

# %% right: NumPy inside
def centre(A):
    B = A.numpy()
    return torch.from_numpy(B - np.mean(B, axis=0))

# %% right: columns stacked from a list
def centre(A):
    return torch.stack([column - column.mean() for column in A.T], dim=1)

# %% right: row by row, sub and expand_as
centre = lambda A: A.sub(A.mean(0).expand_as(A))

# %% right: a leaf that requires grad
def centre(A):
    return (A - torch.einsum("ij->j", A) / A.size(0)).requires_grad_()

# %% wrong: the mean of each row | loses: l1_centre_public, l1_centre_other
def centre(A):
    return A - A.mean(dim=1, keepdim=True)

# %% wrong: the mean of all entries | loses: l1_centre_public, l1_centre_other
def centre(A):
    return A - A.mean()

# %% wrong: the row means without keepdim, which a square matrix hides | loses: l1_centre_public, l1_centre_other
def centre(A):
    return A - A.mean(dim=1)

# %% wrong: the sum in place of the mean | loses: l1_centre_public, l1_centre_other
def centre(A):
    return A - A.sum(dim=0)

# %% wrong: the lower median in place of the mean | loses: l1_centre_public, l1_centre_other
def centre(A):
    return A - A.median(dim=0).values

# %% wrong: also divided by the standard deviation | loses: l1_centre_public, l1_centre_other
def centre(A):
    return (A - A.mean(dim=0)) / A.std(dim=0)

# %% wrong: also divided by NumPy's standard deviation | loses: l1_centre_public, l1_centre_other
def centre(A):
    return (A - A.mean(dim=0)) / A.std(dim=0, unbiased=False)

# %% wrong: the sign is turned | loses: l1_centre_public, l1_centre_other
def centre(A):
    return A.mean(dim=0) - A

# %% wrong: the means are returned | loses: l1_centre_public, l1_centre_other
def centre(A):
    return A.mean(dim=0)

# %% wrong: nothing is returned | loses: l1_centre_public, l1_centre_other
def centre(A):
    centred = A - A.mean(dim=0)

# %% wrong: always float32 | loses: l1_centre_other
def centre(A):
    A = A.float()
    return A - A.mean(dim=0)

# %% wrong: the number of rows is fixed at two | loses: l1_centre_other
def centre(A):
    return A - (A[0] + A[1]) / 2

# %% wrong: divides by the number of columns | loses: l1_centre_other
def centre(A):
    return A - A.sum(dim=0) / A.shape[1]

# %% wrong: one row is returned as it is | loses: l1_centre_other
def centre(A):
    return A - A.mean(dim=0) if len(A) > 1 else A

# %% wrong: a NumPy array is returned | loses: l1_centre_other
def centre(A):
    return A.numpy() - A.numpy().mean(axis=0)

# %% wrong: double precision is lost in a list | loses: l1_centre_other
def centre(A):
    means = [sum(column) / len(column) for column in A.T.tolist()]
    return torch.tensor([[a - mean for a, mean in zip(row, means)] for row in A.tolist()])

# %% wrong: squeezed | loses: l1_centre_other
def centre(A):
    return (A - A.mean(dim=0)).squeeze()

# %% wrong: centres A in place | loses: l1_centre_public
def centre(A):
    A -= A.mean(dim=0)
    return A

# %% wrong: changes A through a NumPy view | loses: l1_centre_public
def centre(A):
    B = A.numpy()
    B -= B.mean(axis=0)
    return torch.from_numpy(B)
