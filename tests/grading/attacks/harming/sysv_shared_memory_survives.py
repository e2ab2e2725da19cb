# Tries: A segment of System V shared memory and a message queue stay until the machine restarts.
# Trace: the key 0x4f574e44 in ipcs -m or ipcs -q
# Wins against: none
# %% cell: q1_minimum
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
segment = libc.shmget(0x4F574E44, 64 << 20, 0o1666)
libc.shmat.restype = ctypes.c_void_p
place = libc.shmat(segment, None, 0)
if segment >= 0 and place not in (None, ctypes.c_void_p(-1).value):
    ctypes.memset(place, 79, 64 << 20)
libc.msgget(0x4F574E44, 0o1666)
