import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from stratkit.load.folder import plan_files, project_root
from stratkit.source.door import Unreadable


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "plan"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").touch()
    return folder


def add(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def listed(plan: Path, *exclude: str) -> list[str]:
    closed: list[tuple[Path, Unreadable]] = []
    found = plan_files(plan, plan.parent, exclude, closed)
    assert closed == []
    return [path.relative_to(plan).as_posix() for path in found]


def test_order_is_as_people_count(plan: Path) -> None:
    add(
        plan, "10-last.yaml", "2-first.yaml", "a.yml", "Z.yaml", "lines/10.yaml", "lines/9.yaml", "lines.yaml"
    )
    assert listed(plan) == [
        "plan.yaml",
        "2-first.yaml",
        "10-last.yaml",
        "Z.yaml",
        "a.yml",
        "lines/9.yaml",
        "lines/10.yaml",
        "lines.yaml",
    ]


def test_what_is_no_part_of_the_plan(plan: Path) -> None:
    add(
        plan, "notes.md", "plan.yaml.bak", ".hidden.yaml", ".git/x.yaml", "stratkit.yaml", "sub/stratkit.yaml"
    )
    add(plan, "other/plan.yaml", "other/more.yaml", "other/deep/more.yaml")
    assert listed(plan) == ["plan.yaml"]


def test_folder_named_like_a_file_is_a_folder(plan: Path) -> None:
    add(plan, "x.yaml/y.yaml")
    assert listed(plan) == ["plan.yaml", "x.yaml/y.yaml"]


def test_output_and_templates_of_the_project(tmp_path: Path) -> None:
    add(tmp_path, "plan.yaml", "build/a.yaml", "templates/b.yaml", "sub/build/c.yaml")
    found = plan_files(tmp_path, tmp_path, (), [])
    assert [path.name for path in found] == ["plan.yaml", "c.yaml"]


@pytest.mark.parametrize("pattern", ["plan/drafts", "plan/drafts/", "*/drafts", "plan/drafts/*.yaml"])
@pytest.mark.parametrize("relative", [True, False])
def test_excluded(plan: Path, pattern: str, relative: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    add(plan, "drafts/a.yaml", "kept.yaml")
    monkeypatch.chdir(plan.parent)
    assert listed(plan, pattern) == ["plan.yaml", "kept.yaml"]
    found = plan_files(Path("plan"), plan.parent, (pattern,), [])
    assert [path.as_posix() for path in found] == ["plan/plan.yaml", "plan/kept.yaml"]


def test_linked_folders_are_not_entered(plan: Path) -> None:
    add(plan.parent, "outside/a.yaml")
    add(plan, "deep/b.yaml")
    (plan / "deep" / "link").symlink_to(plan.parent / "outside")
    (plan / "deep" / "up.yaml").symlink_to("..")
    (plan / ".hidden").symlink_to(plan.parent / "outside")
    closed: list[tuple[Path, Unreadable]] = []
    found = plan_files(plan, plan.parent, (), closed)
    assert [path.name for path in found] == ["plan.yaml", "b.yaml"]
    assert [(path.name, fault.code, str(fault)) for path, fault in sorted(closed, key=str)] == [
        ("link", "unsafe-path", "links to folders are not followed"),
        ("up.yaml", "unsafe-path", "links to folders are not followed"),
    ]


def test_links_that_lead_nowhere_are_left_to_the_door(plan: Path) -> None:
    (plan / "loop.yaml").symlink_to("loop.yaml")
    (plan / "gone.yaml").symlink_to("nothing.yaml")
    (plan / "loop").symlink_to("loop")
    assert listed(plan) == ["plan.yaml", "gone.yaml", "loop.yaml"]


def test_folder_that_may_not_be_read(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(plan, "a/x.yaml", "b/y.yaml")
    scan = os.scandir

    def deny(folder: Path) -> Iterator[os.DirEntry[str]]:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", deny)
    closed: list[tuple[Path, Unreadable]] = []
    assert [path.name for path in plan_files(plan, plan.parent, (), closed)] == ["plan.yaml", "y.yaml"]
    ((path, fault),) = closed
    assert (path.name, fault.code) == ("a", "missing-file")
    assert "Permission denied" in str(fault)


def test_root_is_where_the_settings_lie_else_the_parent(plan: Path) -> None:
    assert project_root(plan) == plan.parent
    (plan.parent.parent / "stratkit.yaml").touch()
    assert project_root(plan) == plan.parent.parent
    (plan.parent / "stratkit.yaml").mkdir()
    assert project_root(plan) == plan.parent
    (plan / "stratkit.yaml").symlink_to("nowhere")
    assert project_root(plan) == plan
