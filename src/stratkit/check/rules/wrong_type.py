"""A list stands where a list belongs, and a text where a text belongs.

The document shows the items of a list one by one, and links each to its element. Two themes written as one
text would be one theme that nobody knows.

Bad::

    themes:
      - id: gender-equality
        title: Gender equality
    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        themes: gender-equality

Good::

    themes:
      - id: gender-equality
        title: Gender equality
    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        themes: [gender-equality]
"""

SEVERITY = "error"
