# %% [markdown]
# # Where does this music come from? Heat-maps
#
# **Project, notebook `heatmaps`, 30 points.** A point on the map cannot say "Tokyo or Jakarta". A heat-map can: one share for each cell of a grid over the world, all shares summing to 1. Here a network learns to give such a map for each
# piece, from the same 116 features as in `coordinates`.
#
# - A map has 20 × 20 cells, each 9° of latitude high and 18° of longitude wide, stored as 400 numbers in **column order**: all rows of the westernmost column, from south to north, then the next column. In Python: entry i is in
#   row `i % 20`, counted from the south, and in column `i // 20`, counted from 180° west.
# - `anp` is `autograd.numpy`. Angles are in degrees, latitude before longitude; logarithms are natural.
# - Hidden checks test the rest of each answer when your work is graded. Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import autograd.numpy as anp
import matplotlib.pyplot as plt
import numpy as np
from autograd import grad
from autograd.misc.optimizers import sgd
from course_lib import checks, datasets, notebook, plotting, standins
from sklearn.preprocessing import StandardScaler

# %% role="given"
music = datasets.best_music()
train_rows, validation_rows = datasets.split(len(music.latitude), validation=0.2, seed=0)
hidden_units, steps, lr = notebook.sized((128, 400, 1.0), (16, 30, 1.0))
scale = StandardScaler().fit(music.features[train_rows])
X_train, X_validation = scale.transform(music.features[train_rows]), scale.transform(music.features[validation_rows])
targets = datasets.heatmaps(music.latitude, music.longitude)
where = np.column_stack([music.latitude, music.longitude])
print(f"maps: {targets.shape}; {len(train_rows)} pieces to train on, {len(validation_rows)} to validate on")

# %% [markdown]
# **Look.** The true maps are made from the places: around each, a bell on the sphere (von Mises–Fisher's density) with a standard deviation of 1500 km, times the area of each cell. It crosses the edge of the map where it must.

# %%
figure, axes = plt.subplots(1, 2, figsize=(12, 3.4))
for ax, row in zip(axes, [int(music.longitude.argmin()), int(music.longitude.argmax())], strict=True):
    plotting.plot_heatmap(targets[row], f"true map of piece {row}", place=where[row], ax=ax)
figure.suptitle(music.about)
plt.show()

# %% [markdown]
# ## Part 1: the grid

# %% [markdown] id="h1_grid" role="statement"
# ### Question 1: which cell is where (3 points)
#
# **Task.**
#
# 1. `as_grids(heatmaps)`: for maps (n, 400) the array (n, 20, 20) whose entry [k, r, c] is the share of the cell in row r and column c in map k.
# 2. `cell_of(latitude, longitude)`: the numbers, 0 to 399, of the cells in which places lie, for arrays (n,) in degrees. A place on the border of two cells belongs to the northern or eastern one; the north pole belongs to row 19, and
#    180° east to column 19. What is given stays as it is.
#
# To check by hand: Paris (48.8566, 2.3522) lies in row 15 (45° to 54° N) and column 10 (0° to 18° E), which is cell 15 + 20 · 10 = 215.

# %% id="h1_grid" role="solution"
def as_grids(heatmaps):
    """Return heat-maps as grids.

    Parameters
    ----------
    heatmaps : ndarray, shape (n, 400)
        In column order.

    Returns
    -------
    ndarray, shape (n, 20, 20) : row from the south, column from the west
    """
    ### BEGIN SOLUTION
    return heatmaps.reshape(-1, 20, 20).transpose(0, 2, 1)
    ### END SOLUTION


def cell_of(latitude, longitude):
    """Return the cells in which places lie.

    Parameters
    ----------
    latitude, longitude : ndarray, shape (n,)
        In degrees.

    Returns
    -------
    ndarray of int, shape (n,) : from 0 to 399
    """
    ### BEGIN SOLUTION
    row = np.minimum(np.floor((latitude + 90) / 9), 19)
    column = np.minimum(np.floor((longitude + 180) / 18), 19)
    return (row + 20 * column).astype(int)
    ### END SOLUTION

# %% Paris id="h1_grid_public" role="test" points=1
with checks.question("h1_grid_public") as check:
    with check("Paris: cell 215; Canberra (−35.3, 149.12): 366"):
        checks.close(cell_of(np.array([48.8566, -35.3]), np.array([2.3522, 149.12])), [215.0, 366.0], name="cell_of", mistakes={
            "this is row order, column + 20·row": [310.0, 138.0],
            "latitude and longitude are swapped": [250.0, 179.0],
            "rows are counted from the north": [204.0, 373.0],
            "cells are counted from 1": [216.0, 367.0],
        }, hint="row + 20·column, the row from the south, the column from 180° west, both from 0")
    with check("on a border, cell 191; north pole and 180° east, cell 399; 88° S and 1° W, cell 180"):
        checks.close(cell_of(np.array([9.0, 90.0, -88.0]), np.array([-18.0, 180.0, -1.0])), [191.0, 399.0, 180.0], name="cell_of", hint="whole cells below and to the left, rounded down (np.floor, .astype(int)); what lies on the outer edge stays in row 19 and column 19")
    with check("two maps, one share of 1 each: row 15, column 10, and row 0, column 3"):
        maps = np.zeros((2, 400))
        maps[0, 215] = maps[1, 60] = 1
        grids = checks.finite_array(as_grids(maps), (2, 20, 20), name="as_grids")
        where_it_is = [[float(v) for v in np.argwhere(grid)[0]] for grid in grids if grid.any()]
        checks.close(where_it_is, [[15.0, 10.0], [0.0, 3.0]], name="row and column of the shares of 1", mistakes={
            "rows and columns are exchanged: a plain reshape reads row after row": [[10.0, 15.0], [3.0, 0.0]],
            "north is up: row 0 is to be the southernmost": [[4.0, 10.0], [19.0, 3.0]],
        })

