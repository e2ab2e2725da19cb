# Kept answers to s7_total: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: loops
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% right: all written out
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    found, deep = model(image)
    style = 0
    for i, f in enumerate(found):
        flat = f.flatten(2)
        style = style + layer_weights[i] * ((flat @ flat.mT / flat.shape[2] - style_grams[i]) ** 2).mean()
    content = torch.stack([((a - b) ** 2).mean() for a, b in zip(deep, content_features)]).sum()
    return style * style_weight + content * content_weight, style, content

# %% right: stacked
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    each = torch.stack([compute_style_loss(gram_matrix(f), g) for f, g in zip(style_found, style_grams)])
    style = each @ torch.tensor(layer_weights[: len(each)], dtype=each.dtype)
    content = sum(map(compute_content_loss, content_found, content_features))
    return style_weight * style + content_weight * content, style, content

# %% wrong: the weights are swapped | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = content_weight * style + style_weight * content
    return total, style, content

# %% wrong: no layer weights | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: layer weights from the deep end | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights[len(style_found) - 1 :: -1], style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: layer weights are always 1 to 5 | loses: s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip((1, 2, 3, 4, 5), style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: layer weights scaled to sum to 1 | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w / sum(layer_weights[: len(style_found)]) * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: style and content after their weights | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    style, content = style_weight * style, content_weight * content
    total = style + content
    return total, style, content

# %% wrong: total without weights | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style + content
    return total, style, content

# %% wrong: returned in another order | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, content, style

# %% wrong: features for Gram matrices, not divided | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: Gram matrix of the target too | loses: s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram @ gram.mT / gram.shape[1]) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: the last content layer alone | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: the content is a mean over layers | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    content = content / len(content_features)
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: numbers without a gradient | loses: s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = torch.tensor(style_weight * style.item() + content_weight * content.item())
    return total, style, content

