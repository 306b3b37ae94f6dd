"""Every colour of the house style can be read on its ground.

Grey on white or white on yellow is lost to readers with weak eyes, in sunlight and on a worn printer; public
bodies are bound to WCAG 2.2 AA, which asks for a contrast of at least 4.5.

Bad::

    # stratkit.yaml
    brand:
      colours: {accent: "#f0a020"}

Good::

    # stratkit.yaml
    brand:
      colours: {accent: "#8f5c00"}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stratkit.load.brand import Brand, Colours
from stratkit.load.palette import palette
from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem
from stratkit.source.text import Span

SEVERITY = "error"
LEAST = 4.5


class Pair(NamedTuple):
    """A colour of text, the grounds it stands on, and where the author wrote it, or one of them."""

    name: str
    colour: str
    grounds: tuple[str, ...]
    span: Span


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each colour that a brand brings in and that does not stand out from what it is printed on."""
    brand = workspace.settings.brand
    if brand is None or brand.colours is None:
        return
    from stratkit.load.colour import contrast, nearest_passing  # which costs as much as reading a plan

    for pair in _pairs(brand, brand.colours):
        worst = min(pair.grounds, key=lambda ground: contrast(pair.colour, ground))
        found = contrast(pair.colour, worst)
        if found < LEAST:
            message = f"the contrast of {pair.name} `{pair.colour}` and `{worst}` is {found:.2f}"
            better = nearest_passing(pair.colour, pair.grounds, LEAST)
            mend = f'text needs {LEAST}; the nearest colour that has it is `"{better}"`'
            yield Problem("low-contrast", pair.span, message, mend)


def _pairs(brand: Brand, own: Colours) -> Iterator[Pair]:
    from stratkit.load.colour import WHITE, contrast, legible_on

    every = palette(brand)
    grounds = tuple(name for name in ("paper", "wash") if own.__dict__[name])
    for name in ("ink", "soft", "accent"):
        for written in (name, *grounds):
            if own.__dict__[written]:
                colour = every._asdict()[name]
                yield Pair(name, colour, (every.paper, every.wash), own.origin.value(written))
                break
    for number, tone in enumerate(own.tones):
        yield Pair("tone", tone, (WHITE, every.paper), own.origin.item("tones", number))
    if own.deep and contrast(legible_on(own.deep, every.ink), own.deep) < LEAST:
        yield Pair("deep", own.deep, (WHITE,), own.origin.value("deep"))
