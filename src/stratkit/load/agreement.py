"""Values that are right or wrong only beside others: a word on an indicator's scale, a value of an own field.

In: the index of a plan. Out: the problems that no field can see for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from stratkit.load.index import Index
from stratkit.load.likeness import did_you_mean
from stratkit.load.scalar import Refusal, read_date, read_number
from stratkit.model import shape
from stratkit.model.element import Element, Noted
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.model.narrative import OwnField
from stratkit.model.plan import Header, Plan
from stratkit.model.record import Record
from stratkit.model.report import NO_REPORT, NOT_COMPUTED, Reading
from stratkit.source.node import Mapping
from stratkit.source.problem import Problem
from stratkit.source.text import Span, short

MAX_LISTED = 12


def disagreements(index: Index) -> Iterator[Problem]:
    """Every value of a plan that does not agree with another."""
    own = {field.id: field for field in index.plan.fields}
    for record in index.records:
        if isinstance(record, Noted) and record.reading:
            yield from _check_reading(record)
        if isinstance(record, Element) and record.fields:
            yield from _check_own_fields(record, record.fields, own, index)
        if isinstance(record, Target):
            yield from _check_target(record)
        if isinstance(record, Baseline | Target):
            yield from _check_measurement(record, index.parent(record))
        elif isinstance(record, Reading):
            yield from _check_measurement(record, index.get(record.indicator))
        elif isinstance(record, OwnField):
            yield from _check_kinds(record)
        elif isinstance(record, Header):
            yield from _check_labels(record)
    if own:
        yield from _check_required(index, own)


def _check_reading(record: Noted) -> Iterator[Problem]:
    for number, name in enumerate(record.reading):
        if not record.origin.has(name) and not _lost(record, name):
            span = record.origin.item("reading", number)
            yield Problem(
                "invalid-value",
                span,
                f"there is no `{name}` here that could be our reading",
                "name keys of this element",
            )


def _lost(record: Noted, name: str) -> bool:
    """Whether the lack of a key is reported already: as such, or at a key that may be a slip for it."""
    node = record.origin.node
    slip = isinstance(node, Mapping) and not node.entries.keys() <= record.fields_.keys()
    return slip or name in record.required_


def _check_target(target: Target) -> Iterator[Problem]:
    origin = target.origin
    if not any(origin.has(name) or target.refused(name) for name in ("value", "min", "max")):
        yield Problem(
            "missing-key",
            origin.name(),
            "the target has no `value`",
            "add `value:`, or `min:` and `max:` to keep between",
        )
    elif target.min is not None and target.max is not None and target.min > target.max:
        yield Problem(
            "invalid-value",
            origin.value("min"),
            f"`min` {target.min} lies above `max` {target.max}",
            "swap them",
        )


def _check_measurement(record: Baseline | Target | Reading, indicator: Record | None) -> Iterator[Problem]:
    value = record.value
    if value is None or not isinstance(indicator, Indicator) or indicator.refused("scale"):
        return
    span = record.origin.value("value")
    if indicator.scale:
        if span.text.strip("'\"") not in indicator.scale and str(value) not in indicator.scale:
            mend = did_you_mean(str(value), indicator.scale) or f"it has {_listed(indicator.scale)}"
            yield Problem("invalid-value", span, f"`{value}` is no word of the indicator's scale", mend)
    elif not isinstance(value, Decimal):
        try:
            read_number(value)
        except Refusal as refusal:
            yield Problem(refusal.code, span, str(refusal), refusal.help)


def _check_own_fields(
    record: Element, values: dict[str, str], own: dict[str, OwnField], index: Index
) -> Iterator[Problem]:
    for name, value in values.items():
        key, span = record.origin.entry("fields", name)
        field = own.get(name)
        if field is None:
            mend = (
                index.guesser.did_you_mean(name, own) or "declare it under `fields:` in the plan's first file"
            )
            if name not in index.unread.ids and "field" not in index.unread.kinds:
                yield Problem("unknown-key", key, f"no field with the id `{short(name)}` is declared", mend)
        elif field.of and record.kind_ not in field.of:
            message = f"the field `{name}` is not declared for {_a(record.kind_)}"
            yield Problem("unknown-key", key, message, f"add `{record.kind_}` to its `of:`")
        else:
            yield from _check_own_value(field, value, span, index)


def _check_own_value(field: OwnField, value: str, span: Span, index: Index) -> Iterator[Problem]:
    try:
        if field.type == "number":
            read_number(value)
        elif field.type == "date":
            read_date(value)
    except Refusal as refusal:
        yield Problem(refusal.code, span, str(refusal), refusal.help)
    if field.type == "choice" and field.values and value not in field.values:
        mend = index.guesser.did_you_mean(value, field.values) or f"it is one of {_listed(field.values)}"
        yield Problem("invalid-value", span, f"`{short(value)}` is not a word this field knows", mend)
    elif field.type == "reference" and index.misses(value):
        guess = index.closest(value)
        mend = f"did you mean `{guess}`?" if guess else "write the id of an element"
        yield Problem("dangling-reference", span, f"nothing in the plan has the id `{value}`", mend)


def _check_required(index: Index, own: dict[str, OwnField]) -> Iterator[Problem]:
    for record in index.records:
        if isinstance(record, Element):
            for name, field in own.items():
                lacks = name not in (record.fields or {}) and not record.refused("fields")
                if field.required and record.kind_ in field.of and lacks:
                    message = f"every {_words(record.kind_)} has to carry the field `{name}`"
                    yield Problem(
                        "missing-key", record.origin.name(), message, f"add it under `fields:`: {field.title}"
                    )


def _check_kinds(field: OwnField) -> Iterator[Problem]:
    for number, kind in enumerate(field.of):
        if kind not in kinds():
            span = field.origin.item("of", number)
            mend = (
                did_you_mean(kind, kinds()) or "kinds are written as one of the key: `outcome`, `action_line`"
            )
            yield Problem("invalid-value", span, f"there is no kind of element named `{kind}`", mend)


def _check_labels(header: Header) -> Iterator[Problem]:
    for name in header.labels or ():
        if name not in kinds() and name not in label_names():
            span = header.origin.entry("labels", name)[0]
            mend = (
                did_you_mean(name, label_names())
                or "labels are for keys and status words, written as for one: `action_line`"
            )
            yield Problem("unknown-key", span, f"there is no key or status `{name}` to give a label to", mend)


def _classes(record: type[Record]) -> Iterator[type[Record]]:
    seen = [record]
    for found in seen:
        for field in found.fields_.values():
            inner = field.item.value if isinstance(field.item, shape.Table) else field.item
            if isinstance(inner, shape.Part) and inner.record not in seen:
                seen.append(inner.record)
    yield from seen


@cache
def kinds() -> frozenset[str]:
    """The names of all kinds of element."""
    return frozenset(kind for record in _classes(Plan) if (kind := getattr(record, "kind_", "")))


@cache
def label_names() -> frozenset[str]:
    """What a plan may give its own words for: kinds, keys (also as for one), words to choose from."""
    names = {*kinds(), NO_REPORT, NOT_COMPUTED}
    for record in _classes(Plan):
        for name, field in record.fields_.items():
            names.update((name, re.sub("ies$", "y", name), name.removesuffix("s")))
            names.update(field.item.options if isinstance(field.item, shape.Choice) else ())
    return frozenset(names)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{short(word)}`" for word in words[:MAX_LISTED]) + ", …" * (len(words) > MAX_LISTED)


def _words(kind: str) -> str:
    return kind.replace("_", " ")


def _a(kind: str) -> str:
    return f"an {_words(kind)}" if kind[0] in "aeiou" else f"a {_words(kind)}"
