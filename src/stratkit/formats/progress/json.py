"""Progress for programs, as schema/progress.schema.json describes it. Percentages are exact to six places."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from stratkit import __version__
from stratkit.formats.progress.rows import ORDER
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.overview import Line, Overview

VERSION = 1


def write(overview: Overview) -> str:
    """One JSON object."""
    return json.dumps(_answer(overview), indent=2, ensure_ascii=False) + "\n"


def _answer(overview: Overview) -> dict[str, Any]:
    header, reporting = overview.workspace.plan.plan, overview.reporting
    term = reporting.term
    return {
        "version": VERSION,
        "stratkit": __version__,
        "plan": {"id": header.id, "title": header.title},
        "as_of": _day(overview.day),
        "compared_with": _day(overview.before.known.day if overview.before else None),
        "reporting": {
            "term": term
            and {
                "name": term.name,
                "first": _day(term.first),
                "last": _day(term.last),
                "due": _day(term.due),
            },
            "asked": len(reporting.outcomes),
            "reported": len(reporting.outcomes) - len(reporting.missing),
            "overdue": reporting.overdue,
            "missing": [outcome.id for outcome in reporting.missing],
            "owing": {lead or "": [one.id for one in found] for lead, found in reporting.owing().items()},
        },
        "statuses": {status: overview.statuses[status] for status in ORDER},
        "elements": [_element(line) for line in overview.lines],
        "themes": [_element(line) for line in overview.themes],
        "challenges": [_element(line) for line in overview.challenges],
    }


def _element(line: Line) -> dict[str, Any]:
    place = line.record.origin.name()
    stands, told = line.standing, line.told
    return {
        "id": line.record.id,
        "kind": line.record.kind_,
        "title": line.record.heading,
        "depth": line.depth,
        "status": line.status,
        "reported_status": told.entry.status if told else None,
        "reported_progress": _number(told.entry.progress) if told else None,
        "computed_status": stands.status,
        "percent": _number(stands.percent),
        "expected_percent": _number(stands.expected_percent),
        "previous_status": line.status_before,
        "previous_percent": _number(line.before.percent) if line.before else None,
        **(_values(stands) if isinstance(stands, IndicatorStanding) else {}),
        "last_report": _day(line.report.known) if line.report else None,
        "missing": line.missing,
        "lead": line.lead,
        "path": place.path,
        "line": place.line,
    }


def _values(stands: IndicatorStanding) -> dict[str, Any]:
    return {
        "unit": stands.indicator.unit,
        "start": _number(stands.start),
        "value": _number(stands.actual),
        "expected_value": _number(stands.expected),
        "reading_date": _day(stands.readings[-1].day) if stands.readings else None,
    }


def _number(value: Fraction | Any) -> float | None:
    return None if value is None else round(float(value), 6)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
