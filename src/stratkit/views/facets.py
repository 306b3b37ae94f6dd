"""What readers can choose outcomes by: the challenges, themes, leads and states that these have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stratkit.load.chronology import chronology
from stratkit.load.tags import outcomes_in_order, tags_of
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.model.record import Record
from stratkit.model.report import NO_REPORT, NOT_COMPUTED, STATUSES
from stratkit.views.edition import Edition
from stratkit.views.entry import Section
from stratkit.views.lines import Lines
from stratkit.views.outcomes import Outcomes

SHOWN = (*STATUSES, NOT_COMPUTED, NO_REPORT)
Tagging = Mapping[str, tuple[str, ...]]
"""What an outcome has of each facet."""


class Option(NamedTuple):
    """One answer: its key and the words for it."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One question to choose by. `options` are what outcomes have of it, in the plan's order."""

    key: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True)
class Filter:
    """All facets that tell outcomes apart, and what each outcome has of them, by its id.

    `place` is the anchor of the section that the first outcome stands in.
    """

    facets: tuple[Facet, ...]
    tagged: Mapping[str, Tagging]
    place: str
    outcomes_title: str


def outcome_filter(edition: Edition, sections: tuple[Section, ...]) -> Filter | None:
    """What to choose by, or None if there are not two outcomes to choose from."""
    places = [section.anchor for section in sections if _has_outcomes(section)]
    return status_filter(edition, places[0], _statuses(edition)) if places else None


def status_filter(
    edition: Edition, place: str, statuses: Mapping[str, str], *, lines: bool = False
) -> Filter | None:
    """The same with other statuses than those reported; `lines`: by action line, too."""
    tagged = {
        outcome.id: _tags(edition, outcome, statuses)
        for outcome in outcomes_in_order(edition.index)
        if outcome.id in edition.printed
    }
    if len(tagged) < 2:
        return None
    words = edition.words
    labels = {"line": words.one("action_line")} if lines else {}
    labels |= {key: words.one(key) for key in ("challenge", "theme")}
    labels |= {key: words.fact(key) for key in ("lead", "status")}
    if lines:
        tagged = {target: {**tags, "line": _line(edition, target)} for target, tags in tagged.items()}
    facets = (
        Facet(key=key, label=label, options=_options(edition, key, tagged)) for key, label in labels.items()
    )
    return Filter(
        facets=tuple(facet for facet in facets if facet.options),
        tagged=tagged,
        place=place,
        outcomes_title=words.many("outcome"),
    )


def _tags(edition: Edition, outcome: Outcome, statuses: Mapping[str, str]) -> Tagging:
    tags = tags_of(edition.index, outcome)
    lead, status = _lead(edition, outcome), statuses.get(outcome.id)
    return {
        "challenge": tuple(sorted(tags.challenges)),
        "theme": tuple(sorted(tags.themes)),
        "lead": (lead,) if lead else (),
        "status": (status,) if status else (),
    }


def _line(edition: Edition, target: str) -> tuple[str, ...]:
    """The action line that an outcome is in, if it is in one."""
    record = edition.index.get(target)
    while record is not None and not isinstance(record, ActionLine):
        record = edition.index.parent(record)
    return (record.id,) if record else ()


def _lead(edition: Edition, outcome: Outcome) -> str | None:
    """Who answers for it: its own lead, else that of the nearest line around it."""
    record: Record | None = outcome
    while isinstance(record, Outcome | Axis | ActionLine):
        if record.lead:
            return record.lead
        record = edition.index.parent(record)
    return None


def _statuses(edition: Edition) -> dict[str, str]:
    """The last status that was reported of each element."""
    updates = chronology(edition.workspace)
    return {entry.about: entry.status for update in updates for entry in update.entries if entry.status}


def _options(edition: Edition, key: str, tagged: Mapping[str, Tagging]) -> tuple[Option, ...]:
    """What some outcomes have and others have not."""
    used = [set(tags[key]) for tags in tagged.values()]
    telling = set[str]().union(*used) - set[str].intersection(*used)
    if key == "status":
        return tuple(Option(name, edition.words.one(name)) for name in SHOWN if name in telling)
    return tuple(Option(name, edition.link(name).words) for name in edition.index.elements if name in telling)


def _has_outcomes(section: Section) -> bool:
    if isinstance(section, Lines):
        return any(line.outcome_count for line in section.lines)
    return isinstance(section, Outcomes) and bool(section.outcomes)
