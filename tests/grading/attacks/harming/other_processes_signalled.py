# Tries: A process outside of the grading, which the harness started, is killed by its name.
# Trace: the harness starts `sleep 300.5150`; it is gone after the grading
# Wins against: none
# %% cell: q1_minimum
import os
import pathlib
import signal

for place in pathlib.Path("/proc").iterdir():
    if place.name.isdigit():
        try:
            if (place / "cmdline").read_bytes() == b"sleep\x00300.5150\x00":
                os.kill(int(place.name), signal.SIGKILL)
        except OSError:
            pass
