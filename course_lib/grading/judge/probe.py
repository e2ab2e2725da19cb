"""Shuts a process in, as for a submission, and tries what it must not be able to do. Run inside the sandbox."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import course_lib
from course_lib.grading import sandbox
from course_lib.grading.judge import confine


def main() -> int:
    """Print "shut in" and return 0, or say on stderr what failed."""
    confine.become_nobody()
    bpf = confine.system_call_filter()
    confine.own_namespaces()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            grading = Path(course_lib.__file__).parent / "grading"
            confine.own_disk("/tmp", 16, [str(grading)], [str(p) for p in sandbox.visible()])
            confine.no_privileges(bpf)
            _try_everything(grading)
            print("shut in", flush=True)
            code = 0
        except Exception as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _try_everything(grading: Path) -> None:
    note = Path(f"/tmp/note-of-{os.getpid()}")
    note.write_text("x")
    note.unlink()
    if os.getuid() != confine.STUDENT or os.getpid() != 1:
        raise OSError("no user or PID namespace")
    if os.listdir("/proc") or any(grading.iterdir()):
        raise OSError("what should be hidden can be seen")
    for what, attempt in {
        "write to the root": _write_to_the_root,
        "write to the library": lambda: Path(course_lib.__file__).open("ab").close(),  # which changes nothing
        "reach a network": lambda: socket.create_connection(("1.1.1.1", 53), 1),
        "make a namespace": lambda: confine.own_namespaces(),
        "make memory that is not counted": lambda: os.memfd_create("note"),
    }.items():
        try:
            attempt()
        except OSError:
            continue
        raise OSError(f"the process can still {what}")


def _write_to_the_root() -> None:
    note = Path(f"/note-of-{os.getpid()}")
    note.touch(exist_ok=False)
    note.unlink()


if __name__ == "__main__":
    sys.exit(main())
