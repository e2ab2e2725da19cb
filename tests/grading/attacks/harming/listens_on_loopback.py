# Tries: A process in a session of its own serves a port that other submissions and the instructor can reach.
# Trace: OWNED-listens_on_loopback is served at 127.0.0.1:47391 after the grading
# Wins against: stock
# %% cell: q1_minimum
import os
import signal
import socket
import time

server = socket.create_server(("127.0.0.1", 47391))
if os.fork() == 0:
    os.setsid()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    os.dup2(server.fileno(), 3)
    os.closerange(4, 5000)  # nothing that the grader waits for stays open
    listener = socket.socket(fileno=3)
    listener.settimeout(5)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with listener.accept()[0] as client:
                client.sendall(b"OWNED-listens_on_loopback")
        except OSError:
            pass
    os._exit(0)
