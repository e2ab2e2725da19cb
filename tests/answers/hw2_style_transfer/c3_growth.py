# Kept answers to c3_growth: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: floats and another order
points_10 = 1e10
volume_10 = 1.0
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V * (2 * eps) ** (-d)
true_claims = ("D", "C", "A")

# %% right: from the function of question 7
points_10 = covering_number([("0", "1")] * 10, "0.05")
volume_10 = 1**10
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "C", "D"]

# %% right: exp and log
points_10 = 10**10
volume_10 = 1
cube = sp.exp(d * sp.log(sp.ceiling(1 / (2 * eps))))
fine = sp.exp(sp.log(V) - d * sp.log(2 * eps))
true_claims = ["A", "C", "D"]

# %% right: floor for ceiling, powers apart
points_10 = 10**10
volume_10 = 1
cube = (-sp.floor(-1 / (2 * eps))) ** d
fine = V / 2**d / eps**d
true_claims = ["A", "C", "D"]

# %% right: half as a float
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(0.5 / eps) ** d
fine = V * (0.5 / eps) ** d
true_claims = ["A", "C", "D"]

# %% wrong: no rounding up | loses: c3_growth_public, c3_growth_cube
points_10 = 10**10
volume_10 = 1
cube = (1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "C", "D"]

# %% wrong: rounded up after the power | loses: c3_growth_public, c3_growth_cube
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling((1 / (2 * eps)) ** d)
fine = V / (2 * eps) ** d
true_claims = ["A", "C", "D"]

# %% wrong: ε for 2ε | loses: c3_growth_public, c3_growth_cube, c3_growth_fine
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(1 / eps) ** d
fine = V / eps**d
true_claims = ["A", "C", "D"]

# %% wrong: d times | loses: c3_growth_public, c3_growth_cube
points_10 = 10**10
volume_10 = 1
cube = d * sp.ceiling(1 / (2 * eps))
fine = V / (2 * eps) ** d
true_claims = ["A", "C", "D"]

# %% wrong: volume of balls | loses: c3_growth_fine
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (sp.pi * eps**2) ** (d / 2)
true_claims = ["A", "C", "D"]

# %% wrong: V to the power of d | loses: c3_growth_fine
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = (V / (2 * eps)) ** d
true_claims = ["A", "C", "D"]

# %% wrong: the power is missing | loses: c3_growth_fine
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps)
true_claims = ["A", "C", "D"]

# %% wrong: a hundred points | loses: c3_growth_numbers
points_10 = 100
volume_10 = 1
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "C", "D"]

# %% wrong: the volume grows | loses: c3_growth_numbers, c3_growth_claims
points_10 = 10**10
volume_10 = 10**10
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "B", "C", "D"]

# %% wrong: the volume is 10 | loses: c3_growth_numbers
points_10 = 10**10
volume_10 = 10
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "C", "D"]

# %% wrong: C is missing | loses: c3_growth_claims
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "D"]

# %% wrong: E for D | loses: c3_growth_claims
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "C", "E"]

# %% wrong: a letter that is none | loses: c3_growth_public, c3_growth_claims
points_10 = 10**10
volume_10 = 1
cube = sp.ceiling(1 / (2 * eps)) ** d
fine = V / (2 * eps) ** d
true_claims = ["A", "F"]
