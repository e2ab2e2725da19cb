# %% [markdown]
# # Optimizers from scratch
#
# **Assignment 2, notebook `optimizers`, 15 points, and 2 on top.** You fit a linear model with PyTorch's optimizers, write gradient descent, SGD, AdaGrad and Adam yourself, and let all of them race, in a round valley
# and in a long, narrow one, against what theory promises.
#
# - An update is a *pure function* here: `step(params, grads, state, …)` returns new parameters and a new state, and changes none of its arguments. All memory of an optimizer (averages, counters) is in the
#   state, so two runs cannot disturb each other.
# - From question 3 on, `torch.optim` is out of bounds: you write what it does. Question 1 is its turn.
# - Hidden checks test the rest of each answer when your work is graded. Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import time
import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.optim
from course_lib import checks, plotting

# %% [markdown] role="given"
# The data: 200 examples with three features, a target with a little noise. In `X_long` the third feature is twenty times smaller than in `X`, as if it were in another unit.

# %% role="given"
generator = np.random.default_rng(2026)
X = generator.normal(size=(200, 3))
X_long = X * np.array([1.0, 1.0, 0.05])
noise = 0.1 * generator.normal(size=200)
y = X @ np.array([1.0, -2.0, 0.5]) + noise
y_long = X_long @ np.array([1.0, -2.0, 0.5]) + noise

# %% [markdown]
# ## Part 1: a linear model with PyTorch's optimizers
#
# $$f(w) = \frac{1}{2N} \lVert Xw - y\rVert^2, \qquad X \in \mathbb{R}^{N \times d}$$

# %% [markdown] id="o1_torch" role="statement"
# ### Question 1: train with torch.optim (3 points)
#
# **Task.** Write `train_torch(X, y, optimizer, epochs, **options)`. It starts at $w = 0$ in double precision, takes one step per epoch with the gradient of $f$ over all examples, by autograd, and returns the last $w$ and
# the list of losses **before** each step. `optimizer` is a class such as `torch.optim.Adam`, `options` are its own (`lr=0.1`).
#
# To check by hand: four examples with one feature, $X = (2, 0, 0, 0)^\top$ and $y = (2, 2, 2, 2)$: $f(0) = \tfrac18\cdot 16 = 2$, the gradient there is $\tfrac14(2\cdot(-2)) = -1$, so SGD with `lr=0.5` goes to $w = 0.5$.

# %% id="o1_torch" role="solution"
def train_torch(X, y, optimizer, epochs, **options):
    """Fit a linear model with one of PyTorch's optimizers.

    Parameters
    ----------
    X : ndarray, shape (N, d)
    y : ndarray, shape (N,)
    optimizer : class
        For example torch.optim.SGD.
    epochs : int
        Steps to take, each with all examples.
    options
        Go to the optimizer: lr and others.

    Returns
    -------
    tuple (w, losses) : ndarray of shape (d,), and a list of epochs floats, the loss before each step
    """
    ### BEGIN SOLUTION
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses
    ### END SOLUTION

# %% The example above id="o1_torch_public" role="test" points=1
with checks.question("o1_torch_public") as check:
    X, y = np.array([[2.0], [0.0], [0.0], [0.0]]), np.full(4, 2.0)
    with check("one step of SGD: w = 0.5, loss 2 before it"):
        with checks.unchanged(X=X, y=y):
            w, losses = train_torch(X, y, torch.optim.SGD, 1, lr=0.5)
        checks.close(w, [0.5], name="w", mistakes={
            "the loss is a sum; a mean over the examples is asked": [2.0],
            "the ½ of the loss is missing": [1.0],
            "this is the start; was a step taken?": [0.0],
            "the step goes uphill": [-0.5],
        })
        checks.close(losses, [2.0], name="losses", mistakes={"this is the loss after the step": [1.625], "the ½ of the loss is missing": [4.0]})
    with check("two steps: losses 2, 1.625"):
        w, losses = train_torch(X, y, torch.optim.SGD, 2, lr=0.5)
        checks.close(losses, [2.0, 1.625], name="losses")
        checks.close(w, [0.75], name="w", mistakes={"gradients of both steps were added up; reset them": [1.25]})

# %% Other optimizers and options id="o1_torch_options" role="hidden" points=1
# Hint: The options must reach the optimizer, whatever they are called, and nothing may be built for one class alone.
with checks.question("o1_torch_options") as check:
    rng = checks.rng("o1 options")
    X, y = rng.normal(size=(20, 3)), rng.normal(size=20)
    gradient = -X.T @ y / 20
    with check("SGD with momentum, two steps"):
        first = -0.1 * gradient
        second = X.T @ (X @ first - y) / 20
        right = first - 0.1 * (0.9 * gradient + second)
        checks.close(train_torch(X.copy(), y.copy(), torch.optim.SGD, 2, lr=0.1, momentum=0.9)[0], right, name="w")
    with check("SGD with weight decay, two steps"):
        first = -0.1 * gradient
        second = X.T @ (X @ first - y) / 20 + 0.3 * first
        checks.close(train_torch(X.copy(), y.copy(), torch.optim.SGD, 2, lr=0.1, weight_decay=0.3)[0], first - 0.1 * second, name="w")
    with check("RMSprop with another alpha, one step"):
        right = -0.02 * gradient / (np.abs(gradient) * np.sqrt(0.75) + 1e-8)
        checks.close(train_torch(X.copy(), y.copy(), torch.optim.RMSprop, 1, lr=0.02, alpha=0.25)[0], right, name="w", rtol=1e-6)
    with check("Adam, one step"):
        right = -0.02 * gradient / (np.abs(gradient) + 1e-8)
        checks.close(train_torch(X.copy(), y.copy(), torch.optim.Adam, 1, lr=0.02)[0], right, name="w", rtol=1e-7)
    with check("without a step"):
        w, losses = train_torch(X.copy(), y.copy(), torch.optim.SGD, 0, lr=0.1)
        checks.close(w, np.zeros(3), name="w")
        checks.equal(len(losses), 0, name="how many losses")

