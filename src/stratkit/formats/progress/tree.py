"""A plan as a tree, for a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stratkit.formats.progress.rows import COLOURS, MARKS, ORDER, Row, headline, row, rows, word
from stratkit.progress.overview import Line, Overview
from stratkit.progress.rollup import GroupStanding
from stratkit.source.shown import visible

ROOM = {"Change": 70, "Reported": 84, "Lead": 116}
"""From so many columns on there is room for these."""


def write(overview: Overview, *, whole: bool, colour: bool, width: int) -> str:
    """The tree at a width in columns. `whole`: with the indicators and milestones of outcomes, and ids."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    header = overview.workspace.plan.plan
    since = f", changes since {overview.before.known.day}" if overview.before else ""
    console.print(Text(visible(header.title), style="bold"))
    console.print(Text(f"{visible(header.organization.name)}, as of {overview.day}{since}", style="dim"))
    console.print()
    for line in headline(overview):
        console.print(Text(visible(line)))
    if overview.outcomes:
        console.print(_counts(overview))
    found = rows(overview, whole=whole)
    if found:
        console.print()
        console.print(_table(overview, found, whole=whole, width=width))
    for title, lines in (("By theme", overview.themes), ("By challenge", overview.challenges)):
        if whole and lines:
            across = [row(overview, line) for line in lines]
            console.print()
            console.print(_table(overview, across, whole=whole, width=width, title=title))
    if found:
        for line in _legend(overview, found):
            console.print(Text(line, style="dim"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _legend(overview: Overview, found: list[Row]) -> Iterator[str]:
    """What the marks behind statuses mean, where there are any."""
    differing = {row.line.standing.status for row in found if row.line.differs}
    if differing:
        marks = ", ".join(
            f"({MARKS[each]}) {visible(word(overview, each))}" for each in ORDER if each in differing
        )
        yield f"{marks}: by the figures; `--explain ID` shows the working, `-v` the ids"
    if any(row.percent.startswith("(") for row in found):
        yield "(… %): as reported; the plan has nothing to work it out from"
    if overview.reporting.overdue and any(row.line.missing for row in found):
        yield "!: the report is overdue"


def _counts(overview: Overview) -> Text:
    """How many outcomes there are of each status."""
    counts = Text()
    for status in ORDER:
        if number := overview.statuses[status]:
            counts.append("   " if counts else "")
            counts.append(
                f"{MARKS[status]} {number:,} {visible(word(overview, status))}", COLOURS.get(status, "")
            )
    return counts


def _table(overview: Overview, found: list[Row], *, whole: bool, width: int, title: str = "") -> Table:
    # what is known of nothing has no column
    values = {
        "Change": [row.change for row in found],
        "Reported": [f"{row.age} ago" if row.age else "" for row in found],
        "Lead": [visible(row.lead) for row in found],
    }
    values = {name: texts for name, texts in values.items() if any(texts) and width >= ROOM[name]}
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, expand=True)
    table.add_column(title, overflow="fold", ratio=1, min_width=20)
    table.add_column("Status", overflow="fold", max_width=20)
    for name in ("Now", "Expected", *values):
        figure = name in ("Now", "Expected", "Change")
        table.add_column(
            name,
            justify="right" if figure else "left",
            no_wrap=name != "Lead",
            max_width=24 if name == "Lead" else None,
            style="" if figure else "dim",
        )
    for number, one in enumerate(found):
        more = (Text(texts[number]) for texts in values.values())
        table.add_row(
            _title(one.line, whole=whole),
            _status(overview, one.line),
            Text(one.percent),
            Text(one.expected),
            *more,
        )
    return table


def _title(line: Line, *, whole: bool) -> Padding:
    """What an element is called, below what it is in."""
    bold = line.record.kind_ in ("action_line", "axis", "theme", "challenge")
    faint = line.record.kind_ in ("indicator", "milestone")
    title = Text(visible(line.record.heading), "bold" if bold else "dim" if faint else "")
    stands = line.standing
    if bold and isinstance(stands, GroupStanding) and 0 < stands.figures < stands.parts:
        title.append(f"  {stands.figures} of {stands.parts} outcomes with figures", "dim")
    if whole:
        title.append(f"  {visible(line.record.id)}", "cyan")
    return Padding(title, (0, 0, 0, 2 * line.depth))


def _status(overview: Overview, line: Line) -> Text:
    status = line.status
    said = Text(f"{MARKS[status]} {visible(word(overview, status))}", COLOURS.get(status, ""))
    if line.differs:
        computed = line.standing.status
        said.append(" (")
        said.append(MARKS[computed], COLOURS.get(computed, ""))
        said.append(")")
    if line.missing and overview.reporting.overdue:
        said.append(" !", "red")
    return said
