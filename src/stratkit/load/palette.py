"""The colours of a brand, all of them: those it names, the others from the brand that it begins with."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from stratkit import shipped
from stratkit.load.bind import Binder
from stratkit.load.brand import BRANDS, Brand, Colours, Fonts
from stratkit.load.prose import ProseFolder
from stratkit.model.record import Record, field
from stratkit.model.shape import Part, Word
from stratkit.source.door import Door
from stratkit.source.reader import read_tree

FOLDER = "_brands"
"""Where the brands lie that come with stratkit, below the folder of templates."""


class Palette(NamedTuple):
    """Every colour of a brand as `#rrggbb`, with the meaning it has there; at least one tone."""

    ink: str
    soft: str
    rule: str
    wash: str
    paper: str
    accent: str
    deep: str
    tones: tuple[str, ...]


class ShippedBrand(Record):
    """A brand that comes with stratkit: it says everything that has to be there."""

    noun_ = "brand"
    colours: Colours = field(Part(Colours), "Its colours, all of them.", required=True)
    fonts: Fonts = field(Part(Fonts), "Its typefaces, all of them.", required=True)
    cover: str = field(Word(), "Its cover.", required=True)


def palette(brand: Brand | None) -> Palette:
    """The colours of a brand; those of the first that ships if there is none."""
    given = brand.colours.as_dict() if brand and brand.colours else {}
    base = shipped_brand(brand.use if brand else BRANDS[0]).colours.as_dict()
    return Palette(**{name: given.get(name) or value for name, value in base.items()})  # type: ignore[arg-type]


@cache
def shipped_brand(name: str) -> ShippedBrand:
    """One of `BRANDS`. Raises FileNotFoundError where the installation lacks it."""
    root = shipped.templates()
    door = Door(root, root)
    source = door.read(root / FOLDER / f"{name}.yaml")
    tree = read_tree(source, [])
    made = Binder([], ProseFolder(root, door)).bind(ShippedBrand, tree, source) if tree else None
    if not isinstance(made, ShippedBrand):
        raise FileNotFoundError(f"stratkit was installed without its brand `{name}`: install it again")
    return made
