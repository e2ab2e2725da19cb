# %% [markdown]
# # Neural style transfer
#
# **Assignment 2, notebook `style_transfer`, 25 points, and 3 on top.** You take the *content* of one picture and the *style* of another, and find a third picture that has both. Nothing is trained but that picture: its pixels are
# the parameters, and a network that stays as it is says what content and style are (Gatys, Ecker & Bethge 2016).
#
# - A picture is a float tensor of shape (N, 3, H, W) here, with the channels **blue, green, red**, from 0 to 255, less the mean of each channel (`encoders.MEAN`). That is what VGG was trained on.
# - The encoder in use is a small network with **random weights**: nothing to download, a run takes seconds, and what it does is weaker than what trained weights do. The end of part 4 says how to take a trained one.
# - Hidden checks test the rest of each answer when your work is graded, on small pictures. Work in pairs: **one** of you hands in, and both get the mark.

# %% role="setup"
import matplotlib.pyplot as plt
import numpy as np
import torch
from PIL import Image
from course_lib import checks, encoders, notebook, pictures

# %% [markdown] role="given"
# Names of encoders: `"random"`, `"vgg19"` (575 MB, downloaded once), and, where the environment variable `COURSE_DATA` names a folder with their files, `"vgg19-part"` and `"squeezenet"`. Sizes are in pixels. When all
# your checks pass, change the encoder, the sizes and the pictures as you like: when your work is graded, this cell is put back, with smaller sizes.

# %% role="given"
encoder = encoders.encoder("random")
max_size, steps = notebook.sized((128, 40), (96, 16))  # yours, and what the grader takes
content_path, style_path = pictures.path("china"), pictures.path("waves")  # or paths of your own pictures
print("The encoder in use:", encoder.about)
print("Its layers:", ", ".join(name for name, _ in encoder.named_children()))

# %% [markdown]
# **Look.** The two pictures. From the first you keep what is where, from the second how it is painted.

# %%
pictures.show([np.asarray(Image.open(path).convert("RGB")) for path in (content_path, style_path)], ["content", "style"])

# %% [markdown]
# ## Part 1: from files to features and back

# %% [markdown] id="s1_load" role="statement"
# ### Question 1: load a picture (3 points)
#
# **Task.** Write `load_and_process_img(path, max_size)`. It reads the file in RGB (as Pillow's `convert("RGB")` does: a grey one gets three equal channels, an alpha channel is left out), and shrinks it so that its longer side is `max_size`; the other side keeps the
# proportion, to within a pixel. Any of Pillow's filters will do. A picture that is small enough stays as it is. It returns a float32 tensor of shape (1, 3, H, W): channels in the order blue, green, red, from 0 to 255, less `encoders.MEAN`, which has that order.
#
# To check by hand: the cat's picture, `pictures.path("chelsea")`, is 300 pixels high and 451 wide. Its first pixel is red 143, green 120, blue 104, so the tensor begins with 104 − 103.939 = 0.061 in blue, then 3.221, then 19.32. With `max_size=100` it is 66 or 67 high and 100 wide.

# %% id="s1_load" role="solution"
def load_and_process_img(path, max_size):
    """Return a picture as VGG takes it.

    Parameters
    ----------
    path : str
        Of a file that Pillow can open.
    max_size : int
        The most pixels of its longer side.

    Returns
    -------
    Tensor, float32, shape (1, 3, H, W) : blue, green, red, 0 to 255, less encoders.MEAN
    """
    ### BEGIN SOLUTION
    picture = Image.open(path).convert("RGB")
    scale = max_size / max(picture.size)
    if scale < 1:
        picture = picture.resize([max(1, round(side * scale)) for side in picture.size], Image.Resampling.LANCZOS)
    rgb = torch.tensor(np.array(picture), dtype=torch.float32).permute(2, 0, 1)
    return rgb.flip(0)[None] - torch.tensor(encoders.MEAN).view(1, 3, 1, 1)
    ### END SOLUTION

# %% The cat as it is id="s1_load_public" role="test" points=1
with checks.question("s1_load_public") as check:
    tensor = load_and_process_img(pictures.path("chelsea"), 512)
    with check("shape (1, 3, 300, 451): one picture, channels, rows, columns"):
        checks.equal(tuple(tensor.shape), (1, 3, 300, 451), name="the shape", hint="one picture first, then its channels, rows and columns. Pillow's size is (width, height); a picture that is small enough keeps its size")
        checks.equal(str(tensor.dtype), "torch.float32", name="the dtype", hint="a tensor of torch, not an array: torch.tensor(array, dtype=torch.float32)")
    with check("the first pixel: blue 0.061, green 3.221, red 19.32"):
        checks.close(tensor[0, :, 0, 0], [0.061, 3.221, 19.32], name="the first pixel", rtol=1e-3, mistakes={
            "the channels are red, green, blue": [39.061, 3.221, -19.68],
            "the mean was taken off in the order red, green, blue": [-19.68, 3.221, 39.061],
            "the mean is still in": [104.0, 120.0, 143.0],
            "the values are from 0 to 1 before the mean is taken off": [-103.531, -116.308, -123.119],
            "rows, columns and channels got mixed: permute moves dimensions, reshape and view do not": [0.061, 68.061, -29.939],
        })
    with check("at most 100 pixels: 66 or 67 high, 100 wide"):
        small = checks.finite_array(load_and_process_img(pictures.path("chelsea"), 100), (1, 3, None, None), name="the tensor")
        checks.true(small.shape[2] in (66, 67) and small.shape[3] == 100, f"it is {small.shape[2]} high and {small.shape[3]} wide")

# %% Other sizes id="s1_load_size" role="hidden" points=1
# Hint: Which side is longer, and by which factor do both shrink? Try a picture that is wide, one that is high, and a square one.
with checks.question("s1_load_size") as check:
    for name, most, (height, width) in [("rocket", 64, (42.7, 64)), ("tall", 18, (18, 12)), ("astronaut", 32, (32, 32)), ("tall", 25, (25, 16.7)), ("coffee", 500, (333.3, 500))]:
        with check(f"{name}, at most {most} pixels"):
            values = checks.finite_array(load_and_process_img(pictures.path(name), most), (1, 3, None, None), name="the tensor")
            checks.less(abs(values.shape[2] - height), 1.0, f"the height is {values.shape[2]}")
            checks.less(abs(values.shape[3] - width), 1.0, f"the width is {values.shape[3]}")
            own = np.asarray(Image.open(pictures.path(name)).convert("RGB"), dtype=float).mean()
            checks.close(float(values.mean()) + np.mean(encoders.MEAN), own, name="the mean of all values, with encoders.MEAN added", atol=6.0)
    with check("tall, at most 15 pixels: what is where"):
        blocks = np.asarray(Image.open(pictures.path("tall")).convert("RGB"), dtype=float)[:, :, ::-1].reshape(15, 2, 10, 2, 3).mean((1, 3))
        shrunk = checks.finite_array(load_and_process_img(pictures.path("tall"), 15), (1, 3, 15, 10), name="the tensor")[0] + np.array(encoders.MEAN)[:, None, None]
        checks.close(shrunk, blocks.transpose(2, 0, 1), name="the picture, with encoders.MEAN added", atol=8.0)

# %% Other pictures id="s1_load_kind" role="hidden" points=1
# Hint: Not every file has three channels: convert it when you read it. Take the mean off each channel, also after shrinking.
with checks.question("s1_load_kind") as check:
    means = np.array(encoders.MEAN)[:, None, None]
    with check("a grey picture"):
        values = checks.finite_array(load_and_process_img(pictures.path("brick"), 600), (1, 3, 512, 512), name="the tensor")[0] + means
        own = np.asarray(Image.open(pictures.path("brick")), dtype=float)
        checks.close(values[:, 5:500:31, 3:500:29], np.stack([own[5:500:31, 3:500:29]] * 3), name="the channels", atol=1e-3)
    with check("one with transparency"):
        values = checks.finite_array(load_and_process_img(pictures.path("glass"), 600), (1, 3, 8, 12), name="the tensor")[0] + means
        own = np.asarray(Image.open(pictures.path("glass")).convert("RGB"), dtype=float)[:, :, ::-1].transpose(2, 0, 1)
        checks.close(values, own, name="the colours", atol=1e-3, hint="the alpha channel is left out, and colours stay as they are")
    with check("a coloured one, shrunk: the mean of each channel"):
        values = checks.finite_array(load_and_process_img(pictures.path("astronaut"), 64), (1, 3, 64, 64), name="the tensor")[0] + means
        own = np.asarray(Image.open(pictures.path("astronaut")).convert("RGB"), dtype=float)[:, :, ::-1]
        checks.close(values.mean((1, 2)), own.mean((0, 1)), name="the means", atol=3.0)

