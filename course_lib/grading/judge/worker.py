"""The student's process: runs cells in an IPython shell, answers the judge, and forks itself on request.

It begins as a fork of the judge's process. For each submission it forks a warden, and that a first process with an
empty disk and no privileges. Cells run in one process, one after another; before each test the judge asks it to fork,
and keeps the copy for the test and to fall back on. Nothing secret is here.
"""

from __future__ import annotations

import ast
import base64
import builtins
import contextlib
import functools
import gc
import hashlib
import importlib
import importlib.util
import io
import json
import os
import random
import re
import resource
import signal
import socket
import stat
import sys
import threading
import time
import traceback
import types
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

import course_lib
from course_lib.grading import sandbox
from course_lib.grading.judge import confine
from course_lib.grading.judge.channel import Channel, ConnectionLost
from course_lib.grading.judge.forking import fork, settle
from course_lib.grading.judge.stubs import StudentPeer
from course_lib.grading.judge.warden import Warden
from course_lib.grading.reasons import NOT_INSTALLED

MAX_OUTPUT = 100_000  # characters a cell, unless the limits say otherwise
#: Line magics that change nothing when graded: of windows, of installing, of the page in the browser.
NO_OPERATION = ("matplotlib", "conda", "tensorflow_version", "autosave", "store", "tensorboard")
MAX_FIGURES = 8  # a cell
SEED = 2026
DISKS = ("/tmp", "/dev/shm")  # of a submission that is shut in
#: What a package imports only when it is first used: half a second for each copy that does so by itself.
IMPORTED_LATE = {
    "sympy": ("sympy.tensor.tensor", "sympy.sets.setexpr", "sympy.assumptions.wrapper"),  # what a symbol can be
    "torch": ("torch.fx.experimental.symbolic_shapes",),  # backward(v)
    "torch.optim": ("torch._dynamo",),  # the first optimizer
}
VISIBLE = [str(place) for place in sandbox.visible()]  # may lie on a disk, and is no file of the submission
MAX_FILES, MAX_WATCHED = 5000, 32 * 2**20  # files and bytes that are watched while hidden tests run
CTIME = 5  # its place in what `_files` says of a file
TICK = 0.02  # seconds: no kernel's clock for files is coarser


class Bounded(io.TextIOBase):
    """A text stream that keeps the first ``limit`` characters and counts the rest."""

    def __init__(self, limit: int = 0):
        self.limit, self.pieces, self.size, self.dropped = limit or MAX_OUTPUT, [], 0, 0

    def write(self, text: str) -> int:
        text = str(text)
        room = max(0, self.limit - self.size)
        if room:
            self.pieces.append(text[:room])
            self.size += len(text[:room])
        self.dropped += max(0, len(text) - room)
        return len(text)

    def writable(self) -> bool:
        return True

    def take(self) -> str:
        """Return what was written and start anew."""
        text = "".join(self.pieces) + (f"\n… {self.dropped} more characters" if self.dropped else "")
        self.pieces, self.size, self.dropped = [], 0, 0
        return text


