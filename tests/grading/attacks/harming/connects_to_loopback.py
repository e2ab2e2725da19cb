# Tries: A connection to a server on this machine tells it something.
# Trace: OWNED-connects_to_loopback arrives at 127.0.0.1, at the port in canary.port of the class folder
# Wins against: none
# Uses: class_folder
# %% cell: q1_minimum
import socket
import os


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
