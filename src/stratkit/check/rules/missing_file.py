"""A file or folder that the plan names is there.

A chapter whose text is not found is empty in the document, and an image that is not found is a gap in its
text. Mostly the file was renamed, or the path begins at another folder than its author thought.

Bad::

    chapters:
      - id: resilience
        title: Resilience
        text:
          file: chapters/resilence.md

Good::

    chapters:
      - id: resilience
        title: Resilience
        text:
          file: chapters/resilience.md
"""

SEVERITY = "error"
