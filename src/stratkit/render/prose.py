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

from stratkit.source.links import find_links

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_NESTING = 20
_MARKUP = re.compile(
    r"[\\`*_\[\]<>&#|~!^]|^[ \t]*(?:[-+=]|\d+[.)])|^(?: {4}|\t)| {2}$|\n[ \t]*:?-", re.MULTILINE
)
_ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


def safe_url(url: str) -> str:
    """The address if it is an http, https or mailto one, else nothing."""
    return url if _ADDRESS.match(url) else ""


class Prose:
    """Renders the texts of one document, whose footnotes are numbered through.

    `names` says what each element is called, `printed` which can be linked to. With `page_notes` a footnote
    stands where it is called, for the foot of the page; without, the notes follow their text.
    """

    def __init__(self, names: Mapping[str, str], printed: frozenset[str], *, page_notes: bool) -> None:
        self.names = names
        self.printed = printed
        self.page_notes = page_notes
        self._notes = 0
        self._checked: set[str] = set()

    def blocks(self, text: str, level: int = 2) -> str:
        """Paragraphs, lists and tables. Headings begin one below `level`, without gaps."""
        if not _MARKUP.search(text):
            paragraphs = (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text))
            return "".join(f"<p>{escape(part)}</p>\n" for part in paragraphs if part)
        # What validation has not seen as a link to an element is none here either.
        self._checked = {link.target for link in find_links(text)}
        tokens = self._parser.parse(text, {})
        _shift_headings(tokens, level)
        return self._render(self._prepare(tokens))

    @cached_property
    def _parser(self) -> MarkdownIt:
        from markdown_it import MarkdownIt
        from mdit_py_plugins.footnote import footnote_plugin

        parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING}).enable("table")
        # `_link` judges addresses, and keeps the words of those it refuses
        parser.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
        return parser.use(footnote_plugin, inline=False)

    def _render(self, tokens: list[Token]) -> str:
        html: str = self._parser.renderer.render(tokens, self._parser.options, {})
        return html

    def _prepare(self, tokens: list[Token]) -> list[Token]:
        """The tokens with links resolved and footnotes put where they belong."""
        body, notes = _split_notes(tokens)
        first, self._notes = self._notes + 1, self._notes + len(notes)
        notes = [self._resolve(note, [], first) for note in notes]
        body = self._resolve(body, notes, first)
        if notes and not self.page_notes:
            items = "".join(
                f'<li id="_note-{first + i}">{self._render(note)}</li>' for i, note in enumerate(notes)
            )
            body.append(_html(f'<ol class="notes" start="{first}">{items}</ol>\n'))
        return body

    def _resolve(self, tokens: list[Token], notes: list[list[Token]], first: int) -> list[Token]:
        for token in tokens:
            if token.type == "th_open":
                token.attrSet("scope", "col")
            if token.children:
                token.children = list(self._inline(token.children, notes, first))
        return tokens

    def _inline(self, tokens: list[Token], notes: list[list[Token]], first: int) -> Iterator[Token]:
        rest = iter(tokens)
        for token in rest:
            if token.type == "link_open":
                inside = list(takewhile(lambda inner: inner.type != "link_close", rest))
                yield _html(self._link(str(token.attrs.get("href", "")), _words(inside)))
            elif token.type == "image":
                yield _html(escape(token.content))
            elif token.type == "footnote_ref":
                yield _html(self._call(token.meta["id"], token.meta["subId"], notes, first))
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

    def _call(self, number: int, again: int, notes: list[list[Token]], first: int) -> str:
        if not self.page_notes:
            mark = "" if again else f' id="_call-{first + number}"'
            return f'<sup{mark}><a href="#_note-{first + number}">{first + number}</a></sup>'
        if number >= len(notes):
            return ""
        blocks = [self._render([token]) for token in notes[number] if token.type == "inline"]
        return f'<span class="note">{" ".join(blocks)}</span>'


def _html(html: str) -> Token:
    from markdown_it.token import Token

    return Token("html_inline", "", 0, content=html)


def _words(tokens: list[Token]) -> str:
    """The text of some inline tokens, without its emphasis."""
    return "".join(" " if token.type.endswith("break") else token.content for token in tokens)


def _split_notes(tokens: list[Token]) -> tuple[list[Token], list[list[Token]]]:
    """The text, and the tokens of each footnote in the order in which they are called."""
    body: list[Token] = []
    notes: list[list[Token]] = []
    inside = False
    for token in tokens:
        if token.type in ("footnote_block_open", "footnote_block_close"):
            inside = token.type == "footnote_block_open"
        elif not inside:
            body.append(token)
        elif token.type == "footnote_open":
            notes.append([])
        elif token.type not in ("footnote_close", "footnote_anchor"):
            notes[-1].append(token)
    return body, notes


def _shift_headings(tokens: list[Token], level: int) -> None:
    """Let headings go on from the level of the heading above the text, none deeper than six."""
    above: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            above = [tag for tag in above if tag < token.tag] + [token.tag]
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(level + len(above), 6)}"
