"""Elements of plans that nobody wrote, as many as are wanted, no two with one title."""

from __future__ import annotations

from .dice import Dice
from .elements import Element, folded
from .words import ACTIONS, AUDIENCES, HEADS, MEANS, PLACES, QUALITIES, TOPICS

KINDS = (
    ("action_line", "", 0.03), ("axis", "action_line", 0.07), ("theme", "", 0.03), ("challenge", "", 0.03),
    ("programme", "", 0.04), ("outcome", "axis", 0.45), ("indicator", "outcome", 0.15),
    ("activity", "outcome", 0.13), ("milestone", "outcome", 0.07),
)  # fmt: skip
"""The kinds of element, what each lies in, and their shares."""

UNITS = ("Number of", "Share of", "Yearly cost of", "People reached by", "Cities with")
PROBLEMS = ("Lack of", "Rising cost of", "Unequal access to", "Too few", "Distrust in")


def invent(dice: Dice, count: int, taken: set[str]) -> list[Element]:
    """Invent elements, with ids from `invented-1` on. Their titles are added to those `taken`, folded."""
    made: dict[str, list[Element]] = {kind: [] for kind, *_ in KINDS}
    for kind, holder, share in KINDS:
        for _ in range(round(count * share)):
            number = sum(map(len, made.values())) + 1
            parents = made.get(holder, [])
            element = Element(
                id=f"invented-{number}",
                kind=kind,
                title=new_title(dice, kind, taken),
                text=" ".join(sentence(dice) for _ in range(dice.below(3))),
                parent=dice.pick(parents).id if parents else "",
            )
            made[kind].append(element)
    return [element for elements in made.values() for element in elements]


def new_title(dice: Dice, kind: str, taken: set[str]) -> str:
    """A title for an element of a kind that is not yet taken; from now on it is."""
    while (key := folded(title := _title(dice, kind))) in taken:
        pass
    taken.add(key)
    return title


def thing(dice: Dice) -> str:
    """What a promise is about, such as `shared flood maps`."""
    quality = f"{dice.pick(QUALITIES)} " if dice.chance(0.6) else ""
    return f"{quality}{dice.pick(TOPICS)} {dice.pick(HEADS)}"


def sentence(dice: Dice) -> str:
    """A sentence of a text."""
    who, what, where = dice.pick(AUDIENCES), thing(dice), dice.pick(PLACES)
    return dice.pick(
        (
            f"{who.capitalize()} gain from {what} {where}, {dice.pick(MEANS)}.",
            f"The work on {what} serves {who} {where} and is led by one office.",
            f"It begins {where}, where {what} are scarce and {who} wait longest.",
            f"{what.capitalize()} are run {dice.pick(MEANS)} and reviewed with {who}.",
        )
    )


def _title(dice: Dice, kind: str) -> str:
    order, noun, activity, done = dice.pick(ACTIONS)
    what = thing(dice)
    begun = {
        "theme": what.capitalize(),
        "programme": what.title(),
        "challenge": f"{dice.pick(PROBLEMS)} {what}",
        "indicator": f"{dice.pick(UNITS)} {what}",
        "milestone": f"{what.capitalize()} {done}",
    }.get(kind) or f"{dice.pick((order, f'{noun} the', noun, activity))} {what}"
    if kind in {"theme", "programme"}:
        return begun
    tails = (f" for {dice.pick(AUDIENCES)}", f" {dice.pick(PLACES)}", f" {dice.pick(MEANS)}")
    return begun + "".join(
        tail for tail, share in zip(tails, (0.6, 0.4, 0.15), strict=True) if dice.chance(share)
    )
