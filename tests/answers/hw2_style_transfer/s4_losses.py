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

# %% right: sums over keepdim, shape (1,)
def compute_content_loss(features, target):
    return ((features - target) ** 2).reshape(1, -1).mean(1)


def compute_style_loss(gram, target_gram):
    return ((gram - target_gram) ** 2).mean(dim=(0, 1, 2), keepdim=True)

# %% right: MSELoss object, aliased
mean_square = torch.nn.MSELoss(reduction="mean")
compute_content_loss = mean_square
compute_style_loss = mean_square

# %% right: in loops
def compute_content_loss(features, target):
    total, count = 0.0, 0
    for a, b in zip(features.flatten(), target.flatten()):
        total = total + (a - b) * (a - b)
        count += 1
    return total / count


def compute_style_loss(gram, target_gram):
    return compute_content_loss(gram, target_gram)

# %% right: norms
def compute_content_loss(features, target):
    return torch.linalg.vector_norm(features - target) ** 2 / features.numel()


compute_style_loss = lambda gram, target_gram: torch.dist(gram, target_gram, p=2).square() / torch.numel(gram)

# %% right: einsum, vmap
def compute_content_loss(features, target):
    d = features - target
    return torch.einsum("nchw,nchw->", d, d) / d.numel()


def compute_style_loss(gram, target_gram):
    one = lambda a, b: torch.nn.functional.mse_loss(a, b)
    return torch.func.vmap(one)(gram, target_gram).mean()

# %% right: an autograd function of its own
class MeanSquare(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return torch.as_tensor(np.mean((a.numpy() - b.numpy()) ** 2))
    @staticmethod
    def backward(ctx, up):
        a, b = ctx.saved_tensors
        g = 2 * up * (a - b) / a.numel()
        return g, -g
def compute_content_loss(features, target):
    return MeanSquare.apply(features, target)
def compute_style_loss(gram, target_gram):
    return MeanSquare.apply(gram, target_gram)

# %% right: the target detached, in float
def compute_content_loss(features, target):
    return torch.pow(features.float() - target.detach().float(), 2).mean()


def compute_style_loss(gram, target_gram):
    return torch.pow(gram.float() - target_gram.detach().float(), 2).mean()

# %% right: shape (1, 1) by matmul
def compute_content_loss(features, target):
    d = (features - target).reshape(1, -1)
    return torch.mm(d, d.t()) / d.numel()


def compute_style_loss(gram, target_gram):
    return torch.var(gram - target_gram, correction=0) + torch.mean(gram - target_gram) ** 2

# %% wrong: channels not counted | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return ((features - target) ** 2).sum() / (features.shape[2] * features.shape[3])
def compute_style_loss(gram, target_gram):
    return torch.nn.functional.mse_loss(gram, target_gram)

# %% wrong: pictures not counted | loses: s4_losses_other
def compute_content_loss(features, target):
    return ((features - target) ** 2).sum() / features[0].numel()
def compute_style_loss(gram, target_gram):
    return ((gram - target_gram) ** 2).sum() / gram[0].numel()

# %% wrong: square of the mean | loses: s4_losses_public, s4_losses_other
def compute_content_loss(features, target):
    return (features - target).mean() ** 2
def compute_style_loss(gram, target_gram):
    return (gram - target_gram).mean() ** 2

# %% wrong: by NumPy | loses: s4_losses_other
def compute_content_loss(features, target):
    return torch.tensor(np.mean((features.detach().numpy() - target.numpy()) ** 2))
def compute_style_loss(gram, target_gram):
    return torch.tensor(np.mean((gram.detach().numpy() - target_gram.numpy()) ** 2))
