"""An organization's house style as the templates of style sheets need it.

In: the brand of a project and the files it names. Out: every colour in light and dark, typefaces, pictures
as `data:` URLs, the size of a sheet.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from stratkit.load import colour
from stratkit.load.brand import BRANDS, COVERS, MAX_FILE, TONES, Brand, is_family
from stratkit.load.palette import Palette, palette, shipped_brand
from stratkit.load.workspace import Workspace
from stratkit.source.door import Door, Unreadable

MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff2": "font/woff2",
}
TEXT = 4.5
"""The least contrast of text, as WCAG 2.2 AA has it."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A colour that text stands on: that of the text, of softer text, and of an accent."""

    colour: str
    text: str
    soft: str
    accent: str


@dataclass(frozen=True, kw_only=True)
class Face:
    """One file of a typeface, as a `data:` URL: its family, weight (100 to 900), and `normal` or `italic`."""

    family: str
    weight: int
    style: str
    url: str


@dataclass(frozen=True, kw_only=True)
class HouseStyle:
    """Colours are `#rrggbb`. `tones` are as many as templates count, begun again where the brand has fewer.

    `tints` go from the wash to the first tone; `rings` are the colours of the blocks on the cover, two faint,
    one pale, one bright. `cover` is how it is drawn, or `picture` with its `data:` URL;
    `logo` is one too, or empty. `families` are CSS lists by `text`, `display` and `label`. `signals` are the
    colours of statuses by their words, `dark_signals` those on dark screens.
    """

    light: Palette
    dark: Palette
    signals: dict[str, str]
    dark_signals: dict[str, str]
    deep: Ground
    tints: tuple[Ground, ...]
    families: dict[str, str]
    faces: tuple[Face, ...]
    rings: tuple[str, ...]
    logo: str
    cover: str
    picture: str
    letter: bool

    @property
    def tones(self) -> tuple[str, ...]:
        """The colour of what has no tone, then all tones."""
        return (self.light.soft, *self.light.tones)


def house_style(workspace: Workspace) -> HouseStyle:
    """The house style of a project, without files that cannot be read: checking the plan tells of those."""
    brand = workspace.settings.brand
    door = Door(workspace.door.root, workspace.door.base, max_file=MAX_FILE, max_plan=10 * MAX_FILE)
    base = shipped_brand(brand.use if brand else BRANDS[0])
    own = brand.fonts.as_dict() if brand and brand.fonts else {}
    named = base.fonts.as_dict() | {name: fonts for name, fonts in own.items() if is_family(fonts)}
    light = palette(brand)
    light = light._replace(tones=tuple(light.tones[i % len(light.tones)] for i in range(TONES)))
    dark = _dark(light)
    cover = (brand and brand.cover) or base.cover
    picture = "" if cover in COVERS else _embed(cover, door)
    faces = {name: tuple(_faces(brand, name, door)) for name in ("text", "display", "label")}
    return HouseStyle(
        light=light,
        dark=dark,
        signals=_signals(_SIGNALS, light),
        dark_signals=_signals({name: colour.dim(hue, 0.78, 0.13) for name, hue in _SIGNALS.items()}, dark),
        deep=_ground(light.deep, light),
        tints=tuple(_ground(colour.mix(light.wash, light.tones[0], share), light) for share in _SHARES),
        families={name: _family(name, found, named[name]) for name, found in faces.items()},
        faces=tuple(dict.fromkeys(face for found in faces.values() for face in found)),
        rings=(
            colour.mix(light.deep, colour.WHITE, 0.08),
            colour.mix(light.deep, colour.WHITE, 0.15),
            colour.mix(colour.WHITE, light.accent, 0.12),
            colour.mix(light.accent, colour.WHITE, 0.16),
        ),
        logo=_embed(brand.logo, door) if brand and brand.logo else "",
        cover="picture" if picture else cover if cover in COVERS else base.cover,
        picture=picture,
        letter=bool(brand and brand.paper == "Letter"),
    )


