"""The process that lays out one document, kept apart so that a crash or a limit ends only itself.

In: `request.json` in the working folder. Out: `paper.pdf` beside it; on stdout one line of JSON for each step
and each remark, then one for the end or the fault. The process ends as soon as its stdin is closed.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import re
import threading
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from stratkit.render.missing_fonts import install_fonts

MAX_REMARKS = 500
MAX_REMARK = 500
MAX_BOXES = 10

Request = dict[str, Any]
Say = Callable[[dict[str, Any]], None]


class Missing(Exception):
    """A library that WeasyPrint needs is not on this machine."""


class Listener(logging.Handler):
    """Turns log records into steps and remarks. Records that repeat a refusal are dropped.

    Characters that no font has are gathered in `boxes`, and remarked once by `end`.
    """

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say
        self._refusals: set[str] = set()
        self.boxes: dict[str, None] = {}
        self._count = 0

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.name == "weasyprint.progress":
            self._advance(message)
        elif message.startswith(".notdef glyph") and isinstance(record.args, tuple):
            self.boxes[str(record.args[0])] = None
        elif not any(refusal in message for refusal in self._refusals):
            self.remark(message)

    def refuse(self, refusal: str) -> None:
        if refusal not in self._refusals:
            self._refusals.add(refusal)
            self.remark(refusal)

    def end(self) -> None:
        """Say what could be said only after the last page."""
        if self.boxes:
            shown = ", ".join(f"{each} (U+{ord(each):04X})" for each in list(self.boxes)[:MAX_BOXES])
            more = len(self.boxes) - MAX_BOXES
            rest = f" and {more} more" if more > 0 else ""
            sentence = f"no font has {shown}{rest}: a box is printed instead; {install_fonts(self.boxes)}"
            sentence += "; until then the PDF does not say that it is PDF/A-3a and PDF/UA-1"
            self._say({"remark": sentence})

    def remark(self, message: str) -> None:
        self._count += 1
        if self._count <= MAX_REMARKS:
            self._say({"remark": message[:MAX_REMARK]})
        elif self._count == MAX_REMARKS + 1:
            self._say({"remark": "there are more remarks than can be shown"})

    def _advance(self, message: str) -> None:
        if found := re.match(r"Step (\d+) - ([^-]+?)(?: - Page (\d+)|$| - )", message):
            number, name, page = found.groups()
            self._say({"step": [int(number), name, int(page or 0)]})


def main() -> None:
    """Lays out the document that the working folder holds, and ends the process."""
    say = _take_stdout()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        request = json.loads(Path("request.json").read_bytes())
        _limit("RLIMIT_CORE", 0)
        _limit("RLIMIT_CPU", request["cpu_seconds"])
        pdf = lay_out(request, say)
        Path("paper.pdf").write_bytes(pdf)
        say({"done": True})
    except BaseException as fault:  # noqa: BLE001 # whatever it is, the parent has to hear of it
        _limit("RLIMIT_DATA", None)
        detail = traceback.format_exc()[-4000:]
        say({"fault": type(fault).__name__, "text": str(fault)[:MAX_REMARK], "detail": detail})
    # Nothing is tidied: the parent removes the folder, and taking a large document apart takes long.
    os._exit(0)


def lay_out(request: Request, say: Say) -> bytes:
    """The PDF of a request. Raises `Missing`, and whatever WeasyPrint raises."""
    listener = Listener(say)
    logging.getLogger().addHandler(listener)
    gc.disable()
    weasyprint = _weasyprint(listener)
    logging.getLogger("weasyprint.progress").setLevel(logging.INFO)
    _limit("RLIMIT_DATA", request["memory"])

    from stratkit.render import archive
    from stratkit.render.fetcher import Fetcher
    from stratkit.render.tags import tell_more

    base = Path(request["base"])
    fetcher = Fetcher([Path(folder) for folder in request["folders"]], base, listener.refuse)
    html = weasyprint.HTML(string=request["html"], base_url=f"{base.as_uri()}/", url_fetcher=fetcher)
    _drop_attachments(html, listener)
    options = {"pdf_tags": True, "pdf_variant": archive.VARIANT}
    document = html.render(**options)
    if request["html"].count(" lang=") > 1 or " data-heard=" in request["html"]:
        tell_more()
    archive.seal_streams()
    archive.prepare(document, request, sound=lambda: not listener.boxes)
    identifier = archive.identify(request)
    pdf: bytes = document.write_pdf(finisher=archive.finish, pdf_identifier=identifier, **options)
    listener.end()
    return pdf


def _weasyprint(listener: Listener) -> Any:
    """The library, its warnings turned into remarks. Raises `Missing`."""

    def show(message: Warning | str, *_: object, **__: object) -> None:
        listener.remark(str(message))

    warnings.showwarning = show
    try:
        import weasyprint
    except OSError as fault:
        raise Missing(str(fault)) from fault
    return weasyprint


def _drop_attachments(html: Any, listener: Listener) -> None:
    """Takes the link type away that would embed a file in the PDF."""
    for element in html.etree_element.iter():
        types = element.get("rel", "").split()
        if any(kind.lower() == "attachment" for kind in types):
            del element.attrib["rel"]
            listener.remark(f"`{element.get('href', '')[:120]}` is not attached: a text may not attach files")


def _take_stdout() -> Say:
    """What speaks to the parent. Other people's prints go nowhere from here on."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)

    def say(line: dict[str, Any]) -> None:
        channel.write(f"{json.dumps(line)}\n")
        channel.flush()

    return say


def _end_with_parent() -> None:
    os.read(0, 1)
    os._exit(1)


def _limit(name: str, value: int | None) -> None:
    """Sets a soft limit; None lifts it as far as it may be."""
    try:
        import resource
    except ImportError:  # only Unix has it; elsewhere the parent's clock is the one limit
        return
    kind = getattr(resource, name)
    hard = resource.getrlimit(kind)[1]
    if value is None or value > hard != resource.RLIM_INFINITY:
        value = hard
    resource.setrlimit(kind, (value, hard))


if __name__ == "__main__":
    main()
