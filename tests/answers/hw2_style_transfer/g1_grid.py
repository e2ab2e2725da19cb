# Kept answers to g1_grid: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: counted without making it
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d) / q


def distinct_models_grid(axis, d):
    return len(set(axis.tolist())), len(axis) ** d

# %% right: itertools
import itertools
values = sp.ceiling(1 / (2 * eps))
grid_models = sp.root(q, d)
grid_fraction = sp.root(q, d) / q


def distinct_models_grid(axis, d):
    configurations = list(itertools.product(axis.tolist(), repeat=d))
    return len({c[0] for c in configurations}), len(configurations)

# %% right: exp and log, an array
values = sp.ceiling(1 / (2 * eps))
grid_models = sp.exp(sp.log(q) / d)
grid_fraction = sp.exp((1 - d) * sp.log(q) / d)


def distinct_models_grid(axis, d):
    return np.array([np.unique(axis).size, axis.size**d])

# %% right: floor for ceiling, a list
values = -sp.floor(-sp.Rational(1, 2) / eps)
grid_models = q ** (1 / d)
grid_fraction = q ** -((d - 1) / d)


def distinct_models_grid(axis, d):
    models = []
    for value in axis:
        if not any(value == other for other in models):
            models.append(value)
    return [len(models), int(np.prod([len(axis)] * d))]

# %% wrong: no rounding up | loses: g1_grid_public, g1_grid_models
values = 1 / (2 * eps)
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: ε for 2ε | loses: g1_grid_public, g1_grid_models
values = sp.ceiling(1 / eps)
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: values of all hyperparameters | loses: g1_grid_public, g1_grid_models
values = sp.ceiling(1 / (2 * eps)) ** 3
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: all configurations are distinct | loses: g1_grid_public, g1_grid_models
values = sp.ceiling(1 / (2 * eps))
grid_models = q
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: q divided by d | loses: g1_grid_public, g1_grid_models
values = sp.ceiling(1 / (2 * eps))
grid_models = q / d
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: a logarithm | loses: g1_grid_models
values = sp.ceiling(1 / (2 * eps))
grid_models = sp.log(q) / sp.log(10) * 10 / 3
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: the fraction the wrong way round | loses: g1_grid_fraction
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 - 1 / d)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: the fraction for two dimensions | loses: g1_grid_fraction
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = 1 / sp.sqrt(q)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: one over d | loses: g1_grid_fraction
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = 1 / d


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing="ij"), axis=-1).reshape(-1, d)
    return len(np.unique(grid[:, 0])), len(grid)

# %% wrong: distinct configurations | loses: g1_grid_public, g1_grid_count
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    grid = np.stack(np.meshgrid(*[axis] * d, indexing='ij'), axis=-1).reshape(-1, d)
    return len(np.unique(grid, axis=0)), len(grid)

# %% wrong: distinct numbers anywhere, twice the axis | loses: g1_grid_count
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    return len(axis), len(axis) ** d

# %% wrong: a square whatever d is | loses: g1_grid_count
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    return len(np.unique(axis)), len(axis) ** 2

# %% wrong: values times dimensions | loses: g1_grid_public, g1_grid_count
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    return len(np.unique(axis)), len(axis) * d

# %% wrong: what comes twice is tried once | loses: g1_grid_count
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    return len(np.unique(axis)), len(np.unique(axis)) ** d

# %% wrong: the other way round | loses: g1_grid_public, g1_grid_count
values = sp.ceiling(1 / (2 * eps))
grid_models = q ** (1 / d)
grid_fraction = q ** (1 / d - 1)


def distinct_models_grid(axis, d):
    return len(axis) ** d, len(np.unique(axis))
