# Kept answers to m6_loss: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: sums of products
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% right: transposed, a sum over n
def loss(params, X, places, predict, distance):
    lat, lon = predict(params, X).T
    return anp.sum(distance(lat, lon, *places.T)) / len(places)

from autograd import value_and_grad
def gradient_error(f, params, direction, h=1e-5):
    _, slopes = value_and_grad(f)(params)
    a = float(sum(np.vdot(g, v) for g, v in zip(slopes, direction)))
    up, down = (f([x + s * h * v for x, v in zip(params, direction)]) for s in (1, -1))
    b = float(up - down) / (2 * h)
    return abs(a - b) / max([abs(a), abs(b), 1e-12])

# %% right: flattened, grad along a line
def loss(params, X, places, predict, distance):
    found = predict(params, X)
    each = distance(lat1=1.0 * found[:, 0], lon1=found[:, 1], lat2=places[:, 0], lon2=places[:, 1]) if False else distance(found[:, 0], found[:, 1], places[:, 0], places[:, 1])
    return each.mean()

def gradient_error(f, params, direction, h=1e-5):
    line = lambda t: f([x + t * v for x, v in zip(params, direction)])
    a, b = grad(line)(0.0), (line(h) - line(-h)) / (2 * h)
    return float(np.abs(a - b) / np.max([np.abs(a), np.abs(b), 1e-12]))

# %% wrong: a sum | loses: m6_loss_public, m6_loss_values
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.sum(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: coordinates swapped | loses: m6_loss_public, m6_loss_values
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 1], out[:, 0], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: my own distance, whatever is given | loses: m6_loss_public, m6_loss_values
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(anp.sqrt(anp.sum((out - places) ** 2, axis=1)))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: the median | loses: m6_loss_public, m6_loss_values
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.median(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: the first example alone | loses: m6_loss_public, m6_loss_values
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1])[0]

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: no gradient | loses: m6_loss_public, m6_loss_values
def loss(params, X, places, predict, distance):
    out = predict([np.array(getattr(x, '_value', x)) for x in params], X)
    return float(np.mean(np.array(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]), dtype=float)))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: not relative | loses: m6_loss_public, m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b)

# %% wrong: a forward difference | loses: m6_loss_public, m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f(params)) / h
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: divided by h | loses: m6_loss_public, m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / h
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: the first array alone | loses: m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params)[:1], direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: relative to a alone, signed | loses: m6_loss_public, m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return (a - b) / a

# %% wrong: divided by the sum | loses: m6_loss_public, m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / (abs(a) + abs(b))

# %% wrong: h is fixed | loses: m6_loss_public, m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    h = 1e-5
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: always zero | loses: m6_loss_public, m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    return 0.0

# %% wrong: coordinates of the places swapped | loses: m6_loss_public, m6_loss_values
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 1], places[:, 0]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: relative to a alone | loses: m6_loss_public, m6_loss_error
def loss(params, X, places, predict, distance):
    out = predict(params, X)
    return anp.mean(distance(out[:, 0], out[:, 1], places[:, 0], places[:, 1]))

def gradient_error(f, params, direction, h=1e-5):
    a = sum((g * v).sum() for g, v in zip(grad(f)(params), direction))
    b = (f([x + h * v for x, v in zip(params, direction)]) - f([x - h * v for x, v in zip(params, direction)])) / (2 * h)
    return abs(a - b) / abs(a)

# %% wrong: params are moved, and stay where they went | loses: m6_loss_error
def loss(params, X, places, predict, distance):
    found = predict(params, X)
    return anp.mean(distance(found[:, 0], found[:, 1], places[:, 0], places[:, 1]))


def gradient_error(f, params, direction, h=1e-5):
    a = sum(np.sum(g * v) for g, v in zip(grad(f)(params), direction))
    for p, v in zip(params, direction):
        p += h * v
    ahead = f(params)
    for p, v in zip(params, direction):
        p -= 2 * h * v
    b = (ahead - f(params)) / (2 * h)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)

# %% wrong: a millionth is added to the denominator | loses: m6_loss_error
def loss(params, X, places, predict, distance):
    found = predict(params, X)
    return anp.mean(distance(found[:, 0], found[:, 1], places[:, 0], places[:, 1]))


def gradient_error(f, params, direction, h=1e-5):
    a = sum(np.sum(g * v) for g, v in zip(grad(f)(params), direction))
    ahead, behind = (f([p + s * h * v for p, v in zip(params, direction)]) for s in (1, -1))
    b = (ahead - behind) / (2 * h)
    return abs(a - b) / (max(abs(a), abs(b)) + 1e-6)

# %% right: an object that is called, and an array of one number
def loss(params, X, places, predict, distance):
    found = predict(params, X)
    return anp.mean(distance(found[:, 0], found[:, 1], places[:, 0], places[:, 1]))


class Error:
    def __call__(self, f, params, direction, h=1e-5):
        a = sum(np.sum(g * v) for g, v in zip(grad(f)(params), direction))
        at = lambda t: f([p + t * v for p, v in zip(params, direction)])
        b = (at(h) - at(-h)) / (2 * h)
        return np.array([abs(a - b) / max(abs(a), abs(b), 1e-12)])


gradient_error = Error()
