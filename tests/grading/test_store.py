"""Store, workers and resume: nothing is graded twice, nothing is lost, a killed run goes on."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from course_lib.grading import demo, pool, samples, spec, work
from course_lib.grading.course import Course
from course_lib.grading.judge.process import JudgeFailed
from course_lib.grading.repair.reading import HandIn
from course_lib.grading.store import Store, write

MARKS = """
select s.student_id, n.name, c.name, g.auto_score, g.manual_score, g.needs_manual_grade
from grade g join base_cell c on g.cell_id = c.id join submitted_notebook sn on g.notebook_id = sn.id
join notebook n on sn.notebook_id = n.id join submitted_assignment s on sn.assignment_id = s.id order by 1, 2, 3
"""
COMMENTS = """
select s.student_id, c.name, k.auto_comment, k.manual_comment
from comment k join base_cell c on k.cell_id = c.id join submitted_notebook sn on k.notebook_id = sn.id
join submitted_assignment s on sn.assignment_id = s.id order by 1, 2
"""
STUDENTS = 7


def grading(folder: Path) -> subprocess.Popen:
    words = [sys.executable, "-m", "course_lib.grading.cli", "grade", demo.ASSIGNMENT]
    return subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def outcome(folder: Path) -> list:
    with sqlite3.connect(folder / "gradebook.db") as db:
        rows = [*db.execute(MARKS), *db.execute(COMMENTS)]
    return [rows, {p.relative_to(folder): p.read_bytes() for p in sorted((folder / "autograded").glob("*/*/*.ipynb"))}]


@pytest.fixture(scope="module")
def small(course, beale, tmp_path_factory) -> Path:
    """A class of a few, each with another answer, not graded yet."""
    folder = tmp_path_factory.mktemp("small") / "class"
    demo.make(course, folder)
    shutil.rmtree(folder / "submitted")
    for number in range(STUDENTS):
        solved = samples.solved(beale, {"q1_minimum": f"min_x, min_y = 3.0, 0.5  # {number}"}, only={"q1_minimum"})
        without_looks = samples.each(solved, lambda c: c | {"source": ""} if "plt.show" in c["source"] else c)
        place = folder / "submitted" / f"student{number}" / demo.ASSIGNMENT
        place.mkdir(parents=True)
        (place / demo.FILE).write_bytes(samples.as_bytes(without_looks))
    return folder


@pytest.fixture(scope="module")
def undisturbed(small, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed") / "class"
    shutil.copytree(small, folder)
    run = grading(folder)
    assert run.wait(300) == 0, run.stdout.read()
    # The other class must have the same hidden inputs.
    shutil.copyfile(folder / "gradebook.seed", small / "gradebook.seed")
    return folder


def test_a_run_that_is_killed_five_times_ends_as_an_undisturbed_one(small, undisturbed, tmp_path):
    folder = tmp_path / "class"
    shutil.copytree(small, folder)
    moments = random.Random()
    delays = [moments.uniform(1.5, 11.0) for _ in range(5)]
    for delay in delays:
        run = grading(folder)
        time.sleep(delay)
        ours = psutil.Process(run.pid).children(recursive=True) if run.poll() is None else []
        run.send_signal(signal.SIGKILL)
        run.wait()
        _, alive = psutil.wait_procs(ours, timeout=20)
        assert alive == []  # no judge and no student's process outlives its grading
    last = grading(folder)
    assert last.wait(300) == 0, (delays, last.stdout.read())
    assert outcome(folder) == outcome(undisturbed), delays
    assert len(outcome(folder)[0]) > 20 * STUDENTS


def test_results_are_reused_and_a_damaged_one_is_computed_again(undisturbed):
    kept = sorted((undisturbed / ".grading" / "results").glob("*/*"))
    assert len(kept) == STUDENTS
    before = outcome(undisturbed)
    stamps = [p.stat().st_mtime_ns for p in kept]
    kept[0].write_bytes(b"half a resu")
    shutil.rmtree(undisturbed / "autograded")
    run = grading(undisturbed)
    assert run.wait(300) == 0, run.stdout.read()
    assert outcome(undisturbed) == before
    again = [p.stat().st_mtime_ns for p in kept]
    assert again[1:] == stamps[1:] and again[0] > stamps[0] and len(kept[0].read_bytes()) > 1000


def test_a_new_submission_is_graded_without_being_told(undisturbed, beale):
    place = undisturbed / "submitted" / "student3" / demo.ASSIGNMENT / demo.FILE
    place.write_bytes(samples.as_bytes(samples.released(beale)))
    run = grading(undisturbed)
    assert run.wait(300) == 0
    marks = {(r[0], r[2]): r[3] for r in outcome(undisturbed)[0] if len(r) == 6}
    assert marks["student3", "q1_minimum_public"] == 0 and marks["student2", "q1_minimum_public"] == 1


# ---- parts


def assignment(beale: spec.NotebookSpec, **changes) -> work.Assignment:
    return work.Assignment(**({"notebooks": {beale.name: beale}, "seed": "s", "limits": {}} | changes))


def test_the_key_follows_from_all_that_a_result_follows_from(beale, monkeypatch):
    handin = HandIn({"a.ipynb": b"1"})
    first = work.key(handin, assignment(beale))
    assert work.key(HandIn({"a.ipynb": b"1"}), assignment(beale)) == first
    others = [
        work.key(HandIn({"a.ipynb": b"2"}), assignment(beale)),
        work.key(HandIn({"b.ipynb": b"1"}), assignment(beale)),
        work.key(HandIn({"a.ipynb": b"1"}, {"c": "unreadable"}), assignment(beale)),
        work.key(handin, assignment(beale, seed="t")),
        work.key(handin, assignment(beale, limits={"cell_seconds": 1.0})),
    ]
    cells = [*beale.cells[:-1], spec.SpecCell(**{**vars(beale.cells[-1]), "instructor": "changed"})]
    changed = spec.NotebookSpec(beale.assignment, beale.name, cells, beale.release)
    others.append(work.key(handin, assignment(changed)))
    monkeypatch.setattr(work, "library_digest", lambda: "another version of course_lib")
    others.append(work.key(handin, assignment(beale)))
    assert len({first, *others}) == 8


def test_an_assignment_crosses_as_plain_data(beale):
    one = assignment(beale)
    again = work.Assignment.from_data(one.data)
    assert again.digest == one.digest and again.notebooks[beale.name].tests == beale.tests


def test_the_store_keeps_whole_results_only(tmp_path):
    store = Store(tmp_path / "results")
    assert store.get("ab12") is None
    store.put("ab12", {"x": [1.5, "é"]})
    assert store.get("ab12") == {"x": [1.5, "é"]}
    assert (tmp_path / "results" / "ab" / "ab12").stat().st_mode & 0o077 == 0
    file = tmp_path / "file"
    write(file, b"old")
    with pytest.raises(TypeError):
        write(file, "no bytes")
    assert file.read_bytes() == b"old" and [p.name for p in tmp_path.iterdir() if p.name.startswith(".new")] == []


class Failing:
    """A judge that fails a given number of times."""

    isolation, data = "none", None

    def __init__(self, times: int, kinds: tuple[tuple[str, ...], ...]):
        self.times, self.kinds = times, kinds

    def grade(self, handin: HandIn, one: work.Assignment) -> dict:
        self.times -= 1
        if self.times >= 0:
            raise JudgeFailed("it was unplugged")
        return {"right": True}

    def close(self) -> None:
        pass


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_judge_that_fails_is_replaced_once_and_never_costs_the_others(beale, tmp_path, monkeypatch, times):
    monkeypatch.setattr(pool, "Judge", lambda *words: Failing(times, words[2]))
    monkeypatch.delattr(pool._own, "judge", raising=False)
    store = Store(tmp_path)
    workers = pool.Pool(assignment(beale), store, "none", None, 1)
    found = [r for _, _, r in workers.results([("a", HandIn({"a": b"1"})), ("b", HandIn({"b": b"1"}))])]
    workers.close()
    assert found[1] == {"right": True}
    if times < 2:
        assert found[0] == {"right": True} == store.get(work.key(HandIn({"a": b"1"}), assignment(beale)))
    else:
        record = found[0][beale.name]["record"]
        assert "unplugged" in record["tests"][0]["reason"] and sum(t["points"] for t in record["tests"]) == 0
        assert store.get(work.key(HandIn({"a": b"1"}), assignment(beale))) is None  # to be tried again


def test_a_worker_with_another_library_grades_nothing(beale):
    with pytest.raises(RuntimeError, match="another Python, course_lib or other packages"):
        pool.grade_here(HandIn({}), assignment(beale), "none", None, "another")


def test_results_come_in_order_and_few_wait(beale, tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "Judge", lambda *words: Failing(0, words[2]))
    read: list[int] = []

    def handins():
        for number in range(50):
            read.append(number)
            yield str(number), HandIn({"x": str(number).encode()})

    workers = pool.Pool(assignment(beale), Store(tmp_path), "none", None, 2)
    for number, (name, _, _) in enumerate(workers.results(handins())):
        assert name == str(number) and len(read) <= number + 6
    workers.close()


def test_two_gradings_may_share_a_store(tmp_path):
    store = Store(tmp_path)
    if os.fork() == 0:
        for number in range(200):
            store.put(f"aa{number % 7}", {"n": 1})
        os._exit(0)
    for number in range(200):
        store.put(f"aa{number % 7}", {"n": 1})
        assert store.get(f"aa{number % 7}") == {"n": 1}
    os.wait()


def test_course_settings_name_the_store(course):
    assert Store.of(Course(course.root, {})).folder == course.root / ".grading" / "results"
