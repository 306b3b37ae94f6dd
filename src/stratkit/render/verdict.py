"""Why there is no PDF: the child's end as one plain sentence, and what would mend it."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

_OUT_OF_MEMORY = re.compile(
    rb"MemoryError|bad_alloc|failed to allocate|cannot allocate memory|out of memory|creating thread",
    re.IGNORECASE,
)
_SMALLER = "use fewer or smaller images, or print the document in parts"
_REPORT = "this should not happen: please report it, with the plan if it is public"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What laying out one document may cost: seconds of CPU, seconds on the clock, bytes of memory.

    A plain page was measured at 0.07 s and 1.8 MiB, a designed one at up to 0.2 s: room for 2,000 pages.
    """

    cpu_seconds: int = 600
    wall_seconds: float = 1800
    memory: int = 4 * 1024**3


class PaperFault(Exception):
    """A PDF could not be made. The text is a plain sentence, `help` what would mend it.

    `detail` is what the layout engine left behind, for those who ask for it.
    """

    def __init__(self, message: str, remedy: str, detail: str = "") -> None:
        super().__init__(message)
        self.help = remedy
        self.detail = detail


class Ending(NamedTuple):
    """How the child ended: its exit code, whether its time was up, the page it had reached, its stderr."""

    code: int
    late: bool
    page: int
    stderr: bytes


def explain_fault(fault: Mapping[str, str], limits: Limits) -> PaperFault:
    """The fault that the child caught, as the name of its class, its text and its traceback."""
    detail = fault["detail"]
    match fault["fault"]:
        case "Missing":
            return PaperFault("a PDF needs the library Pango, which is not on this machine", _pango(), detail)
        case "ImportError" | "ModuleNotFoundError":
            return PaperFault(
                f"a PDF needs a Python package that is not there: {fault['text']}",
                "install stratkit again, so that what it needs comes with it",
                detail,
            )
        case "MemoryError" | "SystemError":  # the second is how a C extension says the first
            return _memory(limits, detail)
        case "RecursionError":
            return PaperFault(
                "the document is nested too deeply to be laid out",
                "look for lists, quotations or drawings that stand inside one another many times",
                detail,
            )
        case "URLFetchingError":
            reason = fault["text"].removeprefix("Refused: ")
            return PaperFault(
                f"the document cannot be laid out without what it refers to: {reason}",
                "take the reference out of the template",
                detail,
            )
        case name:
            return PaperFault(f"the layout engine failed ({name}: {fault['text']})", _REPORT, detail)


def explain_ending(ending: Ending, limits: Limits) -> PaperFault:
    """Why the child ended without telling."""
    detail = ending.stderr[-4000:].decode("utf-8", "replace")
    if ending.late:
        return _time(f"{limits.wall_seconds:g} seconds", ending.page, detail)
    if ending.code == -getattr(signal, "SIGXCPU", 0):
        return _time(f"{limits.cpu_seconds} seconds of computing", ending.page, detail)
    if _OUT_OF_MEMORY.search(ending.stderr):
        return _memory(limits, detail)
    if ending.code == -getattr(signal, "SIGKILL", 0):
        return PaperFault("the system ended the layout, most often for want of memory", _SMALLER, detail)
    if ending.code < 0:
        return PaperFault(
            f"the layout engine crashed ({signal.Signals(-ending.code).name})",
            "see that at least one font is installed here; if one is, please report it, with the plan",
            detail,
        )
    return PaperFault(f"the layout engine ended early (exit code {ending.code})", _REPORT, detail)


def _memory(limits: Limits, detail: str) -> PaperFault:
    size = f"{limits.memory // 1024**2:,} MiB"
    return PaperFault(f"laying out the PDF needs more than {size} of memory", _SMALLER, detail)


def _time(limit: str, page: int, detail: str) -> PaperFault:
    place = f"on page {page}" if page else "before the first page"
    return PaperFault(
        f"laying out the PDF took more than {limit}",
        f"it stopped {place}: look there for a very large table or drawing, or a line without spaces",
        detail,
    )


def _pango() -> str:
    if sys.platform == "darwin":
        return "type `brew install pango`"
    return "type `sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`"
