"""Changes as a comment on a pull request: the headline, what is weaker, and all else folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.formats.diff import fates, notes
from stratkit.formats.diff.groups import groups
from stratkit.formats.diff.headline import between, calm, counts, is_unchanged
from stratkit.formats.diff.headline import fates as fates_told
from stratkit.formats.diff.piece import Sentence, Tone, ended
from stratkit.formats.diff.places import line, lines
from stratkit.formats.diff.questions import Question, questions
from stratkit.formats.diff.sentences import Sentences
from stratkit.source.markup import as_code, in_markdown

LIMIT = 65_536
"""How many characters a comment on GitHub may have."""
_ROOM = 1_000
"""What is kept of it for headings and what closes them."""

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
    comment = _Comment(f"## {_told(between(comparison))}\n\n{_told(fates_told(comparison))}\n")
    comment.text += f"\n{counts(comparison)}\n"
    sentences, rest = Sentences(comparison), []
    for group in groups(comparison):
        if group.level == "info":
            rest.append(group)
            continue
        rows = (_change(one, sentences) for one in group.changes)
        comment.add(f"{_told(group.title)} ({len(group.changes):,})", rows, folded=group.level != "error")
    others = sum(len(group.changes) for group in rest)
    listed = chain.from_iterable(
        (f"\n#### {_told(group.title)}\n\n", *(_change(one, sentences) for one in group.changes))
        for group in rest
    )
    comment.add(f"Other changes ({others:,})", listed)
    comment.add(fates.title(comparison), _table(comparison))
    comment.add("Questions", map(_question, questions(comparison)))
    comment.add(notes.UNMATCHED, map(_note, notes.unmatched(comparison)), folded=False)
    if impact:
        comment.add(notes.CONCERNS, map(_note, notes.concerns(comparison)))
    return comment.text


class _Comment:
    """A comment that ends early to stay within its limit."""

    def __init__(self, text: str) -> None:
        self.text = text

    def add(self, title: str, rows: Iterable[str], *, folded: bool = True) -> None:
        """A section, if there is anything in it; `title` is Markdown, or if folded our own words."""
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


def _told(sentence: Sentence) -> str:
    return "".join(_DRESS[tone].format(in_markdown(text)) for text, tone in sentence)


def _change(one: Judged, sentences: Sentences) -> str:
    accepted = f" {_told(sentences.acceptance(one.accepted))}" if one.accepted else ""
    places = [f"{side} {as_code(place)}" for side, place in lines(one.change)]
    where = " · ".join([as_code(one.fingerprint), *places])
    return f"- {_told(ended(sentences.of(one)))}{accepted}<br>{where}\n"


def _table(comparison: Comparison) -> Iterator[str]:
    rows = fates.rows(comparison)
    if rows:
        yield "| Commitment | Kind | Fate | Now, or why | Last reported |\n|---|---|---|---|---|\n"
    for row in rows:
        cells = (row.element, row.kind, None, row.heirs, row.status)
        told = [row.fate if cell is None else _told(cell) for cell in cells]
        yield f"| {' | '.join(told)} |\n"


def _question(one: Question) -> str:
    place = as_code(line(one.span))
    answer = f"If so, write beside its id, {place}: {as_code(one.line)}" if one.line else place
    return f"- {_told(one.sentence)}<br>{answer}\n"


def _note(one: notes.Note) -> str:
    return f"- {_told(one.sentence)}: {as_code(line(one.span))}\n"
