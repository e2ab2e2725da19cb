# Kept answers to a7_hessian_vector: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: grad_outputs is v
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    return torch.autograd.grad(g, t, grad_outputs=v)[0]

# %% right: two backwards, the gradient emptied in between
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    (g * v).sum().backward()
    return t.grad

# %% right: backward, which keeps a graph, and a new .grad
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(create_graph=True)
    g = t.grad
    t.grad = None
    torch.dot(g, v).backward()
    return t.grad

# %% right: forward over reverse
def hessian_vector(f, x, v):
    return torch.func.jvp(torch.func.grad(f), (x,), (v,))[1]

# %% right: reverse over forward
def hessian_vector(f, x, v):
    slope_along_v = lambda t: torch.func.jvp(f, (t,), (v,))[1]
    return torch.func.grad(slope_along_v)(x)

# %% right: reverse over reverse by torch.func
def hessian_vector(f, x, v):
    return torch.func.grad(lambda t: torch.func.grad(f)(t) @ v)(x)

# %% right: torch.autograd.functional.hvp
from torch.autograd.functional import hvp


def hessian_vector(f, x, v):
    value, product = hvp(f, x, v)
    return product

# %% right: torch.autograd.functional.vhp, since the Hessian is symmetric
def hessian_vector(f, x, v):
    return torch.autograd.functional.vhp(f, x.clone(), v.clone())[1]

# %% right: the second derivative along v, differentiated with respect to v
def hessian_vector(f, x, v):
    t, s = x.detach().clone().requires_grad_(), torch.zeros_like(x, requires_grad=True)
    (g,) = torch.autograd.grad(f(t + s), s, create_graph=True)
    total = sum(g[i] * v[i] for i in range(len(v)))
    return torch.autograd.grad(total, t)[0]

# %% right: on x itself, tidied up afterwards
def hessian_vector(f, x, v):
    before = x.requires_grad
    x.requires_grad_()
    (g,) = torch.autograd.grad(f(x), x, create_graph=True)
    product = torch.autograd.grad(g.dot(v), x)[0]
    x.requires_grad_(before)
    return product

# %% right: torch.func.linearize of the gradient
def hessian_vector(f, x, v):
    _, along = torch.func.linearize(torch.func.grad(f), x)
    return along(v)

# %% wrong: the gradient times v | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t)
    return g * v

# %% wrong: the scalar product of gradient and v | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    return (g @ v).detach()

# %% wrong: the Hessian times ones, then times v | loses: a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    return torch.autograd.grad(g.sum(), t)[0] * v

# %% wrong: the Hessian's diagonal alone | loses: a7_hessian_vector_full
def hessian_vector(f, x, v):
    return torch.diagonal(torch.autograd.functional.hessian(f, x)) * v

# %% wrong: v is not used | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    return torch.autograd.grad(g.sum(), t)[0]

# %% wrong: create_graph is missing | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t)
    return torch.autograd.grad(g @ v, t)[0]

# %% wrong: retain_graph for create_graph | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, retain_graph=True)
    return torch.autograd.grad(g @ v, t)[0]

# %% wrong: the gradient is detached on the way | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    product = (g.detach() @ v).requires_grad_()
    return torch.autograd.grad(product, t)[0]

# %% wrong: the second backward adds to the first | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(create_graph=True)
    (t.grad @ v).backward()
    return t.grad

# %% wrong: the Hessian twice | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    hessian = torch.autograd.functional.hessian(f, x)
    return hessian @ hessian @ v

# %% wrong: v times the product | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    return v * torch.autograd.grad(g @ v, t)[0]

# %% wrong: vᵀHv, a number | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    return v @ torch.autograd.grad(g @ v, t)[0]

# %% wrong: the Hessian itself | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    return torch.autograd.functional.hessian(f, x)

# %% wrong: the Hessian of the square | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    return torch.autograd.grad((g @ v) ** 2, t)[0]

# %% wrong: a forward difference of the gradients | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v, h=1e-2):
    gradient = torch.func.grad(f)
    return (gradient(x + h * v) - gradient(x)) / h

# %% wrong: float32 for float64 | loses: a7_hessian_vector_full
def hessian_vector(f, x, v):
    t = x.detach().float().requires_grad_()
    (g,) = torch.autograd.grad(f(t), t, create_graph=True)
    return torch.autograd.grad(g @ v.float(), t)[0]

# %% wrong: 6x v whatever f is | loses: a7_hessian_vector_full
def hessian_vector(f, x, v):
    return 6 * x * v

# %% wrong: x keeps requires_grad | loses: a7_hessian_vector_full
def hessian_vector(f, x, v):
    x.requires_grad_()
    (g,) = torch.autograd.grad(f(x), x, create_graph=True)
    return torch.autograd.grad(g @ v, x)[0]

# %% wrong: x keeps a gradient | loses: a7_hessian_vector_full
def hessian_vector(f, x, v):
    x.requires_grad_()
    (g,) = torch.autograd.grad(f(x), x, create_graph=True)
    (g @ v).backward()
    return x.grad.clone()

# %% wrong: a difference of two gradients | loses: a7_hessian_vector_public, a7_hessian_vector_full
def hessian_vector(f, x, v, h=1e-5):
    gradient = lambda at: torch.autograd.functional.jacobian(f, at)
    return (gradient(x + h * v) - gradient(x - h * v)) / (2 * h)
