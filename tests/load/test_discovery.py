"""Which plans there are below a folder."""

from pathlib import Path

from stratkit.load.discovery import plans_below


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "plan.yaml").write_text("format: 1\n", "utf-8")


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in plans_below(folder)]


def test_in_the_order_of_their_paths(tmp_path: Path) -> None:
    make(tmp_path, "b", "a/x", "a", "c/deep/er")
    assert found(tmp_path) == ["a", "a/x", "b", "c/deep/er"]


def test_without_hidden_output_and_template_folders(tmp_path: Path) -> None:
    make(tmp_path, "a", ".venv/b", "build/c", "templates/d", "a/build")
    (tmp_path / "stratkit.yaml").write_text("fail_on: error\n", "utf-8")
    assert found(tmp_path) == ["a", "a/build"]


def test_excludes_hold_where_they_stand(tmp_path: Path) -> None:
    make(tmp_path, "a", "drafts/b", "project/drafts/c", "project/old/d", "project/e")
    (tmp_path / "stratkit.yaml").write_text("exclude: [drafts]\n", "utf-8")
    (tmp_path / "project/stratkit.yaml").write_text("exclude: ['ol*/']\n", "utf-8")
    assert found(tmp_path) == ["a", "project/drafts/c", "project/e"]


def test_excludes_of_a_project_above(tmp_path: Path) -> None:
    make(tmp_path, "plans/a", "plans/drafts/b")
    (tmp_path / "stratkit.yaml").write_text("exclude: [plans/drafts]\n", "utf-8")
    assert found(tmp_path / "plans") == ["a"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a")
    (tmp_path / "a/again").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == ["a"]
