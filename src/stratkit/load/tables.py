"""Readings in bulk, as tidy CSV beside the YAML: `readings/*.csv`.

In: the text of a table. Out: the nodes that its rows would be in YAML, with their places, so that they are
bound, checked and shown as all else is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import accumulate

from stratkit.load.likeness import did_you_mean
from stratkit.model.date import PartialDate
from stratkit.model.report import DatedReading
from stratkit.source.node import Mapping, Scalar, Sequence
from stratkit.source.problem import Problem, Related
from stratkit.source.text import SourceText, short

COLUMNS = tuple(name for name in DatedReading.fields_ if name not in ("reading", "reading_note"))
NEEDED = ("indicator", "date", "value")
DELIMITERS = ",;\t"
MAX_FAULTS = 100
"""As many rows of a table as are worth a finding each."""

QUOTED = "'"
"""The style of all cells: what stands there is a text, and YAML's words for nothing are none."""

_BEGINS_NUMBER = re.compile(r"\W*[0-9]")
_PART = re.compile(r"\s*([^=:;]+?)\s*[=:]\s*([^;]+?)\s*(?:;|$)")


class TableReader:
    """Reads one table. Faults are added to `problems`; a row with a fault of its shape is left out."""

    def __init__(self, source: SourceText, problems: list[Problem]) -> None:
        self.source = source
        self.problems = problems
        self.delimiter = _delimiter(source.line(1))

    def rows(self) -> Sequence:
        """A list of readings."""
        found = Sequence(0)
        found.end = len(self.source.text)
        rows = self._cells()
        header = next(rows, None)
        if header is None:
            self._refuse("missing-key", Scalar(0, 0, "", ""), "the table is empty", _FIRST)
            return found
        columns = self._columns(header)
        faults = len(self.problems)
        if columns:
            for cells in rows:
                if row := self._row(cells, columns):
                    found.items.append(row)
                if len(self.problems) - faults >= MAX_FAULTS:
                    mend = "mend the rows above first; they may have the same cause"
                    self._refuse("wrong-type", cells[0], "the rows from here on are not read", mend)
                    break
        return found

    def _cells(self) -> Iterator[list[Scalar]]:
        """The cells of each row that has any, with their places."""
        start = 0
        taken = 0

        def lines() -> Iterator[str]:
            nonlocal taken
            for line in io.StringIO(self.source.text, newline=""):
                taken += len(line)
                yield line

        reader = csv.reader(lines(), delimiter=self.delimiter, strict=True)
        try:
            for texts in reader:
                if any(text.strip() for text in texts):
                    yield self._placed(texts, start, taken)
                start = taken
        except csv.Error:
            end = self.source.line_end(start)
            message = "a quotation mark in this row is not closed, or stands inside a text"
            mend = 'write `"` around the whole cell, and a quotation mark inside it twice'
            self.problems.append(Problem("invalid-value", self.source.span(start, end), message, mend))

    def _placed(self, texts: list[str], start: int, end: int) -> list[Scalar]:
        """The cells of a row with their places; without quotes these follow from their lengths."""
        raw = self.source.text[start:end]
        if '"' not in raw:
            begins = accumulate((len(text) + 1 for text in texts), initial=start)
            return [_cell(begin, text) for begin, text in zip(begins, texts, strict=False)]
        cells = []
        written = re.compile(f'"(?:[^"]|"")*"|[^{self.delimiter}\\r\\n]*')
        for text in texts:
            match = written.match(self.source.text, start, end)
            stop = match.end() if match else start
            cells.append(Scalar(start, stop, text.strip(), QUOTED))
            start = min(stop + 1, end)
        return cells

    def _columns(self, header: list[Scalar]) -> dict[int, Scalar | None]:
        """The columns of the table by their numbers, None for one with a fault.

        Empty if it cannot be read without what is wrong.
        """
        found: dict[str, tuple[int, Scalar]] = {}
        refused: dict[int, Scalar | None] = {}
        faults = len(self.problems)
        for number, cell in enumerate(header):
            name = cell.text.lower()
            if not name and number >= len(NEEDED):
                continue
            if name not in COLUMNS:
                refused[number] = None
                mend = did_you_mean(name, COLUMNS) or f"a table has the columns {', '.join(COLUMNS)}"
                self._refuse("unknown-key", cell, f"a table has no column `{short(cell.text)}`", mend)
            elif name in found:
                refused[number] = None
                span = self.source.span(found[name][1].start, found[name][1].end)
                related = (Related(span, "the first is here"),)
                message = f"the column `{name}` stands in the table twice"
                self._refuse("duplicate-key", cell, message, "keep one of the two", related)
            else:
                found[name] = number, Scalar(cell.start, cell.end, name, "")
        if not found:
            del self.problems[faults:]
            message = "the table does not begin with the names of its columns"
            self._refuse("missing-key", header[0], message, _FIRST, end=header[-1].end)
        missing = [name for name in NEEDED if name not in found]
        if missing and len(self.problems) == faults:
            message = f"the table has no column `{missing[0]}`"
            self._refuse("missing-key", header[0], message, _FIRST, end=header[-1].end)
        return {} if missing else {**dict(found.values()), **refused}

    def _row(self, cells: list[Scalar], columns: dict[int, Scalar | None]) -> Mapping | None:
        """The reading of a row; None if it has a fault, or says something in a column that has one."""
        row = Mapping(cells[0].start, flow=True)
        row.end = cells[-1].end
        if len(cells) < len(columns) and _has_slipped(cells, columns):
            message = "this row has fewer cells than the table has columns, and no date where one belongs"
            mend = (
                f"look for a missing `{self.delimiter}`; dates are written `2021`, `2021-06` or `2021-06-30`"
            )
            self._refuse("wrong-type", cells[0], message, mend, end=row.end)
            return None
        for number, cell in enumerate(cells):
            if not cell.text:
                continue
            key = columns.get(number)
            if key is None:
                if number in columns:
                    return None
                message = "this cell stands under no column"
                mend = f"write quotation marks around a text that holds a `{self.delimiter}`"
                self._refuse("wrong-type", cell, message, mend)
                return None
            value = self._group(cell) if key.text == "group" else cell
            if value is None:
                return None
            row.entries[key.text] = key, value
        for name in ("indicator", "date"):
            if name not in row.entries:
                mend = f"write it in the column `{name}`"
                self._refuse("missing-key", cells[0], f"the row has no `{name}`", mend, end=row.end)
                return None
        return row

    def _group(self, cell: Scalar) -> Mapping | None:
        """The groups of a cell such as `sex=women; age=young`."""
        group = Mapping(cell.start, flow=True)
        group.end = cell.end
        offset = cell.start + (self.source.text[cell.start] == '"')
        at = 0
        while at < len(cell.text):
            match = _PART.match(cell.text, at)
            if match is None or match[1] in group.entries:
                message = f"`{short(cell.text)}` does not say of which breakdown"
                self._refuse("invalid-value", cell, message, "write `sex=women`, several with `;` between")
                return None
            parts = [Scalar(offset + match.start(n), offset + match.end(n), match[n], QUOTED) for n in (1, 2)]
            group.entries[parts[0].text] = parts[0], parts[1]
            at = match.end()
        return group

    def _refuse(
        self,
        code: str,
        cell: Scalar,
        message: str,
        mend: str,
        related: tuple[Related, ...] = (),
        *,
        end: int | None = None,
    ) -> None:
        span = self.source.first_line(cell.start, cell.end if end is None else end)
        self.problems.append(Problem(code, span, message, mend, related))


def _has_slipped(cells: list[Scalar], columns: dict[int, Scalar | None]) -> bool:
    """Whether neither a date nor a number stands where it belongs: two cells have become one."""
    texts = {key.text: cells[number].text for number, key in columns.items() if key and number < len(cells)}
    if _BEGINS_NUMBER.match(texts.get("value", "")):
        return False
    try:
        PartialDate(texts.get("date", ""))
    except ValueError:
        return True
    return False


_FIRST = "the first row names the columns: `indicator,date,value,group,note`"


def _delimiter(header: str) -> str:
    """What stands between cells: spreadsheets of some languages write a semicolon or a tab."""
    return max(DELIMITERS, key=header.count)


def _cell(start: int, text: str) -> Scalar:
    words = text.strip()
    begin = start + len(text) - len(text.lstrip())
    return Scalar(begin, begin + len(words), words, QUOTED)
