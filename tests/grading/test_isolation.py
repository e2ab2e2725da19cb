"""Isolation: what a student's code can see, reach, use up and leave behind."""

import mmap
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

import course_lib
from course_lib.grading import sandbox
from course_lib.grading.course import CourseError
from course_lib.grading.judge import probe, process, warden
from course_lib.grading.judge.process import Judge
from course_lib.grading.judge.processor import Claim
from course_lib.grading.limits import Limits

ROOT = Path(__file__).resolve().parents[2]


def run(judge: Judge, *cells: str, **limits: float) -> list[dict]:
    return judge.job(
        [{"do": "run", "id": str(i), "source": c, "figures": False} for i, c in enumerate(cells)], "0", limits
    )


def said(judge: Judge, cell: str, **limits: float) -> str:
    result = run(judge, cell, **limits)[0]
    assert result["died"] is None and result["error"] is None, result
    return result["stdout"].strip()


# ---- what it can see


def test_it_sees_the_interpreter_the_students_library_and_an_empty_folder(judge):
    shown = said(judge, "import os\nprint(os.getcwd(), os.listdir('.'), os.listdir('/proc'), os.getuid())")
    assert shown == "/tmp/work [] [] 1000"
    assert said(judge, "import course_lib.checks, numpy, torch, autograd, sympy, matplotlib\nprint('all')") == "all"
    assert (
        said(judge, "import os, course_lib\nprint(os.listdir(os.path.dirname(course_lib.__file__) + '/grading'))")
        == "[]"
    )


@pytest.mark.parametrize(
    "place",
    [ROOT / "source", ROOT / "authoring", ROOT / "tests", ROOT / "gradebook.db", ROOT / "course.toml", ROOT / ".git"],
)
def test_it_does_not_see_the_course_folder(judge, place):
    assert said(judge, f"import os\nprint(os.path.lexists({str(place)!r}))") == "False"


def test_it_does_not_see_homes_other_submissions_or_temporary_files(judge, tmp_path):
    (tmp_path / "secret").write_text("s")
    for place in (Path.home() / ".bashrc", Path("/etc/passwd"), Path("/var"), Path("/sys"), tmp_path):
        assert said(judge, f"import os\nprint(os.path.lexists({str(place)!r}))") == "False", place
    for home in (Path("/home"), Path.home()):  # of them, only the way to Python and to the library
        ways = {place.relative_to(home).parts[0] for place in sandbox.visible() if place.is_relative_to(home)}
        there = said(
            judge, f"import os\nhome = {str(home)!r}\nprint(*os.listdir(home) if os.path.exists(home) else [])"
        )
        assert set(there.split()) <= ways, home


def test_it_does_not_see_the_environment(monkeypatch):
    monkeypatch.setenv("COURSE_CANARY", "a secret token")
    with Judge("bubblewrap") as fresh:
        shown = said(fresh, "import os\nprint(dict(os.environ))")
    assert "CANARY" not in shown and "secret" not in shown and "HOME" in shown


def test_it_sees_the_data_sets_and_cannot_change_them(tmp_path):
    (tmp_path / "numbers.csv").write_text("1,2")
    tmp_path.chmod(0o755)
    with Judge("bubblewrap", tmp_path) as fresh:
        where = "import os, pathlib\nfile = pathlib.Path(os.environ['COURSE_DATA']) / 'numbers.csv'\n"
        assert said(fresh, where + "print(file.read_text())") == "1,2"
        assert run(fresh, where + "file.write_text('3')")[0]["error"][0] == "OSError"
    assert (tmp_path / "numbers.csv").read_text() == "1,2"


def test_it_reaches_no_network_and_no_service_of_the_machine(judge):
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as local:
        local.bind(f"\0course-canary-{os.getpid()}")
        local.listen()
        server.settimeout(0.2)
        port = server.getsockname()[1]
        for attempt in (
            f"socket.create_connection(('127.0.0.1', {port}), 1)",
            "socket.create_connection(('1.1.1.1', 53), 1)",
            "socket.socket(socket.AF_UNIX).connect('\\0course-canary-" + f"{os.getpid()}')",
            "socket.socket(40, socket.SOCK_STREAM)",  # AF_VSOCK knows no network namespace
        ):
            assert run(judge, f"import socket\n{attempt}")[0]["error"], attempt
        with pytest.raises(TimeoutError):
            server.accept()
            pytest.fail("a connection came through")


def test_it_cannot_touch_processes_that_are_not_its_own(judge):
    with subprocess.Popen(["sleep", "60"]) as other:
        tries = f"import os, signal\nfor pid in (1, 2, {other.pid}, {os.getpid()}, os.getppid()):\n"
        tries += "    try:\n        os.kill(pid, signal.SIGKILL)\n    except OSError:\n        pass\nprint('tried')"
        results = run(judge, "x = 1", tries, "print('on', x)")
        assert other.poll() is None
        other.kill()
    assert results[2]["stdout"].strip() == "on 1"


