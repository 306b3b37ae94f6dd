"""`stratkit templates`: which templates there are, and a project's own copies of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stratkit.cli import streams
from stratkit.cli.plans import standpoint

if TYPE_CHECKING:
    from stratkit.render.templates import TemplateFolder

templates = typer.Typer(
    help="List the templates of documents, or copy one into the project to change it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
PlanOption = Annotated[
    Path,
    typer.Option("--plan", metavar="PLAN", help="The plan, or a folder of its project.", show_default="here"),
]
CHANGEABLE = (".j2", ".css", ".svg", "/document.yaml")
"""How the names of templates end. Brands, fonts and the one script are no templates."""


@templates.command("list", short_help="List all templates, and which are the project's own.")
def list_templates(plan: PlanOption = Path()) -> int:
    """List all templates: what each is called by others and by `eject`, and which are the project's own."""
    standpoint()
    folder, own = _shelf(plan)
    for name in _names(folder):
        mark = " (yours)" if own and folder.home(name) == own.resolve() else ""
        streams.result(f"{name}{mark}\n")
    return 0


@templates.command(short_help="Copy a template into the project, to change it.")
def eject(
    part: Annotated[
        str,
        typer.Argument(
            metavar="PART",
            help="A file or folder as `list` shows it, or the last part of its name, such as `cover`.",
        ),
    ],
    plan: PlanOption = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a copy that is there already.")] = False,
) -> int:
    """Copy a template into the project's own folder `templates`, from where it is used from now on.

    Change the copy there; delete it to go back. A folder of another name with a `document.yaml` is a new kind
    of document: `eject plan`, rename that folder, and change what is in it.
    """
    standpoint()
    from stratkit import shipped
    from stratkit.load.settings import templates_place
    from stratkit.render.templates import TemplateFolder

    ours = TemplateFolder(shipped.templates())
    place = templates_place(plan)
    if place is None:
        message = "there is no stratkit.yaml here or in any folder above"
        raise streams.Stop(message, "make one, empty if you like: a project's templates lie beside it")
    if place.resolve() in ours.roots:
        raise streams.Stop(f"{place}: these are the templates themselves", "name a plan with `--plan`")
    for name in _meant(part, ours):
        path = place / name
        if path.exists() and not force and path.read_bytes() != ours.content(name):
            raise streams.Stop(f"{path} is there already", "use `--force` to write over it")
        streams.write_output(path, ours.content(name), force=True)
        streams.result(f"{os.path.relpath(path)}\n")
    return 0


def _shelf(plan: Path) -> tuple[TemplateFolder, Path | None]:
    from stratkit.load.settings import project_templates
    from stratkit.render.templates import templates_of

    own = project_templates(plan)
    return templates_of(own), own


def _names(folder: TemplateFolder) -> list[str]:
    return [name for name in folder.names() if name.endswith(CHANGEABLE)]


def _meant(part: str, folder: TemplateFolder) -> list[str]:
    """The files that a name stands for. Raises `Stop` if it stands for none, or for several that differ."""
    from stratkit.load.likeness import did_you_mean

    names = _names(folder)
    part = part.strip("/")
    if part in names:
        return [part]
    if inside := [name for name in names if name.startswith(f"{part}/")]:
        return inside
    stems = {name: Path(name).name.partition(".")[0] for name in names}
    found = [name for name in names if part in (stems[name], Path(name).name)]
    if len(found) == 1:
        return found
    if found:
        raise streams.Stop(f"`{part}` is the name of several templates", f"name one: {', '.join(found)}")
    mend = did_you_mean(part, (*names, *stems.values())) or "`stratkit templates list` shows them"
    raise streams.Stop(f"there is no template `{part}`", mend)
