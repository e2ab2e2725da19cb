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

# %% right: content first, names by keyword
def compute_features(model, content_path, style_path, load):
    content_image = load(content_path)
    style_image = load(style_path)
    (_, content), (style, _) = model(content_image), model(style_image)
    return tuple(style), tuple(content)

# %% right: map
def compute_features(model, content_path, style_path, load):
    both = list(map(model, map(load, [style_path, content_path])))
    return tuple(both[k][k] for k in range(2))

# %% right: loaded twice, the network called for each
def compute_features(model, content_path, style_path, load):
    def features(path, which):
        with torch.no_grad():
            return [one.detach() for one in model(load(path))[which]]
    return features(style_path, 0), features(content_path, 1)

# %% right: keyword image and path
def compute_features(model, content_path, style_path, load):
    return model(image=load(path=style_path))[0], model(image=load(path=content_path))[1]

# %% right: a named pair
from collections import namedtuple
Targets = namedtuple("Targets", "style_features content_features")
def compute_features(model, content_path, style_path, load):
    return Targets(model(load(style_path))[0], model(load(content_path))[1])

# %% right: images require gradients
def compute_features(model, content_path, style_path, load):
    style, content = load(style_path).requires_grad_(), load(content_path).requires_grad_()
    return model(style)[0], model(content)[1]

# %% wrong: Gram matrices for the style | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    style = [gram_matrix(f) for f in model(load(style_path))[0]]
    return style, model(load(content_path))[1]

# %% wrong: own loader, not the one given | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    style, content = load_and_process_img(style_path, max_size), load_and_process_img(content_path, max_size)
    return model(style)[0], model(content)[1]

# %% wrong: the style picture is made as large as the content | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    content = load(content_path)
    style = torch.nn.functional.interpolate(load(style_path), content.shape[2:])
    return model(style)[0], model(content)[1]

# %% wrong: both in one batch | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    style, content = model(torch.cat([load(style_path), load(content_path)]))
    return [f[:1] for f in style], [f[1:] for f in content]

# %% wrong: without first dimension | loses: s6_features_public, s6_features_values
def compute_features(model, content_path, style_path, load):
    s, c = model(load(style_path)), model(load(content_path))
    return [f[0] for f in s[0]], [f[0] for f in c[1]]

# %% wrong: NumPy arrays | loses: s6_features_values
def compute_features(model, content_path, style_path, load):
    s, c = model(load(style_path)), model(load(content_path))
    return [f.detach().numpy() for f in s[0]], [f.detach().numpy() for f in c[1]]
