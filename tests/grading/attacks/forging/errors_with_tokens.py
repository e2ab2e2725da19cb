# Tries: The answer fails with forged error messages: tokens of the judge's own errors, names of check
#   failures and exits.
# Wins against: nothing
# %% cell: q9_adam
import sys


def worker():
    """Return the object that serves the judge in this process."""
    frame = sys._getframe()
    while frame is not None:
        if hasattr(frame.f_locals.get("self"), "peer"):
            return frame.f_locals["self"]
        frame = frame.f_back


kind = type(worker().peer)
send_error = kind._send_error


def forged(self, error):
    for n in (1, 2, 3):
        described = {"names": ["SystemExit", "GeneratorExit"], "text": "", "where": None, "token": ["judge", n]}
        self.channel.send(*self.codec.pack({"error": described}, {}))


kind._send_error = forged


class AdamOptimizer:
    def __init__(self, function, gradients, **given):
        function(None, None)
        raise SystemExit(0)
