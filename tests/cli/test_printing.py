"""What a document says of its printing, as a user sees it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PLAN = """\
format: 1
plan: {id: example, title: Example, organization: {name: Example}}
outcomes: [{id: one, title: One}]
updates: [{id: late, title: A late report, date: 2022-01-15, entries: [{about: one}]}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN)
    (tmp_path / "stratkit.yaml").write_text("")
    return tmp_path


def rows(folder: Path, name: str = "example") -> dict[str, str]:
    """The last page's table."""
    html = (folder / f"build/{name}.html").read_text(encoding="utf-8")
    table = html.partition('<table class="imprint-facts">')[2].partition("</table>")[0]
    return dict(re.findall(r"<th[^>]*>(.*?)</th><td[^>]*>(.*?)</td>", table))


def commit(folder: Path) -> None:
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "one")):
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_outside_of_git_it_is_of_today(run: Run, folder: Path) -> None:
    before = datetime.now(UTC).date()
    assert run("render", "--to", "html").returncode == 0
    found = rows(folder)
    days = {f"{day.day} {day:%B %Y}" for day in (before, datetime.now(UTC).date())}
    assert found["As of"] in days
    assert "Revision" not in found


def test_the_day_asked_for_leaves_out_what_came_later(run: Run, folder: Path) -> None:
    assert run("render", "--to", "html", "--as-of", "2022-01-14").returncode == 0
    assert rows(folder)["As of"] == "14 January 2022"
    assert "A late report" not in (folder / "build/example.html").read_text()
    assert run("render", "--to", "html", "--as-of", "2022-01-15").returncode == 0
    assert "A late report" in (folder / "build/example.html").read_text()


def test_a_day_that_is_none(run: Run, folder: Path) -> None:
    done = run("render", "--as-of", "2022-13-01", cwd=folder)
    assert done.returncode == 2
    assert "2022-13-01" in done.stderr


def test_the_revision_and_whether_files_changed(run: Run, folder: Path) -> None:
    commit(folder)
    run("render", "--to", "html")
    clean = rows(folder)
    assert re.fullmatch(r"[0-9a-f]{12} of \d+ \w+ \d{4}", clean["Revision"])
    assert clean["Revision"].endswith(clean["As of"])
    (folder / "plan.yaml").write_text(PLAN + "themes: [{id: a, title: A}]\n")
    run("render", "--to", "html")
    assert rows(folder)["Revision"] == clean["Revision"] + ", with changes since"


def test_the_epoch_is_a_day(run: Run, folder: Path) -> None:
    commit(folder)
    assert run("render", "--to", "html", SOURCE_DATE_EPOCH="1000000000").returncode == 0
    assert rows(folder)["As of"] == "9 September 2001"
    done = run("render", "--to", "html", SOURCE_DATE_EPOCH="soon")
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH is `soon`" in done.stderr


def test_an_edition_says_for_whom_it_is(run: Run, folder: Path) -> None:
    assert run("render", "--to", "html", "--audience", "board").returncode == 0
    assert rows(folder, "example.board")["Edition"] == "For the board"


def test_a_plan_that_says_it_is_a_draft_has_a_watermark(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN.replace("id: example,", "id: example, status: draft,"))
    assert run("render", "--to", "html").returncode == 0
    html = (folder / "build/example.html").read_text()
    assert 'body::after { content: "Draft"' in html
    assert "This is a draft." in html


def test_a_plan_with_faults_can_be_printed_as_a_draft(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN.replace("about: one", "about: two"))
    done = run("render")
    assert (done.returncode, (folder / "build").exists()) == (1, False)
    assert "`--draft` prints what can be printed" in done.stderr
    done = run("render", "--draft", "--to", "pdf,html")
    assert (done.returncode, done.stdout) == (0, "build/example.draft.pdf\nbuild/example.draft.html\n")
    assert done.stderr == "stratkit: this is a draft: the plan has 1 fault, which `validate` shows\n"
    assert "1 fault in the plan’s files has" in (folder / "build/example.draft.html").read_text()


def test_not_even_a_draft(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text("outcomes: []\n")
    done = run("render", "--draft")
    assert done.returncode == 1
    assert "not even what the plan says of itself can be read" in done.stderr
