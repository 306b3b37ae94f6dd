"""Of which state of a plan a document is printed: what its colophon will say."""

from __future__ import annotations

from datetime import UTC, date, datetime

from stratkit.cli import streams
from stratkit.load.revision import Revision, revision_of
from stratkit.load.workspace import Workspace
from stratkit.render.paper import PaperFault, source_date
from stratkit.render.source_files import source_files
from stratkit.views.colophon import Printing


def printing_of(
    workspace: Workspace, *, as_of: date | None, audience: str, faults: int, draft: bool
) -> Printing:
    """A printing of a whole plan.

    Its day is the one asked for; else that of SOURCE_DATE_EPOCH; else that of the revision whose files these
    are; else today, in UTC.
    """
    files = [(name, content) for name, content, _ in source_files(workspace)]
    revision = revision_of(workspace.folder, files)
    header = workspace.header
    return Printing(
        as_of=as_of or _day(revision),
        audience=audience,
        revision=revision,
        faults=faults,
        draft=draft or bool(header and header.status == "draft"),
    )


def source_day() -> date | None:
    """The day of SOURCE_DATE_EPOCH, if that is set. Raises `Stop` if it is none."""
    try:
        moment = source_date()
    except PaperFault as fault:
        raise streams.Stop(str(fault), fault.help) from None
    return moment.date() if moment else None


def _day(revision: Revision | None) -> date:
    if day := source_day():
        return day
    return revision.day if revision and not revision.changed else datetime.now(UTC).date()