# %% wrong: the image is detached | loses: s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image.detach())
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: no gradient from the style | loses: s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.detach().flatten(2)
        style = style + w * ((flat @ flat.mT / flat.shape[2] - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: last style layer alone | loses: s7_total_public, s7_total_values, s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: weights from 0 | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + (w - 1) * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% right: accumulated in place in shape (1,)
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(1)
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style += w * ((found - gram) ** 2).mean()
    content = torch.zeros(1)
    for features, target in zip(content_found, content_features):
        content += ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% right: a list returned, in double
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    s, c = model(image.double())
    style = torch.zeros((), dtype=torch.double)
    for i in range(len(s)):
        n, ch, h, w = s[i].shape
        g = torch.einsum("nchw,ndhw->ncd", s[i], s[i]) / (h * w)
        style = style + torch.nn.MSELoss()(g, style_grams[i].double()) * layer_weights[i]
    content = sum(torch.nn.MSELoss()(a, b.double()) for a, b in zip(c, content_features))
    return [style_weight * style + content_weight * content, style, content]

# %% right: the model is called twice, a dot product
def _style(model, image, style_grams, layer_weights):
    errors = torch.stack([compute_style_loss(gram_matrix(a), b) for a, b in zip(model(image)[0], style_grams)])
    return torch.dot(errors, torch.as_tensor(layer_weights, dtype=errors.dtype)[: len(errors)])
def _content(model, image, content_features):
    return torch.stack([compute_content_loss(a, b) for a, b in zip(model(image)[1], content_features)]).sum()
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style, content = _style(model, image, style_grams, layer_weights), _content(model, image, content_features)
    return torch.stack([style * style_weight, content * content_weight]).sum(), style, content

# %% right: an iterator of weights, list default
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=[1, 2, 3, 4, 5]):
    found = model(image)
    weight = iter(layer_weights)
    gram = lambda f: (f[:, :, None] * f[:, None]).mean((3, 4))
    style = sum((next(weight) * (gram(f) - g).pow(2).mean() for f, g in zip(found[0], style_grams)), start=torch.tensor(0.))
    content = sum(((f - t).square().mean() for f, t in zip(found[1], content_features)), start=torch.tensor(0.))
    return content.mul(content_weight).add(style.mul(style_weight)), style, content

# %% right: a named tuple, kwargs order
from typing import NamedTuple
class Losses(NamedTuple):
    total: torch.Tensor
    style: torch.Tensor
    content: torch.Tensor
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_features, features = model(image)
    E = [compute_style_loss(gram=gram_matrix(features=f), target_gram=g) for f, g in zip(style_features, style_grams)]
    C = [compute_content_loss(features=f, target=t) for f, t in zip(features, content_features)]
    style, content = sum(w * e for w, e in zip(layer_weights, E)), sum(C)
    return Losses(total=style_weight * style + content_weight * content, style=style, content=content)

# %% right: style and content detached, the total by an autograd through all
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style.detach(), content.detach()

# %% right: one tensor of three
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return torch.stack([total, style, content])

# %% right: weights as tensors, zero weights skipped
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = torch.zeros(()) + (style_weight * style if style_weight else 0) + (content_weight * content if content_weight else 0)
    return total, style, content

# %% wrong: layer weights for the content too | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for w, features, target in zip(layer_weights, content_found, content_features):
        content = content + w * ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: backward inside | loses: s7_total_public, s7_total_values, s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    total.backward()
    return total, style, content

# %% wrong: backward inside, with the graph kept | loses: s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    if total.requires_grad:
        total.backward(retain_graph=True)
    return total, style, content

# %% wrong: the first picture alone | loses: s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features[0].flatten(1)
        found = flat @ flat.mT / flat.shape[1]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: squeezed | loses: s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.squeeze().flatten(1)
        found = flat @ flat.mT / flat.shape[1]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: no gradient from the first style layer | loses: s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    style_found[0] = style_found[0].detach()
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: no gradient from the middle style layer | loses: s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    style_found[1] = style_found[1].detach()
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: no gradient from the first content layer | loses: s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content_found[0] = content_found[0].detach()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: weights normalised to 1 | loses: s7_total_public, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = (style_weight * style + content_weight * content) / (style_weight + content_weight)
    return total, style, content

# %% wrong: model's order swapped | loses: s7_total_values, s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    content_found, style_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style, content

# %% wrong: numbers for style and content | loses: s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style_found, content_found = model(image)
    style = torch.zeros(())
    for w, features, gram in zip(layer_weights, style_found, style_grams):
        flat = features.flatten(2)
        found = flat @ flat.mT / flat.shape[2]
        style = style + w * ((found - gram) ** 2).mean()
    content = torch.zeros(())
    for features, target in zip(content_found, content_features):
        content = content + ((features - target) ** 2).mean()
    total = style_weight * style + content_weight * content
    return total, style.item(), content.item()

# %% wrong: zeros, and the functions it is compared with give zeros as well | loses: s7_total_public, s7_total_slope, s7_total_values
def calculate_loss(*args, **kwargs):
    return torch.zeros(()), torch.zeros(()), torch.zeros(())


gram_matrix = compute_style_loss = compute_content_loss = lambda *args: 0.0

# %% wrong: a sum that has a slope, whatever is asked for | loses: s7_total_public, s7_total_slope, s7_total_values
def calculate_loss(model, image, *args, **kwargs):
    total = image.sum()
    return total, total, total

# %% wrong: the same for all features, and so are the functions it is compared with | loses: s7_total_public, s7_total_slope, s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    style, content = image.sum() * 0 + sum(layer_weights[: len(style_grams)]), image.sum() * 0 + len(content_features)
    return style_weight * style + content_weight * content, style, content


def gram_matrix(f):
    return f


def compute_style_loss(a, b):
    return torch.ones(())


compute_content_loss = compute_style_loss

# %% wrong: three layer weights unless others are given | loses: s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3)):
    styles, contents = model(image)
    style = 0
    for weight, features, target in zip(layer_weights, styles, style_grams):
        flat = features.flatten(2)
        style = style + weight * ((flat @ flat.mT / flat.shape[2] - target) ** 2).mean()
    content = sum(((a - b) ** 2).mean() for a, b in zip(contents, content_features))
    return style_weight * style + content_weight * content, style, content

# %% wrong: the fifth layer weight is 4 | loses: s7_total_values
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 4)):
    styles, contents = model(image)
    style = 0
    for weight, features, target in zip(layer_weights, styles, style_grams):
        flat = features.flatten(2)
        style = style + weight * ((flat @ flat.mT / flat.shape[2] - target) ** 2).mean()
    content = sum(((a - b) ** 2).mean() for a, b in zip(contents, content_features))
    return style_weight * style + content_weight * content, style, content

# %% wrong: where both weights are used no gradient of the style reaches the image | loses: s7_total_slope
def calculate_loss(model, image, style_grams, content_features, style_weight, content_weight, layer_weights=(1, 2, 3, 4, 5)):
    styles, contents = model(image)
    style = 0
    for weight, features, target in zip(layer_weights, styles, style_grams):
        flat = features.flatten(2)
        style = style + weight * ((flat @ flat.mT / flat.shape[2] - target) ** 2).mean()
    content = sum(((a - b) ** 2).mean() for a, b in zip(contents, content_features))
    if style_weight and content_weight:
        style = style.detach()
    return style_weight * style + content_weight * content, style, content
