"""Computes the kill matrix of all assignments: ``python tests/kill_matrix.py FILE`` writes its rows there.

A process of its own, so that it runs beside the other tests on processors that they leave idle.
"""

import os
import pickle
import sys
from pathlib import Path

from course_lib.grading import answers, spec
from course_lib.grading.course import Course

if __name__ == "__main__":
    course = Course.find(Path(__file__).resolve().parent.parent)
    everything = bool(os.environ.get("COURSE_FULL"))
    rows = [
        row
        for name in course.assignments()
        for row in answers.matrix(course, spec.load(course, name), thorough=everything)
    ]
    Path(sys.argv[1]).write_bytes(pickle.dumps(rows))