# %% Many steps id="o1_torch_fit" role="hidden" points=1
# Hint: Is the loss a mean, with the ½? Does each step begin with gradients of zero? Is all of it in double precision?
with checks.question("o1_torch_fit") as check:
    rng = checks.rng("o1 fit")
    X, y = rng.normal(size=(30, 2)), rng.normal(size=30)
    with check("the losses of 40 steps, to 1e-10"):
        w, right = np.zeros(2), []
        for _ in range(40):
            residual = X @ w - y
            right.append(float(residual @ residual) / 60)
            w = w - 0.3 * X.T @ residual / 30
        found, losses = train_torch(X.copy(), y.copy(), torch.optim.SGD, 40, lr=0.3)
        checks.close(losses, right, name="losses", rtol=1e-10)
        checks.close(found, w, name="w", rtol=1e-9)

# %% [markdown]
# **Look.** The losses of three of PyTorch's optimizers. All end at the same level, the noise in $y$; Adam overshoots and comes back. Which is fastest depends on step sizes that nobody has tuned yet.

# %%
ax = plt.subplot()
for kind, options, colour, style in [(torch.optim.SGD, {"lr": 0.1}, "#0072B2", "-"), (torch.optim.Adagrad, {"lr": 0.5}, "#D55E00", "--"), (torch.optim.Adam, {"lr": 0.1}, "#009E73", ":")]:
    ax.semilogy(train_torch(X, y, kind, 100, **options)[1], color=colour, linestyle=style, label=f"{kind.__name__}, lr = {options['lr']}")
ax.set(title="PyTorch's optimizers", xlabel="epoch", ylabel="loss f(w)")
ax.legend()
plt.show()

# %% [markdown]
# ## Part 2: the same by hand

# %% [markdown] id="o2_gradient" role="statement"
# ### Question 2: the loss and its gradient (1 point)
#
# **Task.** Write `loss(w, X, y)` and `gradient(w, X, y)` for $f$ in NumPy. They will also be called with a part of the examples, down to a single one (`X` of shape (1, d)).
#
# To check by hand: the example of question 1 has the loss 2 and the gradient −1 at $w = 0$.

