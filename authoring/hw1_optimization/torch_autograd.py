# %% [markdown]
# # Derivatives by PyTorch
#
# **Assignment 1, notebook `torch_autograd`, 16 points, and 2 on top.** In the notebook `theory` you differentiate a function by hand.
# Here a program does it: `torch` records every operation on a tensor and goes back through the record with the chain rule.
# You compare it with your own derivative, look at what it keeps between two calls, and write the test that you
# should run on every gradient you meet.
#
# - Replace each line `raise NotImplementedError()` with your own code, and keep the names and signatures.
# - After each answer comes a check. It tells you what passes and, where something fails, what to look at next.
# - Each question also has hidden checks. They test the same things with other numbers when your work is graded.
# - Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import matplotlib.pyplot as plt
import numpy as np
import torch
from course_lib import checks, plotting, tensors

# %% [markdown]
# ## Part 1: by hand and by machine

# %% [markdown] id="a1_f" role="statement"
# ### Question 1: one function, its derivative twice (4 points)
#
# The function is that of the notebook `theory`, question 9,
#
# $$f(x) = \exp\!\big(e^x + (e^x)^2\big) + \sin\!\big(e^x + (e^x)^2\big).$$
#
# A worked sibling, for $g(x) = \exp(x^2)$ with $g'(x) = 2x\,\exp(x^2)$:
#
# ```python
# def g(x):
#     return torch.exp(x**2)
#
# def derv_g(x):
#     return 2 * x * torch.exp(x**2)
#
# x = torch.tensor(0.5, requires_grad=True)  # autograd records what is done with x …
# g(x).backward()                            # … and goes back through the record
# x.grad                                     # tensor(1.2840), as derv_g(torch.tensor(0.5)) says
# ```
#
# **Task.** Write `f(x)` and its derivative `derv_f(x)` with torch's functions, so that they take tensors of every shape, entry by
# entry, keep their dtype, and leave `x` as it was. Work the derivative out on paper: `derv_f` itself is your formula and does not use autograd
# (no check can see that; the two would only confirm each other). Then set `f_autograd` to the derivative of $f$ at $x = 0.5$, computed by autograd.
#
# To check by hand: $f(0.5) = 77.866155$, to the digits shown.
#
# <details><summary>Hint 1</summary>With $c = e^x + e^{2x}$, $f = e^c + \sin c$. The chain rule wants $dc/dx$ once.</details>
# <details><summary>Hint 2</summary>$(e^x)^2 = e^{2x}$, and its derivative is $2e^{2x}$.</details>

# %% id="a1_f" role="solution"
def f(x):
    """Return f(x), entry by entry.

    Parameters
    ----------
    x : Tensor, of any shape, float32 or float64

    Returns
    -------
    Tensor : f(x), of the shape and dtype of x, with a graph if x has one
    """
    ### BEGIN SOLUTION
    c = torch.exp(x) + torch.exp(x) ** 2
    return torch.exp(c) + torch.sin(c)
    ### END SOLUTION


def derv_f(x):
    """Return f′(x), entry by entry, by your own formula.

    Parameters
    ----------
    x : Tensor, of any shape, float32 or float64

    Returns
    -------
    Tensor : f′(x), of the shape and dtype of x
    """
    ### BEGIN SOLUTION
    a = torch.exp(x)
    c = a + a**2
    return (torch.exp(c) + torch.cos(c)) * (a + 2 * a**2)
    ### END SOLUTION


# f_autograd : number or Tensor with one entry, the derivative of f at x = 0.5 by autograd
### BEGIN SOLUTION
x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad
### END SOLUTION

# %% The function at 0.5 and 0 id="a1_f_public" role="test" points=1
with checks.question("a1_f_public") as check:
    with check("f(0.5) = 77.866155"):
        checks.close(f(torch.tensor(0.5)), 77.866155, name="f(0.5)", rtol=1e-5, mistakes={
            "the sine is missing": 78.8071,
            "(e^x)^2 is e^(2x), not e^(x^2)": 18.986471,
            "the second term is a cosine": 78.468541,
        }, hint="with c = exp(x) + exp(x)**2, f = exp(c) + sin(c)")
    with check("f takes a batch: f([0, 0.5])"):
        checks.close(f(torch.tensor([0.0, 0.5])), [8.298354, 77.866155], name="f([0, 0.5])", rtol=1e-5)
    with check("derv_f(0.5) = 555.97197, and f_autograd is the same"):
        checks.close(derv_f(torch.tensor(0.5)), 555.97197, name="derv_f(0.5)", rtol=1e-5, mistakes={
            "dc/dx is missing: c depends on x": 78.468541,
            "the derivative of (e^x)^2 is 2e^(2x)": 342.672,
            "the derivative of the sine is plus the cosine": 560.770,
        })
        checks.close(f_autograd, 555.97197, name="f_autograd", rtol=1e-5)

