# %% [markdown]
# # Theory: descent, noise and the chain rule
#
# **Assignment 1, notebook `theory`, 28 points.** You prove the lemma behind gradient descent, find out what noise does to a step size, learn a
# step size by its own gradient, and differentiate by hand what a program will differentiate in the notebook `torch_autograd`.
#
# How to answer here:
#
# - Formulas are typed in [SymPy](https://docs.sympy.org), a library for algebra: `(1 - eta*h)*m` means $(1-\eta h)\,m$. **Every equal form is right**: factored, expanded, with
#   `sp.Rational(1, 2)` or `0.5`. A power is `**`, and products need their `*`.
# - Below each answer a cell shows your formulas as mathematics: look whether they say what you mean. The check comes after it.
# - A range is typed as `sp.Interval.open(0, 1)`, as an inequality `(0 < eta) & (eta < 1)`, brackets and `&` included, or as its two ends `(0, 1)`, which do not belong to it.
#   A step size is positive anyway, so its upper bound alone, `eta < 1`, is enough.
# - Some questions are proofs and are read by a person. Type them as text; formulas go between dollar signs.
# - Hidden checks test the rest of each answer when your work is graded. Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import matplotlib.pyplot as plt
import numpy as np
import sympy as sp
from course_lib import checks, plotting, theory

# %% [markdown] role="given"
# The symbols, so that all of you write the same letters. Do not give these names other values; if you did, run this cell again.

# %% role="given"
eta, h, rho = sp.symbols("eta h rho", positive=True)   # step size η, mean h and variance ρ of the h_n
h_n = sp.Symbol("h_n", real=True)                      # the h_n that was drawn
m, s = sp.symbols("m s", positive=True)                # E w(t−1) and E w²(t−1)
ell = sp.Symbol("ell", real=True)                      # log|w(t−1)|
g12, g13, g23 = sp.symbols("g12 g13 g23", real=True)   # scalar products g₁ᵀg₂, g₁ᵀg₃, g₂ᵀg₃
a, b, c, d, e, x = sp.symbols("a b c d e x")           # the variables of question 9

# %% [markdown]
# ## Part 1: why gradient descent descends

# %% [markdown] id="t1_smoothness" role="statement"
# ### Question 1: the smoothness lemma (2 points, 1 of them read by a person)
#
# $f$ is **$\beta$-smooth** if $\lVert \nabla f(w_1) - \nabla f(w_2)\rVert \le \beta \lVert w_1 - w_2\rVert$ for all $w_1, w_2$. The lemma says
#
# $$f(w_1) - f(w_2) - \nabla f(w_2)^\top (w_1 - w_2) \;\le\; \frac{\beta}{2}\lVert w_1 - w_2\rVert^2 .$$
#
# Write $\Delta = w_1 - w_2$. Here are steps of a proof, shuffled; five belong to it, two do not.
#
# | | step |
# |:---|:---|
# | A | $\int_0^1 t\,dt = \tfrac12$, which gives $\tfrac{\beta}{2}\lVert\Delta\rVert^2$. |
# | B | By Cauchy–Schwarz the integrand is at most $\lVert \nabla f(w_2 + t\Delta) - \nabla f(w_2)\rVert\,\lVert\Delta\rVert$. |
# | C | Since $f$ is convex, $\nabla f(w_2 + t\Delta)^\top\Delta \ge \nabla f(w_2)^\top\Delta$. |
# | D | $f(w_1) - f(w_2) = \int_0^1 \nabla f(w_2 + t\Delta)^\top \Delta\,dt$. |
# | E | By smoothness this is at most $\beta\,t\,\lVert\Delta\rVert^2$. |
# | F | By smoothness this is at most $\beta\,\lVert\Delta\rVert^2$ for every $t$ in $[0, 1]$. |
# | G | Subtract $\nabla f(w_2)^\top\Delta = \int_0^1 \nabla f(w_2)^\top\Delta\,dt$ on both sides. |
#
# **Task.** Set `proof_order` to the five letters in their order. Then say in the cell below, in a few sentences, why the same bound holds for the
# *absolute value* of the left side, and why step F, though true, does not prove the lemma.

# %% id="t1_smoothness" role="solution"
# proof_order : list of 5 letters, the steps of the proof in their order
### BEGIN SOLUTION
proof_order = ["D", "G", "B", "E", "A"]
### END SOLUTION

# %% The first step id="t1_smoothness_public" role="test" points=0.5
with checks.question("t1_smoothness_public") as check:
    with check("five letters, the first being the right one"):
        letters = checks.steps(proof_order, list("ABCDEFG"), name="proof_order")
        checks.equal(len(letters), 5, name="how many steps proof_order has")
        checks.true(letters[0] == "d", "the proof does not begin with this step", "f(w₁) − f(w₂) must first appear as something with gradients in it")

# %% The whole order id="t1_smoothness_order" role="hidden" points=0.5
# Hint: Subtract inside the integral before you bound it, and bound the product before you use smoothness.
with checks.question("t1_smoothness_order") as check:
    with check("the order of the steps"):
        checks.order(proof_order, ["D", "G", "B", "E", "A"], list("ABCDEFG"), name="proof_order")

# %% The absolute value, and step F [markdown] id="t1_smoothness_text" role="manual" points=1
# ### BEGIN SOLUTION
# By Cauchy–Schwarz $|u^\top v| \le \lVert u\rVert\lVert v\rVert$, so the integrand's absolute value has the same bound, and
# $\left|\int_0^1 \dots dt\right| \le \int_0^1 |\dots|\,dt \le \int_0^1 \beta t \lVert\Delta\rVert^2 dt = \tfrac\beta2\lVert\Delta\rVert^2$. Nothing but the bound on the absolute
# value was used, so the left side can be below zero by as much.
#
# Step F replaces $t$ by 1. It is true, but its integral is $\beta\lVert\Delta\rVert^2$, twice what the lemma allows.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# ½ point: Cauchy–Schwarz bounds the absolute value, and the absolute value of an integral is at most the integral of the absolute value.
# ½ point: F loses the factor ½ (the integral of t).
# ### END MARK SCHEME

