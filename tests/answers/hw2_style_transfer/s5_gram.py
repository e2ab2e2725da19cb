# Kept answers to s5_gram: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: bmm
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, c, h * w)
    return torch.bmm(flat, flat.transpose(1, 2)) / (h * w)

# %% right: einsum
def gram_matrix(features):
    return torch.einsum("nchw,ndhw->ncd", features, features) / features[0, 0].numel()

# %% right: a mean of products
def gram_matrix(features):
    return (features[:, :, None] * features[:, None]).mean(dim=(3, 4))

# %% right: picture by picture
def gram_matrix(features):
    each = [one.flatten(1) for one in features]
    return torch.stack([one @ one.T / one.shape[1] for one in each])

# %% wrong: divided by the number of pictures | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, c, h * w)
    return torch.bmm(flat, flat.transpose(1, 2)) / features.shape[0]

# %% wrong: divided by the height | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, c, h * w)
    return torch.bmm(flat, flat.transpose(1, 2)) / h

# %% wrong: divided by C·H·W | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, c, h * w)
    return torch.bmm(flat, flat.transpose(1, 2)) / (c * h * w)

# %% wrong: not divided | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, c, h * w)
    return torch.bmm(flat, flat.transpose(1, 2))

# %% wrong: the batch is mixed into the channels | loses: s5_gram_public, s5_gram_batch
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(1, n * c, h * w)
    return torch.bmm(flat, flat.transpose(1, 2)) / (h * w)

# %% wrong: the batch is mixed into the pixels | loses: s5_gram_batch
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.transpose(0, 1).reshape(c, -1)
    return (flat @ flat.T / (n * h * w)).repeat(n, 1, 1)

# %% wrong: three of four dimensions unpacked | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, h, w = features.shape[:3]
    flat = features.flatten(2)
    return torch.bmm(flat, flat.transpose(1, 2)) / (h * w)

# %% wrong: the first dimension is dropped | loses: s5_gram_public, s5_gram_batch
def gram_matrix(features):
    n, c, h, w = features.shape
    features, n = features[:1], 1
    flat = features.reshape(n, c, h * w)
    return torch.bmm(flat, flat.transpose(1, 2)) / (h * w)

# %% wrong: pictures taken as square | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features[:, :, :, : min(h, w)][:, :, : min(h, w)].reshape(n, c, -1)
    return torch.bmm(flat, flat.transpose(1, 2)) / (h * w)

# %% wrong: reshaped to pixels first | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, h * w, c).transpose(1, 2)
    return torch.bmm(flat, flat.transpose(1, 2)) / (h * w)

# %% wrong: detached | loses: s5_gram_gradient
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.detach().reshape(n, c, h * w)
    return torch.bmm(flat, flat.transpose(1, 2)) / (h * w)

# %% wrong: the mean is taken off: a covariance | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, c, h * w)
    flat = flat - flat.mean(2, keepdim=True)
    return torch.bmm(flat, flat.transpose(1, 2)) / (h * w)
