"""`stratkit render --audience`: what is written, and what the author is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pypdf
import pytest

Run = Callable[..., CompletedProcess[str]]

PLAN = """\
format: 1
plan: {id: small, title: A small plan, organization: {name: A network}}
outcomes:
  - {id: advice, title: Tenants are advised, text: "Before [](#merger)."}
  - {id: merger, title: Offices merge, audience: [board, staff], text: {fr: Des bureaux, en: Offices}}
"""


@pytest.fixture(autouse=True)
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return folder


def test_each_audience_has_a_file_of_its_own(run: Run, tmp_path: Path) -> None:
    done = run("render", "small", "--to", "pdf,html", "--audience", "public")
    assert (done.returncode, done.stdout) == (0, "build/small.public.pdf\nbuild/small.public.html\n")
    assert done.stderr == (
        "stratkit: small/plan.yaml:4:64: `public` may not see `merger`: `…` stands for its title\n"
    )
    page = (tmp_path / "build/small.public.html").read_text(encoding="utf-8")
    assert "Before …." in page
    assert "merge" not in page
    attached = pypdf.PdfReader(tmp_path / "build/small.public.pdf").attachments
    assert list(attached) == ["plan.yaml"]
    assert b"merge" not in attached["plan.yaml"][0]
    done = run("render", "small", "--to", "html", "--audience", "board", "--lang", "fr")
    assert (done.stdout, done.stderr) == ("build/small.board.fr.html\n", "")
    assert "Des bureaux" in (tmp_path / "build/small.board.fr.html").read_text(encoding="utf-8")


def test_without_an_audience_everything_is_printed_and_said_so(run: Run, tmp_path: Path) -> None:
    done = run("render", "small", "--to", "html")
    assert done.stderr == (
        "stratkit: 1 element here is not for the public; `--audience public` leaves it out\n"
    )
    assert "Offices merge" in (tmp_path / "build/small.html").read_text(encoding="utf-8")
    assert run("render", "small", "--to", "html", "--quiet").stderr == ""


def test_an_audience_nobody_knows(run: Run) -> None:
    done = run("render", "small", "--audience", "press")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'public', 'board', 'staff'" in done.stderr


def test_an_organization_that_may_not_be_seen(run: Run, small: Path, tmp_path: Path) -> None:
    hidden = PLAN.replace("{name: A network}", "{name: A network, audience: [staff]}")
    (small / "plan.yaml").write_text(hidden, encoding="utf-8")
    done = run("render", "small", "--audience", "public")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "stratkit: small/plan.yaml:2:72: `public` may not see whose plan it is\n"
        "  help: name `public` in the `audience` there, or delete that\n"
    )
    assert not (tmp_path / "build").exists()
