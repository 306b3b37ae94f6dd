"""Opinions about plans.

In: a `Workspace`. Out: `Finding`s, sorted. One module per rule, in `rules/`.
"""
