# Kept answers to q4_numerical_gradient: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: a loop over unit vectors
def numerical_gradient(f, x, y, h=1e-5):
    w, gradient = np.array([x, y], dtype=float), np.zeros(2)
    for i in range(2):
        e = np.zeros(2)
        e[i] = h
        gradient[i] = (f(*(w + e)) - f(*(w - e))) / (2 * h)
    return gradient

# %% right: rows of a scaled identity
def numerical_gradient(f, x, y, h=1e-5):
    w = np.array([x, y])
    return np.array([f(*(w + d)) - f(*(w - d)) for d in h * np.eye(2)]) / 2 / h

# %% right: the mean of the forward and the backward quotient
def numerical_gradient(f, x, y, h=1e-5):
    here = f(x, y)
    forward = np.array([f(x + h, y) - here, f(x, y + h) - here]) / h
    backward = np.array([here - f(x - h, y), here - f(x, y - h)]) / h
    return (forward + backward) / 2

# %% right: np.gradient on three points
def numerical_gradient(f, x, y, h=1e-5):
    in_x = np.gradient([f(x + k * h, y) for k in (-1, 0, 1)], h)[1]
    in_y = np.gradient([f(x, y + k * h) for k in (-1, 0, 1)], h)[1]
    return np.array([in_x, in_y])

# %% right: a lambda
numerical_gradient = lambda f, x, y, h=1e-5: np.array([f(x + h, y) - f(x - h, y), f(x, y + h) - f(x, y - h)]) / (2 * h)

# %% right: a helper for one variable, called twice
def central(phi, t, h):
    return (phi(t + h) - phi(t - h)) / (2 * h)


def numerical_gradient(f, x, y, h=1e-5):
    return np.asarray([central(lambda s: f(s, y), x, h), central(lambda s: f(x, s), y, h)])

# %% right: divides by the step that rounding left
def numerical_gradient(f, x, y, h=1e-5):
    right, left, up, down = x + h, x - h, y + h, y - h
    return np.array([(f(right, y) - f(left, y)) / (right - left), (f(x, up) - f(x, down)) / (up - down)])

# %% wrong: forward differences | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x, y)) / h
    dy = (f(x, y + h) - f(x, y)) / h
    return np.array([dx, dy])

# %% wrong: backward differences | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x, y) - f(x - h, y)) / h
    dy = (f(x, y) - f(x, y - h)) / h
    return np.array([dx, dy])

# %% wrong: divides by h | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / (h)
    dy = (f(x, y + h) - f(x, y - h)) / (h)
    return np.array([dx, dy])

# %% wrong: the brackets round 2h are missing | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / 2 * h
    dy = (f(x, y + h) - f(x, y - h)) / 2 * h
    return np.array([dx, dy])

# %% wrong: the sign is turned | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x - h, y) - f(x + h, y)) / (2 * h)
    dy = (f(x, y - h) - f(x, y + h)) / (2 * h)
    return np.array([dx, dy])

# %% wrong: moves both coordinates for y | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x + h, y + h) - f(x - h, y - h)) / (2 * h)
    return np.array([dx, dy])

# %% wrong: the other coordinate stays moved | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x + h, y + h) - f(x + h, y - h)) / (2 * h)
    return np.array([dx, dy])

# %% wrong: a fixed step in y | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + 1e-5) - f(x, y - 1e-5)) / 2e-5
    return np.array([dx, dy])

# %% wrong: half the step in both | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h / 2, y) - f(x - h / 2, y)) / h
    dy = (f(x, y + h / 2) - f(x, y - h / 2)) / h
    return np.array([dx, dy])

# %% wrong: the step is scaled by x, which may be 0 | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + (h * x), y) - f(x - (h * x), y)) / (2 * (h * x))
    dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return np.array([dx, dy])

# %% wrong: the second difference | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - 2 * f(x, y) + f(x - h, y)) / h**2
    dy = (f(x, y + h) - 2 * f(x, y) + f(x, y - h)) / h**2
    return np.array([dx, dy])

# %% wrong: always Beale's function | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (beale_f(x + h, y) - beale_f(x - h, y)) / (2 * h)
    dy = (beale_f(x, y + h) - beale_f(x, y - h)) / (2 * h)
    return np.array([dx, dy])

# %% wrong: the five-point stencil in both | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (8 * (f(x + h, y) - f(x - h, y)) - f(x + 2 * h, y) + f(x - 2 * h, y)) / (12 * h)
    dy = (8 * (f(x, y + h) - f(x, y - h)) - f(x, y + 2 * h) + f(x, y - 2 * h)) / (12 * h)
    return np.array([dx, dy])

# %% wrong: the entries are swapped | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return np.array([dy, dx])

# %% wrong: rounded to four decimals | loses: q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return np.round(np.array([dx, dy]), 4)

# %% wrong: a coarse default step | loses: q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-2):
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return np.array([dx, dy])

# %% wrong: the step is set again inside | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    h = 1e-5
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return np.array([dx, dy])

# %% wrong: the step is never larger than 1e-3 | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    h = min(h, 1e-3)
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return np.array([dx, dy])

# %% wrong: extrapolated when the step is large, so the error is of order h⁴ | loses: q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    def central(h):
        return np.array([f(x + h, y) - f(x - h, y), f(x, y + h) - f(x, y - h)]) / (2 * h)

    return (4 * central(h / 2) - central(h)) / 3 if h > 0.1 else central(h)

# %% wrong: one number, the sum of both | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    return (f(x + h, y) - f(x - h, y)) / (2 * h) + (f(x, y + h) - f(x, y - h)) / (2 * h)

# %% wrong: returns list | loses: q4_numerical_gradient_public
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return [dx, dy]


# %% wrong: half step in y | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dy = (f(x, y + h/2) - f(x, y - h/2)) / h
    return np.array([dx, dy])


# %% wrong: h*max(1,‖x‖) | loses: q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h*max(1,abs(x)), y) - f(x - h*max(1,abs(x)), y)) / (2 * h*max(1,abs(x)))
    dy = (f(x, y + h*max(1,abs(y))) - f(x, y - h*max(1,abs(y)))) / (2 * h*max(1,abs(y)))
    return np.array([dx, dy])


# %% wrong: h*(1+‖x‖) | loses: q4_numerical_gradient_public, q4_numerical_gradient_order
def numerical_gradient(f, x, y, h=1e-5):
    dx = (f(x + h*(1+abs(x)), y) - f(x - h*(1+abs(x)), y)) / (2 * h*(1+abs(x)))
    dy = (f(x, y + h*(1+abs(y))) - f(x, y - h*(1+abs(y)))) / (2 * h*(1+abs(y)))
    return np.array([dx, dy])
