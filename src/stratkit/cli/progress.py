"""How far a long piece of work is, on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stratkit.render.paper import Step

_PATIENCE = 0.5
"""Seconds of work that need no word."""

_MANY = 5
"""Fewer plans are checked before a bar would show."""


@contextmanager
def page_counter(*, quiet: bool) -> Iterator[Callable[[Step], None] | None]:
    """What to tell each step to; it draws a bar on a terminal once the work has lasted half a second."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from stratkit.render.paper import STEPS

    began = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=False) as bar:
        task = bar.add_task("Laying out the PDF", total=STEPS, visible=False)

        def show(step: Step) -> None:
            page = f", page {step.page}" if step.page else ""
            bar.update(
                task,
                description=f"Laying out the PDF: {step.name.lower()}{page}",
                completed=step.number - 1,
                visible=time.monotonic() - began > _PATIENCE,
            )

        yield show


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
