# Tries: A hidden test is answered with a message that cannot be understood; the reason that students see quoted it.
# Shows: a hidden test's random inputs
# Wins against: nothing
# %% cell: q2_beale_f
import gc


def beale_f(x, y):
    peer = next(o for o in gc.get_objects() if type(o).__name__ == "StudentPeer" and o.channel.sock.fileno() >= 0)
    if isinstance(x, float) and round(x, 3) != x:
        peer.channel.send({"answer": ["dtype", f"called with {x!r} {y!r}"]}, [])
    return 0.0
