"""Every key is one that the format knows.

What stands under a key that nothing reads is missing from the document, and nobody notices. Mostly it is a
slip of the pen.

Bad::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        deu: 2023

Good::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        due: 2023
"""

SEVERITY = "error"
