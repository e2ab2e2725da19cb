"""Shuts a process in: namespaces and an empty disk of its own, no privileges, no dangerous system calls.

Runs inside the sandbox that :mod:`course_lib.grading.sandbox` starts, once for each submission, in code of ours,
before any code of a student. Each step raises OSError when the kernel refuses it; nothing goes on without it.
"""

from __future__ import annotations

import ctypes
import os
import socket
import tempfile
from pathlib import Path

NEW_NS, NEW_CGROUP, NEW_UTS, NEW_IPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
SHARE_VM, SHARE_FS, SHARE_FILES, SHARE_SIGNALS, VFORK, THREAD = 0x100, 0x200, 0x400, 0x800, 0x4000, 0x10000
NEW_USER, NEW_PID, NEW_NET, NEW_TIME = 0x10000000, 0x20000000, 0x40000000, 0x00000080
NOSUID, NODEV, NOEXEC, READ_ONLY, NOATIME, BIND, RECURSIVE = 2, 4, 8, 1, 1024, 4096, 16384
REMOUNT, NODIRATIME, RELATIME, ST_RELATIME = 32, 2048, 1 << 21, 4096
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP = 1, 4, 22, 24
PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 36, 38
PR_SCHED_CORE = 62
SECCOMP_MODE_FILTER = 2
NOBODY = 61_000  # the account of judges and students' code where the instructor is root: it owns nothing
STUDENT = 1000  # the user and group a student's code sees itself as

#: System calls that fail with EPERM: memory that no limit counts, messages between states of a notebook, looking into
#: other processes or changing them, open files sent in messages, what tells or changes which files the machine has in
#: memory, policies for the memory of files, which the files keep, what all file systems hold, asynchronous I/O (the
#: whole machine has a bounded number of its contexts), new namespaces and mounts, and what widens the kernel's surface
#: without use in a notebook.
REFUSED = (
    *("memfd_create", "memfd_secret", "shmget", "shmat", "shmctl", "shmdt"),
    *("semget", "semop", "semctl", "semtimedop", "msgget", "msgsnd", "msgrcv", "msgctl"),
    *("mq_open", "mq_unlink", "mq_timedsend", "mq_timedreceive", "mq_notify", "mq_getsetattr"),
    *("add_key", "request_key", "keyctl", "io_uring_setup", "io_uring_enter", "io_uring_register"),
    *("ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd", "kcmp"),
    *("rt_sigqueueinfo", "rt_tgsigqueueinfo", "setpriority", "ioprio_set", "migrate_pages", "move_pages"),
    *("setxattr", "lsetxattr", "fsetxattr", "inotify_init", "inotify_init1", "vmsplice", "splice", "tee"),
    *("fadvise64", "mincore", "preadv2", "pwritev2", "sendmsg", "sendmmsg", "listen"),
    *("unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount", "fsopen"),
    *("fsconfig", "fsmount", "fspick", "mount_setattr", "name_to_handle_at", "open_by_handle_at"),
    *("mbind", "set_mempolicy", "get_mempolicy", "ustat", "io_setup", "io_destroy", "io_submit", "io_getevents"),
    *("bpf", "seccomp", "perf_event_open", "userfaultfd", "fanotify_init", "personality", "modify_ldt", "quotactl"),
    *("acct", "syslog", "swapon", "swapoff", "reboot", "init_module", "finit_module", "delete_module"),
    *("kexec_load", "kexec_file_load", "iopl", "ioperm", "vhangup", "lookup_dcookie", "nfsservctl"),
)
#: The same, by number, of calls that a libseccomp may not know: cachestat, setxattrat, statmount, listmount,
#: open_tree_attr, file_setattr, set_mempolicy_home_node, and Landlock's three, whose rules hold memory by the megabyte.
REFUSED_NUMBERS = (451, 463, 457, 458, 467, 469, 450, 444, 445, 446)
#: System calls that do nothing and seem to succeed. A new session would get a share of the processors of its own; locks
#: on files that all submissions see would be messages between them; on other processors are other submissions.
IGNORED = ("setsid", "flock", "sched_setaffinity")
IGNORED_FCNTL = (6, 7, 37, 38, 1024, 1026)  # F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW, F_SETLEASE, F_NOTIFY
IGNORED_FCNTL += (8, 10, 15)  # F_SETOWN, F_SETSIG, F_SETOWN_EX: an open file keeps them
IGNORED_FCNTL += (1036, 1038)  # F_SET_RW_HINT, F_SET_FILE_RW_HINT: a file keeps them
#: A process may change these of itself alone: the first argument is a process, 0 for itself.
OF_ITSELF = ("prlimit64", "sched_setscheduler", "sched_setparam", "sched_setattr")
#: Memory that is shared and belongs to no file: pages a process lets go of would be counted nowhere.
SHARED_ANONYMOUS = 0x01 | 0x20
#: SO_SNDBUF, SO_RCVBUF and their FORCE variants: a larger buffer would hold more than is counted for an open file.
SOL_SOCKET, BUFFER_SIZES = 1, (7, 8, 32, 33)
FILTERS = (26, 50, 51, 52)  # SO_ATTACH_FILTER and its like: programs for which a machine has a bounded room
COOKIES = (57, 71)  # SO_COOKIE, SO_NETNS_COOKIE: numbers that count up for the whole machine
#: No sockets but unix, inet and inet6: some families (vsock) know no network namespace.
SOCKETS, MAX_FAMILY = {1, 2, 10}, 64
SOCK_TYPE, SOCK_DGRAM = 0xF, 2
IPV6_FLOWLABEL_MGR = 32

