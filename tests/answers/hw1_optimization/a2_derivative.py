# Kept answers to a2_derivative: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: backward on a copy
def derivative(f, x):
    t = x.detach().clone()
    t.requires_grad = True
    f(t).sum().backward()
    return t.grad

# %% right: a vector of ones goes back
def derivative(f, x):
    t = x.detach().requires_grad_()
    y = f(t)
    y.backward(torch.ones_like(y))
    return t.grad

# %% right: torch.func.grad of the sum
def derivative(f, x):
    return torch.func.grad(lambda t: f(t).sum())(x.detach())

# %% right: torch.func.vjp
def derivative(f, x):
    y, back = torch.func.vjp(f, x.detach())
    return back(torch.ones_like(y))[0]

# %% right: forward mode with a vector of ones
def derivative(f, x):
    x = x.detach()
    return torch.func.jvp(f, (x,), (torch.ones_like(x),))[1]

# %% right: torch.autograd.functional.vjp
def derivative(f, x):
    return torch.autograd.functional.vjp(f, x.clone().detach(), torch.ones(x.shape, dtype=x.dtype))[1]

# %% right: the diagonal of the whole Jacobian
def derivative(f, x):
    flat = x.detach().reshape(-1)
    jacobian = torch.autograd.functional.jacobian(lambda t: f(t.reshape(x.shape)).reshape(-1), flat)
    return torch.diagonal(jacobian).reshape(x.shape).clone()

# %% right: entry by entry in a loop
def derivative(f, x):
    result = torch.zeros_like(x, requires_grad=False)
    for i in np.ndindex(*x.shape):
        t = x[i].detach().clone().requires_grad_()
        result[i] = torch.autograd.grad(f(t), t)[0]
    return result

# %% right: vmap over the entries
def derivative(f, x):
    return torch.func.vmap(torch.func.grad(f))(x.detach().flatten()).view(x.shape)

# %% right: a clone in the graph of x, the gradient with respect to the clone
def derivative(f, x):
    t = x.clone()
    if not t.requires_grad:
        t.requires_grad_()
    return torch.autograd.grad(f(t), t, grad_outputs=torch.ones_like(t))[0].detach()

# %% right: a new tensor by way of numpy
def derivative(f, x):
    t = torch.tensor(x.detach().numpy(), requires_grad=True)
    torch.sum(f(t)).backward()
    return t.grad

# %% right: the mean, times the number of entries
def derivative(f, x):
    t = x.detach().clone().requires_grad_(True)
    (g,) = torch.autograd.grad(f(t).mean(), [t])
    return g * x.numel()

# %% right: on x itself, tidied up afterwards
def derivative(f, x):
    before, old = x.requires_grad, x.grad
    x.grad = None
    x.requires_grad_()
    f(x).sum().backward()
    result = x.grad
    x.grad = old
    x.requires_grad_(before)
    return result

# %% right: a hook catches the gradient
def derivative(f, x):
    found = []
    t = x.detach().clone().requires_grad_()
    t.register_hook(found.append)
    f(t).sum().backward()
    return found[0]

# %% right: dual numbers
import torch.autograd.forward_ad as forward


def derivative(f, x):
    with forward.dual_level():
        dual = forward.make_dual(x.detach(), torch.ones_like(x))
        return forward.unpack_dual(f(dual)).tangent.clone()

# %% right: a deep copy, as a parameter
from copy import deepcopy


def derivative(f, x):
    p = torch.nn.Parameter(deepcopy(x).detach())
    loss = f(p).sum()
    loss.backward()
    return p.grad

# %% wrong: works on x itself | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    x.requires_grad_()
    f(x).sum().backward()
    return x.grad

# %% wrong: empties .grad, whatever was in it | loses: a2_derivative_other
def derivative(f, x):
    x.requires_grad_(True)
    x.grad = None
    f(x).sum().backward()
    result = x.grad.clone()
    x.grad = None
    return result

# %% wrong: requires_grad stays set | loses: a2_derivative_other
def derivative(f, x):
    x.requires_grad_()
    return torch.autograd.grad(f(x).sum(), x)[0]

# %% wrong: switches requires_grad off afterwards, and forgets .grad | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    x.requires_grad_()
    f(x).sum().backward()
    x.requires_grad_(False)
    return x.grad

# %% wrong: the second name is no copy | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x
    t.requires_grad_()
    f(t).sum().backward()
    return t.grad

