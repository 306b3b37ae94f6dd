"""The tags of a PDF, by which its parts are told to those who hear it: what WeasyPrint gets wrong, mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_LABEL, _BODY = "/Lbl", "/LBody"


def tell_more() -> None:
    """Lets WeasyPrint say the language of each element that has one; by itself it says the document's only.

    What has `data-heard` is heard with those words before its own.

    For the whole process: the one that lays out a single document.
    """
    import pydyf
    from weasyprint.pdf import tags

    build = tags._build_box_tree  # noqa: SLF001 # it offers no other way

    def build_and_tell(box: Any, *rest: Any) -> Iterator[Any]:
        written = box.element if box.element is not None and box.element_tag != "html" else {}
        for element in build(box, *rest):
            if language := written.get("lang"):
                element["Lang"] = pydyf.String(language)
            if heard := written.get("data-heard"):
                words = "".join(getattr(inner, "text", "") for inner in box.descendants())
                element |= {"S": "/Span", "Alt": pydyf.String(f"{heard}{words}")}
            yield element

    tags._build_box_tree = build_and_tell  # noqa: SLF001


def mend_tags(pdf: Any) -> None:
    """Lets lists and tables be as PDF/UA has them.

    An item is its label and one body, whatever blocks stand in it. A table that is all head is all body.
    """
    for element in list(pdf.objects):
        match element.get("S") if isinstance(element, dict) else None:
            case "/LI":
                _mend_item(pdf, element)
            case "/Table":
                _mend_table(pdf, element)


def _mend_item(pdf: Any, item: Any) -> None:
    kids = list(_kids(pdf, item))
    loose = [kid for kid in kids if kid["S"] != _LABEL]
    if all(kid["S"] == _BODY for kid in loose) and len(loose) <= 1:
        return
    body = type(item)(item | {"S": _BODY, "P": item.reference, "K": type(item["K"])()})
    pdf.add_object(body)
    for kid in loose:
        if kid["S"] == _BODY:
            kid["S"] = "/Div"
        kid["P"] = body.reference
        body["K"].append(kid.reference)
    item["K"][:] = [kid.reference for kid in kids if kid["S"] == _LABEL] + [body.reference]


def _mend_table(pdf: Any, table: Any) -> None:
    groups = {kid["S"]: kid for kid in _kids(pdf, table)}
    if "/THead" in groups and "/TBody" not in groups:
        groups["/THead"]["S"] = "/TBody"


def _kids(pdf: Any, element: Any) -> Iterator[Any]:
    """The elements below one; marked content of its own, which is a number, is none."""
    for kid in element["K"]:
        if isinstance(kid, bytes):
            yield pdf.objects[int(kid.split()[0])]
