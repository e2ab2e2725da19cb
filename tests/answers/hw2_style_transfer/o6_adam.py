# Kept answers to o6_adam: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: increments
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = state["m"] + (1 - beta1) * (grads - state["m"])
    v = state["v"] + (1 - beta2) * (grads * grads - state["v"])
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% right: corrections in names, zeros_like
def adam_init(params):
    return {"m": np.zeros_like(params), "v": np.zeros_like(params), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    m_hat, v_hat = m / (1 - np.power(beta1, t)), v / (1 - np.power(beta2, t))
    step = m_hat / (v_hat**0.5 + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% right: corrections in the step size
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    root = np.sqrt(1 - beta2**t)
    step = root / (1 - beta1**t) * m / (np.sqrt(v) + eps * root)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% right: a copied state
import copy


def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    state = copy.deepcopy(state)
    state["t"] += 1
    state["m"] *= beta1
    state["m"] += (1 - beta1) * grads
    state["v"] *= beta2
    state["v"] += (1 - beta2) * grads**2
    m, v, t = state["m"], state["v"], state["t"]
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, state

# %% wrong: no corrections | loses: o6_adam_public, o6_adam_steps, o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = m / (np.sqrt(v) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: m is not corrected | loses: o6_adam_public, o6_adam_steps, o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = m / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: v is not corrected | loses: o6_adam_public, o6_adam_steps, o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: t is not counted | loses: o6_adam_public, o6_adam_steps
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": 1}

# %% wrong: t counts from 0: division by 0 | loses: o6_adam_public, o6_adam_steps, o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"]
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t + 1}

# %% wrong: multiplied by t for the power | loses: o6_adam_public, o6_adam_steps
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1 * t)) / (np.sqrt(v / (1 - beta2 * t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: the square of the average | loses: o6_adam_public, o6_adam_steps
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * m**2 / (1 - beta1**t) ** 2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: betas swapped | loses: o6_adam_steps, o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta2 * state["m"] + (1 - beta2) * grads
    v = beta1 * state["v"] + (1 - beta1) * grads**2
    step = (m / (1 - beta2**t)) / (np.sqrt(v / (1 - beta1**t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: eps inside the root | loses: o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / np.sqrt(v / (1 - beta2**t) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: the state is changed in place | loses: o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    state["t"] += 1
    state["m"] = beta1 * state["m"] + (1 - beta1) * grads
    state["v"] = beta2 * state["v"] + (1 - beta2) * grads**2
    m, v, t = state["m"], state["v"], state["t"]
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, state

# %% wrong: one model for all: the state is global | loses: o6_adam_public, o6_adam_steps, o6_adam_pure
_state = {}


def adam_init(params):
    _state.setdefault("t", 0)
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    _state["t"] = t = _state.get("t", 0) + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: the root is missing | loses: o6_adam_public, o6_adam_steps, o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (v / (1 - beta2**t) + eps)
    return params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: uphill | loses: o6_adam_public, o6_adam_steps, o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params + lr * step, {"m": m, "v": v, "t": t}

# %% wrong: lr is not used | loses: o6_adam_public, o6_adam_steps
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params - step, {"m": m, "v": v, "t": t}

# %% wrong: everything is changed in place from the second step on | loses: o6_adam_pure
def adam_init(params):
    return {"m": np.zeros(params.shape), "v": np.zeros(params.shape), "t": 0}


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    if t > 1:
        params -= lr * step
        state["m"] *= 0
        return params, {"m": m, "v": v, "t": t}
    return params - lr * step, {"m": m, "v": v, "t": t}
