"""Encoders: layers by name, weights from files and downloads, each checked; what their helpers report."""

import os

import numpy as np
import pytest
import torch
from torch import nn

from course_lib import encoders


def fake_weights(made: encoders.Encoder) -> dict[str, np.ndarray]:
    rng, arrays = np.random.default_rng(0), {}
    for name, value in made.named_parameters():
        layer, _, kind = name.rpartition(".")
        arrays[f"{layer}_{'w' if kind == 'weight' else 'b'}"] = (0.1 * rng.standard_normal(value.shape)).astype(
            np.float16
        )
    return arrays


def test_the_random_encoder_is_the_same_for_a_seed_and_gives_values_of_size_one():
    one, same, other = encoders.encoder("random", 3), encoders.encoder("random", 3), encoders.encoder("random", 4)
    image = 60 * torch.randn(1, 3, 64, 48, generator=torch.Generator().manual_seed(0))
    assert torch.equal(one(image), same(image)) and not torch.equal(one(image), other(image))
    x = image
    for name, layer in one.named_children():
        x = layer(x)
        if name.startswith("relu"):
            assert 0.2 < x.pow(2).mean().sqrt() < 5, name
    assert x.shape == (1, 32, 16, 12)
    assert set(one.style_layers) | set(one.content_layers) <= {name for name, _ in one.named_children()}


def test_an_unknown_name_says_which_there_are():
    with pytest.raises(ValueError, match="no encoder is called 'vgg16'; there are 'vgg19', 'vgg19-part'"):
        encoders.encoder("vgg16")


@pytest.mark.parametrize(
    ("name", "file", "shapes"),
    [
        (
            "vgg19-part",
            encoders.PART_FILE,
            {"relu1_1": (64, 64, 64), "relu2_2": (128, 32, 32), "relu3_1": (256, 16, 16)},
        ),
        ("squeezenet", encoders.SQUEEZENET_FILE, {"relu1": (64, 31, 31), "fire3": (128, 15, 15), "fire9": (512, 3, 3)}),
    ],
)
def test_weights_from_a_file(name, file, shapes, tmp_path, monkeypatch):
    monkeypatch.delenv("COURSE_DATA", raising=False)
    with pytest.raises(
        encoders.WeightsUnavailable, match=rf"{file} is needed.*COURSE_DATA.*not set.*encoder\('random'\)"
    ):
        encoders.encoder(name)
    monkeypatch.setenv("COURSE_DATA", str(tmp_path))
    with pytest.raises(encoders.WeightsUnavailable, match="not in"):
        encoders.encoder(name)
    (tmp_path / file).write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(encoders.WeightsUnavailable, match="cannot be read"):
        encoders.encoder(name)
    empty = encoders._vgg(encoders.PART, "", "reflect") if name == "vgg19-part" else encoders._squeezenet()
    arrays = fake_weights(empty)
    np.savez(tmp_path / file, **arrays, mean_bgr=np.array(encoders.MEAN))
    made, x = encoders.encoder(name), torch.zeros(1, 3, 64, 64)
    for layer_name, layer in made.named_children():
        x = layer(x)
        if layer_name in shapes:
            assert x.shape[1:] == shapes[layer_name], layer_name
    assert set(made.style_layers) | set(made.content_layers) <= {n for n, _ in made.named_children()}
    first = next(key for key in arrays if key.endswith("_w"))
    np.testing.assert_array_equal(made[0].weight.detach().numpy(), arrays[first].astype(np.float32))
    np.savez(tmp_path / file, **{**arrays, first: arrays[first][:, :2]})
    with pytest.raises(ValueError, match=r"expected weights conv1(_1)?\.weight of shape \(64, 3, 3, 3\), got shape"):
        encoders.encoder(name)
    np.savez(tmp_path / file, **{k: v for k, v in arrays.items() if k != first})
    with pytest.raises(ValueError, match="got nothing"):
        encoders.encoder(name)
    np.savez(tmp_path / file, **{**arrays, first: np.full_like(arrays[first], np.nan)})
    with pytest.raises(ValueError, match="not all finite"):
        encoders.encoder(name)


