# Kept answers to s4_losses: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: mse_loss
def compute_content_loss(features, target):
    return torch.nn.functional.mse_loss(features, target)


def compute_style_loss(gram, target_gram):
    return torch.nn.functional.mse_loss(gram, target_gram)

# %% right: sum over count
def compute_content_loss(features, target):
    return (features - target).pow(2).sum() / features.numel()


compute_style_loss = compute_content_loss

# %% right: norm
def compute_content_loss(features, target):
    difference = (features - target).flatten()
    return difference @ difference / len(difference)


def compute_style_loss(gram, target_gram):
    return torch.square(target_gram - gram).mean(dim=(1, 2)).mean()

# %% wrong: sums | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return ((features - target) ** 2).sum()


def compute_style_loss(gram, target_gram):
    return ((gram - target_gram) ** 2).sum()

# %% wrong: the content loss is a sum | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return ((features - target) ** 2).sum()


def compute_style_loss(gram, target_gram):
    return torch.nn.functional.mse_loss(gram, target_gram)

# %% wrong: the style loss is a sum, divided by 4 C² | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return torch.nn.functional.mse_loss(features, target)


def compute_style_loss(gram, target_gram):
    return ((gram - target_gram) ** 2).sum() / (4 * gram.shape[1] ** 2)

# %% wrong: absolute differences | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return (features - target).abs().mean()


def compute_style_loss(gram, target_gram):
    return (gram - target_gram).abs().mean()

# %% wrong: half of the mean | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return ((features - target) ** 2).mean() / 2


def compute_style_loss(gram, target_gram):
    return torch.nn.functional.mse_loss(gram, target_gram)

# %% wrong: divided by the number of pictures alone | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return torch.nn.functional.mse_loss(features, target)


def compute_style_loss(gram, target_gram):
    return ((gram - target_gram) ** 2).sum() / len(gram)

# %% wrong: numbers without a gradient | loses: s4_losses_other
def compute_content_loss(features, target):
    return torch.nn.functional.mse_loss(features, target).item()


def compute_style_loss(gram, target_gram):
    return torch.nn.functional.mse_loss(gram, target_gram)

# %% wrong: detached | loses: s4_losses_other
def compute_content_loss(features, target):
    return torch.nn.functional.mse_loss(features, target)


def compute_style_loss(gram, target_gram):
    return torch.nn.functional.mse_loss(gram.detach(), target_gram)

# %% wrong: a root is taken | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return torch.nn.functional.mse_loss(features, target)


def compute_style_loss(gram, target_gram):
    return ((gram - target_gram) ** 2).mean() ** 0.5

# %% wrong: the first picture alone | loses: s4_losses_other
def compute_content_loss(features, target):
    return torch.nn.functional.mse_loss(features[:1], target[:1])


def compute_style_loss(gram, target_gram):
    return torch.nn.functional.mse_loss(gram, target_gram)

# %% wrong: one number a picture | loses: s4_losses_other
def compute_content_loss(features, target):
    return torch.nn.functional.mse_loss(features, target)


def compute_style_loss(gram, target_gram):
    return ((gram - target_gram) ** 2).mean(dim=(1, 2))
