# %% [markdown]
# # Adam on the Beale function
#
# **Assignment 1, notebook `beale_adam`, 40 points.** You take a function with a flat valley, a known minimum and a
# trap. You write its gradient, test it, and then build the optimizer Adam from its four equations.
#
# How to work here:
#
# - Replace each line `raise NotImplementedError()` with your own code, and keep the names and signatures.
# - After each answer comes a check. It tells you what passes and, where something fails, what to look at next.
# - Each question also has hidden checks. They test the same things with other numbers when your work is graded.
# - You may add cells anywhere. If you break a given cell or delete a check, it is put back before grading.
# - Work in pairs: **one** of you hands in, and both get the mark.
#
# Run cells with Ctrl + Enter, or with Shift + Enter to move on to the next.

# %% [markdown] role="given"
# **Who we are** (double-click to fill in)
#
# | | name | e-mail | student number |
# |---|---|---|---|
# | student 1 | | | |
# | student 2 | | | |

# %% role="setup"
import matplotlib.pyplot as plt
import numpy as np
from course_lib import checks, plotting
from matplotlib.colors import LogNorm

# %% [markdown]
# ## Part 1: the Beale function
#
# The Beale function takes a point $(x, y)$ of the plane to
#
# $$f(x, y) = (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2 .$$
#
# It is a classic test for optimizers. Most of the plane is steep, the way to the minimum is a long flat valley, and a
# method that follows the slope crawls there.

# %% [markdown] id="q1_minimum" role="statement"
# ### Question 1: where is the minimum? (2 points)
#
# A sum of squares is never negative, so $f$ is as small as it can be where all three brackets are zero.
#
# **Task.** Find the global minimum by hand and set `min_x` and `min_y` to its coordinates.
#
# <details><summary>Hint 1</summary>Each bracket has the form $c_i - x(1 - y^i)$ with $c = (1.5,\ 2.25,\ 2.625)$.</details>
# <details><summary>Hint 2</summary>Divide the second equation by the first: $(1-y^2)/(1-y) = 1+y$.</details>

# %% id="q1_minimum" role="solution"
# min_x : float, the x of the global minimum
# min_y : float, the y of the global minimum
### BEGIN SOLUTION
min_x = 3.0
min_y = 0.5
### END SOLUTION

# %% The first bracket vanishes id="q1_minimum_public" role="test" points=1
with checks.question("q1_minimum_public") as check:
    with check("the first bracket, 1.5 − x + xy, is zero at (min_x, min_y)"):
        x = checks.number(min_x, name="min_x")
        y = checks.number(min_y, name="min_y")
        checks.close(1.5 - x + x * y, 0.0, name="1.5 − min_x + min_x·min_y", atol=1e-4)

# %% All brackets vanish id="q1_minimum_point" role="hidden" points=1
# Hint: All three brackets must be zero at once. Put your point into each of them.
with checks.question("q1_minimum_point") as check:
    with check("the point is the global minimum"):
        point = [checks.number(min_x), checks.number(min_y)]
        checks.close(point, [3.0, 0.5], rtol=1e-4)

# %% [markdown] id="q2_beale_f" role="statement"
# ### Question 2: the function (5 points)
#
# **Task.** Write `beale_f(x, y)`. It must also take arrays, since a plot needs $f$ on a whole mesh: NumPy's operators
# work on every entry at once, so one formula serves numbers and arrays alike. Do not change the inputs.
#
# To check by hand: at the origin all three brackets are their constants, so
# $f(0, 0) = 1.5^2 + 2.25^2 + 2.625^2 = 14.203125$.

# %% id="q2_beale_f" role="solution"
def beale_f(x, y):
    """Return the Beale function at (x, y).

    Parameters
    ----------
    x, y : float or ndarray
        Coordinates; two arrays must have shapes that broadcast.

    Returns
    -------
    float or ndarray : f(x, y), of the broadcast shape of x and y
    """
    ### BEGIN SOLUTION
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2
    ### END SOLUTION

# %% Points to check by hand id="q2_beale_f_public" role="test" points=1
with checks.question("q2_beale_f_public") as check:
    with check("f(0, 0) = 14.203125"):
        checks.close(beale_f(0.0, 0.0), 14.203125, name="beale_f(0, 0)", mistakes={
            "the brackets are not squared": 6.375,
            "this is half of f: there is no factor ½": 14.203125 / 2,
        })
    with check("f(1, 2) = 126.453125"):
        checks.close(beale_f(1.0, 2.0), 126.453125, name="beale_f(1, 2)", mistakes={
            "the same power of y stands in all brackets; it should be y, y², y³": 29.953125,
            "x and y have changed places": 14.203125,
        })
    with check("f(2, 3) = 3347.203125"):
        checks.close(beale_f(2.0, 3.0), 3347.203125, name="beale_f(2, 3)", mistakes={
            "only y is raised to a power: x y², not (x y)²": 48270.703125,
        })
    with check("two points at once, as an array"):
        values = beale_f(np.array([0.0, 1.0]), np.array([0.0, 2.0]))
        checks.close(values, [14.203125, 126.453125], name="beale_f(array, array)")

