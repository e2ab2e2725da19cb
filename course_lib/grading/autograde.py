"""``nbgrader autograde`` with repair, sandbox and judge in place of stock execution.

Workers fill the store with results; one writer, this process, enters them in the gradebook, one transaction a
notebook. A run that was killed goes on where it stopped.
"""

from __future__ import annotations

import contextlib
import fnmatch
import json
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook, MissingEntry, SubmittedNotebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution
from traitlets import Integer, List, Unicode

from course_lib.grading import marks, report, spec, work
from course_lib.grading.course import Course, CourseError
from course_lib.grading.grade import unanswered
from course_lib.grading.pool import Pool
from course_lib.grading.repair.reading import HandIn, collect
from course_lib.grading.store import write

MAX_TIMESTAMP = 100  # bytes of timestamp.txt

#: Called with (student, number done, number in all) after each submission; `course grade` listens here.
progress: list[Callable[[str, int, int], None]] = []


class CourseAutograde(Autograde):
    """nbgrader's autograder, on repaired notebooks and the judge's verdicts.

    ``submitted/`` is never changed. Whatever a student handed in, the others are graded and the exit code is 0.
    """

    sanitize_preprocessors = List([])
    autograde_preprocessors = List([])
    workers = Integer(0, help="Submissions graded at once; 0 for one a processor.").tag(config=True)
    scheduler = Unicode("", help="A Dask scheduler whose workers grade: tls://host:port.").tag(config=True)

    def start(self) -> None:
        """Grade the submissions of ``coursedir.assignment_id``."""
        assignment = self.coursedir.assignment_id
        try:
            self.course = Course.find(Path(self.coursedir.root))
            seed = campaign_seed(self.course, assignment)
            handed = len(self._folders())
            self.pool = Pool.of(self.course, assignment, seed, handed, self.workers, self.scheduler)
        except CourseError as error:
            self.log.error(str(error))
            raise NbGraderException(str(error)) from error
        self.assignment, self.specs = self.pool.assignment, self.pool.assignment.notebooks
        register(self.course, assignment, self.specs, self.coursedir.db_url, self)
        try:
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as self.gradebook:
                super().start()
        except KeyboardInterrupt:
            self.log.error("stopping: the submissions that run now end first; the same command goes on where it was")
            raise
        finally:
            self.pool.close()

    def init_notebooks(self) -> None:
        """List every submission, also those without a notebook that nbgrader would recognise."""
        self.assignments, self.notebooks = {}, []
        wanted = [n for n in self.specs if fnmatch.fnmatch(n, self.coursedir.notebook_id)]
        for folder in self._folders():
            self.assignments[str(folder)] = [str(folder / f"{name}.ipynb") for name in wanted]
        if not self.assignments:
            pattern = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
            message = f"No submissions were matched by '{pattern}'"
            self.log.error(message)
            raise NbGraderException(message)

    def _folders(self) -> list[Path]:
        """Return the folders in submitted/ that are asked for."""
        root = Path(self.coursedir.root)
        pattern = Path(self._format_source(self.coursedir.assignment_id, self.coursedir.student_id))
        found = sorted(root.glob(str(pattern.relative_to(root) if pattern.is_absolute() else pattern)))
        for folder in (f for f in found if "\n" in f.parent.name):
            self.log.warning("%r was left out: nbgrader cannot take a student of that name", folder.parent.name)
        return [f for f in found if "\n" not in f.parent.name]

    def convert_notebooks(self) -> None:
        """Grade what is to be graded, workers first, and enter the results."""
        excluded = set(filter(None, self.coursedir.student_id_exclude.split(",")))
        # The order and the names are those in which nbgrader will ask.
        students = [Path(folder).parent.name for folder in sorted(self.assignments)]
        self._todo = {s: None for s in students if s not in excluded and (self.force or not self._is_done(s))}
        self._done = len(students) - len(self._todo)
        self._results = self.pool.results(self._handins(list(self._todo)))
        if self._done:
            self.log.info("%d submissions are graded already", self._done)
        for listener in progress:
            listener("", self._done, len(students))
        super().convert_notebooks()
        for line in suspects(self.course, self.coursedir.assignment_id):
            self.log.warning("%s", line)

    def _handins(self, students: list[str]) -> Iterator[tuple[str, HandIn]]:
        for student in students:
            yield student, collect(Path(self._format_source(self.coursedir.assignment_id, student)))

    def _is_done(self, student: str) -> bool:
        """Return whether a submission is entered as it now stands, whatever its tests were."""
        folder = Path(self._format_source(self.coursedir.assignment_id, student))
        wanted = [Path(n).stem for n in self.assignments.get(str(folder), [])]
        graded = Path(self._format_dest(self.coursedir.assignment_id, student))
        handed = None
        for name in wanted:
            record = read_record(self.course, self.coursedir.assignment_id, student, name)
            if record is None or not (graded / f"{name}.ipynb").is_file():
                return False
            handed = handed or work.handed_digest(collect(folder))
            if record.get("handed") != handed or record.get("timestamp") != self._timestamp(student):
                return False
        return True

    def _timestamp(self, student: str) -> str:
        """Return when a submission was handed in, "" if it is not known."""
        folder = self._format_source(self.coursedir.assignment_id, student)
        path = Path(folder) / "timestamp.txt"
        if path.is_symlink() or (path.exists() and not (path.is_file() and path.stat().st_size <= MAX_TIMESTAMP)):
            self.log.warning("%s: timestamp.txt is no short text, and was not read", student)
            return ""
        try:
            found = self.coursedir.get_existing_timestamp(folder)
        except Exception:  # nbgrader's own reason says nothing of the file
            self.log.warning("%s: timestamp.txt holds no time that can be read", student)
            return ""
        return found.isoformat() if found else ""

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """Return whether a submission is to be graded; if so, forget what an earlier run entered."""
        if student_id not in self._todo:
            return False
        for name in (Path(n).stem for n in self.notebooks):
            record_path(self.course, assignment_id, student_id, name).unlink(missing_ok=True)
        return True

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Wait for the result, and create the student and the submission in the gradebook."""
        student = None
        while student != student_id:  # after an error elsewhere the next result may be another's
            student, self.handin, self.result = next(self._results)
        marks.enter_submission(self.gradebook, assignment_id, student_id, self._timestamp(student_id))

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Enter one result: the autograded notebook, the marks, the record, in this order."""
        resources = self.init_single_notebook_resources(notebook_filename)["nbgrader"]
        name, student, assignment = resources["notebook"], resources["student"], resources["assignment"]
        result = self.result[name]
        path = Path(self._format_dest(assignment, student)) / f"{name}.ipynb"
        if not path.is_file() or path.read_bytes() != result["autograded"].encode():
            self._drop_pages(student, assignment)
        write(path, result["autograded"].encode())
        built = nbformat.v4.reads(result["autograded"])
        self._enter(built, student, assignment, name, result["record"]["ask"])
        record = {"student": student, "timestamp": self._timestamp(student)} | result["record"]
        record |= {"handed": work.handed_digest(self.handin), "graded_with": self.assignment.digest}
        write(record_path(self.course, assignment, student, name), json.dumps(record, indent=1).encode())
        for line in [*filter(None, [record["unreadable"]]), *record["notes"], *record["flags"]]:
            self.log.warning("%s/%s: %s", student, name, report.plain(line, 300))
        points, most = (sum(t[k] for t in record["tests"]) for k in ("points", "max_points"))
        self.log.info("%s/%s: %g of %g machine-graded points", student, name, points, most)
        if name == Path(self.notebooks[-1]).stem:
            self._done += 1
            for listener in progress:
                listener(student, self._done, len(self.assignments))

    def _drop_pages(self, student: str, assignment: str) -> None:
        """Remove a student's feedback pages that show older marks: `nbgrader generate_feedback` would leave them."""
        folder = Path(self.coursedir.format_path(self.coursedir.feedback_directory, student, assignment))
        pages = list(folder.glob("*.html")) if folder.is_dir() and not folder.is_symlink() else []
        for page in pages:
            page.unlink()
        if pages:
            with contextlib.suppress(OSError):  # what else lies there stays
                (folder / "timestamp.txt").unlink(missing_ok=True)
                folder.rmdir()
            self.log.info("%s: the feedback pages showed older marks and were removed; make them anew", student)

    def _enter(self, notebook: nbformat.NotebookNode, student: str, assignment: str, name: str, ask: list[str]) -> None:
        """Enter a notebook's marks in one transaction, as nbgrader's SaveAutoGrades and AssignLatePenalties do.

        A blank written answer in ``ask`` waits for a person, where nbgrader would give 0.
        """
        given, comments = [], {}
        for cell in notebook.cells:
            about = cell.metadata.get("nbgrader", {})
            asked = about.get("grade_id") in ask
            if is_grade(cell):
                given.append(marks.Mark(about["grade_id"], None if asked else determine_grade(cell, self.log)[0]))
            if is_solution(cell):
                blank = about.get("checksum") == compute_checksum(cell)
                comments[about["grade_id"]] = "No response." if blank and not asked else None
        key = marks.find_notebook(self.gradebook, name, assignment, student)
        marks.enter_marks(self.gradebook, key, given, comments)
        marks.enter_penalty(self.gradebook, key, self._penalty(key, student))
        self.gradebook.db.commit()
        self.gradebook.db.expunge_all()  # memory stays flat however large the class is

    def _penalty(self, key: str, student: str) -> float | None:
        if not marks.may_be_late(self.gradebook, key):
            return None
        entry = self.gradebook.db.get(SubmittedNotebook, key)
        late = entry.assignment.total_seconds_late
        if late <= 0:
            return None
        stock = AssignLatePenalties(parent=self)
        stock.init_plugin()
        penalty = stock.plugin_inst.late_submission_penalty(student, entry.score, late)
        self.log.warning("%s: %g seconds late, penalty %s", student, late, penalty)
        return None if penalty is None else stock._check_late_penalty(entry, penalty)

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Set the permissions of a submission's folder in autograded/ as nbgrader does."""
        folder = Path(self._format_dest(assignment_id, student_id))
        folder.chmod(0o755)
        super().set_permissions(assignment_id, student_id)


