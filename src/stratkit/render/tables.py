"""Tables in prose, which may be wider than the page.

On paper a class tells how they are set; on the screen they lie in a box that scrolls.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import takewhile
from typing import TYPE_CHECKING

from stratkit.source.text import short

if TYPE_CHECKING:
    from markdown_it.token import Token

MEASURE = 60
"""How many letters a line of a table has room for, at the usual size."""
GAP = 3
"""How many would fit between two columns."""
MANY = 12
"""With more columns, none has room for a word."""


def fit_tables(tokens: list[Token], *, boxed: bool) -> Iterator[Token]:
    """The tokens; tables have a class where they are `wide` or `dense`, and lie in a box if `boxed`."""
    rest = iter(tokens)
    for token in rest:
        yield from _fit(token, rest, boxed=boxed) if token.type == "table_open" else (token,)


def _fit(start: Token, rest: Iterator[Token], *, boxed: bool) -> Iterator[Token]:
    inside = list(takewhile(lambda token: token.type != "table_close", rest))
    cells = [_words(token) for token in inside if token.type == "inline"]
    columns = sum(token.type == "th_open" for token in inside)
    if size := _size(cells, columns):
        start.attrSet("class", size)
    if boxed:
        yield _html(f'<div class="scroll" tabindex="0"{_name(cells, columns)}>\n')
    yield start
    yield from inside
    yield _html("</table>\n</div>\n" if boxed else "</table>\n")


def _size(cells: list[str], columns: int) -> str:
    if columns > MANY:
        return "dense"
    letters = sum(
        max(len(word) for cell in cells[i::columns] for word in cell.split(" ")) for i in range(columns)
    )
    return "wide" if letters + GAP * columns > MEASURE else ""


def _name(cells: list[str], columns: int) -> str:
    """What the box is called to those who do not see it: the words of the first row that has any."""
    rows = (cells[i : i + columns] for i in range(0, len(cells), columns))
    words = next(filter(None, (", ".join(filter(None, row)) for row in rows)), "")
    return f' role="region" aria-label="{escape(short(words))}"' if words else ""


def _words(cell: Token) -> str:
    return " ".join("".join(token.content for token in cell.children or ()).split())


def _html(html: str) -> Token:
    from markdown_it.token import Token

    return Token("html_inline", "", 0, content=html)
