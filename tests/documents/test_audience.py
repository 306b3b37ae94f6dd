"""Canaries: what an audience may not see is in no byte of any document.

The plan is made from the model's description of itself. Wherever it takes a list of elements that may have an
audience there are two, one for everybody and one for the staff, and all that is seen refers to both.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pypdf
import pytest

from stratkit import shipped
from stratkit.load.audience import for_audience
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model import shape
from stratkit.model.element import Described
from stratkit.model.plan import Plan
from stratkit.model.record import Record
from stratkit.render.page import page_for_paper, page_for_screen
from stratkit.render.paper import Attachment, print_pdf
from stratkit.render.source_files import source_files

SET = {
    "format": "1",
    "language": "en",
    "sdgs": ["5.c"],
    "markers": {"gender": 1},
    "scale": ["76000"],
    "type": "text",
}
LEFT_OUT = (
    "outline",
    "labels",
    "previous",
    "part_of",
    "was",
    "succeeds",
    "retired",
    "reading",
    "parent",
    "box_in",
    "of",
)
"""Fields with tests of their own, and those that name another plan."""

SIMPLE = {
    shape.DateShape: "2021-03-04",
    shape.PeriodShape: "2022",
    shape.Amount: "1200 EUR",
    shape.Number: "7",
    shape.Measurement: "76000",
    shape.Flag: "true",
}


class Maker:
    """Makes records; `words` are the texts and ids, each with whether only the staff may see it."""

    def __init__(self) -> None:
        self.words: dict[str, bool] = {}
        self.kinds: set[str] = set()
        self.ids: dict[tuple[str, bool], str] = {}
        self.waiting: list[tuple[dict[str, Any], str, shape.Reference, shape.Shape]] = []
        self.prose: list[tuple[dict[str, Any], str]] = []

    def record(
        self, record: type[Record], hidden: bool, above: tuple[type[Record], ...] = ()
    ) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, field in record.fields_.items():
            what = field.shape
            if name in LEFT_OUT or name == "audience":
                continue
            if isinstance(field.item, shape.Reference):
                self.waiting.append((made, name, field.item, what))
                continue
            value = SET.get(name) or self.value(what, name, hidden, (*above, record))
            if value not in (None, []):
                made[name] = value
            if isinstance(what, shape.Prose) and not hidden:
                self.prose.append((made, name))
        if "id" in made:
            self.ids.setdefault((getattr(record, "kind_", ""), hidden), made["id"])
        return made

    def value(self, what: shape.Shape, name: str, hidden: bool, above: tuple[type[Record], ...]) -> Any:
        if isinstance(what, shape.Many):
            if isinstance(what.item, shape.Part):
                return self.several(what.item.record, hidden, above)
            return [self.value(what.item, name, hidden, above)]
        if isinstance(what, shape.Part):
            alone = issubclass(what.record, Described) and name != "organization"
            return self.one(what.record, hidden or alone, above, marked=alone and not hidden)
        if isinstance(what, shape.Table):
            return None if name == "fields" else {"some-key": self.value(what.value, name, hidden, above)}
        if isinstance(what, shape.Choice):
            return what.options[0]
        return SIMPLE.get(type(what)) or self.word(what, name, hidden)

    def several(self, record: type[Record], hidden: bool, above: tuple[type[Record], ...]) -> list[Any]:
        """Two of a list, of which one may be for the staff."""
        if above.count(record) > 1:
            return []
        if hidden or not issubclass(record, Described):
            return [self.one(record, hidden, above)]
        return [self.one(record, False, above), self.one(record, True, above, marked=True)]

    def one(
        self, record: type[Record], hidden: bool, above: tuple[type[Record], ...], marked: bool = False
    ) -> dict[str, Any]:
        made = self.record(record, hidden, above)
        if marked:
            made["audience"] = ["staff"]
            self.kinds.add(record.__name__)
        return made

    def word(self, what: shape.Shape, name: str, hidden: bool) -> str:
        # no part of any word of a plan or of a document
        text = f"{'zq' if hidden else 'xv'}{len(self.words):05}"
        self.words[text] = hidden
        return f"https://example.org/{text}" if isinstance(what, shape.Address) else text

    def refer(self) -> None:
        """Let lists name an element that is seen and a hidden one, and what names one only the hidden one."""
        for made, name, reference, what in self.waiting:
            kinds = reference.kinds or ("outcome",)
            both = [
                next(self.ids[kind, secret] for kind in kinds if (kind, secret) in self.ids)
                for secret in (False, True)
            ]
            if isinstance(what, shape.Many):
                made[name] = both
            else:
                made[name] = both[0] if name in ("about", "indicator") else both[1]

    def link(self) -> None:
        """Let each text that is seen link to something hidden."""
        hidden = self.ids["outcome", True]
        for made, name in self.prose:
            made[name] += f" [its words](#{hidden}), *[its](#{hidden} 'title')*, [](#{hidden}) [a][b]"
            made[name] += f"\n\n[b]: #{hidden}\n"


def every_described() -> set[str]:
    """The names of all classes whose elements may have an audience, from the plan downwards."""
    found: set[type[Record]] = set()
    waiting: list[type[Record]] = [Plan]
    while waiting:
        record = waiting.pop()
        inner = [field.item.record for field in record.fields_.values() if isinstance(field.item, shape.Part)]
        waiting += set(inner) - found
        found.update(inner)
    return {record.__name__ for record in found if issubclass(record, Described)}


def leaves(value: Any) -> Iterator[str]:
    """The texts in a value, at whatever depth."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    else:
        yield str(value)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Maker]:
    maker = Maker()
    plan = maker.record(Plan, False)
    for reading in plan["readings"]:  # of those in bulk the plan's document tells nothing
        for word in leaves(reading):
            maker.words.pop(word, None)
    maker.refer()
    maker.link()
    reports = plan["updates"]
    hidden = maker.ids["outcome", True], maker.ids["indicator", True]
    for report in reports:
        report["entries"].append({"about": hidden[0], "text": maker.word(shape.Line(), "text", True)})
        report["readings"].append({"indicator": hidden[1], "note": maker.word(shape.Line(), "note", True)})
    folder = tmp_path_factory.mktemp("canaries")
    (folder / "plan.yaml").write_text(json.dumps(plan), encoding="utf-8")
    workspace = open_workspace(folder, folder)
    assert workspace.problems == []
    return workspace, maker


