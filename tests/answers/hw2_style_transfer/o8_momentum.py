# Kept answers to o8_momentum: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: one loop for both
def _run(w, gradient, steps, lr, beta, ahead):
    velocity, points = 0.0 * w, [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + ahead * beta * velocity)
        w = w + velocity
        points.append(w)
    return np.stack(points)


def momentum_run(w, gradient, steps, lr, beta):
    return _run(w, gradient, steps, lr, beta, 0.0)


def nesterov_run(w, gradient, steps, lr, beta):
    return _run(w, gradient, steps, lr, beta, 1.0)

# %% right: the velocity upwards
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity + gradient(w)
        w = w - lr * velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% right: heavy ball and look-ahead by differences
def momentum_run(w, gradient, steps, lr, beta):
    points = [w, w]
    for _ in range(steps):
        points.append(points[-1] - lr * gradient(points[-1]) + beta * (points[-1] - points[-2]))
    return np.array(points[1:])


def nesterov_run(w, gradient, steps, lr, beta):
    points = [w, w]
    for _ in range(steps):
        ahead = points[-1] + beta * (points[-1] - points[-2])
        points.append(ahead - lr * gradient(ahead))
    return np.array(points[1:])

# %% wrong: no momentum | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = -lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% wrong: Nesterov's gradient at w | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% wrong: momentum's gradient ahead | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% wrong: ahead without β | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% wrong: a moving average | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - (1 - beta) * lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% wrong: the start is missing | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), []
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), []
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% wrong: the velocity in place: all points are one | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w)
        w += velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w += velocity
        points.append(w)
    return np.array(points)

# %% wrong: uphill | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity + lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% wrong: starts with a step at the gradient's velocity | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = -lr * gradient(w), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = -lr * gradient(w), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)

# %% wrong: β squared from the second step on | loses: o8_momentum_public, o8_momentum_other
def momentum_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta**2 * velocity - lr * gradient(w)
        w = w + velocity
        points.append(w)
    return np.array(points)


def nesterov_run(w, gradient, steps, lr, beta):
    velocity, points = np.zeros(w.shape), [w]
    for _ in range(steps):
        velocity = beta * velocity - lr * gradient(w + beta * velocity)
        w = w + velocity
        points.append(w)
    return np.array(points)
