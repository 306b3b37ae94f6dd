from pathlib import Path

import pytest

from stratkit.load.brand import BRANDS, FAMILIES, MAX_FILE
from stratkit.load.colour import contrast
from stratkit.load.palette import palette, shipped_brand
from stratkit.load.workspace import Workspace, open_workspace

PLAN = "format: 1\nplan: {id: example, title: Example, organization: {name: Example}}\n"


def project(folder: Path, settings: str) -> Workspace:
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "stratkit.yaml").write_text(settings, encoding="utf-8")
    return open_workspace(folder, folder)


@pytest.mark.parametrize("name", BRANDS)
def test_each_brand_that_ships_says_everything_and_can_be_read(name: str) -> None:
    made = shipped_brand(name)
    assert all(made.colours.as_dict().values())
    assert {*made.fonts.text, *made.fonts.display, *made.fonts.label} <= set(FAMILIES)
    colours = made.colours
    for text in (colours.ink, colours.soft, colours.accent):
        assert min(contrast(str(text), str(on)) for on in (colours.paper, colours.wash)) >= 4.5
    assert all(contrast(tone, "#ffffff") >= 4.5 for tone in colours.tones)


def test_a_name_alone_is_a_brand(tmp_path: Path) -> None:
    workspace = project(tmp_path, "brand: formal\n")
    assert workspace.problems == []
    assert palette(workspace.settings.brand) == palette(workspace.settings.brand)
    assert palette(workspace.settings.brand).deep == "#1f3d2f"


def test_colours_stand_over_those_of_the_brand_it_begins_with(tmp_path: Path) -> None:
    settings = 'brand: {use: plain, colours: {accent: "#A00", tones: ["#123456"]}}\n'
    found = palette(project(tmp_path, settings).settings.brand)
    assert (found.accent, found.tones, found.ink) == ("#aa0000", ("#123456",), "#1b1b1b")


@pytest.mark.parametrize(
    ("settings", "code", "message"),
    [
        ("brand: gaudy\n", "invalid-value", "gaudy"),
        ("brand: {logo: logo.png}\n", "missing-file", "no such file"),
        ("brand: {logo: ../logo.png}\n", "unsafe-path", "leaves the project"),
        ("brand: {logo: logo.txt}\n", "invalid-value", "no kind of file"),
        ("brand: {cover: stars}\n", "invalid-value", "no kind of file"),
        ("brand: {fonts: {text: [Comic Sans]}}\n", "invalid-value", "no kind of file"),
        ("brand: {fonts: {label: [fonts/a.ttf]}}\n", "missing-file", "no such file"),
        ("brand: {colours: {ink: navy}}\n", "invalid-value", "not a colour"),
        ("brand: {colours: {ink: #123456}}\n", "yaml-trap", "#"),
        ("brand: {colors: {ink: red}}\n", "unknown-setting", "colors"),
        ("templates: nowhere\n", "missing-file", "no such folder"),
        ("templates: ../elsewhere\n", "missing-file", "leaves the project"),
    ],
)
def test_faults_of_a_brand(tmp_path: Path, settings: str, code: str, message: str) -> None:
    (problem,) = project(tmp_path, settings).problems
    assert problem.code == code
    assert message in problem.message
    assert problem.help
    assert problem.span.place.startswith("stratkit.yaml:1:")


def test_files_of_a_brand_are_found(tmp_path: Path) -> None:
    for name in ("logo.svg", "cover.jpg", "a.ttf"):
        (tmp_path / name).write_bytes(b"")
    settings = "brand: {logo: logo.svg, cover: cover.jpg, fonts: {text: [a.ttf], label: [Source Serif 4]}}\n"
    assert project(tmp_path, settings).problems == []


def test_templates_of_the_project_belong_to_no_plan(tmp_path: Path) -> None:
    (tmp_path / "look/poster").mkdir(parents=True)
    (tmp_path / "look/poster/document.yaml").write_text("title: A poster\n")
    workspace = project(tmp_path, "templates: look\n")
    assert workspace.problems == []
    assert workspace.templates == (tmp_path / "look").resolve()


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "logo.png").open("wb") as file:
        file.truncate(MAX_FILE + 1)
    (problem,) = project(tmp_path, "brand: {logo: logo.png}\n").problems
    assert (problem.code, problem.help) == ("unsafe-path", "make it smaller")
