"""Carries out a job: a list of steps on one notebook. Used by the judge's process.

Steps are dicts: ``{"do": "run", "id", "source"}`` runs a student's cell, ``{"do": "test", "id", "source",
"names"}`` judges a test cell, ``{"do": "plain", …}`` runs a test cell beside the student's code as Jupyter would, and
what it leaves behind stays there; ``{"do": "branch", "steps"}`` carries out steps on a copy of the state and drops it.
"""

from __future__ import annotations

import base64
import contextlib
import time
from typing import Any

from course_lib.grading.judge import worker
from course_lib.grading.judge.channel import ConnectionLost
from course_lib.grading.judge.forking import settle
from course_lib.grading.judge.session import FORK_SECONDS, State, Submission, Zygote, nothing, packages_of
from course_lib.grading.judge.testing import Examiner, Verdict
from course_lib.grading.limits import AGAIN, Limits

TOO_OFTEN = "the submission took too long as a whole: what it leaves behind in tests makes it run again for each"


class Engine:
    """Carries out jobs one after another, each on a fresh submission.

    Parameters
    ----------
    confined : bool
        Whether this process runs inside the sandbox, so that submissions can be shut in.
    kinds : list of list of str
        What the notebooks import, a list of modules a notebook.
    """

    def __init__(self, confined: bool, kinds: list[list[str]]) -> None:
        self.zygotes = _zygotes(confined, kinds)  # first of all: they must hold nothing that a job brings
        self.confined = confined

    def job(
        self,
        steps: list[dict],
        seed: str,
        limits: dict[str, float] | None = None,
        modules: frozenset[str] = frozenset(),
    ) -> list[Any]:
        """Return one result a step: a dict for run, test and plain, a list for branch.

        Parameters
        ----------
        limits : dict, optional
            Overrides the defaults of :class:`course_lib.grading.limits.Limits` by name.
        modules : frozenset of str
            What the notebook imports: ready before it runs.
        """
        limits = Limits().as_dict() | (limits or {})
        kept = 8 + 2 * _count(steps, "test") + _count(steps, "branch")
        self.examiner = Examiner(limits["memory_mb"])
        self.examiner.start()  # before the warden looks at what else is running
        self.zygote = self._zygote(modules)
        submission = Submission(self.zygote, limits, kept, time.monotonic() + limits["submission_seconds"])
        try:
            return self._steps(submission, steps, seed, limits, None)
        finally:
            submission.close()
            self.examiner.close()

    def _zygote(self, modules: frozenset[str]) -> Zygote:
        """Return a process that has imported ``modules`` and not much else, made from another if there is none yet.

        What is missing takes time in each copy, what is more makes copies dearer. For no modules any process will do.
        """
        wanted = packages_of(modules)
        if modules and not any(z.packages == wanted and z.modules >= modules for z in self.zygotes):
            bases = [z for z in self.zygotes if z.packages <= wanted]
            if bases:
                self.zygotes.append(max(bases, key=lambda z: len(z.packages)).specialized(modules))
        return min(self.zygotes, key=lambda z: (len(modules - z.modules), len(z.packages - wanted)))

    def _steps(
        self, submission: Submission, steps: list[dict], seed: str, limits: dict, before: list[dict] | None
    ) -> list[Any]:
        """Carry out steps; those of a branch follow others that came ``before``."""
        results: list[Any] = []
        waiting: list[tuple[int, dict, State | bytes | None]] = []
        free: State | None = None  # one that a public test alone uses so far
        for number, step in enumerate(steps):
            if step["do"] == "run":
                free = None
            late = time.monotonic() > submission.end
            if step["do"] == "branch":
                earlier = [*(before or []), *steps[:number]]
                results.append(self._branch(submission, step["steps"], seed, limits, earlier))
            elif step["do"] == "run":
                results.append(
                    _skipped() if late else _portable(submission.run(step["source"], step.get("figures", True)))
                )
            elif late:
                results.append(vars(Verdict(step["id"], reason="the submission took too long as a whole")))
            elif step["do"] == "test":
                # The state is kept, and tested when all cells have run: no cell can show what a test sent. The first
                # hidden test after a public one gets its state, as in Jupyter: what that one sent everybody knows.
                # Where the answer is plain data, that is kept in its place: such a test asks no process for anything.
                values = submission.values(step["names"])
                if values is not None:
                    state = values
                elif step.get("hidden"):
                    state, free = free or submission.keep(), None
                else:
                    state = free = submission.keep()
                waiting.append((len(results), step, state))
                results.append(None)
            elif step["do"] == "plain":
                free = None
                results.append(_plain(submission, step, seed))
            else:
                raise ValueError(f"unknown step {step['do']!r}")
        self._judge_all(submission, waiting, results, steps, seed, limits, before)
        return results

    def _judge_all(
        self,
        submission: Submission,
        waiting: list,
        results: list,
        steps: list[dict],
        seed: str,
        limits: dict,
        before: list[dict] | None,
    ) -> None:
        """Carry out the tests that wait, the public ones first: nothing that hears of a hidden one speaks after it."""
        seconds = limits["test_seconds"]
        hidden = [(at, step, state) for at, step, state in waiting if step.get("hidden")]
        states = [state for _, _, state in hidden if isinstance(state, State)]
        for at, step, state in waiting:
            if not step.get("hidden"):
                results[at] = vars(self._tested(state, step, seed, seconds, submission.end, state in states))
        states = [state for state in states if state.pidfd >= 0]
        if before is None:  # no cell follows: nothing is left that could listen
            submission.end_others(states)
        alone = Quarantine(submission, states) if states and self.confined else None
        more = AGAIN * limits["submission_seconds"]  # for running the notebook again
        for at, step, state in hidden:
            if not isinstance(state, State) or (state in states and (alone is None or alone.admits(state))):
                results[at] = vars(self._tested(state, step, seed, seconds, submission.end))
            else:
                state.kill()
                all_steps, begun = [*(before or []), *steps[: at + 1]], time.monotonic()
                results[at] = vars(self._replayed(all_steps, seed, limits, begun + more))
                took = time.monotonic() - begun
                more -= took
                submission.end += took
        if alone is not None:
            alone.end()

    def _replayed(self, steps: list[dict], seed: str, limits: dict, end: float) -> Verdict:
        """Run the notebook again up to its last step, a hidden test, in a submission of its own; judge that alone."""
        *earlier_steps, step = steps
        if time.monotonic() > end:
            return Verdict(step["id"], reason=TOO_OFTEN)
        try:
            submission = Submission(self.zygote, limits, 8, end)
        except ConnectionLost:
            return Verdict(step["id"], reason="there was no process to test")
        try:
            for earlier in earlier_steps:
                if earlier["do"] == "run" and time.monotonic() < end:
                    submission.run(earlier["source"], False)
            return self._tested(submission.keep(), step, seed, limits["test_seconds"], end)
        finally:
            submission.close()

    def _tested(
        self, state: State | bytes | None, step: dict, seed: str, seconds: float, end: float, again: bool = False
    ) -> Verdict:
        """Carry out one test and end the state, unless it is to be used ``again`` and can be."""
        if state is None:
            return Verdict(step["id"], reason="there was no process to test")
        try:
            if time.monotonic() > end:
                return Verdict(step["id"], reason="the submission took too long as a whole")
            verdict = self.examiner.test(state, step["id"], step["source"], step["names"], seed, seconds)
            if isinstance(state, bytes):
                return verdict
            if again and verdict.connected:
                try:
                    state.request("renew", seconds=FORK_SECONDS)
                except (ConnectionLost, Exception):
                    again = False
            again = again and verdict.connected
            return verdict
        finally:
            if isinstance(state, State) and not again:
                state.kill()

    def _branch(
        self, submission: Submission, steps: list[dict], seed: str, limits: dict, before: list[dict]
    ) -> list[Any]:
        with submission.aside():
            return self._steps(submission, steps, seed, limits, before)

    def close(self) -> None:
        """End the processes."""
        for zygote in reversed(self.zygotes):
            zygote.close()


