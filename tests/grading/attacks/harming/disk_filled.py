# Tries: Many files of 200 MB each in /tmp, which nothing removes; here at most 3 GB.
# Trace: folder /tmp/OWNED-disk_filled, over 1 GB
# Wins against: none
# %% cell: q1_minimum
import pathlib

folder = pathlib.Path("/tmp/OWNED-disk_filled")
folder.mkdir(exist_ok=True)
block = bytes(range(250)) * 800_000
for number in range(15):
    (folder / str(number)).write_bytes(block)