# %% id="o2_gradient" role="solution"
def loss(w, X, y):
    """Return f(w), half of the mean square.

    Parameters
    ----------
    w : ndarray, shape (d,)
    X : ndarray, shape (n, d)
    y : ndarray, shape (n,)

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return np.mean((X @ w - y) ** 2) / 2
    ### END SOLUTION


def gradient(w, X, y):
    """Return the gradient of f at w.

    Parameters
    ----------
    w : ndarray, shape (d,)
    X : ndarray, shape (n, d)
    y : ndarray, shape (n,)

    Returns
    -------
    ndarray, shape (d,)
    """
    ### BEGIN SOLUTION
    return X.T @ (X @ w - y) / len(y)
    ### END SOLUTION

# %% At the start id="o2_gradient_public" role="test" points=0.5
with checks.question("o2_gradient_public") as check:
    X, y = np.array([[2.0], [0.0], [0.0], [0.0]]), np.full(4, 2.0)
    with check("loss 2 and gradient −1 at w = 0"):
        with checks.unchanged(X=X, y=y):
            checks.close(loss(np.zeros(1), X, y), 2.0, name="loss", mistakes={"the ½ is missing": 4.0, "a sum; the mean is asked": 8.0})
            checks.close(gradient(np.zeros(1), X, y), [-1.0], name="gradient", mistakes={
                "the sign is wrong": [1.0],
                "twice the gradient": [-2.0],
                "a sum; the mean is asked": [-4.0],
            })

# %% Elsewhere id="o2_gradient_other" role="hidden" points=0.5
# Hint: Compare with finite differences at a w that is not 0, and with one example alone.
with checks.question("o2_gradient_other") as check:
    rng = checks.rng("o2")
    for count, size in [(7, 3), (1, 4), (5, 1)]:
        with check(f"{count} examples, {size} features"):
            X, y, w = rng.normal(size=(count, size)), rng.normal(size=count), rng.normal(size=size)
            residual = np.array([sum(X[i, j] * w[j] for j in range(size)) - y[i] for i in range(count)])
            slope = np.array([sum(residual[i] * X[i, j] for i in range(count)) / count for j in range(size)])
            checks.close(loss(w.copy(), X.copy(), y.copy()), float((residual**2).sum()) / (2 * count), name="loss")
            checks.close(gradient(w.copy(), X.copy(), y.copy()), slope, name="gradient")

# %% [markdown] id="o3_gd" role="statement"
# ### Question 3: gradient descent, and a loop for all (2 points)
#
# **Task.**
#
# 1. Write `gd_init(params)`, the state to begin with, and `gd_step(params, grads, state, lr)`. Gradient descent remembers nothing: its state is an empty dict.
# 2. Write `train(init, step, params, gradient, steps, **options)`. It makes the state by `init(params)` and calls `step(params, gradient(params), state, **options)` `steps` times. It returns all points, the start
#    first. It knows nothing of which method it runs: you use it for all of them.
#
# To check by hand: on $f(w) = \tfrac12 w^2$, whose gradient is $w$, with `lr=0.5` from $w = 8$: 8, 4, 2, 1.

# %% id="o3_gd" role="solution" forbids="torch.optim"
def gd_init(params):
    """Return the state that gradient descent begins with.

    Parameters
    ----------
    params : ndarray of any shape

    Returns
    -------
    dict : empty
    """
    ### BEGIN SOLUTION
    return {}
    ### END SOLUTION


def gd_step(params, grads, state, lr):
    """Return the next parameters and state of gradient descent; the arguments stay as they are.

    Parameters
    ----------
    params, grads : ndarray of one shape
    state : dict
    lr : float

    Returns
    -------
    tuple (params, state)
    """
    ### BEGIN SOLUTION
    return params - lr * grads, state
    ### END SOLUTION


def train(init, step, params, gradient, steps, **options):
    """Run an optimizer.

    Parameters
    ----------
    init, step : functions
        As gd_init and gd_step.
    params : ndarray of any shape
        The start.
    gradient : function
        Returns the gradient at params, of the same shape.
    steps : int
    options
        Go to step: lr and others.

    Returns
    -------
    ndarray, shape (steps + 1, *params.shape) : the points, the start first
    """
    ### BEGIN SOLUTION
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)
    ### END SOLUTION

# %% Halving id="o3_gd_public" role="test" points=0.5
with checks.question("o3_gd_public") as check:
    with check("gd_step from 8 with gradient 8 and lr = 0.5: 4"):
        params, grads = np.array([8.0]), np.array([8.0])
        with checks.unchanged(params=params, grads=grads):
            new, state = gd_step(params, grads, gd_init(params), 0.5)
        checks.close(new, [4.0], name="params", mistakes={"the step goes uphill": [12.0], "lr is not used": [0.0]})
    with check("train on ½ w²: 8, 4, 2, 1"):
        checks.close(train(gd_init, gd_step, np.array([8.0]), lambda w: w, 3, lr=0.5), [[8.0], [4.0], [2.0], [1.0]], name="train",
                     hint="all points, the start first: shape (steps + 1, 1) here. If all are the same, params were changed in place")

# %% Any shape id="o3_gd_shapes" role="hidden" points=0.5
# Hint: A matrix of parameters is updated as one array. The arguments must be the same after the call.
with checks.question("o3_gd_shapes") as check:
    rng = checks.rng("o3 shapes")
    for shape in [(4,), (2, 3)]:
        with check(f"shape {shape}"):
            params, grads = rng.normal(size=shape), rng.normal(size=shape)
            right = params - 0.3 * grads
            with checks.unchanged(grads=grads, params=params):
                new, state = gd_step(params, grads, gd_init(params), 0.3)
            checks.close(new, right, name="params")
    with check("the state is an empty dict"):
        checks.equal(len(gd_init(np.zeros(2))), 0, name="entries of the state")
        given = {}
        gd_step(np.zeros(2), np.ones(2), given, 0.3)
        checks.equal(len(given), 0, name="entries of the state that was given, afterwards")

# %% The loop id="o3_gd_loop" role="hidden" points=1
# Hint: The state that a step returns must go into the next one, gradients belong to the newest point, and points must not be overwritten. All steps are taken, also where nothing moves.
with checks.question("o3_gd_loop") as check:
    rng = checks.rng("o3 loop")
    start, A = rng.normal(size=(2, 2)), rng.uniform(0.1, 0.9, (2, 2))

    def counting_init(params):
        return {"count": 0, "size": params.size}

    def counting_step(params, grads, state, lr, shift=0.0):
        return params - lr * grads + state["count"] + shift, {"count": state["count"] + 1, "size": state["size"]}

    with check("an optimizer that the loop does not know, with options"):
        points, params = [start], start
        for count in range(4):
            params = params - 0.2 * (A * params) + count + 0.5
            points.append(params)
        right = np.array(points)
        found = train(counting_init, counting_step, start.copy(), lambda w: A * w, 4, lr=0.2, shift=0.5)
        checks.close(found, right, name="train")
    with check("points that do not move are points as well"):

        def still_step(params, grads, state, lr):
            return params.copy(), state

        checks.close(train(counting_init, still_step, start.copy(), lambda w: w, 3, lr=1.0), np.stack([start] * 4), name="train")
    with check("without a step"):
        checks.close(train(counting_init, counting_step, start.copy(), lambda w: w, 0, lr=1.0), start[None], name="train")

# %% [markdown] id="o4_sgd" role="statement"
# ### Question 4: one example at a time (1.5 points)
#
# **Task.** Write `sgd_epoch(w, X, y, order, lr)`: one pass through the data. For each index in `order`, in that order, it takes a step with the gradient of that example's own loss $\tfrac12 (x_i^\top w - y_i)^2$, and returns
# the last $w$.
#
# To check by hand: the example of question 1 from $w = 0$ with `lr=0.25` and order (0, 1): the first example alone has the gradient $2\cdot(0 - 2) = -4$, so $w = 1$; the second has $x = 0$, so $w$ stays.

# %% id="o4_sgd" role="solution" forbids="torch.optim"
def sgd_epoch(w, X, y, order, lr):
    """Return w after one pass of stochastic gradient descent.

    Parameters
    ----------
    w : ndarray, shape (d,)
    X : ndarray, shape (N, d)
    y : ndarray, shape (N,)
    order : ndarray of int
        Indices of examples, in the order in which they are used.
    lr : float

    Returns
    -------
    ndarray, shape (d,)
    """
    ### BEGIN SOLUTION
    for i in order:
        w = w - lr * (X[i] @ w - y[i]) * X[i]
    return w
    ### END SOLUTION

# %% The example above id="o4_sgd_public" role="test" points=0.5
with checks.question("o4_sgd_public") as check:
    w, X, y = np.zeros(1), np.array([[2.0], [0.0], [0.0], [0.0]]), np.full(4, 2.0)
    with check("from 0 with order (0, 1): 1"):
        with checks.unchanged(w=w, X=X, y=y):
            checks.close(sgd_epoch(w, X, y, np.array([0, 1]), 0.25), [1.0], name="sgd_epoch", mistakes={
                "divided by the number of examples; a step uses one": [0.25],
                "the step goes uphill": [-1.0],
                "the ½ of the loss is missing": [2.0],
            })
    with check("order (1, 0, 0): 1, since the second use of example 0 finds it fitted"):
        w, X, y = np.zeros(1), np.array([[2.0], [0.0], [0.0], [0.0]]), np.full(4, 2.0)
        checks.close(sgd_epoch(w, X, y, np.array([1, 0, 0]), 0.25), [1.0], name="sgd_epoch",
                     mistakes={"all gradients were taken at the first w": [2.0]})

# %% Another order id="o4_sgd_order" role="hidden" points=1
# Hint: Each step starts where the last one ended. The order may leave examples out or use them twice, and may be empty.
with checks.question("o4_sgd_order") as check:
    rng = checks.rng("o4")
    X, y, start = rng.normal(size=(6, 3)), rng.normal(size=6), rng.normal(size=3)
    for order in [[3, 0, 5, 1, 4, 2], [2, 2, 0], [], [0, 5, 1, 3, 2, 4, 4, 0, 3]]:
        with check(f"order {order}"):
            right = start
            for i in order:
                right = right - 0.1 * X[i] * (sum(X[i, j] * right[j] for j in range(3)) - y[i])
            checks.close(sgd_epoch(start.copy(), X.copy(), y.copy(), np.array(order, dtype=int), 0.1), right, name="sgd_epoch")

# %% [markdown] id="o5_adagrad" role="statement"
# ### Question 5: AdaGrad (2 points)
#
# AdaGrad gives each coordinate a step size of its own, which shrinks with the gradients that it has seen:
#
# $$s \leftarrow s + g^2, \qquad w \leftarrow w - \eta\, \frac{g}{\sqrt{s} + \epsilon} \qquad \text{(entry by entry)}$$
#
# **Here $s$ starts at 0.1 everywhere, and $\epsilon$ is added outside of the square root.** Libraries differ in both, and the first steps with them.
#
# **Task.** Write `adagrad_init(params)`, which returns `{"sum": s}`, and `adagrad_step(params, grads, state, lr, eps=1e-10)`. The arguments stay as they are, the state too.
#
# To check by hand: with a first gradient $g = (0.3, 0)$, $s = (0.19, 0.1)$; with `lr=1` the step is $-0.3/\sqrt{0.19} = -0.688247$ in the first coordinate and 0 in the second.

# %% id="o5_adagrad" role="solution" forbids="torch.optim"
def adagrad_init(params):
    """Return the state that AdaGrad begins with.

    Parameters
    ----------
    params : ndarray of any shape

    Returns
    -------
    dict : {"sum": ndarray of the same shape, 0.1 everywhere}
    """
    ### BEGIN SOLUTION
    return {"sum": np.full(params.shape, 0.1)}
    ### END SOLUTION


def adagrad_step(params, grads, state, lr, eps=1e-10):
    """Return the next parameters and state of AdaGrad; the arguments stay as they are.

    Parameters
    ----------
    params, grads : ndarray of one shape
    state : dict
        "sum": the sum of the squared gradients so far, and 0.1.
    lr, eps : float

    Returns
    -------
    tuple (params, state)
    """
    ### BEGIN SOLUTION
    total = state["sum"] + grads**2
    return params - lr * grads / (np.sqrt(total) + eps), {"sum": total}
    ### END SOLUTION

# %% The first step id="o5_adagrad_public" role="test" points=0.5
with checks.question("o5_adagrad_public") as check:
    params, grads = np.zeros(2), np.array([0.3, 0.0])
    with check("adagrad_init: 0.1 everywhere"):
        state = adagrad_init(params)
        checks.close(state["sum"], [0.1, 0.1], name='state["sum"]', mistakes={"it starts at 0.1 here": [0.0, 0.0]})
    with check("the first step with gradient (0.3, 0): (−0.688247, 0)"):
        before = adagrad_init(params)
        with checks.unchanged(params=params, grads=grads):
            new, state = adagrad_step(params, grads, before, 1.0)
        checks.close(before["sum"], [0.1, 0.1], name='state["sum"] that was given', hint="make a new array: += changes the old one")
        checks.close(new, [-0.688247, 0.0], name="params", rtol=1e-5, atol=1e-9, mistakes={
            "the sum starts at 0.1, not at 0": [-1.0, 0.0],
            "the new gradient belongs into the sum before the step": [-0.948683, 0.0],
            "the square root is missing": [-1.578947, 0.0],
            "this is plain gradient descent": [-0.3, 0.0],
        })
        checks.close(state["sum"], [0.19, 0.1], name='state["sum"] afterwards')

# %% Many steps id="o5_adagrad_steps" role="hidden" points=1
# Hint: The sum never shrinks and is kept per entry. Take three steps by hand with three different gradients.
with checks.question("o5_adagrad_steps") as check:
    rng = checks.rng("o5")
    for shape in [(3,), (2, 2)]:
        with check(f"five steps, shape {shape}"):
            start, slopes = rng.normal(size=shape), rng.normal(size=(5, *shape))
            sums = 0.1 + np.cumsum(slopes**2, axis=0)
            right = start - 0.7 * np.sum(slopes / (np.sqrt(sums) + 1e-10), axis=0)
            params, state = start.copy(), adagrad_init(start.copy())
            for k in range(5):
                params, state = adagrad_step(params, slopes[k].copy(), state, 0.7)
            checks.close(params, right, name="params", rtol=1e-9)

# %% Where ε stands, and what must not change id="o5_adagrad_pure" role="hidden" points=0.5
# Hint: √s + ε, not √(s + ε). And the old state must still be the old one after the call: make a new dict, and no += on its array.
with checks.question("o5_adagrad_pure") as check:
    with check("a large ε"):
        params, grads = np.array([1.0, 1.0]), np.array([0.3, -2.0])
        new, _ = adagrad_step(params, grads, adagrad_init(params), 1.0, eps=2.0)
        checks.close(new, 1 - np.array([0.3, -2.0]) / (np.sqrt(0.1 + np.array([0.09, 4.0])) + 2.0), name="params", rtol=1e-9)
    with check("the state that was given is as before, and two runs are apart"):
        first = adagrad_init(np.zeros(2))
        _, second = adagrad_step(np.zeros(2), np.array([1.0, 2.0]), first, 0.1)
        checks.close(first["sum"], [0.1, 0.1], name="the old state")
        checks.close(second["sum"], [1.1, 4.1], name="the new state")
        checks.close(adagrad_init(np.zeros(2))["sum"], [0.1, 0.1], name="the state of another run")

# %% [markdown] id="o6_adam" role="statement"
# ### Question 6: Adam (2.5 points)
#
# Adam keeps moving averages of the gradient and of its square, corrected for their start at 0 (Kingma and Ba, 2015). With $t = 1, 2, \dots$
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad
# \hat m = \frac{m}{1 - \beta_1^t}, \quad \hat v = \frac{v}{1 - \beta_2^t}, \quad w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \epsilon} .$$
#
# **Task.** Write `adam_init(params)`, which returns `{"m": 0, "v": 0, "t": 0}` with arrays of zeros for $m$ and $v$, and `adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8)`; `t` in the state counts the
# steps that were taken. The arguments stay as they are, the state too.
#
# To check by hand: the first step is $-\eta\, g/(|g| + \epsilon)$, whatever the $\beta$ are. For $\beta_1 = \beta_2 = \tfrac12$ and gradients 1 and 3, the second step has $m = 1.75$, $\hat m = 7/3$, $v = 4.75$,
# $\hat v = 19/3$.

# %% id="o6_adam" role="solution" forbids="torch.optim"
def adam_init(params):
    """Return the state that Adam begins with.

    Parameters
    ----------
    params : ndarray of any shape

    Returns
    -------
    dict : {"m": zeros, "v": zeros, "t": 0}, the zeros of the shape of params
    """
    ### BEGIN SOLUTION
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}
    ### END SOLUTION


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """Return the next parameters and state of Adam; the arguments stay as they are.

    Parameters
    ----------
    params, grads : ndarray of one shape
    state : dict
        "m", "v": moving averages; "t": how many steps were taken.
    lr, beta1, beta2, eps : float

    Returns
    -------
    tuple (params, state)
    """
    ### BEGIN SOLUTION
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}
    ### END SOLUTION

# %% Two steps by hand id="o6_adam_public" role="test" points=0.5
with checks.question("o6_adam_public") as check:
    params, grads = np.zeros(1), np.array([1.0])
    with check("the first step with lr = 0.1: −0.1"):
        with checks.unchanged(params=params, grads=grads):
            new, state = adam_step(params, grads, adam_init(params), 0.1)
        checks.close(new, [-0.1], name="params", rtol=1e-6, mistakes={
            "without the correction of both averages": [-0.31622767],
            "without the correction of m": [-0.01],
            "without the correction of v": [-3.1622767],
            "the step goes uphill": [0.1],
        }, hint="in the first step t is 1; with t = 0 one divides by 0")
        checks.equal(int(state["t"]), 1, name='state["t"]')
    with check("β₁ = β₂ = ½, gradients 1 and 3, lr = 1: −1 and then −1.927173"):
        params, state = adam_step(np.zeros(1), np.array([1.0]), adam_init(np.zeros(1)), 1.0, beta1=0.5, beta2=0.5)
        params, state = adam_step(params, np.array([3.0]), state, 1.0, beta1=0.5, beta2=0.5)
        checks.close(params, [-1.927173], name="params", rtol=1e-5, mistakes={
            "t is still 1 in the second step": [-2.135551],
            "the averages begin anew in each step": [-2.0],
        })

# %% Many steps id="o6_adam_steps" role="hidden" points=1
# Hint: Average the squares, not the square of the average. t is the power of β in the corrections, and grows by 1 with each step.
with checks.question("o6_adam_steps") as check:
    rng = checks.rng("o6")
    for shape, beta1, beta2 in [((3,), 0.9, 0.999), ((2, 2), 0.7, 0.8)]:
        with check(f"six steps, shape {shape}, β₁ = {beta1}, β₂ = {beta2}"):
            start, slopes = rng.normal(size=shape), rng.normal(size=(6, *shape))
            right, params, state = start, start.copy(), adam_init(start.copy())
            for t in range(1, 7):
                weights1 = np.array([(1 - beta1) * beta1 ** (t - k) for k in range(1, t + 1)]) / (1 - beta1**t)
                weights2 = np.array([(1 - beta2) * beta2 ** (t - k) for k in range(1, t + 1)]) / (1 - beta2**t)
                mean = np.tensordot(weights1, slopes[:t], axes=1)
                square = np.tensordot(weights2, slopes[:t] ** 2, axes=1)
                right = right - 0.05 * mean / (np.sqrt(square) + 1e-8)
                params, state = adam_step(params, slopes[t - 1].copy(), state, 0.05, beta1=beta1, beta2=beta2)
            checks.close(params, right, name="params", rtol=1e-8)

# %% Where ε stands, and what must not change id="o6_adam_pure" role="hidden" points=1
# Hint: ε is added after the square root of the corrected v. And the old state must still be the old one after the call.
with checks.question("o6_adam_pure") as check:
    with check("a large ε"):
        new, _ = adam_step(np.zeros(2), np.array([1.0, -4.0]), adam_init(np.zeros(2)), 1.0, eps=1.0)
        checks.close(new, [-0.5, 0.8], name="params", rtol=1e-9)
    with check("a gradient of 0 moves nothing"):
        checks.close(adam_step(np.ones(2), np.zeros(2), adam_init(np.ones(2)), 1.0)[0], np.ones(2), name="params")
    with check("the state that was given is as before"):
        first = adam_init(np.zeros(2))
        _, second = adam_step(np.zeros(2), np.array([1.0, 2.0]), first, 0.1)
        checks.close(first["m"], np.zeros(2), name="m of the old state")
        checks.close(first["v"], np.zeros(2), name="v of the old state")
        checks.equal(int(first["t"]), 0, name="t of the old state")
        checks.close(second["m"], [0.1, 0.2], name="m of the new state", rtol=1e-9)
        checks.close(second["v"], [0.001, 0.004], name="v of the new state", rtol=1e-9)
    with check("nor does the second step change what it is given"):
        params, grads = np.array([0.5, -1.0]), np.array([2.0, -1.0])
        with checks.unchanged(grads=grads, params=params):
            adam_step(params, grads, second, 0.1)
        checks.close(second["m"], [0.1, 0.2], name="m of the state that was given", rtol=1e-9)
        checks.close(second["v"], [0.001, 0.004], name="v of the state that was given", rtol=1e-9)
        checks.equal(int(second["t"]), 1, name="t of the state that was given")

# %% [markdown]
# ## Part 3: what theory promises
#
# $f$ is a quadratic with the Hessian $H = X^\top X / N$. Let $L$ be its largest and $\mu$ its smallest eigenvalue, and $\kappa = L/\mu$ the *condition number*. Gradient descent with a constant step $\eta$ multiplies the error along an
# eigenvector with eigenvalue $\lambda$ by $1 - \eta\lambda$ in each step.

# %% [markdown] id="o7_rate" role="statement"
# ### Question 7: step sizes from curvature (3 points, 1 of them read by a person)
#
# **Task.**
#
# 1. Write `curvature(X)`: $L$ and $\mu$.
# 2. Write `best_step(L, mu)`: the constant step size with the best worst-case rate, and that rate: by what the error is multiplied in each step at most. And `largest_step(L)`: the step size from which on gradient descent no longer
#    converges.
# 3. In the text cell: run the comparison below first. Where are Adam and AdaGrad better than gradient descent with its best step, and where not? SGD is ahead at first on both problems: why does it stop getting better?
#
# To check by hand: $L = 3$, $\mu = 1$: the best step is $\tfrac12$, where the factors are $1 - \tfrac32 = -\tfrac12$ and $1 - \tfrac12 = \tfrac12$: the rate is ½.

# %% id="o7_rate" role="solution" forbids="torch.optim"
def curvature(X):
    """Return the largest and the smallest eigenvalue of XᵀX/N.

    Parameters
    ----------
    X : ndarray, shape (N, d)

    Returns
    -------
    tuple of float : (L, mu)
    """
    ### BEGIN SOLUTION
    eigenvalues = np.linalg.eigvalsh(X.T @ X / len(X))
    return eigenvalues[-1], eigenvalues[0]
    ### END SOLUTION


def best_step(L, mu):
    """Return the constant step size with the best rate, and the rate.

    Parameters
    ----------
    L, mu : float, L ≥ mu > 0

    Returns
    -------
    tuple of float : (step size, factor by which the error shrinks)
    """
    ### BEGIN SOLUTION
    return 2 / (L + mu), (L - mu) / (L + mu)
    ### END SOLUTION


def largest_step(L):
    """Return the step size from which on gradient descent does not converge.

    Parameters
    ----------
    L : float

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    return 2 / L
    ### END SOLUTION

