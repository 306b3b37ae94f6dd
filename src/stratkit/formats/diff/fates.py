"""What fates are called."""

from __future__ import annotations

from collections.abc import Mapping

from stratkit.compare.dispositions import Fate

WORDS: Mapping[Fate, str] = {
    "continued": "carried on",
    "reworded": "reworded",
    "split": "split",
    "merged": "merged",
    "completed": "completed",
    "dropped": "dropped",
    "transferred": "handed on",
    "proposed": "in question",
    "removed": "removed",
    "unsaid": "no fate recorded",
    "unread": "cannot be read",
}
"""Fates in words."""
