"""`stratkit validate`: every finding in one pass."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from stratkit.check.finding import EVERYTHING, Finding, Selection
from stratkit.cli import streams
from stratkit.cli.meter import plan_counter
from stratkit.cli.options import (
    Colour,
    ColourOption,
    FailOn,
    FindingFormat,
    QuietOption,
    RoomOption,
    VerboseOption,
)
from stratkit.cli.plans import Checked, check_plans, fails, find_plans
from stratkit.formats import Reach, finding_format
from stratkit.source.shown import count, visible

CodesOption = list[str] | None


def validate(
    ctx: typer.Context,
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
    select: Annotated[
        CodesOption, typer.Option(metavar="CODES", help="Check these rules only; several with commas.")
    ] = None,
    ignore: Annotated[
        CodesOption, typer.Option(metavar="CODES", help="Leave these rules out; several with commas.")
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings of each rule instead of listing them.")
    ] = False,
    known: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Leave out the findings that this file names as known."),
    ] = None,
    write_known: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the findings of today to this file, and end with 0."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Hold every figure against the one published at this tag or revision of git.",
        ),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="Tell which reports are overdue on this day. Default: the day of the last report.",
        ),
    ] = None,
    room: RoomOption = 1,
    color: ColourOption = Colour.auto,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Check plans: every finding with its place, what is wrong and what would mend it.

    Ends with 0 if all is well, 1 if there are findings at or above --fail-on, 2 if a plan cannot be opened.
    `stratkit rule CODE` explains a finding. With --select and --ignore, errors in files and values count
    though they are left out: a plan that is not read whole may break any rule.
    """
    selection = _selection(select, ignore, published)._replace(as_of=as_of.date() if as_of else None)
    given = ctx.get_parameter_source("form")
    if statistics and form.value != "full" and given and given.name == "COMMANDLINE":
        raise streams.Stop("--statistics is a table, and has no other format", "leave out --format")
    checks, unopened = _check(paths or [Path()], selection, room, quiet=quiet, verbose=verbose)
    if write_known:
        from stratkit.cli.known import write_known as write_file

        streams.result(write_file(write_known, checks, quiet=quiet))
        return 2 if unopened else 0
    if known or any(one.known_file for one in checks):
        from stratkit.cli.known import leave_out

        checks = leave_out(checks, known, quiet=quiet)
    if checks:
        _tell(checks, "statistics" if statistics else form.value, color, quiet=quiet)
        _tell_hidden(checks, "--select" if select else "--ignore")
        _tell_doubts(checks)
    failed = any(
        fails([*one.findings, *one.hidden], fail_on.value if fail_on else one.fail_on) for one in checks
    )
    return 2 if unopened else int(failed)


def _selection(select: CodesOption, ignore: CodesOption, published: str | None) -> Selection:
    """The rules to check. Raises `Stop` for a word that is none, and where a revision is missing."""
    from stratkit.check.catalogue import CODES, COMPARED

    def codes(given: CodesOption) -> frozenset[str]:
        named = [code.strip() for words in given or () for code in words.split(",") if code.strip()]
        for code in named:
            if code not in CODES:
                from stratkit.cli.rule import no_rule

                raise no_rule(code)
        return frozenset(named)

    if published == "":
        raise streams.Stop("--published names no revision", "name a tag, a branch or a commit")
    chosen = codes(select)
    if published is None and not chosen.isdisjoint(COMPARED):
        told = ", ".join(chosen.intersection(COMPARED))
        raise streams.Stop(f"{told} needs a revision to compare with", "name it: `--published REV`")
    return Selection(chosen, codes(ignore), published or "") if select or ignore or published else EVERYTHING


def _check(
    paths: list[Path], selection: Selection, room: int, *, quiet: bool, verbose: bool
) -> tuple[list[Checked], bool]:
    """What came of each plan, and whether there was one that could not be opened."""
    found = find_plans(paths)
    stops = [one for one in found if isinstance(one, streams.Stop)]
    plans = [one for one in found if isinstance(one, Path)]
    checks, unopened = [], bool(stops)
    told: set[str] = set()
    for stop in stops:
        _complain_once(stop, told)
    with plan_counter(len(plans), quiet=quiet) as tick:
        for one in check_plans(plans, selection, room):
            tick()
            if isinstance(one, streams.Stop):
                _complain_once(one, told)
                unopened = True
                continue
            checks.append(one)
            if verbose:
                streams.message(f"read {one.shown}: {one.files} files")
    return checks, unopened


def _complain_once(stop: streams.Stop, told: set[str]) -> None:
    """Say why a plan cannot be opened, if that was not said of another one."""
    if str(stop) not in told:
        told.add(str(stop))
        streams.complain(stop)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without repetition: plans of one project share its settings file."""
    return list(
        {
            (finding.code, finding.span[1:], finding.span.path, finding.message): finding
            for finding in findings
        }.values()
    )


def _tell_hidden(checks: list[Checked], option: str) -> None:
    """Say that a selection leaves out why a plan is not read whole."""
    hidden = _once(finding for one in checks for finding in one.hidden)
    if hidden:
        keep, them = ("keeps", "it") if len(hidden) == 1 else ("keep", "them")
        told = f"{count(len(hidden), 'fault')} in the files {keep} rules from being sure"
        streams.message(f"stratkit: {told}; `{option}` leaves {them} out")


def _tell_doubts(checks: list[Checked]) -> None:
    """Say that the published plan was not read whole."""
    doubts = _once(finding for one in checks for finding in one.doubts)
    if doubts:
        told = f"{count(len(doubts), 'fault')} in the published files may hide figures from the comparison"
        streams.message(f"stratkit: {told}: see {visible(doubts[0].span.place)}")


def _tell(checks: list[Checked], form: str, color: Colour, *, quiet: bool) -> None:
    """Print the findings of all plans."""
    listed = _once(finding for one in checks for finding in one.findings)
    reach = Reach(
        elements=sum(one.elements for one in checks),
        files=sum(one.files for one in checks),
        plans=len(checks),
        known=len(_once(finding for one in checks for finding in one.known)),
    )
    if listed or not quiet or form not in {"full", "concise", "statistics"}:
        write = finding_format(form)
        streams.result(write(listed, reach, colour=streams.wants_colour(color.value)))
    if form == "github" and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        from stratkit.cli.summary import append_summary
        from stratkit.formats.github import summary

        append_summary(summary(listed, reach), path)
