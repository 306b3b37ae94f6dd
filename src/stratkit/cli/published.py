"""A plan as it was published, on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from stratkit.check.catalogue import GROUPS
from stratkit.check.finding import Finding, Selection, find
from stratkit.cli.streams import Stop
from stratkit.load.snapshot import NoSnapshot, plan_at
from stratkit.load.workspace import Workspace

_FAULTS = Selection(frozenset(GROUPS["Files and values"]) - {"missing-file"})
"""Why figures may not have been read; pictures, which no snapshot has, are not among it."""


@contextmanager
def published_plan(workspace: Workspace, revision: str, room: int) -> Iterator[Workspace]:
    """The plan of a workspace at a revision. Raises `Stop` if it cannot be had, or not all of its files."""
    try:
        with plan_at(workspace.path, revision, room=room) as published:
            if published.index.unread.files:
                told = [f"{one.span.place}: {one.message}" for one in faults_in(published)[:1]]
                message = f"`{workspace.path}` cannot be read whole at `{revision}`: {''.join(told)}"
                raise Stop(message, "name a revision at which `stratkit validate` found it sound")
            yield published
    except NoSnapshot as fault:
        raise Stop(str(fault), fault.help) from None


def faults_in(published: Workspace) -> list[Finding]:
    """The errors that may hide figures of a published plan."""
    return [finding for finding in find(published, _FAULTS) if finding.severity == "error"]