# %% Other values, shapes and dtypes id="a1_f_values" role="hidden" points=1
# Hint: Call f on a tensor of shape (2, 3) and of dtype float64: the result must have the same shape and dtype.
with checks.question("a1_f_values") as check:
    for shape in [(), (5,), (2, 3)]:
        with check(f"shape {shape}, float64"):
            at = checks.rng(f"a1 {shape}").uniform(-1, 1.2, shape)
            inner_sum = np.exp(at) + np.exp(2 * at)
            value = f(torch.tensor(at))
            checks.close(value, np.exp(inner_sum) + np.sin(inner_sum), name="f", rtol=1e-9)
            checks.equal(tuple(value.shape), shape, name="shape")
            checks.equal(str(value.dtype), "torch.float64", name="dtype")
    with check("float32 stays float32"):
        checks.equal(str(f(torch.tensor([0.3, 0.7])).dtype), "torch.float32", name="dtype")

# %% The derivative by hand id="a1_f_derivative" role="hidden" points=1
# Hint: Compare derv_f with (f(x+h) − f(x−h)) / 2h for h = 1e-5 in float64, at several points.
with checks.question("a1_f_derivative") as check:
    for shape in [(), (7,), (2, 3)]:
        with check(f"shape {shape}, float64"):
            at = checks.rng(f"a1 derivative {shape}").uniform(-1, 1.2, shape)
            power, given = np.exp(at), torch.tensor(at)
            right = (np.exp(power + power**2) + np.cos(power + power**2)) * (power + 2 * power**2)
            checks.close(derv_f(given), right, name="derv_f", rtol=1e-9)
            checks.close(given, at, name="x afterwards", rtol=0, atol=0)
    with check("float32 stays float32"):
        checks.equal(str(derv_f(torch.tensor([0.3, 0.7])).dtype), "torch.float32", name="dtype")

# %% The derivative by autograd id="a1_f_autograd" role="hidden" points=1
# Hint: f must use torch's functions on x itself: no .detach(), .item(), .numpy() or math.exp on the way, and nothing in place
#   (exp_, add_, *=). Print x.grad after f(x).backward().
with checks.question("a1_f_autograd") as check:
    power = np.exp(0.5)
    with check("f_autograd is the derivative at 0.5"):
        right = (np.exp(power + power**2) + np.cos(power + power**2)) * (power + 2 * power**2)
        checks.close(f_autograd, right, name="f_autograd", rtol=1e-5)
    with check("autograd goes through f"):
        at = checks.rng("a1 autograd").uniform(-0.5, 1, 4)
        made = checks.autograd_of(f, torch.tensor(at))
        checks.true(made["gradient"] is not None, "the result of f has no graph")
        inner_sum = np.exp(at) + np.exp(2 * at)
        right = (np.exp(inner_sum) + np.cos(inner_sum)) * (np.exp(at) + 2 * np.exp(2 * at))
        checks.close(made["gradient"], right, rtol=1e-6)

# %% [markdown]
# **Look.** The value at $0.5$, and the derivative twice.

# %% tags=["nbval-check-output"]
print(f"f(0.5)  = {f(torch.tensor(0.5)).item():.3f}")
print(f"f'(0.5) = {derv_f(torch.tensor(0.5)).item():.2f} by hand, {float(f_autograd):.2f} by autograd")

# %% [markdown]
# **Look.** Your derivative and that of autograd at a whole batch of points, in both precisions. The last column is the largest
# relative difference: up to some $10^{-14}$ in float64 and $10^{-6}$ in float32, since two right formulas round differently. Question 5 says how large that may be.

# %%
for dtype in (torch.float64, torch.float32):
    points = torch.linspace(-1, 1.4, 200, dtype=dtype, requires_grad=True)
    f(points).sum().backward()
    by_hand = derv_f(points.detach())
    print(f"{dtype!s:14s} largest relative difference {((points.grad - by_hand) / by_hand).abs().max():.1e}")

# %%
_, ax = plt.subplots()
ax.plot(points.detach(), by_hand, label="by hand")
ax.plot(points.detach()[::10], points.grad[::10], "o", label="autograd")
ax.set(xlabel="x", ylabel="f ′(x)", yscale="log")
ax.legend()
plt.show()

