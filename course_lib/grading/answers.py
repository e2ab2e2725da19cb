"""The kept answers, right and wrong, and the kill matrix of an assignment's test cells."""

from __future__ import annotations

import ast
import contextlib
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from course_lib.grading import sandbox
from course_lib.grading.builder.contract import STANDARD_IMPORTS, imported, parse, read_names, top_level_names
from course_lib.grading.course import Course, CourseError
from course_lib.grading.grade import test_step
from course_lib.grading.judge.process import Judge
from course_lib.grading.judge.session import packages_of
from course_lib.grading.spec import NotebookSpec, SpecCell

HEADER = re.compile(r"^# %% (?P<kind>right|wrong): (?P<title>[^|\n]+?)(?: *\| *loses: *(?P<loses>[^\n]+))?$", re.M)
SEED = "kill matrix"
#: Names of the first cell: an answer that imports them again changes nothing.
ALWAYS_BOUND = {*STANDARD_IMPORTS, "plt", "plotting", "LogNorm", "PCA", "load_iris"}


@dataclass(frozen=True)
class Answer:
    """One kept answer: the text of a solution cell, and the test cells it must lose."""

    question: str
    kind: str  # "right", "wrong", "lazy", "reference" or "blank"
    title: str
    source: str
    loses: frozenset[str] = frozenset()


@dataclass
class Row:
    """What one answer earned: test cell id to passed, in the judge and in plain Jupyter."""

    answer: Answer
    judged: dict[str, bool] = field(default_factory=dict)
    plain: dict[str, bool] = field(default_factory=dict)
    messages: dict[str, str] = field(default_factory=dict)

    @property
    def problems(self) -> list[str]:
        """What is not as the answer's header says."""
        lost = {cell for cell, passed in self.judged.items() if not passed}
        name = f"{self.answer.question}, {self.answer.kind}: {self.answer.title}"
        found = [
            f"{name}: loses {cell}, which its header does not name ({self.messages.get(cell, '')})"
            for cell in sorted(lost - self.answer.loses)
        ]
        found += [f"{name}: keeps {cell}, which its header says it loses" for cell in sorted(self.answer.loses - lost)]
        found += [
            f"{name}: {cell} gives {'pass' if self.judged[cell] else 'fail'} in the judge and "
            f"{'pass' if passed else 'fail'} in plain Jupyter ({self.messages.get(cell, '')})"
            for cell, passed in self.plain.items()
            if passed != self.judged.get(cell)
        ]
        return found


def read(path: Path, spec: NotebookSpec) -> list[Answer]:
    """Return the kept answers of one question.

    Raises
    ------
    CourseError
        If a header cannot be understood or names a test cell that the question does not have.
    """
    question, text = path.stem, path.read_text(encoding="utf-8")
    known = {c.id for c in spec.tests if c.question == question}
    marks = list(HEADER.finditer(text))
    bad = [line for line in text.splitlines() if line.startswith("# %%") and not HEADER.match(line)]
    if bad:
        raise CourseError(
            f"{path.name}: a header is '# %% right: title' or '# %% wrong: title | loses: cells', got {bad[0]!r}"
        )
    answers = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        loses = frozenset(part.strip() for part in (mark["loses"] or "").split(",") if part.strip())
        if (mark["kind"] == "wrong") != bool(loses):
            raise CourseError(f"{path.name}: {mark[0]!r}: wrong answers name what they lose, right ones lose nothing")
        if loses - known:
            raise CourseError(f"{path.name}: {mark[0]!r}: no test cell of {question}: {sorted(loses - known)}")
        body = text[mark.end() : following.start() if following else len(text)].strip("\n")
        answers.append(Answer(question, mark["kind"], mark["title"].strip(), body, loses))
    return answers


# ---- lazy answers

#: Values that no test may accept, as code.
LAZY_VALUES = {
    "None": "None",
    "zero": "0",
    "one": "1.0",
    "True": "True",
    "NaN": "float('nan')",
    "infinity": "float('inf')",
    "empty text": "''",
    "empty list": "[]",
    "empty dict": "{}",
    "empty array": "np.empty(0)",
    "zeros": "np.zeros(2)",
    "ones": "np.ones((2, 2))",
    "a huge integer": "10**400",
    "an object that equals everything": "_Everything()",
    "itself": "_LAZY_NAME",
}
EVERYTHING = """
class _Everything:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __lt__
    def __bool__(self): return True
    def __hash__(self): return 0
    def __getattr__(self, name): return self
    def __call__(self, *args, **kwargs): return self
    def __float__(self): return 0.0
    def __len__(self): return 2
    def __iter__(self): return iter([0.0, 0.0])
"""
LIKE = """
def _like(value, fill):
    try:
        array = np.asarray(value, dtype=float)
    except Exception:
        return plt.figure().add_subplot() if hasattr(value, 'plot') else ''
    return fill(array.shape) if array.ndim else float(fill(()))
"""
#: Right in shape and kind, wrong in value: made from the reference's own result.
LIKE_FILLS = {
    "random numbers of the right shape": "lambda s: np.random.default_rng(0).uniform(0, 1, s)",
    "zeros of the right shape": "np.zeros",
    "NaN of the right shape": "lambda s: np.full(s, np.nan)",
}


