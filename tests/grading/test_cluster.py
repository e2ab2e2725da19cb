"""The same work on a Dask cluster of two worker processes, one of them killed midway."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest
from distributed import LocalCluster

from course_lib.grading import demo, samples
from course_lib.grading.cluster import Cluster
from course_lib.grading.course import CourseError

STUDENTS = 6


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as local:
        yield local


def test_a_class_on_a_cluster_whose_worker_is_killed(cluster, course, beale, tmp_path):
    folder = tmp_path / "class"
    demo.make(course, folder)
    shutil.rmtree(folder / "submitted")
    for number in range(STUDENTS):
        answer = "min_x, min_y = 3.0, 0.5" if number % 2 else "min_x, min_y = 0.5, 3.0"
        solved = samples.solved(beale, {"q1_minimum": f"{answer}  # {number}"}, only={"q1_minimum"})
        place = folder / "submitted" / f"student{number}" / demo.ASSIGNMENT
        place.mkdir(parents=True)
        (place / demo.FILE).write_bytes(samples.as_bytes(solved))
    killed = []

    def kill_one() -> None:
        while not any((folder / ".grading").rglob("??/*")):  # one result is there, others are being computed
            time.sleep(0.1)
        pid = cluster.workers[0].pid
        os.kill(pid, signal.SIGKILL)
        killed.append(pid)

    killer = threading.Thread(target=kill_one, daemon=True)
    killer.start()
    words = [sys.executable, "-m", "course_lib.grading.cli", "grade", demo.ASSIGNMENT]
    done = subprocess.run(
        [*words, "--scheduler", cluster.scheduler_address], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert killed
    outcomes = demo.outcomes(course, folder)
    marks = {student: outcomes[student].marks["q1_minimum"] for student in outcomes}
    assert marks == {f"student{n}": 2.0 * (n % 2) for n in range(STUDENTS)}
    assert not any("grader failed" in note for one in outcomes.values() for note in one.notes)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("tcp://10.0.0.7:8786", "without TLS a Dask scheduler runs the code of anyone"),
        ("10.0.0.7:8786", "expected tls://host:port"),
        ("tls://host", "expected tls://host:port"),
        ("tcp://127.0.0.1:9", "cannot be reached"),
    ],
)
def test_a_scheduler_that_is_not_safe_or_not_there_is_refused(address, says, monkeypatch):
    monkeypatch.setattr("distributed.Client", _nobody_there)
    with pytest.raises(CourseError, match=says):
        Cluster(address)


def _nobody_there(*_: object, **__: object) -> None:
    raise OSError("connection refused")


def test_the_command_says_so_and_grades_nothing(course, tmp_path):
    folder = tmp_path / "class"
    demo.make(course, folder)
    words = [
        sys.executable,
        "-m",
        "course_lib.grading.cli",
        "grade",
        demo.ASSIGNMENT,
        "--scheduler",
        "tcp://10.0.0.7:8786",
    ]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 1 and "use tls://" in " ".join((done.stdout + done.stderr).split())
    assert not (folder / "autograded").exists()
