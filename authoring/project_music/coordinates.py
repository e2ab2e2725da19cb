# %% [markdown]
# # Where does this music come from? Coordinates
#
# **Project, notebook `coordinates`, 30 points.** From 116 numbers that describe how a piece of music sounds, you predict the place on Earth it comes from. A small network gives a latitude and a longitude; what it is trained on is
# the distance along the Earth's surface between them and the true place.
#
# - The data: 1059 pieces from 33 countries or regions (Zhou, Claire & King 2014). Where they cannot be had, made-up ones take their place; each cell says which are in use.
# - `anp` is `autograd.numpy`: NumPy whose functions autograd can differentiate. With it a gradient gets through everywhere.
# - Angles are **degrees** for you, latitude before longitude, north and east positive. Sines take radians. Distances are kilometres on a sphere with radius 6371 km.
# - Hidden checks test the rest of each answer when your work is graded. Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import autograd.numpy as anp
import matplotlib.pyplot as plt
import numpy as np
from autograd import grad
from course_lib import checks, datasets, notebook, plotting, standins

# %% role="given"
music = datasets.best_music()
train_rows, validation_rows = datasets.split(len(music.latitude), validation=0.2, seed=0)
hidden_units, steps, lr = notebook.sized((32, 600, 1.5e-5), (8, 40, 1.5e-5))
CENTRE, HALF = np.array([9.69, 30.18]), np.array([50.0, 131.0])  # latitude and longitude lie in CENTRE ± HALF
print(f"{len(train_rows)} pieces to train on, {len(validation_rows)} to validate on")

# %% [markdown]
# **Look.** The places, and how many pieces come from each.

# %%
ax = plotting.world_map(title=music.about)
places, counts = np.unique(np.column_stack([music.latitude, music.longitude]), axis=0, return_counts=True)
dots = ax.scatter(places[:, 1], places[:, 0], c=counts, cmap="viridis", s=30, zorder=3)
ax.figure.colorbar(dots, ax=ax, label="pieces", shrink=0.7)
plt.show()

# %% [markdown]
# ## Part 1: the features

# %% [markdown] id="m1_repeats" role="statement"
# ### Question 1: columns that say nothing new (3 points)
#
# Look at data before you feed them to a network.
#
# **Task.** Write `repeated_columns(X)`: the numbers, from 0, of the columns of `X` that are **exactly** equal to a column further left, in increasing order.
#
# To check by hand: with the columns a, b, a, a, c, b it is [2, 3, 5].

# %% id="m1_repeats" role="solution"
def repeated_columns(X):
    """Return which columns repeat an earlier one.

    Parameters
    ----------
    X : ndarray, shape (n, d)

    Returns
    -------
    list of int : their numbers, from 0, increasing
    """
    ### BEGIN SOLUTION
    first = np.unique(X, axis=1, return_index=True)[1]
    return sorted(set(range(X.shape[1])) - set(first.tolist()))
    ### END SOLUTION

# %% Six columns id="m1_repeats_public" role="test" points=1
with checks.question("m1_repeats_public") as check:
    with check("a, b, a, a, c, b: 2, 3, 5"):
        a, b, c = np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 4.0]), np.array([1.0, 2.0, 3.0 + 1e-9])
        checks.equal([int(one) for one in repeated_columns(np.column_stack([a, b, a, a, c, b]))], [2, 3, 5], name="repeated_columns", hint="c is nearly a, and not equal to it. Columns are counted from 0, each is compared with all to its left, and the first of equal ones is new")

# %% Other tables id="m1_repeats_other" role="hidden" points=2
# Hint: Equal means exactly equal, in every row. A column that is nearly equal, equal in most rows, a multiple, or has the same entries in another order is none.
with checks.question("m1_repeats_other") as check:
    rng = checks.rng("m1")
    with check("nearly equal, negated, sorted and scaled columns are new"):
        base = rng.normal(size=(6, 2))
        near = base[:, :1] * (1 + np.eye(6)[:, :1] * 1e-13)
        table = np.column_stack([base, near, -base[:, 0], base[::-1, 1], 2 * base[:, 0], base[:, 1], near])
        checks.equal([int(one) for one in repeated_columns(table)], [6, 7], name="repeated_columns")
    with check("no column repeats"):
        checks.equal([int(one) for one in repeated_columns(rng.normal(size=(3, 5)))], [], name="repeated_columns")
    with check("116 columns with groups of twelve"):
        pieces = datasets.synthetic_music(40, seed=int(rng.integers(1000))).features
        wanted = [first + k for first in datasets.MUSIC_REPEATED for k in range(1, 12)]
        checks.equal([int(one) for one in repeated_columns(pieces)], wanted, name="repeated_columns")

# %%
repeats = repeated_columns(music.features)
print(f"{len(repeats)} of the {music.features.shape[1]} columns repeat others ({music.about})")

# %% [markdown]
# A group of equal columns counts as one that is more important than the others. Here they stay in, as in the papers on these data, so that you can compare; leaving them out is a thing to try when all is done.

# %% [markdown] id="m2_standardise" role="statement"
# ### Question 2: one scale, learnt from the training rows alone (4 points)
#
# Validation rows stand for pieces nobody has heard yet. If their mean enters the scaling, the validation error is too good.
#
# **Task.** Write `standardise(train, other)`: both tables, with the mean of each column **of `train`** subtracted and divided by its standard deviation **in `train`** (`np.std`). A column that is constant in `train` is only
# centred, not divided. The arguments stay as they are.
#
# To check by hand: `train` with the columns (0, 4), (5, 5) and (0.2, 0.6), `other` (8, 6, 0.8): means 2, 5, 0.4 and deviations 2, 0, 0.2, so the columns of `train` become (−1, 1), (0, 0) and (−1, 1), and `other` (3, 1, 2).

