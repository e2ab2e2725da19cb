"""Unpacks what an LMS hands out into ``submitted/``: Moodle's, Canvas's and Gradescope's archives.

An archive holds what students uploaded, so nothing in it is trusted: sizes and numbers are bounded while reading,
links and paths that lead elsewhere are left out, and names become plain ones. What is there already is never lost.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import shutil
import stat
import unicodedata
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from course_lib.grading.course import Course, CourseError
from course_lib.grading.repair.reading import MAX_BYTES
from course_lib.grading.repair.reading import MAX_TOTAL as OF_STUDENT
from course_lib.grading.store import write

MAX_ENTRIES = 50_000
MAX_TOTAL = 4 * 2**30  # bytes, unpacked
MAX_OF_STUDENT = 60  # files
MAX_NOTES = 20  # what is left out of one student's files by name
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # only these are unpacked no further than asked
AND_MORE = "more was left out"
MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?P<kind>file|onlinetext)_?(?P<rest>/.+|[^/]+)$")
CANVAS = re.compile(r"^(?P<name>[^_/]+)_(?P<late>LATE_)?(?P<id>\d+)_(?P<submission>\d+)_(?P<rest>[^/]+)$")
GRADESCOPE = re.compile(r"^(?:[^/]+/)?(?P<id>submission_\d+)/(?P<rest>.+)$")
TABLE, MAX_TABLE = "submission_metadata.yml", 64 * 2**20  # Gradescope's own list of who handed in what
#: Columns of the list of students that each LMS exports: the identifier in the archive, the student's own id.
ROSTERS = {
    "moodle": (("Identifier",), ("ID number", "Username", "Email address")),
    "canvas": (("ID",), ("SIS User ID", "SIS Login ID")),
    "gradescope": ((), ()),
}


@dataclass
class Hand:
    """What one student handed in: files by name, when, and what was left out and why."""

    student: str
    files: dict[str, bytes] = field(default_factory=dict)
    timestamp: str = ""
    partners: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(archive: Path, lms: str, roster: Path | None = None) -> list[Hand]:
    """Return what each student handed in, sorted by student.

    Parameters
    ----------
    archive : Path
        The zip file as the LMS gives it: Moodle's "Download all submissions" (with or without folders), Canvas's
        "Download submissions", Gradescope's "Export submissions".
    lms : {"moodle", "canvas", "gradescope"}
    roster : Path, optional
        Moodle's grading worksheet or Canvas's grade export (CSV): with it, students are called by their own id
        rather than by the name and number in the archive.

    Raises
    ------
    CourseError
        If the file is no zip archive, is too large, or holds nothing that looks like this LMS.
    """
    if lms not in ROSTERS:
        raise CourseError(f"--from {lms!r}: expected one of {', '.join(ROSTERS)}")
    own_ids = _roster(roster, lms) if roster else {}
    hands: dict[str, Hand] = {}
    try:
        with zipfile.ZipFile(archive) as file:
            entries = _entries(archive, file)
            people = _gradescope_people(archive, file) if lms == "gradescope" else {}
            for entry in entries:
                _take(file, entry, lms, own_ids, people, hands)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, NotImplementedError) as error:
        raise CourseError(f"{archive}: it cannot be read as a zip archive ({error})") from error
    if not hands:
        shown = ", ".join(repr(e.filename[:80]) for e in entries[:3]) or "nothing"
        raise CourseError(f"{archive}: no entry looks like one of {lms}'s; it holds {shown}")
    return sorted(hands.values(), key=lambda hand: hand.student)


def _entries(archive: Path, file: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = _of_use(file)
    total = sum(e.file_size for e in entries)
    if len(entries) > MAX_ENTRIES or total > MAX_TOTAL:
        raise CourseError(
            f"{archive}: it has {len(entries)} files of {total / 2**20:.0f} MB in all; "
            f"at most {MAX_ENTRIES} and {MAX_TOTAL / 2**20:.0f} MB are unpacked"
        )
    return entries


def _of_use(file: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return an archive's files, notebooks first: others, however many, take no room from them.

    What lies in hidden folders (checkpoints, a repository's own files) is none of a student's work.
    """
    found = []
    for entry in file.infolist():
        parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
        hidden = any((p.startswith(".") and p != "..") or p == "__MACOSX" for p in parts[:-1])
        if not entry.is_dir() and not hidden and not (parts and parts[-1].startswith("._")):
            found.append(entry)
    return sorted(found, key=lambda e: not e.filename.lower().endswith((".ipynb", ".zip")))


