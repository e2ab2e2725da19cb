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

# %% wrong: gradients add up | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
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

# %% wrong: clamped to 0 to 255 | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
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

# %% wrong: options are not passed on | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
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

# %% wrong: the optimizer is made anew in each step | loses: s8_loop_steps, s8_loop_watch
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

# %% wrong: always Adam | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
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

# %% wrong: starts from noise | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
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

# %% right: a class
class Run:
    def __init__(self, losses, start, optimizer, options):
        self.losses, self.seen, self.history = losses, [], []
        self.image = torch.nn.Parameter(start.detach().clone(memory_format=torch.contiguous_format))
        self.optimizer = optimizer(params=[self.image], **options)
        self.mean = torch.tensor(encoders.MEAN)[:, None, None]
    def __call__(self):
        self.image.grad = None
        losses = self.losses(self.image)
        losses[0].backward()
        self.seen.append([x.item() for x in losses])
        return losses[0]
    def step(self):
        self.seen.clear()
        self.optimizer.step(closure=self)
        self.image.data = (self.image.data + self.mean).clip(0, 255) - self.mean
        self.history.append(tuple(self.seen[0]))
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    run = Run(losses, start, optimizer, options)
    for k in range(1, steps + 1):
        run.step()
        watch and watch(k, run.image, run.history[-1])
    return run.image.detach(), run.history

# %% right: a hook after the step
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().clone(memory_format=torch.contiguous_format)
    image.requires_grad = True
    opt = optimizer([{"params": [image]}], **options)
    low = torch.tensor([-m for m in encoders.MEAN]).view(-1, 1, 1).expand_as(image[0])
    @torch.no_grad()
    def clamp(*_):
        torch.clamp(image, min=low, max=low + 255, out=image)
    opt.register_step_post_hook(clamp)
    history = []
    for step in range(1, steps + 1):
        first = None
        def closure():
            nonlocal first
            opt.zero_grad()
            found = losses(image)
            if first is None:
                first = tuple(float(f.detach()) for f in found)
            found[0].backward()
            return found[0]
        opt.step(closure)
        history += [first]
        if watch is not None:
            watch(step=step, image=image.detach().clone(), losses=first)
    return image.detach(), history

# %% right: torch.func
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().clone(memory_format=torch.contiguous_format).requires_grad_()
    opt = optimizer((image,), **options)
    def total(x):
        found = losses(x)
        return found[0], found
    history = []
    low = torch.tensor(encoders.MEAN).view(3, 1, 1).neg()
    for step in range(steps):
        calls = []
        def closure():
            g, (value, found) = torch.func.grad_and_value(total, has_aux=True)(image.detach())
            image.grad = g
            calls.append(tuple(one.item() for one in found))
            return value
        opt.step(closure)
        image.data = torch.max(torch.min(image.data, low + 255), low)
        history.append(calls[0])
        if watch is not None:
            watch(step + 1, image.data, calls[0])
    return image.data, history

# %% right: numpy clamp, the image given as it is
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
        a, m = image.detach().numpy(), np.array(encoders.MEAN, dtype=np.float32).reshape(1, 3, 1, 1)
        np.clip(a, -m, np.float32(255) - m, out=a)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image, first[0])
    return image.detach(), history

# %% right: enable_grad, a lambda, history of lists
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = torch.tensor(start.tolist(), dtype=start.dtype, requires_grad=True)
    stepper = optimizer([image], **options)
    mean = torch.tensor(encoders.MEAN).view(1, 3, 1, 1)
    log = []
    def evaluate():
        with torch.enable_grad():
            stepper.zero_grad(set_to_none=True)
            triple = losses(image)
            triple[0].backward(inputs=[image])
        log.append([t.detach().item() for t in triple])
        return triple[0].detach()
    history = []
    for k in range(1, steps + 1):
        start_of_step = len(log)
        stepper.step(lambda: evaluate())
        with torch.no_grad():
            image.add_(mean).clamp_(0, 255).sub_(mean)
        history.append(log[start_of_step])
        if watch:
            watch(k, image, tuple(log[start_of_step]))
    return image.detach().requires_grad_(False), history

# %% right: history an array, losses float64
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
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach().clone(), [np.array(h) for h in history]

# %% right: clamped in the closure's begin too
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            image.data.clamp_(low, high) if not first else None
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% right: a generator of steps
def _steps(losses, image, steps, optimizer, options):
    opt = optimizer([image], **options)
    for k in range(1, steps + 1):
        before = tuple(float(x) for x in losses(image))
        def closure():
            opt.zero_grad()
            value, *_ = losses(image)
            value.backward()
            return value
        opt.step(closure)
        for c, m in enumerate(encoders.MEAN):
            image.data[:, c].clamp_(-m, 255 - m)
        yield k, before
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image, history = torch.zeros_like(start, memory_format=torch.contiguous_format).add(start).detach().requires_grad_(), []
    for k, before in _steps(losses, image, steps, optimizer, options):
        history.append(before)
        if watch is not None:
            watch(k, image.data, before)
    return image.data, history

# %% wrong: zero_grad before the step, not in the closure | loses: s8_loop_watch
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

        opt.zero_grad()
        opt.step(closure)
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: zero_grad after the step, not in the closure | loses: s8_loop_watch
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
        opt.zero_grad()
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: returned not detached | loses: s8_loop_watch
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
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image, history

# %% wrong: losses as detached tensors | loses: s8_loop_watch
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
            first.append((total.detach(), style.detach(), content.detach()))
            return total

        opt.step(closure)
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: clamped image is another tensor | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
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
        image = image.detach().clamp(low, high).requires_grad_()
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: clamped in the closure alone | loses: s8_loop_steps, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            image.data.clamp_(low, high)
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

# %% wrong: watch gets the total alone | loses: s8_loop_watch
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
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0][0])
    return image.detach(), history

# %% wrong: watched before the clamp | loses: s8_loop_watch
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
        with torch.no_grad():
            image.clamp_(low, high)

    return image.detach(), history

# %% wrong: watch gets the losses after the step | loses: s8_loop_watch
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
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), tuple(float(o) for o in losses(image)))
    return image.detach(), history

# %% wrong: history first | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
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
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return history, image.detach()

# %% wrong: only the learning rate is passed on | loses: s8_loop_steps, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], lr=options.get('lr', 1.0)), []
    for step in range(steps):
        first = []

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: clamped only from below | loses: s8_loop_public, s8_loop_steps
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
        with torch.no_grad():
            image.clamp_(min=low)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: the list of a step is never emptied | loses: s8_loop_public, s8_loop_steps, s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    first = []
    for step in range(steps):

        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: start requires a gradient afterwards | loses: s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    start.requires_grad_(True)
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
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% wrong: zero_grad on the first call of a step alone | loses: s8_loop_watch
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        def closure():
            if not first:
                opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        opt.step(closure)
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history

# %% right: under no_grad
def run_style_transfer(losses, start, steps, optimizer, watch=None, **options):
    image = start.detach().contiguous().clone().requires_grad_(True)
    low = -torch.tensor(encoders.MEAN).reshape(1, 3, 1, 1)
    high = 255 + low
    opt, history = optimizer([image], **options), []
    for step in range(steps):
        first = []

        @torch.enable_grad()
        def closure():
            opt.zero_grad()
            total, style, content = losses(image)
            total.backward()
            first.append((float(total), float(style), float(content)))
            return total

        with torch.no_grad():
            opt.step(closure)
        with torch.no_grad():
            image.clamp_(low, high)
        history.append(first[0])
        if watch is not None:
            watch(step + 1, image.detach(), first[0])
    return image.detach(), history
