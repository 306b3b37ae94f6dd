"""Changes as a person reads them in a terminal: the headline, what is weaker, and then the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.entry import Entry, Section
from stratkit.formats.diff.headline import between, calm, counts, is_unchanged
from stratkit.formats.diff.limits import opening
from stratkit.formats.diff.piece import Sentence, Tone, plain
from stratkit.formats.diff.places import of_all
from stratkit.formats.diff.report import sections
from stratkit.source.shown import visible

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan", None: "cyan"}
_TONES: dict[Tone, dict[str, Any]] = {
    "said": {},
    "quoted": {},
    "name": {"bold": True},
    "old": {"fg": "red", "strikethrough": True},
    "new": {"fg": "green", "underline": True},
    "code": {},
}

Paint = Callable[..., str]


def write(comparison: Comparison, *, colour: bool = False, impact: bool = False) -> str:
    """The whole report; one sentence where nothing has changed. `impact`: with what to look at again."""
    page = _Page(_paint if colour else _plain)
    if is_unchanged(comparison):
        return page.told(calm(comparison)) + "\n"
    head = [page.told(between(comparison)), *map(page.told, opening(comparison))]
    blocks = [head, *(page.block(each) for each in sections(Account(comparison), impact=impact))]
    return "\n\n".join("\n".join(block) for block in (*blocks, [counts(comparison)])) + "\n"


def _plain(text: str, **_: Any) -> str:
    return text


def _paint(text: str, **style: Any) -> str:
    from typer import style as dress

    return dress(text, **style) if style else text


class _Page:
    def __init__(self, paint: Paint) -> None:
        self.paint = paint

    def told(self, sentence: Sentence) -> str:
        return plain(sentence, lambda text, tone: self.paint(text, **_TONES[tone]))

    def block(self, section: Section) -> list[str]:
        """The lines of a section."""
        title = f"{section.title} ({section.number:,})"
        colour = _COLOURS[section.level]
        lines = (line for entry in section.entries for line in self._entry(entry, 1))
        return [self.paint(title, fg=colour, bold=True), *lines]

    def _entry(self, entry: Entry, depth: int) -> Iterator[str]:
        """A statement, where it can be looked up, and what is below it; a name has its place beside it."""
        margin, marks = "  " * depth, self._marks(entry.changes)
        beside = f"  {marks}" if marks and entry.is_name else ""
        yield f"{margin}- {self.told(entry.sentence)}{beside}"
        yield from (f"{margin}  {self.told(sentence)}" for sentence in entry.beside)
        if marks and not beside:
            yield f"{margin}  {marks}"
        for below in entry.below:
            yield from self._entry(below, depth + 1)

    def _marks(self, changes: Sequence[Judged]) -> str:
        names = ", ".join(visible(one.fingerprint) for one in changes)
        places = [f"{side} {visible(', '.join(found))}" for side, found in of_all(changes)]
        return self.paint("  ".join([names, *places]), dim=True) if changes else ""
