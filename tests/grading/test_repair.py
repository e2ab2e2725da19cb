"""Repair: right work comes back with full marks, however the notebook was treated."""

from pathlib import Path

import pytest

from course_lib.grading import samples
from course_lib.grading.grade import CellResult, Result, grade
from course_lib.grading.repair.matching import squeeze
from course_lib.grading.repair.reading import Handed, Unreadable, parse, read
from course_lib.grading.repair.rebuild import assign, repair
from course_lib.grading.report import autograded

ADAM_HELPER = "def helper(x):\n    return x\n\n"

#: What happened to a right notebook. Each must keep full marks.
TREATED = {
    "one test cell deleted": lambda nb: samples.without(nb, "q2_beale_f_public"),
    "all test cells deleted": samples.without_tests,
    "a solution cell doubled": lambda nb: samples.doubled(nb, "q3_beale_grads"),
    "a test cell doubled": lambda nb: samples.doubled(nb, "q9_adam_public"),
    "a grade_id renamed": lambda nb: samples.with_mark(nb, "q4_numerical_gradient", grade_id="mine"),
    "a test's grade_id renamed": lambda nb: samples.with_mark(nb, "q4_numerical_gradient_public", grade_id="mine"),
    "two grade_ids exchanged": lambda nb: samples.with_mark(
        samples.with_mark(samples.with_mark(nb, "q2_beale_f", grade_id="tmp"), "q3_beale_grads", grade_id="q2_beale_f"),
        "tmp",
        grade_id="q3_beale_grads",
    ),
    "all metadata lost": samples.without_metadata,
    "solution flag flipped": lambda nb: samples.with_mark(nb, "q9_adam", solution=False),
    "grade flag flipped": lambda nb: samples.with_mark(nb, "q9_adam_public", grade=False, solution=True),
    "a solution turned to markdown": lambda nb: samples.with_type(nb, "q2_beale_f", "markdown"),
    "a solution turned to raw": lambda nb: samples.with_type(nb, "q5_trap", "raw"),
    "a test turned to raw": lambda nb: samples.with_type(nb, "q2_beale_f_public", "raw"),
    "points edited": lambda nb: samples.with_mark(nb, "q2_beale_f_public", points=99),
    "checksum edited": lambda nb: samples.with_mark(nb, "q2_beale_f_public", checksum="0"),
    "all tests emptied": samples.emptied_tests,
    "an import added to a given cell": samples.with_import_added,
    "a solution moved to the end": lambda nb: samples.moved(nb, "q3_beale_grads", len(nb["cells"]) - 1),
    "a solution moved to the front": lambda nb: samples.moved(nb, "q8_first_steps", 0),
    "a test moved to the front": lambda nb: samples.moved(nb, "q9_adam_public", 0),
    "a solution split, both halves with its marks": lambda nb: samples.split(
        samples.with_source(nb, "q9_adam", ADAM_HELPER + _source(nb, "q9_adam")), "q9_adam", "class AdamOptimizer"
    ),
    "a solution split, the second half in a cell of its own": lambda nb: samples.with_added(
        samples.with_source(nb, "q5_trap", "trap_value = 14.203125"),
        "q5_trap",
        samples.code('trap_kind = "saddle"\ndescent_direction = [1, -1]'),
    ),
    "a helper in a cell above": lambda nb: samples.with_added(
        samples.with_source(nb, "q2_beale_f", "def beale_f(x, y):\n    return terms(x, y)"),
        "q1_minimum_public",
        samples.code(
            "def terms(x, y):\n    return sum((c - x * (1 - y**k))**2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))"
        ),
    ),
    "failing and printing scratch cells": lambda nb: samples.with_added(
        nb,
        "q2_beale_f",
        samples.code("1/0"),
        samples.code("def ("),
        samples.code("import sys; print(1, file=sys.stderr)"),
    ),
    "cells for Colab only": lambda nb: samples.with_added(
        nb,
        "q1_minimum",
        samples.code("from google.colab import drive\ndrive.mount('/content')"),
        samples.code("!pip install numpy"),
        samples.code("%matplotlib inline"),
        samples.code("%pip install x"),
    ),
    "the solution written below the check": lambda nb: samples.with_added(
        samples.with_source(nb, "q4_numerical_gradient", ""),
        "q4_numerical_gradient_public",
        samples.code(_source(nb, "q4_numerical_gradient")),
    ),
    "copied to a new cell and the blank left": lambda nb: samples.with_added(
        samples.with_source(nb, "q2_beale_f", "def beale_f(x, y):\n    raise NotImplementedError()"),
        "q2_beale_f",
        samples.code(_source(nb, "q2_beale_f")),
    ),
    "saved by Colab": samples.by_colab,
    "saved by VS Code": samples.by_vscode,
    **{f"nbformat 4.{n}": (lambda nb, n=n: samples.with_format(nb, n)) for n in range(6)},
}


def _source(notebook: samples.Notebook, id_: str) -> str:
    return next(c["source"] for c in notebook["cells"] if samples.grade_id(c) == id_)


def repaired(beale, data: bytes):
    cells, notes = parse(data)
    return repair(beale, Handed(Path("beale_adam.ipynb"), cells, notes))


