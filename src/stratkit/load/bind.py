"""From nodes to records: every value by the declared shape of its field, every fault at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol

from stratkit.load.complaint import Complaints
from stratkit.load.scalar import READERS, Refusal
from stratkit.load.strays import find_strays
from stratkit.model import shape
from stratkit.model.date import PartialDate, Period
from stratkit.model.language import Translated
from stratkit.model.origin import Origin
from stratkit.model.record import Field, Record
from stratkit.source import trap
from stratkit.source.node import EXPLAINED, NOTHING, Mapping, Node, Scalar, Sequence
from stratkit.source.problem import Problem
from stratkit.source.text import SourceText, Span

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class _Failed:
    """What a value is that could not be read: its problem has been reported."""


FAILED = _Failed()


class ProseFiles(Protocol):
    """Reads prose that lies beside the YAML."""

    def read(self, path: str, span: Span, problems: list[Problem]) -> str | None:
        """The text of a file with its translations, or None with a problem added."""


class Binder(Complaints):
    """Makes records of nodes, and complains of what it cannot bind.

    `languages` are those that it met translations in.
    """

    def __init__(self, problems: list[Problem], prose_files: ProseFiles, language: str = "en") -> None:
        super().__init__(problems)
        self.prose_files = prose_files
        self.language = language
        self.languages: set[str] = set()
        self.fields: dict[str, Field] = {}
        """The fields beside the one that is being bound."""

    def bind(
        self, record: type[Record], node: Node, source: SourceText, key: Scalar | None = None
    ) -> Record | None:
        """One record of a node, which may stand under a key; None if the node is no mapping."""
        if not isinstance(node, Mapping):
            self.refuse_shape(shape.Part(record), key, node, source)
            self.lose_record(record, node)
            return None
        values = self.bind_fields(record, node, source)
        if not node.again and (not node.entries or node.entries.keys() & record.fields_.keys()):
            self.report_missing(record, node, source)
        if "id" in record.fields_ and "id" not in values and self.has_id(record, node):
            self.lose_record(record, node)
            values["id"] = ""
        return record(Origin(source, node), **values)

    def bind_fields(self, record: type[Record], node: Mapping, source: SourceText) -> dict[str, object]:
        """The values of a mapping's keys. What is wrong is reported and left out."""
        fields = record.fields_
        values: dict[str, object] = {}
        for name, (key, child) in node.entries.items():
            field = fields.get(name)
            if field is None:
                self.refuse_key(record, key, child, source)
                continue
            self.fields = fields
            value = self.bind_value(field.shape, key, child, source)
            if value is not FAILED:
                values[name] = value
        if node.again:
            self.lose_id(record)  # a second element may begin there
            for key, child in node.again:
                self.lose_key(key.text, child)
                self.lose(child)
        return values

    def bind_value(self, what: shape.Shape, key: Scalar, node: Node, source: SourceText) -> object:
        """The value of one key, or FAILED."""
        if type(node) is Scalar:
            if not node.style and node.text in NOTHING:
                self.refuse_empty(key, node, source)
                item = what.item if isinstance(what, shape.Many) else what
                if isinstance(item, shape.Part):
                    self.lost_names = True
                    self.lose_id(item.record)
                return FAILED
            if node.style == EXPLAINED:
                return FAILED
            if type(what) in READERS:
                return self._bind_scalar(what, key, node, source)
        special = _BINDERS.get(type(what))
        if special is not None:
            return special(self, what, key, node, source)
        return self._bind_scalar(what, key, node, source)

    def _bind_scalar(self, what: shape.Shape, key: Scalar, node: Node, source: SourceText) -> object:
        if type(node) is not Scalar:
            self._refuse_nest(what, key, node, source)
            return FAILED
        try:
            return READERS[type(what)](what, node.text)
        except Refusal as refusal:
            self.report(refusal.code, source, node, str(refusal), refusal.help)
            return FAILED

    def _refuse_nest(
        self, what: shape.Shape, key: Scalar, node: Sequence | Mapping, source: SourceText
    ) -> None:
        split = trap.split_text(source, node) if type(node) is Mapping else None
        if split:
            self.problems.append(split)
        else:
            self.refuse_shape(what, key, node, source)
        self.lose(node)

    def bind_text(
        self, what: shape.Line | shape.Prose, key: Scalar, node: Node, source: SourceText
    ) -> object:
        if type(node) is not Mapping:
            return self._bind_scalar(what, key, node, source)
        if type(what) is shape.Prose and "file" in node.entries:
            return self._bind_prose_file(node, source)
        return self._bind_translations(what, node, source)

    def _bind_prose_file(self, node: Mapping, source: SourceText) -> object:
        for name, (key, child) in node.entries.items():
            if name != "file":
                self.refuse_entry(key, child, source, f"beside `file` no key `{name}` is known", "delete it")
        key, path = node.entries["file"]
        written = self.bind_value(_PATH, key, path, source)
        text = None
        if isinstance(written, str):
            text = self.prose_files.read(written, source.span(path.start, path.end), self.problems)
        if isinstance(text, Translated):
            self.languages.update(text.translations)
        self.lost_names = self.lost_names or text is None
        return FAILED if text is None else text

    def _bind_translations(self, what: shape.Line | shape.Prose, node: Mapping, source: SourceText) -> object:
        split = trap.split_text(source, node)
        if split and not any(map(_LANGUAGE.fullmatch, node.entries)):
            self.problems.append(split)
            return FAILED
        texts: dict[str, str] = {}
        for language, (key, child) in node.entries.items():
            if not _LANGUAGE.fullmatch(language):
                message = (
                    f"`{language}` is not a language, and this key takes a text or one for each language"
                )
                code = language.replace("_", "-")
                usual = f"`{code}:`" if _LANGUAGE.fullmatch(code) else "`en:` or `pt-BR:`"
                mend = f"write a language's code, such as {usual}"
                self.lost_names = True  # perhaps it was to be `file:`
                self.refuse_entry(key, child, source, message, mend)
                continue
            if type(child) is Mapping and not (type(what) is shape.Prose and "file" in child.entries):
                self._refuse_nest(what, key, child, source)  # no language inside a language
                continue
            text = self.bind_value(_WRITTEN[type(what)], key, child, source)
            if isinstance(text, str):
                texts[language] = text
        if not texts:
            if not node.entries:
                self.report(
                    "invalid-value",
                    source,
                    node,
                    "there is no text in this mapping",
                    "write it, or delete the key",
                )
            return FAILED
        self.languages.update(texts)
        own = texts.get(self.language)
        return Translated(own if own is not None else next(iter(texts.values())), texts)

    def bind_many(self, what: shape.Many, key: Scalar, node: Node, source: SourceText) -> object:
        if type(node) is not Sequence:
            self.refuse_single(what, key, node, source)
            return self._bind_single(what, key, node, source)
        items = node.items
        if isinstance(what.item, shape.Part):
            begin, name = find_strays(what.item.record, items, self.fields)
            if name:
                self.refuse_strays(what.item.record, self.fields[name], items[begin:], source)
                items = items[:begin]
        values = [self.bind_value(what.item, key, item, source) for item in items]
        return tuple(value for value in values if value is not FAILED)

    def _bind_single(
        self, what: shape.Many, key: Scalar, node: Scalar | Mapping, source: SourceText
    ) -> object:
        """What stands where a list belongs, as the one item of that, if it can be read so."""
        faults = len(self.problems)
        if isinstance(what.item, shape.Part):
            if type(node) is Scalar or node.entries.keys().isdisjoint(what.item.record.fields_):
                self.lose_record(what.item.record, node)
                return FAILED
        elif type(node) is Mapping:
            self.lose(node)
            return FAILED
        elif "," in node.text and type(what.item) not in _WRITTEN:
            self.unread.update(node.text.replace(",", " ").split())
            return FAILED
        value = self.bind_value(what.item, key, node, source)
        # What is missing there may have stood behind a hyphen that is lost.
        told = self.problems[faults:]
        self.problems[faults:] = [p for p in told if p.code != "missing-key" or p.span.start != node.start]
        return () if value is FAILED else (value,)

    def bind_part(self, what: shape.Part, key: Scalar, node: Node, source: SourceText) -> object:
        if what.brief and _is_brief(what, node):
            value = self.bind_value(what.record.fields_[what.brief].shape, key, node, source)
            return FAILED if value is FAILED else what.record(Origin(source, node), **{what.brief: value})
        record = self.bind(what.record, node, source, key)
        return FAILED if record is None else record

    def bind_table(self, what: shape.Table, key: Scalar, node: Node, source: SourceText) -> object:
        if type(node) is not Mapping:
            self.refuse_shape(what, key, node, source)
            return FAILED
        table: dict[str, object] = {}
        for name, (inner, child) in node.entries.items():
            if what.keys is not None and self._bind_scalar(what.keys, key, inner, source) is FAILED:
                continue
            value = self.bind_value(what.value, inner, child, source)
            if value is not FAILED:
                table[name] = value
        return table

    def bind_period(self, what: shape.PeriodShape, key: Scalar, node: Node, source: SourceText) -> object:
        if type(node) is Sequence:
            self._refuse_nest(what, key, node, source)
            return FAILED
        if type(node) is Scalar:
            date = self._bind_scalar(_DATE, key, node, source)
            return Period(date, date) if isinstance(date, PartialDate) else FAILED
        ends: dict[str, PartialDate | None] = {"start": None, "end": None}
        for name, (inner, child) in node.entries.items():
            if name not in ends:
                message = f"a period has no key `{name}`"
                self.refuse_entry(inner, child, source, message, "it has `start:` and `end:`")
                continue
            date = self.bind_value(_DATE, inner, child, source)
            ends[name] = date if isinstance(date, PartialDate) else None
        start, end = ends["start"], ends["end"]
        if start and end and end.last() < start.first():
            where = node.entries["end"][1]
            self.report(
                "invalid-value",
                source,
                where,
                f"the period ends in {end} before it starts in {start}",
                "swap them",
            )
            return FAILED
        return Period(start, end)


def _is_brief(what: shape.Part, node: Node) -> bool:
    """Whether a part is written as the text it would hold, in one language or in several."""
    if type(node) is Mapping:
        keys = node.entries.keys()
        known = keys & what.record.fields_.keys()
        return not known and (keys == {"file"} or any(map(_LANGUAGE.fullmatch, keys)))
    return type(node) is Scalar


_PATH = shape.Word()
_DATE = shape.DateShape()


_WRITTEN: dict[type[shape.Shape], shape.Shape] = {shape.Line: shape.Word(), shape.Prose: shape.Prose()}
_BINDERS: dict[type[shape.Shape], Callable[[Binder, Any, Scalar, Node, SourceText], object]] = {
    shape.Line: Binder.bind_text,
    shape.Prose: Binder.bind_text,
    shape.Many: Binder.bind_many,
    shape.Part: Binder.bind_part,
    shape.Table: Binder.bind_table,
    shape.PeriodShape: Binder.bind_period,
}
