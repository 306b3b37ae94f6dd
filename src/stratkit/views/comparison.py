"""What became of the promises between two cycles, or between two revisions of one plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.check.comparison import Comparison
from stratkit.compare.dispositions import COMMITTED, Disposition
from stratkit.compare.newcomers import newcomers
from stratkit.load.workspace import Workspace
from stratkit.views.alterations import Alteration, Altered, altered, places_of, weakened
from stratkit.views.commitments import Commitments, commitments, has_marks
from stratkit.views.cycles import NOWHERE, Cycles, kind_of, name_of
from stratkit.views.document import DocumentView, document_view
from stratkit.views.edition import Edition
from stratkit.views.ends import End, KindEnds, count_ends, ends, ends_of_kinds, say_clause
from stratkit.views.entry import Fact, Link
from stratkit.views.excerpt import excerpt
from stratkit.views.flow import Flow, flow
from stratkit.views.imprint import imprint
from stratkit.views.limits import limits
from stratkit.views.marks import marks_in
from stratkit.views.standings import say_count
from stratkit.views.tongue import Tongue

WORDS = 160
"""The most characters that a new element says of itself."""


@dataclass(frozen=True, kw_only=True)
class Weakened:
    """Something that is certainly weaker than before, and the element it is of."""

    link: Link
    kind: str
    alteration: Alteration


@dataclass(frozen=True, kw_only=True)
class Fresh:
    """An element that continues nothing, in a few of its words. `basis` and `reading` are as of an entry."""

    link: Link
    words: str
    basis: str
    reading: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FreshKind:
    """All of one kind that continue nothing."""

    title: str
    count: str
    items: tuple[Fresh, ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """Elements of which the later may continue the earlier."""

    old: Link
    old_kind: str
    new: Link
    new_kind: str


@dataclass(frozen=True, kw_only=True)
class About:
    """One of the two plans, and what it says of itself."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the document holds, in the order in which it holds it."""

    ends: tuple[End, ...]
    kinds: tuple[KindEnds, ...]
    flow: Flow | None
    weakened: tuple[Weakened, ...]
    commitments: tuple[Commitments, ...]
    altered: tuple[Altered, ...]
    fresh: tuple[FreshKind, ...]
    questions: tuple[Question, ...]
    plans: tuple[About, ...]


@dataclass(frozen=True, kw_only=True)
class ComparisonView(DocumentView, Shown):
    """The comparison. `old_title` and `new_title` are of the plans, `old_column` and `new_column` the years.

    `sentence` tells how many commitments there were and what became of them. `revised`: it is one plan at two
    times. `reported`: something was reported of the earlier plan. `limits` are sentences on what cannot be
    told. `unchanged`: both say the same.
    """

    old_title: str
    new_title: str
    old_column: str
    new_column: str
    sentence: str
    limits: tuple[str, ...]
    revised: bool
    reported: bool
    unchanged: bool
    reading: bool
    illustrative: bool


def comparison_view(comparison: Comparison, tongue: Tongue) -> ComparisonView:
    """The document on two plans in one tongue."""
    difference = comparison.difference
    cycles = Cycles(*(Edition(one, tongue, NOWHERE) for one in (difference.old, difference.new)))
    shown = _shown(cycles, comparison)
    parts = tuple(vars(shown).values())
    document = document_view(cycles.new, parts, NOWHERE)
    columns, table = cycles.columns(), comparison.dispositions
    return ComparisonView(
        **vars(document)
        | {"title": _title(cycles, comparison), "subtitle": "", "status": "", "dated_title": True},
        **vars(shown),
        old_title=cycles.old.say(cycles.old.plan.plan.title),
        new_title=cycles.new.say(cycles.new.plan.plan.title),
        old_column=columns[0],
        new_column=columns[1],
        sentence=_sentence(cycles, table),
        limits=tuple(limits(cycles, comparison)),
        revised=difference.matching.revised,
        reported=bool(difference.old.reports) and not difference.matching.revised,
        unchanged=not (comparison.judgement.changes or shown.questions),
        reading="reading" in marks_in(parts) or has_marks(shown.commitments),
        illustrative=not document.notice
        and any(_is_illustrative(one) for one in (difference.old, difference.new)),
    )


