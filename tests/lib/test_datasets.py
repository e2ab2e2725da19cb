"""Data: found where COURSE_DATA says, checked by content, a clear message when it cannot be had."""

import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from course_lib import datasets

NAME = datasets.MUSIC_FILE


def table() -> np.ndarray:
    """Return numbers in the shape of the file, at the right places, with other features."""
    places = np.array(datasets.MUSIC_PLACES)
    features = np.random.default_rng(0).standard_normal((1059, 116))
    return np.column_stack([features, places[np.arange(1059) % len(places)]])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def write(folder: Path, rows: np.ndarray) -> None:
    np.savetxt(folder / NAME, rows, delimiter=",", fmt="%.17g")


def test_the_folder_of_course_data_comes_first(folder, monkeypatch):
    """Other features at the right places are told apart by their digest alone."""
    write(folder, table())
    with pytest.raises(datasets.WrongData, match=r"features differ .* Delete .* load it again"):
        datasets.music()
    import hashlib

    monkeypatch.setattr(datasets, "MUSIC_DIGEST", hashlib.sha256(table().astype("<f8").tobytes()).hexdigest())
    music = datasets.music()
    np.testing.assert_array_equal(music.features, table()[:, :116])
    np.testing.assert_array_equal(np.column_stack([music.latitude, music.longitude]), table()[:, 116:])
    assert not music.synthetic


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (
            lambda text: text[: len(text) // 2].rpartition("\n")[0],
            "expected 1059 rows of 118 numbers .*got 529 rows of 118",
        ),
        (lambda text: text[: len(text) // 2], "is no table of numbers|got 530 rows"),
        (lambda text: "\n".join(line.partition(",")[2] for line in text.splitlines()), "got 1059 rows of 117"),
        (lambda text: "", "got 0 rows"),
        (lambda text: "<html>Service unavailable</html>", "is no table of numbers"),
        (lambda text: text.replace(",149.12\n", ",194.12\n"), "expected the 33 places .* got latitudes"),
        (lambda text: text.replace(",149.12\n", ",nan\n"), "expected the 33 places"),
    ],
    ids=["truncated at a row", "truncated in a row", "a column is missing", "empty", "HTML", "moved", "NaN"],
)
def test_other_content_is_refused(folder, spoil, message):
    write(folder, table())
    text = (folder / NAME).read_text()
    (folder / NAME).write_text(spoil(text))
    with pytest.raises(datasets.WrongData, match=rf"(?s){message}.*Delete .* load it again"):
        datasets.music()


def test_offline_says_what_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("COURSE_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(datasets, "MUSIC_URL", "http://127.0.0.1:9/x.zip")
    with pytest.raises(datasets.DataUnavailable, match=r"(?s)Download it by hand.*COURSE_DATA"):
        datasets.music()
    assert datasets.best_music().synthetic
    assert "synthetic" in capsys.readouterr().out


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A local file that stands for the download, and the list of the addresses that were asked for."""
    import pooch

    sent, asked = tmp_path / "sent", []

    def retrieve(url, known_hash, path, fname):
        asked.append(url)
        path.mkdir(parents=True, exist_ok=True)
        (path / fname).write_bytes(sent.read_bytes())
        return str(path / fname)

    monkeypatch.setattr(pooch, "retrieve", retrieve)
    monkeypatch.delenv("COURSE_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return sent, asked


@pytest.mark.parametrize("inside", [None, NAME, f"a folder/{NAME}"])
def test_a_plain_file_and_a_zip_are_taken_and_kept(tmp_path, served, inside):
    sent, asked = served
    write(tmp_path, table())
    if inside:
        with zipfile.ZipFile(sent, "w") as archive:
            archive.write(tmp_path / NAME, inside)
    else:
        sent.write_bytes((tmp_path / NAME).read_bytes())
    for _ in range(2):
        found = datasets.find(NAME, "https://example.org/x")
        assert found.read_bytes() == (tmp_path / NAME).read_bytes()
    assert len(asked) == 1
    assert [p.name for p in found.parent.iterdir()] == [NAME]


def test_a_zip_without_the_file_is_told_and_fetched_anew(served):
    sent, asked = served
    with zipfile.ZipFile(sent, "w") as archive:
        archive.writestr("readme.txt", "moved")
    for _ in range(2):
        with pytest.raises(datasets.DataUnavailable, match="no longer contains"):
            datasets.find(NAME, "https://example.org/x")
    assert len(asked) == 2


def test_a_damaged_zip_is_told(tmp_path, served):
    sent, _ = served
    write(tmp_path, table())
    with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / NAME, NAME)
    data = bytearray(sent.read_bytes())
    data[1000:1100] = bytes(100)
    sent.write_bytes(data)
    with pytest.raises(datasets.DataUnavailable, match=r"damaged .*try again"):
        datasets.find(NAME, "https://example.org/x")


@pytest.mark.skipif(not os.environ.get("COURSE_DATA"), reason="the real file is read where COURSE_DATA is set")
def test_the_real_file():
    music = datasets.music()
    assert music.features.shape == (1059, 116) and len(set(zip(music.latitude, music.longitude, strict=True))) == 33
    assert len(np.unique(music.features, axis=1).T) == 72


def test_synthetic_data_has_the_shape_the_units_and_the_quirks():
    music = datasets.synthetic_music(400, seed=3)
    assert music.features.shape == (400, 116) and music.synthetic and "synthetic" in music.about
    assert {*zip(music.latitude, music.longitude, strict=True)} <= {*datasets.MUSIC_PLACES}
    assert len(np.unique(music.features, axis=1).T) == 72
    np.testing.assert_array_equal(music.features, datasets.synthetic_music(400, seed=3).features)
    assert abs(music.features - datasets.synthetic_music(400, seed=4).features).max() > 1
    assert 0.5 < music.features.std(0).min() and music.features.std(0).max() < 4


def test_synthetic_features_tell_something_of_the_place_but_not_all():
    """Ridge regression on half of it: its great-circle error on the rest lies below that of the mean place."""
    music = datasets.synthetic_music()
    on_sphere = datasets.unit_vectors(music.latitude, music.longitude)
    train, rest = datasets.split(1059, 0.5, seed=1)
    x = music.features
    weights = np.linalg.solve(
        x[train].T @ x[train] + 10 * np.eye(116), x[train].T @ (on_sphere - on_sphere[train].mean(0))[train]
    )
    found = x[rest] @ weights + on_sphere[train].mean(0)

    def angle(points):
        cosine = (points / np.linalg.norm(points, axis=-1, keepdims=True) * on_sphere[rest]).sum(-1)
        return np.arccos(np.clip(cosine, -1, 1))

    assert 0.1 < angle(found).mean() < 0.8 * angle(on_sphere[train].mean(0)).mean()


def test_the_split_is_one_and_repeats():
    train, rest = datasets.split(1059, 0.2, seed=5)
    assert sorted([*train, *rest]) == list(range(1059)) and len(rest) == 212
    np.testing.assert_array_equal(rest, datasets.split(1059, 0.2, seed=5)[1])
    assert set(rest) != set(datasets.split(1059, 0.2, seed=6)[1])
    for share in (0, 1, 0.0001, -1):
        with pytest.raises(ValueError, match="rows in both parts"):
            datasets.split(100, share)


def test_the_grid_is_in_column_order():
    north, east = datasets.grid_centres()
    assert (north[0], east[0]) == (-85.5, -171) and (north[1], east[1]) == (-76.5, -171)
    assert (north[20], east[20]) == (-85.5, -153) and (north[399], east[399]) == (85.5, 171)
    assert (np.diff(north.reshape(20, 20, order="F"), axis=1) == 0).all()  # a row has one latitude


def test_a_heatmap_is_a_distribution_around_its_place():
    latitude, longitude = np.array(datasets.MUSIC_PLACES).T
    maps = datasets.heatmaps(latitude, longitude)
    assert maps.shape == (33, 400) and (maps >= 0).all()
    np.testing.assert_allclose(maps.sum(1), 1)
    north, east = datasets.grid_centres()
    best = maps.argmax(1)
    assert (abs(north[best] - latitude) <= 9).all()
    assert (abs((east[best] - longitude + 180) % 360 - 180) <= 18).all()
    mean = maps @ datasets.unit_vectors(north, east)
    mean /= np.linalg.norm(mean, axis=1, keepdims=True)
    assert ((mean * datasets.unit_vectors(latitude, longitude)).sum(1) > np.cos(np.deg2rad(6))).all()


def test_a_heatmap_spreads_as_wide_as_told_and_across_the_date_line():
    """On a fine grid the second moment of a von Mises–Fisher density is known: E[u·v] = coth κ − 1/κ."""
    kappa = (datasets.EARTH_RADIUS / 3000) ** 2
    maps = datasets.heatmaps([0.0, 50.0], [180.0, 0.0], width=3000.0)
    north, east = datasets.grid_centres()
    places = datasets.unit_vectors(np.array([0.0, 50.0]), np.array([180.0, 0.0]))
    mean = (maps * (places @ datasets.unit_vectors(north, east).T)).sum(1)
    np.testing.assert_allclose(mean, 1 / np.tanh(kappa) - 1 / kappa, atol=0.01)
    at = maps[0].reshape(20, 20, order="F")
    np.testing.assert_allclose(at, at[:, ::-1])  # as much on either side of the date line


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([91.0], [0.0]), "latitudes from"),
        (([0.0], [200.0]), "longitudes from"),
        (([0.0, 1.0], [0.0]), "one length"),
        (([np.nan], [0.0]), "latitudes from"),
        (([0.0], [0.0], -1.0), "positive width"),
    ],
)
def test_what_is_no_place_is_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        datasets.heatmaps(*arguments)