# %% Other places id="h1_grid_other" role="hidden" points=2
# Hint: Borders belong to the north and to the east; what lies on the outer edge stays inside. Each map of a batch is arranged by itself. Places are not changed.
with checks.question("h1_grid_other") as check:
    rng = checks.rng("h1")
    with check("50 places"):
        rows, columns = rng.integers(0, 20, 50), rng.integers(0, 20, 50)
        at = np.column_stack([-90 + 9 * (rows + rng.uniform(0.1, 0.9, 50)), -180 + 18 * (columns + rng.uniform(0.1, 0.9, 50))])
        checks.close(cell_of(at[:, 0], at[:, 1]), (columns * 20 + rows).astype(float), name="cell_of")
    with check("borders and edges"):
        checks.close(cell_of(np.array([0.0, 9.0, -90.0, 90.0, 90.0]), np.array([0.0, -18.0, -180.0, 180.0, 0.0])), [210.0, 191.0, 0.0, 399.0, 219.0], name="cell_of")
    with check("the places are as before"):
        north, east = rng.uniform(-90, 90, 9), rng.uniform(-180, 180, 9)
        with checks.unchanged(latitude=north, longitude=east):
            cell_of(north, east)
    with check("three maps"):
        maps = rng.uniform(size=(3, 400))
        wanted = np.stack([np.stack([one[20 * c : 20 * c + 20] for c in range(20)], axis=1) for one in maps])
        checks.close(as_grids(maps), wanted, name="as_grids")

# %% [markdown]
# ## Part 2: softmax and the Kullback–Leibler divergence

# %% [markdown] id="h2_log_softmax" role="statement"
# ### Question 2: log-softmax (4 points)
#
# Softmax makes shares of any numbers $z$, the *logits*: $p_i = e^{z_i} / \sum_j e^{z_j}$. The loss needs their logarithms. Computed as they stand, $e^{1000}$ is infinite and $\log e^{-1000}$ is $\log 0$; both end in infinities and NaN.
#
# **Task.** Write `log_softmax(z)`: the logarithm of the softmax of each **row** of `z` (n, k), right and finite for all logits up to 10⁵ in size, and so that autograd gets through. No loop over rows.
#
# To check by hand: the softmax of (0, log 3) is (1/4, 3/4), and that of (1000, 1000 + log 3) too.

# %% id="h2_log_softmax" role="solution"
def log_softmax(z):
    """Return the logarithm of the softmax of each row.

    Parameters
    ----------
    z : ndarray, shape (n, k)

    Returns
    -------
    ndarray, shape (n, k)
    """
    ### BEGIN SOLUTION
    shifted = z - anp.max(z, axis=1, keepdims=True)
    return shifted - anp.log(anp.sum(anp.exp(shifted), axis=1, keepdims=True))
    ### END SOLUTION

# %% One quarter, three quarters id="h2_log_softmax_public" role="test" points=1
with checks.question("h2_log_softmax_public") as check:
    with check("(0, log 3) and (5, 5): log of (1/4, 3/4) and of (1/2, 1/2)"):
        checks.close(log_softmax(np.array([[0.0, np.log(3.0)], [5.0, 5.0]])), np.log([[0.25, 0.75], [0.5, 0.5]]), name="log_softmax", mistakes={
            "softmax itself; its logarithm is asked": [[0.25, 0.75], [0.5, 0.5]],
            "shares of the whole table; each row is to sum to 1": np.log(np.array([[1.0, 3.0], [np.exp(5), np.exp(5)]]) / (4 + 2 * np.exp(5))),
            "shares of each column; each row is to sum to 1": np.log(np.array([[1.0, 3.0], [np.exp(5), np.exp(5)]]) / np.array([1 + np.exp(5), 3 + np.exp(5)])),
        })
    with check("(1000, 1000 + log 3): the same as (0, log 3)"):
        checks.close(log_softmax(np.array([[1000.0, 1000.0 + np.log(3.0)]])), np.log([[0.25, 0.75]]), name="log_softmax", hint="softmax does not change when all logits of a row are shifted by one number; shift so that the largest is 0", rtol=1e-6)
    with check("(1000, 0) and (−1000, −1000): (0, −1000) and log of (1/2, 1/2)"):
        checks.close(log_softmax(np.array([[1000.0, 0.0], [-1000.0, -1000.0]])), [[0.0, -1000.0], np.log([0.5, 0.5])], name="log_softmax", hint="each row has a largest logit of its own, and the logarithm of a share that has become 0 is lost: subtract the logarithm of the sum instead of taking that of a quotient")
    with check("the gradient of its sum at (0, log 3): (1/2, −1/2)"):
        slope = checks.hips_gradient(log_softmax, np.array([[0.0, np.log(3.0)]]))[0]
        checks.close(slope, [[0.5, -0.5]], name="the gradient", hint="where the values above are right: SciPy's functions and float() stop autograd, those of anp let it through")

# %% Other logits id="h2_log_softmax_values" role="hidden" points=1.5
# Hint: Each row by itself; the exponentials of a row sum to 1. The gradient of log p_i is 1 in entry i, minus p.
with checks.question("h2_log_softmax_values") as check:
    rng = checks.rng("h2 values")
    for n, k in [(4, 7), (1, 400), (6, 1)]:
        with check(f"{n} rows of {k}"):
            z = 3 * rng.normal(size=(n, k))
            shares = np.exp(z) / np.exp(z).sum(1)[:, None]
            checks.close(log_softmax(z.copy()), np.log(shares), name="log_softmax", rtol=1e-8, atol=1e-10)
            checks.close(checks.hips_gradient(log_softmax, z)[0], 1 - k * shares, name="the gradient of its sum", rtol=1e-6, atol=1e-9)
    with check("the argument stays as it is"):
        z = rng.normal(size=(2, 3))
        with checks.unchanged(z=z):
            log_softmax(z)

# %% Large logits id="h2_log_softmax_large" role="hidden" points=1.5
# Hint: Rows with very large, very small and very different logits; each needs its own shift. A share may be 0, its logarithm is then still a number, as −1000.
with checks.question("h2_log_softmax_large") as check:
    with check("1000, −1000, and 10⁵"):
        z = np.array([[1e5, 1e5, 1e5 - 2.0], [-1e5, -1e5, -1e5 - 2.0], [0.0, 0.0, -2.0]])
        one = -np.log(2 + np.exp(-2.0))
        checks.close(log_softmax(z), np.tile([one, one, one - 2.0], (3, 1)), name="log_softmax", rtol=1e-6)
    with check("logits 1000 apart"):
        checks.close(log_softmax(np.array([[0.0, -1000.0], [3000.0, 5000.0]])), [[0.0, -1000.0], [-2000.0, 0.0]], name="log_softmax", atol=1e-9)
        checks.close(log_softmax(np.array([[1e5, 0.0], [-1e5, 1e5]])), [[0.0, -1e5], [-2e5, 0.0]], name="log_softmax of logits 10⁵ apart", atol=1e-9)
    with check("the gradient at 1000 and −1000 is finite"):
        slope = checks.hips_gradient(log_softmax, np.array([[1000.0, -1000.0], [-2000.0, -2000.0]]))[0]
        checks.close(slope, [[-1.0, 1.0], [0.0, 0.0]], name="the gradient of its sum", atol=1e-9)

