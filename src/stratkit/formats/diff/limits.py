"""What the first lines of a report say besides the headline: by whose word, of which kinds, and what nobody
can tell from the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stratkit.check.comparison import Comparison
from stratkit.compare.dispositions import CARRIED
from stratkit.compare.measured import Measured, measured
from stratkit.compare.newcomers import newcomers
from stratkit.compare.reported import last_heard
from stratkit.formats.diff.headline import fates
from stratkit.formats.diff.names import names
from stratkit.formats.diff.piece import Piece, Sentence, fill, joined
from stratkit.formats.diff.places import line
from stratkit.formats.diff.values import quote
from stratkit.model.element import Element

ORDER = ("outcome", "indicator", "milestone", "action_line", "axis", "programme", "theme", "challenge")
"""The kinds of commitment, what can be held to account first."""


def opening(comparison: Comparison) -> Iterator[Sentence]:
    """The headline, and what belongs with it; of two revisions of one plan the headline alone."""
    lines = [fates(comparison), _detour(comparison)]
    if not comparison.difference.matching.revised:
        told = (_reached, _interpreted, _reason, _by_kind, _newcomers, _measured, _reported)
        lines += [tell(comparison) for tell in told]
    yield from filter(None, lines)


def _detour(comparison: Comparison) -> Sentence:
    """That the later plan follows upon another one."""
    span = comparison.difference.matching.detour
    if span is None:
        return ()
    told = (
        "The later plan follows upon another one, {place}: what it says it continues counts for nothing here."
    )
    return fill(told, place=(Piece(line(span), "code"),))


def _reached(comparison: Comparison) -> Sentence:
    """How many of those without a fate went on into a plan between the two."""
    found = sum(1 for each in comparison.dispositions if each.fate == "unsaid" and each.reached)
    return (Piece(f"{found:,} of them went on into a plan between the two."),) if found else ()


def _interpreted(comparison: Comparison) -> Sentence:
    """How many fates are not the organization's own word."""
    found = sum(1 for each in comparison.dispositions if each.interpreted)
    if not found:
        return ()
    which = "1 of these fates is" if found == 1 else f"{found:,} of these fates are"
    return fill("{which} the edition's interpretation, not the organization's own word.", which=which)


def _reason(comparison: Comparison) -> Sentence:
    """Why the later plan is silent."""
    if not (comparison.headline.silent and comparison.silence):
        return ()
    return fill("The later plan gives a reason: “{reason}”.", reason=(quote(comparison.silence, 300),))


def _by_kind(comparison: Comparison) -> Sentence:
    """How many of each kind are carried on, where there are several kinds."""
    old, _ = names(comparison.difference)
    table = comparison.dispositions
    first = {each.element.kind_: each.element for each in reversed(table)}
    totals = Counter(each.element.kind_ for each in table)
    carried = Counter(each.element.kind_ for each in table if each.fate in CARRIED)
    if len(totals) < 2 or not carried or carried == totals:
        return ()
    met = Counter(each.element.kind_ for each in table if each.is_met)
    told = [
        fill(
            "{some} of {all}{met}",
            some=f"{carried[kind]:,}",
            all=old.counted(totals[kind], first[kind]),
            met=f" ({met[kind]:,} met)" if met[kind] else "",
        )
        for kind in sorted(totals, key=ORDER.index)
    ]
    return fill("Carried on: {told}.", told=joined(told, last=", "))


def _newcomers(comparison: Comparison) -> Sentence:
    """How many commitments are without a forebear, kind by kind."""
    found = newcomers(comparison.difference)
    if not found:
        return ()
    _, new = names(comparison.difference)
    by_kind: dict[str, list[Element]] = {}
    for element in found:
        by_kind.setdefault(element.kind_, []).append(element)
    kinds = joined([new.counted(len(each), each[0]) for each in by_kind.values()], last=", ")
    which = (
        "1 commitment of the later plan has"
        if len(found) == 1
        else f"{len(found):,} commitments of the later plan have"
    )
    return fill("{which} no forebear in the earlier one: {kinds}.", which=which, kinds=kinds)


def _measured(comparison: Comparison) -> Sentence:
    """Where figures can tell nothing."""
    old, new = measured(comparison.difference.old), measured(comparison.difference.new)
    if not (old.indicators or new.indicators):
        return (Piece("Neither plan has an indicator."),)
    if old.indicators and new.indicators and not (old.measurable or new.measurable):
        told = f"None of the {old.indicators:,} earlier and {new.indicators:,} later indicators"
        return (Piece(f"{told} has a target or a baseline."),)
    return joined([*_unmeasured("earlier", old), *_unmeasured("later", new)], between=" ", last=" ")


def _unmeasured(which: str, found: Measured) -> Iterator[Sentence]:
    if not found.indicators:
        yield (Piece(f"The {which} plan has no indicator."),)
    elif found.indicators == 1 and not found.measurable:
        yield (Piece(f"The one indicator of the {which} plan has neither a target nor a baseline."),)
    elif not found.measurable:
        yield (
            Piece(
                f"None of the {found.indicators:,} indicators of the {which} plan has a target or a baseline."
            ),
        )


def _reported(comparison: Comparison) -> Sentence:
    """Of when the last report of the earlier plan is."""
    old = comparison.difference.old
    if not old.reports:
        return (Piece("The earlier plan's files hold no report."),)
    when = last_heard(old)
    if when is None:
        return (Piece("The last report in the earlier plan's files has no date."),)
    return fill(
        "The last report in the earlier plan's files is of {when}.", when=(Piece(str(when), "quoted"),)
    )
