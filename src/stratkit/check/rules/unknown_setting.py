"""What stands in a settings file is a setting.

A setting with a slip in its name does nothing, and nobody notices: a file that was to be left out is checked,
or a threshold does not hold.

Bad::

    # stratkit.yaml
    fail-on: warning

Good::

    # stratkit.yaml
    fail_on: warning
"""

SEVERITY = "error"