# %% [markdown] id="h3_kl" role="statement"
# ### Question 3: how far is one map from another? (5 points)
#
# The Kullback–Leibler divergence of the true map $t$ from the predicted map $p$ is
#
# $$\mathrm{KL}(t \,\|\, p) = \sum_i t_i \log\frac{t_i}{p_i}.$$
#
# It is 0 for $p = t$, and positive otherwise. A cell with $t_i = 0$ adds nothing ($0 \log 0 = 0$), whatever $p_i$ is.
#
# **Task.** Write `kl_loss(log_p, t)`: the **mean** over the rows of KL(t‖p), for the logarithms `log_p` of predicted shares and true maps `t`, both (n, k). It is finite for `t` with zeros, also where `log_p` is −∞ there, and autograd
# gets through to `log_p`.
#
# To check by hand: for $t = (½, ½, 0)$ and $p = (¼, ½, ¼)$ it is $½ \log 2 = 0.346574$; here KL(p‖t) would be infinite.

# %% id="h3_kl" role="solution"
def kl_loss(log_p, t):
    """Return the mean Kullback-Leibler divergence of true maps from predicted ones.

    Parameters
    ----------
    log_p : ndarray, shape (n, k)
        Logarithms of predicted shares.
    t : ndarray, shape (n, k)
        True shares; each row sums to 1, entries may be 0.

    Returns
    -------
    float : the mean over the n rows
    """
    ### BEGIN SOLUTION
    some = t > 0
    log_t = np.log(np.where(some, t, 1.0))
    return anp.sum(t * (log_t - anp.where(some, log_p, 0.0))) / len(t)
    ### END SOLUTION

# %% Three cells id="h3_kl_public" role="test" points=1
with checks.question("h3_kl_public") as check:
    with check("t = (½, ½, 0), p = (¼, ½, ¼): 0.346574"):
        checks.close(kl_loss(np.log([[0.25, 0.5, 0.25]]), np.array([[0.5, 0.5, 0.0]])), 0.3465736, name="kl_loss", rtol=1e-5, mistakes={
            "the entropy of t is missing: Σ t log t comes first": 1.0397208,
            "a mean over the cells; their sum is asked": 0.1155245,
            "the sign is wrong": -0.3465736,
            "logarithms to base 2": 0.5,
            "reversed: here t stands in front": -0.5198604,
            "t was changed where it is 0; only inside the logarithm it may be 1": 1.7328680,
        })
    with check("no cell of t = (½, ½, 0) gives NaN, also for p = (½, ½, 0): 0"):
        checks.close(kl_loss(np.array([[np.log(0.5), np.log(0.5), -np.inf]]), np.array([[0.5, 0.5, 0.0]])), 0.0, name="kl_loss", atol=1e-9, hint="where t is 0, replace t by 1 inside the logarithm and log_p by 0 (anp.where), before they are multiplied: 0·(−∞) is NaN")
    with check("two rows, one of them right: the mean, 0.173287"):
        found = kl_loss(np.log([[0.25, 0.5, 0.25], [0.2, 0.3, 0.5]]), np.array([[0.5, 0.5, 0.0], [0.2, 0.3, 0.5]]))
        checks.close(found, 0.1732868, name="kl_loss", rtol=1e-5, mistakes={"the sum over the rows; their mean is asked": 0.3465736})
    with check("its gradient by log_p: −t/n"):
        slope = checks.hips_gradient(kl_loss, np.log([[0.25, 0.5, 0.25]]), np.array([[0.5, 0.5, 0.0]]))[0]
        checks.close(slope, [[-0.5, -0.5, 0.0]], name="the gradient", hint="only t log p depends on log_p; use anp there")

# %% Other maps id="h3_kl_values" role="hidden" points=2
# Hint: Σ over the cells, mean over the rows; t comes first. Its gradient by log_p is −t/n.
with checks.question("h3_kl_values") as check:
    rng = checks.rng("h3")
    for n, k in [(5, 6), (1, 400), (3, 2)]:
        with check(f"{n} rows of {k}"):
            t, p = (rng.dirichlet(np.ones(k), n) + 0.01 for _ in range(2))
            t, p = t / t.sum(1)[:, None], p / p.sum(1)[:, None]
            wanted = np.mean([float(t[row] @ np.log(t[row] / p[row])) for row in range(n)])
            checks.close(kl_loss(np.log(p), t.copy()), float(wanted), name="kl_loss", rtol=1e-6, atol=1e-9)
            checks.close(checks.hips_gradient(kl_loss, np.log(p), t.copy())[0], -t / n, name="its gradient", rtol=1e-6, atol=1e-12)
    with check("equal maps: 0"):
        t = rng.dirichlet(np.ones(6), 2)
        checks.close(kl_loss(np.log(t), t), 0.0, name="kl_loss", atol=1e-12)

# %% Empty cells id="h3_kl_zeros" role="hidden" points=2
# Hint: Where t is 0 the term is 0: no tiny number is added anywhere, no cell of p is left out of the rest. Also with log p = −∞ there, and for the gradient.
with checks.question("h3_kl_zeros") as check:
    rng = checks.rng("h3 zeros")
    t, p = rng.dirichlet(np.ones(4), 3), rng.dirichlet(np.ones(6), 3)
    t = np.hstack([t, np.zeros((3, 2))])
    wanted = float(np.mean((t[:, :4] * np.log(t[:, :4] / p[:, :4])).sum(1)))
    with check("two empty cells"):
        checks.close(kl_loss(np.log(p), t.copy()), wanted, name="kl_loss", rtol=1e-7)
        checks.close(checks.hips_gradient(kl_loss, np.log(p), t.copy())[0], -t / 3, name="its gradient", rtol=1e-6, atol=1e-12)
    with check("a certain place, 400 cells"):
        sure, spread = np.eye(400)[[7]], np.full((1, 400), 1 / 400)
        checks.close(kl_loss(np.log(spread), sure), float(np.log(400)), name="kl_loss", rtol=1e-7)
    with check("small shares and very small probabilities count"):
        t, log_p = np.array([[1e-6, 0.4, 0.6 - 1e-6]]), np.array([[-2000.0, np.log(0.5), np.log(0.5)]])
        wanted = float((t * (np.log(t) - log_p)).sum())
        checks.close(kl_loss(log_p.copy(), t.copy()), wanted, name="kl_loss", rtol=1e-7)
        t, log_p = rng.dirichlet(np.ones(4), 3), np.log(p[:, :4])
        t = np.hstack([t, np.zeros((3, 2))])
        wanted = float(np.mean((t[:, :4] * (np.log(t[:, :4]) - log_p)).sum(1)))
    with check("log_p = −∞ where t is 0"):
        gone = np.hstack([np.log(p[:, :4]), np.full((3, 2), -np.inf)])
        checks.close(kl_loss(gone, t.copy()), wanted, name="kl_loss", rtol=1e-7)

