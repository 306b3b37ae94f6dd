"""The first sentences of a report: between what, how many commitments were kept, and how many changes."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.comparison import Comparison
from stratkit.check.levels import Level
from stratkit.compare.dispositions import Headline
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, fill, joined
from stratkit.load.workspace import Workspace
from stratkit.source.shown import count

SECTIONS: dict[Level, str] = {
    "error": "Weaker than before",
    "warning": "Cannot be decided from the files",
    "info": "Other changes",
}
STRICT: dict[Level, str] = {
    "error": "Weaker than before, or not certain to be as strong",
    "warning": "Gone or later",
    "info": "Other changes",
}


def sections(comparison: Comparison) -> dict[Level, str]:
    """What the changes of each level are called, by the policy."""
    return STRICT if comparison.judgement.policy == "strict" else SECTIONS


def is_unchanged(comparison: Comparison) -> bool:
    """Whether there is no change, nor a question, nor a decision without a change."""
    judgement = comparison.judgement
    return not (judgement.changes or judgement.unmatched)


def between(comparison: Comparison) -> Sentence:
    """What is compared: two revisions of one plan, or two cycles."""
    old, new = comparison.difference.old, comparison.difference.new
    if comparison.difference.matching.revised:
        return fill("Two revisions of {name}", name=_title(new))
    return fill("From {old} to {new}", old=_title(old), new=_title(new))


def calm(comparison: Comparison) -> Sentence:
    """What is said where nothing has changed."""
    if comparison.difference.matching.revised:
        return fill("Nothing has changed in {name}.", name=_title(comparison.difference.new))
    old, new = (_title(one) for one in (comparison.difference.old, comparison.difference.new))
    return fill("All that {old} promises goes on unchanged in {new}.", old=old, new=new)


def fates(comparison: Comparison) -> Sentence:
    """How many commitments there were, and what became of them; empty if there were none."""
    found = comparison.headline
    parts = list(_parts(found, revised=comparison.difference.matching.revised))
    if len(parts) == 1:
        whole = "The one commitment" if found.total == 1 else f"All {found.total:,} commitments"
        return (Piece(f"{whole} {parts[0][1]}."),)
    told = joined([(Piece(f"{number:,} {words}"),) for number, words in parts])
    return fill("Of {total} commitments, {told}.", total=f"{found.total:,}", told=told) if parts else ()


def counts(comparison: Comparison) -> str:
    """How many changes of each level there are, and how many were accepted."""
    judgement = comparison.judgement
    parts = [
        f"{number:,} info" if level == "info" else count(number, level)
        for level in ("error", "warning", "info")
        if (number := judgement.counts[level])
    ]
    accepted = sum(1 for one in judgement.changes if one.accepted)
    parts += [f"{accepted:,} accepted"] if accepted else []
    return f"{count(len(judgement.changes), 'change')}: {', '.join(parts)}." if parts else "No changes."


def _parts(found: Headline, *, revised: bool) -> Iterator[tuple[int, str]]:
    """How many have which end, in words that follow the number."""
    ends = (
        (found.met, "were met", "was met"),
        (found.carried, *(("stand", "stands") if revised else ("are carried on", "is carried on"))),
        (found.transferred, "were handed on to others", "was handed on to others"),
        (found.lost, f"are lost{_lost(found)}", f"is lost{_lost(found)}"),
        (found.asked, "are in question", "is in question"),
        (found.unread, "cannot be read", "cannot be read"),
    )
    yield from ((number, one if number == 1 else many) for number, many, one in ends if number)


def _lost(found: Headline) -> str:
    """How they were lost: as decided, or in silence."""
    if not found.dropped:
        return " without a word"
    return f" ({found.dropped:,} dropped, {found.silent:,} without a word)" if found.silent else " (dropped)"


def _title(workspace: Workspace) -> Sentence:
    header = workspace.header
    return Names(workspace).name(header) if header is None else (Piece(str(header.title), "name"),)
