# Kept answers to n4_reuse: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: factored
forward_products = H * (D + K)
backward_products = H * (2 * K + D)
difference_products = (H * (D + 1) + K * (H + 1) + 1) * H * (D + K)

# %% right: built from one another
forward_products = H * D + K * H
backward_products = forward_products + K * H
difference_products = forward_products * (1 + H * D + H + K * H + K)

# %% right: expanded
forward_products = H * D + K * H
backward_products = 2 * K * H + H * D
difference_products = sp.expand((H * D + H + K * H + K + 1) * (H * D + K * H))

# %% right: a function for a layer
products = lambda rows, columns: rows * columns
weights = (D + 1) * H + (H + 1) * K
forward_products = products(H, D) + products(K, H)
backward_products = products(K, H) + products(H, K) + products(H, D)
difference_products = forward_products + weights * forward_products

# %% wrong: offsets as multiplications | loses: n4_reuse_public, n4_reuse_differences
forward_products = H * D + H + K * H + K
backward_products = 2 * K * H + H * D
difference_products = (H * D + H + K * H + K + 1) * (H * D + K * H)

# %% wrong: the second layer is forgotten | loses: n4_reuse_public, n4_reuse_differences
forward_products = H * D
backward_products = 2 * K * H + H * D
difference_products = (H * D + H + K * H + K + 1) * (H * D + K * H)

# %% wrong: layers multiplied | loses: n4_reuse_public, n4_reuse_differences
forward_products = H * D * K * H
backward_products = 2 * K * H + H * D
difference_products = (H * D + H + K * H + K + 1) * (H * D + K * H)

# %% wrong: backwards as forwards | loses: n4_reuse_backward
forward_products = H * D + K * H
backward_products = H * D + K * H
difference_products = (H * D + H + K * H + K + 1) * (H * D + K * H)

# %% wrong: backwards is twice forwards | loses: n4_reuse_backward
forward_products = H * D + K * H
backward_products = 2 * (H * D + K * H)
difference_products = (H * D + H + K * H + K + 1) * (H * D + K * H)

# %% wrong: one outer product is forgotten | loses: n4_reuse_backward
forward_products = H * D + K * H
backward_products = K * H + H * K
difference_products = (H * D + H + K * H + K + 1) * (H * D + K * H)

# %% wrong: a pass for each weight, backwards | loses: n4_reuse_backward
forward_products = H * D + K * H
backward_products = (H * D + K * H) * (H * D + K * H)
difference_products = (H * D + H + K * H + K + 1) * (H * D + K * H)

# %% wrong: offsets have no differences | loses: n4_reuse_differences
forward_products = H * D + K * H
backward_products = 2 * K * H + H * D
difference_products = (H * D + K * H + 1) * (H * D + K * H)

# %% wrong: the pass for L itself is forgotten | loses: n4_reuse_differences
forward_products = H * D + K * H
backward_products = 2 * K * H + H * D
difference_products = (H * D + H + K * H + K) * (H * D + K * H)

# %% wrong: central differences | loses: n4_reuse_differences
forward_products = H * D + K * H
backward_products = 2 * K * H + H * D
difference_products = 2 * (H * D + H + K * H + K) * (H * D + K * H)

# %% wrong: the number of weights alone | loses: n4_reuse_differences
forward_products = H * D + K * H
backward_products = 2 * K * H + H * D
difference_products = H * D + H + K * H + K + 1

# %% wrong: an h for H | loses: n4_reuse_public, n4_reuse_backward, n4_reuse_differences
h = sp.Symbol("h")
forward_products = h * D + K * h
backward_products = 2 * K * h + h * D
difference_products = (h * D + h + K * h + K + 1) * (h * D + K * h)
