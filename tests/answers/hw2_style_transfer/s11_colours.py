# Kept answers to s11_colours: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: sums of products
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.299, 0.587, 0.114]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(stylised) - luma(content)
    return np.clip(changed.round(), 0, 255).astype(np.uint8)

# %% right: through YIQ
def keep_colours(content, stylised):
    to_yiq = np.array([[0.299, 0.587, 0.114], [0.5959, -0.2746, -0.3213], [0.2115, -0.5227, 0.3112]])
    first, second = content @ to_yiq.T, stylised @ to_yiq.T
    first[..., 0] = second[..., 0]
    return (np.linalg.solve(to_yiq, first[..., None])[..., 0] + 0.5).clip(0, 255).astype(np.uint8)

# %% right: channel by channel
def keep_colours(content, stylised):
    a, b = content.astype(np.float64), stylised.astype(np.float64)
    change = 0.299 * (b[..., 0] - a[..., 0]) + 0.587 * (b[..., 1] - a[..., 1]) + 0.114 * (b[..., 2] - a[..., 2])
    return np.stack([np.rint(np.clip(a[..., c] + change, 0, 255)) for c in range(3)], axis=-1).astype(np.uint8)

# %% wrong: not clipped | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.299, 0.587, 0.114]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(stylised) - luma(content)
    return changed.round().astype(np.int64).astype(np.uint8)

# %% wrong: the stylised picture | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.299, 0.587, 0.114]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(stylised) - luma(content)
    return stylised

# %% wrong: the weights of blue first | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.114, 0.587, 0.299]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(stylised) - luma(content)
    return np.clip(changed.round(), 0, 255).astype(np.uint8)

# %% wrong: a plain mean for the luma | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [1 / 3, 1 / 3, 1 / 3]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(stylised) - luma(content)
    return np.clip(changed.round(), 0, 255).astype(np.uint8)

# %% wrong: the other way round | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.299, 0.587, 0.114]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(content) - luma(stylised)
    return np.clip(changed.round(), 0, 255).astype(np.uint8)

# %% wrong: the content's luma is not taken off | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.299, 0.587, 0.114]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(stylised)
    return np.clip(changed.round(), 0, 255).astype(np.uint8)

# %% wrong: a difference of uint8 | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.299, 0.587, 0.114]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(stylised - content)
    return np.clip(changed.round(), 0, 255).astype(np.uint8)

# %% wrong: floats | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.299, 0.587, 0.114]).sum(axis=2, keepdims=True)
    changed = content.astype(float) + luma(stylised) - luma(content)
    return np.clip(changed.round(), 0, 255)

# %% wrong: the colours of the stylised picture | loses: s11_colours_public, s11_colours_other
def keep_colours(content, stylised):
    luma = lambda a: (a.astype(float) * [0.299, 0.587, 0.114]).sum(axis=2, keepdims=True)
    changed = stylised.astype(float) + luma(content) - luma(stylised)
    return np.clip(changed.round(), 0, 255).astype(np.uint8)
