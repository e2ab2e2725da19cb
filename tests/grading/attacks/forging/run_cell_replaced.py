# Tries: The shell's run_cell is replaced by one that runs `pass` for test cells.
# Wins against: stock
# %% cell: q1_minimum
shell = get_ipython()
run_cell = shell.run_cell


def replaced(text, *args, **kwargs):
    return run_cell("pass" if "checks.question" in text else text, *args, **kwargs)


shell.run_cell = replaced
shell.should_run_async = lambda *args, **kwargs: False
