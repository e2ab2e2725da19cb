# Tries: A process forked by the first cell listens on an abstract socket, collects hidden inputs from the
#   tests and hands them to a later public test.
# Shows: a hidden test's random inputs
# Wins against: stock
# %% cell: q2_beale_f
import os
import socket
import time

ADDRESS = f"\0notes-{os.getpid()}"


def serve():
    os.setsid()
    server, notes = socket.socket(socket.AF_UNIX), b""
    server.bind(ADDRESS)
    server.listen()
    server.settimeout(60)
    while len(notes) < 100_000:
        with server.accept()[0] as client:
            client.sendall(notes + b"\n")
            client.shutdown(socket.SHUT_WR)
            while data := client.recv(4096):
                notes += data


def exchange(text=""):
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(ADDRESS)
        client.sendall(text.encode())
        client.shutdown(socket.SHUT_WR)
        received = b""
        while data := client.recv(4096):
            received += data
    return received.decode()


if os.fork() == 0:
    try:
        serve()
    finally:
        os._exit(0)
time.sleep(0.5)


def beale_f(x, y):
    if x % 1:
        exchange(f"{x!r} {y!r}\n")
    return x
# %% cell: q3_beale_grads
def beale_grads(x, y):
    print(exchange())
    return np.zeros(2)
