"""What a strategy is, in a strategist's words: elements with plain values, and no input or output.

In: values that have been read. Out: frozen `Record`s, and the one description of their fields that everybody
reads.
"""
