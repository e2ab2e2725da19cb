"""Data sets of the course, fetched once and checked. For notebooks that need real data.

A loader looks first in the folder that the environment variable ``COURSE_DATA`` names, then in its cache, then
downloads with pooch. What is checked is the content (shape and numbers), since mirrors of a data set differ
in their bytes. Where there is no network, ``synthetic_*`` gives data of the same shape and units.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

EARTH_RADIUS = 6371.0  # km, of a sphere

MUSIC_FILE = "default_plus_chromatic_features_1059_tracks.txt"
MUSIC_URL = "https://archive.ics.uci.edu/static/public/315/geographical+original+of+music.zip"
#: sha256 of the parsed numbers: 1059 rows of 118, as little-endian doubles.
MUSIC_DIGEST = "5de86028bfe06093667b791e9a932a1cb0f5e14b044863ecdfe917efb25478f2"
#: Latitude and longitude of the 33 places in the music data, in degrees.
MUSIC_PLACES = (
    *((-35.30, 149.12), (-15.75, -47.95), (-6.17, 35.74), (-6.17, 106.82), (-1.26, 36.80), (9.03, 38.74)),
    *((11.55, 104.91), (12.65, -8.00), (13.75, 100.48), (14.66, -17.41), (14.91, -23.51), (17.25, -88.76)),
    *((17.98, -76.80), (19.75, 96.10), (23.76, 121.00), (28.61, 77.20), (30.03, 31.21), (33.66, 73.16)),
    *((34.03, -6.85), (35.68, 51.41), (35.70, 139.71), (36.70, 3.21), (38.00, 23.71), (39.91, 32.83)),
    *((39.91, 116.38), (41.26, 69.21), (41.33, 19.80), (41.71, 44.78), (41.90, 12.48), (42.86, 74.60)),
    *((44.41, 26.10), (52.50, -0.12), (54.68, 25.31)),
)
#: Columns, counted from 0, of which the eleven that follow are copies.
MUSIC_REPEATED = (17, 46, 75, 104)

GRID = 20  # cells along each side of a heat-map


class DataUnavailable(OSError):
    """The data can neither be found nor fetched; the message says where to put it."""


class WrongData(ValueError):
    """A file is there, but what it holds is not the data set; the message says what to do with it."""


@dataclass(frozen=True)
class Music:
    """Pieces of music and where each comes from.

    Attributes
    ----------
    features : ndarray, shape (n, 116)
        Of the sound.
    latitude, longitude : ndarray, shape (n,)
        Of the main town of its country or region, in degrees, north and east.
    about : str
        What it is; for titles of plots.
    synthetic : bool
        Whether it was made up.
    """

    features: np.ndarray
    latitude: np.ndarray
    longitude: np.ndarray
    about: str
    synthetic: bool


def find(name: str, url: str) -> Path:
    """Return the path of the file ``name``: from ``COURSE_DATA``, the cache, or the download ``url``.

    The download may be the file itself, or a zip that holds it.

    Raises
    ------
    DataUnavailable
        If it is in none of these places.
    """
    folder = os.environ.get("COURSE_DATA")
    if folder and (Path(folder) / name).is_file():
        return Path(folder) / name
    import pooch

    cache = Path(pooch.os_cache("course_lib"))
    if (cache / name).is_file():
        return cache / name
    try:
        fetched = Path(pooch.retrieve(url, known_hash=None, path=cache, fname=f"download-{name}"))
    except Exception as error:
        raise DataUnavailable(
            f"{name} could not be downloaded from {url} ({type(error).__name__}). Download it by hand, unpack it "
            f"if it is a zip, put {name} into a folder, and set the environment variable COURSE_DATA to that folder."
        ) from error
    part = cache / f"{name}.part"
    try:
        if zipfile.is_zipfile(fetched):
            with zipfile.ZipFile(fetched) as archive:
                inside = [n for n in archive.namelist() if n.rsplit("/", 1)[-1] == name]
                if not inside:
                    raise DataUnavailable(f"{url} no longer contains {name}; it contains {archive.namelist()[:5]}")
                with archive.open(inside[0]) as source, part.open("wb") as target:
                    shutil.copyfileobj(source, target)
        else:
            shutil.copyfile(fetched, part)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise DataUnavailable(f"the download from {url} is damaged ({error}); try again") from error
    finally:
        fetched.unlink(missing_ok=True)  # whatever is wrong with it, the next call fetches it anew
    part.replace(cache / name)
    return cache / name


def music() -> Music:
    """Return the 1059 pieces of the Geographical Original of Music data, 116 features each, from 33 places.

    Raises
    ------
    DataUnavailable
        If the file cannot be had.
    WrongData
        If its content is not the data set's: truncated, a column missing, other numbers.

    Sources: Zhou, Claire & King 2014, "Predicting the geographical origin of music", ICDM; UCI data set 315.
    """
    path = find(MUSIC_FILE, MUSIC_URL)
    remedy = f"Delete {path} and load it again, or put the file of UCI data set 315 in its place."
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # NumPy's, on an empty file: it is refused below
            table = np.loadtxt(path, delimiter=",", ndmin=2)
    except ValueError as error:
        raise WrongData(f"{path.name} is no table of numbers ({str(error).splitlines()[0]}). {remedy}") from error
    if table.shape != (1059, 118):
        raise WrongData(
            f"{path.name}: expected 1059 rows of 118 numbers (116 features, latitude, longitude), got {len(table)} "
            f"rows of {table.shape[1]}. {remedy}"
        )
    latitude, longitude = table[:, 116].copy(), table[:, 117].copy()
    if not {*zip(latitude.tolist(), longitude.tolist(), strict=True)} == {*MUSIC_PLACES}:
        raise WrongData(
            f"{path.name}: expected the 33 places of the data set in its last two columns, with latitudes from −35.30 "
            f"to 54.68 and longitudes from −88.76 to 149.12; got latitudes from {latitude.min():g} to "
            f"{latitude.max():g} and longitudes from {longitude.min():g} to {longitude.max():g}. {remedy}"
        )
    found = hashlib.sha256(np.ascontiguousarray(table, dtype="<f8").tobytes()).hexdigest()
    if found != MUSIC_DIGEST:
        raise WrongData(f"{path.name}: features differ from those of the data set (digest {found[:16]}). {remedy}")
    return Music(table[:, :116].copy(), latitude, longitude, "1059 pieces of music (UCI data set 315)", False)


def synthetic_music(n: int = 1059, seed: int = 0) -> Music:
    """Return made-up pieces of music in the shape, units and quirks of :func:`music`.

    Places are drawn from its 33; features are a smooth function of the place on the sphere, and noise that hides most
    of it. As in the real data, the columns after 17, 46, 75 and 104 repeat them, and scales differ little.
    """
    rng = np.random.default_rng([seed, 1059])
    places = np.array(MUSIC_PLACES)[rng.integers(0, len(MUSIC_PLACES), n)]
    latitude, longitude = places[:, 0].copy(), places[:, 1].copy()
    on_sphere = unit_vectors(latitude, longitude)
    hidden = np.tanh(2 * on_sphere @ rng.normal(size=(3, 12)) + rng.normal(size=12))
    features = 0.35 * hidden @ rng.normal(size=(12, 116)) + rng.normal(size=(n, 116))
    for first in MUSIC_REPEATED:
        features[:, first + 1 : first + 12] = features[:, [first]]
    return Music(features, latitude, longitude, f"{n} made-up pieces (synthetic data)", True)


def best_music() -> Music:
    """Return :func:`music` where it can be had, else :func:`synthetic_music`; print which, and why.

    The grader and tests (COURSE_SIZE is "small") download nothing: without the file, they take 300 made-up pieces.
    """
    folder, small = os.environ.get("COURSE_DATA"), os.environ.get("COURSE_SIZE") == "small"
    if small and not (folder and (Path(folder) / MUSIC_FILE).is_file()):
        found = synthetic_music(300)
    else:
        try:
            found = music()
        except DataUnavailable as error:
            found = synthetic_music()
            print(f"The real data cannot be had: {error}\n")
    print(f"In use: {found.about}.")
    return found


def split(n: int, validation: float = 0.2, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of the rows to train on and of those to validate on, drawn at random by ``seed``.

    Raises
    ------
    ValueError
        If one of the two parts would be empty.
    """
    held = round(n * validation)
    if not 0 < held < n:
        raise ValueError(f"expected a share that leaves rows in both parts, got {validation} of {n} rows")
    order = np.random.default_rng(seed).permutation(n)
    return np.sort(order[held:]), np.sort(order[:held])


