# Kept answers to o9_more: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: written out
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    s = state["square"] + (1 - rho) * (grads**2 - state["square"])
    return params - lr * grads / (s**0.5 + eps), dict(square=s)


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    params = params - lr * decay * params
    params = params - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return params, {"m": m, "v": v, "t": t}

# %% right: the decay beside the step
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    new, state = adam_step(params, grads, state, lr, beta1, beta2, eps)
    return new - lr * decay * params, state

# %% right: Adam of question 6 with shrunk parameters
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 - lr * decay) * params, grads, state, lr, beta1, beta2, eps)

# %% right: named arguments
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {**state, "square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 - lr * decay) * params, grads, state, lr=lr, beta1=beta1, beta2=beta2, eps=eps)

# %% wrong: ρ and 1 − ρ swapped | loses: o9_more_public, o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = (1 - rho) * state["square"] + rho * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 - lr * decay) * params, grads, state, lr, beta1, beta2, eps)

# %% wrong: no forgetting | loses: o9_more_public, o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = state["square"] + grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 - lr * decay) * params, grads, state, lr, beta1, beta2, eps)

# %% wrong: the square root is missing in RMSProp | loses: o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (square + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 - lr * decay) * params, grads, state, lr, beta1, beta2, eps)

# %% wrong: RMSProp with a correction | loses: o9_more_public, o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square / (1 - rho)) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 - lr * decay) * params, grads, state, lr, beta1, beta2, eps)

# %% wrong: weight decay in the gradient | loses: o9_more_public, o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(params, grads + decay * params, state, lr, beta1, beta2, eps)

# %% wrong: the decay without lr | loses: o9_more_public, o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 - decay) * params, grads, state, lr, beta1, beta2, eps)

# %% wrong: no decay | loses: o9_more_public, o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(params, grads, state, lr, beta1, beta2, eps)

# %% wrong: the decay grows | loses: o9_more_public, o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 + lr * decay) * params, grads, state, lr, beta1, beta2, eps)

# %% wrong: the decay after the step | loses: o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    new, state = adam_step(params, grads, state, lr, beta1, beta2, eps)
    return (1 - lr * decay) * new, state

# %% wrong: RMSProp's state in place | loses: o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = state["square"]
    square *= rho
    square += (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step((1 - lr * decay) * params, grads, state, lr, beta1, beta2, eps)

# %% wrong: adamw_step takes its usual β whatever it is given | loses: o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = 0.9 * state["m"] + 0.1 * grads
    v = 0.999 * state["v"] + 0.001 * grads**2
    step = (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + eps)
    return (1 - lr * decay) * params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: ε is 1e-8 whatever is given | loses: o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + 1e-8), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grads
    v = beta2 * state["v"] + (1 - beta2) * grads**2
    step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + 1e-8)
    return (1 - lr * decay) * params - lr * step, {"m": m, "v": v, "t": t}

# %% wrong: adamw_step changes params, v and t in place | loses: o9_more_steps
def rmsprop_step(params, grads, state, lr, rho=0.99, eps=1e-8):
    square = rho * state["square"] + (1 - rho) * grads**2
    return params - lr * grads / (np.sqrt(square) + eps), {"square": square}


def adamw_step(params, grads, state, lr, decay, beta1=0.9, beta2=0.999, eps=1e-8):
    state["t"] += 1
    t = state["t"]
    m = beta1 * state["m"] + (1 - beta1) * grads
    state["v"] *= beta2
    state["v"] += (1 - beta2) * grads**2
    params *= 1 - lr * decay
    params -= lr * (m / (1 - beta1**t)) / (np.sqrt(state["v"] / (1 - beta2**t)) + eps)
    return params, {"m": m, "v": state["v"], "t": t}
