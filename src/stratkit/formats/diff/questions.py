"""What nobody says: likely successors, each with the line of YAML that would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stratkit.check.comparison import Comparison
from stratkit.compare.difference import PROMISED
from stratkit.compare.matching import settling
from stratkit.compare.proposals import Proposal
from stratkit.formats.diff.names import names
from stratkit.formats.diff.piece import Sentence, capital, fill
from stratkit.source.text import Span


class Question(NamedTuple):
    """A question, the line that answers it with yes, and the new element's place; the line may be empty."""

    proposal: Proposal
    sentence: Sentence
    line: str
    span: Span


def questions(comparison: Comparison) -> Iterator[Question]:
    """The questions of a comparison, the likeliest first."""
    revised = comparison.difference.matching.revised
    old, new = names(comparison.difference)
    for each in comparison.difference.matching.proposals:
        if revised or each.old.kind_ in PROMISED:
            pattern = "does {new} continue {old}?"
            asked = capital(fill(pattern, new=new.full(each.new), old=old.full(each.old)))
            line = settling(comparison.difference.matching, each)
            yield Question(each, asked, line, each.new.origin.name())
