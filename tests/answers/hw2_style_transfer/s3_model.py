# Kept answers to s3_model: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: to the end
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = False

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% right: a module
class Features(torch.nn.Module):
    def __init__(self, encoder, style_layers, content_layers):
        super().__init__()
        self.encoder, self.style_layers, self.content_layers = encoder, style_layers, content_layers
        self.requires_grad_(False)

    def forward(self, image):
        values = {}
        for name, layer in self.encoder.named_children():
            image = values[name] = layer(image)
        return [values[name] for name in self.style_layers], [values[name] for name in self.content_layers]


def model_VGG(encoder, style_layers, content_layers):
    return Features(encoder, style_layers, content_layers).eval()

# %% right: slices of the chain
def model_VGG(encoder, style_layers, content_layers):
    encoder.eval().requires_grad_(False)
    names = [name for name, _ in encoder.named_children()]
    upto = lambda name, image: encoder[: names.index(name) + 1](image)
    return lambda image: tuple([upto(name, image) for name in layers] for layers in (style_layers, content_layers))

# %% right: hooks
def model_VGG(encoder, style_layers, content_layers):
    encoder.requires_grad_(False)
    seen = {}
    for name, layer in encoder.named_children():
        layer.register_forward_hook(lambda _, __, out, name=name: seen.__setitem__(name, out))

    def model(image):
        encoder(image)
        return [seen[n] for n in style_layers], [seen[n] for n in content_layers]

    return model

# %% wrong: the weights are not frozen | loses: s3_model_public, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        pass

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% wrong: only eval, which freezes nothing | loses: s3_model_public, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    encoder.eval()

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% wrong: a layer is in one list alone | loses: s3_model_values
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = False

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            elif name in content_layers:
                content.append(x)
        return style, content

    return model

# %% wrong: what enters the layer | loses: s3_model_public, s3_model_values, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = False

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
            x = layer(x)
        return style, content

    return model

# %% wrong: no gradient to the image | loses: s3_model_public, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = False

    def model(image):
        style, content, x = [], [], image.detach()
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% wrong: the lists are swapped | loses: s3_model_public, s3_model_values
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = False

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return content, style

    return model

# %% wrong: one image of the batch | loses: s3_model_values
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = False

    def model(image):
        style, content, x = [], [], image[:1]
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% wrong: only the biases are frozen | loses: s3_model_public, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = weight.dim() > 1

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% wrong: the weights are scaled | loses: s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = False
        weight.mul_(1.0001)

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% wrong: detached features | loses: s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    for weight in encoder.parameters():
        weight.requires_grad = False

    def model(image):
        style, content, x = [], [], image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x.detach())
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% right: accumulate over the layers
def model_VGG(encoder, style_layers, content_layers):
    from itertools import accumulate
    encoder.requires_grad_(False)
    names, layers = zip(*encoder.named_children())

    def model(image):
        outs = dict(zip(names, list(accumulate(layers, lambda x, layer: layer(x), initial=image))[1:]))
        return [outs[n] for n in style_layers], [outs[n] for n in content_layers]

    return model

# %% right: weights replaced by ones that are not trained
def model_VGG(encoder, style_layers, content_layers):
    for layer in encoder.children():
        for name, weight in list(layer.named_parameters(recurse=False)):
            setattr(layer, name, torch.nn.Parameter(weight.detach().clone(), requires_grad=False))

    def model(image):
        found = {}
        for name, layer in encoder._modules.items():
            image = layer(image)
            found[name] = image
        return list(map(found.get, style_layers)), list(map(found.get, content_layers))

    return model

# %% right: weights into buffers
def model_VGG(encoder, style_layers, content_layers):
    for layer in encoder.modules():
        for name, weight in list(layer.named_parameters(recurse=False)):
            delattr(layer, name)
            layer.register_buffer(name, weight.detach())

    def model(image):
        found = {}
        for name, layer in encoder.named_children():
            image = found[name] = layer(image)
        return [found[n] for n in style_layers], [found[n] for n in content_layers]

    return model

# %% right: functional_call
def model_VGG(encoder, style_layers, content_layers):
    for p in encoder.parameters():
        p.requires_grad_(False)
    weights = {k: v.detach() for k, v in encoder.named_parameters()}

    def model(image):
        style, content = [], []
        for name, layer in encoder.named_children():
            own = {k.split(".", 1)[1]: v for k, v in weights.items() if k.split(".")[0] == name}
            image = torch.func.functional_call(layer, own, (image,))
            style += [image] if name in style_layers else []
            content += [image] if name in content_layers else []
        return style, content

    return model

# %% right: partial of a helper, a generator
from functools import partial
def _walk(encoder, image):
    for name, layer in encoder.named_children():
        image = layer(image)
        yield name, image
def _features(encoder, style_layers, content_layers, image):
    pairs = list(_walk(encoder, image))
    return tuple([x for n, x in pairs if n in wanted] for wanted in (style_layers, content_layers))
def model_VGG(encoder, style_layers, content_layers):
    [p.requires_grad_(False) for p in encoder.parameters()]
    return partial(_features, encoder, set(style_layers), set(content_layers))

# %% right: getattr, recursion
def model_VGG(encoder, style_layers, content_layers):
    for p in encoder.parameters():
        p.detach_()
    order = [name for name, _ in encoder.named_children()]
    def upto(i, image):
        return image if i < 0 else getattr(encoder, order[i])(upto(i - 1, image))
    return lambda image: ([upto(order.index(n), image) for n in style_layers], [upto(order.index(n), image) for n in content_layers])

# %% right: lists given back in a list, as a Sequential per stage, fx
def model_VGG(encoder, style_layers, content_layers):
    import torch.fx
    encoder.eval()
    for p in encoder.parameters():
        p.requires_grad = False
    class Tap(torch.fx.Interpreter):
        def run_node(self, n):
            out = super().run_node(n)
            if n.op == "call_module":
                self.seen[n.target] = out
            return out
    graph = torch.fx.symbolic_trace(encoder)
    def model(image):
        tap = Tap(graph)
        tap.seen = {}
        tap.run(image)
        return [[tap.seen[n] for n in style_layers], [tap.seen[n] for n in content_layers]]
    return model

# %% right: hooks while it runs, removed after
def model_VGG(encoder, style_layers, content_layers):
    encoder.requires_grad_(False)
    layers = dict(encoder.named_modules())
    def model(image):
        caught, handles = {}, []
        for name in {*style_layers, *content_layers}:
            handles.append(layers[name].register_forward_hook(partial_store(caught, name)))
        try:
            encoder.forward(image)
        finally:
            for handle in handles:
                handle.remove()
        return [caught[n] for n in style_layers], [caught[n] for n in content_layers]
    return model
def partial_store(caught, name):
    def hook(module, args, out):
        caught[name] = out
    return hook

# %% right: image normalized shapes untouched, enable_grad
def model_VGG(encoder, style_layers, content_layers):
    @torch.enable_grad()
    def model(image):
        s, c = (), ()
        x = image.clone()
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                s = (*s, x.clone())
            if name in content_layers:
                c = (*c, x.clone())
        return list(s), list(c)
    encoder.requires_grad_(False)
    return model

# %% wrong: the lists live on | loses: s3_model_public, s3_model_values
def model_VGG(encoder, style_layers, content_layers):
    encoder.requires_grad_(False)
    style, content = [], []

    def model(image):
        x = image
        for name, layer in encoder.named_children():
            x = layer(x)
            if name in style_layers:
                style.append(x)
            if name in content_layers:
                content.append(x)
        return style, content

    return model

# %% wrong: computed once, cached | loses: s3_model_public, s3_model_values, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    encoder.requires_grad_(False)
    found = {}

    def model(image):
        x = image
        for name, layer in encoder.named_children():
            if name not in found:
                found[name] = layer(x)
            x = found[name]
        return [found[n] for n in style_layers], [found[n] for n in content_layers]

    return model

# %% wrong: hooks that append | loses: s3_model_public, s3_model_values
def model_VGG(encoder, style_layers, content_layers):
    encoder.requires_grad_(False)
    style, content = [], []
    for name, layer in encoder.named_children():
        if name in style_layers:
            layer.register_forward_hook(lambda m, i, o: style.append(o))
        if name in content_layers:
            layer.register_forward_hook(lambda m, i, o: content.append(o))

    def model(image):
        encoder(image)
        return style, content

    return model

# %% wrong: frozen only when the model is called | loses: s3_model_public, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    def model(image):
        encoder.requires_grad_(False)
        found = {}
        for name, layer in encoder.named_children():
            image = found[name] = layer(image)
        return [found[n] for n in style_layers], [found[n] for n in content_layers]

    return model

# %% wrong: a copy is frozen | loses: s3_model_public, s3_model_frozen
import copy
def model_VGG(encoder, style_layers, content_layers):
    frozen = copy.deepcopy(encoder).requires_grad_(False)
    def model(image):
        found = {}
        for name, layer in frozen.named_children():
            image = found[name] = layer(image)
        return [found[n] for n in style_layers], [found[n] for n in content_layers]

    return model

# %% wrong: each layer sees the image | loses: s3_model_public, s3_model_values, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    encoder.requires_grad_(False)
    def model(image):
        found = {}
        for name, layer in encoder.named_children():
            try:
                found[name] = layer(image)
            except RuntimeError:
                found[name] = layer(list(found.values())[-1])
        return [found[n] for n in style_layers], [found[n] for n in content_layers]

    return model

# %% wrong: dicts | loses: s3_model_public, s3_model_values, s3_model_frozen
def model_VGG(encoder, style_layers, content_layers):
    encoder.requires_grad_(False)
    def model(image):
        found = {}
        for name, layer in encoder.named_children():
            image = found[name] = layer(image)
        return {n: found[n] for n in style_layers}, {n: found[n] for n in content_layers}

    return model

# %% wrong: ReLU in place | loses: s3_model_values
def model_VGG(encoder, style_layers, content_layers):
    encoder.requires_grad_(False)
    for layer in encoder:
        if isinstance(layer, torch.nn.ReLU):
            layer.inplace = True
    def model(image):
        found = {}
        for name, layer in encoder.named_children():
            image = found[name] = layer(image)
        return [found[n] for n in style_layers], [found[n] for n in content_layers]

    return model
