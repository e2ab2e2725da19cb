"""What several tests share: the course, one judge, the graded demo class, the kill matrix."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from course_lib.grading import answers, demo, sandbox, spec
from course_lib.grading.course import Course
from course_lib.grading.judge.process import Judge

ROOT = Path(__file__).resolve().parent.parent
MATRIX, RUNNING = pytest.StashKey(), pytest.StashKey()


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
def matrix(request: pytest.FixtureRequest) -> list[answers.Row]:
    """The kill matrix of every assignment; begun with the run, printed at its end."""
    process, folder = request.config.stash[RUNNING]
    assert process.wait() == 0, (folder / "log").read_text()
    rows = pickle.loads((folder / "rows").read_bytes())
    request.config.stash[MATRIX] = answers.as_text(rows)
    return rows


def pytest_collection_finish(session: pytest.Session) -> None:
    # Most tests leave a processor idle. What takes longest runs there meanwhile, and gives way.
    if (
        any("matrix" in getattr(item, "fixturenames", ()) for item in session.items)
        and not session.config.option.collectonly
    ):
        folder = Path(tempfile.mkdtemp(prefix="kill-matrix-"))
        words = [sys.executable, str(ROOT / "tests" / "kill_matrix.py"), str(folder / "rows")]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(words, cwd=ROOT, stdout=log, stderr=log, preexec_fn=lambda: os.nice(10))
        session.config.stash[RUNNING] = process, folder


def pytest_unconfigure(config: pytest.Config) -> None:
    process, folder = config.stash.get(RUNNING, (None, None))
    if process is not None:
        process.kill()  # its judges end with it
        process.wait()
        shutil.rmtree(folder)


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
    # What is quick comes first: a slip shows within seconds. What waits for the kill matrix comes last.
    order = {"lib": 0, "course": 2, "grading": 1}
    items.sort(key=lambda item: (item.path.name == "test_answers.py", order.get(item.path.parent.name, 3)))


def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> None:
    for suite in ("attack", "fault"):
        if call.when == "setup" and item.get_closest_marker(suite):
            item.user_properties.append(("suite", suite))


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    text = config.stash.get(MATRIX, None)
    if text:
        terminalreporter.section("kill matrix")
        terminalreporter.write_line(text)
    counts = {"attack": [0, 0], "fault": [0, 0]}
    for outcome in ("passed", "failed", "error"):
        for report in terminalreporter.stats.get(outcome, []):
            suite = dict(report.user_properties).get("suite")
            if suite:
                counts[suite][0] += outcome == "passed"
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
