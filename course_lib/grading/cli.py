"""The ``course`` command line: build, check, grade, export, publish."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from course_lib.grading.course import Course, CourseError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Build, check and grade the course. Run it in the course folder.",
)
console = Console(width=None if sys.stdout.isatty() else 150, soft_wrap=False)


def _progress(time_left: bool = False) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        *([TextColumn("left"), TimeRemainingColumn()] if time_left else []),
        console=console,
        transient=not sys.stdout.isatty(),
    )


def _fail(message: str) -> None:
    console.print(f"[bold red]✗[/] {escape(message)}", highlight=False)
    raise typer.Exit(1)


def _course() -> Course:
    try:
        return Course.find()
    except CourseError as error:
        _fail(str(error))
        raise


def _assignments(course: Course, wanted: list[str] | None) -> list[str]:
    known = course.assignments()
    for name in wanted or []:
        if name not in known:
            _fail(f"no assignment {name!r} in authoring/; known: {', '.join(known) or 'none'}")
    return list(wanted or known)


@app.command()
def build(
    assignments: Annotated[list[str] | None, typer.Argument(help="All if none is named.")] = None,
    discard: Annotated[bool, typer.Option(help="Overwrite edits made to source/ in Jupyter.")] = False,
) -> None:
    """Build source/ and release/ from authoring/ and register the assignments in the gradebook."""
    from course_lib.grading.builder import make

    course = _course()
    for name in _assignments(course, assignments):
        try:
            built = make.build(course, name, discard)
        except CourseError as error:
            _fail(str(error))
        what = ", ".join(built.changed) or "nothing changed"
        gone = f"; removed {', '.join(built.removed)}" if built.removed else ""
        console.print(f"[green]✓[/] {name}: {len(built.notebooks)} notebooks ({what}{gone})", highlight=False)


@app.command()
def adopt(
    notebook: Annotated[str, typer.Argument(help="ASSIGNMENT/NOTEBOOK, e.g. hw1_optimization/beale_adam")],
) -> None:
    """Bring edits made to source/ in Jupyter back into the authoring text."""
    from course_lib.grading.builder import make

    assignment, _, name = notebook.removesuffix(".ipynb").partition("/")
    if not name:
        _fail(f"expected ASSIGNMENT/NOTEBOOK, got {notebook!r}")
    try:
        changed = make.adopt(_course(), assignment, name)
    except CourseError as error:
        _fail(str(error))
    console.print(
        f"[green]✓[/] authoring/{assignment}/{name}.py "
        + ("has the edits; now run `course build`" if changed else "has all edits already"),
        highlight=False,
    )


@app.command()
def validate(
    assignments: Annotated[list[str] | None, typer.Argument(help="All if none is named.")] = None,
    update: Annotated[bool, typer.Option(help="Run the notebooks and store the outputs that are compared.")] = False,
) -> None:
    """Run every solution notebook with nbval and compare the outputs it must compare."""
    from course_lib.grading import validation

    course = _course()
    for name in _assignments(course, assignments):
        try:
            if update:
                for line in validation.update(course, name):
                    console.print(f"[green]✓[/] {escape(line)}", highlight=False)
            problems = validation.uncompared(course, name)
            if problems:
                _fail("\n".join(problems))
            validation.run(course, name)
        except CourseError as error:
            _fail(str(error))
        console.print(f"[green]✓[/] {name}: the solutions run and give their stored outputs", highlight=False)


@app.command()
def check(
    assignments: Annotated[list[str] | None, typer.Argument(help="All if none is named.")] = None,
    matrix: Annotated[bool, typer.Option(help="Also try all kept answers (minutes).")] = True,
) -> None:
    """Look for drift, leaks and wrong settings, then try every kept answer and print the kill matrix."""
    from course_lib.grading import answers, publish, spec
    from course_lib.grading.builder import make

    course, problems = _course(), []
    problems += publish.setting_problems(course)
    for name in _assignments(course, assignments):
        try:
            problems += make.drift(course, name) + make.check_release(course.root, name)
            if matrix:
                with _progress() as bar:
                    task = bar.add_task(f"{name}: kept answers", total=None)
                    rows = answers.matrix(
                        course,
                        spec.load(course, name),
                        lambda done, of, bar=bar, task=task: bar.update(task, completed=done, total=of),
                    )
                console.print(escape(answers.as_text(rows)), highlight=False, soft_wrap=True)
                problems += [p for row in rows for p in row.problems]
        except CourseError as error:
            problems.append(str(error))
    if problems:
        _fail("\n".join(problems))
    console.print(
        "[green]✓[/] nothing drifted, nothing leaks" + (", every answer earns what it should" if matrix else "")
    )


@app.command()
def collect(
    archive: Annotated[Path, typer.Argument(help="The zip file as the LMS gives it.")],
    assignment: str,
    lms: Annotated[str, typer.Option("--from", help="moodle, canvas or gradescope")],
    roster: Annotated[Path | None, typer.Option(help="The LMS's CSV list of students, for their own ids.")] = None,
    replace: Annotated[
        bool, typer.Option(help="Replace what students handed in before; the old files are kept.")
    ] = False,
) -> None:
    """Unpack an LMS's archive of hand-ins into submitted/."""
    from course_lib.grading import collect as archives

    course = _course()
    if assignment not in course.built():
        _fail(f"no assignment {assignment!r} in source/; known: {', '.join(course.built()) or 'none'}")
    try:
        lines = archives.store(course, assignment, archives.read(archive, lms, roster), replace)
    except CourseError as error:
        _fail(str(error))
    for line in lines:
        console.print(escape(line), highlight=False)
    console.print(f"[green]✓[/] {len(lines)} students in submitted/", highlight=False)


