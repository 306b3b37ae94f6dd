"""What makes a PDF fit for an archive and for everybody: PDF/A-3a and PDF/UA-1 at once, its sources inside.

WeasyPrint writes one standard at a time, so the second is declared in the metadata of the first.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from io import BytesIO
from typing import Any

from stratkit.render.tags import mend_tags

VARIANT = "pdf/a-3a"

_NO_DATE = "1970-01-01T00:00:00Z"
"""The date of an attachment where none is known: PDF/A asks for one, the clock's would change every run."""

_MEANINGS = b"/CIDInit /ProcSet findresource begin"
"""How a stream begins that tells which letters glyphs stand for."""

_EMPTY = re.compile(rb"^(<[0-9a-f]+>) <>$")

# PDF/A wants a schema that is not its own to be described, under these very prefixes.
_ACCESSIBLE = """\
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the document keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def prepare(document: Any, request: dict[str, Any], sound: Callable[[], bool]) -> None:
    """Gives WeasyPrint's document the dates, the attachments and the standards of a request.

    The standards are claimed if the document, once it is drawn, is `sound`.
    """
    metadata = document.metadata
    if created := request["created"]:
        metadata.created = metadata.modified = created
    # A name tree is sorted.
    attachments = sorted(request["attachments"], key=lambda attached: attached[0].encode())
    date = datetime.fromisoformat(created or _NO_DATE)
    metadata.attachments = [_attachment(*attached, date=date) for attached in attachments]
    describe: Callable[..., bytes] = metadata.generate_rdf_metadata

    def declare(variant: str, *standard: Any) -> bytes:
        if not sound():
            return describe(variant, None, None)
        return describe(variant, *standard).replace(b"</rdf:RDF>", _ACCESSIBLE.encode() + b"</rdf:RDF>")

    metadata.generate_rdf_metadata = declare


def identify(request: dict[str, Any]) -> bytes:
    """A name for the PDF: the same for the same content, wherever it lies."""
    content = json.dumps([request[name] for name in ("html", "created", "attachments")])
    return hashlib.sha256(content.encode()).hexdigest()[:32].encode()


def finish(_: object, pdf: Any) -> None:
    """Mends what WeasyPrint is about to write.

    What the document says of itself stays uncompressed, so that a glance tells who made it. Each attachment
    is listed once, not twice. Glyphs that stand for no letter of their own say so.
    """

    class Info(type(pdf.info)):  # type: ignore[misc] # WeasyPrint ships no types
        compressible = False

    import pydyf

    mend_tags(pdf)
    pdf.info = Info(pdf.info)
    for each in pdf.objects:
        if getattr(each, "extra", {}).get("Type") == "/Metadata":
            each.compress = False
        if isinstance(each, pydyf.Stream) and each.stream and each.stream[0] == _MEANINGS:
            each.stream = [_EMPTY.sub(rb"\1 <200b>", line) for line in map(_bytes, each.stream)]
    if attached := pdf.catalog.get("AF"):
        attached[:] = dict.fromkeys(attached)


def seal_streams() -> None:
    """Lets no compressed stream end in a return: a reader might take it for the end of the line behind.

    For the whole process, as some streams are made only while the file is written.
    """
    import pydyf

    written = pydyf.Stream.data.fget

    def data(stream: Any) -> bytes:
        found: bytes = written(stream)
        return _seal(found) if stream.compress else found

    pydyf.Stream.data = property(data)


def _seal(stream: bytes) -> bytes:
    """A compressed stream that ends in no return: its decoder stops before the zero added to one that did."""
    head, mark, rest = stream.partition(b"\nstream\n")
    body = rest.removesuffix(b"\nendstream")
    if not body.endswith(b"\r"):
        return stream
    longer = head.replace(b"/Length %d" % len(body), b"/Length %d" % (len(body) + 1))
    return longer + mark + body + b"\0\nendstream"


def _bytes(line: object) -> bytes:
    return line if isinstance(line, bytes) else str(line).encode()


def _attachment(name: str, content: str, media_type: str, *, date: datetime) -> Any:
    from weasyprint import Attachment

    attachment = Attachment(string="", name=name, created=date, modified=date, relationship="Source")
    # By itself WeasyPrint guesses the type from the name, on each machine differently.
    attachment.source = nullcontext((BytesIO(base64.b64decode(content)), None, None, media_type))
    return attachment
