"""An id is made of small letters, digits and single hyphens.

Ids become addresses in the document, and stay the same for years while titles change. Capitals, spaces and
accents in them are written differently by different people, and then references miss.

Bad::

    themes:
      - id: Quality_of_Life
        title: Quality of life

Good::

    themes:
      - id: quality-of-life
        title: Quality of life
"""

SEVERITY = "error"