_libc = ctypes.CDLL(None, use_errno=True)


def _call(name: str, *args: object) -> None:
    if getattr(_libc, name)(*args) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}{args!r}: {os.strerror(number)}")


def prctl(option: int, value: int) -> None:
    """Call prctl(2)."""
    _call("prctl", option, ctypes.c_ulong(value), 0, 0, 0)


def become_nobody() -> None:
    """Give up root, where the instructor is root: an account's limits do not hold for it."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(*[NOBODY] * 3)
        os.setresuid(*[NOBODY] * 3)
    prctl(PR_SET_DUMPABLE, 1)


def own_namespaces() -> None:
    """Give this process a user, network, IPC and UTS namespace of its own, and its children a PID namespace."""
    user, group = os.getuid(), os.getgid()
    prctl(PR_SET_DUMPABLE, 1)  # else the kernel gives our own /proc files to root
    _call("unshare", NEW_USER | NEW_PID | NEW_NET | NEW_IPC | NEW_UTS | NEW_CGROUP)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/gid_map").write_text(f"{STUDENT} {group} 1")
    Path("/proc/self/uid_map").write_text(f"{STUDENT} {user} 1")


def own_disk(folder: str, megabytes: int, hidden: list[str], visible: list[str]) -> None:
    """Mount an empty disk of bounded size on ``folder`` and /dev/shm, and nothing on /proc and what is ``hidden``.

    What is ``visible`` below ``folder``, say the interpreter of a course that lies in /tmp, is there again after.
    """
    _call("unshare", NEW_NS)
    below = {place: os.open(place, os.O_PATH) for place in visible if Path(folder) in Path(place).parents}
    size = f"size={megabytes}m,nr_inodes=20000"
    _mount(folder, f"{size},mode=0700", NOSUID | NODEV | NOATIME)
    for place, fd in below.items():
        os.makedirs(place)
        _call("mount", f"/proc/self/fd/{fd}".encode(), os.fsencode(place), None, BIND | RECURSIVE, None)
        os.close(fd)
    _mount("/dev/shm", f"{size},mode=0700", NOSUID | NODEV | NOATIME)
    if os.path.exists("/dev/zero"):  # mapped as shared it would be memory that belongs to no file
        _call("mount", b"/dev/null", b"/dev/zero", None, BIND, None)
    for device in Path("/dev").iterdir():
        if device.is_char_device() and os.path.ismount(device):
            _read_only(device)
    for place in ("/proc", "/dev/pts", *hidden):
        _mount(place, "size=4k,nr_inodes=2,mode=0555", NOSUID | NODEV | NOEXEC | READ_ONLY)


def _read_only(device: Path) -> None:
    """Let a device be used and not changed: its times are those of the machine's own, which all submissions see."""
    flags = os.statvfs(device).f_flag
    kept = flags & (NOSUID | NODEV | NOEXEC | NOATIME | NODIRATIME) | (RELATIME if flags & ST_RELATIME else 0)
    _call("mount", None, os.fsencode(device), None, REMOUNT | BIND | READ_ONLY | kept, None)


def _mount(place: str, options: str, flags: int) -> None:
    _call("mount", b"tmpfs", os.fsencode(place), b"tmpfs", flags, options.encode())


