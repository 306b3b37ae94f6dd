"""What the first lines of a report say besides the headline: by whose word, of which kinds, and what nobody
can tell from the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stratkit.check.comparison import Comparison
from stratkit.compare.dispositions import CARRIED, interpreted
from stratkit.compare.measured import Measured, measured
from stratkit.compare.newcomers import newcomers
from stratkit.compare.reported import last_heard
from stratkit.compare.step import SAID
from stratkit.formats.diff.headline import fates, title_of
from stratkit.formats.diff.names import names
from stratkit.formats.diff.piece import Piece, Sentence, fill, joined
from stratkit.formats.diff.places import line
from stratkit.formats.diff.values import quote
from stratkit.model.element import Element

UNTOLD = "whether any was raised or lowered cannot be told"
ORDER = ("outcome", "indicator", "milestone", "action_line", "axis", "programme", "theme", "challenge")
"""The kinds of commitment, what can be held to account first."""


def opening(comparison: Comparison) -> Iterator[Sentence]:
    """The headline, and what belongs with it; of two revisions of one plan the headline alone."""
    lines = [fates(comparison), _detour(comparison)]
    if not comparison.difference.matching.revised:
        told = (_editions, _reached, _interpreted, _reason, _met, _by_kind, _newcomers, _measured, _reported)
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


def _editions(comparison: Comparison) -> Sentence:
    """Where the plans say what their files hold, and what not."""
    sides = (comparison.difference.old, comparison.difference.new)
    said = [[one for one in side.plan.chapters if one.basis == "reading"] for side in sides]
    if not any(said):
        return ()
    titles = dict.fromkeys(str(one.title) for chapters in said for one in chapters)
    pattern = "{which}: what the files hold, and what not, stands in {chapters}."
    which = f"The {'earlier' if said[0] else 'later'} plan is here as an edition"
    if all(said):
        which = "Both plans are here as editions"
    return fill(pattern, which=which, chapters=joined([(Piece(title, "name"),) for title in titles]))


def _reached(comparison: Comparison) -> Sentence:
    """How many of those without a fate went on into a plan between the two."""
    found = [each for each in comparison.dispositions if each.fate == "unsaid" and each.reached]
    if not found:
        return ()
    ours = sum(1 for each in found if any(map(interpreted, each.reached)))
    by = f", {ours:,} of these by interpretation," if ours else ""
    plans = joined([title_of(plan) for plan in comparison.difference.matching.between])
    pattern = "{found} of them can be followed into {plans}{by} and no further."
    return fill(pattern, found=f"{len(found):,}", plans=plans, by=by)


def _interpreted(comparison: Comparison) -> Sentence:
    """How many fates are not the organization's own word."""
    told = [each for each in comparison.dispositions if each.heirs or each.retirement]
    ours = [each for each in told if each.interpreted]
    if not ours:
        return ()
    found = [each for each in told if not each.interpreted]
    own = sum(1 for each in found if each.retirement or any(one.by in SAID for one in each.heirs))
    parts = [
        f"{len(ours):,} by the edition's interpretation",
        *([f"{len(found) - own:,} by the same id or title"] if len(found) > own else ()),
        f"{own or 'none'} in the organization's own words",
    ]
    which = "This fate is" if len(told) == 1 else "These fates are"
    return (Piece(f"{which} told: {', '.join(parts)}."),)


def _reason(comparison: Comparison) -> Sentence:
    """Why the later plan is silent."""
    if not (comparison.headline.silent and comparison.silence):
        return ()
    return fill(
        "A note in the later plan's files gives a reason: “{reason}”.",
        reason=(quote(comparison.silence, 300),),
    )


def _met(comparison: Comparison) -> Sentence:
    """How many were completed, by their fate or last report, or reached their target by their figures."""
    found = Counter(
        each.element.kind_
        for each in comparison.dispositions
        if each.is_met or comparison.attainment.is_met(each.element)
    )
    return _shares("Completed, or at their target", comparison, found, all_kinds=False)


def _by_kind(comparison: Comparison) -> Sentence:
    """How many of each kind are carried on, where there are several kinds."""
    table = comparison.dispositions
    carried = Counter(each.element.kind_ for each in table if each.fate in CARRIED)
    totals = Counter(each.element.kind_ for each in table)
    if len(totals) < 2 or carried == totals:
        return ()
    return _shares("Carried on", comparison, carried, all_kinds=True)


def _shares(what: str, comparison: Comparison, found: Counter[str], *, all_kinds: bool) -> Sentence:
    """So many of each kind; empty where there are none."""
    old, _ = names(comparison.difference)
    table = comparison.dispositions
    first = {each.element.kind_: each.element for each in reversed(table)}
    totals = Counter(each.element.kind_ for each in table)
    told = [
        fill("{some} of {all}", some=f"{found[kind]:,}", all=old.counted(totals[kind], first[kind]))
        for kind in sorted(totals, key=ORDER.index)
        if all_kinds or found[kind]
    ]
    return fill("{what}: {told}.", what=what, told=joined(told, last=", ")) if found else ()


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
    between = comparison.difference.matching.between
    again = sum(1 for element in found if element.succeeds) if between else 0
    plans = joined([title_of(plan) for plan in between])
    of = fill("; {again} of them continue something of {plans}", again=f"{again:,}", plans=plans)
    pattern = "{which} no forebear in the earlier one: {kinds}{of}."
    return fill(pattern, which=which, kinds=kinds, of=of if again else ())


def _measured(comparison: Comparison) -> Sentence:
    """Where figures can tell nothing."""
    old, new = measured(comparison.difference.old), measured(comparison.difference.new)
    if not (old.indicators or new.indicators):
        return (Piece("The files of neither plan hold an indicator."),)
    if old.indicators and new.indicators and not (old.measurable or new.measurable):
        told = f"of the {old.indicators:,} earlier and {new.indicators:,} later indicators"
        return (Piece(f"The files hold no target and no baseline {told}: {UNTOLD}."),)
    return joined([*_unmeasured("earlier", old), *_unmeasured("later", new)], between=" ", last=" ")


def _unmeasured(which: str, found: Measured) -> Iterator[Sentence]:
    if not found.indicators:
        yield (Piece(f"The files of the {which} plan hold no indicator."),)
    elif not found.measurable:
        whose = "its one indicator" if found.indicators == 1 else f"its {found.indicators:,} indicators"
        yield (Piece(f"The files of the {which} plan hold no target and no baseline of {whose}."),)


def _reported(comparison: Comparison) -> Sentence:
    """Of when the last report of the earlier plan is."""
    old = comparison.difference.old
    if not old.reports:
        return (Piece("The files of the earlier plan hold no report."),)
    when = last_heard(old)
    if when is None:
        return (Piece("The last report in the files of the earlier plan has no date."),)
    return fill(
        "The last report in the files of the earlier plan is of {when}.", when=(Piece(str(when), "quoted"),)
    )
