"""A value is one that its key can take.

A figure that is not a number cannot be compared with its target, and a word that the key does not know cannot
be counted.

Bad::

    indicators:
      - id: clients
        title: Clients assisted
        direction: increase
        targets:
          - date: 2022
            value: 76,000

Good::

    indicators:
      - id: clients
        title: Clients assisted
        direction: increase
        targets:
          - date: 2022
            value: 76000
"""

SEVERITY = "error"
