"""Shows that each attack of the suite wins somewhere: one that wins nowhere proves nothing. Called by ``make bench``.

Each attacker is a class of one beside a victim, graded by stock nbgrader, or by ours with ``isolation = "none"``, as
the attack's file says. Nothing holds them back there: run this on a machine where that may happen.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import nbformat
import psutil
from bench import STOCK
from rich.console import Console

from course_lib.grading import demo, samples, spec
from course_lib.grading.course import Course
from course_lib.grading.spec import NotebookSpec

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "grading"))
import attack_suite
from attack_suite import Attack

POINTS = """
select sum(max(coalesce(g.auto_score, 0), coalesce(g.manual_score, 0)) + coalesce(g.extra_credit, 0)) from grade g
join submitted_notebook n on g.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id
where s.student_id = 'mallory'
"""
NBGRADER = [sys.executable, "-m", "nbgrader"]
CANARY, VICTIM, SEED = "CANARY-5f1d", "VICTIM-SECRET-ANSWER", "00112233445566778899aabbccddeeff"
LIMITS = "[limits]\ncell_seconds = 15\ntest_seconds = 15\nsubmission_seconds = 120\n"
PLACES = [Path(p) for p in ("/tmp", "/dev/shm", "/var/tmp", "/run/lock") if Path(p).is_dir()]
LISTENER = 47391
KEY = "0x4f574e44"
#: From which increase on a number of the machine's, or of nbgrader's process, is a trace of an attack.
PEAKS = {
    "memory, GB": 2.5,
    "shared memory, GB": 2.0,
    "processes": 100,
    "threads": 900,
    "open files": 5000,
    "memory of nbgrader itself, GB": 0.8,
}


@dataclass
class Graded:
    """A class of one attacker that was graded, and what could be seen from outside."""

    folder: Path
    home: Path
    code: int
    seconds: float
    log: bytes
    peaks: dict[str, float] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    bystander_lives: bool = True


def prepare(course: Course, folder: Path, mode: str) -> None:
    """Lay out a class in which a victim has been graded."""
    demo.course_folder(course, folder, demo.ASSIGNMENT)
    if mode == "stock":
        (folder / "nbgrader_config.py").write_text(STOCK.replace("120", "40"), encoding="utf-8")
        shutil.rmtree(folder / "release")
        subprocess.run([*NBGRADER, "generate_assignment", demo.ASSIGNMENT], cwd=folder, check=True, capture_output=True)
    else:
        toml = (folder / "course.toml").read_text(encoding="utf-8").partition("[limits]")[0] + LIMITS
        toml = toml.replace('isolation = "bubblewrap"', 'isolation = "none"')
        (folder / "course.toml").write_text(toml, encoding="utf-8")
    (folder / "gradebook.seed").write_text(json.dumps({demo.ASSIGNMENT: SEED}), encoding="utf-8")
    (folder / "canary.txt").write_text(f"{CANARY}-course\n", encoding="utf-8")
    place = folder / "submitted" / "victim" / demo.ASSIGNMENT
    place.mkdir(parents=True)
    notebook = samples.released(spec.load(course, demo.ASSIGNMENT)[demo.NOTEBOOK])
    next(c for c in notebook["cells"] if samples.grade_id(c) == "q1_minimum")["source"] = f"min_x = 3  # {VICTIM}"
    (place / demo.FILE).write_bytes(samples.as_bytes(notebook))
    subprocess.run([*NBGRADER, "autograde", demo.ASSIGNMENT], cwd=folder, check=True, capture_output=True)


def grade(template: Path, folder: Path, files: dict[str, bytes], feedback: bool = False) -> Graded:
    """Grade what the attacker hands in."""
    shutil.copytree(template, folder)
    place, home = folder / "submitted" / "mallory" / demo.ASSIGNMENT, folder.with_name(folder.name + ".home")
    home.mkdir()
    (home / "canary.txt").write_text(f"{CANARY}-home\n", encoding="utf-8")
    place.mkdir(parents=True)
    for name, data in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    environment = os.environ | {"HOME": str(home), "COURSE_CANARY": f"{CANARY}-env"}
    words = [*NBGRADER, "autograde", demo.ASSIGNMENT, "--student", "mallory"]
    begun = time.monotonic()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            words, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            code = process.wait(200)
        except subprocess.TimeoutExpired:
            for number in (signal.SIGCONT, signal.SIGKILL):
                os.killpg(process.pid, number)
            code = process.wait()
    done = Graded(folder, home, code, time.monotonic() - begun, (folder / "log").read_bytes())
    if feedback:
        words = [*NBGRADER, "generate_feedback", demo.ASSIGNMENT, "--student", "mallory"]
        subprocess.run(words, cwd=folder, env=environment, capture_output=True, check=False)
    return done


# ---- how success shows


def forged(done: Graded) -> list[str]:
    """Return what a forgery won: points, where blank work has none."""
    try:
        with sqlite3.connect(done.folder / "gradebook.db") as db:
            points = db.execute(POINTS).fetchone()[0] or 0.0
    except sqlite3.Error as error:
        return [f"the gradebook cannot be read ({error})"]
    return [f"{points:g} points"] if points else []


def leaked(done: Graded, attack: Attack, notebook: NotebookSpec, values: set[str]) -> list[str]:
    """Return what is shown that is hidden: in the student's own graded notebook, or in a page left for others."""
    pages = [*(done.folder / "autograded" / "mallory").rglob("*"), *(done.folder / "feedback").rglob("*.html")]
    shown = "\n".join(p.name + "\n" + attack_suite.readable(p) for p in pages if p.is_file())
    own = "\n".join(text for _, _, text in attack.sections)
    found = [word for word in (f"{CANARY}-course", f"{CANARY}-home", f"{CANARY}-env", VICTIM, SEED) if word in shown]
    lines = sum(line in shown for line in attack_suite.hidden_lines(notebook))
    inputs = sum(value in shown and value not in own for value in values)
    return found + [f"{lines} hidden lines"] * (lines > 0) + [f"{inputs} hidden inputs"] * (inputs > 0)