# %% [markdown] id="s2_deprocess" role="statement"
# ### Question 2: and back (2 points)
#
# **Task.** Write `deprocess_img(tensor)`, which turns such a tensor of shape (1, 3, H, W) into an array of shape (H, W, 3) that can be shown: red, green, blue, whole numbers of type uint8. While a picture is optimised its
# values leave the range 0 to 255. **Clip before you convert:** 300 does not fit into a uint8, and wraps to 44. Round to the nearest number. The tensor stays as it is, and may require a gradient.
#
# To check by hand: two pixels side by side that are blue 100.4, green −20, red 300 and blue 10.6, green 20.3, red 30.2 once the mean is added become (255, 0, 100) and (30, 20, 11).

# %% id="s2_deprocess" role="solution"
def deprocess_img(tensor):
    """Return a picture that can be shown.

    Parameters
    ----------
    tensor : Tensor, shape (1, 3, H, W)
        As load_and_process_img gives it, with values that may be out of range.

    Returns
    -------
    ndarray, uint8, shape (H, W, 3) : red, green, blue
    """
    ### BEGIN SOLUTION
    bgr = tensor.detach()[0] + torch.tensor(encoders.MEAN).view(3, 1, 1)
    return bgr.flip(0).permute(1, 2, 0).clamp(0, 255).round().to(torch.uint8).numpy()
    ### END SOLUTION

# %% Two pixels id="s2_deprocess_public" role="test" points=0.5
with checks.question("s2_deprocess_public") as check:
    with check("the two pixels above: (255, 0, 100) and (30, 20, 11)"):
        values = torch.tensor([[100.4, -20.0, 300.0], [10.6, 20.3, 30.2]]) - torch.tensor(encoders.MEAN)
        pixels = deprocess_img(values.T.reshape(1, 3, 1, 2))
        checks.equal(str(pixels.dtype), "uint8", name="the dtype", hint="an array of NumPy: tensor.numpy()")
        checks.equal(tuple(pixels.shape), (1, 2, 3), name="the shape", hint="rows, columns, channels; the first dimension is gone")
        checks.close(pixels.astype(int), [[[255, 0, 100], [30, 20, 11]]], name="the pixels", mistakes={
            "not clipped: the numbers wrapped": [[[44, 236, 100], [30, 20, 11]]],
            "still blue, green, red": [[[100, 0, 255], [11, 20, 30]]],
            "the mean was not added": [[[176, 0, 0], [0, 0, 0]]],
            "cut off, not rounded to the nearest number": [[[255, 0, 100], [30, 20, 10]]],
            "the mean was added in the order red, green, blue": [[[255, 0, 120], [10, 20, 30]]],
        })

# %% Other pictures id="s2_deprocess_other" role="hidden" points=1.5
# Hint: Rows stay rows. Values are rounded, not cut off. Does the tensor still hold what it held before?
with checks.question("s2_deprocess_other") as check:
    rng = checks.rng("s2")
    offsets = np.array(encoders.MEAN)[:, None, None]
    for height, width in [(4, 7), (6, 3)]:
        with check(f"{height} × {width} pixels"):
            whole = rng.integers(-80, 340, (3, height, width))
            values = whole + rng.choice([-0.3, 0.0, 0.3], whole.shape)
            tensor = torch.tensor((values - offsets)[None], dtype=torch.float32)
            before = tensor.clone()
            shown = deprocess_img(tensor)
            checks.equal(str(shown.dtype), "uint8", name="the dtype")
            right = np.minimum(np.maximum(whole, 0), 255)[::-1].transpose(1, 2, 0)
            checks.close(shown.astype(int), right, name="the picture")
            checks.close(tensor.numpy(), before.numpy(), name="the tensor that was given")
    with check("a tensor that requires a gradient"):
        tensor = torch.full((1, 3, 2, 2), 10.0, requires_grad=True)
        checks.close(deprocess_img(tensor).astype(int), np.tile([134, 127, 114], (2, 2, 1)), name="the picture")

# %% [markdown] id="s3_model" role="statement"
# ### Question 3: what the layers see (4 points)
#
# The encoder is a chain of named layers: `for name, layer in encoder.named_children(): …`. After each convolution comes a ReLU; what leaves the first one of block 2, say, is called `relu2_1`.
#
# **Task.** Write `model_VGG(encoder, style_layers, content_layers)`. It **freezes** the encoder, so that no weight requires a gradient any more, and returns a function `model(image)`. That one sends an image (N, 3, H, W) through
# the layers and returns two lists, `(style_features, content_features)`: what leaves the layers named in `style_layers`, and in `content_layers`, in the order in which the image meets them. A layer may be in both. Gradients must flow back to the image.

# %% id="s3_model" role="solution"
def model_VGG(encoder, style_layers, content_layers):
    """Return a function that gives an image's features at some layers, of an encoder that is frozen.

    Parameters
    ----------
    encoder : torch.nn.Sequential
        With named layers; its weights require gradients.
    style_layers, content_layers : sequence of str
        Names of layers, in the encoder's order.

    Returns
    -------
    function : Tensor (N, 3, H, W) -> (list of Tensor, list of Tensor), style and content features
    """
    ### BEGIN SOLUTION
    encoder.requires_grad_(False)
    last = [name for name, _ in encoder.named_children() if name in (*style_layers, *content_layers)][-1]

    def model(image):
        style_features, content_features, features = [], [], image
        for name, layer in encoder.named_children():
            features = layer(features)
            if name in style_layers:
                style_features.append(features)
            if name in content_layers:
                content_features.append(features)
            if name == last:
                break
        return style_features, content_features

    return model
    ### END SOLUTION

# %% Shapes of two layers id="s3_model_public" role="test" points=1
with checks.question("s3_model_public") as check:
    seen = encoders.seen_by_model(model_VGG, ["relu1_1", "relu2_1"], ["relu3_1"], np.ones((1, 3, 32, 48), dtype=np.float32), 0)
    with check("two style features, one content feature"):
        checks.equal((len(seen["style"]), len(seen["content"])), (2, 1), name="how many style and content features", hint="two lists, made anew whenever model is called: (style_features, content_features)")
        checks.equal([one.shape for one in seen["style"]], [(1, 16, 32, 48), (1, 32, 16, 24)], name="the shapes of the style features")
        checks.equal([one.shape for one in seen["content"]], [(1, 32, 8, 12)], name="the shape of the content feature")
    with check("no weight requires a gradient"):
        checks.equal(seen["trainable"], [], name="weights that require one", hint="freeze the encoder that was given, not a copy: encoder.requires_grad_(False)")
    with check("what leaves a ReLU is not negative, and a gradient reaches the image"):
        checks.less(-1e-9, min(float(one.min()) for one in (*seen["style"], *seen["content"])), "an entry is negative: what leaves a layer is asked, not what goes into it")
        checks.true(seen["slope"] is not None, "no gradient reaches the image: is there a detach, or torch.no_grad?")

# %% The values id="s3_model_values" role="hidden" points=1.5
# Hint: What leaves the named layer is asked, for every image of the batch. A layer that is named twice is in both lists.
with checks.question("s3_model_values") as check:
    rng = checks.rng("s3 values")
    for style, content in [(["relu1_1", "relu3_1"], ["relu2_1"]), (["relu2_1", "pool2", "relu3_1"], ["conv2_1", "relu3_1"]), (["relu1_1"], ["relu1_1"])]:
        with check(f"style {', '.join(style)}, content {', '.join(content)}"):
            image, seed = (40 * rng.normal(size=(2, 3, 32, 48))).astype(np.float32), int(rng.integers(1000))
            seen = encoders.seen_by_model(model_VGG, style, content, image, seed)
            values, own = {}, torch.tensor(image)
            with torch.no_grad():
                for name, layer in encoders.random_vgg(seed).named_children():
                    own = values[name] = layer(own)
            for kind, names in [("style", style), ("content", content)]:
                checks.equal(len(seen[kind]), len(names), name=f"how many {kind} features")
                for number, name in enumerate(names):
                    checks.close(seen[kind][number], values[name].numpy(), name=f"{kind} feature {name}", rtol=1e-3, atol=1e-4)

