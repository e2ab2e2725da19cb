# Kept answers to t5_almost_surely: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: cumprod
def q(eta, h):
    return np.log(np.abs(1 - eta * h)).mean()


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3 = ("mean",)
at_1_11 = ("single runs", "mean")

# %% right: loops, and a text for a list of one
import math


def q(eta, h):
    total = 0.0
    for value in h:
        total += math.log(abs(1 - eta * value))
    return total / len(h)


def simulate(w0, eta, h, indices):
    w = np.empty(len(indices) + 1)
    w[0] = w0
    for t in range(len(indices)):
        w[t + 1] = (1 - eta * h[indices[t]]) * w[t]
    return w


at_1_3 = "mean"
at_1_11 = ["Mean", " Single runs "]

# %% right: half the logarithm of squares, recursion
def q(eta, h):
    return 0.5 * sum(np.log((1 - eta * h) ** 2)) / h.size


def simulate(w0, eta, h, indices):
    if len(indices) == 0:
        return np.array([w0])
    before = simulate(w0, eta, h, indices[:-1])
    return np.append(before, before[-1] * (1 - eta * h[indices[-1]]))


at_1_3 = {"mean"}
at_1_11 = {"mean", "single runs"}

# %% right: the logarithm of the product, accumulate
from itertools import accumulate


def q(eta, h):
    return np.log(np.abs(np.prod(1 - eta * h))) / len(h)


def simulate(w0, eta, h, indices):
    return list(accumulate(indices, lambda w, n: w - eta * h[n] * w, initial=w0))


at_1_3 = ["mean"]
at_1_11 = ["single runs", "mean"]

# %% right: np.average, and a product for every t
q = lambda eta, h: np.average(np.log(abs(eta * h - 1)))


def simulate(w0, eta, h, indices):
    factors = 1 - eta * h[indices]
    return np.array([w0 * np.prod(factors[:t]) for t in range(len(factors) + 1)])


at_1_3 = frozenset(["mean"])
at_1_11 = frozenset(["mean", "single runs"])

# %% right: the real part of a complex logarithm, a generator
def q(eta, h):
    return float(np.mean(np.log((1 - eta * h).astype(complex)).real))


def simulate(w0, eta, h, indices):
    def run():
        w = w0
        yield w
        for n in indices:
            w -= eta * h[n] * w
            yield w

    return np.fromiter(run(), float)


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% right: computed from the three numbers
def q(eta, h):
    h = np.asarray(h, dtype=float)
    return np.mean(np.log(np.abs(1.0 - eta * h)))


def simulate(w0, eta, h, indices):
    w = np.zeros(len(indices) + 1)
    w[0] = w0
    for t, n in enumerate(indices, start=1):
        gradient = h[n] * w[t - 1]
        w[t] = w[t - 1] - eta * gradient
    return w


def converges(eta, h=np.array([0.1, 1.9])):
    found = []
    if abs(1 - eta * h.mean()) < 1:
        found.append("mean")
    if np.mean((1 - eta * h) ** 2) < 1:
        found.append("mean square")
    if q(eta, h) < 0:
        found.append("single runs")
    return found


at_1_3, at_1_11 = converges(1.3), converges(1.11)

# %% wrong: a sum | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.sum(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: the logarithm without an absolute value | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(1 - eta * h))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: no logarithm | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.mean(np.abs(1 - eta * h))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: the logarithm of the mean of the factors | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.log(np.mean(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: half the logarithm of the mean square | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.log(np.mean((1 - eta * h) ** 2)) / 2


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: two values of h for ever | loses: t5_almost_surely_other
def q(eta, h):
    return (np.log(abs(1 - eta * h[0])) + np.log(abs(1 - eta * h[-1]))) / 2


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: always starts at one | loses: t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    w = [1.0]
    for n in indices:
        w.append(w[-1] - eta * h[n] * w[-1])
    return np.array(w)


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: the start is not among the values | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(1 - eta * h[indices])


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: the last value alone | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    for n in indices:
        w0 = w0 - eta * h[n] * w0
    return w0


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: absolute values | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return np.abs(w0) * np.cumprod(np.concatenate([[1.0], np.abs(1 - eta * h[indices])]))


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: the mean of h in every step | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return np.array([w0 * (1 - eta * np.mean(h)) ** t for t in range(len(indices) + 1)])


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: indices counted from one | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[np.asarray(indices) - 1]]))


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: w of the start in every step | loses: t5_almost_surely_public, t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    w = [w0]
    for n in indices:
        w.append(w[-1] - eta * h[n] * w0)
    return np.array(w)


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: cannot do without a step | loses: t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    w = [w0, w0 * (1 - eta * h[indices[0]])]
    for n in indices[1:]:
        w.append(w[-1] * (1 - eta * h[n]))
    return np.array(w)


at_1_3, at_1_11 = ["mean"], ["mean", "single runs"]

# %% wrong: nothing converges at 1.3 | loses: t5_almost_surely_modes
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = [], ["mean", "single runs"]

# %% wrong: single runs follow the mean | loses: t5_almost_surely_modes
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean", "single runs"], ["mean", "single runs"]

# %% wrong: single runs follow the mean square | loses: t5_almost_surely_modes
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean"], ["mean"]

# %% wrong: all three at 1.11 | loses: t5_almost_surely_modes
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean"], ["mean", "mean square", "single runs"]

# %% wrong: the two step sizes swapped | loses: t5_almost_surely_modes
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    return w0 * np.cumprod(np.concatenate([[1.0], 1 - eta * h[indices]]))


at_1_3, at_1_11 = ["mean", "single runs"], ["mean"]

# %% wrong: simulate sorts the indices that it was given | loses: t5_almost_surely_other
def q(eta, h):
    return np.mean(np.log(np.abs(1 - eta * h)))


def simulate(w0, eta, h, indices):
    path = w0 * np.cumprod([1.0, *(1 - eta * h[indices])])
    indices.sort()
    return path


at_1_3 = ["mean"]
at_1_11 = ["mean", "single runs"]