class Worker:
    """One process: serves its channel until it is closed."""

    def __init__(self, sock: socket.socket):
        self.shell = _make_shell()
        self.peer = self._peer(sock)

    def _peer(self, sock: socket.socket) -> StudentPeer:
        peer = StudentPeer(Channel(sock), self.shell.user_ns)
        for name in ("fork", "run", "begin", "specialize", "renew", "remember", "undisturbed", "define"):
            setattr(peer, f"op_{name}", getattr(self, name))
        return peer

    def get_ready(self) -> None:
        """Set the libraries as all notebooks find them, and do once what else each copy would do for itself."""
        _prepare()
        for source in ("if True:\n    pass", "raise ValueError('rehearsal')"):
            result = self.shell.run_cell(source, store_history=False)
        _trace(result.error_in_exec)
        settle()

    def loop(self) -> None:
        """Serve requests until the judge goes away."""
        with contextlib.suppress(ConnectionLost):
            while True:
                message, parts = self.peer._receive()
                self.peer.serve(message, parts)

    def fork(self) -> None:
        """Fork; the child serves the socket that the judge sends along."""
        _bury()
        sock = self.peer.channel.sock
        _, fds, _, _ = socket.recv_fds(sock, 1, 1)
        if fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # a copy of the first process
                signal.signal(signal.SIGINT, signal.default_int_handler)
            self._serve(fds[0])
        os.close(fds[0])

    def _serve(self, fd: int, modules: list[str] | None = None) -> None:
        """Serve another socket from now on, and no longer the old one, once ``modules`` are there; never returns."""
        try:
            self.peer.channel.sock.close()
            sock = socket.socket(fileno=fd)
            sock.sendall(b"!")  # the kernel tells the judge who sent this
            self.peer = self._peer(sock)
            if modules:
                warm(tuple(modules))
                self.get_ready()
            self.loop()
        finally:
            os._exit(0)

    def specialize(self, modules: list[str]) -> None:
        """Fork another process from which submissions are forked; it imports more, and serves the socket sent along."""
        sock = self.peer.channel.sock
        _, fds, _, _ = socket.recv_fds(sock, 1, 1)
        if fork() == 0:
            self._serve(fds[0], modules)
        os.close(fds[0])

    def begin(self, settings: dict) -> None:
        """Begin a submission: fork its warden and its first process; they serve the sockets that the judge sends along.

        ``settings``: limits (dict), kept (int), confined (bool), folder (str), filter (bytes, a BPF program).
        """
        _, fds, _, _ = socket.recv_fds(self.peer.channel.sock, 1, 2)
        if fork() == 0:
            code = 1
            try:
                self.peer.channel.sock.close()
                self._warden(settings, *fds)
                code = 0
            finally:
                os._exit(code)
        for fd in fds:
            os.close(fd)

    def _warden(self, settings: dict, first: int, events: int) -> None:
        """Become the warden of a new submission; return when it has ended."""
        os.setsid()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        confine.prctl(confine.PR_SET_CHILD_SUBREAPER, 1)
        sock = socket.socket(fileno=events)
        proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
        try:
            if settings["confined"]:
                confine.own_namespaces()
            pid = fork()
            if pid == 0:
                sock.close()
                os.close(proc)
                self._first(settings, first)
        except Exception as error:  # the judge sees no first process, and reads why
            sock.send(json.dumps({"failed": str(error)}).encode() + b"\n")
            return
        os.close(first)
        Warden(pid, settings["limits"], settings["kept"], sock, proc).watch()

    def _first(self, settings: dict, fd: int) -> None:
        """Become the first process of a submission: shut in, in an empty folder, within limits; never returns."""
        limits, megabyte = settings["limits"], 2**20
        try:
            confine.prctl(confine.PR_SET_PDEATHSIG, signal.SIGKILL)
            own = os.open(os.devnull, os.O_RDWR)  # its flags are the same for all who inherit it
            for standard in range(3):
                os.dup2(own, standard)
            os.close(own)
            os.setpgid(0, 0)  # whoever ends the group of its processes does not end the warden
            size = _virtual_size()
            with contextlib.suppress(OSError):
                Path("/proc/self/oom_score_adj").write_text("500")  # the first to go where memory is short
            if settings["confined"]:
                grading = str(Path(course_lib.__file__).parent / "grading")
                confine.own_disk("/tmp", int(limits["disk_mb"]), [grading], VISIBLE)
                os.makedirs("/tmp/home")
            else:
                confine.prctl(confine.PR_SET_CHILD_SUBREAPER, 1)
            os.makedirs(settings["folder"], exist_ok=True)
            os.chdir(settings["folder"])
            # The working folder hides no module; what the notebook itself writes there can be imported.
            sys.path[:] = [*(p for p in sys.path if p), settings["folder"]]
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a cell may send it; what has no handler the kernel ignores
            global MAX_OUTPUT
            MAX_OUTPUT = int(limits["output_kb"] * 1024)
            for limit, value in (
                (resource.RLIMIT_AS, size + (limits["memory_mb"] + 1024) * megabyte),
                (resource.RLIMIT_CPU, limits["cpu_seconds"] + 5),
                (resource.RLIMIT_FSIZE, limits["disk_mb"] * megabyte),
                (resource.RLIMIT_NOFILE, limits["open_files"]),
                # Without a user namespace the kernel would count all processes of the account.
                *([(resource.RLIMIT_NPROC, limits["processes"] + settings["kept"])] if settings["confined"] else []),
                (resource.RLIMIT_MSGQUEUE, 0),
                (resource.RLIMIT_MEMLOCK, megabyte),
                (resource.RLIMIT_CORE, 0),
            ):
                resource.setrlimit(limit, (int(value), int(value)))
            if settings["confined"]:
                confine.no_privileges(settings["filter"])
            self._serve(fd)
        finally:
            os._exit(1)

    def remember(self) -> None:
        """Remember the state of the submission's files, and of the numbers that the kernel counts up for it.

        Asked of the first process, before the first hidden test. Raises OSError if that cannot be.
        """
        self.files, self.numbers = _files(), _next_numbers()
        last = max(said[CTIME] for said in self.files.values())
        # No change to come may carry the time of the last one.
        time.sleep(min(TICK, max(0.0, TICK - (time.time_ns() - last) / 1e9)))

    def undisturbed(self) -> bool:
        """Return whether no file has changed and no process, thread or file was made since :meth:`remember`."""
        before, self.numbers = self.numbers, _next_numbers()
        return _files() == self.files and self.numbers == [number + 1 for number in before]

    def renew(self) -> None:
        """Forget what a test handed over or was handed, and close its figures as Jupyter does.

        Font files that figures keep open would make this copy one that could hear from others.
        """
        _close_figures()
        self.peer = self._peer(self.peer.channel.sock)

    def define(self, name: str, value: Any) -> None:
        """Bind a name in the notebook's namespace."""
        self.shell.user_ns[name] = value

    def run(self, source: str, figures: bool) -> dict:
        """Run one cell and return what it showed and whether it failed."""
        _bury()
        out, err = Bounded(), Bounded()
        self.shell.display_pub.shown.clear()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = self.shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        sys.stdout, sys.stderr = Bounded(), Bounded()
        return {
            "stdout": out.take(),
            "stderr": err.take(),
            "display": list(self.shell.display_pub.shown),
            "error": None if error is None else [type(error).__name__, _message(error)[:2000], _trace(error)],
            "undrawn": 0 if figures else _open_figures(),
            "figures": _figures() if figures else _close_figures(),
        }


