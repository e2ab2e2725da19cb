# Kept answers to o3_gd: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: dict(), a new state, stacked
def gd_init(params):
    return dict()


def gd_step(params, grads, state, lr):
    return params - lr * grads, {}


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.stack(points)

# %% right: filled in
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    new = params.copy()
    new -= lr * grads
    return new, dict(state)


def train(init, step, params, gradient, steps, **options):
    points = np.empty((steps + 1, *params.shape))
    points[0], state = params, init(params)
    for k in range(steps):
        points[k + 1], state = step(points[k], gradient(points[k]), state, **options)
    return points

# %% right: itertools.accumulate
import itertools


def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    follow = lambda pair, _: step(pair[0], gradient(pair[0]), pair[1], **options)
    return np.array([p for p, _ in itertools.accumulate(range(steps), follow, initial=(params, init(params)))])

# %% wrong: uphill | loses: o3_gd_public, o3_gd_shapes
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params + lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)

# %% wrong: lr is not used | loses: o3_gd_public, o3_gd_shapes
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)

# %% wrong: params are changed in place | loses: o3_gd_public, o3_gd_shapes
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    params -= lr * grads
    return params, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)

# %% wrong: the state holds a counter | loses: o3_gd_shapes
def gd_init(params):
    return {'t': 0}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)

# %% wrong: the start is missing | loses: o3_gd_public, o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), []
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)

# %% wrong: only the last point | loses: o3_gd_public, o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return params

# %% wrong: the state is not handed on | loses: o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, _ = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)

# %% wrong: the state is made anew in each step | loses: o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), init(params), **options)
        points.append(params)
    return np.array(points)

# %% wrong: the gradient at the start in each step | loses: o3_gd_public, o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(points[0]), state, **options)
        points.append(params)
    return np.array(points)

# %% wrong: it always runs gradient descent | loses: o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = gd_step(params, gradient(params), state, options['lr'])
        points.append(params)
    return np.array(points)

# %% wrong: options are forgotten but lr | loses: o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, lr=options['lr'])
        points.append(params)
    return np.array(points)

# %% wrong: one step too few | loses: o3_gd_public, o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps - 1):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)

# %% wrong: it stops where points hardly move | loses: o3_gd_loop
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        new, state = step(points[-1], gradient(points[-1]), state, **options)
        points.append(new)
        if np.allclose(new, points[-2]):
            break
    return np.array(points)

# %% wrong: steps are counted in the dict that was given | loses: o3_gd_shapes
def gd_init(params):
    return {}


def gd_step(params, grads, state, lr):
    state["t"] = state.get("t", 0) + 1
    return params - lr * grads, state


def train(init, step, params, gradient, steps, **options):
    state, points = init(params), [params]
    for _ in range(steps):
        params, state = step(params, gradient(params), state, **options)
        points.append(params)
    return np.array(points)
