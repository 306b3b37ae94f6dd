"""Style sheets joined into one text, with what they refer to.

For paper, references lead to files below the template folder; for the screen, files become part of the text.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Callable, Sequence

from stratkit.render.house_style import MEDIA_TYPES, HouseStyle
from stratkit.render.jinja import fill
from stratkit.render.templates import SHARED, TemplateFault, TemplateFolder

_URL = re.compile(r"url\(\s*([\"']?)(?P<path>[^\"')]+)\1\s*\)")


def paper_style(folder: TemplateFolder, kind: str, paper: str, house: HouseStyle, direction: str) -> str:
    """The style for paper; references to files that ship are relative to their folder, others are inside.

    The margins of pages know no start and end: a sheet `page-rtl.css` turns what else has sides. Raises
    `TemplateFault`.
    """
    sheets = [f"{SHARED}/fonts-paper.css", f"{SHARED}/page.css", f"{kind}/page.css"]
    if direction == "rtl":
        sheets += [sheet for sheet in (f"{SHARED}/page-rtl.css", f"{kind}/page-rtl.css") if folder.has(sheet)]

    def refer(path: str) -> str:
        return path if folder.home(path) == folder.roots[-1] else _embed(folder, path)

    size = "Letter" if house.letter and paper == "A4" else paper
    start = f"@page {{ size: {_size(folder, kind, size)} }}\n" + house_sheet(folder, house, "paper")
    return start + _join(folder, sheets, refer)


def screen_style(folder: TemplateFolder, kind: str, house: HouseStyle) -> str:
    """The style for the screen, with everything it needs inside. Raises `TemplateFault`."""
    sheets = (f"{SHARED}/fonts-screen.css", f"{SHARED}/screen.css", f"{kind}/screen.css")
    return house_sheet(folder, house, "screen") + _join(folder, sheets, lambda path: _embed(folder, path))


def house_sheet(folder: TemplateFolder, house: HouseStyle, medium: str) -> str:
    """The style sheet of a house style for `paper` or `screen`. Raises `TemplateFault`."""
    cover = f"{SHARED}/art/{house.cover}.svg.j2"
    art = fill(folder, cover, house=house) if folder.has(cover) else ""
    url = f"data:image/svg+xml;base64,{base64.b64encode(art.encode()).decode()}"
    return fill(folder, f"{SHARED}/house.css.j2", house=house, medium=medium, art=url)


def policy(style: str, script: str = "") -> str:
    """A Content-Security-Policy that allows this style and script, embedded fonts and pictures: no more."""
    scripts = f"script-src {_digest(script)}; " if script else ""
    return (
        f"default-src 'none'; style-src {_digest(style)}; {scripts}font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _join(folder: TemplateFolder, sheets: Sequence[str], refer: Callable[[str], str]) -> str:
    return "\n".join(_sheet(folder, sheet, refer) for sheet in sheets)


def _sheet(folder: TemplateFolder, sheet: str, refer: Callable[[str], str]) -> str:
    def follow(match: re.Match[str]) -> str:
        path = match["path"]
        if path.startswith(("data:", "#")):
            return match.group()
        return f'url("{refer(posixpath.normpath(posixpath.join(posixpath.dirname(sheet), path)))}")'

    text = folder.text(sheet)
    if "</" in text:
        line = text.count("\n", 0, text.index("</")) + 1
        raise TemplateFault(
            folder.shown(sheet), line, "a style sheet may not hold `</`", "write the character as `\\3c`"
        )
    return _URL.sub(follow, text)


def _embed(folder: TemplateFolder, path: str) -> str:
    kind = MEDIA_TYPES.get(posixpath.splitext(path)[1])
    if kind is None:
        raise TemplateFault(
            folder.shown(path),
            0,
            "a style sheet cannot embed this kind of file",
            f"known are {', '.join(MEDIA_TYPES)}",
        )
    return f"data:{kind};base64,{base64.b64encode(folder.content(path)).decode()}"


def _size(folder: TemplateFolder, kind: str, paper: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9.]+( [A-Za-z0-9.]+)?", paper):
        return paper
    raise TemplateFault(
        folder.shown(f"{kind}/document.yaml"), 0, f"`{paper}` is no size of paper", "write `paper: A4`"
    )
