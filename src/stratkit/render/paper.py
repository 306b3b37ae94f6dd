"""HTML onto paper: a PDF, laid out in a process of its own.

In: HTML and the folders that it may draw from. Out: the PDF and what its layout engine remarked. WeasyPrint
never runs in this process: a crash, a limit or a missing library becomes one `PaperFault`.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, NamedTuple

from stratkit.render.verdict import Ending, Limits, PaperFault, explain_ending, explain_fault

__all__ = [
    "LIMITS",
    "STEPS",
    "Attachment",
    "Limits",
    "Paper",
    "PaperFault",
    "Step",
    "print_pdf",
    "source_date",
]

LIMITS = Limits()
STEPS = 7  # the fifth, layout, takes most of the time

# Finding a library, a font or its cache depends on these. Nothing else of the environment is handed on.
_KEPT = (
    "DYLD_FALLBACK_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "HOME",
    "LD_LIBRARY_PATH",
    "PATH",
    "PYTHONDONTWRITEBYTECODE",
    "SYSTEMROOT",
    "WEASYPRINT_DLL_DIRECTORIES",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
)


class Step(NamedTuple):
    """Where the work stands: step `number` of `STEPS`, its name in English, the page or 0.

    Layout begins again at page 1 when page numbers in the text have to be filled in.
    """

    number: int
    name: str
    page: int


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A PDF, and one sentence for each thing that its layout engine remarked or was refused."""

    pdf: bytes
    remarks: tuple[str, ...]


class Attachment(NamedTuple):
    """A file inside a PDF: its name there, what it holds, and its media type, such as `text/markdown`."""

    name: str
    content: bytes
    media_type: str


def print_pdf(
    html: str,
    *,
    folders: Sequence[Path],
    base: Path,
    created: datetime | None = None,
    on_progress: Callable[[Step], None] | None = None,
    limits: Limits = LIMITS,
    attachments: Sequence[Attachment] = (),
) -> Paper:
    """The HTML as a tagged PDF with bookmarks that says it is PDF/A-3a and PDF/UA-1.

    Language, title, author, subject, keywords and maker come from its head; it needs a language and a title.
    `attachments` are the files it was made from, each of another name.

    Relative references start at the folder `base`; only files inside `folders` are read. `created` becomes
    the date of creation and of change (without a zone: UTC); without it, SOURCE_DATE_EPOCH or the HTML's own
    dates do. The same arguments give the same bytes. Raises `PaperFault`.
    """
    request = {
        "html": html,
        "folders": [str(folder.resolve()) for folder in folders],
        "base": str(base.resolve()),
        "created": _stamp(created),
        "attachments": [
            (name, base64.b64encode(content).decode(), media_type)
            for name, content, media_type in attachments
        ],
        "cpu_seconds": limits.cpu_seconds,
        "memory": limits.memory,
    }
    with _desk(request) as desk, (desk / "errors").open("w+b") as errors, _start(desk, errors) as child:
        clock = threading.Timer(limits.wall_seconds, child.kill)
        clock.start()
        try:
            tale = _listen(child, on_progress)
            late = clock.finished.is_set()
        finally:
            clock.cancel()
            child.kill()
            child.wait()
        if tale.fault:
            raise explain_fault(tale.fault, limits)
        if not tale.done:
            errors.seek(0)
            raise explain_ending(Ending(child.returncode, late, tale.page, errors.read()), limits)
        return Paper(pdf=(desk / "paper.pdf").read_bytes(), remarks=tuple(tale.remarks))


@dataclass
class _Tale:
    """What the child has told so far."""

    remarks: list[str] = field(default_factory=list)
    page: int = 0
    fault: dict[str, str] | None = None
    done: bool = False


def _listen(child: subprocess.Popen[bytes], on_progress: Callable[[Step], None] | None) -> _Tale:
    """Hears the child out until it has ended."""
    tale = _Tale()
    for line in child.stdout or ():
        if not line.endswith(b"\n"):
            break  # it died while it spoke
        match json.loads(line):
            case {"step": [int(number), str(name), int(page)]}:
                tale.page = page or tale.page
                if on_progress:
                    on_progress(Step(number, name, page))
            case {"remark": str(remark)}:
                tale.remarks.append(remark)
            case {"fault": _} as fault:
                tale.fault = fault
            case {"done": True}:
                tale.done = True
    child.wait()
    return tale


@contextmanager
def _desk(request: object) -> Iterator[Path]:
    """A folder for one document, gone afterwards whatever happens."""
    with ExitStack() as stack:
        try:
            folder = tempfile.TemporaryDirectory(prefix="stratkit-", ignore_cleanup_errors=True)
            desk = Path(stack.enter_context(folder))
            (desk / "request.json").write_text(json.dumps(request), encoding="utf-8")
        except OSError as fault:
            raise PaperFault(
                f"the PDF cannot be laid out: {fault.strerror}",
                "see that the folder for temporary files is there and has room (TMPDIR names it)",
            ) from fault
        yield desk


def _start(desk: Path, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            # -P: a folder called `stratkit` in the working folder is not ours
            [sys.executable, "-P", "-m", "stratkit.render.press"],
            stdin=subprocess.PIPE,  # never written to: its end tells the child that this process is gone
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=desk,
            env=_environment(desk),
        )
    except OSError as fault:
        raise PaperFault(
            f"the PDF cannot be laid out: a second Python does not start ({fault.strerror})",
            "see that this machine has memory and processes to spare",
        ) from fault


def _environment(desk: Path) -> dict[str, str]:
    """What the child sees: libraries, fonts and modules as here, and nothing that changes from run to run."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | {
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONUTF8": "1",
        "TMPDIR": str(desk),
        "TZ": "UTC",
    }


def source_date() -> datetime | None:
    """The moment that SOURCE_DATE_EPOCH names, if it is set. Raises `PaperFault` if it is no moment."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise PaperFault(
            f"SOURCE_DATE_EPOCH is `{epoch[:40]}`, not a number of seconds",
            "set it to the seconds since 1970, or unset it",
        ) from None


def _stamp(created: datetime | None) -> str | None:
    """A moment as PDF metadata has it. Raises `PaperFault` if SOURCE_DATE_EPOCH is no moment."""
    created = created or source_date()
    if created is None:
        return None
    moment = created.astimezone(UTC) if created.tzinfo else created
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
