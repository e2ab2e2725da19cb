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
