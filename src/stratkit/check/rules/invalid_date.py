"""A date is written so that everybody reads the same day.

The third of April here is the fourth of March elsewhere. A date that can be read in two ways, or that no
calendar has, cannot tell a board whether a promise is late.

Bad::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        due: 30/09/2023

Good::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        due: 2023-09-30
"""

SEVERITY = "error"
