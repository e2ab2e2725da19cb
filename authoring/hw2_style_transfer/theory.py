# %% [markdown]
# # Theory: a small network, covers and search
#
# **Assignment 2, notebook `theory`, 60 points.** You differentiate a network with one hidden layer by hand and turn the result into a program, count how many points it takes to come
# close to everything, and find out why nobody tunes ten hyperparameters on a grid.
#
# How to answer here:
#
# - Formulas are typed in [SymPy](https://docs.sympy.org), a library for algebra: `2*(p_j - y_j)` means $2(p_j - y_j)$. **Every equal form is right**: factored, expanded, with
#   `sp.Rational(1, 2)` or `0.5`. A power is `**`, products need their `*`, and $\lceil x\rceil$ is `sp.ceiling(x)`.
# - Below each answer a cell shows your formulas as mathematics: look whether they say what you mean. The check comes after it.
# - Some questions are read by a person. Type them as text; formulas go between dollar signs.
# - Hidden checks test the rest of each answer when your work is graded. Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import matplotlib.pyplot as plt
import numpy as np
import sympy as sp
from fractions import Fraction
from course_lib import checks, plotting, theory

# %% [markdown] role="given"
# The symbols, so that all of you write the same letters. Do not give these names other values; if you did, run this cell again.

# %% role="given"
p_j, y_j, h_k, x_k = sp.symbols("p_j y_j h_k x_k", real=True)  # entries of p, y, h and x
W_ij, W_ji = sp.symbols("W_ij W_ji", real=True)  # entries of the second layer's weights
delta_ij = sp.Symbol("delta_ij", real=True)  # 1 if i = j, else 0
D, H, K = sp.symbols("D H K", positive=True)  # how many entries x, h and p have
eps, V = sp.symbols("epsilon V", positive=True)  # the distance ε (printed as epsilon), and a volume
d, q, n, B = sp.symbols("d q n B", positive=True)  # dimensions, configurations, values, budget

# %% [markdown]
# ## Part 1: a network with one hidden layer
#
# $$q = W^{(1)} x + b^{(1)}, \qquad h = \max(q, 0) \text{ entry by entry}, \qquad p = W^{(2)} h + b^{(2)}, \qquad L = (p - y)^\top (p - y)$$
#
# with $x \in \mathbb{R}^D$, $q, h \in \mathbb{R}^H$ and $p, y \in \mathbb{R}^K$. We want the derivative of $L$ by all weights. *Kronecker's delta* $\delta_{ij}$ is 1 if $i = j$ and 0
# otherwise; it says which entry depends on which: $\partial x_i / \partial x_j = \delta_{ij}$.

# %% [markdown] id="n1_output" role="statement"
# ### Question 1: the output layer (5 points)
#
# **Task.** Work backwards from $L$. Answer with `p_j`, `y_j`, `h_k`, `W_ij`, `W_ji` (entries of $W^{(2)}$) and `delta_ij`.
#
# 1. `dL_dpj`: $\partial L / \partial p_j$.
# 2. `dpi_dWjk`: $\partial p_i / \partial W^{(2)}_{jk}$, which is not 0 for one $i$ only.
# 3. `dL_dWjk`: $\partial L / \partial W^{(2)}_{jk} = \sum_i (\partial L / \partial p_i)(\partial p_i / \partial W^{(2)}_{jk})$, with the sum carried out.
# 4. `dL_dbj`: $\partial L / \partial b^{(2)}_j$.
# 5. `dpi_dhj`: $\partial p_i / \partial h_j$.
#
# To check by hand: with one output and one hidden unit, $p = 2\cdot 3 + 1 = 7$ and $y = 5$, $L = 4$; raising the weight 2 to 2.001 raises $p$ by 0.003 and $L$ by about 0.012.

# %% id="n1_output" role="solution"
# dL_dpj : formula, the derivative of L by p_j
# dpi_dWjk : formula, of p_i by the weight W⁽²⁾ in row j, column k
# dL_dWjk : formula, of L by that weight
# dL_dbj : formula, of L by the offset b⁽²⁾_j
# dpi_dhj : formula, of p_i by h_j
### BEGIN SOLUTION
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ij
### END SOLUTION

# %%
theory.show(dL_dpj=r"\frac{\partial L}{\partial p_j}", dpi_dWjk=r"\frac{\partial p_i}{\partial W^{(2)}_{jk}}",
            dL_dWjk=r"\frac{\partial L}{\partial W^{(2)}_{jk}}", dL_dbj=r"\frac{\partial L}{\partial b^{(2)}_j}", dpi_dhj=r"\frac{\partial p_i}{\partial h_j}")

# %% The loss by an output, and what is not needed id="n1_output_public" role="test" points=1
with checks.question("n1_output_public") as check:
    point = {"p_j": 7, "y_j": 4, "h_k": 5, "W_ij": 11, "W_ji": 13, "delta_ij": 1}
    with check("dL_dpj at p_j = 7, y_j = 4: 6"):
        checks.formula_at(dL_dpj, point, 6, name="dL_dpj", mistakes={
            "the 2 from the square is missing": 3,
            "the sign: L grows when p_j moves away from y_j": -6,
            "this is the term of L itself": 9,
        })
    with check("the others are formulas in these symbols"):
        for name, value in [("dpi_dWjk", dpi_dWjk), ("dL_dWjk", dL_dWjk), ("dL_dbj", dL_dbj), ("dpi_dhj", dpi_dhj)]:
            checks.formula_in(value, set(point), name=name)

# %% An output by a weight id="n1_output_weight" role="hidden" points=1
# Hint: Row j of the weights makes p_j alone. So p_i depends on that weight only if i = j, and then the weight stands before h_k.
with checks.question("n1_output_weight") as check:
    delta_ij, h_k = sp.symbols("delta_ij h_k")
    others = {name: (-2, 2) for name in ("p_j", "y_j", "h_k", "W_ij", "W_ji")}
    for value in (0, 1):
        with check("i = j" if value else "i and j different"):
            checks.formula(dpi_dWjk, delta_ij * h_k, name="dpi_dWjk", domain=others | {"delta_ij": (value, value)})

# %% The loss by a weight id="n1_output_chain" role="hidden" points=1
# Hint: The sum over i has one term that is not 0: i = j. No delta is left after the sum.
with checks.question("n1_output_chain") as check:
    p_j, y_j, h_k = sp.symbols("p_j y_j h_k")
    with check("dL_dWjk"):
        everywhere = {name: (-2, 2) for name in ("p_j", "y_j", "h_k", "W_ij", "W_ji", "delta_ij")}
        checks.formula(dL_dWjk, 2 * (p_j - y_j) * h_k, name="dL_dWjk", domain=everywhere)

# %% The loss by an offset id="n1_output_offset" role="hidden" points=1
# Hint: An offset is a weight whose input is always 1.
with checks.question("n1_output_offset") as check:
    p_j, y_j = sp.symbols("p_j y_j")
    with check("dL_dbj"):
        everywhere = {name: (-2, 2) for name in ("p_j", "y_j", "h_k", "W_ij", "W_ji", "delta_ij")}
        checks.formula(dL_dbj, 2 * (p_j - y_j), name="dL_dbj", domain=everywhere)

# %% An output by a hidden unit id="n1_output_hidden" role="hidden" points=1
# Hint: Write p_i as a sum over k and differentiate by h_j: one term is left. Which row, which column?
with checks.question("n1_output_hidden") as check:
    with check("dpi_dhj"):
        everywhere = {name: (-2, 2) for name in ("p_j", "y_j", "h_k", "W_ij", "W_ji", "delta_ij")}
        checks.formula(dpi_dhj, sp.Symbol("W_ij"), name="dpi_dhj", domain=everywhere)