def _take(
    file: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    lms: str,
    own_ids: dict[str, str],
    people: dict[str, list[dict]],
    hands: dict[str, Hand],
) -> None:
    """Put one entry of the archive among what its student handed in."""
    path = entry.filename.replace("\\", "/")
    match = {"moodle": MOODLE, "canvas": CANVAS, "gradescope": GRADESCOPE}[lms].match(path)
    if match is None:
        return
    notes = []
    if lms == "gradescope":
        submitters = people.get(match["id"], [])
        ids = [_student(str(p.get(":sid") or p.get(":email") or p.get(":name") or "")) for p in submitters]
        student, *partners = [i for i in ids if i] or [match["id"]]
        hand = hands.setdefault(student, Hand(student, partners=partners))
        hand.timestamp = hand.timestamp or str(next((p["created_at"] for p in submitters if "created_at" in p), ""))
    else:
        fallback = f"{_plain(match['name']) or 'student'}-{match['id']}"
        student = own_ids.get(match["id"], fallback)
        hand = hands.setdefault(student, Hand(student))
        if lms == "moodle" and path.count("_assignsubmission_") > 1:
            notes.append(f"{path[-120:]!r} may be another student's: a name or file is called like Moodle's own")
        if own_ids and match["id"] not in own_ids:
            notes.append(f"{match['name'][:80]!r} ({match['id']}) is not on the list of students")
        if lms == "canvas" and match["late"]:
            notes.append("handed in late, as Canvas says")
    hand.notes += [note for note in notes if note not in hand.notes]
    _read_entry(file, entry, match["rest"].lstrip("/"), hand)


def _read_entry(file: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, hand: Hand, depth: int = 0) -> None:
    parts = PurePosixPath(name).parts
    shown = repr(name[-80:])
    if len(hand.notes) >= MAX_NOTES:
        if hand.notes[-1] != AND_MORE:
            hand.notes.append(AND_MORE)
    elif stat.S_ISLNK(entry.external_attr >> 16):
        hand.notes.append(f"{shown} was left out: it is a link")
    elif name.startswith("/") or ".." in parts or not parts or ":" in parts[0]:
        hand.notes.append(f"{shown} was left out: its path leads elsewhere")
    elif entry.compress_type not in METHODS:
        hand.notes.append(f"{shown} was left out: it is packed by another method than zip's usual one")
    elif entry.flag_bits & 1:
        hand.notes.append(f"{shown} was left out: it is encrypted")
    elif len(hand.files) >= MAX_OF_STUDENT:
        hand.notes.append(f"{shown} was left out: more than {MAX_OF_STUDENT} files")
    else:
        try:
            with file.open(entry) as stream:
                data = stream.read(MAX_BYTES + 1)  # what the archive says of a size may be wrong
        except Exception as error:  # a damaged archive fails in many ways
            hand.notes.append(f"{shown} was left out: it is damaged ({error})")
            return
        if len(data) > MAX_BYTES:
            hand.notes.append(f"{shown} was left out: it is larger than {MAX_BYTES / 2**20:.0f} MB")
        elif sum(map(len, hand.files.values())) + len(data) > OF_STUDENT:
            hand.notes.append(f"{shown} was left out: more than {OF_STUDENT / 2**20:.0f} MB in all")
        elif data.startswith(b"PK\x03\x04") and depth == 0 and name.lower().endswith(".zip"):
            _read_inner(data, shown, hand)
        else:
            _add(hand, "-".join(parts) if len(parts) > 1 else parts[0], data)


def _read_inner(data: bytes, shown: str, hand: Hand) -> None:
    """Unpack an archive that a student uploaded, one level deep."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as inner:
            for entry in _of_use(inner)[: 4 * MAX_OF_STUDENT]:
                _read_entry(inner, entry, entry.filename.replace("\\", "/"), hand, depth=1)
    except Exception as error:  # a damaged archive fails in many ways
        hand.notes.append(f"{shown} was left out: it is a damaged archive ({type(error).__name__}: {error})")


def _add(hand: Hand, name: str, data: bytes) -> None:
    """Add a file under a plain name; another of the same name and content counts once."""
    stem, dot, end = name.rpartition(".")  # a long name loses none of its end
    end = _plain(end)[:20] if dot else ""
    stem, dot = _plain(stem if dot else name, keep=" ()"), "." if end else ""
    stem, number = stem or "file", 1
    wanted = f"{stem}{dot}{end}"
    if wanted.lower() == "timestamp.txt":
        hand.notes.append("'timestamp.txt' was left out: only the LMS says when something was handed in")
        return
    while wanted in hand.files and hand.files[wanted] != data:
        number += 1
        wanted = f"{stem}-{number}{dot}{end}"
    hand.files[wanted] = data


def _plain(text: str, keep: str = "") -> str:
    """Return a text as a plain file name: letters without accents, digits, ``. _ -``."""
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = re.sub(rf"[^A-Za-z0-9._@{re.escape(keep)}-]+", "_", text).strip("._- ")
    return text[:100]


def _student(text: str) -> str:
    """Return a student's own id as the name of a folder; two ids never become one."""
    plain = _plain(text)
    exact = plain == text.strip()
    return plain if exact or not plain else f"{plain}-{hashlib.sha256(text.strip().encode()).hexdigest()[:6]}"


