# Kept answers to s2_deprocess: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: by NumPy
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.clip(np.rint(image[:, :, ::-1]), 0, 255).astype(np.uint8)

# %% right: half added and cut off
def deprocess_img(tensor):
    values = tensor.squeeze(0).clone().detach() + torch.tensor(encoders.MEAN)[:, None, None]
    values = torch.clamp(values[[2, 1, 0]] + 0.5, 0, 255)
    return values.permute(1, 2, 0).numpy().astype("uint8")

# %% right: in a copy
def deprocess_img(tensor):
    with torch.no_grad():
        image = tensor.clone()[0]
        for channel, mean in enumerate(encoders.MEAN):
            image[channel] += mean
        image.clamp_(0, 255).round_()
    return image.detach().byte().permute(1, 2, 0).flip(2).numpy()

# %% wrong: not clipped | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.rint(image[:, :, ::-1]).astype(np.int64).astype(np.uint8)

# %% wrong: clipped after the conversion | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.clip(np.rint(image[:, :, ::-1]).astype(np.int64).astype(np.uint8), 0, 255)

# %% wrong: blue first | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.clip(np.rint(image), 0, 255).astype(np.uint8)

# %% wrong: the mean is not added | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0)
    return np.clip(np.rint(image[:, :, ::-1]), 0, 255).astype(np.uint8)

# %% wrong: the mean of red first | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN[::-1])
    return np.clip(np.rint(image[:, :, ::-1]), 0, 255).astype(np.uint8)

# %% wrong: cut off, not rounded | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.clip(image[:, :, ::-1], 0, 255).astype(np.uint8)

# %% wrong: columns before rows | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(2, 1, 0) + np.array(encoders.MEAN)
    return np.clip(np.rint(image[:, :, ::-1]), 0, 255).astype(np.uint8)

# %% wrong: floats | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.clip(np.rint(image[:, :, ::-1]), 0, 255)

# %% wrong: no detach | loses: s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.clip(np.rint(image[:, :, ::-1]), 0, 255).astype(np.uint8)

# %% wrong: clipped at 254 | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.clip(np.rint(image[:, :, ::-1]), 0, 254).astype(np.uint8)

# %% wrong: changed in place | loses: s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0)
    image += np.array(encoders.MEAN, dtype=np.float32)
    return np.clip(np.rint(image[:, :, ::-1]), 0, 255).astype(np.uint8)
