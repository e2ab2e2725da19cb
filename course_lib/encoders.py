"""Image encoders whose inner layers describe a picture: VGG-19, parts of it, SqueezeNet. For notebooks.

All take the same pictures: float tensors (N, 3, H, W), the channels blue, green, red, from 0 to 255, less
:data:`MEAN`. :func:`encoder` gives each by its name.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from course_lib.remote import helper

#: What is taken off each channel, in the order blue, green, red. Sources: Simonyan & Zisserman 2015, section 2.1.
MEAN = (103.939, 116.779, 123.68)

#: Channels of VGG-19's convolutions, block by block. Sources: Simonyan & Zisserman 2015, table 1, column E.
VGG19 = ((64, 64), (128, 128), (256, 256, 256, 256), (512, 512, 512, 512), (512, 512, 512, 512))
SMALL = ((16, 16), (32, 32), (32,))
PART = ((64, 64), (128, 128), (256,))
PART_LAYERS = ("relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1")
FIRE = {2: (16, 64), 3: (16, 64), 4: (32, 128), 5: (32, 128), 6: (48, 192), 7: (48, 192), 8: (64, 256), 9: (64, 256)}

PART_FILE, SQUEEZENET_FILE = "vgg19_norm_to_conv3_1_fp16.npz", "squeezenet11_features_fp16.npz"
#: The name that torchvision publishes the weights under; the file's name ends with the start of its SHA-256.
VGG19_URL = "https://download.pytorch.org/models/vgg19-dcbb9e9d.pth"
NAMES = ("vgg19", "vgg19-part", "squeezenet", "random")


class WeightsUnavailable(OSError):
    """An encoder's weights can neither be found nor fetched; the message says what to do."""


class Encoder(nn.Sequential):
    """Named layers, one after another, and which of them serve to describe a picture.

    Attributes
    ----------
    about : str
        What it is, in one sentence.
    style_layers, content_layers : tuple of str
        Names of layers that are good for style and for content, the first layers first.
    """

    about: str
    style_layers: tuple[str, ...]
    content_layers: tuple[str, ...]


def encoder(name: str = "random", seed: int = 0) -> Encoder:
    """Return an encoder by its name.

    Parameters
    ----------
    name : {"vgg19", "vgg19-part", "squeezenet", "random"}
        ``"vgg19"``: all of VGG-19, trained on ImageNet, 575 MB that are downloaded once.
        ``"vgg19-part"``: its first five convolutions, with weights scaled so that activations have mean 1 (Gatys,
        Ecker & Bethge 2016), from a file in the folder that ``COURSE_DATA`` names.
        ``"squeezenet"``: SqueezeNet 1.1, 1.4 MB, from a file there too.
        ``"random"``: a small VGG with random weights from ``seed``; nothing to download. Random weights give weaker
        styles, but they do (He, Wang & Hopcroft 2016).
    seed : int
        Of the random weights.

    Returns
    -------
    Encoder
        Its weights are trainable, as in any network of PyTorch's.

    Raises
    ------
    ValueError
        For another name, or weights of other shapes than the encoder's.
    WeightsUnavailable
        If the weights cannot be had.
    """
    if name == "random":
        return random_vgg(seed)
    if name == "vgg19":
        made = _vgg(VGG19, "VGG-19 with ImageNet weights", "zeros", _to_torchvision)
        made.style_layers = tuple(f"relu{block}_1" for block in range(1, 6))
        made.content_layers = ("relu4_2",)
        _fill(made, _from_torchvision(made, _downloaded()), VGG19_URL)
        return made
    if name == "vgg19-part":
        made = _vgg(PART, "the first five convolutions of VGG-19, with ImageNet weights", "reflect")
        made.style_layers, made.content_layers = PART_LAYERS, ("relu3_1",)
        return _from_file(made, PART_FILE)
    if name == "squeezenet":
        return _from_file(_squeezenet(), SQUEEZENET_FILE)
    raise ValueError(f"no encoder is called {name!r}; there are {', '.join(map(repr, NAMES))}")


