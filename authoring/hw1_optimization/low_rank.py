# %% [markdown]
# # A matrix of low rank
#
# **Assignment 1, notebook `low_rank`, 16 points, and 4 on top.** You write a large matrix as a product of two thin ones, by gradient
# descent with autograd. The best possible result is known exactly, so you can see how good a run is, and why two runs that
# are equally good share no number.
#
# - Replace each line `raise NotImplementedError()` with your own code, and keep the names and signatures.
# - After each answer comes a check. It tells you what passes and, where something fails, what to look at next.
# - Each question also has hidden checks. They test the same things with other numbers when your work is graded.
# - Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import contextlib

import matplotlib.pyplot as plt
import numpy as np
import torch
from course_lib import checks, plotting
from sklearn.datasets import load_iris
from sklearn.decomposition import PCA

# %% [markdown]
# ## Part 1: the problem
#
# Given $A \in \mathbb{R}^{m \times n}$ and a rank $r < \min(m, n)$, find $U \in \mathbb{R}^{m \times r}$ and $V \in \mathbb{R}^{r \times n}$ with
#
# $$\min_{U, V} \; \lVert A - UV \rVert_F^2, \qquad \lVert M \rVert_F^2 = \sum_{ij} M_{ij}^2 .$$
#
# $U$ and $V$ hold $r(m + n)$ numbers where $A$ holds $mn$. The data are Fisher's irises: 150 flowers, 4 lengths each, in centimetres.

# %% role="given"
flowers = torch.tensor(load_iris().data, dtype=torch.float32)
print(f"{flowers.shape[0]} flowers with {flowers.shape[1]} lengths each; the first: {[round(v, 1) for v in flowers[0].tolist()]} cm")

# %% [markdown] id="l1_centre" role="statement"
# ### Question 1: take the mean away (2 points)
#
# All flowers are a few centimetres long, and a factorization would spend its first column on that. So subtract from every column its mean.
#
# **Task.** Write `centre(A)`. Do not change `A` itself.
#
# To check by hand: $\begin{pmatrix} 1 & 2 \\ 3 & 8 \end{pmatrix}$ becomes $\begin{pmatrix} -1 & -3 \\ 1 & 3 \end{pmatrix}$.

# %% id="l1_centre" role="solution"
def centre(A):
    """Return A with the mean of each column taken away.

    Parameters
    ----------
    A : Tensor, shape (m, n)

    Returns
    -------
    Tensor, shape (m, n) : columns with mean zero, of A's dtype
    """
    ### BEGIN SOLUTION
    return A - A.mean(dim=0)
    ### END SOLUTION

# %% A matrix to check by hand id="l1_centre_public" role="test" points=1
with checks.question("l1_centre_public") as check:
    A = torch.tensor([[1.0, 2.0], [3.0, 8.0]])
    with check("[[1, 2], [3, 8]] becomes [[−1, −3], [1, 3]]"):
        checks.close(centre(A), [[-1.0, -3.0], [1.0, 3.0]], name="centre", mistakes={
            "each row's mean was taken away; columns are asked (dim=0)": [[-0.5, 0.5], [-2.5, 2.5]],
            "the mean of all entries was taken away": [[-2.5, -1.5], [-0.5, 4.5]],
            "the columns were also scaled": [[-0.70710678, -0.70710678], [0.70710678, 0.70710678]],
        })
    with check("A itself is as before"):
        A = torch.tensor([[1.0, 2.0], [3.0, 8.0]])
        with checks.unchanged(A=A):
            centre(A)

# %% Other matrices id="l1_centre_other" role="hidden" points=1
# Hint: Try a matrix of shape (5, 3) in float64: shape and dtype stay, every column has mean zero.
with checks.question("l1_centre_other") as check:
    rng = checks.rng("l1")
    for shape in [(5, 3), (2, 7), (1, 4)]:
        with check(f"shape {shape}"):
            A = rng.uniform(-3, 5, shape)
            result = centre(torch.tensor(A))
            checks.close(result, A - A.mean(axis=0), name="centre", rtol=1e-9)
            checks.equal(str(result.dtype), "torch.float64", name="dtype")

# %% [markdown] id="l2_loss" role="statement"
# ### Question 2: the loss (2 points)
#
# **Task.** Write `reconstruction_loss(A, U, V)`, the squared Frobenius norm of $A - UV$, for example with
# `torch.nn.functional.mse_loss(..., reduction="sum")`. Autograd must be able to go through it, to $U$ and to $V$.
#
# To check by hand: $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$, $U = \begin{pmatrix} 1 \\ 1 \end{pmatrix}$,
# $V = \begin{pmatrix} 1 & 1 \end{pmatrix}$ leave $\begin{pmatrix} 0 & 1 \\ 2 & 3 \end{pmatrix}$, so the loss is $14$.

# %% id="l2_loss" role="solution"
def reconstruction_loss(A, U, V):
    """Return ‖A − U V‖²_F.

    Parameters
    ----------
    A : Tensor, shape (m, n)
    U : Tensor, shape (m, r)
    V : Tensor, shape (r, n)

    Returns
    -------
    Tensor with one entry : the sum of the squared entries of A − U V
    """
    ### BEGIN SOLUTION
    return torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
    ### END SOLUTION