# %% What is trained id="s3_model_frozen" role="hidden" points=1.5
# Hint: The weights must neither change nor ask for gradients, the image must get one: no torch.no_grad, no detach on the way.
with checks.question("s3_model_frozen") as check:
    rng = checks.rng("s3 frozen")
    image, seed = (40 * rng.normal(size=(1, 3, 32, 48))).astype(np.float32), int(rng.integers(1000))
    seen = encoders.seen_by_model(model_VGG, ["relu1_1"], ["relu2_1"], image, seed)
    with check("the weights are frozen, and as before"):
        checks.equal(seen["trainable"], [], name="weights that require a gradient")
        checks.equal(seen["changed"], [], name="weights that changed")
    with check("the slope with respect to the image"):
        own = torch.tensor(image, requires_grad=True)
        first = encoders.random_vgg(seed)[:2](own)
        (first.sum() + encoders.random_vgg(seed)[2:7](first).sum()).backward()
        checks.true(seen["slope"] is not None, "no gradient reaches the image")
        checks.close(seen["slope"], own.grad.numpy(), name="the slope", rtol=1e-3, atol=1e-4)

# %% [markdown]
# ## Part 2: what is alike

# %% [markdown] id="s4_losses" role="statement"
# ### Question 4: two losses (2 points)
#
# **Task.** Write `compute_content_loss(features, target)` and `compute_style_loss(gram, target_gram)`: for two tensors of one shape, the **mean** of the squares of the differences, over all entries, as a tensor with one number
# that autograd can go back through. Papers take sums, with other factors; a mean stays of one size whatever the picture's size is, so that weights mean the same for all of them.
#
# To check by hand: (1, 2, 3, 4) against (3, 2, 3, 10): (4 + 36) / 4 = 10.

# %% id="s4_losses" role="solution"
def compute_content_loss(features, target):
    """Return the mean square difference of features.

    Parameters
    ----------
    features, target : Tensor, shape (N, C, H, W)

    Returns
    -------
    Tensor, shape ()
    """
    ### BEGIN SOLUTION
    return ((features - target) ** 2).mean()
    ### END SOLUTION


def compute_style_loss(gram, target_gram):
    """Return the mean square difference of Gram matrices.

    Parameters
    ----------
    gram, target_gram : Tensor, shape (N, C, C)

    Returns
    -------
    Tensor, shape ()
    """
    ### BEGIN SOLUTION
    return torch.mean((gram - target_gram) ** 2)
    ### END SOLUTION

# %% Four numbers id="s4_losses_public" role="test" points=0.5
with checks.question("s4_losses_public") as check:
    one, other = torch.tensor([1.0, 2.0, 3.0, 4.0]), torch.tensor([3.0, 2.0, 3.0, 10.0])
    slips = {"a sum; the mean is asked": 40.0, "absolute values; squares are asked": 2.0, "differences without the square": -2.0, "the square of the mean; the mean of the squares is asked": 4.0, "a factor ½ is too much": 5.0, "a root was taken": np.sqrt(10), "the root of a sum": np.sqrt(40), "a sum, divided by HW alone": 20.0}
    with check("content, in shape (1, 2, 1, 2): 10"):
        checks.close(compute_content_loss(one.view(1, 2, 1, 2), other.view(1, 2, 1, 2)), 10.0, name="compute_content_loss", mistakes=slips)
    with check("style, in shape (1, 2, 2): 10"):
        checks.close(compute_style_loss(one.view(1, 2, 2), other.view(1, 2, 2)), 10.0, name="compute_style_loss", mistakes=slips)

# %% Other shapes, and the gradients id="s4_losses_other" role="hidden" points=1.5
# Hint: The mean is over all entries, of all pictures. A number made by .item() has no gradient.
with checks.question("s4_losses_other") as check:
    rng = checks.rng("s4")
    for title, function, shapes in [("content", compute_content_loss, [(1, 3, 4, 5), (2, 1, 3, 2)]), ("style", compute_style_loss, [(1, 3, 3), (2, 4, 4)])]:
        for shape in shapes:
            with check(f"{title}, shape {shape}"):
                left, right = rng.normal(size=shape), rng.normal(size=shape)
                found = checks.autograd_of(function, torch.tensor(left, requires_grad=True), torch.tensor(right))
                checks.close(found["value"], float(((left - right) ** 2).sum() / left.size), name="the loss", rtol=1e-4)
                checks.true(found["gradient"] is not None, "autograd finds no way back to the features")
                checks.close(found["gradient"], 2 * (left - right) / left.size, name="its gradient", rtol=1e-4, atol=1e-6)

# %% [markdown] id="s5_gram" role="statement"
# ### Question 5: the Gram matrix (3 points)
#
# Style is which features occur together, wherever that is. With $F_{c,hw}$ the value of channel $c$ at row $h$ and column $w$,
#
# $$G_{cd} = \frac{1}{HW}\sum_{h,w} F_{c,hw}\, F_{d,hw}$$
#
# **Task.** Write `gram_matrix(features)`: from (N, C, H, W) to (N, C, C), one matrix for each picture of the batch.
#
# To check by hand: the numbers 1 to 24 in an array of shape (3, 4, 2), which is (height, width, channels): as features, `torch.arange(1.0, 25.0).view(3, 4, 2).permute(2, 0, 1)[None]`. Channel 0 has 1, 3, …, 23, whose squares have the mean 191.667; $G$ is ((191.667, 203.667), (203.667, 216.667)).

# %% id="s5_gram" role="solution"
def gram_matrix(features):
    """Return the Gram matrix of the channels of each picture, divided by its number of pixels.

    Parameters
    ----------
    features : Tensor, shape (N, C, H, W)

    Returns
    -------
    Tensor, shape (N, C, C)
    """
    ### BEGIN SOLUTION
    flat = features.flatten(2)
    return flat @ flat.transpose(1, 2) / flat.shape[2]
    ### END SOLUTION

# %% The numbers 1 to 24 id="s5_gram_public" role="test" points=1
with checks.question("s5_gram_public") as check:
    with check("the example above"):
        features = torch.arange(1.0, 25.0).view(3, 4, 2).permute(2, 0, 1)[None]
        right = np.array([[[191.66667, 203.66667], [203.66667, 216.66667]]])
        checks.close(gram_matrix(features), right, name="gram_matrix", rtol=1e-5, mistakes={
            "divided by the height alone": 4 * right,
            "divided by the width alone": 3 * right,
            "not divided": 12 * right,
            "divided by C·H·W": right / 2,
            "divided by the number of pictures alone": 12 * right,
            "divided by (HW)²": right / 12,
        })
    with check("two pictures: two matrices"):
        checks.equal(tuple(gram_matrix(torch.ones(2, 3, 4, 5)).shape), (2, 3, 3), name="the shape for features of shape (2, 3, 4, 5)")

# %% Several pictures id="s5_gram_batch" role="hidden" points=1
# Hint: Each picture has a matrix of its own. Give a batch of two, with height and width that differ.
with checks.question("s5_gram_batch") as check:
    rng = checks.rng("s5 batch")
    for shape in [(2, 3, 4, 5), (3, 2, 6, 1), (2, 5, 2, 3)]:
        with check(f"shape {shape}"):
            values = rng.normal(size=shape)
            right = np.einsum("nchw,ndhw->ncd", values, values) / (shape[2] * shape[3])
            checks.close(gram_matrix(torch.tensor(values)), right, name="gram_matrix")

# %% One picture, and the gradient id="s5_gram_gradient" role="hidden" points=1
# Hint: One picture still has the first dimension. Autograd must find its way back to the features.
with checks.question("s5_gram_gradient") as check:
    rng = checks.rng("s5 gradient")
    with check("one picture, four channels"):
        values = rng.normal(size=(1, 4, 3, 7))
        flat = values[0].reshape(4, 21)
        found = checks.autograd_of(gram_matrix, torch.tensor(values, requires_grad=True))
        checks.close(found["value"], (flat @ flat.T / 21)[None], name="gram_matrix")
        checks.true(found["gradient"] is not None, "autograd finds no way back to the features")
        checks.close(found["gradient"], (2 * flat.sum(0) / 21 * np.ones((4, 1))).reshape(1, 4, 3, 7), name="the gradient of the sum of its entries")