class Machine:
    """Watches what the machine has: processes, memory, files, and what arrives at two sockets."""

    def __init__(self, folder: Path):
        self.heard: list[str] = []
        self.tcp, self.local = socket.create_server(("127.0.0.1", 0)), socket.socket(socket.AF_UNIX)
        self.local.bind("\0course-canary")
        self.local.listen()
        for server in (self.tcp, self.local):
            threading.Thread(target=self._listen, args=(server,), daemon=True).start()
        (folder / "canary.port").write_text(str(self.tcp.getsockname()[1]), encoding="utf-8")

    def _listen(self, server: socket.socket) -> None:
        while True:
            try:
                self.heard.append(repr(server.accept()[0].recv(60)))
            except OSError:
                return

    @staticmethod
    def now() -> dict[str, float]:
        """Return the numbers of this moment."""
        memory = psutil.virtual_memory()
        threads = int(Path("/proc/loadavg").read_text().split()[3].partition("/")[2])
        files = int(Path("/proc/sys/fs/file-nr").read_text().split()[0])
        gone = (memory.total - memory.available) / 2**30
        numbers = (gone, memory.shared / 2**30, len(psutil.pids()), threads, files, _memory_of_nbgrader() / 2**30)
        return dict(zip(PEAKS, map(float, numbers), strict=True))

    def watch(self, grading: Callable[[], Graded]) -> Graded:
        """Grade, and write down by how much each number grew."""
        before, ended = self.now(), threading.Event()
        peaks = dict.fromkeys(before, 0.0)

        def look() -> None:
            while not ended.wait(0.15):
                now = self.now()
                peaks.update({name: max(peaks[name], now[name] - before[name]) for name in now})

        self.heard.clear()
        watcher = threading.Thread(target=look)
        watcher.start()
        with subprocess.Popen(["sleep", "300.5150"]) as bystander:
            done = grading()
            done.bystander_lives = bystander.poll() is None
            bystander.kill()
        ended.set()
        watcher.join()
        done.peaks, done.heard = peaks, list(self.heard)
        return done


def _memory_of_nbgrader() -> int:
    """Return the bytes that nbgrader's own process holds; 0 when none runs."""
    for process in psutil.Process().children():
        with contextlib.suppress(psutil.Error):
            if "nbgrader" in process.cmdline():
                return process.memory_info().rss
    return 0


def harmed(done: Graded, attack: Attack) -> list[str]:
    """Return the traces that an attack left, and remove them."""
    mark = f"OWNED-{attack.name}"
    found = [f"{name} +{done.peaks[name]:.3g}" for name, bound in PEAKS.items() if done.peaks[name] > bound]
    found += [f"exit code {done.code}"] * (done.code != 0) + [f"{done.seconds:.0f} s"] * (done.seconds > 60)
    found += [f"heard {text}" for text in done.heard] + ["a bystander was ended"] * (not done.bystander_lives)
    found += ["terminal codes in the log"] * (b"\x1b]0;" + mark.encode() in done.log)
    found += [f"log of {len(done.log) / 1e6:.0f} MB"] * (len(done.log) > 20e6)
    own = done.folder / "autograded" / "mallory"
    graded = own / demo.ASSIGNMENT / demo.FILE
    found += ["no graded notebook"] * (not graded.exists())
    if graded.exists():
        found += _shown(graded, mark)
    for path in (done.folder / "feedback" / "mallory").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        active = rf"<(script|img|iframe|svg|a)\b[^>]*>?[^<]{{0,20}}{mark}|javascript:alert\(.{{1,8}}{mark}"
        formula = rf"\\(href|mmlToken|bbox|style)[^$]{{0,60}}{mark}"
        found += ["script in the page"] * bool(re.search(active, text))
        found += ["a formula that links"] * bool(re.search(formula, text))
    for path in (p for p in [*done.folder.rglob("*"), *done.home.rglob("*")] if p.is_file() and not p.is_symlink()):
        if "mallory" not in path.parts and path.name != "log" and mark.encode() in path.read_bytes():
            found.append(f"{mark} in {path.relative_to(done.folder.parent)}")
    opened = [done.folder / "gradebook.seed", done.folder / "gradebook.db"]
    found += [f"mode 777 of {p.name}" for p in opened if p.exists() and p.stat().st_mode & 0o777 == 0o777]
    try:
        with sqlite3.connect(done.folder / "gradebook.db") as db:
            names = {row[0] for row in db.execute("select id from student")}
        found += ["students are missing"] * (not {"victim", "mallory"} <= names)
    except sqlite3.Error as error:
        found.append(f"the gradebook cannot be read ({error})")
    return found + _left(done, mark)