# %% id="m2_standardise" role="solution"
def standardise(train, other):
    """Return both tables on the scale of the first.

    Parameters
    ----------
    train : ndarray, shape (n, d)
    other : ndarray, shape (m, d)

    Returns
    -------
    tuple (train, other) : ndarrays of the same shapes
    """
    ### BEGIN SOLUTION
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(np.ptp(train, axis=0) == 0, 1.0, deviation)
    return (train - mean) / deviation, (other - mean) / deviation
    ### END SOLUTION

# %% Three columns id="m2_standardise_public" role="test" points=1
with checks.question("m2_standardise_public") as check:
    table, more = np.array([[0.0, 5.0, 0.2], [4.0, 5.0, 0.6]]), np.array([[8.0, 6.0, 0.8]])
    with check("two tables; the arguments stay as they are"):
        with checks.unchanged(train=table, other=more):
            checks.equal(len(standardise(table, more)), 2, name="how many tables", hint="(train, other)")
    with check("train: (−1, 1), (0, 0) and (−1, 1)"):
        one, _ = standardise(table.copy(), more.copy())
        checks.close(one, [[-1.0, 0.0, -1.0], [1.0, 0.0, 1.0]], name="train", mistakes={
            "centred and not divided": [[-2.0, 0.0, -0.2], [2.0, 0.0, 0.2]],
            "divided by the variance": [[-0.5, 0.0, -5.0], [0.5, 0.0, 5.0]],
            "divided by the deviation for a sample, n − 1": [[-np.sqrt(0.5), 0.0, -np.sqrt(0.5)], [np.sqrt(0.5), 0.0, np.sqrt(0.5)]],
        }, hint="each column by its own mean and deviation in train; a constant one is centred, not divided")
    with check("other: (3, 1, 2)"):
        _, two = standardise(table.copy(), more.copy())
        checks.close(two, [[3.0, 1.0, 2.0]], name="other", mistakes={"its own mean and deviation were used": [[0.0, 0.0, 0.0]]}, hint="mean and deviation of train, and of nothing else; a column that is constant there is not divided, not even by a tiny number")

# %% Other tables id="m2_standardise_other" role="hidden" points=3
# Hint: Nothing about the second table may enter the scale. A constant column is centred and not divided, also if its mean is not exact; one that varies a little is divided.
with checks.question("m2_standardise_other") as check:
    rng = checks.rng("m2")
    for n, m, d in [(7, 4, 3), (5, 1, 6)]:
        with check(f"{n} and {m} rows, {d} columns"):
            left, right = 3 + 5 * rng.normal(size=(n, d)), rng.normal(size=(m, d))
            left[:, 1], left[1, 0] = 0.1, left[0, 0]
            left[:, 2] = 3 + 1e-5 * rng.normal(size=n)
            scale = np.sqrt(((left - left.mean(0)) ** 2).mean(0))
            scale[1] = 1.0
            found = standardise(left.copy(), right.copy())
            checks.close(found[0], (left - left.mean(0)) / scale, name="train", atol=1e-8)
            checks.close(found[1], (right - left.mean(0)) / scale, name="other", atol=1e-8)
    with check("another second table: the first comes out the same"):
        left = rng.normal(size=(6, 2))
        found = [standardise(left.copy(), 100 * rng.normal(size=(3, 2)))[0] for _ in range(2)]
        checks.close(found[0], np.array(found[1]), name="train")

# %% [markdown]
# ## Part 2: how far is it?

# %% [markdown] id="m3_naive" role="statement"
# ### Question 3: the formula in the book, and where it breaks (4 points)
#
# For latitudes $\varphi_1, \varphi_2$ and longitudes that differ by $\Delta\lambda$, the angle $d$ between two places, seen from the centre of the Earth, has
#
# $$\cos d = \sin\varphi_1 \sin\varphi_2 + \cos\varphi_1 \cos\varphi_2 \cos\Delta\lambda .$$
#
# **Task.**
#
# 1. Write `naive_distance(lat1, lon1, lat2, lon2)` with `anp.arccos`: the distance in km, entry by entry, for arrays in degrees.
# 2. Set `troubles` to the letters of the true statements. Try them: compute distances of equal, of nearby and of opposite places, and `grad` of them. Rounding is moody: take a thousand latitudes.
#
# | | statement |
# |---|---|
# | A | Rounding can make the right-hand side larger than 1, and then the distance is NaN. |
# | B | Also where rounding does no harm and the distance of equal places is 0, the gradient is NaN or infinite: arccos is infinitely steep at 1. |
# | C | Clipping the right-hand side to [−1, 1] cures both. |
# | D | The distance of two places a metre apart comes out right to six digits. |
# | E | Opposite places, too, can give NaN as distance, and NaN or infinity as gradient. |
#
# To check by hand: from Paris (48.8566, 2.3522) to Tokyo (35.6762, 139.6503) it is 9711.72 km, and a quarter of the equator is $6371\,\pi/2 = 10007.54$ km.

# %% id="m3_naive" role="solution"
def naive_distance(lat1, lon1, lat2, lon2):
    """Return great-circle distances by the spherical law of cosines.

    Parameters
    ----------
    lat1, lon1, lat2, lon2 : ndarrays that broadcast
        In degrees.

    Returns
    -------
    ndarray : km, on a sphere with radius 6371 km
    """
    ### BEGIN SOLUTION
    north1, north2, east = anp.deg2rad(lat1), anp.deg2rad(lat2), anp.deg2rad(lon1 - lon2)
    return 6371 * anp.arccos(anp.sin(north1) * anp.sin(north2) + anp.cos(north1) * anp.cos(north2) * anp.cos(east))
    ### END SOLUTION


# troubles : list of letters out of "A" to "E"
troubles = None
### BEGIN SOLUTION
troubles = ["A", "B", "E"]
### END SOLUTION