def record_path(course: Course, assignment: str, student: str, notebook: str) -> Path:
    """Return where the record of one graded notebook is kept."""
    return records(course, assignment) / f"{student}.{notebook}.json"


def read_record(course: Course, assignment: str, student: str, notebook: str) -> dict | None:
    """Return the record of one graded notebook, None if there is none that can be read."""
    try:
        return json.loads(record_path(course, assignment, student, notebook).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def records(course: Course, assignment: str) -> Path:
    """Return the folder of the instructor's records of one assignment: never shown to students."""
    return course.root / "autograded" / ".records" / assignment


def read_records(course: Course, assignment: str) -> list[dict]:
    """Return all records of an assignment."""
    paths = sorted(records(course, assignment).glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths if not path.name.startswith(".")]


def suspects(course: Course, assignment: str, share: float = 0.6, least: int = 5) -> list[str]:
    """Return a line for each test cell that more than ``share`` of those fail who handed in an answer to it.

    Blank answers do not count; below ``least`` answers nothing is said.
    """
    tried: dict[str, list[bool]] = {}
    for record in read_records(course, assignment):
        for test in record["tests"]:
            if not record["unreadable"] and not unanswered(test["results"], test["reason"]):
                tried.setdefault(test["id"], []).append(test["points"] < test["max_points"])
    return [
        f"{id_}: {sum(failed)} of {len(failed)} answers fail; suspect the test"
        for id_, failed in tried.items()
        if len(failed) >= least and sum(failed) > share * len(failed)
    ]


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
