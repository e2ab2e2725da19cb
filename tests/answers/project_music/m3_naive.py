# Kept answers to m3_naive: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: angles by hand, a tuple of letters
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

troubles = ("E", "B", "A")

# %% right: unit vectors
def naive_distance(lat1, lon1, lat2, lon2):
    def on_sphere(lat, lon):
        a, b = anp.radians(lat), anp.radians(lon)
        return anp.cos(a) * anp.cos(b), anp.cos(a) * anp.sin(b), anp.sin(a)
    return anp.arccos(sum(u * v for u, v in zip(on_sphere(lat1, lon1), on_sphere(lat2, lon2)))) * 6371.0

troubles = ["A", "B", "E"]

# %% right: colatitudes, letters in a text
R = 6371.0
def naive_distance(lat1, lon1, lat2, lon2):
    t1, t2 = anp.deg2rad(90.0 - lat1), anp.deg2rad(90.0 - lat2)
    return R * anp.arccos(anp.cos(t1) * anp.cos(t2) + anp.sin(t1) * anp.sin(t2) * anp.cos(anp.deg2rad(lon2 - lon1)))

troubles = list("ABE")

# %% wrong: latitude and longitude swapped | loses: m3_naive_public, m3_naive_other
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lon1, lat1, lon2, lat2)]
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

troubles = ["A", "B", "E"]

# %% wrong: degrees taken as radians | loses: m3_naive_public, m3_naive_other
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x for x in (lat1, lon1, lat2, lon2)]
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

troubles = ["A", "B", "E"]

# %% wrong: radians returned | loses: m3_naive_public, m3_naive_other
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

troubles = ["A", "B", "E"]

# %% wrong: the equator's radius | loses: m3_naive_public, m3_naive_other
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return 6378.137 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

troubles = ["A", "B", "E"]

# %% wrong: a flat map | loses: m3_naive_public, m3_naive_other
def naive_distance(lat1, lon1, lat2, lon2):
    return 111.195 * anp.sqrt((lat1 - lat2) ** 2 + (lon1 - lon2) ** 2)

troubles = ["A", "B", "E"]

# %% wrong: sine for cosine of the difference | loses: m3_naive_public, m3_naive_other
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.sin(b - d))

troubles = ["A", "B", "E"]

# %% wrong: one letter missing | loses: m3_naive_troubles
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

troubles = ["A", "B"]

# %% wrong: clipping cures | loses: m3_naive_troubles
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

troubles = ["A", "B", "C", "E"]

# %% wrong: a metre comes out right | loses: m3_naive_troubles
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))

troubles = ["A", "B", "D", "E"]

# %% wrong: one number for all pairs | loses: m3_naive_public, m3_naive_other
def naive_distance(lat1, lon1, lat2, lon2):
    a, b, c, d = [x * np.pi / 180 for x in (lat1, lon1, lat2, lon2)]
    return anp.mean(6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d)))

troubles = ["A", "B", "E"]

# %% wrong: the second place must be an array | loses: m3_naive_other
def naive_distance(lat1, lon1, lat2, lon2):
    one = anp.ones(len(lat2))
    a, b, c, d = (anp.deg2rad(v) * one for v in (lat1, lon1, lat2, lon2))
    return 6371 * anp.arccos(anp.sin(a) * anp.sin(c) + anp.cos(a) * anp.cos(c) * anp.cos(b - d))


troubles = ("E", "B", "A")