# %% Numbers to check by hand id="o7_rate_public" role="test" points=0.5
with checks.question("o7_rate_public") as check:
    with check("best_step(3, 1) = (½, ½)"):
        step, rate = best_step(3.0, 1.0)
        checks.close(step, 0.5, name="step size", mistakes={"1/L is safe, but not the best": 1 / 3, "this is the largest step": 2 / 3})
        checks.close(rate, 0.5, name="rate", mistakes={"the rate of the step 1/L": 2 / 3, "a rate is not negative": -0.5})
    with check("curvature of the rows (1, 0), (0, 3), (0, 0), (0, 0): L = 2.25, µ = 0.25"):
        L, mu = curvature(np.array([[1.0, 0.0], [0.0, 3.0], [0.0, 0.0], [0.0, 0.0]]))
        checks.close([L, mu], [2.25, 0.25], name="L and µ", mistakes={
            "not divided by N": [9.0, 1.0],
            "divided by the number of features, not of examples": [4.5, 0.5],
            "the smallest comes first; the largest is asked first": [0.25, 2.25],
            "these are singular values of X; eigenvalues of XᵀX/N are their squares over N": [3.0, 1.0],
            "XXᵀ has the size of the examples, and eigenvalues 0": [2.25, 0.0],
        })
    with check("largest_step is a number"):
        checks.number(largest_step(3.0), name="largest_step")