# %% [markdown] id="s6_features" role="statement"
# ### Question 6: the targets (2 points)
#
# **Task.** Write `compute_features(model, content_path, style_path, load)`. It loads both pictures by `load(path)`, sends each through `model` (a function as in question 3), and returns the pair: the **style** features of the
# **style** picture, the **content** features of the **content** picture, as the model gives them. They are constants, so `torch.no_grad()` is fine (tensors of `torch.inference_mode()` cannot be used in a loss later). In part 4, `load` is your `load_and_process_img` with `max_size` filled in; checks bring their own.

# %% id="s6_features" role="solution"
def compute_features(model, content_path, style_path, load):
    """Return what the picture that is looked for should be like.

    Parameters
    ----------
    model : function
        Tensor (1, 3, H, W) -> (style features, content features).
    content_path, style_path : str
    load : function
        Path -> Tensor (1, 3, H, W).

    Returns
    -------
    tuple (style_features, content_features) : lists of Tensor
    """
    ### BEGIN SOLUTION
    with torch.no_grad():
        style_features, _ = model(load(style_path))
        _, content_features = model(load(content_path))
    return style_features, content_features
    ### END SOLUTION

# %% Their shapes id="s6_features_public" role="test" points=0.5
with checks.question("s6_features_public") as check:
    sizes = {"square.png": (6, 6), "wide.png": (4, 10)}

    def load(path):
        return torch.ones(1, 3, *sizes[path])

    style, content = compute_features(encoders.colour_features, "wide.png", "square.png", load)
    with check("loaded by load(path): three style features of the square picture, two content features of the wide one"):
        checks.equal([len(style), len(content)], [3, 2], name="how many style and content features", hint="the model gives both kinds for each picture; return (style_features, content_features)")
        checks.equal(tuple(style[0].shape), (1, 3, 6, 6), name="the shape of the first style feature", hint="style features come from the style picture, and as they are: no Gram matrices yet")
        checks.equal(tuple(content[0].shape), (1, 3, 2, 5), name="the shape of the first content feature", hint="content features come from the content picture")

# %% Their values id="s6_features_values" role="hidden" points=1.5
# Hint: Which picture gives the style, which the content? Features are returned as the model gives them.
with checks.question("s6_features_values") as check:
    rng = checks.rng("s6")
    for sea, me in [((4, 8), (6, 2)), ((8, 8), (2, 4))]:
        with check(f"a style picture of {sea[0]} × {sea[1]}, a content picture of {me[0]} × {me[1]}"):
            images = {f"{name}{sea[0]}.jpg": torch.tensor((50 * rng.normal(size=(1, 3, *size))).astype(np.float32)) for name, size in [("me", me), ("sea", sea)]}
            asked = []

            def fetch(path):
                asked.append(path)
                return images[path].clone()

            style, content = compute_features(encoders.colour_features, f"me{sea[0]}.jpg", f"sea{sea[0]}.jpg", fetch)
            checks.equal(sorted(set(asked)), sorted(images), name="the paths that were loaded")
            for kind, found, name, which in [("style", style, "sea", 0), ("content", content, "me", 1)]:
                right = encoders.colour_features(images[f"{name}{sea[0]}.jpg"])[which]
                checks.equal(len(found), len(right), name=f"how many {kind} features")
                for number, one in enumerate(right):
                    checks.equal(str(found[number].dtype), "torch.float32", name=f"the dtype of {kind} feature {number}", hint="features stay tensors")
                    checks.close(found[number], one.numpy(), name=f"{kind} feature {number}", rtol=1e-4, atol=1e-4)

# %% [markdown] id="s7_total" role="statement"
# ### Question 7: the loss (3 points)
#
# With $E_l$ the style loss at style layer $l$, its weight $w_l$, and $C_l$ the content loss at content layer $l$:
#
# $$L_{\text{style}} = \sum_l w_l E_l, \qquad L_{\text{content}} = \sum_l C_l, \qquad L_{\text{total}} = \alpha_{\text{style}} L_{\text{style}} + \alpha_{\text{content}} L_{\text{content}}$$
#
# Deeper layers count more: $w = (1, 2, 3, 4, 5)$, the first layer first. The weights are not scaled to sum to 1; a model with fewer style layers uses the first of them.
#
# **Task.** Write `calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5))`. It returns three tensors, `(total, style, content)`, the last two before their weights.
# The targets `style_grams` are Gram matrices already, so that they are computed once and not in each step. You may call your functions of questions 4 and 5, or compute all of it here: both count.

# %% id="s7_total" role="solution"
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    """Return how far an image is from a style and a content.

    Parameters
    ----------
    model : function
        Tensor (N, 3, H, W) -> (style features, content features).
    image : Tensor, shape (N, 3, H, W)
    style_grams : list of Tensor
        The Gram matrices to reach, one for each style layer.
    content_features : list of Tensor
        The features to reach, one for each content layer.
    style_weight, content_weight : float
    layer_weights : sequence of float
        Of the style layers, the first layer first.

    Returns
    -------
    tuple (total, style, content) : Tensor, shape (), each
    """
    ### BEGIN SOLUTION
    style_found, content_found = model(image)
    flat = [features.flatten(2) for features in style_found]
    grams = [one @ one.transpose(1, 2) / one.shape[2] for one in flat]
    mean_square = torch.nn.functional.mse_loss
    style = sum(w * mean_square(found, gram) for w, found, gram in zip(layer_weights, grams, style_grams, strict=False))
    content = sum(mean_square(found, target) for found, target in zip(content_found, content_features, strict=True))
    return style_weight * style + content_weight * content, style, content
    ### END SOLUTION

# %% A constant picture id="s7_total_public" role="test" points=0.5
with checks.question("s7_total_public") as check:
    def scaled(image):
        return [image, 2 * image], [image, 2 * image]

    image, zeros = torch.ones(1, 2, 4, 4), torch.zeros(1, 2, 4, 4)
    found = calculate_loss(scaled, image, [torch.zeros(1, 2, 2)] * 2, [zeros] * 2, style_weight=10.0, content_weight=100.0)
    with check("an image of ones, features 1 and 2, targets of zero: style 1 + 2·16 = 33, content 1 + 4 = 5"):
        checks.equal(len(found), 3, name="how many losses", hint="(total, style, content)")
        total, style, content = (float(one) for one in found)
        try:
            checks.close(style, 33.0, name="style", mistakes={"the layers count the same: weights 1, 2, 3, …, and all are added": 17.0, "the deeper layer counts less": 18.0, "the weights were scaled to sum to 1": 11.0, "the weights were divided by 15": 2.2, "a mean over the layers; a sum is asked": 16.5, "this is the content loss": 5.0, "this is the total; the order is (total, style, content)": 830.0, "multiplied by style_weight; it is asked before that": 330.0, "this is the last layer alone": 32.0})
            checks.close(content, 5.0, name="content", mistakes={"multiplied by content_weight; it is asked before that": 500.0, "a mean over the layers; a sum is asked": 2.5, "the layers' weights are for the style alone": 9.0, "this is the last layer alone": 4.0})
        except checks.CheckFailed as slip:  # or else it fits questions 4 and 5 as they were answered: a slip there costs nothing here
            try:
                one, two = (float(compute_style_loss(gram_matrix(f), torch.zeros(1, 2, 2))) for f in scaled(image)[0])
                near, far = (float(compute_content_loss(f, zeros)) for f in scaled(image)[1])
                checks.true(0 < one < two and 0 < near < far, "features twice as large give no larger losses")
                checks.close([style, content], [one + 2 * two, near + far], name="(style, content)")
            except Exception:
                raise slip from None
    with check("total: 10 times style, 100 times content"):
        total, style, content = (float(one) for one in found)
        checks.close(total, 10 * style + 100 * content, name="total", mistakes={"style and content have each other's weight": 100 * style + 10 * content, "the weights are missing": style + content})