def _shown(cycles: Cycles, comparison: Comparison) -> Shown:
    told, revised = comparison.consequences, comparison.difference.matching.revised
    judged = tuple(one for one in comparison.judgement.changes if id(one.change) not in told)
    elements = altered(cycles, judged, revised=revised)
    table = [one for one in comparison.dispositions if not (revised and one.fate == "continued")]
    return Shown(
        ends=ends(cycles.old, comparison.dispositions),
        kinds=tuple(ends_of_kinds(cycles.old, comparison.dispositions, comparison.attainment)),
        flow=flow(cycles, comparison.difference, comparison.dispositions),
        weakened=tuple(
            Weakened(link=Link(words=one.link.words, target=one.id), kind=one.kind, alteration=alteration)
            for one, alteration in weakened(elements)
        ),
        commitments=commitments(cycles, table, places_of(elements, judged), comparison.attainment),
        altered=elements,
        fresh=tuple(_fresh(cycles.new, comparison)),
        questions=tuple(_questions(cycles, comparison)),
        plans=() if revised else tuple(map(_about, cycles)),
    )


def _title(cycles: Cycles, comparison: Comparison) -> str:
    """Between which years it lies; of one plan at two times its title."""
    old, new = cycles.columns()
    if comparison.difference.matching.revised or not (_is_dated(cycles.old) and _is_dated(cycles.new)):
        return cycles.new.say(cycles.new.plan.plan.title)
    return cycles.new.translate("From the {old} to the {new} strategy").format(old=old, new=new)


def _is_dated(edition: Edition) -> bool:
    return edition.plan.plan.period is not None


def _sentence(cycles: Cycles, table: tuple[Disposition, ...]) -> str:
    """How many commitments there were, and what became of them."""
    if not table:
        return ""
    edition, count, found = cycles.new, len(table), count_ends(table)
    if [*found] == ["unsaid"]:
        pattern = edition.tongue.count(
            "No fate is recorded of the {count} commitment.",
            "No fate is recorded of any of the {count} commitments.",
            count,
        )
        return pattern.format(count=say_count(edition, count))
    clauses = [say_clause(edition, key, number) for key, number in found.items() if key != "unsaid"]
    told = [edition.translate(", ").join(clauses)]
    told += [say_clause(edition, "unsaid", found["unsaid"])] if "unsaid" in found else []
    pattern = edition.tongue.count("Of {count} commitment, {ends}.", "Of {count} commitments, {ends}.", count)
    return pattern.format(count=say_count(edition, count), ends=edition.translate("; ").join(told))


def _fresh(edition: Edition, comparison: Comparison) -> Iterator[FreshKind]:
    """What continues nothing, by its kind."""
    added = newcomers(comparison.difference)
    for kind in dict.fromkeys(one.kind_ for one in added):
        found = [one for one in added if one.kind_ == kind]
        yield FreshKind(
            title=edition.words.many(kind),
            count=say_count(edition, len(found)),
            items=tuple(
                Fresh(
                    link=name_of(edition, one),
                    words=excerpt(edition.say(one.summary or one.text), WORDS),
                    basis=one.basis or "",
                    reading=one.reading,
                )
                for one in found
            ),
        )


def _questions(cycles: Cycles, comparison: Comparison) -> Iterator[Question]:
    for one in comparison.difference.matching.proposals:
        if one.old.kind_ in COMMITTED:
            yield Question(
                old=name_of(cycles.old, one.old),
                old_kind=kind_of(cycles.old, one.old),
                new=name_of(cycles.new, one.new),
                new_kind=kind_of(cycles.new, one.new),
            )


def _about(edition: Edition) -> About:
    return About(title=edition.say(edition.plan.plan.title), facts=imprint(edition).facts)


def _is_illustrative(workspace: Workspace) -> bool:
    return workspace.plan.plan.basis == "illustrative"
