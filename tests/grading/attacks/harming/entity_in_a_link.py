# Tries: The address of a link hides its scheme behind names of characters, which are unescaped when it is rendered.
# Trace: in the feedback page: a link that runs OWNED-entity_in_a_link
# Wins against: stock
# %% notebook
markdown(
    "[your mark](java&#x73;cript:alert('OWNED-entity_in_a_link'))",
    "[your mark](&#106;avascript&colon;alert('OWNED-entity_in_a_link'))",
    "[your mark](java&Tab;script:alert('OWNED-entity_in_a_link'))",
    "[your mark][1]\n\n[1]: &#106;avascript:alert('OWNED-entity_in_a_link')",
)
