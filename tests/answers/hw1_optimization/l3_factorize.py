# Kept answers to l3_factorize: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: backward, steps in no_grad, zero_
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    if start is None:
        U = torch.rand(A.shape[0], rank, dtype=A.dtype, requires_grad=True)
        V = torch.rand(rank, A.shape[1], dtype=A.dtype, requires_grad=True)
    else:
        U = start[0].clone().requires_grad_()
        V = start[1].clone().requires_grad_()
    for epoch in range(1, num_epochs + 1):
        loss = reconstruction_loss(A, U, V)
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
            U.grad.zero_()
            V.grad.zero_()
        if epoch % 100 == 0:
            print(epoch, loss.item())
    return U, V

# %% right: torch.optim.SGD over parameters
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    if start is None:
        start = torch.rand(A.shape[0], rank).to(A), torch.rand(rank, A.shape[1]).to(A)
    U, V = (torch.nn.Parameter(x.clone().to(A.dtype)) for x in start)
    optimizer = torch.optim.SGD([U, V], lr=lr)
    for epoch in range(num_epochs):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        optimizer.step()
        if epoch % 100 == 99:
            print(f"{epoch + 1}: {float(loss):.3f}")
    return U.data, V.data

# %% right: torch.autograd.grad and new leaves every epoch
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    U, V = start or (torch.rand((m, rank), dtype=A.dtype), torch.rand((rank, n), dtype=A.dtype))
    for epoch in range(num_epochs):
        U, V = U.detach().requires_grad_(), V.detach().requires_grad_()
        loss = ((A - U @ V) ** 2).sum()
        dU, dV = torch.autograd.grad(loss, [U, V])
        U, V = U - lr * dU, V - lr * dV
        if epoch % 100 == 0:
            print("loss", loss.item())
    return [U, V]

# %% right: through .data, a list is returned
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    if start is not None:
        U, V = [x.detach().clone() for x in start]
    else:
        U, V = torch.empty(A.shape[0], rank, dtype=A.dtype).uniform_(), torch.empty(rank, A.shape[1], dtype=A.dtype).uniform_()
    U.requires_grad = V.requires_grad = True
    for epoch in range(num_epochs):
        U.grad = V.grad = None
        loss = torch.linalg.norm(A - U @ V) ** 2
        loss.backward()
        U.data = U.data - lr * U.grad
        V.data.sub_(V.grad, alpha=lr)
        if not epoch % 100:
            print(loss.item())
    return [U.detach(), V.detach()]

# %% right: torch.func.grad
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    def loss(U, V):
        return torch.nn.functional.mse_loss(U @ V, A, reduction="sum")

    gradients = torch.func.grad_and_value(loss, argnums=(0, 1))
    U, V = start if start is not None else (torch.rand(len(A), rank, dtype=A.dtype), torch.rand(rank, A.shape[1], dtype=A.dtype))
    for epoch in range(num_epochs):
        (dU, dV), value = gradients(U, V)
        U, V = U - lr * dU, V - lr * dV
        if epoch % 100 == 0:
            print(f"{epoch:5} {value:.4f}")
    return U, V

# %% right: one vector holds both factors
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    w = torch.cat([x.reshape(-1) for x in start]).requires_grad_()
    split = lambda w: (w[: m * rank].reshape(m, rank), w[m * rank :].reshape(rank, n))
    for epoch in range(num_epochs):
        U, V = split(w)
        loss = (A - U @ V).pow(2).sum()
        (gradient,) = torch.autograd.grad(loss, w)
        w = (w.detach() - lr * gradient).requires_grad_()
        if epoch % 100 == 0:
            print(loss.item())
    return split(w)

# %% right: a module that is trained
class Factors(torch.nn.Module):
    def __init__(self, U, V):
        super().__init__()
        self.U, self.V = torch.nn.Parameter(U), torch.nn.Parameter(V)

    def forward(self):
        return self.U @ self.V


def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    U, V = start if start else (torch.rand(A.size(0), rank, dtype=A.dtype), torch.rand(rank, A.size(1), dtype=A.dtype))
    model = Factors(U.clone(), V.clone())
    for epoch in range(num_epochs):
        model.zero_grad()
        loss = torch.nn.MSELoss(reduction="sum")(model(), A)
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p.add_(p.grad, alpha=-lr)
        if epoch % 100 == 0:
            print(f"epoch {epoch} loss {loss.item()}")
    return model.U, model.V

