"""The frame of a test cell: collects its checks, reports all of them, leaves no names behind."""

from __future__ import annotations

import contextlib
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from course_lib.checks.compare import CheckFailed

#: What errors of torch mean in a first course, by words in them; their own advice often leads away.
REMEDIES = {
    "does not require grad and does not have a grad_fn": "nothing that the loss was computed from requires a gradient: "
    "was the tensor replaced by a new one, detached, or used under torch.no_grad()?",
    "backward through the graph a second time": "the loss hangs on a graph that was used up: was the tensor that is "
    "trained replaced by one computed from it? Change it in place, under torch.no_grad(). retain_graph does not help",
    "a leaf Variable that requires grad is being used in an in-place": "change it under torch.no_grad()",
    "can't optimize a non-leaf Tensor": "the tensor was computed from others: x.detach().clone().requires_grad_()",
    "params argument given to the optimizer should be": "an optimizer takes a list of tensors: [x]",
    "in the given numpy array is negative": "torch takes no reversed arrays: copy it first, array.copy()",
    "Can't call numpy() on Tensor that requires grad": "detach it first: x.detach(), or x.item() for one number",
    "at non-singleton dimension": "these shapes do not fit; x.view(1, 3, 1, 1) gives each channel a number",
}
#: What stands in a blank, and is left there by those who write below it.
LEFT = "raise NotImplementedError()"
#: Set once per grading campaign by the grader; fixed in Jupyter, so that a notebook always shows the same.
_campaign_seed = "in Jupyter"
#: The report of the test cell that ran last; `before_hand_in` and the grader read it.
last_report: Report | None = None
#: Called with each finished report; the notebook's last cell listens here.
listeners: list = []


@dataclass
class Report:
    """What one test cell found: (title, message or None) for each check."""

    cell: str
    hidden: int = 0
    points: float = 0.0
    results: list[tuple[str, str | None]] = field(default_factory=list)
    finished: bool = False

    @property
    def passed(self) -> bool:
        """Whether at least one check ran and none failed."""
        return self.finished and bool(self.results) and all(m is None for _, m in self.results)

    def lines(self) -> list[str]:
        """Return the report as text lines, one check a line, and what remains."""
        out = []
        for title, message in self.results:
            out.append(f"  {'✓' if message is None else '✗'} {title}")
            out += [f"      {line}" for line in (message or "").splitlines()]
        good = sum(m is None for _, m in self.results)
        out.insert(0, f"{self.cell}: {good} of {len(self.results)} checks pass")
        if self.hidden:
            some = f"{self.hidden} hidden checks" if self.hidden > 1 else "1 hidden check"
            worth = "1 point" if self.points == 1 else f"{self.points:g} points"
            out.append(f"  {some} ({worth}) of this question will run when your work is graded.")
        return out


class _Checks:
    """``check`` in ``with checks.question(...) as check``: one named check a block."""

    def __init__(self, report: Report):
        self.report = report

    @contextlib.contextmanager
    def __call__(self, title: str) -> Iterator[None]:
        try:
            yield
        except CheckFailed as error:
            self.report.results.append((title, str(error)))
        except Exception as error:
            self.report.results.append((title, describe(error)))
        else:
            self.report.results.append((title, None))


def describe(error: BaseException) -> str:
    """Return one line that names an error of the student's code and where it arose, if known."""
    where = getattr(error, "student_traceback", None) or _student_line(error)
    if isinstance(error, NotImplementedError) and not str(error):
        inside = re.match(r"in (\w+), line", where or "")
        return f"{inside[1] if inside else 'the answer'} still ends at its line {LEFT}: put your code in its place"
    if isinstance(error, NameError) and getattr(error, "name", None) and not isinstance(error, UnboundLocalError):
        return f"the name {error.name} is not defined: does your answer call it so, and has its cell run?"
    message = str(error).strip().splitlines()
    text = f"{type(error).__name__}: {message[0]}" if message else type(error).__name__
    sizes = re.search(r"core dimension.*\(size (\d+) is different from (\d+)\)", text)
    if sizes:  # NumPy's words for a matrix product speak of gufunc signatures
        fit = f"the factors of a matrix product do not fit: the inner sizes are {sizes[2]} and {sizes[1]}"
        text = f"{type(error).__name__}: {fit}"
    if isinstance(error, TypeError) and "for ^" in text:
        text += " (a power is written ** in Python)"
    if where:
        return f"your code raised {text}{_remedy(text)}\n{where}"
    if "NoneType" in text and isinstance(error, TypeError | AttributeError):
        return f"your code gave None where the check needs a value ({text}). Does your function return its result?"
    if isinstance(error, TypeError | AttributeError | ValueError | IndexError):
        return f"what your code gave does not fit: {text}{_remedy(text)}"
    return f"your code raised {text}{_remedy(text)}"


def _remedy(text: str) -> str:
    """Return what to do about an error of torch whose own words lead elsewhere."""
    return next((f"\n→ {advice}" for words, advice in REMEDIES.items() if words in text), "")


def _student_line(error: BaseException) -> str | None:
    """Return 'line n of your cell: code' for the innermost frame that stands in a notebook cell."""
    import linecache

    found, tb = None, error.__traceback__
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_name != "<module>" and ("ipykernel" in code.co_filename or code.co_filename.startswith("<ipython")):
            line = linecache.getline(code.co_filename, tb.tb_lineno).strip()
            found = f"in {code.co_name}, line {tb.tb_lineno} of its cell: {line}"
        tb = tb.tb_next
    return found


@contextlib.contextmanager
def question(cell: str, *, hidden: int = 0, points: float = 0.0) -> Iterator[_Checks]:
    """Frame the checks of one test cell; used as ``with checks.question(id) as check:``.

    Each ``with check("title"):`` block inside is one check: it passes when nothing is raised. All blocks
    run, whatever fails; then the report is printed, and :class:`CheckFailed` is raised if any failed.
    Names that the block binds are removed or restored at its end.

    Parameters
    ----------
    cell : str
        The cell's id.
    hidden, points : int, float
        How many hidden checks of the same question remain and what they are worth; filled in by the build.
    """
    global last_report
    namespace = sys._getframe(2).f_globals  # the frame of the with statement: 1 is contextlib's
    before = dict(namespace)
    report = last_report = Report(cell, hidden, points)
    try:
        yield _Checks(report)
    except CheckFailed as error:
        report.results.append(("your code gives what the checks need", str(error)))
    except Exception as error:
        report.results.append(("your code runs", describe(error)))
    finally:
        for name in set(namespace) - set(before):
            del namespace[name]
        namespace.update(before)
    report.finished = True
    if not report.results:
        report.results.append(("has checks", "this test cell checks nothing"))
    for listener in listeners:
        listener(report)
    print("\n".join(report.lines()))
    if not report.passed:
        failed = [title for title, message in report.results if message is not None]
        raise CheckFailed(f"{len(failed)} of {len(report.results)} checks fail: {'; '.join(failed)}")


def rng(tag: str) -> np.random.Generator:
    """Return the generator for a check's random inputs: fixed in Jupyter, from a secret seed when graded."""
    digest = hashlib.sha256(f"{_campaign_seed}/{tag}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))