# %% [markdown] id="a2_derivative" role="statement"
# ### Question 2: the derivative of any function (2 points)
#
# For a function that works entry by entry, $y_i = f(x_i)$, one backward pass gives all derivatives $f'(x_i)$ at once: the gradient
# of $\sum_i y_i$ with respect to $x_i$ is $f'(x_i)$, since $x_i$ is in no other term.
#
# **Task.** Write `derivative(f, x)`. The caller's `x` must be as it was afterwards: the same values, no new `.grad`, and
# `requires_grad` as before. Calling it twice gives the same result twice.
#
# To check by hand: for $f = x^3$ at $(1, 2)$ the derivatives are $(3, 12)$.
#
# <details><summary>Hint 1</summary>Work on a tensor of your own: x.detach().clone().requires_grad_().</details>
# <details><summary>Hint 2</summary>torch.autograd.grad(y.sum(), x) returns the gradient and keeps nothing in .grad.</details>

# %% id="a2_derivative" role="solution"
def derivative(f, x):
    """Return f′(x) by autograd, for a function that works entry by entry.

    Parameters
    ----------
    f : callable
        Maps a tensor to a tensor of the same shape, entry by entry.
    x : Tensor, of any shape

    Returns
    -------
    Tensor : f′(x), of the shape and dtype of x, without a graph
    """
    ### BEGIN SOLUTION
    inner = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(inner).sum(), inner)[0]
    ### END SOLUTION

# %% A derivative to check by hand id="a2_derivative_public" role="test" points=1
with checks.question("a2_derivative_public") as check:
    with check("f = x³ at (1, 2): [3, 12]"):
        checks.close(derivative(tensors.cube, torch.tensor([1.0, 2.0])), [3.0, 12.0], name="derivative", mistakes={
            "this is f(x)": [1.0, 8.0],
            "this is the gradient of the mean; sum the entries before you go back": [1.5, 6.0],
            "this is the second derivative": [6.0, 12.0],
        })
    with check("x may come with requires_grad set, and is as before afterwards"):
        x = torch.tensor([1.0, 2.0], requires_grad=True)
        checks.close(derivative(tensors.cube, x), [3.0, 12.0], name="derivative")
        checks.true(x.grad is None, "x.grad was filled; work on a copy: x.detach().clone()")

# %% Other functions, twice, and a clean x id="a2_derivative_other" role="hidden" points=1
# Hint: Try a single number and an array with three axes. Call derivative twice on the same x. Is the second result the same, and x.requires_grad what it was?
with checks.question("a2_derivative_other") as check:
    cases = [
        (tensors.wave, lambda at: 3 * np.cos(3 * at) + 2 * at),
        (tensors.bell, lambda at: (1 - 2 * at**2) * np.exp(-(at**2))),
    ]
    for function, exact in cases:
        with check("another function, a matrix of points, twice"):
            points = checks.rng(f"a2 {function.__name__}").uniform(-1.5, 1.5, (3, 4))
            given = torch.tensor(points)
            for _ in range(2):  # to rounding: difference quotients are not
                result = derivative(function, given)
                checks.close(result, exact(points), name="derivative", rtol=1e-11, atol=1e-11)
            checks.equal(str(result.dtype), "torch.float64", name="dtype")
            checks.true(not result.requires_grad, "the result has a graph; return it detached")
            checks.close(given, points, name="x afterwards", rtol=0, atol=0)
            checks.true(not given.requires_grad and given.grad is None, "x was changed: requires_grad or .grad is set")
    for shape in [(), (2, 3, 2)]:
        with check(f"shape {shape}"):
            points = checks.rng("a2 shapes").uniform(-1.5, 1.5, shape)
            result = derivative(tensors.wave, torch.tensor(points))
            checks.close(result, 3 * np.cos(3 * points) + 2 * points, name="derivative", rtol=1e-11, atol=1e-11)
    with check("float32 stays float32"):
        checks.equal(str(derivative(tensors.wave, torch.tensor([0.5])).dtype), "torch.float32", name="dtype")
    with check("an old .grad stays what it was"):
        given = torch.tensor([1.0, -3.0], requires_grad=True)
        given.grad = torch.tensor([7.0, 7.0])
        checks.close(derivative(tensors.cube, given), [3.0, 27.0], name="derivative")
        checks.close(given.grad, [7.0, 7.0], name="x.grad afterwards")
        checks.true(given.requires_grad, "x.requires_grad was switched off")

