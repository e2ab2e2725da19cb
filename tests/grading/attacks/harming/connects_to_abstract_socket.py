# Tries: An abstract UNIX socket has no file, so no view of the file system hides it.
# Trace: OWNED-connects_to_abstract_socket arrives at the abstract sockets \0course-canary (stream) or
#   \0course-canary-dgram
# Wins against: none
# %% cell: q1_minimum
import socket

for kind, name in ((socket.SOCK_STREAM, "\0course-canary"), (socket.SOCK_DGRAM, "\0course-canary-dgram")):
    try:
        with socket.socket(socket.AF_UNIX, kind) as client:
            client.settimeout(2)
            client.connect(name)
            client.sendall(b"OWNED-connects_to_abstract_socket")
    except OSError:
        pass
