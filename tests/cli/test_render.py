from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PLAN = "plans/metropolis-women-and-girls"
HEADER = "format: 1\nplan: {id: small, title: A small plan, organization: {name: A network}}\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A plan of one outcome."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "plan.yaml").write_text(
        HEADER + "outcomes:\n  - id: advice\n    title: Tenants are advised\n", encoding="utf-8"
    )
    return folder


def test_one_outcome_from_yaml_to_paper_and_screen(run: Run, small: Path, tmp_path: Path) -> None:
    done = run("render", "small", "--to", "pdf,html")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "build/small.pdf\nbuild/small.html\n"
    assert "Tenants are advised" in (tmp_path / "build/small.html").read_text(encoding="utf-8")
    pages = pypdf.PdfReader(tmp_path / "build/small.pdf").pages
    assert any("Tenants are advised" in page.extract_text() for page in pages)


def test_the_page_links_to_the_pdf_made_with_it(run: Run, small: Path, tmp_path: Path) -> None:
    done = run("render", "small", "--to", "html,pdf", "--audience", "public")
    assert done.stdout == "build/small.public.pdf\nbuild/small.public.html\n"
    page = (tmp_path / "build/small.public.html").read_text(encoding="utf-8")
    assert 'href="small.public.pdf"' in page
    run("render", "small", "--to", "html")
    assert '.pdf"' not in (tmp_path / "build/small.html").read_text(encoding="utf-8")


def test_again_over_its_own_files(run: Run, small: Path, tmp_path: Path) -> None:
    first = run("render", "small", "--to", "html", "-o", "out/plan.html")
    assert (first.returncode, first.stdout) == (0, "out/plan.html\n")
    before = (tmp_path / "out/plan.html").read_bytes()
    assert run("render", "small", "--to", "html", "-o", "out/plan.html").returncode == 0
    assert (tmp_path / "out/plan.html").read_bytes() == before


def test_a_stranger_s_file_is_left_alone(run: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "plan.html").write_text("mine")
    done = run("render", "small", "--to", "html", "-o", "plan.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "`plan.html` is already there and was not made by stratkit" in done.stderr
    assert (tmp_path / "plan.html").read_text() == "mine"
    assert run("render", "small", "--to", "html", "-o", "plan.html", "--force").returncode == 0


def test_a_broken_plan_is_not_rendered(run: Run, small: Path, tmp_path: Path) -> None:
    with (small / "plan.yaml").open("a", encoding="utf-8") as plan:
        plan.write("    themes: [none]\n")
    done = run("render", "small")
    assert done.returncode == 1
    assert done.stdout.startswith("error[dangling-reference]: no theme has the id `none`\n")
    assert done.stderr.splitlines() == [
        "stratkit: nothing was rendered: the plan has to be mended first",
        "  help: `--draft` prints what can be printed",
    ]
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["render"], "this folder has no plan.yaml"),
        (["render", "small", "-o", "a.docx"], "a.docx: there is no format .docx"),
        (["render", "small", "--lang", "de"], "the plan has no texts in `de`"),
        (["render", "nowhere"], "nowhere: there is no such file or folder"),
        (["render", "small", "--to", "docx"], "`plan` cannot be rendered to `docx`"),
        (["render", "small", "--to", ""], "`plan` cannot be rendered to ``"),
        (["render", "small", "--document", "plam"], "there is no kind of document `plam`"),
        (["render", "small", "--to", "pdf,html", "-o", "a.pdf"], "a.pdf names one .pdf file"),
        (["render", "small", "--to", "html", "-o", "small/plan.yaml"], "small/plan.yaml"),
        (["render", "small", "--to", "html", "-o", "/proc/none"], "cannot be written"),
    ],
)
def test_one_line_and_a_mend(words: list[str], sentence: str, run: Run, small: Path) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 2
    assert done.stderr.splitlines()[1].startswith("  help: ")
    assert small.joinpath("plan.yaml").read_text(encoding="utf-8").startswith("format: 1")


def test_without_pango(run: Run, small: Path, tmp_path: Path) -> None:
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    (libraries / "libpango-1.0.so.0").touch()  # found, and no library
    done = run("render", "small", LD_LIBRARY_PATH=str(libraries))
    assert (done.returncode, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first == "stratkit: a PDF needs the library Pango, which is not on this machine"
    assert "libpango-1.0-0" in second or "brew" in second
    assert not (tmp_path / "build").exists()
    assert run("validate", "small", LD_LIBRARY_PATH=str(libraries)).returncode == 0
    assert run("render", "small", "--to", "html", LD_LIBRARY_PATH=str(libraries)).returncode == 0


def test_the_kinds_of_document_are_listed(run: Run) -> None:
    done = run("render", "--list")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "board             pdf, html  A report for the board, the first page of which is enough",
        "changes           pdf, html  What became of the promises of the plan before",
        "final-evaluation  pdf, html  The final evaluation of the whole cycle",
        "indicators        pdf, html  A sheet for each indicator",
        "one-pager         pdf, html  A poster of the strategy map",
        "plan              pdf, html  The plan, all of it",
        "progress          pdf, html  The yearly report on progress",
        "scorecard         pdf, html  Every indicator in one table",
        "summary           pdf, html  A summary on two pages",
        "work-plan         pdf, html  The work plan of a year",
    ]


def follow(small: Path) -> Path:
    """A plan that follows the small one."""
    later = small.parent / "later"
    later.mkdir()
    header = HEADER.replace("id: small", "id: later, previous: ../small").replace("A small", "A later")
    later.joinpath("plan.yaml").write_text(f"{header}outcomes: [{{id: fund, title: A fund}}]\n")
    return later


