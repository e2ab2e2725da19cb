"""What the first and the last cell of a notebook call. For students."""

from __future__ import annotations

import contextlib
import importlib.metadata
import io
import os
import platform
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tqdm import tqdm

Size = TypeVar("Size")

#: Packages whose versions the first cell prints.
SHOWN = ("numpy", "torch", "autograd", "sympy", "matplotlib")


@dataclass
class _Session:
    """What ran in this kernel: sources of test cells by id, their order, and the order of all cells with an id."""

    notebook: str = ""
    tests: dict[str, str] = field(default_factory=dict)
    order: list[tuple[str, str]] = field(default_factory=list)
    current: str = ""
    checked: list[str] = field(default_factory=list)
    checking: bool = False  # whether the last cell is running the checks again


_session = _Session()


def sized(full: Size, small: Size) -> Size:
    """Return ``full``: how large a problem is when you work. The grader and tests take ``small``.

    They say so by the environment variable COURSE_SIZE. No mark depends on it: long runs and their plots are for
    you to look at.
    """
    return small if os.environ.get("COURSE_SIZE") == "small" else full


def progress(total: int, what: str = "", unit: str = "step") -> tqdm:
    """Return a bar of :mod:`tqdm`: call its ``update()`` after each step and ``close()`` at the end.

    It needs no thread and no lock between processes, as tqdm's own default does: one process draws it.
    """
    from tqdm import tqdm

    tqdm.monitor_interval = 0
    tqdm.set_lock(threading.RLock())
    return tqdm(total=total, desc=what, unit=unit, mininterval=0.5)


def start(notebook: str) -> None:
    """Prepare the kernel for ``notebook`` ("assignment/name"): plot style, versions, a record of what runs.

    Prints the versions in use, and for a missing package the command that installs it.
    """
    from course_lib import __version__, plotting

    plotting.use_style()
    versions, missing = [f"Python {platform.python_version()}", f"course_lib {__version__}"], []
    for package in SHOWN:
        try:
            versions.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(package)
    print(f"{notebook} is ready: " + ", ".join(versions))
    if missing:
        print(
            f"Missing: {', '.join(missing)}. Run this in a new cell, then run the first cell again:\n"
            f"    %pip install {' '.join(missing)}"
        )
    _session.notebook = notebook
    _watch()


def _watch() -> None:
    """Record every cell that runs, and which of them are test cells."""
    from IPython import get_ipython

    from course_lib.checks import frame

    shell = get_ipython()
    if shell is None or getattr(shell, "_course_watched", False):
        return

    def before_cell(info: object) -> None:
        _session.current = getattr(info, "raw_cell", "") or ""
        _session.order.append((getattr(info, "cell_id", None) or "", _session.current))

    def after_check(report: object) -> None:
        if not _session.checking:
            _session.tests[report.cell] = _session.current
            _session.checked.append(report.cell)

    shell.events.register("pre_run_cell", before_cell)
    frame.listeners.append(after_check)
    shell._course_watched = True


def before_hand_in(file: str, tests: list[str], optional: Sequence[str] = (), read: Sequence[str] = ()) -> None:
    """Run the public checks of the notebook again and say what to do before handing in.

    Parameters
    ----------
    file : str
        Name of the file to hand in.
    tests : list of str
        Ids of the notebook's public test cells, in order; filled in by the build, as what follows.
    optional, read : sequence of str
        Ids of the questions that may be left out, and of those that a person reads.
    """
    from IPython import get_ipython

    shell = get_ipython()
    passed, failed, unrun = [], [], [t for t in tests if t not in _session.tests]
    for test in tests:
        if test in _session.tests:
            result = _run_quietly(shell, _session.tests[test])
            (passed if result else failed).append(test)
    print(f"{len(passed)} of {len(tests)} public checks pass.")
    for test in failed:
        left = " (optional; leave it out if you like)" if test.removesuffix("_public") in optional else ""
        print(f"  ✗ {test}: run its cell again and read its message{left}.")
    for test in unrun:
        print(f"  – {test}: its cell has not run since the kernel started.")
    for line in _order_warnings(tests):
        print(f"  ! {line}")
    for question in read:
        print(f"  ? {question} is read by a person: is your answer in its cell?")
    if failed or unrun:
        print("You may hand in unfinished work: each question is marked for itself.")
    print(
        "Hidden checks with other numbers run when your work is graded.\n"
        "Before handing in: restart the kernel, run all cells, save. Hand in this file alone:\n"
        f"    {file}"
    )


def _run_quietly(shell: object, source: str) -> bool:
    """Run a test cell again and return whether it passes; show nothing of it."""
    _session.checking = True
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(source, "<check>", "exec"), shell.user_ns)
    except Exception:
        return False
    finally:
        _session.checking = False
        if plt := sys.modules.get("matplotlib.pyplot"):
            plt.close("all")
    return True


def _order_warnings(tests: list[str]) -> list[str]:
    """Return warnings about test cells that ran before the answer they test was last run."""
    last = {cell_id: position for position, (cell_id, _) in enumerate(_session.order) if cell_id}
    warnings = []
    for test in tests:
        solution = test.removesuffix("_public")
        if solution in last and test in last and last[test] < last[solution]:
            warnings.append(f"{solution} was run again after {test}: cells ran out of order.")
    ran = {test: position for position, test in enumerate(_session.checked)}  # also where cells have no ids
    positions = [ran[t] for t in tests if t in ran]
    if positions != sorted(positions):
        warnings.append(
            "Questions were not run from top to bottom: restart the kernel and run all cells, "
            "so that nothing depends on an order only you know."
        )
    return warnings
