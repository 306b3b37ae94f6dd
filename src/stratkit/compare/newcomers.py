"""The commitments of a later plan that continue nothing."""

from __future__ import annotations

from stratkit.compare.difference import Difference
from stratkit.compare.dispositions import COMMITTED
from stratkit.model.element import Element


def newcomers(difference: Difference) -> tuple[Element, ...]:
    """They, in the order of the later plan; without those of which it is asked what they continue."""
    asked = {id(each.new) for each in difference.matching.proposals}
    added = difference.matching.added
    return tuple(one for one in added if one.kind_ in COMMITTED and id(one) not in asked)