# %% Paris and Tokyo id="m3_naive_public" role="test" points=1
with checks.question("m3_naive_public") as check:
    with check("Paris to Tokyo: 9711.72 km"):
        checks.close(naive_distance(np.array([48.8566]), np.array([2.3522]), np.array([35.6762]), np.array([139.6503])), [9711.72], name="naive_distance", atol=0.01, mistakes={
            "latitude and longitude are swapped": [15081.31],
            "degrees were taken as radians": [3585.56],
            "this is the angle in radians": [1.524364],
            "a radius of 6378 km; 6371 is asked": [9722.40],
        }, rtol=1e-5)
    with check("a quarter of the equator: 10007.54 km"):
        checks.close(naive_distance(np.array([0.0]), np.array([-30.0]), np.array([0.0]), np.array([60.0])), [10007.54], name="naive_distance", atol=0.01, hint="entry by entry: an array of one distance here")
    with check("troubles: letters"):
        checks.true(len(checks.chosen(troubles, "ABCDE", name="troubles")) > 0, 'no letter is chosen; write a list such as ["C", "D"]')

# %% Other places id="m3_naive_other" role="hidden" points=1.5
# Hint: It works entry by entry, across the date line and the equator, and gives kilometres.
with checks.question("m3_naive_other") as check:
    rng = checks.rng("m3")
    with check("30 pairs of places"):
        first, second = (np.column_stack([rng.uniform(-85, 85, 30), rng.uniform(-180, 180, 30)]) for _ in range(2))
        cosine = (datasets.unit_vectors(*first.T) * datasets.unit_vectors(*second.T)).sum(1)
        checks.close(naive_distance(first[:, 0], first[:, 1], second[:, 0], second[:, 1]), 6371 * np.arccos(cosine), name="naive_distance", rtol=1e-6)
    with check("one place against many"):
        checks.close(naive_distance(0.0, 0.0, np.zeros(3), np.array([90.0, -90.0, 45.0])), 6371 * np.pi * np.array([0.5, 0.5, 0.25]), name="naive_distance", rtol=1e-6)
    with check("many places against one, and two single places"):
        checks.close(naive_distance(np.array([90.0, 45.0]), np.zeros(2), 0.0, 0.0), 6371 * np.pi * np.array([0.5, 0.25]), name="naive_distance", rtol=1e-6)
        checks.close(checks.number(naive_distance(0.0, 0.0, -30.0, 0.0), name="naive_distance"), 6371 * np.pi / 6, name="naive_distance", rtol=1e-6)

# %% The troubles id="m3_naive_troubles" role="hidden" points=1.5
# Hint: For each statement, try pairs: equal places (many at random), places 1 m apart (0.000009° of latitude), and opposite ones.
with checks.question("m3_naive_troubles") as check:
    with check("the letters"):
        checks.equal(sorted(set(checks.chosen(troubles, "ABCDE", name="troubles"))), ["a", "b", "e"], name="troubles")

# %% [markdown] id="m4_geodesic" role="statement"
# ### Question 4: a distance that can be trained on (5 points)
#
# With $u$ and $v$ the places as unit vectors, $(\cos\varphi\cos\lambda, \cos\varphi\sin\lambda, \sin\varphi)$, the angle is also
#
# $$d = 2 \arctan2\big(\lVert u - v\rVert,\ \lVert u + v\rVert\big),$$
#
# which keeps its digits everywhere. One trap is left: the square root in a norm is infinitely steep at 0 too, so its argument needs a tiny number added: inside the root, 10⁻²⁰ say, and in both norms. (Clipping the cosine of question 3 to ±(1 − 10⁻⁷) is cruder and will do: equal
# places are then 3 km apart. Clipping to exactly ±1 will not.)
#
# **Task.** Write `geodesic_distance(lat1, lon1, lat2, lon2)`: the distances of question 3, for numbers or arrays, and both they and their gradients are finite everywhere. Equal places may be up to 5 km apart.
#
# To check by hand: 1° of latitude is $6371\,\pi/180 = 111.195$ km, and no partial derivative is larger than that, in km per degree.

# %% id="m4_geodesic" role="solution"
def geodesic_distance(lat1, lon1, lat2, lon2):
    """Return great-circle distances whose gradients are finite everywhere.

    Parameters
    ----------
    lat1, lon1, lat2, lon2 : numbers or ndarrays, which broadcast
        In degrees.

    Returns
    -------
    ndarray : km, on a sphere with radius 6371 km
    """
    ### BEGIN SOLUTION
    def on_sphere(latitude, longitude):
        north, east = anp.deg2rad(latitude), anp.deg2rad(longitude)
        return anp.cos(north) * anp.cos(east), anp.cos(north) * anp.sin(east), anp.sin(north)

    pairs = list(zip(on_sphere(lat1, lon1), on_sphere(lat2, lon2), strict=True))
    apart = anp.sqrt(sum((u - v) ** 2 for u, v in pairs) + 1e-20)
    along = anp.sqrt(sum((u + v) ** 2 for u, v in pairs) + 1e-20)
    return 2 * 6371 * anp.arctan2(apart, along)
    ### END SOLUTION

# %% Known distances id="m4_geodesic_public" role="test" points=1.5
with checks.question("m4_geodesic_public") as check:
    with check("Paris to Tokyo: 9711.72 km; 1° of latitude: 111.195 km"):
        checks.close(geodesic_distance(np.array([48.8566, 0.0]), np.array([2.3522, 5.0]), np.array([35.6762, 1.0]), np.array([139.6503, 5.0])), [9711.72, 111.195], name="geodesic_distance", rtol=1e-5, atol=0.05, mistakes={
            "this is the chord through the Earth; the arc is asked": [8798.37, 111.1935],
            "half of the angle": [4855.86, 55.5975],
        })
    with check("one place against three: 0, 90 and 180° along the equator"):
        checks.close(geodesic_distance(0.0, 20.0, np.zeros(3), np.array([20.0, 110.0, -160.0])), [0.0, 10007.54, 20015.09], name="geodesic_distance", atol=5.0, hint="numbers and arrays broadcast: work on each coordinate by itself")
    for title, pair in [("equal", [52.5, -0.12, 52.5, -0.12]), ("opposite", [0.0, 0.0, 0.0, 180.0])]:
        with check(f"{title} places: the gradient is a finite number"):
            slope = checks.hips_gradient(standins.of_columns, np.array([pair]), geodesic_distance)[0]
            checks.finite_array(slope, (1, 4), name="the gradient", hint="where does your formula divide by 0? d√s/ds = 1/(2√s) at s = 0, so add inside the root; arccos is as steep at both −1 and 1, and clipping to exactly these leaves that as it is")

