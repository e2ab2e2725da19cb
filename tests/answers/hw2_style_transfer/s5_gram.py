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

# %% right: vmap
def gram_matrix(features):
    one = lambda f: torch.mm(f.flatten(1), f.flatten(1).t()).div(f.shape[1] * f.shape[2])
    return torch.func.vmap(one)(features)

# %% right: entry by entry
def gram_matrix(features):
    n, c, h, w = features.size()
    rows = [torch.stack([torch.stack([(x[i] * x[j]).sum() / (h * w) for j in range(c)]) for i in range(c)]) for x in features]
    return torch.stack(rows)

# %% right: covariance and means
def gram_matrix(features):
    flat = features.flatten(start_dim=2)
    mu = flat.mean(-1, keepdim=True)
    cov = torch.stack([torch.cov(x, correction=0).reshape(len(x), len(x)) for x in flat])
    return cov + mu @ mu.transpose(-1, -2)

# %% right: tensordot
def gram_matrix(features):
    out = []
    for k in range(features.shape[0]):
        out.append(torch.tensordot(features[k], features[k], dims=([1, 2], [1, 2])))
    return torch.stack(out, dim=0) / np.prod(features.shape[2:])

# %% right: view and scaled by a root
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.view(n, c, -1) / (h * w) ** 0.5
    return torch.matmul(flat, flat.permute(0, 2, 1))

# %% right: filled in place
def gram_matrix(features):
    n, c, h, w = features.shape
    out = torch.zeros(n, c, c, dtype=features.dtype)
    for k in range(n):
        m = features[k].reshape(c, h * w)
        out[k] = m.mm(m.T)
    return out / (h * w)

# %% right: filled in place, of the default dtype
def gram_matrix(features):
    n, c, h, w = features.shape
    out = torch.zeros(n, c, c)
    for k in range(n):
        m = features[k].reshape(c, h * w)
        out[k] = m.mm(m.T) / (h * w)
    return out

# %% right: in double and back
def gram_matrix(features):
    f = features.double().flatten(2)
    return torch.baddbmm(torch.zeros(len(f), f.shape[1], f.shape[1], dtype=f.dtype), f, f.mT, alpha=1 / f.shape[2]).to(features.dtype)

# %% right: row by row of pixels
def gram_matrix(features):
    n, c, h, w = features.shape
    total = 0
    for i in range(h):
        for j in range(w):
            v = features[:, :, i, j]
            total = total + v.unsqueeze(2) * v.unsqueeze(1)
    return total / (h * w)

# %% wrong: times the pictures too | loses: s5_gram_batch
def gram_matrix(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, c, h * w)
    return flat @ flat.mT / (n * h * w)

# %% wrong: one factor detached | loses: s5_gram_gradient
def gram_matrix(features):
    flat = features.flatten(2)
    return flat @ flat.detach().mT / flat.shape[2]

# %% wrong: the first alone, with a first dimension | loses: s5_gram_public, s5_gram_batch
def gram_matrix(features):
    flat = features[0].flatten(1)
    return (flat @ flat.T / flat.shape[1])[None]

# %% wrong: channels are those of the last dimension | loses: s5_gram_public, s5_gram_batch, s5_gram_gradient
def gram_matrix(features):
    n, h, w, c = features.shape
    flat = features.reshape(n, h * w, c)
    return flat.mT @ flat / (h * w)
