# Kept answers to a3_accumulation: `right` earns every test cell, `wrong` loses exactly the cells it names.

# %% right: whole numbers
after_a, after_b, after_c = 12, 24, 12
line_d = "raises an error"

# %% right: the lines are run
x = torch.tensor(2.0, requires_grad=True)
y = x**3
y.backward(retain_graph=True)
after_a = x.grad.item()
y.backward(retain_graph=True)
after_b = x.grad.item()
x.grad = None
y.backward()
after_c = x.grad.item()
try:
    y.backward()
    line_d = "adds the same again" if x.grad.item() != after_c else "changes nothing"
except RuntimeError:
    line_d = "raises an error"

# %% right: tensors, cloned on the way
x = torch.tensor(2.0, requires_grad=True)
y = x**3
y.backward(retain_graph=True)
after_a = x.grad.clone()
y.backward(retain_graph=True)
after_b = x.grad.clone()
x.grad = None
y.backward()
after_c = x.grad.clone()
line_d = "raises an error"

# %% right: the formula, once and twice
slope = 3 * 2**2
after_a = slope
after_b = 2 * after_a
after_c = after_a
line_d = "Raises an error"

# %% right: fractions and numpy numbers
from fractions import Fraction

after_a = Fraction(12)
after_b = np.float32(24)
after_c = np.array([12.0])
line_d = " raises an error "

# %% right: a loop over the calls, with a dictionary
x = torch.tensor(2.0, requires_grad=True)
y = x**3
seen = {}
for letter in "abc":
    if letter == "c":
        x.grad = None
    y.backward(retain_graph=letter != "c")
    seen["after_" + letter] = float(x.grad)
after_a, after_b, after_c = seen.values()
line_d = ["adds the same again", "changes nothing", "raises an error"][-1]

# %% right: all lines in one cell, which stops at the last
x = torch.tensor(2.0, requires_grad=True)
y = x**3
y.backward(retain_graph=True)
after_a = x.grad.item()
y.backward(retain_graph=True)
after_b = x.grad.item()
x.grad = None
y.backward()
after_c = x.grad.item()
line_d = "raises an error"
y.backward()

# %% wrong: x.grad itself, which changes later | loses: a3_accumulation_public
x = torch.tensor(2.0, requires_grad=True)
y = x**3
y.backward(retain_graph=True)
after_a = x.grad
y.backward(retain_graph=True)
after_b = x.grad
x.grad = None
y.backward()
after_c = x.grad
line_d = "raises an error"

# %% wrong: each backward replaces what is there | loses: a3_accumulation_again
after_a = 12.0
after_b = 12.0
after_c = 12.0
line_d = "raises an error"

# %% wrong: setting .grad to None changes nothing | loses: a3_accumulation_again
after_a = 12.0
after_b = 24.0
after_c = 36.0
line_d = "raises an error"

# %% wrong: after_c as the 24 that was there | loses: a3_accumulation_again
after_a = 12.0
after_b = 24.0
after_c = 24.0
line_d = "raises an error"

# %% wrong: no gradient after None | loses: a3_accumulation_public, a3_accumulation_again
after_a = 12.0
after_b = 24.0
after_c = None
line_d = "raises an error"

# %% wrong: zero after None | loses: a3_accumulation_again
after_a = 12.0
after_b = 24.0
after_c = 0.0
line_d = "raises an error"

# %% wrong: line (d) adds again | loses: a3_accumulation_again
after_a = 12.0
after_b = 24.0
after_c = 12.0
line_d = "adds the same again"

# %% wrong: line (d) changes nothing | loses: a3_accumulation_again
after_a = 12.0
after_b = 24.0
after_c = 12.0
line_d = "changes nothing"

# %% wrong: line (d) in words of one's own | loses: a3_accumulation_public, a3_accumulation_again
after_a = 12.0
after_b = 24.0
after_c = 12.0
line_d = "RuntimeError"

# %% wrong: line (d) as an x.grad of 24 | loses: a3_accumulation_public, a3_accumulation_again
after_a = 12.0
after_b = 24.0
after_c = 12.0
line_d = 24.0

# %% wrong: the values of y | loses: a3_accumulation_public, a3_accumulation_again
after_a = 8.0
after_b = 16.0
after_c = 8.0
line_d = "raises an error"

# %% wrong: 3x for 3x² | loses: a3_accumulation_public, a3_accumulation_again
after_a = 6.0
after_b = 12.0
after_c = 6.0
line_d = "raises an error"

# %% wrong: the second backward squares | loses: a3_accumulation_again
after_a = 12.0
after_b = 144.0
after_c = 12.0
line_d = "raises an error"

# %% wrong: the second backward gives the second derivative | loses: a3_accumulation_again
after_a = 12.0
after_b = 24.0 / 2
after_c = 6.0
line_d = "raises an error"

# %% wrong: numbers in quotes | loses: a3_accumulation_public, a3_accumulation_again
after_a = "12"
after_b = "24"
after_c = "12"
line_d = "raises an error"

# %% wrong: after_a is forgotten | loses: a3_accumulation_public
after_b = 24.0
after_c = 12.0
line_d = "raises an error"

# %% wrong: x.grad.detach(), which shares its memory with x.grad | loses: a3_accumulation_public
x = torch.tensor(2.0, requires_grad=True)
y = x**3
y.backward(retain_graph=True)
after_a = x.grad.detach()
y.backward(retain_graph=True)
after_b = x.grad.detach()
x.grad = None
y.backward()
after_c = x.grad.detach()
line_d = "raises an error"
