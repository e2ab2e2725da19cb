# Kept answers to h1_grid: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: swapaxes and clip
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 18).astype(int), 0, 19)
    return row + 20 * column

# %% right: a loop over maps, order F
def as_grids(heatmaps):
    return np.array([np.reshape(one, (20, 20), order="F") for one in heatmaps])


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 18).astype(int), 0, 19)
    return row + 20 * column

# %% right: einsum and loops over places
def as_grids(heatmaps):
    return np.einsum("ncr->nrc", np.asarray(heatmaps).reshape(len(heatmaps), 20, 20))


def cell_of(latitude, longitude):
    cells = []
    for north, east in zip(latitude, longitude):
        r = min(int((north + 90) // 9), 19)
        c = min(int((east + 180) // 18), 19)
        cells.append(r + 20 * c)
    return np.array(cells)

# %% right: digitize; floats that are whole
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    rows = np.digitize(latitude, np.arange(-81, 90, 9))
    columns = np.digitize(longitude, np.arange(-162, 180, 18))
    return rows + 20.0 * columns

# %% wrong: row order in as_grids | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return heatmaps.reshape(-1, 20, 20)


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 18).astype(int), 0, 19)
    return row + 20 * column

# %% right: order F over the whole batch
def as_grids(heatmaps):
    return heatmaps.reshape(-1, 20, 20, order="F")


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 18).astype(int), 0, 19)
    return row + 20 * column

# %% wrong: north is row 0 | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return heatmaps.reshape(-1, 20, 20).swapaxes(1, 2)[:, ::-1]


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 18).astype(int), 0, 19)
    return row + 20 * column

# %% wrong: row order in cell_of | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 18).astype(int), 0, 19)
    return 20 * row + column

# %% wrong: latitude and longitude swapped | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    row = np.clip(((longitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((latitude + 180) // 18).astype(int), 0, 19)
    return row + 20 * column

# %% wrong: the outer edge leaves the map | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    return (np.floor((latitude + 90) / 9) + 20 * np.floor((longitude + 180) / 18)).astype(int)

# %% wrong: rounds to the nearest border | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    row = np.clip(np.round((latitude + 90) / 9).astype(int), 0, 19)
    column = np.clip(np.round((longitude + 180) / 18).astype(int), 0, 19)
    return row + 20 * column

# %% wrong: borders belong to the south and the west | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    row = np.clip(np.ceil((latitude + 90) / 9).astype(int) - 1, 0, 19)
    column = np.clip(np.ceil((longitude + 180) / 18).astype(int) - 1, 0, 19)
    return row + 20 * column

# %% wrong: cells counted from 1 | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 18).astype(int), 0, 19)
    return row + 20 * column + 1

# %% wrong: the first map alone | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return np.array([heatmaps[0].reshape(20, 20).T] * len(heatmaps))


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 9).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 18).astype(int), 0, 19)
    return row + 20 * column

# %% wrong: cell sizes exchanged | loses: h1_grid_public, h1_grid_other
def as_grids(heatmaps):
    return np.reshape(heatmaps, (-1, 20, 20)).swapaxes(1, 2)


def cell_of(latitude, longitude):
    row = np.clip(((latitude + 90) // 18).astype(int), 0, 19)
    column = np.clip(((longitude + 180) // 9).astype(int), 0, 19)
    return row + 20 * column

# %% wrong: cell_of changes what it is given | loses: h1_grid_other
def as_grids(heatmaps):
    return heatmaps.reshape(-1, 20, 20).swapaxes(1, 2)


def cell_of(latitude, longitude):
    latitude += 90
    longitude += 180
    return (np.minimum(latitude // 9, 19) + 20 * np.minimum(longitude // 18, 19)).astype(int)