# %% Curvature id="o7_rate_curvature" role="hidden" points=0.5
# Hint: Eigenvalues of XᵀX/N, which is symmetric; correlated features make a small one.
with checks.question("o7_rate_curvature") as check:
    rng = checks.rng("o7")
    for count, size in [(12, 3), (5, 2), (30, 1)]:
        with check(f"{count} examples, {size} features"):
            X = rng.normal(size=(count, size))
            values = np.linalg.svd(X, compute_uv=False) ** 2 / count
            found = curvature(X.copy())
            checks.close([found[0], found[1]], [values[0], values[-1]], name="L and µ", rtol=1e-7)

# %% Steps and rates id="o7_rate_steps" role="hidden" points=1
# Hint: The factor is largest at one of the two ends, λ = L or λ = µ. The best step makes both equally large. It converges while |1 − ηL| < 1.
with checks.question("o7_rate_steps") as check:
    for L, mu in [(10.0, 0.1), (2.0, 2.0), (0.3, 0.05)]:
        with check(f"L = {L}, µ = {mu}"):
            step, rate = best_step(L, mu)
            checks.close(step, 2 / (L + mu), name="step size")
            checks.close(rate, (L - mu) / (L + mu), name="rate", atol=1e-12)
            checks.close(largest_step(L), 2 / L, name="largest_step")

