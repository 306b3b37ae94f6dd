"""A Sustainable Development Goal or target is one that the United Nations adopted.

There are 17 goals with 169 targets. A reader who looks up one that does not exist cannot see what the outcome
serves.

Bad::

    outcomes:
      - id: womens-leadership
        title: Women's leadership
        sdgs: [5.d]

Good::

    outcomes:
      - id: womens-leadership
        title: Women's leadership
        sdgs: [5.c]
"""

SEVERITY = "error"
