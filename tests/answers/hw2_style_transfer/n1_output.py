# Kept answers to n1_output: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: multiplied out
dL_dpj = 2 * p_j - 2 * y_j
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * p_j * h_k - 2 * y_j * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ij

# %% right: built from one another
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = dL_dpj * h_k
dL_dbj = dL_dpj
dpi_dhj = W_ij

# %% right: the delta squared is the delta
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij**2 * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ij

# %% right: signs turned round, floats
dL_dpj = -2.0 * (y_j - p_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = -(y_j - p_j) * 2
dpi_dhj = W_ij

# %% right: by sp.diff
L = (p_j - y_j) ** 2
dL_dpj = sp.diff(L, p_j)
dpi_dWjk = delta_ij * sp.diff(W_ij * h_k, W_ij)
dL_dWjk = sp.diff(L, p_j) * h_k
dL_dbj = sp.expand(sp.diff(L, p_j))
dpi_dhj = sp.diff(W_ij * h_k, h_k)

# %% right: own symbols without assumptions
p, y, h, w, delta = sp.symbols("p_j y_j h_k W_ij delta_ij")
dL_dpj = 2 * (p - y)
dpi_dWjk = h * delta
dL_dWjk = 2 * h * (p - y)
dL_dbj = 2 * (p - y)
dpi_dhj = w

# %% wrong: the 2 is missing everywhere | loses: n1_output_public, n1_output_chain, n1_output_offset
dL_dpj = p_j - y_j
dpi_dWjk = delta_ij * h_k
dL_dWjk = (p_j - y_j) * h_k
dL_dbj = p_j - y_j
dpi_dhj = W_ij

# %% wrong: the sign everywhere | loses: n1_output_public, n1_output_chain, n1_output_offset
dL_dpj = 2 * (y_j - p_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (y_j - p_j) * h_k
dL_dbj = 2 * (y_j - p_j)
dpi_dhj = W_ij

# %% wrong: the loss itself | loses: n1_output_public
dL_dpj = (p_j - y_j) ** 2
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ij

# %% wrong: the delta is forgotten | loses: n1_output_weight
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ij

# %% wrong: the delta instead of the hidden unit | loses: n1_output_weight
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ij

# %% wrong: a delta is left after the sum | loses: n1_output_chain
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * delta_ij * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ij

# %% wrong: the hidden unit is forgotten in the chain | loses: n1_output_chain
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j)
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ij

# %% wrong: the offset with the hidden unit | loses: n1_output_offset
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j) * h_k
dpi_dhj = W_ij

# %% wrong: the offset's derivative of p alone | loses: n1_output_offset
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 1
dpi_dhj = W_ij

# %% wrong: row and column swapped | loses: n1_output_hidden
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = W_ji

# %% wrong: a delta before the weight | loses: n1_output_hidden
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = delta_ij * W_ij

# %% wrong: h for W | loses: n1_output_hidden
dL_dpj = 2 * (p_j - y_j)
dpi_dWjk = delta_ij * h_k
dL_dWjk = 2 * (p_j - y_j) * h_k
dL_dbj = 2 * (p_j - y_j)
dpi_dhj = h_k