# %% [markdown] id="n2_relu" role="statement"
# ### Question 2: through the ReLU (3 points)
#
# Sums over indices are products with matrices: $\partial L/\partial h_i = \sum_j (\partial L/\partial p_j)\, W^{(2)}_{ji}$ for all $i$ at once is one line of NumPy. The ReLU lets a derivative
# through where $q_i > 0$ and stops it where $q_i < 0$. One finds it written as $\max(q, 0)/q$, but that is 0/0 at $q = 0$. The derivative does not exist there, and libraries differ
# (0, ½ and 1 all occur). **Here it is 0 at $q = 0$.**
#
# **Task.** Write three functions:
#
# 1. `relu_derivative(q)`: $\partial h_i / \partial q_i$ for every entry, for arrays of any shape.
# 2. `grad_h(p, y, W2)`: $\partial L / \partial h$.
# 3. `grad_q(p, y, W2, q)`: $\partial L / \partial q$.
#
# To check by hand: with $W^{(2)} = \begin{pmatrix} 1 & 0 & 2\\ 1 & 1 & -1\end{pmatrix}$, $p = (3, 1)$ and $y = (1, 2)$: $2(p - y) = (4, -2)$, and the columns of $W^{(2)}$ give
# $\partial L/\partial h = (4 - 2,\ -2,\ 8 + 2) = (2, -2, 10)$.

# %% id="n2_relu" role="solution"
def relu_derivative(q):
    """Return the derivative of max(q, 0): 1 where q > 0, else 0.

    Parameters
    ----------
    q : ndarray of any shape

    Returns
    -------
    ndarray of the same shape
    """
    ### BEGIN SOLUTION
    return np.where(q > 0, 1.0, 0.0)
    ### END SOLUTION


def grad_h(p, y, W2):
    """Return ∂L/∂h.

    Parameters
    ----------
    p, y : ndarray, shape (K,)
    W2 : ndarray, shape (K, H)

    Returns
    -------
    ndarray, shape (H,)
    """
    ### BEGIN SOLUTION
    return W2.T @ (2 * (p - y))
    ### END SOLUTION


def grad_q(p, y, W2, q):
    """Return ∂L/∂q.

    Parameters
    ----------
    p, y : ndarray, shape (K,)
    W2 : ndarray, shape (K, H)
    q : ndarray, shape (H,)

    Returns
    -------
    ndarray, shape (H,)
    """
    ### BEGIN SOLUTION
    return grad_h(p, y, W2) * relu_derivative(q)
    ### END SOLUTION

# %% The example above id="n2_relu_public" role="test" points=1
with checks.question("n2_relu_public") as check:
    p, y, W2 = np.array([3.0, 1.0]), np.array([1.0, 2.0]), np.array([[1.0, 0.0, 2.0], [1.0, 1.0, -1.0]])
    with check("relu_derivative(−1, 0, 2) = (0, 0, 1)"):
        checks.close(relu_derivative(np.array([-1.0, 0.0, 2.0])), [0.0, 0.0, 1.0], name="relu_derivative", mistakes={
            "at q = 0 it is 0 here": [0.0, 1.0, 1.0],
            "at q = 0 it is 0 here, not ½": [0.0, 0.5, 1.0],
            "this is max(q, 0) itself": [0.0, 0.0, 2.0],
        }, hint="where it is NaN, you divided 0 by 0")
    with check("grad_h: (2, −2, 10)"):
        with checks.unchanged(p=p, y=y, W2=W2):
            checks.close(grad_h(p, y, W2), [2.0, -2.0, 10.0], name="grad_h", mistakes={
                "the 2 from the square is missing": [1.0, -1.0, 5.0],
                "the sign": [-2.0, 2.0, -10.0],
            })
    with check("grad_q with q = (−1, 0, 2): (0, 0, 10)"):
        p, y, W2 = np.array([3.0, 1.0]), np.array([1.0, 2.0]), np.array([[1.0, 0.0, 2.0], [1.0, 1.0, -1.0]])
        checks.close(grad_q(p, y, W2, np.array([-1.0, 0.0, 2.0])), [0.0, 0.0, 10.0], name="grad_q", mistakes={
            "multiplied by max(q, 0), not by its derivative": [0.0, 0.0, 20.0],
            "the ReLU is not used": [2.0, -2.0, 10.0],
            "at q = 0 the ReLU's derivative is 0 here": [0.0, -2.0, 10.0],
        }, hint="where q is at most 0, nothing passes")

# %% The ReLU's derivative everywhere id="n2_relu_derivative" role="hidden" points=1
# Hint: Large, tiny and negative entries, entries that are exactly 0, and arrays with several axes.
with checks.question("n2_relu_derivative") as check:
    rng = checks.rng("n2 relu")
    with check("tiny, large and zero"):
        q = np.array([1e-300, -1e-300, 0.0, -0.0, 1e300, -1e300])
        checks.close(relu_derivative(q), [1.0, 0.0, 0.0, 0.0, 1.0, 0.0], name="relu_derivative")
    for shape in [(1,), (3, 4), (2, 1, 3)]:
        with check(f"shape {shape}"):
            q = rng.uniform(-2, 2, shape)
            q = q * rng.integers(0, 2, shape)
            right = np.heaviside(q, 0.0)
            checks.close(relu_derivative(q), right, name="relu_derivative")

# %% Other sizes id="n2_relu_backward" role="hidden" points=1
# Hint: Which axis of W2 belongs to the outputs? Try K ≠ H, and one output or one hidden unit.
with checks.question("n2_relu_backward") as check:
    rng = checks.rng("n2 backward")
    for outputs, hidden in [(2, 3), (4, 2), (1, 3), (3, 1)]:
        with check(f"K = {outputs}, H = {hidden}"):
            p, y, W2, q = rng.normal(size=outputs), rng.normal(size=outputs), rng.normal(size=(outputs, hidden)), rng.normal(size=hidden)
            q[0] = 0.0
            right = np.array([sum(2 * (p[j] - y[j]) * W2[j, i] for j in range(outputs)) for i in range(hidden)])
            masked = right * np.heaviside(q, 0.0)
            checks.close(grad_h(p.copy(), y.copy(), W2.copy()), right, name="grad_h")
            checks.close(grad_q(p.copy(), y.copy(), W2.copy(), q.copy()), masked, name="grad_q")

# %% [markdown] id="n3_backprop" role="statement"
# ### Question 3: all of it (4 points)
#
# **Task.**
#
# 1. `dqi_dWjk`: $\partial q_i / \partial W^{(1)}_{jk}$, and `dqi_dbj`: $\partial q_i / \partial b^{(1)}_j$, in `delta_ij` and `x_k`.
# 2. Write `backprop(x, y, W1, b1, W2, b2)`. It runs the network forwards and backwards and returns $L$ and its four gradients. Each gradient has the shape of what it belongs to;
#    the arguments stay as they are. At $q_i = 0$ the ReLU's derivative is 0, as in question 2. You may use your functions from there.
#
# To check by hand: take $x = (1, 2)$, $W^{(1)} = \begin{pmatrix} 1 & 0\\ 0 & 1\\ 1 & -1\end{pmatrix}$, $b^{(1)} = (0, 0, 1)$, so $q = (1, 2, 0)$, and $W^{(2)}$ from question 2 with
# $b^{(2)} = (2, -2)$, so $p = (3, 1)$. With $y = (1, 2)$, $L = 5$.

# %% id="n3_backprop" role="solution"
# dqi_dWjk : formula in delta_ij, x_k: the derivative of q_i by the weight W⁽¹⁾ in row j, column k
# dqi_dbj : formula in delta_ij, x_k: the derivative of q_i by the offset b⁽¹⁾_j
### BEGIN SOLUTION
dqi_dWjk = delta_ij * x_k
dqi_dbj = delta_ij
### END SOLUTION


def backprop(x, y, W1, b1, W2, b2):
    """Return the loss and its gradients.

    Parameters
    ----------
    x : ndarray, shape (D,)
    y : ndarray, shape (K,)
    W1, b1 : ndarray, shapes (H, D) and (H,)
    W2, b2 : ndarray, shapes (K, H) and (K,)

    Returns
    -------
    tuple (L, dW1, db1, dW2, db2) : a float and four ndarrays with the shapes of W1, b1, W2, b2
    """
    ### BEGIN SOLUTION
    q = W1 @ x + b1
    h = np.maximum(q, 0)
    p = W2 @ h + b2
    residual = p - y
    dp = 2 * residual
    dq = (W2.T @ dp) * (q > 0)
    return residual @ residual, np.outer(dq, x), dq, np.outer(dp, h), dp
    ### END SOLUTION