def lazy(cell: SpecCell, names: list[str]) -> list[Answer]:
    """Return the lazy answers to a question: its names bound to nothing of worth, in twenty ways."""
    tree = ast.parse(cell.instructor)
    kinds = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    sources = {}
    for title, value in LAZY_VALUES.items():
        sources[title] = EVERYTHING + "\n".join(_lazy_name(n, kinds.get(n), value) for n in names)
    if any(isinstance(kinds.get(n), ast.FunctionDef) for n in names):
        sources["an echo of the first argument"] = "\n".join(
            f"def {n}(first=0.0, *args, **kwargs): return first" for n in names
        )
        sources["all arguments"] = "\n".join(f"def {n}(*args, **kwargs): return list(args)" for n in names)
    else:
        sources["a text"] = "\n".join(f"{n} = '{n}'" for n in names)
        sources["minus one"] = "\n".join(_lazy_name(n, kinds.get(n), "-1.0") for n in names)
    for title, fill in LIKE_FILLS.items():
        sources[title] = cell.instructor + LIKE + "\n".join(_like_name(n, kinds.get(n), fill) for n in names)
    return [Answer(cell.question, "lazy", title, source) for title, source in sources.items()]


def _lazy_name(name: str, node: ast.AST | None, value: str) -> str:
    value = value.replace("_LAZY_NAME", name if node is not None else "'self'")
    if isinstance(node, ast.FunctionDef):
        return f"def {name}(*args, **kwargs): return {value}"
    if isinstance(node, ast.ClassDef):
        methods = [
            m.name
            for m in node.body
            if isinstance(m, ast.FunctionDef) and not m.name.startswith("_") and not m.decorator_list
        ]
        lines = [
            f"class {name}:",
            "    def __init__(self, *args, **kwargs): pass",
            f"    def __getattr__(self, name): return {value}",
        ]
        return "\n".join(lines + [f"    def {m}(self, *args, **kwargs): return None" for m in methods])
    return f"{name} = {value}"


def _like_name(name: str, node: ast.AST | None, fill: str) -> str:
    if isinstance(node, ast.FunctionDef):
        call = f"_like(_right_{name}(*args, **kwargs), {fill})"
        return f"\n_right_{name} = {name}\ndef {name}(*args, **kwargs): return {call}"
    if isinstance(node, ast.ClassDef):
        return (
            f"\nclass {name}({name}):\n    def __getattribute__(self, name):\n"
            f"        value = super().__getattribute__(name)\n"
            f"        return value if callable(value) or name.startswith('_') or name.endswith('history') and "
            f"hasattr(value, 'append') and 'append' in __import__('sys')._getframe(1).f_code.co_names "
            f"else _like(value, {fill}) if name in ('x', 'y', 'path', 'z_history') else value"
        )
    return f"\n{name} = _like({name}, {fill})"


# ---- the matrix

CHUNK = 30  # answers a job: each begins with all cells before them, and jobs of about equal length keep workers busy
#: What torch.func imports when it is first used: a second for each answer that does.
LATE = frozenset({"torch._dynamo"})


def matrix(
    course: Course,
    specs: dict[str, NotebookSpec],
    progress: Callable[[int, int], None] | None = None,
    judges: Sequence[Judge] = (),
    thorough: bool = True,
) -> list[Row]:
    """Return a row for every kept, lazy, reference and blank answer of an assignment.

    Each answer is tried with the tests of its own question, through the judge and in plain Jupyter, and with those
    of later questions that use a name it defines. ``thorough`` = False saves time: one lazy answer of four is tried,
    and lazy ones and two wrong ones of three with their own tests and through the judge alone. ``judges`` work side by
    side: two by default.
    """
    if not judges:
        with contextlib.ExitStack() as stack:
            judges = [stack.enter_context(judge(course)) for _ in range(2)]
            return matrix(course, specs, progress, judges, thorough)
    number = itertools.count()
    to_try = [
        (spec, [(c, all_answers(course, spec, c, thorough, next(number))) for c in spec.cells if c.role == "solution"])
        for spec in specs.values()
    ]
    work = [part for spec, some in to_try for part in _parts(spec, some)]
    free, done = list(judges), []

    def one(item: tuple[NotebookSpec, SpecCell, list[Answer], frozenset[str]]) -> list[Row]:
        mine = free.pop()
        try:
            return _tried(mine, *item, thorough)
        finally:
            free.append(mine)
            done.append(item)
            if progress:
                progress(len(done), len(work))

    with ThreadPoolExecutor(len(judges)) as pool:
        rows = {id(row.answer): row for rows in pool.map(one, work) for row in rows}
    return [rows[id(answer)] for _, some in to_try for _, answers in some for answer in answers]


