import os
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.check.finding import STRUCTURE, find
from stratkit.load.workspace import NoPlan, Workspace, open_workspace

PlanOf = Callable[..., Workspace]


def told(workspace: Workspace) -> list[tuple[str, str, int, int]]:
    errors = [finding for finding in find(workspace) if finding.severity == "error"]
    return [(f.code, f.span.path, f.span.line, f.span.column) for f in errors]


def test_files_are_joined_in_order(plan_of: PlanOf) -> None:
    workspace = plan_of(
        "themes: [{id: a, title: A}]\n",
        **{
            "2-more": "themes: [{id: b, title: B}]\n",
            "10-more": "themes: [{id: c, title: C}]\nvision: Quiet\n",
        },
    )
    assert find(workspace, STRUCTURE) == []
    assert [theme.id for theme in workspace.plan.themes] == ["a", "b", "c"]
    assert workspace.plan.vision is not None
    assert [source.path for source in workspace.sources] == [
        "plan/plan.yaml",
        "plan/2-more.yaml",
        "plan/10-more.yaml",
    ]


@pytest.mark.parametrize("named", ["plan", "plan/plan.yaml"])
def test_folder_or_its_file(plan_of: PlanOf, tmp_path: Path, named: str) -> None:
    plan_of(more="themes: [{id: a, title: A}]\n")
    assert len(open_workspace(tmp_path / named, tmp_path).plan.themes) == 1


def test_file_of_another_name_is_a_plan_of_its_own(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of(more="themes: [{id: a, title: A}]\n")
    (tmp_path / "plan" / "plan.yaml").rename(tmp_path / "plan" / "alone.yaml")
    workspace = open_workspace(tmp_path / "plan" / "alone.yaml", tmp_path)
    assert (find(workspace, STRUCTURE), workspace.plan.themes) == ([], ())
    assert workspace.folder == tmp_path / "plan"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none", "there is no such file or folder"),
        ("empty", "this folder has no plan.yaml"),
        ("pipe.yaml", "this is not an ordinary file"),
        ("fifo", "this is not an ordinary file"),
        ("folder", "this is not an ordinary file"),
        ("dangling", "plan.yaml: this link leads nowhere"),
        ("x" * 300, "File name too long"),
    ],
)
def test_no_plan(tmp_path: Path, name: str, words: str) -> None:
    for folder in ("empty", "fifo", "folder/plan.yaml", "dangling"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "dangling/plan.yaml").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.yaml")
    os.mkfifo(tmp_path / "fifo" / "plan.yaml")
    with pytest.raises(NoPlan) as caught:
        open_workspace(tmp_path / name, tmp_path)
    assert words in str(caught.value)
    assert caught.value.help


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (b"", ("missing-key", 1, 1)),
        (b"# later\n", ("missing-key", 1, 1)),
        (b"---\n", ("missing-key", 1, 1)),
        (b"- a\n", ("wrong-type", 1, 1)),
        (b"just words\n", ("wrong-type", 1, 1)),
        (b"milk: 2\nbread: 1\n", ("unknown-key", 1, 1)),
        (b"format: 1\nplan: [x\n", ("invalid-yaml", 2, 7)),
        (b"format: 1\nplan:\n  id: caf\xe9\n", ("invalid-yaml", 3, 10)),
        (b"\xff\xfef\x00", ("invalid-yaml", 1, 1)),
        (b"format: 1\n\x00", ("invalid-yaml", 2, 1)),
        (b"format: 1\nplan: &a {x: *a}\n", ("unsafe-yaml", 2, 14)),
        (b"format: 1\nplan: 5\n", ("wrong-type", 2, 7)),
        (b"format: 1\nplan:\n", ("invalid-value", 2, 1)),
        (b"format: 1\n", ("missing-key", 1, 1)),
        (b"[" * 100_000, ("unsafe-yaml", 1, 65)),
        (b"a" * (2 * 2**20 + 1), ("unsafe-path", 1, 1)),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, bytes) else "",
)
def test_plan_that_cannot_be_read_is_one_finding(
    tmp_path: Path, content: bytes, finding: tuple[str, int, int]
) -> None:
    (tmp_path / "plan.yaml").write_bytes(content)
    workspace = open_workspace(tmp_path, tmp_path)
    code, *place = finding
    assert told(workspace) == [(code, "plan.yaml", *place)]
    assert workspace.previous is None