# %% [markdown]
# ## Part 2: gradient descent with noise
#
# Take $w \in \mathbb{R}$ and $f(w) = \tfrac12 \sum_{n=1}^N h_n w^2$ with mean $h = \tfrac1N\sum_n h_n > 0$ and variance
# $\rho = \tfrac1N\sum_n h_n^2 - h^2$ of the $h_n$. In each step an index $n(t)$ is drawn, uniformly and independently, and
#
# $$w(t) = w(t-1) - \eta\, h_{n(t)}\, w(t-1), \qquad \eta > 0 .$$
#
# The start $w(0)$ is fixed; means are over the draws.
#
# That is stochastic gradient descent on the mean $f/N = \tfrac12 h w^2$, whose minimum is $w = 0$. (A step on the sum $f$ would have $N h_{n(t)}$ in it.)

# %% [markdown] id="t2_mean" role="statement"
# ### Question 2: the mean (3 points)
#
# **Task.** Write $m$ for $\mathbb{E}\,w(t-1)$.
#
# 1. `mean_update`: $\mathbb{E}\,w(t)$ as a function of $m$, $\eta$ and $h$.
# 2. `fastest_mean`: the $\eta$ for which $\mathbb{E}\,w(t)$ goes to the minimum at the highest rate.
# 3. `mean_range`: the $\eta$ for which $\mathbb{E}\,w(t)$ converges to the minimum from every start.
#
# <details><summary>Hint</summary>n(t) is independent of w(t−1): the mean of the product is the product of the means.</details>

# %% id="t2_mean" role="solution"
# mean_update : formula in m, eta, h: the mean of w(t)
# fastest_mean : formula in h: the best step size for the mean
# mean_range : range of eta, its ends in h: where the mean converges
### BEGIN SOLUTION
mean_update = (1 - eta * h) * m
fastest_mean = 1 / h
mean_range = sp.Interval.open(0, 2 / h)
### END SOLUTION

# %%
theory.show(mean_update=r"\mathbb{E}\,w(t)", fastest_mean=r"\eta^\star", mean_range=r"\eta \in")

# %% One step of the mean id="t2_mean_public" role="test" points=0.5
with checks.question("t2_mean_public") as check:
    with check("mean_update at m = 5, η = ½, h = 3: −2.5"):
        checks.formula_at(mean_update, {"m": 5, "eta": 0.5, "h": 3}, -2.5, name="mean_update", mistakes={
            "the step goes uphill: the update is w − η h w": 12.5,
            "w(t−1) itself is missing, this is only the step": -7.5,
            "h is missing: the mean of the drawn h_n": 2.5,
            "η is missing": -10,
            "m is missing": -0.5,
        })
    with check("fastest_mean is a formula in h, mean_range a range of eta"):
        checks.formula_in(fastest_mean, {"h"}, name="fastest_mean")
        checks.range_of(mean_range, "eta", {"h"}, name="mean_range")

# %% The mean everywhere id="t2_mean_everywhere" role="hidden" points=0.5
# Hint: E[w(t−1) − η h_n w(t−1)], where the drawn h_n is independent of w(t−1).
with checks.question("t2_mean_everywhere") as check:
    with check("mean_update"):
        m, eta, h = sp.symbols("m eta h")
        checks.formula(mean_update, (1 - eta * h) * m, name="mean_update")

# %% The best step id="t2_mean_rate" role="hidden" points=1
# Hint: The mean is multiplied by the same factor in every step. For which η is that factor as small as can be?
with checks.question("t2_mean_rate") as check:
    with check("fastest_mean"):
        checks.formula(fastest_mean, 1 / sp.Symbol("h"), name="fastest_mean")

# %% The range id="t2_mean_range" role="hidden" points=1
# Hint: Powers of a factor go to 0 if and only if its absolute value is less than 1. Solve that for η.
with checks.question("t2_mean_range") as check:
    with check("mean_range"):
        checks.interval(mean_range, "eta", 0, 2 / sp.Symbol("h"), name="mean_range")

# %% [markdown] id="t3_square" role="statement"
# ### Question 3: the mean square (4 points)
#
# The mean may vanish while single runs are far away. Look at the mean of $w^2$; write $s$ for $\mathbb{E}\,w^2(t-1)$.
#
# **Task.**
#
# 1. `square_update`: $\mathbb{E}\,w^2(t)$ as a function of $s$, $\eta$, $h$ and $\rho$.
# 2. `fastest_square`: the $\eta$ for which it goes to 0 at the highest rate, and `best_factor`: by which factor it then shrinks in each step.
# 3. `square_range`: the $\eta$ for which $\mathbb{E}\,w^2(t)$ converges to 0 from every start.
# 4. `loss_range`: the $\eta$ for which $\mathbb{E}\,f(w(t))$ converges to the minimum from every start.
#
# To check by hand: with $\rho = 0$, no noise, everything must become the answer to question 2, the update with a square.
#
# <details><summary>Hint 1</summary>E h_n² = h² + ρ.</details>
# <details><summary>Hint 2</summary>The factor is a parabola in η. Where is its lowest point, and where is it below 1?</details>

# %% id="t3_square" role="solution"
# square_update : formula in s, eta, h, rho: the mean of w²(t)
# fastest_square : formula in h, rho: the best step size for the mean square
# best_factor : formula in h, rho: the factor of one step with it
# square_range : range of eta, its ends in h, rho: where the mean square converges
# loss_range : range of eta, its ends in h, rho: where the mean of f converges
### BEGIN SOLUTION
square_update = ((1 - eta * h) ** 2 + eta**2 * rho) * s
fastest_square = h / (h**2 + rho)
best_factor = rho / (h**2 + rho)
square_range = sp.Interval.open(0, 2 * h / (h**2 + rho))
loss_range = square_range
### END SOLUTION

# %%
theory.show(square_update=r"\mathbb{E}\,w^2(t)", fastest_square=r"\eta^\star", best_factor=r"\text{factor}",
            square_range=r"\eta \in", loss_range=r"\eta \in")

