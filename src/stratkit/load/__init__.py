"""From files to elements.

In: a path to a plan. Out: a `Workspace`: the plan, the index of its ids, the project's settings, and every
problem that reading and binding met. Never stops at the first.
"""