@app.command()
def grade(
    assignment: str,
    student: Annotated[str, typer.Option(help="One student; all by default.")] = "*",
    workers: Annotated[int, typer.Option(min=0, help="Submissions at once; 0 for one a processor.")] = 0,
    force: Annotated[bool, typer.Option(help="Enter again what was entered; results are kept and reused.")] = False,
    scheduler: Annotated[str, typer.Option(help="Grade on the workers of a Dask scheduler: tls://host:port.")] = "",
) -> None:
    """Grade the submissions of an assignment: `nbgrader autograde` with workers, progress and a table.

    A run that was stopped goes on where it was: what is entered stays, what was computed is reused.
    """
    from course_lib.grading import overview

    course = _course()
    _autograde(course, assignment, student, workers, force, scheduler)
    console.print(overview.table(course, assignment))


def _autograde(course: Course, assignment: str, student: str, workers: int, force: bool, scheduler: str = "") -> None:
    """Run nbgrader's autograder with a progress bar."""
    from nbgrader.apps.autogradeapp import AutogradeApp
    from nbgrader.converters.base import NbGraderException

    from course_lib.grading import autograde

    os.chdir(course.root)
    arguments = [assignment, f"--student={student}", "--log-level=ERROR", f"--CourseAutograde.workers={workers}"]
    arguments += [f"--CourseAutograde.scheduler={scheduler}"] if scheduler else []
    with _progress(time_left=True) as bar:
        task = bar.add_task(f"grading {assignment}", total=None)
        listener = lambda _, done, of: bar.update(task, completed=done, total=of)  # noqa: E731
        autograde.progress.append(listener)
        try:
            nbgrader = AutogradeApp.instance()
            nbgrader.initialize([*arguments, *(["--force"] if force else [])])
            nbgrader.start()
        except (NbGraderException, SystemExit) as error:
            if not isinstance(error, SystemExit) or error.code:
                raise typer.Exit(1) from error
        finally:
            autograde.progress.remove(listener)


@app.command()
def regrade(
    assignment: str,
    commit: Annotated[bool, typer.Option(help="Enter the new marks. Without it, only say who would change.")] = False,
    workers: Annotated[int, typer.Option(min=0, help="Submissions at once; 0 for one a processor.")] = 0,
) -> None:
    """After a test was mended and built: say whose marks would change, then enter them with --commit.

    What a person entered (marks, comments) stays; where the machine's mark changes below it, nbgrader asks again.
    """
    from course_lib.grading import overview
    from course_lib.grading import regrade as again

    course = _course()
    try:
        with _progress(time_left=True) as bar:
            task = bar.add_task(f"grading {assignment}, entering nothing", total=None)
            found, graded = again.changes(
                course, assignment, workers, lambda done, of: bar.update(task, completed=done, total=of)
            )
    except CourseError as error:
        _fail(str(error))
    students = {change.student for change in found}
    if found:
        console.print(overview.changes_table(found))
    console.print(f"{len(students)} of {graded} students would change", highlight=False)
    if commit:
        _autograde(course, assignment, "*", workers, force=True)
        console.print(
            f"[green]✓[/] entered; feedback: nbgrader generate_feedback {assignment} --force", highlight=False
        )
    elif found:
        console.print("Nothing was entered. With --commit it is.")