# %% One step of the mean square id="t3_square_public" role="test" points=0.5
with checks.question("t3_square_public") as check:
    with check("square_update at s = 8, η = ½, h = 3, ρ = 2: 6"):
        checks.formula_at(square_update, {"s": 8, "eta": 0.5, "h": 3, "rho": 2}, 6, name="square_update", mistakes={
            "this is the square of the mean's factor; E h_n² is not h²": 2,
            "ρ is multiplied by η²": 18,
            "ρ is multiplied by η², not by η": 10,
            "E h_n² is h² + ρ: this has ρ alone": -12,
            "the factor is that of the mean": -4,
        })
    with check("without noise: at s = 8, η = ½, h = 3, ρ = 0 it is 2"):
        checks.formula_at(square_update, {"s": 8, "eta": 0.5, "h": 3, "rho": 0}, 2, name="square_update")
    with check("the others are formulas in h and rho, and ranges of eta"):
        checks.formula_in(fastest_square, {"h", "rho"}, name="fastest_square")
        checks.formula_in(best_factor, {"h", "rho"}, name="best_factor")
        checks.range_of(square_range, "eta", {"h", "rho"}, name="square_range")
        checks.range_of(loss_range, "eta", {"h", "rho"}, name="loss_range")

# %% The mean square everywhere id="t3_square_everywhere" role="hidden" points=0.5
# Hint: E (1 − η h_n)² = 1 − 2η E h_n + η² E h_n², and E h_n² = h² + ρ.
with checks.question("t3_square_everywhere") as check:
    s, eta, h, rho = sp.symbols("s eta h rho")
    with check("square_update"):
        checks.formula(square_update, ((1 - eta * h) ** 2 + eta**2 * rho) * s, name="square_update")

# %% The best step id="t3_square_rate" role="hidden" points=1
# Hint: Multiply the factor out: 1 − 2ηh + η²(h² + ρ). A parabola a − 2bη + cη² is lowest at b/c, and is a − b²/c there.
with checks.question("t3_square_rate") as check:
    h, rho = sp.symbols("h rho")
    with check("fastest_square"):
        checks.formula(fastest_square, h / (h**2 + rho), name="fastest_square")
    with check("best_factor"):
        checks.formula(best_factor, rho / (h**2 + rho), name="best_factor")

# %% The range of the mean square id="t3_square_range" role="hidden" points=1
# Hint: The factor is never negative, so only "below 1" is asked. Divide by η.
with checks.question("t3_square_range") as check:
    h, rho = sp.symbols("h rho")
    with check("square_range"):
        checks.interval(square_range, "eta", 0, 2 * h / (h**2 + rho), name="square_range")

# %% The range of the loss id="t3_square_loss" role="hidden" points=1
# Hint: How does E f(w) depend on E w²?
with checks.question("t3_square_loss") as check:
    h, rho = sp.symbols("h rho")
    with check("loss_range"):
        checks.interval(loss_range, "eta", 0, 2 * h / (h**2 + rho), name="loss_range")

# %% [markdown] id="t4_log" role="statement"
# ### Question 4: single runs (3 points, 1 of them read by a person)
#
# $w(t)$ is a product of random factors, so its logarithm is a sum, and sums of independent terms obey the law of large numbers: for independent $X_1, X_2, \dots$ of one
# distribution with a finite mean, $\tfrac1T\sum_{t \le T} X_t \to \mathbb{E}X$ with probability 1. The claim is
#
# $$\lim_{t\to\infty} \frac1t \log|w(t)| = q(\eta) = \frac1N\sum_{n=1}^N \log|1 - \eta h_n| \quad\text{with probability 1.}$$
#
# **Task.**
#
# 1. `log_update`: $\log|w(t)|$ as a function of $\ell = \log|w(t-1)|$ (`ell`), $\eta$ and the drawn $h_n$ (`h_n`), also where $\eta h_n > 1$. `sp.log` and `sp.Abs` are your tools.
# 2. `needed`: a list of those statements without which the claim is false or has no meaning ($\log 0$ has none here):
#
# | | statement |
# |:---|:---|
# | `"start"` | $w(0) \ne 0$ |
# | `"small"` | $\eta < 2/h$ |
# | `"never"` | $\eta h_n \ne 1$ for every $n$ |
# | `"signs"` | all $h_n > 0$ |
# | `"independent"` | the draws $n(1), n(2), \dots$ are independent (or at least obey a law of large numbers) |
#
# 3. Prove the claim in the cell below.

# %% id="t4_log" role="solution"
# log_update : formula in ell, eta, h_n: the logarithm of |w(t)|
# needed : list of texts out of "start", "small", "never", "signs", "independent"
### BEGIN SOLUTION
log_update = ell + sp.log(sp.Abs(1 - eta * h_n))
needed = ["start", "never", "independent"]
### END SOLUTION

# %%
theory.show(log_update=r"\log|w(t)|", needed="")

# %% The logarithm of a step id="t4_log_public" role="test" points=0.5
with checks.question("t4_log_public") as check:
    with check("log_update at ell = 2, η = ½, h_n = 1: 2 + log ½ = 1.306853"):
        checks.formula_at(log_update, {"ell": 2, "eta": 0.5, "h_n": 1}, 1.306853, name="log_update", mistakes={
            "the logarithm of a product is a sum: add, do not multiply": -1.386294,
            "the logarithm of the step is missing": 2.5,
            "this is the logarithm of the step alone; add it to log|w(t−1)|": -0.693147,
        })
    with check("log_update at ell = 2, η = 2, h_n = 3/2: 2 + log 2 = 2.693147"):
        checks.formula_at(log_update, {"ell": 2, "eta": 2, "h_n": 1.5}, 2.693147, name="log_update",
                          hint="put in the numbers: 1 − η h_n is −2 here, and a step multiplies |w| by 2")
    with check("needed is a list of the texts in the table"):
        checks.chosen(needed, ["start", "small", "never", "signs", "independent"], name="needed")

# %% The logarithm everywhere id="t4_log_everywhere" role="hidden" points=0.5
# Hint: A step multiplies |w| by |1 − η h_n|. Put in η = 2, h_n = 3/2: the factor is 2, not −2.
with checks.question("t4_log_everywhere") as check:
    ell, eta, h_n = sp.symbols("ell eta h_n")
    for low, high in [(0.1, 0.9), (1.1, 2.0)]:
        with check(f"η and h_n between {low} and {high}"):
            checks.formula(log_update, ell + sp.log(sp.Abs(1 - eta * h_n)), name="log_update",
                           domain={"eta": (low, high), "h_n": (low, high), "ell": (-2, 2)})