# %%
theory.show(dqi_dWjk=r"\frac{\partial q_i}{\partial W^{(1)}_{jk}}", dqi_dbj=r"\frac{\partial q_i}{\partial b^{(1)}_j}")

# %% The example above id="n3_backprop_public" role="test" points=1
with checks.question("n3_backprop_public") as check:
    x, y = np.array([1.0, 2.0]), np.array([1.0, 2.0])
    W1, b1 = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, -1.0]]), np.array([0.0, 0.0, 1.0])
    W2, b2 = np.array([[1.0, 0.0, 2.0], [1.0, 1.0, -1.0]]), np.array([2.0, -2.0])
    with check("five results, and the arguments as before"):
        with checks.unchanged(x=x, y=y, W1=W1, b1=b1, W2=W2, b2=b2):
            checks.equal(len(backprop(x, y, W1, b1, W2, b2)), 5, name="how many results backprop has")
    x, y = np.array([1.0, 2.0]), np.array([1.0, 2.0])
    W1, b1 = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, -1.0]]), np.array([0.0, 0.0, 1.0])
    W2, b2 = np.array([[1.0, 0.0, 2.0], [1.0, 1.0, -1.0]]), np.array([2.0, -2.0])
    with check("L = 5"):
        checks.close(backprop(x, y, W1, b1, W2, b2)[0], 5.0, name="L", mistakes={"half of the sum of squares": 2.5})
    with check("dW2 = (4, 8, 0), (−2, −4, 0) and db2 = (4, −2)"):
        dW2, db2 = backprop(x, y, W1, b1, W2, b2)[3:]
        checks.close(dW2, [[4.0, 8.0, 0.0], [-2.0, -4.0, 0.0]], name="dW2", mistakes={"the 2 from the square is missing": [[2.0, 4.0, 0.0], [-1.0, -2.0, 0.0]]})
        checks.close(db2, [4.0, -2.0], name="db2", mistakes={"the 2 from the square is missing": [2.0, -1.0]})
    with check("dW1 = (2, 4), (−2, −4), (0, 0) and db1 = (2, −2, 0)"):
        dW1, db1 = backprop(x, y, W1, b1, W2, b2)[1:3]
        checks.close(dW1, [[2.0, 4.0], [-2.0, -4.0], [0.0, 0.0]], name="dW1", mistakes={
            "the third q is 0, where nothing passes": [[2.0, 4.0], [-2.0, -4.0], [10.0, 20.0]],
            "multiplied by h, not by the ReLU's derivative": [[2.0, 4.0], [-4.0, -8.0], [0.0, 0.0]],
        })
        checks.close(db1, [2.0, -2.0, 0.0], name="db1")
    with check("dqi_dWjk and dqi_dbj are formulas in delta_ij and x_k"):
        checks.formula_in(dqi_dWjk, {"delta_ij", "x_k"}, name="dqi_dWjk")
        checks.formula_in(dqi_dbj, {"delta_ij", "x_k"}, name="dqi_dbj")

# %% The first layer's own derivatives id="n3_backprop_formulas" role="hidden" points=1
# Hint: Row j of W⁽¹⁾ makes q_j alone, and the weight in column k stands before x_k. An offset stands alone.
with checks.question("n3_backprop_formulas") as check:
    delta_ij, x_k = sp.symbols("delta_ij x_k")
    for value in (0, 1):
        with check("i = j" if value else "i and j different"):
            where = {"delta_ij": (value, value), "x_k": (-2, 2)}
            checks.formula(dqi_dWjk, delta_ij * x_k, name="dqi_dWjk", domain=where)
            checks.formula(dqi_dbj, delta_ij, name="dqi_dbj", domain=where)

# %% Against autograd, other sizes id="n3_backprop_sizes" role="hidden" points=1
# Hint: Compare with finite differences, entry by entry, for D, H and K that all differ, and for sizes of 1.
with checks.question("n3_backprop_sizes") as check:
    rng = checks.rng("n3 sizes")
    for inputs, hidden, outputs in [(2, 4, 3), (3, 2, 1), (1, 1, 2)]:
        with check(f"D = {inputs}, H = {hidden}, K = {outputs}"):
            shapes = [(inputs,), (outputs,), (hidden, inputs), (hidden,), (outputs, hidden), (outputs,)]
            arrays = [rng.normal(size=shape) for shape in shapes]
            tensors = [torch.tensor(array, requires_grad=True) for array in arrays]
            xt, yt, W1t, b1t, W2t, b2t = tensors
            loss = ((W2t @ torch.relu(W1t @ xt + b1t) + b2t - yt) ** 2).sum()
            right = [loss.item(), *(g.numpy() for g in torch.autograd.grad(loss, tensors[2:]))]
            found = backprop(*(array.copy() for array in arrays))
            checks.equal(len(found), 5, name="how many results backprop has")
            for at, name in enumerate(["L", "dW1", "db1", "dW2", "db2"]):
                checks.close(found[at], right[at], name=name, rtol=1e-9, atol=1e-9)

# %% Hidden units at exactly 0 id="n3_backprop_zero" role="hidden" points=1
# Hint: Set weights and offset of a hidden unit to 0: then q = 0, and no gradient may pass. Look for NaN, and for arguments that changed.
with checks.question("n3_backprop_zero") as check:
    rng = checks.rng("n3 zero")
    with check("one unit at 0, one below, one above"):
        x, y = np.array([1.0, -1.0]), rng.normal(size=2)
        W1, b1 = np.array([[0.0, 0.0], [2.0, 2.0], [1.0, -1.0]]), np.array([0.0, -1.0, 0.5])
        W2, b2 = rng.normal(size=(2, 3)), rng.normal(size=2)
        h = np.array([0.0, 0.0, 2.5])
        dp = 2 * (W2 @ h + b2 - y)
        dq = np.array([0.0, 0.0, dp @ W2[:, 2]])
        right = [float(dp @ dp) / 4, np.outer(dq, x), dq, np.outer(dp, h), dp]
        with checks.unchanged(W1=W1, W2=W2, b1=b1, b2=b2, x=x, y=y):
            found = backprop(x, y, W1, b1, W2, b2)
        checks.equal(len(found), 5, name="how many results backprop has")
        for at, name in enumerate(["L", "dW1", "db1", "dW2", "db2"]):
            checks.close(found[at], right[at], name=name, rtol=1e-9, atol=1e-9)

# %% [markdown] id="n4_reuse" role="statement"
# ### Question 4: why backwards is cheap (4 points, 2 of them read by a person)
#
# Count multiplications of two numbers in products of a matrix with a vector and in outer products, with $D$ inputs, $H$ hidden units and $K$ outputs. $W^{(1)} x$ takes $HD$ of them. Do not count additions,
# the factor 2, the ReLU, the squares in $L$ and divisions.
#
# **Task.** As formulas in `D`, `H`, `K`:
#
# 1. `forward_products`: one forward pass, $q$ and $p$.
# 2. `backward_products`: one backward pass as in question 3, after the forward pass: all four gradients.
# 3. `difference_products`: all four gradients by forward differences, $(L(\theta + t e_i) - L(\theta))/t$: one forward pass for $L(\theta)$ and one for each single weight or offset.
# 4. In the text cell: write out $\partial L/\partial W^{(1)}_{jk}$ and $\partial L/\partial b^{(1)}_j$ with what you found in questions 1 to 3. What do they share, in which order does backpropagation compute things so that it computes
#    that once, and what does it have to keep for that?

# %% id="n4_reuse" role="solution"
# forward_products : formula in D, H, K: multiplications of a forward pass
# backward_products : formula in D, H, K: of a backward pass
# difference_products : formula in D, H, K: of forward differences for all weights and offsets
### BEGIN SOLUTION
forward_products = H * D + K * H
backward_products = 2 * K * H + H * D
difference_products = (H * D + H + K * H + K + 1) * (H * D + K * H)
### END SOLUTION

# %%
theory.show(forward_products=r"\text{forward}", backward_products=r"\text{backward}", difference_products=r"\text{differences}")

