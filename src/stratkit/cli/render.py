"""`stratkit render`: a plan as documents."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stratkit.cli import streams
from stratkit.cli.options import (
    Audience,
    Colour,
    ColourOption,
    LanguageOption,
    QuietOption,
    RoomOption,
    VerboseOption,
)
from stratkit.cli.plans import open_plan, print_faults, standpoint, structure_faults
from stratkit.source.shown import visible

if TYPE_CHECKING:
    from stratkit.load.workspace import Workspace
    from stratkit.views.colophon import Printing

OUTPUTS = ("pdf", "html")


def render(
    plan: Annotated[
        Path, typer.Argument(metavar="[PLAN]", help="A folder with a plan.yaml, or one file. Default: here.")
    ] = Path(),
    document: Annotated[
        str, typer.Option(metavar="KIND", help="The kind of document; --list shows them.")
    ] = "plan",
    to: Annotated[str, typer.Option(metavar="FORMATS", help="pdf, html, or both with a comma.")] = "pdf",
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="PATH", help="A folder, or a file if it ends in .pdf or .html."
        ),
    ] = Path("build"),
    lang: LanguageOption = None,
    audience: Annotated[
        Audience | None,
        typer.Option(
            help="The edition for these readers: elements whose `audience` does not name them are left out, "
            "with every reference to them. It is called PLAN.public.pdf. Default: everything."
        ),
    ] = None,
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
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite files that stratkit did not make.")
    ] = False,
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

    gc.enable()  # Jinja and the views leave garbage
    targets = _targets(to, output, _outputs(plan, document), document)
    workspace, faults = _sound(plan, color, room, draft=draft, quiet=quiet)
    if workspace is None:
        return 1
    day = as_of.date() if as_of else None
    printing = printing_of(workspace, as_of=day, audience=audience or "", faults=faults, draft=draft)
    workspace = _edition(known_on(workspace, day) if day else workspace, audience, quiet=quiet)
    if lang and lang not in workspace.languages:
        known = ", ".join(sorted(workspace.languages))
        raise streams.Stop(f"the plan has no texts in `{lang}`", f"it has texts in: {known}")
    _check_words(lang or workspace.plan.plan.language, quiet=quiet)
    stem = _stem(workspace, document, lang, audience, draft=draft)
    pdf = f"{stem}.pdf" if len(targets) > 1 else ""
    for form, target in targets:
        path = target or output / f"{stem}.{form}"
        content = (
            _page(workspace, document, lang, pdf, printing)
            if form == "html"
            else _paper(workspace, document, lang, printing, quiet=quiet, verbose=verbose)
        )
        streams.write_output(path, content, force=force)
        streams.result(f"{path}\n")
    return 0


def _list_documents(plan: Path) -> int:
    from stratkit.load.settings import project_templates
    from stratkit.render.documents import documents
    from stratkit.render.templates import templates_of

    with _template_faults():
        found = documents(templates_of(project_templates(plan)))
    width = max(map(len, found), default=0)
    for name, document in found.items():
        streams.result(f"{name:{width}}  {', '.join(document.outputs)}  {document.title}\n")
    return 0


def _outputs(plan: Path, name: str) -> tuple[str, ...]:
    """What a kind of document can be made into."""
    from stratkit.load.settings import project_templates
    from stratkit.render.documents import NoDocument, document
    from stratkit.render.templates import templates_of

    with _template_faults():
        try:
            return document(name, templates_of(project_templates(plan))).outputs
        except NoDocument as fault:
            raise streams.Stop(str(fault), fault.help) from None


def _targets(to: str, output: Path, outputs: tuple[str, ...], document: str) -> list[tuple[str, Path | None]]:
    """Each format with the file it goes to, if that is named."""
    forms = [form.strip() for form in to.split(",") if form.strip()]
    for form in forms or [to]:
        if form not in outputs:
            options = ", ".join(outputs)
            raise streams.Stop(f"`{document}` cannot be rendered to `{form}`", f"it can be: {options}")
    suffix = output.suffix.lower().removeprefix(".")
    if suffix.isalpha() and suffix not in OUTPUTS and not output.is_dir():
        raise streams.Stop(
            f"{output}: there is no format .{suffix}", f"name a folder, or a file in {' or '.join(outputs)}"
        )
    if suffix not in OUTPUTS or output.is_dir():
        return [(form, None) for form in OUTPUTS if form in forms]  # the page links to the PDF
    if forms != [suffix]:
        raise streams.Stop(
            f"{output} names one .{suffix} file, and --to asks for {to}", "name a folder with -o"
        )
    return [(suffix, output)]


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


def _edition(workspace: Workspace, audience: Audience | None, *, quiet: bool) -> Workspace:
    """What an audience may see; what the author has to know of it is said."""
    from stratkit.load.audience import Unseen, count_restricted, for_audience

    if audience is None:
        kept = 0 if quiet else count_restricted(workspace)
        if kept:
            number, them = ("1 element here is", "it") if kept == 1 else (f"{kept} elements here are", "them")
            streams.message(f"stratkit: {number} not for the public; `--audience public` leaves {them} out")
        return workspace
    try:
        excerpt = for_audience(workspace, audience.value)
    except Unseen as fault:
        raise streams.Stop(str(fault), fault.help) from None
    for remark in () if quiet else excerpt.remarks():
        streams.message(f"stratkit: {visible(remark)}")
    return excerpt


def _check_words(language: str, *, quiet: bool) -> None:
    """Say so if stratkit's own words are not there in a language."""
    from stratkit.render.catalogues import languages, speaks

    if not quiet and not speaks(language):
        known = ", ".join(languages())
        tag = visible(language)
        said = f"there are no words for headings and labels in `{tag}`, so these are in English"
        streams.message(f"stratkit: {said}; known are: {known}")


