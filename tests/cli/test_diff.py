"""`stratkit diff`, as a user runs it: what it compares, and how it ends."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from stratkit.check.levels import POLICIES
from stratkit.cli.diff import PolicyName

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]

COMMAND = """\
import sys
from types import ModuleType

from stratkit.cli import app as whole
from stratkit.cli.diff import DiffFormat, diff


def write(form):
    def told(comparison, *, colour=False, impact=False):
        lines = [f"{form} {comparison.judgement.policy} colour={colour} impact={impact}"]
        lines += [f"{one.level} {one.fingerprint}" for one in comparison.judgement.changes]
        return "".join(f"{line}\\n" for line in lines)

    return told


for form in DiffFormat:
    module = sys.modules[f"stratkit.formats.diff.{form}"] = ModuleType(form)
    module.write = write(form)
whole.app.command()(diff)
whole.run()
"""
"""The command line, with formats that print the name of each change."""

HEAD = """\
format: 1
plan: {id: harbours, title: Harbours, organization: {name: A network}, period: {start: 2021, end: 2023}}
"""
OUTCOMES = """\
outcomes:
  - id: trained
    title: Pilots are trained
    indicators:
      - id: people
        title: Pilots
        direction: increase
        baseline: {date: 2020, value: 0}
        targets: [{date: 2023, value: 90}]
"""
THEMES = "themes:\n  - {id: quiet, title: Quiet}\n"
LOWERED = "error target-lowered:people:2023\n"
SAME = "full accountability colour=False impact=False\n"


def git(folder: Path, *words: str) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, check=True, capture_output=True, env=environment, text=True
    )
    return done.stdout.strip()


def commit(repository: Path) -> None:
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "A change")


def put(folder: Path, *, outcomes: str = OUTCOMES, themes: str = THEMES, head: str = HEAD) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("plan", head), ("outcomes", outcomes), ("themes", themes)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def lower(folder: Path) -> Path:
    return put(folder, outcomes=OUTCOMES.replace("90", "60"))


@pytest.fixture
def command(tmp_path: Path) -> Path:
    path = tmp_path / "command.py"
    path.write_text(COMMAND)
    return path


@pytest.fixture
def run(root: Path, tmp_path: Path, command: Path) -> Run:
    def call(*words: str | Path, cwd: Path = tmp_path, **environment: str) -> Done:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_"))}
        return subprocess.run(
            [sys.executable, str(command), "diff", *map(str, words)],
            cwd=cwd,
            env={**kept, "PYTHONPATH": str(root / "src"), "PYTHONUTF8": "1", **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return call


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one plan, on `main`; it is tagged v1."""
    there = tmp_path / "repository"
    put(there / "plans/p")
    (there / "stratkit.yaml").touch()
    git(there, "init", "-q", "-b", "main")
    commit(there)
    git(there, "tag", "v1")
    return there


@pytest.fixture
def branch(repository: Path, tmp_path: Path) -> Path:
    """A clone on a branch that lowers a target; `main` has moved on since."""
    git(tmp_path, "clone", "-q", "repository", "clone")
    clone = tmp_path / "clone"
    git(clone, "checkout", "-q", "-b", "work")
    lower(clone / "plans/p")
    commit(clone)
    git(clone, "push", "-q", "origin", "work")
    put(repository / "plans/p", themes=THEMES.replace("Quiet", "Silence"))
    commit(repository)
    git(clone, "fetch", "-q")
    return clone


def told(done: Done) -> str:
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_two_folders(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    lower(tmp_path / "new")
    assert told(run("old", "new")) == SAME + LOWERED
    assert told(run("old", "old")) == SAME


def test_two_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + OUTCOMES)
    (tmp_path / "b.yaml").write_text(HEAD + OUTCOMES.replace("90", "60"))
    assert told(run("a.yaml", "b.yaml")) == SAME + LOWERED


