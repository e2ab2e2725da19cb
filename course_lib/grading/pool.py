"""Workers side by side: each a judge of its own that fills the store."""

from __future__ import annotations

import atexit
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_lib.grading import sandbox, spec, work
from course_lib.grading.course import Course
from course_lib.grading.judge.process import Judge, JudgeFailed
from course_lib.grading.limits import Limits
from course_lib.grading.repair.reading import HandIn
from course_lib.grading.store import Store
from course_lib.grading.work import Assignment

if TYPE_CHECKING:
    from course_lib.grading.cluster import Cluster

PICTURES = ("manual", "all", "none")

_own = threading.local()
_judges: list[Judge] = []


def grade_here(
    handin: HandIn, assignment: Assignment, isolation: str, data: Path | None, library: str
) -> tuple[dict, bool]:
    """Grade one submission with this thread's judge; return the result and whether it may be kept.

    A judge that fails is replaced once; if the next one fails too, the result says so and is not kept.

    Raises
    ------
    RuntimeError
        If this machine has another course_lib or other packages than the one that asks (``library``): its results
        could differ.
    """
    if work.library_digest() != library:
        raise RuntimeError("this worker has another Python, course_lib or other packages than the machine that asks")
    judge, reason = _judge(assignment, isolation, data), ""
    for _ in range(2):
        try:
            return judge.grade(handin, assignment), True
        except JudgeFailed as error:
            reason = f"the grader failed ({error}); tell your instructor"
    return work.without_result(assignment, reason), False


def _judge(assignment: Assignment, isolation: str, data: Path | None) -> Judge:
    """Return this thread's judge."""
    judge, wanted = getattr(_own, "judge", None), (isolation, data, assignment.kinds)
    if judge is None or (judge.isolation, judge.data, judge.kinds) != wanted:
        judge = _own.judge = Judge(*wanted)
        _judges.append(judge)
    return judge


@atexit.register
def close_judges() -> None:
    """End the judges of this process."""
    while _judges:
        _judges.pop().close()


class Pool:
    """Grades submissions, several at a time, and gives the results in the order of the submissions.

    Parameters
    ----------
    assignment : Assignment
    store : Store
    isolation : {"bubblewrap", "none"}
    data : Path or None
        A folder of data sets that notebooks may read.
    workers : int
        How many submissions run at once.
    executor : Cluster, optional
        What runs them; threads of this process by default.
    """

    def __init__(
        self,
        assignment: Assignment,
        store: Store,
        isolation: str,
        data: Path | None,
        workers: int,
        executor: Cluster | None = None,
    ):
        self.assignment, self.store = assignment, store
        self.isolation, self.data, self.workers = isolation, data, workers
        self._threads = None if executor else ThreadPoolExecutor(workers, thread_name_prefix="grading")
        self._executor = executor or self._threads

    @classmethod
    def of(
        cls, course: Course, assignment: str, seed: str, submissions: int, workers: int = 0, scheduler: str = ""
    ) -> Pool:
        """Return the workers for an assignment as the course is set up, ``workers`` = 0 for one a processor.

        There are no more of them than ``submissions``. ``scheduler`` names a Dask scheduler to use its workers instead.

        Raises
        ------
        CourseError
            If a setting is wrong or the sandbox does not start.
        """
        isolation, data = sandbox.kind(course), sandbox.data_folder(course)
        specs, limits = spec.load(course, assignment), Limits.of(course, assignment).as_dict()
        one, store = Assignment(specs, seed, limits, course.choice("grading", "pictures", PICTURES)), Store.of(course)
        if scheduler:
            from course_lib.grading.cluster import Cluster

            cluster = Cluster(scheduler)
            return cls(one, store, isolation, data, cluster.workers, cluster)
        pool = cls(one, store, isolation, data, max(1, min(workers or processors(), submissions)))
        try:
            pool.begin()  # while the sandbox is tried and nbgrader looks around
            sandbox.probe(isolation)
        except BaseException:
            pool.close()
            raise
        return pool

    def begin(self) -> None:
        """Start the judges of this machine's workers."""
        together = threading.Barrier(self.workers)  # one task a thread

        def start() -> None:
            together.wait(60)
            _judge(self.assignment, self.isolation, self.data).start()

        for started in [self._threads.submit(start) for _ in range(self.workers)]:
            started.result()

    def results(self, submissions: Iterable[tuple[str, HandIn]]) -> Iterator[tuple[str, HandIn, dict[str, dict]]]:
        """Yield (student, what was handed in, result) in order; at most a few wait at any time."""
        waiting: deque[tuple[str, HandIn, str, Any]] = deque()
        for student, handin in submissions:
            waiting.append((student, handin, *self._begin(handin)))
            if len(waiting) > 2 * self.workers:
                yield self._end(*waiting.popleft())
        while waiting:
            yield self._end(*waiting.popleft())

    def _begin(self, handin: HandIn) -> tuple[str, Any]:
        key = work.key(handin, self.assignment)
        kept = self.store.get(key)
        if kept is not None:
            return key, kept
        library = work.library_digest()
        return key, self._executor.submit(grade_here, handin, self.assignment, self.isolation, self.data, library)

    def _end(self, student: str, handin: HandIn, key: str, result: Any) -> tuple[str, HandIn, dict[str, dict]]:
        if not isinstance(result, dict):
            try:
                result, may_be_kept = result.result()
            except Exception as error:  # a lost worker, say: the others' results are not lost with it
                reason = f"the grader failed ({type(error).__name__}: {error}); tell your instructor"
                result, may_be_kept = work.without_result(self.assignment, reason), False
            if may_be_kept:
                self.store.put(key, result)
        return student, handin, result

    def close(self) -> None:
        """End the workers."""
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)
            close_judges()
        else:
            self._executor.close()


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
