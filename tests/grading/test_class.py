"""A whole class through nbgrader's own commands: marks, feedback, export, what stays untouched."""

import csv
import hashlib
import html
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import attack_suite
import nbformat
import pytest
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from nbgrader.api import Gradebook

from course_lib.grading import autograde, demo, export, samples, spec
from course_lib.grading.course import Course, CourseError
from course_lib.grading.grade import CellResult, Result, grade
from course_lib.grading.limits import Limits
from course_lib.grading.pool import PICTURES
from course_lib.grading.repair.reading import Handed, parse
from course_lib.grading.repair.rebuild import Repaired, RepairedCell, repair
from course_lib.grading.report import autograded, harmless_markdown, plain, short_code, written


def nbgrader(folder: Path, *args: str, env: dict | None = None) -> subprocess.CompletedProcess:
    words = [sys.executable, "-m", "nbgrader", *args]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, env=env)


def test_every_demo_student_gets_what_the_story_says(course, graded_demo, beale):
    folder, group = graded_demo
    assert len(group) >= 12
    assert demo.wrong_marks(group, demo.outcomes(course, folder), beale) == []


def test_the_gradebook_and_the_csv_say_the_same(graded_demo, course):
    folder, group = graded_demo
    with (folder / "grades.csv").open(encoding="utf-8") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    got = demo.outcomes(course, folder)
    for student in group:
        row = rows[student.id]
        assert float(row["score"]) == got[student.id].points
        assert sum(float(row[q]) for q in got[student.id].marks) == got[student.id].points
        assert float(row["max_score"]) == 40
    # ada wrote the text that a person reads; dora left it blank and needs nobody.
    assert rows["ada"]["needs_manual_grade"] == "True" and rows["dora"]["needs_manual_grade"] == "False"


def test_a_pair_gets_one_mark(graded_demo):
    folder, _ = graded_demo
    with (folder / "grades.csv").open(encoding="utf-8") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert rows["quy"]["score"] == rows["ada"]["score"] and rows["quy"]["handed_in_by"] == "ada"


def test_submitted_is_never_changed(graded_demo):
    folder, group = graded_demo
    for student in group:
        place = folder / "submitted" / student.id / demo.ASSIGNMENT
        assert {p.name: p.read_bytes() for p in place.iterdir()} == student.files


def test_feedback_and_autograded_show_nothing_hidden(graded_demo, beale):
    folder, group = graded_demo
    hidden = {
        line.strip()
        for cell in beale.tests
        if cell.role == "hidden"
        for line in re.search(r"BEGIN HIDDEN TESTS\n(.*)### END", cell.instructor, re.S)[1].splitlines()
        if len(line.strip()) > 25 and not line.strip().startswith("#")
    }
    hidden -= {line.strip() for cell in beale.cells for line in cell.released.splitlines()}
    assert len(hidden) > 80
    pages = list((folder / "feedback").rglob("*.html"))
    assert len(pages) == len(group)
    for path in [*pages, *(folder / "autograded").glob("*/*/*.ipynb")]:
        text = attack_suite.readable(path)
        if path.suffix == ".ipynb":
            text += attack_suite.one_line(" ".join(c.source for c in nbformat.read(path, as_version=4).cells))
        shown = [line for line in hidden if attack_suite.one_line(line) in text]
        assert not shown, (path, shown)


def test_feedback_shows_titles_hints_and_repairs(graded_demo, beale):
    folder, _ = graded_demo
    page = (folder / "feedback" / "cem" / demo.ASSIGNMENT / f"{demo.NOTEBOOK}.html").read_text(encoding="utf-8")
    for cell in beale.tests:
        assert cell.title.split(",")[0] in page
    assert "Hint: " in page and "How" in page
    mia = (folder / "feedback" / "mia" / demo.ASSIGNMENT / f"{demo.NOTEBOOK}.html").read_text(encoding="utf-8")
    assert "edited checks were put back" in mia


