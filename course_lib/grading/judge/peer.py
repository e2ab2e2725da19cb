"""One end of the conversation between judge and student's process: requests, answers, call-backs.

The conversation alternates strictly. While a side waits for the answer to its request it serves the other's
requests: that is how the student's code calls a function that a test defined.
"""

from __future__ import annotations

import builtins
from typing import Any

from course_lib.grading.judge.channel import Channel, ConnectionLost
from course_lib.grading.judge.codec import Codec, ProtocolError
from course_lib.grading.judge.memory import Memory

MAX_TEXT = 4_000


class Peer:
    """Base of both ends. A subclass says what it serves (``op_…`` methods) and how handles become objects.

    Parameters
    ----------
    channel : Channel
    side : str
        "judge" or "student".
    """

    side = ""

    def __init__(self, channel: Channel):
        self.channel = channel
        self.memory = Memory(+1 if self.side == "judge" else -1)
        self.codec = Codec(self.memory, self._export, self._resolve)
        self.exported: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self.proxies: dict[int, Any] = {}
        self._raised: dict[int, BaseException] = {}

    # ---- handles

    def _export(self, value: Any) -> list:
        by_name = self.by_name(value)
        if by_name is not None:
            return ["library", *by_name]
        number = self.proxy_number(value)
        if number is not None:
            return ["yours", number]
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self.exported) + 1
            self.exported[number] = value
        return ["mine", number, *self.describe(value)]

    def _resolve(self, node: list) -> Any:
        kind, *rest = node
        if kind == "yours":
            return self.exported[rest[0]]
        if kind == "library":
            return self.from_library(*rest)
        if kind == "mine":
            number = int(rest[0])
            if number not in self.proxies:
                self.proxies[number] = self.make_proxy(number, *rest[1:])
            return self.proxies[number]
        raise ProtocolError("an unknown handle")

    def by_name(self, value: Any) -> tuple[str, str] | None:
        """Return (module, name) for a library object that the other side has too."""
        return None

    def from_library(self, module: str, name: str) -> Any:
        """Return the library object of that name."""
        raise ProtocolError("library objects do not cross in this direction")

    def proxy_number(self, value: Any) -> int | None:
        """Return the number of the other side's object that ``value`` stands for, if it is a proxy."""
        raise NotImplementedError

    def describe(self, value: Any) -> list:
        """Return what the other side must know to make a proxy of ``value``."""
        raise NotImplementedError

    def make_proxy(self, number: int, *description: Any) -> Any:
        """Return an object that stands for the other side's object ``number``."""
        raise NotImplementedError

    # ---- conversation

    def request(self, op: str, *args: Any, **kwargs: Any) -> Any:
        """Ask the other side for ``op`` and return its answer; an exception there is raised here."""
        self.ask(op, *args, **kwargs)
        return self.answer()

    def ask(self, op: str, *args: Any, **kwargs: Any) -> None:
        """Send a request without waiting for its answer."""
        named = {"names": tuple(kwargs), "values": tuple(kwargs.values())} if kwargs else {}
        self._send({"op": op}, {"args": args} | named)

    def answer(self) -> Any:
        """Wait for the answer to the request sent last, serving the other side's requests meanwhile."""
        while True:
            message, parts = self._receive()
            if "op" in message:
                if self.codec.plain:
                    self.channel.fail("a request where none can be")
                self.serve(message, parts)
            elif "error" in message:
                self._unpack(message, parts, [])
                raise self._error(message["error"])
            elif "answer" in message:
                return self._unpack(message, parts, ["answer"])[0]
            else:
                self.channel.fail("a message that is no answer")

    def serve(self, message: dict, parts: list[bytes]) -> None:
        """Carry out one request of the other side and answer it."""
        try:
            args, *named = self._unpack(message, parts, ["args", "names", "values"] if "names" in message else ["args"])
            method = getattr(self, f"op_{message['op']}", None)
            if method is None:
                raise ProtocolError(f"{message['op']!r} is not served here")
            answer = method(*args, **dict(zip(*named, strict=True))) if named else method(*args)
        except ConnectionLost:
            raise
        except BaseException as error:
            self._send_error(error)
            return
        try:
            self._send({}, {"answer": answer})
        except Exception as error:  # whatever an odd object raises when it is read
            self._send_error(ValueError(f"the result cannot be handed over: {error}"))

    def _send(self, message: dict, values: dict[str, Any]) -> None:
        self.channel.send(*self.codec.pack(message, values))

    def _send_error(self, error: BaseException) -> None:
        token = getattr(error, "_course_token", None)
        if token is None or token[0] != self.side:
            number = len(self._raised) + 1
            self._raised[number] = error
            own = [self.side, number]
        else:
            own = None
        described = {
            "names": [c.__name__ for c in type(error).__mro__[:8]],
            "text": _text(error),
            "where": self.where(error),
            "token": token if token is not None else own,
        }
        self.channel.send(*self.codec.pack({"error": described}, {}))

    def where(self, error: BaseException) -> str | None:
        """Return the line of a cell where ``error`` arose, for the student."""
        return None

    def _receive(self) -> tuple[dict, list[bytes]]:
        message, parts = self.channel.receive()
        if not isinstance(message, dict):
            self.channel.fail("a message that is no object")
        return message, parts

    def _unpack(self, message: dict, parts: list[bytes], names: list[str]) -> list[Any]:
        try:
            return self.codec.unpack(message, parts, names)
        except ProtocolError as error:
            self.channel.fail("a message that cannot be understood")
            raise AssertionError from error  # fail always raises

    def _error(self, node: Any) -> BaseException:
        """Return the exception to raise here for one that arose on the other side."""
        if not isinstance(node, dict):
            self.channel.fail("an error that cannot be understood")
        token = node.get("token")
        if isinstance(token, list) and len(token) == 2 and token[0] == self.side and token[1] in self._raised:
            return self._raised[token[1]]
        names = [str(n)[:100] for n in node.get("names", [])][:8] or ["Exception"]
        text = str(node.get("text", ""))[:MAX_TEXT]
        error = _built_in_error(names, text)
        error._course_token = token
        error.student_traceback = str(node["where"])[:MAX_TEXT] if node.get("where") else None
        return error


def _text(error: BaseException) -> str:
    try:
        return str(error)[:MAX_TEXT]
    except Exception:
        return ""


def _built_in_error(names: list[str], text: str) -> Exception:
    """Return an exception of the first built-in kind among ``names``, called by the first of them."""
    for name in names:
        # A StopIteration raised by a call would end the judge's own loops without a word.
        kind = RuntimeError if name in ("StopIteration", "StopAsyncIteration") else getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            try:
                return kind(text) if kind.__name__ == names[0] else type(names[0], (kind,), {})(text)
            except TypeError:  # kinds such as UnicodeDecodeError want other arguments
                continue
    return type(names[0], (Exception,), {})(text)
