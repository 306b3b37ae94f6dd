"""Every file can be read as YAML.

One slip, such as a quotation mark that is never closed or a tab at the start of a line, and nothing in that
file can be read: every promise in it is missing from the document.

Bad::

    challenges:
      - id: resilience
        title: "Urban resilience

Good::

    challenges:
      - id: resilience
        title: "Urban resilience"
"""

SEVERITY = "error"
