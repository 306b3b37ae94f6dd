"""Markdown to HTML.

CommonMark with tables and footnotes. HTML in a text is shown as text, pictures as their description. Links
lead to elements of the document, to the web or to a mail address; the words of any other link stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import escape
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from stratkit.render.notes import Notes
from stratkit.render.tables import fit_tables
from stratkit.source.links import find_links

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(
    r"[\\`*_\[\]<>&#|~!^]|^[ \t]*(?:[-+=]|\d+[.)])|^(?: {4}|\t)| {2}$|\n[ \t]*:?-", re.MULTILINE
)
_ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


def safe_url(url: str) -> str:
    """The address if it is an http, https or mailto one, else nothing."""
    return url if _ADDRESS.match(url) else ""


class Prose:
    """Renders the texts of one document, whose footnotes are numbered through.

    `names` says what each element is called, `printed` which can be linked to. For `paper` a footnote stands
    where it is first called, for the foot of the page; for the screen the notes follow their text.
    """

    def __init__(self, names: Mapping[str, str], printed: frozenset[str], *, paper: bool) -> None:
        self.names = names
        self.printed = printed
        self.paper = paper
        self._numbers = 0
        self._checked: set[str] = set()
        self._notes = Notes([], 1)

    def blocks(self, text: str, level: int = 2) -> str:
        """Paragraphs, lists and tables. Headings begin one below `level`, without gaps."""
        if not _MARKUP.search(text):
            paragraphs = (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text))
            return "".join(f"<p>{escape(part)}</p>\n" for part in paragraphs if part)
        # What validation has not seen as a link to an element is none here either.
        self._checked = {link.target for link in find_links(text)}
        tokens = self._parser.parse(text, {})
        _shift_headings(tokens, level)
        self._notes = Notes(tokens, self._numbers + 1)
        body = self._render(self._resolve(self._notes.body))
        return body if self.paper else body + self._list_notes()

    @cached_property
    def _parser(self) -> MarkdownIt:
        from stratkit.source.dialect import parser

        return parser()

    def _render(self, tokens: list[Token]) -> str:
        html: str = self._parser.renderer.render(tokens, self._parser.options, {})
        return html

    def _list_notes(self) -> str:
        first, texts = self._notes.first, self._notes.texts
        self._numbers += len(texts)
        items = (
            f'<li id="_note-{number}">{self._render(self._resolve(text))}</li>'
            for number, text in enumerate(texts, start=first)
        )
        return f'<ol class="notes" start="{first}">{"".join(items)}</ol>\n' if texts else ""

    def _resolve(self, tokens: list[Token]) -> list[Token]:
        resolved = list(fit_tables(tokens, boxed=not self.paper))
        for token in resolved:
            if token.type == "th_open":
                token.attrSet("scope", "col")
            elif token.type == "footnote_anchor":
                token.type, token.content = "html_inline", self._notes.way_back(token)
            elif token.children:
                token.children = list(self._inline(token.children))
        return resolved

    def _inline(self, tokens: list[Token], within: tuple[int, ...] = ()) -> Iterator[Token]:
        """Words with their links and calls resolved; `within` are the notes that they are part of."""
        rest = iter(tokens)
        for token in rest:
            if token.type == "link_open":
                inside = list(takewhile(lambda inner: inner.type != "link_close", rest))
                yield _html(self._link(str(token.attrs.get("href", "")), _words(inside)))
            elif token.type == "image":
                yield _html(escape(token.content))
            elif token.type == "footnote_ref":
                yield _html(self._foot(token.meta["id"], within) if self.paper else self._notes.call(token))
            else:
                yield token

    def _link(self, address: str, words: str) -> str:
        """A link with plain words in it: tags inside a link would break a PDF's structure."""
        if address.startswith("#"):
            target = unquote(address[1:])
            shown = escape(words or self.names.get(target, target))
            leads = target in self._checked and target in self.printed
            return f'<a href="#{escape(target)}">{shown}</a>' if leads else shown
        url = safe_url(address)
        shown = escape(words or address)
        return f'<a href="{escape(url)}">{shown}</a>' if url else shown

    def _foot(self, note: int, within: tuple[int, ...]) -> str:
        """A note for the foot of the page; its number if it is there already; in brackets within a note."""
        placed = self._notes.placed
        if note in placed:
            return f'<sup><a href="#_note-{placed[note]}">{placed[note]}</a></sup>'
        if note in within:
            return ""
        if not within:
            self._numbers += 1
            placed[note] = self._numbers
        words = (self._one_line(token, (*within, note)) for token in self._notes.texts[note])
        line = " ".join(filter(None, words))
        if within:
            return f" ({line})"
        return f'<span class="note" id="_note-{placed[note]}" data-number="{placed[note]}">{line}</span>'

    def _one_line(self, token: Token, within: tuple[int, ...]) -> str:
        if token.type == "inline":
            return self._render([token.copy(children=list(self._inline(token.children or [], within)))])
        return (
            f"<code>{escape(token.content.strip())}</code>" if token.type in ("code_block", "fence") else ""
        )


def _html(html: str) -> Token:
    from markdown_it.token import Token

    return Token("html_inline", "", 0, content=html)


def _words(tokens: list[Token]) -> str:
    """The text of some inline tokens, without its emphasis."""
    return "".join(" " if token.type.endswith("break") else token.content for token in tokens)


def _shift_headings(tokens: list[Token], level: int) -> None:
    """Let headings go on from the level of the heading above the text, none deeper than six."""
    above: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            above = [tag for tag in above if tag < token.tag] + [token.tag]
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(level + len(above), 6)}"