# %% Other numbers id="s7_total_values" role="hidden" points=1.5
# Hint: Each layer's Gram matrix belongs to its own target and weight, 1 to 5 unless others are given; several content layers are added up.
with checks.question("s7_total_values") as check:
    rng = checks.rng("s7 values")
    for weights, count in [(None, 1), ((0.5, 4.0, 0.25), 2)]:
        with check("own layer weights, two pictures" if weights else "layer weights 1, 2, 3"):
            image, other = ((60 * rng.normal(size=(count, 3, 6, 8))).astype(np.float32) for _ in range(2))
            styles, contents = (encoders.colour_features(torch.tensor(a)) for a in (image, other))
            grams = [torch.einsum("nchw,ndhw->ncd", f, f) / (f.shape[2] * f.shape[3]) for f in contents[0]]
            options = {"style_weight": 3.0, "content_weight": 0.7} | ({"layer_weights": weights} if weights else {})
            found = encoders.loss_and_slope(calculate_loss, image, [one.clone() for one in grams], [one.clone() for one in contents[1]], **options)

            def gram(f):
                return torch.einsum("nchw,ndhw->ncd", f, f) / (f.shape[2] * f.shape[3])

            def mean_square(a, b):
                return ((a - b) ** 2).mean()

            def right(gram, style_loss, content_loss):
                layers = [float(style_loss(gram(styles[0][i]), grams[i])) for i in range(3)]
                layers += [float(content_loss(styles[1][i], contents[1][i])) for i in range(2)]
                checks.true(min(layers) > 0 and len(set(layers)) == 5, "other features give the same losses")
                style, content = sum(w * layers[i] for i, w in enumerate(weights or (1, 2, 3))), sum(layers[3:])
                return [3 * style + 0.7 * content, style, content]

            checks.equal(found["tensors"], [True, True, True], name="which of the three are tensors", hint="no .item() and no float(): the loop takes the numbers out")
            try:
                checks.close(found["losses"], right(gram, mean_square, mean_square), name="(total, style, content)", rtol=1e-3)
            except checks.CheckFailed as slip:  # or else it fits the three functions of questions 4 and 5 as they are
                try:
                    checks.close(found["losses"], right(gram_matrix, compute_style_loss, compute_content_loss), name="(total, style, content)", rtol=1e-3)
                except Exception:
                    raise slip from None

    with check("without layer weights of your own: 1 to 5"):
        feature, found = rng.normal(size=(1, 2, 2, 3)), []
        for layer in range(5):  # one layer alone is off its target, by the same amount each time
            styles = [feature * one for one in np.eye(5)[layer]]

            def model(image, styles=styles):
                return [torch.tensor(one) for one in styles], [torch.zeros(1, 2, 2, 3, dtype=torch.float64)]

            targets = [torch.zeros(1, 2, 2, dtype=torch.float64) for _ in styles]
            losses = calculate_loss(model, torch.zeros(1, 3, 4, 4), targets, [torch.zeros(1, 2, 2, 3, dtype=torch.float64)], 1.0, 0.0)
            found.append(checks.number(losses[1], name="the style loss"))
        checks.less(0.0, found[0], "the style loss of a layer that is off its target is not positive")
        checks.close(np.array(found) / found[0], [1.0, 2.0, 3.0, 4.0, 5.0], name="the weights, layer by layer", rtol=1e-5)

# %% Its gradient id="s7_total_slope" role="hidden" points=1
# Hint: total.backward() must reach the image: through the model, through Gram matrices, and without .item() or detach. Other targets turn it.
with checks.question("s7_total_slope") as check:
    rng = checks.rng("s7 slope")
    image, other = ((60 * rng.normal(size=(1, 3, 6, 8))).astype(np.float32) for _ in range(2))
    (grams, contents), other_targets = (
        ([torch.einsum("nchw,ndhw->ncd", f, f) / (f.shape[2] * f.shape[3]) for f in styles], deep)
        for styles, deep in (encoders.colour_features(torch.tensor(a)) for a in (other, 2 * other[..., ::-1].copy()))
    )

    kinds = [("content alone", {"style_weight": 0.0, "content_weight": 1.0}), ("style and content", {"style_weight": 1.0, "content_weight": 0.2})]
    kinds += [(f"style layer {n + 1} alone", {"style_weight": 1.0, "content_weight": 0.0, "layer_weights": np.eye(3)[n].tolist()}) for n in range(3)]
    for title, options in kinds:
        with check(f"{title}: the slope fits the losses along three lines"):
            told = encoders.loss_and_slope(calculate_loss, image, grams, contents, **options)
            checks.true(not told["backward"], "calculate_loss calls backward itself; that is the loop's")
            slope = told["slope"]
            checks.true(slope is not None, "no gradient reaches the image")
            checks.less(1e-6, float(np.abs(slope).max()), "the slope is zero everywhere")
            for _ in range(3):
                along = rng.normal(size=image.shape).astype(np.float32)
                further, back = (encoders.loss_and_slope(calculate_loss, (image + h * along).astype(np.float32), grams, contents, **options)["losses"][0] for h in (0.5, -0.5))
                checks.close(float((slope * along).sum()), (further - back) / 1.0, name="the slope along the line", rtol=0.02, atol=0.02 * float(np.linalg.norm(slope)))
            turned = encoders.loss_and_slope(calculate_loss, image, *other_targets, **options)["slope"]
            checks.true(turned is not None, "no gradient reaches the image")
            part = float((slope * turned).sum()) / float(np.linalg.norm(slope) * np.linalg.norm(turned))
            checks.less(part, 0.99999, "other targets turn the slope; the cosine between both")

# %% [markdown]
# ## Part 3: the picture is what is trained

# %% [markdown] id="s8_loop" role="statement"
# ### Question 8: the optimisation loop (4 points)
#
# **Task.** Write `run_style_transfer(losses, start, steps, optimizer, watch=None, **options)`.
#
# 1. `losses(image)` returns the three tensors of question 7, (total, style, content); the loop knows nothing more of models and weights.
# 2. The image is a **copy** of `start`, the one tensor that is trained; `optimizer` is a class such as `torch.optim.Adam`, `options` are its own (`lr=5.0`).
# 3. Each step is one call of the optimizer's `step(closure)`. The closure sets the gradients to zero, computes the losses, calls `backward` on the total and returns it. Adam calls it once; L-BFGS (`torch.optim.LBFGS`), a
#    quasi-Newton method, several times in a step, so it cannot do without. L-BFGS also wants the image contiguous in memory: `start.clone(memory_format=torch.contiguous_format)` is.
# 4. Then the image is **clamped**: once `encoders.MEAN` is added, each channel is between 0 and 255 again. Change the numbers in the tensor, under `torch.no_grad()`: a new tensor of the same name would be another one than the
#    optimizer holds.
# 5. Each step has a triple of losses, (total, style, content) **before** the step, as three floats (`loss.item()`). With L-BFGS these are the first ones that the step computed.
# 6. If `watch` is given, it is called at the end of each step, after clamping, with the step's number from 1, the image, and the step's triple.
# 7. It returns the image, detached, and the list of the triples, one for each step.

# %% id="s8_loop" role="solution"
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    """Find an image with small losses, by descent on its pixels.

    Parameters
    ----------
    losses : function
        Tensor (1, 3, H, W) -> (total, style, content), tensors of shape ().
    start : Tensor, shape (1, 3, H, W)
        Stays as it is.
    steps : int
    optimizer : class
        Of torch.optim.
    watch : function, optional
        Called with (step, image, (total, style, content)) at the end of each step.
    options
        Go to the optimizer.

    Returns
    -------
    tuple (image, history) : Tensor of the shape of start, list of (total, style, content)
    """
    ### BEGIN SOLUTION
    image = start.detach().clone(memory_format=torch.contiguous_format).requires_grad_()
    low = -torch.tensor(encoders.MEAN).view(1, 3, 1, 1)
    stepper, history = optimizer([image], **options), []
    for step in range(1, steps + 1):
        seen = []

        def closure():
            stepper.zero_grad()
            total, style, content = losses(image)
            total.backward()
            seen.append((total.item(), style.item(), content.item()))
            return total

        stepper.step(closure)
        with torch.no_grad():
            image.copy_(torch.minimum(torch.maximum(image, low), low + 255))
        history.append(seen[0])
        if watch is not None:
            watch(step, image.detach(), seen[0])
    return image.detach(), history
    ### END SOLUTION

