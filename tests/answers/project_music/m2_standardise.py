# Kept answers to m2_standardise: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: scikit-learn
def standardise(train, other):
    from sklearn.preprocessing import StandardScaler
    scaler = StandardScaler().fit(train)
    return scaler.transform(train), scaler.transform(other)

# %% right: column by column
def standardise(train, other):
    one, two = np.empty(train.shape), np.empty(other.shape)
    for j in range(train.shape[1]):
        column = train[:, j]
        scale = 1.0 if column.max() == column.min() else np.std(column)
        one[:, j], two[:, j] = (column - np.mean(column)) / scale, (other[:, j] - np.mean(column)) / scale
    return one, two

# %% right: a list of both, tiny deviations are zero
def standardise(train, other):
    mu, sd = np.mean(train, 0), np.std(train, 0)
    sd[sd < 1e-12] = 1
    return [(table - mu) / sd for table in (train, other)]

# %% wrong: each by its own mean and deviation | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    def scaled(t):
        sd = t.std(0)
        return (t - t.mean(0)) / np.where(sd < 1e-12, 1, sd)
    return scaled(train), scaled(other)

# %% wrong: all rows together | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    both = np.vstack([train, other])
    mu, sd = both.mean(0), both.std(0)
    sd = np.where(sd < 1e-12, 1, sd)
    return (train - mu) / sd, (other - mu) / sd

# %% wrong: the sample's deviation | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    mu, sd = train.mean(0), train.std(0, ddof=1)
    sd = np.where(sd < 1e-12, 1, sd)
    return (train - mu) / sd, (other - mu) / sd

# %% wrong: 0/0 in constant columns | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    mu, sd = train.mean(0), train.std(0)
    return (train - mu) / sd, (other - mu) / sd

# %% wrong: a small number in the denominator | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    mu, sd = train.mean(0), train.std(0)
    return (train - mu) / (sd + 1e-8), (other - mu) / (sd + 1e-8)

# %% wrong: rows | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    mu, sd = train.mean(1, keepdims=True), train.std(1, keepdims=True)
    return (train - mu) / sd, (other - other.mean(1, keepdims=True)) / np.maximum(other.std(1, keepdims=True), 1e-12)

# %% wrong: one mean for the whole table | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    return (train - train.mean()) / train.std(), (other - train.mean()) / train.std()

# %% wrong: in place | loses: m2_standardise_public
def standardise(train, other):
    mu, sd = train.mean(0), train.std(0)
    sd = np.where(sd < 1e-12, 1, sd)
    train -= mu
    train /= sd
    other -= mu
    other /= sd
    return train, other

# %% wrong: variance | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    mu, var = train.mean(0), train.var(0)
    var = np.where(var < 1e-12, 1, var)
    return (train - mu) / var, (other - mu) / var

# %% wrong: from least to largest | loses: m2_standardise_public, m2_standardise_other
def standardise(train, other):
    low, high = train.min(0), train.max(0)
    width = np.where(high == low, 1, high - low)
    return (train - low) / width, (other - low) / width

# %% wrong: columns that vary little are taken for constant | loses: m2_standardise_other
def standardise(train, other):
    mean, deviation = train.mean(0), train.std(0)
    deviation = np.where(deviation < 1e-3, 1.0, deviation)
    return (train - mean) / deviation, (other - mean) / deviation

# %% wrong: the first two rows tell whether a column is constant | loses: m2_standardise_other
def standardise(train, other):
    mean, deviation = train.mean(0), train.std(0)
    deviation = np.where(train[0] == train[1], 1.0, deviation)
    return (train - mean) / deviation, (other - mean) / deviation
