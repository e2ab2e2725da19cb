"""The attack suite: every attack earns what blank work earns, shows nothing hidden, and leaves no trace."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import attack_suite
import nbformat
import psutil
import pytest

from course_lib.grading import demo, samples, work
from course_lib.grading.pool import Pool
from course_lib.grading.repair.reading import HandIn
from course_lib.grading.spec import NotebookSpec
from course_lib.grading.store import Store

LIMITS = {
    "cell_seconds": 5.0,
    "test_seconds": 5.0,
    "submission_seconds": 40.0,
    "memory_mb": 1024.0,
    "cpu_seconds": 60.0,
}
FORGING, LEAKING, HARMING = map(attack_suite.load, ("forging", "leaking", "harming"))
CANARY, SEED = "CANARY-5f1d", "00112233445566778899aabbccddeeff"
HONEST = ("aaa_honest", "m_honest", "zzz_honest")
FEEDBACK_FOR = (
    "script_in_output",
    "script_in_markdown",
    "link_in_a_formula",
    "entity_in_a_link",
    "notes_in_a_file_printed_by_public_test",
    "hidden_inputs_printed",
)


def cases(attacks: list[attack_suite.Attack]) -> pytest.MarkDecorator:
    """Run a test for each attack. What wins nowhere is tried too, and not counted."""
    marked = [pytest.param(a, id=a.name, marks=[pytest.mark.attack] if a.wins else []) for a in attacks]
    return pytest.mark.parametrize("attack", marked)


# ---- forging


@pytest.fixture(scope="module")
def forged(specs, tmp_path_factory) -> dict[str, dict]:
    """The records of all forging attacks, and by the names of notebooks those of blank work."""
    blank = [(attack_suite.Attack("forging", name, "", "nothing", "", ()), one) for name, one in specs.items()]
    return graded(specs, [*blank, *((a, specs[a.notebook]) for a in FORGING)], tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def forged_elsewhere(specs, tmp_path_factory) -> dict[str, dict]:
    """The same of those attacks that can be made on the notebook ``theory`` as well, on its first two questions."""
    theory = specs["theory"]
    end = next(i for i, c in enumerate(theory.cells) if c.question == "t3_square")
    release = theory.release.copy()
    release.cells = release.cells[:end]
    short = replace(theory, cells=theory.cells[:end], release=release)
    moved = [(m, short) for a in FORGING if (m := attack_suite.elsewhere(a, short))]
    return graded({"theory": short}, moved, tmp_path_factory.mktemp("store")) | {"": short}


def graded(
    specs: dict[str, NotebookSpec], attacks: list[tuple[attack_suite.Attack, NotebookSpec]], place: Path
) -> dict:
    """Return the record of the notebook that each attack is made on."""
    pool = Pool(work.Assignment(specs, "a secret", LIMITS, pictures="none"), Store(place), "bubblewrap", None, 2)
    handed = {a.name: HandIn(attack_suite.hand_in(a, notebook)) for a, notebook in attacks}
    names = {a.name: notebook.name for a, notebook in attacks}
    try:
        return {name: result[names[name]]["record"] for name, _, result in pool.results(handed.items())}
    finally:
        pool.close()


def earned(record: dict, notebook: NotebookSpec) -> set[float]:
    """Return the points of a notebook's tests, each of which must be there."""
    assert not record["unreadable"] and {t["id"] for t in record["tests"]} == {t.id for t in notebook.tests}
    return {t["points"] for t in record["tests"]}


@cases(FORGING)
def test_a_forgery_earns_what_blank_work_earns(forged, specs, attack):
    assert earned(forged[attack.name], specs[attack.notebook]) == {0.0}


def test_blank_work_earns_nothing(forged, specs):
    assert all(earned(forged[name], notebook) == {0.0} for name, notebook in specs.items())


def test_forgeries_earn_nothing_in_another_notebook_either(forged_elsewhere):
    short = forged_elsewhere.pop("")
    assert len(forged_elsewhere) >= 40 and len(short.tests) == 6
    for name, record in forged_elsewhere.items():
        assert earned(record, short) == {0.0}, name


# ---- a class of attackers among honest students


@dataclass
class Hostile:
    """A graded class, and what could be seen of it from outside."""

    folder: Path
    home: Path
    code: int
    log: str
    before: dict[str, tuple[int, bytes]]
    watch: Watch
    bystander_lives: bool


