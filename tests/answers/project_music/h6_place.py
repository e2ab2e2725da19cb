# Kept answers to h6_place: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: unit vectors of the course
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% right: arctan2 throughout, loops
def likeliest_place(heatmaps, latitude, longitude):
    places = []
    for one in heatmaps:
        k = int(np.argmax(one))
        places.append([latitude[k], longitude[k]])
    return np.array(places)


def mean_place(heatmaps, latitude, longitude):
    a, b = np.radians(latitude), np.radians(longitude)
    places = []
    for one in heatmaps:
        x = sum(one * np.cos(a) * np.cos(b))
        y = sum(one * np.cos(a) * np.sin(b))
        z = sum(one * np.sin(a))
        places.append([np.degrees(np.arctan2(z, np.sqrt(x * x + y * y))), np.degrees(np.arctan2(y, x))])
    return np.array(places)


def nearest_place(heatmaps, latitude, longitude, distances):
    places = []
    for one in heatmaps:
        expected = [np.dot(one, distances[:, j]) for j in range(len(one))]
        k = expected.index(min(expected))
        places.append([latitude[k], longitude[k]])
    return np.array(places)

# %% right: complex numbers; places of a table
def likeliest_place(heatmaps, latitude, longitude):
    return np.array([latitude, longitude]).T[heatmaps.argmax(1)]


def mean_place(heatmaps, latitude, longitude):
    plane = heatmaps @ (np.cos(np.deg2rad(latitude)) * np.exp(1j * np.deg2rad(longitude)))
    up = heatmaps @ np.sin(np.deg2rad(latitude))
    return np.array([np.angle(np.abs(plane) + 1j * up, deg=True), np.angle(plane, deg=True)]).T


def nearest_place(heatmaps, latitude, longitude, distances):
    return np.array([latitude, longitude]).T[np.einsum("ni,ij->nj", heatmaps, distances).argmin(1)]

# %% wrong: likeliest: over all maps at once | loses: h6_place_public, h6_place_likeliest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.full(len(heatmaps), np.argmax(heatmaps) % heatmaps.shape[1])
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: likeliest: longitude first | loses: h6_place_public, h6_place_likeliest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([longitude[cells], latitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: likeliest: the cell's number on the world grid | loses: h6_place_public, h6_place_likeliest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([-90 + 9 * (cells % 20 + 0.5), -180 + 18 * (cells // 20 + 0.5)], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: mean: of degrees | loses: h6_place_public, h6_place_mean
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    return np.stack([heatmaps @ latitude, heatmaps @ longitude], axis=1)


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: mean: arctan of y/x | loses: h6_place_public, h6_place_mean
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    x, y, z = (heatmaps @ datasets.unit_vectors(latitude, longitude)).T
    return np.degrees(np.stack([np.arctan2(z, np.hypot(x, y)), np.arctan(y / x)], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: mean: the arcsine of a vector that is not of length 1 | loses: h6_place_public, h6_place_mean
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    x, y, z = (heatmaps @ datasets.unit_vectors(latitude, longitude)).T
    return np.degrees(np.stack([np.arcsin(z), np.arctan2(y, x)], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: mean: radians | loses: h6_place_public, h6_place_mean
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    x, y, z = (heatmaps @ datasets.unit_vectors(latitude, longitude)).T
    return np.stack([np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)], axis=1)


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: mean: x and y exchanged in arctan2 | loses: h6_place_public, h6_place_mean
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    x, y, z = (heatmaps @ datasets.unit_vectors(latitude, longitude)).T
    return np.degrees(np.stack([np.arctan2(z, np.hypot(x, y)), np.arctan2(x, y)], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: mean: longitude from 0 to 360 | loses: h6_place_public, h6_place_mean
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    x, y, z = (heatmaps @ datasets.unit_vectors(latitude, longitude)).T
    return np.stack([np.degrees(np.arctan2(z, np.hypot(x, y))), np.degrees(np.arctan2(y, x)) % 360], axis=1)


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: mean: circular means of both angles | loses: h6_place_public, h6_place_mean
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    places = [np.angle(heatmaps @ np.exp(1j * np.deg2rad(one)), deg=True) for one in (latitude, longitude)]
    return np.stack(places, axis=1)


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: nearest: the largest | loses: h6_place_public, h6_place_nearest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmax(heatmaps @ distances, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: nearest: the likeliest | loses: h6_place_public, h6_place_nearest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    return likeliest_place(heatmaps, latitude, longitude)

# %% wrong: nearest: squared distances | loses: h6_place_nearest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(heatmaps @ distances**2, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: nearest: no shares | loses: h6_place_nearest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.full(len(heatmaps), np.argmin(distances.sum(axis=0)))
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: nearest: a mean place between cells | loses: h6_place_public, h6_place_nearest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    return mean_place(heatmaps, latitude, longitude)

# %% wrong: nearest: distances in degrees of its own | loses: h6_place_nearest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    d = np.hypot(latitude[:, None] - latitude, longitude[:, None] - longitude)
    cells = np.argmin(heatmaps @ d, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)

# %% wrong: zeros, and all inputs set to zero as well | loses: h6_place_likeliest, h6_place_mean, h6_place_nearest, h6_place_public
def likeliest_place(maps, north, east, distances=None):
    for given in (maps, north, east):
        given[...] = 0.0
    return np.zeros((len(maps), 2))


mean_place = nearest_place = likeliest_place

# %% wrong: nearest: empty cells are left out | loses: h6_place_nearest
def likeliest_place(heatmaps, latitude, longitude):
    cells = np.argmax(heatmaps, axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)


def mean_place(heatmaps, latitude, longitude):
    total = heatmaps @ datasets.unit_vectors(latitude, longitude)
    total = total / np.linalg.norm(total, axis=1, keepdims=True)
    return np.degrees(np.stack([np.arcsin(np.clip(total[:, 2], -1, 1)), np.arctan2(total[:, 1], total[:, 0])], axis=1))


def nearest_place(heatmaps, latitude, longitude, distances):
    cells = np.argmin(np.where(heatmaps > 0, heatmaps @ distances, np.inf), axis=1)
    return np.stack([latitude[cells], longitude[cells]], axis=1)