@pytest.mark.parametrize(
    "call",
    [
        "os.memfd_create('x')",
        "libc.unshare(0x10000000)",
        "libc.mount(b'tmpfs', b'/tmp', b'tmpfs', 0, None)",
        "libc.ptrace(16, os.getppid(), 0, 0)",
        "libc.shmget(0, 4096, 0o1600)",
        "libc.syscall(250, 0)",  # keyctl on x86-64
        "libc.sethostname(b'x', 1)",
        "os.setuid(0)",
        "os.chroot('/tmp')",
        "os.mknod('/tmp/device', 0o60600, 0x800)",
        "os.utime('/dev/full')",
        "socket.socketpair()[0].sendmsg([b'x'])",
        "resource.prlimit(1, resource.RLIMIT_CORE)",
        "os.posix_fadvise(os.open('/usr/bin/env', os.O_RDONLY), 0, 0, os.POSIX_FADV_DONTNEED)",
        "os.preadv(os.open('/usr/bin/env', os.O_RDONLY), [bytearray(1)], 0, os.RWF_NOWAIT)",
        "os.splice(os.pipe()[0], os.pipe()[1], 1)",
    ],
)
def test_the_kernel_refuses_what_no_notebook_needs(judge, call):
    source = f"import ctypes, os, resource, socket\nlibc = ctypes.CDLL(None)\ntry:\n    r = {call}\nexcept OSError:\n    r = -1\nprint(r)"
    assert said(judge, source) == "-1"


def test_it_has_no_session_and_no_locks_of_its_own(judge):
    """A session would get a share of the processors of its own; locks on common files would be messages."""
    with Judge("bubblewrap") as other:
        lock = "import fcntl, os\nfile = open(os.__file__)\nfcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
        assert said(judge, lock + "before = os.getsid(0)\nos.setsid()\nprint(os.getsid(0) == before)") == "True"
        assert said(other, lock + "print('mine too')") == "mine too"


def test_what_notebooks_use_works(judge):
    """Processes, pools, sessions, databases, loaders with workers: no wall stands in the way of honest work."""
    cell = """
import asyncio, sqlite3, subprocess, torch
from multiprocessing import Pool
from torch.utils.data import DataLoader, TensorDataset
def square(x):
    return x * x
with Pool(2) as pool:
    print(pool.map(square, range(4)))
print(subprocess.run(["echo", "said"], capture_output=True, text=True, start_new_session=True).stdout.strip())
table = sqlite3.connect("/tmp/work/x.db")
table.execute("create table t (a)")
table.execute("insert into t values (1)")
table.commit()
print(table.execute("select * from t").fetchall())
async def three():
    await asyncio.sleep(0.01)
    return 3
print(asyncio.new_event_loop().run_until_complete(three()))
numbers = TensorDataset(torch.arange(20.0).reshape(10, 2))
print(sum(batch.sum().item() for batch, in DataLoader(numbers, batch_size=3, num_workers=2, persistent_workers=True)))
"""
    assert said(judge, cell).split("\n") == ["[0, 1, 4, 9]", "said", "[(1,)]", "3", "190.0"]


# ---- what it can use up


def test_too_much_memory_is_an_error_of_that_cell(judge):
    results = run(judge, "x = 1", "import numpy as np\nbig = np.ones(10**9)", "print(x)", memory_mb=512)
    assert results[1]["died"] or results[1]["error"][0] in ("MemoryError", "_ArrayMemoryError")
    assert results[2]["stdout"].strip() == "1"


SOCKETS = """
import os, socket, time
for _ in range(9):
    if os.fork() == 0:
        pairs = [socket.socketpair() for _ in range(100)]
        for one, _ in pairs:
            one.setblocking(False)
            try:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**24)
                os._exit(1)
            except PermissionError:
                pass
            try:
                while True:
                    one.send(bytes(65536))
            except OSError:
                pass
        time.sleep(10)
        os._exit(0)
time.sleep(10)
"""
FAMILY = """
import os, time
for _ in range(8):
    if os.fork() == 0:
        block = bytearray(2**28)
        time.sleep(10)
        os._exit(0)
time.sleep(10)
"""


@pytest.mark.parametrize("bomb", [SOCKETS, FAMILY], ids=["buffers of sockets", "many processes"])
def test_memory_is_counted_over_all_processes_whatever_its_kind(judge, bomb):
    results = run(judge, "x = 1", bomb, "print(x)", memory_mb=512)
    assert "more than 512 MB of memory" in (results[1]["died"] or results[1]["over"]), results
    assert results[2]["stdout"].strip() == "1"


def test_memory_that_grows_slowly_is_counted(judge):
    """Less than a fifth more from one look to the next, for as long as it takes."""
    slowly = (
        "import time\nblocks = []\nfor _ in range(90):\n    blocks.append(bytearray(6 * 2**20))\n    time.sleep(0.06)"
    )
    results = run(judge, "x = 1", slowly, "print(x)", memory_mb=256)
    assert "more than 256 MB of memory" in (results[1]["died"] or results[1]["over"]), results
    assert results[2]["stdout"].strip() == "1"


def test_memory_is_counted_however_quick_the_cells_are(judge):
    """The watchdog looks by the clock, also when the judge has orders for it all the time."""
    grow = """
import os, select
from course_lib.grading.judge.channel import Channel
first, wait, big = os.getpid(), Channel.receive, b""
def receive(self):
    global big
    while os.getpid() != first and not select.select([self.sock], [], [], 0.01)[0]:
        if not big and os.path.exists("/tmp/go"):
            big = bytearray(b"x") * (200 * 2**20)
    return wait(self)
Channel.receive = receive
answer = lambda: 0.0  # a function: it is tested in a process of its own
"""
    test = "from course_lib import checks\nwith checks.question('t') as check:\n    with check('x'):\n        checks.close(1.0, 1.0)"
    steps = [{"do": "run", "id": "grow", "source": grow, "figures": False}]
    steps += [{"do": "test", "id": "t", "source": test, "names": ["answer"], "hidden": True} for _ in range(3)]
    steps += [{"do": "run", "id": "go", "source": "open('/tmp/go', 'w').close()", "figures": False}]
    steps += [{"do": "run", "id": "quick", "source": "import time; time.sleep(0.03)", "figures": False}] * 60
    results = judge.job(steps, "0", {"memory_mb": 256})
    assert any("more than 256 MB" in f"{r['over']} {r['died']}" for r in results if "over" in r)


