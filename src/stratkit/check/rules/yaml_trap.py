"""A text arrives as its author wrote it.

YAML gives some signs a meaning of its own: ` #` begins a comment, a colon with a space ends a key, `*`
repeats something. A sentence with such a sign would lose words in the document, or could not be read at all.
In quotes it stays as it is.

Bad::

    vision: A decade of #MetroGovernance for all

Good::

    vision: "A decade of #MetroGovernance for all"
"""

SEVERITY = "error"