def _stem(
    workspace: Workspace, document: str, language: str | None, audience: Audience | None, *, draft: bool
) -> str:
    header = workspace.plan.plan
    name = header.id if document == "plan" else f"{header.id}-{document}"
    name = f"{name}.{audience.value}" if audience else name
    name = f"{name}.draft" if draft else name
    return f"{name}.{language}" if language and language != header.language else name


@contextmanager
def _template_faults() -> Iterator[None]:
    """Turn a fault in a template into one line."""
    from stratkit.render.templates import TemplateFault

    try:
        yield
    except TemplateFault as fault:
        mend = fault.help or "mend the template, or install stratkit again if it is one of its own"
        raise streams.Stop(str(fault), mend) from None


def _page(workspace: Workspace, document: str, language: str | None, pdf: str, printing: Printing) -> bytes:
    from stratkit.render.page import page_for_screen

    with _template_faults():
        return page_for_screen(workspace, document, language, pdf=pdf, printing=printing).encode()


def _paper(
    workspace: Workspace,
    document: str,
    language: str | None,
    printing: Printing,
    *,
    quiet: bool,
    verbose: bool,
) -> bytes:
    from stratkit import shipped
    from stratkit.cli.meter import announce, page_counter
    from stratkit.render.estimate import estimate
    from stratkit.render.page import page_for_paper
    from stratkit.render.paper import PaperFault, print_pdf
    from stratkit.render.source_files import source_files

    with _template_faults():
        html = page_for_paper(workspace, document, language, printing=printing)
    expected = estimate(html)
    announce(expected, quiet=quiet)
    try:
        with page_counter(expected.pages, quiet=quiet) as on_progress:
            paper = print_pdf(
                html,
                folders=[shipped.templates(), workspace.folder],
                base=shipped.templates(),
                on_progress=on_progress,
                attachments=source_files(workspace),
            )
    except PaperFault as fault:
        if verbose and fault.detail:
            streams.message(fault.detail.rstrip())
        raise streams.Stop(str(fault), fault.help) from None
    for remark in paper.remarks:
        streams.message(f"stratkit: {visible(remark)}")
    return paper.pdf
