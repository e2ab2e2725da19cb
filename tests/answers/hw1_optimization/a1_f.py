# Kept answers to a1_f: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: e^(2x) written out, the derivative term by term
def f(x):
    c = torch.exp(x) + torch.exp(2 * x)
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    c = torch.exp(x) + torch.exp(2 * x)
    dc = torch.exp(x) + 2 * torch.exp(2 * x)
    return dc * torch.exp(c) + dc * torch.cos(c)


x = torch.tensor([0.5], requires_grad=True)
f(x).backward()
f_autograd = x.grad.item()

# %% right: methods of the tensor, and a helper
def inner(x):
    a = x.exp()
    return a * (1 + a)


def f(x):
    return inner(x).exp() + inner(x).sin()


def derv_f(x):
    a = x.exp()
    return a * (1 + 2 * a) * (inner(x).exp() + inner(x).cos())


t = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
(f_autograd,) = torch.autograd.grad(f(t), t)

# %% right: lambdas, and torch.func.grad
inside = lambda x: torch.exp(x) + torch.square(torch.exp(x))
f = lambda x: torch.exp(inside(x)) + torch.sin(inside(x))
derv_f = lambda x: (torch.exp(inside(x)) + torch.cos(inside(x))) * (torch.exp(x) + 2 * torch.square(torch.exp(x)))
f_autograd = torch.func.grad(f)(torch.tensor(0.5))

# %% right: everything expanded, the product of two exponentials
def f(x):
    u = torch.exp(x)
    v = u * u
    return torch.exp(u) * torch.exp(v) + torch.sin(u) * torch.cos(v) + torch.cos(u) * torch.sin(v)


def derv_f(x):
    u = torch.exp(x)
    v = u * u
    return u * torch.exp(u + v) + 2 * v * torch.exp(u + v) + u * torch.cos(u + v) + 2 * v * torch.cos(u + v)


f_autograd = torch.autograd.functional.jacobian(f, torch.tensor(0.5))

# %% right: powers of e as a number, forward mode
E = torch.e


def f(x):
    c = E**x + (E**x) ** 2
    return E**c + torch.sin(c)


def derv_f(x):
    c = E**x + (E**x) ** 2
    return (E**c + torch.cos(c)) * (E**x + 2 * (E**x) ** 2)


_, f_autograd = torch.func.jvp(f, (torch.tensor(0.5),), (torch.tensor(1.0),))

# %% right: functions of c, composed; the derivative at 0.5 picked from a batch
def c_and_slope(x):
    return torch.exp(x) + torch.pow(torch.exp(x), 2), torch.exp(x) + 2 * torch.pow(torch.exp(x), 2)


def f(x):
    c, _ = c_and_slope(x)
    return sum(g(c) for g in (torch.exp, torch.sin))


def derv_f(x):
    c, slope = c_and_slope(x)
    return slope * sum(g(c) for g in (torch.exp, torch.cos))


batch = torch.linspace(0, 1, 3, requires_grad=True)
f(batch).sum().backward()
f_autograd = batch.grad[1]

# %% right: the derivative at 0.5 as a numpy array with one entry
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2).mul(a + 2 * a**2).add(torch.cos(a + a**2).mul(a + 2 * a**2))


x = torch.full((1,), 0.5, requires_grad=True)
y = f(x)
y.backward(torch.ones(1))
f_autograd = x.grad.detach().numpy()

# %% right: derv_f multiplies small derivatives one after the other
def f(x):
    a = torch.exp(x)
    c = a + a**2
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    a = torch.exp(x)
    da_dx = a
    dc_da = 1 + 2 * a
    c = a + a**2
    df_dc = torch.exp(c) + torch.cos(c)
    return df_dc * dc_da * da_dx


x = torch.tensor(1 / 2, requires_grad=True)
y = f(x)
y.backward()
f_autograd = float(x.grad)

# %% right: a class with a method for the slope
class Function:
    def __call__(self, x):
        a = x.exp()
        return (a + a**2).exp() + (a + a**2).sin()

    def slope(self, x):
        a = x.exp()
        return ((a + a**2).exp() + (a + a**2).cos()) * (a + 2 * a**2)


f = Function()
derv_f = f.slope
x = torch.tensor(0.5, requires_grad=True)
f_autograd = torch.autograd.grad(f(x), x)  # a tuple with one entry

# %% wrong: (e^x)² as e^(x²) | loses: a1_f_public, a1_f_values, a1_f_derivative, a1_f_autograd
def f(x):
    c = torch.exp(x) + torch.exp(x**2)
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    c = torch.exp(x) + torch.exp(x**2)
    return (torch.exp(c) + torch.cos(c)) * (torch.exp(x) + 2 * x * torch.exp(x**2))


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the inner derivative is missing | loses: a1_f_public, a1_f_derivative
def f(x):
    c = torch.exp(x) + torch.exp(x) ** 2
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    c = torch.exp(x) + torch.exp(x) ** 2
    return torch.exp(c) + torch.cos(c)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the 2 of the derivative of e^(2x) is missing | loses: a1_f_public, a1_f_derivative
