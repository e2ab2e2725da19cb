# Kept answers to s1_load: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: by NumPy
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% right: thumbnail
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    picture.thumbnail((max_size, max_size))
    values = torch.tensor(np.array(picture)).float()[..., [2, 1, 0]] - torch.tensor(encoders.MEAN)
    return values.permute(2, 0, 1).unsqueeze(0)

# %% right: shrunk by torch, sides cut off
def load_and_process_img(path, max_size):
    rgb = np.array(Image.open(path).convert("RGB"))
    values = torch.tensor(rgb).float().permute(2, 0, 1)[None]
    longest = max(values.shape[2:])
    if longest > max_size:
        size = [max(1, int(side * max_size / longest)) for side in values.shape[2:]]
        values = torch.nn.functional.interpolate(values, size=size, mode="bilinear", antialias=True)
    blue, green, red = values[:, 2], values[:, 1], values[:, 0]
    return torch.stack([blue - encoders.MEAN[0], green - encoders.MEAN[1], red - encoders.MEAN[2]], dim=1)

# %% wrong: red first | loses: s1_load_public, s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32) - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: the mean of red first | loses: s1_load_public, s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN[::-1], dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: the mean stays in | loses: s1_load_public, s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1]
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: from 0 to 1 | loses: s1_load_public, s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] / 255 - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: grey stays grey | loses: s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path)
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, 2::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: small pictures grow | loses: s1_load_public, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = max_size / max(width, height)
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: the width is made max_size | loses: s1_load_size
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / width)
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: the shorter side is made max_size | loses: s1_load_public, s1_load_size
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / min(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: width and height swapped | loses: s1_load_public, s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(height * scale), round(width * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: square | loses: s1_load_public, s1_load_size
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((max_size, max_size) if scale < 1 else picture.size)
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: channels last | loses: s1_load_public, s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr[None].copy())

# %% wrong: columns before rows | loses: s1_load_public, s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 1, 0)[None].copy())

# %% wrong: no first dimension | loses: s1_load_public, s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1).copy())

# %% wrong: double precision | loses: s1_load_public
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].astype(float))

# %% right: skimage
def load_and_process_img(path, max_size):
    from skimage import io, transform, color
    rgb = io.imread(path)
    if rgb.ndim == 2:
        rgb = color.gray2rgb(rgb)
    rgb = rgb[..., :3]
    h, w = rgb.shape[:2]
    s = max_size / max(h, w)
    if s < 1:
        rgb = transform.resize(rgb, (round(h * s), round(w * s)), anti_aliasing=True, preserve_range=True)
    bgr = rgb[..., ::-1].astype(np.float32) - np.float32(encoders.MEAN)
    return torch.from_numpy(np.ascontiguousarray(bgr.transpose(2, 0, 1)))[None]

# %% right: imageio v3 in mode RGB
def load_and_process_img(path, max_size):
    import imageio.v3 as iio
    rgb = iio.imread(path, plugin="pillow", mode="RGB")
    picture = Image.fromarray(rgb)
    picture.thumbnail((max_size, max_size), Image.BICUBIC)
    x = np.array(picture, "float32")[:, :, (2, 1, 0)] - np.array(encoders.MEAN, "float32")
    return torch.as_tensor(np.moveaxis(x, -1, 0)[np.newaxis])

# %% right: imageio v2
def load_and_process_img(path, max_size):
    import imageio.v2 as imageio
    rgb = imageio.imread(path, pilmode="RGB")
    picture = Image.fromarray(np.asarray(rgb))
    picture.thumbnail((max_size, max_size))
    x = np.array(picture, "float32")[:, :, (2, 1, 0)] - np.array(encoders.MEAN, "float32")
    return torch.as_tensor(np.moveaxis(x, -1, 0)[np.newaxis])

# %% right: imageio v3 plain
def load_and_process_img(path, max_size):
    import imageio.v3 as iio
    rgb = iio.imread(path)
    if rgb.ndim == 2:
        rgb = np.dstack([rgb] * 3)
    picture = Image.fromarray(rgb[..., :3])
    picture.thumbnail((max_size, max_size))
    x = np.array(picture, "float32")[:, :, (2, 1, 0)] - np.array(encoders.MEAN, "float32")
    return torch.as_tensor(np.moveaxis(x, -1, 0)[np.newaxis])

# %% right: pyplot imread
def load_and_process_img(path, max_size):
    a = plt.imread(path)
    if a.dtype != np.uint8:
        a = 255 * a
    if a.ndim == 2:
        a = np.repeat(a[:, :, None], 3, axis=2)
    a = torch.tensor(np.array(a[:, :, :3])).float()
    x = torch.einsum("hwc->chw", a)[None]
    s = max_size / max(x.shape[-2:])
    if s < 1:
        h, w = x.shape[-2:]
        x = torch.nn.functional.interpolate(x, (max(1, round(h * s)), max(1, round(w * s))), mode="area")
    return x[:, [2, 1, 0]] - torch.tensor(encoders.MEAN)[None, :, None, None]

# %% right: interpolate as it comes, nearest
import torch.nn.functional as F
def load_and_process_img(path, max_size):
    x = torch.from_numpy(np.array(Image.open(path).convert("RGB"))).permute(2, 0, 1).unsqueeze(0).float()
    h, w = x.shape[2:]
    if max(h, w) > max_size:
        s = max_size / max(h, w)
        x = F.interpolate(x, size=(int(h * s + 0.5), int(w * s + 0.5)))
    x = x[:, [2, 1, 0], :, :]
    for c in range(3):
        x[:, c] -= encoders.MEAN[c]
    return x

