"""Tables for the terminal: who got what, why marks were lost, what was repaired."""

from __future__ import annotations

from rich.markup import escape
from rich.table import Table

from course_lib.grading import spec
from course_lib.grading.autograde import read_records, suspects
from course_lib.grading.course import Course
from course_lib.grading.demo import Outcome, Student
from course_lib.grading.regrade import Change
from course_lib.grading.report import plain

MAX_REASON = 110
MAX_SAID = 5  # notes, and flags, of one student


def short(question: str) -> str:
    """Return ``q2`` for ``q2_beale_f``."""
    return question.split("_")[0]


def shorten(text: str, limit: int = MAX_REASON) -> str:
    """Return a text of at most ``limit`` characters, safe as rich markup."""
    text = plain(text)
    return escape(text if len(text) <= limit else text[: limit - 1] + "…")


def demo_table(group: list[Student], got: dict[str, Outcome]) -> Table:
    """Return the demo's table: student, mark per question, why marks were lost, what was repaired."""
    questions = list(next(iter(got.values())).most) if got else []
    table = Table(title="The demo class", show_lines=True, title_justify="left")
    table.add_column("student", no_wrap=True)
    for question in questions:
        table.add_column(short(question), justify="right", no_wrap=True)
    table.add_column("sum", justify="right", no_wrap=True)
    table.add_column("why marks were lost, and what was repaired", overflow="fold")
    for student in group:
        outcome = got.get(student.id)
        if outcome is None:
            table.add_row(student.id, *["?"] * len(questions), "?", "not graded")
            continue
        said = [
            f"[i]{escape(student.story)}[/i]",
            *_lost(outcome),
            *(f"[cyan]~[/] {shorten(n)}" for n in outcome.notes[:4]),
        ]
        if len(outcome.notes) > 4:
            said.append(f"[cyan]~[/] and {len(outcome.notes) - 4} repairs more")
        table.add_row(
            student.id,
            *(_mark(outcome.marks[q], outcome.most[q]) for q in questions),
            f"{outcome.points:g}",
            "\n".join(said),
        )
    return table


def _mark(points: float, most: float) -> str:
    color = "green" if points == most else "red" if not points else "yellow"
    return f"[{color}]{points:g}/{most:g}[/]"


def _lost(outcome: Outcome) -> list[str]:
    """Return why marks were lost, in a few lines; nothing where a note says why all of them were."""
    lines = [line for line in outcome.lost if line.split(": ", 1)[1] not in outcome.notes]
    if len(lines) > 20:
        return [f"[red]✗[/] all of {len(lines)} checks fail; the first: {shorten(lines[0], 90)}"]
    more = [f"[red]✗[/] and {len(lines) - 4} more"] if len(lines) > 4 else []
    return [f"[red]✗[/] {shorten(line)}" for line in lines[:4]] + more


def table(course: Course, assignment: str) -> Table:
    """Return the table of a graded assignment: student, points a notebook, lost checks, repairs."""
    specs = spec.load(course, assignment)
    found: dict[str, dict[str, dict]] = {}
    for data in read_records(course, assignment):
        found.setdefault(data["student"], {})[data["notebook"]] = data
    result = Table(title=assignment, title_justify="left")
    result.add_column("student", no_wrap=True)
    for name, notebook in specs.items():
        result.add_column(f"{name} (of {sum(t.points for t in notebook.tests):g})", justify="right")
    result.add_column("notes", overflow="fold")
    for student, notebooks in found.items():
        marks, notes, flags = [], [], []
        for name in specs:
            data = notebooks.get(name)
            marks.append("–" if data is None else f"{sum(t['points'] for t in data['tests']):g}")
            if data is not None:
                of = f"{name}: " if len(specs) > 1 else ""
                notes = [*([f"{of}{data['unreadable']}"] if data["unreadable"] else []), *notes]
                notes += [f"{of}{n}" for n in data["notes"]]
                flags += [f"{of}{n}" for n in data.get("flags", [])]
        said = [f"[red]look:[/] {shorten(n)}" for n in flags[:MAX_SAID]] + [shorten(n) for n in notes[:MAX_SAID]]
        more = max(0, len(flags) - MAX_SAID) + max(0, len(notes) - MAX_SAID)
        said += [f"and {more} more: course explain, or the page"] if more else []
        result.add_row(escape(plain(student)), *marks, "\n".join(said))
    warnings = suspects(course, assignment)
    result.caption = "\n".join(f"[red]{escape(line)}[/]" for line in warnings) or None
    return result


def changes_table(found: list[Change]) -> Table:
    """Return what a new grading would change, a row a student and test cell."""
    result = Table(title="what would change", title_justify="left")
    for column in ("student", "check", "before", "after"):
        result.add_column(column, justify="right" if column in ("before", "after") else "left", no_wrap=True)
    result.add_column("why points are lost now", overflow="fold")
    show = lambda points: "–" if points is None else f"{points:g}"  # noqa: E731
    for one in found:
        result.add_row(escape(one.student), one.cell, show(one.before), show(one.after), shorten(one.why))
    return result
