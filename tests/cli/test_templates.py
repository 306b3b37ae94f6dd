from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit import shipped

Run = Callable[..., subprocess.CompletedProcess[str]]

PLAN = "format: 1\nplan: {id: example, title: Example, organization: {name: Example}}\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> Path:
    """A project of one plan."""
    (tmp_path / "stratkit.yaml").write_text("")
    (tmp_path / "plan.yaml").write_text(PLAN)
    return tmp_path


def shipped_names() -> set[str]:
    root = shipped.templates()
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.suffix in {".j2", ".css", ".svg"} or path.name == "document.yaml"
    }


def test_the_list_shows_what_can_be_changed(run: Run) -> None:
    done = run("templates", "list")
    assert (done.returncode, done.stderr) == (0, "")
    assert set(done.stdout.splitlines()) == shipped_names()
    assert "plan/parts/cover.html.j2" in done.stdout


@pytest.mark.parametrize("part", ["plan/parts/cover.html.j2", "cover", "cover.html.j2"])
def test_a_part_is_copied_and_used_from_then_on(run: Run, part: str, project: Path) -> None:
    done = run("templates", "eject", part)
    assert (done.returncode, done.stdout, done.stderr) == (0, "templates/plan/parts/cover.html.j2\n", "")
    copy = project / "templates/plan/parts/cover.html.j2"
    assert copy.read_bytes() == (shipped.templates() / "plan/parts/cover.html.j2").read_bytes()
    assert "plan/parts/cover.html.j2 (yours)\n" in run("templates", "list").stdout
    copy.write_text("<h1>Our own cover</h1>")
    assert run("render", "--to", "html").returncode == 0
    assert "<h1>Our own cover</h1>" in (project / "build/example.html").read_text()


def test_a_style_sheet_is_used_on_paper_and_what_it_draws_in_lies_inside(run: Run, project: Path) -> None:
    run("templates", "eject", "plan/page.css")
    sheet = project / "templates/plan/page.css"
    (project / "templates/plan/dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    sheet.write_text(sheet.read_text() + "\nbody { background: url(dot.svg) }\n")
    done = run("render")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_is_a_kind_of_document(run: Run, project: Path) -> None:
    run("templates", "eject", "plan")
    (project / "templates/plan").rename(project / "templates/letter")
    description = project / "templates/letter/document.yaml"
    description.write_text("title: A letter to members\nview: plan\noutputs: [html]\n")
    page = project / "templates/letter/page.html.j2"
    page.write_text(
        '{% extends "_shared/base.html.j2" %}{% block body %}<p>{{ plan.title }}</p>{% endblock %}'
    )
    listed = run("render", "--list").stdout
    assert ["letter", "html", "A", "letter", "to", "members"] in map(str.split, listed.splitlines())
    done = run("render", "--document", "letter", "--to", "html")
    assert (done.returncode, done.stdout) == (0, "build/example-letter.html\n")
    assert "<p>Example</p>" in (project / "build/example-letter.html").read_text()


def test_a_fault_in_an_own_template_is_told_at_its_place(run: Run, project: Path) -> None:
    run("templates", "eject", "cover")
    (project / "templates/plan/parts/cover.html.j2").write_text("\n{{ plan.nothing }}")
    done = run("render", "--to", "html")
    assert done.returncode == 2
    assert done.stderr.startswith("stratkit: templates/plan/parts/cover.html.j2:2: ")


def test_an_own_template_reads_nothing_outside_its_folder(run: Run, project: Path) -> None:
    (project / "secret.txt").write_text("secret")
    run("templates", "eject", "cover")
    copy = project / "templates/plan/parts/cover.html.j2"
    copy.unlink()
    copy.symlink_to(project / "secret.txt")
    done = run("render", "--to", "html")
    assert done.returncode == 2
    assert "leaves the project" in done.stderr


def test_a_copy_that_was_changed_is_not_overwritten(run: Run, project: Path) -> None:
    run("templates", "eject", "cover")
    copy = project / "templates/plan/parts/cover.html.j2"
    copy.write_text("mine")
    done = run("templates", "eject", "cover")
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert copy.read_text() == "mine"
    assert run("templates", "eject", "cover", "--force").returncode == 0
    assert copy.read_text() != "mine"


@pytest.mark.parametrize(
    ("part", "said"),
    [("covr", "did you mean `cover`?"), ("page", "plan/page.css, "), ("../x", "`stratkit templates list`")],
)
def test_what_is_not_there_is_answered(run: Run, part: str, said: str) -> None:
    done = run("templates", "eject", part)
    assert done.returncode == 2
    assert said in done.stderr


def test_the_settings_may_name_another_folder(run: Run, project: Path) -> None:
    (project / "stratkit.yaml").write_text("templates: look\n")
    (project / "look").mkdir()
    assert run("templates", "eject", "cover").stdout == "look/plan/parts/cover.html.j2\n"


def test_without_a_project_there_is_no_place_for_a_copy(run: Run, project: Path) -> None:
    (project / "stratkit.yaml").unlink()
    done = run("templates", "eject", "cover")
    assert done.returncode == 2
    assert "there is no stratkit.yaml here" in done.stderr
    assert not (project / "templates").exists()
