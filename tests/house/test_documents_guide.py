"""The guide to documents says what the program does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from stratkit import shipped
from stratkit.check.finding import find
from stratkit.load.brand import BRANDS
from stratkit.load.workspace import open_workspace
from stratkit.render.catalogues import languages
from stratkit.render.documents import documents

PLAN = "format: 1\nplan: {id: example, title: Example, organization: {name: Example}}\n"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)


@pytest.fixture
def guide(root: Path) -> str:
    return (root / "docs/documents.md").read_text(encoding="utf-8")


def blocks(guide: str, kind: str) -> list[str]:
    found = [text for name, text in BLOCK.findall(guide) if name == kind]
    assert found
    return found


def test_its_commands_run(guide: str, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "plans", tmp_path / "plans")
    (tmp_path / "stratkit.yaml").write_text("")
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    for line in "".join(blocks(guide, "sh")).splitlines():
        command, _, made = line.partition("  #")
        words = [sys.executable, "-m", "stratkit", *shlex.split(command)[1:]]
        done = subprocess.run(
            words, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, (command, done.stderr)
        if "/" in made and "." in made:
            assert done.stdout.strip() == made.strip()


def test_its_settings_are_sound(guide: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)
    (tmp_path / "house").mkdir()
    for name in ("logo.svg", "skyline.jpg", "Body-Regular.ttf", "Body-Bold.ttf"):
        (tmp_path / "house" / name).write_bytes(b"")
    texts = [text for text in blocks(guide, "yaml") if text.startswith("# stratkit.yaml")]
    assert len(texts) == 2
    for text in texts:
        (tmp_path / "stratkit.yaml").write_text(text)
        workspace = open_workspace(tmp_path, tmp_path)
        assert workspace.problems == []
        assert [f.message for f in find(workspace) if f.code == "low-contrast"] == []


def test_it_names_all_kinds_brands_and_languages(guide: str) -> None:
    rows = re.findall(r"^\| `([\w-]+)` \|", guide, re.MULTILINE)
    assert sorted(rows) == sorted(documents())
    assert all(f"`{brand}`" in guide for brand in BRANDS)
    assert len(languages()) == len(
        re.findall("English|French|Spanish|Arabic", guide.partition("speak")[2].partition(";")[0])
    )


def test_it_names_templates_that_are_there(guide: str) -> None:
    for name in re.findall(r"`((?:plan|_shared)/[\w./-]+)`", guide):
        assert (shipped.templates() / name).exists()


def test_its_links_lead_somewhere(guide: str, root: Path) -> None:
    links = re.findall(r"\]\(([^)]+)\)", guide)
    assert links
    for link in links:
        file, _, anchor = link.partition("#")
        if "://" not in link:
            text = (root / "docs" / file).read_text(encoding="utf-8")
            assert not anchor or f"#-{anchor}\n" in text.lower().replace(" ", "-")
