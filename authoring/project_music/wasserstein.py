# %% [markdown]
# # Where does this music come from? The Wasserstein distance
#
# **Project, notebook `wasserstein`, 40 points, and 3 on top.** KL compares two heat-maps cell by cell: a map that is wrong by one cell is as bad as one that is wrong by a continent. The Wasserstein distance, or earth mover's, asks how far
# shares must be carried. You write Sinkhorn's algorithm for it, make it safe and fast, differentiate it in two ways, train with it, and report on the whole project.
#
# - A heat-map has 400 cells in **column order**: entry i is in row `i % 20` from the south and column `i // 20` from the west. The map is a square with sides of length 1 here; neither the date line nor the sphere matters.
# - `anp` is `autograd.numpy`. ε (`epsilon`) is the strength of the entropy, a positive number. Logarithms are natural.
# - Hidden checks test the rest of each answer when your work is graded. Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import time

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
hidden_units, kl_steps, wasserstein_steps, pairs = notebook.sized((128, 320, 160, 20), (8, 8, 8, 2))
scale = StandardScaler().fit(music.features[train_rows])
X_train, X_validation = (np.column_stack([scale.transform(music.features[rows]), np.ones(len(rows))]) for rows in (train_rows, validation_rows))
targets = datasets.heatmaps(music.latitude, music.longitude)
where = np.column_stack([music.latitude, music.longitude])
print(f"{len(train_rows)} pieces to train on, {len(validation_rows)} to validate on, {X_train.shape[1]} features: the last is always 1")

# %% [markdown]
# ## Part 1: what you bring, and what carrying costs

# %% [markdown] id="w1_nets" role="statement"
# ### Question 1: bring your functions (2 points)
#
# **Task.** Copy `logits(params, X, activation)`, `log_softmax(z)` and `kl_loss(log_p, t)` from your `heatmaps` notebook, mended if something was wrong there. Everything with `anp`, so that autograd gets through.

# %% id="w1_nets" role="solution"
def logits(params, X, activation=anp.tanh):
    """Return A2 σ(A1 x) for each row x of X.

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


def kl_loss(log_p, t):
    """Return the mean over the rows of KL(t‖p).

    Parameters
    ----------
    log_p, t : ndarray, shape (n, k)

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    some = t > 0
    log_t = np.log(np.where(some, t, 1.0))
    return anp.sum(t * (log_t - anp.where(some, log_p, 0.0))) / len(t)
    ### END SOLUTION

# %% One unit id="w1_nets_public" role="test" points=1
with checks.question("w1_nets_public") as check:
    with check("A₁ = (1), A₂ = (0, 2), x = 0.5: logits (0, 0.924234)"):
        checks.close(logits([np.array([[1.0]]), np.array([[0.0], [2.0]])], np.array([[0.5]])), [[0.0, 0.9242343]], name="logits", rtol=1e-5)
    with check("(1000, 1000 + log 3): log of (1/4, 3/4)"):
        checks.close(log_softmax(np.array([[1000.0, 1000.0 + np.log(3.0)]])), np.log([[0.25, 0.75]]), name="log_softmax", rtol=1e-6)
    with check("t = (½, ½, 0), p = (¼, ½, ¼), and a row with t = p: KL 0.173287 on average"):
        checks.close(kl_loss(np.log([[0.25, 0.5, 0.25], [0.5, 0.25, 0.25]]), np.array([[0.5, 0.5, 0.0], [0.5, 0.25, 0.25]])), 0.1732868, name="kl_loss", rtol=1e-5, mistakes={"a sum over the rows": 0.3465736}, hint="the checks of question 3 in heatmaps tell more")

# %% Other weights and maps id="w1_nets_other" role="hidden" points=1
# Hint: The hidden checks of heatmaps, questions 2, 3 and 5, in short: rows by themselves, the mean over rows, autograd gets through all three.
with checks.question("w1_nets_other") as check:
    rng = checks.rng("w1")
    X, first, second = rng.normal(size=(4, 3)), rng.normal(size=(5, 3)), rng.normal(size=(6, 5))
    with check("logits, and their gradient"):
        checks.close(logits([first.copy(), second.copy()], X.copy()), np.stack([second @ np.tanh(first @ x) for x in X]), name="logits", rtol=1e-6)
        checks.close(checks.hips_gradient(logits, [first.copy(), second.copy()], X.copy())[1], np.tile(np.tanh(X @ first.T).sum(0), (6, 1)), name="the gradient of their sum by A2", rtol=1e-6)
    with check("logits with another activation"):
        right = np.stack([second @ np.maximum(first @ x, 0) for x in X])
        checks.close(logits([first.copy(), second.copy()], X.copy(), standins.relu), right, name="logits", rtol=1e-6)
    z = rng.normal(size=(4, 6))
    shares = np.exp(z) / np.exp(z).sum(1)[:, None]
    with check("log_softmax, and its gradient"):
        checks.close(log_softmax(z.copy()), np.log(shares), name="log_softmax", rtol=1e-6)
        checks.close(checks.hips_gradient(log_softmax, z.copy())[0], 1 - 6 * shares, name="the gradient of its sum", rtol=1e-6, atol=1e-9)
        checks.close(log_softmax(np.array([[3000.0, 2999.0], [0.0, 1.0]])), np.log([[1 / (1 + np.exp(-1)), 1 / (1 + np.e)], [1 / (1 + np.e), 1 / (1 + np.exp(-1))]]), name="log_softmax of rows far apart", rtol=1e-6)
    with check("kl_loss, and its gradient"):
        t = rng.dirichlet(np.ones(6), 4)
        checks.close(kl_loss(np.log(shares), t.copy()), float((t * np.log(t / shares)).sum() / 4), name="kl_loss", rtol=1e-6)
        gone = np.array([[np.log(0.25), np.log(0.75), -np.inf]])
        checks.close(kl_loss(gone, np.array([[0.5, 0.5, 0.0]])), 0.5 * np.log(4 / 3), name="kl_loss with log_p = −∞ where t is 0", rtol=1e-6)
        checks.close(checks.hips_gradient(kl_loss, np.log(shares), t.copy())[0], -t / 4, name="its gradient", rtol=1e-6)

# %% [markdown] id="w2_cost" role="statement"
# ### Question 2: the cost (3 points)
#
# Carrying a share from cell $i$ to cell $j$ costs the squared Euclidean distance of the two, for each unit of share.
#
# **Task.** Write `cost_matrix(rows, columns)`: the array (k, k) of all costs on a grid of `rows` × `columns` cells, $k$ = rows · columns, in column order. Row $r$ and column $c$ of the grid lie at height $r$/rows and at $c$/columns to the right.
#
# To check by hand: with 2 rows and 3 columns, cell 0 and cell 1 are 1/2 apart, so the cost is 1/4; cell 0 and cell 2 are 1/3 apart: 1/9; cell 1 and cell 2: 1/4 + 1/9.