@pytest.mark.parametrize("made", ["mmap.mmap(-1, 4096)", "mmap.mmap(os.open('/dev/zero', os.O_RDWR), 4096)"])
def test_shared_memory_that_belongs_to_no_file_is_refused(judge, made):
    """Pages that a process has let go of (MADV_DONTNEED) would be counted nowhere."""
    assert run(judge, f"import mmap, os\n{made}")[0]["error"][0] in ("PermissionError", "OSError", "ValueError")


def test_memory_that_the_notebooks_states_share_is_counted_once(judge):
    steps = [
        {"do": "run", "id": "big", "source": "import numpy as np\nbig = np.ones(2**25)", "figures": False}
    ]  # 256 MB
    test = "from course_lib import checks\nwith checks.question('t') as check:\n    with check('there'):\n        checks.close(total(), 2.0**25)"
    for i in range(8):  # each test keeps a state that holds the same 256 MB
        source = f"import time\ndef total(): return float(big.sum())\ntime.sleep(0.15)\nn = {i}"
        steps.append({"do": "run", "id": str(i), "source": source, "figures": False})
        steps.append({"do": "test", "id": "t", "source": test, "names": ["total"], "hidden": True})
    verdicts = [r for r in judge.job(steps, "0", {"memory_mb": 700}) if "passed" in r]
    assert len(verdicts) == 8 and all(v["passed"] for v in verdicts), verdicts


def test_a_fork_bomb_ends_at_the_limit_of_processes(judge):
    source = """
import os, time
born = 0
try:
    for _ in range(2000):
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
        born += 1
except OSError as error:
    print(type(error).__name__)
print(born)
"""
    results = run(judge, "x = 1", source, "print(x)", processes=50)
    kind, born = results[1]["stdout"].split()
    assert kind == "BlockingIOError" and int(born) < 70
    assert results[2]["stdout"].strip() == "1"


def test_the_disk_has_an_end(judge):
    for place in (".", "/tmp", "/dev/shm"):
        source = f"with open('{place}/big', 'wb') as f:\n    for _ in range(100):\n        f.write(bytes(2**20))"
        results = run(judge, source, "print('on')", disk_mb=16)
        assert results[0]["error"][0] == "OSError", place
        assert results[1]["stdout"].strip() == "on"
    for place in ("/", "/dev", "/usr", "/etc", "/data"):
        assert run(judge, f"open('{place}/x', 'w')")[0]["error"], place


def test_output_has_an_end_also_on_one_line(judge):
    result = run(judge, "for _ in range(1000):\n    print('x' * 10**5, end='')", output_kb=10)[0]
    assert len(result["stdout"]) < 11_000 and "more characters" in result["stdout"]


def test_a_whole_notebook_shows_a_bounded_amount(judge):
    much = "display({'text/plain': 'x' * 90_000, 'image/png': b'\\x89PNG\\r\\n\\x1a\\n' + bytes(2**21)}, raw=True)\nprint('y' * 90_000)"
    results = run(judge, "from IPython.display import display", *[much] * 20, "print('the end')")
    text = sum(len(r["stdout"]) + sum(len(t) for t, _ in r["display"]) for r in results)
    pictures = sum(len(p) for r in results for _, p in r["display"])
    assert 1.5 * 2**20 < text < 2.1 * 2**20 and 8 * 2**20 < pictures < 24 * 2**20  # pictures as base64
    assert "the notebook shows too much" in results[-1]["stdout"]


def test_open_files_cpu_time_and_wall_time_have_an_end(judge):
    many = "files = []\ntry:\n    while True:\n        files.append(open('/dev/null'))\nexcept OSError:\n    print(len(files))"
    assert int(said(judge, many, open_files=100)) < 100
    assert "2 seconds" in run(judge, "while True: pass", cell_seconds=2)[0]["died"]
    spin = "import os, time\nfor _ in range(4):\n    if os.fork() == 0:\n        while True: pass\ntime.sleep(60)"
    begun = time.monotonic()
    results = run(judge, spin, cell_seconds=50, cpu_seconds=3)
    assert results[0]["died"] and time.monotonic() - begun < 40


# ---- what it can leave behind


def test_nothing_survives_a_submission(judge):
    leave = """
import os, pathlib, sys, time
for place in ("/tmp/note", "/tmp/work/note", "/dev/shm/note", "/tmp/home/note"):
    pathlib.Path(place).write_text("x")
for _ in range(2):
    if os.fork() == 0:
        os.setsid()
        time.sleep(3600)
import matplotlib, numpy as np
np.pi = 3
matplotlib.rcParams["lines.linewidth"] = 99
sys.modules["course_lib.checks"].number = None
"""
    before = _processes(judge)
    assert run(judge, leave)[0]["error"] is None
    look = """
import os, matplotlib, numpy as np, course_lib.checks
places = ("/tmp/note", "/tmp/work/note", "/dev/shm/note", "/tmp/home/note")
print([p for p in places if os.path.exists(p)], np.pi == 3, matplotlib.rcParams["lines.linewidth"] == 99)
print(course_lib.checks.number is None)
"""
    assert said(judge, look).split("\n") == ["[] False False", "False"]
    deadline = time.monotonic() + 5
    while _processes(judge) - before and time.monotonic() < deadline:
        time.sleep(0.05)  # a process that has ended may still be in the list
    assert _processes(judge) - before == set()


