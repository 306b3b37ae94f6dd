"""Two plans, and what lies between them.

In: the indexes of an earlier and a later plan. Out: facts; whether they are good or bad is said elsewhere.
"""
