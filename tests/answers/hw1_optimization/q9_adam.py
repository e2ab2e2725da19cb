# Kept answers to q9_adam: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: the corrections folded into rate and ε
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        root = np.sqrt(1 - self.beta2**time)
        rate = self.lr * root / (1 - self.beta1**time)
        self.w = self.w - rate * self.m / (np.sqrt(self.v) + root * self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% right: one coordinate after the other
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        new = np.empty(2)
        for i in range(2):
            g = float(grads[i])
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            m_hat = self.m[i] / (1 - self.beta1**time)
            v_hat = self.v[i] / (1 - self.beta2**time)
            new[i] = self.w[i] - self.lr * m_hat / (v_hat**0.5 + self.epsilon)
        self.w = new

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% right: a while loop with math.hypot, moments in increments
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.m + (1 - self.beta1) * (grads - self.m)
        self.v = self.v + (1 - self.beta2) * (np.square(grads) - self.v)
        step = self.lr * (self.m / (1 - self.beta1**time)) / (self.epsilon + np.sqrt(self.v / (1 - self.beta2**time)))
        self.w = self.w - step

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        import math

        taken, moved = 0, math.inf
        while taken < max_steps and moved >= self.tolerance:
            x, y = self.x, self.y
            self.time = self.time + 1
            self.weights_update(self.g(x, y), self.time)
            self.history_update()
            moved = math.hypot(self.x - x, self.y - y)
            taken += 1

# %% right: in place on its own arrays, with a copy for the norm
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m *= self.beta1
        self.m += (1 - self.beta1) * grads
        self.v *= self.beta2
        self.v += (1 - self.beta2) * grads * grads
        self.w -= self.lr * (self.m / (1 - self.beta1**time)) / (np.sqrt(self.v / (1 - self.beta2**time)) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w.copy()
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% right: from scratch, a list of points, path made when asked
class AdamOptimizer:
    def __init__(self, function, gradients, x_init=None, y_init=None, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        if x_init is None:
            x_init = np.random.uniform(-3, 3)
        if y_init is None:
            y_init = np.random.uniform(-3, 3)
        self.function, self.gradients = function, gradients
        self.settings = learning_rate, beta1, beta2, epsilon
        self.points = [np.array([x_init, y_init], dtype=float)]
        self.moments = np.zeros((2, 2))

    x = property(lambda self: self.points[-1][0])
    y = property(lambda self: self.points[-1][1])
    path = property(lambda self: np.column_stack(self.points))
    z_history = property(lambda self: np.array([self.function(*point) for point in self.points]))

    def train(self, max_steps):
        alpha, b1, b2, eps = self.settings
        beta = np.array([[b1], [b2]])
        for _ in range(max_steps):
            g = np.asarray(self.gradients(*self.points[-1]))
            self.moments = beta * self.moments + (1 - beta) * np.stack([g, g**2])
            m_hat, v_hat = self.moments / (1 - beta ** len(self.points))
            step = alpha * m_hat / (np.sqrt(v_hat) + eps)
            self.points.append(self.points[-1] - step)
            if np.sqrt(step @ step) < 1e-7:
                return

# %% right: from scratch in plain numbers, attributes set at the end
class AdamOptimizer:
    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.function, self.gradients = function, gradients
        self.x = float(np.random.uniform(-3, 3)) if x_init is None else float(x_init)
        self.y = float(np.random.uniform(-3, 3)) if y_init is None else float(y_init)
        self.learning_rate, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.mx = self.my = self.vx = self.vy = 0.0
        self.power1 = self.power2 = 1.0
        self.xs, self.ys, self.z_history = [self.x], [self.y], [function(self.x, self.y)]
        self.path = np.array([self.xs, self.ys])

    def train(self, max_steps):
        b1, b2 = self.beta1, self.beta2
        for _ in range(max_steps):
            gx, gy = self.gradients(self.x, self.y)
            self.power1, self.power2 = self.power1 * b1, self.power2 * b2
            self.mx, self.my = b1 * self.mx + (1 - b1) * gx, b1 * self.my + (1 - b1) * gy
            self.vx, self.vy = b2 * self.vx + (1 - b2) * gx**2, b2 * self.vy + (1 - b2) * gy**2
            rate = self.learning_rate / (1 - self.power1)
            dx = rate * self.mx / ((self.vx / (1 - self.power2)) ** 0.5 + self.epsilon)
            dy = rate * self.my / ((self.vy / (1 - self.power2)) ** 0.5 + self.epsilon)
            self.x, self.y = self.x - dx, self.y - dy
            self.xs.append(self.x)
            self.ys.append(self.y)
            self.z_history.append(self.function(self.x, self.y))
            if (dx**2 + dy**2) ** 0.5 < 1e-7:
                break
        self.path = np.array([self.xs, self.ys])

# %% right: torch.optim.Adam fed with the given gradient
import torch


class AdamOptimizer:
    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        start = [float(np.random.uniform(-3, 3)) if s is None else float(s) for s in (x_init, y_init)]
        self.function, self.gradients = function, gradients
        self.w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
        self.adam = torch.optim.Adam([self.w], lr=learning_rate, betas=(beta1, beta2), eps=epsilon)
        self.path = np.array(start).reshape(2, 1)
        self.z_history = np.array([function(*start)])

    @property
    def x(self):
        return self.w[0].item()

    @property
    def y(self):
        return self.w[1].item()

    def train(self, max_steps):
        columns, values = [self.path], list(self.z_history)
        for _ in range(max_steps):
            self.w.grad = torch.tensor(np.array(self.gradients(self.x, self.y), dtype=float))
            self.adam.step()
            columns.append(self.w.detach().numpy().copy().reshape(2, 1))
            values.append(self.function(self.x, self.y))
            if np.linalg.norm(columns[-1] - columns[-2]) < 1e-7:
                break
        self.path, self.z_history = np.hstack(columns), np.array(values)

# %% right: a base class, a generator of steps and a growing array
class Optimizer:
    def train(self, max_steps):
        from itertools import islice

        for new in islice(self.steps(), max_steps):
            before = self.path[:, -1]
            self.path = np.c_[self.path, new]
            self.x, self.y = (float(c) for c in new)
            self.z_history = np.append(self.z_history, self.function(self.x, self.y))
            if not np.linalg.norm(new - before) >= 1e-7:
                break


class AdamOptimizer(Optimizer):
    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.function, self.gradients = function, gradients
        self.learning_rate, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.x = np.random.uniform(-3, 3) if x_init is None else x_init
        self.y = np.random.uniform(-3, 3) if y_init is None else y_init
        self.path = np.array([[self.x], [self.y]], dtype=float)
        self.z_history = np.array([function(self.x, self.y)], dtype=float)
        self.past = np.zeros((0, 2))

    def steps(self):
        while True:
            # the corrected means are weighted means of all gradients so far
            self.past = np.vstack([self.past, self.gradients(self.x, self.y)])[-4000:]
            ages = np.arange(len(self.past))[::-1]
            m_hat = np.average(self.past, axis=0, weights=self.beta1**ages)
            v_hat = np.average(self.past**2, axis=0, weights=self.beta2**ages)
            yield self.path[:, -1] - self.learning_rate * m_hat / (np.sqrt(v_hat) + self.epsilon)

# %% wrong: no bias correction | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m
        v_hat = self.v
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: only the mean is corrected | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the corrections are 1 − β | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1)
        v_hat = self.v / (1 - self.beta2)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the time starts at 2 | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 1
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the time starts at 0 | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.weights_update(self.g(self.x, self.y), self.time)
            self.time += 1
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the corrected moments are stored | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        self.m = m_hat = self.m / (1 - self.beta1**time)
        self.v = v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the moments are never stored | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        m = self.beta1 * self.m + (1 - self.beta1) * grads
        v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = m / (1 - self.beta1**time)
        v_hat = v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: ε inside the root | loses: q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / np.sqrt(v_hat + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: ε added before the correction | loses: q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        v_root = (np.sqrt(self.v) + self.epsilon) / np.sqrt(1 - self.beta2**time)
        self.w = self.w - self.lr * self.m / (1 - self.beta1**time) / v_root

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: ε is ignored | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / np.sqrt(v_hat)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: ε is always 1e-8 | loses: q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the given β are ignored | loses: q9_adam_public, q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, 0.9, 0.999, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the two β exchanged | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta2 * self.m + (1 - self.beta2) * grads
        self.v = self.beta1 * self.v + (1 - self.beta1) * grads**2
        m_hat = self.m / (1 - self.beta2**time)
        v_hat = self.v / (1 - self.beta1**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: β weights the new gradient | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = (1 - self.beta1) * self.m + self.beta1 * grads
        self.v = (1 - self.beta2) * self.v + self.beta2 * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: uphill | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w + self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the second mean is summed as in AdaGrad | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.v + grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the largest second moment is kept, as in AMSGrad | loses: q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        self.largest = np.maximum(getattr(self, "largest", 0.0), self.v)
        v_hat = self.largest / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: stops when the function hardly changes | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if abs(self.z_history[-1] - self.z_history[-2]) < self.tolerance:
                break

# %% wrong: stops when one coordinate rests | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.any(np.abs(self.w - before) < self.tolerance):
                break

# %% wrong: each coordinate by itself must move less than the bound | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.all(np.abs(self.w - before) < self.tolerance):
                break

# %% wrong: the sum of both coordinates' changes | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.sum(np.abs(self.w - before)) < self.tolerance:
                break

# %% wrong: the squared norm against the bound | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.sum((self.w - before) ** 2) < self.tolerance:
                break

# %% wrong: the step relative to the point | loses: q9_adam_public, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance * np.linalg.norm(self.w):
                break

# %% wrong: stops when the gradient is small | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.g(self.x, self.y)) < self.tolerance:
                break

# %% wrong: stops when the step's length no longer changes | loses: q9_adam_public, q9_adam_bias_correction, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        last = np.inf
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            length = np.linalg.norm(self.w - before)
            if abs(length - last) < self.tolerance:
                break
            last = length

# %% wrong: never stops by itself | loses: q9_adam_public, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()

# %% wrong: a coarser bound | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-5

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the last, short step is not written down | loses: q9_adam_public, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            if np.linalg.norm(self.w - before) < self.tolerance:
                break
            self.history_update()

# %% wrong: the last, short step is taken back | loses: q9_adam_public, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                self.w = before
                self.x_history.pop(), self.y_history.pop(), self.z_history.pop()
                break

# %% wrong: the point before the step is the same array | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w -= self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: ends at the best point seen | loses: q9_adam_history, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break
        best = int(np.argmin(self.z_history))
        self.w = np.array([self.x_history[best], self.y_history[best]])

# %% wrong: one step too few | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(1, max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: one step too many | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps + 1):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: max_steps is ignored | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(1000):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: max_steps counts all calls together | loses: q9_adam_public, q9_adam_history, q9_adam_independent, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        while self.time < max_steps:
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: training again starts the moments and the time anew | loses: q9_adam_public, q9_adam_history
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        self.m, self.v, self.time = np.zeros(2), np.zeros(2), 0
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: training again starts the time anew | loses: q9_adam_public, q9_adam_history, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        self.time = 0
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: training again starts the history anew | loses: q9_adam_public, q9_adam_history, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: train returns the path | loses: q9_adam_history
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break
        return self.path

# %% wrong: the point is written down before the step | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.history_update()
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the path lacks the start | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history[1:], self.y_history[1:]])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the path is transposed | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history]).T

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the path is rounded to four decimals | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_history, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.round([self.x_history, self.y_history], 4)

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the values are one short | loses: q9_adam_public, q9_adam_history
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.x_history.append(self.x)
        self.y_history.append(self.y)

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the values belong to the points before | loses: q9_adam_public, q9_adam_history
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            value = self.f(self.x, self.y)
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            self.z_history[-1] = value
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: always Beale's gradient | loses: q9_adam_public, q9_adam_bias_correction, q9_adam_stopping, q9_adam_independent, q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(beale_grads(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the arguments of the gradient exchanged | loses: q9_adam_first_iterates, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.y, self.x), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the gradient at the start only | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_history, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        grads = self.g(self.x, self.y)
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(grads, self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the histories are class attributes | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7
    x_history, y_history, z_history = [], [], []

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the moments are class attributes, changed in place | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7
    m, v = np.zeros(2), np.zeros(2)

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m *= self.beta1
        self.m += (1 - self.beta1) * grads
        self.v *= self.beta2
        self.v += (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the time is counted on the class | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7
    time = 0

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            AdamOptimizer.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the gradient's array is scaled in place | loses: q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        grads *= 1 - self.beta1
        self.m = self.beta1 * self.m + grads
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the gradient's array is cleared after use | loses: q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)
        grads[:] = 0

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the path holds one array many times | loses: q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f, self.g = function, gradients
        start = [np.random.uniform(-3.0, 3.0) if s is None else s for s in (x_init, y_init)]
        self.w = np.array(start, dtype=float)
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m, self.v, self.time = np.zeros(2), np.zeros(2), 0
        self.points, self.z_history = [self.w], [function(*self.w)]

    x = property(lambda self: float(self.w[0]))
    y = property(lambda self: float(self.w[1]))
    path = property(lambda self: np.array(self.points).T)

    def train(self, max_steps):
        for _ in range(max_steps):
            self.time += 1
            g = self.g(*self.w)
            self.m = self.beta1 * self.m + (1 - self.beta1) * g
            self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
            step = self.lr * self.m / (1 - self.beta1**self.time) / (np.sqrt(self.v / (1 - self.beta2**self.time)) + self.epsilon)
            self.w -= step
            self.points.append(self.w)
            self.z_history.append(self.f(*self.w))
            if np.linalg.norm(step) < 1e-7:
                break

# %% wrong: x and y are numbers that stay at the start | loses: q9_adam_public, q9_adam_history, q9_adam_stopping, q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.x, self.y = start
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.w[0])
        self.y_history.append(self.w[1])
        self.z_history.append(float(self.f(*self.w)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(*self.w), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the blank of weights_update is filled, train is not | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_bias_correction, q9_adam_history, q9_adam_stopping, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        raise NotImplementedError()

# %% wrong: stops when ten steps brought nothing better | loses: q9_adam_public, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if len(self.z_history) > 10 and min(self.z_history[-10:]) > min(self.z_history):
                break

# %% wrong: a finer bound | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-9

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the gradient is cut to length 1 | loses: q9_adam_public, q9_adam_first_iterates, q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        grads = grads / max(1.0, np.linalg.norm(grads))
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: a start of 0 is taken for none | loses: q9_adam_public, q9_adam_independent
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [value or np.random.uniform(-3.0, 3.0) for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: path as lists | loses: q9_adam_public
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return [self.x_history, self.y_history]

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break


# %% wrong: default lr .01 | loses: q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break


# %% wrong: values least so far | loses: q9_adam_history
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(min([self.f(self.x, self.y), *self.z_history]))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break


# %% wrong: stop on change of ‖w‖ | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if abs(np.linalg.norm(self.w) - np.linalg.norm(before)) < self.tolerance:
                break


# %% wrong: do-while: train(0) takes a step | loses: q9_adam_history
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init=None, y_init=None,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max(1, max_steps)):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break


# %% wrong: no default start | loses: q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane."""

    tolerance = 1e-7

    def __init__(self, function, gradients, x_init, y_init,
                 learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: it starts in [−1, 1]² | loses: q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane.

    Parameters
    ----------
    function : callable
        Takes two floats (x, y) and returns a float.
    gradients : callable
        Takes two floats (x, y) and returns an array of shape (2,).
    x_init, y_init : float, optional
        The start; by default drawn uniformly from [−3, 3].

    Attributes
    ----------
    x, y : float, the current point
    path : ndarray, shape (2, steps taken + 1), the points visited, the start first
    z_history : list or array of steps taken + 1 floats, the function at these points
    train : method train(max_steps), returns None
    """

    tolerance = 1e-7

    def __init__(
        self,
        function,  # f(x, y), a number
        gradients,  # the gradient of f at (x, y), two numbers
        x_init=None,  # where the path starts; None draws this coordinate
        y_init=None,
        learning_rate=0.001,  # α
        beta1=0.9,  # how much of m is kept in each step
        beta2=0.999,  # how much of v is kept
        epsilon=1e-8,  # added to the root of v, so that nothing is divided by zero
    ):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-1.0, 1.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: the generator is seeded in each optimizer | loses: q9_adam_first_iterates
class AdamOptimizer:
    """Adam for a function of the plane.

    Parameters
    ----------
    function : callable
        Takes two floats (x, y) and returns a float.
    gradients : callable
        Takes two floats (x, y) and returns an array of shape (2,).
    x_init, y_init : float, optional
        The start; by default drawn uniformly from [−3, 3].

    Attributes
    ----------
    x, y : float, the current point
    path : ndarray, shape (2, steps taken + 1), the points visited, the start first
    z_history : list or array of steps taken + 1 floats, the function at these points
    train : method train(max_steps), returns None
    """

    tolerance = 1e-7

    def __init__(
        self,
        function,  # f(x, y), a number
        gradients,  # the gradient of f at (x, y), two numbers
        x_init=None,  # where the path starts; None draws this coordinate
        y_init=None,
        learning_rate=0.001,  # α
        beta1=0.9,  # how much of m is kept in each step
        beta2=0.999,  # how much of v is kept
        epsilon=1e-8,  # added to the root of v, so that nothing is divided by zero
    ):
        self.f = function
        self.g = gradients
        np.random.seed(0)
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                break

# %% wrong: once it has stopped, it never takes a step again | loses: q9_adam_stopping
class AdamOptimizer:
    """Adam for a function of the plane.

    Parameters
    ----------
    function : callable
        Takes two floats (x, y) and returns a float.
    gradients : callable
        Takes two floats (x, y) and returns an array of shape (2,).
    x_init, y_init : float, optional
        The start; by default drawn uniformly from [−3, 3].

    Attributes
    ----------
    x, y : float, the current point
    path : ndarray, shape (2, steps taken + 1), the points visited, the start first
    z_history : list or array of steps taken + 1 floats, the function at these points
    train : method train(max_steps), returns None
    """

    tolerance = 1e-7
    done = False

    def __init__(
        self,
        function,  # f(x, y), a number
        gradients,  # the gradient of f at (x, y), two numbers
        x_init=None,  # where the path starts; None draws this coordinate
        y_init=None,
        learning_rate=0.001,  # α
        beta1=0.9,  # how much of m is kept in each step
        beta2=0.999,  # how much of v is kept
        epsilon=1e-8,  # added to the root of v, so that nothing is divided by zero
    ):
        self.f = function
        self.g = gradients
        start = [np.random.uniform(-3.0, 3.0) if value is None else value for value in (x_init, y_init)]
        self.w = np.array(start, dtype=float)  # the current point
        self.lr, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = np.zeros(2)  # running mean of the gradient
        self.v = np.zeros(2)  # running mean of its square
        self.time = 0  # steps taken
        self.x_history, self.y_history, self.z_history = [], [], []
        self.history_update()

    @property
    def x(self):
        return float(self.w[0])

    @property
    def y(self):
        return float(self.w[1])

    @property
    def path(self):
        return np.array([self.x_history, self.y_history])

    def history_update(self):
        """Write down the current point and the function there."""
        self.x_history.append(self.x)
        self.y_history.append(self.y)
        self.z_history.append(float(self.f(self.x, self.y)))

    def weights_update(self, grads, time):
        """Take step number `time` (1, 2, …) with gradient `grads`: new self.m, self.v and self.w."""
        self.m = self.beta1 * self.m + (1 - self.beta1) * grads
        self.v = self.beta2 * self.v + (1 - self.beta2) * grads**2
        m_hat = self.m / (1 - self.beta1**time)
        v_hat = self.v / (1 - self.beta2**time)
        self.w = self.w - self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)

    def train(self, max_steps):
        """Take at most `max_steps` steps; stop after a step shorter than `tolerance`. Write down every point."""
        for _ in range(max_steps):
            if self.done:
                break
            before = self.w
            self.time += 1
            self.weights_update(self.g(self.x, self.y), self.time)
            self.history_update()
            if np.linalg.norm(self.w - before) < self.tolerance:
                self.done = True
                break
