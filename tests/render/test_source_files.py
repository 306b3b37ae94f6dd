"""The files of a plan go into its PDF as they are, and come out of it as a plan."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from stratkit.load.workspace import open_workspace
from stratkit.render.paper import print_pdf
from stratkit.render.source_files import source_files

HEADER = "format: 1\nplan: {id: small, title: A small plan, organization: {name: A network}}\n"


def test_a_plan_comes_out_as_it_went_in(root: Path, tmp_path: Path) -> None:
    folder = root / "plans/metropolis-2021-2023"
    workspace = open_workspace(folder, root)
    attachments = source_files(workspace)
    paper = print_pdf("<html lang=en><title>x</title>", folders=[], base=root, attachments=attachments)
    for name, content in pypdf.PdfReader(BytesIO(paper.pdf)).attachments.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content[0])
    files = sorted(file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    assert {file.suffix for file in files} == {".yaml", ".md"}
    assert sorted(file.relative_to(tmp_path) for file in tmp_path.rglob("*") if file.is_file()) == files
    assert all((tmp_path / file).read_bytes() == (folder / file).read_bytes() for file in files)
    assert open_workspace(tmp_path, tmp_path).plan == workspace.plan


@pytest.mark.parametrize("stand", [".", "small", "small/texts"])
def test_names_are_relative_to_the_plan(stand: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = tmp_path / "small" / "texts"
    texts.mkdir(parents=True)
    chapter = "  - {{id: {id}, title: A, text: {{file: {file}}}}}\n"
    (texts.parent / "plan.yaml").write_text(
        f"{HEADER}chapters:\n{chapter.format(id='a', file='texts/a.md')}", encoding="utf-8"
    )
    (texts / "more.yaml").write_text(
        f"chapters:\n{chapter.format(id='b', file='a.md')}{chapter.format(id='c', file='../c.md')}",
        encoding="utf-8",
    )
    for file in (texts / "a.md", texts / "a.fr.md", texts.parent / "c.md", texts / "unnamed.md"):
        file.write_text(f"Words of {file.name}\n", encoding="utf-8")
    (tmp_path / "stratkit.yaml").write_text("exclude: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / stand)
    workspace = open_workspace(Path(os.path.relpath(texts.parent)), Path.cwd())
    assert not workspace.problems
    found = {
        attached.name: (attached.media_type, attached.content[:9]) for attached in source_files(workspace)
    }
    assert found == {
        "plan.yaml": ("application/yaml", b"format: 1"),
        "texts/more.yaml": ("application/yaml", b"chapters:"),
        "texts/a.md": ("text/markdown", b"Words of "),
        "texts/a.fr.md": ("text/markdown", b"Words of "),
        "c.md": ("text/markdown", b"Words of "),
    }


def test_a_plan_of_one_file(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(HEADER, encoding="utf-8")
    (attached,) = source_files(open_workspace(tmp_path / "small.yaml", tmp_path))
    assert attached == ("small.yaml", HEADER.encode(), "application/yaml")
