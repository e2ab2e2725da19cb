# Kept answers to o1_torch: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: from_numpy, a parameter, mse_loss
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.from_numpy(np.array(X)), torch.from_numpy(np.array(y))
    w = torch.nn.Parameter(torch.zeros(X.shape[1], dtype=X.dtype))
    opt = optimizer(params=[w], **options)
    losses = []
    for epoch in range(epochs):
        loss = 0.5 * torch.nn.functional.mse_loss(X @ w, y)
        losses.append(float(loss))
        opt.zero_grad()
        loss.backward()
        opt.step()
    return w.detach().clone().numpy(), losses

# %% right: a closure
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X), torch.tensor(y)
    w = torch.zeros(X.shape[1], dtype=torch.double, requires_grad=True)
    opt = optimizer([w], **options)

    def closure():
        opt.zero_grad()
        loss = torch.sum((X @ w - y) ** 2) / (2 * len(y))
        loss.backward()
        return loss

    losses = [opt.step(closure).item() for _ in range(epochs)]
    return w.detach().numpy(), losses

# %% right: a linear layer
def train_torch(X, y, optimizer, epochs, **options):
    layer = torch.nn.Linear(X.shape[1], 1, bias=False, dtype=torch.float64)
    torch.nn.init.zeros_(layer.weight)
    X, y = torch.as_tensor(X.copy()), torch.as_tensor(y.copy())
    opt = optimizer(layer.parameters(), **options)
    losses = []
    for _ in range(epochs):
        loss = (layer(X)[:, 0] - y).square().mean() / 2
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.detach().item())
    return layer.weight.detach().numpy()[0], losses

# %% wrong: a sum for the mean | loses: o1_torch_public, o1_torch_options, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).sum() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses

# %% wrong: the ½ is missing | loses: o1_torch_public, o1_torch_options, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses

# %% wrong: gradients are not reset | loses: o1_torch_public, o1_torch_options, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses

# %% wrong: losses after the step | loses: o1_torch_public, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        stepper.step()
        losses.append((((X @ w - y) ** 2).mean() / 2).item())
    return w.detach().numpy(), losses

# %% wrong: one step too many losses | loses: o1_torch_public, o1_torch_options, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    losses.append((((X @ w - y) ** 2).mean() / 2).item())
    return w.detach().numpy(), losses

# %% wrong: options are forgotten but lr | loses: o1_torch_options
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], lr=options['lr']), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses

# %% wrong: always SGD | loses: o1_torch_options
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = torch.optim.SGD([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses

# %% wrong: single precision | loses: o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)
    w = torch.zeros(X.shape[1], dtype=torch.float32, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses

# %% wrong: starts at ones | loses: o1_torch_public, o1_torch_options, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.ones(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses

# %% wrong: a column and a row: y broadcast | loses: o1_torch_options, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = (((X @ w)[:, None] - y[None]) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses

# %% wrong: returns the losses first | loses: o1_torch_public, o1_torch_options, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return losses, w.detach().numpy()

# %% wrong: no step is taken | loses: o1_torch_public, o1_torch_options, o1_torch_fit
def train_torch(X, y, optimizer, epochs, **options):
    X, y = torch.tensor(X, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], **options), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
    return w.detach().numpy(), losses

# %% wrong: only two options are passed on | loses: o1_torch_options
def train_torch(X, y, optimizer, epochs, lr=0.1, momentum=0.0, **rest):
    X, y = torch.tensor(X), torch.tensor(y)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    stepper, losses = optimizer([w], lr=lr, **({"momentum": momentum} if momentum else {})), []
    for _ in range(epochs):
        stepper.zero_grad()
        loss = ((X @ w - y) ** 2).mean() / 2
        loss.backward()
        losses.append(loss.item())
        stepper.step()
    return w.detach().numpy(), losses
