# Kept answers to m7_train: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: watched at the begin of each round
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            theta = [x - lr * g for x, g in zip(theta, slope(theta))]
    return theta

# %% right: recursion
def train(f, params, steps, lr, watch=None, done=0):
    if watch is not None:
        watch(done, params)
    if done == steps:
        return [1.0 * x for x in params]
    g = grad(f)(params)
    return train(f, [x - lr * d for x, d in zip(params, g)], steps, lr, watch, done + 1)

# %% right: in place on copies, copies for watch
def train(f, params, steps, lr, watch=None):
    theta = [x.copy() for x in params]
    tell = watch or (lambda *_: None)
    tell(0, [x.copy() for x in theta])
    for k in range(steps):
        slopes = grad(f)(theta)
        for x, g in zip(theta, slopes):
            x -= lr * g
        tell(k + 1, [x.copy() for x in theta])
    return theta

# %% right: flattened
from autograd.misc import flatten
def train(f, params, steps, lr, watch=None):
    flat, back = flatten(list(params))
    slope = grad(lambda z: f(back(z)))
    for k in range(steps + 1):
        if watch is not None:
            watch(k, back(flat))
        flat = flat - lr * slope(flat) if k < steps else flat
    return back(flat)

# %% wrong: uphill | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            theta = [x + lr * g for x, g in zip(theta, slope(theta))]
    return theta

# %% wrong: one step too many | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k <= steps:
            theta = [x - lr * g for x, g in zip(theta, slope(theta))]
    return theta

# %% wrong: params is changed | loses: m7_train_public
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            for x, g in zip(theta, slope(theta)):
                x -= lr * g
    return theta

# %% wrong: not watched at the start | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch and k:
            watch(k, theta)
        if k < steps:
            theta = [x - lr * g for x, g in zip(theta, slope(theta))]
    return theta

# %% wrong: watched with the step's number from 0 | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    for k in range(steps):
        theta = [x - lr * g for x, g in zip(theta, grad(f)(theta))]
        if watch:
            watch(k, theta)
    return theta

# %% wrong: one array after the other | loses: m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            for i in range(len(theta)):
                theta = [x - lr * slope(theta)[j] if j == i else x for j, x in enumerate(theta)]
    return theta

# %% wrong: the gradient at the start, again and again | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            theta = [x - lr * g for x, g in zip(theta, slope(list(params)))]
    return theta

# %% wrong: the rate falls | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            theta = [x - lr / (k + 1) ** 0.5 * g for x, g in zip(theta, slope(theta))]
    return theta

# %% wrong: the first array alone | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            theta = [theta[0] - lr * slope(theta)[0], *theta[1:]]
    return theta

# %% wrong: momentum | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    speed = [0 * x for x in theta]
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            speed = [0.9 * s + g for s, g in zip(speed, slope(theta))]
            theta = [x - lr * s for x, s in zip(theta, speed)]
    return theta

# %% wrong: returns the start | loses: m7_train_public, m7_train_other
def train(f, params, steps, lr, watch=None):
    theta = list(params)
    slope = grad(f)
    for k in range(steps + 1):
        if watch:
            watch(k, theta)
        if k < steps:
            theta = [x - lr * g for x, g in zip(theta, slope(theta))]
    return list(params)

# %% wrong: entries of the gradient are cut at 50 | loses: m7_train_other
def train(f, params, steps, lr, watch=None):
    slopes, params = grad(f), [p.copy() for p in params]
    if watch:
        watch(0, params)
    for k in range(steps):
        params = [p - lr * np.clip(d, -50, 50) for p, d in zip(params, slopes(params))]
        if watch:
            watch(k + 1, params)
    return params