def no_privileges(bpf: bytes) -> None:
    """Give up every capability for good and install a system-call filter."""
    last = 0
    while _libc.prctl(PR_CAPBSET_DROP, ctypes.c_ulong(last), 0, 0, 0) == 0:
        last += 1
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    _call("capset", ctypes.byref(header), ctypes.byref((ctypes.c_uint32 * 6)()))
    prctl(PR_SET_NO_NEW_PRIVS, 1)

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))

    program = Program(len(bpf) // 8, bpf)
    _call("prctl", PR_SET_SECCOMP, ctypes.c_ulong(SECCOMP_MODE_FILTER), ctypes.byref(program), 0, 0)


def system_call_filter() -> bytes:
    """Return the filter as a BPF program.

    Raises
    ------
    OSError, RuntimeError
        If the system has no libseccomp.
    """
    import pyseccomp as seccomp

    rules = seccomp.SyscallFilter(seccomp.ALLOW)
    for name in REFUSED:
        if seccomp.resolve_syscall(seccomp.system_arch(), name) >= 0:
            rules.add_rule(seccomp.ERRNO(1), name)
    for number in REFUSED_NUMBERS:
        rules.add_rule(seccomp.ERRNO(38), number)
    for name in IGNORED:
        rules.add_rule(seccomp.ERRNO(0), name)
    for command in IGNORED_FCNTL:
        rules.add_rule(seccomp.ERRNO(0), "fcntl", seccomp.Arg(1, seccomp.EQ, command))
    for option in (PR_SCHED_CORE, PR_SET_SECCOMP):
        rules.add_rule(seccomp.ERRNO(1), "prctl", seccomp.Arg(0, seccomp.EQ, option))
    for name in OF_ITSELF:
        rules.add_rule(seccomp.ERRNO(1), name, seccomp.Arg(0, seccomp.NE, 0))
    for flag in (NEW_NS, NEW_CGROUP, NEW_UTS, NEW_IPC, NEW_USER, NEW_PID, NEW_NET):
        rules.add_rule(seccomp.ERRNO(1), "clone", seccomp.Arg(0, seccomp.MASKED_EQ, flag, flag))
    # Processes that share a working folder, a umask, open files or memory would be one; threads may.
    for flag, other in ((SHARE_VM, VFORK | THREAD), (SHARE_FS, THREAD), (SHARE_FILES, THREAD), (SHARE_SIGNALS, THREAD)):
        rules.add_rule(seccomp.ERRNO(1), "clone", seccomp.Arg(0, seccomp.MASKED_EQ, flag | other, flag))
    shared = seccomp.Arg(3, seccomp.MASKED_EQ, SHARED_ANONYMOUS, SHARED_ANONYMOUS)
    rules.add_rule(seccomp.ERRNO(1), "mmap", shared)
    for option in (*BUFFER_SIZES, *FILTERS):
        rules.add_rule(
            seccomp.ERRNO(1), "setsockopt", seccomp.Arg(1, seccomp.EQ, SOL_SOCKET), seccomp.Arg(2, seccomp.EQ, option)
        )
    for option in COOKIES:
        rules.add_rule(
            seccomp.ERRNO(92), "getsockopt", seccomp.Arg(1, seccomp.EQ, SOL_SOCKET), seccomp.Arg(2, seccomp.EQ, option)
        )
    # Flow labels outlive the socket and the process that asked for them.
    label = seccomp.Arg(1, seccomp.EQ, socket.IPPROTO_IPV6), seccomp.Arg(2, seccomp.EQ, IPV6_FLOWLABEL_MGR)
    rules.add_rule(seccomp.ERRNO(1), "setsockopt", *label)
    rules.add_rule(seccomp.ERRNO(38), "clone3")  # not known: the C library then uses clone, whose flags can be seen
    for name in ("socket", "socketpair"):
        rules.add_rule(seccomp.ERRNO(97), name, seccomp.Arg(0, seccomp.GT, MAX_FAMILY))
        for family in set(range(MAX_FAMILY + 1)) - SOCKETS:
            rules.add_rule(seccomp.ERRNO(97), name, seccomp.Arg(0, seccomp.EQ, family))
        # One such socket can hold what many that are closed have sent to it, as one that listens can.
        datagrams = seccomp.Arg(1, seccomp.MASKED_EQ, SOCK_TYPE, SOCK_DGRAM)
        rules.add_rule(seccomp.ERRNO(94), name, seccomp.Arg(0, seccomp.EQ, socket.AF_UNIX), datagrams)
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()