# %% What the claim needs id="t4_log_needed" role="hidden" points=1
# Hint: For each statement, take it away and look for a counterexample. Is h_n > 0 used anywhere?
with checks.question("t4_log_needed") as check:
    with check("needed"):
        checks.choices(needed, {"start", "never", "independent"}, ["start", "small", "never", "signs", "independent"], name="needed")

# %% The proof [markdown] id="t4_log_text" role="manual" points=1
# ### BEGIN SOLUTION
# $w(0) \ne 0$ and no factor $1 - \eta h_n$ vanishes, so $w(t) \ne 0$ for all $t$ and
# $$\log|w(t)| = \log|w(0)| + \sum_{k=1}^t \log|1 - \eta h_{n(k)}| .$$
# The terms are independent, of one distribution, and bounded, since they take at most $N$ values; their mean is $q(\eta)$. Dividing by $t$, the first
# term goes to 0 and the second to $q(\eta)$ with probability 1 by the law of large numbers.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# ½ point: the sum of independent, identically distributed terms, after the logarithm of the absolute value.
# ½ point: the law of large numbers with its conditions (finite mean: no factor is zero), and the first term vanishing after division by t.
# ### END MARK SCHEME

# %% [markdown] id="t5_almost_surely" role="statement"
# ### Question 5: three ways to converge (3 points)
#
# With probability 1, $w(t) \to 0$ if $q(\eta) < 0$, and $|w(t)| \to \infty$ if $q(\eta) > 0$ and $w(0) \ne 0$. How does that fit with questions 2 and 3? Take two values,
# $h_n \in \{0.1,\ 1.9\}$, so $h = 1$ and $\rho = 0.81$.
#
# **Task.**
#
# 1. Write `q(eta, h)` for an array of $h_n$.
# 2. Write `simulate(w0, eta, h, indices)`, one run in which the indices are given: it returns $w(0), w(1), \dots, w(T)$.
# 3. Set `at_1_3` and `at_1_11` to lists of what converges at $\eta = 1.3$ and at $\eta = 1.11$: `"mean"` ($\mathbb{E}w \to 0$), `"mean square"` ($\mathbb{E}w^2 \to 0$),
#    `"single runs"` ($w \to 0$ with probability 1).
#
# To check by hand: $q(1) = \log 0.9 = -0.10536$, since $|1 - 0.1| = |1 - 1.9| = 0.9$. Do not change the arguments.

# %% id="t5_almost_surely" role="solution"
def q(eta, h):
    """Return the mean of log|1 − η h_n|.

    Parameters
    ----------
    eta : float
    h : ndarray, shape (N,)

    Returns
    -------
    float : q(η)
    """
    ### BEGIN SOLUTION
    return np.mean(np.log(np.abs(1 - eta * h)))
    ### END SOLUTION


def simulate(w0, eta, h, indices):
    """Return one run of stochastic gradient descent with given draws.

    Parameters
    ----------
    w0, eta : float
    h : ndarray, shape (N,)
    indices : ndarray of int, shape (T,)
        The index n(t) of each step, counted from 0.

    Returns
    -------
    ndarray, shape (T + 1,) : w(0), …, w(T)
    """
    ### BEGIN SOLUTION
    w = [w0]
    for n in indices:
        w.append(w[-1] - eta * h[n] * w[-1])
    return np.array(w)
    ### END SOLUTION


# at_1_3 : list of texts out of "mean", "mean square", "single runs": what converges at eta = 1.3
# at_1_11 : list of texts, the same at eta = 1.11
### BEGIN SOLUTION
at_1_3 = ["mean"]
at_1_11 = ["mean", "single runs"]
### END SOLUTION

# %% A value and a run to check by hand id="t5_almost_surely_public" role="test" points=1
with checks.question("t5_almost_surely_public") as check:
    h = np.array([0.1, 1.9])
    with check("q(1) = −0.10536"):
        with checks.unchanged(h=h):
            checks.close(q(1.0, h), -0.1053605, name="q(1)", atol=1e-6)
    with check("q(1.5) = 0.226333"):
        checks.close(q(1.5, np.array([0.1, 1.9])), 0.2263334, name="q(1.5)", atol=1e-6, mistakes={
            "a sum; the mean over n is asked": 0.4526667,
            "the logarithm is missing": 1.35,
            "the logarithm of the mean factor, not the mean of the logarithms": 0.3001046,
        }, hint="NaN comes from the logarithm of a negative number")
    with check("from w(0) = 1 with η = 1 and indices 0, 1, 1: 1, 0.9, −0.81, 0.729"):
        h = np.array([0.1, 1.9])
        with checks.unchanged(h=h):
            path = simulate(1.0, 1.0, h, np.array([0, 1, 1]))
        checks.close(path, [1.0, 0.9, -0.81, 0.729], name="simulate", mistakes={
            "the index is not used": [1.0, 0.0, 0.0, 0.0],
            "these are absolute values": [1.0, 0.9, 0.81, 0.729],
        })
    with check("at_1_3 and at_1_11 are lists of the three texts"):
        for name, value in [("at_1_3", at_1_3), ("at_1_11", at_1_11)]:
            checks.chosen(value, ["mean", "mean square", "single runs"], name=name)

# %% Other values and runs id="t5_almost_surely_other" role="hidden" points=1
# Hint: q must work for any number of h_n, simulate for any start, also without a step. The start is the first value; the indices stay as they are.
with checks.question("t5_almost_surely_other") as check:
    rng = checks.rng("t5")
    for size in (1, 3, 8):
        with check(f"{size} values of h"):
            h, step, w0 = rng.uniform(0.1, 2, size), float(rng.uniform(0.2, 1.4)), float(rng.uniform(-2, 2))
            indices = rng.integers(0, size, 6)
            factors = 1 - step * h[indices]
            right_q, right_path = float(np.log(np.abs(1 - step * h)).sum() / size), w0 * np.cumprod([1.0, *factors])
            checks.close(q(step, h.copy()), right_q, name="q")
            with checks.unchanged(indices=indices):
                checks.close(simulate(w0, step, h.copy(), indices), right_path, name="simulate")
            checks.close(simulate(w0, step, h.copy(), indices[:0]), [w0], name="simulate without a step")

