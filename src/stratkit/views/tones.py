"""Which colour tells a challenge or an action line apart, by its number."""

from __future__ import annotations

from stratkit.model.plan import Plan

TONES = 6
"""How many colours there are."""


def tones_of(plan: Plan) -> dict[str, int]:
    """The number of the colour, from 1, of each action line, its axes, and then of each challenge.

    Challenges go on where action lines end: one colour for both would pair what does not belong together.
    """
    tones: dict[str, int] = {}
    for place, record in enumerate((*plan.action_lines, *plan.challenges)):
        tones[record.id] = place % TONES + 1
    for line in plan.action_lines:
        tones.update({axis.id: tones[line.id] for axis in line.axes})
    return tones