# %% [markdown]
# ## Part 2: what autograd keeps

# %% [markdown] id="a3_accumulation" role="statement"
# ### Question 3: backward, again and again (2 points)
#
# `backward` **adds** to `.grad`; it does not replace what is there. And it frees the graph as it goes back, unless it is told to keep it.
# Think first, then run the lines in a cell of your own: take
#
# ```python
# x = torch.tensor(2.0, requires_grad=True)
# y = x**3
# y.backward(retain_graph=True)  # (a)
# y.backward(retain_graph=True)  # (b)
# x.grad = None
# y.backward()                   # (c)
# y.backward()                   # (d)
# ```
#
# **Task.** Set `after_a`, `after_b` and `after_c` to the number in `x.grad` after these lines (`x.grad.item()`: the tensor itself changes with the next line), and `line_d` to what line (d) does:
# `"adds the same again"`, `"changes nothing"` or `"raises an error"`.

# %% id="a3_accumulation" role="solution"
# after_a : float, x.grad after line (a)
# after_b : float, x.grad after line (b)
# after_c : float, x.grad after line (c)
# line_d : str, one of "adds the same again", "changes nothing", "raises an error"
### BEGIN SOLUTION
after_a = 12.0
after_b = 24.0
after_c = 12.0
line_d = "raises an error"
### END SOLUTION

# %% The first backward id="a3_accumulation_public" role="test" points=1
with checks.question("a3_accumulation_public") as check:
    with check("after_a is the derivative of x³ at 2"):
        checks.close(after_a, 12.0, name="after_a", mistakes={
            "this is y": 8.0,
            "this is 3x; the derivative is 3x²": 6.0,
            "x.grad is one tensor, which the next backward changes; keep the number, x.grad.item()": 24.0,
        })
    with check("after_b and after_c are numbers"):
        checks.number(after_b, name="after_b")
        checks.number(after_c, name="after_c")
    with check("line_d is one of the three texts"):
        options = ("adds the same again", "changes nothing", "raises an error")
        checks.true(checks.text(line_d, name="line_d") in options, f"line_d: one of {', '.join(options)}")

# %% Again, and without the graph id="a3_accumulation_again" role="hidden" points=1
# Hint: Run the lines one by one and print x.grad after each.
with checks.question("a3_accumulation_again") as check:
    with check("after_b"):
        checks.close(after_b, 24.0, name="after_b")
    with check("after_c"):
        checks.close(after_c, 12.0, name="after_c")
    with check("line_d"):
        checks.choice(line_d, "raises an error", ["adds the same again", "changes nothing", "raises an error"], name="line_d")

# %% [markdown] id="a4_backward" role="statement"
# ### Question 4: `backward()` and `backward(v)` (3 points)
#
# For a vector $y = f(x)$ there is a whole Jacobian $J_{ij} = \partial y_i / \partial x_j$, and reverse mode never builds it. `y.backward(v)`
# computes $J^\top v$ in one pass. For a number $y$, `backward()` means $v = 1$; with another $v$ the derivative comes out multiplied by $v$,
# and nothing warns you.
#
# **Task.**
#
# 1. A fellow student writes `y.backward(x)` for $y = x^3$ at $x = 3$, where `y.backward()` was meant. Set `with_argument` to what
#    is in `x.grad` then.
# 2. Write `vector_jacobian(f, x, v)`, which returns $J(x)^\top v$, by autograd and in the dtype of `x`. It leaves `x` and `v` as they were, also if
#    `x` comes with `requires_grad` set.
#
# To check by hand: for $y_i = x_i^2 \sin x_{i+1}$ (`tensors.twist`; after the last entry comes the first) at
# $x = (\tfrac{\pi}{2}, 0)$ and $v = (1, 0)$ only $y_1 = x_1^2 \sin x_2$ counts, with $\partial y_1/\partial x_1 = 2x_1 \sin x_2 = 0$ and
# $\partial y_1/\partial x_2 = x_1^2 \cos x_2 = \pi^2/4$. So $J^\top v = (0, \tfrac{\pi^2}{4}) = (0, 2.467401)$.

# %% id="a4_backward" role="solution"
# with_argument : float, x.grad after y.backward(x) for y = x³ at x = 3
### BEGIN SOLUTION
with_argument = 3 * 3.0**2 * 3.0
### END SOLUTION


