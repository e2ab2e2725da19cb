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
