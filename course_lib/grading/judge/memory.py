"""Objects that both sides hold a copy of, kept equal. Used by the codec.

When an array, list, dict, set, tensor or generator crosses, both sides remember it under one key. Before each
message a side sends what it changed in the meantime, so that an argument changed in place is changed for the
caller too, and an object that crosses twice is one object. A pair is forgotten when one side no longer uses it.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections import OrderedDict, defaultdict
from typing import Any

import numpy as np


def is_tensor(value: Any) -> bool:
    """Return whether ``value`` is a torch tensor, without importing torch."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def is_dense(value: Any) -> bool:
    """Return whether ``value`` is a tensor whose entries lie in memory one by one: not sparse, quantized or nested."""
    return (
        is_tensor(value)
        and str(value.layout) == "torch.strided"
        and not (value.is_meta or value.is_quantized or value.is_nested)
    )


def is_shared(value: Any) -> bool:
    """Return whether ``value`` is of a kind that is kept equal on both sides."""
    # A class of the student's that builds on list or dict is an object with methods, not plain data.
    return (
        type(value) in (list, dict, set, bytearray, OrderedDict, defaultdict)
        or isinstance(value, np.ndarray | np.random.Generator | random.Random)
        or is_dense(value)
    )


class Memory:
    """Shared objects by key: positive keys were given by the judge, negative ones by the student's side."""

    def __init__(self, sign: int):
        self.sign = sign
        self.objects: dict[int, Any] = {}
        self.keys: dict[int, int] = {}
        self.prints: dict[int, Any] = {}
        self._next = 1
        self._fresh: list[int] = []

    def key(self, value: Any) -> int | None:
        """Return the key of ``value`` if it is known."""
        return self.keys.get(id(value))

    def add(self, value: Any, key: int | None = None) -> int:
        """Remember ``value`` under ``key``, or under a new key; return the key."""
        if key is None:
            key = self.sign * self._next
            self._next += 1
        self.objects[key] = value
        self.keys[id(value)] = key
        self._fresh.append(key)
        return key

    def drop(self, keys: list[int]) -> None:
        """Forget pairs that the other side no longer uses."""
        for key in keys:
            value = self.objects.pop(key, None)
            self.prints.pop(key, None)
            if value is not None:
                self.keys.pop(id(value), None)

    def prune(self) -> list[int]:
        """Forget objects that nothing else on this side refers to; return their keys."""
        unused = [key for key in self.objects if _references(self.objects, key) <= _UNUSED]
        self.drop(unused)
        return unused

    def settle(self, *keys: int) -> None:
        """Take the present content of new objects, and of ``keys``, as what both sides know."""
        for key in (*self._fresh, *keys):
            if key in self.objects:
                self.prints[key] = self.fingerprint(self.objects[key])
        self._fresh.clear()

    def changed(self) -> list[int]:
        """Return the keys of objects whose content differs from what both sides know."""
        return [k for k, v in list(self.objects.items()) if k in self.prints and self.fingerprint(v) != self.prints[k]]

    def fingerprint(self, value: Any) -> Any:
        """Return something that differs when the content of a shared object differs (children by identity)."""
        if isinstance(value, np.ndarray):
            if value.dtype.kind == "O":
                return (value.shape, tuple(self._child(v) for v in value.ravel()))
            return (value.dtype.str, value.shape, hashlib.blake2b(np.ascontiguousarray(value).tobytes()).digest())
        if isinstance(value, list):
            return tuple(self._child(v) for v in value)
        if isinstance(value, dict):
            return tuple((self._child(k), self._child(v)) for k, v in value.items())
        if isinstance(value, set):
            return frozenset(self._child(v) for v in value)
        if isinstance(value, bytearray):
            return bytes(value)
        if isinstance(value, np.random.Generator):
            return repr(value.bit_generator.state)
        if isinstance(value, random.Random):
            return value.getstate()
        grad = value.grad if value.is_leaf else None
        return (
            str(value.dtype),
            tuple(value.shape),
            value.requires_grad,
            tensor_digest(value),
            None if grad is None else tensor_digest(grad),
        )

    def _child(self, value: Any) -> Any:
        key = self.keys.get(id(value))
        if key is not None:
            return ("key", key)
        if value is None or isinstance(value, bool | int | float | complex | str | bytes):
            return (type(value).__name__, repr(value))
        if isinstance(value, tuple):
            return ("tuple", tuple(self._child(v) for v in value))
        return ("object", id(value))


def tensor_digest(value: Any) -> bytes:
    """Return a hash of a tensor's entries."""
    return hashlib.blake2b(tensor_bytes(value)).digest()


def tensor_bytes(value: Any) -> bytes:
    """Return a tensor's entries row by row, zeros of a sparse one too, of every dtype."""
    import torch

    if value.layout is not torch.strided:
        value = value.detach().to_dense()
    # A tensor with one entry counts as contiguous whatever its stride, but cannot be viewed as bytes then.
    flat = value.detach().cpu().reshape(-1).clone(memory_format=torch.contiguous_format)
    return flat.view(torch.uint8).numpy().tobytes() if flat.numel() else b""


def _references(table: dict, key: int) -> int:
    value = table[key]
    return sys.getrefcount(value)


#: How many references :func:`_references` counts on an object that only its table holds (it varies by Python).
_UNUSED = _references({0: ["nobody else holds this"]}, 0)
