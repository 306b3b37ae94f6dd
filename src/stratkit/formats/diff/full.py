"""Changes as a person reads them in a terminal: the headline, what is weaker, and then the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.formats.diff import fates, notes
from stratkit.formats.diff.groups import groups
from stratkit.formats.diff.headline import between, calm, counts, is_unchanged
from stratkit.formats.diff.headline import fates as fates_told
from stratkit.formats.diff.piece import Sentence, Tone, ended, plain
from stratkit.formats.diff.places import line, lines
from stratkit.formats.diff.questions import Question, questions
from stratkit.formats.diff.sentences import Sentences
from stratkit.source.shown import display_width, visible

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan", None: "green"}
_TONES: dict[Tone, dict[str, Any]] = {
    "said": {},
    "quoted": {},
    "name": {"bold": True},
    "old": {"fg": "red", "strikethrough": True},
    "new": {"fg": "green", "underline": True},
}

Paint = Callable[..., str]


def write(comparison: Comparison, *, colour: bool = False, impact: bool = False) -> str:
    """The whole report; one sentence where nothing has changed. `impact`: with what to look at again."""
    page = _Page(comparison, _paint if colour else _plain)
    if is_unchanged(comparison):
        return page.told(calm(comparison)) + "\n"
    return "\n\n".join("\n".join(block) for block in page.blocks(impact=impact)) + "\n"


def _plain(text: str, **_: Any) -> str:
    return text


def _paint(text: str, **style: Any) -> str:
    from typer import style as dress

    return dress(text, **style) if style else text


class _Page:
    def __init__(self, comparison: Comparison, paint: Paint) -> None:
        self.comparison = comparison
        self.paint = paint
        self.sentences = Sentences(comparison)

    def told(self, sentence: Sentence) -> str:
        return plain(sentence, lambda text, tone: self.paint(text, **_TONES[tone]))

    def blocks(self, *, impact: bool) -> Iterator[list[str]]:
        """The parts of the report, each a list of lines."""
        yield list(self._headline())
        for group in groups(self.comparison):
            title = f"{plain(group.title)} ({len(group.changes):,})"
            listed = [row for one in group.changes for row in self._change(one)]
            yield [self.paint(title, fg=_COLOURS[group.level], bold=True), *listed]
        if table := list(self._table()):
            yield [self._title(fates.title(self.comparison)), *table]
        if asked := [row for one in questions(self.comparison) for row in self._question(one)]:
            yield [self._title("Questions"), *asked]
        yield from self._notes(notes.UNMATCHED, notes.unmatched(self.comparison))
        if impact:
            yield from self._notes(notes.CONCERNS, notes.concerns(self.comparison))

    def _title(self, words: str) -> str:
        return self.paint(words, bold=True)

    def _headline(self) -> Iterator[str]:
        yield self.told(between(self.comparison))
        if found := fates_told(self.comparison):
            yield self.told(found)
        yield counts(self.comparison)

    def _change(self, one: Judged) -> Iterator[str]:
        yield f"  - {self.told(ended(self.sentences.of(one)))}"
        if one.accepted:
            yield f"    {self.told(self.sentences.acceptance(one.accepted))}"
        places = [f"{side} {visible(place)}" for side, place in lines(one.change)]
        yield self.paint("    " + "  ".join([visible(one.fingerprint), *places]), dim=True)

    def _table(self) -> Iterator[str]:
        """The fate, the element, where it goes on or why not, and its last status."""
        rows = fates.rows(self.comparison)
        cells = [(row.fate, plain(row.kind)) for row in rows]
        widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
        for row, cell in zip(rows, cells, strict=True):
            padded = (
                text + " " * (width - display_width(text)) for text, width in zip(cell, widths, strict=True)
            )
            goes_on = row.disposition.heirs or row.disposition.proposal
            heirs = f"{' →' if goes_on else ':'} {self.told(row.heirs)}" if row.heirs else ""
            status = f"; last reported: {plain(row.status)}" if row.status else ""
            yield f"  {'  '.join(padded)}  {self.told(row.element)}{heirs}{status}"

    def _question(self, one: Question) -> Iterator[str]:
        yield f"  - {self.told(one.sentence)}"
        if one.line:
            yield f"    If so, write beside its id, {visible(line(one.span))}:  {visible(one.line)}"
        else:
            yield f"    {visible(line(one.span))}: within one cycle only the same kind can say so."

    def _notes(self, title: str, found: Iterator[notes.Note]) -> Iterator[list[str]]:
        told = [f"  - {self.told(one.sentence)}: {visible(line(one.span))}" for one in found]
        if told:
            yield [self._title(title), *told]