def f(x):
    c = torch.exp(x) + torch.exp(x) ** 2
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the inner derivative as 1 + 2e^x | loses: a1_f_public, a1_f_derivative
def f(x):
    c = torch.exp(x) + torch.exp(x) ** 2
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (1 + 2 * a)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the sine differentiates to minus the cosine | loses: a1_f_public, a1_f_derivative
def f(x):
    c = torch.exp(x) + torch.exp(x) ** 2
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) - torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the brackets round the sum are missing | loses: a1_f_public, a1_f_derivative
def f(x):
    c = torch.exp(x) + torch.exp(x) ** 2
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.cos(a + a**2) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the sine is missing in both | loses: a1_f_public, a1_f_values, a1_f_derivative, a1_f_autograd
def f(x):
    return torch.exp(torch.exp(x) + torch.exp(x) ** 2)


def derv_f(x):
    return f(x) * (torch.exp(x) + 2 * torch.exp(x) ** 2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: a cosine for the sine in f | loses: a1_f_public, a1_f_values, a1_f_autograd
def f(x):
    c = torch.exp(x) + torch.exp(x) ** 2
    return torch.exp(c) + torch.cos(c)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the sine of e^x alone | loses: a1_f_public, a1_f_values, a1_f_autograd
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a) + a**2


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: math.exp, which takes one number and leaves the graph | loses: a1_f_public, a1_f_values, a1_f_derivative, a1_f_autograd
import math


def f(x):
    c = math.exp(x) + math.exp(x) ** 2
    return torch.tensor(math.exp(c) + math.sin(c), requires_grad=True)


def derv_f(x):
    a = math.exp(x)
    return torch.tensor((math.exp(a + a**2) + math.cos(a + a**2)) * (a + 2 * a**2))


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: f goes through numpy, the derivative at 0.5 is the formula's | loses: a1_f_autograd
def f(x):
    a = np.exp(x.detach().numpy())
    return torch.tensor(np.exp(a + a**2) + np.sin(a + a**2))


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


f_autograd = derv_f(torch.tensor(0.5))

# %% wrong: x.detach() in the second term | loses: a1_f_public, a1_f_autograd
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a + a**2).detach()


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: x.item(), so f takes no batch | loses: a1_f_public, a1_f_values, a1_f_autograd
def f(x):
    a = torch.exp(torch.tensor(x.item(), requires_grad=True))
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


f_autograd = derv_f(torch.tensor(0.5))

# %% wrong: float32 inside, whatever came | loses: a1_f_values, a1_f_derivative
def f(x):
    a = torch.exp(x.float())
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = torch.exp(x.float())
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: float64 inside, whatever came | loses: a1_f_values
def f(x):
    a = torch.exp(x.double())
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: e as 2.71828 | loses: a1_f_values, a1_f_derivative, a1_f_autograd
def f(x):
    a = 2.71828**x
    return 2.71828 ** (a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = 2.71828**x
    return (2.71828 ** (a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: derv_f loops over the entries and takes no number | loses: a1_f_public, a1_f_derivative
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    entries = []
    for t in x:
        a = torch.exp(t)
        entries.append((torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2))
    return torch.stack(entries)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the sum of the batch is returned | loses: a1_f_public, a1_f_values
def f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.sin(a + a**2)).sum()


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: backward was called twice without a reset | loses: a1_f_public, a1_f_autograd
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f(x).backward()
f_autograd = x.grad

# %% wrong: backward(x) for backward() | loses: a1_f_public, a1_f_autograd
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward(x)
f_autograd = x.grad

# %% wrong: what backward() returns | loses: a1_f_public, a1_f_autograd
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f_autograd = f(x).backward()

# %% wrong: the derivative of the worked sibling at 0.5 | loses: a1_f_public, a1_f_autograd
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
torch.exp(x**2).backward()
f_autograd = x.grad

# %% wrong: derv_f by a difference quotient | loses: a1_f_public, a1_f_derivative
def f(x):
    a = torch.exp(x)
    return torch.exp(a + a**2) + torch.sin(a + a**2)


def derv_f(x):
    return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: adds the sine in place, onto what autograd kept | loses: a1_f_public, a1_f_autograd
def f(x):
    c = x.exp()
    c = c + c**2
    return c.exp().add_(c.sin())


def derv_f(x):
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: numpy's functions, which refuse a tensor with a graph | loses: a1_f_public, a1_f_autograd
def f(x):
    a = np.exp(x)
    return np.exp(a + a**2) + np.sin(a + a**2)


def derv_f(x):
    a = np.exp(x)
    return (np.exp(a + a**2) + np.cos(a + a**2)) * (a + 2 * a**2)


x = torch.tensor(0.5, requires_grad=True)
f(x).backward()
f_autograd = x.grad

# %% wrong: the derivative comes back in float64 | loses: a1_f_derivative
def f(x):
    c = torch.exp(x) + torch.exp(2 * x)
    return torch.exp(c) + torch.sin(c)


def derv_f(x):
    x = x.double()
    a = torch.exp(x)
    return (torch.exp(a + a**2) + torch.cos(a + a**2)) * (a + 2 * a**2)


f_autograd = derv_f(torch.tensor(0.5))
