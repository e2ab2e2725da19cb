"""``nbgrader autograde`` with repair and judge in place of stock execution."""

from __future__ import annotations

import fnmatch
import json
import secrets
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from traitlets import List

from course_lib.grading import report, sandbox, spec
from course_lib.grading.course import Course, CourseError
from course_lib.grading.grade import Result, grade
from course_lib.grading.judge.process import Judge
from course_lib.grading.limits import Limits
from course_lib.grading.repair.rebuild import Repaired, assign, repair

#: Called with (student, number done, number in all) after each submission; `course grade` listens here.
progress: list[Callable[[str, int, int], None]] = []


class CourseAutograde(Autograde):
    """nbgrader's autograder, on repaired notebooks and the judge's verdicts.

    ``submitted/`` is never changed. Whatever a student handed in, the others are graded and the exit code is 0.
    """

    sanitize_preprocessors = List([])
    autograde_preprocessors = List([SaveAutoGrades, AssignLatePenalties])

    def start(self) -> None:
        """Grade the submissions of ``coursedir.assignment_id``."""
        try:
            self.course = Course.find(Path(self.coursedir.root))
            self.specs = spec.load(self.course, self.coursedir.assignment_id)
            self.limits = Limits.of(self.course, self.coursedir.assignment_id).as_dict()
            isolation = sandbox.kind(self.course)
            sandbox.probe(isolation)
            data = sandbox.data_folder(self.course)
        except CourseError as error:
            self.log.error(str(error))
            raise NbGraderException(str(error)) from error
        register(self.course, self.coursedir.assignment_id, self.specs, self.coursedir.db_url, self)
        self.seed = campaign_seed(self.course, self.coursedir.assignment_id)
        with Judge(isolation, data) as self.judge:
            super().start()

    def init_notebooks(self) -> None:
        """List every submission, also those without a notebook that nbgrader would recognise."""
        self.assignments, self.notebooks, self._done = {}, [], 0
        root = Path(self.coursedir.root)
        pattern = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
        wanted = [n for n in self.specs if fnmatch.fnmatch(n, self.coursedir.notebook_id)]
        for folder in sorted(
            root.glob(str(Path(pattern).relative_to(root)) if Path(pattern).is_absolute() else pattern)
        ):
            self.assignments[str(folder)] = [str(folder / f"{name}.ipynb") for name in wanted]
        if not self.assignments:
            message = f"No submissions were matched by '{pattern}'"
            self.log.error(message)
            raise NbGraderException(message)

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Create the student and the submission in the gradebook, read what was handed in, and nothing else."""
        self._done += 1
        folder = Path(self._format_source(assignment_id, student_id))
        timestamp = None
        try:
            timestamp = self.coursedir.get_existing_timestamp(str(folder))
        except Exception as error:  # a time stamp that is no time
            self.log.warning("%s: the time stamp cannot be read (%s)", student_id, error)
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            gradebook.update_or_create_student(student_id)
            extra = {"timestamp": timestamp} if timestamp else {}
            gradebook.update_or_create_submission(assignment_id, student_id, **extra)
        try:
            self.handed = assign(self.specs, folder)
        except Exception as error:
            self.log.error(traceback.format_exc())
            self.handed = {
                name: (None, f"the files could not be read ({type(error).__name__})", []) for name in self.specs
            }

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Repair, judge and record one notebook."""
        resources = self.init_single_notebook_resources(notebook_filename)
        name, student = resources["nbgrader"]["notebook"], resources["nbgrader"]["student"]
        repaired, result = self._grade(self.specs[name], student)
        notebook = report.autograded(self.specs[name], repaired, result)
        self.exporter = NotebookExporter(parent=self, config=self.config)
        self.exporter._preprocessors = []
        for preprocessor in self.autograde_preprocessors:
            self.exporter.register_preprocessor(preprocessor, enabled=True)
        output, resources = self.exporter.from_notebook_node(notebook, resources=resources)
        self.write_single_notebook(output, resources)
        self._record(student, name, repaired, result)
        for line in [*repaired.notes, *result.notes]:
            self.log.warning("%s/%s: %s", student, name, report.plain(line, 300))
        self.log.info(
            "%s/%s: %g of %g machine-graded points",
            student,
            name,
            result.points,
            sum(t.points for t in self.specs[name].tests),
        )
        if name == [Path(n).stem for n in self.notebooks][-1]:
            for listener in progress:
                listener(student, self._done, len(self.assignments))

    def _grade(self, notebook: spec.NotebookSpec, student: str) -> tuple[Repaired, Result]:
        handed, reason, notes = self.handed[notebook.name]
        try:
            repaired = repair(notebook, handed, reason)
        except Exception as error:
            self.log.error("%s/%s: repair failed\n%s", student, notebook.name, traceback.format_exc())
            repaired = repair(notebook, None, f"the file could not be repaired ({type(error).__name__})")
        repaired.notes += notes
        if handed is None or repaired.unreadable:
            self.log.warning("%s/%s: %s", student, notebook.name, report.plain(repaired.unreadable, 300))
        return repaired, grade(notebook, repaired, self.judge, self.seed, self.limits)

    def _record(self, student: str, name: str, repaired: Repaired, result: Result) -> None:
        """Write what the report needs beside the autograded notebook: verdicts with their messages, and notes."""
        folder = records(self.course, self.coursedir.assignment_id)
        folder.mkdir(parents=True, exist_ok=True)
        data = {
            "student": student,
            "notebook": name,
            "unreadable": repaired.unreadable,
            "notes": [*repaired.notes, *result.notes],
            "tests": [asdict(t) for t in result.tests.values()],
        }
        (folder / f"{student}.{name}.json").write_text(json.dumps(data, indent=1), encoding="utf-8")