# %% What converges id="t5_almost_surely_modes" role="hidden" points=1
# Hint: Compute 1 − ηh, (1 − ηh)² + η²ρ and q(η) for both η. One of the three is the strictest.
with checks.question("t5_almost_surely_modes") as check:
    options = ["mean", "mean square", "single runs"]
    with check("η = 1.3"):
        checks.choices(at_1_3, {"mean"}, options, name="at_1_3")
    with check("η = 1.11"):
        checks.choices(at_1_11, {"mean", "single runs"}, options, name="at_1_11")

# %% [markdown]
# **Look.** The three numbers, and forty runs for each of three step sizes, on a log axis. Before you plot: at $\eta = 0.9$ all runs fall; at $1.11$ they fall, but slowly and with excursions so high that the
# mean of the squares grows; at $1.3$ nearly all climb, though their *mean* shrinks to 0.3 of its size in each step, since signs cancel.

# %% tags=["nbval-check-output"]
two = np.array([0.1, 1.9])
for step in (0.9, 1.11, 1.3):
    print(f"η = {step:4.2f}: mean {1 - step:+.2f}, mean square {(1 - step) ** 2 + 0.81 * step**2:.4f}, q {q(step, two):+.4f}")

# %%
rng = np.random.default_rng(211)
_, axes = plt.subplots(1, 3, figsize=(9.5, 3.4), sharey=True)
for ax, step in zip(axes, (0.9, 1.11, 1.3), strict=True):
    for _ in range(40):
        ax.semilogy(np.abs(simulate(1.0, step, two, rng.integers(0, 2, 400))), color="#0072B2", alpha=0.25, linewidth=0.8)
    ax.semilogy(np.exp(q(step, two) * np.arange(401)), color="#D55E00", label="exp(q t)")
    ax.set(title=f"η = {step}", xlabel="step t")
axes[0].set(ylabel="|w(t)|")
axes[0].legend()
plt.show()

# %% [markdown]
# ## Part 3: learn the step size
#
# Gradient descent on a loss $\mathcal{L}$ takes $w(t) = w(t-1) - \eta_t \nabla\mathcal{L}(w(t-1))$. Write $g_k = \nabla\mathcal{L}(w(t-k))$ for the gradient $k$ steps ago. The step size itself can be
# learned by gradient descent, since the loss depends on it by the chain rule.

# %% [markdown] id="t6_meta" role="statement"
# ### Question 6: the derivative by a step size (2 points)
#
# The newest point is $w(t-1) = w(t-2) - \eta_{t-1}\, g_2$, and $w(t-2)$ does not depend on $\eta_{t-1}$. Baydin et al. (2018) adapt the step size by
# $\eta_t = \eta_{t-1} - \alpha_t\, \partial\mathcal{L}(w(t-1)) / \partial\eta_{t-1}$.
#
# **Task.** Use the scalar products `g12` $= g_1^\top g_2$, `g23` $= g_2^\top g_3$, `g13` $= g_1^\top g_3$.
#
# 1. `d_eta`: $\partial\mathcal{L}(w(t-1)) / \partial\eta_{t-1}$.
# 2. `d_alpha`: $\partial\mathcal{L}(w(t-1)) / \partial\alpha_{t-1}$, where $\eta_{t-1}$ was made from $\eta_{t-2}$ with the step $\alpha_{t-1}$ by the rule above, one step earlier.
#
# To check by hand: take $\mathcal{L}(w) = \tfrac12 w^2$ with $w(t-2) = 2$ and $\eta_{t-1} = \tfrac12$. Then $\mathcal{L}(w(t-1)) = \tfrac12 (2 - 2\eta_{t-1})^2$, whose
# derivative at $\tfrac12$ is $-2$. There $g_1 = 1$, $g_2 = 2$, and with $w(t-3) = 5$, $g_3 = 5$. (For `d_alpha` write $\eta_{t-1} = \eta_{t-2} + \alpha_{t-1}\cdot(\dots)$ first.)

# %% id="t6_meta" role="solution"
# d_eta : formula in g12, g13, g23: the derivative by the last step size
# d_alpha : formula in g12, g13, g23: the derivative by the step of the step size
### BEGIN SOLUTION
d_eta = -g12
d_alpha = -g12 * g23
### END SOLUTION

# %%
theory.show(d_eta=r"\frac{\partial\mathcal{L}}{\partial\eta_{t-1}}", d_alpha=r"\frac{\partial\mathcal{L}}{\partial\alpha_{t-1}}")

# %% The step size id="t6_meta_public" role="test" points=0.5
with checks.question("t6_meta_public") as check:
    with check("d_eta in the example above: −2"):
        checks.formula_at(d_eta, {"g12": 2, "g13": 5, "g23": 10}, -2, name="d_eta", mistakes={
            "the sign: w(t−1) moves against g₂ when η grows": 2,
            "the gradient at w(t−1) meets the gradient that made the step, g₂": -5,
            "these are the gradients of the step before": -10,
        })
    with check("d_alpha is a formula in the scalar products"):
        checks.formula_in(d_alpha, {"g12", "g13", "g23"}, name="d_alpha")

# %% The step size everywhere id="t6_meta_eta" role="hidden" points=0.5
# Hint: w(t−1) depends on η_{t−1} by the term −η g₂. The chain rule multiplies by the gradient at w(t−1).
with checks.question("t6_meta_eta") as check:
    with check("d_eta"):
        domain = {"g12": (-2, 2), "g13": (-2, 2), "g23": (-2, 2)}
        checks.formula(d_eta, -sp.Symbol("g12"), name="d_eta", domain=domain)

# %% The step of the step size id="t6_meta_alpha" role="hidden" points=1
# Hint: η_{t−1} = η_{t−2} − α_{t−1} · (the derivative you found in 1, one step earlier). Mind the signs: there are two.
with checks.question("t6_meta_alpha") as check:
    g12, g23 = sp.symbols("g12 g23")
    with check("d_alpha"):
        checks.formula(d_alpha, -g12 * g23, name="d_alpha", domain={"g12": (-2, 2), "g13": (-2, 2), "g23": (-2, 2)})

