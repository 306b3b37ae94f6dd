"""Plans at random: every class and every field of the model, with names of what there is."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.compare.invention.soundness import mend
from tests.compare.invention.tree import Spot, Tree, below, elements_of, is_element, spots

from stratkit.load.agreement import kinds, label_names
from stratkit.model import shape
from stratkit.model.plan import Plan
from stratkit.model.record import Record
from stratkit.model.sdg import TARGETS

LANGUAGES = ("en", "fr", "es")
PARTS = ("vision", "themes", "action_lines", "glossary", "members", "figures")
LANGUAGE = """
harbours quiet depth pilots dredging lamps crews trade silt storms ports clean water early often night survey
quays tides ferries nets buoys charts winds ropes locks cranes sheds oils salts
"""
WORDS = LANGUAGE.split()
BY_HAND = frozenset(("id", "was", "format"))
"""Fields that are written when the element is."""
AMOUNT, DEPTH = 2, 3


class Author:
    """Writes plans and parts of plans."""

    def __init__(self, dice: Random, tree: Tree | None = None) -> None:
        self.dice = dice
        self.count = 0
        self.tree: Tree = {} if tree is None else tree
        self.names: dict[str, list[str]] = {}
        self.fullness = dice.choice((0.2, 0.4, 0.8))
        self.words = WORDS[: dice.choice((3, len(WORDS)))]
        """Few words make titles, dates and sums that are alike."""

    def plan(self) -> Tree:
        """A whole plan."""
        self.tree.update(self._skeleton(Plan, 0), format="1", plan=self.head())
        self.learn()
        for spot in spots(self.tree):
            self.fill(spot)
        mend(self.tree)
        return self.tree

    def head(self) -> Tree:
        """What the head of a plan begins with."""
        named = self.dice.random() < 0.5
        return {"id": "p", "organization": {"id": self.id("organization")} if named else {}}

    def learn(self) -> None:
        """Look up what can be named, by kind."""
        self.names = {}
        for spot in spots(self.tree):
            if spot.id:
                self.names.setdefault(spot.kind, []).append(spot.id)

    def element(self, record: type[Record]) -> Tree:
        """An element with others in it."""
        node = self._skeleton(record, DEPTH - 1)
        for spot in below(Spot(record=record, node=node)):
            self.fill(spot)
        return node

    def _skeleton(self, record: type[Record], depth: int) -> Tree:
        node: Tree = {}
        if "id" in record.required_ or ("id" in record.fields_ and self.dice.random() < 0.5):
            node["id"] = self.id(getattr(record, "kind_", ""))
        for name, inner in elements_of(record).items() if depth < DEPTH else ():
            if listed := [self._skeleton(inner, depth + 1) for _ in range(self.dice.randint(0, AMOUNT))]:
                node[name] = listed
        return node

    def id(self, kind: str) -> str:
        """An id that nothing has."""
        self.count += 1
        return f"{kind.replace('_', '-')}-{self.count}-{self.dice.randrange(10**6)}"

    def fill(self, spot: Spot) -> None:
        """Write what has to stand in a record, and some of what may."""
        for name, field in spot.record.fields_.items():
            if name in spot.node or name in BY_HAND or is_element(field):
                continue
            if field.required or self.dice.random() < self.fullness:
                self.write(spot, name)

    def write(self, spot: Spot, name: str) -> None:
        """Write one field anew."""
        value = self.value(spot, name, spot.record.fields_[name].shape)
        if value not in (None, [], {}):
            spot.node[name] = value

    def value(self, spot: Spot, name: str, what: shape.Shape) -> Any:
        """A value of a shape; None or nothing in it if there is none."""
        match what:
            case shape.Many():
                found = [self.value(spot, name, what.item) for _ in range(self.dice.randint(1, 3))]
                single = [one for one in found if one is not None]
                return [one for number, one in enumerate(single) if one not in single[:number]]
            case shape.Table():
                return {key: self.value(spot, name, what.value) for key in self.keys(name)}
            case shape.Part():
                node: Tree = {}
                inner = Spot(record=what.record, node=node, above=spot)
                self.fill(inner)
                return node
            case shape.Line():
                return self.text(4)
            case shape.Prose():
                return self.text(30)
            case shape.Reference():
                return self.name(what)
            case shape.PeriodShape():
                return self.period()
            case shape.Place():
                chapters = (*self.names.get("chapter", ()), *self.names.get("foreword", ()))
                return self.dice.choice((*chapters, *PARTS))
        return self.scalar(spot, name, what)

    def scalar(self, spot: Spot, name: str, what: shape.Shape) -> str:
        """A value that is one word."""
        dice = self.dice
        match what:
            case shape.Number():
                return self.number(what)
            case shape.Amount():
                return f"{dice.randint(1, 9)}000 {dice.choice(('EUR', 'USD'))}"
            case shape.Measurement():
                return str(dice.randint(0, 40))
            case shape.DateShape():
                return self.date()
            case shape.SdgCode():
                return dice.choice(sorted(TARGETS))
            case shape.Choice():
                return dice.choice(what.options)
            case shape.Flag():
                return dice.choice(("true", "false"))
            case shape.Address():
                return f"https://example.org/{dice.choice(self.words)}"
            case shape.FolderPath():
                return dice.choice(("../wider", "../broader"))
        return self.word(spot, name)

    def number(self, what: shape.Number) -> str:
        """A number between its bounds."""
        low = -50 if what.low is None else what.low
        number = str(self.dice.randint(low, low + 60 if what.high is None else what.high))
        return number if what.whole or self.dice.random() < 0.5 else f"{number}.0"

    def word(self, spot: Spot, name: str) -> str:
        """A word that is not translated."""
        if name == "language":
            return self.dice.choice(LANGUAGES)
        if name == "reading":
            return self.dice.choice([key for key in spot.node if key != "id"] or ["title"])
        return self.dice.choice(sorted(kinds()) if name == "of" else self.words)

    def keys(self, name: str) -> list[str]:
        """Keys of a table."""
        own = self.names.get("field", [])
        known = {"labels": sorted(label_names()), "fields": own}.get(name, WORDS[:6])
        return self.dice.sample(known, min(len(known), self.dice.randint(1, 3)))

    def name(self, what: shape.Reference) -> str | None:
        """The id of something."""
        if what.previous or what.former:
            return f"old-{self.dice.choice(self.words)}"
        known = [name for kind in what.kinds or sorted(self.names) for name in self.names.get(kind, ())]
        return self.dice.choice(known) if known else None

    def text(self, most: int) -> Any:
        """A text, now and then in several languages."""
        if self.dice.random() < 0.85:
            return self.sentence(most)
        chosen = self.dice.sample(LANGUAGES, self.dice.randint(1, len(LANGUAGES)))
        return {language: self.sentence(most) for language in chosen}

    def sentence(self, most: int) -> str:
        """Some words."""
        words = self.dice.choices(self.words, k=self.dice.randint(1, most))
        return f"{' '.join(words).capitalize()}{self.dice.choice(('', '.'))}"

    def date(self) -> str:
        """A date as exact as it may be."""
        year = self.dice.randint(2019, 2018 + min(len(self.words), 7))
        forms = ("{}", "{}-H1", "{}-Q3", "{}-04", "{}-04-30", "{}-12-31", "FY{}", "FY{}-Q2", "{}-01-01")
        return self.dice.choice(forms).format(year)

    def period(self) -> Any:
        """A date's span, or two ends."""
        if self.dice.random() < 0.3:
            return self.date()
        ends = {"start": self.date(), "end": self.date()}
        for name in self.dice.sample(sorted(ends), self.dice.randint(0, 1)):
            del ends[name]
        return ends
