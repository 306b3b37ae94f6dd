"""`stratkit render`: a plan as documents."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stratkit.cli import streams
from stratkit.cli.options import (
    AudienceOption,
    Colour,
    ColourOption,
    ForceOption,
    LanguageOption,
    OutputOption,
    QuietOption,
    RoomOption,
    VerboseOption,
)
from stratkit.cli.plans import open_plan, print_faults, standpoint, structure_faults
from stratkit.cli.publication import Publication, edition_for, template_faults

if TYPE_CHECKING:
    from stratkit.load.workspace import Workspace


def render(
    plan: Annotated[
        Path, typer.Argument(metavar="[PLAN]", help="A folder with a plan.yaml, or one file. Default: here.")
    ] = Path(),
    document: Annotated[
        str, typer.Option(metavar="KIND", help="The kind of document; --list shows them.")
    ] = "plan",
    to: Annotated[str, typer.Option(metavar="FORMATS", help="pdf, html, or both with a comma.")] = "pdf",
    output: OutputOption = Path("build"),
    lang: LanguageOption = None,
    audience: AudienceOption = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="The plan as it was known on that day: later reports and decisions are left out.",
        ),
    ] = None,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help="Print what can be printed of a plan with faults, as a draft. It is called PLAN.draft.",
        ),
    ] = False,
    force: ForceOption = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List the kinds of document, and do nothing else.")
    ] = False,
    room: RoomOption = 1,
    color: ColourOption = Colour.auto,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Print a plan: a PDF for the board and the archive, one HTML file for everybody's screen.

    The plan is checked first: if its structure is broken, its findings are printed, nothing is written, and
    the command ends with 1. Names of the files that were written go to stdout.
    """
    standpoint()
    if listed:
        return _list_documents(plan)
    from stratkit.cli.printing import printing_of
    from stratkit.load.moment import as_of as known_on

    publication = Publication(
        plan=plan,
        document=document,
        to=to,
        output=output,
        lang=lang,
        audience=audience,
        draft=draft,
        force=force,
        quiet=quiet,
        verbose=verbose,
    )
    publication.targets()
    workspace, faults = _sound(plan, color, room, draft=draft, quiet=quiet)
    if workspace is None:
        return 1
    day = as_of.date() if as_of else None
    printing = printing_of(workspace, as_of=day, audience=audience or "", faults=faults, draft=draft)
    known = known_on(workspace, day) if day else workspace
    publication.write(edition_for(known, audience, document=document, quiet=quiet), printing)
    return 0


def _list_documents(plan: Path) -> int:
    from stratkit.load.settings import project_templates
    from stratkit.render.documents import documents
    from stratkit.render.templates import templates_of

    with template_faults():
        found = documents(templates_of(project_templates(plan)))
    width = max(map(len, found), default=0)
    for name, document in found.items():
        streams.result(f"{name:{width}}  {', '.join(document.outputs)}  {document.title}\n")
    return 0


def _sound(path: Path, color: Colour, room: int, *, draft: bool, quiet: bool) -> tuple[Workspace | None, int]:
    """The plan and how many faults it has, or None after they have been printed: a draft may have some."""
    from stratkit.load.draft import draft_of

    workspace = open_plan(path, room)
    errors = structure_faults(workspace)
    if not errors:
        return workspace, 0
    sketch = draft_of(workspace) if draft else None
    if sketch:
        number = "1 fault" if len(errors) == 1 else f"{len(errors)} faults"
        if not quiet:
            streams.message(f"stratkit: this is a draft: the plan has {number}, which `validate` shows")
        return sketch, len(errors)
    print_faults(workspace, errors, color)
    lost = "not even what the plan says of itself can be read" if draft else "the plan has to be mended first"
    streams.message(f"stratkit: nothing was rendered: {lost}")
    if not draft:
        streams.message("  help: `--draft` prints what can be printed")
    return None, len(errors)