class Quarantine:
    """Lets a submission's kept states be tested one by one, so that none learns what another was tested with.

    They are held and all other processes end. A state that could hear from others all the same, by a pipe or by
    shared memory, is not admitted: the notebook is run again for its test. So it is for all that remain when a test
    has changed anything that outlives it: a file, another state, the numbers that the next process or file gets.
    """

    def __init__(self, submission: Submission, states: list[State]):
        self.submission, self.states = submission, list(states)
        self.others = [s for s in (submission.current, *submission.kept) if s not in states]
        self.unclean: set[int] = set()
        self.broken = False
        try:
            found = submission.order("seal", [*states, *self.others])["unclean"]
            self.broken = any(str(state.pid) in found for state in self.others)  # it may speak to all of them
            self.unclean = {int(pid) for pid in found}
            useless = [state for state in states if state.pid in self.unclean]
            for state in useless:  # a thread of theirs would go on
                state.kill()
            if useless:
                submission.order("sweep", [*states, *self.others])
            submission.root.request("remember", seconds=FORK_SECONDS)
        except (ConnectionLost, Exception):
            self.broken = True

    def admits(self, state: State) -> bool:
        """Return whether the test of one state may be carried out, which then goes on."""
        waiting = [*self.states, *self.others]
        self.states.remove(state)
        if self.broken or state.pid in self.unclean:
            return False
        try:
            changed = self.submission.order("check", waiting, next=state.pid)["changed"]
            undisturbed = self.submission.root.request("undisturbed", seconds=FORK_SECONDS)
            self.broken = bool(changed) or undisturbed is not True
            if not self.broken:
                self.submission.order("release", [state])
        except (ConnectionLost, Exception):
            self.broken = True
        return not self.broken

    def end(self) -> None:
        """Let the states that were not tested go on."""
        with contextlib.suppress(ConnectionLost):
            self.submission.order("release", self.others)


