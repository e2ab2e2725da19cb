# Tries: A file of the course folder is shown as rendered markdown and as the title of a plot.
# Shows: the text of canary.txt of the course folder
# Wins against: stock
# Uses: class_folder
# %% added: q1_minimum
from IPython.display import Markdown


text = (course() / "canary.txt").read_text()
display(Markdown(f"**{text}**"))
plt.figure(num=text)
plt.title(text)
print(plt.gcf().canvas.manager.get_window_title())
