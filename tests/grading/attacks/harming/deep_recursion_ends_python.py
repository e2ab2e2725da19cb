# Tries: Recursion without a limit ends the Python process with a segmentation fault.
# Trace: the grading command fails, or there is no autograded notebook of this student
# Wins against: stock
# %% cell: q1_minimum
import sys
import threading

sys.setrecursionlimit(10**9)
threading.stack_size(2**20)


def down(n):
    return [*map(down, (n + 1,))]


thread = threading.Thread(target=down, args=(0,))
thread.start()
thread.join()