def vector_jacobian(f, x, v):
    """Return J(x)ᵀ v for the Jacobian J of f.

    Parameters
    ----------
    f : callable
        Maps a tensor of shape (n,) to one of shape (m,).
    x : Tensor, shape (n,)
    v : Tensor, shape (m,)

    Returns
    -------
    Tensor, shape (n,) : J(x)ᵀ v, where J has entries ∂f_i/∂x_j
    """
    ### BEGIN SOLUTION
    inner = x.detach().clone().requires_grad_()
    f(inner).backward(v)
    return inner.grad
    ### END SOLUTION

# %% A product to check by hand id="a4_backward_public" role="test" points=1
with checks.question("a4_backward_public") as check:
    x = torch.tensor([torch.pi / 2, 0.0])
    with check("twist at (π/2, 0), v = (1, 0): [0, π²/4]"):
        checks.close(vector_jacobian(tensors.twist, x, torch.tensor([1.0, 0.0])), [0.0, 2.467401], name="vector_jacobian",
                     atol=1e-5, mistakes={"this is J v; Jᵀ v is asked": [0.0, 0.0]})
    with check("v = (3, 0): three times that"):
        checks.close(vector_jacobian(tensors.twist, x, torch.tensor([3.0, 0.0])), [0.0, 7.402203], name="vector_jacobian", atol=1e-5, mistakes={
            "the result of the call before is still in x.grad; work on a copy of x": [0.0, 9.869604],
            "v is not used": [0.0, 2.467401],
        })
    with check("with_argument is a number"):
        checks.number(with_argument, name="with_argument")

# %% Other vectors, in the right order id="a4_backward_vectors" role="hidden" points=1
# Hint: Is it Jᵀv or Jv? Write J for two entries by hand and compare. There may be more values than entries, or fewer. Are x and v as they were?
with checks.question("a4_backward_vectors") as check:
    rng = checks.rng("a4")
    for n in (2, 5):
        with check(f"{n} entries"):
            at, along = rng.uniform(-2, 2, n), rng.uniform(-1, 1, n)
            following = np.roll(at, -1)
            right_J = np.diag(2 * at * np.sin(following)) + np.roll(np.diag(at**2 * np.cos(following)), 1, axis=1)
            given, weights = torch.tensor(at), torch.tensor(along)
            result = vector_jacobian(tensors.twist, given, weights)
            checks.close(result, right_J.T @ along, name="vector_jacobian", rtol=1e-11, atol=1e-11)
            checks.equal(str(result.dtype), "torch.float64", name="dtype")
            checks.close(given, at, name="x afterwards", rtol=0, atol=0)
            checks.close(weights, along, name="v afterwards", rtol=0, atol=0)
            checks.true(not given.requires_grad and given.grad is None, "x was changed")
    with check("fewer values than entries"):
        at, along = rng.uniform(-2, 2, 4), rng.uniform(-1, 1, 3)
        right = np.append(2 * at[:-1] * at[1:] * along, 0.0) + np.append(0.0, at[:-1] ** 2 * along)
        checks.close(vector_jacobian(tensors.neighbours, torch.tensor(at), torch.tensor(along)), right, name="vector_jacobian", rtol=1e-11, atol=1e-11)
    with check("more values than entries"):
        at, along = rng.uniform(-2, 2, 3), rng.uniform(-1, 1, 6)
        weights = torch.tensor(along)
        checks.close(vector_jacobian(tensors.powers, torch.tensor(at), weights), along[:3] + 2 * at * along[3:], name="vector_jacobian", rtol=1e-11, atol=1e-11)
        checks.true(not weights.requires_grad, "v.requires_grad was switched on")
    with check("x with requires_grad and an old .grad"):
        given = torch.tensor([1.0, -3.0], requires_grad=True)
        given.grad = torch.tensor([7.0, 7.0])
        at = np.array([1.0, -3.0])
        right_J = np.diag(2 * at * np.sin(at[::-1])) + np.diag(at**2 * np.cos(at[::-1]))[:, ::-1]
        checks.close(vector_jacobian(tensors.twist, given, torch.tensor([2.0, 1.0])), right_J.T @ [2.0, 1.0], name="vector_jacobian")
        checks.close(given.grad, [7.0, 7.0], name="x.grad afterwards")
        checks.true(given.requires_grad, "x.requires_grad was switched off")

# %% With an argument by mistake id="a4_backward_argument" role="hidden" points=1
# Hint: y.backward(v) gives v times the derivative. Here v is x itself.
with checks.question("a4_backward_argument") as check:
    with check("with_argument"):
        checks.close(with_argument, 81.0, name="with_argument", rtol=1e-6)