def bytes_of(pdf: bytes) -> bytes:
    """A PDF with all its streams and texts laid open, attachments too."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    parts = [pdf]
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        thing = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        parts.append(repr(thing).encode())
        if isinstance(thing, pypdf.generic.StreamObject):
            parts.append(thing.get_data())
    parts += [page.extract_text().encode() for page in reader.pages]
    parts += [content for contents in reader.attachments.values() for content in contents]
    return b"\n".join(parts).lower()


def on_paper(workspace: Workspace) -> bytes:
    return in_print(workspace, source_files(workspace))


def on_paper_alone(workspace: Workspace) -> bytes:
    """Without its sources, which would hold every word anyway; in their place is one that has to be found."""
    stray = Attachment(name="stray.txt", content=b"zq in an attachment", media_type="text/plain")
    content = in_print(workspace, (stray,))
    assert stray.content in content
    return content


def in_print(workspace: Workspace, sources: tuple[Attachment, ...]) -> bytes:
    templates = shipped.templates()
    html = page_for_paper(workspace, "plan")
    return bytes_of(print_pdf(html, folders=[templates], base=templates, attachments=sources).pdf)


def on_screen(workspace: Workspace) -> bytes:
    return unescape(page_for_screen(workspace, "plan")).lower().encode()


def missing(words: dict[str, bool], document: bytes, hidden: bool) -> list[str]:
    return [word for word, secret in words.items() if secret == hidden and word.encode() not in document]


def test_every_kind_of_element_has_a_canary(made: tuple[Workspace, Maker]) -> None:
    assert made[1].kinds == every_described() - {"Organization"}
    assert len(made[1].kinds) > 25
    assert sum(made[1].words.values()) > 300


@pytest.mark.parametrize(
    ("document", "audience"), [(on_screen, "public"), (on_screen, "board"), (on_paper, "public")]
)
def test_no_canary_is_in_what_others_read(
    made: tuple[Workspace, Maker], document: Any, audience: str
) -> None:
    workspace, maker = made
    content = document(for_audience(workspace, audience))
    assert not [word for word, hidden in maker.words.items() if hidden and word.encode() in content]
    assert not missing(maker.words, content, False)


@pytest.mark.parametrize(
    ("document", "audience"), [(on_screen, "staff"), (on_screen, None), (on_paper_alone, None)]
)
def test_all_canaries_sing_for_the_staff(
    made: tuple[Workspace, Maker], document: Any, audience: str | None
) -> None:
    workspace, maker = made
    content = document(for_audience(workspace, audience) if audience else workspace)
    assert not missing(maker.words, content, True)
    assert not missing(maker.words, content, False)


@pytest.fixture(scope="module", params=["other elements", "the same elements"])
def beside(
    made: tuple[Workspace, Maker], tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[Workspace, dict[str, bool]]:
    """The plan beside an earlier one with canaries of its own, and those of both."""
    workspace, maker = made
    ids = set(workspace.index.elements) if request.param == "the same elements" else set()
    earlier = {word: _earlier(word) for word in maker.words if word not in ids}
    text = (workspace.folder / "plan.yaml").read_text(encoding="utf-8")
    text = re.sub(r"\b(xv|zq)\d{5}", lambda said: earlier.get(said[0], said[0]), text)
    folder = tmp_path_factory.mktemp("earlier")
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    before = open_workspace(folder, folder)
    assert before.problems == []
    told = {earlier[word]: hidden for word, hidden in maker.words.items() if word in earlier}
    return workspace.after(before), maker.words | told


def _earlier(word: str) -> str:
    return word.replace("xv", "xw").replace("zq", "zk")


def changes_on_screen(workspace: Workspace) -> bytes:
    return unescape(page_for_screen(workspace, "changes")).lower().encode()


def changes_on_paper(workspace: Workspace) -> bytes:
    """With the sources of both plans."""
    templates, before = shipped.templates(), workspace.previous
    assert before is not None
    sources = (*source_files(workspace), *source_files(before, "before/"))
    html = page_for_paper(workspace, "changes")
    return bytes_of(print_pdf(html, folders=[templates], base=templates, attachments=sources).pdf)


@pytest.mark.parametrize("document", [changes_on_screen, changes_on_paper])
def test_no_canary_of_either_plan_is_in_what_the_public_reads_of_changes(
    beside: tuple[Workspace, dict[str, bool]], document: Any
) -> None:
    workspace, words = beside
    content = document(for_audience(workspace, "public"))
    assert not [word for word, hidden in words.items() if hidden and word.encode() in content]
    seen = [word for word, hidden in words.items() if not hidden and word.encode() in content]
    assert {word[:2] for word in seen} == {"xv", "xw"}
    assert len(seen) > 50


def test_canaries_of_both_plans_sing_for_the_staff_in_changes(
    beside: tuple[Workspace, dict[str, bool]],
) -> None:
    workspace, words = beside
    content = changes_on_screen(for_audience(workspace, "staff"))
    heard = [word for word, hidden in words.items() if hidden and word.encode() in content]
    assert {word[:2] for word in heard} == {"zq", "zk"}
    assert len(heard) > 50


def test_the_source_of_an_excerpt_is_one_sound_plan(made: tuple[Workspace, Maker], tmp_path: Path) -> None:
    (attached,) = source_files(for_audience(made[0], "public"))
    (tmp_path / attached.name).write_bytes(attached.content)
    assert open_workspace(tmp_path, tmp_path).problems == []
    assert not missing(made[1].words, attached.content, False)