def _processes(judge: Judge) -> set[str]:
    """Return the processes that belong to a judge: its children, their children and so on."""
    found, todo = set(), [str(judge._started().pid)]
    while todo:
        pid = todo.pop()
        try:
            for task in Path(f"/proc/{pid}/task").iterdir():
                todo += (task / "children").read_text().split()
        except OSError:
            continue
        found.add(pid)
    return found


# ---- what one hidden test can tell another

PREPARE = {
    "a file": "note = lambda text: open('/tmp/work/note', 'a').write(text)\nread = lambda: open('/tmp/work/note').read()",
    "a file that was there": (
        "open('note', 'w').write('')\nnote = lambda text: open('note', 'w').write(text)\nread = lambda: open('note').read()"
    ),
    "/dev/shm": "note = lambda text: open('/dev/shm/n', 'w').write(text)\nread = lambda: open('/dev/shm/n').read()",
    "a mapping of a file": """
import mmap
open("/tmp/work/n", "wb").write(bytes(4096))
def note(text):
    with open("/tmp/work/n", "r+b") as file:
        m = mmap.mmap(file.fileno(), 4096)
        m[0]  # the page is there before it is written to: no fault, no new time
        m[: len(text)] = text.encode()
        m.close()
read = lambda: open("/tmp/work/n", "rb").read().strip(b"\\0").decode()
""",
    "a pipe": (
        "import os\nr, w = os.pipe()\nos.set_blocking(r, False)\n"
        "note = lambda text: os.write(w, text.encode())\nread = lambda: os.read(r, 999).decode()"
    ),
    "shared memory": (
        "import mmap\nfile = open('/dev/shm/m', 'w+b')\nfile.truncate(4096)\nm = mmap.mmap(file.fileno(), 4096)\n"
        "file.close()\n"
        "def note(text): m[:len(text)] = text.encode()\nread = lambda: bytes(m[:99]).strip(b'\\0').decode()"
    ),
    "an open file": (
        "file = open('/tmp/work/f', 'w+')\nimport os\nos.unlink('/tmp/work/f')\n"
        "def note(text): file.write(text); file.flush()\ndef read(): file.seek(0); return file.read()"
    ),
    "attributes of a folder": (
        "import os\nnote = lambda text: os.utime('/tmp/work', ns=(len(text), len(text)))\n"
        "read = lambda: 'x' * (os.stat('/tmp/work').st_atime_ns if os.stat('/tmp/work').st_atime_ns < 99 else 0)"
    ),
    "a working folder that was removed": (
        "import os\nos.mkdir('/tmp/gone')\nos.chdir('/tmp/gone')\nos.rmdir('/tmp/gone')\n"
        "note = lambda text: os.utime('.', ns=(len(text), len(text)))\n"
        "read = lambda: 'x' * (os.stat('.').st_atime_ns if os.stat('.').st_atime_ns < 99 else 0)"
    ),
    "memory policies of a file": """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long)
with open("/tmp/policies", "wb") as file:
    file.truncate(4096)
def mapped():
    fd = os.open("/tmp/policies", os.O_RDONLY)
    base = libc.mmap(None, 4096, 1, 1, fd, 0)
    os.close(fd)
    return ctypes.c_void_p(base)
def note(text):
    libc.syscall(237, mapped(), ctypes.c_ulong(4096), 2, ctypes.byref(ctypes.c_ulong(1)), ctypes.c_ulong(64), 0)
def read():
    mode = ctypes.c_int(0)
    failed = libc.syscall(239, ctypes.byref(mode), None, ctypes.c_ulong(0), mapped(), ctypes.c_ulong(2))
    return "" if failed else "x" * mode.value
""",
    "the flags of standard input": (
        "import fcntl, os\nnote = lambda text: fcntl.fcntl(0, fcntl.F_SETFL, os.O_APPEND)\n"
        "read = lambda: 'x' * bool(fcntl.fcntl(0, fcntl.F_GETFL) & os.O_APPEND)"
    ),
    "the signal of standard input": (
        "import fcntl\nnote = lambda text: fcntl.fcntl(0, 10, len(text))\nread = lambda: 'x' * fcntl.fcntl(0, 11)"
    ),
    "flow labels": """
import errno, socket, struct
def ask(label, flags):
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as s:
        here = socket.inet_pton(socket.AF_INET6, "::1")
        request = struct.pack("=16s4sBBHHHI", here, struct.pack(">I", label), 0, 255, flags, 0, 60, 0)
        try:
            s.setsockopt(41, 32, request)
        except OSError as error:
            return error.errno == errno.EEXIST
def note(text):
    ask(77, 1)
read = lambda: "x" * bool(ask(77, 3))
""",
    "which states are gone": """
import os, select, signal
def seen():
    found = {}
    for pid in range(2, 60):
        try:
            fd = os.pidfd_open(pid)
        except OSError:
            continue
        found[pid] = not select.select([fd], [], [], 0)[0]
        os.close(fd)
    return found
def note(text):
    last = max(seen())
    if last != os.getpid():
        os.kill(last, signal.SIGKILL)
read = lambda: "x" * (False in seen().values())
""",
    "what a child used": """
import ctypes, mmap, os, resource, socket, sys
clone = ctypes.PyDLL(None).syscall
worker = sys.modules["course_lib.grading.judge.worker"]
plain, done = worker.fork, False
def fork():
    global done
    if done:
        return plain()
    done = True
    pid = plain()
    if pid:
        return pid
    there = sys._getframe(1).f_locals
    me, fd = there["self"], there["fds"][0]
    r, w = os.pipe()
    if clone(56, 0, 0, 0, 0, 0) == 0:  # state 1: no signal when it ends
        os.close(w)
        Channel = sys.modules["course_lib.grading.judge.channel"].Channel
        receive = Channel.receive
        def later(self):
            Channel.receive = receive
            os.read(r, 1)
            os.close(r)
            return receive(self)
        Channel.receive = later
        return 0
    try:  # its parent: becomes state 2
        os.close(r)
        me.peer.channel.sock.close()
        sock = socket.socket(fileno=fd)
        me.peer = me._peer(sock)
        me.peer._receive()
        _, fds, _, _ = socket.recv_fds(sock, 1, 1)
        new = socket.socket(fileno=fds[0])
        new.sendall(b"!")
        me.peer._send({}, {"answer": None})
        sock.close()
        me.peer = me._peer(new)
        os.close(w)
        me.loop()
    finally:
        os._exit(0)
worker.fork = fork
note = lambda text: None
def read():
    try:
        pid, status, used = os.wait4(-1, os.WNOHANG | 0x40000000)
    except OSError:
        return ""
    return "x" * pid
""",
    "the numbers of processes": """
import os, threading
def count():
    found = []
    thread = threading.Thread(target=lambda: found.append(threading.get_native_id()))
    thread.start()
    thread.join()
    return found[0]
first = count() + 4  # and the copies of this process that are made until a test
def note(text):
    for _ in range(90):
        count()
read = lambda: "x" * (count() - first if count() > first + 40 else 0)
""",
    "the numbers of files": """
import os
def count():
    with open(os.open("/tmp", os.O_TMPFILE | os.O_RDWR)) as file:
        return os.fstat(file.fileno()).st_ino
first = count()
def note(text):
    for _ in range(90):
        count()
read = lambda: "x" * (count() - first if count() > first + 40 else 0)
""",
    "a state that wakes up": """
import os, resource, signal, time
def note(text):
    for _ in range(300):
        for number in (signal.SIGCONT, signal.SIGSTOP):
            for pid in range(2, 40):
                if pid != os.getpid():
                    try:
                        os.kill(pid, number)
                    except OSError:
                        pass
read = lambda: "x" * (resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw > 100)
""",
    "limits of a process": """
import os, resource
soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
def note(text):
    for pid in range(2, 40):
        try:
            resource.prlimit(pid, resource.RLIMIT_NOFILE, (99, 99))
        except OSError:
            pass
read = lambda: "x" * (resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 99)
""",
    "processors of a process": """
import os
before = len(os.sched_getaffinity(0))
def note(text):
    for pid in range(2, 40):
        try:
            os.sched_setaffinity(pid, {0})
        except OSError:
            pass
read = lambda: "x" * (before > 1 and len(os.sched_getaffinity(0)) == 1)
""",
    "a daemon": """
import os, threading, time
for name in ("in", "out"):
    os.mkfifo(f"/tmp/work/{name}")
def serve(kept=b""):
    while True:
        with open("/tmp/work/in", "rb") as file:
            kept += file.read()
        with open("/tmp/work/out", "wb") as file:
            file.write(kept)
def ask(data):
    fd = os.open("/tmp/work/in", os.O_WRONLY | os.O_NONBLOCK)  # fails where nobody reads
    os.write(fd, data)
    os.close(fd)
    fd, end = os.open("/tmp/work/out", os.O_RDONLY | os.O_NONBLOCK), time.time() + 0.3
    while time.time() < end:
        try:
            if told := os.read(fd, 999):
                return told.decode()
        except BlockingIOError:
            pass
        time.sleep(0.01)
    return ""
note = lambda text: ask(text.encode())
read = lambda: ask(b"-")[1:]
if os.fork() == 0:
    serve()
time.sleep(0.3)
""",
    "a state that listens while another is tested": """
import os, select, signal, socket, time
from course_lib.grading.judge.channel import Channel
heard, wait = [], Channel.receive
def attend():
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as s:
        s.settimeout(0.2)
        try:
            s.connect("\\0tested")
            s.sendall("".join(heard).encode() + b"\\n")
            heard.append(s.recv(99).decode())
        except OSError:
            return
    os.kill(os.getpid(), signal.SIGSTOP)  # asleep again, as if nothing had been
def receive(self):
    while not select.select([self.sock], [], [], 0.01)[0]:
        attend()
    return wait(self)
Channel.receive = receive
def ask(data, state):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as s:
        s.settimeout(0.5)
        s.bind("\\0tested")
        s.listen()
        try:
            os.kill(os.getpid() + state, signal.SIGCONT)
            other, _ = s.accept()
            other.settimeout(0.5)
            told = other.recv(99).decode().strip()
            other.sendall(data)
        except OSError:
            return ""
    return told
note = lambda text: ask(text.encode(), 2)
read = lambda: ask(b"-", 1)
""",
    "what a sparse file holds": """
import mmap, os
size = 800
with open("/tmp/work/sparse", "wb") as file:
    file.truncate(size * 4096)
def note(text):
    with open("/tmp/work/sparse", "rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as pages:
        for number in range(8 * len(text)):
            pages[4096 * number]
read = lambda: "x" * (os.stat("/tmp/work/sparse").st_blocks // 64)
""",
    "hints about a file": """
import fcntl, os
open("/tmp/work/hint", "w").close()
def note(text):
    with open("/tmp/work/hint") as file:
        fcntl.fcntl(file, 1036, (3).to_bytes(8, "little"))
def read():
    with open("/tmp/work/hint") as file:
        return "x" * fcntl.fcntl(file, 1035, bytes(8))[0]
""",
    "cookies of sockets": """
import socket
def count():
    with socket.socket(socket.AF_UNIX) as s:
        return int.from_bytes(s.getsockopt(socket.SOL_SOCKET, 57, 8), "little")
first = 0
try:
    first = count()
except OSError:
    pass
def note(text):
    for _ in range(90_000):
        count()
read = lambda: "x" * (first and count() > first + 80_000)
""",
    "a working folder that copies share": """
import ctypes, os, sys
clone = ctypes.CDLL(None).syscall
worker = sys.modules["course_lib.grading.judge.worker"]
plain = worker.fork
def fork():
    pid = clone(56, 0x200 | 17, 0, 0, 0, 0)
    return plain() if pid < 0 else pid
worker.fork = fork
note = lambda text: os.umask(0o123)
read = lambda: "x" * (os.umask(0o22) == 0o123)
""",
}
#: The functions of an answer that use a channel.
ASKING = """
def f(text):
    try:
        note(text)
    except OSError:
        pass
def g():
    try:
        return read()
    except OSError:
        return ""
"""
WRITE = "from course_lib import checks\nwith checks.question('a') as check:\n    with check('x'):\n        f('a hidden input')\n        checks.close(1.0, 1.0)"
READ = "from course_lib import checks\nwith checks.question('b') as check:\n    with check('x'):\n        checks.close(float(len(g())), 0.0)"