@pytest.mark.parametrize("name", TREATED)
def test_right_work_keeps_full_marks(beale, judge, name):
    data = samples.as_bytes(TREATED[name](samples.solved(beale)))
    result = grade(beale, repaired(beale, data), judge, "seed")
    assert result.why_lost() == []


def test_a_deleted_answer_costs_its_own_question_alone(beale, judge):
    data = samples.as_bytes(samples.without(samples.solved(beale), "q3_beale_grads"))
    result = grade(beale, repaired(beale, data), judge, "seed")
    assert {line.split(":")[0] for line in result.why_lost()} == {
        c.id for c in beale.tests if c.question == "q3_beale_grads"
    }


def crlf(notebook: samples.Notebook) -> samples.Notebook:
    return samples.each(notebook, lambda c: c | {"source": c["source"].replace("\n", "\r\n")})


@pytest.mark.parametrize(
    "change",
    [
        lambda nb: samples.as_bytes(nb).replace(b"\n", b"\r\n"),
        lambda nb: b"\xef\xbb\xbf" + samples.as_bytes(nb),
        lambda nb: samples.as_bytes(nb).decode().encode("utf-16"),
        lambda nb: samples.as_bytes(crlf(nb)),
    ],
    ids=["CRLF in the file", "BOM", "UTF-16", "CRLF in the cells"],
)
def test_encodings_do_not_matter(beale, change):
    notebook = samples.solved(beale)
    plain, treated = repaired(beale, samples.as_bytes(notebook)), repaired(beale, change(notebook))
    assert [(c.kind, squeeze(c.source)) for c in plain.cells] == [(c.kind, squeeze(c.source)) for c in treated.cells]


def test_an_edited_given_cell_runs_before_the_release_s(beale):
    cells = repaired(beale, samples.as_bytes(samples.with_import_added(samples.solved(beale)))).cells
    at = next(i for i, c in enumerate(cells) if "import math" in c.source)
    assert cells[at].origin == "student" and cells[at + 1].spec is not None and cells[at + 1].spec.role == "setup"


def test_unknown_tags_and_metadata_do_not_survive(beale):
    notebook = samples.solved(beale)
    for cell in notebook["cells"]:
        cell["metadata"].setdefault("tags", []).extend(["skip-execution", "remove-cell"])
        cell["metadata"]["nbgrader_evil"] = "<script>"
    fixed = repaired(beale, samples.as_bytes(notebook))
    tests = {t.id: CellResult(t.id, 0, t.points) for t in beale.tests}
    text = str(autograded(beale, fixed, Result(beale.name, tests, {})))
    assert "skip-execution" not in text and "nbgrader_evil" not in text


@pytest.mark.parametrize("name", samples.UNREADABLE)
def test_what_is_no_notebook_gets_a_reason(tmp_path, beale, name):
    (tmp_path / "beale_adam.ipynb").write_bytes(samples.UNREADABLE[name])
    handed, reason, _ = assign({"beale_adam": beale}, tmp_path)["beale_adam"]
    assert handed is None and reason.startswith("beale_adam.ipynb: ") and len(reason) > 30


def test_links_folders_and_giants_get_a_reason(tmp_path, beale):
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(samples.as_bytes(samples.solved(beale)))
    link = tmp_path / "link.ipynb"
    link.symlink_to(secret)
    folder = tmp_path / "folder.ipynb"
    folder.mkdir()
    giant = tmp_path / "giant.ipynb"
    with giant.open("wb") as file:
        file.truncate(200 * 2**20)
    for path, says in (
        (link, "link"),
        (folder, "folder"),
        (giant, "200 MB"),
        (tmp_path / "none.ipynb", "cannot be read"),
    ):
        with pytest.raises(Unreadable, match=says):
            read(path)


@pytest.mark.parametrize(
    "name",
    [
        "Copy of beale_adam.ipynb",
        "beale_adam (1).ipynb",
        "beale_adam.ipynb.txt",
        "my homework.ipynb",
        "deep/folder/beale_adam.ipynb",
        "notebook.json",
    ],
)
def test_files_are_recognised_by_content(tmp_path, beale, name):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(samples.as_bytes(samples.solved(beale)))
    handed, reason, notes = assign({"beale_adam": beale}, tmp_path)["beale_adam"]
    assert handed is not None and reason == ""
    assert bool(notes) == (path.name != "beale_adam.ipynb")


def test_of_several_files_the_one_with_work_counts(tmp_path, beale):
    (tmp_path / "beale_adam.ipynb").write_bytes(samples.as_bytes(samples.released(beale)))
    (tmp_path / "Copy of beale_adam.ipynb").write_bytes(samples.as_bytes(samples.solved(beale)))
    handed, _, notes = assign({"beale_adam": beale}, tmp_path)["beale_adam"]
    assert handed.path.name.startswith("Copy") and any("several files" in n for n in notes)


def test_a_notebook_of_something_else_is_none_of_ours(tmp_path, beale):
    other = {"cells": [samples.code("print(1)")], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    (tmp_path / "beale_adam.ipynb").write_bytes(samples.as_bytes(other))
    handed, reason, _ = assign({"beale_adam": beale}, tmp_path)["beale_adam"]
    assert handed is None and "none of this assignment" in reason