class Watch:
    """Listens where attacks connect to, and samples what grading takes: processes, threads, memory."""

    def __init__(self, folder: Path):
        self.reached: list[str] = []
        self.most = {"processes": 0, "threads": 0, "memory": 0}
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.local = socket.socket(socket.AF_UNIX)
        self.local.bind("\0course-canary")
        self.local.listen()
        (folder / "canary.port").write_text(str(self.tcp.getsockname()[1]), encoding="utf-8")
        self._free = psutil.virtual_memory().available
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()
        self.tcp.close()
        self.local.close()

    def _watch(self) -> None:
        while not self._end.wait(0.2):
            self.reached += [str(s) for s in (self.tcp, self.local) if select.select([s], [], [], 0)[0]]
            now = {"processes": 0, "threads": 0, "memory": self._free - psutil.virtual_memory().available}
            for process in psutil.Process().children(recursive=True):
                try:
                    now["threads"] += process.num_threads()
                    now["processes"] += 1
                except psutil.Error:
                    continue
            self.most = {k: max(v, now[k]) for k, v in self.most.items()}


@pytest.fixture(scope="module")
def hostile(course, beale, tmp_path_factory) -> Hostile:
    """All leaking and harming attackers and three honest students, graded by nbgrader's own command."""
    folder, home = tmp_path_factory.mktemp("hostile") / "class", tmp_path_factory.mktemp("home")
    demo.make(course, folder)
    shutil.rmtree(folder / "submitted")
    limits = "".join(f"{name} = {value}\n" for name, value in LIMITS.items())
    toml = (folder / "course.toml").read_text(encoding="utf-8")
    (folder / "course.toml").write_text(toml.partition("[limits]")[0] + "[limits]\n" + limits, encoding="utf-8")
    handed = {a.name: attack_suite.hand_in(a, beale) for a in (*LEAKING, *HARMING)}
    short = samples.as_bytes(samples.solved(beale, only={"q1_minimum"}))
    handed |= {honest: {demo.FILE: short} for honest in HONEST}
    for student, files in handed.items():
        place = folder / "submitted" / student / demo.ASSIGNMENT
        place.mkdir(parents=True)
        for name, data in files.items():
            (place / name).write_bytes(data)
    for place in (folder, home):
        (place / "canary.txt").write_text(CANARY, encoding="utf-8")
    (folder / "gradebook.seed").write_text(json.dumps({demo.ASSIGNMENT: SEED}), encoding="utf-8")
    before = contents(folder)
    with Watch(folder) as watch, subprocess.Popen(["sleep", "300.5150"]) as bystander:
        environment = os.environ | {"HOME": str(home), "COURSE_CANARY": CANARY}
        words = [sys.executable, "-m", "nbgrader", "autograde", demo.ASSIGNMENT, "--CourseAutograde.workers=2"]
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, check=False)
        lives = bystander.poll() is None
        bystander.kill()
    others = ",".join(handed.keys() - {*FEEDBACK_FOR, HONEST[0]})
    demo.run_nbgrader(folder, "generate_feedback", demo.ASSIGNMENT, f"--CourseDirectory.student_id_exclude={others}")
    log = (done.stdout + done.stderr).decode(errors="replace")
    return Hostile(folder, home, done.returncode, log, before, watch, lives)


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return permissions and content of every file of a class that grading must leave alone."""
    found = [p for top in ("submitted", "source", "release") for p in (folder / top).rglob("*")]
    found += [folder / n for n in ("course.toml", "nbgrader_config.py", "pairs.csv", "canary.txt", "gradebook.seed")]
    return {str(p): (p.stat().st_mode, p.read_bytes() if p.is_file() else b"") for p in found}


def test_the_class_is_graded_and_honest_marks_are_right(hostile):
    assert hostile.code == 0, hostile.log[-3000:]
    with sqlite3.connect(hostile.folder / "gradebook.db") as db:
        rows = db.execute(
            "select s.student_id, sum(g.auto_score), sum(g.manual_score), sum(g.extra_credit) from grade g "
            "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id "
            "group by s.student_id"
        ).fetchall()
        assert db.execute("select count(*) from sqlite_master where type = 'trigger'").fetchone() == (0,)
    assert {r[0] for r in rows} == {a.name for a in (*LEAKING, *HARMING)} | set(HONEST)
    for student, auto, manual, extra in rows:
        assert auto == (2 if student in HONEST else 0) and manual is None and extra is None, student


def test_the_class_folder_and_the_machine_are_as_before(hostile):
    assert contents(hostile.folder) == hostile.before
    assert {p.name for p in hostile.home.iterdir()} <= {
        "canary.txt",
        ".local",
        ".cache",
        ".config",
        ".jupyter",
        ".ipython",
    }
    assert hostile.bystander_lives and hostile.watch.reached == []
    assert hostile.watch.most["processes"] < 260 and hostile.watch.most["threads"] < 400
    assert hostile.watch.most["memory"] < 4.5 * 2**30  # two workers, 1 GiB for each submission
    for line in Path("/proc/sysvipc/shm").read_text().splitlines()[1:]:
        assert int(line.split()[0]) & 0xFFFFFFFF != 0x4F574E44


@cases(HARMING)
def test_a_harmful_submission_leaves_no_trace(hostile, attack):
    mark = f"OWNED-{attack.name}"
    places = [p for p in map(Path, ("/tmp", "/var/tmp", "/dev/shm", "/run/lock")) if p.is_dir()]
    assert [p for place in places for p in place.iterdir() if p.name.startswith("OWNED")] == []
    assert 86_400 not in [os.stat(device).st_mtime for device in ("/dev/full", "/dev/urandom")]
    for process in psutil.process_iter(["cmdline"]):
        assert mark not in " ".join(process.info["cmdline"] or [])
    own = ("submitted", "autograded", "feedback", ".grading")
    for path in (p for p in hostile.folder.rglob("*") if p.is_file()):
        part = path.relative_to(hostile.folder).parts
        assert attack.name in part or part[0] in own or mark.encode() not in path.read_bytes(), path
        if part[0] in ("autograded", "submitted") and not any(attack.name in p for p in part):
            assert mark.encode() not in path.read_bytes(), path
    assert mark not in hostile.log
    graded = hostile.folder / "autograded" / attack.name / demo.ASSIGNMENT
    assert [p.name for p in graded.iterdir()] == [demo.FILE]
    notebook = nbformat.read(graded / demo.FILE, as_version=4)
    assert (graded / demo.FILE).stat().st_size < 30 * 2**20
    for cell in notebook.cells:
        assert cell.cell_type != "markdown" or "<script" not in cell.source
        for output in cell.get("outputs", []):
            assert set(output.get("data", {})) <= {"text/plain", "image/png"}


class Tags(HTMLParser):
    """All tags of a page with their attributes, and the text of its scripts."""

    def __init__(self, page: Path):
        super().__init__()
        self.tags: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append(f"{tag} {attrs}")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1].startswith(("script", "style")):
            self.tags.append(data)


def test_pages_of_attackers_hold_no_script(hostile):
    for student in FEEDBACK_FOR[:4]:
        page = hostile.folder / "feedback" / student / demo.ASSIGNMENT / f"{demo.NOTEBOOK}.html"
        tags = Tags(page).tags
        assert len(tags) > 100 and "OWNED" in page.read_text(encoding="utf-8")  # it is there, as text
        marked = [t for t in tags if "OWNED" in t]
        # A link whose scheme was broken is none of a script's.
        addresses = [re.fullmatch(r"a \[\('href', [\"'](.*)[\"']\)\]", t) for t in marked]
        assert all(addresses), marked  # text alone, or a link
        for address in addresses:
            assert not re.match(r"[\s\x00-\x20]*(javascript|data|vbscript)\s*:", address[1], re.I), address[1]


def test_formulas_of_attackers_make_no_links(hostile):
    page = hostile.folder / "feedback" / "link_in_a_formula" / demo.ASSIGNMENT / f"{demo.NOTEBOOK}.html"
    text = page.read_text(encoding="utf-8").partition("<body")[2]
    assert text.count("OWNED-link_in_a_formula") >= 7
    assert not re.search(r"\\(href|mmlToken|bbox|style)", text)


# ---- leaking


@pytest.fixture(scope="module")
def hidden_values(beale, judge) -> set[str]:
    """The numbers with which hidden tests call a student's functions in this class, as text."""
    return attack_suite.hidden_values(beale, SEED, judge)