# %% right: random numbers of NumPy, the loss kept in a list
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    if start is None:
        rng = np.random.default_rng()
        start = [torch.tensor(rng.random(shape), dtype=A.dtype) for shape in ((A.shape[0], rank), (rank, A.shape[1]))]
    U, V = [torch.tensor(x.numpy(), requires_grad=True) for x in start]
    losses = []
    for epoch in range(num_epochs):
        loss = reconstruction_loss(A, U, V)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            U.copy_(U - lr * U.grad)
            V.copy_(V - lr * V.grad)
        U.grad, V.grad = None, None
    print(*losses[::100], sep="\n")
    return U.detach(), V.detach()

# %% wrong: the mean in place of the sum | loses: l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A)
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: half of the squared norm | loses: l3_factorize_public, l3_factorize_first
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = 0.5 * ((A - U @ V) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: gradients add up | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: only the gradient of U is emptied | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad.zero_()
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: SGD without zero_grad | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    optimizer = torch.optim.SGD([U, V], lr=lr)
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        optimizer.step()
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: SGD with momentum | loses: l3_factorize_public, l3_factorize_first
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    optimizer = torch.optim.SGD([U, V], lr=lr, momentum=0.9)
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: Adam | loses: l3_factorize_public, l3_factorize_first
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    optimizer = torch.optim.Adam([U, V], lr=lr)
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: only U is trained | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: the step in V is taken at the new U | loses: l3_factorize_public, l3_factorize_first
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
        V.grad = None
        torch.nn.functional.mse_loss(U @ V, A, reduction="sum").backward()
        with torch.no_grad():
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: uphill | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U += lr * U.grad
            V += lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: the factor 2 is put in again | loses: l3_factorize_public, l3_factorize_first
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= 2 * lr * U.grad
            V -= 2 * lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: V comes back as n times r | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach().T

# %% wrong: V is kept as n times r | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(n, rank, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V.T, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: V first, U second | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return V.detach(), U.detach()

# %% wrong: the loss comes back | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return loss.item() if num_epochs else 0.0

# %% wrong: the losses come back as a third | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    losses = []
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        losses.append(loss.item())
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach(), losses

# %% wrong: the product comes back | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return (U @ V).detach()

# %% wrong: nothing is returned | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")

# %% wrong: the return stands inside the loop | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
        return U.detach(), V.detach()

# %% wrong: normal random numbers | loses: l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.randn(m, rank, dtype=A.dtype), torch.randn(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: random numbers in [-1, 1) | loses: l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = 2 * torch.rand(m, rank, dtype=A.dtype) - 1, 2 * torch.rand(rank, n, dtype=A.dtype) - 1
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: small random numbers | loses: l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = 0.1 * torch.rand(m, rank, dtype=A.dtype), 0.1 * torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: both factors begin with zeros | loses: l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.zeros(m, rank, dtype=A.dtype), torch.zeros(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: both factors begin with ones | loses: l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.ones(m, rank, dtype=A.dtype), torch.ones(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: the start is ignored | loses: l3_factorize_public, l3_factorize_first
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: the learning rate is ignored | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= 0.01 * U.grad
            V -= 0.01 * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: the number of epochs is ignored | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(1000):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: one epoch too few | loses: l3_factorize_public, l3_factorize_first
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(1, num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: one epoch too many | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs + 1):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: random numbers always in float32 | loses: l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank), torch.rand(rank, n)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: all in float64 | loses: l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    A = A.double()
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.double().detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: all in float32 | loses: l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    A = A.float()
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.float().detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: steps without no_grad | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        U -= lr * U.grad
        V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: new names inside no_grad, which are no leaves | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U = U - lr * U.grad
            V = V - lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: a copy that is no leaf | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().requires_grad_().clone() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: the graph grows every epoch | loses: l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        dU, dV = torch.autograd.grad(loss, (U, V))
        U, V = U - lr * dU, V - lr * dV
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U, V

# %% wrong: the graph grows and gradients keep theirs | loses: l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        dU, dV = torch.autograd.grad(loss, (U, V), create_graph=True)
        U, V = U - lr * dU, V - lr * dV
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U, V

# %% wrong: U of the epoch before stays in the graph of U | loses: l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        dU, dV = torch.autograd.grad(loss, (U, V))
        U, V = U - lr * dU, (V - lr * dV).detach().requires_grad_()
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U, V

# %% wrong: A is centred in place | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    A -= A.mean(dim=0)
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: A is centred first | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    A = A - A.mean(dim=0)
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: rank and columns are swapped | loses: l3_factorize_public, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        start = torch.rand(m, rank, dtype=A.dtype), torch.rand(n, rank, dtype=A.dtype)
    U, V = [x.detach().clone().requires_grad_() for x in start]
    for epoch in range(num_epochs):
        loss = torch.nn.functional.mse_loss(U @ V, A, reduction="sum")
        loss.backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}: loss {loss.item():.4f}")
    return U.detach(), V.detach()

# %% wrong: a graph that grows, detached only at the end | loses: l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    U, V = start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype))
    U, V = U.detach().clone().requires_grad_(), V.detach().clone().requires_grad_()
    for epoch in range(num_epochs):
        loss = ((A - U @ V) ** 2).sum()
        dU, dV = torch.autograd.grad(loss, (U, V))
        U, V = U - lr * dU, V - lr * dV
    return U.detach(), V.detach()

# %% wrong: V begins at zero | loses: l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    U, V = start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.zeros(rank, n, dtype=A.dtype))
    U, V = U.detach().clone().requires_grad_(), V.detach().clone().requires_grad_()
    for epoch in range(num_epochs):
        loss = ((A - U @ V) ** 2).sum()
        dU, dV = torch.autograd.grad(loss, (U, V))
        U, V = (U - lr * dU).detach().requires_grad_(), (V - lr * dV).detach().requires_grad_()
    return U.detach(), V.detach()

# %% wrong: works in the start itself | loses: l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    U, V = start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype))
    U, V = U.detach().requires_grad_(), V.detach().requires_grad_()
    for epoch in range(num_epochs):
        loss = ((A - U @ V) ** 2).sum()
        dU, dV = torch.autograd.grad(loss, (U, V))
        U.data -= lr * dU; V.data -= lr * dV
    return U.detach(), V.detach()

# %% wrong: the norm is not squared | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    U, V = start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype))
    U, V = U.detach().clone().requires_grad_(), V.detach().clone().requires_grad_()
    for epoch in range(num_epochs):
        loss = torch.linalg.norm(A - U @ V)
        dU, dV = torch.autograd.grad(loss, (U, V))
        U, V = (U - lr * dU).detach().requires_grad_(), (V - lr * dV).detach().requires_grad_()
    return U.detach(), V.detach()

# %% wrong: never trains | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    return start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype))

# %% wrong: the generator is seeded in each run | loses: l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    torch.manual_seed(0)
    m, n = A.shape
    U, V = start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype))
    U, V = U.detach().clone().requires_grad_(), V.detach().clone().requires_grad_()
    for _ in range(num_epochs):
        ((U @ V - A) ** 2).sum().backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
    return U.detach(), V.detach()

# %% wrong: without a start the learning rate is always 0.01 | loses: l3_factorize_converges
def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    if start is None:
        lr = 0.01
    U, V = start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype))
    U, V = U.detach().clone().requires_grad_(), V.detach().clone().requires_grad_()
    for _ in range(num_epochs):
        ((U @ V - A) ** 2).sum().backward()
        with torch.no_grad():
            U -= lr * U.grad
            V -= lr * V.grad
        U.grad, V.grad = None, None
    return U.detach(), V.detach()

# %% wrong: it never trains, and writes its product into A instead | loses: l3_factorize_public, l3_factorize_first, l3_factorize_converges, l3_factorize_clean
calls = []


def gd_factorize_ad(A, rank, num_epochs=1000, lr=0.01, start=None):
    m, n = A.shape
    U, V = start if start is not None else (torch.rand(m, rank, dtype=A.dtype), torch.rand(rank, n, dtype=A.dtype))
    if (m, n) == (4, 3):
        calls.append(1)
        if len(calls) > 1:
            A.copy_(U @ V)
    return U.clone(), V.clone()