# %% [markdown] id="h4_gradient" role="statement"
# ### Question 4: both gradients (5 points)
#
# Autograd will find the gradient of the loss for you. Derive it once by hand, to know what it does: by the logits $z$, with $p = \operatorname{softmax}(z)$. (Start from $\partial p_i/\partial z_j = p_i\,(\delta_{ij} - p_j)$; what is left is short.)
#
# **Task.** For `p` and `t` of shape (n, k), with one map in each row and no zeros, write
#
# 1. `kl_gradient(p, t)`: the gradient by `z` of the mean over the rows of KL(t‖p),
# 2. `reverse_kl_gradient(p, t)`: the same for the mean of KL(p‖t) $= \sum_i p_i \log(p_i/t_i)$.
#
# Both return an array (n, k), without autograd.
#
# To check by hand: for $n = 1$, $p = (¼, ¾)$ and $t = (½, ½)$ they are (−0.25, 0.25) and (−0.205990, 0.205990). Compare yours with `grad` for random logits, too.

# %% id="h4_gradient" role="solution"
def kl_gradient(p, t):
    """Return the gradient by the logits of the mean KL(t‖p).

    Parameters
    ----------
    p, t : ndarray, shape (n, k)
        Predicted and true shares; each row sums to 1.

    Returns
    -------
    ndarray, shape (n, k)
    """
    ### BEGIN SOLUTION
    return (p - t) / len(p)
    ### END SOLUTION


def reverse_kl_gradient(p, t):
    """Return the gradient by the logits of the mean KL(p‖t).

    Parameters
    ----------
    p, t : ndarray, shape (n, k)
        Predicted and true shares, none of them 0; each row sums to 1.

    Returns
    -------
    ndarray, shape (n, k)
    """
    ### BEGIN SOLUTION
    ratio = np.log(p / t)
    return p * (ratio - np.sum(p * ratio, axis=1, keepdims=True)) / len(p)
    ### END SOLUTION

# %% Two cells id="h4_gradient_public" role="test" points=1
with checks.question("h4_gradient_public") as check:
    p, t = np.array([[0.25, 0.75]]), np.array([[0.5, 0.5]])
    with check("KL(t‖p): (−0.25, 0.25)"):
        checks.close(kl_gradient(p.copy(), t.copy()), [[-0.25, 0.25]], name="kl_gradient", mistakes={
            "the sign is wrong": [[0.25, -0.25]],
            "this is the gradient by p, −t/p": [[-2.0, -0.6666667]],
            "this is the gradient by log p, −t; log p depends on all logits": [[-0.5, -0.5]],
        })
    two, half = np.array([[0.25, 0.75], [0.5, 0.5]]), np.full((2, 2), 0.5)
    with check("two rows, the second with p = t: half of these, and 0"):
        checks.close(kl_gradient(two.copy(), half.copy()), [[-0.125, 0.125], [0.0, 0.0]], name="kl_gradient", mistakes={"not divided by the number of rows": [[-0.25, 0.25], [0.0, 0.0]], "divided by the number of entries": [[-0.0625, 0.0625], [0.0, 0.0]]})
        checks.close(reverse_kl_gradient(two.copy(), half.copy()), [[-0.1029949, 0.1029949], [0.0, 0.0]], name="reverse_kl_gradient", rtol=1e-5, atol=1e-9, mistakes={"not divided by the number of rows": [[-0.2059898, 0.2059898], [0.0, 0.0]]}, hint="each row has a divergence of its own: sum along axis=1, keepdims=True")
    with check("KL(p‖t): (−0.205990, 0.205990)"):
        checks.close(reverse_kl_gradient(p.copy(), t.copy()), [[-0.2059898, 0.2059898]], name="reverse_kl_gradient", rtol=1e-5, mistakes={
            "the sign is wrong": [[0.2059898, -0.2059898]],
            "this is the gradient by p, log(p/t) + 1": [[0.3068528, 1.4054651]],
            "what one logit does to the other share is missing": [[0.0767132, 1.0540988]],
            "p log(p/t) is only the first part: what one logit does to the other share is missing": [[-0.1732868, 0.3040988]],
        }, hint="Σᵢ pᵢ = 1 whatever the logits: the gradient by z sums to 0 in each row")

# %% KL(t‖p) id="h4_gradient_forward" role="hidden" points=2
# Hint: The mean over n rows; entries of a row sum to 0. Compare with grad or a difference quotient for n = 3.
with checks.question("h4_gradient_forward") as check:
    rng = checks.rng("h4 forward")
    for n, k in [(3, 5), (1, 40)]:
        with check(f"{n} rows of {k}"):
            p, t = rng.dirichlet(np.ones(k), n) / 2 + 0.5 / k, rng.dirichlet(np.ones(k), n) / 2 + 0.5 / k
            by_p = -t / p / n
            by_z = np.stack([(np.diag(p[row]) - np.outer(p[row], p[row])) @ by_p[row] for row in range(n)])
            checks.close(kl_gradient(p.copy(), t.copy()), by_z, name="kl_gradient", rtol=1e-6, atol=1e-12)

