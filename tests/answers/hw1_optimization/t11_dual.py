# Kept answers to t11_dual: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: one line after another
def dual_chain(f, g, h, x, dx):
    u, du = h[0](x), h[1](x) * dx
    v, dv = g[0](u), g[1](u) * du
    return f[0](v), f[1](v) * dv

# %% right: the product of derivatives at the end
def dual_chain(f, g, h, x, dx):
    (f, f1), (g, g1), (h, h1) = f, g, h
    return f(g(h(x))), f1(g(h(x))) * g1(h(x)) * h1(x) * dx

# %% right: a class of dual numbers
class Dual:
    def __init__(self, value, slope):
        self.value, self.slope = value, slope

    def through(self, function):
        return Dual(function[0](self.value), function[1](self.value) * self.slope)


def dual_chain(f, g, h, x, dx):
    result = Dual(x, dx).through(h).through(g).through(f)
    return result.value, result.slope

# %% right: reduce
from functools import reduce


def dual_chain(f, g, h, x, dx):
    return reduce(lambda u, p: (p[0](u[0]), p[1](u[0]) * u[1]), [h, g, f], (x, dx))

# %% right: recursion over the functions
def dual_chain(f, g, h, x, dx):
    def apply(functions):
        if not functions:
            return x, dx
        u, du = apply(functions[1:])
        return functions[0][0](u), functions[0][1](u) * du

    return apply([f, g, h])

# %% right: dual numbers as matrices
def dual_chain(f, g, h, x, dx):
    M = np.array([[x, dx], [0.0, x]])
    for function, derivative in [h, g, f]:
        u, du = M[0]
        M = function(u) * np.eye(2) + derivative(u) * du * np.eye(2, k=1)
    return M[0, 0], M[0, 1]

# %% right: values forwards, derivatives backwards
def dual_chain(f, g, h, x, dx):
    values = [x]
    for function in (h, g, f):
        values.append(function[0](values[-1]))
    slope = 1.0
    for function, value in zip((f, g, h), reversed(values[:-1])):
        slope *= function[1](value)
    return values[-1], slope * dx

# %% right: an array of two
def dual_chain(f, g, h, x, dx):
    pair = np.array([x, dx])
    for function in (h, g, f):
        pair = np.array([function[0](pair[0]), function[1](pair[0]) * pair[1]])
    return pair

# %% wrong: every derivative at x | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    return f[0](g[0](h[0](x))), f[1](x) * g[1](x) * h[1](x) * dx

# %% wrong: f first | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    value, slope = x, dx
    for function, derivative in (f, g, h):
        value, slope = function(value), derivative(value) * slope
    return value, slope

# %% wrong: dx is not used | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    value, slope = x, 1.0
    for function, derivative in (h, g, f):
        value, slope = function(value), derivative(value) * slope
    return value, slope

# %% wrong: the derivative at the value that goes out | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    value, slope = x, dx
    for function, derivative in (h, g, f):
        value = function(value)
        slope = derivative(value) * slope
    return value, slope

# %% wrong: derivatives added | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    u = h[0](x)
    v = g[0](u)
    return f[0](v), (f[1](v) + g[1](u) + h[1](x)) * dx

# %% wrong: the value with dx added | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    value, slope = x + dx, dx
    for function, derivative in (h, g, f):
        value, slope = function(value), derivative(value) * slope
    return value, slope

# %% wrong: the derivative alone | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    value, slope = x, dx
    for function, derivative in (h, g, f):
        value, slope = function(value), derivative(value) * slope
    return slope

# %% wrong: the two parts swapped | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    value, slope = x, dx
    for function, derivative in (h, g, f):
        value, slope = function(value), derivative(value) * slope
    return slope, value

# %% wrong: the inner derivative of h is missing | loses: t11_dual_other
def dual_chain(f, g, h, x, dx):
    u = h[0](x)
    v = g[0](u)
    return f[0](v), f[1](v) * g[1](u) * dx

# %% wrong: the derivative of g at x | loses: t11_dual_other
def dual_chain(f, g, h, x, dx):
    u = h[0](x)
    v = g[0](u)
    return f[0](v), f[1](v) * g[1](x) * h[1](x) * dx

# %% wrong: h is applied without its derivative at g | loses: t11_dual_other
def dual_chain(f, g, h, x, dx):
    u = h[0](x)
    v = g[0](u)
    return f[0](v), f[1](v) * g[1](u) * h[1](u) * dx

# %% wrong: a difference quotient with a coarse step | loses: t11_dual_public, t11_dual_other
def dual_chain(f, g, h, x, dx):
    step = 1e-4
    chain = lambda t: f[0](g[0](h[0](t)))
    return chain(x), (chain(x + step) - chain(x)) / step * dx

# %% wrong: the functions of the example | loses: t11_dual_other
def dual_chain(f, g, h, x, dx):
    return (3 * (x + 1)) ** 2, 18 * (x + 1) * dx

# %% wrong: a difference quotient in place of the derivatives | loses: t11_dual_other
def dual_chain(f, g, h, x, dx):
    whole = lambda t: f[0](g[0](h[0](t)))
    return whole(x), (whole(x + 1e-5) - whole(x - 1e-5)) / 2e-5 * dx
