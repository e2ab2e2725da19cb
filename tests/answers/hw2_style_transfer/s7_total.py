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