def test_words_of_the_command_reach_the_format(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    done = run("old", "old", "--format", "markdown", "--policy", "strict", "--impact", "--color", "always")
    assert told(done) == "markdown strict colour=True impact=True\n"
    done = run("old", "old", "-v")
    assert (done.stdout, done.stderr) == (SAME, "stratkit: comparing `old` with `old`\n")


def test_an_audience_is_for_documents(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    done = run("old", "old", "--audience", "public")
    assert (done.returncode, done.stdout) == (2, "")
    assert "only documents are made for an audience\n  help: add `--to pdf,html`\n" in done.stderr
    assert told(run("old", "old", STRATKIT_LANG="fr")) == SAME


def test_policies_are_those_of_the_judgement() -> None:
    assert [str(name) for name in PolicyName] == list(POLICIES)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("--exit-code",), 1),
        (("--policy", "editorial"), 1),
        (("--fail-on", "error"), 1),
        (("--fail-on", "never"), 0),
        (("--fail-on", "never", "--exit-code", "--policy", "strict"), 0),
    ],
)
def test_how_it_ends_on_an_error(run: Run, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    put(tmp_path / "old")
    lower(tmp_path / "new")
    assert run("old", "new", *words).returncode == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--exit-code",), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "info"), 1),
        (("--policy", "editorial", "--fail-on", "warning"), 0),
        (("--policy", "strict"), 1),
    ],
)
def test_how_it_ends_on_a_warning(run: Run, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    put(tmp_path / "old")
    put(tmp_path / "new", outcomes=OUTCOMES.replace("Pilots are trained", "Captains are trained"))
    assert run("old", "new", *words).returncode == code


def test_what_was_accepted_does_not_fail(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    lower(tmp_path / "new")
    accepted = "accepted_changes: [{change: target-lowered:people:2023, reason: The budget was cut.}]\n"
    (tmp_path / "new/accepted.yaml").write_text(accepted)
    done = run("old", "new", "--exit-code")
    assert (done.returncode, done.stdout) == (0, SAME + LOWERED)


def test_paths_in_a_revision(run: Run, repository: Path) -> None:
    lower(repository / "plans/p")
    assert told(run("v1:plans/p", "plans/p", cwd=repository)) == SAME + LOWERED
    within = repository / "plans"
    assert told(run("v1:plans/p/plan.yaml", "p", cwd=within)) == SAME + LOWERED
    assert told(run("v1:./p", "HEAD:plans/p", cwd=within)) == SAME
    done = run("v1:p", "p", cwd=within)
    assert (done.returncode, done.stdout) == (2, "")
    assert "`REV:./path` from here" in done.stderr


def test_a_path_with_a_colon(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a:b")
    assert told(run("a:b", "a:b")) == SAME


def test_a_folder_that_is_gone(run: Run, repository: Path) -> None:
    git(repository, "mv", "plans/p", "plans/q")
    lower(repository / "plans/q")
    assert told(run("v1:plans/p", "plans/q", cwd=repository)) == SAME + LOWERED
    git(repository, "mv", "plans/q", "elsewhere")
    assert told(run("v1:plans/p", "elsewhere", cwd=repository)) == SAME + LOWERED


def test_revisions(run: Run, repository: Path, tmp_path: Path) -> None:
    lower(repository / "plans/p")
    commit(repository)
    put(repository / "plans/p", outcomes=OUTCOMES.replace("90", "95"))
    assert told(run("--rev", "v1", "--rev", "HEAD", "plans/p", cwd=repository)) == SAME + LOWERED
    raised = "info target-raised:people:2023\n"
    assert told(run("--rev", "v1", "plans/p", cwd=repository)) == SAME + raised
    assert told(run("--rev", "v1", cwd=repository / "plans/p")) == SAME + raised
    assert told(run("--rev", "v1", "repository/plans/p")) == SAME + raised


def test_a_renamed_folder_is_found_by_its_id(run: Run, repository: Path) -> None:
    git(repository, "mv", "plans/p", "plans/q")
    lower(repository / "plans/q")
    done = run("--rev", "v1", "plans/q", cwd=repository)
    assert (done.returncode, done.stdout) == (0, SAME + LOWERED)
    assert done.stderr == "stratkit: plans/q lay at v1:plans/p\n"


def test_messages_show_what_names_hide(run: Run, repository: Path) -> None:
    git(repository, "mv", "plans/p", "plans/\x1b[31mq")
    done = run("--rev", "v1", "plans/\x1b[31mq", "-v", cwd=repository)
    assert done.returncode == 0
    assert "\x1b" not in done.stderr
    assert r"stratkit: plans/\x1b[31mq lay at v1:plans/p" in done.stderr


def test_two_plans_of_one_id_are_not_guessed_between(run: Run, repository: Path) -> None:
    put(repository / "plans/twin")
    commit(repository)
    git(repository, "mv", "plans/p", "plans/q")
    done = run("--rev", "HEAD", "plans/q", cwd=repository)
    assert done.returncode == 2
    assert "there was no plan here at `HEAD`" in done.stderr


def test_since_the_branch_began(run: Run, branch: Path) -> None:
    assert told(run("plans/p", cwd=branch)) == SAME + LOWERED
    assert told(run(cwd=branch / "plans/p")) == SAME + LOWERED
    done = run("plans/p", "-v", cwd=branch)
    named = git(branch, "rev-parse", "v1")[:12]
    assert done.stderr == f"stratkit: comparing `{named}:plans/p` with `plans/p`\n"


def test_what_is_not_committed_counts(run: Run, branch: Path) -> None:
    put(branch / "plans/p")
    assert told(run("plans/p", cwd=branch)) == SAME


def test_a_detached_head(run: Run, branch: Path) -> None:
    git(branch, "checkout", "-q", "--detach")
    git(branch, "branch", "-D", "-q", "main", "work")
    assert told(run("plans/p", cwd=branch)) == SAME + LOWERED


def test_a_renamed_folder_in_a_branch(run: Run, branch: Path) -> None:
    git(branch, "mv", "plans/p", "plans/q")
    commit(branch)
    done = run("plans/q", cwd=branch)
    assert (done.returncode, done.stdout) == (0, SAME + LOWERED)
    assert re.fullmatch(r"stratkit: plans/q lay at [0-9a-f]{12}:plans/p\n", done.stderr)


def test_a_plan_that_is_new_in_a_branch(run: Run, branch: Path) -> None:
    put(branch / "plans/new", head=HEAD.replace("harbours", "rivers"))
    done = run("plans/new", "--exit-code", cwd=branch)
    assert (done.returncode, done.stdout) == (0, "")
    assert "plans/new: this plan is new since `" in done.stderr
    assert "where this left `origin/main`" in done.stderr


def test_a_new_cycle_in_a_branch(run: Run, branch: Path) -> None:
    head = HEAD.replace("id: harbours", "id: next, previous: ../p")
    put(branch / "plans/next", head=head.replace("2023", "2026").replace("2021", "2024"), outcomes="")
    done = run("plans/next", "--exit-code", cwd=branch)
    assert done.returncode == 1
    assert "error removed:trained\n" in done.stdout
    assert "compared with the plan before it, plans/p\n" in done.stderr


def fetched(done: Done) -> list[str]:
    """The words of the `git fetch` that a command asks for."""
    assert (done.returncode, done.stdout) == (2, "")
    found = re.search(r"`git (fetch .*?)`", done.stderr)
    assert found
    return shlex.split(found[1])


def test_a_checkout_of_a_pull_request(run: Run, branch: Path, repository: Path, tmp_path: Path) -> None:
    """As `actions/checkout` makes it: one commit, that of the merge, and no branch."""
    git(branch, "checkout", "-q", "--detach", "origin/main")
    git(branch, "merge", "-q", "--no-edit", "work")
    git(branch, "push", "-q", "origin", "HEAD:refs/pull/7/merge")
    there = tmp_path / "job"
    there.mkdir()
    git(there, "init", "-q")
    git(there, "remote", "add", "origin", f"file://{repository}")
    pull = "+refs/pull/7/merge:refs/remotes/pull/7/merge"
    git(there, "fetch", "-q", "--no-tags", "--prune", "--depth=1", "origin", pull)
    git(there, "checkout", "-q", "--force", "refs/remotes/pull/7/merge")
    done = run("plans/p", cwd=there)
    assert "git does not know the default branch here" in done.stderr
    git(there, *fetched(done))
    assert told(run("plans/p", cwd=there)) == SAME + LOWERED


@pytest.mark.parametrize("extra", [(), ("--no-single-branch",)])
def test_a_shallow_clone(run: Run, branch: Path, tmp_path: Path, extra: tuple[str, ...]) -> None:
    url = f"file://{tmp_path / 'repository'}"
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "work", *extra, url, "shallow")
    done = run("plans/p", cwd=tmp_path / "shallow")
    assert ("the history here is too short" in done.stderr) == bool(extra)
    git(tmp_path / "shallow", *fetched(done))
    assert told(run("plans/p", cwd=tmp_path / "shallow")) == SAME + LOWERED


def test_branches_of_nothing_in_common(run: Run, branch: Path) -> None:
    git(branch, "checkout", "-q", "--orphan", "alone")
    commit(branch)
    done = run("plans/p", cwd=branch)
    assert done.returncode == 2
    assert "this branch and `origin/main` have nothing in common" in done.stderr


@pytest.mark.parametrize("name", ["main", "master"])
def test_without_a_remote(run: Run, repository: Path, name: str) -> None:
    git(repository, "branch", "-m", "main", name)
    git(repository, "checkout", "-q", "-b", "work")
    lower(repository / "plans/p")
    commit(repository)
    assert told(run("plans/p", cwd=repository)) == SAME + LOWERED


def test_a_default_branch_of_another_name(run: Run, branch: Path) -> None:
    git(branch, "update-ref", "refs/remotes/origin/trunk", "refs/remotes/origin/main")
    git(branch, "update-ref", "-d", "refs/remotes/origin/main")
    git(branch, "branch", "-D", "-q", "main")
    assert "name it: `--rev BRANCH`" in run("plans/p", cwd=branch).stderr
    git(branch, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert told(run("plans/p", cwd=branch)) == SAME + LOWERED


def test_without_git(run: Run, tmp_path: Path, branch: Path) -> None:
    put(tmp_path / "p")
    done = run("p")
    assert (done.returncode, done.stdout) == (2, "")
    assert "this is in no git repository" in done.stderr
    (tmp_path / "empty").mkdir()
    done = run("plans/p", cwd=branch, PATH=str(tmp_path / "empty"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "install git" in done.stderr


@pytest.mark.parametrize("side", [0, 1])
def test_faults_of_structure_end_with_1(run: Run, repository: Path, side: int) -> None:
    put(repository / "plans/p", outcomes=OUTCOMES.replace("value: 90", 'value: "9,0"'))
    commit(repository)
    sides = ["HEAD:plans/p", "v1:plans/p"] if side else ["v1:plans/p", "plans/p"]
    done = run(*sides, cwd=repository)
    assert done.returncode == 1
    assert "`9,0` is not a number" in done.stdout
    assert ("--> HEAD:plans/p/outcomes.yaml:9" in done.stdout) == bool(side)
    assert "nothing was compared" in done.stderr


def test_pictures_of_a_revision_are_not_missed(run: Run, repository: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    (repository / "plans/p/map.svg").write_text(picture)
    themes = "themes:\n  - {id: quiet, title: Quiet, text: '![A map](map.svg)'}\n"
    put(repository / "plans/p", themes=themes)
    commit(repository)
    lower(repository / "plans/p")
    (repository / "plans/p/themes.yaml").write_text(themes)
    assert told(run("--rev", "HEAD", "plans/p", cwd=repository)) == SAME + LOWERED


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a", "b", "c"), "more than two plans"),
        (("--rev", "v1", "a", "b"), "more than two plans"),
        (("--rev", "v1", "--rev", "v1", "--rev", "v1", "plans/p"), "more than two plans"),
        (("nowhere",), "there is no such file or folder"),
        (("nowhere:plans/p", "plans/p"), "git knows no revision `nowhere`"),
        (("--rev", "--output=x", "plans/p"), "git knows no revision `--output=x`"),
        (("--policy", "none", "plans/p"), "none"),
        (("--git-driver", "a", "b"), "seven arguments"),
        (("--git-driver", "a", "gone", "0", "100644", "gone", "0", "100644"), "gone: No such file"),
    ],
)
def test_used_wrongly(run: Run, repository: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words, cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (repository / "x").exists()


def test_a_summary_of_a_job(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    lower(tmp_path / "new")
    done = run("old", "new", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))
    assert told(done).startswith("github ")
    summary = (tmp_path / "summary").read_text()
    assert summary == f"markdown accountability colour=False impact=False\n{LOWERED}"


def page_of(folder: Path, name: str = "harbours-changes") -> str:
    return (folder / f"build/{name}.html").read_text(encoding="utf-8")


def test_a_document(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    lower(tmp_path / "new")
    done = run("old", "new", "--to", "html,pdf")
    assert told(done) == "build/harbours-changes.pdf\nbuild/harbours-changes.html\n"
    page = page_of(tmp_path)
    assert 'href="harbours-changes.pdf"' in page
    assert re.search(r"<del>[^/]*</span>90<.*<ins>[^/]*</span>60<", page, re.DOTALL)
    sources = pypdf.PdfReader(tmp_path / "build/harbours-changes.pdf").attachments
    files = ("plan.yaml", "outcomes.yaml", "themes.yaml")
    assert set(sources) == {*files, *(f"before/{file}" for file in files)}
    for side, before in (("new", ""), ("old", "before/")):
        assert sources[f"{before}outcomes.yaml"] == [(tmp_path / side / "outcomes.yaml").read_bytes()]


def test_a_document_is_the_same_twice(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    lower(tmp_path / "new")
    made = []
    for seed in ("1", "2"):
        told(run("old", "new", "--to", "pdf,html", SOURCE_DATE_EPOCH="1700000000", PYTHONHASHSEED=seed))
        made.append([path.read_bytes() for path in sorted((tmp_path / "build").iterdir())])
    assert len(made[0]) == 2
    assert made[0] == made[1]


def test_a_document_on_revisions(run: Run, repository: Path) -> None:
    lower(repository / "plans/p")
    commit(repository)
    assert told(run("v1:plans/p", "HEAD:plans/p", "--to", "pdf,html", cwd=repository))
    assert "What has changed" in page_of(repository)
    sources = pypdf.PdfReader(repository / "build/harbours-changes.pdf").attachments
    files = ("plan.yaml", "outcomes.yaml", "themes.yaml")
    assert set(sources) == {*files, *(f"before/{file}" for file in files)}
    assert b"90" in sources["before/outcomes.yaml"][0]
    assert b"60" in sources["outcomes.yaml"][0]
    assert told(run("--rev", "v1", "plans/p", "--to", "html", "-o", "a.html", cwd=repository)) == "a.html\n"
    assert str(repository) not in (repository / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--exit-code",), 1), (("--fail-on", "never"), 0)])
def test_how_it_ends_with_a_document(run: Run, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    put(tmp_path / "old")
    lower(tmp_path / "new")
    done = run("old", "new", "--to", "html", *words)
    assert (done.returncode, done.stdout) == (code, "build/harbours-changes.html\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "json"), "a document has a form of its own, and no other policy"),
        (("--policy", "strict"), "a document has a form of its own, and no other policy"),
        (("--lang", "fr"), "the plan has no texts in `fr`"),
        (("-o", "a.docx"), "a.docx: there is no format .docx"),
    ],
)
def test_a_document_asked_for_wrongly(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    put(tmp_path / "old")
    done = run("old", "old", "--to", "pdf", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "\n  help: " in done.stderr
    assert not (tmp_path / "build").exists()


def test_a_document_may_name_the_policy_it_has(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    assert run("old", "old", "--to", "html", "--policy", "accountability").returncode == 0


def test_a_document_cannot_be_made_into_anything(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old")
    done = run("old", "old", "--to", "docx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "`changes` cannot be rendered to `docx`" in done.stderr


def test_a_document_in_a_language_and_for_an_audience(run: Run, tmp_path: Path) -> None:
    kept = "  - {id: kept, title: A secret sill, audience: [staff]}\n"
    french = OUTCOMES.replace("title: Pilots are trained", "title: {en: Pilots are trained, fr: Des pilotes}")
    put(tmp_path / "old", outcomes=french + kept)
    put(tmp_path / "new", outcomes=french.replace("90", "60"))
    done = run("old", "new", "--to", "html", "--lang", "fr", "--audience", "public")
    assert told(done) == "build/harbours-changes.public.fr.html\n"
    page = page_of(tmp_path, "harbours-changes.public.fr")
    assert "en baisse" in page
    assert "sill" not in page
    done = run("old", "new", "--to", "html")
    assert "1 element here is not for the public" in done.stderr
    assert "A secret sill" in page_of(tmp_path)