# %% id="w2_cost" role="solution"
def cost_matrix(rows, columns):
    """Return squared distances between all cells of a grid in the unit square.

    Parameters
    ----------
    rows, columns : int

    Returns
    -------
    ndarray, shape (rows * columns, rows * columns)
        Cells in column order.
    """
    ### BEGIN SOLUTION
    cell = np.arange(rows * columns)
    up, right = (cell % rows) / rows, (cell // rows) / columns
    return (up[:, None] - up) ** 2 + (right[:, None] - right) ** 2
    ### END SOLUTION

# %% Two rows, three columns id="w2_cost_public" role="test" points=1
with checks.question("w2_cost_public") as check:
    with check("2 rows, 3 columns: from cell 0"):
        costs = checks.finite_array(cost_matrix(2, 3), (6, 6), name="cost_matrix")
        checks.close(costs[0], [0.0, 1 / 4, 1 / 9, 1 / 9 + 1 / 4, 4 / 9, 4 / 9 + 1 / 4], name="the first row", mistakes={
            "row order; cells go up the columns": [0.0, 1 / 9, 4 / 9, 1 / 4, 1 / 9 + 1 / 4, 4 / 9 + 1 / 4],
            "not squared": [0.0, 1 / 2, 1 / 3, np.sqrt(13) / 6, 2 / 3, 5 / 6],
            "in cells; the sides of the map have length 1": [0.0, 1.0, 1.0, 2.0, 4.0, 5.0],
            "divided by the number of cells less 1": [0.0, 1.0, 1 / 4, 5 / 4, 1.0, 2.0],
            "|Δ| of rows and columns added; squares are asked": [0.0, 1 / 2, 1 / 3, 5 / 6, 2 / 3, 7 / 6],
            "rows are divided by the number of columns, or the other way round": [0.0, 1 / 9, 1 / 4, 13 / 36, 1.0, 10 / 9],
        })
    with check("from cell 1 to cells 0 and 2"):
        costs = checks.finite_array(cost_matrix(2, 3), (6, 6), name="cost_matrix")
        checks.close([costs[1][0], costs[1][2]], [1 / 4, 1 / 4 + 1 / 9], name="the costs", hint="differences of positions, for every pair: cell 1 is in row 1 and column 0")

# %% Other grids id="w2_cost_other" role="hidden" points=2
# Hint: Column order also where rows and columns differ; nothing costs less than staying, and there is as good as back.
with checks.question("w2_cost_other") as check:
    for rows, columns in [(4, 3), (1, 5), (20, 20)]:
        with check(f"{rows} rows, {columns} columns"):
            at = np.array([(r / rows, c / columns) for c in range(columns) for r in range(rows)])
            checks.close(cost_matrix(rows, columns), ((at[:, None] - at) ** 2).sum(2), name="cost_matrix", atol=1e-12)

# %% [markdown]
# ## Part 2: Sinkhorn

# %% [markdown] id="w3_sinkhorn" role="statement"
# ### Question 3: Sinkhorn as in the paper, and where it breaks (5 points)
#
# A *plan* $P$ says how much goes from $i$ to $j$. Its row sums are $a$, its column sums $b$. Among all plans, Cuturi (2013) asks for the one with the least $\langle P, C\rangle + \varepsilon \sum_{ij} P_{ij} \log P_{ij}$. It has the form
# $P_{ij} = u_i K_{ij} v_j$ with $K = e^{-C/\varepsilon}$, entry by entry, and is found by setting right the row sums and the column sums in turn: from $v = (1, …, 1)$, each iteration is $u \leftarrow a / (Kv)$, then $v \leftarrow b / (K^\top u)$.
#
# **Task.**
#
# 1. Write `sinkhorn(a, b, C, epsilon, iterations)`: the plan (k, m) after that many iterations, for `a` (k,), `b` (m,) and `C` (k, m).
# 2. Set `troubles` to the letters of the true statements. Try them, with three cells in a row (`C` = `cost_matrix(1, 3)`), with two maps of the data, with ε from 1 down to 0.0005.
#
# | | statement |
# |---|---|
# | A | From one cell to another, $a = (1, 0, 0)$ and $b = (0, 0, 1)$: if ε is so small that $e^{-C_{13}/ε}$ is 0 in floating point, P has NaN. |
# | B | While P is finite, its column sums are $b$, to rounding, after every iteration; its row sums are $a$, in general, only in the limit. |
# | C | The smaller ε is, the fewer iterations the row sums need. |
# | D | An empty cell, $a_i = 0$, always makes P NaN. |
# | E | After too few iterations, ⟨P, C⟩ can be below the cost of the best plan. |
#
# To check by hand: two cells with the cost 1 between them, $a = b = (½, ½)$, ε = 1: after one iteration $u = 0.365529$ in both cells, $v = 1$, and P = (0.365529, 0.134471; 0.134471, 0.365529). With $a = (¾, ¼)$ instead, one iteration gives the
# first row (0.445384, 0.262317), which does not sum to ¾ yet.

# %% id="w3_sinkhorn" role="solution"
def sinkhorn(a, b, C, epsilon, iterations):
    """Return the plan after some iterations of Sinkhorn's algorithm.

    Parameters
    ----------
    a : ndarray, shape (k,)
    b : ndarray, shape (m,)
        Shares; each sums to 1.
    C : ndarray, shape (k, m)
    epsilon : float
    iterations : int

    Returns
    -------
    ndarray, shape (k, m) : what goes from i to j
    """
    ### BEGIN SOLUTION
    K = np.exp(-C / epsilon)
    v = np.ones(len(b))
    for _ in range(iterations):
        u = a / (K @ v)
        v = b / (K.T @ u)
    return u[:, None] * K * v
    ### END SOLUTION


# troubles : list of letters out of "A" to "E"
troubles = None
### BEGIN SOLUTION
troubles = ["A", "B", "E"]
### END SOLUTION

# %% Two cells id="w3_sinkhorn_public" role="test" points=1
with checks.question("w3_sinkhorn_public") as check:
    apart = np.array([[0.0, 1.0], [1.0, 0.0]])
    with check("a = b = (½, ½): (0.365529, 0.134471; 0.134471, 0.365529)"):
        found = sinkhorn(np.array([0.5, 0.5]), np.array([0.5, 0.5]), apart, 1.0, 1)
        checks.close(found, [[0.3655293, 0.1344707], [0.1344707, 0.3655293]], name="sinkhorn", rtol=1e-5, mistakes={
            "C stands where K belongs": [[0.0, 0.5], [0.5, 0.0]],
            "the sign in the exponent is wrong": [[0.1344707, 0.3655293], [0.3655293, 0.1344707]],
            "K is missing in P = u K v": [[0.3655293, 0.3655293], [0.3655293, 0.3655293]],
        })
    with check("a = (¾, ¼), one iteration: the first row is (0.445384, 0.262317)"):
        found = checks.finite_array(sinkhorn(np.array([0.75, 0.25]), np.array([0.5, 0.5]), apart, 1.0, 1), (2, 2), name="sinkhorn")
        checks.close(found[0], [0.4453841, 0.2623166], name="the first row", rtol=1e-5, mistakes={
            "v is set right before u; start with u": [0.5482939, 0.2017061],
            "a and b are exchanged": [0.5482939, 0.0672354],
        }, hint="u from v = 1, then v from that u")
    with check("two cells to three, costs (0, 1, 2; 1, 0, ½), a = (¾, ¼), b = (½, ¼, ¼), ε = ½, two iterations"):
        a, b = np.array([0.75, 0.25]), np.array([0.5, 0.25, 0.25])
        with checks.unchanged(a=a, b=b):
            found = sinkhorn(a, b, np.array([[0.0, 1.0, 2.0], [1.0, 0.0, 0.5]]), 0.5, 2)
        checks.close(found, [[0.4911167, 0.1257818, 0.0678520], [0.0088833, 0.1242182, 0.1821480]], name="sinkhorn", rtol=1e-5, mistakes={
            "ε is not used": [[0.4625734, 0.1564607, 0.1259014], [0.0374266, 0.0935393, 0.1240986]],
            "ε multiplies the cost; it divides": [[0.4256413, 0.1695054, 0.1553030], [0.0743587, 0.0804946, 0.0946970]],
            "one iteration": [[0.4832686, 0.0864975, 0.0407282], [0.0167314, 0.1635025, 0.2092718]],
            "v is set right before u; start with u": [[0.6096121, 0.0964670, 0.0439209], [0.0122956, 0.1062310, 0.1314734]],
        })
    with check("troubles: letters"):
        checks.true(len(checks.chosen(troubles, "ABCDE", name="troubles")) > 0, 'no letter is chosen; write a list such as ["C", "D"]')

# %% Other plans id="w3_sinkhorn_plan" role="hidden" points=2
# Hint: Different numbers of cells on both sides, costs that are not symmetric, one iteration and many; ε divides the cost, and nothing is added anywhere. The total is 1.
with checks.question("w3_sinkhorn_plan") as check:
    rng = checks.rng("w3")
    for k, m, epsilon, iterations, least in [(5, 5, 0.5, 1, 0), (4, 7, 0.2, 3, 0), (6, 3, 1.5, 200, 0), (4, 5, 0.05, 3, 1)]:
        with check(f"{k} to {m} cells, costs from {least} to {least + 1}, ε = {epsilon:g}, {iterations} iterations"):
            a, b, costs = rng.dirichlet(np.ones(k)), rng.dirichlet(np.ones(m)), least + rng.uniform(size=(k, m))
            moved = np.exp(-costs / epsilon)
            for _round in range(iterations):
                moved = moved * (a / moved.sum(1))[:, None]
                moved = moved * (b / moved.sum(0))
            checks.close(sinkhorn(a.copy(), b.copy(), costs.copy(), epsilon, iterations), moved, name="sinkhorn", rtol=1e-6, atol=1e-10)

# %% The troubles id="w3_sinkhorn_troubles" role="hidden" points=2
# Hint: Count iterations until the row sums are right to 0.001 for ε = 1, 0.1 and 0.01; look at P for empty cells with ε = 1; compare ⟨P, C⟩ after 5 and after 1000 iterations with the exact cost.
with checks.question("w3_sinkhorn_troubles") as check:
    with check("the letters"):
        checks.equal(sorted(set(checks.chosen(troubles, "ABCDE", name="troubles"))), ["a", "b", "e"], name="troubles")

# %% [markdown] id="w4_log" role="statement"
# ### Question 4: in the log domain (6 points)
#
# With *potentials* $f = \varepsilon \log u$ and $g = \varepsilon \log v$ nothing under- or overflows. The iteration becomes
#
# $$f_i \leftarrow \varepsilon \log a_i - \varepsilon \log \sum_j e^{(g_j - C_{ij})/\varepsilon}, \qquad g_j \leftarrow \varepsilon \log b_j - \varepsilon \log \sum_i e^{(f_i - C_{ij})/\varepsilon},$$
#
# from $g = 0$, where each logarithm of a sum is computed with the largest exponent taken out.
#
# **Task.**
#
# 1. `sinkhorn_log(a, b, C, epsilon, iterations)`: the potentials `f` (k,) and `g` (m,) after that many iterations, as a tuple, for positive `a` and `b`. With `anp`, so that autograd gets through all iterations to `a`.
# 2. `plan(f, g, C, epsilon)`: the plan $P_{ij} = e^{(f_i + g_j - C_{ij})/\varepsilon}$.
#
# To check by hand: the example of question 3, $a = b = (½, ½)$ and ε = 1, has $f = \log 0.365529 = -1.006409$ in both cells and $g = 0$ after one iteration.

# %% id="w4_log" role="solution"
def sinkhorn_log(a, b, C, epsilon, iterations):
    """Return the potentials after some iterations of Sinkhorn's algorithm in the log domain.

    Parameters
    ----------
    a : ndarray, shape (k,)
    b : ndarray, shape (m,)
        Shares, all positive; each sums to 1.
    C : ndarray, shape (k, m)
    epsilon : float
    iterations : int

    Returns
    -------
    tuple (f, g) : ndarrays, shapes (k,) and (m,)
    """
    ### BEGIN SOLUTION
    def log_sum(exponents, axis):
        top = anp.max(exponents, axis=axis, keepdims=True)
        return anp.squeeze(top, axis=axis) + anp.log(anp.sum(anp.exp(exponents - top), axis=axis))

    g = anp.zeros(len(b))
    for _ in range(iterations):
        f = epsilon * (anp.log(a) - log_sum((g[None, :] - C) / epsilon, 1))
        g = epsilon * (anp.log(b) - log_sum((f[:, None] - C) / epsilon, 0))
    return f, g
    ### END SOLUTION


def plan(f, g, C, epsilon):
    """Return the plan of two potentials.

    Parameters
    ----------
    f : ndarray, shape (k,)
    g : ndarray, shape (m,)
    C : ndarray, shape (k, m)
    epsilon : float

    Returns
    -------
    ndarray, shape (k, m)
    """
    ### BEGIN SOLUTION
    return anp.exp((f[:, None] + g[None, :] - C) / epsilon)
    ### END SOLUTION

# %% Two cells, and a small ε id="w4_log_public" role="test" points=1
with checks.question("w4_log_public") as check:
    apart, half = np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([0.5, 0.5])
    with check("a = b = (½, ½), ε = 1: f = −1.006409 twice, g = 0"):
        f, g = sinkhorn_log(half, half, apart, 1.0, 1)
        checks.close(f, [-1.0064089, -1.0064089], name="f", rtol=1e-5, mistakes={
            "log a is missing": [-0.3132617, -0.3132617],
            "this is u; its logarithm times ε is asked": [0.3655293, 0.3655293],
            "the sign of the sum is wrong": [-0.3798855, -0.3798855],
        })
        checks.close(g, [0.0, 0.0], name="g", atol=1e-9)
    with check("ε = 2, C twice as large: both twice as large"):
        f, _ = sinkhorn_log(half, half, 2 * apart, 2.0, 1)
        checks.close(f, [-2.0128177, -2.0128177], name="f", rtol=1e-5, hint="ε stands in front of both logarithms, and divides in the exponent")
    with check("ε = 0.0005, costs of 1 and 2: finite potentials"):
        f, g = sinkhorn_log(np.array([0.9, 0.1]), half, apart + 1, 0.0005, 3)
        checks.finite_array(f, (2,), name="f", hint="take the largest exponent out of each sum: e⁻²⁰⁰⁰ is 0 in floating point")
        checks.finite_array(g, (2,), name="g", hint="take the largest exponent out of each sum, and put it back in front of the logarithm")
    wide = np.array([[0.0, 1.0, 2.0], [1.0, 0.0, 0.5]])
    with check("the example of question 3 with two cells and three: two iterations"):
        f, g = sinkhorn_log(np.array([0.75, 0.25]), np.array([0.5, 0.25, 0.25]), wide, 0.5, 2)
        checks.close(f, [-0.1124047, -1.1186590], name="f", rtol=1e-5, hint="a goes with f and b with g; sum over the other index: axis 1 for f, axis 0 for g")
        checks.close(g, [-0.2431320, 0.0758013, 0.7671912], name="g", rtol=1e-5, hint="g from the new f")
        checks.close(plan(np.array([-0.1124047, -1.1186590]), np.array([-0.2431320, 0.0758013, 0.7671912]), wide, 0.5), [[0.4911167, 0.1257818, 0.0678520], [0.0088833, 0.1242182, 0.1821480]], name="plan", rtol=1e-4, hint="f along the rows, g along the columns, and C inside the quotient by ε")
    with check("autograd gets through to a: the gradient of Σf is finite, and not 0"):
        slope = checks.hips_gradient(standins.entry, np.array([0.75, 0.25]), 0, sinkhorn_log, np.array([0.5, 0.25, 0.25]), wide, 0.5, 2)[0]
        checks.less(1e-3, float(np.abs(checks.finite_array(slope, (2,), name="the gradient")).max()), "the gradient is 0", hint="functions of anp, and no float()")
    with check("plan: (0.365529, 0.134471; 0.134471, 0.365529)"):
        checks.close(plan(np.full(2, -1.0064089), np.zeros(2), apart, 1.0), [[0.3655293, 0.1344707], [0.1344707, 0.3655293]], name="plan", rtol=1e-5)

# %% Other potentials id="w4_log_values" role="hidden" points=2
# Hint: Different numbers of cells on both sides, one iteration and many; f from g, then g from the new f.
with checks.question("w4_log_values") as check:
    rng = checks.rng("w4 values")
    for k, m, epsilon, iterations in [(5, 5, 0.5, 1), (4, 7, 0.2, 3), (6, 3, 1.5, 100)]:
        with check(f"{k} to {m} cells, ε = {epsilon:g}, {iterations} iterations"):
            a, b, costs = rng.dirichlet(np.full(k, 3.0)), rng.dirichlet(np.full(m, 3.0)), rng.uniform(size=(k, m))
            kernel, v = np.exp(-costs / epsilon), np.ones(m)
            for _round in range(iterations):
                u = a / (kernel @ v)
                v = b / (u @ kernel)
            f, g = sinkhorn_log(a.copy(), b.copy(), costs.copy(), epsilon, iterations)
            checks.close(f, epsilon * np.log(u), name="f", rtol=1e-6, atol=1e-9)
            checks.close(g, epsilon * np.log(v), name="g", rtol=1e-6, atol=1e-9)
    with check("plan, 3 to 4 cells"):
        f, g, costs = rng.normal(size=3), rng.normal(size=4), rng.uniform(size=(3, 4))
        right = np.exp(np.array([[f[i] + g[j] - costs[i, j] for j in range(4)] for i in range(3)]) / 0.7)
        checks.close(plan(f, g, costs, 0.7), right, name="plan", rtol=1e-6)

# %% Small ε id="w4_log_small" role="hidden" points=1.5
# Hint: Each sum needs its own largest exponent: exponents differ by thousands, in both directions. The column sums of the plan are b after every iteration.
with checks.question("w4_log_small") as check:
    costs = np.array([[0.0, 1.0, 4.0], [1.0, 0.0, 1.0], [4.0, 1.0, 0.0]]) / 9
    a, b = np.array([0.49, 0.49, 0.02]), np.array([0.02, 0.49, 0.49])
    for title, extra in [
        ("three cells, ε = 0.0005: nearly everything moves by one cell", np.zeros((3, 3))),
        ("the same, each cell with a fee of its own on leaving", np.array([[0.0], [1.0], [3.0]])),
        ("the same, with a fee on arriving", np.array([[2.0, 0.0, 5.0]])),
    ]:
        with check(title):
            f, g = sinkhorn_log(a.copy(), b.copy(), costs + extra, 0.0005, 2000)
            found = checks.finite_array(plan(f, g, costs + extra, 0.0005), (3, 3), name="plan of sinkhorn_log")
            checks.close(float((found * costs).sum()), 0.94 / 9, name="⟨P, C⟩", rtol=1e-2)
            checks.close(found.sum(0), [0.02, 0.49, 0.49], name="the column sums", rtol=1e-6)
    with check("shares of 1e-30, costs of 1000"):
        f, g = sinkhorn_log(np.array([1.0, 1e-30]), np.array([1e-30, 1.0]), 1000 * np.array([[0.0, 1.0], [1.0, 0.0]]), 0.1, 2)
        checks.finite_array(f, (2,), name="f")
        sums = checks.finite_array(plan(f, g, 1000 * np.array([[0.0, 1.0], [1.0, 0.0]]), 0.1), (2, 2), name="plan").sum(0)
        checks.close(sums / [1e-30, 1.0], [1.0, 1.0], name="the column sums, divided by the shares", rtol=1e-6)

# %% Autograd id="w4_log_autograd" role="hidden" points=1.5
# Hint: anp instead of np everywhere, no assignment into arrays; the sum of f's entries depends on all of a.
with checks.question("w4_log_autograd") as check:
    rng = checks.rng("w4 autograd")
    a, b, costs = rng.dirichlet(np.full(4, 5.0)), rng.dirichlet(np.full(3, 5.0)), rng.uniform(size=(4, 3))
    for at, name in enumerate("fg"):
        with check(f"the gradient of the sum of {name} by a"):
            found = checks.hips_gradient(standins.entry, a.copy(), at, sinkhorn_log, b.copy(), costs.copy(), 0.5, 4)[0]
            ends = []
            for sign in (1, -1):
                steps = []
                for i in range(4):
                    v = np.ones(3)
                    for _round in range(4):
                        u = (a + sign * 1e-6 * np.eye(4)[i]) / (np.exp(-costs / 0.5) @ v)
                        v = b / (u @ np.exp(-costs / 0.5))
                    steps.append(0.5 * np.log((u, v)[at]).sum())
                ends.append(np.array(steps))
            checks.close(found, (ends[0] - ends[1]) / 2e-6, name="the gradient", rtol=1e-4, atol=1e-6)

# %% [markdown] id="w5_values" role="statement"
# ### Question 5: what a plan costs (4 points)
#
# **Task.** Write three functions.
#
# 1. `transport_cost(P, C)`: $\langle P, C\rangle = \sum_{ij} P_{ij} C_{ij}$.
# 2. `marginal_error(P, a, b)`: how far P is from carrying $a$ to $b$: $\sum_i |\sum_j P_{ij} - a_i| + \sum_j |\sum_i P_{ij} - b_j|$.
# 3. `entropic_cost(P, C, epsilon)`: what Sinkhorn makes small, $\langle P, C\rangle + \varepsilon \sum_{ij} P_{ij} \log P_{ij}$, with $0 \log 0 = 0$.
#
# To check by hand: for P = (0.5, 0.25; 0, 0.25) and the cost 1 between two cells: 0.25; for $a = b = (½, ½)$ the row sums ¾ and ¼ are off by 0.25 each and the column sums by 0: 0.5; and for ε = 1 the entropic cost is $0.25 - 1.039721 = -0.789721$.

# %% id="w5_values" role="solution"
def transport_cost(P, C):
    """Return what a plan costs.

    Parameters
    ----------
    P, C : ndarray, shape (k, m)

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return np.sum(P * C)
    ### END SOLUTION


def marginal_error(P, a, b):
    """Return how far the row and column sums of a plan are from what they should be, all together.

    Parameters
    ----------
    P : ndarray, shape (k, m)
    a : ndarray, shape (k,)
    b : ndarray, shape (m,)

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return np.abs(P.sum(axis=1) - a).sum() + np.abs(P.sum(axis=0) - b).sum()
    ### END SOLUTION


def entropic_cost(P, C, epsilon):
    """Return the cost of a plan and ε times the sum of P log P.

    Parameters
    ----------
    P, C : ndarray, shape (k, m)
    epsilon : float

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return np.sum(P * C) + epsilon * np.sum(P * np.log(np.where(P > 0, P, 1.0)))
    ### END SOLUTION

# %% Two cells id="w5_values_public" role="test" points=1
with checks.question("w5_values_public") as check:
    P, apart, half = np.array([[0.5, 0.25], [0.0, 0.25]]), np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([0.5, 0.5])
    with check("transport_cost: 0.25"):
        checks.close(transport_cost(P, apart), 0.25, name="transport_cost", mistakes={"a matrix product stands where entries are to be multiplied": 1.0, "a mean; a sum is asked": 0.0625})
    with check("marginal_error: 0.5"):
        checks.close(marginal_error(P, half, half), 0.5, name="marginal_error", mistakes={"squares": 0.125, "the largest, or a mean; the sum is asked": 0.25})
    with check("entropic_cost, ε = 1: −0.789721"):
        checks.close(entropic_cost(P, apart, 1.0), -0.7897208, name="entropic_cost", rtol=1e-5, mistakes={
            "the sign of the entropy is wrong": 1.2897208,
            "the cost of the plan is missing": -1.0397208,
        }, hint="if it is NaN: 0·log 0 is 0, so replace P by 1 inside the logarithm where it is 0, and nowhere else")
    wide, prices, a, b = np.array([[0.5, 0.25, 0.0], [0.0, 0.125, 0.125]]), np.array([[0.0, 1.0, 3.0], [2.0, 0.0, 1.0]]), np.array([0.5, 0.5]), np.array([0.25, 0.5, 0.25])
    with check("two cells to three, P = (½, ¼, 0; 0, ⅛, ⅛), costs (0, 1, 3; 2, 0, 1): 0.375"):
        checks.close(transport_cost(wide, prices), 0.375, name="transport_cost")
    with check("a = (½, ½), b = (¼, ½, ¼): 1.0"):
        checks.close(marginal_error(wide, a, b), 1.0, name="marginal_error", mistakes={"rows or columns alone": 0.5, "differences without their absolute value": 0.0})
    with check("ε = 2: −2.051015"):
        checks.close(entropic_cost(wide, prices, 2.0), -2.0510151, name="entropic_cost", rtol=1e-5, mistakes={"ε is missing": -0.8380076, "the sign of the entropy is wrong": 2.8010151, "the cost of the plan is missing": -2.4260151})

# %% Other plans id="w5_values_other" role="hidden" points=3
# Hint: Plans that are not square, marginals that differ, ε that is not 1, entries that are 0.
with checks.question("w5_values_other") as check:
    rng = checks.rng("w5")
    for k, m in [(4, 6), (5, 5)]:
        P, costs, a, b = rng.dirichlet(np.ones(k * m)).reshape(k, m), rng.uniform(size=(k, m)), rng.dirichlet(np.ones(k)), rng.dirichlet(np.ones(m))
        with check(f"{k} to {m} cells: transport_cost, marginal_error, entropic_cost"):
            checks.close(transport_cost(P.copy(), costs.copy()), float(P.ravel() @ costs.ravel()), name="transport_cost", rtol=1e-6)
            off = sum(abs(P[i].sum() - a[i]) for i in range(k)) + sum(abs(P[:, j].sum() - b[j]) for j in range(m))
            checks.close(marginal_error(P.copy(), a.copy(), b.copy()), float(off), name="marginal_error", rtol=1e-6)
            checks.close(entropic_cost(P.copy(), costs.copy(), 0.3), float(P.ravel() @ (costs.ravel() + 0.3 * np.log(P.ravel()))), name="entropic_cost", rtol=1e-6)
    with check("entries that are 0"):
        P = np.diag([0.2, 0.8])
        checks.close(entropic_cost(P, np.ones((2, 2)), 2.0), float(1 + 2 * (0.2 * np.log(0.2) + 0.8 * np.log(0.8))), name="entropic_cost", rtol=1e-6)

# %% [markdown]
# **Look.** The westernmost map and the mean of all training maps, and how ⟨P, C⟩ and the entropic cost come near to the exact cost (by POT's `ot.emd2`) as ε falls. As ε falls, the row sums need more iterations than these.

# %%
import os

os.environ.setdefault("POT_BACKEND_DISABLE_PYTORCH", "1")  # else POT imports torch, too, which takes seconds
import ot

cost = cost_matrix(20, 20)
west, east = targets[int(music.longitude.argmin())], targets[train_rows].mean(0)
exact = ot.emd2(west, east, cost)
epsilons, iterations = notebook.sized((np.geomspace(1, 0.001, 10), 200), (np.array([1.0, 0.1]), 20))
shown = []
for epsilon in epsilons:
    P = plan(*sinkhorn_log(west, east, cost, epsilon, iterations), cost, epsilon)
    shown.append((transport_cost(P, cost), entropic_cost(P, cost, epsilon), marginal_error(P, west, east)))
shown = np.array(shown)
figure, axes = plt.subplots(1, 2, figsize=(11, 3.8))
axes[0].semilogx(epsilons, shown[:, 0], "o-", label="⟨P, C⟩")
axes[0].semilogx(epsilons, shown[:, 1], "s--", label="⟨P, C⟩ + ε Σ P log P")
axes[0].axhline(exact, color="0.3", linewidth=1, label="exact (linear programme)")
axes[0].set(xlabel="ε (squared sides of the map)", ylabel="cost (squared sides of the map)", title=f"{iterations} iterations; {music.about}", ylim=(-0.05, 1.3 * shown[:, 0].max()))
axes[0].legend()
axes[1].loglog(epsilons, np.maximum(shown[:, 2], 1e-17), "o-")
axes[1].set(xlabel="ε (squared sides of the map)", ylabel="marginal error (share)", title="Are the row sums met?")
plt.show()

# %% [markdown]
# ## Part 3: fast enough to train on

# %% [markdown] id="w6_grid" role="statement"
# ### Question 6: a kernel that separates (6 points)
#
# On a grid $C$ is a sum of a cost between rows and a cost between columns. So $K$ is a product, $K_{ij} = R_{r_i r_j}\, S_{c_i c_j}$ with $R$ (rows × rows) and $S$ (columns × columns): two small matrices in place of a large one. Applied to a map $V$ as a grid, it is
# $R\,V S^\top$: 2 · 20³ multiplications instead of 400².
#
# **Task.**
#
# 1. `kernel_product(V, R, S)`: $Kv$ for each map $v$ in `V` (n, rows·columns), in column order; the same shape. No loop over maps or cells.
# 2. `sinkhorn_grid(a, b, R, S, iterations)`: question 3's iteration for n pairs of maps at once, `a` and `b` of shape (n, rows·columns) with positive entries, and symmetric `R` and `S`. It returns the scalings `(u, v)`, of the same shape.
#
# To check by hand: with $R = (1, 0; 2, 1)$, $S = (3)$ and $v = (1, 10)$: $Rv = (1, 12)$, times 3: (3, 36).

# %% id="w6_grid" role="solution"
def kernel_product(V, R, S):
    """Return the product of the kernel R ⊗ S with each map.

    Parameters
    ----------
    V : ndarray, shape (n, rows * columns)
        In column order.
    R : ndarray, shape (rows, rows)
    S : ndarray, shape (columns, columns)

    Returns
    -------
    ndarray, shape (n, rows * columns)
    """
    ### BEGIN SOLUTION
    by_column = V.reshape(len(V), len(S), len(R))
    return (S @ by_column @ R.T).reshape(len(V), -1)
    ### END SOLUTION


def sinkhorn_grid(a, b, R, S, iterations):
    """Return the scalings after some iterations of Sinkhorn's algorithm, for many pairs of maps at once.

    Parameters
    ----------
    a, b : ndarray, shape (n, rows * columns)
        In column order, all entries positive.
    R : ndarray, shape (rows, rows)
    S : ndarray, shape (columns, columns)
        Both symmetric.
    iterations : int

    Returns
    -------
    tuple (u, v) : ndarrays, shape (n, rows * columns)
    """
    ### BEGIN SOLUTION
    v = np.ones_like(b)
    for _ in range(iterations):
        u = a / kernel_product(v, R, S)
        v = b / kernel_product(u, R, S)
    return u, v
    ### END SOLUTION

# %% Two rows, one column id="w6_grid_public" role="test" points=1
with checks.question("w6_grid_public") as check:
    with check("R = (1, 0; 2, 1), S = (3), v = (1, 10): (3, 36)"):
        checks.close(kernel_product(np.array([[1.0, 10.0]]), np.array([[1.0, 0.0], [2.0, 1.0]]), np.array([[3.0]])), [[3.0, 36.0]], name="kernel_product", mistakes={"R is transposed": [[63.0, 30.0]]})
    with check("R = (1), S = (1, 0; 2, 1), v = (1, 10): (1, 12)"):
        checks.close(kernel_product(np.array([[1.0, 10.0]]), np.array([[1.0]]), np.array([[1.0, 0.0], [2.0, 1.0]])), [[1.0, 12.0]], name="kernel_product", mistakes={"S is transposed": [[21.0, 10.0]]})
    R, S = np.array([[1.0, 0.5], [0.5, 1.0]]), np.array([[1.0, 0.5, 0.0], [0.5, 1.0, 0.5], [0.0, 0.5, 1.0]])
    with check("two maps on 2 rows and 3 columns, one unit each: in row 0, column 0, and in row 1, column 1"):
        units = np.zeros((2, 6))
        units[0, 0] = units[1, 3] = 1
        checks.close(kernel_product(units, R, S), [[1.0, 0.5, 0.5, 0.25, 0.0, 0.0], [0.25, 0.5, 0.5, 1.0, 0.25, 0.5]], name="kernel_product", hint="column order: a map's grid is v.reshape(columns, rows), transposed; R works on rows, S on columns, and the result goes back into column order. Compare with np.kron(S, R) @ v")
    with check("two pairs of maps on 2 rows and 3 columns, two iterations"):
        a, b = np.array([[1.0, 2, 3, 4, 5, 6], [6.0, 1, 1, 1, 1, 2]]) / [[21], [12]], np.array([[1.0, 1, 1, 1, 1, 1], [1.0, 4, 1, 4, 1, 1]]) / [[6], [12]]
        whole, right = np.kron(S, R), []
        for row in range(2):
            v = np.ones(6)
            for _round in range(2):
                u = a[row] / (whole @ v)
                v = b[row] / (whole @ u)
            right.append((u, v))
        u, v = sinkhorn_grid(a, b, R, S, 2)
        checks.close(u, [one for one, _ in right], name="u", rtol=1e-6, hint="u from v = 1 and a, then v from that u and b; each pair of maps by itself, as many times as iterations says")
        checks.close(v, [one for _, one in right], name="v", rtol=1e-6)

# %% The product id="w6_grid_product" role="hidden" points=2.5
# Hint: Column order where rows and columns differ, kernels that are not symmetric, several maps. Compare with np.kron(S, R) @ v.
with checks.question("w6_grid_product") as check:
    rng = checks.rng("w6 product")
    for n, rows, columns in [(3, 4, 5), (1, 6, 2), (2, 20, 20)]:
        with check(f"{n} maps of {rows} × {columns}"):
            R, S, V = rng.uniform(size=(rows, rows)), rng.uniform(size=(columns, columns)), rng.uniform(size=(n, rows * columns))
            checks.close(kernel_product(V.copy(), R.copy(), S.copy()), V @ np.kron(S, R).T, name="kernel_product", rtol=1e-6)

# %% The scalings id="w6_grid_scalings" role="hidden" points=2.5
# Hint: Each pair by itself, u first; also grids with different numbers of rows and columns.
with checks.question("w6_grid_scalings") as check:
    rng = checks.rng("w6 scalings")
    for n, rows, columns, iterations in [(3, 3, 4, 1), (2, 5, 2, 6)]:
        with check(f"{n} pairs of {rows} × {columns}, {iterations} iterations"):
            R, S = (np.exp(-2 * (np.arange(size)[:, None] - np.arange(size)) ** 2 / size) for size in (rows, columns))
            a, b = (rng.dirichlet(np.full(rows * columns, 2.0), n) for _ in range(2))
            kernel, wanted = np.kron(S, R), []
            for row in range(n):
                v = np.ones(rows * columns)
                for _round in range(iterations):
                    u = a[row] / (kernel @ v)
                    v = b[row] / (kernel.T @ u)
                wanted.append((u, v))
            u, v = sinkhorn_grid(a.copy(), b.copy(), R.copy(), S.copy(), iterations)
            checks.close(u, np.stack([one for one, _ in wanted]), name="u", rtol=1e-6)
            checks.close(v, np.stack([one for _, one in wanted]), name="v", rtol=1e-6)

# %% [markdown]
# **Look.** As many iterations for the same pairs of maps: POT's `ot.sinkhorn`, pair by pair with a kernel of 400 × 400 (it sets the column sums right first, so plans agree as far as both have converged), and yours, all at once. Timings vary from run to run; the ratio is what counts.

# %%
epsilon, rounds = 0.05, 20
along = np.exp(-cost_matrix(20, 1) / epsilon)  # 20 × 20, for rows and for columns
left, right = targets[train_rows[:pairs]], targets[train_rows[pairs : 2 * pairs]]
began = time.perf_counter()
by_pot = np.array([ot.sinkhorn(a, b, cost, epsilon, numItermax=rounds, stopThr=0, warn=False) for a, b in zip(left, right, strict=True)])
middle = time.perf_counter()
u, v = sinkhorn_grid(left, right, along, along, rounds)
ended = time.perf_counter()
plans = u[:, :, None] * np.exp(-cost / epsilon) * v[:, None]
print(f"{pairs} pairs, {rounds} iterations: POT {1000 * (middle - began):.0f} ms, on the grid {1000 * (ended - middle):.0f} ms, ratio {(middle - began) / (ended - middle):.0f}")
print(f"largest difference of the plans: {np.abs(by_pot - plans).max():.1e}")

# %% [markdown] id="w7_gradient" role="statement"
# ### Question 7: the gradient without unrolling (4 points)
#
# Let $W(a, b)$ be the least entropic cost. By duality it is $\langle f, a\rangle + \langle g, b\rangle$ with the potentials of the last plan, and its gradient by $a$ is $f$, up to a constant that does not matter when all shares sum to 1: they make the
# dual, $\langle f, a\rangle + \langle g, b\rangle - \varepsilon \sum_{ij} e^{(f_i + g_j - C_{ij})/\varepsilon} + \varepsilon$, as large as can be, so what they do when $a$ moves has no effect (Danskin's theorem); the last two terms cancel there. No iteration needs to be remembered. What is left is softmax, $a = p = \operatorname{softmax}(z)$.
#
# **Task.** Write
#
# 1. `dual_value(f, g, a, b)`: $\langle f, a\rangle + \langle g, b\rangle$, for one pair, with `anp`,
# 2. `gradient_by_potentials(p, f)`: for maps `p` and potentials `f`, both (n, k), the gradient by the logits `z` (n, k) of the **mean** over the rows of $W(p, t)$. Without autograd.
#
# To check by hand: for $p = (¼, ¾)$ and $f = (4, 8)$ in one row: $\langle p, f\rangle = 7$, so the gradient is (¼ · (4 − 7), ¾ · (8 − 7)) = (−0.75, 0.75).

# %% id="w7_gradient" role="solution"
def dual_value(f, g, a, b):
    """Return the value of the dual problem.

    Parameters
    ----------
    f, a : ndarray, shape (k,)
    g, b : ndarray, shape (m,)

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return anp.sum(f * a) + anp.sum(g * b)
    ### END SOLUTION


def gradient_by_potentials(p, f):
    """Return the gradient of the mean entropic cost by the logits.

    Parameters
    ----------
    p : ndarray, shape (n, k)
        Predicted shares, softmax of the logits.
    f : ndarray, shape (n, k)
        The potentials that belong to p.

    Returns
    -------
    ndarray, shape (n, k)
    """
    ### BEGIN SOLUTION
    return p * (f - np.sum(p * f, axis=1, keepdims=True)) / len(p)
    ### END SOLUTION

# %% Two cells id="w7_gradient_public" role="test" points=1
with checks.question("w7_gradient_public") as check:
    with check("p = (¼, ¾), f = (4, 8): (−0.75, 0.75)"):
        checks.close(gradient_by_potentials(np.array([[0.25, 0.75]]), np.array([[4.0, 8.0]])), [[-0.75, 0.75]], name="gradient_by_potentials", mistakes={
            "this is the gradient by p; softmax comes before it": [[4.0, 8.0]],
            "what one logit does to the other shares is missing": [[1.0, 6.0]],
            "the mean of f is taken without the shares": [[-0.5, 1.5]],
            "the sign is wrong": [[0.75, -0.75]],
        })
    with check("a constant added to f changes nothing"):
        p, f = np.array([[0.25, 0.75]]), np.array([[4.0, 8.0]])
        checks.close(gradient_by_potentials(p, f + 100), [[-0.75, 0.75]], name="gradient_by_potentials")
    with check("two rows, p = (¼, ¾) in both, f = (4, 8) and (0, 0): half of that, and 0"):
        checks.close(gradient_by_potentials(np.array([[0.25, 0.75], [0.25, 0.75]]), np.array([[4.0, 8.0], [0.0, 0.0]])), [[-0.375, 0.375], [0.0, 0.0]], name="gradient_by_potentials", atol=1e-9, mistakes={"not divided by the number of rows": [[-0.75, 0.75], [0.0, 0.0]]}, hint="each row has a mean ⟨p, f⟩ of its own: sum along axis=1, keepdims=True")
    with check("autograd gets through dual_value"):
        checks.close(checks.hips_gradient(dual_value, np.array([1.0, 2.0]), np.array([3.0, 5.0]), np.array([0.25, 0.75]), np.array([0.5, 0.5]))[0], [0.25, 0.75], name="its gradient by f", hint="functions of anp, and no float()")
    with check("dual_value: 1·¼ + 2·¾ + 3·½ + 5·½ = 5.75"):
        checks.close(dual_value(np.array([1.0, 2.0]), np.array([3.0, 5.0]), np.array([0.25, 0.75]), np.array([0.5, 0.5])), 5.75, name="dual_value", mistakes={"products are missing: f goes with a, g with b": 5.5})

# %% Several maps id="w7_gradient_other" role="hidden" points=3
# Hint: The mean over n rows; each row by itself; entries of a row sum to 0. dual_value lets autograd through.
with checks.question("w7_gradient_other") as check:
    rng = checks.rng("w7")
    for n, k in [(3, 5), (1, 40)]:
        with check(f"{n} rows of {k}"):
            p, f = rng.dirichlet(np.ones(k), n), rng.normal(size=(n, k))
            right = np.stack([(np.diag(p[row]) - np.outer(p[row], p[row])) @ f[row] for row in range(n)]) / n
            checks.close(gradient_by_potentials(p.copy(), f.copy()), right, name="gradient_by_potentials", rtol=1e-6, atol=1e-12)
    with check("dual_value, different numbers of cells, and its gradient by f"):
        f, g, a, b = rng.normal(size=4), rng.normal(size=3), rng.dirichlet(np.ones(4)), rng.dirichlet(np.ones(3))
        checks.close(dual_value(f.copy(), g.copy(), a.copy(), b.copy()), float(f @ a + g @ b), name="dual_value", rtol=1e-6)
        checks.close(checks.hips_gradient(dual_value, f, g, a.copy(), b.copy())[0], a, name="its gradient by f", rtol=1e-6)
        checks.close(checks.hips_gradient(standins.by_second, g, dual_value, f, a.copy(), b.copy())[0], b, name="its gradient by g", rtol=1e-6)

# %% [markdown]
# **Look.** Both ways side by side, for one pair of maps and 100 iterations: autograd goes back through all of them; the potentials need none. With one iteration the potentials are not yet right, and the two differ.

# %%
z = np.log(west)[None, :]


def unrolled(z, rounds):
    """Return the dual value of one pair after some iterations."""
    shares = anp.exp(log_softmax(z))[0]
    f, g = sinkhorn_log(shares, east, cost, epsilon, rounds)
    return dual_value(f, g, shares, east)


for rounds_here in notebook.sized((1, 100), (1, 30)):
    began = time.perf_counter()
    through_all = grad(unrolled)(z, rounds_here)
    middle = time.perf_counter()
    f, _ = sinkhorn_log(west, east, cost, epsilon, rounds_here)
    by_potentials = gradient_by_potentials(west[None, :], f[None, :])
    ended = time.perf_counter()
    apart = np.linalg.norm(through_all - by_potentials) / np.linalg.norm(by_potentials)
    print(f"{rounds_here:3d} iterations: relative difference {apart:.1e}; through all of them {1000 * (middle - began):.0f} ms, by potentials {1000 * (ended - middle):.0f} ms")

# %% [markdown]
# ## Part 4: KL or Wasserstein?

# %% [markdown]
# Two networks from the same start, by plain gradient descent on all training pieces: one on KL, 320 updates with learning rate 1, one on the entropic cost W with ε = 0.05, 160 updates with learning rate 40. Both are watched by both losses. W may be negative: ε Σ P log P is. So ⟨P, C⟩ stands beside it in the table.

# %%
rng = np.random.default_rng(0)
start = [rng.uniform(-0.16, 0.16, (hidden_units, X_train.shape[1])), np.zeros((400, hidden_units))]
sides = cost_matrix(20, 1)
parts = ((X_train, train_rows), (X_validation, validation_rows))


def carried(shares, t):
    """Return the mean ⟨P, C⟩ and the mean entropic cost over pairs of maps."""
    u, v = sinkhorn_grid(shares, t, along, along, rounds)
    plain = np.sum(u * (kernel_product(v, along * sides, along) + kernel_product(v, along, along * sides))) / len(t)
    return float(plain), epsilon * float(np.sum(shares * np.log(u) + t * np.log(v))) / len(t)


def shares_of(params, X):
    """Return the maps that a network gives."""
    return np.exp(log_softmax(logits(params, X)))


def trained(slope, steps, lr, title):
    """Return the last parameters, and at every tenth update (updates, KL on both parts, W on both parts)."""
    watched, bar = [], notebook.progress(steps, title, "update")

    def look(params, updates, gradient):
        if updates % 10 == 0 or updates == steps:
            maps = [shares_of(params, X) for X, _ in parts]
            watched.append((updates, *[float(kl_loss(np.log(one), targets[rows])) for one, (_, rows) in zip(maps, parts, strict=True)], *[carried(one, targets[rows])[1] for one, (_, rows) in zip(maps, parts, strict=True)]))
        bar.update(updates < steps)

    params = sgd(slope, start, callback=look, num_iters=steps, step_size=lr, mass=0.0)
    look(params, steps, None)
    bar.close()
    return params, np.array(watched)


def wasserstein_slope(params, updates):
    """Return the gradient of the mean W by the weights: autograd for the network, potentials for Sinkhorn."""
    shares = shares_of(params, X_train)
    u, _ = sinkhorn_grid(shares, targets[train_rows], along, along, rounds)
    by_logits = gradient_by_potentials(shares, epsilon * np.log(u))
    return grad(lambda params: anp.sum(logits(params, X_train) * by_logits))(params)


kl_slope = grad(lambda params: kl_loss(log_softmax(logits(params, X_train)), targets[train_rows]))
runs = {
    "KL": trained(lambda params, updates: kl_slope(params), kl_steps, 1.0, "on KL"),
    "W": trained(wasserstein_slope, wasserstein_steps, 40.0, "on W"),
}

# %%
figure, axes = plt.subplots(2, 2, figsize=(11, 7.5), sharey="row")
for column, (name, (_, watched)) in enumerate(runs.items()):
    for row, label in enumerate(["KL(t‖p) (nats)", "W (squared sides of the map)"]):
        ax = axes[row, column]
        ax.plot(watched[:, 0], watched[:, 1 + 2 * row], color="#0072B2", label="training")
        ax.plot(watched[:, 0], watched[:, 2 + 2 * row], color="#D55E00", linestyle="--", label="validation")
        ax.set(xlabel="updates", ylabel=label, title=f"trained on {name}")
        ax.legend()
figure.suptitle(music.about)
plt.show()

# %%
centres = datasets.unit_vectors(*datasets.grid_centres())
distances = 2 * 6371 * np.arcsin(np.minimum(np.linalg.norm(centres[:, None] - centres, axis=-1) / 2, 1))


def errors(maps):
    """Return KL, ⟨P, C⟩, W and km (to the place of the least expected distance): each for training and validation."""
    columns = []
    for one, (_, rows) in zip(maps, parts, strict=True):
        guess, true = centres[(one @ distances).argmin(axis=1)], datasets.unit_vectors(*where[rows].T)
        km = 2 * 6371 * np.arcsin(np.minimum(np.linalg.norm(guess - true, axis=-1) / 2, 1))
        columns.append((float(kl_loss(np.log(one), targets[rows])), *carried(one, targets[rows]), float(km.mean())))
    return [number for both in zip(*columns, strict=True) for number in both]


def print_errors(name, maps):
    """Print one line of the table."""
    print(f"{name:12s}" + "".join(f"{number:{style}}" for number, style in zip(errors(maps), ["9.3f"] * 2 + ["9.4f"] * 4 + ["9.0f"] * 2, strict=True)))


print(f"{'trained':12s}{'KL (nats)':>18s}{'⟨P, C⟩':>18s}{'W':>18s}{'error (km)':>18s}\n{'on':12s}" + f"{'train':>9s}{'valid.':>9s}" * 4)
for name, (params, _) in runs.items():
    print_errors(name, [shares_of(params, X) for X, _ in parts])
print_errors("mean map", [np.tile(targets[train_rows].mean(0), (len(rows), 1)) for _, rows in parts])

# %% tags=["nbval-check-output"]
print("trained on KL, KL falls:", runs["KL"][1][-1, 1] < runs["KL"][1][0, 1])
print("trained on W, W falls:", runs["W"][1][-1, 3] < runs["W"][1][0, 3])

# %%
maps = {name: shares_of(params, X_validation) for name, (params, _) in runs.items()}
order = np.argsort(np.sum(targets[validation_rows] * np.log(targets[validation_rows] / maps["KL"]), axis=1))
figure, axes = plt.subplots(2, 3, figsize=(16, 6.4))
for line, k in zip(axes, [order[len(order) // 2], order[-len(order) // 10]], strict=True):
    plotting.plot_heatmap(targets[validation_rows[k]], f"true map of piece {validation_rows[k]}", place=where[validation_rows[k]], ax=line[0])
    for ax, (name, found) in zip(line[1:], maps.items(), strict=True):
        plotting.plot_heatmap(found[k], f"trained on {name}", place=where[validation_rows[k]], ax=ax)
figure.suptitle(f"Validation; {music.about}")
plt.show()

# %% [markdown]
# ## Part 5: without the bias, optional

# %% [markdown] id="w8_debiased" role="statement"
# ### Question 8, optional: the Sinkhorn divergence (3 points on top)
#
# $W(a, b)$ is not least at $a = b$: a map that is blurred leaves the plan more entropy, and is cheaper. The *Sinkhorn divergence* (Genevay, Peyré & Cuturi 2018) takes that away:
#
# $$S(a, b) = W(a, b) - \tfrac12 W(a, a) - \tfrac12 W(b, b).$$
#
# **Task.**
#
# 1. `divergence(a, b, cost)`: $S(a, b)$, where `cost(a, b)` gives $W$.
# 2. `divergence_gradient(p, f_pt, f_pp, g_pp)`: the gradient by the logits `z`, $p = \operatorname{softmax}(z)$, of the mean over the n rows of $S(p, t)$. All arguments have shape (n, k): the maps, the first potential of $W(p, t)$, and both potentials of $W(p, p)$. (As $p$ is on both sides of
#    $W(p, p)$, its gradient by $p$ is $f_{pp} + g_{pp}$.)
#
# To check by hand: for $W(a, b) = 5$, $W(a, a) = 2$, $W(b, b) = 4$: $S = 2$. For $p = (¼, ¾)$, $f_{pt} = (4, 8)$, $f_{pp} = (2, 4)$ and $g_{pp} = (6, 2)$ the gradient by $p$ is $(4, 8) - (4, 3)$, and by the logits (−0.9375, 0.9375).

# %% id="w8_debiased" role="solution"
def divergence(a, b, cost):
    """Return the Sinkhorn divergence.

    Parameters
    ----------
    a, b : ndarray, shape (k,)
    cost : function
        (a, b) -> W.

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return cost(a, b) - cost(a, a) / 2 - cost(b, b) / 2
    ### END SOLUTION


def divergence_gradient(p, f_pt, f_pp, g_pp):
    """Return the gradient of the mean Sinkhorn divergence by the logits.

    Parameters
    ----------
    p, f_pt, f_pp, g_pp : ndarray, shape (n, k)

    Returns
    -------
    ndarray, shape (n, k)
    """
    ### BEGIN SOLUTION
    by_p = f_pt - (f_pp + g_pp) / 2
    return p * (by_p - np.sum(p * by_p, axis=1, keepdims=True)) / len(p)
    ### END SOLUTION

# %% Small numbers id="w8_debiased_public" role="test" points=1
with checks.question("w8_debiased_public") as check:
    with check("cost(a, b) = Σ a·|a − b| + Σ a²: S is 0 for equal maps, and 0.3125 for (¾, ¼) and (½, ½)"):
        three, half = np.array([0.75, 0.25]), np.array([0.5, 0.5])
        checks.close(divergence(half, half, standins.uneven_cost), 0.0, name="divergence", atol=1e-12, mistakes={"W(a, a) and W(b, b) are taken off whole": -0.5})
        checks.close(divergence(three, half, standins.uneven_cost), 0.3125, name="divergence", mistakes={"this is W": 0.875, "W(a, a) alone is taken off": 0.25, "a and b are exchanged in W(a, b)": 0.1875})
    with check("two rows: the mean"):
        p = np.array([[0.25, 0.75], [0.5, 0.5]])
        checks.close(divergence_gradient(p, np.array([[4.0, 8.0], [1.0, 1.0]]), np.array([[2.0, 4.0], [0.0, 0.0]]), np.array([[6.0, 2.0], [0.0, 0.0]])), [[-0.46875, 0.46875], [0.0, 0.0]], name="divergence_gradient", atol=1e-9, mistakes={"not divided by the number of rows": [[-0.9375, 0.9375], [0.0, 0.0]]})
    with check("f_pt = (4, 8), f_pp = (2, 4), g_pp = (6, 2): (−0.9375, 0.9375)"):
        p = np.array([[0.25, 0.75]])
        checks.close(divergence_gradient(p, np.array([[4.0, 8.0]]), np.array([[2.0, 4.0]]), np.array([[6.0, 2.0]])), [[-0.9375, 0.9375]], name="divergence_gradient", mistakes={
            "f_pp alone is taken off": [[-0.375, 0.375]],
            "f_pp + g_pp is taken off, without the half": [[-1.125, 1.125]],
            "nothing is taken off": [[-0.75, 0.75]],
        })

# %% Other numbers id="w8_debiased_other" role="hidden" points=2
# Hint: Half of both self-costs is taken off; the gradient by p of half W(p, p) is half the sum of both potentials. Then softmax, and the mean over rows.
with checks.question("w8_debiased_other") as check:
    rng = checks.rng("w8")
    with check("divergence, for a cost that is not symmetric"):
        a, b = rng.dirichlet(np.ones(5)), rng.dirichlet(np.ones(5))
        right = np.abs(a - b) @ a + a @ a / 2 - b @ b / 2
        checks.close(divergence(a, b, standins.uneven_cost), float(right), name="divergence", rtol=1e-6)
    with check("divergence, for a cost with which it is below 0"):
        checks.close(divergence(np.full(5, 0.2), np.eye(5)[0], standins.uneven_cost), -0.08, name="divergence", rtol=1e-6)
    with check("the gradient, 3 rows of 6"):
        p, first, second, third = rng.dirichlet(np.ones(6), 3), *rng.normal(size=(3, 3, 6))
        by_p = first - 0.5 * second - 0.5 * third
        right = np.stack([(np.diag(p[row]) - np.outer(p[row], p[row])) @ by_p[row] for row in range(3)]) / 3
        checks.close(divergence_gradient(p, first, second, third), right, name="divergence_gradient", rtol=1e-6, atol=1e-12)

# %% [markdown]
# **Look.** A third network, trained on S, and its line of the table; then one piece on which the three differ. (Costs below ε hardly matter to S: how large a detail of a map is that?)

# %%
def divergence_slope(params, updates):
    """Return the gradient of the mean S by the weights."""
    shares = shares_of(params, X_train)
    f_pt = epsilon * np.log(sinkhorn_grid(shares, targets[train_rows], along, along, rounds)[0])
    f_pp, g_pp = (epsilon * np.log(one) for one in sinkhorn_grid(shares, shares, along, along, rounds))
    by_logits = divergence_gradient(shares, f_pt, f_pp, g_pp)
    return grad(lambda params: anp.sum(logits(params, X_train) * by_logits))(params)


runs["S"] = trained(divergence_slope, wasserstein_steps, 40.0, "on S")
print("the columns of the table in part 4: KL, ⟨P, C⟩, W and km, each for training and validation")
print_errors("S", [shares_of(runs["S"][0], X) for X, _ in parts])
k = order[len(order) // 2]
figure, axes = plt.subplots(1, 3, figsize=(16, 3.4))
for ax, (name, (params, _)) in zip(axes, runs.items(), strict=True):
    plotting.plot_heatmap(shares_of(params, X_validation[[k]])[0], f"trained on {name}", place=where[validation_rows[k]], ax=ax)
figure.suptitle(f"Piece {validation_rows[k]}, validation; {music.about}")
plt.show()

# %% [markdown]
# ## The report

# %% [markdown] id="w9_report" role="statement"
# ### Question 9: report on the project (10 points, read by a person)
#
# **Task.** Report on all three notebooks, in one or two pages that somebody who has not seen them can follow. Use the numbers and curves of your runs, and say which data they are from. It has these parts:
#
# 1. **The task and the data** (1 point): what is predicted from what, how rows were split and scaled, what is odd about the features and the places.
# 2. **The models** (2 points): formulas of the networks and losses, sizes, steps, learning rates, and what one update costs: how does it grow with the pieces n, the units p and the cells k?
# 3. **Errors against updates** (2 points): a table of training and validation error at the last update, and at the best where the notebook gives it, for **every** model (coordinates; KL without and with the constant feature; Wasserstein), each in its own loss and, for validation, in km. Beside them
#    the guesses that do not listen and the forest, from `coordinates`. Describe the curves.
# 4. **KL or Wasserstein** (2 points): which network is better by which measure, and why? What does each loss do where the network is not sure?
# 5. **The feature that is always 1** (1 point): `heatmaps` trains without and with it, this notebook with it. What does it change, and why?
# 6. **What you would do next** (2 points): two proposals with a reason from your results, one of them tried, with its numbers.

# %% The report [markdown] id="w9_report_text" role="manual" points=10
# ### BEGIN SOLUTION
# *The task and the data.* 1059 pieces of music from 33 places, each with 116 features of its sound, are to be placed on Earth. All numbers are from the real data (UCI data set 315), seed 0: 847 pieces to train on, 212 to validate on; features are scaled by mean and deviation of the training
# rows. 44 of the 116 columns repeat others, and places are main towns of countries, unevenly spread, most of them in the north.
#
# *The models.* Coordinates: $f(x) = c + r \odot \tanh(A_2 \tanh(A_1 x))$ with 32 units, mean great-circle distance, 600 updates, learning rate 1.5e-5. Heat-maps: $\operatorname{softmax}(A_2 \tanh(A_1 x))$ with 128 units and 400 cells, mean KL(t‖p), 400 updates, rate 1. Wasserstein: the same network and the constant
# feature, entropic cost with ε = 0.05 and 20 Sinkhorn iterations on the grid, 160 updates, rate 40. An update costs about 3 n p (116 + k) multiplications: linear in n, p and, for many cells, in k. Sinkhorn adds n · 2 · 20 products of 2 k^{3/2} each, by the separable kernel, in place of k².
#
# *Errors against updates.*
#
# | model | own loss: training; validation | km, validation |
# |---|---|---|
# | mean of the coordinates, geometric median | – | 4872, 4674 |
# | random forest on unit vectors | – | 3567 |
# | coordinates | training 2684 km (2962 at the best); validation: next column | 4423 (best 4348) |
# | heat-maps, KL, 400 updates | 0.555; 1.581 (1.578 at 355) | 3781 (nearest place, best) |
# | with the constant feature | 0.489; 1.182 (1.175 at 309) | 3407 |
# | KL, 320 updates, with it | 0.592; 1.181 | 3410 |
# | W | −0.3465; −0.3385 | 4003 |
# | mean map | KL 1.515; 1.601. W −0.3240; −0.3198 | 4736 |
#
# All training losses fall to the end. Validation losses flatten early: KL after some 300 updates, at twice the training loss; W after 40, close to it: a blurred map cannot learn pieces by heart.
#
# *KL or Wasserstein.* Each network is best by its own loss: KL 1.18 against 1.63, W −0.339 against −0.310. In km and by ⟨P, C⟩ the KL network wins. W is least for a map that is blurred by the kernel, so its maps are wide; where it is not sure it takes one wide hill in between, since squared distances are averaged. KL
# asks for a share at each place that is possible, so it shows several hills.
#
# *The constant feature.* Without it the network gives the uniform map at x = 0 and learns with effort what all pieces share. With it KL falls from 1.58 to 1.18, and the error from 3781 to 3407 km, less than the forest's.
#
# *Next.* Fewer repeated columns: ... (tried, with numbers). The Sinkhorn divergence in place of W, since it is not blurred: ⟨P, C⟩ on validation falls from 0.070 to 0.040, below the KL network's 0.051, while KL rises to 7.9: it puts nearly all in one cell. With ε = 0.05, S hardly sees details smaller than √ε = 0.22 sides of the map; a smaller ε, with more iterations, is what to try next.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: what is predicted from what; split and scaling (training rows alone); repeated columns, 33 uneven places. Says which data were in use.
# 2 points: formulas, sizes, steps and rates (1); the cost of an update and how it grows: linear in n and p, linear in k for the network, k^{3/2} or k² for Sinkhorn (1).
# 2 points: the table with all three models, in their own loss (training and validation, last and best) and km, beside guesses and forest (1); curves described: where validation parts from training (1).
# 2 points: each network by each measure, in numbers (1); why: several hills or one in between, blur of the entropy, KL without bound (1).
# 1 point: the constant feature with numbers, and a bias or the map at x = 0 as the reason.
# 2 points: two proposals with a reason from the results (1); one of them tried, with its numbers (1).
# ### END MARK SCHEME

# %% [markdown]
# ## Before you hand in

# %% role="handin"
