"""What a document may draw in: images, fonts and stylesheets from named folders, and nothing else.

In: the URLs that WeasyPrint meets in HTML, CSS and SVG. Out: the bytes of a file inside the folders, or of a
`data:` URL, once name and content agree on a kind that is allowed. Everything else is refused and reported.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import SplitResult, unquote_to_bytes, urlsplit

from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

from stratkit.source.door import Door, Unreadable

MAX_FILE = 20 * 1024 * 1024
MAX_TOTAL = 200 * 1024 * 1024
Image.MAX_IMAGE_PIXELS = 20_000_000


class Refused(ValueError):
    """A reference was not followed; the text says which one and why."""


class Kind(NamedTuple):
    """A kind of file: its media type, how its content begins, and Pillow's name for it if it holds pixels."""

    media_type: str
    content: re.Pattern[bytes]
    raster: str = ""


def _kind(media_type: str, start: bytes, raster: str = "") -> Kind:
    return Kind(media_type, re.compile(start, re.DOTALL), raster)


_JPEG = _kind("image/jpeg", rb"\xff\xd8\xff", "JPEG")
KINDS = {
    ".png": _kind("image/png", rb"\x89PNG\r\n\x1a\n", "PNG"),
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".gif": _kind("image/gif", rb"GIF8[79]a", "GIF"),
    ".webp": _kind("image/webp", rb"RIFF....WEBP", "WEBP"),
    # UTF-8 only, so that no entity hides behind another encoding
    ".svg": _kind("image/svg+xml", rb"(?!.*(\x00|<!ENTITY)).*<(\w+:)?svg[\s>]"),
    ".ttf": _kind("font/ttf", rb"\x00\x01\x00\x00|true"),
    ".otf": _kind("font/otf", rb"OTTO|\x00\x01\x00\x00"),
    ".woff": _kind("font/woff", rb"wOFF"),
    ".woff2": _kind("font/woff2", rb"wOF2"),
    ".css": _kind("text/css", rb""),
}
EMBEDDED = {kind.media_type: kind for kind in KINDS.values() if kind.media_type != "text/css"}


class Response(URLFetcherResponse):  # type: ignore[misc] # WeasyPrint ships no types
    """Bytes that have been checked, and their media type."""

    # With a path, WeasyPrint would open an image's file once more, unchecked.
    path = None


class Fetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint ships no types
    """Fetches what lies inside `folders`, links followed, and `data:` URLs of images and fonts.

    `base` is the folder that shown paths are relative to; `report` is told of every refusal in one sentence.
    """

    def __init__(self, folders: Sequence[Path], base: Path, report: Callable[[str], None]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._doors = [Door(folder, base, max_file=MAX_FILE, max_plan=MAX_TOTAL) for folder in folders]
        self._base = base.resolve()
        self._report = report

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Response:  # noqa: ARG002
        """The content behind a URL. Raises `Refused`, having reported it."""
        shown = url
        try:
            parts = urlsplit(url)
            if parts.scheme == "data":
                return self._embedded(url)
            if parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
                raise Refused("documents are made without the network")
            path = Path(os.fsdecode(unquote_to_bytes(parts.path)))
            shown = os.path.relpath(path, self._base)
            return self._file(parts, path)
        except (Unreadable, ValueError) as reason:
            refusal = f"`{_short(shown)}` is left out: {reason}"
        except OSError as reason:
            refusal = f"`{_short(shown)}` is left out: it cannot be read ({reason.strerror})"
        self._report(refusal)
        raise Refused(refusal)

    def _file(self, parts: SplitResult, path: Path) -> Response:
        kind = KINDS.get(PurePosixPath(parts.path).suffix.lower())
        if kind is None:
            raise Refused("this is no kind of image, font or stylesheet that a document may use")
        try:
            resolved = path.resolve()
        except (OSError, RuntimeError):
            raise Refused("the path cannot be followed") from None
        door = next((door for door in self._doors if resolved.is_relative_to(door.root)), None)
        if door is None:
            raise Refused("it lies outside the folders of the plan and its template")
        return _checked(parts.geturl(), kind, door.read_bytes(resolved))

    def _embedded(self, url: str) -> Response:
        if len(url) > 3 * MAX_FILE:
            raise Refused(f"it is larger than {MAX_FILE:,} bytes")
        response = super().fetch(url)
        kind = EMBEDDED.get(response.content_type)
        if kind is None:
            raise Refused(f"`{response.content_type}` is no kind of image or font that a document may hold")
        return _checked(url, kind, response.read())


def _checked(url: str, kind: Kind, content: bytes) -> Response:
    if not kind.content.match(content):
        raise Refused(f"its content is not what its name says ({kind.media_type})")
    if kind.raster:
        _measure(kind, content)
    return Response(url, content, {"Content-Type": kind.media_type})


def _measure(kind: Kind, content: bytes) -> None:
    """Reads the head of an image, no more. Raises `Refused` if it is damaged or too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            Image.open(BytesIO(content), formats=[kind.raster]).close()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refused(f"the image has more than {Image.MAX_IMAGE_PIXELS:,} pixels") from None
    except (OSError, SyntaxError, ValueError):
        raise Refused("the image is damaged") from None


def _short(text: str) -> str:
    text = text.encode("utf-8", "backslashreplace").decode()  # a name that is not UTF-8 could not be printed
    return text if len(text) <= 120 else f"{text[:119]}…"
