from __future__ import annotations

from pathlib import Path

import pytest

from stratkit.render.documents import NoDocument, document, documents
from stratkit.render.templates import TemplateFault, TemplateFolder


def write(folder: Path, text: str, name: str = "poster") -> Path:
    (folder / name).mkdir()
    (folder / name / "document.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_plan_comes_with_stratkit() -> None:
    plan = documents()["plan"]
    assert (plan.view, plan.paper, plan.outputs) == ("plan", "A4", ("pdf", "html"))


def test_kinds_are_found_by_their_folders(tmp_path: Path) -> None:
    write(tmp_path, "title: A poster\nview: plan\npaper: A2\noutputs: [pdf]\n")
    (tmp_path / "_shared").mkdir()
    found = documents(TemplateFolder(tmp_path))
    assert list(found) == ["poster"]
    assert found["poster"].title == "A poster"
    assert found["poster"].outputs == ("pdf",)


def test_unknown_kind_is_answered_with_the_known_ones() -> None:
    with pytest.raises(NoDocument, match="`poster`") as caught:
        document("poster")
    assert caught.value.help == f"it is one of: {', '.join(documents())}"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title: A\nview: map\n", 2, "map"),
        ("title: A\n", 1, "`view` is missing"),
        ("title: A\nview: plan\ncolour: red\n", 3, "colour"),
        ("", 0, "empty"),
        ("title: [", 1, "."),
    ],
)
def test_faults_are_told_with_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(TemplateFault, match=message) as caught:
        documents(TemplateFolder(write(tmp_path, text)))
    assert caught.value.file.endswith("poster/document.yaml")
    assert caught.value.line == line