def unit_vectors(latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray:
    """Return the points on the unit sphere, shape (…, 3), of latitudes and longitudes in degrees."""
    north, east = np.deg2rad(latitude), np.deg2rad(longitude)
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=-1)


def grid_centres() -> tuple[np.ndarray, np.ndarray]:
    """Return latitude and longitude, each of shape (400,), of the centres of the cells of a heat-map, in degrees.

    The world is cut into 20 × 20 cells, 9° high and 18° wide. They are counted in **column order**: entry i is in row
    i % 20, from the south, and in column i // 20, from 180° west. So ``heatmap.reshape(20, 20, order="F")`` is the map,
    to be shown with ``origin="lower"``.
    """
    at = np.arange(GRID * GRID)
    return -90 + (0.5 + at % GRID) * 180 / GRID, -180 + (0.5 + at // GRID) * 360 / GRID


def heatmaps(latitude: np.ndarray, longitude: np.ndarray, width: float = 1500.0) -> np.ndarray:
    """Return a heat-map for each place: how likely the music comes from each cell of the world.

    The density is von Mises–Fisher's on the sphere around the place, proportional to exp(κ u·v) for unit vectors u and
    v, with κ = (6371 km / ``width``)². Close to the place that is a normal distribution with the standard deviation
    ``width`` along each direction. A cell has the density at its centre times its area; each map is scaled to sum to 1.

    Parameters
    ----------
    latitude, longitude : ndarray, shape (n,)
        In degrees.
    width : float
        In km.

    Returns
    -------
    ndarray, shape (n, 400)
        In the order of :func:`grid_centres`; no entry is negative, each row sums to 1.

    Raises
    ------
    ValueError
        If the places are no places, or ``width`` is not positive.

    Sources: Fisher 1953, "Dispersion on a sphere"; Mardia & Jupp 2000, section 9.3.2.
    """
    latitude, longitude = np.atleast_1d(np.asarray(latitude, float)), np.atleast_1d(np.asarray(longitude, float))
    if latitude.ndim != 1 or latitude.shape != longitude.shape:
        raise ValueError(f"expected two arrays of one length, got shapes {latitude.shape} and {longitude.shape}")
    if not (np.abs(latitude) <= 90).all() or not (np.abs(longitude) <= 180).all():
        raise ValueError("expected latitudes from −90 to 90 and longitudes from −180 to 180, in degrees")
    if not width > 0:
        raise ValueError(f"expected a positive width in km, got {width}")
    north, east = grid_centres()
    exponent = (EARTH_RADIUS / width) ** 2 * unit_vectors(latitude, longitude) @ unit_vectors(north, east).T
    mass = np.exp(exponent - exponent.max(axis=1, keepdims=True)) * np.cos(np.deg2rad(north))
    return mass / mass.sum(axis=1, keepdims=True)
