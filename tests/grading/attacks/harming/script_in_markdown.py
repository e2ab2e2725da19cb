# Tries: Markdown cells carry scripts, event handlers and javascript: links for the instructor's browser.
# Trace: in the feedback page: an element (script, img, iframe, svg or a link) that carries
#   OWNED-script_in_markdown unescaped
# Wins against: stock
# %% notebook
markdown(
    "<script>alert('OWNED-script_in_markdown')</script>",
    "<img src=x onerror=\"alert('OWNED-script_in_markdown')\">",
    "[here](javascript:alert('OWNED-script_in_markdown'))",
    "<iframe srcdoc=\"<script>parent.alert('OWNED-script_in_markdown')</script>\"></iframe>",
)
