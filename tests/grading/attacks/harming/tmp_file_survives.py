# Tries: A file in /tmp stays after the grading, for the next submission to find.
# Trace: file /tmp/OWNED-tmp_file_survives
# Wins against: none
# %% cell: q1_minimum
import pathlib

pathlib.Path("/tmp/OWNED-tmp_file_survives").write_text("OWNED-tmp_file_survives")