def best_available() -> Encoder:
    """Return the best encoder that needs no download: a file's if there is one, else the random one."""
    for name in ("vgg19-part", "squeezenet"):
        try:
            return encoder(name)
        except WeightsUnavailable:
            continue
    return encoder("random")


def random_vgg(seed: int = 0) -> Encoder:
    """Return a VGG of five narrow convolutions in three blocks, with random weights and average pooling.

    The weights are He's, and scaled as in Gatys et al. so that each layer's activations stay of the size of one.
    """
    generator = torch.Generator().manual_seed(seed)
    made = _vgg(SMALL, f"a small VGG with random weights (seed {seed})", "reflect", pool=nn.AvgPool2d)
    made.style_layers, made.content_layers = PART_LAYERS, ("relu2_1",)
    with torch.no_grad():
        size = 60.0  # of the pictures' entries
        for layer in made:
            if isinstance(layer, nn.Conv2d):
                fan = layer.weight[0].numel()
                layer.weight.copy_(torch.randn(layer.weight.shape, generator=generator) * (2 / fan) ** 0.5 / size)
                layer.bias.zero_()
                size = 1.0
    return made


def colour_features(image: Tensor) -> tuple[list[Tensor], list[Tensor]]:
    """Return features of pictures (N, 3, H, W) that can be followed by hand, in place of a network's.

    Returns
    -------
    style : list of Tensor
        The picture itself in units of 50, its averages over 2 × 2 squares, its differences from row to row.
    content : list of Tensor
        Those averages, and those differences.
    """
    scaled = image / 50
    averages, edges = nn.functional.avg_pool2d(scaled, 2), scaled[:, :, 1:] - scaled[:, :, :-1]
    return [scaled, averages, edges], [averages, edges]


