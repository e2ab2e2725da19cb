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

# %% right: loops over channels
def deprocess_img(tensor):
    _, _, h, w = tensor.shape
    out = np.zeros((h, w, 3), dtype=np.uint8)
    for k in range(3):
        plane = tensor[0, k].detach().cpu().numpy() + encoders.MEAN[k]
        out[:, :, 2 - k] = np.round(plane.clip(0, 255))
    return out

# %% right: inference mode
@torch.inference_mode()
def deprocess_img(tensor):
    mean = torch.as_tensor(encoders.MEAN).reshape(1, -1, 1, 1)
    x = torch.einsum("nchw->nhwc", tensor + mean)[0, :, :, [2, 1, 0]]
    return np.asarray(torch.clip(torch.round(x), 0, 255).type(torch.uint8))

# %% right: lists
def deprocess_img(tensor):
    planes = tensor[0].tolist()
    rows, columns = len(planes[0]), len(planes[0][0])
    value = lambda c, i, j: int(min(255, max(0, round(planes[c][i][j] + encoders.MEAN[c]))))
    return np.array([[[value(c, i, j) for c in (2, 1, 0)] for j in range(columns)] for i in range(rows)], dtype="uint8")

# %% right: read only, from a picture
def deprocess_img(tensor):
    x = tensor.data[0] + torch.tensor(encoders.MEAN)[:, None, None]
    x = np.uint8(np.clip(np.floor(x.numpy() + 0.5), 0, 255))
    bands = [Image.fromarray(np.ascontiguousarray(band)) for band in x[::-1]]
    return np.asarray(Image.merge("RGB", bands))

# %% right: strides of its own
def deprocess_img(tensor):
    x = np.rint(tensor.detach().numpy().astype(np.float64) + np.reshape(encoders.MEAN, (1, 3, 1, 1)))
    return np.moveaxis(np.minimum(np.maximum(x, 0), 255).astype(np.ubyte)[0, ::-1], 0, -1)

# %% right: np.uint8 of torch
def deprocess_img(tensor):
    with torch.no_grad():
        b, g, r = (tensor.squeeze(0) + torch.tensor(encoders.MEAN)[:, None, None]).unbind(0)
        return torch.stack((r, g, b), -1).round().clip(0, 255).numpy().astype(np.uint8)

# %% right: skimage
def deprocess_img(tensor):
    from skimage.util import img_as_ubyte
    x = (tensor.detach().double()[0].permute(1, 2, 0).numpy() + encoders.MEAN)[..., ::-1]
    return img_as_ubyte(np.clip(x / 255, 0, 1))

# %% wrong: a picture of Pillow's | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return Image.fromarray(np.clip(np.rint(image[:, :, ::-1]), 0, 255).astype(np.uint8))

# %% wrong: only negative ones are clipped | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.maximum(np.rint(image[..., ::-1]), 0).astype(int).astype(np.uint8)

# %% wrong: rounded before the mean | loses: s2_deprocess_public, s2_deprocess_other
def deprocess_img(tensor):
    image = np.rint(tensor.detach().numpy()[0].transpose(1, 2, 0)) + np.array(encoders.MEAN)
    return np.clip(image[..., ::-1], 0, 255).astype(np.uint8)

# %% wrong: upside down | loses: s2_deprocess_other
def deprocess_img(tensor):
    image = tensor.detach().numpy()[0].transpose(1, 2, 0) + np.array(encoders.MEAN)
    return np.clip(np.rint(image[::-1, :, ::-1]), 0, 255).astype(np.uint8)
