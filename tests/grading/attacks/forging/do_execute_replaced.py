# Tries: The kernel's do_execute is replaced: test cells are answered with ok and never run.
# Wins against: stock
# %% cell: q1_minimum
kernel = get_ipython().kernel
do_execute = kernel.do_execute


async def replaced(code, *args, **kwargs):
    return await do_execute("pass" if "checks.question" in code else code, *args, **kwargs)


kernel.do_execute = replaced
