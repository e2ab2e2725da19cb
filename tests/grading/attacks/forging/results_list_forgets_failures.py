# Tries: A report's results are a list whose append forgets the message of a failure.
# Wins against: stock
# %% cell: q1_minimum
from course_lib.checks import frame


class Forgetful(list):
    def append(self, item):
        super().append((item[0], None))


init = frame.Report.__init__


def forgetful(self, *args, **kwargs):
    init(self, *args, **kwargs)
    self.results = Forgetful()


frame.Report.__init__ = forgetful
