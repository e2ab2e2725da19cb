"""What several tests share: the course, one judge, the graded demo class; the kill matrix as text."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # files run side by side: more threads than processors wait in vain
if name := os.environ.get("PYTEST_XDIST_WORKER"):  # gw0, gw1, …: each on a processor, with all that it starts
    processors = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {processors[int(name.removeprefix("gw")) % len(processors)]})

import pytest
from xdist.scheduler import LoadFileScheduling

from course_lib.grading import answers, demo, sandbox, spec
from course_lib.grading.course import Course
from course_lib.grading.judge.process import Judge

ROOT = Path(__file__).resolve().parent.parent
KILL_MATRIX = "::test_every_answer_earns"


@pytest.fixture(scope="session")
def course() -> Course:
    return Course.find(ROOT)


@pytest.fixture(scope="session")
def beale(course: Course) -> spec.NotebookSpec:
    return spec.load(course, "hw1_optimization")["beale_adam"]


@pytest.fixture(scope="session")
def specs(course: Course) -> dict[str, spec.NotebookSpec]:
    return spec.load(course, "hw1_optimization")


@pytest.fixture(scope="session")
def judge():
    """A judge in the sandbox. Where that cannot start the tests fail, with the remedy."""
    sandbox.probe("bubblewrap")
    with Judge("bubblewrap") as one:
        yield one


@pytest.fixture(scope="session")
def graded_demo(course: Course, tmp_path_factory: pytest.TempPathFactory):
    """A demo class graded by nbgrader's own commands: (folder, students)."""
    folder = tmp_path_factory.mktemp("demo") / "class"
    group = demo.make(course, folder)
    demo.run_nbgrader(folder, "autograde", demo.ASSIGNMENT)
    demo.run_nbgrader(folder, "generate_feedback", demo.ASSIGNMENT)
    demo.run_nbgrader(folder, "export")
    return folder, group


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # What is quick comes first: a slip shows within seconds. What can be dealt out in small parts comes last.
    order = {"lib": 0, "course": 2, "grading": 1}
    items.sort(key=lambda item: (KILL_MATRIX in item.nodeid, order.get(item.path.parent.name, 3)))


class Scheduler(LoadFileScheduling):
    """Gives the tests of a file to one process, in order; of the kill matrix, each notebook by itself."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if KILL_MATRIX in nodeid else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log) -> Scheduler:
    return Scheduler(config, log)


def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> None:
    for suite in ("attack", "fault"):
        if call.when == "setup" and item.get_closest_marker(suite):
            item.user_properties.append(("suite", suite))


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    reports = [r for o in ("passed", "failed", "error") for r in terminalreporter.stats.get(o, [])]
    blocks = [dict(r.user_properties) for r in reports if "matrix" in dict(r.user_properties)]
    if blocks:
        terminalreporter.section("kill matrix")
        for block in blocks:
            terminalreporter.write_line(block["matrix"] + "\n")
        terminalreporter.write_line(answers.totals(sum((Counter(b["matrix counts"]) for b in blocks), Counter())))
    counts = {"attack": [0, 0], "fault": [0, 0]}
    for report in reports:
        suite = dict(report.user_properties).get("suite")
        if suite:
            counts[suite][0] += report.passed
            counts[suite][1] += 1
    if any(n for _, n in counts.values()):
        terminalreporter.section("attacks and faults")
        words = {
            "attack": "attacks earn what blank work earns, show nothing, leave no trace",
            "fault": "faults end well",
        }
        for suite, (good, n) in counts.items():
            if n:
                terminalreporter.write_line(f"{good} of {n} {words[suite]}")
