# Kept answers to o5_adagrad: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: ones times 0.1, the root as a power
def adagrad_init(params):
    return {"sum": 0.1 * np.ones_like(params)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / (total**0.5 + eps), {"sum": total}

# %% right: a copy of the state
import copy


def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    state = copy.deepcopy(state)
    state["sum"] += np.square(grads)
    return params - lr * grads / (np.sqrt(state["sum"]) + eps), state

# %% right: a step size of its own for each entry
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    rates = lr / (eps + np.sqrt(total))
    return params - rates * grads, {"sum": total}

# %% right: zeros plus 0.1, dict(state, …)
def adagrad_init(params):
    return {"sum": np.zeros(params.shape) + 0.1}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / (np.sqrt(total) + eps), dict(state, sum=total)

# %% wrong: starts at 0 | loses: o5_adagrad_public, o5_adagrad_steps, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.zeros(params.shape)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / (np.sqrt(total) + eps), {"sum": total}

# %% wrong: starts at 0.1 as one number for all | loses: o5_adagrad_public, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": 0.1}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / (np.sqrt(total) + eps), {"sum": total}

# %% wrong: the sum before the new gradient | loses: o5_adagrad_public, o5_adagrad_steps, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / (np.sqrt(state["sum"]) + eps), {"sum": total}

# %% wrong: the square root is missing | loses: o5_adagrad_public, o5_adagrad_steps, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / (total + eps), {"sum": total}

# %% wrong: forgets: a moving average | loses: o5_adagrad_public, o5_adagrad_steps, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = 0.9 * state["sum"] + 0.1 * grads**2
    return params - lr * grads / (np.sqrt(total) + eps), {"sum": total}

# %% wrong: absolute values in the sum | loses: o5_adagrad_public, o5_adagrad_steps, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + np.abs(grads)
    return params - lr * grads / (np.sqrt(total) + eps), {"sum": total}

# %% wrong: one step size for all entries | loses: o5_adagrad_public, o5_adagrad_steps, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + np.sum(grads**2)
    return params - lr * grads / (np.sqrt(total) + eps), {"sum": total}

# %% wrong: eps inside the root | loses: o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / np.sqrt(total + eps), {"sum": total}

# %% wrong: eps is not used | loses: o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / np.sqrt(total), {"sum": total}

# %% wrong: the state is changed in place | loses: o5_adagrad_public, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    state["sum"] += grads**2
    total = state["sum"]
    return params - lr * grads / (np.sqrt(total) + eps), {"sum": total}

# %% wrong: one global accumulator | loses: o5_adagrad_public, o5_adagrad_pure
_accumulator = {}


def adagrad_init(params):
    return _accumulator.setdefault(params.shape, {"sum": np.full(params.shape, 0.1)})


def adagrad_step(params, grads, state, lr, eps=1e-10):
    state["sum"] += grads**2
    return params - lr * grads / (np.sqrt(state["sum"]) + eps), state

# %% wrong: uphill | loses: o5_adagrad_public, o5_adagrad_steps, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params + lr * grads / (np.sqrt(total) + eps), {"sum": total}

# %% wrong: the state is returned unchanged | loses: o5_adagrad_public, o5_adagrad_steps, o5_adagrad_pure
def adagrad_init(params):
    return {"sum": np.full(params.shape, 0.1)}


def adagrad_step(params, grads, state, lr, eps=1e-10):
    total = state["sum"] + grads**2
    return params - lr * grads / (np.sqrt(total) + eps), state
