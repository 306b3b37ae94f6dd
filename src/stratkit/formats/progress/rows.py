"""What every form says of a line: its words and figures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from stratkit.compare.figures import said
from stratkit.model.report import NOT_COMPUTED
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.overview import Line, Overview

MARKS = {
    "on_track": "●",
    "at_risk": "▲",
    "off_track": "✕",
    "completed": "✓",
    "not_started": "○",
    "discontinued": "■",
    "no_report": "–",
    NOT_COMPUTED: "…",
}
"""A shape for each status, to be told apart without colour, as in the documents."""
PLAIN = str.maketrans("●▲✕✓○■–…─", "o^xv.#-~-")
"""What stands for the shapes and lines where only ASCII can be written."""
COLOURS = {"on_track": "green", "completed": "green", "at_risk": "yellow", "off_track": "red"}
ORDER = tuple(MARKS)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line in words; what is not known is empty. `age` are the days since the last report."""

    line: Line
    kind: str
    status: str
    percent: str
    expected: str
    change: str
    reported: str
    age: str
    lead: str


def rows(overview: Overview, *, whole: bool) -> list[Row]:
    """The lines of a plan; unless `whole`, without the indicators and milestones of outcomes."""
    kinds = ("action_line", "axis", "outcome")
    shown = [line for line in overview.lines if whole or line.record.kind_ in kinds or not line.depth]
    return [row(overview, line) for line in shown]


def row(overview: Overview, line: Line) -> Row:
    """One line."""
    known = line.report.known if line.report else None
    return Row(
        line=line,
        kind=line.record.kind_,
        status=line.status,
        percent=percent(line.standing.percent) or reported(line) or value(line),
        expected=percent(line.standing.expected_percent),
        change=change(line),
        reported=known.isoformat() if known else "",
        age=age((overview.day - known).days) if known else "",
        lead=name(overview, line.lead),
    )


def word(overview: Overview, status: str) -> str:
    """A status in the plan's own words, or the standard ones."""
    header = overview.workspace.header
    label = (header.labels or {}).get(status) if header else None
    return str(label.one) if label else status.replace("_", " ")


def percent(value: Fraction | None) -> str:
    """A percentage in whole percent, rounded down: nothing looks better than it is."""
    return "" if value is None else f"{math.floor(value)} %"


def reported(line: Line) -> str:
    """A percentage that was reported, in brackets: nothing is there to work it out from."""
    progress = line.told.entry.progress if line.told else None
    return "" if progress is None else f"({progress:f} %)"


def value(line: Line) -> str:
    """What was read last of an indicator that has no percentage."""
    stands = line.standing
    return (
        said(stands.readings[-1].reading) if isinstance(stands, IndicatorStanding) and stands.readings else ""
    )


def change(line: Line) -> str:
    """The points gained since the report before, with their sign."""
    now, before = line.standing.percent, line.before.percent if line.before else None
    return "" if now is None or before is None else f"{math.floor(now) - math.floor(before):+d}"


def age(days: int) -> str:
    """Days in the largest unit that tells them."""
    for length, unit in ((365, "year"), (30, "month"), (7, "week")):
        if days >= 1.5 * length:
            return f"{round(days / length)} {unit}s"
    return f"{days} day{'' if days == 1 else 's'}"


def name(overview: Overview, target: str | None) -> str:
    """What somebody is called; an unknown id stands for itself."""
    record = overview.workspace.index.get(target) if target else None
    return getattr(record, "heading", target) or ""


def headline(overview: Overview) -> list[str]:
    """How many outcomes are reported on, and who owes the others."""
    reporting = overview.reporting
    asked, missing = len(reporting.outcomes), len(reporting.missing)
    term = f" for {reporting.term.name}" if reporting.term else ""
    outcomes = f"{asked:,} outcome{'' if asked == 1 else 's'}"
    told = [f"{asked - missing:,} of {outcomes} reported{term}"]
    if missing and reporting.term and reporting.overdue:
        told[0] += f"; {missing:,} overdue, due by {reporting.term.due}"
    elif missing and reporting.term and overview.day <= reporting.term.due:
        told[0] += f"; {missing:,} due by {reporting.term.due}"
    elif missing:
        told[0] += f"; {missing:,} not reported"
    if reporting.duty and not reporting.term:
        told.append("No term of the plan is over yet: no report is due.")
    owing = [
        f"{name(overview, lead) or 'nobody named'} ({len(found):,})"
        for lead, found in sorted(reporting.owing().items(), key=lambda pair: -len(pair[1]))
    ]
    if owing and reporting.term:
        told.append(f"Owed by {', '.join(owing)}")
    return told