# %% Other places id="m4_geodesic_values" role="hidden" points=1.5
# Hint: Try places near to each other, opposite ones, poles, both sides of the date line, and arrays.
with checks.question("m4_geodesic_values") as check:
    rng = checks.rng("m4 values")
    with check("30 pairs of places"):
        first, second = (np.column_stack([rng.uniform(-85, 85, 30), rng.uniform(-180, 180, 30)]) for _ in range(2))
        chord = np.linalg.norm(datasets.unit_vectors(*first.T) - datasets.unit_vectors(*second.T), axis=1)
        checks.close(geodesic_distance(first[:, 0], first[:, 1], second[:, 0], second[:, 1]), 2 * 6371 * np.arcsin(chord / 2), name="geodesic_distance", rtol=1e-5, atol=0.01)
    with check("equal, nearby and opposite places, poles, the date line: to within 5 km"):
        pairs = np.array([[10.0, 20.0, 10.0, 20.0], [10.0, 20.0, 10.0, 20.01], [35.0, 60.0, -35.0, -120.0], [90.0, 0.0, 90.0, 77.0], [0.0, 179.9, 0.0, -179.9], [90.0, 0.0, -90.0, 0.0]])
        wanted = [0.0, 1.0951, 6371 * np.pi, 0.0, 22.239, 6371 * np.pi]
        checks.close(geodesic_distance(pairs[:, 0], pairs[:, 1], pairs[:, 2], pairs[:, 3]), wanted, name="geodesic_distance", atol=5.0, rtol=1e-5)
    with check("many places against one, and two single places"):
        checks.close(geodesic_distance(np.array([90.0, 45.0]), np.zeros(2), 0.0, 0.0), 6371 * np.pi * np.array([0.5, 0.25]), name="geodesic_distance", rtol=1e-5)
        checks.close(checks.number(geodesic_distance(0.0, 0.0, -30.0, 0.0), name="geodesic_distance"), 6371 * np.pi / 6, name="geodesic_distance", rtol=1e-5)

# %% Its gradient id="m4_geodesic_gradient" role="hidden" points=2
# Hint: Finite at equal and at opposite places, whichever coordinate it is taken by; the same as difference quotients elsewhere.
with checks.question("m4_geodesic_gradient") as check:
    rng = checks.rng("m4 gradient")

    def slopes(pair):
        return checks.hips_gradient(standins.of_columns, pair, geodesic_distance)[0]

    with check("12 pairs of places, against difference quotients"):
        pairs = np.column_stack([rng.uniform(-70, 70, 12), rng.uniform(-170, 170, 12), rng.uniform(-70, 70, 12), rng.uniform(-170, 170, 12)])
        found, h = checks.finite_array(slopes(pairs), (12, 4), name="the gradient"), 1e-3
        for k in range(4):
            ends = [(pairs + sign * h * np.eye(4)[k]).T for sign in (1, -1)]
            chords = [np.linalg.norm(datasets.unit_vectors(*end[:2]) - datasets.unit_vectors(*end[2:]), axis=1) for end in ends]
            ahead, behind = (2 * 6371 * np.arcsin(chord / 2) for chord in chords)
            checks.close(found[:, k], (ahead - behind) / (2 * h), name=f"the gradient by argument {k + 1}", rtol=1e-3, atol=0.01)
    with check("equal places, opposite places, and some hardly apart: finite, and at most 112 km a degree"):
        pairs = np.array([[10.0, 20.0, 10.0, 20.0], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 180.0], [35.0, 60.0, -35.0, -120.0], [-35.3, 149.12, -35.3, 149.12], [7.0, 3.0, 7.0, 3.0000001], [41.33, 19.8, 41.33, 19.8]])
        found = checks.finite_array(slopes(pairs), (7, 4), name="the gradient")
        checks.less(float(np.abs(found).max()), 112.0, "a gradient is larger than 111.2 km a degree")

# %% [markdown]
# ## Part 3: the network

# %% [markdown] id="m5_predict" role="statement"
# ### Question 5: from features to a place (4 points)
#
# $$f(x) = c + r \odot \tanh\big(A_2\, \sigma(A_1 x)\big), \qquad A_1 \in \mathbb{R}^{p \times 116},\quad A_2 \in \mathbb{R}^{2 \times p}$$
#
# gives latitude and longitude; σ is tanh or another function, entry by entry. The outer tanh gives numbers between −1 and 1, and $c$ = `CENTRE` and $r$ = `HALF` turn them into degrees. HALF is a tenth larger than the data need: tanh
# never quite reaches ±1.
#
# **Task.**
#
# 1. `init_params(p, features, seed)`: a list of two arrays $A_1$ (p, features) and $A_2$ (2, p), of independent normal numbers with mean 0, and the variances 1/features in $A_1$ and 1/p in $A_2$. The same seed gives the same numbers
#    and another one others: make a generator of your own from it, so that what other code draws does not matter.
# 2. `predict(params, X, activation=anp.tanh)`: for $X$ (n, features), an example in each **row** (the formula has one example, a column), the n places (n, 2), latitude first. No loop over examples.
#
# To check by hand: with $A_1 = (1)$, $A_2 = (0, 2)^\top$ and $x = 0.5$: $\tanh 0.5 = 0.46212$, $\tanh 0.92423 = 0.72789$, so the place is (9.69, 30.18 + 131 · 0.72789 = 125.534).