#: Channels that show in another process alone, or that the kernel refuses.
UNSEEN = (
    "a state that wakes up",
    "a state that listens while another is tested",
    "limits of a process",
    "processors of a process",
    "hints about a file",
    "cookies of sockets",
    "the signal of standard input",
    "flow labels",
    "memory policies of a file",
    "which states are gone",
    "what a child used",
)
#: Channels that break the copies of their own submission: tests time out there, and hear nothing.
BROKEN = ("what a child used",)


@pytest.mark.parametrize("channel", PREPARE)
def test_no_hidden_test_hears_of_another(judge, channel):
    answer = PREPARE[channel] + ASKING
    steps = [
        {"do": "run", "id": "answer", "source": answer, "figures": False},
        {"do": "test", "id": "a", "source": WRITE, "names": ["f"], "hidden": True},
        *[{"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": True}] * 3,
    ]
    _, wrote, *read = judge.job(steps, limits={"test_seconds": 5.0, "cell_seconds": 5.0})
    if channel in BROKEN:  # it breaks its own copies, and hears nothing
        assert not any("expected 0" in str(r["results"]) for r in read), read
    else:
        assert wrote["passed"] and all(r["passed"] for r in read), (wrote, read)
    if channel not in UNSEEN:  # the channel works where it may: within one state
        assert int(said(judge, answer + "f('a hidden input')\nprint(len(g()))")) > 0


