"""Functions of torch tensors to differentiate, some with a wrong derivative. For notebooks on autodiff."""

from __future__ import annotations

from typing import Any

import torch


def cube(x: torch.Tensor) -> torch.Tensor:
    """Return x³, entry by entry."""
    return x**3


def wave(x: torch.Tensor) -> torch.Tensor:
    """Return sin(3x) + x², entry by entry."""
    return torch.sin(3 * x) + x**2


def bell(x: torch.Tensor) -> torch.Tensor:
    """Return x exp(−x²), entry by entry."""
    return x * torch.exp(-(x**2))


class _Slipped(torch.autograd.Function):
    """x³ whose derivative claims to be 2x², in every mode of differentiation."""

    generate_vmap_rule = True

    @staticmethod
    def forward(x: torch.Tensor) -> torch.Tensor:
        return x**3

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple, output: torch.Tensor) -> None:
        ctx.save_for_backward(*inputs)
        ctx.save_for_forward(*inputs)

    @staticmethod
    def backward(ctx: Any, above: torch.Tensor) -> torch.Tensor:
        (x,) = ctx.saved_tensors
        return above * 2 * x**2

    @staticmethod
    def jvp(ctx: Any, along: torch.Tensor) -> torch.Tensor:
        (x,) = ctx.saved_tensors
        return along * 2 * x**2


def slipped_cube(x: torch.Tensor) -> torch.Tensor:
    """Return x³, entry by entry; autograd is told the derivative 2x², which is wrong."""
    return _Slipped.apply(x)


def cube_sum(x: torch.Tensor) -> torch.Tensor:
    """Return Σᵢ xᵢ³, a number."""
    return cube(x).sum()


def slipped_cube_sum(x: torch.Tensor) -> torch.Tensor:
    """Return Σᵢ xᵢ³, a number, with the wrong derivative of :func:`slipped_cube` in every entry."""
    return slipped_cube(x).sum()


def slips_at_the_end(x: torch.Tensor) -> torch.Tensor:
    """Return Σᵢ xᵢ³, a number; autograd is told a wrong derivative in the last entry alone."""
    return cube_sum(x[:-1]) + slipped_cube(x[-1])


def twist(x: torch.Tensor) -> torch.Tensor:
    """Return y of the shape (n,) of x, n ≥ 2: yᵢ = xᵢ² sin(xᵢ₊₁), indices modulo n. Its Jacobian is not symmetric."""
    return x**2 * torch.sin(torch.roll(x, -1))


def neighbours(x: torch.Tensor) -> torch.Tensor:
    """Return y of the shape (n − 1,) for x of shape (n,), n ≥ 2: yᵢ = xᵢ² xᵢ₊₁. Its Jacobian is not square."""
    return x[:-1] ** 2 * x[1:]


def powers(x: torch.Tensor) -> torch.Tensor:
    """Return y of the shape (2n,) for x of shape (n,): the entries, then their squares. Its Jacobian is not square."""
    return torch.cat([x, x**2])


def valley(x: torch.Tensor) -> torch.Tensor:
    """Return Σᵢ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², a number, for x of shape (n,). Sources: Rosenbrock 1960."""
    return (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum()