# %% A loss to check by hand id="l2_loss_public" role="test" points=1
with checks.question("l2_loss_public") as check:
    A = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    with check("A = [[1, 2], [3, 4]], U = [[1], [1]], V = [[1, 1]]: 14"):
        loss = reconstruction_loss(A, torch.ones(2, 1), torch.ones(1, 2))
        checks.close(loss, 14.0, name="reconstruction_loss", mistakes={
            'the mean of the squares; reduction="sum" is asked': 3.5,
            "the norm is not squared": 3.7416574,
            "the differences are not squared": 6.0,
            "half of it": 7.0,
        })
    with check("V with its r × n entries stands on the right: U V, not U Vᵀ"):
        loss = reconstruction_loss(A, torch.eye(2), torch.tensor([[1.0, 2.0], [3.0, 5.0]]))
        checks.close(loss, 1.0, name="reconstruction_loss", mistakes={"V is transposed": 3.0})

# %% Other sizes, and the gradient id="l2_loss_other" role="hidden" points=1
# Hint: Is the loss a sum for every size? Does loss.backward() reach U? Not if .item(), .detach() or .numpy() is on the way.
with checks.question("l2_loss_other") as check:
    rng = checks.rng("l2")
    for m, n, r in [(3, 2, 1), (6, 5, 3)]:
        with check(f"sizes {m} × {n}, rank {r}"):
            A, U, V = rng.standard_normal((m, n)), rng.standard_normal((m, r)), rng.standard_normal((r, n))
            loss = reconstruction_loss(torch.tensor(A), torch.tensor(U), torch.tensor(V))
            checks.close(loss, float(((A - U @ V) ** 2).sum()), name="reconstruction_loss", rtol=1e-9)
    with check("autograd goes through it, to U and to V"):
        A, U, V = rng.standard_normal((4, 3)), rng.standard_normal((4, 2)), rng.standard_normal((2, 3))
        residual = U @ V - A
        for name, x, right in [("U", U, 2 * residual @ V.T), ("V", V, 2 * U.T @ residual)]:
            pair = [torch.tensor(U), torch.tensor(V)]
            pair["UV".index(name)] = torch.tensor(x).requires_grad_()
            seen = checks.autograd_of(reconstruction_loss, torch.tensor(A), *pair)["gradient"]
            checks.true(seen is not None, f"the loss has no graph that leads to {name}")
            checks.close(seen, right, name=f"the gradient in {name}", rtol=1e-8)

# %% [markdown]
# ## Part 2: gradient descent

# %% [markdown] id="l3_factorize" role="statement"
# ### Question 3: factorize (5 points)
#
# An epoch computes the loss, lets autograd compute both gradients, and then takes one step in both factors **from the same point**:
#
# $$U \leftarrow U - \eta\, \nabla_U \lVert A - UV\rVert_F^2, \qquad V \leftarrow V - \eta\, \nabla_V \lVert A - UV\rVert_F^2 .$$
#
# **Task.** Write `gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None)`.
#
# - Without a `start`, $U$ and $V$ begin with random numbers, uniform in $[0, 1)$: `torch.rand`. A `start` is a pair `(U, V)` to begin with; it
#   is not changed.
# - Compute in the dtype of `A`. Print the loss every 100 epochs, so that you see it fall (for your own eyes: it is not checked).
# - Return the two factors and nothing else, detached from any graph.
# - The record of one epoch must not hang on that of the epoch before, or memory grows with every step.
# - Write the loss anew or call question 2's: if that one is wrong, it costs you here too.
#
# To check by hand: $A = (3)$ with $U = V = (1)$ has the loss $(3 - uv)^2 = 4$ and the derivatives $-4$ in $u$ and in $v$; one epoch
# with $\eta = 0.1$ gives $U = V = (1.4)$.
#
# <details><summary>Hint 1</summary>Make both factors leaves of your own: <code>.detach().clone().requires_grad_()</code>.</details>
# <details><summary>Hint 2</summary>Take the steps inside <code>with torch.no_grad():</code>, in place, and empty both gradients before the next epoch.</details>

# %% id="l3_factorize" role="solution"
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    """Return U and V of the given rank, by gradient descent on ‖A − U V‖²_F.

    Parameters
    ----------
    A : Tensor, shape (m, n)
    rank : int
    num_epochs : int
        How many steps to take; 0 returns the start.
    lr : float
        Step size η.
    start : tuple of Tensor, optional
        (U, V) to begin with; uniform random numbers in [0, 1) by default.

    Returns
    -------
    tuple (U, V) of Tensor : shapes (m, rank) and (rank, n), in the dtype of A
    """
    ### BEGIN SOLUTION
    m, n = A.shape
    U, V = start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype))
    U, V = U.detach().clone().requires_grad_(), V.detach().clone().requires_grad_()
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()
    ### END SOLUTION

