# Tries: A cell displays HTML and JavaScript, which run in the instructor's browser.
# Trace: an HTML or JavaScript output with OWNED-script_in_output in the autograded notebook, or a <script>
#   with it in the feedback page
# Wins against: stock
# %% cell: q1_minimum
from IPython.display import HTML, Javascript, display

display(HTML("<img src=x onerror=\"alert('OWNED-script_in_output')\"><script>alert('OWNED-script_in_output')</script>"))
display(Javascript("alert('OWNED-script_in_output')"))
display({"image/svg+xml": "<svg onload=\"alert('OWNED-script_in_output')\"/>", "text/plain": "svg"}, raw=True)