# %% A forward pass id="n4_reuse_public" role="test" points=0.5
with checks.question("n4_reuse_public") as check:
    with check("forward_products for D = 4, H = 3, K = 2: 18"):
        checks.formula_at(forward_products, {"D": 4, "H": 3, "K": 2}, 18, name="forward_products", mistakes={
            "offsets are added, not multiplied": 23,
            "the second layer is missing": 12,
            "the first layer is missing": 6,
        })
    with check("the others are formulas in D, H and K"):
        for name, value in [("backward_products", backward_products), ("difference_products", difference_products)]:
            checks.formula_in(value, {"D", "H", "K"}, name=name)

# %% A backward pass id="n4_reuse_backward" role="hidden" points=0.5
# Hint: Three products: an outer product for each matrix of weights, and one product that carries the derivative from p to h.
with checks.question("n4_reuse_backward") as check:
    D, H, K = sp.symbols("D H K")
    with check("backward_products"):
        checks.formula(backward_products, 2 * K * H + H * D, name="backward_products")

# %% Differences id="n4_reuse_differences" role="hidden" points=1
# Hint: How many weights and offsets are there? One forward pass for each, and one more.
with checks.question("n4_reuse_differences") as check:
    D, H, K = sp.symbols("D H K")
    with check("forward_products and difference_products"):
        checks.formula(forward_products, H * D + K * H, name="forward_products")
        checks.formula(difference_products, (H * D + H + K * H + K + 1) * (H * D + K * H), name="difference_products")

# %% What is computed once [markdown] id="n4_reuse_text" role="manual" points=2
# ### BEGIN SOLUTION
# $\partial L/\partial W^{(1)}_{jk} = \bar q_j\, x_k$ and $\partial L/\partial b^{(1)}_j = \bar q_j$ with $\bar q_j = 1[q_j > 0]\sum_i 2(p_i - y_i) W^{(2)}_{ij}$. They share $\bar q$, and $\bar q$ shares
# $r = 2(p - y)$ with the gradients of the second layer. Going backwards, from $L$ to $p$ to $h$ to $q$, each of $r$, $\bar h = W^{(2)\top} r$, $\bar q$ is computed once from the one before and used for all
# weights below it: dynamic programming on the graph. So a backward pass costs about as much as one or two forward passes, whatever the number of weights. The price is memory: $x$, $h$ and the
# signs of $q$ must be kept from the forward pass.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# ½ point: ∂L/∂q (the factor without x_k) is shared by all weights and the offset of a unit.
# ½ point: it is itself built from 2(p − y), which the second layer's gradients use too.
# ½ point: the order is from the loss backwards, each derivative from the one after it, once.
# ½ point: values of the forward pass (x, h, where q > 0) are kept: memory.
# ### END MARK SCHEME

# %% [markdown] id="n5_frameworks" role="statement"
# ### Question 5: what a framework adds (4 points, 2 of them read by a person)
#
# **Task.** Set `true_statements` to the letters of those that are true for reverse mode in frameworks such as PyTorch. Then write one or two sentences in the cell below: which of the things that you did by hand in questions
# 1 to 4 would you not want to do for a network with a hundred layers?
#
# | | statement |
# |:---|:---|
# | A | The gradient is exact up to rounding, as if it had been derived by hand. |
# | B | It works only if the program has no loops and no branches. |
# | C | Whole arrays go through compiled routines that use a processor's parallel units. |
# | D | A formula for the gradient is derived first and then simplified. |
# | E | The values of the forward pass are kept, so memory grows with the number of operations. |
# | F | At a kink such as $q = 0$ all frameworks give the same number. |

# %% id="n5_frameworks" role="solution"
# true_statements : list of letters out of "A" to "F"
### BEGIN SOLUTION
true_statements = ["A", "C", "E"]
### END SOLUTION

# %% Letters of the table id="n5_frameworks_public" role="test" points=0.5
with checks.question("n5_frameworks_public") as check:
    with check("a list of letters, D not among them"):
        letters = checks.chosen(true_statements, list("ABCDEF"), name="true_statements")
        checks.true(len(letters) > 0, "true_statements: the list is empty")
        checks.true("d" not in letters, "true_statements: D is not true", "reverse mode runs through the graph with numbers; there is never a formula")

# %% Which are true id="n5_frameworks_true" role="hidden" points=1.5
# Hint: For B think of a for loop in PyTorch; for F of what question 2 says about q = 0.
with checks.question("n5_frameworks_true") as check:
    with check("true_statements"):
        checks.choices(true_statements, {"A", "C", "E"}, list("ABCDEF"), name="true_statements")

# %% What you would not want to do [markdown] id="n5_frameworks_text" role="manual" points=2
# ### BEGIN SOLUTION
# Deriving each layer's derivative, getting indices and transposes right, and doing it again after each change to the network; a framework differentiates any program made of known operations, exactly, sharing
# intermediate results, and runs it on whole arrays in parallel.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: derivatives need not be derived and programmed by hand, for any composition, and stay right when the network changes.
# 1 point: efficiency: shared intermediate results, or parallel work on whole arrays.
# ### END MARK SCHEME

# %% [markdown]
# ## Part 2: how many points it takes to be near everything
#
# Distances here are in the maximum norm, $\lVert v\rVert_\infty = \max_i |v_i|$. An **$\varepsilon$-cover** of a set $S$ is a finite set $E \subset S$ such that every $y \in S$ has some $x \in E$ with
# $\lVert y - x\rVert_\infty \le \varepsilon$. The **covering number** $N(\varepsilon, S)$ is the size of the smallest $\varepsilon$-cover.
#
# An example: you try step sizes in $S = [1, 2]$ and want every step size within $\varepsilon = 0.05$ of one you tried. $E = \{1.05, 1.15, \dots, 1.95\}$ does that with ten, and nine cannot:
# each covers a length of 0.1 at most.

# %% [markdown] id="c1_rectangle" role="statement"
# ### Question 6: an interval and a rectangle (6 points)
#
# **Task.**
#
# 1. Write `cover(a, b, eps)`: a smallest $\varepsilon$-cover of $[a, b]$, as a list of its points. One point is enough if $a = b$.
# 2. `rectangle`: $N(\varepsilon, [0, 1] \times [0, 2])$ as a formula in `eps`, for every $\varepsilon > 0$.
#
# Rounding errors are the matter of question 7, not of this one. To check by hand: `cover(1, 2, 0.05)` has ten points, and with $\varepsilon = 0.3$ the rectangle takes $2 \cdot 4$.

# %% id="c1_rectangle" role="solution"
def cover(a, b, eps):
    """Return a smallest ε-cover of [a, b].

    Parameters
    ----------
    a, b : float, a ≤ b
    eps : float, positive

    Returns
    -------
    list of float : points of [a, b] such that each point of [a, b] is within eps of one of them
    """
    ### BEGIN SOLUTION
    count = max(1, int(np.ceil((b - a) / (2 * eps) - 1e-9)))
    width = (b - a) / count
    return [a + (i + 0.5) * width for i in range(count)]
    ### END SOLUTION


# rectangle : formula in eps, the covering number of [0, 1] × [0, 2]
### BEGIN SOLUTION
rectangle = sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps)
### END SOLUTION

# %%
theory.show(rectangle=r"N(\varepsilon, [0,1]\times[0,2])")

# %% The two examples id="c1_rectangle_public" role="test" points=2
with checks.question("c1_rectangle_public") as check:
    with check("cover(1, 2, 0.05): ten points of [1, 2]"):
        points = np.sort(checks.finite_array(cover(1.0, 2.0, 0.05), name="cover"))
        checks.true(points.ndim == 1, "cover: a list of numbers is asked")
        checks.equal(len(points), 10, name="how many points cover(1, 2, 0.05) has",
                     hint="each point covers 2ε, to its left and to its right")
        checks.true(points[0] >= 1 - 1e-9 and points[-1] <= 2 + 1e-9, "cover: a point lies outside of [a, b]")
    with check("every point of [1, 2] is within 0.05 of one"):
        points = np.sort(checks.finite_array(cover(1.0, 2.0, 0.05), name="cover"))
        checks.less(points[0] - 1, 0.05 + 1e-9, "cover: the left end a is too far from the first point")
        checks.less(2 - points[-1], 0.05 + 1e-9, "cover: the right end b is too far from the last point")
        checks.less(np.max(np.diff(points)), 0.1 + 1e-9, "cover: there is a gap of more than 2ε between two points")
    with check("rectangle at ε = 0.3: 8"):
        checks.formula_at(rectangle, {"epsilon": "3/10"}, 8, name="rectangle", mistakes={
            "each point covers 2ε, not ε": 28,
            "round up: what is left at the end of a side must be covered too": 3,
            "without rounding up this is no number of points": 50 / 9,
            "the sides' numbers are multiplied, not added": 6,
        })