# %% Small runs id="s8_loop_public" role="test" points=1.5
with checks.question("s8_loop_public") as check:
    for name, kind, options in [("Adam", torch.optim.Adam, {"lr": 1.0}), ("L-BFGS", torch.optim.LBFGS, {"lr": 1.0, "max_iter": 4})]:
        with check(f"{name}: three steps towards a brighter picture"):
            start = torch.zeros(1, 3, 4, 4)
            image, history = run_style_transfer(encoders.towards_bright, start, 3, kind, **options)
            checks.finite_array(image, (1, 3, 4, 4), name="the first result", hint="(image, history)")
            totals = checks.finite_array(history, (3, 3), name="the list of losses", hint="one triple (total, style, content) for each step, of floats")
            checks.close(totals[0], [103.0, 3.0, 100.0], name="the first losses", rtol=1e-3, hint="(total, style, content) of the start, before the first step")
            checks.less(totals[2][0], totals[0][0], "the loss does not fall")
            checks.close(start, np.zeros((1, 3, 4, 4)), name="start", hint="train a copy: start stays as it is")
    with check("SGD with lr = 3, where the slope is (x − 10)/6: from 0 to 5, 7.5, 8.75"):
        steps_seen = []
        image, _ = run_style_transfer(encoders.towards_bright, torch.zeros(1, 3, 2, 2), 3, torch.optim.SGD, watch=lambda step, image, losses: steps_seen.append(step), lr=3.0)
        checks.close(image, np.full((1, 3, 2, 2), 8.75), name="the image", rtol=1e-3, mistakes={
            "the gradients of earlier steps are still in: zero_grad in the closure": np.full((1, 3, 2, 2), 18.75),
            "this is start": np.zeros((1, 3, 2, 2)),
            "the first step alone moved it: the optimizer holds another tensor than the one that is returned": np.full((1, 3, 2, 2), 5.0),
            "lr did not reach the optimizer: optimizer([image], **options)": np.full((1, 3, 2, 2), 0.005),
        })
        checks.equal(steps_seen, [1, 2, 3], name="the steps that watch was told")
    with check("clamped: a start of −300 and 300, one step of SGD with lr = 0"):
        edges = np.tile([[-300.0, 300.0]], (3, 2, 1))[None]
        low = -np.array(encoders.MEAN)[None, :, None, None] * np.ones((1, 3, 2, 1))
        image, _ = run_style_transfer(encoders.towards_bright, torch.tensor(edges, dtype=torch.float32), 1, torch.optim.SGD, lr=0.0)
        checks.close(image, np.concatenate([low, low + 255], 3), name="the image", rtol=1e-4, mistakes={
            "not clamped; image.clamp(…) gives a new tensor and leaves the old one": edges,
            "clamped to 0 … 255 as it is; the mean is to be added first": np.tile([[0.0, 255.0]], (3, 2, 1))[None],
            "the channels' means are in the order blue, green, red": np.concatenate([low[:, ::-1], low[:, ::-1] + 255], 3),
        })

# %% Its steps id="s8_loop_steps" role="hidden" points=1.5
# Hint: Gradients start from zero in each step, the optimizer lives through all of them, the image is clamped after each, and the losses are those before it.
with checks.question("s8_loop_steps") as check:
    rng = checks.rng("s8 steps")
    mean = np.array(encoders.MEAN)[:, None, None]
    for title, spread, lr in [("inside of the range", 10.0, 8.0), ("out of the range", 60.0, 90.0)]:
        with check(f"four steps of SGD with momentum, {title}"):
            first = (spread * rng.normal(size=(1, 3, 4, 5))).clip(-100, 100).astype(np.float32)
            right, speed, wanted = first.astype(float), np.zeros(first.shape), []
            for _ in range(4):
                wanted.append([((right - 10) ** 2).mean() + 3, 3.0, ((right - 10) ** 2).mean()])
                speed = 0.5 * speed + 2 * (right - 10) / right.size
                right = np.minimum(np.maximum(right - lr * speed, -mean), 255 - mean)
            image, history = run_style_transfer(encoders.towards_bright, torch.tensor(first), 4, torch.optim.SGD, lr=lr, momentum=0.5)
            checks.close(image, right, name="the image", rtol=1e-3, atol=0.01)
            checks.close(history, wanted, name="the losses before each step", rtol=1e-3)

# %% What is watched, and what stays id="s8_loop_watch" role="hidden" points=1
# Hint: watch gets the clamped image after each step. Neither start nor the network's weights may change, and L-BFGS needs start's copy contiguous.
with checks.question("s8_loop_watch") as check:
    rng = checks.rng("s8 watch")
    for name, kind, options in [("Adam", torch.optim.Adam, {"lr": 200.0}), ("L-BFGS", torch.optim.LBFGS, {"lr": 1.0, "max_iter": 5})]:
        with check(f"{name}, watched"):
            numbers, seen, told = [], [], []
            begin = (30 * rng.normal(size=(1, 3, 4, 6))).astype(np.float32)

            def watch(step, image, losses):
                numbers.append(step)
                seen.append(checks.finite_array(image, (1, 3, 4, 6), name="the image that is watched").copy())
                told.append([float(one) for one in losses])

            given = torch.tensor(begin)
            image, history = run_style_transfer(encoders.towards_bright, given, 4, kind, watch=watch, **options)
            checks.equal(numbers, [1, 2, 3, 4], name="the numbers of the steps")
            checks.close(history, np.array(told), name="the list of losses, against those that were watched", rtol=1e-5)
            for number in (1, 2, 3):
                checks.close(told[number][2], float(((seen[number - 1].astype(float) - 10) ** 2).mean()), name=f"the content loss of the image after step {number}", rtol=1e-3, atol=1e-4)
            checks.close(image, seen[3], name="the image that is returned, against the last one that was watched", rtol=1e-5, atol=1e-3)
            checks.close(given, begin, name="start")
    with check("L-BFGS with a rate and a number of iterations of its own: as without your loop"):
        begin = (40 * rng.normal(size=(1, 3, 3, 4))).clip(-90, 90).astype(np.float32)
        options = {"lr": 0.3, "max_iter": 3}
        free = torch.tensor(begin, requires_grad=True)
        newton, firsts = torch.optim.LBFGS([free], **options), []

        def reached():
            newton.zero_grad()
            value = encoders.towards_bright(free)[0]
            value.backward()
            firsts.append(float(value.detach()))
            return value

        starts = []
        for _ in range(3):
            starts.append(len(firsts))
            newton.step(reached)
        image, history = run_style_transfer(encoders.towards_bright, torch.tensor(begin), 3, torch.optim.LBFGS, **options)
        checks.close([one[0] for one in history], [firsts[at] for at in starts], name="the first loss of each step", rtol=1e-3, hint="the closure sets the gradients to zero each time it is called, and the options are for the optimizer")
        checks.close(image, free.detach().numpy(), name="the image", rtol=1e-3, atol=0.01)
    with check("a network whose weights could be trained, L-BFGS from a start in another memory order"):
        after = encoders.weights_after(run_style_transfer, (20 * rng.normal(size=(1, 16, 24, 3))).astype(np.float32), 2)
        checks.equal(after["changed"], [], name="weights that changed")
        checks.less(0.1, after["moved"], "the image does not move")
        checks.true(after["detached"], "the image that is returned still requires a gradient, or start does now")
        checks.equal(after["kinds"], ["float"], name="what the list of losses is made of", hint="loss.item() is a float")

# %% [markdown]
# ## Part 4: the gallery
#
# Everything together, from the content picture as the start. A bar shows how far the run is.

# %%
model = model_VGG(encoder, encoder.style_layers, encoder.content_layers)
style_features, content_features = compute_features(model, content_path, style_path, lambda path: load_and_process_img(path, max_size))
style_grams = [gram_matrix(features) for features in style_features]
content = load_and_process_img(content_path, max_size)


def layer_losses(image):
    """Return the style loss of each layer, without weights."""
    with torch.no_grad():
        return [float(compute_style_loss(gram_matrix(f), g)) for f, g in zip(model(image)[0], style_grams, strict=True)]


def losses(image):
    """Return the three losses, the style with little weight: its numbers are large."""
    return calculate_loss(model, image, style_grams, content_features, style_weight=0.3, content_weight=1.0)


watcher = pictures.Watcher(steps, keep=3, look=layer_losses)
result, history = run_style_transfer(losses, content, steps, torch.optim.Adam, watch=watcher, lr=5.0)
pictures.show([deprocess_img(content), *[deprocess_img(one) for one in watcher.kept.values()]], ["start: the content", *[f"step {step}" for step in watcher.kept]])

