# Kept answers to s8_loop: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: through .data
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% right: losses computed before the step
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = torch.nn.Parameter(start.clone(memory_format=torch.contiguous_format))
    opt, history = optimizer([image], **options), []
    mean = torch.tensor(encoders.MEAN)[None, :, None, None]
    for step in range(1, steps + 1):
        with torch.no_grad():
            history.append(tuple(one.item() for one in losses(image)))

        def closure():
            opt.zero_grad(set_to_none=False)
            total = losses(image)[0]
            total.backward()
            return total

        opt.step(closure)
        with torch.no_grad():
            image.copy_((image + mean).clamp(0, 255) - mean)
        if watch:
            watch(step, image, history[-1])
    return image.detach().clone(), history

# %% right: gradients by torch.autograd.grad
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = torch.empty(start.shape).copy_(start).requires_grad_()
    stepper, history, calls = optimizer([image], **options), [], []

    def closure():
        found = losses(image)
        (image.grad,) = torch.autograd.grad(found[0], image)
        calls.append([float(one) for one in found])
        return found[0]

    for k in range(steps):
        calls.clear()
        stepper.step(closure)
        with torch.no_grad():
            for channel in range(3):
                image[:, channel].clamp_(-encoders.MEAN[channel], 255 - encoders.MEAN[channel])
        history.append(list(calls[0]))
        if watch is not None:
            watch(k + 1, image, calls[0])
    return image.detach(), history

# %% wrong: start is changed | loses: s8_loop_public, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: gradients add up | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: not clamped | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: clamped to 0 to 255 | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(0, 255)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: clamped at the end alone | loses: s8_loop_steps, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    image.data.clamp_(low, high)
    return image.detach(), history

# %% wrong: the mean of red first | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN[::-1]).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: a step without a closure | loses: s8_loop_public, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        closure()
        opt.step()
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: options are not passed on | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], lr=0.1), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: the optimizer is made anew in each step | loses: s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    history = []
    for step in range(steps):
        first = []
        opt = optimizer([image], **options)

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: losses after the step | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        first.clear()
        closure()
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: the last losses of a step | loses: s8_loop_public, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[-1])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: one step too few | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps - 1):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: watched before the step | loses: s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        before = image.detach().clone()
        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, before, first[0])
    return image.detach(), history

# %% wrong: steps counted from 0 | loses: s8_loop_public, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step, image.detach(), first[0])
    return image.detach(), history

# %% wrong: never watched | loses: s8_loop_public, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if False:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: always Adam | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = torch.optim.Adam([image], lr=options['lr']), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: the total alone in the history | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0][0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: the content counts twice in the gradient | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            (total + content).backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: memory in start's order | loses: s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: one range for all channels | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low.min(), high.max())
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: starts from noise | loses: s8_loop_public, s8_loop_steps
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = torch.randn(start.shape).requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        image.data.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history