@app.command()
def explain(
    student: str,
    question: Annotated[str, typer.Argument(help="Its id, or the beginning: q3")],
    assignment: Annotated[str, typer.Option(help="Needed where several assignments have such a question.")] = "",
) -> None:
    """Show all there is about a student's marks in a question: answer, checks, messages, the checks' text."""
    from course_lib.grading import explain as all_there_is

    course = _course()
    names = [assignment] if assignment else [a for a in course.built() if _graded(course, a, student)]
    problems = []
    for name in names or course.built():
        try:
            console.print(
                escape(all_there_is.explain(course, name, student, question)), highlight=False, soft_wrap=True
            )
            return
        except CourseError as error:
            problems.append(str(error))
    _fail("\n".join(problems))


def _graded(course: Course, assignment: str, student: str) -> bool:
    return (course.root / "autograded" / student / assignment).is_dir()


@app.command()
def export(
    to: Annotated[Path, typer.Option(help="The CSV file to write.")] = Path("grades.csv"),
    assignment: Annotated[str, typer.Option(help="One assignment; all by default.")] = "",
) -> None:
    """Write the marks as CSV; both members of a pair get the mark of the one who handed in."""
    from nbgrader.api import Gradebook

    from course_lib.grading import export as marks

    course = _course()
    file = course.db_url.removeprefix("sqlite:///")
    if file != course.db_url and not Path(file).is_file():
        _fail(f"{file}: there is no gradebook yet; run `course build` and grade first")
    if not to.parent.is_dir():
        _fail(f"{to}: there is no folder {to.parent}")
    try:
        with Gradebook(course.db_url, course.setting("course", "id")) as gradebook:
            known = [a.name for a in gradebook.assignments]
            if assignment and assignment not in known:
                raise CourseError(f"no assignment is called {assignment!r}; there are {', '.join(known) or 'none yet'}")
            rows = marks.table(course, gradebook, {assignment} if assignment else None)
        marks.write(rows, to)
    except CourseError as error:
        _fail(str(error))
    console.print(f"[green]✓[/] {len(rows)} rows in {to}", highlight=False)


@app.command()
def publish(directory: Path) -> None:
    """Write the students' repository: release/, STUDENTS.md, and course_lib without its grading part, as a wheel."""
    from course_lib.grading import publish as students

    try:
        written = students.publish(_course(), directory)
    except CourseError as error:
        _fail(str(error))
    console.print(f"[green]✓[/] {directory}: " + ", ".join(written), highlight=False)


@app.command()
def demo(directory: Path = Path("demo")) -> None:
    """Build the releases, make a demo class, grade it, and show who got what and why."""
    from course_lib.grading import demo as show
    from course_lib.grading import overview, spec
    from course_lib.grading.builder import make

    course = _course()
    directory = directory.resolve()
    try:
        with console.status("building source/ and release/"):
            for name in course.assignments():
                make.build(course, name)
        group = show.make(course, directory)
        with _progress() as bar:
            task = bar.add_task(f"grading {len(group)} students with nbgrader autograde", total=len(group))
            show.run_nbgrader(
                directory,
                "autograde",
                show.ASSIGNMENT,
                line=lambda text: bar.update(task, advance=float("machine-graded points" in text)),
            )
            feedback = bar.add_task("writing feedback", total=len(group))
            show.run_nbgrader(
                directory,
                "generate_feedback",
                show.ASSIGNMENT,
                line=lambda text: bar.update(feedback, advance=float("Converting notebook" in text)),
            )
            show.run_nbgrader(directory, "export")
    except CourseError as error:
        _fail(str(error))
    got = show.outcomes(course, directory)
    console.print(overview.demo_table(group, got))
    notebook = spec.load(course, show.ASSIGNMENT)[show.NOTEBOOK]
    problems = show.wrong_marks(group, got, notebook)
    if problems:
        _fail("not as each story says:\n" + "\n".join(problems))
    by_hand = sum(c.points for c in notebook.graded if c.role == "manual")
    console.print(
        f"[green]✓[/] {len(group)} students graded, each mark as the story says. {by_hand:g} more points are given "
        f"by hand.\n  feedback: {directory}/feedback/STUDENT/{show.ASSIGNMENT}/{show.NOTEBOOK}.html\n"
        f"  marks:    {directory}/grades.csv (quy has ada's: they are a pair)",
        highlight=False,
    )


if __name__ == "__main__":
    app()