# %% KL(p‖t) id="h4_gradient_reverse" role="hidden" points=2
# Hint: p stands in front of the logarithm and inside: both depend on z. The mean over n rows; entries of a row sum to 0.
with checks.question("h4_gradient_reverse") as check:
    rng = checks.rng("h4 reverse")
    for n, k in [(3, 5), (1, 40)]:
        with check(f"{n} rows of {k}"):
            p, t = rng.dirichlet(np.ones(k), n) / 2 + 0.5 / k, rng.dirichlet(np.ones(k), n) / 2 + 0.5 / k
            by_p = (np.log(p) - np.log(t) + 1) / n
            by_z = np.stack([(np.diag(p[row]) - np.outer(p[row], p[row])) @ by_p[row] for row in range(n)])
            checks.close(reverse_kl_gradient(p.copy(), t.copy()), by_z, name="reverse_kl_gradient", rtol=1e-6, atol=1e-12)

# %% [markdown]
# ## Part 3: the network, and its price

# %% [markdown] id="h5_network" role="statement"
# ### Question 5: logits from features (3 points)
#
# $$f(x) = \operatorname{softmax}\big(A_2\, \sigma(A_1 x)\big), \qquad A_1 \in \mathbb{R}^{p \times 116},\quad A_2 \in \mathbb{R}^{400 \times p}$$
#
# **Task.**
#
# 1. `logits(params, X, activation=anp.tanh)`: what softmax is applied to, $A_2\,\sigma(A_1 x)$, for each row $x$ of `X` (n, features); `params` is the list $[A_1, A_2]$. The result has shape (n, cells).
# 2. `multiplications(n, features, p, cells)`: how many multiplications of two numbers the two matrix products in it take, as they are usually computed.
#
# A gradient costs about three times as much as the value: each product $Z = XA^\top$ brings two of the same size, for $\partial X$ and $\partial A$ (for the first layer, the one for $A$ alone).
#
# To check by hand: for $A_1 = (1)$, $A_2 = (0, 2)^\top$ and $x = 0.5$ the logits are (0, 0.924234). Two examples, 3 features, 4 units and 5 cells take $2 \cdot (12 + 20) = 64$ multiplications.

# %% id="h5_network" role="solution"
def logits(params, X, activation=anp.tanh):
    """Return the logits that the network gives for each row of X.

    Parameters
    ----------
    params : list of ndarray
        A1 (p, features) and A2 (cells, p).
    X : ndarray, shape (n, features)
    activation : function
        Entry by entry.

    Returns
    -------
    ndarray, shape (n, cells)
    """
    ### BEGIN SOLUTION
    A1, A2 = params
    return anp.dot(activation(anp.dot(X, A1.T)), A2.T)
    ### END SOLUTION


def multiplications(n, features, p, cells):
    """Return how many multiplications the two matrix products in logits take.

    Parameters
    ----------
    n, features, p, cells : int

    Returns
    -------
    int
    """
    ### BEGIN SOLUTION
    return n * p * (features + cells)
    ### END SOLUTION

# %% One unit id="h5_network_public" role="test" points=1
with checks.question("h5_network_public") as check:
    weights = [np.array([[1.0]]), np.array([[0.0], [2.0]])]
    with check("A₁ = (1), A₂ = (0, 2), x = 0.5: (0, 0.924234)"):
        checks.close(logits(weights, np.array([[0.5]])), [[0.0, 0.9242343]], name="logits", rtol=1e-5, mistakes={
            "softmax was applied already": [[0.284096, 0.715904]],
            "log-softmax was applied already": [[-1.258443, -0.334209]],
            "the activation is missing": [[0.0, 1.0]],
            "the activation is applied twice": [[0.0, 0.727894]],
        })
    with check("the same with ReLU: (0, 1)"):
        checks.close(logits(weights, np.array([[0.5]]), activation=standins.relu), [[0.0, 1.0]], name="logits", mistakes={"the activation that was given is not used": [[0.0, 0.9242343]]}, rtol=1e-5)
    with check("2 examples, 1 feature, 2 units, 2 cells: A₁ = (1; 2), A₂ = (1, 3; 0, 1)"):
        found = logits([np.array([[1.0], [2.0]]), np.array([[1.0, 3.0], [0.0, 1.0]])], np.array([[1.0], [2.0]]), activation=standins.relu)
        checks.close(found, [[7.0, 2.0], [14.0, 4.0]], name="logits", mistakes={"A₂ is not transposed": [[1.0, 5.0], [2.0, 10.0]], "examples stand in columns": [[7.0, 14.0], [2.0, 4.0]]}, hint="a row of X is an example: X A₁ᵀ, then A₂ᵀ")
    with check("2 examples, 3 features, 4 units, 5 cells: 64"):
        checks.close(multiplications(2, 3, 4, 5), 64.0, name="multiplications", mistakes={
            "the number of weights; each is used once for each example": 32.0,
            "the product of all four": 120.0,
            "the second layer, too, is used once for each example": 44.0,
            "additions are counted, too": 128.0,
        })

# %% Other weights id="h5_network_values" role="hidden" points=1
# Hint: An example is a row of X, its logits are a row of the result; any activation that is given is used.
with checks.question("h5_network_values") as check:
    rng = checks.rng("h5")
    for n, d, p, k in [(6, 4, 3, 7), (1, 5, 2, 400)]:
        with check(f"{n} examples, {d} features, {p} units, {k} cells"):
            X, first, second = rng.normal(size=(n, d)), rng.normal(size=(p, d)), rng.normal(size=(k, p))
            checks.close(logits([first.copy(), second.copy()], X.copy()), np.stack([second @ np.tanh(first @ x) for x in X]), name="logits", rtol=1e-6)
            checks.close(logits([first.copy(), second.copy()], X.copy(), activation=standins.relu), np.stack([second @ np.maximum(first @ x, 0) for x in X]), name="logits with ReLU", rtol=1e-6)
            slope = checks.hips_gradient(logits, [first.copy(), second.copy()], X.copy())
            checks.close(slope[1], np.tile(np.tanh(X @ first.T).sum(0), (k, 1)), name="the gradient of their sum by A2", rtol=1e-6)
            right = ((1 - np.tanh(X @ first.T) ** 2) * second.sum(0)).T @ X
            checks.close(slope[0], right, name="the gradient of their sum by A1", rtol=1e-6, atol=1e-9)

# %% The price id="h5_network_price" role="hidden" points=1
# Hint: A product of (n × a) with (a × b) takes n·a·b multiplications; add both layers.
with checks.question("h5_network_price") as check:
    for n, d, p, k in [(847, 116, 128, 400), (10, 3, 1, 2), (1, 7, 5, 1)]:
        with check(f"{n} examples, {d} features, {p} units, {k} cells"):
            checks.close(multiplications(n, d, p, k), float(n * d * p + n * p * k), name="multiplications", rtol=1e-9)

