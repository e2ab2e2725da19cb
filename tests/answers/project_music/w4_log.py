# Kept answers to w4_log: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: a helper, broadcasting
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% right: logsumexp of autograd.scipy
from autograd.scipy.special import logsumexp


def sinkhorn_log(a, b, C, epsilon, iterations):
    f, g = anp.zeros(len(a)), anp.zeros(len(b))
    for _ in range(iterations):
        f = epsilon * (anp.log(a) - logsumexp((g - C) / epsilon, axis=1))
        g = epsilon * (anp.log(b) - logsumexp((f - C.T) / epsilon, axis=1))
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp(f[:, None] / epsilon + g[None, :] / epsilon - C / epsilon)

# %% right: corrections of the residual
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    f, g = np.zeros(C.shape[0]), np.zeros(C.shape[1])
    for _ in range(iterations):
        f = f + epsilon * (anp.log(a) - log_sum_exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon, 1))
        g = g + epsilon * (anp.log(b) - log_sum_exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon, 0))
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% right: logaddexp, cell by cell; a list
def sinkhorn_log(a, b, C, epsilon, iterations):
    f, g = [0.0] * len(a), [0.0] * len(b)
    for _ in range(iterations):
        for i in range(len(a)):
            total = -np.inf
            for j in range(len(b)):
                total = anp.logaddexp(total, (g[j] - C[i, j]) / epsilon)
            f[i] = epsilon * (anp.log(a[i]) - total)
        for j in range(len(b)):
            total = -np.inf
            for i in range(len(a)):
                total = anp.logaddexp(total, (f[i] - C[i, j]) / epsilon)
            g[j] = epsilon * (anp.log(b[j]) - total)
    return [anp.array(f), anp.array(g)]


def plan(f, g, C, epsilon):
    return np.exp((np.add.outer(np.asarray(f), np.asarray(g)) - C) / epsilon)

# %% wrong: logarithms of the naive scalings | loses: w4_log_public, w4_log_small
def sinkhorn_log(a, b, C, epsilon, iterations):
    K = anp.exp(-C / epsilon)
    v = anp.ones(len(b))
    for _ in range(iterations):
        u = a / anp.dot(K, v)
        v = b / anp.dot(K.T, u)
    return epsilon * anp.log(u), epsilon * anp.log(v)


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: no largest exponent taken out | loses: w4_log_public, w4_log_small
def sinkhorn_log(a, b, C, epsilon, iterations):
    g = anp.zeros(len(b))
    for _ in range(iterations):
        f = epsilon * (anp.log(a) - anp.log(anp.sum(anp.exp((g[None, :] - C) / epsilon), axis=1)))
        g = epsilon * (anp.log(b) - anp.log(anp.sum(anp.exp((f[:, None] - C) / epsilon), axis=0)))
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: one largest exponent for all sums | loses: w4_log_small
def log_sum_exp(x, axis):
    m = anp.max(x)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + m


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = anp.zeros(len(b))
    for _ in range(iterations):
        f = epsilon * (anp.log(a) - log_sum_exp((g[None, :] - C) / epsilon, 1))
        g = epsilon * (anp.log(b) - log_sum_exp((f[:, None] - C) / epsilon, 0))
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: ε log a without ε | loses: w4_log_public, w4_log_values, w4_log_small, w4_log_autograd
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: log a forgotten | loses: w4_log_public, w4_log_values, w4_log_small, w4_log_autograd
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = -epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = -epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: u and v | loses: w4_log_public, w4_log_values, w4_log_small, w4_log_autograd
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return anp.exp(f / epsilon), anp.exp(g / epsilon)


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: potentials not multiplied by ε | loses: w4_log_public, w4_log_values, w4_log_small, w4_log_autograd
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = anp.log(a) - log_sum_exp(g - C / epsilon, 1)
        g = anp.log(b) - log_sum_exp(anp.reshape(f, (-1, 1)) - C / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: g from the old f | loses: w4_log_public, w4_log_values, w4_log_small, w4_log_autograd
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    f, g = np.zeros(C.shape[0]), np.zeros(C.shape[1])
    for _ in range(iterations):
        old = f
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(old, (-1, 1)) - C) / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: one iteration too few | loses: w4_log_public, w4_log_values, w4_log_autograd
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    f, g = epsilon * anp.log(a), np.zeros(C.shape[1])
    for _ in range(iterations - 1):
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: no way for autograd | loses: w4_log_public, w4_log_autograd
def sinkhorn_log(a, b, C, epsilon, iterations):
    from scipy.special import logsumexp

    a = np.array([float(getattr(one, "_value", one)) for one in a])
    g = np.zeros(len(b))
    for _ in range(iterations):
        f = epsilon * (np.log(a) - logsumexp((g[None, :] - C) / epsilon, axis=1))
        g = epsilon * (np.log(b) - logsumexp((f[:, None] - C) / epsilon, axis=0))
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: f and g exchanged | loses: w4_log_public, w4_log_values, w4_log_small, w4_log_autograd
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return g, f


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: a constant moved from f to g | loses: w4_log_public, w4_log_values, w4_log_autograd
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return f - anp.mean(f), g + anp.mean(f)


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: plan: without C | loses: w4_log_public, w4_log_values, w4_log_small
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((f[:, None] + g[None, :]) / epsilon)

# %% wrong: plan: not divided by ε | loses: w4_log_public, w4_log_values, w4_log_small
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp(f[:, None] + g[None, :] - C)

# %% wrong: plan: f along the columns | loses: w4_log_public, w4_log_values, w4_log_small
def log_sum_exp(x, axis):
    m = anp.max(x, axis=axis, keepdims=True)
    return anp.log(anp.sum(anp.exp(x - m), axis=axis)) + anp.sum(m, axis=axis)


def sinkhorn_log(a, b, C, epsilon, iterations):
    g = np.zeros(C.shape[1])
    for _ in range(iterations):
        f = epsilon * anp.log(a) - epsilon * log_sum_exp((g - C) / epsilon, 1)
        g = epsilon * anp.log(b) - epsilon * log_sum_exp((anp.reshape(f, (-1, 1)) - C) / epsilon, 0)
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((g[:, None] + f[None, :] - C.T) / epsilon)

# %% wrong: tiny numbers in the logarithms | loses: w4_log_small
def sinkhorn_log(a, b, C, epsilon, iterations):
    g = anp.zeros(len(b))
    for _ in range(iterations):
        f = epsilon * (anp.log(a) - anp.log(anp.sum(anp.exp((g[None, :] - C) / epsilon), axis=1) + 1e-30))
        g = epsilon * (anp.log(b) - anp.log(anp.sum(anp.exp((f[:, None] - C) / epsilon), axis=0) + 1e-30))
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)

# %% wrong: a tiny number is added to the shares | loses: w4_log_small
def sinkhorn_log(a, b, C, epsilon, iterations):
    def lse(x, axis):
        top = anp.max(x, axis=axis, keepdims=True)
        return anp.squeeze(top, axis=axis) + anp.log(anp.sum(anp.exp(x - top), axis=axis))

    g = anp.zeros(len(b))
    for _ in range(iterations):
        f = epsilon * (anp.log(a + 1e-12) - lse((g[None, :] - C) / epsilon, 1))
        g = epsilon * (anp.log(b + 1e-12) - lse((f[:, None] - C) / epsilon, 0))
    return f, g


def plan(f, g, C, epsilon):
    return anp.exp((anp.reshape(f, (-1, 1)) + g - C) / epsilon)