def test_a_plan_beside_the_one_before_it(run: Run, small: Path, tmp_path: Path) -> None:
    follow(small)
    done = run("render", "later", "--document", "changes", "--to", "pdf,html")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "build/later-changes.pdf\nbuild/later-changes.html\n"
    page = (tmp_path / "build/later-changes.html").read_text(encoding="utf-8")
    assert "No fate is recorded of the 1 commitment." in page
    paper = pypdf.PdfReader(tmp_path / "build/later-changes.pdf")
    assert set(paper.attachments) == {"plan.yaml", "before/plan.yaml"}
    (before,) = paper.attachments["before/plan.yaml"]
    assert before == small.joinpath("plan.yaml").read_bytes()


def test_the_day_cuts_the_reports_of_the_plan_before(run: Run, small: Path, tmp_path: Path) -> None:
    with small.joinpath("plan.yaml").open("a", encoding="utf-8") as plan:
        plan.write("updates: [{id: done, date: 2023-05-01, entries: [{about: advice, status: completed}]}]\n")
    follow(small)

    def answer(*words: str) -> str:
        run("render", "later", "--document", "changes", "--to", "html", *words)
        return (tmp_path / "build/later-changes.html").read_text(encoding="utf-8")

    assert "Of 1 commitment, 1 is closed as completed." in answer()
    assert "Of 1 commitment, 1 is closed as completed." in answer("--as-of", "2023-05-01")
    assert "No fate is recorded of the 1 commitment." in answer("--as-of", "2023-04-30")


def test_what_is_not_for_the_public_in_either_plan_is_counted(run: Run, small: Path) -> None:
    with small.joinpath("plan.yaml").open("a", encoding="utf-8") as plan:
        plan.write("    audience: [staff]\n")
    follow(small)
    said = "stratkit: 1 element here is not for the public; `--audience public` leaves it out\n"
    assert run("render", "later", "--document", "changes", "--to", "html").stderr == said
    assert run("render", "later", "--to", "html").stderr == ""


def test_without_a_plan_before_it_there_are_no_changes(run: Run, small: Path, tmp_path: Path) -> None:
    done = run("render", "small", "--document", "changes")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "stratkit: this plan names no plan before it that can be read",
        "  help: name it in `previous:`, or compare any two: `stratkit diff OLD NEW --to pdf`",
    ]
    assert not (tmp_path / "build").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_a_bar_on_a_terminal(root: Path, tmp_path: Path) -> None:
    import pty
    import sys

    leader, follower = pty.openpty()
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "stratkit", "render", root / PLAN, "-o", tmp_path],
            env={**os.environ, "PYTHONPATH": str(root / "src"), "TERM": "xterm", "COLUMNS": "80"},
            stdout=subprocess.DEVNULL,
            stderr=follower,
        )
        os.close(follower)
        said = b""
        while process.poll() is None or not said.endswith(b"\n"):
            try:
                piece = os.read(leader, 4096)
            except OSError:  # the other end is closed
                break
            said += piece
        assert process.wait(60) == 0
    finally:
        os.close(leader)
    assert b"Laying out the PDF" in said
    assert b", page " in said


def test_words_that_are_not_there_are_english_and_one_line_says_so(run: Run, small: Path) -> None:
    file = small / "plan.yaml"
    text = file.read_text(encoding="utf-8").replace("title:", "language: de-AT, title:", 1)
    file.write_text(text, encoding="utf-8")
    done = run("render", "small", "--to", "html")
    assert done.returncode == 0
    assert done.stderr == (
        "stratkit: there are no words for headings and labels in `de-AT`, so these are in English; "
        "known are: ar, en, es, fr\n"
    )
    assert run("render", "small", "--to", "html", "--quiet").stderr == ""


def test_each_language_has_a_file_of_its_own(run: Run, small: Path, tmp_path: Path) -> None:
    with (small / "plan.yaml").open("a", encoding="utf-8") as plan:
        plan.write("vision:\n  en: Homes for all\n  fr: Des logements pour tous\n")
    assert run("render", "small", "--to", "html").stdout == "build/small.html\n"
    assert run("render", "small", "--to", "html", "--lang", "fr").stdout == "build/small.fr.html\n"
    assert "Des logements" in (tmp_path / "build/small.fr.html").read_text(encoding="utf-8")
    assert "Des logements" not in (tmp_path / "build/small.html").read_text(encoding="utf-8")


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A plan of about 200 pages."""
    folder = tmp_path / "long"
    folder.mkdir()
    text = "Homes and streets and parks are there for all who live in the district. " * 30
    outcomes = "".join(
        f"  - {{id: advice-{number}, title: Tenants are advised, text: {text}}}\n" for number in range(450)
    )
    (folder / "plan.yaml").write_text(f"{HEADER}outcomes:\n{outcomes}", encoding="utf-8")
    return folder


def test_a_long_document_is_announced(run: Run, long: Path, small: Path, tmp_path: Path) -> None:
    (tmp_path / "libpango-1.0.so.0").touch()  # nothing is laid out
    without_pango = {"LD_LIBRARY_PATH": str(tmp_path)}
    announced = re.compile(r"stratkit: this will be about (\d+)0 pages, and take about (\d+)0 seconds")
    found = announced.match(run("render", "long", **without_pango).stderr)
    assert found
    assert 15 <= int(found[1]) <= 30
    assert 2 <= int(found[2]) <= 4
    assert not announced.search(run("render", "small", **without_pango).stderr)
    assert not announced.search(run("render", "long", "--quiet", **without_pango).stderr)
    assert not announced.search(run("render", "long", "--to", "html").stderr)