# %% id="m5_predict" role="solution"
def init_params(p, features, seed):
    """Return random weights.

    Parameters
    ----------
    p : int
        Hidden units.
    features : int
    seed : int

    Returns
    -------
    list of ndarray : A1 of shape (p, features), A2 of shape (2, p)
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    return [rng.normal(size=(p, features)) / np.sqrt(features), rng.normal(size=(2, p)) / np.sqrt(p)]
    ### END SOLUTION


def predict(params, X, activation=anp.tanh):
    """Return the place that the network gives for each row of X.

    Parameters
    ----------
    params : list of ndarray
        A1 (p, features) and A2 (2, p).
    X : ndarray, shape (n, features)
    activation : function
        Entry by entry.

    Returns
    -------
    ndarray, shape (n, 2) : latitude and longitude in degrees
    """
    ### BEGIN SOLUTION
    A1, A2 = params
    return CENTRE + HALF * anp.tanh(anp.dot(activation(anp.dot(X, A1.T)), A2.T))
    ### END SOLUTION

# %% One unit id="m5_predict_public" role="test" points=1
with checks.question("m5_predict_public") as check:
    with check("the example above: (9.69, 125.534)"):
        place = predict([np.array([[1.0]]), np.array([[0.0], [2.0]])], np.array([[0.5]]))
        checks.close(place, [[9.69, 125.5342]], name="predict", rtol=1e-5, mistakes={
            "longitude first": [[125.5342, 9.69]],
            "not rescaled": [[0.0, 0.727894]],
            "the outer tanh is missing": [[9.69, 151.2547]],
            "the activation is missing": [[9.69, 129.9488]],
        })
    with check("weights for 5 units and 3 features"):
        weights = init_params(5, 3, 0)
        checks.equal([np.shape(one) for one in weights], [(5, 3), (2, 5)], name="the shapes of A1 and A2")
        checks.close(init_params(5, 3, 0)[0], np.array(weights[0]), name="A1, made again from the same seed")
        checks.equal(predict(weights, np.zeros((4, 3))).shape, (4, 2), name="the shape of four places", hint="an example in each row of X")
    with check("the same unit with ReLU: (9.69, 129.949)"):
        place = predict([np.array([[1.0]]), np.array([[0.0], [2.0]])], np.array([[0.5]]), activation=standins.relu)
        checks.close(place, [[9.69, 129.9488]], name="predict", rtol=1e-5, mistakes={"the activation that was given is not used": [[9.69, 125.5342]], "the outer function is always tanh": [[9.69, 161.18]]})

# %% Other weights id="m5_predict_values" role="hidden" points=1.5
# Hint: An example is a row of X. The activation that is given is used, also another one than tanh.
with checks.question("m5_predict_values") as check:
    rng = checks.rng("m5 values")
    centre, half = np.array([9.69, 30.18]), np.array([50.0, 131.0])
    for n, d, p in [(6, 4, 3), (2, 7, 5)]:
        with check(f"{n} examples, {d} features, {p} units"):
            X, first, second = rng.normal(size=(n, d)), rng.normal(size=(p, d)), rng.normal(size=(2, p)) / 2
            right = np.stack([centre + half * np.tanh(second @ np.tanh(first @ x)) for x in X])
            checks.close(predict([first.copy(), second.copy()], X.copy()), right, name="predict", rtol=1e-6)
            right = np.stack([centre + half * np.tanh(second @ np.maximum(first @ x, 0)) for x in X])
            checks.close(predict([first, second], X, activation=standins.relu), right, name="predict with ReLU", rtol=1e-6)
    with check("autograd goes through it"):
        X, weights = rng.normal(size=(5, 4)), [rng.normal(size=(3, 4)), rng.normal(size=(2, 3)) / 2]
        found = checks.hips_gradient(predict, [one.copy() for one in weights], X.copy())
        checks.equal([one.shape for one in found], [(3, 4), (2, 3)], name="the shapes of the gradients")
        step = [1e-5 * rng.normal(size=one.shape) for one in weights]
        ends = [float(np.sum(predict([weights[k] + sign * step[k] for k in (0, 1)], X.copy()))) for sign in (1, -1)]
        checks.close(sum(float((found[k] * step[k]).sum()) for k in (0, 1)), (ends[0] - ends[1]) / 2, name="the slope along a line", rtol=1e-4, atol=1e-9)

# %% The first weights id="m5_predict_init" role="hidden" points=1.5
# Hint: The variance of A1 is 1/features, that of A2 is 1/p. A generator made from the seed inside the function depends on nothing else, and all numbers of both arrays come from it.
with checks.question("m5_predict_init") as check:
    # Each of the four checks on a standard deviation is 5 % wide, at least 7 standard errors: a false alarm is rarer than 1 in 10^11.
    seed = int(checks.rng("m5 init").integers(1, 10**6))
    weights = init_params(5000, 30, seed)
    with check("mean and variance"):
        for name, one, size in [("A1", weights[0], 30), ("A2", weights[1], 5000)]:
            values = checks.finite_array(one, name=name)
            checks.close(float(values.std() * np.sqrt(size)), 1.0, name=f"the standard deviation of {name} times √{size}", atol=0.05)
            checks.less(abs(float(values.mean() * np.sqrt(size))), 0.08, f"the mean of {name} is not 0")
            # The fourth moment of 10,000 normal numbers is 3 ± 0.1, of uniform ones 1.8.
            checks.close(float(np.mean(values**4) * size**2), 3.0, name=f"the fourth moment of {name}, scaled", rtol=0, atol=0.6, hint="are they normal numbers?")
        checks.less(abs(float(np.mean(np.prod(checks.finite_array(weights[1], (2, 5000)), axis=0)) * 5000)), 0.1, "the rows of A2 go together")
        checks.less(2.5, float(np.abs(weights[0]).max() * np.sqrt(30)), "no entry of A1 is far out: are they normal numbers?")
    with check("the seed decides, and it alone"):
        np.random.seed(1)
        for at, name in enumerate(("A1", "A2")):
            checks.close(init_params(4, 3, seed)[at], np.array(init_params(4, 3, seed)[at]), name=f"{name}, made twice from one seed")
            checks.less(1e-3, float(np.abs(np.array(init_params(4, 3, seed)[at]) - np.array(init_params(4, 3, seed + 1)[at])).max()), f"another seed gives the same {name}")
        start = [np.array(one).ravel()[:20] * np.sqrt(size) for one, size in [(weights[0], 30), (weights[1], 5000)]]
        checks.less(1e-3, float(np.abs(start[0] - start[1]).max()), "A1 and A2 are made of the same numbers")

# %% [markdown] id="m6_loss" role="statement"
# ### Question 6: the loss, and a check of its gradient (4 points)
#
# **Task.**
#
# 1. `loss(params, X, places, predict, distance)`: the **mean** of the distances, by `distance(lat1, lon1, lat2, lon2)`, between the places that `predict(params, X)` gives and the true `places` (n, 2). Both functions are arguments: in
#    part 4 they are yours of questions 5 and 4; checks bring simple ones.
# 2. `gradient_error(f, params, direction, h=1e-5)`: how far autograd and a difference quotient are apart along a direction. With $g$ the gradient of `f(params)` and $v$ the direction, both lists of arrays, let $a = \langle g, v\rangle$,
#    summed over all entries of all arrays, and $b = \big(f(\theta + hv) - f(\theta - hv)\big)/(2h)$. Return $|a - b| / \max(|a|, |b|, 10^{-12})$.
#
# `params` stays as it is in both.
#
# To check by hand: distances of 1, 12 and 3 have the mean 5.333. For $f = \sum x^3$ at 2 along 1 with $h = 0.1$: $a = 12$, $b = (9.261 - 6.859)/0.2 = 12.01$, so the error is 0.01/12.01 = 0.000833.

# %% id="m6_loss" role="solution"
def loss(params, X, places, predict, distance):
    """Return the mean distance of predicted and true places.

    Parameters
    ----------
    params : list of ndarray
    X : ndarray, shape (n, features)
    places : ndarray, shape (n, 2)
        Latitude and longitude in degrees.
    predict : function
        (params, X) -> places (n, 2).
    distance : function
        (lat1, lon1, lat2, lon2) -> distances (n,).

    Returns
    -------
    float : the mean, in the unit of the distance
    """
    ### BEGIN SOLUTION
    found = predict(params, X)
    return anp.mean(distance(found[:, 0], found[:, 1], places[:, 0], places[:, 1]))
    ### END SOLUTION


def gradient_error(f, params, direction, h=1e-5):
    """Return the relative difference of autograd and a central difference along a direction.

    Parameters
    ----------
    f : function
        List of arrays -> number.
    params, direction : list of ndarray
        Of the same shapes.
    h : float

    Returns
    -------
    float
    """
    ### BEGIN SOLUTION
    def along(step):
        return f([one + step * v for one, v in zip(params, direction, strict=True)])

    by_autograd = sum(np.sum(g * v) for g, v in zip(grad(f)(params), direction, strict=True))
    by_difference = (along(h) - along(-h)) / (2 * h)
    return float(abs(by_autograd - by_difference) / max(abs(by_autograd), abs(by_difference), 1e-12))
    ### END SOLUTION

# %% Small examples id="m6_loss_public" role="test" points=1
with checks.question("m6_loss_public") as check:
    weights, X = [np.array([[1.0]]), np.array([[1.0], [2.0]])], np.array([[1.0], [2.0], [3.0]])
    places = np.array([[0.0, 2.0], [2.0, 2.0], [3.0, 7.0]])
    with check("found (1, 2), (2, 4), (3, 6), true (0, 2), (2, 2), (3, 7), distance Δlat² + 3 Δlon²: 1, 12, 3"):
        found = loss(weights, X, places, standins.linear_places, standins.lopsided_distance)
        checks.close(found, 16 / 3, name="loss", mistakes={
            "a sum; the mean is asked": 16.0,
            "the median; the mean is asked": 3.0,
            "latitude and longitude of places are swapped": 68 / 3,
            "latitude and longitude are swapped": 8 / 3,
        }, hint="distance(lat1, lon1, lat2, lon2), with the functions that are given")
    with check("a gradient reaches the weights"):
        by_weights = checks.hips_gradient(loss, weights, X, places, standins.linear_places, standins.lopsided_distance)
        checks.close(by_weights[1], [[2 / 3], [2.0]], name="the gradient by A2", rtol=1e-6)
    for sign, name in [(1.0, "1"), (-1.0, "−1")]:
        with check(f"Σx³ at 2 along {name} with h = 0.1: 0.000833"):
            checks.close(gradient_error(standins.cubes, [np.array([2.0])], [np.array([sign])], h=0.1), 0.01 / 12.01, name="gradient_error", rtol=1e-4, mistakes={
                "divided by |a|; by the larger of |a| and |b| is asked": 0.01 / 12,
                "divided by a sum": 0.01 / 24.01,
                "not divided by the larger of |a| and |b|": 0.01,
                "a forward or a backward difference; a central one is asked": 0.61 / 12.61,
                "divided by h, not by 2h": 12.02 / 24.02,
                "negative: take absolute values": -0.01 / 12.01,
            })

# %% Other places, and the gradient id="m6_loss_values" role="hidden" points=1
# Hint: Each prediction is compared with the place in its own row, latitude with latitude. Use the functions that are given.
with checks.question("m6_loss_values") as check:
    rng = checks.rng("m6 loss")
    for title, n in [("five examples", 5), ("one example", 1)]:
        with check(title):
            X, places, weights = rng.normal(size=(n, 4)), rng.normal(size=(n, 2)), [rng.normal(size=(3, 4)), rng.normal(size=(2, 3))]
            off = np.stack([weights[1] @ (weights[0] @ x) for x in X]) - places
            given = [[one.copy() for one in weights], X.copy(), places.copy()]
            checks.close(loss(*given, standins.linear_places, standins.lopsided_distance), float((off**2 @ [1, 3]).sum() / n), name="loss", rtol=1e-6)
            slope = checks.hips_gradient(loss, [one.copy() for one in weights], X.copy(), places.copy(), standins.linear_places, standins.lopsided_distance)
            checks.close(slope[1], 2 / n * (off * [1, 3]).T @ (X @ weights[0].T), name="its gradient by A2", rtol=1e-6)

# %% Other functions id="m6_loss_error" role="hidden" points=2
# Hint: The inner product runs over all entries of all arrays. Where autograd is right, the error is about h² for a smooth function; it must show when the direction, h or the function changes. Small numbers count as well, and params stay as they are.
with checks.question("m6_loss_error") as check:
    rng = checks.rng("m6 error")
    params, direction = [rng.uniform(1, 2, (2, 3)), rng.uniform(1, 2, 4)], [rng.uniform(0.5, 1, (2, 3)), rng.uniform(0.5, 1, 4)]
    for h in (0.2, 0.05):
        with check(f"Σx³ over two arrays, h = {h:g}"):
            exact = sum(float((3 * params[k] ** 2 * direction[k]).sum()) for k in (0, 1))
            quotient = exact + h**2 * sum(float((v**3).sum()) for v in direction)
            checks.close(gradient_error(standins.cubes, [x.copy() for x in params], [v.copy() for v in direction], h=h), (quotient - exact) / quotient, name="gradient_error", rtol=1e-4)
    with check("a quadratic function, h as it is: no error but rounding"):
        checks.less(abs(checks.number(gradient_error(standins.bowl, params, direction), name="gradient_error")), 1e-7, "the error is large")
    with check("small numbers: only 10⁻¹² stands beside |a| and |b|"):
        small = [1e-3 * x for x in params]
        exact = sum(float((3 * small[k] ** 2 * direction[k]).sum()) for k in (0, 1))
        quotient = exact + 1e-4**2 * sum(float((v**3).sum()) for v in direction)
        checks.close(gradient_error(standins.cubes, [x.copy() for x in small], [v.copy() for v in direction], h=1e-4), (quotient - exact) / quotient, name="gradient_error", rtol=1e-3)
    with check("params and direction are as before"):
        first, second, along, across = (1.0 * x for x in (*params, *direction))
        with checks.unchanged(first=first, second=second, along=along, across=across):
            gradient_error(standins.cubes, [first, second], [along, across])
    with check("at the minimum along a direction: finite"):
        flat = checks.number(gradient_error(standins.bowl, [np.ones(3)], [np.ones(3)]), name="gradient_error")
        checks.less(abs(flat), 10.0, "0/0 is avoided by the 1e-12 in the denominator")

# %% [markdown] id="m7_train" role="statement"
# ### Question 7: gradient descent (3 points)
#
# **Task.** Write `train(f, params, steps, lr, watch=None)`. It takes `steps` steps of gradient descent on `f(params)`, all arrays from the same point: $\theta \leftarrow \theta - \eta\,\nabla f(\theta)$ with η = `lr`. `params`, the list and
# its arrays, stays as it is. If `watch` is given, it is called with the number of updates so far and the parameters: first with 0 and the start, then after each step. It returns the last parameters, a list of arrays.
#
# To check by hand: for $f = \frac12 (x - 1)^2 + (y - 1)^2$ from $(3, 2)$ with `lr=0.25`: the slopes are 2 and 2, so (2.5, 1.5), then (2.125, 1.25).

# %% id="m7_train" role="solution"
def train(f, params, steps, lr, watch=None):
    """Return parameters after some steps of gradient descent.

    Parameters
    ----------
    f : function
        List of arrays -> number, which autograd can differentiate.
    params : list of ndarray
        Stays as it is.
    steps : int
    lr : float
    watch : function, optional
        Called with (updates so far, parameters).

    Returns
    -------
    list of ndarray
    """
    ### BEGIN SOLUTION
    slope = grad(f)
    params = [np.array(one, dtype=float) for one in params]
    if watch is not None:
        watch(0, params)
    for step in range(1, steps + 1):
        params = [one - lr * g for one, g in zip(params, slope(params), strict=True)]
        if watch is not None:
            watch(step, params)
    return params
    ### END SOLUTION

# %% Two steps id="m7_train_public" role="test" points=1
with checks.question("m7_train_public") as check:
    with check("(3, 2) to (2.5, 1.5) to (2.125, 1.25)"):
        start = [np.array([3.0]), np.array([2.0])]
        found = train(standins.bowl, start, 2, 0.25)
        checks.close(found[0], [2.125], name="the first array", mistakes={"one step too many": [1.84375], "one step too few": [2.5], "the step goes uphill": [4.125], "params was returned as it came": [3.0]})
        checks.close(found[1], [1.25], name="the second array", mistakes={"it did not move": [2.0]})
        checks.close([float(start[k][0]) for k in (0, 1)], [3.0, 2.0], name="params, which was given", hint="make new arrays in a new list: neither θ −= … nor params[i] = …")
    with check("watched: (0, 3), (1, 2.5), (2, 2.125)"):
        seen = []
        train(standins.bowl, [np.array([3.0]), np.array([2.0])], 2, 0.25, watch=lambda updates, params: seen.append((updates, float(np.array(params[0])[0]))))
        checks.close(seen, [(0.0, 3.0), (1.0, 2.5), (2.0, 2.125)], name="what watch was told", hint="updates so far and the parameters: 0 and the start, then after each step")

# %% Several arrays id="m7_train_other" role="hidden" points=2
# Hint: All arrays move from the same point. What watch was told stays what it was. No steps: the start.
with checks.question("m7_train_other") as check:
    rng = checks.rng("m7")
    with check("two arrays, five steps"):
        start, lr, kept = [300 * rng.normal(size=(2, 3)), rng.normal(size=4)], 0.3, []
        found = train(standins.bowl, [one.copy() for one in start], 5, lr, watch=lambda updates, params: kept.append((updates, np.array(params[0]))))
        for k, one in enumerate(start):
            checks.close(found[k], 1 + (1 - lr * (k + 1)) ** 5 * (one - 1), name=f"array {k + 1}", rtol=1e-6)
        checks.equal([updates for updates, _ in kept], [0, 1, 2, 3, 4, 5], name="the numbers of updates")
        checks.close(kept[3][1], 1 + (1 - lr) ** 3 * (start[0] - 1), name="the first array after three updates", rtol=1e-6)
    with check("a function that ties the arrays together"):
        first, second = rng.normal(size=(2, 3)), rng.normal(size=(4, 2))
        found = train(standins.product, [first.copy(), second.copy()], 1, 0.05)
        both = second @ first
        checks.close(found[0], first - 0.1 * second.T @ both, name="A1 after one step", rtol=1e-6)
        checks.close(found[1], second - 0.1 * both @ first.T, name="A2 after one step", rtol=1e-6)
    with check("no steps"):
        checks.close(train(standins.bowl, [np.array([3.0])], 0, 0.5)[0], [3.0], name="the last parameters")

# %% [markdown]
# ## Part 4: training, and an honest look

# %% [markdown]
# Everything together: the scale from the training rows, a network, gradient descent, and the error on both parts after every update. `watched` holds (updates, training error, validation error), in km.

# %%
X_train, X_validation = standardise(music.features[train_rows], music.features[validation_rows])
where = np.column_stack([music.latitude, music.longitude])
watched, bar = [], notebook.progress(steps + 1, "training", "update")


def look(updates, params):
    """Note both errors."""
    watched.append((updates, *(float(loss(params, X, where[rows], predict, geodesic_distance)) for X, rows in ((X_train, train_rows), (X_validation, validation_rows)))))
    bar.update()


params = train(lambda params: loss(params, X_train, where[train_rows], predict, geodesic_distance), init_params(hidden_units, 116, seed=0), steps, lr, watch=look)
bar.close()
updates, train_error, validation_error = np.array(watched).T
best = int(validation_error.argmin())

# %%
ax = plt.subplot()
ax.plot(updates, train_error, color="#0072B2", label="training")
ax.plot(updates, validation_error, color="#D55E00", linestyle="--", label="validation")
ax.axvline(best, color="0.6", linewidth=1, label=f"least on validation: update {best}")
ax.set(title=f"Mean great-circle error; {music.about}", xlabel="updates", ylabel="error (km)", ylim=(0, None))
ax.legend()
plt.show()

# %% [markdown]
# **Look.** What is such an error worth? Compare with guesses that do not listen at all, and with a random forest. The *geometric median* is the one place with the least mean distance to all training pieces; your own `train` finds it.

# %%
from sklearn.ensemble import RandomForestRegressor


def error_of(found):
    """Return the mean great-circle error on the validation rows, in km."""
    return float(np.mean(geodesic_distance(found[..., 0], found[..., 1], where[validation_rows, 0], where[validation_rows, 1])))


def one_place(place):
    """Return the training error of one place for all, in km."""
    return anp.mean(geodesic_distance(place[0][0], place[0][1], where[train_rows, 0], where[train_rows, 1]))


mean_place = where[train_rows].mean(0)
median_place = train(one_place, [mean_place], steps=200, lr=0.02)[0]
forest = RandomForestRegressor(n_estimators=100, random_state=0).fit(X_train, datasets.unit_vectors(*where[train_rows].T))
x, y, z = forest.predict(X_validation).T
by_forest = np.rad2deg(np.column_stack([np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)]))
table = {"mean of the coordinates": error_of(mean_place), "geometric median": error_of(median_place), "random forest, on unit vectors": error_of(by_forest), "network, last update": validation_error[-1], f"network, update {best} (chosen on these rows)": validation_error[best]}
for name, error in table.items():
    print(f"{name:45s} {error:6.0f} km")
print(f"on the training rows the network's error is {train_error[-1]:.0f} km at the last update, {train_error[best]:.0f} km at update {best}")

# %%
found = predict(params, X_validation)
plotting.plot_predictions(where[validation_rows], found, geodesic_distance(found[:, 0], found[:, 1], *where[validation_rows].T), f"Validation; {music.about}")
plt.show()

# %% tags=["nbval-check-output"]
print("the training error falls:", train_error[-1] < train_error[0])

# %% [markdown] id="m8_what" role="statement"
# ### Question 8: what the network has learnt (3 points, read by a person)
#
# **Task.** In one or two sentences each: (which data were in use, the real or the made-up ones?) (a) What do training and validation error do as the updates go on, and how far apart do they end? What would you do about the gap? (b) Is the network better than a guess that does not listen, and than the forest? Give your
# numbers, and say which of them were chosen on the validation rows. (c) Where do the predictions lie on the map, compared with the true places?

# %% What the network has learnt [markdown] id="m8_what_text" role="manual" points=3
# ### BEGIN SOLUTION
# The real data. (a) Both fall at first; then the training error keeps falling and the validation error flattens more than 1000 km above it: the network learns the training pieces by heart. Fewer units, a penalty on large weights,
# stopping early or fewer repeated columns narrow the gap. (b) The network is a few hundred km better than the geometric median, and worse than the forest. Its best update was chosen on the validation rows, so its error is a little too good; a third set of rows
# would give an honest one. (c) Many predictions lie between the true places, in the middle of the map, since that keeps the mean distance small where the network is not sure; some are far out.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# 1 point: the validation error stops falling, or rises, while the training error falls, with the gap in numbers; a remedy (early stopping, fewer units, weight decay, fewer or other features).
# 1 point: compares with a constant and the forest by numbers, and sees that the best update was chosen on the validation rows.
# 1 point: predictions are drawn to the middle, or are fewer than the 33 places, or lie in the sea: a point cannot say "either here or there".
# ### END MARK SCHEME

# %% [markdown]
# ## Before you hand in

# %% role="handin"
