"""Reads handed-in files as notebook cells, or says in words why they cannot be read.

:func:`collect` only copies bytes, and runs where the gradebook is; everything else looks into them, and runs in the
judge's sandbox.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MAX_BYTES = 30 * 2**20  # of one file
MAX_TOTAL = 90 * 2**20  # of all files of one submission
MAX_FILES = 60
MAX_LEVELS = 8  # folders in folders
MAX_SEEN = 20_000  # files that are looked at by name
MAX_NAMED = 20  # files that are named because they are no notebooks
NO_NOTEBOOK = "it is no notebook (.ipynb)"
ARCHIVE = "it is an archive, not a notebook: hand in the .ipynb files themselves"
ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")
MAX_CELLS = 3_000
MAX_CELL_CHARACTERS = 400_000
#: A picture inside a text, as Colab and JupyterLab paste it.
PICTURE = re.compile(r"data:image/[\w.+-]+;base64,[\w+/=%-]+|(?<=[(\"'])attachment:[^\s)\"'>]+")


class Unreadable(Exception):
    """A file that is no notebook; the message is for the student."""


@dataclass
class HandedCell:
    """One cell of a handed-in notebook, stripped to what repair needs."""

    kind: str  # "code", "markdown" or "raw"
    source: str
    grade_id: str = ""
    id: str = ""
    position: int = 0
    pictures: int = 0  # that stood in its text


@dataclass
class Handed:
    """A notebook as handed in, under the name of its file."""

    name: str
    cells: list[HandedCell]
    notes: list[str] = field(default_factory=list)


@dataclass
class HandIn:
    """The files of one submission that may be notebooks, by name, and why others could not be taken."""

    files: dict[str, bytes] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def collect(folder: Path) -> HandIn:
    """Return the files of a submission's folder that may be notebooks, whatever they are called. Never raises."""
    found, total, crowded = HandIn(), 0, 0
    may_be, others = candidates(folder)
    for path in others[:MAX_NAMED]:
        archive = path.name.lower().endswith(ARCHIVES)
        found.problems[path.relative_to(folder).as_posix()] = ARCHIVE if archive else NO_NOTEBOOK
    for path in may_be:
        name = path.relative_to(folder).as_posix()
        if crowded and len(found.files) >= MAX_FILES:
            continue
        try:
            data = read_bytes(path)
        except Exception as error:
            found.problems[name] = str(error) if isinstance(error, Unreadable) else f"the file cannot be read ({error})"
            continue
        if total + len(data) > MAX_TOTAL or len(found.files) >= MAX_FILES:
            if crowded < MAX_NAMED:
                found.problems[name] = "there were too many files before it; hand in the assignment's notebooks only"
            crowded += 1
        else:
            total += len(data)
            found.files[name] = data
    return found


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file of bounded size. Links are not followed. Raises Unreadable."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        link = error.errno == errno.ELOOP
        raise Unreadable(
            "it is a link to another file, not a file" if link else f"the file cannot be read ({error.strerror})"
        ) from error
    try:
        status = os.fstat(fd)
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("it is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("it is not a regular file")
        if status.st_size > MAX_BYTES:
            raise Unreadable(
                f"it has {status.st_size / 2**20:.0f} MB; at most {MAX_BYTES / 2**20:.0f} MB can be read. "
                "Clear the outputs and save again"
            )
        with os.fdopen(os.dup(fd), "rb") as file:
            return file.read(MAX_BYTES)
    except OSError as error:
        raise Unreadable(f"the file cannot be read ({error.strerror})") from error
    finally:
        os.close(fd)


def parse(data: bytes) -> tuple[list[HandedCell], list[str]]:
    """Return the cells of a notebook's bytes, and notes on what was unusual. Raises Unreadable."""
    notebook = _json(data)
    notes = []
    if not isinstance(notebook, dict):
        raise Unreadable("it holds JSON, but no notebook")
    cells = notebook.get("cells")
    if cells is None and isinstance(notebook.get("worksheets"), list):
        notes.append("the notebook was saved in the old format 3")
        sheets = [s for s in notebook["worksheets"] if isinstance(s, dict)]
        cells = [c for s in sheets for c in (s.get("cells") if isinstance(s.get("cells"), list) else [])]
    if not isinstance(cells, list):
        raise Unreadable("it holds JSON, but no notebook: there is no list of cells")
    if len(cells) > MAX_CELLS:
        raise Unreadable(f"it has {len(cells)} cells; at most {MAX_CELLS} can be read")
    read_cells = [_cell(position, cell) for position, cell in enumerate(cells)]
    good = [c for c in read_cells if c is not None]
    cut = sum(len(c.source) > MAX_CELL_CHARACTERS for c in good)
    for one in good:
        one.source = one.source[:MAX_CELL_CHARACTERS]
    if cut:
        notes.append(f"{cut} cells of more than {MAX_CELL_CHARACTERS} characters were cut")
    if len(good) < len(read_cells):
        notes.append(f"{len(read_cells) - len(good)} cells could not be read and were left out")
    return good, notes


def _json(data: bytes) -> Any:
    if not data.strip(b" \t\r\n\0"):
        raise Unreadable("the file is empty")
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype", b"<html", b"<!--", b"<?xml")):
        raise Unreadable("it is a web page, not a notebook. In Colab, use File, Download, Download .ipynb")
    if data.startswith(b"PK\x03\x04"):
        raise Unreadable("it is a zip archive, not a notebook")
    if data.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise Unreadable("it is an archive, not a notebook")
    if start.startswith(b"version https://git-lfs"):
        raise Unreadable("it is a pointer of Git LFS, not the notebook itself")
    if data.startswith(b"%PDF"):
        raise Unreadable("it is a PDF, not a notebook")
    text = None
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    if text is None:
        raise Unreadable("it is not a text file")
    try:
        return json.loads(text, parse_int=_small_int)
    except RecursionError as error:
        raise Unreadable("its JSON is nested too deeply for a notebook") from error
    except ValueError as error:
        line = getattr(error, "lineno", None)
        where = f" (line {line})" if line else ""
        if re.search(r"^<{7}( |$)", text, re.M):
            raise Unreadable(f"Git's conflict markers (<<<<<<<) stand in it{where}: settle the merge first") from error
        if not text.lstrip().startswith(("{", "[")):
            raise Unreadable(f"it is not a notebook: it begins with {text.strip()[:30]!r}") from error
        whole = text.rstrip().rstrip("\0").endswith("}") or getattr(error, "msg", "") == "Extra data"
        raise Unreadable(
            f"it is not valid JSON{where}"
            if whole
            else f"it breaks off before its end{where}: the upload or the save was cut short"
        ) from error


def _small_int(digits: str) -> int:
    return int(digits[:18])


def _cell(position: int, cell: Any) -> HandedCell | None:
    if not isinstance(cell, dict):
        return None
    kind = cell.get("cell_type")
    source = cell.get("source", cell.get("input"))
    if isinstance(source, list):
        lines = [s for s in source if isinstance(s, str)]
        source = ("" if any(s.endswith("\n") for s in lines) else "\n").join(lines)
    if not isinstance(source, str):
        return None
    pictures = 0
    # Code may use what it holds: there a picture goes only where the cell would be cut.
    if kind != "code" or len(source) > MAX_CELL_CHARACTERS:
        source, pictures = PICTURE.subn("a picture that only the file in submitted/ shows", source)
    source = source.encode("utf-8", "replace").decode()
    source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    metadata = cell.get("metadata") if isinstance(cell.get("metadata"), dict) else {}
    grading = metadata.get("nbgrader") if isinstance(metadata.get("nbgrader"), dict) else {}
    # Colab keeps a cell's id in its metadata.
    ids = [i for i in (cell.get("id"), metadata.get("id")) if isinstance(i, str)]
    grade_id = grading.get("grade_id")
    return HandedCell(
        kind if kind in ("code", "markdown", "raw") else "markdown" if kind in ("heading", "html") else "code",
        source,
        grade_id if isinstance(grade_id, str) else "",
        ids[0] if ids else "",
        position,
        pictures,
    )


def candidates(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files of a submission's folder that may be notebooks, whatever they are called, and the others.

    What is called a notebook comes first: text files beside it, however many, take no room from it. Folders in
    folders are looked into a few levels deep. Never raises.
    """
    if not folder.is_dir() or folder.is_symlink():
        return [], []
    notebooks: list[Path] = []
    texts: list[Path] = []
    others: list[Path] = []
    seen = 0
    for place, inside, files in os.walk(folder):
        level = len(Path(place).relative_to(folder).parts)
        inside[:] = sorted(n for n in inside if not n.startswith(".")) if level < MAX_LEVELS else []
        # A folder or link in a notebook's place is named, with its reason.
        for name in sorted([*files, *(n for n in inside if ".ipynb" in n.lower())]):
            lower = name.lower()
            if name.startswith(".") or lower == "timestamp.txt":
                continue
            maybe = lower.endswith((".json", ".txt")) or "." not in lower
            kind = notebooks if ".ipynb" in lower else texts if maybe else others
            kind.append(Path(place, name))
        seen += len(files)
        if seen > MAX_SEEN:
            break
    return [*sorted(notebooks), *sorted(texts)[: 4 * MAX_FILES]], sorted(others)
