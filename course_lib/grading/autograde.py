def install(c): pass
