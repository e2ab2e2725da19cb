# Kept answers to m4_geodesic: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: clipped a little inside
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    cosine = anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)
    return 6371 * anp.arccos(anp.clip(cosine, -1 + 1e-7, 1 - 1e-7))

# %% right: the haversine, guarded
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    h = anp.sin((c - a) / 2) ** 2 + anp.cos(a) * anp.cos(c) * anp.sin((d - b) / 2) ** 2
    return 2 * 6371 * anp.arctan2(anp.sqrt(h + 1e-18), anp.sqrt(anp.maximum(1 - h, 0) + 1e-18))

# %% right: chord and arcsine, clipped
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    u = [anp.cos(a) * anp.cos(b), anp.cos(a) * anp.sin(b), anp.sin(a)]
    v = [anp.cos(c) * anp.cos(d), anp.cos(c) * anp.sin(d), anp.sin(c)]
    half = sum((p - q) ** 2 for p, q in zip(u, v)) / 4
    return 2 * 6371 * anp.arcsin(anp.sqrt(anp.clip(half, 1e-14, 1 - 1e-8)))

# %% right: cosine shrunk
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    cosine = anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)
    return 6371.0 * anp.arccos((1 - 1e-8) * cosine)

# %% right: Vincenty's formula for a sphere, guarded
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    e = d - b
    top = (anp.cos(c) * anp.sin(e)) ** 2 + (anp.cos(a) * anp.sin(c) - anp.sin(a) * anp.cos(c) * anp.cos(e)) ** 2
    return 6371 * anp.arctan2(anp.sqrt(top + 1e-16), anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(e))

# %% wrong: naive | loses: m4_geodesic_public, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

# %% wrong: clipped to exactly ±1 | loses: m4_geodesic_public, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    cosine = anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)
    return 6371 * anp.arccos(anp.clip(cosine, -1.0, 1.0))

# %% wrong: norms without a guard | loses: m4_geodesic_public, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    u = [anp.cos(a) * anp.cos(b), anp.cos(a) * anp.sin(b), anp.sin(a)]
    v = [anp.cos(c) * anp.cos(d), anp.cos(c) * anp.sin(d), anp.sin(c)]
    return 2 * 6371 * anp.arctan2(anp.sqrt(sum((p - q) ** 2 for p, q in zip(u, v))), anp.sqrt(sum((p + q) ** 2 for p, q in zip(u, v))))

# %% wrong: clipped too far | loses: m4_geodesic_public, m4_geodesic_values
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    cosine = anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)
    return 6371 * anp.arccos(anp.clip(cosine, -0.999, 0.999))

# %% wrong: the chord | loses: m4_geodesic_public, m4_geodesic_values, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    cosine = anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)
    return 6371 * anp.sqrt(2 - 2 * cosine + 1e-12)

# %% wrong: NumPy, so that no gradient gets through | loses: m4_geodesic_public, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    cosine = np.array(np.sin(a) * np.sin(c) + np.cos(a) * np.cos(c) * np.cos(b - d), dtype=float)
    return 6371 * np.arccos(np.clip(cosine, -1 + 1e-9, 1 - 1e-9))

# %% wrong: swapped | loses: m4_geodesic_public, m4_geodesic_values, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lon1, lat1, lon2, lat2)]
    cosine = anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)
    return 6371 * anp.arccos(anp.clip(cosine, -1 + 1e-9, 1 - 1e-9))

# %% wrong: NaN made zero afterwards | loses: m4_geodesic_public, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    cosine = anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)
    found = 6371 * anp.arccos(cosine)
    return anp.where(anp.isnan(found), 0.0, found)

# %% wrong: half of the angle | loses: m4_geodesic_public, m4_geodesic_values, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    h = anp.sin((c - a) / 2) ** 2 + anp.cos(a) * anp.cos(c) * anp.sin((d - b) / 2) ** 2
    return 6371 * anp.arctan2(anp.sqrt(h + 1e-18), anp.sqrt(anp.maximum(1 - h, 0) + 1e-18))

# %% wrong: clipped above alone | loses: m4_geodesic_public, m4_geodesic_gradient
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    cosine = anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)
    return 6371 * anp.arccos(anp.clip(cosine, -1.0, 1 - 1e-7))

# %% wrong: arrays of one size only | loses: m4_geodesic_public, m4_geodesic_values
def geodesic_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    u = anp.array([anp.cos(a) * anp.cos(b), anp.cos(a) * anp.sin(b), anp.sin(a)])
    v = anp.array([anp.cos(c) * anp.cos(d), anp.cos(c) * anp.sin(d), anp.sin(c)])
    apart, along = (anp.sqrt(anp.sum((u + sign * v) ** 2, axis=0) + 1e-20) for sign in (-1, 1))
    if np.ndim(lat1) != np.ndim(lat2):
        raise ValueError("the shapes differ")
    return 2 * 6371 * anp.arctan2(apart, along)

# %% wrong: the second place must be an array | loses: m4_geodesic_values
def geodesic_distance(lat1, lon1, lat2, lon2):
    one = anp.ones(len(lat2))

    def on_sphere(latitude, longitude):
        a, b = anp.deg2rad(latitude) * one, anp.deg2rad(longitude) * one
        return anp.cos(a) * anp.cos(b), anp.cos(a) * anp.sin(b), anp.sin(a)

    u, v = on_sphere(lat1, lon1), on_sphere(lat2, lon2)
    apart = sum((u[k] - v[k]) ** 2 for k in range(3))
    along = sum((u[k] + v[k]) ** 2 for k in range(3))
    return 2 * 6371 * anp.arctan2(anp.sqrt(apart + 1e-20), anp.sqrt(along + 1e-20))