# %% [markdown]
# ## Part 3: how much to trust it

# %% [markdown] id="a5_rounding" role="statement"
# ### Question 5: close enough? (2 points, 1 of them read by a person)
#
# A float32 number carries about seven digits: rounding changes it by a factor $1 + \delta$ with $|\delta| \le u = 2^{-24}$. A
# function hands the relative error of its input on, multiplied by its *condition number*
#
# $$\kappa(x) = \left|\frac{x\,f'(x)}{f(x)}\right| .$$
#
# **Task.**
#
# 1. Set `unit_roundoff` to $u$, and `condition` to $\kappa(0.5)$ for $f$ of question 1 (three digits are enough; $f(0.5) = 77.866155$ and
#    $f'(0.5) = 555.97197$). Rounding the input alone then changes $f$ by about $\kappa u$, relatively.
# 2. Set `tolerance` to the one of `1e-10`, `1e-5` and `1e-1` that a test of a float32 derivative should use as its relative tolerance.
# 3. In the cell below, say in two or three sentences what is wrong with the other two.

# %% id="a5_rounding" role="solution"
# unit_roundoff : float, the largest relative rounding error of float32
# condition : float, the condition number of f at 0.5
# tolerance : float, one of 1e-10, 1e-5, 1e-1
### BEGIN SOLUTION
unit_roundoff = 2.0**-24
condition = 0.5 * 555.97197 / 77.866155
tolerance = 1e-5
### END SOLUTION

# %% Numbers of the right size id="a5_rounding_public" role="test" points=0.5
with checks.question("a5_rounding_public") as check:
    with check("unit_roundoff is 2 to the power −24"):
        checks.close(unit_roundoff, 2.0**-24, name="unit_roundoff", rtol=1e-3, atol=0, mistakes={
            "this is the distance from 1 to the next float32 number; rounding goes half as far": 2.0**-23,
            "this is the unit roundoff of float64": 2.0**-53,
        })
    with check("tolerance is one of the three"):
        value = checks.number(tolerance, name="tolerance")
        checks.less(min(abs(value / one - 1) for one in (1e-10, 1e-5, 1e-1)), 1e-3, f"tolerance: 1e-10, 1e-5 or 1e-1, not {value:g}")

# %% Condition and tolerance id="a5_rounding_condition" role="hidden" points=0.5
# Hint: The condition number divides by f(x) and multiplies by x. A tolerance lies well above κ·u and well below every
#   mistake you want to see.
with checks.question("a5_rounding_condition") as check:
    with check("condition"):
        checks.close(condition, 3.570049, name="condition", rtol=5e-3)
    with check("tolerance"):
        checks.close(tolerance, 1e-5, name="tolerance", rtol=1e-3, atol=0)

# %% Why not another tolerance [markdown] id="a5_rounding_text" role="manual" points=1
# ### BEGIN SOLUTION
# With `1e-10` right answers fail: each operation rounds to $u \approx 6\cdot 10^{-8}$, the exponentials multiply the error of their argument
# by its size ($\kappa \approx 3.6$ at $0.5$, more for larger $x$), so two right programs differ in the sixth or seventh digit.
# With `1e-1` wrong answers pass: a missing cosine changes $f'(0.5)$ by less than one part in a hundred, since $e^c = 78.8$ and $\cos c = -0.34$.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# ½ point: 1e-10 is below what float32 can give (rounding, or about seven digits), so right answers would fail.
# ½ point: 1e-1 would let wrong formulas pass, with an example or a reason.
# ### END MARK SCHEME

# %% [markdown] id="a6_gradient_check" role="statement"
# ### Question 6: a gradient check of your own (3 points)
#
# Autograd is only as right as the derivative of each building block. Who writes a block by hand, for speed say, can slip. So
# compare with central differences, entry by entry:
#
# $$g_i \approx \frac{f(x + h e_i) - f(x - h e_i)}{2h}, \qquad
# \text{error} = \frac{\lVert g_{\text{autograd}} - g_{\text{differences}}\rVert}{\lVert g_{\text{autograd}}\rVert + \lVert g_{\text{differences}}\rVert} .$$
#
# **Task.** Write `gradient_check(f, x, h=1e-6)` for a function from vectors to numbers whose gradient is not zero; it returns the error. Compute in the dtype
# of `x`, and leave `x` as it was.
#
# To check by hand: `tensors.slipped_cube` is $x^3$, but tells autograd the derivative $2x^2$. For the sum of its entries the error is
# $|2 - 3| / (2 + 3) = 0.2$ at every point. For the true cube it is nearly 0.

