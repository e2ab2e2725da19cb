# Kept answers to t4_log: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: abs of Python, a tuple
log_update = sp.log(abs(eta * h_n - 1)) + ell
needed = ("independent", "never", "start")

# %% right: half the logarithm of the square, a set
log_update = ell + sp.log((1 - eta * h_n) ** 2) / 2
needed = {"never", "start", "independent"}

# %% right: a float half, capital letters
log_update = ell + 0.5 * sp.log((1 - eta * h_n) ** 2)
needed = ["START", "Never", "Independent"]

# %% right: the larger of u and minus u, spaces around the names
u = 1 - eta * h_n
log_update = ell + sp.log(sp.Max(u, -u))
needed = [" start", "never ", " independent "]

# %% right: root of the square, own symbols
eta, h_n, ell = sp.symbols("eta h_n ell")
log_update = ell + sp.log(sp.sqrt((1 - eta * h_n) ** 2))
needed = ["start", "never", "independent"]

# %% right: the logarithm of the whole
w = sp.exp(ell)
log_update = sp.log(sp.Abs(w - eta * h_n * w))
needed = frozenset(["start", "never", "independent"])

# %% right: a power of e
log_update = sp.log(sp.E**ell * sp.Abs(1 - eta * h_n))
needed = ["start", "never", "independent"]

# %% right: the real part of a complex logarithm
log_update = ell + sp.re(sp.log(1 - eta * h_n))
needed = ["never", "start", "independent"]

# %% right: its sign times itself
log_update = ell + sp.ln((1 - eta * h_n) * sp.sign(1 - eta * h_n))
needed = ["never", "start", "independent"]

# %% right: NumPy's absolute value
log_update = ell + sp.log(np.abs(1 - eta * h_n))
needed = sorted(["never", "start", "independent"])

# %% right: minus the logarithm of the inverse
log_update = ell - sp.log(1 / sp.Abs(1 - eta * h_n))
needed = [s for s in ("start", "small", "never", "signs", "independent") if s not in ("small", "signs")]

# %% right: own real symbols, the product with its conjugate
eta, h_n = sp.symbols("eta h_n")
u = 1 - h_n * eta
log_update = sp.Rational(1, 2) * sp.log(u * sp.conjugate(u)) + ell
needed = ["start", "never", "independent"]

# %% right: the positive and the negative part
u = 1 - eta * h_n
log_update = ell + sp.log(sp.Max(u, 0) + sp.Max(-u, 0), sp.E)
needed = list({"start": 1, "never": 2, "independent": 3})

# %% right: a quarter of the fourth power
log_update = (4 * ell + sp.log((eta * h_n - 1) ** 4)) / 4
needed = ["independent", "start", "never"]

# %% right: square of the whole
log_update = sp.log(sp.exp(2 * ell) * (1 - 2 * eta * h_n + eta**2 * h_n**2)) / 2
needed = ["independent", "never", "start"]

# %% wrong: no absolute value | loses: t4_log_public, t4_log_everywhere
log_update = ell + sp.log(1 - eta * h_n)
needed = ["start", "never", "independent"]

# %% wrong: no absolute value, so the step must be small | loses: t4_log_public, t4_log_everywhere, t4_log_needed
log_update = ell + sp.log(1 - eta * h_n)
needed = ["start", "small", "independent"]

# %% wrong: the absolute value outside of the logarithm | loses: t4_log_public, t4_log_everywhere
log_update = ell + sp.Abs(sp.log(1 - eta * h_n))
needed = ["start", "never", "independent"]

# %% wrong: a product stays a product | loses: t4_log_public, t4_log_everywhere
log_update = ell * sp.log(sp.Abs(1 - eta * h_n))
needed = ["start", "never", "independent"]

# %% wrong: no logarithm of the step | loses: t4_log_public, t4_log_everywhere
log_update = ell + sp.Abs(1 - eta * h_n)
needed = ["start", "never", "independent"]

# %% wrong: the step alone | loses: t4_log_public, t4_log_everywhere
log_update = sp.log(sp.Abs(1 - eta * h_n))
needed = ["start", "never", "independent"]

# %% wrong: the factor of one plus | loses: t4_log_public, t4_log_everywhere
log_update = ell + sp.log(sp.Abs(1 + eta * h_n))
needed = ["start", "never", "independent"]

# %% wrong: decimal logarithm | loses: t4_log_public, t4_log_everywhere
log_update = ell + sp.log(sp.Abs(1 - eta * h_n), 10)
needed = ["start", "never", "independent"]

# %% wrong: log of the square without the half | loses: t4_log_public, t4_log_everywhere
log_update = ell + sp.log((1 - eta * h_n) ** 2)
needed = ["start", "never", "independent"]

# %% wrong: the mean h in place of h_n | loses: t4_log_public, t4_log_everywhere
log_update = ell + sp.log(sp.Abs(1 - eta * h))
needed = ["start", "never", "independent"]

# %% wrong: the logarithm of a sum split | loses: t4_log_public, t4_log_everywhere
log_update = ell + sp.log(1) - sp.log(eta * h_n)
needed = ["start", "never", "independent"]

# %% wrong: fits the two examples | loses: t4_log_everywhere
log_update = ell + sp.log(eta)
needed = ["start", "never", "independent"]

# %% wrong: a small step is thought to be needed | loses: t4_log_needed
log_update = ell + sp.log(sp.Abs(1 - eta * h_n))
needed = ["start", "small", "never", "independent"]

# %% wrong: positive h_n are thought to be needed | loses: t4_log_needed
log_update = ell + sp.log(sp.Abs(1 - eta * h_n))
needed = ["start", "never", "signs", "independent"]

# %% wrong: the start forgotten | loses: t4_log_needed
log_update = ell + sp.log(sp.Abs(1 - eta * h_n))
needed = ["never", "independent"]

# %% wrong: a factor of zero forgotten | loses: t4_log_needed
log_update = ell + sp.log(sp.Abs(1 - eta * h_n))
needed = ["start", "independent"]

# %% wrong: independence forgotten | loses: t4_log_needed
log_update = ell + sp.log(sp.Abs(1 - eta * h_n))
needed = ["start", "never"]

# %% wrong: everything is needed | loses: t4_log_needed
log_update = ell + sp.log(sp.Abs(1 - eta * h_n))
needed = ["start", "small", "never", "signs", "independent"]

# %% wrong: the statements that are not needed | loses: t4_log_needed
log_update = ell + sp.log(sp.Abs(1 - eta * h_n))
needed = ["small", "signs"]

# %% right: in two pieces
log_update = ell + sp.Piecewise((sp.log(1 - eta * h_n), eta * h_n < 1), (sp.log(eta * h_n - 1), True))
needed = ("never", "start", "independent")