# %% The rectangle for every ε id="c1_rectangle_formula" role="hidden" points=2
# Hint: Also for ε so large that one point is enough, and for ε that divides a side exactly.
with checks.question("c1_rectangle_formula") as check:
    eps = sp.Symbol("epsilon")
    with check("small ε"):
        checks.formula(rectangle, sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps), name="rectangle", domain={"epsilon": (0.01, 0.2)})
    with check("large ε"):
        checks.formula(rectangle, sp.ceiling(1 / (2 * eps)) * sp.ceiling(1 / eps), name="rectangle", domain={"epsilon": (0.2, 3)})
    for value, right in [("1/2", 2), ("1/4", 8), ("1", 1), ("1/20", 200)]:
        with check(f"ε = {value}"):
            checks.formula_at(rectangle, {"epsilon": value}, right, name="rectangle")

# %% Other intervals id="c1_rectangle_cover" role="hidden" points=2
# Hint: Intervals with negative ends, ε larger than the interval, a = b, and lengths that are a multiple of 2ε.
with checks.question("c1_rectangle_cover") as check:
    for a, b, eps, right in [(-3.0, -1.0, 0.3, 4), (0.0, 0.1, 0.4, 1), (2.5, 2.5, 0.1, 1), (0.0, 3.0, 0.25, 6), (-1.0, 1.0, 0.07, 15)]:
        with check(f"[{a:g}, {b:g}] with ε = {eps:g}"):
            points = np.sort(checks.finite_array(cover(a, b, eps), name="cover"))
            checks.equal(len(points), right, name="how many points cover has")
            checks.true(points[0] >= a - 1e-9 and points[-1] <= b + 1e-9, "cover: a point lies outside of [a, b]")
            gaps = np.diff(np.concatenate([[a - eps], points, [b + eps]]))
            checks.less(np.max(gaps), 2 * eps + 1e-9, "cover: a point of [a, b] is farther than ε from all points")

# %% [markdown] id="c2_box" role="statement"
# ### Question 7: a box, without rounding errors (6 points)
#
# $(2.1 - 0)/(2\cdot 0.15) = 7$, but in floating-point numbers `2.1 / 0.3` is 7.000000000000001, and rounding up gives 8. `Fraction(2.1)` does not help: 2.1 was rounded before. `Fraction("2.1")` is exact.
#
# **Task.** Write `covering_number(sides, eps)`: the covering number of $[a_1, b_1] \times \dots \times [a_d, b_d]$, exactly, as a whole number. Numbers come as texts, such as `"2.1"`, `"-3"` or `"1/3"`.
# A side may be a single point, $a_i = b_i$.
#
# To check by hand: `covering_number([("0", "2.1")], "0.15")` is 7.

