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

# %% wrong: red first | loses: s1_load_public, s1_load_kind
def load_and_process_img(path, max_size):
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    scale = min(1.0, max_size / max(width, height))
    picture = picture.resize((round(width * scale), round(height * scale)))
    bgr = np.asarray(picture, dtype=np.float32) - np.array(encoders.MEAN, dtype=np.float32)
    return torch.from_numpy(bgr.transpose(2, 0, 1)[None].copy())

# %% wrong: the mean of red first | loses: s1_load_public, s1_load_kind
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

# %% wrong: grey stays grey | loses: s1_load_size, s1_load_kind
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

# %% wrong: width and height swapped | loses: s1_load_public, s1_load_size
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
