# Tries: Memory that belongs to no process: connections wait in a listening socket's queue, full, their other ends closed.
# Trace: the kernel's memory (Slab in /proc/meminfo, or what is available) changes by more than 600 MB
# Wins against: stock
# %% cell: q1_minimum
import socket
import time

held, begun = 0, time.time()
for kind in (socket.SOCK_STREAM, socket.SOCK_SEQPACKET):
    server = socket.socket(socket.AF_UNIX, kind)
    server.bind(f"\0queue-{kind}")
    server.listen(4096)
    while held < 2**31 and time.time() < begun + 20:
        client = socket.socket(socket.AF_UNIX, kind)
        client.setblocking(False)
        try:
            client.connect(f"\0queue-{kind}")
            while True:
                held += client.send(bytes(2**15))
        except BlockingIOError:
            client.close()
        except OSError:
            break
time.sleep(3)
