# Kept answers to q7_contours: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: pyplot's own functions and scatter
def plot_contours(f, x_mesh, y_mesh, minimum):
    plt.figure()
    plt.contour(x_mesh, y_mesh, f(x_mesh, y_mesh), np.logspace(-0.5, 5, 35), norm=LogNorm(), cmap=plt.cm.jet)
    plt.scatter(minimum[0], minimum[1], marker="*", s=200, c="red")
    plt.xlabel("$x$")
    plt.ylabel("$y$")
    return plt.gca()

# %% right: levels as a list of powers
def plot_contours(f, x_mesh, y_mesh, minimum):
    ax = plt.figure(figsize=(10, 6)).add_subplot(111)
    levels = [10 ** (-0.5 + 5.5 * k / 34) for k in range(35)]
    x, y = minimum
    ax.contour(x_mesh, y_mesh, f(x_mesh, y_mesh), levels, norm=LogNorm(vmin=levels[0], vmax=levels[-1]))
    ax.plot([x], [y], marker="*", linestyle="", color="r")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax

# %% right: np.geomspace, colour bar, limits
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots(figsize=(8, 6))
    drawn = ax.contour(x_mesh, y_mesh, f(x_mesh, y_mesh), levels=np.geomspace(10**-0.5, 1e5, 35), norm=LogNorm())
    fig.colorbar(drawn)
    ax.scatter(*[[coordinate] for coordinate in minimum], marker="*")
    ax.set(xlabel="x", ylabel="y", xlim=(x_mesh.min(), x_mesh.max()), ylim=(y_mesh.min(), y_mesh.max()))
    return ax

# %% right: filled contours below the lines
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z, levels = f(x_mesh, y_mesh), np.logspace(-0.5, 5, 35)
    ax.contourf(x_mesh, y_mesh, z, levels=levels, norm=LogNorm(), alpha=0.4)
    ax.contour(x_mesh, y_mesh, z, levels=levels, norm=LogNorm())
    ax.plot(*minimum, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% right: triangulated contours of the flattened mesh
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.tricontour(x_mesh.ravel(), y_mesh.ravel(), z.ravel(), levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    ax.plot(minimum[0], minimum[1], "*", ms=18)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% right: the norm by its name
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    ax.contour(x_mesh, y_mesh, f(x_mesh, y_mesh), levels=np.logspace(-0.5, 5, 35), norm="log")
    ax.plot(*minimum, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% right: heights by np.vectorize
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z_mesh = np.vectorize(f)(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z_mesh, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    ax.plot(*minimum, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: no LogNorm | loses: q7_contours_public
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35))
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: always draws Beale's function | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = beale_f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: its own mesh | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    x_mesh, y_mesh = np.meshgrid(np.linspace(-4.5, 4.5, 50), np.linspace(-4.5, 4.5, 50))
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: evenly spaced levels | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.linspace(10**-0.5, 1e5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: 35 levels left to Matplotlib | loses: q7_contours_public
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=35, norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: the exponents for the levels | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.linspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: 50 levels, the default of logspace | loses: q7_contours_public
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: levels as powers of e | loses: q7_contours_public
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.exp(np.linspace(-0.5, 5, 35)), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: 0.5 for the lowest level | loses: q7_contours_public
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.geomspace(0.5, 1e5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: the logarithm is drawn at the logarithms of the levels | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = np.log10(f(x_mesh, y_mesh))
    ax.contour(x_mesh, y_mesh, z, levels=np.linspace(-0.5, 5, 35))
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: returns the contour set | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    drawn = ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return drawn

# %% wrong: returns nothing | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    plt.show()

# %% wrong: labels forgotten | loses: q7_contours_public
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    return ax

# %% wrong: one label set twice | loses: q7_contours_public
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set_xlabel("x")
    ax.set_xlabel("y")
    return ax

# %% wrong: the star at Beale's minimum | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = min_x, min_y
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: the star's coordinates exchanged | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    y, x = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: the star at the lowest point of the mesh | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    k = np.argmin(z)
    x, y = x_mesh.flat[k], y_mesh.flat[k]
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: the point without a marker | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, color="red")
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: the star as a text | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.text(x, y, "*", color="red")
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: an image instead of contours | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.pcolormesh(x_mesh, y_mesh, z, norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: contours on 3-D axes | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="z")
    return ax

# %% wrong: z transposed | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z.T, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax


# %% wrong: arguments of f exchanged | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(y_mesh, x_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax


# %% wrong: f evaluated, Beale drawn | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, beale_f(x_mesh, y_mesh), levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: filled only | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contourf(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax


# %% right: a dot for a star
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "ro", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax


# %% wrong: drawn over indices | loses: q7_contours_public, q7_contours_other
def plot_contours(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    z = f(x_mesh, y_mesh)
    ax.contour(z, levels=np.logspace(-0.5, 5, 35), norm=LogNorm())
    x, y = minimum
    ax.plot(x, y, "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax
