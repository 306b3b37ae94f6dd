"""The footnotes of one text: numbered in the order of their calls, each of which can be returned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


class Notes:
    """Takes the tokens of a text apart: its `body`, and in `texts` those of each note.

    `first` is the number of the first. `placed` has the numbers of those that lie at the foot of a page.
    """

    def __init__(self, tokens: list[Token], first: int) -> None:
        self.first = first
        self.body: list[Token] = []
        self.texts: list[list[Token]] = []
        self.placed: dict[int, int] = {}
        self._calls: list[int] = []
        inside = False
        for token in tokens:
            if token.type in ("footnote_block_open", "footnote_block_close"):
                inside = token.type == "footnote_block_open"
            elif not inside:
                self.body.append(token)
            elif token.type == "footnote_open":
                self.texts.append([])
                self._calls.append(0)
            elif token.type != "footnote_close":
                self.texts[-1].append(token)
                self._calls[-1] += token.type == "footnote_anchor"

    def call(self, token: Token) -> str:
        """The number that leads to a note."""
        number = self.first + token.meta["id"]
        return (
            f'<sup id="{self._place(token)}"><a href="#_note-{number}" role="doc-noteref">{number}</a></sup>'
        )

    def way_back(self, token: Token) -> str:
        """An arrow that leads to a call, numbered if there are several."""
        which = str(token.meta["subId"] + 1) if self._calls[token.meta["id"]] > 1 else ""
        return f' <a href="#{self._place(token)}" role="doc-backlink">↑{which}</a>'

    def _place(self, token: Token) -> str:
        again = token.meta["subId"]
        return f"_call-{self.first + token.meta['id']}" + (f"-{again + 1}" if again else "")
