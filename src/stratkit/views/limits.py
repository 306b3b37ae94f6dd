"""What limits a comparison: by whose word fates are told, and what the plans cannot tell."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.comparison import Comparison
from stratkit.compare.measured import measured
from stratkit.compare.reported import last_heard
from stratkit.compare.step import SAID
from stratkit.model.date import Period
from stratkit.views.cycles import Cycles
from stratkit.views.dates import say_date, say_period
from stratkit.views.edition import Edition
from stratkit.views.standings import say_count


def limits(cycles: Cycles, comparison: Comparison) -> Iterator[str]:
    """A sentence for each; none of two revisions of one plan."""
    if comparison.difference.matching.revised:
        return
    edition = cycles.new
    yield from _between(edition, comparison)
    yield from _editions(edition, comparison)
    yield from _told(edition, comparison)
    if comparison.headline.silent and comparison.silence:
        pattern = edition.translate("A note in the files of the later plan gives a reason: “{reason}”.")
        yield pattern.format(reason=comparison.silence)
    yield from _unmeasured(edition, comparison)
    yield _reported(cycles.old)


def _between(edition: Edition, comparison: Comparison) -> Iterator[str]:
    matching = comparison.difference.matching
    if matching.detour is not None:
        yield edition.translate(
            "The later plan follows another plan than the earlier one; what it says of that one does not "
            "count here."
        )
    titles = [edition.say_name(plan.header.title) for plan in matching.between if plan.header]
    if not titles:
        return
    listed = edition.translate(", ").join(titles)
    yield edition.translate("Between the two lies: {titles}.").format(titles=listed)
    reached = sum(one.fate == "unsaid" and bool(one.reached) for one in comparison.dispositions)
    if reached:
        pattern = edition.tongue.count(
            "{count} of them can be followed into that, and no further.",
            "{count} of them can be followed into that, and no further.",
            reached,
        )
        yield pattern.format(count=say_count(edition, reached))


def _editions(edition: Edition, comparison: Comparison) -> Iterator[str]:
    """Where the plans say what their files hold, and what not."""
    sides = (comparison.difference.old, comparison.difference.new)
    chapters = [one for side in sides for one in side.plan.chapters if one.basis == "reading"]
    if chapters:
        titles = edition.translate(", ").join(dict.fromkeys(edition.say(one.title) for one in chapters))
        pattern = edition.translate(
            "What the files hold of these plans, and what not, they say in “{titles}”."
        )
        yield pattern.format(titles=titles)


def _told(edition: Edition, comparison: Comparison) -> Iterator[str]:
    """By whose word the fates are told, where not all are by the organization's own."""
    told = [one for one in comparison.dispositions if one.heirs or one.retirement]
    ours = sum(bool(one.interpreted) for one in told)
    if not ours:
        return
    rest = [one for one in told if not one.interpreted]
    own = sum(bool(one.retirement) or any(way.by in SAID for way in one.heirs) for one in rest)
    pattern = edition.translate(
        "Fates are told † by this edition’s reading: {ours}; by the same id or title: {same}; in the "
        "organization’s own words: {own}."
    )
    counts = {"ours": ours, "same": len(rest) - own, "own": own}
    yield pattern.format(**{key: say_count(edition, count) for key, count in counts.items()})


def _unmeasured(edition: Edition, comparison: Comparison) -> Iterator[str]:
    """That no target can have been raised or lowered."""
    old, new = measured(comparison.difference.old), measured(comparison.difference.new)
    if not (old.measurable or new.measurable):
        yield edition.translate(
            "The files hold no target and no baseline: whether any was raised or lowered cannot be told."
        )
    elif not old.measurable:
        yield edition.translate("The files of the earlier plan hold no target and no baseline.")
    elif not new.measurable:
        yield edition.translate("The files of the later plan hold no target and no baseline.")


def _reported(edition: Edition) -> str:
    """Until when anything is known of the earlier plan."""
    if not edition.workspace.reports:
        return edition.translate("The files of the earlier plan hold no report.")
    when = last_heard(edition.workspace)
    if when is None:
        return edition.translate("The last report in the files of the earlier plan has no date.")
    said = say_period(when, edition.tongue) if isinstance(when, Period) else say_date(when, edition.tongue)
    return edition.translate("The last report in the files of the earlier plan is of {date}.").format(
        date=said
    )
