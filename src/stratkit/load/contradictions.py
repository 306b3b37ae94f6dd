"""What an author wrote twice or in two ways, of which only one can be meant.

In: the index of a plan. Out: the problems, each at the value that came second.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stratkit.load.index import Index, Link
from stratkit.model.actor import Member
from stratkit.model.date import FiscalYear, PartialDate
from stratkit.model.measure import Indicator, Target
from stratkit.model.narrative import OwnField
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.model.record import Record
from stratkit.model.report import Activity, Retirement
from stratkit.source.problem import Problem, Related


def contradictions(index: Index) -> Iterator[Problem]:
    """Every value of a plan that contradicts another one of the author's."""
    yield from _check_outline(index)
    yield from _check_fates(index.plan.retired)
    fiscal = index.header.fiscal if index.header else None
    for record in index.records:
        if isinstance(record, Outcome | Activity) and fiscal:
            yield from _check_dates(record, "start", "due", fiscal)
        elif isinstance(record, Member) and fiscal:
            yield from _check_dates(record, "since", "until", fiscal)
        elif isinstance(record, OwnField):
            yield from _check_choice(record)
        elif isinstance(record, Indicator) and fiscal:
            yield from _check_targets(record, fiscal)
        elif isinstance(record, ActionLine | Axis):
            yield from _check_parents(record, index)


def _check_outline(index: Index) -> Iterator[Problem]:
    seen: dict[str, Link] = {}
    for link in index.links:
        if link.record is index.plan and link.field == "outline":
            first = seen.setdefault(link.target, link)
            if first is not link:
                message = f"`{link.target}` stands in the outline already"
                related = (Related(first.span, "the first is here"),)
                yield Problem("invalid-value", link.span, message, "keep one of the two", related)


def _check_fates(retired: tuple[Retirement, ...]) -> Iterator[Problem]:
    seen: dict[str, Retirement] = {}
    for retirement in retired:
        if retirement.element and retirement.fate:
            first = seen.setdefault(retirement.element, retirement)
            if first is not retirement:
                other = f" as {first.fate}" if first.fate != retirement.fate else ""
                message = f"`{retirement.element}` is retired already{other}"
                related = (Related(first.origin.value("element"), "the first is here"),)
                span = retirement.origin.value("element")
                yield Problem("invalid-value", span, message, "keep one of the two", related)


def _check_targets(indicator: Indicator, fiscal: FiscalYear) -> Iterator[Problem]:
    seen: dict[tuple[date, date, str], Target] = {}
    for target in indicator.targets:
        for key in ("value", "min", "max"):
            value = target.__dict__[key]
            if target.date and value is not None:
                days = target.date.first(fiscal), target.date.last(fiscal)
                first = seen.setdefault((*days, key), target)
                if first.__dict__[key] != value:
                    given = first.origin.value(key)
                    message = f"`{indicator.id}` has the target {given.text} for {target.date} already"
                    related = (Related(given, "the first is here"),)
                    span = target.origin.value(key)
                    yield Problem("invalid-value", span, message, "keep one of the two", related)


def _check_dates(record: Record, begin: str, end: str, fiscal: FiscalYear) -> Iterator[Problem]:
    first, last = record.__dict__[begin], record.__dict__[end]
    if (
        isinstance(first, PartialDate)
        and isinstance(last, PartialDate)
        and last.last(fiscal) < first.first(fiscal)
    ):
        message = f"`{end}` {last} lies before `{begin}` {first}"
        yield Problem("invalid-value", record.origin.value(end), message, "swap them, or correct one")


def _check_choice(field: OwnField) -> Iterator[Problem]:
    if field.type == "choice" and not field.values and not field.origin.holds("values"):
        yield Problem(
            "invalid-value",
            field.origin.value("type"),
            f"the field `{field.id}` has no words to choose from",
            "add `values: […]`, or write `type: text`",
        )


def _check_parents(line: ActionLine | Axis, index: Index) -> Iterator[Problem]:
    for outcome in line.outcomes:
        elsewhere = index.get(outcome.parent or "")
        if isinstance(elsewhere, ActionLine | Axis) and elsewhere is not line:
            message = f"`{outcome.title}` stands inside `{line.title}` already"
            span = outcome.origin.value("parent")
            yield Problem("invalid-value", span, message, "delete `parent:`, or move the outcome")
