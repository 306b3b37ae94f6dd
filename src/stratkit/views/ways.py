"""In which way something has changed between two plans."""

from __future__ import annotations

from collections.abc import Mapping

from stratkit.views.edition import Edition

_WAYS: Mapping[str, str] = {
    "raised": "raised",
    "lowered": "lowered",
    "brought-forward": "brought_forward",
    "postponed": "postponed",
    "added": "added",
    "dropped": "dropped",
    "restated": "restated",
    "linked": "added",
    "listed": "added",
    "set": "added",
    "unlinked": "dropped",
    "unlisted": "dropped",
    "unset": "dropped",
    "removed": "dropped",
    "retired": "dropped",
    "reordered": "reordered",
    "reworded": "reworded",
}
"""The way in which something has changed, by the kind of change; it is `changed` in any other."""


def way_of(kind: str) -> str:
    """The way in which a kind of change has changed something."""
    return _WAYS.get(kind.removeprefix("target-").removeprefix("baseline-"), "changed")


def say_way(edition: Edition, way: str) -> str:
    """The way in which something has changed."""
    translate_in = edition.tongue.translate_in
    return {
        "raised": translate_in("how something has changed", "raised"),
        "lowered": translate_in("how something has changed", "lowered"),
        "brought_forward": translate_in("how something has changed", "brought forward"),
        "postponed": translate_in("how something has changed", "postponed"),
        "added": translate_in("how something has changed", "new"),
        "dropped": translate_in("how something has changed", "gone"),
        "restated": translate_in("how something has changed", "restated"),
        "reordered": translate_in("how something has changed", "in another order"),
        "reworded": translate_in("how something has changed", "reworded"),
        "changed": translate_in("how something has changed", "changed"),
    }[way]
