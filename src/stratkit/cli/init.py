"""`stratkit init`: a small plan to begin with."""

from __future__ import annotations

import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratkit.cli import streams


class Style(StrEnum):
    """The words a plan is built with."""

    action_lines = "action-lines"
    pillars = "pillars"
    goals = "goals"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The folder to begin the plan in. Default: here.")
    ] = Path(),
    style: Annotated[Style, typer.Option(help="What the parts of the plan are called.")] = Style.action_lines,
) -> None:
    """Begin a plan: a small one that validates and renders, with settings, a CI file and the schema.

    Nothing that is there is overwritten.
    """
    from datetime import date

    from stratkit.cli.starter import starter_files
    from stratkit.formats.schema import schema_text

    files = starter_files(style.value, date.today().year + 1, schema_text())  # noqa: DTZ011 — the author's own calendar
    there = [name for name in files if (folder / name).exists() or (folder / name).is_symlink()]
    if there:
        verb = "is" if len(there) == 1 else "are"
        message = f"{folder}: {', '.join(there)} {verb} there already, and nothing is overwritten"
        raise streams.Stop(message, "name another folder")
    for name, text in files.items():
        streams.write_output(folder / name, text.encode(), force=False, mend="name another folder")
    shown = shlex.quote(str(folder))
    streams.result(
        f"Began a plan in {folder}: {', '.join(files)}\n\nNext:\n"
        f"  stratkit validate {shown}\n"
        f"  stratkit render {shown} --to pdf,html\n"
        f"  stratkit rule\n\n"
        "If this folder is not the top of its git repository, move .github there.\n"
    )