QUEUED = """
import os, signal
signal.pthread_sigmask(signal.SIG_BLOCK, [50])
def send(times):
    for pid in range(2, 60):
        for _ in range(times):
            try:
                os.kill(pid, 50)
            except OSError:
                break
def note(text):
    send(len(text))
def read():
    got = 0
    while signal.sigtimedwait([50], 0):
        got += 1
    return "x" * max(0, got - 1)
"""


def test_signals_that_wait_already_hide_no_others(judge):
    """Real-time signals queue: once one waits, more of it change nothing that the kernel tells of a process."""
    answer = QUEUED + ASKING
    steps = [
        {"do": "run", "id": "answer", "source": answer, "figures": False},
        {"do": "test", "id": "a", "source": WRITE, "names": ["f"], "hidden": True},
        *[{"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": True}] * 3,
        {"do": "run", "id": "later", "source": "send(1)", "figures": False},
    ]
    _, wrote, *read, _ = judge.job(steps)
    assert wrote["passed"] and all(r["passed"] for r in read), (wrote, read)
    assert int(said(judge, answer + "send(1)\nf('a hidden input')\nprint(len(g()))")) > 0


def test_nothing_of_one_submission_reaches_the_next_through_devices(judge):
    leave = """
import fcntl, os
fcntl.fcntl(0, fcntl.F_SETFL, os.O_APPEND | os.O_NONBLOCK)
fcntl.fcntl(0, 10, 12)
for place in ("/dev/pts", "/dev/pts/ptmx", "/dev/ptmx", "/dev/null"):
    try:
        os.utime(place, ns=(77, 77))
    except OSError:
        pass
"""
    find = """
import fcntl, os
flags, times = fcntl.fcntl(0, fcntl.F_GETFL), os.stat("/dev/pts")
print(flags & (os.O_APPEND | os.O_NONBLOCK), fcntl.fcntl(0, 11), os.listdir("/dev/pts"), times.st_mtime_ns == 77)
"""
    said(judge, leave)
    assert said(judge, find).strip() == "0 0 [] False"


