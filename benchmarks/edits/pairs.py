"""Two cycles of a plan, and the truth of what continues what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from .dice import Dice
from .elements import Element, folded
from .invention import invent, new_title, sentence
from .wording import STRENGTHS, confusable, reword, reword_text

SHIFTS = {
    "action_line": "theme", "axis": "action_line", "programme": "action_line", "theme": "action_line",
    "challenge": "theme", "focus_area": "challenge",
}  # fmt: skip
"""What becomes of a unit whose kind shifts; what is promised or measured in it keeps its kind."""


@dataclass(frozen=True, kw_only=True)
class Edit:
    """A new element continues an old one. `strength` is 0 where nobody edited, but authors rewrote."""

    old: str
    new: str
    strength: int
    moved: bool = False
    shifted: bool = False


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An old plan, a new plan, and which new element continues which old one under another id.

    Elements with one id in both plans are the same and unchanged. `removed` are the ids of old elements that
    nothing continues, `confusable` those of new ones that continue nothing and look as if they did, `fresh`
    those of the other new ones.
    """

    old: tuple[Element, ...]
    new: tuple[Element, ...]
    edits: tuple[Edit, ...]
    removed: tuple[str, ...]
    confusable: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()

    def titles(self) -> list[tuple[str, str]]:
        """The old and the new title of each edit."""
        old, new = ({element.id: element.title for element in side} for side in (self.old, self.new))
        return [(old[edit.old], new[edit.new]) for edit in self.edits]


@dataclass(frozen=True, kw_only=True)
class Mix:
    """How many elements the old plan has, and the shares of them that are edited, removed and so on.

    Of those edited, `moved` get another parent, as do all whose parent is no more; of the units edited,
    `shifted` get another kind; `textless` lose their text.
    """

    size: int = 1_200
    edited: float = 0.45
    removed: float = 0.15
    confusable: float = 0.15
    fresh: float = 0.10
    moved: float = 0.10
    shifted: float = 0.25
    textless: float = 0.20


PLAIN = Mix()


def make_pair(
    real: Sequence[Element], *, seed: int, strengths: Sequence[int] = STRENGTHS, mix: Mix = PLAIN
) -> Pair:
    """Make a pair from real elements, and invented ones up to the size of the mix.

    Edits are of the given strengths in equal parts. The same arguments give the same pair, everywhere.
    """
    making = _Making(real, seed, mix)
    edits, said = making.edited(strengths)
    kept = [making.settled(each, each) for each in making.old if each.id in making.kept]
    confusable, fresh = making.confusable(), making.fresh()
    new = making.dice.shuffled([*kept, *said, *confusable, *fresh])
    return Pair(
        old=tuple(making.old),
        new=tuple(new),
        edits=tuple(edits),
        removed=tuple(each.id for each in making.removed),
        confusable=tuple(each.id for each in confusable),
        fresh=tuple(each.id for each in fresh),
    )


class _Making:
    """The old plan, what becomes of its elements, and which titles and ids are still free."""

    def __init__(self, real: Sequence[Element], seed: int, mix: Mix) -> None:
        self.dice, self.mix = Dice(seed), mix
        self.taken = {folded(element.title) for element in real}
        self.old = [*real, *invent(self.dice, mix.size - len(real), self.taken)]
        self.by_id = {element.id: element for element in self.old}
        order, count = self.dice.shuffled(self.old), len(self.old)
        first, last = round(count * mix.edited), round(count * (mix.edited + mix.removed))
        self.chosen, self.removed = order[:first], order[first:last]
        self.kept = dict.fromkeys(element.id for element in order[last:])
        self._numbers = iter(self.dice.shuffled(range(1, 3 * count + 1)))
        self.ids = {name: name for name in self.kept} | {each.id: self._new_id() for each in self.chosen}
        self.kinds = {each.id: self._kind(each) for each in self.chosen}
        self._homes: dict[str, list[str]] = {}
        for name in self.ids:
            if not self._is_shifted(name):
                self._homes.setdefault(self.by_id[name].kind, []).append(name)

    def edited(self, strengths: Sequence[int]) -> tuple[list[Edit], list[Element]]:
        """The edits, and the new elements they yield."""
        edits, said = [], []
        for number, element in enumerate(self.chosen):
            strength = strengths[number % len(strengths)]
            text = "" if self.dice.chance(self.mix.textless) else element.text
            new = self.settled(
                element,
                Element(
                    id=self.ids[element.id],
                    kind=self.kinds[element.id],
                    title=self._free(partial(reword, element.title, strength, self.dice)),
                    text=reword_text(text, strength, self.dice),
                    parent=element.parent,
                ),
                moves=self.dice.chance(self.mix.moved),
            )
            shifted = new.kind != element.kind
            moved = not shifted and new.parent != self.ids.get(element.parent, element.parent)
            edits.append(Edit(old=element.id, new=new.id, strength=strength, moved=moved, shifted=shifted))
            said.append(new)
        return edits, said

    def confusable(self) -> list[Element]:
        """New elements in the frame of old ones."""
        made: list[Element] = []
        models = [each for each in self.old if confusable(each.title, self.dice)]
        for _ in range(round(len(self.old) * self.mix.confusable)):
            model = self.dice.pick(models)
            made.append(self._new(model, self._free(partial(confusable, model.title, self.dice))))
        return made

    def fresh(self) -> list[Element]:
        """New elements that were made from no old one."""
        models = [self.dice.pick(self.old) for _ in range(round(len(self.old) * self.mix.fresh))]
        return [self._new(model, new_title(self.dice, model.kind, self.taken)) for model in models]

    def settled(self, old: Element, new: Element, *, moves: bool = False) -> Element:
        """An element in what its parent became, or in another such, if it moves or its parent is no more."""
        parent = self.by_id.get(old.parent)
        if parent is None or new.kind != old.kind:
            return replace(new, parent="")
        if parent.id in self.ids and not moves and not self._is_shifted(parent.id):
            return replace(new, parent=self.ids[parent.id])
        homes = [name for name in self._homes.get(parent.kind, ()) if old.id not in self._line(name)]
        others = [name for name in homes if name != parent.id]
        return replace(new, parent=self.ids[self.dice.pick(others)] if others else "")

    def _new(self, model: Element, title: str) -> Element:
        text = " ".join(sentence(self.dice) for _ in range(self.dice.below(3)))
        return self.settled(model, replace(model, id=self._new_id(), title=title, text=text))

    def _kind(self, element: Element) -> str:
        return SHIFTS.get(element.kind, element.kind) if self.dice.chance(self.mix.shifted) else element.kind

    def _is_shifted(self, name: str) -> bool:
        return self.kinds.get(name, self.by_id[name].kind) != self.by_id[name].kind

    def _line(self, name: str) -> list[str]:
        """An element and all it lies in."""
        line = []
        while name:
            line.append(name)
            name = self.by_id[name].parent
        return line

    def _new_id(self) -> str:
        return f"new-{next(self._numbers)}"

    def _free(self, say: Callable[[], str]) -> str:
        """What is said until it is a title that no element has, old or new."""
        while (key := folded(title := say())) in self.taken:
            pass
        self.taken.add(key)
        return title
