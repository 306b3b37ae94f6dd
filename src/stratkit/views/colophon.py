"""What one printing of a document says of itself: which state of the plan, for whom, and if it is a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stratkit.load.revision import Revision
from stratkit.model.date import PartialDate
from stratkit.views.dates import say_date
from stratkit.views.tongue import Tongue

SHORT = 12
"""So many characters name a commit surely enough."""


@dataclass(frozen=True, kw_only=True)
class Printing:
    """One printing: the day whose state it shows, the audience, the plan's revision, how many faults it has.

    `draft`: it is printed although it has faults, or the plan says that it is one.
    """

    as_of: date | None = None
    audience: str = ""
    revision: Revision | None = None
    faults: int = 0
    draft: bool = False


@dataclass(frozen=True, kw_only=True)
class Colophon:
    """Rows of a label and its words, the day whose state it shows, a word across every page, and a sentence.

    All but the rows may be empty.
    """

    rows: tuple[tuple[str, str], ...]
    as_of: str
    watermark: str
    notice: str


def colophon(printing: Printing, tongue: Tongue) -> Colophon:
    """The colophon of a printing."""
    return Colophon(
        rows=tuple(_rows(printing, tongue)),
        as_of=_day(printing.as_of, tongue) if printing.as_of else "",
        watermark=tongue.translate("Draft") if printing.draft else "",
        notice=_notice(printing, tongue),
    )


def _rows(printing: Printing, tongue: Tongue) -> Iterator[tuple[str, str]]:
    if printing.audience:
        yield tongue.translate("Edition"), _readers(printing.audience, tongue)
    if printing.as_of:
        yield tongue.translate("As of"), _day(printing.as_of, tongue)
    if printing.revision:
        yield tongue.translate("Revision"), _revision(printing.revision, tongue)


def _readers(audience: str, tongue: Tongue) -> str:
    return {
        "public": tongue.translate("For the public"),
        "board": tongue.translate("For the board"),
        "staff": tongue.translate("For staff"),
    }[audience]


def _revision(revision: Revision, tongue: Tongue) -> str:
    if revision.changed:
        pattern = tongue.translate("{commit} of {date}, with changes since")
    else:
        pattern = tongue.translate("{commit} of {date}")
    return pattern.format(commit=revision.commit[:SHORT], date=_day(revision.day, tongue))


def _notice(printing: Printing, tongue: Tongue) -> str:
    if not printing.draft:
        return ""
    if not printing.faults:
        return tongue.translate("This is a draft.")
    sentence = tongue.count(
        "This is a draft: {count} fault in the plan’s files has to be mended.",
        "This is a draft: {count} faults in the plan’s files have to be mended.",
        printing.faults,
    )
    return sentence.format(count=printing.faults)


def _day(day: date, tongue: Tongue) -> str:
    return say_date(PartialDate(day.isoformat()), tongue)
