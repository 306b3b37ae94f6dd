"""A file uses no part of YAML that hides what it says or repeats it without end.

Whoever reads the file should see what the plan says. Tags, merge keys and second documents are easily missed,
and nested repetitions let a short file fill a computer's memory.

Bad::

    vision: !important Cities where everybody is safe

Good::

    vision: Cities where everybody is safe
"""

SEVERITY = "error"