# %% [markdown] id="t7_hypergradient" role="statement"
# ### Question 7: step sizes further back (3 points)
#
# $\eta_{t-\tau}$ made the step $w(t-\tau) = w(t-\tau-1) - \eta_{t-\tau}\, g_{\tau+1}$, and every later point depends on it through the one before:
#
# $$\frac{\partial w(t-k)}{\partial w(t-k-1)} = I - \eta_{t-k} H_{k+1}, \qquad H_{k+1} = \nabla^2\mathcal{L}(w(t-k-1)) .$$
#
# **Task.** Write `hypergradient(grads, hessians, etas)`, the derivative $\partial\mathcal{L}(w(t-1)) / \partial\eta_{t-\tau}$. For $\tau = 1$ both lists are empty and it is $-g_1^\top g_2$.
#
# To check by hand: $\tau = 2$ with $g_1 = (1, 0)$, $g_3 = (2, 1)$, $\eta_{t-1} = \tfrac12$ and $H_2 = \begin{pmatrix}1 & 2\\ 2 & 0\end{pmatrix}$:
# $I - \tfrac12 H_2 = \begin{pmatrix}\tfrac12 & -1\\ -1 & 1\end{pmatrix}$, times $g_3$ is $(0, -1)$, and $-g_1^\top(0, -1) = 0$.
#
# <details><summary>Hint</summary>Start with g₁ᵀ, the newest, and multiply from the right with the matrices from k = 1 on. A row vector is enough; no matrix product is needed.</details>

# %% id="t7_hypergradient" role="solution"
def hypergradient(grads, hessians, etas):
    """Return the derivative of the newest loss by the step size τ steps ago.

    Parameters
    ----------
    grads : pair of ndarray, each of shape (d,)
        g_1 at the newest point, and g_{τ+1}, the gradient of the step in question.
    hessians : list of τ − 1 ndarray, each of shape (d, d)
        H_2, H_3, …, H_τ: at w(t−2), w(t−3), …, the newest first.
    etas : list of τ − 1 floats
        η_{t−1}, η_{t−2}, …, η_{t−τ+1}: the step taken from each of these points.

    Returns
    -------
    float : ∂L(w(t−1)) / ∂η_{t−τ}
    """
    ### BEGIN SOLUTION
    row, last = grads
    for H, step in zip(hessians, etas, strict=True):
        row = row - step * (row @ H)
    return -row @ last
    ### END SOLUTION

# %% One and two steps back id="t7_hypergradient_public" role="test" points=1
with checks.question("t7_hypergradient_public") as check:
    first, last = np.array([1.0, 0.0]), np.array([2.0, 1.0])
    with check("τ = 1: −g₁ᵀg₂ = −2"):
        checks.close(hypergradient((first, last), [], []), -2.0, name="hypergradient", mistakes={"the sign": 2.0})
    with check("τ = 2, the example above: 0"):
        first, last, H = np.array([1.0, 0.0]), np.array([2.0, 1.0]), np.array([[1.0, 2.0], [2.0, 0.0]])
        checks.close(hypergradient((first, last), [H], [0.5]), 0.0, name="hypergradient", mistakes={
            "I + η H; a step goes against the gradient": -4.0,
            "η is not used": 2.0,
            "the Hessian is not used": -2.0,
            "1 − η H subtracts from every entry; the identity matrix is np.eye(d)": -1.0,
        })
    with check("τ = 2, g₁ = (0, 1): 1"):
        H, other = np.array([[1.0, 2.0], [2.0, 0.0]]), np.array([0.0, 1.0])
        checks.close(hypergradient((other, np.array([2.0, 1.0])), [H], [0.5]), 1.0, name="hypergradient")

# %% Three and more steps back id="t7_hypergradient_order" role="hidden" points=1
# Hint: Matrices do not commute. The newest, k = 1, stands next to g₁.
with checks.question("t7_hypergradient_order") as check:
    rng = checks.rng("t7")
    for tau, d in [(3, 2), (4, 3), (2, 1)]:
        with check(f"τ = {tau}, dimension {d}"):
            newest, last = rng.standard_normal(d), rng.standard_normal(d)
            hessians = [A + A.T for A in rng.standard_normal((tau - 1, d, d))]
            etas = rng.uniform(0.1, 0.9, tau - 1)
            product = np.eye(d)
            for H, step in [(hessians[k], etas[k]) for k in range(tau - 1)]:
                product = product @ (np.eye(d) - step * H)
            right = float(-newest @ product @ last)  # first of all: an answer may work in place
            checks.close(hypergradient((newest, last), hessians, list(etas)), right, name="hypergradient", rtol=1e-7)

# %% Against autograd, on a loss that is not quadratic id="t7_hypergradient_autograd" role="hidden" points=1
# Hint: Take three steps on a small loss with torch, step sizes as tensors that require a gradient, and compare.
with checks.question("t7_hypergradient_autograd") as check:
    rng = checks.rng("t7 autograd")
    A = torch.tensor(rng.uniform(-1, 1, (3, 3)))

    def loss(w):
        return torch.sin(A @ w).sum() + (w**4).sum() / 4 + w[0] * w[1] * w[2]

    etas = torch.tensor(rng.uniform(0.05, 0.3, 4), requires_grad=True)
    w = torch.tensor(rng.uniform(0.3, 1, 3), requires_grad=True)
    visited = [w]
    for step in etas:
        (g,) = torch.autograd.grad(loss(visited[-1]), visited[-1], create_graph=True)
        visited.append(visited[-1] - step * g)
    (right,) = torch.autograd.grad(loss(visited[-1]), etas)
    points = [v.detach().requires_grad_() for v in reversed(visited)]
    gradients = [torch.autograd.grad(loss(p), p)[0].numpy() for p in points]
    hessians = [torch.autograd.functional.hessian(loss, p).numpy() for p in points]
    newest_first = [float(v) for v in reversed(etas.tolist())]
    for tau in (1, 2, 3, 4):
        with check(f"τ = {tau}"):
            copies = [H.copy() for H in hessians[1:tau]]
            value = hypergradient((gradients[0].copy(), gradients[tau].copy()), copies, newest_first[: tau - 1])
            checks.close(value, float(right[4 - tau]), name="hypergradient", rtol=1e-6, atol=1e-9)

# %% [markdown] id="t8_compare" role="statement"
# ### Question 8: near or far? (2 points, read by a person)
#
# One can update every step size right after its step, with the derivative of question 6 ($\tau = 1$), or take $T > 1$ steps and then update all of their step sizes at once,
# with the derivatives of question 7.
#
# **Task.** Name at least one advantage of each, in two to four sentences. Think of the cost in time and memory, of how easy the problem is to optimize, and of whether the objective is what you want.

# %% Advantages of each [markdown] id="t8_compare_text" role="manual" points=2
# ### BEGIN SOLUTION
# One step at a time is cheap and frequent: a scalar product of two gradients that are there anyway, no Hessian, no stored trajectory, and the step size reacts at once. But it is
# greedy: it asks which step size lowers the loss most *right now*, which favours short steps across a valley's walls.
#
# Over $T$ steps the objective is what we want, the loss after several steps, so a step that pays off later is valued. The price is time and memory for products with Hessians
# along the trajectory, rarer updates, and a harder problem: products of $T$ matrices can explode or vanish.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: an advantage of τ = 1: cheap (no Hessian, no unrolling, little memory), frequent updates, or a well-behaved derivative.
# 1 point: an advantage of T > 1: less greedy, optimizes the loss after several steps, the objective we care about.
# ### END MARK SCHEME

# %% [markdown]
# ## Part 4: the chain rule as a program

# %% [markdown] id="t9_graph" role="statement"
# ### Question 9: a derivative and its graph (2 points)
#
# $$f(x) = \exp\!\big(e^x + (e^x)^2\big) + \sin\!\big(e^x + (e^x)^2\big)$$
#
# A program computes it through intermediate variables:
#
# $$a = e^x, \quad b = a^2, \quad c = a + b, \quad d = e^c, \quad e = \sin c, \quad f = d + e .$$
#
# **Task.**
#
# 1. `df_dx`: the derivative of $f$ as an explicit formula in $x$. In SymPy $e^x$ is `sp.exp(x)`.
# 2. `edges`: the *computation graph*, as a list of pairs `("from", "to")` with an edge from each variable to those computed directly from it. Names are `"x"`, `"a"`, …, `"f"`.
#
# To check by hand: $f'(0) = 20.9187$.

# %% id="t9_graph" role="solution"
# df_dx : formula in x: the derivative of f
# edges : list of pairs of names, the edges of the computation graph
### BEGIN SOLUTION
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(sp.exp(x) + sp.exp(2 * x)) + sp.cos(sp.exp(x) + sp.exp(2 * x)))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]
### END SOLUTION

# %%
theory.show(df_dx=r"\frac{df}{dx}")
theory.show_graph("edges")

# %% The derivative at two points id="t9_graph_public" role="test" points=0.5
with checks.question("t9_graph_public") as check:
    with check("df_dx at x = 0: 20.918728"):
        checks.formula_at(df_dx, {"x": 0}, 20.918728, name="df_dx", hint="eˣ is sp.exp(x); e is a variable of the graph", mistakes={
            "the inner derivative is missing: c depends on x": 6.972909,
            "the derivative of (eˣ)² is 2e²ˣ": 13.945819,
            "the derivative of the sine is plus the cosine": 23.415609,
            "this is f itself": 8.298354,
        })
    with check("df_dx at x = ½: 555.97197"):
        checks.formula_at(df_dx, {"x": 0.5}, 555.971968, name="df_dx")
    with check("edges is a list of pairs of names"):
        names = {end for edge in checks.pairs(edges, name="edges") for end in edge}
        checks.true(len(names) > 0 and names <= set("xabcdef"), 'edges: pairs such as ("x", "a"), with the names x, a, b, c, d, e, f')

# %% The derivative everywhere id="t9_graph_derivative" role="hidden" points=0.5
# Hint: f = exp(c) + sin(c) with c = eˣ + e²ˣ. The chain rule wants dc/dx as a factor of both terms.
with checks.question("t9_graph_derivative") as check:
    x = sp.Symbol("x")
    u = sp.exp(x) + sp.exp(2 * x)
    with check("df_dx"):
        checks.formula(df_dx, (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u)), name="df_dx", domain={"x": (-1.0, 0.8)})

# %% The graph id="t9_graph_edges" role="hidden" points=1
# Hint: For each variable, look at what stands on the right side of its equation: one edge from each of these.
with checks.question("t9_graph_edges") as check:
    with check("edges"):
        right = {("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")}
        checks.edges(edges, right, name="edges")

# %% [markdown] id="t10_backward" role="statement"
# ### Question 10: backwards through the graph (2 points)
#
# Reverse mode goes from $f$ to $x$. The derivative by a variable is the sum, over the edges that leave it, of (the derivative at the edge's end) times (the edge's own derivative).
#
# **Task.** Write the derivatives of $f$ by each variable, `df_dd`, `df_de`, `df_dc`, `df_db`, `df_da`, as formulas in any of the variables $a, b, c, d, e, x$. You may build each from
# those before it: `df_dc = df_dd * ...`.
#
# To check by hand: $d$ enters $f = d + e$ alone and with the factor 1.

# %% id="t10_backward" role="solution"
# df_dd : formula in a, b, c, d, e, x: the derivative of f by d
# df_de : formula in a, b, c, d, e, x: by e
# df_dc : formula in a, b, c, d, e, x: by c
# df_db : formula in a, b, c, d, e, x: by b
# df_da : formula in a, b, c, d, e, x: by a
### BEGIN SOLUTION
df_dd = sp.Integer(1)
df_de = sp.Integer(1)
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc
df_da = df_dc + df_db * 2 * a
### END SOLUTION

# %%
theory.show(df_dd=r"\frac{df}{dd}", df_de=r"\frac{df}{de}", df_dc=r"\frac{df}{dc}", df_db=r"\frac{df}{db}", df_da=r"\frac{df}{da}")