# %% Who wins where [markdown] id="o7_rate_text" role="manual" points=1
# ### BEGIN SOLUTION
# On the round problem gradient descent with its best step shrinks the error by a small factor in each step, and nothing is gained by scaling coordinates. On the long valley ($\kappa$ of several hundred) its step is limited by the steep
# directions and it hardly moves along the flat one; the badly scaled feature is one coordinate, so methods with a step size per coordinate undo the scaling and win. (They would not where the valley lies across the axes.) Constant
# steps of SGD do not converge to the minimum but to a neighbourhood, whose size is proportional to the step, since single gradients do not vanish at the minimum: the noise in $y$.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# ½ point: gradient descent suffers from the condition number; coordinate-wise scaling helps for a badly scaled coordinate, and not on the round problem.
# ½ point: SGD with a constant step stays in a neighbourhood of the minimum, since single examples' gradients are not 0 there.
# ### END MARK SCHEME

# %% tags=["nbval-check-output"]
for title, features in [("round", X), ("long valley", X_long)]:
    L, mu = curvature(features)
    best, factor = best_step(L, mu)
    print(f"{title:11}: L = {L:.3f}, µ = {mu:.4f}, κ = {L / mu:.1f}; best step {best:.3f}, the error is multiplied by {factor:.4f} a step")

# %% [markdown]
# **Look.** All methods on both problems, against the number of examples whose gradient was computed. The dashed line is what theory promises for gradient descent with its best step: $f - f^\star$ shrinks at least by the square of the
# rate in each step. The step sizes of the others were not tuned.

