"""Edits at random that change nothing that a plan says, and how it is written to files."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from tests.compare.invention.tree import Spot, Tree, elements_of, spots

from stratkit.compare.holding import ORDERED
from stratkit.model import shape
from stratkit.model.plan import ONCE, Plan
from stratkit.source.writer import Plain, write_tree

PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|(?:FY)?[0-9]{4}(?:-[0-9HQ-]+)?|true|false")
IN_ORDER = (*ORDERED, "outline", "scale")
NEIGHBOURS = ("wider", "broader")
STUB = "format: 1\nplan: {id: wider, title: Wider, organization: {name: A network}}\n"


class Liberties:
    """Writes a copy of a plan otherwise."""

    def __init__(self, tree: Tree, dice: Random) -> None:
        self.tree = deepcopy(tree)
        self.dice = dice

    def take(self) -> Tree:
        """The same plan in other words to a machine, and in the same to a reader."""
        for way in self.dice.sample((self.shuffle, self.wrap, self.mark, self.name, self.unnest), 3):
            way()
        return self.tree

    def shuffle(self) -> None:
        """Put keys, and lists in which order says nothing, in another order."""
        for spot in spots(self.tree):
            for name, value in spot.node.items():
                if isinstance(value, list) and name not in IN_ORDER:
                    self.dice.shuffle(value)
                elif isinstance(value, dict):
                    spot.node[name] = self.turned(value)
        for spot in spots(self.tree):
            turned = self.turned(spot.node)
            spot.node.clear()
            spot.node.update(turned)

    def turned(self, mapping: Tree) -> Tree:
        """A mapping in another order."""
        return {key: mapping[key] for key in self.dice.sample(sorted(mapping), len(mapping))}

    def wrap(self) -> None:
        """Break the lines of texts elsewhere."""
        for spot in spots(self.tree):
            for name, value in spot.node.items():
                if isinstance(spot.record.fields_[name].item, shape.Prose):
                    spot.node[name] = self.wrapped(value)

    def wrapped(self, text: Any) -> Any:
        """A text, each text of a list, or a text in each language, with other ends of lines."""
        if isinstance(text, list):
            return [self.wrapped(one) for one in text]
        if isinstance(text, dict):
            return {language: self.wrapped(one) for language, one in text.items()}
        words = text.split()
        return "".join(word + self.dice.choice((" ", " ", "\n", "  ")) for word in words).strip()

    def mark(self) -> None:
        """Say of texts in the plan's language that they are."""
        own = self.tree["plan"].get("language", "en")
        for spot in spots(self.tree):
            for name, value in spot.node.items():
                what = spot.record.fields_[name].item
                if isinstance(what, shape.Line | shape.Prose) and self.dice.random() < 0.3:
                    texts = value if isinstance(value, list) else [value]
                    marked = [{own: one} if isinstance(one, str) else one for one in texts]
                    spot.node[name] = marked if isinstance(value, list) else marked[0]

    def name(self) -> None:
        """Let indicators name the outcome that they stand in."""
        for spot in self.inside("indicator"):
            if not spot.node.get("measures") and spot.above:
                spot.node["measures"] = [spot.above.id]

    def unnest(self) -> None:
        """Let outcomes name their line or axis in place of standing in it: after those that do already."""
        for spot in spots(self.tree):
            if "outcomes" not in elements_of(spot.record) or spot.record is Plan or self.dice.random() < 0.5:
                continue
            adopted = [one for one in self.tree.get("outcomes", []) if one.get("parent") == spot.id]
            if "outcomes" in spot.node.get("reading", ()):
                continue
            moved = [{**one, "parent": spot.id} for one in spot.node.pop("outcomes", ())]
            others = [one for one in self.tree.get("outcomes", []) if one.get("parent") != spot.id]
            if found := [*others, *moved, *adopted]:
                self.tree["outcomes"] = found

    def inside(self, kind: str) -> list[Spot]:
        """The elements of a kind that stand in others."""
        return [
            spot
            for spot in spots(self.tree)
            if spot.kind == kind and spot.above and spot.above.record is not Plan
        ]


def write(tree: Tree, folder: Path, dice: Random | None = None) -> Path:
    """Write a plan to a folder: as one file, or with dice as several, with texts in files of their own."""
    for name in NEIGHBOURS:
        (folder.parent / name).mkdir(parents=True, exist_ok=True)
        (folder.parent / name / "plan.yaml").write_text(STUB, encoding="utf-8")
    folder.mkdir(exist_ok=True)
    files = _split(tree, dice) if dice else [tree]
    for number, part in enumerate(files):
        if dice:
            _move_texts(part, folder, dice)
        path = folder / (f"{number}.yaml" if number else "plan.yaml")
        path.write_text(write_tree(_plain(part)), encoding="utf-8")
    return folder


def _split(tree: Tree, dice: Random) -> list[Tree]:
    """The parts of a plan; the lists of one go on in the next."""
    count = dice.randint(1, 3)
    parts: list[Tree] = [{} for _ in range(count)]
    for name, value in deepcopy(tree).items():
        if name in ONCE or not isinstance(value, list):
            parts[0][name] = value
            continue
        cuts = sorted(dice.randint(0, len(value)) for _ in range(count - 1))
        for part, start, end in zip(parts, (0, *cuts), (*cuts, len(value)), strict=True):
            if start < end:
                part[name] = value[start:end]
    return [part for part in parts if part]


def _move_texts(tree: Tree, folder: Path, dice: Random) -> None:
    """Write some texts to files beside the plan."""
    for spot in spots(tree):
        for name, value in spot.node.items():
            is_prose = isinstance(spot.record.fields_[name].shape, shape.Prose)
            if is_prose and isinstance(value, str) and dice.random() < 0.1:
                path = f"texts/{dice.randrange(10**9)}.md"
                (folder / path).parent.mkdir(exist_ok=True)
                (folder / path).write_text(value, encoding="utf-8")
                spot.node[name] = {"file": path}


def _plain(value: Any) -> Any:
    """Numbers and dates without quotes."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return Plain(value) if PLAIN.fullmatch(value) else value