# %%
pictures.layer_curves(dict(zip(encoder.style_layers, np.array(watcher.seen).T, strict=True)), "Style loss at each layer, Adam")

# %% [markdown]
# **Look.** Three things to change. Before you run each cell: what do you expect? First the weight of the style, then how deep the style layers are (with the same sum of weights), then the start: the content, or noise.

# %%
def transfer(model, start, style_weight, optimizer=torch.optim.Adam, steps=steps, **options):
    """Return the result and the losses of a run towards the two pictures above."""
    style_targets, targets = compute_features(model, content_path, style_path, lambda path: load_and_process_img(path, max_size))
    grams = [gram_matrix(features) for features in style_targets]

    def weighted(image):
        return calculate_loss(model, image, grams, targets, style_weight=style_weight, content_weight=1.0)

    image, history = run_style_transfer(weighted, start, steps, optimizer, watch=pictures.Watcher(steps, keep=1), **(options or {"lr": 5.0}))
    return deprocess_img(image), history


style_weights = (0.001, 0.03, 1.0)
pictures.show([transfer(model, content, weight)[0] for weight in style_weights], [f"style weight {weight:g}" for weight in style_weights])

# %%
depths = [encoder.style_layers[:1], encoder.style_layers[:3], encoder.style_layers]
sums = [sum(range(1, len(layers) + 1)) for layers in depths]  # of the layers' weights, so that the style counts as much in all
pictures.show([transfer(model_VGG(encoder, layers, encoder.content_layers), content, 4.5 / total)[0] for layers, total in zip(depths, sums, strict=True)], [f"style up to {layers[-1]}" for layers in depths])

# %%
noise = 30 * torch.randn(content.shape, generator=torch.Generator().manual_seed(0))
pictures.show([transfer(model, start, 0.03)[0] for start in (content, noise)], ["from the content", "from noise"])

# %% [markdown]
# Adam against L-BFGS, at an equal number of gradients: a step of Adam takes one, a step of L-BFGS with `max_iter=5` and a line search about six.

