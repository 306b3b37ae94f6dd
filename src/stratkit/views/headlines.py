"""Indicators in one row each: from the baseline to the last target."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.measure import Indicator
from stratkit.views.briefs import Block, block
from stratkit.views.edition import Edition
from stratkit.views.excerpt import clip
from stratkit.views.indicators import IndicatorEntry, Measured, indicator_entry
from stratkit.views.room import Room, lines_of

MOST, TITLE, SHARE = 6, 130, 13
"""The most indicators, the most characters of a title, and the most lines of all of them."""


@dataclass(frozen=True, kw_only=True)
class Headline:
    """One indicator; `target` is the last."""

    title: str
    unit: str
    baseline: Measured | None
    target: Measured | None
    reading: bool
    basis: str


@dataclass(frozen=True, kw_only=True)
class Headlines(Block[Headline]):
    """Some of the indicators, and whether any of them has a baseline or a target."""

    heading: str
    has_baselines: bool
    has_targets: bool


def headlines(edition: Edition, room: Room) -> Headlines:
    """The indicators that there is room for, those with targets first, then those with a baseline."""
    records = edition.index.of_kind(Indicator)
    if records:
        room.spend(4.2)
    ranked = sorted(records, key=lambda one: (not one.targets, one.baseline is None))[:MOST]
    taken = room.take((_headline(edition, record) for record in ranked), _lines_of, SHARE)
    found = block(edition, "indicators", taken, len(records))
    return Headlines(
        **vars(found),
        heading=edition.words.one("indicator"),
        has_baselines=any(one.baseline for one in taken),
        has_targets=any(one.target for one in taken),
    )


def _headline(edition: Edition, record: Indicator) -> Headline:
    entry: IndicatorEntry = indicator_entry(edition, record)
    return Headline(
        title=clip(entry.entry.heading, TITLE),
        unit=entry.unit,
        baseline=entry.baseline,
        target=entry.targets[-1] if entry.targets else None,
        reading=bool({"title", "unit", "baseline", "targets"} & {*record.reading}),
        basis=record.basis or "",
    )


def _lines_of(headline: Headline) -> float:
    return lines_of(f"{headline.title} {headline.unit}", 72) + 0.55