def _bury() -> None:
    """Collect children that have ended: each takes the room of a process until then.

    What a cell leaves running is ended when the cell is over, so nobody waits for them any more.
    """
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _files() -> dict[str, tuple]:
    """Return what the kernel says of each file on a submission's disks, and a hash of what is in it.

    Whatever changes a file sets its ctime, but for a change through a mapping that was there before.

    Raises
    ------
    OSError
        If there is too much, or a file cannot be read.
    """
    found, todo, total = {}, list(DISKS), 0
    while todo:
        place = todo.pop()
        said = os.lstat(place)
        found[place] = (said.st_ino, said.st_mode, said.st_size, said.st_blocks, said.st_mtime_ns, said.st_ctime_ns)
        if len(found) > MAX_FILES:
            raise OSError(f"more than {MAX_FILES} files")
        if stat.S_ISREG(said.st_mode):
            total += said.st_size
            if total > MAX_WATCHED:
                raise OSError(f"files of more than {MAX_WATCHED} bytes")
            found[place] += (hashlib.blake2b(Path(place).read_bytes()).digest(),)
        elif stat.S_ISDIR(said.st_mode) and place not in VISIBLE:
            todo += [entry.path for entry in os.scandir(place)]
    return found


def _next_numbers() -> list[int]:
    """Return the numbers that the next process and the next file on each disk would have got.

    The kernel counts them up: without a look at them a test could leave the next one a number.
    """
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(threading.get_native_id()))
    thread.start()
    thread.join()
    for place in DISKS:
        fd = os.open(place, os.O_TMPFILE | os.O_RDWR, 0o600)
        found.append(os.fstat(fd).st_ino)
        os.close(fd)
    return found


def _virtual_size() -> int:
    """Return the size of this process's address space in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _trace(error: BaseException) -> str:
    """Return the error with the lines of the notebook's cells that led to it, and no path of this machine."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith("<ipython")]
    lines = [f"  line {f.lineno}, in {f.name}: {f.line}" for f in frames[-20:]]
    said = [_said(x.rstrip()) for x in traceback.format_exception_only(error)[-3:]]
    if isinstance(error, SyntaxError):  # its text names the cell as a file
        where = [f"  line {error.lineno} of the cell:"] if error.lineno else []
        said = [*where, *(x for x in said if not x.lstrip().startswith("File "))]
    return "\n".join([*lines, *said])[-4000:]


def _message(error: BaseException) -> str:
    """Return an error's text; of an error of syntax the line and what stands there, not the name of a file."""
    if isinstance(error, SyntaxError) and error.lineno:
        there = f": {error.text.strip()[:100]}" if error.text and error.text.strip() else ""
        return f"{error.msg} (line {error.lineno}{there})"
    return _said(str(error))