def _zygotes(confined: bool, kinds: list[list[str]]) -> list[Zygote]:
    """Make a process for each kind of notebook, which has imported what that kind does and not much else.

    This process imports along with them as far as one kind builds on another; a kind that does not is made from the
    nearest of those that are there.
    """
    groups: dict[frozenset[str], set[str]] = {}
    for modules in kinds:
        groups.setdefault(packages_of(modules), set()).update(modules)
    common = frozenset.intersection(*groups)
    groups.setdefault(common, set.intersection(*groups.values()))
    made: list[Zygote] = []
    here: frozenset[str] = frozenset()
    imported: set[str] = set()
    for packages in sorted(groups, key=lambda p: (len(p), -sum(p < other for other in groups), sorted(p))):
        if here <= packages:
            worker.warm(tuple(sorted(groups[packages])))
            settle()
            here = packages
            imported |= groups[packages]
            made.append(Zygote(confined, frozenset(imported)))
        else:
            nearest = max((z for z in made if z.packages <= packages), key=lambda z: len(z.packages))
            made.append(nearest.specialized(groups[packages]))
    return made


def _plain(submission: Submission, step: dict, seed: str) -> dict:
    """Run a test cell as Jupyter would, in the student's own process, and return whether it raised nothing."""
    prepare = f"import course_lib.checks.frame as _frame; _frame._campaign_seed = {seed!r}; del _frame"
    try:
        result = submission.run(f"{prepare}\n{step['source']}", False)
    except ConnectionLost as lost:
        return {"cell": step["id"], "passed": False, "reason": str(lost)}
    failed = result["died"] or result["error"]
    return {"cell": step["id"], "passed": not failed, "reason": str(failed or ""), "output": result["stdout"]}


def _count(steps: list[dict], do: str) -> int:
    return sum((step["do"] == do) + _count(step.get("steps", []), do) for step in steps)


def _portable(result: dict) -> dict:
    """Return a cell's result as JSON can carry it."""
    encode = lambda data: base64.b64encode(data).decode()  # noqa: E731
    return result | {
        "figures": [encode(f) for f in result["figures"]],
        "display": [[text, encode(png)] for text, png in result["display"]],
    }


def _skipped() -> dict:
    return nothing("the submission took too long as a whole")
