# Kept answers to s10_variation: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: ellipses
def total_variation(image):
    vertical = torch.abs(image[..., 1:, :] - image[..., :-1, :]).mean()
    horizontal = torch.abs(image[..., 1:] - image[..., :-1]).mean()
    return vertical + horizontal

# %% right: diff
def total_variation(image):
    return image.diff(dim=2).abs().mean() + image.diff(dim=3).abs().mean()

# %% right: l1_loss
def total_variation(image):
    loss = torch.nn.functional.l1_loss
    return loss(image[:, :, 1:], image[:, :, :-1]) + loss(image[:, :, :, 1:], image[:, :, :, :-1])

# %% wrong: sums | loses: s10_variation_public, s10_variation_other
def total_variation(image):
    vertical = torch.abs(image[..., 1:, :] - image[..., :-1, :]).sum()
    horizontal = torch.abs(image[..., 1:] - image[..., :-1]).sum()
    return vertical + horizontal

# %% wrong: squares | loses: s10_variation_public, s10_variation_other
def total_variation(image):
    vertical = ((image[..., 1:, :] - image[..., :-1, :]) ** 2).mean()
    horizontal = ((image[..., 1:] - image[..., :-1]) ** 2).mean()
    return vertical + horizontal

# %% wrong: vertical pairs alone | loses: s10_variation_public, s10_variation_other
def total_variation(image):
    vertical = torch.abs(image[..., 1:, :] - image[..., :-1, :]).mean()
    horizontal = torch.abs(image[..., 1:] - image[..., :-1]).mean()
    return vertical

# %% wrong: horizontal pairs alone | loses: s10_variation_public, s10_variation_other
def total_variation(image):
    vertical = torch.abs(image[..., 1:, :] - image[..., :-1, :]).mean()
    horizontal = torch.abs(image[..., 1:] - image[..., :-1]).mean()
    return horizontal

# %% wrong: signs are kept | loses: s10_variation_other
def total_variation(image):
    vertical = torch.abs(image[..., 1:, :] - image[..., :-1, :]).mean()
    horizontal = (image[..., 1:] - image[..., :-1]).mean()
    return vertical + horizontal

# %% wrong: one mean over both | loses: s10_variation_public, s10_variation_other
def total_variation(image):
    vertical = torch.abs(image[..., 1:, :] - image[..., :-1, :]).mean()
    horizontal = torch.abs(image[..., 1:] - image[..., :-1]).mean()
    return (vertical + horizontal) / 2

# %% wrong: around the edge | loses: s10_variation_other
def total_variation(image):
    vertical = torch.abs(image[..., 1:, :] - image[..., :-1, :]).mean()
    horizontal = torch.abs(image - image.roll(1, -1)).mean()
    return vertical + horizontal

# %% wrong: divided by all pixels | loses: s10_variation_public, s10_variation_other
def total_variation(image):
    vertical = torch.abs(image[..., 1:, :] - image[..., :-1, :]).mean()
    horizontal = torch.abs(image[..., 1:] - image[..., :-1]).sum() / image.numel()
    return vertical + horizontal

# %% right: convolution
def total_variation(image):
    n, c, h, w = image.shape
    flat = image.reshape(n * c, 1, h, w)
    k = torch.tensor([-1.0, 1.0], dtype=image.dtype)
    conv = torch.nn.functional.conv2d
    return conv(flat, k.view(1, 1, 2, 1)).abs().mean() + conv(flat, k.view(1, 1, 1, 2)).abs().mean()

# %% right: loops
def total_variation(image):
    n, c, h, w = image.shape
    v = [torch.abs(image[a, b, i + 1, j] - image[a, b, i, j]) for a in range(n) for b in range(c) for i in range(h - 1) for j in range(w)]
    g = [torch.abs(image[a, b, i, j + 1] - image[a, b, i, j]) for a in range(n) for b in range(c) for i in range(h) for j in range(w - 1)]
    return sum(v) / len(v) + sum(g) / len(g)

# %% right: narrow, norms
def total_variation(image):
    h, w = image.shape[-2:]
    dv = image.narrow(2, 1, h - 1) - image.narrow(2, 0, h - 1)
    dh = image.narrow(3, 1, w - 1) - image.narrow(3, 0, w - 1)
    return dv.norm(p=1) / dv.numel() + torch.linalg.vector_norm(dh, ord=1) / dh.numel()

# %% right: unfold, roots
def total_variation(image):
    a, b = image.unfold(2, 2, 1), image.unfold(3, 2, 1)
    return ((a[..., 1] - a[..., 0]) ** 2).sqrt().mean() + ((b[..., 0] - b[..., 1]) ** 2).sqrt().mean()

# %% right: np.diff on a tensor, shape (1,)
def total_variation(image):
    total = torch.zeros(1, dtype=image.dtype)
    for axis in (-2, -1):
        total += torch.diff(image, n=1, dim=axis).abs().mean()
    return total

# %% right: L1Loss by sums of where
def total_variation(image):
    def mean_abs(d):
        return torch.where(d > 0, d, -d).sum().div(d.numel())
    return mean_abs(image[..., :-1, :] - image[..., 1:, :]).add(mean_abs(image[..., :-1] - image[..., 1:]))

# %% right: float accumulations
def total_variation(image):
    total = torch.tensor(0.0)
    for picture in image:
        for plane in picture:
            total = total + (plane[1:] - plane[:-1]).abs().mean() + (plane[:, 1:] - plane[:, :-1]).abs().mean()
    return total / (image.shape[0] * image.shape[1])

# %% wrong: no gradient, item | loses: s10_variation_other
def total_variation(image):
    return (image.diff(dim=2).abs().mean() + image.diff(dim=3).abs().mean()).item()

# %% wrong: by NumPy | loses: s10_variation_other
def total_variation(image):
    x = image.detach().numpy()
    return np.abs(np.diff(x, axis=2)).mean() + np.abs(np.diff(x, axis=3)).mean()

# %% wrong: absolute value of the mean | loses: s10_variation_public, s10_variation_other
def total_variation(image):
    return image.diff(dim=2).mean().abs() + image.diff(dim=3).mean().abs()

# %% wrong: only where both neighbours are | loses: s10_variation_public, s10_variation_other
def total_variation(image):
    d, a = image.diff(dim=2)[..., :-1], image.diff(dim=3)[..., :-1, :]
    return (d.abs() + a.abs()).mean()
