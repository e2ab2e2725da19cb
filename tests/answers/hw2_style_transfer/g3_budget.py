# Kept answers to g3_budget: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: a loop over runs
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "Random"


def chance_within(best, eps, B, runs, seed):
    rng, good = np.random.default_rng(seed), 0
    for _ in range(runs):
        good += bool(np.any(np.abs(rng.random(B) - best) < eps))
    return good / runs

# %% right: the nearest of each run
chance_random = 1 - sp.exp(B * sp.log(1 - 2 * eps))
values_grid = sp.root(B, d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    rng, good = np.random.default_rng(seed), 0
    for _ in range(runs):
        nearest = min((abs(value - best) for value in rng.random(B)), default=2.0)
        good += nearest <= eps
    return good / runs

# %% right: all miss
import random
chance_random = -((1 - 2 * eps) ** B) + 1
values_grid = sp.exp(sp.log(B) / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    generator = random.Random(seed)
    missed = sum(all(abs(generator.random() - best) > eps for _ in range(B)) for _ in range(runs))
    return 1 - missed / runs

# %% right: whole configurations
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B, 5))[:, :, 0]
    return float((np.abs(tried - best) <= eps).any(axis=1).mean())

# %% wrong: the chance that all miss | loses: g3_budget_public, g3_budget_formulas
chance_random = (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: ε for 2ε | loses: g3_budget_public, g3_budget_formulas
chance_random = 1 - (1 - eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: probabilities added | loses: g3_budget_public, g3_budget_formulas
chance_random = 2 * eps * B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: exponential instead of the power | loses: g3_budget_public, g3_budget_formulas
chance_random = 1 - sp.exp(-2 * eps * B)
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: all B must be good | loses: g3_budget_public, g3_budget_formulas
chance_random = (2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: as many values as configurations | loses: g3_budget_public, g3_budget_formulas
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: B divided by d | loses: g3_budget_public, g3_budget_formulas
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B / d
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: a logarithm to the base 2 | loses: g3_budget_formulas
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = 2 * sp.log(B) / sp.log(32)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: the share of good configurations | loses: g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, max(B, 1)))
    return np.mean(np.abs(tried - best) <= eps) * (B > 0)

# %% wrong: one search for all runs | loses: g3_budget_public, g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, B)
    return float(np.any(np.abs(tried - best) <= eps))

# %% wrong: to the right of the best only | loses: g3_budget_public, g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any((tried >= best - (eps > 0.9)) & (tried <= best + eps), axis=1))

# %% wrong: the best is taken to be ½ | loses: g3_budget_public, g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).normal(best, 0.3, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: the formula with ε for 2ε | loses: g3_budget_public, g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    return 1 - (1 - min(eps, 1)) ** B

# %% wrong: a grid in five dimensions | loses: g3_budget_strategy
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "grid"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: another word | loses: g3_budget_public, g3_budget_strategy
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random search"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: counts, not a fraction | loses: g3_budget_public, g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.sum(np.any(np.abs(tried - best) <= eps, axis=1))

# %% wrong: the formula in place of a simulation | loses: g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    return 1 - (1 - 2 * eps) ** B

# %% wrong: the best value is always in the middle | loses: g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(seed).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - 0.5) <= eps, axis=1))

# %% wrong: the seed is not used | loses: g3_budget_simulation
chance_random = 1 - (1 - 2 * eps) ** B
values_grid = B ** (1 / d)
strategy = "random"


def chance_within(best, eps, B, runs, seed):
    tried = np.random.default_rng(7).uniform(0, 1, (runs, B))
    return np.mean(np.any(np.abs(tried - best) <= eps, axis=1))