def records(course: Course, assignment: str) -> Path:
    """Return the folder of the instructor's records of one assignment: never shown to students."""
    return course.root / "autograded" / ".records" / assignment


def campaign_seed(course: Course, assignment: str) -> str:
    """Return the secret seed of an assignment's hidden inputs, kept beside the gradebook and made once."""
    path = course.root / "gradebook.seed"
    seeds = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if assignment not in seeds:
        seeds[assignment] = secrets.token_hex(16)
        path.write_text(json.dumps(seeds, indent=1), encoding="utf-8")
        path.chmod(0o600)
    return seeds[assignment]


def register(course: Course, assignment: str, specs: dict[str, spec.NotebookSpec], db_url: str, parent: Any) -> None:
    """Enter the assignment's cells and points in the gradebook if it does not have them as source/ says."""
    with Gradebook(db_url, course.setting("course", "id")) as gradebook:
        gradebook.update_or_create_assignment(assignment)
        missing = [name for name, notebook in specs.items() if not _registered(gradebook, assignment, notebook)]
    from nbgrader import preprocessors as stock

    for name in missing:
        exporter = NotebookExporter(parent=parent, config=parent.config)
        for step in (stock.LockCells, stock.ClearSolutions, stock.ClearOutput, stock.ComputeChecksums, stock.SaveCells):
            exporter.register_preprocessor(step, enabled=True)
        node = nbformat.read(course.source / assignment / f"{name}.ipynb", as_version=4)
        resources = {
            "unique_key": name,
            "nbgrader": {"notebook": name, "assignment": assignment, "student": ".", "db_url": db_url},
        }
        exporter.from_notebook_node(node, resources=resources)


def _registered(gradebook: Gradebook, assignment: str, notebook: spec.NotebookSpec) -> bool:
    try:
        entry = gradebook.find_notebook(notebook.name, assignment)
    except MissingEntry:
        return False
    known = {c.name: c.max_score for c in entry.grade_cells}
    solutions = {c.name for c in entry.solution_cells}
    return known == {c.id: c.points for c in notebook.graded} and solutions == {
        c.id for c in notebook.cells if c.role in ("solution", "manual")
    }


def install(c: Any) -> None:
    """Put :class:`CourseAutograde` where nbgrader looks its autograder up."""
    import nbgrader.apps.api
    import nbgrader.apps.autogradeapp

    nbgrader.apps.autogradeapp.Autograde = CourseAutograde
    nbgrader.apps.api.Autograde = CourseAutograde
    c.CourseAutograde.permissions = 644
