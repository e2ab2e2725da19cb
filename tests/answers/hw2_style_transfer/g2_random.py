# Kept answers to g2_random: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: n minus the missed
random_models = n - n * ((n - 1) / n) ** q
continuous_models = q * 1


def distinct_models_random(q, d, n, seed):
    rng = np.random.default_rng(seed)
    return len({int(rng.integers(n)) for _ in range(q)})

# %% right: the random module
import random
random_models = n - (n - 1) ** q / n ** (q - 1)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    generator = random.Random(seed)
    configurations = [[generator.randrange(n) for _ in range(d)] for _ in range(q)]
    return len({c[0] for c in configurations})

# %% right: values in [0, 1], an old generator
random_models = n * (1 - sp.exp(q * sp.log(1 - 1 / n)))
continuous_models = q


def distinct_models_random(q, d, n, seed):
    drawn = np.random.RandomState(seed).choice(np.linspace(0, 1, n), size=(q, d))
    return np.unique(drawn[:, 0]).size

# %% right: torch
import torch
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    generator = torch.Generator().manual_seed(seed)
    return len(torch.randint(n, (q, d), generator=generator)[:, 0].unique())

# %% right: cells of uniform numbers, the last column counted as h1
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    drawn = np.floor(np.random.default_rng(seed).uniform(0, 1, (d, q)) * n)
    return len(set(drawn[0].tolist()))

# %% wrong: those that differ from one model | loses: g2_random_public, g2_random_mean
random_models = (1 - 1 / n) * q
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: the probability of one value | loses: g2_random_public, g2_random_mean
random_models = 1 - (1 - 1 / n) ** q
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: the missed values | loses: g2_random_public, g2_random_mean
random_models = n * (1 - 1 / n) ** q
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: all q are distinct | loses: g2_random_public, g2_random_mean
random_models = q
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: for small q only, two terms | loses: g2_random_mean
random_models = q - q * (q - 1) / (2 * n)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: exponential instead of the power | loses: g2_random_public, g2_random_mean
random_models = n * (1 - sp.exp(-q / n))
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: infinitely many | loses: g2_random_continuous
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = sp.oo


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: (1 − 1/n) q in the continuous case | loses: g2_random_continuous
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = (1 - 1 / n) * q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: one model | loses: g2_random_continuous
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = 1


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: n values in the continuous case | loses: g2_random_continuous
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = n


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: distinct configurations | loses: g2_random_public, g2_random_simulation
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations, axis=0))

# %% wrong: without replacement | loses: g2_random_simulation
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    return len(np.random.default_rng(seed).permutation(n)[:q])

# %% wrong: the mean, rounded | loses: g2_random_simulation
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    return round(n * (1 - (1 - 1 / n) ** q))

# %% wrong: no seed | loses: g2_random_public
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng().integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: the seed is a constant | loses: g2_random_simulation
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(0).integers(0, n, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: distinct numbers in all columns | loses: g2_random_public, g2_random_simulation
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return len(np.unique(configurations))

# %% wrong: one value too few | loses: g2_random_public, g2_random_simulation
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n - 1, (q, d))
    return len(np.unique(configurations[:, 0]))

# %% wrong: counts values that differ from the first | loses: g2_random_public, g2_random_simulation
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    configurations = np.random.default_rng(seed).integers(0, n, (q, d))
    return int(np.sum(configurations[:, 0] != configurations[0, 0]))

# %% wrong: the formula, rounded by chance, and nothing is drawn | loses: g2_random_simulation
random_models = n * (1 - (1 - 1 / n) ** q)
continuous_models = q


def distinct_models_random(q, d, n, seed):
    return int(n * (1 - (1 - 1 / n) ** q) + 1e-9 + np.random.default_rng(seed).random())
