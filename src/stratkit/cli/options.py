"""Options that mean the same on every command that has them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratkit.formats import FINDING_FORMATS
from stratkit.model.element import AUDIENCES


class Colour(StrEnum):
    """When to use colour."""

    auto = "auto"
    always = "always"
    never = "never"


class FailOn(StrEnum):
    """The mildest severity that counts as failure."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


Audience = StrEnum("Audience", {name: name for name in AUDIENCES})  # type: ignore[misc]
FindingFormat = StrEnum("FindingFormat", {name: name for name in FINDING_FORMATS})  # type: ignore[misc]

PlanArgument = Annotated[
    Path, typer.Argument(metavar="PLAN", help="The plan: a folder with a plan.yaml, or one file.")
]
ColourOption = Annotated[
    Colour, typer.Option("--color", envvar="STRATKIT_COLOR", show_envvar=False, help="When to use colour.")
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="What was known on that day: later reports do not count. Default: today.",
    ),
]
RoomOption = Annotated[
    int,
    typer.Option(metavar="N", min=1, max=100, help="Allow N times the usual size of files and plans."),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print results only.")]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say more, with a traceback if stratkit itself fails.")
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="LL",
        envvar="STRATKIT_LANG",
        show_envvar=False,
        help="The language, if the plan has several.",
    ),
]
OutputOption = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="PATH", help="A folder, or a file if it ends in .pdf or .html."),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite files that stratkit did not make.")]
AudienceOption = Annotated[
    Audience | None,
    typer.Option(
        help="The edition for these readers: elements whose `audience` does not name them are left out, "
        "with every reference to them. It is called PLAN.public.pdf. Default: everything."
    ),
]