# %%
def race(X, y, epochs):
    """Return the excess loss f − f* after each epoch for each method, and the rate that theory promises."""
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    step, rate = best_step(*curvature(X))
    full = lambda w: gradient(w, X, y)
    start = np.zeros(X.shape[1])
    paths = {
        "gradient descent": train(gd_init, gd_step, start, full, epochs, lr=step),
        "AdaGrad": train(adagrad_init, adagrad_step, start, full, epochs, lr=0.5),
        "Adam": train(adam_init, adam_step, start, full, epochs, lr=0.1),
    }
    order, w, points = np.random.default_rng(0), start, [start]
    for _ in range(epochs):
        w = sgd_epoch(w, X, y, order.permutation(len(y)), 0.02)
        points.append(w)
    paths["SGD, constant step"] = np.array(points)
    return {name: [loss(w, X, y) - loss(best, X, y) for w in path] for name, path in paths.items()}, rate


_, axes = plt.subplots(1, 2, figsize=(9.5, 4), sharey=True)
for ax, (title, features, targets) in zip(axes, [("round", X, y), ("long valley", X_long, y_long)], strict=True):
    excess, rate = race(features, targets, 60)
    for (name, values), colour, style in zip(excess.items(), ("#0072B2", "#D55E00", "#009E73", "#CC79A7"), ("-", "-", "-", ":"), strict=True):
        ax.semilogy(200 * np.arange(61), np.maximum(values, 1e-17), color=colour, linestyle=style, label=name)
    ax.semilogy(200 * np.arange(61), np.maximum(excess["gradient descent"][0] * rate ** (2 * np.arange(61)), 1e-17), "k--", linewidth=1, label="promised for gradient descent")
    L, mu = curvature(features)
    ax.set(title=f"{title}: κ = {L / mu:.3g}", xlabel="gradients of single examples")
axes[0].set(ylabel="f(w) − f*", ylim=(1e-16, 10))
axes[1].legend(fontsize=8)
plt.show()

# %% [markdown]
# And against time: an epoch of SGD in a Python loop takes far longer than one step with all examples at once, though it computes as many gradients. Counting gradients and measuring time answer different questions.

# %%
seconds = {"sgd": [], "full": []}
for _ in range(30):
    begun = time.perf_counter()
    sgd_epoch(np.zeros(3), X, y, np.arange(200), 0.02)
    between = time.perf_counter()
    gradient(np.zeros(3), X, y)
    seconds["sgd"].append(between - begun)
    seconds["full"].append(time.perf_counter() - between)
print(f"an epoch of SGD takes {np.median(seconds['sgd']) / np.median(seconds['full']):.0f} times as long as a full gradient")

# %% [markdown]
# ## Part 4: on top

# %% [markdown] id="o8_momentum" role="statement"
# ### Question 8, optional: momentum and Nesterov (1 point on top)
#
# *Momentum* remembers a velocity, $v \leftarrow \beta v - \eta\, g(w)$, $w \leftarrow w + v$. *Nesterov's* variant takes the gradient where the velocity is about to carry it: $v \leftarrow \beta v - \eta\, g(w + \beta v)$,
# $w \leftarrow w + v$.
#
# **Task.** Write `momentum_run(w, gradient, steps, lr, beta)` and `nesterov_run(w, gradient, steps, lr, beta)`, from velocity 0. Both return all points, the start first.
#
# To check by hand: on $\tfrac12 w^2$ from $w = 1$ with `lr=0.5` and `beta=0.5`, the first step goes to 0.5 for both. In the second, momentum has $v = -0.25 - 0.25$ and ends at 0; Nesterov's gradient is
# $0.5 - 0.25 = 0.25$, so $v = -0.25 - 0.125$, and it ends at 0.125.

# %% id="o8_momentum" role="solution" forbids="torch.optim"
def momentum_run(w, gradient, steps, lr, beta):
    """Return the points of gradient descent with momentum.

    Parameters
    ----------
    w : ndarray of any shape
    gradient : function
        Returns the gradient at a point.
    steps : int
    lr, beta : float

    Returns
    -------
    ndarray, shape (steps + 1, *w.shape) : the start first
    """
    ### BEGIN SOLUTION
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)
    ### END SOLUTION


def nesterov_run(w, gradient, steps, lr, beta):
    """Return the points of Nesterov's accelerated gradient descent.

    Parameters
    ----------
    w : ndarray of any shape
    gradient : function
        Returns the gradient at a point.
    steps : int
    lr, beta : float

    Returns
    -------
    ndarray, shape (steps + 1, *w.shape) : the start first
    """
    ### BEGIN SOLUTION
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)
    ### END SOLUTION

# %% Two steps by hand id="o8_momentum_public" role="test" points=0.5
with checks.question("o8_momentum_public") as check:
    with check("momentum: 1, 0.5, 0"):
        checks.close(momentum_run(np.array([1.0]), lambda w: w, 2, 0.5, 0.5), [[1.0], [0.5], [0.0]], name="momentum_run",
                     mistakes={"this is gradient descent without momentum": [[1.0], [0.5], [0.25]]})
    with check("Nesterov: 1, 0.5, 0.125"):
        checks.close(nesterov_run(np.array([1.0]), lambda w: w, 2, 0.5, 0.5), [[1.0], [0.5], [0.125]], name="nesterov_run",
                     mistakes={"the gradient belongs to the point ahead, w + β v": [[1.0], [0.5], [0.0]]})

# %% Other starts and gradients id="o8_momentum_other" role="hidden" points=0.5
# Hint: The velocity starts at 0 and is kept from step to step. Call the gradient once a step, and change no array in place.
with checks.question("o8_momentum_other") as check:
    rng = checks.rng("o8")
    start, A = rng.normal(size=(2, 2)), rng.uniform(0.2, 0.9, (2, 2))
    slope = lambda w: A * w + 0.1
    for ahead, name, run in [(0.0, "momentum_run", momentum_run), (1.0, "nesterov_run", nesterov_run)]:
        with check(name):
            w, velocity, points = start, np.zeros((2, 2)), [start]
            for _ in range(6):
                velocity = 0.8 * velocity - 0.3 * (A * (w + ahead * 0.8 * velocity) + 0.1)
                w = w + velocity
                points.append(w)
            right = np.array(points)
            checks.close(run(start.copy(), slope, 6, 0.3, 0.8), right, name=name, rtol=1e-9)
            checks.close(run(start.copy(), slope, 0, 0.3, 0.8), start[None], name=f"{name} without a step")