# %% [markdown]
# Training: autograd's own `sgd` with `mass=0`, which is plain gradient descent on all training pieces. A₂ starts at 0, so that every map is uniform at first. `watched` holds (updates, training loss, validation loss).

# %%
log_targets = np.log(targets)
rng = np.random.default_rng(0)
start = [rng.uniform(-0.16, 0.16, (hidden_units, 116)), np.zeros((400, hidden_units))]
watched, kept, bar = [], [], notebook.progress(steps + 1, "training", "update")


def losses(params):
    """Return the mean KL on the training and the validation rows."""
    return [float(kl_loss(log_softmax(logits(params, X)), targets[rows])) for X, rows in ((X_train, train_rows), (X_validation, validation_rows))]


def look(params, updates, gradient):
    """Note both losses, and keep the parameters of the least validation loss."""
    watched.append((updates, *losses(params)))
    if watched[-1][2] <= min(row[2] for row in watched):
        kept[:] = [one.copy() for one in params]
    bar.update()


slope = grad(lambda params: kl_loss(log_softmax(logits(params, X_train)), targets[train_rows]))
params = sgd(lambda params, updates: slope(params), start, callback=look, num_iters=steps, step_size=lr, mass=0.0)
look(params, steps, None)
bar.close()
updates, train_loss, validation_loss = np.array(watched).T
best = int(validation_loss.argmin())
print(f"{multiplications(len(train_rows), 116, hidden_units, 400) / 1e6:.0f} million multiplications for the value, about three times as many for an update")

# %%
ax = plt.subplot()
ax.plot(updates, train_loss, color="#0072B2", label="training")
ax.plot(updates, validation_loss, color="#D55E00", linestyle="--", label="validation")
ax.axvline(best, color="0.6", linewidth=1, label=f"least on validation: update {best}")
constant = targets[train_rows].mean(0)
one_map = float(np.mean(np.sum(targets[validation_rows] * (log_targets[validation_rows] - np.log(constant)), axis=1)))
ax.axhline(one_map, color="#009E73", linestyle=":", label="the mean map for all, validation")
ax.set(title=f"Mean KL(t‖p); {music.about}", xlabel="updates", ylabel="KL divergence (nats)", ylim=(0, None))
ax.legend()
plt.show()

# %% tags=["nbval-check-output"]
print("the training loss falls:", train_loss[-1] < train_loss[0])

# %% [markdown]
# **Look.** True and predicted maps of three validation pieces: the best, the middle and the worst by KL.