def test_autograded_notebooks_are_valid_and_hold_text_and_png_only(graded_demo):
    folder, _ = graded_demo
    for path in (folder / "autograded").glob("*/*/*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                assert set(output.get("data", {})) <= {"text/plain", "image/png"}


# ---- a class of faults: nothing that one student hands in costs another anything


@pytest.fixture(scope="module")
def faulty(
    course: Course, beale: spec.NotebookSpec, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("faults") / "class"
    demo.make(course, folder)
    shutil.rmtree(folder / "submitted")
    short = samples.as_bytes(samples.solved(beale, only={"q1_minimum"}))

    def place(student: str) -> Path:
        path = folder / "submitted" / student / demo.ASSIGNMENT
        path.mkdir(parents=True)
        return path

    for number, data in enumerate(samples.UNREADABLE.values()):
        (place(f"bad{number}") / demo.FILE).write_bytes(data)
    (place("honest") / demo.FILE).write_bytes(short)
    (place("bad_folder") / demo.FILE).mkdir()
    (place("bad_link") / demo.FILE).symlink_to(folder / "submitted" / "honest" / demo.ASSIGNMENT / demo.FILE)
    place("bad_nothing")
    (place("bad_time") / demo.FILE).write_bytes(b"")
    (folder / "submitted" / "bad_time" / demo.ASSIGNMENT / "timestamp.txt").write_text("yesterday, I think")
    (place("bad_files") / "virus.exe").write_bytes(b"MZ")
    with (place("bad_giant") / demo.FILE).open("wb") as file:
        file.truncate(200 * 2**20)
    (place("zz_honest") / demo.FILE).write_bytes(short)
    done = nbgrader(folder, "autograde", demo.ASSIGNMENT)
    return folder, [str(done.returncode), done.stdout + done.stderr]


def test_a_faulty_class_is_graded_with_exit_code_0(faulty):
    folder, (code, log) = faulty
    assert code == "0", log[-3000:]
    got = {
        p.name.split(".")[0]: json.loads(p.read_text())
        for p in (folder / "autograded" / ".records" / demo.ASSIGNMENT).glob("*.json")
    }
    assert set(got) == {p.name for p in (folder / "submitted").iterdir()}
    for student, record in got.items():
        earned = sum(t["points"] for t in record["tests"])
        assert earned == (2 if "honest" in student else 0), student
        assert bool(record["unreadable"]) == ("honest" not in student), student
        if record["unreadable"]:
            assert f"{student}/{demo.NOTEBOOK}: {record['unreadable'][:40]}" in log  # named, with the reason


def test_a_faulty_class_gets_feedback_and_marks(faulty):
    folder, _ = faulty
    for command in (["generate_feedback", demo.ASSIGNMENT], ["export"]):
        done = nbgrader(folder, *command)
        assert done.returncode == 0, done.stderr[-2000:]
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        for submission in gradebook.assignment_submissions(demo.ASSIGNMENT):
            assert submission.score == (2 if "honest" in submission.student.id else 0)
            assert not submission.needs_manual_grade  # nobody's mark waits for ever
    page = (folder / "feedback" / "bad0" / demo.ASSIGNMENT / f"{demo.NOTEBOOK}.html").read_text(encoding="utf-8")
    assert "breaks off before its end" in page


# ---- nbgrader's own commands


def test_a_fresh_clone_without_gradebook_can_grade(course, beale, tmp_path):
    folder = tmp_path / "class"
    demo.make(course, folder)
    for student in list((folder / "submitted").iterdir()):
        if student.name not in ("dora", "nils"):
            shutil.rmtree(student)
    shutil.copytree(folder / "submitted" / "nils", folder / "submitted" / "ana\u00a0li")  # as copied from a web page
    shutil.copytree(folder / "submitted" / "dora", folder / "submitted" / "a\nb")  # nbgrader cannot take that name
    assert not (folder / "gradebook.db").exists()
    done = nbgrader(folder, "autograde", demo.ASSIGNMENT, "--student", "dora")
    assert done.returncode == 0, done.stderr[-2000:]
    assert (folder / "autograded" / "dora").is_dir() and not (folder / "autograded" / "nils").exists()
    # A second run grades what is new and leaves the rest alone.
    stamp = next((folder / "autograded" / "dora").rglob("*.ipynb")).stat().st_mtime_ns
    done = nbgrader(folder, "autograde", demo.ASSIGNMENT)
    assert done.returncode == 0 and "'a\\nb' was left out" in done.stderr
    assert next((folder / "autograded" / "dora").rglob("*.ipynb")).stat().st_mtime_ns == stamp
    assert (folder / "autograded" / "nils").is_dir() and (folder / "autograded" / "ana\u00a0li").is_dir()
    seed = json.loads((folder / "gradebook.seed").read_text())
    assert len(seed[demo.ASSIGNMENT]) == 32 and (folder / "gradebook.seed").stat().st_mode & 0o077 == 0


def test_the_autograder_stands_where_nbgrader_looks(course, monkeypatch):
    import nbgrader.apps.api
    import nbgrader.apps.autogradeapp
    from traitlets.config import Config

    from course_lib.grading.nbgrader_setup import configure

    monkeypatch.chdir(course.root)
    configure(Config())
    assert nbgrader.apps.autogradeapp.Autograde is autograde.CourseAutograde
    assert nbgrader.apps.api.Autograde is autograde.CourseAutograde


def test_grading_refuses_to_run_without_its_sandbox(course, tmp_path):
    folder = tmp_path / "class"
    demo.make(course, folder)
    without = os.environ | {"PATH": str(Path(sys.executable).parent)}  # no bubblewrap there
    done = nbgrader(folder, "autograde", demo.ASSIGNMENT, env=without)
    assert done.returncode != 0 and "bubblewrap is not installed" in done.stderr
    assert "sudo apt-get install bubblewrap" in done.stderr and 'isolation = "none"' in done.stderr
    assert not (folder / "autograded").exists() or not any((folder / "autograded").iterdir())
    toml = folder / "course.toml"
    toml.write_text(toml.read_text().replace('isolation = "bubblewrap"', 'isolation = "docker"'))
    done = nbgrader(folder, "autograde", demo.ASSIGNMENT)
    assert done.returncode != 0 and "isolation: expected one of bubblewrap, none, got 'docker'" in done.stderr


@pytest.mark.parametrize(("pictures", "drawn"), [("manual", {"q10_your_run"}), ("all", None), ("none", set())])
def test_plots_are_drawn_where_a_person_reads(beale, judge, pictures, drawn):
    handed = Handed("a", *parse(samples.as_bytes(samples.solved(beale))))
    repaired = repair(beale, handed)
    result = grade(beale, repaired, judge, "seed", pictures=pictures)
    assert result.points == sum(t.points for t in beale.tests)
    questions = {repaired.cells[at].spec.question for at, run in result.runs.items() if run["figures"]}
    left_out = {repaired.cells[at].spec.question for at, run in result.runs.items() if run["undrawn"]}
    plots = {"q6_surface", "q7_contours", "q8_first_steps", "q9_adam", "q10_your_run"}
    assert questions == (plots if drawn is None else drawn) and questions | left_out == plots
    text = written(autograded(beale, repaired, result))
    assert ("not drawn when graded" in text) == (pictures != "all")
    nbformat.validate(nbformat.reads(text, as_version=4))


def test_a_setting_of_another_value_is_refused(course):
    wrong = Course(course.root, {"grading": {"pictures": "some"}})
    with pytest.raises(CourseError, match=r"\[grading\] pictures: expected one of manual, all, none, got 'some'"):
        wrong.choice("grading", "pictures", PICTURES)


def test_a_notebook_knows_what_it_imports(beale):
    assert {"numpy", "matplotlib.pyplot", "course_lib.checks", "course_lib.plotting"} <= beale.modules
    assert not {"torch", "sympy"} & beale.modules


def test_limits_have_one_place_and_can_be_raised_for_an_assignment(course):
    assert Limits.of(course, "hw1_optimization").cell_seconds == course.settings["limits"]["cell_seconds"]
    of = lambda section: Limits.of(Course(course.root, {"limits": section}), "hw1")  # noqa: E731
    assert of({}) == Limits()
    assert of({"memory_mb": 100, "hw1": {"memory_mb": 4096}}).memory_mb == 4096
    assert of({"memory_mb": 100, "hw2": {"memory_mb": 4096}}).memory_mb == 100
    for wrong, says in (({"memory": 1}, "'memory' is unknown"), ({"disk_mb": "much"}, "expected a number above 0")):
        with pytest.raises(CourseError, match=says):
            of(wrong)


def test_nbgrader_validates_solutions_and_names_what_fails_in_a_release(course, beale):
    good = nbgrader(course.root, "validate", f"source/{demo.ASSIGNMENT}/{demo.FILE}")
    assert good.returncode == 0 and "Success" in good.stdout + good.stderr
    blank = nbgrader(course.root, "validate", f"release/{demo.ASSIGNMENT}/{demo.FILE}")
    public = sum(c.role == "test" for c in beale.cells)
    assert f"VALIDATION FAILED ON {public + 1} CELL(S)" in blank.stdout  # and the text that a person reads


# ---- small parts


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_cells_that_look_like_formulas_are_neutralised(value):
    assert export.harmless(value) == "'" + value
    assert export.harmless(-1.5) == -1.5 and export.harmless("ada") == "ada" and export.harmless(None) == ""


def test_pairs_that_cannot_be_read_are_refused(tmp_path, course):
    mine = Course(tmp_path, course.settings)
    assert export.pairs(mine) == []
    (tmp_path / "pairs.csv").write_text("a,b\n1,2\n")
    with pytest.raises(CourseError, match="expected the columns student, partner"):
        export.pairs(mine)
    (tmp_path / "pairs.csv").write_text("student,partner\na,b\nb,c\n")
    with pytest.raises(CourseError, match="in more than one pair: b"):
        export.pairs(mine)


@pytest.mark.parametrize(
    "data",
    [
        "student,partner\nada,ben\nben,ada\n".encode("utf-8-sig"),
        b"student;partner\nada;ben\n",
        b"Student, Partner \nada, ben\n",
        "student,partner,name\nada,ben,Zo\u00eb\n".encode("cp1252"),
    ],
    ids=["each names the other", "semicolons", "spaces and capitals", "another encoding"],
)
def test_pairs_as_spreadsheets_write_them(tmp_path, course, data):
    (tmp_path / "pairs.csv").write_bytes(data)
    assert [set(pair) for pair in export.pairs(Course(tmp_path, course.settings))] == [{"ada", "ben"}]


def test_text_for_the_browser_is_text():
    assert plain("\x1b[31mred\x1b[0m\x00\r\nx") == "red\nx"
    assert plain("\x9b31m\u202ered") == "31mred"
    assert "<script" not in harmless_markdown("a <script>alert(1)</script> $a<b$")
    for link in (r"[r](javascript\:alert(1))", "![](data :text/html,x)", "[r](JavaScript:alert(1))"):
        assert not re.search(r"(javascript|data)[\s\\]*:", harmless_markdown(link), re.I)
    assert len(plain("x" * 10**6)) < 21_000


@pytest.mark.parametrize(
    "text",
    [r"$\href{x}{y}$", r"$\def\x#1{\href{java#1}{y}}$", r"\\(\\style{x}{y}\\)", r"$\htmlData{a=b}{y}$", r"\url1"],
)
def test_formulas_hold_no_command_that_makes_links_or_styles(text):
    assert not re.search(r"\\(href|style|htmlData|url)", harmless_markdown(text))


@pytest.mark.parametrize(
    "text",
    [
        "[x](java&#x73;cript:alert(1))",
        "[x](&#106;avascript&colon;alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](javascript&#x3A;alert(1))",
        "[x](&amp;#106;avascript:alert(1))",
        "[a]: &#106;avascript:alert(1)\n\n[a]",
        "[x](blob:http://x)",
        "[x](data\\:text/html,a)",
    ],
)
def test_links_of_students_run_nothing(text):
    page = html.unescape(html.unescape(markdown2html_mistune(harmless_markdown(text))))
    assert not re.search(r'href="?\s*(java\s*script|data|vbscript|blob|file)\s*:', page, re.I), page


def test_long_texts_are_shown_as_they_were_typed_and_long_lines_cut(beale):
    """Rendering and colouring take time that grows with the square of the length: none of it is left to a student."""
    long = "\\\\(" * 4000
    assert all(line.startswith("    ") for line in harmless_markdown(long).split("\n"))
    assert long in harmless_markdown(long)
    assert (
        short_code("a = 1\n" + " \n" * 50 + "b" * 3000) == "a = 1\n" + "\n" * 50 + "b" * 1000 + "… 2000 more characters"
    )
    cells = [RepairedCell("markdown", "*a" * 3000, "student") for _ in range(20)]
    cells += [RepairedCell("code", f"# {'a' * 90}\n" * 500, "student") for _ in range(20)]
    shown = autograded(
        beale,
        Repaired("beale_adam", cells),
        Result("beale_adam", {t.id: CellResult(t.id, 0, 1) for t in beale.tests}, {}),
    ).cells
    assert sum(len(c.source) for c in shown if c.cell_type == "markdown" and not c.source.startswith("    ")) < 70_000
    assert sum(len(c.source) for c in shown if c.cell_type == "code") < 410_000


def test_honest_markdown_reads_the_same():
    text = r"**So** $\hat\beta_{1} = \frac{a}{b}$, $\mathbb{R}$, `x[0]`, [a page](https://example.org) and ! [brackets]"
    assert harmless_markdown(text) == text
    assert harmless_markdown("![a plot](https://example.org/a.png)") == "!\u200b[a plot](https://example.org/a.png)"


@pytest.mark.parametrize("kind", ["long", "link", "folder"])
def test_a_time_stamp_that_is_none_is_not_read(kind, tmp_path, caplog):
    path = tmp_path / "timestamp.txt"
    {"long": lambda: path.write_text("9" * 10**6), "link": lambda: path.symlink_to("/dev/zero"), "folder": path.mkdir}[
        kind
    ]()
    app = SimpleNamespace(coursedir=SimpleNamespace(assignment_id="hw1"), log=logging.getLogger("t"))
    app._format_source = lambda *_: str(tmp_path)
    assert autograde.CourseAutograde._timestamp(app, "ada") == "" and "no short text" in caplog.text


def test_the_campaign_seed_is_made_once(tmp_path, course):
    mine = Course(tmp_path, course.settings)
    first = autograde.campaign_seed(mine, "hw1")
    assert autograde.campaign_seed(mine, "hw1") == first != autograde.campaign_seed(mine, "hw2")


def test_the_library_of_a_wheel_has_no_grading_part(course, tmp_path):
    from course_lib.grading.publish import publish

    target = tmp_path / "students"
    publish(course, target)
    names = {str(p.relative_to(target)) for p in target.rglob("*") if p.is_file()}
    assert not any("grading" in n or n.startswith(("source", "authoring", "tests")) for n in names)
    digest = hashlib.sha256((course.release / demo.ASSIGNMENT / demo.FILE).read_bytes()).hexdigest()
    assert hashlib.sha256((target / "release" / demo.ASSIGNMENT / demo.FILE).read_bytes()).hexdigest() == digest
    publish(course, target)  # again, over its own work
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.tex").write_text("years of work")
    with pytest.raises(CourseError, match="did not write"):
        publish(course, tmp_path / "other")
    assert (tmp_path / "other" / "thesis.tex").exists()


def test_publishing_to_this_repository_is_refused(course, tmp_path):
    from course_lib.grading.publish import setting_problems

    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(
        ["git", "remote", "add", "origin", "https://host/your-organisation/optimization-course.git"],
        cwd=tmp_path,
        check=True,
    )
    assert any("names this repository" in p for p in setting_problems(Course(tmp_path, course.settings)))
    assert setting_problems(course) == []
