"""The student's end: stubs of what a test handed over, and what the judge may ask of the student's objects."""

from __future__ import annotations

import importlib
import linecache
import operator
import os
import sys
import threading
from typing import Any

import numpy as np

from course_lib import remote
from course_lib.grading.judge.channel import written
from course_lib.grading.judge.codec import ProtocolError
from course_lib.grading.judge.peer import Peer


class Callback:
    """A function that lives in a test. Calling it asks the judge."""

    def __init__(self, peer: StudentPeer, number: int, name: str):
        self._peer, self._number, self.__name__ = peer, number, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._peer.request("callback", self, *args, **kwargs)

    def __repr__(self) -> str:
        return f"<function {self.__name__} of the test>"


class Iterator(Callback):
    """An iterator that lives in a test."""

    def __iter__(self) -> Iterator:
        return self

    def __next__(self) -> Any:
        step = self._peer.request("next", self)
        if step is None:
            raise StopIteration
        return step[0]


class Stub(Callback):
    """An object that lives in a test: its public attributes, call, length, items and iteration."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._peer.request("public", self, name)

    def __len__(self) -> int:
        return self._peer.request("special", self, "len")

    def __iter__(self) -> Any:
        return iter(self._peer.request("special", self, "iter"))

    def __getitem__(self, key: Any) -> Any:
        return self._peer.request("special", self, "getitem", key)


CASTS = {"bool": bool, "int": int, "float": float, "complex": complex, "str": str}


class StudentPeer(Peer):
    """The student's end: serves the judge's requests on the objects of ``namespace``."""

    side = "student"

    def __init__(self, channel: Any, namespace: dict[str, Any]):
        super().__init__(channel)
        self.namespace = namespace
        self._pid = os.getpid()
        self._lock = threading.RLock()  # a student's threads may call a test's function at the same time

    def request(self, op: str, *args: Any, **kwargs: Any) -> Any:
        with self._lock:
            return super().request(op, *args, **kwargs)

    def _send(self, message: dict, values: dict[str, Any]) -> None:
        self._end_copies()
        super()._send(message, values)

    def _send_error(self, error: BaseException) -> None:
        self._end_copies()
        super()._send_error(error)

    def _end_copies(self) -> None:
        """End a copy of this process that a student's code forked and that came back here: only one may answer."""
        if os.getpid() != self._pid:
            os._exit(1)

    def proxy_number(self, value: Any) -> int | None:
        return value._number if type(value) in (Callback, Iterator, Stub) and value._peer is self else None

    def describe(self, value: Any) -> list:
        return [type(value).__name__]

    def make_proxy(self, number: int, kind: str, name: str) -> Callback:
        return {"function": Callback, "iterator": Iterator, "object": Stub}[kind](self, number, name)

    def from_library(self, module: str, name: str) -> Any:
        found: Any = importlib.import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
        return found

    def where(self, error: BaseException) -> str | None:
        found, tb = None, error.__traceback__
        while tb is not None:
            code = tb.tb_frame.f_code
            if code.co_filename.startswith("<ipython") and code.co_name != "<module>":
                line = linecache.getline(code.co_filename, tb.tb_lineno).strip()
                found = f"in {code.co_name}, line {tb.tb_lineno} of its cell: {line}"
            tb = tb.tb_next
        return found

    # ---- what the judge may ask for

    def op_lookup(self, name: str) -> tuple:
        """Return (value,) of a name the student defined, () if there is none."""
        return (self.namespace[name],) if name in self.namespace else ()

    def op_values(self, names: tuple[str, ...]) -> bytes | None:
        """Return a message of the values of names, each as (value,) or (); None if one of them cannot leave here."""

        def refuse(value: Any) -> list:
            raise ProtocolError(f"{type(value).__name__} stays here")

        alone = StudentPeer(self.channel, self.namespace)  # what it remembers of them ends with it
        alone.codec.export = refuse
        try:
            return written(*alone.codec.pack({}, {"values": [alone.op_lookup(name) for name in names]}))
        except Exception:  # whatever an odd object raises when it is read
            return None

    def op_call(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    def op_getattr(self, value: Any, name: str) -> Any:
        return getattr(value, name)

    def op_setattr(self, value: Any, name: str, new: Any) -> None:
        setattr(value, name, new)

    def op_getitem(self, value: Any, key: Any) -> Any:
        return value[key]

    def op_setitem(self, value: Any, key: Any, new: Any) -> None:
        value[key] = new

    def op_len(self, value: Any) -> int:
        return len(value)

    def op_iter(self, value: Any) -> Any:
        return iter(value)

    def op_next(self, iterator: Any) -> tuple | None:
        try:
            return (next(iterator),)
        except StopIteration:
            return None

    def op_array(self, value: Any) -> np.ndarray:
        return np.asarray(value)

    def op_repr(self, value: Any) -> str:
        return repr(value)[:300]

    def op_operate(self, name: str, *args: Any) -> Any:
        return CASTS[name](*args) if name in CASTS else getattr(operator, name)(*args)

    def op_helper(self, name: str, *args: Any, **kwargs: Any) -> Any:
        if name not in remote.HELPERS:
            importlib.import_module(name.rsplit(".", 1)[0])
        return remote.HELPERS[name](*args, **kwargs)

    def op_output(self) -> list[str]:
        """Return what the student's code printed since the last time: [stdout, stderr]."""
        return [stream.take() if hasattr(stream, "take") else "" for stream in (sys.stdout, sys.stderr)]
