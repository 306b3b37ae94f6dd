"""One fault, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from stratkit.source.text import Span


class Related(NamedTuple):
    """Another place that a fault has to do with, and what is there."""

    span: Span
    note: str


class Problem(NamedTuple):
    """A fault in what an author wrote.

    `code` is the name of the rule, `message` one sentence without a full stop, `help` what would mend it.
    """

    code: str
    span: Span
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
