"""The build: deterministic, without drift, and it refuses what is wrong, with file and cell."""

import shutil

import nbformat
import pytest

from course_lib.grading.builder import lint, make, text
from course_lib.grading.builder.contract import contract
from course_lib.grading.builder.notebook import Context, to_notebook
from course_lib.grading.course import Course, CourseError

GOOD = '''# %% [markdown]
# # Title
#
# Text.

# %% role="setup"
import numpy as np

# %% [markdown] id="q1_double" role="statement"
# ### Question 1
#
# Double it.

# %% id="q1_double" role="solution"
def double(x):
    """Return twice x.

    Returns
    -------
    float : 2x
    """
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION

# %% Twice three id="q1_double_public" role="test" points=1
with checks.question("q1_double_public") as check:
    with check("double(3) is 6"):
        checks.close(double(3.0), 6.0)

# %% Other numbers id="q1_double_values" role="hidden" points=2
# Hint: Try a negative number.
with checks.question("q1_double_values") as check:
    with check("negative"):
        checks.close(double(-4.0), -8.0)

# %% role="handin"
'''


@pytest.fixture
def small(course, tmp_path):
    """A course with one small assignment."""
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copyfile(course.root / name, tmp_path / name)
    (tmp_path / "authoring" / "hw0").mkdir(parents=True)
    answers = tmp_path / "tests" / "answers" / "hw0"
    answers.mkdir(parents=True)
    (answers / "q1_double.py").write_text("# %% right: sum\ndef double(x): return x + x\n")
    write(tmp_path, GOOD)
    return Course(tmp_path, course.settings)


def write(root, content, name="doubling"):
    (root / "authoring" / "hw0" / f"{name}.py").write_text(content, encoding="utf-8")


@pytest.mark.parametrize("assignment", Course.find().assignments())
def test_source_and_release_equal_a_fresh_build(course, assignment):
    assert make.drift(course, assignment) == []


@pytest.mark.parametrize("assignment", Course.find().assignments())
def test_no_solution_and_no_hidden_test_is_released(course, assignment):
    assert make.check_release(course.root, assignment) == []


def test_a_text_survives_reading_and_writing(course):
    for assignment in course.assignments():
        for path in course.texts(assignment):
            assert text.write(text.read(path), path) == path.read_text(encoding="utf-8")


def test_a_small_course_builds_and_twice_gives_the_same(small):
    make.build(small, "hw0")
    first = {p: p.read_bytes() for p in small.root.rglob("*.ipynb")}
    assert len(first) == 2
    built = make.build(small, "hw0")
    assert built.changed == [] and first == {p: p.read_bytes() for p in small.root.rglob("*.ipynb")}
    release = nbformat.read(small.release / "hw0" / "doubling.ipynb", as_version=4)
    nbformat.validate(release)
    all_text = "\n".join(c.source for c in release.cells)
    assert "return 2 * x" not in all_text and "-8.0" not in all_text and "raise NotImplementedError()" in all_text
    assert "hidden=1, points=2" in all_text and "| `double(x)` | float : 2x |" in all_text and "colab" in all_text
    assert [c.id for c in release.cells] == [
        "intro-1",
        "intro-2",
        "q1_double-1",
        "q1_double",
        "q1_double_public",
        "q1_double_values",
        "q1_double-2",
    ]


def test_stale_files_go(small):
    make.build(small, "hw0")
    for part in (small.source, small.release):
        shutil.copyfile(part / "hw0" / "doubling.ipynb", part / "hw0" / "old.ipynb")
    (small.source / "hw0" / "old.ipynb").write_text((small.source / "hw0" / "doubling.ipynb").read_text())
    assert make.build(small, "hw0").removed == ["old.ipynb"]
    assert not (small.release / "hw0" / "old.ipynb").exists()