# %% Values at other points id="q2_beale_f_values" role="hidden" points=2
# Hint: Compare your three brackets with the formula, power by power and sign by sign.
with checks.question("q2_beale_f_values") as check:
    with check("random points"):
        for x, y in checks.rng("q2_values").uniform(-4, 4, (12, 2)):
            expected = sum((c - x * (1 - y**k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))
            checks.close(beale_f(float(x), float(y)), expected, name="beale_f")

# %% Arrays of every shape id="q2_beale_f_arrays" role="hidden" points=2
# Hint: Call beale_f on a mesh of shape (3, 4), and on a column and a row. Is the result of the broadcast
#   shape, and are the inputs as they were?
with checks.question("q2_beale_f_arrays") as check:
    rng = checks.rng("q2_arrays")

    def expected(x, y):
        return sum((c - x * (1 - y**k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))

    for shape_x, shape_y in [((5,), (5,)), ((3, 4), (3, 4)), ((3, 1), (1, 4)), ((6,), ())]:
        with check(f"shapes {shape_x} and {shape_y}, inputs unchanged"):
            x, y = rng.uniform(-3, 3, shape_x), rng.uniform(-3, 3, shape_y)
            with checks.unchanged(x=x, y=y):
                value = beale_f(x, y)
            checks.close(value, expected(x, y), name="beale_f")

# %% [markdown] id="q3_beale_grads" role="statement"
# ### Question 3: its gradient (5 points)
#
# Write $t_i = c_i - x + x y^i$ for the brackets, with $c = (1.5,\ 2.25,\ 2.625)$, so $f = t_1^2 + t_2^2 + t_3^2$. The chain rule gives
#
# $$\frac{\partial f}{\partial x} = 2\sum_{i=1}^3 t_i\,\frac{\partial t_i}{\partial x}, \qquad
# \frac{\partial f}{\partial y} = 2\sum_{i=1}^3 t_i\,\frac{\partial t_i}{\partial y} .$$
#
# **Task.** Work out the six inner derivatives on paper and write `beale_grads(x, y)`.
#
# To check by hand: at $(1, 0)$ the brackets are $(0.5,\ 1.25,\ 1.625)$ and the gradient is $(-6.75,\ 1)$.

# %% id="q3_beale_grads" role="solution"
def beale_grads(x, y):
    """Return the gradient of the Beale function at one point.

    Parameters
    ----------
    x, y : float

    Returns
    -------
    ndarray, shape (2,) : [∂f/∂x, ∂f/∂y], a NumPy array
    """
    ### BEGIN SOLUTION
    t1, t2, t3 = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    dx = 2 * (t1 * (y - 1) + t2 * (y**2 - 1) + t3 * (y**3 - 1))
    dy = 2 * (t1 * x + t2 * 2 * x * y + t3 * 3 * x * y**2)
    return np.array([dx, dy])
    ### END SOLUTION

# %% Points to check by hand id="q3_beale_grads_public" role="test" points=1
with checks.question("q3_beale_grads_public") as check:
    with check("an array of shape (2,)"):
        checks.finite_array(beale_grads(1.0, 0.0), (2,), name="beale_grads(1, 0)", strict=True)
    with check("gradient at (1, 0) is [−6.75, 1]"):
        checks.close(beale_grads(1.0, 0.0), [-6.75, 1.0], name="beale_grads(1, 0)", mistakes={
            "the entries are swapped; [∂f/∂x, ∂f/∂y] is asked": [1.0, -6.75],
            "the factor 2 from the square is missing": [-3.375, 0.5],
            "both signs are turned": [6.75, -1.0],
            "the sign of ∂t/∂x is turned": [6.75, 1.0],
            "the −1 in ∂t/∂x is missing": [0.0, 1.0],
        })
    with check("gradient at (3, 2) is [407.25, 1998]"):
        checks.close(beale_grads(3.0, 2.0), [407.25, 1998.0], name="beale_grads(3, 2)", mistakes={
            "the factor 2 from the square is missing": [203.625, 999.0],
            "in ∂t/∂y the factor x is missing": [407.25, 666.0],
            "in ∂t/∂y the factor from the power is missing": [407.25, 729.0],
        })

# %% Gradient at other points id="q3_beale_grads_values" role="hidden" points=3
# Hint: Compare with (f(x+h, y) − f(x−h, y)) / 2h at a few random points, away from (0, 1) and from the
#   minimum, where wrong formulas vanish too.
with checks.question("q3_beale_grads_values") as check:

    def f(w):
        return sum((c - w[0] * (1 - w[1] ** k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))

    with check("random points"):
        for w in checks.rng("q3_values").uniform(-2.5, 2.5, (10, 2)):
            expected = checks.complex_step(f, w)
            # against the larger entry: right float32 answers lose digits where brackets cancel
            checks.close(beale_grads(float(w[0]), float(w[1])), expected, rtol=0,
                         atol=1e-5 * (1 + np.abs(expected).max()))

# %% On the axes and far away id="q3_beale_grads_axes" role="hidden" points=1
# Hint: Look at points with x = 0 or y = 0 and at a point like (10, −8).
with checks.question("q3_beale_grads_axes") as check:

    def f(w):
        return sum((c - w[0] * (1 - w[1] ** k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))

    for w in ([0.0, -1.5], [-2.0, 0.0], [10.0, -8.0], [0.0, 1.0], [3.0, 0.5]):
        with check(f"the point {w}"):
            expected = checks.complex_step(f, np.array(w))
            checks.close(beale_grads(*w), expected, rtol=0, atol=1e-5 * (1 + np.abs(expected).max()))

# %% [markdown] id="q4_numerical_gradient" role="statement"
# ### Question 4: test the gradient before you trust it (3 points)
#
# A wrong gradient seldom crashes. It makes an optimizer slow, or stops it at a wrong place, and costs an evening. So
# compare it first with *central differences*, which need the function alone:
#
# $$\frac{\partial f}{\partial x}(x, y) \approx \frac{f(x + h, y) - f(x - h, y)}{2h} .$$
#
# The terms of order $h$ cancel and the error is of order $h^2$. The one-sided quotient $(f(x+h,y)-f(x,y))/h$ has an
# error of order $h$ for the same two evaluations.
#
# **Task.** Write `numerical_gradient(f, x, y, h=1e-5)` for any function `f(x, y)` of two numbers.
#
# To check by hand: for $f = x^2 y$ at $(3, 2)$ the gradient is $(12,\ 9)$.

# %% id="q4_numerical_gradient" role="solution"
def numerical_gradient(f, x, y, h=1e-5):
    """Return the gradient of f at (x, y) by central differences with step h.

    Parameters
    ----------
    f : callable
        Takes two floats and returns a float.
    x, y, h : float

    Returns
    -------
    ndarray, shape (2,) : the difference quotients in x and in y, with an error of order h²
    """
    ### BEGIN SOLUTION
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return np.array([dx, dy])
    ### END SOLUTION

# %% A gradient to check by hand id="q4_numerical_gradient_public" role="test" points=1
with checks.question("q4_numerical_gradient_public") as check:
    with check("f = x² y at (3, 2): [12, 9]"):
        result = numerical_gradient(lambda x, y: x**2 * y, 3.0, 2.0)
        checks.close(result, [12.0, 9.0], name="numerical_gradient", rtol=1e-6, strict=True, mistakes={
            "twice too large: the two points are 2h apart": [24.0, 18.0],
            "multiplied by h where it should be divided: / (2 * h) needs the brackets": [12e-10, 9e-10],
            "the entries are swapped": [9.0, 12.0],
        })
    with check("central: f = x³ + y³ at (1, 1) with h = 0.1 gives 3 + h² = 3.01 twice"):
        result = numerical_gradient(lambda x, y: x**3 + y**3, 1.0, 1.0, h=0.1)
        checks.close(result, [3.01, 3.01], name="numerical_gradient", mistakes={
            "a forward difference, (f(x+h) − f(x)) / h; take points on both sides": [3.31, 3.31],
            "a backward difference; take points on both sides": [2.71, 2.71],
        })
    with check("central: f = y² at 1 is exact for every h"):
        result = numerical_gradient(lambda x, y: y**2, 0.0, 1.0, h=0.5)
        checks.close(result, [0.0, 2.0], name="numerical_gradient")

# %% Error of order h² id="q4_numerical_gradient_order" role="hidden" points=2
# Hint: Halve h: the error must fall to a quarter, in x and in y. Is h used in both, and never a fixed number?
with checks.question("q4_numerical_gradient_order") as check:
    a, b, p, q = checks.rng("q4_order").uniform(0.4, 1.2, 4)

    def f(x, y):
        return np.exp(a * x) * np.sin(b * y)

    exact = np.array([a * f(p, q), b * np.exp(a * p) * np.cos(b * q)])
    with check("close to the gradient with the default step"):
        checks.close(numerical_gradient(f, p, q), exact, name="numerical_gradient", rtol=1e-6)
    with check("the step is h itself, wherever the point is"):
        checks.close(numerical_gradient(lambda x, y: x**3 - y**3, 2.0, -3.0, h=0.1), [12.01, -27.01],
                     rtol=1e-6)
    with check("the error falls as h²"):
        coarse = checks.finite_array(numerical_gradient(f, p, q, h=0.2), (2,)) - exact
        fine = checks.finite_array(numerical_gradient(f, p, q, h=0.1), (2,)) - exact
        checks.close(coarse / fine, [4.0, 4.0], name="error(0.2) / error(0.1)", rtol=0.05)

# %% [markdown]
# **Look.** Your two gradients side by side. What is left of the relative error, less than one in a million, is the
# rounding of the quotient and no mistake; a missing factor shows as an error near 1.

# %% tags=["nbval-check-output"]
for px, py in [(0.7, 1.4), (-2.0, 0.3), (3.0, -1.0)]:
    by_hand, numerical = beale_grads(px, py), numerical_gradient(beale_f, px, py)
    error = np.linalg.norm(by_hand - numerical) / np.linalg.norm(by_hand)
    print(f"at ({px:4.1f}, {py:4.1f}): gradient {np.round(by_hand, 4)}, relative error below 1e-6: {error < 1e-6}")

# %% [markdown] id="q5_trap" role="statement"
# ### Question 5: a trap at (0, 1) (3 points)
#
# At $(0, 1)$ both partial derivatives of $f$ vanish, yet it is not the minimum. A gradient test at this point proves
# nothing: formulas with missing factors vanish there too. An optimizer that starts there never moves.
#
# The second derivatives tell what kind of point it is. With $H$ the matrix of second derivatives, $f$ changes along a
# direction $d$ by about $\tfrac12 t^2\, d^\top H d$ after a step of length $t$.
#
# **Task.** Set `trap_value` to $f(0, 1)$, `trap_kind` to `"minimum"`, `"maximum"` or `"saddle"`, and
# `descent_direction` to a direction along which $f$ falls from $(0, 1)$ at once.
#
# <details><summary>Hint 1</summary>At $x = 0$, $y = 1$ the pure second derivatives are zero: find
# $\partial^2 f / \partial x \partial y$.</details>
# <details><summary>Hint 2</summary>If $H = \begin{pmatrix}0 & p\\ p & 0\end{pmatrix}$ what is
# $d^\top H d$, and for which $d$ is it negative?</details>

# %% id="q5_trap" role="solution"
# trap_value : float, f(0, 1)
# trap_kind : str, one of "minimum", "maximum", "saddle"
# descent_direction : array or list of two numbers, not both zero; its length does not matter
### BEGIN SOLUTION
trap_value = 1.5**2 + 2.25**2 + 2.625**2
trap_kind = "saddle"
descent_direction = np.array([1.0, -1.0])
### END SOLUTION

# %% The value at the trap id="q5_trap_public" role="test" points=1
with checks.question("q5_trap_public") as check:
    with check("trap_value is f(0, 1)"):
        checks.close(trap_value, 14.203125, name="trap_value", rtol=1e-4,
                     hint="x = 0 leaves only the constants in the brackets")
    with check("trap_kind is one of the three words"):
        given = checks.text(trap_kind, name="trap_kind")
        checks.true(given in ("minimum", "maximum", "saddle"), f'trap_kind: "minimum", "maximum" or "saddle", not "{given}"')
    with check("descent_direction is two finite numbers"):
        checks.finite_array(descent_direction, (2,), name="descent_direction")

# %% The kind of the point id="q5_trap_kind" role="hidden" points=1
# Hint: Walk from (0, 1) in the directions (1, 1) and (1, −1) and look at f.
with checks.question("q5_trap_kind") as check:
    with check("what kind of point (0, 1) is"):
        checks.choice(trap_kind, "saddle", ["minimum", "maximum", "saddle"], name="trap_kind")

# %% A direction downhill id="q5_trap_direction" role="hidden" points=1
# Hint: Print f(t·d₁, 1 + t·d₂) for t = 0.01 with your direction d: it must be less than f(0, 1).
with checks.question("q5_trap_direction") as check:
    with check("f falls along descent_direction"):
        d = checks.finite_array(descent_direction, (2,), name="descent_direction")
        checks.less(0.0, float(np.linalg.norm(d)), "the direction is zero")
        step = 1e-3 * d / np.linalg.norm(d)
        at = np.array([0.0, 1.0]) + step
        value = sum((c - at[0] * (1 - at[1] ** k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))
        checks.less(value, 14.203125 - 1e-9, "f does not fall along the direction")

# %% [markdown] id="q6_surface" role="statement"
# ### Question 6: the surface (2 points)
#
# Before you plot: expect a landscape that rises by five orders of magnitude towards the corners, which is why the
# colours follow the logarithm (`LogNorm`).
#
# **Task.** Write `plot_surface(f, x_mesh, y_mesh, minimum)`. On new 3-D axes it draws $z = f(x, y)$ with
# `ax.plot_surface(..., norm=LogNorm(), cmap="viridis")` (or another colour map), marks the minimum at its height with a star, names the three axes, and
# returns the axes.
#
# A similar plot of another function, without mark or labels:
#
# ```python
# fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
# ax.plot_surface(x_mesh, y_mesh, x_mesh**2 + y_mesh**2, cmap="viridis", alpha=0.8)
# ```

# %% id="q6_surface" role="solution"
def plot_surface(f, x_mesh, y_mesh, minimum):
    """Draw f over the mesh and its minimum, on new 3-D axes.

    Parameters
    ----------
    f : callable
        Takes two arrays and returns an array of their shape.
    x_mesh, y_mesh : ndarray, shape (n, n)
    minimum : tuple of two floats
        Where f is smallest.

    Returns
    -------
    matplotlib Axes (3-D) : a surface coloured by LogNorm, a marker at the minimum, three axis labels
    """
    ### BEGIN SOLUTION
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, cmap="viridis", norm=LogNorm(), edgecolor="none", alpha=0.8)
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax
    ### END SOLUTION

# %% A surface with its minimum id="q6_surface_public" role="test" points=1
with checks.question("q6_surface_public") as check:
    def f(x, y):
        return (x - 1) ** 2 + y**2 + 0.5

    x_mesh, y_mesh = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-2, 2, 9))
    shown = checks.is_axes(plot_surface(f, x_mesh, y_mesh, (1.0, 0.0)), name="plot_surface", three_d=True)
    with check("a surface with the heights f(x, y)"):
        checks.true(len(shown["surfaces"]) >= 1, "no surface on the axes: ax.plot_surface(x_mesh, y_mesh, z, …)")
        x, y, z = checks.finite_array(shown["surfaces"][0]["vertices"], (None, 3), name="the surface").T
        checks.close(z, f(x, y), name="heights of the surface", rtol=1e-5)
    with check("its colours follow the logarithm"):
        norms = [surface["norm"] for surface in shown["surfaces"]]
        checks.true("LogNorm" in norms, 'no logarithmic colours: give plot_surface both norm=LogNorm() and a '
                    'colour map such as cmap="viridis"; without one, norm is ignored')
    with check("a marker at the minimum (1, 0), at the height f(1, 0) = 0.5"):
        checks.has_point(shown, 1.0, 0.0, 0.5, name="the surface plot",
                         hint='ax.plot([x], [y], [f(x, y)], "r*", markersize=20)')
    with check("all three axes are named"):
        checks.has_labels(shown, name="the surface plot")

# %% Another function and minimum id="q6_surface_other" role="hidden" points=1
# Hint: Does your function draw the f, the mesh and the minimum it is given, or always Beale's?
with checks.question("q6_surface_other") as check:
    a, b = checks.rng("q6").uniform(-1, 1, 2)
    x_mesh, y_mesh = np.meshgrid(np.linspace(-2, 2, 7), np.linspace(-2, 2, 7))

    def f(x, y):
        return 2.0 + (x - a) ** 2 + 3 * (y - b) ** 2

    shown = checks.is_axes(plot_surface(f, x_mesh.copy(), y_mesh.copy(), (a, b)), three_d=True)
    with check("f is drawn over the given mesh"):
        checks.true(len(shown["surfaces"]) >= 1, "no surface")
        vertices = checks.finite_array(shown["surfaces"][0]["vertices"], (None, 3))
        checks.close(vertices[:, 2], f(vertices[:, 0], vertices[:, 1]), rtol=1e-5)
        checks.on_mesh(vertices[:, :2], x_mesh, y_mesh, name="the surface")
    with check("the minimum is marked at its height"):
        checks.has_point(shown, a, b, 2.0)

# %% [markdown]
# **Look.** The whole landscape. Find the valley, and the plateau where the trap lies.

# %%
x_mesh, y_mesh = plotting.mesh((-4.5, 4.5), (-4.5, 4.5), 90)
ax = plot_surface(beale_f, x_mesh, y_mesh, (min_x, min_y))
ax.view_init(elev=35, azim=-125)
ax.ticklabel_format(axis="z", style="sci", scilimits=(0, 0))
plt.show()

# %% [markdown] id="q7_contours" role="statement"
# ### Question 7: the contours (2 points)
#
# **Task.** Write `plot_contours(f, x_mesh, y_mesh, minimum)`. On new axes it draws the contours of $f$ at the 35
# levels `np.logspace(-0.5, 5, 35)` with `norm=LogNorm()`, marks the minimum with a star, names both axes, and returns
# the axes. Levels that grow by a constant factor make the flat valley visible; evenly spaced ones would all lie on
# the steep rim.

# %% id="q7_contours" role="solution"
def plot_contours(f, x_mesh, y_mesh, minimum):
    """Draw the contours of f over the mesh and its minimum, on new axes.

    Parameters
    ----------
    f : callable
        Takes two arrays and returns an array of their shape.
    x_mesh, y_mesh : ndarray, shape (n, n)
    minimum : tuple of two floats
        Where f is smallest.

    Returns
    -------
    matplotlib Axes : contour lines coloured by LogNorm, a marker at the minimum, two axis labels
    """
    ### BEGIN SOLUTION
    fig, ax = plt.subplots()
    ax.contour(x_mesh, y_mesh, f(x_mesh, y_mesh), levels=np.logspace(-0.5, 5, 35), norm=LogNorm(), cmap="viridis")
    ax.plot(*minimum, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax
    ### END SOLUTION

# %% Contours with their minimum id="q7_contours_public" role="test" points=1
with checks.question("q7_contours_public") as check:
    def f(x, y):
        return (x - 1) ** 2 + y**4 + 1

    x_mesh, y_mesh = np.meshgrid(np.linspace(-20, 20, 21), np.linspace(-20, 20, 21))
    shown = checks.is_axes(plot_contours(f, x_mesh, y_mesh, (1.0, 0.0)), name="plot_contours", three_d=False)
    drawn = [c for c in shown["contours"] if not c["filled"]]
    with check("contour lines at 35 levels from 10^−0.5 to 10^5"):
        checks.true(len(drawn) >= 1, "no contour lines on the axes: ax.contour(x_mesh, y_mesh, z, …)")
        checks.close(drawn[0]["levels"], np.logspace(-0.5, 5, 35), name="the levels", rtol=1e-6)
    with check("the lines are contours of f on the mesh"):
        checks.has_contours(shown, x_mesh, y_mesh, f(x_mesh, y_mesh), np.logspace(-0.5, 5, 35), name="the contour plot",
            hint="draw the f and the mesh that your function is given: ax.contour(x_mesh, y_mesh, f(x_mesh, y_mesh), …)")
    with check("their colours follow the logarithm"):
        checks.true("LogNorm" in [c["norm"] for c in drawn], "no logarithmic colours: norm=LogNorm()")
    with check("a marker at the minimum (1, 0)"):
        checks.has_point(shown, 1.0, 0.0, name="the contour plot", hint='ax.plot(x, y, "r*", markersize=20)')
    with check("both axes are named"):
        checks.has_labels(shown, name="the contour plot")

# %% Another function and minimum id="q7_contours_other" role="hidden" points=1
# Hint: Does your function draw the f, the mesh and the minimum it is given, with x and y in their places?
with checks.question("q7_contours_other") as check:
    a, b = checks.rng("q7").uniform(-1, 1, 2)
    x_mesh, y_mesh = np.meshgrid(np.linspace(-9, 9, 15), np.linspace(-9, 9, 15))

    def f(x, y):  # linear: contours of a linear function are exact
        return 60.0 + (2 + a) * x + (1.5 + b / 2) * y

    shown = checks.is_axes(plot_contours(f, x_mesh, y_mesh, (a, b)), three_d=False)
    with check("the lines are contours of f"):
        lines = [c for c in shown["contours"] if not c["filled"]]
        checks.true(len(lines) >= 1, "no contour lines")
        points = checks.finite_array(lines[0]["points"], (None, 3), name="points on the contours")
        checks.less(0.0, float(len(points)), "no contours are drawn")
        checks.close(np.abs(points[:, :2]).max(), 9.0, name="how far the contours reach")
        checks.close(f(points[:, 0], points[:, 1]), points[:, 2], name="f on the contours", rtol=1e-5)
    with check("the minimum is marked"):
        checks.has_point(shown, a, b)

# %% [markdown]
# **Look.** The star should sit in the narrow valley on the right, which bends down towards it. The other valley, along
# $y = 1$ to the left, leads nowhere: $f$ falls there for ever.

# %%
plot_contours(beale_f, x_mesh, y_mesh, (min_x, min_y))
plt.show()

# %% [markdown]
# ## Part 2: Adam
#
# Write $w = (x, y)$ for the point, $g_k = \nabla f(w_k)$ for its gradient, $\alpha$ for the learning rate. Adam keeps two
# running means, of the gradient and of its square, both starting at zero (all operations entry by entry):
#
# $$m_{k+1} = \beta_1 m_k + (1-\beta_1)\, g_k, \qquad v_{k+1} = \beta_2 v_k + (1-\beta_2)\, g_k^2 .$$
#
# Because they start at zero they are too small at first. Dividing by what is missing makes them unbiased; here the
# exponent is the number of the step, which is 1 in the first step:
#
# $$\hat m_{k+1} = \frac{m_{k+1}}{1-\beta_1^{\,k+1}}, \qquad \hat v_{k+1} = \frac{v_{k+1}}{1-\beta_2^{\,k+1}} .$$
#
# Then the point moves by
#
# $$w_{k+1} = w_k - \frac{\alpha}{\sqrt{\hat v_{k+1}} + \epsilon}\,\hat m_{k+1} .$$
#
# (Kingma and Ba, 2015, Algorithm 1.) The defaults are $\beta_1 = 0.9$, $\beta_2 = 0.999$, $\epsilon = 10^{-8}$.

# %% [markdown] id="q8_first_steps" role="statement"
# ### Question 8: two steps by hand (3 points)
#
# Take one dimension, $f(w) = w^2$, so $g = 2w$. Start at $w_0 = 1$ with $\alpha = 0.1$ and the default
# $\beta_1, \beta_2$; leave out $\epsilon$, it is far too small to matter here.
#
# **Task.** Do two steps with pen, paper and a calculator. Set `hand_w1` and `hand_w2` to $w_1$ and $w_2$, to at least
# four decimals. Then do the first step again *without* the correction, with $m_1$ and $v_1$ in place of
# $\hat m_1$ and $\hat v_1$, and set `hand_ratio` to its length divided by $\alpha$, to at least three decimals.

# %% id="q8_first_steps" role="solution"
# hand_w1 : float, w after one step of Adam
# hand_w2 : float, w after two steps of Adam
# hand_ratio : float, length of the first step without bias correction, divided by α
### BEGIN SOLUTION
# step 1: g = 2,   m = 0.2,  v = 0.004,    m̂ = 2,            v̂ = 4
hand_w1 = 1 - 0.1 * 2 / 2
# step 2: g = 1.8, m = 0.36, v = 0.007236, m̂ = 0.36 / 0.19,  v̂ = 0.007236 / 0.001999
hand_w2 = 0.9 - 0.1 * (0.36 / 0.19) / (0.007236 / 0.001999) ** 0.5
hand_ratio = 0.2 / 0.004**0.5
### END SOLUTION

# %% The first step id="q8_first_steps_public" role="test" points=1
with checks.question("q8_first_steps_public") as check:
    with check("hand_w1: the first step has length α, whatever the gradient"):
        checks.close(hand_w1, 0.9, name="hand_w1", atol=6e-5, rtol=0, mistakes={
            "this is gradient descent, w − α g": 0.8,
            "the sign of the step is turned": 1.1,
        })

# %% The second step id="q8_first_steps_second" role="hidden" points=1
# Hint: In the second step the means carry over from the first, and the corrections are 1 − 0.9² and 1 −
#   0.999².
with checks.question("q8_first_steps_second") as check:
    with check("hand_w2"):
        checks.close(hand_w2, 0.8004122, name="hand_w2", atol=6e-5, rtol=0)

# %% Without correction id="q8_first_steps_ratio" role="hidden" points=1
# Hint: Divide m₁ by the root of v₁: 0.1 g over the root of 0.001 g².
with checks.question("q8_first_steps_ratio") as check:
    with check("hand_ratio"):
        checks.close(hand_ratio, 3.1622777, name="hand_ratio", atol=1.5e-3, rtol=0)

# %% [markdown]
# **Look: what bias correction does.** With a constant gradient of any size, $\hat m/\sqrt{\hat v} = \pm 1$ in every step:
# the corrected Adam moves by exactly $\alpha$. The plot shows the length of the step without correction. It starts at
# your `hand_ratio`, rises, and takes thousands of steps to come back to 1, since $\beta_2 = 0.999$ forgets slowly.

# %%
k = np.arange(1, 5001)
without = (1 - 0.9**k) / np.sqrt(1 - 0.999**k)
curves = {"with correction": np.ones(5000), "without correction": without}
ax = plotting.convergence(curves, "step length / α", "step $k$", log=False, first=1)
ax.set_xscale("log")
plt.show()

# %% [markdown] id="q9_adam" role="statement"
# ### Question 9: the optimizer (13 points)
#
# **Task.** Fill the two blanks of `AdamOptimizer`. `weights_update` takes one step; `train` takes steps until it has
# taken `max_steps` of them, or until the point hardly moves: $\lVert w_{k+1} - w_k \rVert < 10^{-7}$, in the Euclidean norm.
# The step that fell below this bound is kept, and is the last one.
#
# The rest of the class is given. You may change it as you like, as long as what the checks use stays:
#
# - `.x` and `.y` are the current point; after `train` they are the last point of the path,
#   not the best one seen on the way;
# - `.path` has one column per visited point, the start first, so its shape is (2, steps taken + 1);
# - `.z_history` has the values of the function at these points, steps taken + 1 of them;
# - `train` returns `None`; calling it again goes on from where it stopped, with m, v and the number of the step kept;
#   `train(0)` takes no step.
#
# <details><summary>Hint 1</summary>The number of the step, <code>time</code>, is the exponent of the bias corrections. It
# starts at 1.</details>
# <details><summary>Hint 2</summary>Remember the point before the step; after the step, the norm of the difference tells
# whether to stop.</details>

# %% id="q9_adam" role="solution" forbids="torch.optim autograd.misc.optimizers"
class AdamOptimizer:
    """Adam for a function of the plane.

    Parameters
    ----------
    function : callable
        Takes two floats (x, y) and returns a float.
    gradients : callable
        Takes two floats (x, y) and returns an array of shape (2,).
    x_init, y_init : float, optional
        The start; by default drawn uniformly from [−3, 3].

    Attributes
    ----------
    x, y : float, the current point
    path : ndarray, shape (2, steps taken + 1), the points visited, the start first
    z_history : list or array of steps taken + 1 floats, the function at these points
    train : method train(max_steps), returns None
    """

    tolerance = 1e-7

    def __init__(
        self,
        function,  # f(x, y), a number
        gradients,  # the gradient of f at (x, y), two numbers
        x_init=None,  # where the path starts; None draws this coordinate
        y_init=None,
        learning_rate=0.001,  # α
        beta1=0.9,  # how much of m is kept in each step
        beta2=0.999,  # how much of v is kept
        epsilon=1e-8,  # added to the root of v, so that nothing is divided by zero
    ):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        ### BEGIN SOLUTION
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)
        ### END SOLUTION

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        ### BEGIN SOLUTION
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break
        ### END SOLUTION

# %% Two steps you know id="q9_adam_public" role="test" points=1
with checks.question("q9_adam_public") as check:
    def f(x, y):
        return x**2 + 10 * y**2

    def g(x, y):
        return np.array([2 * x, 20 * y])

    with check("one step from (2, 2) with learning rate 0.5 ends at (1.5, 1.5)"):
        opt = AdamOptimizer(f, g, x_init=2.0, y_init=2.0, learning_rate=0.5)
        opt.train(1)
        checks.close([opt.x, opt.y], [1.5, 1.5], name="(x, y)", atol=1e-6, mistakes={
            "the step is far too long: bias correction is missing": [0.4188612, 0.4188612],
            "the point goes uphill: subtract the step": [2.5, 2.5],
            "this is plain gradient descent": [0.0, -18.0],
            "nothing moved: does train call weights_update?": [2.0, 2.0],
        }, hint="NaN means a division by 1 − β⁰: the first step has number 1")
    with check("the second ends at (1.008712, 1.008712): each coordinate has its own scale"):
        opt = AdamOptimizer(f, g, x_init=2.0, y_init=2.0, learning_rate=0.5)
        opt.train(2)
        checks.close([opt.x, opt.y], [1.0087125, 1.0087125], name="(x, y)", atol=1e-6, mistakes={
            "the corrections are 1 − β; they should be 1 − βᵗ, t the step's number": [0.8397887, 0.8397887],
            "the means m and v are not kept from step to step": [1.1279316, 1.1279316],
            "it stopped after one step: is the point before the step a copy, or the same array?": [1.5, 1.5],
        })
    with check("with β₁ = 0.5 and β₂ = 0.9 the second ends at (1.025083, 1.025083)"):
        opt = AdamOptimizer(f, g, x_init=2.0, y_init=2.0, learning_rate=0.5, beta1=0.5, beta2=0.9)
        opt.train(2)
        checks.close([opt.x, opt.y], [1.0250831, 1.0250831], name="(x, y)", atol=1e-6)
    with check("train(1) twice is train(2): .path has shape (2, 3) and .z_history 3 values"):
        opt = AdamOptimizer(f, g, x_init=2.0, y_init=2.0, learning_rate=0.5)
        opt.train(1)
        opt.train(1)
        checks.finite_array(opt.path, (2, 3), name="opt.path", strict=True)
        checks.close(opt.path[:, 2], [1.0087125, 1.0087125], name="the last point of opt.path", atol=1e-6)
        checks.close(opt.z_history, [44.0, 24.75, 11 * 1.0087125**2], name="opt.z_history", rtol=1e-5)
    with check("where the gradient is zero it stops after one step, which is kept"):
        opt = AdamOptimizer(f, g, x_init=0.0, y_init=0.0)
        opt.train(10)
        checks.finite_array(opt.path, (2, 2), name="opt.path")

# %% The first steps from other starts, and the defaults id="q9_adam_first_iterates" role="hidden" points=4
# Hint: Write down m, v, both corrections and the step for steps 1 to 3 by hand, and compare with what your
#   optimizer prints. Every parameter must be used: α, β₁, β₂ and ε. Without a start each optimizer
#   draws its own, from all of [−3, 3]².
with checks.question("q9_adam_first_iterates") as check:
    rng = checks.rng("q9_iterates")

    def f(x, y):
        return sum((c - x * (1 - y**k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))

    def g(x, y):
        return checks.complex_step(lambda w: f(w[0], w[1]), np.array([x, y]))

    def reference(w, alpha, b1, b2, eps, steps):
        m, v, points = np.zeros(2), np.zeros(2), [w]
        for t in range(1, steps + 1):
            d = g(*w)
            m, v = b1 * m + (1 - b1) * d, b2 * v + (1 - b2) * d * d
            w = w - alpha * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps)
            points.append(w)
        return np.array(points).T

    cases = [(np.array([0.7, 1.4]), 0.1, 0.9, 0.999, 1e-8)]
    cases += [(rng.uniform(-1.5, 1.5, 2), rng.uniform(0.01, 0.1), rng.uniform(0.5, 0.95), rng.uniform(0.9, 0.99), eps) for eps in (1e-8, 0.5)]
    for w, alpha, b1, b2, eps in cases:
        with check("the path of five steps"):
            opt = AdamOptimizer(f, g, x_init=float(w[0]), y_init=float(w[1]), learning_rate=alpha, beta1=b1, beta2=b2, epsilon=eps)
            opt.train(5)
            checks.close(opt.path, reference(w, alpha, b1, b2, eps, 5), name="path", rtol=1e-6)
    with check("defaults: a start in [−3, 3]², learning rate 0.001"):
        opt = AdamOptimizer(lambda x, y: 5 * x + y, lambda x, y: np.array([5.0, 1.0]))
        start = checks.finite_array([opt.x, opt.y], (2,), name="the start")
        checks.less(float(np.abs(start).max()), 3.0 + 1e-12, "the start lies outside [−3, 3]²")
        # 40 starts: all within [−2, 2]² with probability (2/3)⁸⁰, less than 10⁻¹³
        made = (AdamOptimizer(f, g) for _ in range(40))
        starts = checks.finite_array([[one.x, one.y] for one in made], (40, 2), name="the starts")
        checks.less(2.0, float(np.abs(starts).max()), "of 40 starts none is far out: they are drawn from all of [−3, 3]²")
        checks.less(39.0, float(len(np.unique(starts, axis=0))), "two optimizers start at the same point: do not seed the generator")
        opt.train(2)
        checks.close([opt.x, opt.y], start - 0.002, name="(x, y)", atol=1e-7, rtol=0)

# %% Bias correction id="q9_adam_bias_correction" role="hidden" points=2
# Hint: With a constant gradient every step of Adam has length α in each coordinate, the first as well as the
#   twentieth.
with checks.question("q9_adam_bias_correction") as check:
    a, b = checks.rng("q9_bias").uniform(0.5, 50, 2) * [1, -1]
    opt = AdamOptimizer(lambda x, y: a * x + b * y, lambda x, y: np.array([a, b]), x_init=0.0, y_init=0.0, learning_rate=0.05)
    opt.train(20)
    with check("constant gradient: every step has length α"):
        steps = np.diff(checks.finite_array(opt.path, (2, 21), name="path"))
        checks.close(steps, np.outer([-0.05, 0.05], np.ones(20)), name="the steps", rtol=1e-5)

# %% Path and values id="q9_adam_history" role="hidden" points=2
# Hint: After n steps there are n + 1 points, the start first and the current point last, and as many values,
#   each taken at its own point.
with checks.question("q9_adam_history") as check:
    rng = checks.rng("q9_history")
    a, b, y0 = rng.uniform(0.5, 2, 3)
    x0 = rng.uniform(1.3, 2)  # far enough from the minimum that no step is tiny

    def f(x, y):  # hilly, so that the values rise and fall along the path
        return np.cos(40 * x) + np.sin(30 * y)

    def g(x, y):
        return np.array([2 * a * (x - 1), 2 * b * (y + 2)])

    opt = AdamOptimizer(f, g, x_init=x0, y_init=y0, learning_rate=0.02)
    with check("train returns None"):
        checks.true(opt.train(7) is None, "train returned a value")
    with check("the path begins at the start and ends at the current point"):
        path = checks.finite_array(opt.path, (2, 8), name="path")
        checks.close(path[:, 0], [x0, y0], name="the first point")
        checks.close(path[:, -1], [opt.x, opt.y], name="the last point")
        checks.less(1e-3, float(np.min(np.abs(np.diff(path)))), "the points of the path do not move")
    with check("values belong to the points"):
        checks.close(opt.z_history, f(*checks.finite_array(opt.path, (2, 8))), rtol=1e-6)
    with check("training for 0 steps takes none; training again goes on"):
        opt.train(0)
        checks.finite_array(opt.path, (2, 8), name="path")
        opt.train(5)
        other = AdamOptimizer(f, g, x_init=x0, y_init=y0, learning_rate=0.02)
        other.train(12)
        checks.close(opt.path, checks.finite_array(other.path, (2, 13)))

# %% When it stops id="q9_adam_stopping" role="hidden" points=3
# Hint: Stop when the whole step (both coordinates, Euclidean norm) is shorter than 1e-7: not when f hardly
#   changes, not when one coordinate rests, and not at the best point seen.
with checks.question("q9_adam_stopping") as check:

    def f(x, y):
        return sum((c - x * (1 - y**k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))

    asked = []

    def g(x, y):
        asked.append((x, y))
        t = [c - x * (1 - y**k) for k, c in ((1, 1.5), (2, 2.25), (3, 2.625))]
        return 2 * np.array([sum(s * (y**k - 1) for k, s in enumerate(t, 1)), sum(s * k * x * y ** (k - 1) for k, s in enumerate(t, 1))])

    # 90 steps; the last is shorter than the bound, but not the sum of its parts; in the one before each part is shorter
    opt = AdamOptimizer(f, g, x_init=2.8, y_init=0.4, learning_rate=0.15, beta1=0.7, beta2=0.995)
    opt.train(400)
    with check("from (2.8, 0.4) it reaches the minimum and stops by itself"):
        checks.close([opt.x, opt.y], [3.0, 0.5], name="(x, y)", atol=1e-4)
        path = checks.finite_array(opt.path, (2, None), name="path")
        lengths = np.linalg.norm(np.diff(path), axis=0)
        checks.less(lengths[-1], 1e-7, "it stopped after a step that was not short")
        checks.less(1e-7, float(np.min(lengths[:-1])), "it went on after a short step")
        checks.less(float(path.shape[1]), 400.0, "it did not stop by itself")
        before = len(asked)
        opt.train(3)
        checks.less(float(before), float(len(asked)), "called again, it took no step at all")
    with check("a flat function is no reason to stop"):
        opt = AdamOptimizer(lambda x, y: 1e-12 * (x + y), lambda x, y: np.array([1e-2, 1e-2]), x_init=0.0, y_init=0.0, learning_rate=0.01)
        opt.train(30)
        checks.finite_array(opt.path, (2, 31), name="path")
    with check("a coordinate at rest is no reason to stop"):
        opt = AdamOptimizer(lambda x, y: x**2, lambda x, y: np.array([2 * x, 0.0]), x_init=1.0, y_init=0.3, learning_rate=0.01)
        opt.train(30)
        checks.finite_array(opt.path, (2, 31), name="path")
    with check("a point that keeps its distance from 0 is no reason to stop"):
        opt = AdamOptimizer(lambda x, y: x - y, lambda x, y: np.array([1.0, -1.0]), x_init=1.0, y_init=1.0, learning_rate=1e-4)
        opt.train(10)
        checks.finite_array(opt.path, (2, 11), name="path")
    with check("after an uphill step it stays at the last point, not the best"):
        opt = AdamOptimizer(lambda x, y: abs(x) + y**2, lambda x, y: np.array([np.sign(x), 2 * y]), x_init=0.05, y_init=0.01, learning_rate=0.1)
        opt.train(1)
        checks.close([opt.x, opt.y], [-0.05, -0.09], name="(x, y)", atol=1e-4)
        checks.finite_array(opt.path, (2, 2), name="path")

# %% Two optimizers, one after the other id="q9_adam_independent" role="hidden" points=1
# Hint: Do two optimizers share a list or an array, perhaps as a class attribute or a default argument? Is the
#   array that gradients returned changed in place?
with checks.question("q9_adam_independent") as check:
    gradient = np.array([3.0, -2.0])
    first = AdamOptimizer(lambda x, y: 3 * x - 2 * y, lambda x, y: gradient, x_init=0.0, y_init=0.0, learning_rate=0.1)
    second = AdamOptimizer(lambda x, y: 3 * x - 2 * y, lambda x, y: gradient, x_init=5.0, y_init=5.0, learning_rate=0.1)
    for _ in range(3):
        first.train(1)
        second.train(2)
    with check("each has its own path"):
        checks.close(first.path, np.outer([-0.1, 0.1], np.arange(4)), name="the first path", atol=1e-6)
        checks.close(second.path, 5 + np.outer([-0.1, 0.1], np.arange(7)), atol=1e-6)
    with check("the gradient's array is not changed"):
        checks.close(gradient, [3.0, -2.0], name="the gradient")

# %% [markdown]
# **Look: Adam on the Beale function.** From $(0.7, 1.4)$ with learning rate 0.1 it should arrive at the minimum and stop by
# itself after some seven hundred steps.

# %% tags=["nbval-check-output"]
opt = AdamOptimizer(beale_f, beale_grads, x_init=0.7, y_init=1.4, learning_rate=0.1, beta1=0.9, beta2=0.999)
opt.train(1000)
steps = opt.path.shape[1] - 1
print(f"minimum      x* = {min_x:.2f}, y* = {min_y:.2f}")
print(f"Adam ends at x  = {opt.x:.4f}, y  = {opt.y:.4f}")
print(f"stopped by itself between step 700 and step 750: {700 < steps < 750}")

# %%
plotting.contours(beale_f, (-1, 4.5), (-1.5, 2), paths={"Adam, learning rate 0.1": opt.path})
plt.plot(min_x, min_y, "r*", markersize=9, zorder=3)
plt.show()

# %% [markdown]
# And the value over the steps. Since the minimum is $f^\star = 0$, the value is the suboptimality $f - f^\star$ itself. On a log
# axis a straight line is a constant factor per step. Look closely for places where the curve rises: Adam does not descend
# in every step.

# %%
plotting.convergence({"Adam, learning rate 0.1": opt.z_history}, "suboptimality $f(x, y) - f^*$")
plt.show()

# %% [markdown] id="q10_your_run" role="statement"
# ### Question 10: your own run (2 points, read by a person)
#
# **Task.** The next cell repeats the run above. Change the start and the learning rate to your own, and run it. Then say in
# the cell after it, in three to five sentences: where did it end, how did the path and the curve differ from those above,
# and what in Adam's equations explains it? A run that fails, explained, earns as much as one that works.

# %% role="free"
my_start, my_rate = (0.7, 1.4), 0.1  # change these
my_run = AdamOptimizer(beale_f, beale_grads, x_init=my_start[0], y_init=my_start[1], learning_rate=my_rate)
my_run.train(5000)
print(f"from {my_start} with learning rate {my_rate}:")
print(f"({my_run.x:.3f}, {my_run.y:.3f}) after {my_run.path.shape[1] - 1} steps")
plotting.contours(beale_f, None, None, paths={f"learning rate {my_rate}": my_run.path})
plotting.convergence({"first run": opt.z_history, "my run": my_run.z_history}, "suboptimality $f(x, y) - f^*$")
plt.show()

# %% What the run shows [markdown] id="q10_your_run_text" role="manual" points=2
# ### BEGIN SOLUTION
# For example, from $(-2, 1.5)$ with learning rate 0.02: the start lies on the far side of the ridge through the saddle at $(0, 1)$. Each step
# is at most about $\alpha$ long in each coordinate, since $|\hat m|/\sqrt{\hat v}$ is near 1 while gradients keep their sign; so the way
# takes at least (distance)/0.02 steps, five times as many as with 0.1. The path bends along the valley, where the gradient is
# tiny but the division by $\sqrt{\hat v}$ keeps the steps from vanishing. If the path runs off to large negative $x$ with
# $y$ near 1, it has found the asymptotic valley and not the minimum: $f$ falls there too, towards no minimum.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: the run is described as it was (end point, number of steps or shape of the curve), success or failure.
# 1 point: an explanation from the equations: step length near α per coordinate, memory of m and v, the valley's
# small gradients, or the saddle. Half a point if it names the cause ("rate too small") without the mechanism.
# ### END MARK SCHEME

# %% [markdown]
# ## Before you hand in

# %% role="handin"