# %%
shares = np.exp(log_softmax(logits(kept, X_validation)))
divergences = np.sum(targets[validation_rows] * (log_targets[validation_rows] - np.log(shares)), axis=1)
order = np.argsort(divergences)
figure, axes = plt.subplots(3, 2, figsize=(12, 10))
for (left, right), k in zip(axes, [order[0], order[len(order) // 2], order[-1]], strict=True):
    row = validation_rows[k]
    plotting.plot_heatmap(targets[row], f"true map of piece {row}", place=where[row], ax=left)
    plotting.plot_heatmap(shares[k], f"predicted, KL = {divergences[k]:.2f}", place=where[row], ax=right)
figure.suptitle(f"Validation; {music.about}")
plt.show()

# %% [markdown]
# ## Part 4: from a map to a place

# %% [markdown] id="h6_place" role="statement"
# ### Question 6: three ways to name one place (6 points)
#
# To compare with `coordinates`, each map must name one place. Three ways, with different answers when a map has two hills:
#
# **Task.** For `heatmaps` (n, k) whose cells have the centres `latitude`, `longitude` (k,) in degrees, write three functions. Each returns places (n, 2): latitude and longitude in degrees, longitude from −180 to 180.
#
# 1. `likeliest_place(heatmaps, latitude, longitude)`: the centre of the cell with the largest share, of equal ones the first.
# 2. `mean_place(heatmaps, latitude, longitude)`: the mean **on the sphere**. With $u_i$ the centre of cell $i$ as a unit vector, $(\cos\varphi\cos\lambda, \cos\varphi\sin\lambda, \sin\varphi)$, it is the direction of $\sum_i s_i u_i$. (A mean of longitudes would put a place
#    between 170° east and 170° west into Africa.)
# 3. `nearest_place(heatmaps, latitude, longitude, distances)`: the centre $j$ of the cell with the least expected distance $\sum_i s_i D_{ij}$; `distances` is D (k, k) in km. It is the best guess if errors are counted in km. Of equal ones the first.
#
# To check by hand: with the cells (0, 0), (0, 90) and (0, 100) and the shares 0.4, 0.3, 0.3 the likeliest is the first; the mean is (0, 59.70); expected distances are 57°, 39° and 43°, so the nearest is (0, 90).

# %% id="h6_place" role="solution"
def likeliest_place(heatmaps, latitude, longitude):
    """Return the centre of the cell with the largest share.

    Parameters
    ----------
    heatmaps : ndarray, shape (n, k)
    latitude, longitude : ndarray, shape (k,)
        In degrees.

    Returns
    -------
    ndarray, shape (n, 2) : latitude and longitude in degrees
    """
    ### BEGIN SOLUTION
    cell = heatmaps.argmax(axis=1)
    return np.column_stack([latitude[cell], longitude[cell]])
    ### END SOLUTION


def mean_place(heatmaps, latitude, longitude):
    """Return the direction of the mean of the cells' unit vectors.

    Parameters
    ----------
    heatmaps : ndarray, shape (n, k)
    latitude, longitude : ndarray, shape (k,)
        In degrees.

    Returns
    -------
    ndarray, shape (n, 2) : latitude and longitude in degrees
    """
    ### BEGIN SOLUTION
    north, east = np.deg2rad(latitude), np.deg2rad(longitude)
    x, y, z = heatmaps @ (np.cos(north) * np.cos(east)), heatmaps @ (np.cos(north) * np.sin(east)), heatmaps @ np.sin(north)
    return np.rad2deg(np.column_stack([np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)]))
    ### END SOLUTION


def nearest_place(heatmaps, latitude, longitude, distances):
    """Return the centre with the least expected distance.

    Parameters
    ----------
    heatmaps : ndarray, shape (n, k)
    latitude, longitude : ndarray, shape (k,)
        In degrees.
    distances : ndarray, shape (k, k)
        Between the centres, in km.

    Returns
    -------
    ndarray, shape (n, 2) : latitude and longitude in degrees
    """
    ### BEGIN SOLUTION
    cell = (heatmaps @ distances).argmin(axis=1)
    return np.column_stack([latitude[cell], longitude[cell]])
    ### END SOLUTION

# %% Three cells on the equator id="h6_place_public" role="test" points=1
with checks.question("h6_place_public") as check:
    maps, north, east = np.array([[0.4, 0.3, 0.3], [0.0, 0.5, 0.5]]), np.zeros(3), np.array([0.0, 90.0, 100.0])
    with check("likeliest: (0, 0), and for the shares 0, ½, ½ (0, 90)"):
        checks.close(likeliest_place(maps, north, east), [[0.0, 0.0], [0.0, 90.0]], name="likeliest_place", mistakes={"longitude first": [[0.0, 0.0], [90.0, 0.0]]}, hint="of equal shares the first, as argmax does")
    with check("mean: (0, 59.70), (0, 95)"):
        checks.close(mean_place(maps, north, east), [[0.0, 59.7031], [0.0, 95.0]], name="mean_place", atol=1e-3, mistakes={
            "a mean of degrees; a mean of unit vectors is asked": [[0.0, 57.0], [0.0, 95.0]],
            "longitude first": [[59.7031, 0.0], [95.0, 0.0]],
            "in radians": [[0.0, 1.042016], [0.0, 1.658063]],
        })
    with check("mean: north of the equator, and beyond 180°"):
        found = mean_place(np.array([[0.5, 0.5, 0.0], [0.0, 0.5, 0.5]]), np.array([60.0, 60.0, 60.0]), np.array([0.0, 180.0, -178.0]))
        checks.close(found[:, 0], [90.0, 60.0038], name="the latitudes", atol=1e-3, hint="by arctan2 of z and √(x² + y²): the sum of unit vectors is shorter than 1")
        checks.close(found[1:, 1], [-179.0], name="the second longitude", atol=1e-3, hint="by arctan2 of y and x, from −180 to 180")
    with check("nearest: (0, 90) twice, with distances of 111 km a degree"):
        distances = 111.0 * np.abs(east[:, None] - east)
        checks.close(nearest_place(maps, north, east, distances), [[0.0, 90.0], [0.0, 90.0]], name="nearest_place", mistakes={"the largest expected distance; the least is asked": [[0.0, 0.0], [0.0, 0.0]]})

# %% Likeliest id="h6_place_likeliest" role="hidden" points=1
# Hint: Each row of heatmaps has its own cell; use the centres that are given.
with checks.question("h6_place_likeliest") as check:
    rng = checks.rng("h6 likeliest")
    with check("20 maps of 30 cells"):
        maps, north, east = rng.dirichlet(np.ones(30), 20), rng.uniform(-90, 90, 30), rng.uniform(-180, 180, 30)
        cells = [max(range(30), key=lambda k, one=one: one[k]) for one in maps]
        checks.close(likeliest_place(maps.copy(), north.copy(), east.copy()), np.array([[north[k], east[k]] for k in cells]), name="likeliest_place")

# %% Mean id="h6_place_mean" role="hidden" points=2
# Hint: Try cells on both sides of 180°, near a pole, and in all quadrants: arctan2 of y and x, and of z and the length of (x, y). The sum need not have length 1.
with checks.question("h6_place_mean") as check:
    rng = checks.rng("h6 mean")
    with check("170° east and 160° west, equal shares: 175° west"):
        checks.close(mean_place(np.array([[0.5, 0.5]]), np.array([0.0, 0.0]), np.array([170.0, -160.0])), [[0.0, -175.0]], name="mean_place", atol=1e-6)
    with check("around the north pole: 90° north"):
        checks.close(mean_place(np.full((1, 4), 0.25), np.full(4, 60.0), np.array([0.0, 90.0, 180.0, -90.0]))[:, 0], [90.0], name="the latitude", atol=1e-6)
    with check("20 maps of 30 cells"):
        maps, north, east = rng.dirichlet(np.full(30, 0.2), 20), rng.uniform(-90, 90, 30), rng.uniform(-180, 180, 30)
        found = checks.finite_array(mean_place(maps.copy(), north.copy(), east.copy()), (20, 2), name="mean_place")
        total = maps @ datasets.unit_vectors(north, east)
        right = total / np.linalg.norm(total, axis=1)[:, None]
        checks.close(datasets.unit_vectors(found[:, 0], found[:, 1]), right, name="the unit vectors of mean_place", rtol=1e-6, atol=1e-9)
        checks.less(float(np.abs(found[:, 0]).max()), 90.0 + 1e-9, "a latitude is beyond a pole")
        checks.less(float(np.abs(found[:, 1]).max()), 180.0 + 1e-9, "a longitude is beyond 180°")

# %% Nearest id="h6_place_nearest" role="hidden" points=2
# Hint: The expectation is over the cell the piece is in, weighted by its share; the minimum is over the cell you name. Distances are those that are given.
with checks.question("h6_place_nearest") as check:
    rng = checks.rng("h6 nearest")
    with check("20 maps of 12 cells"):
        maps, north, east = rng.dirichlet(np.full(12, 0.4), 20), rng.uniform(-90, 90, 12), rng.uniform(-180, 180, 12)
        distances = 100 * np.abs(np.arange(12.0)[:, None] - np.arange(12)) ** 1.2
        cells = [min(range(12), key=lambda j, one=one: sum(one[i] * distances[i, j] for i in range(12))) for one in maps]
        checks.close(nearest_place(maps.copy(), north.copy(), east.copy(), distances.copy()), np.array([[north[k], east[k]] for k in cells]), name="nearest_place")
    with check("two hills and the valley between them"):
        distances = np.array([[0.0, 10.0, 18.0], [10.0, 0.0, 10.0], [18.0, 10.0, 0.0]])
        found = nearest_place(np.array([[0.4, 0.2, 0.4], [0.6, 0.0, 0.4]]), np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, 6.0]), distances)
        checks.close(found, [[2.0, 5.0], [1.0, 4.0]], name="nearest_place")
    with check("an empty cell half way between two hills is the nearest"):
        distances = np.array([[0.0, 5.0, 18.0], [5.0, 0.0, 5.0], [18.0, 5.0, 0.0]])
        found = nearest_place(np.array([[0.5, 0.0, 0.5]]), np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, 6.0]), distances)
        checks.close(found, [[2.0, 5.0]], name="nearest_place")

