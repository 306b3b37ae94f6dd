"""What limits a comparison: by whose word fates are told, and what the plans cannot tell."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.comparison import Comparison
from stratkit.compare.measured import measured
from stratkit.compare.reported import last_heard
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
    if found := sum(bool(one.interpreted) for one in comparison.dispositions):
        pattern = edition.tongue.count(
            "† {count} of these fates is this edition’s reading, not the organization’s own word.",
            "† {count} of these fates are this edition’s reading, not the organization’s own word.",
            found,
        )
        yield pattern.format(count=say_count(edition, found))
    if comparison.headline.silent and comparison.silence:
        pattern = edition.translate("The later plan gives a reason for its silence: “{reason}”.")
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
    if titles:
        listed = edition.translate(", ").join(titles)
        yield edition.translate("Between the two lies: {titles}.").format(titles=listed)


def _unmeasured(edition: Edition, comparison: Comparison) -> Iterator[str]:
    """That no target can have been raised or lowered."""
    old, new = measured(comparison.difference.old), measured(comparison.difference.new)
    if not (old.measurable or new.measurable):
        yield edition.translate("Neither plan has an indicator with a target or a baseline.")
    elif not old.measurable:
        yield edition.translate("The earlier plan has no indicator with a target or a baseline.")
    elif not new.measurable:
        yield edition.translate("The later plan has no indicator with a target or a baseline.")


def _reported(edition: Edition) -> str:
    """Until when anything is known of the earlier plan."""
    if not edition.workspace.reports:
        return edition.translate("The earlier plan holds no report.")
    when = last_heard(edition.workspace)
    if when is None:
        return edition.translate("The last report in the earlier plan has no date.")
    said = say_period(when, edition.tongue) if isinstance(when, Period) else say_date(when, edition.tongue)
    return edition.translate("The last report in the earlier plan is of {date}.").format(date=said)