#: What is wrong: (text to replace, its replacement, what the refusal says)
WRONG = {
    "nearly a delimiter": ("### BEGIN SOLUTION", "## BEGIN SOLUTION", "nearly a delimiter"),
    "singular hidden test": ("# Hint: Try", "### BEGIN HIDDEN TEST\n# Hint: Try", "nearly a delimiter"),
    "an end without begin": ("    ### BEGIN SOLUTION\n", "", "ends what was not begun"),
    "no end": ("    ### END SOLUTION\n", "", "has no end"),
    "an id twice": ('id="q1_double_values"', 'id="q1_double_public"', "the id stands in cell"),
    "no points": (" points=2", "", "needs points"),
    "points of the wrong kind": ("points=2", 'points="2"', "needs points"),
    "points on a solution": (
        'id="q1_double" role="solution"',
        'id="q1_double" role="solution" points=3',
        "on graded cells only",
    ),
    "no title": ("# %% Other numbers id", "# %% id", "needs a title"),
    "an unknown role": ('role="hidden"', 'role="secret"', "none of"),
    "no hint": ("# Hint: Try a negative number.\n", "", "# Hint"),
    "a bare assert": (
        "        checks.close(double(3.0), 6.0)",
        "        assert double(3.0) == 6.0",
        "assert compares outside",
    ),
    "a bare comparison": (
        "        checks.close(double(3.0), 6.0)",
        "        if not double(3.0) > 6: pass",
        "bare comparison",
    ),
    "allclose": (
        "checks.close(double(3.0), 6.0)",
        "checks.true(np.allclose(double(3.0), 6.0), '')",
        "allclose does not belong",
    ),
    "zip": (
        "checks.close(double(3.0), 6.0)",
        "[checks.close(a, b) for a, b in zip([double(3.0)], [6.0])]",
        "zip does not belong",
    ),
    "a name left behind": (
        'with checks.question("q1_double_public")',
        'left = 1\nwith checks.question("q1_double_public")',
        "names behind",
    ),
    "another cell's id": (
        'checks.question("q1_double_values")',
        'checks.question("q1_double_public")',
        "must be one block",
    ),
    "a name outside the contract": (
        "checks.close(double(-4.0), -8.0)",
        "checks.close(treble(-4.0), -8.0)",
        "neither defines",
    ),
    "no section Returns": ("    Returns\n    -------\n    float : 2x\n", "", "no section 'Returns'"),
    "a syntax error": ("checks.close(double(3.0), 6.0)", "checks.close(double(3.0), 6.0", "was never closed"),
    "a question without public check": ('role="test"', 'role="hidden"', "no public check"),
    "two setup cells": (
        '# %% role="handin"',
        '# %% role="setup"\n1\n\n# %% role="handin"',
        "exactly one cell with role 'setup'",
    ),
    "a secret line that is given too": (
        "# # Title",
        "# checks.close(double(-4.0), -8.0)",
        "a line of a solution or hidden test",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_refused_with_file_and_cell(small, name):
    old, new, says = WRONG[name]
    assert old in GOOD
    write(small.root, GOOD.replace(old, new))
    with pytest.raises(CourseError) as refused:
        make.build(small, "hw0")
    assert says in str(refused.value) and ("doubling" in str(refused.value) or "q1_double" in str(refused.value))


def test_a_missing_answer_file_is_refused(small):
    (small.answers / "hw0" / "q1_double.py").unlink()
    with pytest.raises(CourseError, match=r"write tests/answers/hw0/q1_double\.py"):
        make.build(small, "hw0")


def test_a_notebook_named_like_a_module_is_refused(small):
    write(small.root, GOOD.replace("q1_double", "q2_other"), name="numpy")
    with pytest.raises(CourseError, match=r"numpy\.py: a module is called numpy"):
        make.build(small, "hw0")


def test_a_stray_file_is_refused(small):
    (small.authoring / "hw0" / "solution.pdf").write_bytes(b"x")
    with pytest.raises(CourseError, match=r"solution\.pdf: a stray file"):
        make.build(small, "hw0")


def test_edits_in_jupyter_are_not_lost(small):
    make.build(small, "hw0")
    path = small.source / "hw0" / "doubling.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].source += "\n\nA sentence added in Jupyter."
    notebook.cells[3].source = notebook.cells[3].source.replace("return 2 * x", "return x + x")
    notebook.cells.insert(4, nbformat.v4.new_code_cell("double(21)"))
    nbformat.write(notebook, path)
    with pytest.raises(CourseError, match="course adopt hw0/doubling"):
        make.build(small, "hw0")
    assert make.adopt(small, "hw0", "doubling") is True
    adopted = (small.authoring / "hw0" / "doubling.py").read_text(encoding="utf-8")
    assert "A sentence added in Jupyter." in adopted and "return x + x" in adopted and "double(21)" in adopted
    for generated in ("colab", "The checks use", "hidden=", "course_lib.start", "BEGIN HIDDEN"):
        assert generated not in adopted
    make.build(small, "hw0")
    assert make.adopt(small, "hw0", "doubling") is False


def test_adopting_an_unedited_notebook_changes_nothing(small):
    make.build(small, "hw0")
    assert make.adopt(small, "hw0", "doubling") is False
    assert (small.authoring / "hw0" / "doubling.py").read_text(encoding="utf-8") == GOOD


def test_the_contract_names_attributes_a_class_must_describe():
    source = 'class A:\n    """An A.\n\n    Attributes\n    ----------\n    x : float, the x\n    """\n    def __init__(self, n=3): pass'
    solution = text.Cell("code", source, "solution", "q")
    tests = [text.Cell("code", "a = A()\nchecks.close(a.x, 1)", "test", "q_public")]
    assert [(e.usage, e.text) for e in contract("q", solution, tests)] == [("A(n=3)", "class"), (".x", "float, the x")]
    tests[0].source = "a = A()\nchecks.close(a.y, 1)"
    with pytest.raises(CourseError, match=r"use \.y of A"):
        contract("q", solution, tests)


def test_leaks_finds_lines_and_delimiters():
    secret = "### BEGIN SOLUTION\nanswer = compute_the_answer(1, 2)\n### END SOLUTION"
    assert lint.leaks([secret], ["x = 1"]) == []
    assert lint.leaks([secret], ["    answer = compute_the_answer(1, 2)"]) == ["answer = compute_the_answer(1, 2)"]
    assert lint.leaks([secret], ["### BEGIN SOLUTION"]) == ["### BEGIN SOLUTION"]


def test_outputs_are_carried_over_only_where_the_text_is_the_same(small):
    tagged = GOOD.replace(
        '# %% role="handin"', '# %% tags=["nbval-check-output"]\nprint(double(21.25))\n\n# %% role="handin"'
    )
    write(small.root, tagged)
    make.build(small, "hw0")
    path = small.source / "hw0" / "doubling.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cell = next(c for c in notebook.cells if c.source == "print(double(21.25))")
    cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text="42.5\n")]
    path.write_text(make.dump(notebook), encoding="utf-8")
    make.build(small, "hw0")
    assert "42.5" in path.read_text(encoding="utf-8") and make.drift(small, "hw0") == []
    write(small.root, tagged.replace("print(double(21.25))", "print(double(3.0))"))
    make.build(small, "hw0")
    assert "42.5" not in path.read_text(encoding="utf-8")


def test_a_context_knows_its_public_tests(small):
    cells = text.read(small.authoring / "hw0" / "doubling.py")
    context = Context(small, "hw0", "doubling", cells)
    assert context.public_tests() == ["q1_double_public"]
    assert '"q1_double_public"' in to_notebook(context).cells[-1].source
