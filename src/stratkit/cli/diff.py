"""`stratkit diff`: what happened to the promises."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stratkit.cli import streams
from stratkit.cli.options import (
    AudienceOption,
    Colour,
    ColourOption,
    FailOn,
    ForceOption,
    LanguageOption,
    OutputOption,
    QuietOption,
    RoomOption,
    VerboseOption,
)
from stratkit.cli.plans import print_faults, standpoint
from stratkit.cli.publication import BESIDE, Publication, edition_for
from stratkit.source.shown import visible

if TYPE_CHECKING:
    from stratkit.check.comparison import Comparison
    from stratkit.cli.sides import Sides


class DiffFormat(StrEnum):
    """How changes are written."""

    full = "full"
    concise = "concise"
    json = "json"
    markdown = "markdown"
    github = "github"


class PolicyName(StrEnum):
    """By what changes are judged."""

    editorial = "editorial"
    accountability = "accountability"
    strict = "strict"


def diff(
    plans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD NEW | PLAN]",
            help="Two plans, each a folder, a file or REV:path; or one, which is compared with what it was "
            "where this branch left the default branch. Default: here.",
        ),
    ] = None,
    rev: Annotated[
        list[str] | None,
        typer.Option(
            metavar="REV",
            help="Compare PLAN at this revision of git with what it is; given twice, the two revisions.",
        ),
    ] = None,
    form: Annotated[
        DiffFormat | None,
        typer.Option("--format", help="How changes are written. [default: full]", show_default=False),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="FORMATS", help="Write a document instead: pdf, html, or both with a comma."),
    ] = None,
    output: OutputOption = Path("build"),
    lang: LanguageOption = None,
    audience: AudienceOption = None,
    force: ForceOption = False,
    policy: Annotated[
        PolicyName | None,
        typer.Option(help="By what changes are judged. [default: accountability]", show_default=False),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="The mildest change that ends with 1. [default: error]", show_default=False),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 if there are such changes.")
    ] = False,
    impact: Annotated[
        bool, typer.Option("--impact", help="List what somebody should look at again.")
    ] = False,
    git_driver: Annotated[
        bool, typer.Option("--git-driver", help="Be what git asks about single files; see docs/diff.md.")
    ] = False,
    room: RoomOption = 1,
    color: ColourOption = Colour.auto,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """What happened to the promises between two plans, or two revisions of one.

    Each change is an error where the commitment is certainly weaker, a warning where the files cannot tell,
    else info. With --exit-code, --policy or --fail-on it ends with 1 if there is one at or above --fail-on
    that `accepted_changes` does not name; without, with 0.
    """
    standpoint()
    judged_by = policy.value if policy else "accountability"
    colour = streams.wants_colour(color.value)
    told = form or DiffFormat.full
    write = _writer(told, colour=colour, impact=impact)
    if git_driver:
        from stratkit.cli.driver import speak

        streams.result(speak(plans or [], judged_by, write, room, colour=colour))
        return 0
    if audience and to is None:
        raise streams.Stop("only documents are made for an audience", "add `--to pdf,html`")
    if to is not None and (form or policy not in (None, PolicyName.accountability)):
        mend = "leave out --format and --policy: documents are judged by `accountability`"
        raise streams.Stop("a document has a form of its own, and no other policy", mend)
    from stratkit.check.comparison import compare
    from stratkit.cli.sides import two_plans

    with two_plans(plans or [], rev or [], room) as sides:
        if verbose:
            named = " with ".join(f"`{side.door.shown(side.path)}`" for side in sides)
            streams.message(f"stratkit: comparing {visible(named)}")
        if not _are_sound(sides, color):
            streams.message("stratkit: nothing was compared: the plan has to be mended first")
            return 1
        comparison = compare(*sides, judged_by)
        if to is not None:
            _publish(
                Publication(
                    plan=sides.new.path,
                    document=BESIDE,
                    to=to,
                    output=output,
                    lang=lang,
                    audience=audience,
                    force=force,
                    quiet=quiet,
                    verbose=verbose,
                ),
                sides,
            )
        else:
            streams.result(write(comparison))
        if told is DiffFormat.github and to is None:
            _summarize(comparison, impact=impact)
    asked = exit_code or policy is not None or fail_on is not None
    return int(asked and _fails(comparison, fail_on or FailOn.error))


def _writer(form: DiffFormat, *, colour: bool, impact: bool) -> Callable[[Comparison], str]:
    def write(comparison: Comparison) -> str:
        module = import_module(f"stratkit.formats.diff.{form.value}")
        text: str = module.write(comparison, colour=colour, impact=impact)
        return text

    return write


def _publish(publication: Publication, sides: Sides) -> None:
    """Write the document on two plans."""
    from stratkit.cli.printing import printing_of

    audience = publication.audience
    printing = printing_of(sides.new, as_of=None, audience=audience or "", faults=0, draft=False)
    both = sides.new.after(sides.old)
    document, quiet = publication.document, publication.quiet
    publication.write(edition_for(both, audience, document=document, quiet=quiet), printing)


def _are_sound(sides: Sides, color: Colour) -> bool:
    """Whether both plans can be compared; the faults of those that cannot are printed."""
    from stratkit.cli.sides import faults_of

    sound = True
    for side in sides:
        if faults := faults_of(side):
            print_faults(side, faults, color.value)
            sound = False
    return sound


def _summarize(comparison: Comparison, *, impact: bool) -> None:
    """Add the changes to the summary of a job on GitHub Actions."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        from stratkit.cli.summary import append_summary

        append_summary(_writer(DiffFormat.markdown, colour=False, impact=impact)(comparison), path)


def _fails(comparison: Comparison, threshold: FailOn) -> bool:
    """Whether there is a change at or above a level that nobody accepted; never at `never`."""
    from stratkit.check.levels import LEVELS

    return any(comparison.judgement.fails(level) for level in LEVELS if level == threshold)
