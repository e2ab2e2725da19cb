"""The judge's end: proxies of the student's objects, and what the student's code may ask of a test's objects."""

from __future__ import annotations

import inspect
import sys
import types
from typing import Any

import numpy as np

from course_lib.grading.judge.codec import ProtocolError
from course_lib.grading.judge.peer import Peer

#: Modules whose objects cross to the student's process by name.
LIBRARIES = {"numpy", "torch", "math", "cmath", "operator", "builtins", "sympy", "autograd", "scipy", "course_lib"}
UNARY = ("neg", "pos", "abs", "invert")
BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor")
COMPARE = ("eq", "ne", "lt", "le", "gt", "ge")
CASTS = ("bool", "int", "float", "complex", "str")
MAX_SHOWN = 300


class RemoteObject:
    """An object of the student's: calls, attributes, items, iteration and operators happen over there."""

    __slots__ = ("__weakref__", "_number", "_peer_")

    def __init__(self, peer: JudgePeer, number: int):
        object.__setattr__(self, "_peer_", peer)
        object.__setattr__(self, "_number", number)

    @staticmethod
    def _course_peer(value: RemoteObject) -> JudgePeer:
        return object.__getattribute__(value, "_peer_")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._peer_.request("call", self, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)  # NumPy and others probe for protocols; nothing of that crosses
        return self._peer_.request("getattr", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._peer_.request("setattr", self, name, value)

    def __getitem__(self, key: Any) -> Any:
        return self._peer_.request("getitem", self, key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._peer_.request("setitem", self, key, value)

    def __len__(self) -> int:
        return _plain(self._peer_.request("len", self), int)

    def __contains__(self, value: Any) -> bool:
        return _plain(self._peer_.request("operate", "contains", self, value), bool)

    def __iter__(self) -> Any:
        iterator = self._peer_.request("iter", self)
        if isinstance(iterator, RemoteObject):
            while True:
                step = self._peer_.request("next", iterator)
                if step is None:
                    return
                yield step[0]
        else:
            yield from iterator

    def __next__(self) -> Any:
        step = self._peer_.request("next", self)
        if step is None:
            raise StopIteration
        return step[0]

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        array = self._peer_.request("array", self)
        if not isinstance(array, np.ndarray):
            raise TypeError("not an array")
        return array.astype(dtype) if dtype is not None else array

    def __repr__(self) -> str:
        return str(self._peer_.request("repr", self))[:MAX_SHOWN]

    __hash__ = object.__hash__


def _plain(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, got {type(value).__name__}")
    return value


def _install_operators() -> None:
    def unary(name: str) -> Any:
        return lambda self: self._peer_.request("operate", name, self)

    def binary(name: str) -> Any:
        return lambda self, other: self._peer_.request("operate", name, self, other)

    def reflected(name: str) -> Any:
        return lambda self, other: self._peer_.request("operate", name, other, self)

    def cast(name: str) -> Any:
        kind = {"bool": bool, "int": int, "float": float, "complex": complex, "str": str}[name]
        return lambda self: _plain(self._peer_.request("operate", name, self), kind)

    for name in UNARY:
        setattr(RemoteObject, f"__{name}__", unary(name))
    for name in BINARY:
        setattr(RemoteObject, f"__{name.strip('_')}__", binary(name))
        setattr(RemoteObject, f"__r{name.strip('_')}__", reflected(name))
    for name in COMPARE:
        setattr(RemoteObject, f"__{name}__", binary(name))
    for name in CASTS:
        setattr(RemoteObject, f"__{name}__", cast(name))


_install_operators()
# An operator with a NumPy array on its left is ours, not a loop over the array's entries.
RemoteObject.__array_ufunc__ = None


class JudgePeer(Peer):
    """The trusted end. From the student's side it serves call-backs, and attributes of objects a test handed over."""

    side = "judge"

    def call_helper(self, name: str, args: tuple, kwargs: dict) -> Any:
        """Run a named helper of course_lib beside the student's objects."""
        return self.request("helper", name, *args, **kwargs)

    def by_name(self, value: Any) -> tuple[str, str] | None:
        module = getattr(value, "__module__", None) or ("numpy" if isinstance(value, np.ufunc) else None)
        name = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
        if not isinstance(module, str) or not isinstance(name, str) or "<" in name:
            return None
        if module.split(".")[0] not in LIBRARIES or module.startswith("course_lib.grading"):
            return None
        found: Any = sys.modules.get(module)
        for part in name.split("."):
            found = getattr(found, part, None)
        return (module, name) if found is value else None

    def proxy_number(self, value: Any) -> int | None:
        if type(value) is RemoteObject and RemoteObject._course_peer(value) is self:
            return object.__getattribute__(value, "_number")
        return None

    def describe(self, value: Any) -> list:
        if isinstance(value, types.FunctionType | types.MethodType | types.BuiltinFunctionType) or inspect.isclass(
            value
        ):
            return ["function", getattr(value, "__name__", "function")]
        if hasattr(value, "__next__"):
            return ["iterator", "iterator"]
        return ["object", type(value).__name__]

    def make_proxy(self, number: int, *description: Any) -> RemoteObject:
        return RemoteObject(self, number)

    # ---- what the student's code may ask for

    def op_callback(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a function or object that a test handed over."""
        self._owned(function)
        return function(*args, **kwargs)

    def op_next(self, iterator: Any) -> tuple | None:
        """Return (item,) of an iterator that a test handed over, None at its end."""
        self._owned(iterator)
        for item in iterator:
            return (item,)
        return None

    def op_public(self, value: Any, name: str) -> Any:
        """Return a public attribute of an object that a test handed over (not of a function)."""
        self._owned(value)
        if not isinstance(name, str) or name.startswith("_") or self.describe(value)[0] != "object":
            raise AttributeError(f"no attribute {name!r}")
        return getattr(value, name)

    def op_special(self, value: Any, name: str, *args: Any) -> Any:
        """Apply len, iteration or an item's look-up to an object that a test handed over."""
        self._owned(value)
        if self.describe(value)[0] != "object":
            raise TypeError("a function has no items")
        if name == "len":
            return len(value)
        if name == "iter":
            return iter(value)
        if name == "getitem":
            return value[args[0]]
        raise ProtocolError("not served")

    def _owned(self, value: Any) -> None:
        if id(value) not in self._numbers:
            raise ProtocolError("only what a test handed over can be asked for")
