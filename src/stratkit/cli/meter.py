"""How far a long piece of work is, on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from stratkit.cli import streams

if TYPE_CHECKING:
    from stratkit.render.estimate import Estimate
    from stratkit.render.paper import Step

_LONG = 15
"""Seconds of layout before which a reader is warned."""

_PATIENCE = 0.5
"""Seconds of work that need no word."""

_MANY = 5
"""Fewer plans are checked before a bar would show."""

_BEGINS = (0.0, 0.04, 0.05, 0.08, 0.12, 0.7, 0.87)
"""How much of the work is done when each step begins; the fifth, layout, goes on from page to page."""


def announce(expected: Estimate, *, quiet: bool) -> None:
    """Say beforehand that a document will take long, if it will."""
    if quiet or expected.seconds < _LONG:
        return
    tens = round(expected.seconds, -1)
    span = f"{tens:.0f} seconds" if tens <= 120 else f"{expected.seconds / 60:.0f} minutes"
    streams.message(
        f"stratkit: this will be about {round(expected.pages, -1):,} pages, and take about {span}"
    )


@contextmanager
def page_counter(pages: int, *, quiet: bool) -> Iterator[Callable[[Step], None] | None]:
    """What to tell each step to; it draws a bar on a terminal once the work has lasted half a second.

    `pages` is how many are expected.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    began = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=False) as bar:
        task = bar.add_task("Laying out the PDF", total=1.0, visible=False)
        done = 0.0

        def show(step: Step) -> None:
            nonlocal done
            done = max(done, _share(step, pages))  # some pages are laid out again
            page = f", page {step.page}" if step.page else ""
            bar.update(
                task,
                description=f"Laying out the PDF: {step.name.lower()}{page}",
                completed=done,
                visible=time.monotonic() - began > _PATIENCE,
            )

        yield show


def _share(step: Step, pages: int) -> float:
    """How much of the work is done, from 0 to 1."""
    begin, end = (*_BEGINS, 1.0)[step.number - 1 : step.number + 1]
    return begin + (end - begin) * min(step.page / pages, 1.0)


@contextmanager
def plan_counter(plans: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """What to call after each plan; it draws a bar on a terminal once the work has lasted half a second."""
    if quiet or plans < _MANY or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    began = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Checking plans", total=plans, visible=False)
        yield lambda: bar.update(task, advance=1, visible=time.monotonic() - began > _PATIENCE)