# %% id="c2_box" role="solution"
def covering_number(sides, eps):
    """Return the covering number of a box in the maximum norm.

    Parameters
    ----------
    sides : list of pairs of texts
        The ends a_i ≤ b_i of each side.
    eps : text
        ε > 0.

    Returns
    -------
    int
    """
    ### BEGIN SOLUTION
    total = 1
    for a, b in sides:
        quotient = (Fraction(b) - Fraction(a)) / (2 * Fraction(eps))
        total *= max(1, -(-quotient.numerator // quotient.denominator))
    return total
    ### END SOLUTION

# %% Three boxes id="c2_box_public" role="test" points=2
with checks.question("c2_box_public") as check:
    with check("[1, 2] with ε = 0.05: 10"):
        checks.equal(covering_number([("1", "2")], "0.05"), 10, name="covering_number")
    with check("[0, 2.1] with ε = 0.15: 7"):
        checks.equal(covering_number([("0", "2.1")], "0.15"), 7, name="covering_number", hint="if it is 8, rounding errors made it so: make fractions from the texts")
    with check("[0, 1] × [0, 2] with ε = 3/10: 8"):
        checks.equal(covering_number([("0", "1"), ("0", "2")], "3/10"), 8, name="covering_number")

# %% Exactly id="c2_box_exact" role="hidden" points=2
# Hint: Nothing may become a float on the way, and large results must be exact to the last digit.
with checks.question("c2_box_exact") as check:
    for sides, eps, right in [
        ([("-3", "1/3"), ("0.1", "0.4")], "0.05", 34 * 3),
        ([("0", "1.1"), ("0", "3.3")], "0.55", 3),
        ([("0", "1000000000000000000001")], "1/2", 10**21 + 1),
    ]:
        with check(f"{sides}, ε = {eps}"):
            checks.equal(covering_number(sides, eps), right, name="covering_number")

# %% Many dimensions id="c2_box_many" role="hidden" points=1
# Hint: One factor for each side; the product of 30 tens has 31 digits, and is a whole number.
with checks.question("c2_box_many") as check:
    with check("[0, 1]³⁰ with ε = 0.05"):
        checks.equal(covering_number([("0", "1")] * 30, "0.05"), 10**30, name="covering_number")

# %% Sides that are points id="c2_box_points" role="hidden" points=1
# Hint: A single point is covered by itself: its factor is 1, not 0.
with checks.question("c2_box_points") as check:
    with check("a = b in one side"):
        checks.equal(covering_number([("0", "1"), ("5", "5")], "0.05"), 10, name="covering_number")
    with check("a = b in all sides"):
        checks.equal(covering_number([("2", "2"), ("0.5", "1/2")], "0.1"), 1, name="covering_number")

# %% [markdown] id="c3_growth" role="statement"
# ### Question 8: the curse of dimensionality (8 points, 3 of them read by a person)
#
# **Task.**
#
# 1. Predict before you compute: `points_10`, how many points an $\varepsilon$-cover of $[0, 1]^{10}$ needs with $\varepsilon = 0.05$, and `volume_10`, the volume of $[0, 1]^{10}$.
# 2. `cube`: $N(\varepsilon, [0, 1]^d)$ as a formula in `d` and `eps`.
# 3. `fine`: what $N(\varepsilon, S)$ comes close to (as a ratio) for a box $S$ of volume `V` in `d` dimensions as $\varepsilon \to 0$.
# 4. `true_claims`: the letters of the claims that are true of every box in $d$ dimensions whose volume is not 0, for every $d$.
# 5. In the text cell: how are covering number and volume related, and what exactly grows with the dimension?
#
# | | claim |
# |:---|:---|
# | A | If every side is at least 1 and $\varepsilon = 0.05$, then $N$ grows at least like $10^d$. |
# | B | The volume of $[0, 1]^d$ grows exponentially with $d$. |
# | C | A box whose sides are all at most $2\varepsilon$ long has $N = 1$, whatever $d$ is. |
# | D | For small $\varepsilon$, halving $\varepsilon$ multiplies $N$ by about $2^d$. |
# | E | For small $\varepsilon$, halving $\varepsilon$ doubles $N$. |

# %% id="c3_growth" role="solution"
# points_10 : int, points of a smallest 0.05-cover of the cube in ten dimensions
# volume_10 : number, the volume of that cube
# cube : formula in d, eps: the covering number of the unit cube in d dimensions
# fine : formula in d, eps, V: the covering number of a box of volume V for small eps
# true_claims : list of letters out of "A" to "E"
### BEGIN SOLUTION
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "C", "D"]
### END SOLUTION

# %%
theory.show(cube=r"N(\varepsilon, [0,1]^d)", fine=r"N(\varepsilon, S)\text{ for small }\varepsilon")

# %% Three dimensions id="c3_growth_public" role="test" points=1
with checks.question("c3_growth_public") as check:
    with check("cube at d = 3, ε = 0.3: 8"):
        checks.formula_at(cube, {"d": 3, "epsilon": "3/10"}, 8, name="cube", mistakes={
            "each point covers 2ε in each direction": 64,
            "one factor for each dimension, not one term": 6,
            "a side takes a whole number of points: round up": 125 / 27,
            "round up each side, not the result": 5,
        })
    with check("fine is a formula in d, eps and V; the numbers are numbers"):
        checks.formula_in(fine, {"d", "epsilon", "V"}, name="fine")
        checks.number(points_10, name="points_10")
        checks.number(volume_10, name="volume_10")
    with check("true_claims is a list of letters"):
        checks.chosen(true_claims, list("ABCDE"), name="true_claims")

# %% The cube in every dimension id="c3_growth_cube" role="hidden" points=1
# Hint: Round up first, then take the power.
with checks.question("c3_growth_cube") as check:
    d, eps = sp.symbols("d epsilon")
    for value in (1, 2, 5):
        with check(f"d = {value}"):
            where = {"d": (value, value), "epsilon": (0.03, 0.9)}
            checks.formula(cube, sp.ceiling(1 / (2 * eps)) ** d, name="cube", domain=where)

# %% Small ε id="c3_growth_fine" role="hidden" points=1
# Hint: Each point of the cover has a small cube of side 2ε to itself. How many of those fill the volume?
with checks.question("c3_growth_fine") as check:
    d, eps, V = sp.symbols("d epsilon V")
    with check("fine"):
        checks.formula(fine, V / (2 * eps) ** d, name="fine", domain={"d": (1, 6), "epsilon": (0.01, 0.5), "V": (0.1, 5)})

# %% The predictions id="c3_growth_numbers" role="hidden" points=1
# Hint: Ten values for each of ten coordinates. A volume is the product of the sides.
with checks.question("c3_growth_numbers") as check:
    with check("points_10"):
        checks.close(points_10, 1e10, name="points_10", rtol=1e-12)
    with check("volume_10"):
        checks.close(volume_10, 1.0, name="volume_10", rtol=1e-12)

# %% The claims id="c3_growth_claims" role="hidden" points=1
# Hint: Put d = 1, 2, 10 into each. Nothing grows with d if each factor is 1.
with checks.question("c3_growth_claims") as check:
    with check("true_claims"):
        checks.choices(true_claims, {"A", "C", "D"}, list("ABCDE"), name="true_claims")

# %% What grows [markdown] id="c3_growth_text" role="manual" points=3
# ### BEGIN SOLUTION
# For small $\varepsilon$ the cover is a grid of cubes with side $2\varepsilon$ that fill the box, so $N \approx \mathrm{vol}(S)/(2\varepsilon)^d$: proportional to the volume, for a fixed dimension. With the dimension the number of
# *cells* grows exponentially, since $(2\varepsilon)^d$, the volume that one point covers, shrinks exponentially; each further side multiplies $N$ by $\lceil (b - a)/(2\varepsilon)\rceil$. The volume itself need not
# grow: that of $[0, 1]^d$ is 1 for every $d$. And where all sides are at most $2\varepsilon$, nothing grows at all.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: for small ε the covering number is about the volume divided by (2ε)^d.
# 1 point: it grows exponentially with d (each side longer than 2ε multiplies it).
# 1 point: the volume does not grow with d as such (that of the unit cube is 1): what one point covers shrinks.
# ### END MARK SCHEME

# %% tags=["nbval-check-output"]
for dimension in (1, 2, 5, 10):
    print(f"d = {dimension:2}: {covering_number([('0', '1')] * dimension, '0.05'):,} points cover the unit cube")

# %% [markdown]
# **Look.** The covering number against the dimension, for three kinds of boxes. Before you run it: which of the three lines will be flat, and which is steepest?

# %%
dimensions = np.arange(1, 16)
ax = plt.subplot()
for side, colour, marker in [("2", "#D55E00", "s"), ("1", "#0072B2", "o"), ("0.1", "#009E73", "^")]:
    counts = [covering_number([("0", side)] * int(dimension), "0.05") for dimension in dimensions]
    ax.semilogy(dimensions, np.array(counts, dtype=float), color=colour, marker=marker, label=f"sides of length {side}")
ax.set(title="Points of a smallest cover, ε = 0.05", xlabel="dimension d", ylabel="covering number N")
ax.legend()
plt.show()

# %% [markdown]
# ## Part 3: grid search and random search
#
# You tune $d$ hyperparameters, each in $[0, 1]$. *Grid search* tries every combination of some values for each; *random search* draws each hyperparameter anew for each configuration, uniformly and independently. Take an extreme case: only the first
# hyperparameter, $h_1$, has any influence. Two configurations with the same $h_1$ give the same trained model.

# %% [markdown] id="g1_grid" role="statement"
# ### Question 9: what a grid finds (8 points)
#
# A grid takes a smallest $\varepsilon$-cover of $[0, 1]$ for each hyperparameter and tries all $q$ combinations. (From here on, $q$ counts configurations; part 1's vector is not needed any more.)
#
# **Task.**
#
# 1. `values`: how many values of each hyperparameter it tries, as a formula in `eps`.
# 2. `grid_models`: how many *distinct* models come out of $q$ configurations, as a formula in `q` and `d`.
# 3. `grid_fraction`: that as a fraction of all $q$, as a formula in `q` and `d`.
# 4. Write `distinct_models_grid(axis, d)`: make the grid from the values in `axis`, and return how many distinct models it gives and how many configurations it has.
#
# To check by hand: with three values and $d = 2$, nine configurations give three models, a third.

# %% id="g1_grid" role="solution"
# values : formula in eps: values of each hyperparameter
# grid_models : formula in q, d: distinct models out of q configurations
# grid_fraction : formula in q, d: distinct models per configuration
### BEGIN SOLUTION
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)
### END SOLUTION


def distinct_models_grid(axis, d):
    """Return what a grid search finds when only the first hyperparameter matters.

    Parameters
    ----------
    axis : ndarray, shape (m,)
        The values that are tried for each hyperparameter; one that comes twice is tried twice.
    d : int
        How many hyperparameters there are.

    Returns
    -------
    tuple of int : (distinct models, configurations)
    """
    ### BEGIN SOLUTION
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)
    ### END SOLUTION

# %%
theory.show(values=r"m", grid_models=r"\text{distinct models}", grid_fraction=r"\text{fraction}")

# %% Small grids id="g1_grid_public" role="test" points=2
with checks.question("g1_grid_public") as check:
    with check("three values, d = 2: 3 models, 9 configurations"):
        models, configurations = distinct_models_grid(np.array([0.25, 0.5, 0.75]), 2)
        checks.equal(int(models), 3, name="distinct models", hint="only the first hyperparameter makes a difference")
        checks.equal(int(configurations), 9, name="configurations")
    with check("grid_models at q = 1000, d = 3: 10"):
        checks.formula_at(grid_models, {"q": 1000, "d": 3}, 10, name="grid_models", mistakes={
            "this is the fraction": 0.01,
            "these are all configurations": 1000,
            "q is a power of the number of values, not a multiple": 1000 / 3,
        })
    with check("values at ε = 0.3: 2"):
        checks.formula_at(values, {"epsilon": "3/10"}, 2, name="values", mistakes={
            "each value covers 2ε": 4,
            "round up: it is a whole number": 5 / 3,
        })

# %% Values and models id="g1_grid_models" role="hidden" points=2
# Hint: q = mᵈ. Solve that for m. And m comes from question 6.
with checks.question("g1_grid_models") as check:
    q, d, eps = sp.symbols("q d epsilon")
    with check("values"):
        checks.formula(values, sp.ceiling(1 / (2 * eps)), name="values", domain={"epsilon": (0.02, 0.8)})
    with check("grid_models"):
        checks.formula(grid_models, q ** (1 / d), name="grid_models", domain={"q": (2, 500), "d": (1, 6)})

