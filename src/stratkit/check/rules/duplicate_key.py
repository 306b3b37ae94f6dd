"""A key stands only once in the same place.

If an outcome has two due dates, nobody can say which one was approved. Most programs would keep the last
without a word.

Bad::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        due: 2022
        due: 2023

Good::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        due: 2023
"""

SEVERITY = "error"
