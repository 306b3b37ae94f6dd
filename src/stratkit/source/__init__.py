"""Text and where it is.

In: bytes of files inside the project's folder. Out: `SourceText`s, trees of nodes with positions, and
`Problem`s. Knows YAML; knows nothing of strategy.
"""
