"""The rules, one to a module; the module's name is the rule's code.

A module's docstring is what `stratkit rule CODE` prints. `SEVERITY` is the default. `check(workspace)` yields
the problems; a rule that is kept while files are read and values are bound has none.
"""