def _roster(path: Path, lms: str) -> dict[str, str]:
    """Return the students' own ids by the number that stands in the archive."""
    keys, own = ROSTERS[lms]
    if not keys:
        raise CourseError(f"{path}: Gradescope's archive names the students itself; leave --roster out")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CourseError(f"{path}: the list of students cannot be read ({error})") from error
    columns = list(rows[0]) if rows else []
    key = next((c for c in keys if c in columns), None)
    ids = [c for c in own if c in columns]
    if key is None or not ids:
        wanted, there = f"{' or '.join(keys)} and {' or '.join(own)}", ", ".join(columns) or "none"
        raise CourseError(f"{path}: expected the columns {wanted}; found {there}")
    found = {}
    for row in rows:
        number = re.search(r"\d+", row[key] or "")
        student = next((_student(row[c]) for c in ids if (row[c] or "").strip()), "")
        if number and student:
            found[number[0]] = student
    return found


def _gradescope_people(archive: Path, file: zipfile.ZipFile) -> dict[str, list[dict]]:
    """Return the submitters of each submission, from the archive's own table."""
    import yaml

    # Students can hand in a file of that name: theirs lie in the folders of submissions.
    names = [n for n in file.namelist() if PurePosixPath(n).name == TABLE and not GRADESCOPE.match(n)]
    name = names[0] if len(names) == 1 else None
    if name is None or file.getinfo(name).file_size > MAX_TABLE:
        raise CourseError(f"{archive}: not one {TABLE} that can be read; is it Gradescope's export?")
    try:
        with file.open(name) as stream:
            data = yaml.safe_load(stream.read(MAX_TABLE))
    except yaml.YAMLError as error:
        raise CourseError(f"{archive}: {name} cannot be read ({error})") from error
    people: dict[str, list[dict]] = {}
    for key, one in (data if isinstance(data, dict) else {}).items():
        submitters = one.get(":submitters") if isinstance(one, dict) else None
        created = one.get(":created_at") if isinstance(one, dict) else None
        listed = [p for p in submitters or [] if isinstance(p, dict)]
        people[str(key)] = [
            p | ({"created_at": created} if isinstance(created, datetime | str) else {}) for p in listed
        ]
    return people


def store(course: Course, assignment: str, hands: list[Hand], replace: bool = False) -> list[str]:
    """Write hand-ins to ``submitted/<student>/<assignment>/`` and return what was done, a line a student.

    A student who has other files there keeps them, and is named, unless ``replace`` is set; then the old ones move
    to ``.grading/replaced/``. Pairs that Gradescope names are added to nothing: they are returned to be entered.
    """
    lines = []
    for hand in hands:
        folder = course.root / "submitted" / hand.student / assignment
        old = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} if folder.is_dir() else {}
        new = hand.files | ({"timestamp.txt": hand.timestamp.encode()} if hand.timestamp else {})
        said = f"{len(hand.files)} files"
        if not hand.files:
            said = "nothing to collect"
        elif old == new:
            said = "as before"
        elif old and not replace:
            said = "NOT collected: other files are there already (--replace puts these in their place)"
        else:
            if old:
                target = _free(course.root / ".grading" / "replaced" / assignment / hand.student)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(folder, target)
                said += f", the old ones are in {target.relative_to(course.root)}"
            for name, data in new.items():
                write(folder / name, data)
        pair = f"; with {', '.join(hand.partners)} (for pairs.csv)" if hand.partners else ""
        lines.append(f"{hand.student}: {said}{pair}" + "".join(f"; {note}" for note in hand.notes))
    return lines


def _free(path: Path) -> Path:
    number = 1
    while path.with_name(f"{path.name}.{number}").exists():
        number += 1
    return path.with_name(f"{path.name}.{number}")