# %% The fraction id="g1_grid_fraction" role="hidden" points=2
# Hint: Divide the distinct models by q. In d = 1 every configuration gives a model of its own.
with checks.question("g1_grid_fraction") as check:
    q, d = sp.symbols("q d")
    with check("grid_fraction"):
        checks.formula(grid_fraction, q ** (1 / d - 1), name="grid_fraction", domain={"q": (2, 500), "d": (1, 6)})

# %% Other grids id="g1_grid_count" role="hidden" points=2
# Hint: One dimension, one value, many dimensions, and a value that comes twice: then two configurations give one model.
with checks.question("g1_grid_count") as check:
    for axis, dimension, right in [([0.1, 0.9, 0.5, 0.3], 1, (4, 4)), ([0.5], 4, (1, 1)), ([0.0, 1.0], 7, (2, 128)), ([0.2, 0.2, 0.8], 3, (2, 27))]:
        with check(f"axis {axis}, d = {dimension}"):
            models, configurations = distinct_models_grid(np.array(axis), dimension)
            checks.equal([int(models), int(configurations)], list(right), name="distinct models and configurations")

# %% [markdown] id="g2_random" role="statement"
# ### Question 10: what random search finds (5 points, 1 of them read by a person)
#
# Now $q$ configurations are drawn. Suppose $h_1$ takes one of $n$ values, each with the same probability, independently in each configuration.
#
# **Task.**
#
# 1. `random_models`: the expected number of distinct models, as a formula in `q` and `n`.
# 2. `continuous_models`: how many distinct models there are, with probability 1, if $h_1$ is drawn from all of $[0, 1]$ instead.
# 3. Write `distinct_models_random(q, d, n, seed)`: draw $q$ configurations of $d$ hyperparameters with a generator seeded by `seed`, each hyperparameter one of $n$ values, and return how many distinct models they give.
# 4. In the text cell: to the question how many distinct models there are, somebody answers "$(1 - \tfrac1n)\,q$". What does that number count instead?
#
# To check by hand: with $q = 2$ and $n = 2$, half of the time both are the same, so the mean is 1.5.
#
# <details><summary>Hint</summary>A value is missed by one configuration with probability 1 − 1/n. By all q? The mean of a sum is the sum of the means.</details>

# %% id="g2_random" role="solution"
# random_models : formula in q, n: the mean number of distinct models, n values
# continuous_models : formula in q, n: the number of distinct models, all values of [0, 1]
### BEGIN SOLUTION
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q
### END SOLUTION


def distinct_models_random(q, d, n, seed):
    """Return how many distinct models q random configurations give when only the first hyperparameter matters.

    Parameters
    ----------
    q, d, n : int
        Configurations, hyperparameters, and values that each hyperparameter can take.
    seed : int

    Returns
    -------
    int
    """
    ### BEGIN SOLUTION
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))
    ### END SOLUTION

# %%
theory.show(random_models=r"\mathbb{E}\,\text{distinct models}", continuous_models=r"\text{distinct models}")

# %% Small cases id="g2_random_public" role="test" points=1
with checks.question("g2_random_public") as check:
    with check("random_models at q = 2, n = 2: 1.5"):
        checks.formula_at(random_models, {"q": 2, "n": 2}, 1.5, name="random_models", mistakes={
            "this counts something else: see task 4": 1.0,
            "this is the probability that one value was met": 0.75,
            "these are the values that were missed": 0.5,
        })
    with check("continuous_models is a formula in q and n"):
        checks.formula_in(continuous_models, {"q", "n"}, name="continuous_models")
    with check("one value, or one configuration: one model"):
        checks.equal(int(distinct_models_random(12, 3, 1, 0)), 1, name="distinct_models_random with n = 1")
        checks.equal(int(distinct_models_random(1, 3, 40, 0)), 1, name="distinct_models_random with q = 1")
    with check("200 configurations, each hyperparameter one of 4 values: 4 models"):
        checks.equal(int(distinct_models_random(200, 3, 4, 1)), 4, name="distinct_models_random", hint="models, not configurations: only the first hyperparameter counts")
    with check("the same seed gives the same number"):
        first, second = ([int(distinct_models_random(20, 2, 50, seed)) for seed in range(12)] for _ in range(2))
        checks.equal(first, second, name="distinct_models_random for 12 seeds", hint="make the generator inside: np.random.default_rng(seed)")

# %% The mean id="g2_random_mean" role="hidden" points=1
# Hint: For one value, the probability that at least one of q configurations meets it. Then n values.
with checks.question("g2_random_mean") as check:
    q, n = sp.symbols("q n")
    with check("random_models"):
        checks.formula(random_models, n * (1 - (1 - 1 / n) ** q), name="random_models", domain={"q": (1, 60), "n": (1.5, 60)})

# %% All values id="g2_random_continuous" role="hidden" points=1
# Hint: How probable is it that two numbers drawn from [0, 1] are equal?
with checks.question("g2_random_continuous") as check:
    with check("continuous_models"):
        checks.formula(continuous_models, sp.Symbol("q"), name="continuous_models", domain={"q": (1, 60), "n": (1.5, 60)})

# %% The simulation's mean id="g2_random_simulation" role="hidden" points=1
# Hint: Average it over many seeds and compare with your formula. Whole configurations are nearly all distinct; models are not.
with checks.question("g2_random_simulation") as check:
    # Means of 400 draws, accepted within 5 standard errors: a false alarm in one of 600,000 checks, three checks.
    for configurations, dimension, count in [(20, 3, 50), (6, 1, 4), (40, 2, 10)]:
        with check(f"q = {configurations}, d = {dimension}, n = {count}"):
            found = [int(distinct_models_random(configurations, dimension, count, seed)) for seed in range(400)]
            missed = (1 - 1 / count) ** configurations
            both = (1 - 2 / count) ** configurations
            variance = count * missed + count * (count - 1) * both - (count * missed) ** 2
            error = 5 * float(np.sqrt(variance / 400))
            checks.close(float(np.mean(found)), count * (1 - missed), name="the mean over 400 seeds", rtol=0, atol=error)
            # The variance of 400 numbers is known to 7 %: half and twice are 7 standard errors away, and more.
            checks.less(variance / 2, float(np.var(found)), "the numbers vary too little from seed to seed: are they drawn?")
            checks.less(float(np.var(found)), 2 * variance, "the numbers vary too much from seed to seed")

# %% What that number counts [markdown] id="g2_random_text" role="manual" points=1
# ### BEGIN SOLUTION
# It is the expected number of configurations whose $h_1$ differs from one fixed value, say that of the first or the present model. Those that differ from it may be equal among each other, so it is no count of distinct models:
# with $n = 50$, $q = 20$ it is 19.6, while 16.6 distinct models are expected.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: it counts configurations that differ from one fixed model; several of them can be the same.
# ### END MARK SCHEME

# %% [markdown] id="g3_budget" role="statement"
# ### Question 11: a fixed budget (7 points, 3 of them read by a person)
#
# You can afford $B$ configurations, far fewer than an $\varepsilon$-cover has. The model is best at $h_1 = h^\star$, with $\varepsilon \le h^\star \le 1 - \varepsilon$, and good enough within $\varepsilon$ of it.
#
# **Task.**
#
# 1. `chance_random`: the probability that at least one of $B$ random configurations is good enough, as a formula in `B` and `eps`.
# 2. `values_grid`: how many values of $h_1$ a grid with $B$ configurations tries, as a formula in `B` and `d` (as if it were a whole number).
# 3. Write `chance_within(best, eps, B, runs, seed)`: simulate `runs` random searches, and return the fraction of them in which at least one configuration is good enough; here $h^\star$ = `best` may lie anywhere in $[0, 1]$.
# 4. `strategy`: `"grid"` or `"random"`, which you would choose for $d = 5$, $B = 50$ when only $h_1$ matters. Say why in the text cell, and when you would choose otherwise.
#
# To check by hand: with $\varepsilon = \tfrac14$ and $B = 2$, both miss with probability $\tfrac14$.

# %% id="g3_budget" role="solution"
# chance_random : formula in B, eps: the probability that random search comes within eps
# values_grid : formula in B, d: values of the first hyperparameter on a grid
# strategy : "grid" or "random"
### BEGIN SOLUTION
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"
### END SOLUTION


