# Kept answers to h4_gradient: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: short formulas
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    logs = np.log(p) - np.log(t)
    return p * (logs - (p * logs).sum(1)[:, None]) / p.shape[0]

# %% right: by the Jacobian of softmax
def through_softmax(p, by_p):
    return np.array([(np.diag(x) - np.outer(x, x)) @ g for x, g in zip(p, by_p)])


def kl_gradient(p, t):
    return through_softmax(p, -t / p) / len(p)


def reverse_kl_gradient(p, t):
    return through_softmax(p, np.log(p / t) + 1) / len(p)

# %% right: einsum, mean by 1/n first
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    n = p.shape[0]
    divergence = np.einsum("nk,nk->n", p, np.log(p / t))
    return (p / n) * np.log(p / t) - (p / n) * divergence.reshape(n, 1)

# %% right: by autograd all the same
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    def loss(z):
        q = anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True)
        return anp.mean(anp.sum(q * anp.log(q / t), axis=1))

    return grad(loss)(np.log(p))

# %% wrong: not divided by n | loses: h4_gradient_public, h4_gradient_forward
def kl_gradient(p, t):
    return p - t


def reverse_kl_gradient(p, t):
    logs = np.log(p) - np.log(t)
    return p * (logs - (p * logs).sum(1)[:, None]) / p.shape[0]

# %% wrong: divided by all entries | loses: h4_gradient_public, h4_gradient_forward
def kl_gradient(p, t):
    return (p - t) / p.size


def reverse_kl_gradient(p, t):
    logs = np.log(p) - np.log(t)
    return p * (logs - (p * logs).sum(1)[:, None]) / p.shape[0]

# %% wrong: the sign | loses: h4_gradient_public, h4_gradient_forward
def kl_gradient(p, t):
    return (t - p) / len(p)


def reverse_kl_gradient(p, t):
    logs = np.log(p) - np.log(t)
    return p * (logs - (p * logs).sum(1)[:, None]) / p.shape[0]

# %% wrong: by log p | loses: h4_gradient_public, h4_gradient_forward
def kl_gradient(p, t):
    return -t / len(p)


def reverse_kl_gradient(p, t):
    logs = np.log(p) - np.log(t)
    return p * (logs - (p * logs).sum(1)[:, None]) / p.shape[0]

# %% wrong: by p | loses: h4_gradient_public, h4_gradient_forward
def kl_gradient(p, t):
    return -t / p / len(p)


def reverse_kl_gradient(p, t):
    logs = np.log(p) - np.log(t)
    return p * (logs - (p * logs).sum(1)[:, None]) / p.shape[0]

# %% wrong: of the squared error | loses: h4_gradient_public, h4_gradient_forward
def kl_gradient(p, t):
    return 2 * p * (p - t) / len(p)


def reverse_kl_gradient(p, t):
    logs = np.log(p) - np.log(t)
    return p * (logs - (p * logs).sum(1)[:, None]) / p.shape[0]

# %% wrong: reverse: not divided by n | loses: h4_gradient_public, h4_gradient_reverse
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    logs = np.log(p / t)
    return p * (logs - (p * logs).sum(1, keepdims=True))

# %% wrong: reverse: one mean for all rows | loses: h4_gradient_public, h4_gradient_reverse
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    logs = np.log(p / t)
    return p * (logs - (p * logs).sum() / len(p)) / len(p)

# %% wrong: reverse: by p | loses: h4_gradient_public, h4_gradient_reverse
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    return (np.log(p / t) + 1) / len(p)

# %% wrong: reverse: the other logits forgotten | loses: h4_gradient_public, h4_gradient_reverse
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    return p * (np.log(p / t) + 1) / len(p)

# %% wrong: reverse: the same as forward | loses: h4_gradient_public, h4_gradient_reverse
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    return (p - t) / len(p)

# %% wrong: reverse: weighted by t | loses: h4_gradient_public, h4_gradient_reverse
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    logs = np.log(p / t)
    return p * (logs - (t * logs).sum(1, keepdims=True)) / len(p)

# %% wrong: reverse: the sign | loses: h4_gradient_public, h4_gradient_reverse
def kl_gradient(p, t):
    return (p - t) / p.shape[0]


def reverse_kl_gradient(p, t):
    logs = np.log(t / p)
    return p * (logs - (p * logs).sum(1, keepdims=True)) / len(p)

# %% wrong: functions exchanged | loses: h4_gradient_public, h4_gradient_forward, h4_gradient_reverse
def reverse_kl_gradient(p, t):
    return (p - t) / len(p)


def kl_gradient(p, t):
    logs = np.log(p / t)
    return p * (logs - (p * logs).sum(1, keepdims=True)) / len(p)
