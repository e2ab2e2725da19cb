# Tries: Eighty cells, each of which shows as much text and as large a picture as one may.
# Trace: the autograded notebook is over 30 MB
# Wins against: stock
# %% notebook
source = """
from IPython.display import display
for _ in range(40):
    display({"text/plain": "x" * 20_000}, raw=True)
display({"image/png": b"\\x89PNG\\r\\n\\x1a\\n" + bytes(2**22 - 8)}, raw=True)
"""
for number in range(80):
    cell = {"cell_type": "code", "id": f"much-{number}", "metadata": {}, "source": source}
    nb["cells"].insert(8, cell | {"outputs": [], "execution_count": None})
