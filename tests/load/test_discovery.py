"""Which plans there are below a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from stratkit.load.discovery import plans_below
from stratkit.source.door import Unreadable


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "plan.yaml").write_text("format: 1\n", "utf-8")


def found(folder: Path) -> list[str]:
    closed: list[tuple[Path, Unreadable]] = []
    plans = [path.relative_to(folder).as_posix() for path in plans_below(folder, closed)]
    assert closed == []
    return plans


def test_in_the_order_of_their_paths_as_people_count(tmp_path: Path) -> None:
    make(tmp_path, "b", "a/x", "a", "c/deep/er", "p33", "p7")
    assert found(tmp_path) == ["a", "a/x", "b", "c/deep/er", "p7", "p33"]


def test_whatever_is_called_like_a_plan_is_none_to_pass_over(tmp_path: Path) -> None:
    for name in ("fifo", "folder/plan.yaml", "link"):
        (tmp_path / name).mkdir(parents=True)
    os.mkfifo(tmp_path / "fifo/plan.yaml")
    (tmp_path / "link/plan.yaml").symlink_to("nowhere")
    assert found(tmp_path) == ["fifo", "folder", "link"]


def test_folders_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a", "b", "locked/c")
    scan = os.scandir

    def deny(folder: Path) -> Iterator[os.DirEntry[str]]:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", deny)
    closed: list[tuple[Path, Unreadable]] = []
    assert [path.name for path in plans_below(tmp_path, closed)] == ["a", "b"]
    assert [(path.name, str(fault)) for path, fault in closed] == [
        ("locked", "the folder cannot be opened (Permission denied)")
    ]


def test_without_hidden_output_and_template_folders(tmp_path: Path) -> None:
    make(tmp_path, "a", ".venv/b", "build/c", "templates/d", "a/build")
    (tmp_path / "stratkit.yaml").write_text("fail_on: error\n", "utf-8")
    assert found(tmp_path) == ["a", "a/build"]


def test_excludes_hold_where_they_stand(tmp_path: Path) -> None:
    make(tmp_path, "a", "drafts/b", "project/drafts/c", "project/old/d", "project/e")
    (tmp_path / "stratkit.yaml").write_text("exclude: [drafts]\n", "utf-8")
    (tmp_path / "project/stratkit.yaml").write_text("exclude: ['ol*/']\n", "utf-8")
    assert found(tmp_path) == ["a", "project/drafts/c", "project/e"]
    heedless = plans_below(tmp_path, [], heed_excludes=False)
    assert [path.name for path in heedless] == ["a", "b", "c", "e", "d"]


def test_excludes_of_a_project_above(tmp_path: Path) -> None:
    make(tmp_path, "plans/a", "plans/drafts/b")
    (tmp_path / "stratkit.yaml").write_text("exclude: [plans/drafts]\n", "utf-8")
    assert found(tmp_path / "plans") == ["a"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a")
    (tmp_path / "a/again").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == ["a"]