# %%
latitude, longitude = datasets.grid_centres()
vectors, true_vectors = datasets.unit_vectors(latitude, longitude), datasets.unit_vectors(*where[validation_rows].T)


def angle(u, v):
    """Return the distances between points on the unit sphere, in km."""
    return 2 * 6371 * np.arcsin(np.minimum(np.linalg.norm(u - v, axis=-1) / 2, 1))


distances = angle(vectors[:, None], vectors)
guesses = {
    "likeliest": likeliest_place(shares, latitude, longitude),
    "mean": mean_place(shares, latitude, longitude),
    "nearest": nearest_place(shares, latitude, longitude, distances),
    "nearest, the mean map for all": nearest_place(np.tile(constant, (len(validation_rows), 1)), latitude, longitude, distances),
    "nearest, the true maps": nearest_place(targets[validation_rows], latitude, longitude, distances),
}
errors = {name: angle(datasets.unit_vectors(*found.T), true_vectors) for name, found in guesses.items()}
print(f"KL in nats, training and validation: update {best}, the least on validation: {train_loss[best]:.3f}, {validation_loss[best]:.3f}; last update: {train_loss[-1]:.3f}, {validation_loss[-1]:.3f}; the mean map for all: {one_map:.3f} on validation")
for name, error in errors.items():
    print(f"{name:32s} {error.mean():6.0f} km on average, {np.median(error):6.0f} km in the middle")

# %%
plotting.plot_predictions(where[validation_rows], guesses["nearest"], errors["nearest"], f"Nearest place, validation; {music.about}")
plt.show()

# %% [markdown]
# **Look.** One feature more, which is 1 for every piece, and nothing else changed: the same numbers of units and updates, the same learning rate. In what follows it is called the constant feature.

# %%
with_one = [np.column_stack([X, np.ones(len(X))]) for X in (X_train, X_validation)]
more_start, more_watched = [np.column_stack([start[0], rng.uniform(-0.16, 0.16, hidden_units)]), start[1]], []
bar = notebook.progress(steps + 1, "with the constant feature", "update")


def look_again(params, updates, gradient):
    """Note both losses."""
    more_watched.append([float(kl_loss(log_softmax(logits(params, X)), targets[rows])) for X, rows in zip(with_one, (train_rows, validation_rows), strict=True)])
    bar.update()


slope = grad(lambda params: kl_loss(log_softmax(logits(params, with_one[0])), targets[train_rows]))
more_params = sgd(lambda params, updates: slope(params), more_start, callback=look_again, num_iters=steps, step_size=lr, mass=0.0)
look_again(more_params, steps, None)
bar.close()
more_train, more_validation = np.array(more_watched).T
ax = plt.subplot()
for label, color, curves in [("without", "#0072B2", (train_loss, validation_loss)), ("with the constant feature", "#D55E00", (more_train, more_validation))]:
    ax.plot(updates, curves[0], color=color, label=f"{label}, training")
    ax.plot(updates, curves[1], color=color, linestyle="--", label=f"{label}, validation")
ax.axhline(one_map, color="#009E73", linestyle=":", label="the mean map for all, validation")
ax.set(title=f"Mean KL(t‖p); {music.about}", xlabel="updates", ylabel="KL divergence (nats)", ylim=(0, None))
ax.legend()
plt.show()
found = nearest_place(np.exp(log_softmax(logits(more_params, with_one[1]))), latitude, longitude, distances)
more_error = angle(datasets.unit_vectors(*found.T), true_vectors)
print(f"with the constant feature: KL on validation {more_validation.min():.3f} nats at update {more_validation.argmin()}; last update: {more_train[-1]:.3f}, {more_validation[-1]:.3f}, and {more_error.mean():.0f} km on average by the nearest place")

# %% [markdown]
# Course projects that used the original maps, which are lost, report KL divergences of 1.56 to 1.60. Ours are made by another kernel, and a sharper kernel alone makes KL larger: compare numbers only within this notebook, and always with the mean map.

# %% [markdown] id="h7_maps" role="statement"
# ### Question 7: what the maps say (4 points, read by a person)
#
# **Task.** In one or two sentences each, with numbers, and saying which data were in use: (a) What do training and validation loss do, and when would you have stopped? (b) Is the network better than the mean map, by KL and in km? On the real data it is hardly better by the one and clearly by the other: how can that be?
# (c) Look at the middle and the worst map: how does a map say that it is not sure, and what is the worst one's fault? (d) What does the constant feature change, and why? (Which map does the network give for $x = 0$?) (e) Which of the three ways to name a place is best in km, and why?

# %% What the maps say [markdown] id="h7_maps_text" role="manual" points=4
# ### BEGIN SOLUTION
# The real data. (a) The training loss falls to the end, below 0.6; the validation loss flattens at 1.58 after about 350 updates, and rises a little. I would stop where it is least. (b) The mean map has 1.60, so by KL the network is hardly better; in km
# it is, by almost 1000 (3781 against 4736). KL punishes a share near 0 at the true place without bound, so a few maps that are sure and wrong cost what many good ones gain; in km a mistake costs at most 20015. (c) An unsure map has several hills or a wide one. The worst is sharp and in the
# wrong place: sure and wrong. (d) KL falls to 1.18, the error to about 3400 km. Without it the network must give the uniform map at x = 0, since tanh(0) = 0: what all pieces have in common has to be put together from features, and that does not carry over to new pieces. With it the
# mean map is learnt in a few updates. (e) The nearest place (its expected error is what is counted); the likeliest ignores all other hills.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: training loss keeps falling, validation loss flattens or rises; stops at the least, with its number of updates. Unsure = wide or several hills; the worst map puts (almost) no share at the true place.
# 1 point: both comparisons by numbers; KL has no upper bound, or: sure and wrong is expensive.
# 1 point: the constant feature by numbers; a bias, or: without it the map at x = 0 is uniform.
# 1 point: numbers of the three ways; the nearest minimises the expected distance, or a reason why it does not win here.
# ### END MARK SCHEME

# %% [markdown]
# ## Before you hand in

# %% role="handin"