def _said(text: str) -> str:
    """Return an error's text without the path that a failed import ends with."""
    return re.sub(r"^(.*cannot import name .*) \(/[^()]*\)$", r"\1", text)


def _figures() -> list[bytes]:
    plt = sys.modules.get("matplotlib.pyplot")
    pictures = []
    for number in (plt.get_fignums() if plt else [])[:MAX_FIGURES]:
        buffer = io.BytesIO()
        with contextlib.suppress(Exception):
            plt.figure(number).savefig(buffer, format="png", dpi=72)
            pictures.append(buffer.getvalue())
    _close_figures()
    return pictures


def _open_figures() -> int:
    plt = sys.modules.get("matplotlib.pyplot")
    return len(plt.get_fignums()) if plt else 0


def _close_figures() -> list:
    plt = sys.modules.get("matplotlib.pyplot")
    if plt:
        with contextlib.suppress(Exception):
            drawn = plt.get_fignums()
            plt.close("all")
            # Font files that stay open would be shared by all copies of this process.
            sys.modules["matplotlib.font_manager"]._get_font.cache_clear()
            sys.modules["matplotlib.mathtext"].MathTextParser._parse_cached.cache_clear()
            if drawn:
                gc.collect()
    return []


def _make_shell() -> Any:
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Keep(DisplayPublisher):
        """Keeps what is displayed, as text or PNG."""

        shown: list = []  # noqa: RUF012

        def publish(self, data: dict, **kwargs: Any) -> None:
            png = data.get("image/png")
            if isinstance(png, str):
                png = base64.b64decode(png)
            self.shown.append([str(data.get("text/plain", ""))[:MAX_OUTPUT], png if isinstance(png, bytes) else b""])
            del self.shown[50:]

        def clear_output(self, wait: bool = False) -> None:
            self.shown.clear()

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.display_pub_class = Keep
    shell = InteractiveShell.instance(config=config, display_pub_class=Keep)
    shell.showtraceback = shell.showsyntaxerror = lambda *_, **__: None  # errors are returned, not printed
    shell._format_exception_for_storage = lambda *_, **__: {}  # nor kept: that asks all modules for their source
    # There is no window to draw in: figures are collected after each cell.
    shell.enable_gui = lambda gui=None: None
    for name in NO_OPERATION:
        shell.register_magic_function(lambda line: None, "line", name)
    shell.register_magic_function(functools.partial(_load_extension, shell), "line", "load_ext")
    builtins.__elsewhere__, builtins.__missing__ = Elsewhere, Missing
    shell.ast_transformers.append(WithoutImports())
    # A shell command of a notebook (!pip install …) changes nothing here, and does not fail.
    shell.system = lambda command: print(f"(not run when graded: {command.strip()[:80]})")
    shell.run_line_magic = functools.partial(_run_line_magic, shell, shell.run_line_magic)
    shell.getoutput = lambda command, *_, **__: []
    return shell


class Elsewhere(types.ModuleType):
    """What exists only where students work. Whatever is called in it does nothing."""

    def __getattr__(self, name: str) -> Elsewhere:
        if name.startswith("__"):
            raise AttributeError(name)
        return Elsewhere(f"{self.__name__}.{name}")

    def __call__(self, *_: Any, **__: Any) -> None:
        return None


