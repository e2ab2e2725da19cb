# Kept answers to q6_surface: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: plt.subplots and scatter
def plot_surface(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    ax.plot_surface(x_mesh, y_mesh, f(x_mesh, y_mesh), cmap="viridis", norm=LogNorm())
    ax.scatter(minimum[0], minimum[1], f(*minimum), marker="*", s=300, color="red")
    ax.set_xlabel("$x$")
    ax.set_ylabel("$y$")
    ax.set_zlabel("$f$")
    return ax

# %% right: plt.axes, scatter with lists, colour bar
def plot_surface(f, x_mesh, y_mesh, minimum):
    fig = plt.figure(figsize=(8, 5))
    ax = plt.axes(projection="3d", elev=50, azim=-50)
    z_mesh = f(x_mesh, y_mesh)
    surface = ax.plot_surface(x_mesh, y_mesh, z_mesh, norm=LogNorm(z_mesh.min(), z_mesh.max()), cmap=plt.cm.jet)
    fig.colorbar(surface)
    ax.scatter([minimum[0]], [minimum[1]], [f(minimum[0], minimum[1])], marker="*")
    plt.xlabel("x")
    plt.ylabel("y")
    ax.set_zlabel("z")
    return ax

# %% right: plot3D with arrays of one entry, stride 2
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(1, 1, 1, projection="3d")
    ax.plot_surface(x_mesh, y_mesh, f(x_mesh, y_mesh), norm=LogNorm(), cmap="viridis", rstride=2, cstride=2)
    point = np.array(minimum, dtype=float).reshape(2, 1)
    ax.plot3D(*point, f(*point), marker="*", linestyle="none", markersize=15)
    ax.set(xlabel="x axis", ylabel="y axis", zlabel="value", title="surface")
    return ax

# %% right: Axes3D from the toolkit
from mpl_toolkits.mplot3d import Axes3D


def plot_surface(f, x_mesh, y_mesh, minimum):
    fig = plt.figure()
    ax = Axes3D(fig)
    fig.add_axes(ax)
    ax.plot_surface(X=x_mesh, Y=y_mesh, Z=f(x_mesh, y_mesh), norm=LogNorm(), cmap="plasma")
    x, y = minimum
    ax.scatter3D(x, y, f(x, y), c="r", marker="*", zorder=10)
    for name, axis in zip("xyz", (ax.xaxis, ax.yaxis, ax.zaxis)):
        axis.set_label_text(name)
    return ax

# %% right: scalars in plot, and drop lines to the floor
def plot_surface(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots(subplot_kw=dict(projection="3d"))
    x, y = minimum
    ax.plot_surface(x_mesh, y_mesh, f(x_mesh, y_mesh), norm=LogNorm(), cmap="viridis")
    ax.plot([x, x], [y, y], [0, f(x, y)], "k--")
    ax.plot(x, y, f(x, y), "r*")
    ax.set_xlabel("x"), ax.set_ylabel("y"), ax.set_zlabel("f")
    return ax

# %% right: heights in a double loop
def plot_surface(f, x_mesh, y_mesh, minimum):
    z_mesh = np.empty(x_mesh.shape)
    for i in range(x_mesh.shape[0]):
        for j in range(x_mesh.shape[1]):
            z_mesh[i, j] = f(x_mesh[i, j], y_mesh[i, j])
    ax = plt.figure().add_subplot(projection="3d")
    ax.plot_surface(x_mesh, y_mesh, z_mesh, norm=LogNorm(), cmap="viridis")
    ax.plot([minimum[0]], [minimum[1]], [f(*minimum)], "r*")
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: returns nothing | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    plt.show()

# %% wrong: returns the figure | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return plt.gcf()

# %% wrong: no label on the z axis | loses: q6_surface_public
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: a title and no labels | loses: q6_surface_public
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set_title("f(x, y)")
    return ax

# %% wrong: the star lies at height 0 | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [0], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: the star in two dimensions | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.scatter(x, y, marker="*")
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: no star | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: a line of one point without a marker | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r")
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: the star's coordinates exchanged | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([y], [x], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: the star at the lowest point of the mesh | loses: q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    k = np.argmin(z)
    x, y = x_mesh.flat[k], y_mesh.flat[k]
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: the star at the height of the lowest point of the mesh | loses: q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [z.min()], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: the star at Beale's minimum | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = 3.0, 0.5
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: always draws Beale's function | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = beale_f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: the star at the height of Beale's function | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [beale_f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: its own mesh | loses: q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    x_mesh, y_mesh = np.meshgrid(np.linspace(-4.5, 4.5, 50), np.linspace(-4.5, 4.5, 50))
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: a wire frame | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_wireframe(x_mesh, y_mesh, z)
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: contours in 3-D for a surface | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.contour(x_mesh, y_mesh, z, norm=LogNorm())
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax

# %% wrong: a heat map on 2-D axes | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    fig, ax = plt.subplots()
    ax.pcolormesh(x_mesh, y_mesh, f(x_mesh, y_mesh), norm=LogNorm())
    ax.plot(*minimum, "r*")
    ax.set(xlabel="x", ylabel="y")
    return ax

# %% wrong: no LogNorm | loses: q6_surface_public
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax


# %% wrong: log of z drawn | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = np.log10(f(x_mesh, y_mesh))
    ax.plot_surface(x_mesh, y_mesh, z, cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax


# %% wrong: meshes exchanged in plot_surface | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(y_mesh, x_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax


# %% wrong: arguments of f exchanged on the mesh | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(y_mesh, x_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax


# %% wrong: z transposed | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z.T, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax


# %% wrong: flat plane | loses: q6_surface_public, q6_surface_other
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, 0 * z + 1, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "r*", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax


# %% right: a dot for a star
def plot_surface(f, x_mesh, y_mesh, minimum):
    ax = plt.figure().add_subplot(projection="3d")
    z = f(x_mesh, y_mesh)
    ax.plot_surface(x_mesh, y_mesh, z, norm=LogNorm(), cmap="viridis")
    x, y = minimum
    ax.plot([x], [y], [f(x, y)], "ro", markersize=20)
    ax.set(xlabel="x", ylabel="y", zlabel="f(x, y)")
    return ax