# %% id="a6_gradient_check" role="solution"
def gradient_check(f, x, h=1e-6):
    """Return how far the gradient by autograd is from central differences.

    Parameters
    ----------
    f : callable
        Maps a tensor of shape (n,) to a tensor with one entry.
    x : Tensor, shape (n,)
    h : float
        The step of the differences.

    Returns
    -------
    float : ‖autograd − differences‖ / (‖autograd‖ + ‖differences‖), Euclidean norms
    """
    ### BEGIN SOLUTION
    inner = x.detach().clone().requires_grad_()
    (by_autograd,) = torch.autograd.grad(f(inner), inner)
    by_differences = torch.empty_like(by_autograd)
    with torch.no_grad():
        for i in range(len(x)):
            e = torch.zeros_like(x)
            e[i] = h
            by_differences[i] = (f(x + e) - f(x - e)) / (2 * h)
    error = torch.linalg.norm(by_autograd - by_differences)
    return float(error / (torch.linalg.norm(by_autograd) + torch.linalg.norm(by_differences)))
    ### END SOLUTION

# %% A right and a wrong derivative id="a6_gradient_check_public" role="test" points=1
with checks.question("a6_gradient_check_public") as check:
    x = torch.tensor([1.1, -2.3, 0.7], dtype=torch.float64)
    with check("a wrong derivative: the error is 0.2"):
        checks.close(gradient_check(tensors.slipped_cube_sum, x), 0.2, name="gradient_check", rtol=1e-4, mistakes={
            "the norms are not added: divide by the sum of both": 1 / 3,
            "divided by the norm of autograd's gradient alone, or the differences by h in place of 2h": 0.5,
            "the error is not relative: divide by the norms": 5.448697,
            "the derivative is not compared: both sides come from autograd": 0.0,
        })
    with check("a right derivative: the error is below 1e-8"):
        error = checks.number(gradient_check(tensors.valley, x), name="gradient_check")
        checks.less(error, 1e-8, "the error of a right gradient is too large",
                    "are the differences central, in float64? Did x keep a .grad from the call before?")
        checks.less(-1e-30, error, "an error is not negative")

# %% Right gradients at other points, and h id="a6_gradient_check_right" role="hidden" points=1
# Hint: Central differences have an error of order h². Is h used, and is x as it was?
with checks.question("a6_gradient_check_right") as check:
    rng = checks.rng("a6")
    for n in (2, 6):
        with check(f"{n} entries"):
            at = rng.uniform(0.5, 1.5, (6, n))
            errors = []
            for row in at:
                given = torch.tensor(row)
                errors.append(checks.number(gradient_check(tensors.valley, given)))
                checks.close(given, row, name="x afterwards", rtol=0, atol=0)
                checks.true(not given.requires_grad and given.grad is None, "x was changed: requires_grad or .grad is set")
            # 3000 such points gave at most 1.5e-9; a buffer in float32 gives more than 1e-8 at two of three
            checks.less(max(errors), 5e-9, "the error of a right gradient is too large")
    with check("float32 is computed in float32"):
        given = torch.tensor([0.7, 1.3, 0.9])
        checks.less(1e-6, checks.number(gradient_check(tensors.valley, given, h=1e-4)), "the error is smaller than float32 can make it")
    with check("a large step shows, as h²"):
        x = torch.tensor([1.0], dtype=torch.float64)  # differences give 3 + h² for x³
        checks.close(gradient_check(tensors.cube_sum, x, h=0.1), 0.01 / 6.01, name="gradient_check", rtol=1e-4)
        checks.close(gradient_check(tensors.cube_sum, x, h=0.2), 0.04 / 6.04, name="gradient_check", rtol=1e-4)

# %% Wrong gradients at other points id="a6_gradient_check_wrong" role="hidden" points=1
# Hint: Compare whole vectors: a mistake in one entry must show, whatever the others are.
with checks.question("a6_gradient_check_wrong") as check:
    rng = checks.rng("a6 wrong")
    for n in (1, 4):
        with check(f"{n} entries, all wrong"):
            x = torch.tensor(rng.uniform(0.5, 2, n) * rng.choice([-1, 1], n))
            checks.close(gradient_check(tensors.slipped_cube_sum, x), 0.2, name="gradient_check", rtol=1e-4)
    with check("only the last entry is wrong"):
        x = rng.uniform(0.5, 2, 3)
        auto, true = np.array([3, 3, 2]) * x**2, 3 * x**2
        right = np.linalg.norm(auto - true) / (np.linalg.norm(auto) + np.linalg.norm(true))
        checks.close(gradient_check(tensors.slips_at_the_end, torch.tensor(x)), right, name="gradient_check", rtol=1e-4)

