# Kept answers to t10_backward: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: whole numbers, d for the exponential
df_dd = 1
df_de = 1
df_dc = d + sp.cos(c)
df_db = df_dc
df_da = df_dc * (1 + 2 * a)

# %% right: numbers of NumPy
df_dd = np.float64(1.0)
df_de = np.int64(1)
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc * 1
df_da = df_dc * 1 + df_db * (2 * a)

# %% right: a fraction, a float, c written as a sum
from fractions import Fraction

df_dd = Fraction(1, 1)
df_de = 1.0
df_dc = df_dd * sp.exp(a + b) + df_de * sp.cos(a + b)
df_db = 1.0 * df_dc
df_da = sp.expand(df_dc + 2 * a * df_db)

# %% right: all in x
u = sp.exp(x) + sp.exp(2 * x)
df_dd = sp.S.One
df_de = sp.S.One
df_dc = sp.exp(u) + sp.cos(u)
df_db = sp.exp(u) + sp.cos(u)
df_da = (sp.exp(u) + sp.cos(u)) * (1 + 2 * sp.exp(x))

# %% right: every edge by diff
f = d + e
df_dd, df_de = sp.diff(f, d), sp.diff(f, e)
df_dc = df_dd * sp.exp(c).diff(c) + df_de * sp.sin(c).diff(c)
df_db = df_dc * sp.diff(a + b, b)
df_da = df_dc * sp.diff(a + b, a) + df_db * sp.diff(a**2, a)

# %% right: forward substitution, then diff
df_dd, df_de = sp.Rational(1), sp.Rational(1)
df_dc = (sp.exp(c) + sp.sin(c)).diff(c)
df_db = (sp.exp(a + b) + sp.sin(a + b)).diff(b)
df_da = (sp.exp(a + a**2) + sp.sin(a + a**2)).diff(a)

# %% right: own real symbols
a, b, c, d, e, x = sp.symbols("a b c d e x", real=True)
df_dd, df_de = sp.Integer(1), sp.Integer(1)
df_dc = sp.E**c * df_dd + sp.cos(c) * df_de
df_db = sp.E**c + sp.cos(c)
df_da = (2 * a + 1) * (sp.E**c + sp.cos(c))

# %% right: other variables of the graph in place of a and c
df_dd, df_de = d / d, e - e + 1
df_dc = d + sp.cos(sp.log(d))
df_db = d + sp.cos(b + sp.sqrt(b))
df_da = df_dc + 2 * sp.exp(x) * df_db

# %% right: own positive symbol, the factor as a quotient
a = sp.Symbol("a", positive=True)
df_dd, df_de = sp.Float(1.0), sp.Float(1.0)
df_dc = sp.simplify(df_dd * sp.exp(c) + df_de * sp.cos(c))
df_db = df_dc
df_da = sp.factor(df_dc * (a + 2 * b) / a)

# %% right: entries of arrays
df_dd, df_de = np.ones(2)
df_dc, df_db = [sp.exp(c) + sp.cos(c)] * 2
df_da = sum([df_dc, 2 * a * df_db])

# %% right: a product of matrices
row = sp.Matrix([[1, 1]])
df_dd, df_de = row
df_dc = (row * sp.Matrix([sp.exp(c), sp.cos(c)]))[0]
df_db = df_dc
df_da = (sp.Matrix([[df_dc, df_db]]) * sp.Matrix([1, 2 * a]))[0]

# %% wrong: the terms at c multiplied | loses: t10_backward_public, t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c) * df_de * sp.cos(c)
df_db = df_dc
df_da = df_dc + df_db * 2 * a

# %% wrong: the way through e is missing | loses: t10_backward_public, t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c)
df_db = df_dc
df_da = df_dc + df_db * 2 * a

# %% wrong: the way through d is missing | loses: t10_backward_public, t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_de * sp.cos(c)
df_db = df_dc
df_da = df_dc + df_db * 2 * a

# %% wrong: minus the cosine | loses: t10_backward_public, t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c) - df_de * sp.cos(c)
df_db = df_dc
df_da = df_dc + df_db * 2 * a

# %% wrong: d and e in place of their derivatives | loses: t10_backward_public, t10_backward_rest
df_dd, df_de = d, e
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc
df_da = df_dc + df_db * 2 * a

# %% wrong: f in place of its derivative by c | loses: t10_backward_public, t10_backward_rest
df_dd, df_de = 1, 1
df_dc = d + e
df_db = df_dc
df_da = df_dc + df_db * 2 * a

# %% wrong: the edge from a to c is missing | loses: t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc
df_da = df_db * 2 * a

# %% wrong: the edge from a to b is missing | loses: t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc
df_da = df_dc

# %% wrong: the terms at a multiplied | loses: t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc
df_da = df_dc * df_db * 2 * a

# %% wrong: the derivative of a² is a | loses: t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc
df_da = df_dc + df_db * a

# %% wrong: b times the derivative by c | loses: t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc * b
df_da = df_dc + df_dc * 2 * a

# %% wrong: on to x | loses: t10_backward_rest
df_dd, df_de = 1, 1
df_dc = df_dd * sp.exp(c) + df_de * sp.cos(c)
df_db = df_dc
df_da = (df_dc + df_db * 2 * a) * sp.exp(x)

# %% wrong: the number of the example | loses: t10_backward_rest
df_dd, df_de = 1, 1
df_dc = sp.Float(6.972909)
df_db = df_dc
df_da = 3 * df_dc

# %% wrong: the cosine as a root of e | loses: t10_backward_rest
df_dd, df_de = 1, 1
df_dc = d - sp.sqrt(1 - e**2)
df_db = df_dc
df_da = df_dc + df_db * 2 * a
