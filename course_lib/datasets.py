"""Data sets of the course, fetched once and checked. For notebooks that need real data.

A loader looks first in the folder that the environment variable ``COURSE_DATA`` names, then in its cache, then
downloads with pooch. What is checked is the content (shape and numbers), since mirrors of a data set differ
in their bytes. Where there is no network, ``synthetic_*`` gives data of the same shape and units.
"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import numpy as np

MUSIC_FILE = "default_plus_chromatic_features_1059_tracks.txt"
MUSIC_URL = "https://archive.ics.uci.edu/static/public/315/geographical+original+of+music.zip"


class DataUnavailable(OSError):
    """The data can neither be found nor fetched; the message says where to put it."""


def find(name: str, url: str) -> Path:
    """Return the path of the file ``name``: from ``COURSE_DATA``, the cache, or the download ``url``.

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
            f"{name} could not be downloaded from {url} ({type(error).__name__}: {error}). Download it by hand, put it "
            "into a folder, and set the environment variable COURSE_DATA to that folder."
        ) from error
    if zipfile.is_zipfile(fetched):
        with zipfile.ZipFile(fetched) as archive:
            inside = [n for n in archive.namelist() if n.rsplit("/", 1)[-1] == name]
            if not inside:
                raise DataUnavailable(f"{url} no longer contains {name}; it contains {archive.namelist()[:5]}")
            (cache / name).write_bytes(archive.read(inside[0]))
    else:
        (cache / name).write_bytes(fetched.read_bytes())
    return cache / name


def music_origin() -> tuple[np.ndarray, np.ndarray]:
    """Return features and places of 1059 pieces of music.

    Returns
    -------
    features : ndarray, shape (1059, 116)
        Audio features, standardised by the data's authors.
    places : ndarray, shape (1059, 2)
        Latitude and longitude of the country of origin, in degrees.

    Raises
    ------
    DataUnavailable
        If the file cannot be had.
    ValueError
        If its content is not the data set's.

    Sources: Zhou, Claire & King 2014, ICDM; UCI data set 315.
    """
    path = find(MUSIC_FILE, MUSIC_URL)
    table = np.loadtxt(path, delimiter=",")
    if table.shape != (1059, 118):
        raise ValueError(f"{path}: expected a table of shape (1059, 118), got {table.shape}")
    places = table[:, 116:]
    box = np.round([places[:, 0].min(), places[:, 0].max(), places[:, 1].min(), places[:, 1].max()], 2)
    if not np.array_equal(box, [-35.30, 54.68, -88.76, 149.12]):
        raise ValueError(f"{path}: expected latitudes −35.30..54.68 and longitudes −88.76..149.12, got {box}")
    return table[:, :116], places


def synthetic_music_origin(n: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return random features (n, 116) and places (n, 2) in degrees, in the shape of :func:`music_origin`.

    The first two features carry the place, with noise, so that a model has something to learn.
    """
    places = np.column_stack([rng.uniform(-35.3, 54.7, n), rng.uniform(-88.8, 149.1, n)])
    features = rng.standard_normal((n, 116))
    features[:, :2] += places / np.array([30.0, 60.0])
    return features, places
