"""`stratkit rule`: what the rules are, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from stratkit.cli import streams
from stratkit.cli.options import Colour, ColourOption

if TYPE_CHECKING:
    from stratkit.check.catalogue import Rule


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="The rule to explain. Default: list them all.")
    ] = None,
    color: ColourOption = Colour.auto,
) -> None:
    """Explain a rule: what it asks, why it matters to a reader of the plan, and an example of either side."""
    from stratkit.check import catalogue

    if code is None:
        streams.result(_list(bold=streams.wants_colour(color.value)))
        return
    try:
        found = catalogue.rule(code)
    except KeyError:
        raise no_rule(code) from None
    streams.result(_explain(found, bold=streams.wants_colour(color.value)))


def no_rule(code: str) -> streams.Stop:
    """What to say of a word that is no rule."""
    from stratkit.check.catalogue import CODES
    from stratkit.load.likeness import did_you_mean

    mend = did_you_mean(code, CODES) or "`stratkit rule` lists them"
    return streams.Stop(f"there is no rule `{code}`", mend)


def _list(*, bold: bool) -> str:
    from stratkit.check.catalogue import CODES, GROUPS, rule

    width = max(map(len, CODES))
    groups = []
    for group, codes in GROUPS.items():
        lines = [f"  {one.code:{width}}  {one.severity:7}  {one.summary}\n" for one in map(rule, codes)]
        groups.append(_head(group, bold=bold) + "\n" + "".join(lines))
    return "\n".join(groups)


def _head(text: str, *, bold: bool) -> str:
    return typer.style(text, bold=True) if bold else text


def _explain(found: Rule, *, bold: bool) -> str:
    from textwrap import fill, indent

    def head(text: str) -> str:
        return _head(text, bold=bold)

    why = "\n\n".join(fill(paragraph, 88) for paragraph in found.why.split("\n\n"))
    return (
        f"{head(found.code)} ({found.severity})\n\n{fill(found.summary, 88)}\n\n{why}\n\n"
        f"{head('Bad')}\n\n{indent(found.bad, '    ')}\n\n{head('Good')}\n\n{indent(found.good, '    ')}\n\n"
        f"{head('To silence it')}\n\n"
        f"    At one place, on its line:   # stratkit: ignore[{found.code}] — the reason\n"
        f"    In all plans of a project:   rules: {{{found.code}: off}}   in stratkit.yaml\n"
    )