def test_broken_file_does_not_make_others_wrong(plan_of: PlanOf) -> None:
    body = "outcomes: [{id: night-rules, title: Rules, themes: [quiet], text: '[](#calm)'}]\n"
    themes = "themes:\n  - {id: quiet, title: Quiet}\n  - {id: calm, title: Calm}\n"
    assert find(plan_of(body, themes=themes), STRUCTURE) == []
    broken = plan_of(body, themes='themes:\n  - {id: quiet, title: Quiet}\n  - {id: "calm", title: [Calm}\n')
    assert [finding.code for finding in find(broken, STRUCTURE)] == ["invalid-yaml"]


def test_bad_byte_hides_no_id_below_it(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of("outcomes: [{id: night-rules, title: Rules, themes: [quiet]}]\n")
    themes = b"themes:\n  - id: noisy\n    title: Caf\xe9s\n  - id: quiet\n    title: Quiet\n"
    (tmp_path / "plan" / "themes.yaml").write_bytes(themes)
    workspace = open_workspace(tmp_path / "plan", tmp_path)
    assert told(workspace) == [("invalid-yaml", "plan/themes.yaml", 3, 15)]


def test_broken_header_does_not_make_references_wrong(plan_of: PlanOf) -> None:
    body = (
        "themes: [{id: quiet, title: Quiet, succeeds: [calm]}]\noutcomes: [{id: a, title: A, lead: port}]\n"
    )
    header = "format: 1\nplan:\n  id: [x]\n  organization: {id: port, name: Port}\n"
    assert [finding.code for finding in find(plan_of(body, header="format: 1\nplan: none\n"), STRUCTURE)] == [
        "wrong-type",
        "dangling-reference",
    ]
    assert [finding.code for finding in find(plan_of("", header=header + "  title: Port\n"), STRUCTURE)] == [
        "wrong-type"
    ]


def test_previous_that_is_no_text_is_one_finding(plan_of: PlanOf) -> None:
    body = "  previous: [before]\nthemes: [{id: quiet, title: Quiet, succeeds: [calm]}]\n"
    assert [finding.code for finding in find(plan_of(body), STRUCTURE)] == ["wrong-type"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("../none", "missing-file"),
        ("../..", "unsafe-path"),
        ("/", "unsafe-path"),
        ("../" + "x" * 300, "missing-file"),
        ('"../a\\0b"', "missing-file"),
        ("../empty", "missing-file"),
        ("../loop", "missing-file"),
    ],
)
def test_previous_plan_that_is_not_there(plan_of: PlanOf, tmp_path: Path, written: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    body = f"  previous: {written}\nthemes: [{{id: quiet, title: Quiet, succeeds: [calm]}}]\n"
    workspace = plan_of(body)
    assert [(found[0], found[2]) for found in told(workspace)] == [(code, 7)]
    assert workspace.previous is None


def test_previous_plan_that_may_not_be_entered(plan_of: PlanOf, monkeypatch: pytest.MonkeyPatch) -> None:
    lock(monkeypatch, "before")
    (finding,) = find(plan_of("  previous: ../before\n"), STRUCTURE)
    assert (finding.code, finding.message) == (
        "missing-file",
        "`../before`: it cannot be opened (Permission denied)",
    )


def test_plan_that_may_not_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock(monkeypatch, "locked")
    for name in ("locked/z", "locked/z/plan.yaml"):
        with pytest.raises(NoPlan, match=f"{name}: Permission denied"):
            open_workspace(tmp_path / name, tmp_path)


def lock(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let nobody look into the folders of a name, as for root nothing is locked."""
    look = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if name in path.parent.parts or path.name == name:
            raise PermissionError(13, "Permission denied")
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)


def test_previous_plan(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of("themes: [{id: calm, title: Calm}]\n")
    (tmp_path / "plan").rename(tmp_path / "before")
    workspace = plan_of("  previous: ../before\nthemes: [{id: quiet, title: Quiet, succeeds: [calm]}]\n")
    assert find(workspace, STRUCTURE) == []
    assert workspace.previous is not None
    assert [theme.id for theme in workspace.previous.plan.themes] == ["calm"]


def test_broken_previous_plan_is_not_this_ones_fault(plan_of: PlanOf, tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "before" / "plan.yaml").write_text("themes:\n  - {id: calm, title: [\n", "utf-8")
    body = "  previous: ../before\nthemes: [{id: q, title: Q, succeeds: [calm]}]\n"
    assert [finding for finding in find(plan_of(body)) if finding.severity == "error"] == []


def test_plan_that_names_itself_as_previous_is_one_finding(plan_of: PlanOf) -> None:
    workspace = plan_of("  previous: .\nthemes: [{id: quiet, title: Quiet, succeeds: [quiet]}]\n")
    assert [finding.code for finding in find(workspace, STRUCTURE)] == ["invalid-value"]


def test_settings(plan_of: PlanOf, tmp_path: Path) -> None:
    (tmp_path / "stratkit.yaml").write_text(
        "rules: {dangling-reference: warning, invalid-id: off}\nexclude: [plan/drafts.yaml]\nfail_on: info\n",
        "utf-8",
    )
    workspace = plan_of(
        "outcomes: [{id: a, title: A, lead: nobody}, {id: B, title: B}]\n",
        drafts="milk: 2\n",
        more="visoin: x\n",
    )
    assert [(finding.code, finding.severity) for finding in find(workspace, STRUCTURE)] == [
        ("unknown-key", "error"),
        ("dangling-reference", "warning"),
    ]
    assert workspace.settings.fail_on == "info"


def test_faults_of_the_settings(plan_of: PlanOf, tmp_path: Path) -> None:
    (tmp_path / "stratkit.yaml").write_text(
        "fail_on: allways\nrules: {invalid-id: maybe}\nexcludes: []\n", "utf-8"
    )
    assert told(plan_of()) == [
        ("invalid-value", "stratkit.yaml", 1, 10),
        ("invalid-value", "stratkit.yaml", 2, 21),
        ("unknown-setting", "stratkit.yaml", 3, 1),
    ]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("fail_on: never\n".encode("utf-16"), (1, 1)),
        (b"fail_on: never\nexclud\xe9: [a]\n", (2, 7)),
    ],
)
def test_settings_that_are_not_utf8_are_one_finding(
    plan_of: PlanOf, tmp_path: Path, content: bytes, place: tuple[int, int]
) -> None:
    (tmp_path / "stratkit.yaml").write_bytes(content)
    assert told(plan_of()) == [("invalid-yaml", "stratkit.yaml", *place)]


def test_settings_that_are_no_file(plan_of: PlanOf, tmp_path: Path) -> None:
    (tmp_path / "stratkit.yaml").mkdir()
    assert told(plan_of()) == [("unsafe-path", "stratkit.yaml", 1, 1)]
    (tmp_path / "stratkit.yaml").rmdir()
    (tmp_path / "stratkit.yaml").symlink_to("nowhere")
    assert told(plan_of()) == [("missing-file", "stratkit.yaml", 1, 1)]


def test_links_and_pipes_among_the_files(plan_of: PlanOf, tmp_path: Path) -> None:
    plan_of()
    folder = tmp_path / "plan"
    (tmp_path.parent / "secret.yaml").write_text("themes: [secret\n", "utf-8")
    (folder / "a.yaml").symlink_to(tmp_path.parent / "secret.yaml")
    (folder / "b.yaml").symlink_to("b.yaml")
    (folder / "c.yaml").symlink_to("/dev/zero")
    (folder / "d").symlink_to("..")
    os.mkfifo(folder / "e.yaml")
    found = find(open_workspace(folder, tmp_path))
    assert [(finding.code, finding.span.path) for finding in found] == [
        ("unsafe-path", "plan/a.yaml"),
        ("missing-file", "plan/b.yaml"),
        ("unsafe-path", "plan/c.yaml"),
        ("unsafe-path", "plan/d"),
        ("unsafe-path", "plan/e.yaml"),
    ]
    assert all("secret" not in finding.message + finding.span.source.text for finding in found)


def test_misspelt_file_is_one_finding(plan_of: PlanOf) -> None:
    workspace = plan_of(
        "outcomes: [{id: a, title: A, themes: [quiet]}]\n", more="theme: [{id: quiet, title: Q}]\n"
    )
    (finding,) = find(workspace, STRUCTURE)
    assert (finding.code, finding.help) == ("unknown-key", "did you mean `themes`?")
