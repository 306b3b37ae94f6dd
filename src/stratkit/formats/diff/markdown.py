"""Changes as a comment on a pull request: the headline, what is weaker, and all else folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.entry import Entry, Section
from stratkit.formats.diff.headline import between, calm, counts, is_unchanged
from stratkit.formats.diff.limits import opening
from stratkit.formats.diff.notes import UNMATCHED
from stratkit.formats.diff.piece import Sentence, Tone
from stratkit.formats.diff.places import lines
from stratkit.formats.diff.report import sections
from stratkit.source.markup import as_code, in_markdown

LIMIT = 65_536
"""How many characters a comment on GitHub may have."""
_ROOM = 1_000
"""What is kept of it for headings, for what closes them, and for the last line."""
_LONGEST = 1_000
"""How many letters are told of a title or a text, so that there is room for more than one."""
PLACES = "Where each change stands, and the name that accepts it"

_DRESS: dict[Tone, str] = {
    "said": "{}",
    "quoted": "{}",
    "name": "**{}**",
    "old": "<del>{}</del>",
    "new": "<ins>{}</ins>",
}


def write(comparison: Comparison, *, colour: bool = False, impact: bool = False) -> str:
    """The whole report, or as much of it as a comment may hold; one sentence where nothing has changed."""
    if is_unchanged(comparison):
        return _told(calm(comparison)) + "\n"
    head = [f"## {_told(between(comparison))}", *map(_told, opening(comparison))]
    comment, account = _Comment("\n\n".join(head) + "\n"), Account(comparison)
    found = list(sections(account, impact=impact))
    for each in found:
        rows = (row for entry in each.entries for row in _rows(entry, 0))
        comment.add(f"{each.title} ({each.number:,})", rows, folded=not _is_open(each))
    comment.add(PLACES, [_place(one) for each in found for one in each.told()])
    return f"{comment.text}\n{counts(comparison)}\n"


class _Comment:
    """A comment that ends early to stay within its limit."""

    def __init__(self, text: str) -> None:
        self.text = text

    def add(self, title: str, rows: Iterable[str], *, folded: bool = True) -> None:
        """A section, if there is anything in it; `title` is in our own words."""
        found = list(rows)
        room = LIMIT - _ROOM - len(self.text) - len(title)
        kept = []
        for row in found:
            room -= len(row)
            if room < 0:
                break
            kept.append(row)
        if not found or (not kept and room < -_ROOM):
            return
        more = (
            f"\nThere is more: {len(found) - len(kept):,} lines are left out.\n"
            if len(kept) < len(found)
            else ""
        )
        head = f"<details>\n<summary>{title}</summary>\n" if folded else f"### {title}\n"
        self.text += f"\n{head}\n{''.join(kept).lstrip()}{more}" + ("\n</details>\n" if folded else "")


def _is_open(section: Section) -> bool:
    """Whether a section is read without being asked for: what is weaker, and what has no use."""
    return section.level == "error" or section.title == UNMATCHED


def _told(sentence: Sentence) -> str:
    return "".join(
        as_code(text) if tone == "code" else _DRESS[tone].format(in_markdown(_cut(text)))
        for text, tone in sentence
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _rows(entry: Entry, depth: int) -> Iterator[str]:
    """A statement with what goes with it, and then what is below it."""
    told = "<br>".join(_told(sentence) for sentence in (entry.sentence, *entry.beside))
    yield f"{'  ' * depth}- {told}\n"
    for below in entry.below:
        yield from _rows(below, depth + 1)


def _place(one: Judged) -> str:
    places = [f"{side} {as_code(place)}" for side, place in lines(one.change)]
    return f"- {' · '.join([as_code(one.fingerprint), *places])}\n"
