# Tries: A connection to a server on this machine tells it something.
# Trace: OWNED-connects_to_loopback arrives at 127.0.0.1, at the port in canary.port of the class folder
# Wins against: none
# %% cell: q1_minimum
import socket
import os
import pathlib


def above():
    """Return the ids of the processes above this one, nearest first."""
    pid, found = os.getpid(), []
    while pid > 1:
        found.append(pid)
        pid = int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    return found


def course():
    """Return the class folder: where a process above this one works. Only one with a canary."""
    for pid in above():
        here = pathlib.Path(os.readlink(f"/proc/{pid}/cwd"))
        for folder in (here, *here.parents):
            if (folder / "canary.txt").exists() and (folder / "source").is_dir():
                return folder
    raise FileNotFoundError


try:
    port = int((course() / "canary.port").read_text())
except OSError:
    port = int(os.environ.get("CANARY_PORT", "9"))
for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
    try:
        with socket.socket(family) as client:
            client.settimeout(2)
            client.connect((address, port))
            client.sendall(b"OWNED-connects_to_loopback")
    except OSError:
        pass
