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

WHOLE = {1: "The one commitment", 2: "Both commitments"}


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
        return fill("Two revisions of {name}", name=title_of(new))
    between = comparison.difference.matching.between
    way = fill(", by way of {plans}", plans=joined([title_of(plan) for plan in between])) if between else ()
    return fill("From {old} to {new}{way}", old=title_of(old), new=title_of(new), way=way)


def calm(comparison: Comparison) -> Sentence:
    """What is said where nothing has changed."""
    if comparison.difference.matching.revised:
        return fill("Nothing has changed in {name}.", name=title_of(comparison.difference.new))
    old, new = (title_of(one) for one in (comparison.difference.old, comparison.difference.new))
    return fill("All that {old} promises goes on unchanged in {new}.", old=old, new=new)


def fates(comparison: Comparison) -> Sentence:
    """How many commitments there were, and what became of them; empty if there were none."""
    found, revised = comparison.headline, comparison.difference.matching.revised
    if not found.total:
        return ()
    parts = list(_parts(found, _unexplained(comparison), revised=revised))
    whole = "the one commitment" if found.total == 1 else f"the {found.total:,} commitments"
    if not revised and found.silent == found.total:
        among = "" if found.total == 1 else "any of "
        return fill("No fate is recorded of {among}{whole}.", among=among, whole=whole)
    if len(parts) == 1 and (revised or not found.silent):
        return fill(
            "{whole} {told}.",
            whole=WHOLE.get(found.total, f"All {found.total:,} commitments"),
            told=parts[0][1],
        )
    told = joined([(Piece(f"{number:,} {words}"),) for number, words in parts])
    silent = f"; of {found.silent:,} no fate is recorded" if found.silent and not revised else ""
    return fill("Of {total} commitments, {told}{silent}.", total=f"{found.total:,}", told=told, silent=silent)


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
    return (
        f"For checks: {count(len(judgement.changes), 'change')}: {', '.join(parts)}."
        if parts
        else "No changes."
    )


def _parts(found: Headline, unexplained: int, *, revised: bool) -> Iterator[tuple[int, str]]:
    """How many have which end, in words that follow the number; those of no recorded fate are told last."""
    why = _why(found.dropped, unexplained)
    ends = (
        (found.met, "were met", "was met"),
        (found.carried, "stand", "stands") if revised else (found.carried, "are carried on", "is carried on"),
        (found.transferred, "were handed on to others", "was handed on to others"),
        (found.dropped, f"were dropped{why}", f"was dropped{why}"),
        (found.silent if revised else 0, "were removed", "was removed"),
        (found.asked, "are in question", "is in question"),
        (found.unread, "cannot be read", "cannot be read"),
    )
    yield from ((number, one if number == 1 else many) for number, many, one in ends if number)


def _unexplained(comparison: Comparison) -> int:
    """How many were dropped without a reason."""
    dropped = (each for each in comparison.dispositions if each.fate == "dropped" and not each.is_met)
    return sum(1 for each in dropped if not (each.retirement and each.retirement.reason))


def _why(dropped: int, unexplained: int) -> str:
    if not unexplained:
        return " with a reason"
    return " without a reason" if dropped == unexplained else f" ({unexplained:,} of them without a reason)"


def title_of(workspace: Workspace) -> Sentence:
    """What a plan is called."""
    header = workspace.header
    return Names(workspace).name(header) if header is None else (Piece(str(header.title), "name"),)
