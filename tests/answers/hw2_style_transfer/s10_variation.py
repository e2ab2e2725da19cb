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

# %% wrong: signs are kept | loses: s10_variation_public, s10_variation_other
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
