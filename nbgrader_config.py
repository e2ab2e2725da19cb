"""What nbgrader reads in this folder: the course's preprocessors and its own autograder."""

from course_lib.grading.nbgrader_setup import configure

configure(get_config())