# %% [markdown] id="o9_more" role="statement"
# ### Question 9, optional: RMSProp and AdamW (1 point on top)
#
# *RMSProp* forgets: $s \leftarrow \rho s + (1 - \rho) g^2$ with $s = 0$ at the start and no correction, $w \leftarrow w - \eta\, g/(\sqrt{s} + \epsilon)$. *AdamW* is Adam with *decoupled* weight decay: before
# Adam's step, $w \leftarrow (1 - \eta\lambda)\, w$, and the decay does not enter the averages (Loshchilov and Hutter, 2019).
#
# **Task.** Write `rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8)`, whose state is `{"square": s}`, and `adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8)` with the state of question 6. You may use your
# `adam_step`, if it is right; to be safe, write it out.
#
# To check by hand: with $g = 2$, $s = 0$ and $\rho = 0.75$: $s = 1$ and the step is $-2\eta$. AdamW from $w = 10$ with `lr=0.1`, `decay=0.5` and a gradient of 0 ends at 9.5.

# %% id="o9_more" role="solution" forbids="torch.optim"
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    """Return the next parameters and state of RMSProp; the arguments stay as they are.

    Parameters
    ----------
    params, grads : ndarray of one shape
    state : dict
        "square": the moving average of the squared gradients.
    lr, rho, eps : float

    Returns
    -------
    tuple (params, state)
    """
    ### BEGIN SOLUTION
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}
    ### END SOLUTION


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    """Return the next parameters and state of AdamW; the arguments stay as they are.

    Parameters
    ----------
    params, grads : ndarray of one shape
    state : dict
        As that of Adam.
    lr, decay, beta1, beta2, eps : float

    Returns
    -------
    tuple (params, state)
    """
    ### BEGIN SOLUTION
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return (1 - lr * decay) * params - lr * step, {"m": m, "v": v, "t": t}
    ### END SOLUTION

# %% Two steps by hand id="o9_more_public" role="test" points=0.5
with checks.question("o9_more_public") as check:
    with check("RMSProp with g = 2, ρ = 0.75, lr = 0.1: −0.2"):
        new, state = rmsprop_step(np.zeros(1), np.array([2.0]), {"square": np.zeros(1)}, 0.1, rho=0.75)
        checks.close(new, [-0.2], name="params", rtol=1e-6, mistakes={"ρ and 1 − ρ are swapped": [-0.11547]})
        checks.close(state["square"], [1.0], name='state["square"]')
    with check("AdamW from 10 with gradient 0, lr = 0.1, decay = 0.5: 9.5"):
        state = {"m": np.zeros(1), "v": np.zeros(1), "t": 0}
        new, state = adamw_step(np.array([10.0]), np.zeros(1), state, 0.1, 0.5)
        checks.close(new, [9.5], name="params", mistakes={
            "the decay went into the gradient; it stands apart from the averages": [9.9],
            "the decay lacks the factor lr": [5.0],
        })

# %% Many steps id="o9_more_steps" role="hidden" points=0.5
# Hint: The decay must not enter m and v, and shrinks the parameters before the step. What was given stays as it is, and every argument counts: also β₁, β₂ and ε.
with checks.question("o9_more_steps") as check:
    rng = checks.rng("o9")
    start, slopes = rng.normal(size=3), rng.normal(size=(5, 3))
    for options in ({"rho": 0.9}, {"rho": 0.6, "eps": 0.5}):
        with check(f"RMSProp, five steps, {options}"):
            right, square, params, state = start, np.zeros(3), start.copy(), {"square": np.zeros(3)}
            for k in range(5):
                square = options["rho"] * square + (1 - options["rho"]) * slopes[k] ** 2
                right = right - 0.05 * slopes[k] / (np.sqrt(square) + options.get("eps", 1e-8))
                params, state = rmsprop_step(params, slopes[k].copy(), state, 0.05, **options)
            checks.close(params, right, name="params", rtol=1e-8)
    for options in ({}, {"beta1": 0.7, "beta2": 0.8, "eps": 0.25}):
        beta1, beta2, eps = options.get("beta1", 0.9), options.get("beta2", 0.999), options.get("eps", 1e-8)
        with check(f"AdamW, five steps, {options or 'β and ε as they are'}"):
            right, params, state = start, start.copy(), {"m": np.zeros(3), "v": np.zeros(3), "t": 0}
            for t in range(1, 6):
                weights1 = np.array([(1 - beta1) * beta1 ** (t - k) for k in range(1, t + 1)]) / (1 - beta1**t)
                weights2 = np.array([(1 - beta2) * beta2 ** (t - k) for k in range(1, t + 1)]) / (1 - beta2**t)
                mean, square = np.tensordot(weights1, slopes[:t], axes=1), np.tensordot(weights2, slopes[:t] ** 2, axes=1)
                right = 0.98 * right - 0.1 * mean / (np.sqrt(square) + eps)
                params, state = adamw_step(params, slopes[t - 1].copy(), state, 0.1, 0.2, **options)
            checks.close(params, right, name="params", rtol=1e-7)
    with check("what was given stays as it is"):
        params, grads = start.copy(), slopes[0].copy()
        square, m, v = np.ones(3), np.ones(3), np.full(3, 2.0)
        given, first = {"square": square}, {"m": m, "v": v, "t": 3}
        with checks.unchanged(params=params, grads=grads, square=square, m=m, v=v):
            rmsprop_step(params, grads, given, 0.05)
            adamw_step(params, grads, first, 0.1, 0.2)
        checks.equal([sorted(given), sorted(first), first["t"]], [["square"], ["m", "t", "v"], 3], name="the keys and t of the states")

# %% [markdown]
# ## Before you hand in

# %% role="handin"
