"""Two plans, and what lies between them.

In: an earlier and a later plan, or one plan then and now. Out: facts; whether they are good or bad is said
elsewhere.
"""