def chance_within(best, eps, B, runs, seed):
    """Return the fraction of random searches that come within eps of the best value.

    Parameters
    ----------
    best, eps : float
        The best value of the first hyperparameter, and how far from it is good enough.
    B : int
        Configurations of one search.
    runs : int
        How many searches are simulated.
    seed : int

    Returns
    -------
    float, from 0 to 1
    """
    ### BEGIN SOLUTION
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))
    ### END SOLUTION

# %%
theory.show(chance_random=r"P(\text{random search})", values_grid=r"\text{values of } h_1 \text{ on the grid}")

# %% Small cases id="g3_budget_public" role="test" points=1
with checks.question("g3_budget_public") as check:
    with check("chance_random at ε = ¼, B = 2: ¾"):
        checks.formula_at(chance_random, {"epsilon": "1/4", "B": 2}, 0.75, name="chance_random", mistakes={
            "this is the probability that all miss": 0.25,
            "good enough is ε to the left and ε to the right": 0.4375,
            "probabilities do not add up here: two configurations may both be good": 1.0,
        })
    with check("values_grid at B = 32, d = 5: 2"):
        checks.formula_at(values_grid, {"B": 32, "d": 5}, 2, name="values_grid")
    with check("one configuration, ε = ¼: about ½ of 4000 runs"):  # 5 standard errors: a false alarm in 1.7 million
        checks.close(chance_within(0.5, 0.25, 1, 4000, 0), 0.5, name="chance_within", rtol=0, atol=0.04, mistakes={"ε to the left and to the right: 2ε of the numbers are good": 0.25})
    with check("chance_within with h* = ε = ½: 1; without a configuration: 0"):
        checks.close(chance_within(0.5, 0.5, 3, 50, 0), 1.0, name="chance_within with eps = 0.5")
        checks.close(chance_within(0.5, 0.1, 0, 50, 0), 0.0, name="chance_within with B = 0")
    with check("strategy is one of the two texts"):
        checks.chosen([strategy], ["grid", "random"], name="strategy")

# %% The formulas id="g3_budget_formulas" role="hidden" points=1
# Hint: The complement is easier: all B miss. And a grid with m values of each of d hyperparameters has mᵈ configurations.
with checks.question("g3_budget_formulas") as check:
    B, eps, d = sp.symbols("B epsilon d")
    with check("chance_random"):
        checks.formula(chance_random, 1 - (1 - 2 * eps) ** B, name="chance_random", domain={"B": (1, 40), "epsilon": (0.01, 0.45)})
    with check("values_grid"):
        checks.formula(values_grid, B ** (1 / d), name="values_grid", domain={"B": (2, 400), "d": (1, 8)})

# %% The simulation id="g3_budget_simulation" role="hidden" points=1
# Hint: At least one of B in each run, not the share of good configurations. New draws for each run, and others for another seed. Near an end of [0, 1] fewer numbers are good.
with checks.question("g3_budget_simulation") as check:
    # Fractions of 4000 runs, accepted within 5 standard errors: a false alarm in one of 600,000 checks, three checks.
    for best, eps, budget in [(0.5, 0.05, 10), (0.2, 0.1, 3), (0.7, 0.02, 50)]:
        with check(f"h* = {best}, ε = {eps}, B = {budget}"):
            right = 1 - (1 - 2 * eps) ** budget
            error = 5 * float(np.sqrt(right * (1 - right) / 4000))
            checks.close(chance_within(best, eps, budget, 4000, 11), right, name="chance_within", rtol=0, atol=error)
    with check("h* = 0: only numbers on one side of it are drawn"):
        checks.close(chance_within(0.0, 0.1, 4, 4000, 5), 1 - 0.9**4, name="chance_within", rtol=0, atol=0.038)  # 5 standard errors
    with check("a fraction of 8 runs, and not the same for all of 60 seeds"):
        found = np.array([checks.number(chance_within(0.4, 0.2, 2, 8, seed), name="chance_within") for seed in range(60)])
        checks.close(8 * found, np.round(8 * found), name="8 times the fraction", rtol=0, atol=1e-9)
        checks.less(1.0, float(len(np.unique(np.round(8 * found)))), "all seeds give the same fraction")

# %% The strategy id="g3_budget_strategy" role="hidden" points=1
# Hint: How many values of h₁ does each of them try with 50 configurations in five dimensions?
with checks.question("g3_budget_strategy") as check:
    with check("strategy"):
        checks.choice(strategy, "random", ["grid", "random"], name="strategy")

# %% Why [markdown] id="g3_budget_text" role="manual" points=3
# ### BEGIN SOLUTION
# Random search. Of 50 configurations it tries 50 different values of $h_1$; a grid in five dimensions tries two (or three at most), and repeats each of them many times with other values of hyperparameters that do not matter. Its chance
# of coming within $\varepsilon$ is $1 - (1 - 2\varepsilon)^B$ whatever $d$ is. A grid is as good or better where there are one or two hyperparameters that all matter, where $B$ suffices for a cover (then it *guarantees* to come within
# $\varepsilon$, which random search never does), or where one wants to see the whole picture.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: random search tries about B distinct values of the hyperparameter that matters, a grid about B^(1/d).
# 1 point: hence the chance, which for random search does not depend on d.
# 1 point: a case for the grid: few dimensions, all matter, or the guarantee once the budget covers.
# ### END MARK SCHEME

# %% [markdown]
# **Look.** Nine configurations each. The curve above the square is how good a model is; it depends on $h_1$ alone. The marks below each square show which values of $h_1$ were tried.

# %%
rng = np.random.default_rng(72)
axis = np.array(cover(0.0, 1.0, 1 / 6))
plans = {"grid search": np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2), "random search": rng.uniform(0, 1, (9, 2))}
line = np.linspace(0, 1, 400)
good = np.exp(-(((line - 0.62) / 0.09) ** 2))
_, axes = plt.subplots(1, 2, figsize=(8.5, 4.4), sharey=True)
for ax, (title, plan) in zip(axes, plans.items(), strict=True):
    ax.plot(line, 1.1 + 0.35 * good, color="#009E73")
    ax.scatter(plan[:, 0], plan[:, 1], color="#0072B2", zorder=3)
    ax.vlines(np.unique(plan[:, 0]), -0.16, -0.06, color="#D55E00", linewidth=2)
    ax.vlines(np.unique(plan[:, 0]), 0, 1.1, color="#D55E00", linewidth=0.5, linestyle=":")
    count = len(np.unique(plan[:, 0]))
    ax.set(title=f"{title}: {count} values of $h_1$", xlabel="$h_1$, which matters", xlim=(0, 1), ylim=(-0.2, 1.5), yticks=[0, 0.5, 1])
axes[0].set(ylabel="$h_2$, which does not")
plt.show()

# %% [markdown]
# And the chance of coming within $\varepsilon = 0.05$ of the best $h_1$, against the budget: random search in any dimension, and a grid for a best value that lies anywhere, which has a chance of about
# $2\varepsilon B^{1/d}$ as long as that is below 1 (drawn as if $B^{1/d}$ were a whole number). In one dimension the grid is better: its values never fall together. From two dimensions on it is not.

# %%
budgets = np.arange(1, 121)
ax = plt.subplot()
ax.plot(budgets, 1 - (1 - 0.1) ** budgets, color="#0072B2", label="random search, any d")
for dimension, colour, style in [(1, "#000000", ":"), (2, "#009E73", "--"), (5, "#D55E00", "-.")]:
    ax.plot(budgets, np.minimum(1, 0.1 * budgets ** (1 / dimension)), color=colour, linestyle=style, label=f"grid, d = {dimension}")
ax.plot([10, 30, 60], [chance_within(0.5, 0.05, count, 2000, 3) for count in (10, 30, 60)], "o", color="#0072B2", label="your simulation")
ax.set(title="Chance of coming within 0.05 of the best value", xlabel="budget B (configurations)", ylabel="probability", ylim=(0, 1.05))
ax.legend(loc="center right")
plt.show()

# %% [markdown]
# ## Before you hand in

# %% role="handin"