# %% One epoch to check by hand id="l3_factorize_public" role="test" points=1
with checks.question("l3_factorize_public") as check:
    with check("A = (3), U = V = (1), η = 0.1: one epoch gives U = V = (1.4)"):
        U, V = gd_factorize_ad(torch.tensor([[3.0]]), 1, num_epochs=1, lr=0.1, start=(torch.ones(1, 1), torch.ones(1, 1)))
        checks.close(U, [[1.4]], name="U", mistakes={
            "the step goes uphill": [[0.6]],
            "the loss is half of the squared norm": [[1.2]],
            "the norm is not squared": [[1.1]],
            "the start is unchanged": [[1.0]],
        })
        checks.close(V, [[1.4]], name="V", mistakes={
            "V's step was taken at the new U; both gradients belong to the same point": [[1.448]],
            "V is not trained": [[1.0]],
        })
    with check("two epochs give U = V = (1.6912)"):
        U, V = gd_factorize_ad(torch.tensor([[3.0]]), 1, num_epochs=2, lr=0.1, start=(torch.ones(1, 1), torch.ones(1, 1)))
        checks.close([float(checks.number(U)), float(checks.number(V))], [1.6912, 1.6912], name="(U, V)", atol=1e-4, mistakes={
            "gradients add up from epoch to epoch: empty .grad": [2.0912, 2.0912],
            "this is the first epoch alone": [1.4, 1.4],
        })
    with check("shapes: A of 5 × 3, rank 2 gives U (5, 2) and V (2, 3)"):
        U, V = gd_factorize_ad(torch.ones(5, 3), 2, num_epochs=2)
        checks.finite_array(U, (5, 2), name="U", strict=True)
        checks.finite_array(V, (2, 3), name="V", strict=True, hint="V has r rows: the product is U @ V")

# %% The first epochs from a given start id="l3_factorize_first" role="hidden" points=2
# Hint: Compute both gradients, then take both steps. Empty .grad between epochs, or gradients add up. The loss is the sum
#   of squares.
with checks.question("l3_factorize_first") as check:
    rng = checks.rng("l3")
    for m, n, r in [(4, 3, 2), (6, 5, 1)]:
        A, U, V = rng.uniform(-1, 1, (m, n)), rng.uniform(0, 1, (m, r)), rng.uniform(0, 1, (r, n))
        for epochs in (1, 2, 5):
            u, v = U, V
            for _ in range(epochs):
                residual = u @ v - A
                u, v = u - 0.06 * residual @ v.T, v - 0.06 * u.T @ residual
            with check(f"{m} × {n}, rank {r}: after {epochs} epochs"):
                result = gd_factorize_ad(torch.tensor(A), r, num_epochs=epochs, lr=0.03, start=(torch.tensor(U), torch.tensor(V)))
                checks.equal(len(result), 2, name="how many factors come back")
                checks.close(result[0], u, name="U", rtol=1e-6)
                checks.close(result[1], v, name="V", rtol=1e-6)

# %% Where it begins, and where it ends id="l3_factorize_converges" role="hidden" points=1
# Hint: num_epochs=0 returns the random start: uniform in [0, 1), new numbers in each run. From there a thousand epochs come close to the best loss; the learning rate that is given counts.
with checks.question("l3_factorize_converges") as check:
    with check("the random start is uniform in [0, 1)"):
        # 360 numbers each: all above 0.1, say, with probability 0.9^360 = 3e-17
        U, V = gd_factorize_ad(torch.zeros(60, 60), 6, num_epochs=0)
        for name, factor in [("U", checks.finite_array(U, (60, 6))), ("V", checks.finite_array(V, (6, 60)))]:
            checks.less(-1e-12, float(factor.min()), f"{name} has negative numbers")
            checks.less(float(factor.max()), 1.0 + 1e-12, f"{name} has numbers above 1")
            checks.less(float(factor.min()), 0.1, f"the smallest number of {name} is not small")
            checks.less(0.9, float(factor.max()), f"the largest number of {name} is not large")
            checks.less(300.0, float(len(np.unique(factor))), f"{name} has few different numbers")
        again = checks.finite_array(gd_factorize_ad(torch.zeros(60, 60), 6, num_epochs=0)[0], (60, 6))
        checks.less(1e-3, float(np.abs(np.sort(again.ravel()) - np.sort(checks.finite_array(U).ravel())).max()), "two runs begin with the same numbers")
        checks.less(1e-3, float(np.abs(np.sort(checks.finite_array(V).ravel()) - np.sort(checks.finite_array(U).ravel())).max()), "U and V begin with the same numbers")
    with check("with learning rate 0 it stays at its random start"):
        factors = gd_factorize_ad(torch.zeros(40, 40), 5, num_epochs=3, lr=0.0)
        for at, name in enumerate("UV"):
            values = checks.finite_array(factors[at])
            checks.less(-1e-12, float(values.min()), f"{name} has negative numbers")
            checks.less(float(values.max()), 1.0 + 1e-12, f"{name} has numbers above 1")
    with check("the median of three runs of 200 epochs with learning rate 0.03 comes within 1 % of the best loss"):
        # of 10,000 random starts, 1000 each for 10 such matrices, five missed it after 100 epochs and none after 133
        rng = checks.rng("l3 ends")
        left, right = np.linalg.qr(rng.standard_normal((12, 4)))[0], np.linalg.qr(rng.standard_normal((4, 4)))[0]
        A = left @ np.diag([5.0, 4.0, 1.0, 0.5]) @ right
        losses = []
        for _ in range(3):
            U, V = gd_factorize_ad(torch.tensor(A), 2, num_epochs=200, lr=0.03)
            losses.append(float(((A - checks.finite_array(U, (12, 2)) @ checks.finite_array(V, (2, 4))) ** 2).sum()))
        checks.less(float(np.median(losses)), 1.01 * 1.25, "the median loss is too large")