# %% wrong: a clone without detach, whose .grad stays empty | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.clone().requires_grad_()
    f(t).sum().backward()
    return t.grad

# %% wrong: a clone without detach; .grad of x fills | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.clone().requires_grad_()
    t.retain_grad()
    f(t).sum().backward()
    return t.grad

# %% wrong: backward from a vector | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.detach().clone().requires_grad_()
    f(t).backward()
    return t.grad

# %% wrong: the gradient of the mean | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.detach().clone().requires_grad_()
    f(t).mean().backward()
    return t.grad

# %% wrong: backward(x) for backward of ones | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.detach().clone().requires_grad_()
    f(t).backward(x.detach())
    return t.grad

# %% wrong: returns f(x) | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.detach().clone().requires_grad_()
    y = f(t)
    y.sum().backward()
    return y

# %% wrong: the second derivative | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t).sum(), t, create_graph=True)
    return torch.autograd.grad(g.sum(), t)[0]

# %% wrong: the tuple of autograd.grad | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.detach().clone().requires_grad_()
    return torch.stack(torch.autograd.grad(f(t).sum(), t))

# %% wrong: the derivative of the sum as one number | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x):
    t = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(t).sum(), t)[0].sum()

# %% wrong: vmap over the rows, so vectors alone | loses: a2_derivative_other
def derivative(f, x):
    return torch.func.vmap(torch.func.grad(f))(x.detach())

# %% wrong: diag of a Jacobian that has four axes | loses: a2_derivative_other
def derivative(f, x):
    return torch.diag(torch.autograd.functional.jacobian(f, x.detach()))

# %% wrong: the loop over entries takes vectors alone | loses: a2_derivative_other
def derivative(f, x):
    result = []
    for value in x.detach():
        t = torch.tensor(value.item(), dtype=x.dtype, requires_grad=True)
        f(t).backward()
        result.append(t.grad)
    return torch.stack(result)

# %% wrong: returns a vector for a matrix | loses: a2_derivative_other
def derivative(f, x):
    t = x.detach().flatten().clone().requires_grad_()
    f(t).sum().backward()
    return t.grad

# %% wrong: float32 for float64 | loses: a2_derivative_other
def derivative(f, x):
    t = torch.tensor(x.detach().tolist(), requires_grad=True)
    f(t).sum().backward()
    return t.grad

# %% wrong: the derivative of x³ whatever f is | loses: a2_derivative_other
def derivative(f, x):
    return 3 * x.detach() ** 2

# %% wrong: one leaf for all calls, never reset | loses: a2_derivative_public, a2_derivative_other
kept = {}


def derivative(f, x):
    t = kept.setdefault(tuple(x.detach().flatten().tolist()), x.detach().clone().requires_grad_())
    f(t).sum().backward()
    return t.grad

# %% wrong: sets x to zero on the way out | loses: a2_derivative_other
def derivative(f, x):
    t = x.detach().requires_grad_()
    result = torch.autograd.grad(f(t).sum(), t)[0]
    x.detach().mul_(0)
    return result

# %% wrong: central differences in the precision of x | loses: a2_derivative_public, a2_derivative_other
def derivative(f, x, h=1e-5):
    x = x.detach()
    return (f(x + h) - f(x - h)) / (2 * h)

# %% wrong: a numpy array comes back | loses: a2_derivative_other
def derivative(f, x):
    t = x.detach().clone().requires_grad_()
    f(t).sum().backward()
    return t.grad.numpy()

# %% wrong: central differences in place of autograd | loses: a2_derivative_other
def derivative(f, x, h=1e-5):
    x = x.detach().double()
    return (f(x + h) - f(x - h)) / (2 * h)

# %% wrong: the result keeps its graph | loses: a2_derivative_other
def derivative(f, x):
    inner = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(inner).sum(), inner, create_graph=True)[0]

# %% wrong: switches requires_grad off when it is done | loses: a2_derivative_other
def derivative(f, x):
    inner = x.detach().clone().requires_grad_()
    result = torch.autograd.grad(f(inner).sum(), inner)[0]
    x.requires_grad_(False)
    return result

# %% wrong: a single point has no length | loses: a2_derivative_other
def derivative(f, x):
    inner = x.detach().clone().requires_grad_()
    ones = torch.ones((len(x), *x.shape[1:]), dtype=x.dtype)
    return torch.autograd.grad(f(inner), inner, grad_outputs=ones)[0]