# %% right: interpolate bilinear, no antialias
import torch.nn.functional as F
def load_and_process_img(path, max_size):
    x = torch.from_numpy(np.array(Image.open(path).convert("RGB"))).permute(2, 0, 1).unsqueeze(0).float()
    h, w = x.shape[2:]
    if max(h, w) > max_size:
        s = max_size / max(h, w)
        x = F.interpolate(x, size=(int(h * s + 0.5), int(w * s + 0.5)), mode="bilinear", align_corners=False)
    x = x[:, [2, 1, 0], :, :]
    return x - torch.tensor(encoders.MEAN)[None, :, None, None]

# %% right: Pillow nearest
def load_and_process_img(path, max_size):
    with Image.open(path) as file:
        picture = file.convert("RGB")
    w, h = picture.size
    if w > max_size or h > max_size:
        picture = picture.resize((max_size, max(1, h * max_size // w)) if w >= h else (max(1, w * max_size // h), max_size), resample=Image.NEAREST)
    b = [np.asarray(band, dtype=float) - m for band, m in zip(picture.split()[::-1], encoders.MEAN)]
    return torch.tensor(np.array([b]), dtype=torch.float32)

# %% right: sides rounded up
import math
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    s = max(1.0, max(picture.size) / max_size)
    picture = picture.resize(tuple(math.ceil(side / s) for side in picture.size), Image.Resampling.BOX)
    x = torch.tensor(list(picture.getdata()), dtype=torch.double).view(picture.height, picture.width, 3)
    return (x.flip(-1) - torch.tensor(encoders.MEAN, dtype=torch.double)).permute(2, 0, 1).float().unsqueeze(0)

# %% right: ImageOps.contain, in a class
from PIL import ImageOps
class Loader:
    def __init__(self, mean):
        self.mean = np.array(mean, np.float32).reshape(3, 1, 1)
    def __call__(self, path, max_size):
        picture = Image.open(path).convert("RGB")
        if max(picture.size) > max_size:
            picture = ImageOps.contain(picture, (max_size, max_size))
        array = np.array(picture, dtype=np.float32).transpose(2, 0, 1)[::-1]
        return torch.from_numpy((array - self.mean)[None])
load_and_process_img = Loader(encoders.MEAN)

# %% right: requires a gradient, not contiguous
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    picture.thumbnail((max_size, max_size))
    x = torch.tensor(np.array(picture)).float().flip(2) - torch.tensor(encoders.MEAN)
    return x.permute(2, 0, 1)[None].requires_grad_()

# %% right: reading with draft mode
def load_and_process_img(path, max_size):
    picture = Image.open(path)
    picture.draft("RGB", (max_size, max_size))
    picture = picture.convert("RGB")
    picture.thumbnail((max_size, max_size), reducing_gap=2.0)
    x = torch.tensor(np.array(picture)).float().flip(2) - torch.tensor(encoders.MEAN)
    return x.permute(2, 0, 1)[None]

# %% right: skimage rescale
def load_and_process_img(path, max_size):
    from skimage.transform import rescale
    from skimage.util import img_as_float
    a = np.array(Image.open(path).convert("RGB"))
    if max(a.shape) > max_size:
        a = np.rint(255 * rescale(img_as_float(a), max_size / max(a.shape), channel_axis=2, anti_aliasing=True))
    return torch.tensor(a[:, :, ::-1] - np.array(encoders.MEAN), dtype=torch.float32).permute(2, 0, 1)[None]

# %% wrong: shrunk only if the width is large | loses: s1_load_size
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    if width > max_size:
        scale = max_size / max(width, height)
        picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: shrunk only if the height is large | loses: s1_load_size
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    if height > max_size:
        scale = max_size / max(width, height)
        picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: alpha kept for red | loses: s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path)
    picture.thumbnail((max_size, max_size))
    a = np.array(picture, dtype=np.float32)
    if a.ndim == 2:
        a = np.stack([a, a, a], axis=-1)
    bgr = a[:, :, ::-1][:, :, :3] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: transparency on white | loses: s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")
    picture = Image.alpha_composite(white, picture).convert("RGB")
    picture.thumbnail((max_size, max_size))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: the middle is cut out | loses: s1_load_size, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    w, h = picture.size
    s = min(1.0, max_size / max(w, h))
    nw, nh = round(w * s), round(h * s)
    left, top = (w - nw) // 2, (h - nh) // 2
    picture = picture.crop((left, top, left + nw, top + nh))
    bgr = np.asarray(picture, dtype=np.float32)[:, :, ::-1] - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: an integer factor | loses: s1_load_public, s1_load_size
def load_and_process_img(path, max_size):
    a = np.array(Image.open(path).convert("RGB"), dtype=np.float32)
    k = -(-max(a.shape) // max_size)
    a = a[::k, ::k, ::-1] - np.float32(encoders.MEAN)
    return torch.tensor(a.copy()).permute(2, 0, 1)[None]

# %% wrong: shrunk picture upside down | loses: s1_load_size
def load_and_process_img(path, max_size):
    p = Image.open(path).convert("RGB")
    s = min(1.0, max_size / max(p.size))
    a = np.array(p, dtype=np.float32)[:, :, ::-1] - np.float32(encoders.MEAN)
    x = torch.tensor(a.copy()).permute(2, 0, 1)[None]
    if s < 1:
        h, w = x.shape[2:]
        grid = torch.stack(torch.meshgrid(torch.linspace(-1, 1, round(w * s)), torch.linspace(-1, 1, round(h * s)), indexing="xy"), -1)[None].flip(1)
        x = torch.nn.functional.grid_sample(x, grid, align_corners=True)
    return x