# %% Nothing else changes, no record grows id="l3_factorize_clean" role="hidden" points=1
# Hint: Are A and the start as they were? Does U.grad_fn hang on all earlier epochs? Assign inside torch.no_grad(), or detach.
with checks.question("l3_factorize_clean") as check:
    rng = checks.rng("l3 clean")
    A, U, V = (torch.tensor(rng.uniform(0, 1, shape)) for shape in [(4, 3), (4, 2), (2, 3)])
    with check("A and the start are as before"):
        with checks.unchanged(A=A, U=U, V=V):
            gd_factorize_ad(A, 2, num_epochs=3, start=(U, V))
        checks.true(U.grad is None and not U.requires_grad, "the start's requires_grad or .grad was changed")
    with check("the graph does not grow with the epochs"):
        peaks = [checks.graph_peak(gd_factorize_ad, A, 2, num_epochs=epochs, start=(U, V)) for epochs in (3, 30)]
        checks.equal(peaks[1], peaks[0], name="operations that are gone back through in one of 30 epochs, and in one of 3")
        few = checks.graph_sizes(gd_factorize_ad, A, 2, num_epochs=3, start=(U, V))
        many = checks.graph_sizes(gd_factorize_ad, A, 2, num_epochs=30, start=(U, V))
        checks.equal(many, few, name="operations that hang on U and V after 30 epochs, and after 3")
        values, left, right = (rng.uniform(0, 1, shape) for shape in [(4, 3), (4, 2), (2, 3)])
        result = gd_factorize_ad(torch.tensor(values), 2, num_epochs=30, lr=0.01, start=(torch.tensor(left), torch.tensor(right)))
        after = checks.finite_array(result[0], (4, 2)) @ checks.finite_array(result[1], (2, 3))
        checks.less(float(((values - after) ** 2).sum()), 0.9 * float(((values - left @ right) ** 2).sum()), "the loss did not fall")
    with check("float32 stays float32, float64 stays float64"):
        for dtype in (torch.float32, torch.float64):
            U, V = gd_factorize_ad(A.to(dtype), 2, num_epochs=1)
            checks.equal(str(U.dtype), str(dtype), name="dtype of U")
            checks.equal(str(V.dtype), str(dtype), name="dtype of V")

# %% [markdown]
# **Look: the irises.** Centred, rank 2, the default settings. Expect a loss near 15.2: question 4 says why it cannot be less.

# %%
torch.manual_seed(211)
data = centre(flowers)
U, V = gd_factorize_ad(data, rank=2, num_epochs=1000, lr=0.01)
print(f"reconstruction loss {reconstruction_loss(data, U, V):.4f}")

# %% [markdown]
# ## Part 3: how good is that?

# %% [markdown] id="l4_floor" role="statement"
# ### Question 4: the best there is (3 points)
#
# Let $A = P\,\mathrm{diag}(\sigma_1 \ge \sigma_2 \ge \dots)\,Q^\top$ be the singular value decomposition. Eckart and Young (1936) showed: no
# matrix of rank $r$ is nearer to $A$ than $P_r\,\mathrm{diag}(\sigma_1, \dots, \sigma_r)\,Q_r^\top$, the first $r$ terms, and so
#
# $$\min_{U,V} \lVert A - UV\rVert_F^2 = \sum_{k > r} \sigma_k^2 .$$
#
# **Task.** Write `loss_floor(A, rank)`, this sum, and `svd_factors(A, rank)`, a pair `(U, V)` that reaches it. Use `torch.linalg.svd`
# with `full_matrices=False`; it returns $P$, the $\sigma_k$, and $Q^\top$ (not $Q$).
#
# To check by hand: $\begin{pmatrix} 0 & 3 & 0\\ 2 & 0 & 0\\ 0 & 0 & 1\end{pmatrix}$ has the singular values 3, 2, 1; for rank 1 the floor is $2^2 + 1^2 = 5$.

# %% id="l4_floor" role="solution"
def loss_floor(A, rank):
    """Return the least ‖A − U V‖²_F over all U, V of the given rank.

    Parameters
    ----------
    A : Tensor, shape (m, n)
    rank : int, from 0 to min(m, n)

    Returns
    -------
    Tensor with one entry, or float : Σ σ_k² over k > rank

    Sources: Eckart & Young 1936, Psychometrika 1(3).
    """
    ### BEGIN SOLUTION
    return (torch.linalg.svdvals(A)[rank:] ** 2).sum()
    ### END SOLUTION


def svd_factors(A, rank):
    """Return factors that reach the floor, by the truncated singular value decomposition.

    Parameters
    ----------
    A : Tensor, shape (m, n)
    rank : int, from 1 to min(m, n)

    Returns
    -------
    tuple (U, V) of Tensor : shapes (m, rank) and (rank, n)
    """
    ### BEGIN SOLUTION
    P, sigma, Qt = torch.linalg.svd(A, full_matrices=False)
    return P[:, :rank] * sigma[:rank], Qt[:rank]
    ### END SOLUTION

