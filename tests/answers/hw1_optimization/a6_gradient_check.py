# Kept answers to a6_gradient_check: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: rows of a scaled identity, backward on a copy
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    f(t).backward()
    x = x.detach()
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return ((t.grad - d).norm() / (t.grad.norm() + d.norm())).item()

# %% right: an entry is moved on a clone, the result in a list
def gradient_check(f, x, h=1e-6):
    differences = []
    for i in range(x.numel()):
        up, down = x.detach().clone(), x.detach().clone()
        up[i] += h
        down[i] -= h
        differences.append((f(up).item() - f(down).item()) / (2 * h))
    differences = torch.tensor(differences, dtype=x.dtype)
    t = x.detach().clone().requires_grad_()
    automatic = torch.autograd.grad(f(t), t)[0]
    return float(torch.dist(automatic, differences) / (torch.norm(automatic) + torch.norm(differences)))

# %% right: numpy for all but f
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    f(t).backward()
    a = t.grad.numpy()
    point = x.detach().numpy()
    d = np.zeros_like(a)
    for i, e in enumerate(np.eye(point.size, dtype=point.dtype)):
        d[i] = (float(f(torch.from_numpy(point + h * e))) - float(f(torch.from_numpy(point - h * e)))) / (2 * h)
    return np.linalg.norm(a - d) / (np.linalg.norm(a) + np.linalg.norm(d))

# %% right: sums of squares by hand
def length(values):
    return sum(v * v for v in values) ** 0.5


def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    a = torch.autograd.functional.jacobian(f, t).detach()
    with torch.no_grad():
        d = [(f(x + h * e) - f(x - h * e)) / h / 2 for e in torch.eye(len(x)).to(x.dtype)]
    return float(length([p - q for p, q in zip(a, d)]) / (length(a) + length(d)))

# %% right: the forward and the backward quotient, their mean
def gradient_check(f, x, h=1e-6):
    x = x.detach().clone()
    here = f(x)
    steps = torch.diag(torch.full_like(x, h))
    forward = torch.stack([(f(x + s) - here) / h for s in steps])
    backward = torch.stack([(here - f(x - s)) / h for s in steps])
    d = (forward + backward) / 2
    x.requires_grad_()
    a = torch.autograd.grad(f(x), x)[0]
    return float(torch.linalg.vector_norm(a - d) / (torch.linalg.vector_norm(a) + torch.linalg.vector_norm(d)))

# %% right: x itself is moved, and put back exactly
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    f(t).backward()
    d = torch.zeros_like(x)
    for i in range(x.shape[0]):
        old = x[i].item()
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        d[i] = (above - below) / (2 * h)
    return (torch.sqrt(((t.grad - d) ** 2).sum()) / (t.grad.norm() + d.norm())).item()

# %% right: divides by the step that rounding left; a tensor with one entry comes back
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.empty_like(a)
    for i in range(len(d)):
        e = torch.nn.functional.one_hot(torch.tensor(i), len(d)).to(x.dtype) * h
        right, left = x + e, x - e
        d[i] = (f(right) - f(left)) / (right[i] - left[i])
    return (a - d).norm() / (a.norm() + d.norm())

# %% right: one large norm of the stacked difference
gradient = lambda f, t: torch.autograd.grad(f(t), t)[0]
quotient = lambda f, x, e: (f(x + e) - f(x - e)) / (2 * e.max())


def gradient_check(f, x, h=1e-6):
    x = x.detach()
    pair = torch.stack(
        [gradient(f, x.clone().requires_grad_()), torch.stack([quotient(f, x, e) for e in torch.eye(len(x), dtype=x.dtype) * h])]
    )
    return float((pair[0] - pair[1]).norm() / pair.norm(dim=1).sum())

# %% right: a helper named error, autograd by functional.vjp
def error(a, d):
    return np.linalg.norm(a - d) / (np.linalg.norm(a) + np.linalg.norm(d))


def gradient_check(f, x, h=1e-6):
    a = torch.autograd.functional.vjp(f, x)[1].numpy()
    unit = torch.eye(len(x), dtype=x.dtype)
    d = np.array([(f(x + h * e) - f(x - h * e)).item() / (2 * h) for e in unit], dtype=a.dtype)
    return error(a, d)

# %% wrong: forward differences | loses: a6_gradient_check_public, a6_gradient_check_right
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x)) / h for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: divides by h for 2h | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / h for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: the brackets round 2h are missing | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / 2 * h for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: the error is not relative | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm())

# %% wrong: divided by the norm of autograd's gradient | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / a.norm())

# %% wrong: divided by the larger norm | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / max(a.norm(), d.norm()))

# %% wrong: divided by the norm of the sum | loses: a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / (a + d).norm())