def towards_bright(image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return three losses of an image, smallest where all its entries are 10: total, style (always 3), content."""
    content = ((image - 10) ** 2).mean()
    style = torch.tensor(3.0)
    return content + style, style, content


@helper
def seen_by_model(make: Callable, style_layers: list[str], content_layers: list[str], image: Any, seed: int) -> dict:
    """Return what the model that ``make(encoder, style_layers, content_layers)`` gives makes of a picture.

    Returns
    -------
    dict
        ``style``, ``content``: lists of arrays. ``slope``: of the sum of all features with respect to the picture, an
        array, None if no graph leads there. ``trainable``, ``changed``: names of the encoder's weights that still
        require a gradient when the model has been made, and of those that have other values in the end.
    """
    made = random_vgg(seed)
    before = {name: value.detach().clone() for name, value in made.named_parameters()}
    picture = torch.as_tensor(image).clone().requires_grad_()
    model = make(made, style_layers, content_layers)
    trainable = [name for name, value in made.named_parameters() if value.requires_grad]
    model(torch.zeros_like(picture))  # a model may be used again and again
    style, content = model(picture)
    features = [*style, *content]
    total = sum(one.sum() for one in features)
    slope = None
    if torch.is_tensor(total) and total.requires_grad:
        (slope,) = torch.autograd.grad(total, picture, allow_unused=True)
    return {
        "style": [one.detach().numpy() for one in style],
        "content": [one.detach().numpy() for one in content],
        "slope": None if slope is None else slope.numpy(),
        "trainable": trainable,
        "changed": [name for name, value in made.named_parameters() if not torch.equal(value, before[name])],
    }


@helper
def loss_and_slope(calculate: Callable, image: Any, grams: list, content: list, **options: Any) -> dict:
    """Return what ``calculate(colour_features, image, grams, content, **options)`` gives, and its slope.

    Returns
    -------
    dict
        ``losses``: the three as a list of floats; ``tensors``: whether each was a tensor. ``slope``: of the first with
        respect to the picture, an array, None if no graph leads there. ``backward``: whether ``calculate`` went back.
    """
    picture = torch.as_tensor(image).detach().clone().requires_grad_()
    losses = calculate(colour_features, picture, grams, content, **options)
    total, slope, backward = losses[0], None, picture.grad is not None
    if torch.is_tensor(total) and total.requires_grad:
        (slope,) = torch.autograd.grad(total, picture, allow_unused=True)
    return {
        "losses": [one.item() if torch.is_tensor(one) else float(one) for one in losses],
        "tensors": [torch.is_tensor(one) for one in losses],
        "backward": backward,
        "slope": None if slope is None else slope.numpy(),
    }


@helper
def weights_after(run: Callable, start: Any, steps: int) -> dict:
    """Run ``run(losses, start, steps, torch.optim.LBFGS, lr=1.0)`` on losses by an encoder that could be trained.

    ``start`` comes with its channels last and is turned, so that its memory is in another order.

    Returns
    -------
    dict
        ``changed``: names of weights that have other values afterwards. ``moved``: by how much the picture moved at
        most. ``detached``: whether neither the picture nor ``start`` requires a gradient. ``kinds``: the names of the
        types of the losses in the list.
    """
    made, start = random_vgg(1), torch.as_tensor(start).permute(0, 3, 1, 2)
    before = {name: value.detach().clone() for name, value in made.named_parameters()}

    def losses(image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        content = (made[:5](image) ** 2).mean()
        style = (image**2).mean()
        return content + style, style, content

    image, history = run(losses, start, steps, torch.optim.LBFGS, lr=1.0)
    image = torch.as_tensor(image)
    return {
        "changed": [name for name, value in made.named_parameters() if not torch.equal(value, before[name])],
        "moved": float((image.detach() - start.detach()).abs().max()),
        "detached": not (image.requires_grad or start.requires_grad),
        "kinds": sorted({"float" if isinstance(x, float) else type(x).__name__ for triple in history for x in triple}),
    }


def _vgg(
    blocks: tuple[tuple[int, ...], ...],
    about: str,
    padding: str,
    first: Callable[[], nn.Module] | None = None,
    pool: Callable[..., nn.Module] = nn.MaxPool2d,
) -> Encoder:
    """Return VGG's layers, called as in the paper: conv1_1, relu1_1, …, pool1, conv2_1, …"""
    made, channels = Encoder(), 3
    made.about = about
    if first is not None:
        made.add_module("input", first())
    for block, widths in enumerate(blocks, start=1):
        for number, width in enumerate(widths, start=1):
            made.add_module(f"conv{block}_{number}", nn.Conv2d(channels, width, 3, padding=1, padding_mode=padding))
            made.add_module(f"relu{block}_{number}", nn.ReLU())
            channels = width
        if block < len(blocks):
            made.add_module(f"pool{block}", pool(2, 2))
    return made


class _Rescale(nn.Module):
    """From the course's pictures to torchvision's: red, green, blue, from 0 to 1, standardised."""

    def __init__(self) -> None:
        super().__init__()
        shape = (1, 3, 1, 1)
        self.register_buffer("mean", torch.tensor(MEAN).view(shape), persistent=False)
        self.register_buffer("center", torch.tensor([0.485, 0.456, 0.406]).view(shape), persistent=False)
        self.register_buffer("spread", torch.tensor([0.229, 0.224, 0.225]).view(shape), persistent=False)

    def forward(self, image: Tensor) -> Tensor:
        return ((image + self.mean).flip(1) / 255 - self.center) / self.spread


_to_torchvision = _Rescale


class _Fire(nn.Module):
    """SqueezeNet's block: few channels, then 1×1 and 3×3 convolutions side by side. Sources: Iandola et al. 2016."""

    def __init__(self, channels: int, squeezed: int, expanded: int):
        super().__init__()
        self.squeeze1x1 = nn.Conv2d(channels, squeezed, 1)
        self.expand1x1 = nn.Conv2d(squeezed, expanded, 1)
        self.expand3x3 = nn.Conv2d(squeezed, expanded, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = torch.relu(self.squeeze1x1(x))
        return torch.cat([torch.relu(self.expand1x1(x)), torch.relu(self.expand3x3(x))], 1)


def _squeezenet() -> Encoder:
    made = Encoder()
    made.about = "SqueezeNet 1.1 with ImageNet weights"
    made.style_layers, made.content_layers = ("relu1", "fire2", "fire3", "fire5", "fire7"), ("fire5",)
    made.add_module("conv1", nn.Conv2d(3, 64, 3, stride=2))
    made.add_module("relu1", nn.ReLU())
    channels = 64
    for number, (squeezed, expanded) in FIRE.items():
        if number in (2, 4, 6):
            made.add_module(f"pool{number}", nn.MaxPool2d(3, 2, ceil_mode=True))
        made.add_module(f"fire{number}", _Fire(channels, squeezed, expanded))
        channels = 2 * expanded
    return made


def _from_file(made: Encoder, name: str) -> Encoder:
    """Fill in the weights of an .npz file: ``LAYER_w`` and ``LAYER_b`` for each convolution."""
    folder = os.environ.get("COURSE_DATA")
    path = Path(folder or ".") / name
    if not folder or not path.is_file():
        where = f"not in {folder}" if folder else "not set"
        raise WeightsUnavailable(
            f"{name} is needed for {made.about}, in the folder that the environment variable COURSE_DATA names "
            f"({where}). Without it, use encoder('random')."
        )
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {key: file[key] for key in file.files}
    except Exception as error:
        raise WeightsUnavailable(f"{path} cannot be read ({error}); is it a whole .npz file?") from error
    weights = {}
    for key, value in arrays.items():
        layer, _, kind = key.rpartition("_")
        if kind in ("w", "b") and layer:
            weights[f"{layer}.{'weight' if kind == 'w' else 'bias'}"] = torch.from_numpy(value.astype(np.float32))
    _fill(made, weights, str(path))
    return made


def _fill(made: Encoder, weights: dict[str, Tensor], source: str) -> None:
    """Copy weights in, each checked. Raises ValueError if one is missing or has another shape."""
    for name, parameter in made.named_parameters():
        found = weights.get(name)
        if found is None or found.shape != parameter.shape:
            got = "nothing" if found is None else f"shape {tuple(found.shape)}"
            raise ValueError(f"{source}: expected weights {name} of shape {tuple(parameter.shape)}, got {got}")
        if not bool(torch.isfinite(found).all()):
            raise ValueError(f"{source}: the weights {name} are not all finite numbers")
        with torch.no_grad():
            parameter.copy_(found)


def _downloaded() -> dict[str, Tensor]:
    """Return torchvision's weights: from the cache of torch.hub, or downloaded and checked by their hash."""
    try:
        return torch.hub.load_state_dict_from_url(VGG19_URL, map_location="cpu", check_hash=True, weights_only=True)
    except Exception as error:
        raise WeightsUnavailable(
            f"VGG-19's weights could not be had from {VGG19_URL} ({type(error).__name__}: {error}). Download the file "
            f"by hand and put it into {Path(torch.hub.get_dir()) / 'checkpoints'}, or use encoder('random')."
        ) from error


def _from_torchvision(made: Encoder, weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the same weights by our names: torchvision's are numbered among all layers, ``features.0.weight``…"""
    renamed, number = {}, 0
    for name, layer in made.named_children():
        if name == "input":
            continue
        if isinstance(layer, nn.Conv2d):
            for kind in ("weight", "bias"):
                if f"features.{number}.{kind}" in weights:
                    renamed[f"{name}.{kind}"] = weights[f"features.{number}.{kind}"]
        number += 1
    return renamed