# %% [markdown]
# **Look.** The error of the difference quotient of `tensors.valley` against its step. Before you plot: truncation falls as
# $h^2$ (slope 2), rounding grows as $u/h$ (slope −1), so expect a V (and an error of 1 where rounding has eaten every digit). Where is the best step, in each precision?

# %%
steps = np.logspace(-12, 0, 49)
_, ax = plt.subplots()
for dtype in (torch.float64, torch.float32):
    point = torch.tensor([0.7, 1.3, 0.9], dtype=dtype)
    ax.loglog(steps, [gradient_check(tensors.valley, point, h=float(h)) for h in steps], "o-", markersize=4, label=str(dtype))
ax.set(xlabel="step h", ylabel="relative error of the gradient check")
ax.legend()
plt.show()

# %% [markdown] id="a7_hessian_vector" role="statement"
# ### Question 7, optional: a Hessian times a vector (2 points on top)
#
# The Hessian of a function of $n$ numbers has $n^2$ entries, but its product with one vector costs only a few evaluations of the function
# (Pearlmutter 1994): the gradient of $\nabla f(x)^\top v$ with respect to $x$ is $\nabla^2 f(x)\, v$. Autograd differentiates a gradient like any other
# expression if you ask for its graph: `create_graph=True`.
#
# **Task.** Write `hessian_vector(f, x, v)` by autograd, without building the Hessian (no check sees that, but a large $n$ does). It leaves `x` and `v` as they were. $f$ is not linear.
#
# To check by hand: for $f = \sum_i x_i^3$ the Hessian is diagonal with $6x_i$; at $(1, 2)$ with $v = (1, 1)$ the product is $(6, 12)$.

# %% id="a7_hessian_vector" role="solution"
def hessian_vector(f, x, v):
    """Return ∇²f(x) v.

    Parameters
    ----------
    f : callable
        Maps a tensor of shape (n,) to a tensor with one entry.
    x, v : Tensor, shape (n,)

    Returns
    -------
    Tensor, shape (n,) : the Hessian of f at x times v

    Sources: Pearlmutter 1994, Neural Computation 6(1).
    """
    ### BEGIN SOLUTION
    inner = x.detach().clone().requires_grad_()
    (gradient,) = torch.autograd.grad(f(inner), inner, create_graph=True)
    return torch.autograd.grad(gradient @ v, inner)[0]
    ### END SOLUTION

# %% A product to check by hand id="a7_hessian_vector_public" role="test" points=1
with checks.question("a7_hessian_vector_public") as check:
    with check("Σ x³ at (1, 2), v = (1, 1): [6, 12]"):
        result = hessian_vector(tensors.cube_sum, torch.tensor([1.0, 2.0]), torch.tensor([1.0, 1.0]))
        checks.close(result, [6.0, 12.0], name="hessian_vector", mistakes={
            "this is the gradient": [3.0, 12.0],
            "v is used twice, or the Hessian's diagonal is squared": [36.0, 144.0],
        })
    with check("v = (0, 3): [0, 36]"):
        result = hessian_vector(tensors.cube_sum, torch.tensor([1.0, 2.0]), torch.tensor([0.0, 3.0]))
        checks.close(result, [0.0, 36.0], name="hessian_vector")

# %% A full Hessian id="a7_hessian_vector_full" role="hidden" points=1
# Hint: Compare with torch.autograd.functional.hessian(f, x) @ v for a function that couples its entries.
with checks.question("a7_hessian_vector_full") as check:
    rng = checks.rng("a7")
    for n in (2, 5):
        with check(f"{n} entries"):
            at, along = rng.uniform(-1, 1, n), rng.uniform(-1, 1, n)
            given, direction = torch.tensor(at), torch.tensor(along)
            right = torch.autograd.functional.hessian(tensors.valley, torch.tensor(at)) @ torch.tensor(along)
            checks.close(hessian_vector(tensors.valley, given, direction), right, name="hessian_vector", rtol=1e-11, atol=1e-10)
            checks.true(not given.requires_grad and given.grad is None, "x was changed")
            checks.close(given, at, name="x afterwards", rtol=0, atol=0)
            checks.close(direction, along, name="v afterwards", rtol=0, atol=0)

# %% [markdown]
# ## Before you hand in

# %% role="handin"
