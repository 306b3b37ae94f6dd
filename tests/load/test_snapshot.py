"""A plan as it was in a revision, from real repositories: good, strange and hostile ones."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.load.snapshot import NoSnapshot, plan_at
from stratkit.load.workspace import Workspace
from stratkit.source.door import MAX_FILE

HEAD = "format: 1\nplan: {id: small, title: Small, organization: {name: A network}"
THEMES = "themes:\n  - {id: quiet, title: Quiet}\n"


def git(folder: Path, *words: str, given: bytes = b"") -> str:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder)}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, check=True, capture_output=True, env=environment, input=given
    )
    return done.stdout.decode().strip()


def commit(repository: Path, tag: str) -> None:
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", tag)
    git(repository, "tag", tag)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a project in a folder, whose plan names the one before; it has changed since v1."""
    there = tmp_path / "repository"
    for name, text in {
        "strategy/stratkit.yaml": "exclude: [plans/now/drafts]\n",
        "strategy/plans/before/plan.yaml": HEAD.replace("small", "before") + "}\n",
        "strategy/plans/now/plan.yaml": HEAD + ", previous: ../before}\n",
        "strategy/plans/now/é/themes.yaml": THEMES,
        "strategy/plans/now/drafts/idea.yaml": THEMES,
        "elsewhere/notes.md": "Not of this project.\n",
        "strategy/plans/now/picture.svg": "<svg/>",
    }.items():
        path = there / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(there, "init", "-q")
    commit(there, "v1")
    (there / "strategy/plans/now/é/themes.yaml").unlink()
    (there / "strategy/plans/now/plan.yaml").write_text(HEAD.replace("small", "large") + "}\n")
    commit(there, "v2")
    return there


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that snapshots are made in."""
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    return tmp_path / "scratch"


def opened(plan: Path, revision: str, look: Callable[[Workspace], object], room: int = 1) -> object:
    with plan_at(plan, revision, room=room) as workspace:
        return look(workspace)


def refused(plan: Path, revision: str) -> NoSnapshot:
    with pytest.raises(NoSnapshot) as caught, plan_at(plan, revision):
        pass
    assert caught.value.help
    return caught.value


def test_the_plan_as_it_was(repository: Path, scratch: Path) -> None:
    with plan_at(repository / "strategy/plans/now", "v1") as workspace:
        assert workspace.problems == []
        assert [theme.id for theme in workspace.plan.themes] == ["quiet"]
        assert [source.path for source in workspace.sources] == [
            "v1:strategy/plans/now/plan.yaml",
            "v1:strategy/plans/now/é/themes.yaml",
        ]
        assert workspace.previous
        assert workspace.previous.sources[0].path == "v1:strategy/plans/before/plan.yaml"
        files = sorted(path.name for path in scratch.rglob("*") if path.is_file())
        assert files == ["idea.yaml", "plan.yaml", "plan.yaml", "stratkit.yaml", "themes.yaml"]
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("revision", ["v2", "HEAD", "HEAD~0", "main", "refs/tags/v2"])
def test_names_of_revisions(revision: str, repository: Path) -> None:
    git(repository, "branch", "-f", "-M", "main")
    named = opened(repository / "strategy/plans/now", revision, lambda one: one.header and one.header.id)
    assert named == "large"


def test_git_shows_what_the_paths_name(repository: Path) -> None:
    path = opened(repository / "strategy/plans/now", "v1", lambda one: one.sources[1].path)
    assert git(repository, "show", str(path)) == THEMES.strip()


def test_a_plan_of_one_file(repository: Path) -> None:
    (repository / "small.yaml").write_text(HEAD + "}\n")
    commit(repository, "v3")
    assert opened(repository / "small.yaml", "v3", lambda one: one.sources[0].path) == "v3:small.yaml"


def test_nothing_around_the_snapshot_counts(repository: Path, scratch: Path) -> None:
    (repository / "alone").mkdir()
    (repository / "alone/plan.yaml").write_text(HEAD + "}\n")
    commit(repository, "v3")
    (scratch / "stratkit.yaml").write_text("rules: {missing-key: off}\n")
    root = opened(repository / "alone", "v3", lambda one: one.door.root)
    assert isinstance(root, Path)
    assert scratch < root


def test_settings_above_the_repository_are_left_there(repository: Path, scratch: Path) -> None:
    (repository.parent / "stratkit.yaml").touch()
    (repository / "strategy/stratkit.yaml").unlink()
    commit(repository, "v3")
    shown = opened(repository / "strategy/plans/now", "v1", lambda one: one.sources[0].path)
    assert shown == "v1:strategy/plans/now/plan.yaml"


def test_other_languages_and_environments_make_no_difference(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert opened(repository / "strategy/plans/now", "v2", lambda one: one.problems) == []


@pytest.mark.parametrize(
    "revision",
    ["v9", "", "-h", "--all", "^HEAD", "v1..v2", "v1 v2", "HEAD:strategy", "v1\0", "@{upstream}", "v1\nv2"],
)
def test_what_is_no_revision(revision: str, repository: Path) -> None:
    fault = refused(repository / "strategy/plans/now", revision)
    assert str(fault) == f"git knows no revision `{revision}`"
    assert "git fetch --tags" in fault.help


def test_a_revision_without_the_plan(repository: Path) -> None:
    (repository / "strategy/plans/new").mkdir()
    (repository / "strategy/plans/new/plan.yaml").write_text(HEAD + "}\n")
    fault = refused(repository / "strategy/plans/new", "v1")
    assert str(fault).endswith("strategy/plans/new: there was no plan here at `v1`")


def test_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    fault = refused(tmp_path / "shallow/strategy/plans/now", "v1")
    assert "git fetch --unshallow --tags" in fault.help


def test_a_clone_without_its_files(repository: Path, tmp_path: Path) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{repository}", "partial")
    assert opened(tmp_path / "partial/strategy/plans/now", "v2", lambda one: one.problems) == []
    fault = refused(tmp_path / "partial/strategy/plans/now", "v1")
    assert str(fault).endswith("files of that revision are not in this clone")


def test_outside_of_git(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(HEAD + "}\n")
    assert str(refused(tmp_path, "v1")).endswith(": this is in no git repository")


def test_no_git(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(repository / "strategy/plans/now", "v1").help == "install git"


def test_a_repository_that_is_broken(repository: Path) -> None:
    tree = git(repository, "rev-parse", "v1^{tree}")
    (repository / ".git/objects" / tree[:2] / tree[2:]).unlink()
    fault = refused(repository / "strategy/plans/now", "v1")
    assert "git cannot read that revision: fatal:" in str(fault)


def test_links_and_modules_are_left_out(repository: Path, scratch: Path) -> None:
    now = repository / "strategy/plans/now"
    (now / "secret.yaml").symlink_to("/etc/passwd")
    (now / "linked").symlink_to("/etc")
    other = repository.parent / "other"
    other.mkdir()
    git(other, "init", "-q")
    (other / "more.yaml").write_text("themes: []\n")
    commit(other, "one")
    git(repository, "submodule", "add", "-q", f"file://{other}", "strategy/plans/now/module")
    commit(repository, "v3")
    with plan_at(now, "v3") as workspace:
        assert workspace.problems == []
        assert [source.path for source in workspace.sources] == ["v3:strategy/plans/now/plan.yaml"]
        assert not any(path.is_symlink() for path in scratch.rglob("*"))


def plant(repository: Path, *names: str) -> None:
    """Tag a revision `bad` whose tree has files of any names, as git would not make it."""
    blob = git(repository, "hash-object", "-w", "--stdin", given=HEAD.encode() + b"}\n")
    tree = b"".join(b"100644 " + os.fsencode(name) + b"\0" + bytes.fromhex(blob) for name in names)
    hashed = git(repository, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=tree)
    git(repository, "tag", "bad", git(repository, "commit-tree", hashed, "-m", "bad"))


@pytest.mark.parametrize(
    "names",
    [
        ("../../escaped.yaml", "plan.yaml"),
        ("..\\escaped.yaml", "plan.yaml"),
        ("/escaped.yaml", "plan.yaml"),
        (".git/hook.md", "plan.yaml"),
        ("a//b.yaml", "plan.yaml"),
        ("./b.yaml", "plan.yaml"),
        ("plan.yaml", "plan.yaml"),
        ("plan.yaml", "plan.yaml/more.yaml"),
    ],
)
def test_hostile_names(names: tuple[str, ...], repository: Path, scratch: Path) -> None:
    (repository / "plan.yaml").write_text(HEAD + "}\n")
    (repository / "stratkit.yaml").touch()
    plant(repository, *names)
    assert "the revision cannot be read: " in str(refused(repository, "bad"))
    assert not list(repository.parent.rglob("escaped*"))
    assert list(scratch.iterdir()) == []


def test_a_hostile_repository_runs_nothing(repository: Path) -> None:
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repository}/ran\n")
    trap.chmod(0o755)
    (repository / ".git/info/attributes").write_text(
        "* filter=trap diff=trap text=auto working-tree-encoding=UTF-16\n"
    )
    with (repository / ".git/config").open("a") as config:
        config.write(
            f"[core]\n\tfsmonitor = {trap}\n\tsshCommand = {trap}\n\tpager = {trap}\n"
            f"\thooksPath = {repository}\n"
            f'[filter "trap"]\n\tsmudge = {trap}\n\tprocess = {trap}\n\trequired = true\n'
            f'[diff "trap"]\n\ttextconv = {trap}\n[alias]\n\tcat-file = !{trap}\n\tls-tree = !{trap}\n'
            f'[extensions]\n\tpartialClone = far\n[remote "far"]\n\turl = ext::{trap}\n\tpromisor = true\n'
            "[protocol]\n\tallow = always\n"
        )
    assert opened(repository / "strategy/plans/now", "v1", lambda one: len(one.sources)) == 2
    assert not (repository / "ran").exists()


def test_replaced_objects_do_not_count(repository: Path) -> None:
    git(repository, "replace", "v1^{commit}", "v2^{commit}")
    assert opened(repository / "strategy/plans/now", "v1", lambda one: len(one.sources)) == 2


def test_a_file_beyond_the_limit_is_told_as_ever(repository: Path) -> None:
    long = repository / "strategy/plans/now/long.yaml"
    long.write_text("# " + "long " * (MAX_FILE // 5) + "\n")
    commit(repository, "v3")
    long.unlink()
    told = opened(
        repository / "strategy/plans/now", "v3", lambda one: [fault.message for fault in one.problems]
    )
    assert told == [f"the file is larger than {MAX_FILE:,} bytes"]
    assert opened(repository / "strategy/plans/now", "v3", lambda one: one.problems, room=2) == []


def test_all_files_together_have_a_limit(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stratkit.load.snapshot.MAX_PLAN", 100)
    fault = refused(repository / "strategy/plans/now", "v1")
    assert str(fault) == "the project's files hold more than 100 bytes at that revision"
    monkeypatch.setattr("stratkit.load.snapshot.MAX_FILES", 3)
    assert "more than 3 files" in str(refused(repository / "strategy/plans/now", "v1"))
