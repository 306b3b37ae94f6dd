"""Plans as documents, written to files."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stratkit.cli import streams
from stratkit.cli.options import Audience
from stratkit.source.shown import visible

if TYPE_CHECKING:
    from stratkit.load.workspace import Workspace
    from stratkit.render.paper import Attachment
    from stratkit.views.colophon import Printing

OUTPUTS = ("pdf", "html")
BESIDE = "changes"
"""The document that shows a plan beside the one before it."""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What is to be made of a plan: which document, in which `forms`, for whom, and where it goes.

    `plan` is the path to the plan, whose project may have templates of its own.
    """

    plan: Path
    document: str
    to: str
    output: Path
    lang: str | None = None
    audience: Audience | None = None
    draft: bool = False
    force: bool = False
    quiet: bool = False
    verbose: bool = False

    def targets(self) -> list[tuple[str, Path | None]]:
        """Each format with the file it goes to, if that is named. Raises `Stop` if it is not to be had."""
        return _targets(self.to, self.output, _outputs(self.plan, self.document), self.document)

    def write(self, workspace: Workspace, printing: Printing) -> None:
        """Write the files, and their names to stdout. Raises `Stop` where that cannot be done."""
        gc.enable()  # Jinja and the views leave garbage
        if self.lang and self.lang not in workspace.languages:
            known = ", ".join(sorted(workspace.languages))
            raise streams.Stop(f"the plan has no texts in `{self.lang}`", f"it has texts in: {known}")
        _check_words(self.lang or workspace.plan.plan.language, quiet=self.quiet)
        targets, stem = self.targets(), _stem(workspace, self)
        pdf = f"{stem}.pdf" if len(targets) > 1 else ""
        for form, target in targets:
            path = target or self.output / f"{stem}.{form}"
            make = self._page if form == "html" else self._paper
            streams.write_output(path, make(workspace, pdf, printing), force=self.force)
            streams.result(f"{path}\n")

    def _sources(self, workspace: Workspace) -> tuple[Attachment, ...]:
        """The files that the document is made of; those of the plan before lie in a folder of their own."""
        from stratkit.render.source_files import source_files

        before = workspace.previous if self.document == BESIDE else None
        return (*source_files(workspace), *(source_files(before, "before/") if before else ()))

    def _page(self, workspace: Workspace, pdf: str, printing: Printing) -> bytes:
        from stratkit.render.page import page_for_screen

        with template_faults():
            return page_for_screen(workspace, self.document, self.lang, pdf=pdf, printing=printing).encode()

    def _paper(self, workspace: Workspace, _: str, printing: Printing) -> bytes:
        from stratkit import shipped
        from stratkit.cli.meter import announce, page_counter
        from stratkit.render.estimate import estimate
        from stratkit.render.page import page_for_paper
        from stratkit.render.paper import PaperFault, print_pdf

        with template_faults():
            html = page_for_paper(workspace, self.document, self.lang, printing=printing)
        expected = estimate(html)
        announce(expected, quiet=self.quiet)
        try:
            with page_counter(expected.pages, quiet=self.quiet) as on_progress:
                paper = print_pdf(
                    html,
                    folders=[shipped.templates(), workspace.folder],
                    base=shipped.templates(),
                    on_progress=on_progress,
                    attachments=self._sources(workspace),
                )
        except PaperFault as fault:
            if self.verbose and fault.detail:
                streams.message(fault.detail.rstrip())
            raise streams.Stop(str(fault), fault.help) from None
        for remark in paper.remarks:
            streams.message(f"stratkit: {visible(remark)}")
        return paper.pdf


def edition_for(
    workspace: Workspace, audience: Audience | None, *, document: str = "", quiet: bool
) -> Workspace:
    """What an audience may see; what the author has to know of it is said, of all that a document shows."""
    from stratkit.load.audience import Unseen, count_restricted, for_audience

    if audience is None:
        before = workspace.previous if document == BESIDE else None
        kept = count_restricted(workspace) + (count_restricted(before) if before else 0)
        if kept and not quiet:
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


def _outputs(plan: Path, name: str) -> tuple[str, ...]:
    """What a kind of document can be made into."""
    from stratkit.load.settings import project_templates
    from stratkit.render.documents import NoDocument, document
    from stratkit.render.templates import templates_of

    with template_faults():
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


def _check_words(language: str, *, quiet: bool) -> None:
    """Say so if stratkit's own words are not there in a language."""
    from stratkit.render.catalogues import languages, speaks

    if not quiet and not speaks(language):
        known = ", ".join(languages())
        tag = visible(language)
        said = f"there are no words for headings and labels in `{tag}`, so these are in English"
        streams.message(f"stratkit: {said}; known are: {known}")


def _stem(workspace: Workspace, publication: Publication) -> str:
    header = workspace.plan.plan
    name = header.id if publication.document == "plan" else f"{header.id}-{publication.document}"
    name = f"{name}.{publication.audience.value}" if publication.audience else name
    name = f"{name}.draft" if publication.draft else name
    language = publication.lang
    return f"{name}.{language}" if language and language != header.language else name


@contextmanager
def template_faults() -> Iterator[None]:
    """Turn a fault in a template, and a document with nothing to show, into one line."""
    from stratkit.render.documents import NothingToShow
    from stratkit.render.templates import TemplateFault

    try:
        yield
    except NothingToShow as fault:
        raise streams.Stop(str(fault), fault.help) from None
    except TemplateFault as fault:
        mend = fault.help or "mend the template, or install stratkit again if it is one of its own"
        raise streams.Stop(str(fault), mend) from None
