"""Two reports tell different things of an element.

A sentence carried over from the year before tells a reader nothing of this one. What is the same may be
left out: that nothing changed is news as well, once it is said. A word or two, and what is told of something
that is over or has not begun, may stay as they are.

Bad::

    outcomes:
      - id: traffic-code
        title: Traffic code
    updates:
      - id: report-2021
        period: 2021
        entries:
          - about: traffic-code
            status: on_track
            text: A working group met.
      - id: report-2022
        period: 2022
        entries:
          - about: traffic-code
            status: on_track
            text: A working group met.

Good::

    outcomes:
      - id: traffic-code
        title: Traffic code
    updates:
      - id: report-2021
        period: 2021
        entries:
          - about: traffic-code
            status: on_track
            text: A working group met.
      - id: report-2022
        period: 2022
        entries:
          - about: traffic-code
            status: on_track
            text: The working group wrote a draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.chronology import chronology
from stratkit.load.workspace import Workspace
from stratkit.model.report import Entry
from stratkit.source.problem import Problem, Related

SEVERITY = "info"
_RESTING = ("not_started", "completed", "discontinued")
_PHRASE = 3


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each entry whose text an earlier update has of the same element."""
    earlier: dict[tuple[str, str], Entry] = {}
    for update in chronology(workspace):
        if update.id in workspace.index.doubled:
            continue  # a copy, which is told as such
        now = {}
        for entry in update.entries:
            words = (entry.text or "").split()
            if entry.about and len(words) >= _PHRASE:
                key = (entry.about, " ".join(words).casefold())
                before = earlier.get(key)
                now[key] = entry
                if before and not _may_rest(entry, before):
                    message = f"what is told of `{entry.about}` stands word for word in an earlier update"
                    mend = "tell what has happened since, or that nothing has"
                    related = (Related(before.origin.key("text"), "the earlier text is here"),)
                    yield Problem("same-text-twice", entry.origin.key("text"), message, mend, related)
        earlier.update(now)


def _may_rest(entry: Entry, before: Entry) -> bool:
    """Whether both say, for all that can be read, that it is over or to begin: there may be nothing new."""
    if entry.refused("status") or before.refused("status"):
        return True
    return entry.status == before.status and entry.status in _RESTING