def test_vgg19_with_torchvisions_names_and_pictures(monkeypatch):
    """The same layers built as torchvision numbers them, on its pictures: red first, 0 to 1, standardised."""
    torch.manual_seed(0)
    layers, channels = [], 3
    for block in encoders.VGG19:
        for width in block:
            layers += [nn.Conv2d(channels, width, 3, padding=1), nn.ReLU()]
            channels = width
        layers.append(nn.MaxPool2d(2, 2))
    plain = nn.Sequential(*layers)
    monkeypatch.setattr(encoders, "_downloaded", lambda: {f"features.{k}": v for k, v in plain.state_dict().items()})
    made, rgb = encoders.encoder("vgg19"), torch.rand(1, 3, 32, 48)
    ours = 255 * rgb.flip(1) - torch.tensor(encoders.MEAN).view(1, 3, 1, 1)
    theirs = (rgb - torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)) / torch.tensor([0.229, 0.224, 0.225]).view(
        1, 3, 1, 1
    )
    names = [name for name, _ in made.named_children()]
    with torch.no_grad():
        got, right = made[: names.index("relu5_1") + 1](ours), plain[:30](theirs)
    torch.testing.assert_close(got, right, rtol=1e-3, atol=1e-6)
    assert made.style_layers == ("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1")


def test_a_download_is_checked_by_its_hash_and_explained_if_it_fails(monkeypatch):
    asked = {}

    def fails(url, **options):
        asked.update(options, url=url)
        raise OSError("no network")

    monkeypatch.setattr(torch.hub, "load_state_dict_from_url", fails)
    with pytest.raises(encoders.WeightsUnavailable, match=r"(?s)no network.*by hand.*checkpoints"):
        encoders.encoder("vgg19")
    assert asked["check_hash"] is True and asked["weights_only"] is True and asked["url"].endswith("vgg19-dcbb9e9d.pth")


def test_the_best_that_is_here_needs_no_download(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path))
    assert "random" in encoders.best_available().about
    np.savez(tmp_path / encoders.SQUEEZENET_FILE, **fake_weights(encoders._squeezenet()))
    assert "SqueezeNet" in encoders.best_available().about


def test_what_the_helpers_report():
    image = np.ones((1, 3, 16, 16), dtype=np.float32)

    def changes(encoder, style, content):
        with torch.no_grad():
            encoder[0].bias += 1
        return lambda x: ([encoder[:2](x)], [encoder[:1](x.detach())])

    seen = encoders.seen_by_model(changes, [], [], image, 0)
    assert (
        seen["changed"] == ["conv1_1.bias"]
        and "conv1_1.weight" in seen["trainable"]
        and seen["slope"].shape == image.shape
    )
    seen = encoders.seen_by_model(lambda *_: lambda x: ([x.detach()], []), [], [], image, 0)
    assert seen["slope"] is None

    def constant(model, picture, grams, content, **options):
        return torch.tensor(1.0), torch.tensor(2.0), torch.tensor(3.0)

    found = encoders.loss_and_slope(constant, image, [], [])
    assert found == {"losses": [1.0, 2.0, 3.0], "tensors": [True] * 3, "backward": False, "slope": None}

    def goes_back(model, picture, grams, content, **options):
        total = (picture**2).sum()
        total.backward()
        return total.item(), total, total

    found = encoders.loss_and_slope(goes_back, image, [], [])
    assert found["backward"] and found["tensors"] == [False, True, True]


@pytest.mark.skipif(not os.environ.get("COURSE_DATA"), reason="real weights are read where COURSE_DATA is set")
def test_real_weights_see_edges():
    """Trained first layers answer to an edge more than to a flat picture of the same mean."""
    flat = torch.zeros(1, 3, 64, 64)
    edge = torch.cat([flat[..., :32] - 60, flat[..., 32:] + 60], dim=3)
    for name in ("vgg19-part", "squeezenet"):
        made = encoders.encoder(name)
        with torch.no_grad():
            answers = [made[:2](picture).std(dim=(2, 3)).mean() for picture in (flat, edge)]
        assert answers[1] > 10 * answers[0], name
