# Kept answers to s6_features: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: in one line
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(style_path)
    return model(style)[0], model(content)[1]

# %% right: detached copies
def compute_features(model, content_path, style_path, load):
    style_features, _ = model(load(style_path))
    _, content_features = model(load(content_path))
    return [f.detach().clone() for f in style_features], [f.detach().clone() for f in content_features]

# %% right: as a list, from a dict
def compute_features(model, content_path, style_path, load):
    found = {path: model(load(path)) for path in (content_path, style_path)}
    return [found[style_path][0], found[content_path][1]]

# %% wrong: the pair is swapped | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(style_path)
    return model(content)[1], model(style)[0]

# %% wrong: the pictures are swapped | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(style_path)
    return model(content)[0], model(style)[1]

# %% wrong: both from the content | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(style_path)
    return model(content)[0], model(content)[1]

# %% wrong: both from the style | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(style_path)
    return model(style)[0], model(style)[1]

# %% wrong: the same picture twice | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(content_path)
    return model(style)[0], model(content)[1]

# %% wrong: loaded from names of its own | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load('content.png'), load('style.png')
    return model(style)[0], model(content)[1]

# %% wrong: all features of both | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(style_path)
    return model(style), model(content)

# %% wrong: the first features alone | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(style_path)
    return model(style)[0][0], model(content)[1][0]

# %% wrong: scaled | loses: s6_features_values
def compute_features(model, content_path, style_path, load):
    content, style = load(content_path), load(style_path)
    return [f / 255 for f in model(style)[0]], model(content)[1]
