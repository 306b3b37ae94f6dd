"""Indicators in one row each: from the baseline to the last target and the latest reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from stratkit.model.measure import Indicator
from stratkit.views.briefs import Block, block
from stratkit.views.edition import Edition
from stratkit.views.excerpt import clip, excerpt
from stratkit.views.indicators import Measured, SharedNote, indicator_entry, shared_notes
from stratkit.views.latest import Latest, latest
from stratkit.views.room import Room, lines_of

MOST, TITLE, SHARE = 6, 130, 15
"""The most indicators, the most characters of a title, and the most lines of all of them."""
NOTE = 160
"""The most characters of each thing that has to be known about one."""
WIDTHS = {0: 95, 1: 76, 2: 60, 3: 42}
"""The characters in a line of a title beside so many columns of values."""


@dataclass(frozen=True, kw_only=True)
class Headline:
    """One indicator; `target` is the last. `told` is what has to be known about it and its values."""

    title: str
    unit: str
    told: tuple[str, ...]
    baseline: Measured | None
    target: Measured | None
    latest: Latest | None
    reading: bool
    basis: str


@dataclass(frozen=True, kw_only=True)
class Headlines(Block[Headline]):
    """Some of the indicators, and whether any has a baseline, a target or a reading; `notes` are shared."""

    heading: str
    notes: tuple[SharedNote, ...]
    has_baselines: bool
    has_targets: bool
    has_latest: bool


def headlines(edition: Edition, room: Room) -> Headlines:
    """The indicators that there is room for: those with targets first, with a baseline, with a reading."""
    records = edition.index.of_kind(Indicator)
    last = latest(edition)
    ranked = sorted(records, key=lambda one: (not one.targets, one.baseline is None, one.id not in last))[
        :MOST
    ]
    marks = shared_notes(edition, tuple(ranked))
    if records:
        room.spend(4.2 + len(marks))

    def make(*, noted: bool) -> tuple[Headline, ...]:
        return tuple(_headline(edition, one, last.get(one.id), marks, noted=noted) for one in ranked)

    cost = partial(_lines_of, WIDTHS[_columns(make(noted=False))])
    taken = room.richest((partial(make, noted=noted) for noted in (True, False)), cost, SHARE)
    found = block(edition, "indicators", taken, len(records))
    return Headlines(
        **vars(found),
        heading=edition.words.one("indicator"),
        notes=tuple(
            SharedNote(mark=mark, text=text)
            for text, mark in marks.items()
            if any(
                mark in (one.baseline and one.baseline.mark, one.target and one.target.mark) for one in taken
            )
        ),
        has_baselines=any(one.baseline for one in taken),
        has_targets=any(one.target for one in taken),
        has_latest=any(one.latest for one in taken),
    )


def _headline(
    edition: Edition, record: Indicator, last: Latest | None, marks: dict[str, str], *, noted: bool
) -> Headline:
    entry = indicator_entry(edition, record, marks)
    target = entry.targets[-1] if entry.targets else None
    told = excerpt(edition.say(record.summary) or edition.say(record.text), NOTE)
    said = [value.note for value in (entry.baseline, target, last) if value and value.note]
    ours = {"title", "unit", "baseline", "targets", *(("summary", "text") if noted and told else ())}
    return Headline(
        title=clip(entry.entry.heading, TITLE),
        unit=entry.unit,
        told=tuple(clip(words, NOTE) for words in dict.fromkeys((*said, told)) if words) if noted else (),
        baseline=entry.baseline,
        target=target,
        latest=last,
        reading=bool(ours & {*record.reading}),
        basis=record.basis or "",
    )


def _columns(shown: tuple[Headline, ...]) -> int:
    """How many columns of values there are."""
    return sum(
        any(values) for values in zip(*((one.baseline, one.target, one.latest) for one in shown), strict=True)
    )


def _lines_of(width: int, headline: Headline) -> float:
    said = lines_of(f"{headline.title} {headline.unit}", width)
    return said + lines_of(" ".join(headline.told), round(width * 1.2)) * 0.85 + 0.55
