from pathlib import Path

import pytest

from stratkit import shipped
from stratkit.load.brand import BRANDS
from stratkit.load.colour import contrast
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.render.documents import documents
from stratkit.render.house_style import house_style
from stratkit.render.page import page_for_paper, page_for_screen

PLAN = "format: 1\nplan: {id: example, title: Example, organization: {name: Example}}\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>'


def project(folder: Path, settings: str) -> Workspace:
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "stratkit.yaml").write_text(settings, encoding="utf-8")
    return open_workspace(folder, folder)


@pytest.mark.parametrize(
    "settings", [*(f"brand: {name}" for name in BRANDS), 'brand: {colours: {deep: "#fc0", accent: "#60a"}}']
)
def test_everything_can_be_read(settings: str, tmp_path: Path) -> None:
    house = house_style(project(tmp_path, settings))
    for colours in (house.light, house.dark):
        for text in (colours.ink, colours.soft, colours.accent):
            assert min(contrast(text, ground) for ground in (colours.paper, colours.wash)) >= 4.5
        assert all(contrast(tone, colours.paper) >= 4.5 for tone in colours.tones)
    for colours, signals in ((house.light, house.signals), (house.dark, house.dark_signals)):
        for signal in signals.values():
            assert min(contrast(signal, ground) for ground in (colours.paper, colours.wash)) >= 4.5
        assert len({signals[status] for status in ("on_track", "at_risk", "off_track", "no_report")}) == 4
    for ground in (house.deep, *house.tints):
        assert min(contrast(text, ground.colour) for text in (ground.text, ground.soft, ground.accent)) >= 4.5


def test_few_tones_begin_again(tmp_path: Path) -> None:
    house = house_style(project(tmp_path, 'brand: {colours: {tones: ["#111111", "#222222"]}}'))
    assert house.tones[1:] == ("#111111", "#222222") * 3


def test_a_logo_stands_on_the_cover_in_both_media(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    workspace = project(tmp_path, "brand: {logo: logo.svg}")
    workspace = workspace.after(workspace)
    for page in (page_for_paper, page_for_screen):
        for kind in documents():
            html = page(workspace, kind)
            assert '<img class="logo" src="data:image/svg+xml;base64,' in html
            assert 'alt="Example"' in html


def test_typefaces_come_from_files_by_their_own_names(tmp_path: Path) -> None:
    fonts = shipped.templates() / "_shared/fonts"
    for name in ("SourceSans3-It.ttf", "SourceSans3-Bold.ttf"):
        (tmp_path / name).write_bytes((fonts / name).read_bytes())
    workspace = project(tmp_path, "brand: {fonts: {text: [SourceSans3-It.ttf, SourceSans3-Bold.ttf]}}")
    house = house_style(workspace)
    assert [(face.family, face.weight, face.style) for face in house.faces] == [
        ("Source Sans 3", 400, "italic"),
        ("Source Sans 3", 700, "normal"),
    ]
    assert house.families["text"].startswith('"Source Sans 3", "Source Serif 4"')
    assert '@font-face { font-family: "Source Sans 3"; src: url(data:font/ttf;' in page_for_screen(
        workspace, "plan"
    )


@pytest.mark.parametrize("content", [b"", b"no font", b"\0\1\0\0" + bytes(40)])
def test_a_file_that_is_no_font_is_passed_over(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(content)
    assert house_style(project(tmp_path, "brand: {fonts: {text: [a.ttf]}}")).faces == ()


def test_letter_paper(tmp_path: Path) -> None:
    html = page_for_paper(project(tmp_path, "brand: {paper: Letter}"), "plan")
    assert "size: Letter" in html
    assert "--sheet: 279.4mm" in html


def test_a_picture_covers_the_cover(tmp_path: Path) -> None:
    (tmp_path / "cover.svg").write_text(LOGO)
    workspace = project(tmp_path, "brand: {cover: cover.svg}")
    workspace = workspace.after(workspace)
    for kind in documents():
        assert '<div class="picture"></div>' in page_for_paper(workspace, kind)
        assert "url(data:image/svg+xml;base64," in page_for_screen(workspace, kind)