# %% A floor to check by hand id="l4_floor_public" role="test" points=1
with checks.question("l4_floor_public") as check:
    A = torch.tensor([[0.0, 3.0, 0.0], [2.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    with check("singular values 3, 2, 1 and rank 1: 5"):
        checks.close(loss_floor(A, 1), 5.0, name="loss_floor", mistakes={
            "the squares are missing": 3.0,
            "this is the sum of those kept": 9.0,
            "σ_{r+1} alone; all that are left out count": 4.0,
            "the root of it; the loss is squared": 2.236068,
            "the sum begins at σ_r; it begins at σ_{r+1}, which has the index rank in Python": 14.0,
            "the sum begins at σ_{r+2}; it begins at σ_{r+1}, which has the index rank in Python": 1.0,
        })
    with check("svd_factors: U V keeps the 3 and drops the rest"):
        U, V = svd_factors(A, 1)
        product = checks.finite_array(U, (3, 1), name="U") @ checks.finite_array(V, (1, 3), name="V")
        right = np.array([[0.0, 3, 0], [0, 0, 0], [0, 0, 0]])
        checks.close(product, right, name="U V", atol=1e-5, mistakes={
            "the singular values are missing": right / 3,
            "the singular values stand in both factors": right * 3,
        }, hint="torch.linalg.svd returns Qᵀ: its first rows belong to the first singular values")

# %% Floors of other matrices id="l4_floor_values" role="hidden" points=1
# Hint: Compare with numpy.linalg.svd. At rank 0 the floor is the whole squared norm, at full rank it is 0.
with checks.question("l4_floor_values") as check:
    rng = checks.rng("l4")
    for shape in [(5, 3), (3, 6)]:
        A = rng.standard_normal(shape)
        sigma = np.linalg.svd(A, compute_uv=False)
        for rank in (0, 1, 2, 3):
            with check(f"shape {shape}, rank {rank}"):
                checks.close(loss_floor(torch.tensor(A), rank), float((sigma[rank:] ** 2).sum()), name="loss_floor", rtol=1e-8)

# %% Factors of other matrices id="l4_floor_factors" role="hidden" points=1
# Hint: torch.linalg.svd returns Q transposed. Compare U @ V with A when the rank is full.
with checks.question("l4_floor_factors") as check:
    rng = checks.rng("l4 factors")
    for shape in [(6, 4), (3, 5)]:
        A = rng.standard_normal(shape)
        left, sigma, right = np.linalg.svd(A, full_matrices=False)
        for rank in (1, 2, 3):
            with check(f"shape {shape}, rank {rank}"):
                U, V = svd_factors(torch.tensor(A), rank)
                product = checks.finite_array(U, (shape[0], rank), name="U") @ checks.finite_array(V, (rank, shape[1]), name="V")
                checks.close(product, (left[:, :rank] * sigma[:rank]) @ right[:rank], name="U V", rtol=1e-7)

# %% [markdown]
# **Look.** Gradient descent, the truncated decomposition and principal component analysis (scikit-learn's `PCA`) on the irises. PCA is the truncated decomposition
# of the *centred* matrix under another name, so all three meet at the floor, 15.2046.

# %% tags=["nbval-check-output"]
pca = PCA(n_components=2).fit(flowers.double())
restored = torch.tensor(pca.inverse_transform(pca.transform(flowers.double())))
data64 = centre(flowers.double())
print(f"floor            {loss_floor(data64, 2):.4f}")
print(f"truncated SVD    {reconstruction_loss(data64, *svd_factors(data64, 2)):.4f}")
print(f"PCA              {((flowers.double() - restored) ** 2).sum():.4f}")
gap = float(reconstruction_loss(data64, U.detach().double(), V.detach().double()) - loss_floor(data64, 2))
print(f"gradient descent is above the floor by less than 0.1: {0 < gap < 0.1}")

# %% [markdown]
# What the rank does. Before you plot: the floors fall from the whole squared norm at rank 0 to nothing at rank 4; after rank 1 little is left, since
# the four lengths of a flower grow together.

# %%
ranks = range(5)
_, ax = plt.subplots()
ax.plot(ranks, [float(loss_floor(data, r)) for r in ranks], "o-", label="floor")
with contextlib.redirect_stdout(None):  # quietly
    reached = [float(reconstruction_loss(data, *gd_factorize_ad(data, r, num_epochs=500))) for r in (1, 2, 3)]
ax.plot((1, 2, 3), reached, "s", label="gradient descent, 500 epochs")
ax.set(xlabel="rank r", ylabel="squared error, cm²", xticks=list(ranks))
ax.legend()
plt.show()

# %% [markdown] id="l5_freedom" role="statement"
# ### Question 5: two runs, no number in common (2 points)
#
# Run question 3 with another seed and every entry of $U$ and $V$ changes; the loss does not. For every invertible $G \in \mathbb{R}^{r \times r}$,
#
# $$(U G)\,(G^{-1} V) = U V .$$
#
# **Task.**
#
# 1. Write `reparametrize(U, V, G)`, which returns the pair $(UG,\ G^{-1}V)$.
# 2. Set `freedom` to how many numbers can be chosen freely for rank 3 without a change of the product: the entries of $G$.
# 3. Set `same_for_all` to what two runs that both reach the floor have in common (if $\sigma_r > \sigma_{r+1}$): `"U"`, `"V"`, `"U V"` or `"nothing"`.

# %% id="l5_freedom" role="solution"
def reparametrize(U, V, G):
    """Return other factors with the same product.

    Parameters
    ----------
    U : Tensor, shape (m, r)
    V : Tensor, shape (r, n)
    G : Tensor, shape (r, r), invertible

    Returns
    -------
    tuple of Tensor : (U G, G⁻¹ V), shapes (m, r) and (r, n)
    """
    ### BEGIN SOLUTION
    return U @ G, torch.linalg.solve(G, V)
    ### END SOLUTION


# freedom : int, the number of entries of G for rank 3
# same_for_all : str, one of "U", "V", "U V", "nothing"
### BEGIN SOLUTION
freedom = 9
same_for_all = "U V"
### END SOLUTION

# %% Factors to check by hand id="l5_freedom_public" role="test" points=1
with checks.question("l5_freedom_public") as check:
    U, V, G = torch.tensor([[1.0, 2.0]]), torch.tensor([[4.0], [6.0]]), torch.tensor([[2.0, 0.0], [1.0, 1.0]])
    with check("U = (1, 2), V = (4, 6)ᵀ, G = [[2, 0], [1, 1]]: (4, 2) and (2, 4)ᵀ"):
        new_U, new_V = reparametrize(U, V, G)
        checks.close(new_U, [[4.0, 2.0]], name="U G", mistakes={"this is U Gᵀ": [[2.0, 3.0]]})
        checks.close(new_V, [[2.0], [4.0]], name="G⁻¹ V", mistakes={
            "this is G V": [[8.0], [10.0]],
            "this is G⁻ᵀ V": [[-1.0], [6.0]],
            "V was divided by the diagonal of G; G⁻¹ is the inverse of the matrix": [[2.0], [6.0]],
            "this is Gᵀ V": [[14.0], [6.0]],
        })
    with check("freedom is a number, same_for_all one of the four texts"):
        checks.number(freedom, name="freedom")
        options = ("u", "v", "u v", "nothing")
        checks.true(checks.text(same_for_all, name="same_for_all") in options, 'same_for_all: "U", "V", "U V" or "nothing"')

# %% Another G, and what stays id="l5_freedom_other" role="hidden" points=1
# Hint: The product must stay what it was. Factorize twice with other seeds and print U, V and U @ V.
with checks.question("l5_freedom_other") as check:
    rng = checks.rng("l5")
    U, V, G = rng.standard_normal((4, 3)), rng.standard_normal((3, 5)), np.eye(3) + 0.4 * rng.uniform(-1, 1, (3, 3))
    with check("random factors"):
        new_U, new_V = reparametrize(torch.tensor(U), torch.tensor(V), torch.tensor(G))
        checks.close(new_U, U @ G, name="U G", rtol=1e-7)
        checks.close(new_V, np.linalg.inv(G) @ V, name="G⁻¹ V", rtol=1e-7)
    with check("freedom"):
        checks.close(freedom, 9, name="freedom")
    with check("same_for_all"):
        checks.choice(same_for_all, "U V", ["U", "V", "U V", "nothing"], name="same_for_all")

# %% [markdown]
# **Look.** Two runs: the factors have not a number in common, the products differ by less than a tenth of a millimetre, and by rounding alone if you double the epochs.

# %%
torch.manual_seed(1)
with contextlib.redirect_stdout(None):
    U1, V1 = gd_factorize_ad(data, 2, num_epochs=1000)
    U2, V2 = gd_factorize_ad(data, 2, num_epochs=1000)
print(f"largest difference of the factors  {max((U1 - U2).abs().max(), (V1 - V2).abs().max()):.2f}")
print(f"largest difference of the products {(U1 @ V1 - U2 @ V2).abs().max():.1e} cm")

# %% [markdown] id="l6_step" role="statement"
# ### Question 6: how long may a step be? (2 points)
#
# With $V$ held fixed the loss is quadratic in $U$, its gradient is $2(UV - A)V^\top$, and between two matrices $U$, $U'$ the gradient changes by
# $2(U - U')VV^\top$. So it is Lipschitz with the constant $L_U = 2\lambda_{\max}(VV^\top)$, and steps with $\eta < 2/L_U$ shrink the distance to the best $U$.
#
# Both factors together are harder. For one number, $(a - uv)^2$ with $u = v = \sqrt a$, the second derivatives form the matrix
# $2\begin{pmatrix} a & a \\ a & a\end{pmatrix}$, whose largest eigenvalue is $4a$. In the same way, near a minimum with balanced factors
# ($U^\top U = VV^\top$) the largest curvature is $L = 4\sigma_1$.
#
# **Task.**
#
# 1. Write `lipschitz_in_U(V)`, the constant $L_U$.
# 2. Write `step_limit(A)`, the step $2/L$ beyond which gradient descent cannot stay near a balanced minimum.
# 3. Set `too_long` to what you see for the irises from a random start with a step of twice this limit: `"converges more slowly"`, `"converges to another minimum"` or `"the loss blows up"`.

# %% id="l6_step" role="solution"
def lipschitz_in_U(V):
    """Return the Lipschitz constant of the gradient of ‖A − U V‖²_F in U, for fixed V.

    Parameters
    ----------
    V : Tensor, shape (r, n)

    Returns
    -------
    Tensor with one entry, or float : 2 λ_max(V Vᵀ)
    """
    ### BEGIN SOLUTION
    return 2 * torch.linalg.matrix_norm(V, ord=2) ** 2
    ### END SOLUTION


def step_limit(A):
    """Return 2/L for the largest curvature L = 4 σ₁ at a balanced minimum.

    Parameters
    ----------
    A : Tensor, shape (m, n)

    Returns
    -------
    Tensor with one entry, or float : 2 / (4 σ₁)
    """
    ### BEGIN SOLUTION
    return 1 / (2 * torch.linalg.matrix_norm(A, ord=2))
    ### END SOLUTION


# too_long : str, one of "converges more slowly", "converges to another minimum", "the loss blows up"
### BEGIN SOLUTION
too_long = "the loss blows up"
### END SOLUTION

# %% Constants to check by hand id="l6_step_public" role="test" points=1
with checks.question("l6_step_public") as check:
    with check("V = [[3, 0, 0], [0, 4, 0]]: L_U = 32"):
        checks.close(lipschitz_in_U(torch.tensor([[3.0, 0.0, 0.0], [0.0, 4.0, 0.0]])), 32.0, name="lipschitz_in_U", mistakes={
            "the factor 2 of the square is missing": 16.0,
            "the Frobenius norm; the largest eigenvalue counts": 50.0,
            "the singular value is not squared": 8.0,
            "this is the smallest eigenvalue": 18.0,
        })
    with check("A = diag(5, 2): the limit is 0.1"):
        checks.close(step_limit(torch.diag(torch.tensor([5.0, 2.0]))), 0.1, name="step_limit", mistakes={
            "this is 1/L; the limit is 2/L": 0.05,
            "this is L": 20.0,
            "L is 4σ₁, not 4σ₁²": 0.02,
            "the Frobenius norm; σ₁ is asked": 0.0928477,
            "the 4 of L is missing": 0.4,
        })
    with check("too_long is one of the three texts"):
        options = ("converges more slowly", "converges to another minimum", "the loss blows up")
        checks.true(checks.text(too_long, name="too_long") in options, f"too_long: one of {', '.join(options)}")

# %% Other matrices, and a step too long id="l6_step_other" role="hidden" points=1
# Hint: Print the singular values of V and A. Run gd_factorize_ad on the irises with lr=2 * step_limit(data).
with checks.question("l6_step_other") as check:
    rng = checks.rng("l6")
    for shape in [(2, 5), (3, 4), (1, 3)]:
        with check(f"shape {shape}"):
            V = rng.standard_normal(shape)
            top = np.linalg.norm(V, 2)
            checks.close(lipschitz_in_U(torch.tensor(V)), 2 * top**2, name="lipschitz_in_U", rtol=1e-7)
            checks.close(step_limit(torch.tensor(V)), 1 / (2 * top), name="step_limit", rtol=1e-7)
    with check("too_long"):
        checks.choice(too_long, "the loss blows up",
                      ["converges more slowly", "converges to another minimum", "the loss blows up"], name="too_long")

# %% [markdown]
# **Look.** The loss above the floor for steps around the limit, all from one start near a balanced minimum. Before you plot: below the
# limit it falls, by a constant factor an epoch once the fast directions are done; beyond the limit it grows by a constant factor. From a random start,
# where the factors are not balanced, the limit can be lower still: $0.01$ is safe for the irises, $0.018$ already is not always.

# %%
torch.manual_seed(3)
limit = float(step_limit(data))
P, sigma, Qt = torch.linalg.svd(data, full_matrices=False)
roots = sigma[:2].sqrt()
start = (P[:, :2] * roots + 0.01 * torch.randn(150, 2), roots[:, None] * Qt[:2] + 0.01 * torch.randn(2, 4))
curves = {}
for factor in (0.25, 0.5, 0.95, 1.05):
    losses = []
    for epochs in range(0, 41, 2):
        with contextlib.redirect_stdout(None):
            U, V = gd_factorize_ad(data.double(), 2, num_epochs=epochs, lr=factor * limit, start=[one.double() for one in start])
        losses.append(float(reconstruction_loss(data.double(), U, V) - loss_floor(data.double(), 2)))
    curves[f"{factor:g} × limit"] = np.array(losses)
plotting.convergence(curves, "loss above the floor, cm²", xlabel="epoch / 2")
plt.show()

# %% [markdown] id="l7_alternating" role="statement"
# ### Question 7, optional: no step at all (2 points on top)
#
# For fixed $V$ the best $U$ solves a linear least-squares problem, $U = AV^\top(VV^\top)^{-1}$; and for fixed $U$, $V = (U^\top U)^{-1}U^\top A$.
# *Alternating least squares* does one after the other. It has no step size, and the loss never rises.
#
# **Task.** Write `als_epoch(A, V)`: the best $U$ for this $V$, then the best $V$ for that $U$; return both.
#
# To check by hand: $A = \begin{pmatrix} 2 & 0 \\ 0 & 1\end{pmatrix}$ and $V = (1\ \ 1)$ give $U = (1,\ \tfrac12)^\top$ and then $V = (1.6\ \ 0.4)$.

# %% id="l7_alternating" role="solution"
def als_epoch(A, V):
    """Return the best U for V, and then the best V for that U.

    Parameters
    ----------
    A : Tensor, shape (m, n)
    V : Tensor, shape (r, n), of rank r

    Returns
    -------
    tuple (U, V) of Tensor : shapes (m, r) and (r, n)
    """
    ### BEGIN SOLUTION
    U = torch.linalg.solve(V @ V.T, V @ A.T).T
    return U, torch.linalg.solve(U.T @ U, U.T @ A)
    ### END SOLUTION

# %% An epoch to check by hand id="l7_alternating_public" role="test" points=1
with checks.question("l7_alternating_public") as check:
    with check("A = diag(2, 1), V = (1, 1): U = (1, ½)ᵀ, V = (1.6, 0.4)"):
        U, V = als_epoch(torch.diag(torch.tensor([2.0, 1.0])), torch.tensor([[1.0, 1.0]]))
        checks.close(U, [[1.0], [0.5]], name="U", mistakes={"(V Vᵀ)⁻¹ is missing": [[2.0], [1.0]]})
        checks.close(V, [[1.6, 0.4]], name="V", mistakes={
            "V is the old one": [[1.0, 1.0]],
            "(Uᵀ U)⁻¹ is missing": [[2.0, 0.5]],
        })

# %% Other matrices id="l7_alternating_other" role="hidden" points=1
# Hint: After an epoch the residual A − U V is orthogonal to the columns of U: Uᵀ(A − U V) = 0.
with checks.question("l7_alternating_other") as check:
    rng = checks.rng("l7")
    for m, n, r in [(6, 4, 2), (3, 5, 1)]:
        with check(f"{m} × {n}, rank {r}"):
            A, V = rng.standard_normal((m, n)), rng.standard_normal((r, n))
            right_U = A @ V.T @ np.linalg.inv(V @ V.T)
            right_V = np.linalg.inv(right_U.T @ right_U) @ right_U.T @ A
            result = als_epoch(torch.tensor(A), torch.tensor(V))
            checks.close(result[0], right_U, name="U", rtol=1e-6)
            checks.close(result[1], right_V, name="V", rtol=1e-6)

# %% [markdown] id="l8_completion" role="statement"
# ### Question 8, optional: entries that are missing (2 points on top)
#
# A recommender knows few of the entries of its matrix (users × films). Let the mask $M$ have $M_{ij} = 1$ where $A_{ij}$ is known, and minimize over what is known:
#
# $$\min_{U, V} \; \sum_{ij} M_{ij}\,\big(A_{ij} - (UV)_{ij}\big)^2 .$$
#
# There is no Eckart–Young theorem for it, but the same gradient descent works, and the product fills the gaps. Unknown entries of `A` may hold anything, also NaN or 7.
#
# **Task.** Write `completion_step(A, mask, U, V, lr)`: one step of gradient descent in both factors from the same point, by autograd or by formula.
#
# To check by hand: $A = (2\ \ \text{NaN})$, mask $(1\ \ 0)$, $U = (1)$, $V = (1\ \ 5)$, $\eta = 0.1$: $U = (1.2)$, $V = (1.2\ \ 5)$.
#
# <details><summary>Hint</summary>0 · NaN is NaN: choose with torch.where(mask, ..., 0) before anything is multiplied.</details>

# %% id="l8_completion" role="solution"
def completion_step(A, mask, U, V, lr):
    """Return U and V after one step of gradient descent on the known entries.

    Parameters
    ----------
    A : Tensor, shape (m, n)
        Only entries where ``mask`` is True are read.
    mask : Tensor of bool, shape (m, n)
    U, V : Tensor, shapes (m, r) and (r, n)
    lr : float

    Returns
    -------
    tuple (U, V) of Tensor : shapes (m, r) and (r, n)
    """
    ### BEGIN SOLUTION
    residual = torch.where(mask, U @ V - A, 0.0)
    return U - 2 * lr * residual @ V.T, V - 2 * lr * U.T @ residual
    ### END SOLUTION

# %% A step to check by hand id="l8_completion_public" role="test" points=1
with checks.question("l8_completion_public") as check:
    A, mask = torch.tensor([[2.0, float("nan")]]), torch.tensor([[True, False]])
    with check("A = (2, NaN): U = (1.2), V = (1.2, 5)"):
        U, V = completion_step(A, mask, torch.tensor([[1.0]]), torch.tensor([[1.0, 5.0]]), 0.1)
        checks.close(U, [[1.2]], name="U", hint="a NaN times 0 is NaN: torch.where(mask, U @ V - A, 0.0)")
        checks.close(V, [[1.2, 5.0]], name="V", mistakes={"V's step was taken at the new U": [[1.192, 5.0]]})

# %% Other masks id="l8_completion_other" role="hidden" points=1
# Hint: The gradient in U is 2 (M ∘ (UV − A)) Vᵀ. Does the step use the mask in both factors?
with checks.question("l8_completion_other") as check:
    rng = checks.rng("l8")
    for m, n, r in [(5, 4, 2), (3, 6, 1)]:
        with check(f"{m} × {n}, rank {r}"):
            A, U, V = rng.standard_normal((m, n)), rng.standard_normal((m, r)), rng.standard_normal((r, n))
            mask = rng.integers(0, 5, (m, n)).astype(bool)
            mask[0, 0], mask[0, 1] = True, False
            residual = np.where(mask, U @ V - A, 0.0)
            given = np.where(mask, A, [np.nan, 7.0, np.inf, -3.0, np.nan, 0.0][:n])
            result = completion_step(torch.tensor(given), torch.tensor(mask), torch.tensor(U), torch.tensor(V), 0.05)
            checks.close(result[0], U - 0.1 * residual @ V.T, name="U", rtol=1e-7)
            checks.close(result[1], V - 0.1 * U.T @ residual, name="V", rtol=1e-7)

# %% [markdown]
# ## Before you hand in

# %% role="handin"
