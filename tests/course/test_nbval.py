"""nbval runs the solution notebooks, compares something, and notices a broken solution."""

import shutil

import nbformat
import pytest

from course_lib.grading import validation
from course_lib.grading.builder.make import dump
from course_lib.grading.course import Course, CourseError

ASSIGNMENTS = Course.find().assignments()


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_nbval_passes_on_the_solutions(course, assignment):
    validation.run(course, assignment)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_nbval_has_something_to_compare(course, assignment):
    assert validation.uncompared(course, assignment) == []


@pytest.fixture
def copied(course, tmp_path):
    for name in ("source", "course.toml"):
        copy = shutil.copytree if (course.root / name).is_dir() else shutil.copyfile
        copy(course.root / name, tmp_path / name)
    folder = tmp_path / "source" / "hw1_optimization"
    for path in folder.glob("*.ipynb"):
        if path.stem != "beale_adam":  # one notebook is enough, and quicker
            path.unlink()
    return Course(tmp_path, course.settings), folder / "beale_adam.ipynb"


def test_a_tagged_cell_without_output_is_noticed(copied):
    course, path = copied
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if validation.TAG in cell.metadata.get("tags", []):
            cell.outputs = []
    path.write_text(dump(notebook), encoding="utf-8")
    assert len(validation.uncompared(course, "hw1_optimization")) >= 2


def test_a_broken_solution_breaks_it(copied):
    course, path = copied
    notebook = nbformat.read(path, as_version=4)
    # Keep what the broken solution needs: the notebook stays short.
    cell = next(c for c in notebook.cells if c.id == "q3_beale_grads")
    cell.source = cell.source.replace("t2 * 2 * x * y", "t2 * 2 * y")
    last = next(i for i, c in enumerate(notebook.cells) if c.id == "q4_numerical_gradient-3")
    notebook.cells = notebook.cells[: last + 1]
    path.write_text(dump(notebook), encoding="utf-8")
    with pytest.raises(CourseError, match="q3_beale_grads"):
        validation.run(course, "hw1_optimization")


def test_a_changed_output_breaks_it(copied):
    course, path = copied
    notebook = nbformat.read(path, as_version=4)
    keep = {"intro-3", "q1_minimum"}
    cells = [c for c in notebook.cells if c.id in keep]
    output = nbformat.v4.new_output("stream", name="stdout", text="2.0\n")
    cells.append(
        nbformat.v4.new_code_cell(
            "print(min_x)", execution_count=1, outputs=[output], metadata={"tags": [validation.TAG]}
        )
    )
    notebook.cells = cells
    path.write_text(dump(notebook), encoding="utf-8")
    with pytest.raises(CourseError, match="mismatch"):
        validation.run(course, "hw1_optimization")
