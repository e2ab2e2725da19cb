"""Plain data as JSON with binary parts, in both directions. Never pickle, never eval.

Numbers, texts, lists, tuples, dicts, sets, arrays, tensors, random generators, SymPy trees and built-in
exceptions cross by value; whatever else crosses as a handle. Arrays and other mutable values are remembered on
both sides (:mod:`.memory`).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from course_lib.grading.judge import trees
from course_lib.grading.judge.memory import Memory, is_shared, is_tensor, tensor_bytes

MAX_DEPTH = 60
MAX_NODES = 2_000_000
MAX_PLAIN_NODES = 20_000
BIT_GENERATORS = ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")


class ProtocolError(Exception):
    """A message does not have the form it must have."""


class Codec:
    """Encodes and decodes values for one connection.

    Parameters
    ----------
    memory : Memory
    export : callable
        Turns an object that does not cross by value into a JSON description of a handle.
    resolve : callable
        Turns such a description into the object itself, or a proxy of it.
    """

    def __init__(self, memory: Memory, export: Callable[[Any], list], resolve: Callable[[list], Any]):
        self.memory, self.export, self.resolve = memory, export, resolve
        self.plain = False  # whether only numbers, texts, bytes, lists and dicts may come, and nothing is remembered
        self.parts: list[bytes] = []
        self.nodes = 0

    # ---- to the wire

    def pack(self, message: dict, values: dict[str, Any]) -> tuple[dict, list[bytes]]:
        """Return ``message`` with ``values`` encoded into it, what changed since, and the binary parts."""
        self.parts = []
        # What changed goes first: an object that only the other side still uses may have been changed just before.
        changed = self.memory.changed()
        message["sync"] = [[key, self.content(self.memory.objects[key])] for key in changed]
        message["drop"] = self.memory.prune()
        for name, value in values.items():
            message[name] = self.encode(value)
        self.memory.settle(*changed)
        return message, self.parts

    def encode(self, value: Any, depth: int = 0) -> Any:
        """Return the node of one value."""
        kind = type(value)
        if kind is float or kind is str or kind is bool or value is None:
            return value
        if depth > MAX_DEPTH:
            raise ProtocolError(f"a value is nested more than {MAX_DEPTH} deep")
        if is_shared(value):
            key = self.memory.key(value)
            if key is not None:
                return ["R", key]
            key = self.memory.add(value)
            return ["S", key, self.content(value, depth)]
        return self._immutable(value, depth)

    def _immutable(self, value: Any, depth: int) -> Any:
        if isinstance(value, np.generic):
            return (
                ["N", value.dtype.str, self._part(value.tobytes())]
                if value.dtype.kind in "biufc"
                else self.encode(value.item(), depth + 1)
            )
        if isinstance(value, float):
            return float(value)
        if isinstance(value, int):
            return int(value) if abs(value) < 2**63 else ["I", hex(value)]
        if isinstance(value, str):
            return str(value)
        if isinstance(value, complex):
            return ["C", value.real, value.imag]
        if isinstance(value, Fraction):
            return ["Q", hex(value.numerator), hex(value.denominator)]
        if isinstance(value, Decimal):
            return ["X", str(value)[:5000]]
        if isinstance(value, bytes):
            return ["B", self._part(bytes(value))]
        if isinstance(value, tuple):
            return ["T", [self.encode(v, depth + 1) for v in tuple.__iter__(value)]]
        if isinstance(value, frozenset):
            return ["F", [self.encode(v, depth + 1) for v in value]]
        if isinstance(value, range):
            return ["range", value.start, value.stop, value.step]
        if isinstance(value, slice):
            return ["slice", *[self.encode(v, depth + 1) for v in (value.start, value.stop, value.step)]]
        if value is Ellipsis:
            return ["..."]
        if isinstance(value, np.dtype) and value.kind in "biufc":
            return ["dtype", value.str]
        torch = sys.modules.get("torch")
        if torch is not None and isinstance(value, torch.dtype):
            return ["tdtype", str(value).removeprefix("torch.")]
        if is_tensor(value) and str(value.layout) != "torch.strided":  # what sparse tensors say is read as a dense one
            return self._tensor(value)
        tree = trees.encode(value)
        return ["Y", tree] if tree is not None else ["H", self.export(value)]

    def content(self, value: Any, depth: int = 0) -> list:
        """Return the node of the content of a shared object."""
        sub = depth + 1
        if isinstance(value, np.ndarray):
            array = np.asarray(value)
            if array.dtype.kind in "biufc":
                return ["A", array.dtype.str, list(array.shape), self._part(array.tobytes())]
            return ["O", list(array.shape), [self.encode(v, sub) for v in array.ravel().tolist()]]
        if isinstance(value, list):
            return ["L", [self.encode(v, sub) for v in list.__iter__(value)]]
        if isinstance(value, dict):
            return ["D", [[self.encode(k, sub), self.encode(v, sub)] for k, v in dict.items(value)]]
        if isinstance(value, set):
            return ["U", [self.encode(v, sub) for v in set.__iter__(value)]]
        if isinstance(value, bytearray):
            return ["b", self._part(bytes(value))]
        if isinstance(value, np.random.Generator):
            state = value.bit_generator.state
            return ["G", state["bit_generator"], self._plain_state(state)]
        if isinstance(value, random.Random):
            return ["g", [self.encode(v, sub) for v in value.getstate()]]
        if is_tensor(value):
            return self._tensor(value)
        raise ProtocolError(f"{type(value).__name__} is not shared data")

    def _plain_state(self, state: Any) -> Any:
        if isinstance(state, dict):
            return {str(k): self._plain_state(v) for k, v in state.items()}
        if isinstance(state, np.ndarray):
            return ["A", state.dtype.str, list(state.shape), self._part(state.tobytes())]
        return ["I", hex(state)] if isinstance(state, int) else state

    def _tensor(self, value: Any) -> list:
        grad = value.grad if value.is_leaf else None
        return [
            "t",
            str(value.dtype).removeprefix("torch."),
            list(value.shape),
            self._part(tensor_bytes(value)),
            value.requires_grad,
            None if grad is None else self._tensor(grad),
        ]

    def _part(self, data: bytes) -> int:
        self.parts.append(data)
        return len(self.parts) - 1

    # ---- from the wire

    def unpack(self, message: dict, parts: list[bytes], names: list[str]) -> list[Any]:
        """Apply what the other side changed and return the values called ``names``. Raises ProtocolError."""
        self.parts, self.nodes = parts, 0
        if self.plain:
            return [self._plain(message.get(name)) for name in names]
        try:
            touched = []
            for key, node in message.get("sync", []):
                self._apply(self.memory.objects[int(key)], node)
                touched.append(int(key))
            self.memory.drop([int(k) for k in message.get("drop", [])])
            values = [self.decode(message.get(name)) for name in names]
        except ProtocolError:
            raise
        except Exception as error:
            raise ProtocolError(f"{type(error).__name__}: {error}") from error
        self.memory.settle(*touched)
        return values

    def decode(self, node: Any, depth: int = 0) -> Any:
        """Return the value of a node."""
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise ProtocolError("a value is too deep or too large")
        if node is None or isinstance(node, bool | int | float | str):
            return node
        if not isinstance(node, list) or not node:
            raise ProtocolError("an unknown node")
        kind, *rest = node
        sub = depth + 1
        if kind == "R":
            return self.memory.objects[rest[0]]
        if kind == "S":
            return self._new_shared(rest[0], rest[1], sub)
        if kind == "t":
            return self._new_tensor(node)
        if kind == "T":
            return tuple(self.decode(v, sub) for v in rest[0])
        if kind == "F":
            return frozenset(self.decode(v, sub) for v in rest[0])
        if kind == "N":
            return np.frombuffer(self.parts[rest[1]], dtype=_dtype(rest[0]))[0]
        if kind == "I":
            return int(rest[0][:20_000], 16)
        if kind == "C":
            return complex(rest[0], rest[1])
        if kind == "Q":
            return Fraction(int(rest[0][:5000], 16), int(rest[1][:5000], 16))
        if kind == "X":
            return Decimal(str(rest[0])[:5000])
        if kind == "B":
            return self.parts[rest[0]]
        if kind == "range":
            return range(*map(int, rest))
        if kind == "slice":
            return slice(*[self.decode(v, sub) for v in rest])
        if kind == "...":
            return Ellipsis
        if kind == "dtype":
            return _dtype(rest[0])
        if kind == "tdtype":
            return _torch_dtype(rest[0])
        if kind == "Y":
            return trees.decode(rest[0])
        if kind == "H":
            return self.resolve(rest[0])
        raise ProtocolError(f"an unknown kind of node: {str(kind)[:20]!r}")

    def _plain(self, node: Any, depth: int = 0) -> Any:
        """Return the value of a node of the few kinds that need no trust in who sent it."""
        self.nodes += 1
        if depth > 12 or self.nodes > MAX_PLAIN_NODES:
            raise ProtocolError("a value is too deep or too large")
        if node is None or type(node) in (bool, int, float, str):
            return node
        try:
            kind, *rest = node
            if kind == "B":
                return self.parts[rest[0]]
            items = rest[0] if kind == "T" else rest[1][1] if kind == "S" else None
            if kind == "S" and rest[1][0] == "D":
                return {str(self._plain(k, depth + 1)): self._plain(v, depth + 1) for k, v in items}
            if kind == "T" or (kind == "S" and rest[1][0] == "L"):
                return [self._plain(v, depth + 1) for v in items]
        except (TypeError, ValueError, IndexError) as error:
            raise ProtocolError(f"an unknown node ({error})") from error
        raise ProtocolError("a kind of node that is not expected here")

    def _new_shared(self, key: int, node: list, depth: int) -> Any:
        kind = node[0]
        if kind in ("L", "D", "U"):
            value: Any = {"L": list, "D": dict, "U": set}[kind]()
            self.memory.add(value, int(key))
            self._apply(value, node, depth)
            return value
        if kind == "A":
            value = self._array(node)
        elif kind == "O":
            value = np.empty(tuple(map(int, node[1])), dtype=object)
            self.memory.add(value, int(key))
            self._apply(value, node, depth)
            return value
        elif kind == "b":
            value = bytearray(self.parts[node[1]])
        elif kind == "G":
            if node[1] not in BIT_GENERATORS:
                raise ProtocolError("an unknown bit generator")
            value = np.random.Generator(getattr(np.random, node[1])())
            self._apply(value, node, depth)
        elif kind == "g":
            value = random.Random()
            self._apply(value, node, depth)
        elif kind == "t":
            value = self._new_tensor(node)
        else:
            raise ProtocolError("an unknown kind of shared data")
        self.memory.add(value, int(key))
        return value

    def _apply(self, value: Any, node: list, depth: int = 0) -> None:
        """Give a shared object the content of a node, in place."""
        kind, sub = node[0], depth + 1
        if kind == "A" and isinstance(value, np.ndarray):
            new = self._array(node)
            if new.size != value.size or new.dtype != value.dtype:
                raise ProtocolError("a shared array changed its size or dtype")
            if new.shape != value.shape:  # it changes as it would in the same process
                try:
                    value.shape = new.shape
                except AttributeError as error:
                    raise ProtocolError("a view of an array cannot get this shape") from error
            if value.flags.writeable:
                value[...] = new
        elif kind == "O" and isinstance(value, np.ndarray):
            value.reshape(-1)[:] = np.fromiter((self.decode(v, sub) for v in node[2]), dtype=object, count=value.size)
        elif kind == "L" and isinstance(value, list):
            value[:] = [self.decode(v, sub) for v in node[1]]
        elif kind == "D" and isinstance(value, dict):
            items = [(self.decode(k, sub), self.decode(v, sub)) for k, v in node[1]]
            value.clear()
            value.update(items)
        elif kind == "U" and isinstance(value, set):
            items = [self.decode(v, sub) for v in node[1]]
            value.clear()
            value.update(items)
        elif kind == "b" and isinstance(value, bytearray):
            value[:] = self.parts[node[1]]
        elif kind == "G" and isinstance(value, np.random.Generator):
            state = self._read_state(node[2])
            _check_generator(state, value.bit_generator.state)
            value.bit_generator.state = state
        elif kind == "g" and isinstance(value, random.Random):
            value.setstate(tuple(self.decode(v, sub) for v in node[1]))
        elif kind == "t" and is_tensor(value):
            self._apply_tensor(value, node)
        else:
            raise ProtocolError("an update does not fit its object")

    def _read_state(self, node: Any) -> Any:
        if isinstance(node, dict):
            return {k: self._read_state(v) for k, v in node.items()}
        if isinstance(node, list) and node[0] == "A":
            return self._array(node)
        if isinstance(node, list) and node[0] == "I":
            return int(node[1], 16)
        return node

    def _array(self, node: list) -> np.ndarray:
        _, dtype, shape, part = node
        return np.frombuffer(self.parts[part], dtype=_dtype(dtype)).reshape(tuple(map(int, shape))).copy()

    def _new_tensor(self, node: list) -> Any:
        import torch

        _, dtype, shape, part, requires_grad, grad = node
        raw = (
            torch.frombuffer(bytearray(self.parts[part]), dtype=torch.uint8)
            if self.parts[part]
            else torch.empty(0, dtype=torch.uint8)
        )
        value = raw.view(_torch_dtype(dtype)).reshape(tuple(map(int, shape))).clone()
        if requires_grad:
            value.requires_grad_(True)
        if grad is not None:
            value.grad = self._new_tensor(grad)
        return value

    def _apply_tensor(self, value: Any, node: list) -> None:
        import torch

        new = self._new_tensor(node)
        with torch.no_grad():
            if new.shape == value.shape and new.dtype == value.dtype:
                value.copy_(new)
            else:
                value.data = new.data
        if value.is_leaf:
            value.requires_grad_(bool(node[4]))
            value.grad = new.grad


def _check_generator(state: Any, like: Any, field: str = "") -> None:
    """Raise ProtocolError if ``state`` is no state of a bit generator as ``like`` is.

    NumPy takes a position in its buffer of numbers as it comes, and reads there.
    """
    if isinstance(like, dict):
        right = isinstance(state, dict) and state.keys() == like.keys()
        if right:
            for name in like:
                _check_generator(state[name], like[name], name)
    elif isinstance(like, np.ndarray):
        right = isinstance(state, np.ndarray) and (state.dtype, state.shape) == (like.dtype, like.shape)
    elif isinstance(like, int):
        bound = {"pos": 625, "buffer_pos": 5, "has_uint32": 2, "uinteger": 2**32}.get(field, 2**128)
        right = type(state) is int and 0 <= state < bound
    else:
        right = state == like
    if not right:
        raise ProtocolError("the state of a random generator is not one")


def _dtype(name: Any) -> np.dtype:
    dtype = np.dtype(str(name))
    if dtype.kind not in "biufc":
        raise ProtocolError(f"dtype {name!r} does not cross")
    return dtype


def _torch_dtype(name: Any) -> Any:
    import torch

    dtype = getattr(torch, str(name), None)
    if not isinstance(dtype, torch.dtype):
        raise ProtocolError(f"no torch dtype {name!r}")
    return dtype
