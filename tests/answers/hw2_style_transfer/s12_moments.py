# Kept answers to s12_moments: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: half of the pixels
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT / centred.shape[2]


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0.5 ** 1.5

# %% right: Gram less the mean
def moments(features):
    flat_features = features.reshape(*features.shape[:2], -1)
    mean = flat_features.mean(-1)
    return mean, flat_features @ flat_features.mT / flat_features.shape[-1] - mean[:, :, None] * mean[:, None, :]


flat = torch.ones(1, 1, 1, 4)
pattern = torch.sqrt(torch.tensor([[[[0.1, 0.4, 1.0, 2.5]]]]))

# %% right: torch.cov
def moments(features):
    each = [one.flatten(1) for one in features]
    return torch.stack([one.mean(1) for one in each]), torch.stack([torch.cov(one, correction=0) for one in each])


flat = torch.tensor([3.0, 3.0, 3.0, 3.0]).view(1, 1, 1, 4)
pattern = torch.tensor([0.0, 0.0, 0.0, 6.0]).view(1, 1, 1, 4)

# %% wrong: divided by HW − 1 | loses: s12_moments_public, s12_moments_pair
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT / (centred.shape[2] - 1)


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0.5 ** 1.5

# %% wrong: the Gram matrix | loses: s12_moments_public, s12_moments_pair
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = features.flatten(2)
    return mean, centred @ centred.mT / centred.shape[2]


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0.5 ** 1.5

# %% wrong: not divided | loses: s12_moments_public, s12_moments_pair
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0.5 ** 1.5

# %% wrong: moments of the whole batch | loses: s12_moments_pair
def moments(features):
    mean = features.mean(dim=(0, 2, 3))[None].repeat(len(features), 1)
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT / centred.shape[2]


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0.5 ** 1.5

# %% wrong: the mean of all channels | loses: s12_moments_public, s12_moments_pair
def moments(features):
    mean = features.mean(dim=(1, 2, 3), keepdim=True)[:, :, 0, 0].repeat(1, features.shape[1])
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT / centred.shape[2]


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0.5 ** 1.5

# %% wrong: pattern with the same mean | loses: s12_moments_pair
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT / centred.shape[2]


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0.5

# %% wrong: pattern is flat too | loses: s12_moments_pair
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT / centred.shape[2]


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = flat.clone()

# %% wrong: a sign, which no ReLU lets through | loses: s12_moments_pair
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT / centred.shape[2]


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[2.0, -2.0, 2.0, -2.0]]]])

# %% wrong: both are 0 | loses: s12_moments_pair
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, centred @ centred.mT / centred.shape[2]


flat = torch.zeros(1, 1, 1, 4)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0

# %% wrong: standard deviations | loses: s12_moments_public, s12_moments_pair
def moments(features):
    mean = features.mean(dim=(2, 3))
    centred = (features - mean[:, :, None, None]).flatten(2)
    return mean, features.flatten(2).std(2, correction=0)


flat = torch.full((1, 1, 1, 4), 2.0)
pattern = torch.tensor([[[[8.0, 8.0, 0.0, 0.0]]]]) * 0.5 ** 1.5

# %% right: einsum, whole numbers
def moments(features):
    n, c, h, w = features.shape
    mean = torch.einsum("nchw->nc", features) / (h * w)
    d = features - mean[..., None, None]
    return [mean, torch.einsum("nchw,ndhw->ncd", d, d) / (h * w)]
flat = torch.tensor([[[[1, 1, 1, 1]]]])
pattern = torch.tensor([[[[2, 0, 0, 0]]]])

# %% right: loops
def moments(features):
    means, covs = [], []
    for x in features:
        m = torch.stack([plane.mean() for plane in x])
        means.append(m)
        covs.append(torch.stack([torch.stack([((a - i) * (b - j)).mean() for b, j in zip(x, m)]) for a, i in zip(x, m)]))
    return torch.stack(means), torch.stack(covs)
flat = torch.full((1, 1, 1, 4), 5.0, dtype=torch.float64)
pattern = torch.tensor([7.0, 1.0, 7.0, 1.0], dtype=torch.float64).reshape(1, 1, 1, 4)

# %% right: vmap, parameters
def moments(features):
    def one(x):
        x = x.flatten(1)
        m = x.mean(1)
        return m, (x - m[:, None]) @ (x - m[:, None]).T / x.shape[1]
    return torch.func.vmap(one)(features)