class Missing(types.ModuleType):
    """A package that is not installed here. Whatever uses it fails, and nothing else does."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise self._error()

    def __call__(self, *_: Any, **__: Any) -> Any:
        raise self._error()

    __mro_entries__ = __call__  # a class is made from it

    def _error(self) -> ModuleNotFoundError:
        package = self.__name__.split(".")[0]
        return ModuleNotFoundError(f"No module named {package!r}", name=package)


class WithoutImports(ast.NodeTransformer):
    """Lets a cell go on after an import of what is not here: Colab's own modules, and packages that are not installed.

    What comes from Colab's does nothing; what comes from the others fails where it is used. Only where nothing guards
    the import: what asks whether this is Colab (``try: import google.colab``) is told that it is not.
    """

    def visit_Module(self, node: ast.Module) -> ast.Module:
        node.body = [new for one in node.body for new in self._instead(one)]
        return ast.fix_missing_locations(node)

    def _instead(self, node: ast.stmt) -> list[ast.stmt]:
        if isinstance(node, ast.Import) and len(node.names) > 1:
            return [one for a in node.names for one in self._instead(ast.copy_location(ast.Import([a]), node))]
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            module, given = node.module, [a for a in node.names if a.name != "*"]
            pairs = [(a.asname or a.name, f"{module}.{a.name}") for a in given]
        elif isinstance(node, ast.Import):
            (alias,) = node.names
            module = alias.name
            pairs = [(alias.asname, module)] if alias.asname else [(module.split(".")[0],) * 2]
        else:
            return [node]
        colab = f"{module}.".startswith("google.colab.")
        if not colab and _is_installed(module):
            return [node]
        kind = "__elsewhere__" if colab else "__missing__"
        lines = [f"{name} = {kind}({full!r})" for name, full in pairs] or ["pass"]
        if not colab:
            lines.append(f"print({NOT_INSTALLED + module.split('.')[0] + ')'!r})")
        return [ast.copy_location(one, node) for one in ast.parse("\n".join(lines)).body]


def _is_installed(module: str) -> bool:
    """Return whether the package of a module is here; whether it has that module is left to the import."""
    package = module.split(".")[0]
    try:
        return package in sys.modules or importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):
        return True


def _run_line_magic(shell: Any, run: Callable, name: str, line: str, _stack_depth: int = 1) -> Any:
    """Run a line magic; one of an extension that is not here does nothing."""
    if shell.find_line_magic(name) is not None:
        return run(name, line, _stack_depth=_stack_depth + 1)
    print(f"(not run when graded: %{name} {line.strip()[:80]})")
    return None


def _load_extension(shell: Any, line: str) -> None:
    """Load an extension of IPython's that is installed; others do nothing for a notebook that is graded."""
    with contextlib.suppress(ModuleNotFoundError):
        shell.extension_manager.load_extension(line.strip())


def serve(sock: socket.socket, environment: dict[str, str]) -> None:
    """Become the process from which submissions are forked; never returns.

    Called in a fork of the judge's process that has imported what notebooks use, and has seen nothing else yet.
    """
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for fd in range(3):
            os.dup2(nothing, fd)
        own = sock.fileno()
        os.closerange(3, own)
        os.closerange(own + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        os.environ.clear()
        os.environ.update(environment)
        os.chdir("/")
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # wardens end by themselves
        worker = Worker(sock)
        worker.get_ready()
        worker.loop()
    finally:
        os._exit(0)


def _prepare() -> None:
    """Set the libraries as all notebooks find them."""
    import warnings

    warnings.filterwarnings("ignore", message=".*non-interactive.*")
    if "matplotlib" in sys.modules:
        sys.modules["matplotlib"].use = lambda *_, **__: None  # there is one backend here
    reseed(SEED)  # an answer that draws without a seed draws the same whenever it is graded
    if "torch" in sys.modules:
        torch = sys.modules["torch"]
        torch.set_num_threads = lambda _: None  # a fork hangs after work on several threads
        if not hasattr(torch.utils.data.DataLoader.__init__, "__wrapped__"):
            _load_in_this_process(torch.utils.data.DataLoader)


def _load_in_this_process(loader: type) -> None:
    """Let a DataLoader give the same batches without workers: they would send open files, which is refused."""
    begin = loader.__init__

    @functools.wraps(begin)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        for name in ("num_workers", "prefetch_factor", "persistent_workers", "multiprocessing_context", "timeout"):
            kwargs.pop(name, None)
        begin(self, *args, **kwargs)

    loader.__init__ = __init__


def reseed(seed: int) -> None:
    """Seed the generators that code without one of its own draws from."""
    random.seed(seed)
    np.random.seed(seed)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(seed)


def import_all(modules: Iterable[str]) -> None:
    """Import modules, as far as they are there, and what they import late."""
    for name in (*modules, *(late for one in modules for late in IMPORTED_LATE.get(one, ()))):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def warm(modules: tuple[str, ...]) -> None:
    """Import what notebooks use, so that each fork has it."""
    import matplotlib

    matplotlib.use("Agg")
    import_all(modules)
    if "torch" in sys.modules:
        sys.modules["torch"].set_num_threads(1)
    if "matplotlib.pyplot" in sys.modules:
        # The first figure of a process reads the list of fonts, and makes parsers; do that once.
        plt = sys.modules["matplotlib.pyplot"]
        plt.figure().add_subplot(title="$x$").contour(np.eye(3))
        _figures()
