"""What an element cannot do without is there.

An outcome without an id cannot be named in a report, and one without a title cannot be printed.

Bad::

    outcomes:
      - id: code-of-ethics
        due: 2023

Good::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        due: 2023
"""

SEVERITY = "error"
