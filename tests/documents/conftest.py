"""The samples, and among them a plan that uses every field, made from the model's description of itself."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tests.documents.samples import Samples

from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model import shape
from stratkit.model.element import AUDIENCES
from stratkit.model.narrative import Chapter
from stratkit.model.plan import Plan
from stratkit.model.record import Record

TEXTS = (shape.Line, shape.Prose, shape.Word, shape.Address)
SET = {
    "format": "1",
    "language": "en",
    "numbering": "named",
    "type": "text",
    "basis": "illustrative",
    "audience": list(AUDIENCES),
    "sdgs": ["5.c"],
    "markers": {"gender_equality": 2},
    "scale": ["76000"],
}
"""Values that are not free."""
LEFT_OUT = ("outline", "labels", "previous", "part_of", "was", "reading", "parent", "fields", "of")
"""Fields that say how something is printed, or nothing that is; the tests of their own modules cover them."""


class _Maker:
    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.ids: dict[str, list[str]] = {}
        self.wanted: list[tuple[dict[str, Any], str, shape.Shape]] = []
        self.count = 0

    def record(self, record: type[Record], above: tuple[type[Record], ...] = ()) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, field in record.fields_.items():
            if name == "id":
                made["id"] = self._identify(getattr(record, "kind_", "thing"))
            elif name not in LEFT_OUT:
                value = SET.get(name) or self._value(
                    field.shape, f"{record.__name__}.{name}", (*above, record)
                )
                if value not in (None, []):
                    made[name] = value
        self._refer(made, record)
        return made

    def settle(self) -> None:
        """Let every reference name something that is there."""
        for made, name, what in self.wanted:
            inner = what.item if isinstance(what, shape.Many) else what
            kinds = inner.kinds if isinstance(inner, shape.Reference) and inner.kinds else ("outcome",)
            found = next(self.ids[kind][0] for kind in kinds if kind in self.ids)
            made[name] = [found] if isinstance(what, shape.Many) else found

    def _identify(self, kind: str) -> str:
        self.count += 1
        made = f"{kind.replace('_', '-')}-{self.count}"
        self.ids.setdefault(kind, []).append(made)
        return made

    def _value(self, what: shape.Shape, place: str, above: tuple[type[Record], ...]) -> Any:
        if isinstance(what, shape.Many):
            return [self._value(what.item, place, above)] if self._allowed(what.item, above) else None
        if isinstance(what, shape.Part):
            return self.record(what.record, above)
        if isinstance(what, shape.Table):
            return {"some-key": self._value(what.value, place, above)}
        if isinstance(what, shape.Choice):
            return what.options[0]
        if isinstance(what, TEXTS):
            return self._text(place, what)
        simple = {shape.DateShape: "2021-03-04", shape.PeriodShape: "2022", shape.Amount: "1200 EUR"}
        simple |= {shape.Number: "7", shape.Measurement: "76000", shape.Flag: "true"}
        return simple.get(type(what))

    def _text(self, place: str, what: shape.Shape) -> str:
        self.count += 1
        text = f"Words of number {self.count}."
        if isinstance(what, shape.Address):
            text = f"https://example.org/{self.count}"
        self.texts[text] = place
        return text

    def _refer(self, made: dict[str, Any], record: type[Record]) -> None:
        for name, field in record.fields_.items():
            inner = field.shape.item if isinstance(field.shape, shape.Many) else field.shape
            if not isinstance(inner, shape.Reference) or inner.former or name in LEFT_OUT:
                continue
            if inner.previous:
                self.count += 1
                gone = f"gone-{self.count}"
                self.texts[gone] = f"{record.__name__}.{name}"
                made[name] = [gone] if inner is not field.shape else gone
            else:
                self.wanted.append((made, name, field.shape))

    def _allowed(self, what: shape.Shape, above: tuple[type[Record], ...]) -> bool:
        """One axis inside another is enough."""
        return not isinstance(what, shape.Part) or above.count(what.record) < 2


@pytest.fixture(scope="session")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, dict[str, str]]:
    """The plan that uses every field, and each text in it with the class and field it was written in."""
    maker = _Maker()
    plan = maker.record(Plan)
    chapter = maker.record(Chapter)
    chapter["box_in"] = "themes"
    plan["chapters"][0].pop("box_in", None)
    plan["chapters"].append(chapter)
    plan["fields"] = [{"id": "own-field", "title": "An own field", "type": "text"}]
    plan["outcomes"][0]["fields"] = {"own-field": "Words of its own"}
    maker.texts |= {"An own field": "OwnField.title", "Words of its own": "Element.fields"}
    maker.settle()
    folder = tmp_path_factory.mktemp("specimen")
    # JSON is YAML
    (folder / "plan.yaml").write_text(json.dumps(plan), encoding="utf-8")
    return open_workspace(folder, folder), maker.texts


@pytest.fixture(scope="session")
def samples(
    root: Path, specimen: tuple[Workspace, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Samples:
    """The plans and their documents, each made when it is first asked for."""
    base = tmp_path_factory.getbasetemp()
    papers = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "papers"
    papers.mkdir(exist_ok=True)
    return Samples(root, tmp_path_factory.mktemp("samples"), papers, specimen[0])