# %%
adam = [one[0] for one in transfer(model, content, 0.3)[1]]
newton = [one[0] for one in transfer(model, content, 0.3, torch.optim.LBFGS, steps // 6, lr=1.0, max_iter=5, line_search_fn="strong_wolfe", tolerance_change=0)[1]]
ax = plt.subplot()
ax.semilogy(np.arange(len(adam)), adam, color="#0072B2", label="Adam, lr = 5")
ax.semilogy(6 * np.arange(len(newton)), newton, color="#D55E00", linestyle="--", marker="o", label="L-BFGS")
ax.set(title="Total loss", xlabel="gradients, about", ylabel="loss")
ax.legend()
plt.show()

# %% tags=["nbval-check-output"]
print(f"loss before the first step: {history[0][0]:.3f}, before the last one: {'lower' if history[-1][0] < history[0][0] else 'higher'}")

# %% [markdown] id="s9_gallery" role="statement"
# ### Question 9: what you see (2 points, read by a person)
#
# **Task.** In one sentence each, for the encoder and the pictures that you used (say which): what changes with the style weight? With the depth of the style layers? With the start? And why do the network's weights stay as they are
# in all of this, trained or not: what is it needed for?

# %% What you see [markdown] id="s9_gallery_text" role="manual" points=2
# ### BEGIN SOLUTION
# The random encoder, the temple and the waves. A larger style weight gives up content for the colours and the grain of the style picture, a small one leaves the content as it is. The first layer alone changes colours and contrast
# and keeps the detail; with deeper layers grain and borders change too (trained ones give larger patterns). From the content the picture is recognisable from the first step; from noise it takes longer, and what is where must be
# found by the content loss. The network only measures: its weights are constants in the loss, and the gradient goes to the pixels.
# ### END SOLUTION
# ### BEGIN MARK SCHEME
# ½ point: more style weight, less of the content's detail (or the other way round).
# ½ point: a difference between the depths that can be seen in the pictures, such as colours and fine grain from shallow layers, larger structures from deeper ones.
# ½ point: from noise the content comes in slowly or incompletely; from the content it is there from the first step.
# ½ point: the weights are constants of the loss; only the pixels are trained.
# ### END MARK SCHEME

# %% [markdown]
# **With trained weights.** Set `encoder = encoders.encoder("vgg19")` at the top, `max_size = 256` and 100 steps, and try style weights from 0.0001 to 1: the sizes of the two losses differ from network to network. With
# `"vgg19-part"`, a style weight of 0.1 and 100 steps of Adam, such a run takes a minute or two on two processor cores. For a picture of your own, give its path; on Colab, the folder symbol on the left uploads one.
#
# ## Part 5: beyond the paper, optional

# %% [markdown] id="s10_variation" role="statement"
# ### Question 10, optional: total variation (1 point on top)
#
# Optimised pictures are noisy; a penalty on differences of neighbours smooths them.
#
# **Task.** Write `total_variation(image)`: the **mean** of $|x_{h+1,w} - x_{h,w}|$ over all vertical pairs of neighbours (in all channels and pictures), plus the mean of $|x_{h,w+1} - x_{h,w}|$ over all horizontal ones, as a tensor that autograd can go back through. An
# image has at least two rows and two columns.
#
# To check by hand: rows (0, 6) and (1, 4): vertical differences 1 and −2, whose absolute values have the mean 1.5; horizontal ones 6 and 3, mean 4.5; together 6.

# %% id="s10_variation" role="solution"
def total_variation(image):
    """Return how much neighbours differ.

    Parameters
    ----------
    image : Tensor, shape (N, C, H, W)

    Returns
    -------
    Tensor, shape ()
    """
    ### BEGIN SOLUTION
    down = image[:, :, 1:, :] - image[:, :, :-1, :]
    across = image[:, :, :, 1:] - image[:, :, :, :-1]
    return down.abs().mean() + across.abs().mean()
    ### END SOLUTION

# %% Four pixels id="s10_variation_public" role="test" points=0.5
with checks.question("s10_variation_public") as check:
    with check("the example above: 6"):
        checks.close(total_variation(torch.tensor([[[[0.0, 6.0], [1.0, 4.0]]]])), 6.0, name="total_variation", mistakes={
            "differences without their absolute value": 4.0,
            "one mean over all pairs; two means are to be added": 3.0,
            "a sum; means are asked": 12.0,
            "squares; absolute values are asked": 25.0,
            "vertical pairs alone": 1.5,
            "horizontal pairs alone": 4.5,
            "only the pixel that has both neighbours": 7.0,
        })

# %% Other pictures id="s10_variation_other" role="hidden" points=0.5
# Hint: There are (H − 1)·W vertical and H·(W − 1) horizontal pairs. Differences count whatever their sign.
with checks.question("s10_variation_other") as check:
    rng = checks.rng("s10")
    for shape in [(1, 3, 4, 6), (2, 1, 5, 2)]:
        with check(f"shape {shape}"):
            values = rng.normal(size=shape)
            found = checks.autograd_of(total_variation, torch.tensor(values, requires_grad=True))
            checks.close(found["value"], np.abs(np.diff(values, axis=2)).mean() + np.abs(np.diff(values, axis=3)).mean(), name="total_variation", rtol=1e-4)
            own = torch.tensor(values, requires_grad=True)
            sum(torch.diff(own, dim=dim).abs().mean() for dim in (2, 3)).backward()
            checks.true(found["gradient"] is not None, "autograd finds no way back to the image")
            checks.close(found["gradient"], own.grad.numpy(), name="its gradient", rtol=1e-4, atol=1e-6)

# %% [markdown] id="s11_colours" role="statement"
# ### Question 11, optional: keep the colours (1 point on top)
#
# The *luma* of a pixel is $Y = 0.299\,R + 0.587\,G + 0.114\,B$. A result with the content's colours has the luma of the stylised picture and the colour of the content: since only the luma changes, red, green and
# blue all grow by the same amount, $Y_{\text{stylised}} - Y_{\text{content}}$ (Gatys et al. 2016, *Preserving color in neural artistic style transfer*).
#
# **Task.** Write `keep_colours(content, stylised)` for two arrays (H, W, 3) of type uint8, red, green, blue. It returns such an array, a new one: clipped, rounded to the nearest number. Mind that uint8 wraps.
#
# To check by hand: content (200, 100, 0) has $Y = 118.5$, stylised (20, 20, 20) has $Y = 20$: all channels fall by 98.5, to (101.5, 1.5, −98.5), and to (101 or 102, 1 or 2, 0). Beside it, content and stylised (10, 20, 30): nothing changes.

# %% id="s11_colours" role="solution"
def keep_colours(content, stylised):
    """Return the stylised picture in the colours of the content.

    Parameters
    ----------
    content, stylised : ndarray, uint8, shape (H, W, 3)
        Red, green, blue.

    Returns
    -------
    ndarray, uint8, shape (H, W, 3)
    """
    ### BEGIN SOLUTION
    luma = np.array([0.299, 0.587, 0.114])
    change = stylised.astype(float) @ luma - content.astype(float) @ luma
    return np.clip(np.rint(content + change[..., None]), 0, 255).astype(np.uint8)
    ### END SOLUTION

# %% Two pixels id="s11_colours_public" role="test" points=0.5
with checks.question("s11_colours_public") as check:
    with check("the two pixels above"):
        pixels = keep_colours(np.array([[[200, 100, 0], [10, 20, 30]]], dtype=np.uint8), np.array([[[20, 20, 20], [10, 20, 30]]], dtype=np.uint8))
        checks.equal(str(pixels.dtype), "uint8", name="the dtype of the colours")
        checks.close(pixels.astype(int), [[[101.5, 1.5, 0], [10, 20, 30]]], name="the pixels", atol=0.51, mistakes={
            "not clipped: the numbers wrapped": [[[101.5, 1.5, 157.5], [10, 20, 30]]],
            "this is the stylised picture": [[[20, 20, 20], [10, 20, 30]]],
            "this is the content": [[[200, 100, 0], [10, 20, 30]]],
            "the difference has the wrong sign": [[[255, 198.5, 98.5], [10, 20, 30]]],
        })

# %% Whole pictures id="s11_colours_other" role="hidden" points=0.5
# Hint: Compute in floats: a difference of two uint8 cannot be negative. The weights belong to red, green, blue, in this order.
with checks.question("s11_colours_other") as check:
    rng = checks.rng("s11")
    with check("6 × 5 pixels"):
        content, stylised = (rng.integers(0, 256, (6, 5, 3)).astype(np.uint8) for _ in range(2))
        grey = [sum(w * a[:, :, c].astype(float) for c, w in enumerate((0.299, 0.587, 0.114))) for a in (content, stylised)]
        with checks.unchanged(content=content, stylised=stylised):
            kept = keep_colours(content, stylised)
        checks.equal(str(kept.dtype), "uint8", name="the dtype")
        checks.close(kept.astype(int), np.minimum(np.maximum(content + (grey[1] - grey[0])[:, :, None], 0), 255), name="the picture", atol=0.51)

# %% [markdown] id="s12_moments" role="statement"
# ### Question 12, optional: mean and covariance (1 point on top)
#
# With $\mu$ the mean of each channel over all pixels and $\Sigma$ the covariance of the channels (divided by $HW$), $G = \Sigma + \mu\mu^\top$. So pictures with different $\mu$ and $\Sigma$ can share $G$: a flat grey can
# pass for a pattern. Losses on $\mu$ and $\Sigma$ do not let it (Risser et al. 2017).
#
# **Task.**
#
# 1. Write `moments(features)`: the pair $\mu$, shape (N, C), and $\Sigma$, shape (N, C, C), as tensors from which gradients lead to `features`, so that losses can be made of them. `features` stays as it is.
# 2. Set `flat` and `pattern` to two tensors of shape (1, 1, 1, 4) without negative entries, as after a ReLU: `flat` all the same and not 0, `pattern` with another mean, both with the same Gram matrix.

# %% id="s12_moments" role="solution"
def moments(features):
    """Return mean and covariance of the channels, for each picture.

    Parameters
    ----------
    features : Tensor, shape (N, C, H, W)

    Returns
    -------
    tuple (mean, covariance) : Tensor of shape (N, C), Tensor of shape (N, C, C)
    """
    ### BEGIN SOLUTION
    flat_features = features.flatten(2)
    mean = flat_features.mean(2)
    centred = flat_features - mean[:, :, None]
    return mean, centred @ centred.transpose(1, 2) / flat_features.shape[2]
    ### END SOLUTION


# flat : tensor of shape (1, 1, 1, 4), the same everywhere, not 0
# pattern : tensor of that shape, with another mean and the same Gram matrix
flat = pattern = None
### BEGIN SOLUTION
flat = torch.full((1, 1, 1, 4), 1.0)
pattern = torch.tensor([[[[2.0, 0.0, 0.0, 0.0]]]])
### END SOLUTION

# %% Two channels id="s12_moments_public" role="test" points=0.5
with checks.question("s12_moments_public") as check:
    with check("channels (0, 2) and (1, 3): means 1 and 2, all covariances 1"):
        mean, covariance = moments(torch.tensor([[[[0.0, 2.0]], [[1.0, 3.0]]]]))
        checks.close(mean, [[1.0, 2.0]], name="mean")
        checks.close(covariance, np.ones((1, 2, 2)), name="covariance", mistakes={
            "twice as large: divided by HW − 1, or not at all": 2 * np.ones((1, 2, 2)),
            "this is the Gram matrix: the mean is still in": [[[2.0, 3.0], [3.0, 5.0]]],
        })
    with check("flat and pattern: tensors of shape (1, 1, 1, 4)"):
        for name, one in [("flat", flat), ("pattern", pattern)]:
            checks.finite_array(one, (1, 1, 1, 4), name=name)
            checks.true("torch" in str(one.dtype), f"{name} is an array; a tensor is asked")

# %% Batches, and the pair id="s12_moments_pair" role="hidden" points=0.5
# Hint: Each picture has moments of its own. Gradients lead back to the features, which stay as they are. The mean square of flat and that of pattern are equal, the means are not.
with checks.question("s12_moments_pair") as check:
    rng = checks.rng("s12")
    with check("two pictures"):
        values = rng.normal(1.0, 1.0, (2, 3, 4, 5))
        mean, covariance = moments(torch.tensor(values))
        for one in (mean, covariance):
            checks.true("torch" in str(one.dtype), "moments gives arrays; tensors are asked, so that losses can be made of them")
        checks.close(mean, values.mean((2, 3)), name="mean")
        for part, name in enumerate(["mean", "covariance"]):
            given = torch.tensor(values)
            slope = checks.autograd_of(standins.entry, given, part, moments)["gradient"]
            checks.true(slope is not None, f"no gradient leads from the {name} to the features")
            checks.close(given, values, name="the features afterwards", rtol=0, atol=0)
        checks.close(covariance, np.stack([np.cov(one.reshape(3, 20), bias=True) for one in values]), name="covariance")
    with check("flat and pattern"):
        plain, striped = (checks.finite_array(one, (1, 1, 1, 4), name=name).ravel().astype(float) for name, one in [("flat", flat), ("pattern", pattern)])
        size = float(plain.max())
        checks.less(0.0, size, "flat is 0")
        checks.less(float(np.ptp(plain)), 1e-5 * size, "flat is not the same everywhere")
        checks.less(-1e-6 * size, float(min(plain.min(), striped.min())), "an entry is negative")
        checks.less(1e-4 * size, abs(float(plain.mean() - striped.mean())), "the means are equal")
        checks.close(float((striped**2).mean()), float((plain**2).mean()), name="the Gram matrix of pattern", rtol=1e-4)

# %% [markdown]
# **Look.** Your result once more: as it is, in the content's colours, and from a run that also keeps the total variation small.

# %%
def smooth_losses(image):
    """Return the losses of part 4, and a tenth of the total variation in the first."""
    total, style, content_loss = losses(image)
    return total + 0.1 * total_variation(image), style, content_loss


smooth, _ = run_style_transfer(smooth_losses, content, steps, torch.optim.Adam, watch=pictures.Watcher(steps, keep=1), lr=5.0)
pictures.show([deprocess_img(result), keep_colours(deprocess_img(content), deprocess_img(result)), deprocess_img(smooth)], ["the result", "the content's colours", "less variation"])

# %% [markdown]
# ## Before you hand in

# %% role="handin"
