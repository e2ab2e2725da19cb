"""How nbgrader is set up for the course: delimiters, preprocessors, the course's own autograder."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from nbgrader.preprocessors import NbGraderPreprocessor

from course_lib.grading.course import Course


class NormaliseRelease(NbGraderPreprocessor):
    """Give a release the same bytes on every machine, and let "Run all" go on after a failed check."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Strip what varies or is the instructor's, tag the cells that may fail."""
        nb.metadata.language_info = NotebookNode(name="python")
        nb.metadata.get("course", {}).pop("digest", None)
        for cell in nb.cells:
            cell.metadata.pop("execution", None)
            own = cell.metadata.get("course", {})
            tags = [t for t in cell.metadata.get("tags", []) if not t.startswith("nbval-")]
            if cell.cell_type == "code" and own.get("role") not in ("setup", "given", "handin"):
                tags.append("raises-exception")  # also cells that look at an answer which is not there yet
            if tags:
                cell.metadata["tags"] = tags
            else:
                cell.metadata.pop("tags", None)
        return nb, resources


RELEASE = [
    stock.LockCells,
    stock.ClearSolutions,
    stock.ClearOutput,
    stock.CheckCellMetadata,
    stock.ComputeChecksums,
    stock.SaveCells,
    stock.ClearHiddenTests,
    stock.ClearMarkScheme,
    NormaliseRelease,
    stock.ComputeChecksums,
    stock.CheckCellMetadata,
]


def configure(c: Any) -> None:
    """Fill nbgrader's configuration ``c`` and install the course's autograder."""
    course = Course.find()
    c.CourseDirectory.course_id = course.setting("course", "id")
    c.CourseDirectory.root = str(course.root)
    c.CourseDirectory.db_url = course.db_url
    c.GenerateAssignment.preprocessors = RELEASE
    c.ClearSolutions.begin_solution_delimeter = "### BEGIN SOLUTION"
    c.ClearSolutions.end_solution_delimeter = "### END SOLUTION"
    c.ClearSolutions.code_stub = {"python": "raise NotImplementedError()"}
    c.ClearSolutions.text_stub = "*Your answer here.*"
    c.ClearHiddenTests.begin_test_delimeter = "### BEGIN HIDDEN TESTS"
    c.ClearHiddenTests.end_test_delimeter = "### END HIDDEN TESTS"
    c.ClearMarkScheme.begin_mark_scheme_delimeter = "### BEGIN MARK SCHEME"
    c.ClearMarkScheme.end_mark_scheme_delimeter = "### END MARK SCHEME"
    c.ClearMarkScheme.enforce_metadata = False  # mark schemes stand in manual answers, not only in tasks
    # A student's markdown reaches feedback as text: no script, no style, no frame.
    c.HTMLExporter.sanitize_html = True
    from course_lib.grading import autograde

    autograde.install(c)
    c.ExportApp.plugin_class = "course_lib.grading.export.CourseExport"
