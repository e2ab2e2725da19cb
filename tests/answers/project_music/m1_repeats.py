# Kept answers to m1_repeats: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: every pair
def repeated_columns(X):
    return [j for j in range(X.shape[1]) if any(np.array_equal(X[:, i], X[:, j]) for i in range(j))]

# %% right: bytes as keys
def repeated_columns(table):
    seen, found = set(), []
    for j, column in enumerate(np.ascontiguousarray(table.T)):
        key = column.tobytes()
        if key in seen:
            found.append(j)
        seen.add(key)
    return found

# %% right: by broadcasting, an array
def repeated_columns(X):
    same = (X[:, :, None] == X[:, None, :]).all(axis=0)
    return np.flatnonzero(np.triu(same, 1).any(axis=0))

# %% wrong: only the neighbour on the left | loses: m1_repeats_public, m1_repeats_other
def repeated_columns(X):
    return [j for j in range(1, X.shape[1]) if np.array_equal(X[:, j], X[:, j - 1])]

# %% wrong: all members of a group | loses: m1_repeats_public, m1_repeats_other
def repeated_columns(X):
    return [j for j in range(X.shape[1]) if any(i != j and np.array_equal(X[:, i], X[:, j]) for i in range(X.shape[1]))]

# %% wrong: close is not equal | loses: m1_repeats_public, m1_repeats_other
def repeated_columns(X):
    return [j for j in range(X.shape[1]) if any(np.allclose(X[:, i], X[:, j]) for i in range(j))]

# %% wrong: correlated columns | loses: m1_repeats_public, m1_repeats_other
def repeated_columns(X):
    r = np.corrcoef(X.T)
    return [j for j in range(X.shape[1]) if any(r[i, j] > 1 - 1e-12 for i in range(j))]

# %% wrong: counted from 1 | loses: m1_repeats_public, m1_repeats_other
def repeated_columns(X):
    return [j + 1 for j in range(X.shape[1]) if any(np.array_equal(X[:, i], X[:, j]) for i in range(j))]

# %% wrong: one row is enough | loses: m1_repeats_public, m1_repeats_other
def repeated_columns(X):
    return [j for j in range(X.shape[1]) if any((X[:, i] == X[:, j]).any() for i in range(j))]

# %% wrong: those that are kept | loses: m1_repeats_public, m1_repeats_other
def repeated_columns(X):
    return sorted(np.unique(X, axis=1, return_index=True)[1].tolist())

# %% wrong: rows | loses: m1_repeats_public, m1_repeats_other
def repeated_columns(X):
    return [j for j in range(X.shape[0]) if any(np.array_equal(X[i], X[j]) for i in range(j))]

# %% wrong: equal sums | loses: m1_repeats_other
def repeated_columns(X):
    total = np.sort(X, axis=0).round(12)
    return [j for j in range(X.shape[1]) if any(np.array_equal(total[:, i], total[:, j]) for i in range(j))]

# %% wrong: equal to ten digits | loses: m1_repeats_other
def repeated_columns(X):
    return [j for j in range(X.shape[1]) if any(np.allclose(X[:, i], X[:, j], rtol=0, atol=1e-10) for i in range(j))]
