"""Colours against one another: what can be read on what, and the nearest colour that can.

Colours go in and come out as `#rrggbb`. Contrast is that of WCAG 2.2, 1 to 21.
"""

from __future__ import annotations

from coloraide import Color

WHITE = "#ffffff"


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, as WCAG 2.2 defines the contrast ratio."""
    return float(Color(one).contrast(other, method="wcag21"))


def nearest_passing(colour: str, grounds: tuple[str, ...], least: float) -> str:
    """The colour most like one that stands out from all `grounds` by `least`; itself if it does.

    Of its hue, so only its lightness moves, as little as it can; black or white where no such colour does.
    """
    if _passes(colour, grounds, least):
        return colour
    lch = Color(colour).convert("oklch")
    steps = sorted((step / 200 for step in range(201)), key=lambda light: abs(light - lch["lightness"]))
    tried = (_hex(lch.clone().set("lightness", light)) for light in steps)
    found = next((each for each in tried if _passes(each, grounds, least)), None)
    return found or max(("#000000", WHITE), key=lambda each: min(contrast(each, g) for g in grounds))


def mix(one: str, other: str, share: float) -> str:
    """A colour with that share of the other one in it, 0 to 1."""
    return _hex(Color(one).mix(other, share, space="oklab"))


def dim(colour: str, lightness: float, chroma: float) -> str:
    """A colour of the same hue with another lightness, 0 to 1, and at most that chroma, as OKLCh has them."""
    lch = Color(colour).convert("oklch")
    strength = min(lch["chroma"], chroma)
    return _hex(lch.set({"lightness": lightness, "chroma": strength}))


def _passes(colour: str, grounds: tuple[str, ...], least: float) -> bool:
    return all(contrast(colour, ground) >= least for ground in grounds)


def _hex(colour: Color) -> str:
    return str(colour.convert("srgb").fit().to_string(hex=True))


def legible_on(ground: str, ink: str) -> str:
    """What can be read best on a ground: white or the ink."""
    return max((WHITE, ink), key=lambda colour: contrast(colour, ground))
