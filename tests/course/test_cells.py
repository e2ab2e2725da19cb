"""The first and the last cell of a release, as students run them."""

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from nbclient import NotebookClient
from traitlets.config import Config

from course_lib import checks, notebook
from course_lib.checks import frame
from course_lib.grading import samples


def run(data: samples.Notebook) -> nbformat.NotebookNode:
    """Run a notebook in a real kernel, errors allowed, as Run All does."""
    node = nbformat.from_dict(data)
    NotebookClient(node, timeout=120, kernel_name="python3", allow_errors=True).execute()
    return node


def printed(cell: nbformat.NotebookNode) -> str:
    return "".join(o.get("text", "") for o in cell.outputs if o.output_type == "stream")


@pytest.fixture(scope="module")
def solved_run(beale):
    return run(samples.solved(beale))


@pytest.fixture(scope="module")
def blank_run(beale):
    return run(samples.released(beale))


def test_the_first_cell_says_what_is_in_use(solved_run):
    first = next(c for c in solved_run.cells if c.cell_type == "code")
    assert "hw1_optimization/beale_adam is ready: Python 3" in printed(first)
    assert "numpy" in printed(first) and "torch" in printed(first) and "Missing" not in printed(first)


def test_the_last_cell_of_solved_work_has_no_complaint(solved_run, beale):
    public = sum(c.role == "test" for c in beale.cells)
    text = printed(solved_run.cells[-1])
    assert f"{public} of {public} public checks pass." in text and "beale_adam.ipynb" in text
    assert "✗" not in text and "–" not in text.split("Hidden")[0]


def test_a_blank_release_runs_to_its_end_and_says_what_is_missing(blank_run, beale):
    for cell in blank_run.cells:
        role = cell.metadata.course.role
        if role in ("solution", "test") and cell.metadata.get("nbgrader", {}).get("grade"):
            assert "raises-exception" in cell.metadata.tags  # Run All goes on
    text = printed(blank_run.cells[-1])
    assert text.startswith("0 of ") and text.count("✗") == sum(c.role == "test" for c in beale.cells)


def test_a_failed_check_shows_its_message_and_no_traceback(blank_run):
    cell = next(c for c in blank_run.cells if c.id == "q2_beale_f_public")
    assert "beale_f still ends at its line raise NotImplementedError()" in printed(
        cell
    ) and "2 hidden checks (4 points)" in printed(cell)
    (error,) = [o for o in cell.outputs if o.output_type == "error"]
    assert len(error.traceback) == 1 and error.traceback[0].startswith("CheckFailed: 4 of 4 checks fail")


@pytest.fixture
def shell(monkeypatch):
    """An IPython shell that the notebook module watches, with a fresh record."""
    config = Config()
    config.HistoryManager.enabled = False
    InteractiveShell.clear_instance()
    one = InteractiveShell.instance(config=config)
    monkeypatch.setattr(notebook, "_session", notebook._Session())
    monkeypatch.setattr(frame, "listeners", [])
    notebook.start("hw0/small")
    one.user_ns["checks"] = checks
    yield one
    InteractiveShell.clear_instance()


TEST = 'with checks.question("{q}_public") as check:\n    with check("a"): checks.close({q}, 1.0)'


def test_cells_out_of_order_are_warned_about(shell, capsys):
    for id_, source in (
        ("q2", "q2 = 1"),
        ("q2_public", TEST.format(q="q2")),
        ("q1", "q1 = 1"),
        ("q1_public", TEST.format(q="q1")),
        ("q1", "q1 = 2"),
    ):
        shell.run_cell(source, cell_id=id_)
    capsys.readouterr()
    notebook.before_hand_in("small.ipynb", ["q1_public", "q2_public", "q3_public"])
    text = capsys.readouterr().out
    assert "1 of 3 public checks pass" in text  # run afresh: q1 passed before it was changed
    assert "✗ q1_public" in text and "q3_public: its cell has not run" in text
    assert "q1 was run again after q1_public" in text and "not run from top to bottom" in text


def test_in_order_there_is_no_warning(shell, capsys):
    for id_, source in (("q1", "q1 = 1"), ("q1_public", TEST.format(q="q1"))):
        shell.run_cell(source, cell_id=id_)
    capsys.readouterr()
    notebook.before_hand_in("small.ipynb", ["q1_public"])
    text = capsys.readouterr().out
    assert "1 of 1 public checks pass" in text and "!" not in text


def test_a_missing_package_is_named_with_its_remedy(capsys, monkeypatch):
    monkeypatch.setattr(notebook, "SHOWN", ("numpy", "no-such-package"))
    notebook.start("hw0/small")
    assert "Missing: no-such-package" in (text := capsys.readouterr().out) and "%pip install no-such-package" in text


def test_the_last_cell_can_be_run_again_and_again(beale):
    """Run all, mend an answer, run the last cell once more: it ends, and sees what changed."""
    data = samples.solved(beale, {"q8_first_steps": "hand_w1 = hand_w2 = hand_ratio = 0.0"})
    last = data["cells"][-1]
    data["cells"] += [samples.code("hand_w1, hand_w2, hand_ratio = 0.9, 0.8004122, 3.1622777"), dict(last), dict(last)]
    for number, cell in enumerate(data["cells"][-3:]):
        cell["id"] = f"again-{number}"
    ran = run(data)
    first, *again = (printed(ran.cells[i]) for i in (-4, -2, -1))
    assert "✗ q8_first_steps_public" in first
    assert all("✗" not in text and "9 of 9 public checks pass" in text for text in again)


def test_cells_without_ids_are_still_seen_out_of_order(shell, capsys):
    """Colab tells the kernel no cell ids."""
    for q in ("q2", "q1"):
        shell.run_cell(f"{q} = 1")
        shell.run_cell(TEST.format(q=q))
    capsys.readouterr()
    notebook.before_hand_in("small.ipynb", ["q1_public", "q2_public"])
    assert "not run from top to bottom" in capsys.readouterr().out
