"""Data: found where COURSE_DATA says, checked by content, a clear message when it cannot be had."""

import numpy as np
import pytest

from course_lib import datasets


def music(places: np.ndarray) -> np.ndarray:
    return np.column_stack([np.random.default_rng(0).standard_normal((len(places), 116)), places])


@pytest.fixture
def places():
    rows = np.random.default_rng(1).uniform(0, 10, (1059, 2))
    rows[0], rows[1] = (-35.30, -88.76), (54.68, 149.12)
    return rows


def test_the_folder_of_course_data_comes_first(tmp_path, monkeypatch, places):
    np.savetxt(tmp_path / datasets.MUSIC_FILE, music(places), delimiter=",")
    monkeypatch.setenv("COURSE_DATA", str(tmp_path))
    features, got = datasets.music_origin()
    assert features.shape == (1059, 116)
    np.testing.assert_allclose(got, places)


def test_other_content_is_refused(tmp_path, monkeypatch, places):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path))
    np.savetxt(tmp_path / datasets.MUSIC_FILE, music(places)[:10], delimiter=",")
    with pytest.raises(ValueError, match=r"expected a table of shape \(1059, 118\), got \(10, 118\)"):
        datasets.music_origin()
    np.savetxt(tmp_path / datasets.MUSIC_FILE, music(places + 1), delimiter=",")
    with pytest.raises(ValueError, match="expected latitudes"):
        datasets.music_origin()


def test_offline_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.delenv("COURSE_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(datasets.DataUnavailable, match=r"(?s)Download it by hand.*COURSE_DATA"):
        datasets.find("x.txt", "http://127.0.0.1:9/x.txt")


def test_synthetic_data_has_the_same_shape_and_units():
    features, places = datasets.synthetic_music_origin(50, np.random.default_rng(0))
    assert features.shape == (50, 116) and places.shape == (50, 2)
    assert (abs(places[:, 0]) <= 90).all() and (abs(places[:, 1]) <= 180).all()
