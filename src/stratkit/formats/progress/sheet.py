"""A sheet of working: labelled rows in columns, each with the place it comes from, 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratkit.source.shown import display_width, visible
from stratkit.source.text import Span

WIDTH = 80
_INDENT = 2
_GAP = 2
_WIDEST = 32
"""A label or a cell that is wider has a line for itself."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A label, and one text, or several that stand in columns; `span` is the place they come from."""

    label: str = ""
    cells: tuple[str, ...]
    span: Span | None = None


def sheet(rows: Sequence[Row]) -> list[str]:
    """The lines of some rows. The places stand in the last column; if they do not all fit, below."""
    labels = [visible(row.label) for row in rows]
    margin = _INDENT + min(max(map(display_width, labels)), _WIDEST) + _GAP
    bodies = _bodies(rows, WIDTH - margin)
    beside = _beside(rows, bodies, WIDTH - margin)
    below = max(2 * _INDENT, min(margin, WIDTH - _widest_place(rows)))
    lines: list[str] = []
    for row, label, body in zip(rows, labels, bodies, strict=True):
        head = " " * _INDENT + label
        if display_width(head) + _GAP > margin:
            lines += wrap(head, WIDTH)
            head = ""
        lines += [_pad(head, margin) + body[0], *(" " * margin + line for line in body[1:])]
        if row.span and len(body) == 1 and display_width(body[0]) < beside:
            lines[-1] = _pad(lines[-1], margin + beside) + place(row.span)
        elif row.span:
            lines.append(" " * below + place(row.span))
    return [line.rstrip() for line in lines]


def place(span: Span) -> str:
    """The file and the line."""
    return visible(f"{span.path}:{span.line}")


def wrap(text: str, width: int) -> list[str]:
    """A text in lines of at most so many columns, broken between words, or inside one that is longer."""
    lines = [""]
    for piece in (piece for word in text.split(" ") for piece in _pieces(word, width)):
        line = f"{lines[-1]} {piece}" if lines[-1] else piece
        if display_width(line) <= width:
            lines[-1] = line
        else:
            lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit."""
    while display_width(word) > width:
        length = 1
        while display_width(word[: length + 1]) <= width:
            length += 1
        yield word[:length]
        word = word[length:]
    yield word


def _bodies(rows: Sequence[Row], width: int) -> list[list[str]]:
    """The lines of each row without its label, its cells as wide as those above and below them."""
    table = [tuple(map(visible, row.cells)) for row in rows]
    widths: dict[int, int] = {}
    for cells in table:
        for number, cell in enumerate(cells[:-1]):
            if display_width(cell) <= _WIDEST:
                widths[number] = max(widths.get(number, 0), display_width(cell))
    return [_body(cells, widths, width) for cells in table]


def _body(cells: tuple[str, ...], widths: dict[int, int], width: int) -> list[str]:
    lines, line = [], ""
    for number, cell in enumerate(cells[:-1]):
        if display_width(cell) > _WIDEST:
            lines += wrap(cell, width)
            cell = ""  # noqa: PLW2901
        line += _pad(cell, widths.get(number, 0) + _GAP)
    indent = " " * display_width(line)
    first, *others = wrap(cells[-1], width - len(indent))
    return [*lines, line + first, *(indent + other for other in others)]


def _beside(rows: Sequence[Row], bodies: Sequence[list[str]], width: int) -> int:
    """The column in which the places can stand beside the texts; 0 if there is none."""
    placed = [(row, body) for row, body in zip(rows, bodies, strict=True) if row.span]
    placed = [(row, body) for row, body in placed if len(row.cells) > 1] or placed
    column = max((display_width(line) for _, body in placed for line in body), default=0) + _GAP
    return column if column + _widest_place(rows) <= width else 0


def _widest_place(rows: Sequence[Row]) -> int:
    return max((display_width(place(row.span)) for row in rows if row.span), default=0)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))
