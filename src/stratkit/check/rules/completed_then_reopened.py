"""What was reported as completed stays so in later reports.

A promise that was kept and is on its way again the year after makes a reader doubt both reports. Sometimes
work is taken up anew, and more often the first report came too early.

Bad::

    outcomes:
      - id: traffic-code
        title: Traffic code
    updates:
      - id: report-2021
        period: 2021
        entries:
          - about: traffic-code
            status: completed
            text: The assembly adopted the code.
      - id: report-2022
        period: 2022
        entries:
          - about: traffic-code
            status: on_track
            text: The assembly is to vote in spring.

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
            text: The assembly is to vote in spring.
      - id: report-2022
        period: 2022
        entries:
          - about: traffic-code
            status: completed
            text: The assembly adopted the code.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.chronology import chronology
from stratkit.load.workspace import Workspace
from stratkit.model.report import Entry
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"
_MEND = (
    "correct the one that is wrong; if it was taken up again, write behind it "
    "`# stratkit: ignore[completed-then-reopened] — why`"
)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each entry that says something else of what an earlier update called completed."""
    completed: dict[str, Entry] = {}
    for update in chronology(workspace):
        for entry in update.entries:
            state = _open_state(entry)
            if state and entry.about in completed:
                first = completed.pop(entry.about)
                span = entry.origin.value("status" if entry.status else "progress")
                message = f"`{entry.about}` is {state} here, and was completed in an earlier update"
                related = (Related(first.origin.value("status"), "it was completed here"),)
                yield Problem("completed-then-reopened", span, message, _MEND, related)
        completed.update((entry.about, entry) for entry in update.entries if entry.status == "completed")


def _open_state(entry: Entry) -> str:
    """How an entry says that something is not completed; empty if it does not."""
    if entry.status:
        return "" if entry.status == "completed" else f"`{entry.status}`"
    if entry.progress is None or entry.progress >= 100 or entry.refused("status"):
        return ""
    return f"at {entry.progress} percent"