_SIGNALS = {"on_track": "#0b6b57", "completed": "#0b6b57", "at_risk": "#8f6400", "off_track": "#b3123f"}
"""Green, amber and red of one weight, bluish enough for those who tell red and green badly."""
_CALM = ("not_started", "discontinued", "no_report", "not_computed")
"""Statuses in the colour of softer text: no signal."""
_SHARES = (0.0, 0.15, 0.33, 0.52, 0.85, 1.0)
_FALLBACKS = {
    "text": '"Source Serif 4", "Noto Naskh Arabic", serif',
    "display": '"Source Serif 4 Display", "Noto Naskh Arabic", serif',
    "label": '"Source Sans 3", "Noto Sans Arabic", sans-serif',
}


def _ground(ground: str, light: Palette) -> Ground:
    text = colour.legible_on(ground, light.ink)
    return Ground(
        colour=ground,
        text=text,
        soft=colour.nearest_passing(colour.mix(text, ground, 0.22), (ground,), TEXT),
        accent=colour.nearest_passing(light.accent, (ground,), TEXT),
    )


def _dark(light: Palette) -> Palette:
    """The same colours for eyes in the dark: grounds of the ink's hue, text and tones lifted."""
    paper, wash = colour.dim(light.ink, 0.21, 0.03), colour.dim(light.ink, 0.27, 0.035)
    grounds = (paper, wash)
    return Palette(
        ink=colour.dim(light.ink, 0.94, 0.01),
        soft=colour.dim(light.soft, 0.76, 0.03),
        rule=colour.dim(light.ink, 0.39, 0.035),
        wash=wash,
        paper=paper,
        accent=colour.nearest_passing(colour.dim(light.accent, 0.74, 0.13), grounds, TEXT),
        deep=colour.dim(light.ink, 0.16, 0.03),
        tones=tuple(
            colour.nearest_passing(colour.dim(tone, 0.76, 0.11), grounds, TEXT) for tone in light.tones
        ),
    )


def _signals(hues: dict[str, str], grounds: Palette) -> dict[str, str]:
    """Every status with its colour, which can be read as text is."""
    bright = {
        name: colour.nearest_passing(hue, (grounds.paper, grounds.wash), TEXT) for name, hue in hues.items()
    }
    return bright | dict.fromkeys(_CALM, grounds.soft)


def _family(name: str, faces: tuple[Face, ...], named: object) -> str:
    """A CSS list of families, the ones that ship last: they have the glyphs that others lack."""
    families = [face.family for face in faces] or (named if isinstance(named, tuple) else ())
    return ", ".join(dict.fromkeys((*(f'"{family}"' for family in families), *_FALLBACKS[name].split(", "))))


def _faces(brand: Brand | None, name: str, door: Door) -> Iterator[Face]:
    fonts = brand.fonts.__dict__[name] if brand and brand.fonts else ()
    if is_family(fonts):
        return
    for path in fonts:
        yield from _face(path, door)


def _face(path: str, door: Door) -> Iterator[Face]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        content = door.read_bytes(door.root / path)
        font = TTFont(BytesIO(content), lazy=True)
        names, metrics = font["name"], font["OS/2"]
        family = names.getDebugName(16) or names.getDebugName(1) or PurePosixPath(path).stem
        style = "italic" if metrics.fsSelection & 1 else "normal"
    except (Unreadable, TTLibError, KeyError):
        return
    plain = "".join(letter for letter in family if letter.isalnum() or letter in " -")
    yield Face(family=plain, weight=metrics.usWeightClass, style=style, url=_url(path, content))


def _embed(path: str, door: Door) -> str:
    try:
        return _url(path, door.read_bytes(door.root / path))
    except Unreadable:
        return ""


def _url(path: str, content: bytes) -> str:
    kind = MEDIA_TYPES[PurePosixPath(path).suffix.lower()]
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
