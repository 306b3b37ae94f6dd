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


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each entry that says something else of what an earlier update called completed."""
    completed: dict[str, Entry] = {}
    for update in chronology(workspace):
        said = [entry for entry in update.entries if entry.about and entry.status]
        for entry in said:
            if entry.status != "completed" and entry.about in completed:
                first = completed.pop(entry.about)
                message = f"`{entry.about}` is `{entry.status}` here, and was completed in an earlier update"
                mend = "correct the one that is wrong; if it was taken up again, silence this and say why"
                related = (Related(first.origin.value("status"), "it was completed here"),)
                yield Problem("completed-then-reopened", entry.origin.value("status"), message, mend, related)
        completed.update((entry.about, entry) for entry in said if entry.status == "completed")
