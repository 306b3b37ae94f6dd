"""Edits at random that change what a plan says."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from tests.compare.invention.author import BY_HAND, LANGUAGES, Author
from tests.compare.invention.soundness import mend
from tests.compare.invention.tree import Spot, Tree, elements_of, is_element, rename, spots

from stratkit.model import shape
from stratkit.model.plan import Plan

MOST = 6
LINEAGE = ("was", "succeeds", "retired", "previous")
"""Fields by which the way from one plan to the other is unlike the way back."""

FIGURES = {
    "Baseline": ("date", "value"),
    "Indicator": ("unit", "direction", "baseline", "targets"),
    "Target": ("date", "value", "min", "max"),
}
"""What is promised in figures."""


class Editor:
    """Edits a copy of a plan. Without `lineage` nothing says who continues whom."""

    def __init__(self, tree: Tree, dice: Random, *, lineage: bool = True) -> None:
        self.tree = deepcopy(tree)
        self.dice = dice
        self.lineage = lineage
        self.author = Author(dice, self.tree)
        self.told: list[str] = []
        """What was done, for who looks for a fault."""

    def edit(self) -> Tree:
        """The plan after a few edits."""
        ways: list[Callable[[], None]] = [
            *[self.change_field] * 6,
            *[self.change_item] * 3,
            *[self.change_figure] * 3,
            self.add,
            self.remove,
            self.move,
            self.reorder,
            self.rename,
            self.translate,
            self.change_language,
            *([self.split, self.retire, self.swap] if self.lineage else ()),
        ]
        for _ in range(self.dice.randint(1, MOST)):
            way = self.dice.choice(ways)
            self.author.learn()
            self.told.append(way.__name__)
            way()
            mend(self.tree)
        return self.tree

    def change_field(self) -> None:
        """Write a field anew, write one that was not there, or take one away."""
        spot = self.dice.choice(spots(self.tree))
        names = [name for name, field in spot.record.fields_.items() if self.may_change(spot, name)]
        if not names:
            return
        name = self.dice.choice(names)
        field = spot.record.fields_[name]
        if name in spot.node and not field.required and self.dice.random() < 0.3:
            del spot.node[name]
        elif isinstance(spot.node.get(name), list) and self.dice.random() < 0.7:
            self.change_list(spot, name)
        else:
            self.author.write(spot, name)
        self.told[-1] += f" {spot.id} {name}"

    def may_change(self, spot: Spot, name: str) -> bool:
        """Whether a field is changed by itself."""
        if (
            name in BY_HAND
            or is_element(spot.record.fields_[name])
            or (spot.record is Plan and name == "plan")
        ):
            return False
        return name != "language" and (self.lineage or name not in LINEAGE)

    def change_list(self, spot: Spot, name: str) -> None:
        """One item more, one less, or the same in another order."""
        listed, what = spot.node[name], spot.record.fields_[name].shape
        way = self.dice.randrange(3)
        if way == 0:
            listed.pop(self.dice.randrange(len(listed)))
        elif way == 1:
            self.dice.shuffle(listed)
        for one in self.author.value(spot, name, what) if way == 2 else ():
            if one not in listed:
                listed.insert(self.dice.randint(0, len(listed)), one)

    def change_item(self) -> None:
        """Change an item of a list that is no element."""
        items = [spot for spot in spots(self.tree) if spot.listed is not None and not spot.id]
        if items:
            spot = self.dice.choice(items)
            name = self.dice.choice([name for name in spot.record.fields_ if self.may_change(spot, name)])
            self.author.write(spot, name)
            self.told[-1] += f" {spot.record.__name__} {name}"

    def change_figure(self) -> None:
        """Promise more or less, or another day."""
        measured = [spot for spot in spots(self.tree) if spot.record.__name__ in FIGURES]
        if measured:
            spot = self.dice.choice(measured)
            name = self.dice.choice(FIGURES[spot.record.__name__])
            if name in spot.node or spot.kind:
                self.author.write(spot, name)
            self.told[-1] += f" {spot.id} {name}"

    def elements(self) -> list[Spot]:
        """Whatever has an id and stands in a list."""
        return [spot for spot in spots(self.tree) if spot.id and spot.listed is not None]

    def add(self) -> None:
        """Add an element with others in it."""
        above = self.dice.choice([spot for spot in spots(self.tree) if elements_of(spot.record)])
        name, record = self.dice.choice(list(elements_of(above.record).items()))
        listed = above.node.setdefault(name, [])
        node = self.author.element(record)
        if not self.lineage:
            node.pop("succeeds", None)
        listed.insert(self.dice.randint(0, len(listed)), node)

    def remove(self) -> None:
        """Take an element away with all that is in it."""
        if found := self.elements():
            self.take(self.dice.choice(found))

    def take(self, spot: Spot) -> None:
        """Take an element out of its list."""
        assert spot.listed is not None
        spot.listed[:] = [one for one in spot.listed if one is not spot.node]
        self.told[-1] += f" {spot.id}"

    def move(self) -> None:
        """Move an element to where others of its class may stand."""
        found = [spot for spot in self.elements() if spot.above and spot.above.record is not Plan]
        found += [spot for spot in self.elements() if spot.kind in ("outcome", "indicator")]
        if not found:
            return
        spot = self.dice.choice(found)
        homes = [
            (other, name)
            for other in spots(self.tree)
            for name, record in elements_of(other.record).items()
            if record is spot.record and not other.lies_in(spot)
        ]
        home, name = self.dice.choice(homes)
        self.take(spot)
        spot.node.pop(self.dice.choice(("parent", "measures", "")), None)
        listed = home.node.setdefault(name, [])
        listed.insert(self.dice.randint(0, len(listed)), spot.node)

    def reorder(self) -> None:
        """Put a list in another order."""
        lists = [
            value for spot in spots(self.tree) for value in spot.node.values() if isinstance(value, list)
        ]
        if lists:
            self.dice.shuffle(self.dice.choice(lists))

    def rename(self) -> None:
        """Give an element another id, with or without a word of it."""
        if found := self.elements():
            spot = self.dice.choice(found)
            old, new = spot.id, self.author.id(spot.kind)
            if self.lineage and self.dice.random() < 0.7:
                spot.node["was"] = [old]
            spot.node["id"] = new
            rename(self.tree, {old: new})
            self.told[-1] += f" {old} {new}"

    def swap(self) -> None:
        """Let two elements of a kind exchange their ids; what names them may follow."""
        by_kind: dict[str, list[Spot]] = {}
        for spot in self.elements():
            by_kind.setdefault(spot.kind, []).append(spot)
        several = [found for found in by_kind.values() if len(found) > 1]
        if several:
            one, other = self.dice.sample(self.dice.choice(several), 2)
            ids = {one.id: other.id, other.id: one.id}
            for spot in (one, other):
                spot.node["was"] = [spot.id]
                spot.node["id"] = ids[spot.id]
            if self.dice.random() < 0.5:
                rename(self.tree, ids)
            self.told[-1] += f" {ids}"

    def split(self) -> None:
        """Let two elements be what one was, each with a part of what lay in it."""
        found = self.elements()
        if not found:
            return
        spot = self.dice.choice(found)
        assert spot.listed is not None
        part = deepcopy(spot.node)
        part["id"] = self.author.id(spot.kind)
        part["was"] = [spot.id]
        for name in elements_of(spot.record):
            if name in part:
                half = self.dice.randint(0, len(part[name]))
                part[name], spot.node[name] = part[name][:half], spot.node[name][half:]
        if self.dice.random() < 0.5:
            old, spot.node["id"] = spot.id, self.author.id(spot.kind)
            spot.node["was"] = [old]
            rename(self.tree, {old: self.dice.choice((spot.node["id"], part["id"]))})
        self.author.write(Spot(record=spot.record, node=part), "summary")
        spot.listed.append(part)

    def retire(self) -> None:
        """Take an element away, and say why."""
        if found := self.elements():
            spot = self.dice.choice(found)
            self.take(spot)
            fate = self.dice.choice(("completed", "dropped", "transferred"))
            self.tree.setdefault("retired", []).append({"element": spot.id, "fate": fate})

    def translate(self) -> None:
        """Add a language to a text, change or take away one, or give a text in its own language only."""
        texts = [(spot, name) for spot in spots(self.tree) for name in self.texts(spot)]
        spot, name = self.dice.choice(texts)
        held = spot.node[name]
        if isinstance(held, list):
            place = self.dice.randrange(len(held))
            held[place] = self.translated(held[place])
        else:
            spot.node[name] = self.translated(held)
        self.told[-1] += f" {spot.id} {name}"

    def texts(self, spot: Spot) -> list[str]:
        """The names of the texts of a record."""
        fields = spot.record.fields_
        return [name for name in spot.node if isinstance(fields[name].item, shape.Line | shape.Prose)]

    def translated(self, text: Any) -> Any:
        """A text with another language, or without one."""
        own = self.tree["plan"].get("language", "en")
        found = {own: text} if isinstance(text, str) else dict(text)
        language = self.dice.choice(LANGUAGES)
        if len(found) > 1 and self.dice.random() < 0.3:
            del found[self.dice.choice(sorted(found))]
        else:
            found[language] = self.author.sentence(5)
        return found

    def change_language(self) -> None:
        """Say another language of the plan."""
        if self.dice.random() < 0.2:
            self.tree["plan"]["language"] = self.dice.choice(LANGUAGES)
