"""The gradebook in PostgreSQL, on a server of the test's own, where PostgreSQL is installed."""

import csv
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course_lib.grading import demo, samples

FOUND = [*sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")), Path(shutil.which("initdb") or "/none")]
PROGRAMS = [path.resolve().parent for path in FOUND if path.exists()]


@pytest.fixture
def server(tmp_path):
    """The address of an empty database."""
    if not PROGRAMS:
        pytest.skip("no PostgreSQL server is installed here")
    place = tmp_path / "cluster"
    place.mkdir()
    as_user: list[str] = []
    if os.getuid() == 0:  # the server refuses to run as root
        as_user = ["runuser", "-u", "nobody", "--"]
        shutil.chown(place, "nobody")
        for folder in (tmp_path, *tmp_path.parents):
            if folder.owner() == "root" and folder.name.startswith(("pytest-of-", "pytest-", "popen-", tmp_path.name)):
                folder.chmod(0o755)

    def run(program: str, *words: str) -> None:
        command = [*as_user, str(PROGRAMS[-1] / program), *words]
        with (tmp_path / "log").open("ab") as log:  # the server keeps its output open
            subprocess.run(command, cwd="/", check=True, stdout=log, stderr=log)

    run("initdb", "-D", str(place / "data"), "-A", "trust", "-U", "grader")
    options = f"-c listen_addresses='' -k {place}"
    run("pg_ctl", "-D", str(place / "data"), "-w", "-o", options, "start")
    try:
        run("createdb", "-h", str(place), "-U", "grader", "grades")
        yield f"postgresql+psycopg2://grader@/grades?host={place}"
    finally:
        run("pg_ctl", "-D", str(place / "data"), "-m", "immediate", "stop")


def test_a_class_is_graded_into_postgresql(server, course, beale, tmp_path):
    folder = tmp_path / "class"
    demo.make(course, folder)
    shutil.rmtree(folder / "submitted")
    toml = (folder / "course.toml").read_text(encoding="utf-8")
    (folder / "course.toml").write_text(
        toml.replace("[grading]", f'[grading]\ngradebook = "{server}"'), encoding="utf-8"
    )
    for student, only in (("ada", {"q1_minimum"}), ("ben", set())):
        place = folder / "submitted" / student / demo.ASSIGNMENT
        place.mkdir(parents=True)
        (place / demo.FILE).write_bytes(samples.as_bytes(samples.solved(beale, only=only)))
    demo.run_nbgrader(folder, "autograde", demo.ASSIGNMENT)
    with Gradebook(server, course.setting("course", "id")) as gradebook:
        marks = {s.student_id: s.score for s in gradebook.assignment_submissions(demo.ASSIGNMENT)}
    assert marks == {"ada": 2.0, "ben": 0.0} and not (folder / "gradebook.db").exists()
    demo.run_nbgrader(folder, "export")
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        assert {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)} == marks | {
            "quy": 2.0
        }  # a pair
