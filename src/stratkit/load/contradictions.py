"""What an author wrote twice or in two ways, of which only one can be meant.

In: the index of a plan. Out: the problems, each at the value that came second.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.index import Index, Link
from stratkit.model.actor import Member
from stratkit.model.date import FiscalYear, PartialDate
from stratkit.model.narrative import OwnField
from stratkit.model.plan import Header
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.model.record import Record
from stratkit.model.report import Activity
from stratkit.source.node import Mapping, Sequence
from stratkit.source.problem import Problem, Related


def contradictions(index: Index) -> Iterator[Problem]:
    """Every value of a plan that contradicts another one of the author's."""
    yield from _check_outline(index)
    fiscal = _fiscal_year(index)
    for record in index.records:
        if isinstance(record, Outcome | Activity) and fiscal:
            yield from _check_dates(record, "start", "due", fiscal)
        elif isinstance(record, Member) and fiscal:
            yield from _check_dates(record, "since", "until", fiscal)
        elif isinstance(record, OwnField):
            yield from _check_choice(record)
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


def _fiscal_year(index: Index) -> FiscalYear | None:
    """The organization's year; None if it cannot be read."""
    header = index.plan.__dict__["plan"]
    if not isinstance(header, Header):
        return None
    years = header.__dict__["fiscal_year"]
    readable = years.__dict__["starts"] is not None if years else not header.origin.has("fiscal_year")
    return header.fiscal if readable else None


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
    if field.type == "choice" and not field.values and not _is_refused(field, "values"):
        yield Problem(
            "invalid-value",
            field.origin.value("type"),
            f"the field `{field.id}` has no words to choose from",
            "add `values: […]`, or write `type: text`",
        )


def _is_refused(record: Record, name: str) -> bool:
    """Whether a list was written and not an item of it could be read."""
    node = record.origin.node
    if not isinstance(node, Mapping) or name not in node.entries:
        return False
    value = node.entries[name][1]
    return not (isinstance(value, Sequence) and not value.items)


def _check_parents(line: ActionLine | Axis, index: Index) -> Iterator[Problem]:
    for outcome in line.outcomes:
        elsewhere = index.get(outcome.parent or "")
        if isinstance(elsewhere, ActionLine | Axis) and elsewhere is not line:
            message = f"`{outcome.title}` stands inside `{line.title}` already"
            span = outcome.origin.value("parent")
            yield Problem("invalid-value", span, message, "delete `parent:`, or move the outcome")