def judge(course: Course) -> Judge:
    """Return a judge for the matrix of any notebook: it imports what answers do when the first of them comes."""
    return Judge(sandbox.kind(course), sandbox.data_folder(course), (("matplotlib.pyplot", "numpy"),))


def _modules(spec: NotebookSpec, answer: Answer) -> frozenset[str]:
    """Return what a notebook and an answer to one of its questions import."""
    modules = spec.modules | spec.test_modules | imported(answer.source)
    return modules | LATE if "torch" in modules else modules


def _parts(
    spec: NotebookSpec, tried: list[tuple[SpecCell, list[Answer]]]
) -> list[tuple[NotebookSpec, SpecCell, list[Answer], frozenset[str]]]:
    """Return answers in parts that import the same packages, and what all of such parts of the notebook import.

    A copy of a process that has imported it all costs less than an import in each.
    """
    kinds: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    parts = []
    for cell, answers in tried:
        alike: dict[frozenset[str], list[Answer]] = {}
        for answer in answers:
            modules = _modules(spec, answer)
            kind = packages_of(modules)
            kinds[kind] |= modules
            alike.setdefault(kind, []).append(answer)
        parts += [(kind, cell, some[i : i + CHUNK]) for kind, some in alike.items() for i in range(0, len(some), CHUNK)]
    return [(spec, cell, some, frozenset(kinds[kind])) for kind, cell, some in parts]


def all_answers(
    course: Course, spec: NotebookSpec, cell: SpecCell, thorough: bool = True, number: int = 0
) -> list[Answer]:
    """Return every answer to one question that the matrix tries, and one lazy one of four if not ``thorough``.

    Which of the lazy ones alternates with the ``number`` of the question, so that each kind is tried with many.
    """
    own = [c for c in spec.tests if c.question == cell.question]
    names = sorted({n for c in own for n in c.names} & cell.defines)
    loses = frozenset(c.id for c in own)
    lazies = lazy(cell, names) if thorough else lazy(cell, names)[number % 4 :: 4]
    return kept(course, spec, cell) + [Answer(a.question, a.kind, a.title, a.source, loses) for a in lazies]


def kept(course: Course, spec: NotebookSpec, cell: SpecCell) -> list[Answer]:
    """Return the reference, the blank and the kept answers of one question."""
    tests = frozenset(c.id for c in spec.tests if c.question == cell.question)
    path = course.answers / spec.assignment / f"{cell.id}.py"
    return [
        Answer(cell.id, "reference", "the instructor's", cell.instructor),
        Answer(cell.id, "blank", "as released", cell.released, tests),
        *(read(path, spec) if path.is_file() else []),
    ]


def _tried(
    judge: Judge, spec: NotebookSpec, cell: SpecCell, answers: list[Answer], modules: frozenset[str], thorough: bool
) -> list[Row]:
    position = [c.id for c in spec.cells].index(cell.id)
    before = [_run(c) for c in spec.cells[:position] if c.role in ("setup", "given", "solution") and c.kind == "code"]
    own = [c for c in spec.tests if c.question == cell.question]
    steps, tried = [*before], []
    for number, answer in enumerate(answers):
        fully = thorough or (answer.kind != "lazy" and (answer.kind != "wrong" or number % 3 == position % 3))
        cells = own + _dependent(spec, position, answer) if fully else own
        tried.append((answer, cells, fully))
        inner = [{"do": "run", "id": answer.question, "source": answer.source, "figures": False}]
        if fully:
            inner.append({"do": "branch", "steps": _in_jupyter(cells)})
        inner += [test_step(c) if c.is_test else _run(c) for c in cells]
        steps.append({"do": "branch", "steps": inner})
    limits = {"cell_seconds": 60, "test_seconds": 60, "submission_seconds": 1800}
    outcomes = judge.job(steps, SEED, limits, modules, spec.test_modules | modules & {"torch", "sympy"})
    return [_row(*one, outcome[1:]) for one, outcome in zip(tried, outcomes[len(before) :], strict=True)]


def _in_jupyter(cells: list[SpecCell]) -> list[dict]:
    """Return steps that run tests beside the student's code, each in the copy in which it would be judged.

    A public test and the first hidden one after it share a copy, as in ``Engine._steps``.
    """
    steps: list[dict] = []
    shown = False
    for cell in cells:
        if not cell.is_test:
            steps.append(_run(cell))
        elif cell.role == "hidden" and shown:
            steps[-1]["steps"].append(test_step(cell, "plain"))
        else:
            steps.append({"do": "branch", "steps": [test_step(cell, "plain")]})
        shown = cell.is_test and cell.role != "hidden"
    return steps


