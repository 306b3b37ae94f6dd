"""Style sheets joined into one text, with what they refer to.

For paper, references lead to files below the template folder; for the screen, files become part of the text.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Callable, Sequence

from stratkit.render.drawings.marks import MARKS
from stratkit.render.house_style import MEDIA_TYPES, HouseStyle
from stratkit.render.jinja import fill
from stratkit.render.templates import SHARED, TemplateFault, TemplateFolder
from stratkit.render.tokens import settle

DRAWN = '"Source Sans 3"'
"""The family of the words in drawings."""

_IMPORT = re.compile(r'^@import "(?P<path>[^"]+)";$', re.MULTILINE)
_URL = re.compile(r"url\(\s*([\"']?)(?P<path>[^\"')]+)\1\s*\)")


class Sheets:
    """The style sheets of one kind of document in a house style.

    `watermark` is a word across every page, `edge` a sentence along the edge of each.
    """

    def __init__(
        self, folder: TemplateFolder, kind: str, house: HouseStyle, watermark: str, edge: str = ""
    ) -> None:
        self.folder = folder
        self.kind = kind
        self.house = house
        self.watermark = watermark
        self.edge = edge

    def paper(self, size: str, direction: str) -> str:
        """The style for paper; references to files that ship are relative to their folder, others are inside.

        The margins of pages know no start and end: a sheet `page-rtl.css` turns what else has sides. Raises
        `TemplateFault`.
        """
        folder, kind = self.folder, self.kind
        sheets = [f"{SHARED}/fonts-paper.css", f"{SHARED}/page.css", f"{kind}/page.css"]
        if direction == "rtl":
            turned = (f"{SHARED}/page-rtl.css", f"{kind}/page-rtl.css")
            sheets += [sheet for sheet in turned if folder.has(sheet)]

        def refer(path: str) -> str:
            return path if folder.home(path) == folder.roots[-1] else _embed(folder, path)

        size = size.replace("A4", "Letter") if self.house.letter else size
        start = f"@page {{ size: {_size(folder, kind, size)} }}\n"
        return settle(start + self._house("paper") + _join(folder, sheets, refer))

    def screen(self) -> str:
        """The style for the screen, with everything it needs inside. Raises `TemplateFault`."""
        folder = self.folder

        def refer(path: str) -> str:
            return _embed(folder, path)

        faces = [face for face in _faces(folder) if self._uses(face)]
        sheets = (f"{SHARED}/screen.css", f"{self.kind}/screen.css")
        letters = _follow("\n".join(faces), f"{SHARED}/fonts-screen.css", refer)
        return self._house("screen") + letters + _join(folder, sheets, refer)

    def _uses(self, face: str) -> bool:
        """Whether a typeface that ships is one of the house; what stands behind those is not embedded."""
        families = (*(family.partition(",")[0] for family in self.house.families.values()), DRAWN)
        return any(family in face for family in families)

    def _house(self, medium: str) -> str:
        cover = f"{SHARED}/art/{self.house.cover}.svg.j2"
        art = fill(self.folder, cover, house=self.house) if self.folder.has(cover) else ""
        url = f"data:image/svg+xml;base64,{base64.b64encode(art.encode()).decode()}"
        words = {"watermark": self.watermark, "edge": self.edge}
        seen = {"house": self.house, "medium": medium, "art": url, "marks": MARKS}
        return fill(self.folder, f"{SHARED}/house.css.j2", **seen, **words)


def _faces(folder: TemplateFolder) -> list[str]:
    return re.findall(r"@font-face \{.*?\}", folder.text(f"{SHARED}/fonts-screen.css"))


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


def _sheet(
    folder: TemplateFolder, sheet: str, refer: Callable[[str], str], above: tuple[str, ...] = ()
) -> str:
    """A sheet, with those that it imports in their places; `above` are the sheets that import it."""
    text = folder.text(sheet)
    if "</" in text:
        line = text.count("\n", 0, text.index("</")) + 1
        raise TemplateFault(
            folder.shown(sheet), line, "a style sheet may not hold `</`", "write the character as `\\3c`"
        )
    found = []
    for match in _IMPORT.finditer(text):
        path = _beside(sheet, match["path"])
        if path in (sheet, *above):
            line = text.count("\n", 0, match.start()) + 1
            message = "a style sheet cannot import itself"
            raise TemplateFault(folder.shown(sheet), line, message, "delete the line")
        found.append(_sheet(folder, path, refer, (sheet, *above)))
    return "\n".join((*found, _follow(_IMPORT.sub("", text), sheet, refer)))


def _beside(sheet: str, path: str) -> str:
    """A path that is written relative to a sheet, as templates name it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(sheet), path))


def _follow(text: str, sheet: str, refer: Callable[[str], str]) -> str:
    """A style sheet with each reference in it, which is relative to the sheet, as `refer` has it."""

    def follow(match: re.Match[str]) -> str:
        path = match["path"]
        if path.startswith(("data:", "#")):
            return match.group()
        return f'url("{refer(_beside(sheet, path))}")'

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