# %% The first three at one point id="t10_backward_public" role="test" points=1
with checks.question("t10_backward_public") as check:
    # the variables there, computed through the graph
    point = {"x": 0, "a": 1, "b": 1, "c": 2, "d": 7.3890561, "e": 0.9092974}
    with check("df_dd and df_de: 1"):
        checks.formula_at(df_dd, point, 1, name="df_dd")
        checks.formula_at(df_de, point, 1, name="df_de")
    with check("df_dc: 6.972909"):
        checks.formula_at(df_dc, point, 6.972909, name="df_dc", mistakes={
            "both edges that leave c count: their terms are added": -3.074932,
            "the way through e is missing": 7.389056,
            "the way through d is missing": -0.416147,
            "the derivative of the sine is plus the cosine": 7.805203,
        })
    with check("df_db and df_da are formulas in the variables"):
        checks.formula_in(df_db, set("abcdex"), name="df_db")
        checks.formula_in(df_da, set("abcdex"), name="df_da")

# %% All five everywhere id="t10_backward_rest" role="hidden" points=1
# Hint: Two edges leave a: one to b, with the derivative 2a, and one to c. Add what comes back along both.
with checks.question("t10_backward_rest") as check:
    a, b, c, x = sp.symbols("a b c x")
    chain = {"a": sp.exp(x), "b": a * a, "c": b + a, "d": sp.exp(c), "e": sp.sin(c)}
    with check("df_dd, df_de, df_dc"):
        checks.formula(df_dd, 1, name="df_dd", given=chain, domain={"x": (-1.0, 0.8)})
        checks.formula(df_de, 1, name="df_de", given=chain, domain={"x": (-1.0, 0.8)})
        checks.formula(df_dc, sp.exp(c) + sp.cos(c), name="df_dc", given=chain, domain={"x": (-1.0, 0.8)})
    with check("df_db"):
        checks.formula(df_db, sp.exp(c) + sp.cos(c), name="df_db", given=chain, domain={"x": (-1.0, 0.8)})
    with check("df_da"):
        checks.formula(df_da, (1 + 2 * a) * (sp.exp(c) + sp.cos(c)), name="df_da", given=chain, domain={"x": (-1.0, 0.8)})

# %% [markdown] id="t11_dual" role="statement"
# ### Question 11: forwards, with dual numbers (2 points)
#
# A *dual number* $u + \varepsilon u'$ carries a value and a derivative; $\varepsilon^2 = 0$. A smooth function acts on it by
#
# $$f(u + \varepsilon u') = f(u) + \varepsilon f'(u)\,u' ,$$
#
# which is its Taylor series, cut off by $\varepsilon^2 = 0$.
#
# **Task.** Write `dual_chain(f, g, h, x, dx)`, which returns the two parts of $f(g(h(x + \varepsilon x')))$. Each function comes as a pair `(value, derivative)` of functions of a number. With $x' = 1$ the second part is $df/dx$.
#
# To check by hand: $f(u) = u^2$, $g(u) = 3u$, $h(u) = u + 1$ at $x = 1$, $x' = 1$: $h = 2$, $g = 6$, $f = 36$, and the derivative is $12 \cdot 3 \cdot 1 = 36$.

# %% id="t11_dual" role="solution"
def dual_chain(f, g, h, x, dx):
    """Return f(g(h(x + ε dx))) as a pair.

    Parameters
    ----------
    f, g, h : pair of callables
        The function and its derivative, each from a float to a float.
    x, dx : float
        The two parts of the argument.

    Returns
    -------
    tuple of two floats : the value, and the coefficient of ε
    """
    ### BEGIN SOLUTION
    value, slope = x, dx
    for function, derivative in (h, g, f):
        value, slope = function(value), derivative(value) * slope
    return value, slope
    ### END SOLUTION

# %% A chain to check by hand id="t11_dual_public" role="test" points=1
with checks.question("t11_dual_public") as check:
    square, triple, more = (lambda u: u**2, lambda u: 2 * u), (lambda u: 3 * u, lambda u: 3.0), (lambda u: u + 1, lambda u: 1.0)
    with check("(3 (x + 1))² at x = 1 with x′ = 1: 36 and 36"):
        checks.close(dual_chain(square, triple, more, 1.0, 1.0), [36.0, 36.0], name="dual_chain", mistakes={
            "every derivative was taken at x; each belongs at the value that comes in": [36.0, 6.0],
            "the chain goes from the inside out: h first, then g, then f": [4.0, 6.0],
            "every derivative was taken at what came out; each belongs at the value that comes in": [36.0, 216.0],
        })
    with check("with x′ = 2 the second part doubles, the first does not"):
        checks.close(dual_chain(square, triple, more, 1.0, 2.0), [36.0, 72.0], name="dual_chain", mistakes={
            "x′ is not used": [36.0, 36.0]})

# %% Other functions id="t11_dual_other" role="hidden" points=1
# Hint: f′ is taken at g(h(x)), g′ at h(x), h′ at x. Use the derivatives that are given, no difference quotient.
with checks.question("t11_dual_other") as check:
    rng = checks.rng("t11")
    for _ in range(3):
        p, r, x, dx = (float(v) for v in rng.uniform(0.3, 1.2, 4))
        f, g, h = (np.exp, np.exp), (lambda u: np.sin(p * u), lambda u: p * np.cos(p * u)), (lambda u: u**3 + r, lambda u: 3 * u**2)
        inner = x**3 + r
        with check("exp(sin(p (x³ + r)))"):
            value = np.exp(np.sin(p * inner))
            checks.close(dual_chain(f, g, h, x, dx), [value, value * p * np.cos(p * inner) * 3 * x**2 * dx], name="dual_chain")
    with check("the derivatives that are given are used: here they belong to other functions"):
        f, g, h = (lambda u: 2 * u, lambda u: u**2), (lambda u: u + 1, lambda u: 5 * u), (lambda u: u**2, lambda u: u - 4)
        checks.close(dual_chain(f, g, h, 3.0, 2.0), [20.0, 100 * 45 * -1 * 2.0], name="dual_chain")

# %% [markdown]
# ## Before you hand in

# %% role="handin"