def test_what_a_later_cell_leaves_running_hears_no_hidden_test(judge):
    """A thread of a cell below the tests serves whoever asks, while they are judged."""
    answer = PREPARE["a daemon"].partition("if os.fork()")[0]
    later = "threading.Thread(target=serve, daemon=True).start()"
    answer += ASKING
    steps = [
        {"do": "run", "id": "answer", "source": answer, "figures": False},
        {"do": "test", "id": "a", "source": WRITE, "names": ["f"], "hidden": True},
        {"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": True},
        {"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": True},
        {"do": "run", "id": "later", "source": later, "figures": False},
    ]
    _, wrote, *read, _ = judge.job(steps)
    assert wrote["passed"] and all(r["passed"] for r in read), (wrote, read)
    assert int(said(judge, f"{answer}{later}\ntime.sleep(0.1)\nf('a hidden input')\nprint(len(g()))")) > 0


def test_a_thread_that_has_ended_costs_nothing():
    """It leaves a signal handler of the C library's, where no library that was imported had left it before."""
    thread = "import threading, time; t = threading.Thread(target=print); t.start(); t.join(); time.sleep(0.5)\ng = lambda: ''"
    steps = [{"do": "run", "id": "c", "source": thread, "figures": False}]
    steps += [{"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": True} for _ in range(10)]
    with Judge("bubblewrap", kinds=(("numpy",),)) as judge:
        results = judge.job(steps, "0", {"submission_seconds": 4.0})  # too little for running it eleven times
    assert all(r["passed"] for r in results[1:]), results


def test_honest_work_is_not_run_again_for_each_hidden_test(judge):
    """Only what a test leaves behind makes the notebook run again: here each run takes half a second."""
    steps = [{"do": "run", "id": "c", "source": "import time; time.sleep(0.5)\ng = lambda: ''", "figures": False}]
    steps += [{"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": True} for _ in range(10)]
    results = judge.job(steps, "0", {"submission_seconds": 4.0})  # too little for running it eleven times
    assert all(r["passed"] for r in results[1:]), results


def test_what_makes_the_kernel_keep_rules_is_refused(judge):
    """Landlock's rules, filters of sockets and of system calls belong to no process that the watchdog counts."""
    source = """
import ctypes, os, socket
libc = ctypes.CDLL(None, use_errno=True)
def fails(*words):
    return libc.syscall(*words) == -1 and ctypes.get_errno() in (1, 38)
rules = (ctypes.c_uint64 * 3)(0, 3, 0)
print([fails(444, ctypes.byref(rules), 16, 0), fails(445, 3, 1, 0, 0), fails(446, 3, 0), fails(317, 1, 0, 0), fails(157, 22, 2, 0, 0, 0)])
pair = socket.socketpair()
for option in (26, 50):
    try:
        pair[0].setsockopt(socket.SOL_SOCKET, option, bytes(16))
    except PermissionError:
        print("refused")
"""
    assert said(judge, source).split("\n")[:3] == ["[True, True, True, True, True]", "refused", "refused"]


def test_no_signal_ends_the_first_process(judge):
    """Without it there would be no state to go on from; what has no handler the kernel ignores there."""
    cells = ["import os, signal\nos.kill(1, signal.SIGINT)\nos.kill(1, signal.SIGTERM)", "os._exit(1)", "print('on')"]
    cells += ["import signal\nsignal.raise_signal(signal.SIGINT)"]
    results = judge.job([{"do": "run", "id": str(i), "source": s} for i, s in enumerate(cells)])
    assert [bool(r["died"]) for r in results] == [False, True, False, False], results
    assert results[2]["stdout"] == "on\n" and results[3]["error"][0] == "KeyboardInterrupt"


def test_running_again_is_not_charged_to_the_notebook(judge):
    """An answer that keeps a log runs again for each hidden test, for longer than it may run itself; not for ever."""
    source = "import time; time.sleep({})\ndef g():\n    open('log', 'a').write('x')\n    return ''"
    tests = [{"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": True} for _ in range(7)]
    for seconds, least, most in ((0.9, 7, 7), (2.2, 3, 6)):
        steps = [{"do": "run", "id": "c", "source": source.format(seconds), "figures": False}, *tests]
        results = judge.job(steps, "0", {"submission_seconds": 5.0})[1:]
        assert least <= sum(r["passed"] for r in results) <= most, results
    assert "makes it run again for each" in results[-1]["reason"]


def test_a_data_folder_that_cannot_be_read_is_refused(tmp_path, course, monkeypatch):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path / "none"))
    with pytest.raises(CourseError, match="does not exist"):
        sandbox.data_folder(course)
    if os.getuid() == 0:  # else the sandbox has the rights of this account
        tmp_path.chmod(0o700)
        monkeypatch.setenv("COURSE_DATA", str(tmp_path))
        with pytest.raises(CourseError, match="readable for all"):
            sandbox.data_folder(course)


def test_what_a_cell_wrote_is_there_for_every_hidden_test(judge):
    answer = "open('table.txt', 'w').write('12')\ndef g():\n    text = open('table.txt').read()\n    open('table.txt', 'a').write('3')\n    return text[2:]"
    steps = [{"do": "run", "id": "answer", "source": answer, "figures": False}]
    steps += [{"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": True} for _ in range(3)]
    assert all(r["passed"] for r in judge.job(steps)[1:])


