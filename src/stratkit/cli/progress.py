"""`stratkit progress`: how a plan stands on a day."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratkit.cli import streams
from stratkit.cli.options import AsOfOption, Colour, ColourOption, RoomOption, VerboseOption
from stratkit.cli.plans import sound_plan, standpoint

WIDTH = 120
"""The columns of a table that goes into a file."""


class ProgressFormat(StrEnum):
    """How progress is written."""

    tree = "tree"
    json = "json"
    csv = "csv"
    markdown = "markdown"


def progress(
    plan: Annotated[
        Path, typer.Argument(metavar="[PLAN]", help="A folder with a plan.yaml, or one file. Default: here.")
    ] = Path(),
    as_of: AsOfOption = None,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The working behind one status: baseline, target, reading and band, each with its place.",
        ),
    ] = None,
    form: Annotated[
        ProgressFormat, typer.Option("--format", help="How it is written.")
    ] = ProgressFormat.tree,
    room: RoomOption = 1,
    color: ColourOption = Colour.auto,
    verbose: VerboseOption = False,
) -> int:
    """How a plan stands on a day: what was promised, what was reported, what the numbers say.

    The status is the reported one, with what the figures say where they say something else; percentages are
    of the way from baseline to target, beside what is expected on the day. `!` marks what is overdue. With
    -v, indicators and milestones are listed too, and ids. No report is never zero, and never on track.
    """
    standpoint()
    workspace = sound_plan(plan, color, room)
    if workspace is None:
        streams.message("stratkit: nothing was computed: the plan has to be mended first")
        return 1
    from stratkit.progress.overview import Overview

    overview = Overview(workspace, as_of.date() if as_of else _today())
    colour = streams.wants_colour(color.value)
    if explain is not None:
        from stratkit.formats.progress.working import NoStatus
        from stratkit.formats.progress.working import explain as working

        try:
            streams.result(working(overview, explain, colour=colour))
        except NoStatus as fault:
            raise streams.Stop(str(fault), fault.help) from None
    elif form is ProgressFormat.json:
        from stratkit.formats.progress.json import write as write_json

        streams.result(write_json(overview))
    elif form is ProgressFormat.csv:
        from stratkit.formats.progress.csv import write as write_csv

        streams.result(write_csv(overview))
    elif form is ProgressFormat.markdown:
        from stratkit.formats.progress.markdown import write as write_markdown

        streams.result(write_markdown(overview, whole=verbose))
    else:
        from stratkit.formats.progress.rows import PLAIN
        from stratkit.formats.progress.tree import write

        width = shutil.get_terminal_size((WIDTH, 0)).columns
        tree = write(overview, whole=verbose, colour=colour, width=width)
        streams.result(tree if streams.writes("●") else tree.translate(PLAIN))
    return 0


def _today() -> date:
    """The day of SOURCE_DATE_EPOCH, else today in UTC."""
    from stratkit.cli.printing import source_day

    return source_day() or datetime.now(UTC).date()