def _shown(graded: Path, mark: str) -> list[str]:
    found = [f"graded notebook of {graded.stat().st_size / 1e6:.0f} MB"] * (graded.stat().st_size > 20e6)
    cells = nbformat.reads(graded.read_text(encoding="utf-8"), as_version=4).cells
    kinds = {kind for c in cells for o in c.get("outputs", []) for kind in o.get("data", {}) if mark in str(o["data"])}
    return found + ["active output"] * bool(kinds - {"text/plain", "image/png"})


def _clean() -> None:
    """Remove what attacks left in folders that all share."""
    for path in (p for place in PLACES for p in place.glob("*OWNED*")):
        subprocess.run(["rm", "-rf", str(path)], check=False)


def _left(done: Graded, mark: str) -> list[str]:
    """Return what is left on the machine, and remove it."""
    found = []
    for path in [p for place in PLACES for p in place.glob("*OWNED*")] + [
        p for p in Path(tempfile.gettempdir()).glob("course-work-*") if any(p.glob("OWNED*"))
    ]:
        found.append(f"left {path}")
        subprocess.run(["rm", "-rf", str(path)], check=False)
    try:
        with socket.create_connection(("127.0.0.1", LISTENER), 1) as connection:
            found.append(f"still served: {connection.recv(50)!r}")
    except OSError:
        pass
    shared = subprocess.run(["ipcs", "-m", "-q"], capture_output=True, text=True, check=False).stdout
    if KEY in shared:
        found.append("System V shared memory or queue")
        for kind in ("-M", "-Q"):
            subprocess.run(["ipcrm", kind, KEY], capture_output=True, check=False)
    for device in ("/dev/full", "/dev/urandom"):
        if os.stat(device).st_mtime == 86_400:
            found.append(f"the time of {device}")
            os.utime(device)
    for process in psutil.process_iter(["pid", "cmdline", "cwd"]):
        words, place = " ".join(process.info["cmdline"] or []), process.info["cwd"] or ""
        if process.pid != os.getpid() and (mark in words or str(done.folder) in place):
            found.append("a process lives on")
            process.kill()
    return found


def main() -> None:
    """Let every attack win where its file says so; print what it wins, and fail if one wins nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="attacks (all by default)")
    options = parser.parse_args()
    course, console = Course.find(), Console(width=150, highlight=False)
    specs = spec.load(course, demo.ASSIGNMENT)
    notebook = specs[demo.NOTEBOOK]
    attacks = [a for kind in ("forging", "leaking", "harming") for a in attack_suite.load(kind)]
    attacks = [a for a in attacks if a.wins and (not options.names or a.name in options.names)]
    values = {mode: attack_suite.hidden_values(notebook, s) for mode, s in (("stock", "in Jupyter"), ("none", SEED))}
    lost = []
    with tempfile.TemporaryDirectory(prefix="course-attacks-", ignore_cleanup_errors=True) as top:
        templates = {mode: Path(top) / f"template-{mode}" for mode in ("stock", "none")}
        for mode, folder in templates.items():
            prepare(course, folder, mode)
        machine = Machine(templates["none"])
        shutil.copy(templates["none"] / "canary.port", templates["stock"])

        def graded(attack: Attack) -> Graded:
            files, feedback = attack_suite.hand_in(attack, specs[attack.notebook]), "feedback" in attack.trace
            return grade(templates[attack.wins_against], Path(top) / attack.name, files, feedback)

        def won(attack: Attack) -> list[str]:
            if attack.kind == "harming":
                _clean()  # what the attacks before it left is none of its traces
                return harmed(machine.watch(lambda: graded(attack)), attack)
            done = graded(attack)
            return (
                forged(done)
                if attack.kind == "forging"
                else leaked(done, attack, notebook, values[attack.wins_against])
            )

        quiet, loud = [a for a in attacks if a.kind != "harming"], [a for a in attacks if a.kind == "harming"]
        with ThreadPoolExecutor(psutil.cpu_count()) as threads:
            for attack, wins in chain(zip(quiet, threads.map(won, quiet), strict=True), ((a, won(a)) for a in loud)):
                where = {"stock": "stock nbgrader", "none": 'isolation = "none"'}[attack.wins_against]
                console.print(f"{attack.kind:8} {attack.name:42} {where:20} {'; '.join(wins)[:90] or 'WINS NOTHING'}")
                lost += [] if wins else [attack.name]
        _clean()
    console.print(f"{len(attacks) - len(lost)} of {len(attacks)} attacks win where they are not held back")
    if lost:
        sys.exit("these win nothing, and prove nothing: " + ", ".join(lost))


if __name__ == "__main__":
    main()
