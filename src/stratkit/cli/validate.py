"""`stratkit validate`: every finding in one pass."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stratkit.cli import streams
from stratkit.cli.options import (
    Colour,
    ColourOption,
    FailOn,
    FindingFormat,
    QuietOption,
    RoomOption,
    VerboseOption,
)
from stratkit.cli.plans import fails, find_plans, open_plan
from stratkit.formats import Reach


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]…", help="Plans, or folders with plans below them. Default: here."),
    ] = None,
    form: Annotated[
        FindingFormat,
        typer.Option(
            "--format", envvar="STRATKIT_FORMAT", show_envvar=False, help="How findings are written."
        ),
    ] = FindingFormat.full,  # type: ignore[attr-defined]
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            envvar="STRATKIT_FAIL_ON",
            show_envvar=False,
            help="The mildest severity that ends with 1. [default: error]",
        ),
    ] = None,
    room: RoomOption = 1,
    color: ColourOption = Colour.auto,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Check plans: every finding with its place, what is wrong and what would mend it.

    Ends with 0 if all is well, 1 if there are findings at or above --fail-on, 2 if a plan cannot be opened.
    `stratkit rule CODE` explains a finding.
    """
    from stratkit.check.finding import find
    from stratkit.formats import finding_format

    findings, failed, elements, files = [], False, 0, 0
    for path in [plan for given in paths or [Path()] for plan in find_plans(given)]:
        workspace = open_plan(path, room)
        found = find(workspace)
        threshold = fail_on.value if fail_on else workspace.settings.fail_on or "error"
        failed = failed or fails(found, threshold)
        findings += found
        elements += len(workspace.index.elements)
        files += len(workspace.sources)
        if verbose:
            streams.message(f"read {workspace.door.shown(workspace.path)}: {len(workspace.sources)} files")
    if findings or not quiet or form.value == "json":
        write = finding_format(form.value)
        streams.result(write(findings, Reach(elements, files), colour=streams.wants_colour(color.value)))
    return int(failed)
