"""A plan reads ordinary files of its own folder only.

A plan is often checked on a machine that holds other files too. If it could name any of them, what is private
could end up in a published document.

Bad::

    chapters:
      - id: resilience
        title: Resilience
        text:
          file: ../notes/resilience.md

Good::

    chapters:
      - id: resilience
        title: Resilience
        text:
          file: chapters/resilience.md
"""

SEVERITY = "error"