@cases(LEAKING)
def test_a_leak_shows_nothing_hidden(hostile, hidden_values, beale, attack):
    assert len(hidden_values) > 30
    pages = [*(hostile.folder / "autograded" / attack.name).rglob("*"), *(hostile.folder / "feedback").rglob("*.html")]
    shown = "\n".join(p.name + "\n" + attack_suite.readable(p) for p in pages if p.is_file())
    assert len(shown) > 2000
    for secret in (CANARY, SEED, *attack_suite.hidden_lines(beale)):
        assert attack_suite.one_line(secret) not in shown, secret
    own = "\n".join(t for _, _, t in attack.sections)
    found = [v for v in hidden_values if v in shown and v not in own]
    assert not found, found


def test_there_are_enough_attacks():
    winning = [sum(a.wins for a in kind) for kind in (FORGING, LEAKING, HARMING)]
    assert winning[0] >= 30 and winning[1] >= 10 and winning[2] >= 15
    names = [a.name for a in (*FORGING, *LEAKING, *HARMING)]
    assert len(names) == len(set(names)) == len(list(Path(attack_suite.FOLDER).rglob("*.py")))


def test_attacks_win_where_nothing_holds_them_back(course):
    # One against stock nbgrader, one against isolation = "none"; neither touches anything but its own class.
    names = ["hidden_inputs_printed", "gradebook_defaced"]
    done = subprocess.run([sys.executable, "tools/attacks.py", *names], cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 of 2 attacks win" in done.stdout