# %% wrong: largest entries for Euclidean norms | loses: a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).abs().max() / (a.abs().max() + d.abs().max()))

# %% wrong: sums of absolute values for Euclidean norms | loses: a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).abs().sum() / (a.abs().sum() + d.abs().sum()))

# %% wrong: squared norms | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float(((a - d) ** 2).sum() / ((a**2).sum() + (d**2).sum()))

# %% wrong: the difference of the two norms | loses: a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a.norm() - d.norm()).abs() / (a.norm() + d.norm()))

# %% wrong: the mean of the entries' own errors | loses: a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float(((a - d).abs() / (a.abs() + d.abs())).mean())

# %% wrong: the first entry alone | loses: a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    e = torch.zeros_like(x)
    e[0] = h
    d = (f(x + e) - f(x - e)) / (2 * h)
    return float((a[0] - d).abs() / (a[0].abs() + d.abs()))

# %% wrong: all entries are moved at once | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = (f(x + h) - f(x - h)) / (2 * h) * torch.ones_like(x)
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: a step of its own for h | loses: a6_gradient_check_right
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / 2e-6 for s in 1e-6 * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: half the step | loses: a6_gradient_check_right
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / h for s in h / 2 * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: float32 for float64 | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    x = x.detach().float()
    t = x.clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x))])
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: the gradient of autograd against itself | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    (d,) = torch.autograd.grad(f(t), t)
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: only differences, whose error is 0 | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    k = torch.stack([(f(x + s) - f(x - s)) / (4 * h) for s in 2 * h * torch.eye(len(x), dtype=x.dtype)])
    return float((k - d).norm() / (k.norm() + d.norm()))

# %% wrong: a verdict for the error | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return bool((a - d).norm() / (a.norm() + d.norm()) < 1e-5)

# %% wrong: x is moved and stays where it was moved | loses: a6_gradient_check_public, a6_gradient_check_right
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.zeros_like(x)
    for i in range(len(x)):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        d[i] = (above - f(x)) / (2 * h)
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: the moved tensor is x itself under a second name | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.zeros_like(x)
    for i in range(len(x)):
        up, down = x, x
        up[i] += h
        down[i] -= h
        d[i] = (f(up) - f(down)) / (2 * h)
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: the unit vector keeps its earlier entries | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d, e = torch.zeros_like(x), torch.zeros_like(x)
    for i in range(len(x)):
        e[i] = h
        d[i] = (f(x + e) - f(x - e)) / (2 * h)
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: a leaf that requires a gradient is moved in place | loses: a6_gradient_check_public, a6_gradient_check_right, a6_gradient_check_wrong
def gradient_check(f, x, h=1e-6):
    x.requires_grad_()
    f(x).backward()
    a = x.grad
    d = np.zeros(len(x))
    for i in range(len(x)):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        d[i] = (above - f(x)).item() / (2 * h)
        x[i] += h
    return np.linalg.norm(a - d) / (np.linalg.norm(a) + np.linalg.norm(d))

# %% wrong: x keeps its gradient, so a second call adds | loses: a6_gradient_check_public, a6_gradient_check_right
def gradient_check(f, x, h=1e-6):
    x.requires_grad_()
    f(x).backward()
    a = x.grad
    with torch.no_grad():
        d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
        return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: x itself is one step further afterwards | loses: a6_gradient_check_right
def gradient_check(f, x, h=1e-6):
    t = x.detach().clone().requires_grad_()
    (a,) = torch.autograd.grad(f(t), t)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    x += h
    return float((a - d).norm() / (a.norm() + d.norm()))

# %% wrong: a float32 buffer for the differences | loses: a6_gradient_check_right
def gradient_check(f, x, h=1e-6):
    inner = x.detach().clone().requires_grad_()
    (auto,) = torch.autograd.grad(f(inner), inner)
    d = torch.zeros(len(x))
    for i in range(len(x)):
        e = torch.zeros_like(x)
        e[i] = h
        d[i] = (f(x + e) - f(x - e)) / (2 * h)
    return float((auto - d).norm() / (auto.norm() + d.norm()))

# %% wrong: always computes in float64 | loses: a6_gradient_check_right
def gradient_check(f, x, h=1e-6):
    x = x.detach().double()
    inner = x.clone().requires_grad_()
    (auto,) = torch.autograd.grad(f(inner), inner)
    d = torch.stack([(f(x + e) - f(x - e)) / (2 * h) for e in h * torch.eye(len(x), dtype=x.dtype)])
    return float((auto - d).norm() / (auto.norm() + d.norm()))

# %% right: torch.func.grad and stacked differences
def gradient_check(f, x, h=1e-6):
    a = torch.func.grad(f)(x)
    d = torch.stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * torch.eye(len(x), dtype=x.dtype)])
    return float((a - d).norm() / (a.norm() + d.norm()))