def _dependent(spec: NotebookSpec, position: int, answer: Answer) -> list[SpecCell]:
    """Return later tests of other questions that an answer can reach by the names it binds, and the cells they need.

    A name is followed through the cells that use it: what such a cell binds is reached, too.
    """
    try:
        reached = top_level_names(answer.source) - ALWAYS_BOUND
    except SyntaxError:
        return []
    later = [
        c
        for c in spec.cells[position + 1 :]
        if c.question != answer.question and (c.is_test or (c.role in ("given", "solution") and c.kind == "code"))
    ]
    uses = {c.id: set(c.names) if c.is_test else read_names(parse(c.instructor)) for c in later}
    wanted: list[SpecCell] = []
    for cell in later:
        if cell.is_test:
            wanted += [cell] if uses[cell.id] & reached else []
        else:
            reached = reached | cell.defines if uses[cell.id] & reached else reached - cell.defines
    needed: set[str] = set()
    for cell in reversed(later):
        if cell in wanted or (not cell.is_test and cell.defines & needed):
            needed |= uses[cell.id]
            wanted += [] if cell.is_test else [cell]
    return [cell for cell in later if cell in wanted]


def _run(cell: SpecCell) -> dict:
    return {"do": "run", "id": cell.id, "source": cell.instructor, "figures": False}


def _row(answer: Answer, cells: list[SpecCell], in_jupyter: bool, outcome: list) -> Row:
    row = Row(answer)
    plain = [None] * len(cells)
    if in_jupyter:
        plain = [one for each in outcome.pop(0) for one in (each if isinstance(each, list) else [each])]
    for cell, first, second in zip(cells, outcome, plain, strict=True):
        if not cell.is_test:
            continue
        row.judged[cell.id] = first["passed"]
        failed = [f"{t}: {' '.join(m.split())[:160]}" for t, m in first["results"] if m is not None]
        row.messages[cell.id] = "; ".join([*failed, first["reason"]])[:300]
        if second is not None:
            row.plain[cell.id] = second["passed"]
            if second["passed"] != first["passed"]:
                row.messages[cell.id] += f" | plain: {second['reason'][:300]}"
    return row


def as_text(rows: list[Row]) -> str:
    """Return the kill matrix: a block a question, a line an answer, a column a test cell of the question."""
    return "\n\n".join([*blocks(rows), totals(count(rows))])


def blocks(rows: list[Row]) -> list[str]:
    """Return the text of each question's block."""
    blocks = []
    for question in dict.fromkeys(r.answer.question for r in rows):
        own = [r for r in rows if r.answer.question == question]
        cells = [c for c in own[0].judged if c.startswith(question + "_")]
        lines = [f"{question}   columns: " + ", ".join(c.removeprefix(question + "_") for c in cells)]
        for row in own:
            if row.answer.kind != "lazy":
                marks = " ".join("✓" if row.judged[c] else "✗" for c in cells)
                others = sum(not p for c, p in row.judged.items() if c not in cells)
                flag = "  ← NOT AS ITS HEADER SAYS" if row.problems else ""
                also = f"  and {others} cells of other questions" if others else ""
                lines.append(f"  {marks}   {row.answer.kind}: {row.answer.title}{also}{flag}")
        lazies = [r for r in own if r.answer.kind == "lazy"]
        earned = sum(any(r.judged[c] for c in cells) for r in lazies)
        lines.append(
            f"  {' '.join('✗' if not earned else '?' for _ in cells)}   lazy: {len(lazies)} answers, "
            f"{earned} of them earn something"
        )
        blocks.append("\n".join(lines))
    return blocks


def count(rows: list[Row]) -> Counter[str]:
    """Return how many answers of each kind, and how many test runs, there are, and how many are as they should be."""
    found: Counter[str] = Counter()
    for row in rows:
        found[row.answer.kind] += 1
        found[row.answer.kind + " good"] += not row.problems
        found["runs"] += len(row.plain)
        found["runs good"] += sum(passed == row.judged[c] for c, passed in row.plain.items())
    return found


def totals(n: Counter[str]) -> str:
    """Return one line of what `count` found."""
    return (
        f"kill matrix: {n['right good']} of {n['right']} right answers keep full marks, {n['wrong good']} of "
        f"{n['wrong']} wrong ones lose exactly their own, {n['lazy good']} of {n['lazy']} lazy ones "
        f"earn nothing; {n['runs good']} of {n['runs']} test runs give the same in plain Jupyter and through the judge"
    )
