"""`stratkit render`: a plan as documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stratkit.cli import streams
from stratkit.cli.options import Colour, ColourOption, LanguageOption, QuietOption, VerboseOption


def render(
    plan: Annotated[Path | None, typer.Argument(metavar="PLAN", help="The plan: a folder with a plan.yaml, or one file.")] = None,
    document: Annotated[str, typer.Option(metavar="KIND", help="The kind of document; --list shows them.")] = "plan",
    to: Annotated[str, typer.Option(metavar="FORMATS", help="pdf, html, or both with a comma.")] = "pdf",
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="PATH", help="A folder, or a file if it ends in .pdf or .html.")
    ] = Path("build"),
    lang: LanguageOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that stratkit did not make.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the kinds of document, and do nothing else.")] = False,
    color: ColourOption = Colour.auto,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Render a plan: a PDF for the board and the archive, one HTML file for everybody's screen.

    The plan is checked first; if its structure is broken, the findings are printed and nothing is written (exit code 1).
    """
    print("not yet")
    return 2
