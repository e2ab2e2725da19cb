# Kept answers to t9_graph: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: diff, a set of edges
f = sp.exp(sp.exp(x) + sp.exp(x) ** 2) + sp.sin(sp.exp(x) + sp.exp(x) ** 2)
df_dx = sp.diff(f, x)
edges = {("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")}

# %% right: the method diff, lists in another order
f = sp.exp(sp.exp(x) + sp.exp(2 * x)) + sp.sin(sp.exp(x) + sp.exp(2 * x))
df_dx = f.diff(x)
edges = [["e", "f"], ["d", "f"], ["c", "e"], ["c", "d"], ["b", "c"], ["a", "c"], ["a", "b"], ["x", "a"]]

# %% right: powers of sp.E, a tuple of edges
u = sp.E**x + (sp.E**x) ** 2
df_dx = (sp.E**x + 2 * (sp.E**x) ** 2) * (sp.E**u + sp.cos(u))
edges = (("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f"))

# %% right: multiplied out, pairs of letters
u = sp.exp(x) + sp.exp(2 * x)
df_dx = sp.expand((sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u)))
edges = [tuple(pair) for pair in "xa ab ac bc cd ce df ef".split()]

# %% right: factored, capital letters and spaces
p = sp.exp(x)
df_dx = p * (1 + 2 * p) * (sp.exp(p * (1 + p)) + sp.cos(p * (1 + p)))
edges = [("X", "A"), ("A", "B"), (" A", "C "), ("B", "C"), ("C", "D"), ("C", "E"), ("D", " F"), ("E", "F")]

# %% right: two products, floats
u = 1.0 * sp.exp(1.0 * x) + sp.exp(2.0 * x)
df_dx = sp.exp(u) * (sp.exp(x) + 2.0 * sp.exp(2 * x)) + sp.cos(u) * (sp.exp(x) + 2.0 * sp.exp(2 * x))
edges = list(zip("xaabccde", "abccdeff"))

# %% right: own real symbol, Derivative and doit, an edge twice
x = sp.Symbol("x", real=True)
df_dx = sp.Derivative(sp.exp(sp.exp(x) + sp.exp(2 * x)) + sp.sin(sp.exp(x) + sp.exp(2 * x)), x).doit()
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")] + [("x", "a")]

# %% right: own symbol without assumptions, everything as exponentials
x = sp.Symbol("x")
u = sp.exp(x) + sp.exp(2 * x)
df_dx = ((sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))).rewrite(sp.exp)
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% right: a shifted sine, sinh and cosh
p = sp.sinh(x) + sp.cosh(x)
df_dx = (p + 2 * p**2) * (sp.exp(p + p**2) + sp.sin(sp.pi / 2 + p + p**2, evaluate=False))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% right: the chain by hand with the variables put in
df_da = (sp.exp(a + a**2) + sp.sin(a + a**2)).diff(a)
df_dx = (df_da * a).subs(a, sp.exp(x))
edges = [(start, end) for end, starts in {"a": "x", "b": "a", "c": "ab", "d": "c", "e": "c", "f": "de"}.items() for start in starts]

# %% right: own names for the variables of the graph
a = sp.exp(x)
b = a**2
c = a + b
df_dx = (sp.exp(c) + sp.cos(c)) * (a + 2 * b)
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% right: simplified by SymPy
u = sp.exp(x) + sp.exp(2 * x)
df_dx = sp.simplify(sp.diff(sp.exp(u), x) + sp.diff(sp.sin(u), x))
edges = frozenset([("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")])

# %% right: NumPy's e
u = np.e**x + np.e ** (2 * x)
df_dx = (np.e**x + np.float64(2) * np.e ** (2 * x)) * (np.e**u + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: the inner derivative is missing | loses: t9_graph_public, t9_graph_derivative
u = sp.exp(x) + sp.exp(2 * x)
df_dx = sp.exp(u) + sp.cos(u)
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: the inner derivative in one term alone | loses: t9_graph_public, t9_graph_derivative
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * sp.exp(u) + sp.cos(u)
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: brackets round the sum are missing | loses: t9_graph_public, t9_graph_derivative
u = sp.exp(x) + sp.exp(2 * x)
df_dx = sp.exp(x) + 2 * sp.exp(2 * x) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: minus the cosine | loses: t9_graph_public, t9_graph_derivative
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) - sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: the factor 2 is missing | loses: t9_graph_public, t9_graph_derivative
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: the square of the exponential as exp(x²) | loses: t9_graph_public, t9_graph_derivative
u = sp.exp(x) + sp.exp(x**2)
df_dx = u.diff(x) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: f itself | loses: t9_graph_public, t9_graph_derivative
u = sp.exp(x) + sp.exp(2 * x)
df_dx = sp.exp(u) + sp.sin(u)
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: the derivative by c | loses: t9_graph_public, t9_graph_derivative
df_dx = sp.exp(c) + sp.cos(c)
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: the variable e for the number | loses: t9_graph_public, t9_graph_derivative
u = e**x + e ** (2 * x)
df_dx = (e**x + 2 * e ** (2 * x)) * (e**u + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: a line through the two values | loses: t9_graph_derivative
df_dx = 20.918728 + (555.971968 - 20.918728) * 2 * x
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: edges reversed | loses: t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("a", "x"), ("b", "a"), ("c", "a"), ("c", "b"), ("d", "c"), ("e", "c"), ("f", "d"), ("f", "e")]

# %% wrong: an edge from x to b | loses: t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")] + [("x", "b")]

# %% wrong: an edge from x to c | loses: t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")] + [("x", "c")]

# %% wrong: no edge from a to c | loses: t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: d leads to e, a chain | loses: t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f")]

# %% wrong: f comes from c directly | loses: t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")] + [("c", "f")]

# %% wrong: one edge backwards | loses: t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("c", "b"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]

# %% wrong: symbols in place of names | loses: t9_graph_public, t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
f = sp.Symbol("f")
edges = [(x, a), (a, b), (a, c), (b, c), (c, d), (c, e), (d, f), (e, f)]

# %% wrong: functions in the graph | loses: t9_graph_public, t9_graph_edges
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + sp.cos(u))
edges = [("x", "exp"), ("exp", "square"), ("exp", "plus"), ("square", "plus"), ("plus", "exp"), ("plus", "sin")]

# %% right: the cosine as one over the secant
u = sp.exp(x) + sp.exp(2 * x)
df_dx = (sp.exp(x) + 2 * sp.exp(2 * x)) * (sp.exp(u) + 1 / sp.sec(u))
edges = [("x", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")]