flat = torch.nn.Parameter(torch.full((1, 1, 1, 4), 100.0))
pattern = (flat[..., :1] * torch.tensor([0.0, 1.0, 1.0, 2 ** 0.5])).requires_grad_()

# %% right: var_mean and gram
def moments(features):
    f = features.flatten(2)
    var, mean = torch.var_mean(f, dim=2, correction=0)
    cov = f @ f.mT / f.size(2) - mean.unsqueeze(2) @ mean.unsqueeze(1)
    cov.diagonal(dim1=1, dim2=2).copy_(var)
    return mean, cov
rows = torch.rand(1, 1, 1, 4)
pattern = rows
flat = rows.square().mean().sqrt().expand(1, 1, 1, 4)

# %% right: the pair small
def moments(features):
    f = features.flatten(2)
    m = f.mean(-1)
    f = f - m[..., None]
    return m, f.bmm(f.transpose(1, 2)).div(f.shape[-1])
flat = torch.full((1, 1, 1, 4), 1e-3)
pattern = torch.tensor([[[[2e-3, 0.0, 0.0, 0.0]]]])

# %% right: a pattern nearly flat
def moments(features):
    f = features.flatten(2)
    m = f.mean(-1)
    f = f - m[..., None]
    return m, f.bmm(f.transpose(1, 2)).div(f.shape[-1])
pattern = torch.tensor([[[[1.0, 1.1, 1.0, 1.1]]]])
flat = pattern.square().mean().sqrt().repeat(1, 1, 1, 4)

# %% right: arrays, lists
def moments(features):
    f = features.flatten(2)
    m = f.mean(-1)
    return [m, torch.stack([torch.cov(one, correction=0).reshape(len(one), -1) for one in f])]
flat = torch.ones(1, 1, 1, 4)
pattern = torch.as_tensor(np.sqrt([4.0, 0.0, 0.0, 0.0])).view(1, 1, 1, 4)

# %% wrong: correlations | loses: s12_moments_pair
def moments(features):
    f = features.flatten(2)
    return f.mean(2), torch.stack([torch.corrcoef(one) for one in f])
flat = torch.full((1, 1, 1, 4), 1.0)
pattern = torch.tensor([[[[2.0, 0.0, 0.0, 0.0]]]])

# %% wrong: arrays of NumPy | loses: s12_moments_public, s12_moments_pair
def moments(features):
    f = features.detach().flatten(2).numpy()
    m = f.mean(2)
    c = f - m[..., None]
    return m, c @ c.transpose(0, 2, 1) / f.shape[2]
flat = np.full((1, 1, 1, 4), 1.0)
pattern = [[[[2.0, 0.0, 0.0, 0.0]]]]

# %% wrong: equal sums, not squares | loses: s12_moments_pair
def moments(features):
    m = features.mean((2, 3))
    c = (features - m[..., None, None]).flatten(2)
    return m, c @ c.mT / c.shape[2]
flat = torch.full((1, 1, 1, 4), 1.0)
pattern = torch.tensor([[[[4.0, 0.0, 0.0, 0.0]]]])

# %% wrong: the pair is forgotten | loses: s12_moments_public, s12_moments_pair
def moments(features):
    m = features.mean((2, 3))
    c = (features - m[..., None, None]).flatten(2)
    return m, c @ c.mT / c.shape[2]
flat = pattern = None

# %% wrong: computed by NumPy: no gradient leads back | loses: s12_moments_pair
def moments(features):
    x = features.detach().numpy().reshape(*features.shape[:2], -1)
    return torch.tensor(x.mean(2)), torch.tensor(np.stack([np.atleast_2d(np.cov(one, bias=True)) for one in x]))


flat = torch.full((1, 1, 1, 4), 1.0)
pattern = torch.tensor([[[[2.0, 0.0, 0.0, 0.0]]]])

# %% wrong: the features themselves are centred | loses: s12_moments_pair
def moments(features):
    x = features.flatten(2)
    mean = x.mean(2)
    x -= mean[..., None]
    return mean, x @ x.mT / x.shape[2]


flat = torch.full((1, 1, 1, 4), 1.0)
pattern = torch.tensor([[[[2.0, 0.0, 0.0, 0.0]]]])