def test_public_tests_come_before_hidden_ones(judge):
    """What is printed in a public test is shown to the student: no hidden input may have been seen before."""
    answer = PREPARE["shared memory"] + "\nf = note\ndef g(): return read()"
    steps = [
        {"do": "run", "id": "answer", "source": answer, "figures": False},
        {"do": "test", "id": "a", "source": WRITE, "names": ["f"], "hidden": True},
        {"do": "test", "id": "b", "source": READ, "names": ["g"], "hidden": False},
    ]
    assert judge.job(steps)[2]["passed"]


@pytest.mark.parametrize("kernel", ["this one", "before Linux 6.11"])
def test_memory_that_is_shared_is_seen_whatever_the_kernel_can_be_asked(kernel, tmp_path, monkeypatch):
    if kernel != "this one":
        monkeypatch.setattr(warden, "MAP_QUERY", 0xC0686600)  # no such question
    ours, theirs = socket.socketpair()
    proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
    with ours, theirs:
        watch = warden.Warden(os.getpid(), Limits().as_dict(), 0, ours, proc)
        before = watch._shared_maps(os.getpid())
        (tmp_path / "file").write_bytes(bytes(4096))
        with open(tmp_path / "file", "rb") as file:
            made = [mmap.mmap(-1, 4096), mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)]
        private = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        assert len(watch._shared_maps(os.getpid()) - before) == 2
        for one in (*made, private):
            one.close()
        assert watch._shared_maps(os.getpid()) == before
    os.close(proc)


def test_each_judge_has_a_processor_of_its_own_as_long_as_there_are_some(monkeypatch):
    first = 10 * os.getpid()  # claims are known to the whole machine, and other tests make some
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {first, first + 1})
    claims = [Claim() for _ in range(3)]
    assert [claim.number for claim in claims] == [first, first + 1, None]
    claims[0].release()
    claims.append(Claim())
    assert claims[-1].number == first
    for claim in claims:
        claim.release()


def test_a_submission_stays_on_its_judges_processor(monkeypatch):
    number = max(os.sched_getaffinity(0))
    monkeypatch.setattr(process, "Claim", lambda: SimpleNamespace(number=number, release=lambda: None))
    leave = "import os\nos.sched_setaffinity(0, range(os.cpu_count()))\nprint(os.sched_getaffinity(0))"
    with Judge("bubblewrap", kinds=(("numpy",),)) as judge:
        assert said(judge, leave) == str({number})


# ---- where it cannot start


def test_without_bubblewrap_there_is_a_remedy(monkeypatch):
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    with pytest.raises(CourseError, match=r"(?s)bubblewrap is not installed.*apt-get install bubblewrap.*isolation = "):
        sandbox.probe("bubblewrap")


def test_a_sandbox_that_does_not_start_says_why(monkeypatch, tmp_path):
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CourseError, match=r"(?s)No permissions to create new namespace.*user.max_user_namespaces"):
        sandbox.probe("bubblewrap")


def test_a_sandbox_that_does_not_hold_is_noticed(monkeypatch, tmp_path):
    fake = tmp_path / "bwrap"  # starts the command without any walls
    fake.write_text('#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    before = Path(course_lib.__file__).read_bytes()
    with pytest.raises(CourseError, match="the sandbox does not start"):
        sandbox.probe("bubblewrap")
    assert Path(course_lib.__file__).read_bytes() == before  # what was tried did no harm


def test_trying_to_write_to_the_library_changes_nothing(monkeypatch, tmp_path):
    """As an ordinary user, without any walls; the first attempts are let fail."""
    library = tmp_path / "__init__.py"
    library.write_text("text")
    (tmp_path / "nothing").mkdir()
    monkeypatch.setattr(course_lib, "__file__", str(library))
    monkeypatch.setattr(probe, "_write_to_the_root", _refused)
    monkeypatch.setattr(os, "listdir", lambda _: [])
    monkeypatch.setattr(os, "getuid", lambda: probe.confine.STUDENT)
    monkeypatch.setattr(os, "getpid", lambda: 1)
    with pytest.raises(OSError, match="the process can still write to the library"):
        probe._try_everything(tmp_path / "nothing")
    assert library.read_text() == "text"


def _refused() -> None:
    raise OSError("refused")


def test_figures_of_a_public_test_do_not_make_its_hidden_partner_run_again(judge):
    """A font file that stays open shuts a copy out; the whole notebook would run again for each hidden test."""
    cell = "import time\nimport matplotlib.pyplot as plt\nruns = time.time_ns()\n"
    cell += (
        "def f(x):\n    plt.figure()\n    plt.plot([1, x])\n    plt.title('a')\n    plt.tight_layout()\n    return runs"
    )
    report = "with checks.question({!r}) as check:\n    with check('c'):\n        checks.fail(str(f(2.0)))"
    source = "from course_lib import checks\n" + report
    steps = [{"do": "run", "id": "s", "source": cell}]
    for name, hidden in (("a", False), ("b", True)):
        steps.append({"do": "test", "id": name, "source": source.format(name), "names": ["f"], "hidden": hidden})
    _, shown, unseen = judge.job(steps)
    assert shown["results"][0][1] and shown["results"] == unseen["results"]  # of one and the same run
