"""Which elements of a plan continue which ones of another, and how that is known.

In this order: as authors say, by the same id and kind, by the same title. What is left may be proposed by
likeness, and is never asserted. Where no author says anything, all of it mirrors with the plans exchanged.
Where other plans lie between, what each says of the one before it is followed through them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratkit.compare.chain import chain
from stratkit.compare.descent import Descent
from stratkit.compare.proposals import Proposal, propose
from stratkit.compare.step import Ending, Match, Step, elements, may_be_unread
from stratkit.compare.wording import shared_language
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.record import Record
from stratkit.model.report import Retirement
from stratkit.source.text import Span


@dataclass(frozen=True, kw_only=True)
class Matching:
    """What continues what in two plans: two cycles, or one plan that was `revised`.

    `between` are the plans by way of which the new one follows the old one, in the order of time. `detour` is
    where the new plan names a `previous` that does not lead to the old one: then what it `succeeds` and
    `retired` is of another plan, and counts for nothing.

    `matches` are in the order of the new plan: several of one old element are a split, several of one new
    element a merge. `singles` are what a plan has one of, by its key, if both have it. `proposals` are
    questions about elements that nothing is known of, the likeliest first; `answers` are the ids that the new
    one, by its id, would have to name in `succeeds`: none where the new plan cannot say it. `gone` are the
    old elements that nothing continues, and `added` the new ones that continue nothing: without those that
    may be what could not be read of another plan, and with those proposed. `endings` tell by the old id where
    an element or parts of it end, `retirements` why one has ended that did so by itself.
    """

    revised: bool
    between: tuple[Workspace, ...]
    detour: Span | None
    matches: tuple[Match, ...]
    singles: Mapping[str, tuple[Record, Record]]
    proposals: tuple[Proposal, ...]
    answers: Mapping[str, tuple[str, ...]]
    gone: tuple[Element, ...]
    added: tuple[Element, ...]
    endings: Mapping[str, tuple[Ending, ...]]
    retirements: Mapping[str, Retirement]


def matching(old: Workspace, new: Workspace) -> Matching:
    """Match the elements of an old plan and a new one."""
    way = chain(old, new)
    first, *later = (*way.between, new)
    descent = Descent(Step(old, first, revised=way.revised, detour=way.detour is not None))
    for plan in later:
        descent.follow(plan)
    gone, added = _left(descent)
    retired = {one.id: said for one in gone if (said := descent.retirement(one.id))}
    lost = [one for one in gone if way.revised or one.id not in retired]
    found = [one for one in added if one.succeeds is None or not descent.last.stated]
    proposals = tuple(propose(lost, found, shared_language(old, new)))
    return Matching(
        revised=way.revised,
        between=way.between,
        detour=way.detour,
        matches=_ordered(descent),
        singles=dict(_singles(old, new)),
        proposals=proposals,
        answers={each.new.id: _answer(descent, each) for each in proposals},
        gone=gone,
        added=added,
        endings={name: tuple(endings) for name, endings in descent.endings.items() if endings},
        retirements=retired,
    )


def _ordered(descent: Descent) -> tuple[Match, ...]:
    """The matches in the order of the new plan."""
    order = {name: place for place, name in enumerate(descent.last.later.index.elements)}
    return tuple(sorted(descent.matches, key=lambda match: order[match.new.id]))


def _left(descent: Descent) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """The old and the new elements that are not matched, and surely not in any of the other plans."""
    old, *plans = descent.old, *descent.plans
    new, earlier = plans[-1], (old, *plans[:-1])
    taken = {match.new.id for match in descent.matches}
    return (
        tuple(
            one
            for one in elements(old.index)
            if one.id not in descent.continued and not descent.is_unsure(one.id)
        ),
        tuple(
            one
            for one in elements(new.index)
            if one.id not in taken and not any(may_be_unread(one, plan.index) for plan in earlier)
        ),
    )


def _answer(descent: Descent, proposal: Proposal) -> tuple[str, ...]:
    """What the new element would have to succeed, in the plan that its own names as `previous`."""
    last = descent.last
    if not last.stated or proposal.new.id in last.taken:
        return ()
    endings = (one for one in descent.endings[proposal.old.id] if one.plan is last.earlier)
    return tuple(one.element.id for one in endings if one.within or not one.retirement)


def _singles(old: Workspace, new: Workspace) -> Iterator[tuple[str, tuple[Record, Record]]]:
    """What either plan has one of."""
    for name in ("plan", "organization", "vision", "mission", "objective"):
        before, after = (_single(workspace, name) for workspace in (old, new))
        if before is not None and after is not None:
            yield name, (before, after)


def _single(workspace: Workspace, name: str) -> Record | None:
    record = workspace.header if name == "organization" else workspace.plan
    found = record.__dict__[name] if record else None
    return found if isinstance(found, Record) else None


def settling(matching: Matching, proposal: Proposal) -> str:
    """The line of YAML by which the later element would say that it continues the earlier one.

    Empty where it cannot: within one cycle nothing becomes another kind.
    """
    if not matching.revised:
        named = matching.answers.get(proposal.new.id, ())
        return f"succeeds: [{', '.join(named)}]" if named else ""
    if proposal.old.kind_ != proposal.new.kind_ or proposal.old.id == proposal.new.id:
        return ""
    return f"was: [{', '.join((*proposal.new.was, proposal.old.id))}]"
