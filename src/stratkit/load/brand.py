"""An organization's house style: what `brand:` says in a project's settings."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.model.record import Record, field
from stratkit.model.shape import Choice, Colour, Many, Part, Word
from stratkit.source.door import Door, Unreadable
from stratkit.source.problem import Problem
from stratkit.source.text import short

BRANDS = ("network", "plain", "formal")
"""The brands that come with stratkit; the first is used unless another is named."""

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
FONTS = (".ttf", ".otf")
MAX_FILE = 20 * 1024 * 1024
COVERS = ("rings", "plain")
"""Covers that are drawn."""

TONES = 6
"""How many colours tell challenges and action lines apart."""


class Colours(Record):
    """The colours of a brand."""

    noun_ = "colours"
    ink: str | None = field(Colour(), "Text.")
    soft: str | None = field(Colour(), "Text of less weight: captions, labels.")
    rule: str | None = field(Colour(), "Fine lines.")
    wash: str | None = field(Colour(), "The ground of boxes.")
    paper: str | None = field(Colour(), "The ground of everything.")
    accent: str | None = field(Colour(), "Large figures, numbers, marks.")
    deep: str | None = field(Colour(), "The ground of the cover.")
    tones: tuple[str, ...] = field(
        Many(Colour()), "The grounds of challenges and action lines, one after the other."
    )


class Fonts(Record):
    """The typefaces of a brand, each a list of files beside the settings or one family that ships."""

    noun_ = "fonts"
    text: tuple[str, ...] = field(Many(Word()), "For running text.")
    display: tuple[str, ...] = field(Many(Word()), "For headings and large figures.")
    label: tuple[str, ...] = field(Many(Word()), "For tables, labels and captions.")


class Brand(Record):
    """A house style: what it does not say is as in the brand it begins with."""

    noun_ = "brand"
    use: str = field(Choice(*BRANDS), "The brand it begins with. Absent: network.", default=BRANDS[0])
    logo: str | None = field(Word(), "A picture, relative to this file.")
    colours: Colours | None = field(Part(Colours), 'Its colours, each as `"#16233f"`.')
    fonts: Fonts | None = field(Part(Fonts), "Its typefaces.")
    paper: str | None = field(Choice("A4", "Letter"), "The size of a sheet. Absent: A4.")
    cover: str | None = field(Word(), "`rings`, `plain`, or a picture, relative to this file.")


FAMILIES = ("Source Serif 4", "Source Serif 4 Display", "Source Sans 3")
"""The families that ship."""


def brand_faults(brand: Brand, door: Door) -> Iterator[Problem]:
    """What is wrong with the files that a brand names."""
    for record, name, allowed in _file_fields(brand):
        value = record.__dict__[name]
        for number, written in enumerate(value if isinstance(value, tuple) else (value,)):
            try:
                _look_for(written, allowed, door)
            except Unreadable as fault:
                mend = fault.help or "paths are relative to the folder of the settings file"
                yield Problem(
                    fault.code, record.origin.item(name, number), f"`{short(written)}`: {fault}", mend
                )


def _file_fields(brand: Brand) -> Iterator[tuple[Record, str, tuple[str, ...]]]:
    """The fields that name files, and how those may end."""
    if brand.logo:
        yield brand, "logo", PICTURES
    if brand.cover and brand.cover not in COVERS:
        yield brand, "cover", PICTURES
    for name in Fonts.fields_ if brand.fonts else ():
        fonts = brand.fonts.__dict__[name] if brand.fonts else ()
        if brand.fonts and fonts and not is_family(fonts):
            yield brand.fonts, name, FONTS


def is_family(fonts: object) -> bool:
    """Whether a family that ships is named, and not files."""
    return isinstance(fonts, tuple) and len(fonts) == 1 and fonts[0] in FAMILIES


def _look_for(written: str, allowed: tuple[str, ...], door: Door) -> None:
    """Raises `Unreadable` unless there is such a file."""
    if not written.lower().endswith(allowed):
        known = FAMILIES if allowed is FONTS else COVERS if allowed is PICTURES else ()
        raise Unreadable(
            "invalid-value",
            "this is no kind of file that is used here",
            f"name a file that ends in {' or '.join(allowed)}"
            + (f", or one of {', '.join(known)}" if known else ""),
        )
    try:
        path = door.inside(door.root / written)
        size = path.stat().st_size if path.is_file() else -1
    except OSError as error:
        raise Unreadable("missing-file", f"the file cannot be opened ({error.strerror})") from None
    if size < 0:
        raise Unreadable("missing-file", "there is no such file")
    if size > MAX_FILE:
        raise Unreadable("unsafe-path", f"the file is larger than {MAX_FILE:,} bytes", "make it smaller")
