"""A comment that silences a finding has something to silence.

What it was written for has been mended, or stands on another line. Left behind, it would hide the next
mistake on its line.

Bad::

    vision: A city for all.  # stratkit: ignore[yaml-trap] — the sign is meant

Good::

    vision: A city for all.
"""

SEVERITY = "warning"
