"""What nobody says: likely successors, each with the line of YAML that would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stratkit.check.comparison import Comparison
from stratkit.compare.difference import PROMISED
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
            line = _line(each, revised=revised)
            yield Question(each, asked, line, each.new.origin.name())


def _line(proposal: Proposal, *, revised: bool) -> str:
    """What the new element would have to say; within one cycle nothing becomes another kind."""
    if not revised:
        return f"succeeds: [{proposal.old.id}]"
    if proposal.old.kind_ != proposal.new.kind_ or proposal.old.id == proposal.new.id:
        return ""
    return f"was: [{', '.join((*proposal.new.was, proposal.old.id))}]"
