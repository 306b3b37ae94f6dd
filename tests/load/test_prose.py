import os
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.check.finding import STRUCTURE, Finding, find
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.language import Translated

PlanOf = Callable[..., Workspace]
CHAPTER = "chapters:\n  - id: tides\n    title: Tides\n    text: {{file: {path}}}\n"


def findings(tmp_path: Path) -> list[Finding]:
    return find(open_workspace(tmp_path / "plan", tmp_path))


def chapter(workspace: Workspace) -> str | None:
    return workspace.plan.chapters[0].text


def test_text_of_a_file(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of()
    (tmp_path / "plan" / "tides.md").write_text("\n# Tides\n\nTwice a day.\n\n", "utf-8")
    workspace = plan_of(CHAPTER.format(path="tides.md"))
    assert (find(workspace), chapter(workspace)) == ([], "# Tides\n\nTwice a day.")


def test_path_starts_at_the_file_it_stands_in(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of()
    (tmp_path / "plan" / "sub").mkdir()
    (tmp_path / "plan" / "sub" / "more.yaml").write_text(CHAPTER.format(path="tides.md"), "utf-8")
    (tmp_path / "plan" / "sub" / "tides.md").write_text("Low.\n", "utf-8")
    workspace = open_workspace(tmp_path / "plan", tmp_path)
    assert (find(workspace), chapter(workspace)) == ([], "Low.")


@pytest.mark.parametrize("name", ["tides", "a+b", "[x]", "**"])
def test_translations_lie_beside_the_file(plan_of: PlanOf, tmp_path: Path, name: str) -> None:
    plan_of()
    texts = {"": "Low.", ".fr": "Basse.", ".pt-BR": "Baixa.", ".Notes": "No language."}
    for ending, written in texts.items():
        (tmp_path / "plan" / f"{name}{ending}.md").write_text(written, "utf-8")
    workspace = plan_of(CHAPTER.format(path=f'"{name}.md"'))
    text = chapter(workspace)
    assert isinstance(text, Translated)
    assert text == "Low."
    assert text.translations == {"en": "Low.", "fr": "Basse.", "pt-BR": "Baixa."}


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("none.md", "missing-file", "there is no such file"),
        ("../outside.md", "unsafe-path", "leaves the plan's folder"),
        ("../../far.md", "unsafe-path", "leaves the project's folder"),
        ("sub/../../outside.md", "unsafe-path", "leaves the plan's folder"),
        ("/etc/hostname", "unsafe-path", "leaves the plan's folder"),
        ("link.md", "unsafe-path", "leaves the plan's folder"),
        ("zero.md", "unsafe-path", "leaves the project's folder"),
        ("loop.md", "missing-file", "cannot be followed"),
        ("pipe.md", "unsafe-path", "not an ordinary file"),
        ("sub", "unsafe-path", "not an ordinary file"),
        (".", "unsafe-path", "not an ordinary file"),
        ("x" * 300, "missing-file", "cannot be opened"),
        ("plan.yaml/x", "missing-file", "cannot be opened"),
        ("empty.md", "invalid-value", "is empty"),
        ("big.md", "unsafe-path", "larger than"),
    ],
)
def test_file_that_cannot_be_read(plan_of: PlanOf, tmp_path: Path, path: str, code: str, words: str) -> None:
    plan_of()
    folder = tmp_path / "plan"
    (folder / "sub").mkdir()
    (tmp_path / "outside.md").write_text("secret", "utf-8")
    (folder / "link.md").symlink_to("../outside.md")
    (folder / "zero.md").symlink_to("/dev/zero")
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "empty.md").write_text(" \n", "utf-8")
    (folder / "big.md").write_bytes(b"x" * (2 * 2**20 + 1))
    os.mkfifo(folder / "pipe.md")
    (finding,) = find(plan_of(CHAPTER.format(path=path)))
    assert (finding.code, finding.span.path, finding.span.line) == (code, "plan/plan.yaml", 10)
    assert (finding.span.column, finding.span.text) == (18, path)
    assert words in finding.message
    assert finding.help
    assert "secret" not in finding.message


def test_bad_byte_is_found_in_the_file_itself(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of()
    (tmp_path / "plan" / "tides.md").write_bytes(b"Low.\n\nCaf\xe9\n")
    (finding,) = find(plan_of(CHAPTER.format(path="tides.md")))
    assert (finding.code, finding.span.path) == ("invalid-yaml", "plan/tides.md")
    assert (finding.span.line, finding.span.column) == (3, 4)


def test_link_in_a_translation_is_found_there(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of()
    (tmp_path / "plan" / "tides.md").write_text("[Low](#tides)\n", "utf-8")
    (tmp_path / "plan" / "tides.fr.md").write_text("\n[Basse](#marees)\n", "utf-8")
    (finding,) = find(plan_of(CHAPTER.format(path="tides.md")))
    assert (finding.code, finding.span.path) == ("dangling-link", "plan/tides.fr.md")
    assert (finding.span.line, finding.span.column, finding.span.text) == (2, 10, "marees")


FRONT = "---\ntitle: Tides\ntags:\n  - sea\n- [x](#none)\n# a comment\n---\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_is_not_part_of_the_text(plan_of: PlanOf, tmp_path: Path, end: str) -> None:
    plan_of()
    written = (FRONT + "\nLow [water](#water).\n").replace("\n", end)
    (tmp_path / "plan" / "tides.md").write_bytes(written.encode())
    workspace = plan_of(CHAPTER.format(path="tides.md"))
    assert chapter(workspace) == "Low [water](#water)."
    (finding,) = find(workspace, STRUCTURE)
    assert (finding.span.line, finding.span.column, finding.span.text) == (9, 14, "water")


@pytest.mark.parametrize(
    "text",
    [
        "Tides\n---\ntitle: Tides\n---",
        "---\n\nLow tide: at noon\n\n---\n\nMore.",
        "---\nHigh tide comes twice a day.\n---",
        "---\n- high\n- low\n---",
        "---\ntitle: Tides\n",
        "---\n---\nLow.",
        "----\ntitle: Tides\n----",
    ],
)
def test_what_only_looks_like_front_matter_stays(plan_of: PlanOf, tmp_path: Path, text: str) -> None:
    plan_of()
    (tmp_path / "plan" / "tides.md").write_text(text, "utf-8")
    assert chapter(plan_of(CHAPTER.format(path="tides.md"))) == text.strip()


def test_front_matter_alone_is_an_empty_text(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of()
    (tmp_path / "plan" / "tides.md").write_text(FRONT, "utf-8")
    (finding,) = find(plan_of(CHAPTER.format(path="tides.md")), STRUCTURE)
    assert (finding.code, finding.message) == ("invalid-value", "`tides.md` is empty")


def test_hostile_front_matter_is_read_at_once(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of()
    for line in ("a:" + " " * 1000, "- ", "# x", "a: " + "b " * 500):
        text = "---\nkey: x\n" + f"{line}\n" * (1_000_000 // len(line))
        (tmp_path / "plan" / "tides.md").write_text(text, "utf-8")
        assert chapter(plan_of(CHAPTER.format(path="tides.md"))) == text.strip()
