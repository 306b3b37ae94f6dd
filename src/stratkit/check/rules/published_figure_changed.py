"""A figure that was published stays as it was, until a later report corrects it and says why.

Whoever has read the published plan holds its figures against those of today. One that has changed in silence
takes the trust from all the others. It is checked where a revision is named, as in
`stratkit validate --published v2021`: every reading, baseline and target of that revision is held against
those of today.

A reading stays where it stands; a later update gives it again for the same day, with a `note`. A baseline or
a target may change where it stands, with a `note` that is new. To add figures, to mend titles and notes, to
move a reading to another file and to write `0.50` as `0.5` changes nothing; an indicator that gets another id
says which one it `was`.

Bad::

    # published:plan.yaml
    indicators:
      - id: people-trained
        title: People trained
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            value: 12
    # plan.yaml
    indicators:
      - id: people-trained
        title: People trained
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            value: 14

Good::

    # published:plan.yaml
    indicators:
      - id: people-trained
        title: People trained
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            value: 12
    # plan.yaml
    indicators:
      - id: people-trained
        title: People trained
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            value: 12
      - id: report-2022
        period: 2022
        readings:
          - indicator: people-trained
            date: 2021
            value: 14
            note: Two courses were reported late.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.compare.figures import said
from stratkit.compare.published import Change, Loss, Published
from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem, Related
from stratkit.source.shown import count

SEVERITY = "error"
_CODE = "published-figure-changed"
_AGAIN = "put it back; a later update may give it again, with a `note:` that says why"
_CHANGED = "put it back, or say in its `note:` why it changed"
_INSTEAD = "put it back, or say why in the `note:` of the target that takes its place"


def compare(then: Workspace, now: Workspace) -> Iterator[Problem]:
    """Yield each figure of the published plan that is another one now, or gone, and that nothing explains."""
    published, revision = Published(then, now), then.door.revision
    yield from (_changed(one, revision) for one in published.changes() if one.restatement is None)
    yield from (_lost(one, now, revision) for one in published.losses())


def _changed(change: Change, revision: str) -> Problem:
    of = f" of {', '.join(change.group.values())}" if change.group else ""
    name = f"{'' if change.kind == 'reading' else f'the {change.kind} of '}`{change.indicator.id}`{of}"
    was = f"{name} was {said(change.then)}{f' for {change.when}' if change.when else ''} at {revision}"
    related = (Related(change.there, "the published figure is here"),)
    return Problem(_CODE, change.here, f"{was}, and is {_today(change)}", _mend(change), related)


def _today(change: Change) -> str:
    if change.now is None:
        return "gone now"
    when = change.now.date
    moved = change.kind == "baseline" and when and when != change.when
    return f"{said(change.now)}{f' for {when}' if moved else ''} now"


def _mend(change: Change) -> str:
    if change.kind == "reading":
        return _AGAIN
    if change.now:
        return _CHANGED
    return _INSTEAD if change.kind == "target" else "put it back"


def _lost(loss: Loss, now: Workspace, revision: str) -> Problem:
    name, figures = loss.indicator.id, count(loss.figures, "figure")
    place = now.header.origin.name() if now.header else now.sources[0].span(0)
    message = f"the indicator `{name}` is gone, and {figures} of it published at {revision}"
    mend = f"put it back; if it has another id now, add `was: [{name}]` to it"
    related = (Related(loss.indicator.origin.name(), "the published indicator is here"),)
    return Problem(_CODE, place, message, mend, related)
