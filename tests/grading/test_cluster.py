"""The same work on a Dask cluster of two worker processes, one of them killed midway."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

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
    folder = _class(course, beale, tmp_path / "class", STUDENTS)
    killed = []

    def kill_one() -> None:
        while not any((folder / ".grading").rglob("??/*")):  # one result is there, others are being computed
            time.sleep(0.1)
        pid = cluster.workers[0].pid
        os.kill(pid, signal.SIGKILL)
        killed.append(pid)

    killer = threading.Thread(target=kill_one, daemon=True)
    killer.start()
    done = _grade(folder, cluster.scheduler_address)
    assert done.returncode == 0, done.stdout + done.stderr
    assert killed
    _check(course, folder, STUDENTS)


def _class(course, beale, folder: Path, students: int) -> Path:
    """Lay out a class whose students with odd numbers have the first question right."""
    demo.make(course, folder)
    shutil.rmtree(folder / "submitted")
    for number in range(students):
        answer = "min_x, min_y = 3.0, 0.5" if number % 2 else "min_x, min_y = 0.5, 3.0"
        solved = samples.solved(beale, {"q1_minimum": f"{answer}  # {number}"}, only={"q1_minimum"})
        place = folder / "submitted" / f"student{number}" / demo.ASSIGNMENT
        place.mkdir(parents=True)
        (place / demo.FILE).write_bytes(samples.as_bytes(solved))
    return folder


def _grade(folder: Path, scheduler: str, **environment: str) -> subprocess.CompletedProcess:
    words = [sys.executable, "-m", "course_lib.grading.cli", "grade", demo.ASSIGNMENT, "--scheduler", scheduler]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, env=os.environ | environment)


def _check(course, folder: Path, students: int) -> None:
    outcomes = demo.outcomes(course, folder)
    marks = {student: outcomes[student].marks["q1_minimum"] for student in outcomes}
    assert marks == {f"student{n}": 2.0 * (n % 2) for n in range(students)}
    assert not any("grader failed" in note for one in outcomes.values() for note in one.notes)


# ---- with TLS, by the commands that README names


def _certificates(folder: Path) -> dict[str, str]:
    """Make a certificate authority and a node's certificate; return them as Dask's options name them."""
    folder.mkdir()
    ca, node = folder / "ca", folder / "node"
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj"]
    commands = [
        [*new, "/CN=course CA", "-keyout", f"{ca}.key", "-out", f"{ca}.pem"],
        [*new, "/CN=node", "-keyout", f"{node}.key", "-out", f"{node}.pem", "-CA", f"{ca}.pem", "-CAkey", f"{ca}.key"],
    ]
    for words in commands:
        subprocess.run(words, check=True, capture_output=True)
    return {"ca-file": f"{ca}.pem", "cert": f"{node}.pem", "key": f"{node}.key"}


def _configured(certificates: dict[str, str]) -> dict[str, str]:
    """Return the environment that names certificates to Dask, in place of its configuration files."""
    names = {"ca-file": "CA_FILE", "cert": "CLIENT__CERT", "key": "CLIENT__KEY"}
    return {f"DASK_DISTRIBUTED__COMM__TLS__{names[name]}": path for name, path in certificates.items()}


@pytest.fixture
def certificates(tmp_path) -> dict[str, str]:
    return _certificates(tmp_path / "ours")


@pytest.fixture
def encrypted(certificates, tmp_path):
    """The address of a scheduler with TLS that has one worker."""
    options = [word for name, path in certificates.items() for word in (f"--tls-{name}", path)]
    where = tmp_path / "scheduler.json"
    scheduler = ["scheduler", "--protocol", "tls", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    commands = [
        [*scheduler, "--scheduler-file", str(where), *options],
        ["worker", "--scheduler-file", str(where), "--nworkers", "1", "--nthreads", "1", "--no-dashboard", *options],
    ]
    running = []
    with (tmp_path / "log").open("wb") as log:
        for words in commands:
            running.append(
                subprocess.Popen([sys.executable, "-m", "dask", *words], cwd=tmp_path, stdout=log, stderr=log)
            )
            while not where.exists():
                assert running[0].poll() is None, (tmp_path / "log").read_text()
                time.sleep(0.1)
        while b"Registered to:" not in (tmp_path / "log").read_bytes():
            assert running[1].poll() is None, (tmp_path / "log").read_text()
            time.sleep(0.1)
    yield json.loads(where.read_text())["address"]
    for process in running:
        process.terminate()
    for process in running:
        process.wait()


@pytest.mark.skipif(not os.environ.get("COURSE_FULL"), reason="half a minute: make full")
def test_a_class_over_tls_and_nobody_without_our_certificate(encrypted, certificates, course, beale, tmp_path):
    assert encrypted.startswith("tls://127.0.0.1:")
    folder = _class(course, beale, tmp_path / "class", 2)
    for theirs, says in (({}, "names no certificate"), (_certificates(tmp_path / "theirs"), "refuses this machine's")):
        refused = _grade(folder, encrypted, **_configured(theirs))
        assert refused.returncode == 1 and says in " ".join((refused.stdout + refused.stderr).split())
        assert not (folder / "autograded").exists()
    done = _grade(folder, encrypted, **_configured(certificates))
    assert done.returncode == 0, done.stdout + done.stderr
    _check(course, folder, 2)


# ---- what is refused


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
