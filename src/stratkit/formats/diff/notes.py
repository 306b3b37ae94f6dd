"""What a report says besides the changes: decisions without a change, and what to look at again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stratkit.check.comparison import Comparison
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, capital, fill, joined
from stratkit.source.text import Span

UNMATCHED = "Decisions on changes that there are not"
CONCERNS = "To look at again, since they name what changed"


class Note(NamedTuple):
    """A sentence about an id, or a fingerprint, and its place."""

    about: str
    sentence: Sentence
    span: Span


def unmatched(comparison: Comparison) -> Iterator[Note]:
    """The accepted changes that match none."""
    for one in comparison.judgement.unmatched:
        told = fill("No change has the fingerprint {name}", name=(Piece(one.change, "name"),))
        yield Note(one.change, told, one.origin.name())


def concerns(comparison: Comparison) -> Iterator[Note]:
    """The elements that somebody should look at again."""
    names = Names(comparison.difference.new)
    for one in comparison.concerns:
        links = sorted(one.links, key=lambda link: (link.span.path, link.span.start))
        targets = [names.of_id(target) for target in dict.fromkeys(link.target for link in links)]
        told = fill("{name} names {targets}", name=names.full(one.element), targets=joined(targets))
        yield Note(one.element.id, capital(told), one.element.origin.name())
