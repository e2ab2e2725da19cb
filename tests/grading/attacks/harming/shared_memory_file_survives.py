# Tries: Files in /dev/shm and /var/tmp stay after the grading.
# Trace: file /dev/shm/OWNED-shared_memory_file_survives or /var/tmp/OWNED-shared_memory_file_survives
# Wins against: none
# %% cell: q1_minimum
import pathlib

for folder in ("/dev/shm", "/var/tmp", "/run/lock"):
    try:
        (pathlib.Path(folder) / "OWNED-shared_memory_file_survives").write_bytes(b"OWNED-" * 10**6)
    except OSError:
        pass
