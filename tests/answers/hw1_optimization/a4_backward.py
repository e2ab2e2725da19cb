# Kept answers to a4_backward: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: torch.autograd.grad with grad_outputs, and a whole number
with_argument = 81


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(t), t, grad_outputs=v)[0]

# %% right: the gradient of the scalar product, and x.grad as it came
x = torch.tensor(3.0, requires_grad=True)
y = x**3
y.backward(x)
with_argument = x.grad


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    (f(t) @ v).backward()
    return t.grad

# %% right: torch.func.vjp, and a fraction
from fractions import Fraction

with_argument = Fraction(3) ** 4


def vector_jacobian(f, x, v):
    _, back = torch.func.vjp(f, x)
    return back(v)[0]

# %% right: torch.autograd.functional.vjp, and a numpy number
with_argument = np.float64(27) * 3


def vector_jacobian(f, x, v):
    return torch.autograd.functional.vjp(f, x, v)[1]

# %% right: the whole Jacobian, transposed
x = torch.tensor([3.0], requires_grad=True)
(x**3).backward(x.detach())
with_argument = x.grad


def vector_jacobian(f, x, v):
    return torch.autograd.functional.jacobian(f, x).T @ v

# %% right: v from the left, no transpose
derivative_of_cube = lambda x: 3 * x**2
with_argument = derivative_of_cube(3) * 3
vector_jacobian = lambda f, x, v: v @ torch.func.jacrev(f)(x)

# %% right: one row of the Jacobian after another, weighted
with_argument = sum(27.0 for _ in range(3))


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    y = f(t)
    total = torch.zeros_like(x)
    for i in range(len(v)):
        (row,) = torch.autograd.grad(y[i], t, retain_graph=True)
        total += v[i] * row
    return total

# %% right: columns by forward mode, each times v
with_argument = (3 * 3.0**2) * 3.0


def vector_jacobian(f, x, v):
    columns = [torch.func.jvp(f, (x,), (e,))[1] for e in torch.eye(len(x), dtype=x.dtype)]
    return torch.stack([column @ v for column in columns])

# %% right: gradient of a weighted sum by torch.func.grad
with_argument = 3**4


def vector_jacobian(f, x, v):
    return torch.func.grad(lambda t: torch.dot(f(t), v))(x)

# %% right: on x itself, tidied up afterwards
with_argument = 81.0


def vector_jacobian(f, x, v):
    before, old = x.requires_grad, x.grad
    x.requires_grad_(True)
    x.grad = None
    f(x).backward(gradient=v)
    result = x.grad
    x.grad = old
    x.requires_grad_(before)
    return result

# %% right: torch.autograd.backward with lists, and a number in a 1 by 1 tensor
x = torch.tensor([[3.0]], requires_grad=True)
with_argument = 3 * x**2 * x


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    torch.autograd.backward([f(t)], [v])
    return t.grad

# %% right: einsum over the Jacobian's first index
with_argument = np.array(81)


def vector_jacobian(f, x, v):
    return torch.einsum("ij,i->j", torch.func.jacfwd(f)(x), v)

# %% wrong: Jv for Jᵀv | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    return torch.func.jvp(f, (x,), (v,))[1]

# %% wrong: the Jacobian is not transposed | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    return torch.autograd.functional.jacobian(f, x) @ v

# %% wrong: v is not used | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).sum().backward()
    return t.grad

# %% wrong: the gradient of the sum, then times v | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).sum().backward()
    return t.grad * v

# %% wrong: the diagonal of the Jacobian times v | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    return torch.diagonal(torch.autograd.functional.jacobian(f, x)) * v

# %% wrong: backward(x) for backward(v) | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(x)
    return t.grad

# %% wrong: backward without v | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward()
    return t.grad

# %% wrong: the scalar product with v afterwards | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).sum().backward()
    return t.grad @ v

# %% wrong: x keeps its gradient, and adds up | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    x.requires_grad_()
    f(x).backward(v)
    return x.grad

# %% wrong: x keeps requires_grad | loses: a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    x.requires_grad_()
    return torch.autograd.grad(f(x), x, v)[0]

# %% wrong: returns the tuple of autograd.grad stacked to a matrix | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    return torch.stack(torch.autograd.grad(f(t), t, v))

# %% wrong: the whole Jacobian with each row times v | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    return v[:, None] * torch.autograd.functional.jacobian(f, x)

# %% wrong: v is normalized | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(v / v.norm())
    return t.grad

# %% wrong: rounded to four decimals | loses: a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(v)
    return t.grad.round(decimals=4)

# %% wrong: always twist, its formula without the second term | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    return v * 2 * x * torch.sin(torch.roll(x, -1))

# %% wrong: the term of the neighbour on the other side | loses: a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    own = v * 2 * x * torch.sin(torch.roll(x, -1))
    return own + torch.roll(v * x**2 * torch.cos(torch.roll(x, -1)), -1)

# %% wrong: the derivative without the factor x | loses: a4_backward_argument
with_argument = 27.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(v)
    return t.grad

# %% wrong: x in place of the derivative | loses: a4_backward_argument
with_argument = 3.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(v)
    return t.grad

# %% wrong: y times the derivative | loses: a4_backward_argument
with_argument = 27.0 * 27.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(v)
    return t.grad

# %% wrong: x = 2 as in the question before | loses: a4_backward_argument
with_argument = 3 * 2**2 * 2


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(v)
    return t.grad

# %% wrong: the text of an error as with_argument | loses: a4_backward_public, a4_backward_argument
with_argument = "raises an error"


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(v)
    return t.grad

# %% wrong: with_argument is what backward returns | loses: a4_backward_public, a4_backward_argument
x = torch.tensor(3.0, requires_grad=True)
with_argument = (x**3).backward(x)


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    f(t).backward(v)
    return t.grad

# %% wrong: differentiates Jᵀw by w, which is Jv | loses: a4_backward_public, a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.detach().clone().requires_grad_()
    w = torch.zeros_like(v, requires_grad=True)
    (g,) = torch.autograd.grad(f(t), t, w, create_graph=True)
    return torch.autograd.grad(g, w, v)[0]

# %% wrong: computes in float32 whatever comes | loses: a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    inner = x.detach().float().clone().requires_grad_()
    f(inner).backward(v.float())
    return inner.grad

# %% wrong: on a view of x that is no leaf when x requires a gradient | loses: a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    t = x.clone().requires_grad_()
    f(t).backward(v)
    return t.grad

# %% wrong: as many values as entries are taken for granted | loses: a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    inner = x.detach().clone().requires_grad_()
    y, total = f(inner), torch.zeros_like(x)
    for i in range(len(x)):
        total = total + v[i] * torch.autograd.grad(y[i], inner, retain_graph=True)[0]
    return total

# %% wrong: v comes back with requires_grad | loses: a4_backward_vectors
with_argument = 81.0


def vector_jacobian(f, x, v):
    inner = x.detach().clone().requires_grad_()
    v.requires_grad_()
    return torch.autograd.grad((f(inner) * v).sum(), inner)[0]
