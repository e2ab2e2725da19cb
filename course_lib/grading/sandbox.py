"""The sandbox in which judges and students' code run: bubblewrap around the interpreter and course_lib alone.

Inside there is no network, no home, no course folder, no gradebook and no variable of the instructor's
environment. Each submission is shut in once more inside it, see :mod:`course_lib.grading.judge.confine`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import course_lib
from course_lib.grading.course import Course, CourseError

KINDS = ("bubblewrap", "none")
DATA = "/data"
#: For the judge and students' processes: one thread each, and notebooks at their small size (`notebook.sized`).
QUICK = {"COURSE_SIZE": "small"} | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
QUICK |= {"JOBLIB_MULTIPROCESSING": "0"}  # scikit-learn's helper would try to make semaphores
QUICK |= {"POT_BACKEND_DISABLE_PYTORCH": "1"}  # POT would import torch, too


def kind(course: Course) -> str:
    """Return the isolation that ``course.toml`` asks for. Raises CourseError if there is no such kind."""
    return course.choice("grading", "isolation", KINDS)


def command(inner: list[str], data: Path | None = None) -> list[str]:
    """Return the command that runs ``inner`` in the sandbox.

    Parameters
    ----------
    inner : list of str
        A Python module and its arguments: ``["-m", "module", …]``.
    data : Path, optional
        A folder of data sets that notebooks may read; ``COURSE_DATA`` names it inside.

    Raises
    ------
    CourseError
        If there is no bubblewrap.
    """
    program = shutil.which("bwrap")
    if program is None:
        raise CourseError(
            "bubblewrap is not installed, and submissions are not run without a sandbox: " + remedy("bwrap: not found")
        )
    words = [program, "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    words += [] if os.getuid() == 0 else ["--unshare-user"]
    words += ["--die-with-parent", "--new-session", "--hostname", "course", "--clearenv"]
    for name, value in _environment(data).items():
        words += ["--setenv", name, value]
    words += ["--perms", "0755", "--dir", "/etc"]
    for place in ("/usr", "/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime", "/etc/fonts"):
        words += ["--ro-bind-try", place, place]
    for place in map(Path, ("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")):
        if place.is_symlink():
            words += ["--symlink", os.readlink(place), str(place)]
        elif place.is_dir():
            words += ["--ro-bind", str(place), str(place)]
    words += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--tmpfs", "/tmp"]
    for place in visible():
        words += [*_parents(place), "--ro-bind", str(place), str(place)]
    if data is not None:
        words += ["--ro-bind", str(data), DATA]
    words += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]
    return [*words, "--", sys.executable, "-P", *inner]


def _environment(data: Path | None) -> dict[str, str]:
    own = {"PATH": "/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "MPLBACKEND": "Agg", "PYTHONHASHSEED": "0"}
    own |= QUICK | {"CUDA_VISIBLE_DEVICES": "", "PYTHONDONTWRITEBYTECODE": "1", "MPLCONFIGDIR": "/tmp/mpl"}
    kept = {k: os.environ[k] for k in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE") if k in os.environ}
    return own | kept | ({"COURSE_DATA": DATA} if data is not None else {})


def visible() -> list[Path]:
    """Return what a student's code may read beside the system: the interpreter, its packages, course_lib."""
    places = {Path(sys.prefix), Path(sys.base_prefix), Path(course_lib.__file__).parent}
    places = {p.resolve() for p in places} | {p.absolute() for p in places}
    wanted = [p for p in places if not any(q in p.parents for q in (*places, Path("/usr")))]
    return sorted(p for p in wanted if p != Path("/usr"))


def _parents(place: Path) -> list[str]:
    """Return options that make the folders above ``place``; else only root could pass through them."""
    return [word for p in reversed(place.parents[:-1]) for word in ("--perms", "0755", "--dir", str(p))]


def data_folder(course: Course) -> Path | None:
    """Return the folder of data sets that notebooks may read when they are graded; None if there is none.

    ``course.toml`` names it ([grading] data), else the environment variable ``COURSE_DATA``.
    """
    named = course.settings.get("grading", {}).get("data") or os.environ.get("COURSE_DATA")
    if not named:
        return None
    folder = (course.root / named).resolve()
    if not folder.is_dir():
        raise CourseError(f"the folder of data sets {folder} does not exist ([grading] data, or COURSE_DATA)")
    if os.getuid() == 0 and folder.stat().st_mode & 0o005 != 0o005:
        raise CourseError(f"the folder of data sets {folder} must be readable for all: chmod -R a+rX {folder}")
    return folder


def remedy(reason: str) -> str:
    """Return what an instructor can do when the sandbox does not start."""
    return (
        f"{reason}\n"
        "  Debian, Ubuntu:  sudo apt-get install bubblewrap libseccomp2\n"
        "  Fedora:          sudo dnf install bubblewrap libseccomp\n"
        "  Where user namespaces are switched off (sysctl user.max_user_namespaces, kernel.unprivileged_userns_clone,\n"
        "  kernel.apparmor_restrict_unprivileged_userns), switch them on or grade as root. In a container, give it\n"
        "  the right to make namespaces. macOS and Windows: grade in a Linux virtual machine.\n"
        '  Or write isolation = "none" under [grading] in course.toml, if you trust every submission with your account.'
    )


def probe(isolation: str) -> None:
    """Start the sandbox once and let a submission try what it must not be able to do.

    Raises
    ------
    CourseError
        With the remedy, if the sandbox does not start or does not hold.
    """
    if isolation == "none":
        return
    done = subprocess.run(
        command(["-m", "course_lib.grading.judge.probe"]), capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode or done.stdout.strip() != "shut in":
        said = " ".join((done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}").split())
        raise CourseError("the sandbox does not start: " + remedy(said[-600:]))
