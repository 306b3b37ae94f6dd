"""A document becomes a PDF or one plain sentence: in bounds, without the network, the same every time."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest
import weasyprint

from stratkit.render.paper import STEPS, Attachment, Limits, Paper, PaperFault, Step, print_pdf
from stratkit.render.writing import made_by_stratkit
from stratkit.shipped import templates

FONTS = templates() / "_shared" / "fonts"
HEAD = (
    '<!doctype html><html lang="ca"><head><meta charset="utf-8"><title>Un pla (esbós) — 2021</title>'
    '<meta name="author" content="Àrea Metropolitana"><meta name="generator" content="stratkit 0.1.0">'
    "<style>@font-face { font-family: 'Source Serif 4'; src: url(SourceSerif4-Regular.ttf) }"
    " body { font-family: 'Source Serif 4' } .new { break-before: page }</style></head><body>"
)
CHAPTERS = (
    '<h1 id="a">One</h1><p>First words.</p><h2>Two</h2><h1 class="new">Three</h1><p><a href="#a">back</a></p>'
)
NOON = datetime(2021, 5, 4, 12, tzinfo=UTC)
ENDLESS = '<table><tr><td colspan="1000000">x</td></tr></table>'


def lay_out(body: str, **options: Any) -> Paper:
    arguments: dict[str, Any] = {"folders": [FONTS], "base": FONTS} | options
    return print_pdf(HEAD + body, **arguments)


def read(paper: Paper) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(paper.pdf))


def catalog(paper: Paper) -> Any:
    return read(paper).trailer["/Root"]


def fault(body: str, **options: Any) -> PaperFault:
    with pytest.raises(PaperFault) as caught:
        lay_out(body, **options)
    assert caught.value.help
    assert "\n" not in str(caught.value)
    assert "Traceback" not in str(caught.value)
    return caught.value


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_the_pdf_carries_what_the_head_says(scratch: Path) -> None:
    paper = lay_out(CHAPTERS)
    pdf = read(paper)
    assert [page.extract_text().split()[0] for page in pdf.pages] == ["One", "Three"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Un pla (esbós) — 2021"
    assert pdf.metadata.author == "Àrea Metropolitana"
    assert pdf.metadata.creator == "stratkit 0.1.0"
    assert pdf.metadata.creation_date is None
    root = catalog(paper)
    assert root["/Lang"] == "ca"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert titles(pdf.outline) == ["One", ["Two"], "Three"]
    assert all("Source-Serif-4" in font for font in fonts(pdf))
    assert paper.remarks == ()
    assert made_by_stratkit(paper.pdf)
    assert list(scratch.iterdir()) == []


def titles(outline: Any) -> list[Any]:
    return [titles(entry) if isinstance(entry, list) else entry.title for entry in outline]


def fonts(pdf: pypdf.PdfReader) -> set[str]:
    resources: list[Any] = [page["/Resources"] for page in pdf.pages]
    return {font.get_object()["/BaseFont"] for resource in resources for font in resource["/Font"].values()}


def test_progress_is_told_step_by_step() -> None:
    steps: list[Step] = []
    lay_out(CHAPTERS, on_progress=steps.append)
    assert [step.number for step in steps if not step.page] == [1, 2, 3, 4, 6, STEPS]
    assert [step.page for step in steps if step.name == "Creating layout" and step.page] == [1, 2]


def test_what_the_layout_engine_remarks_is_returned() -> None:
    remarks = lay_out('<p style="colour: red"><a href="#x">x</a> \U0010fffd</p>').remarks
    assert any("No anchor #x for internal URI reference" in remark for remark in remarks)
    assert any("colour" in remark for remark in remarks)
    assert any("no font has" in remark for remark in remarks)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "no font has \U0010ff00 (U+10FF00): a box"),
        (10, "\U0010ff09 (U+10FF09): a box is printed instead; install a font with them"),
        (13, "\U0010ff09 (U+10FF09) and 3 more: a box"),
    ],
)
def test_characters_without_a_font_are_one_remark(count: int, said: str) -> None:
    text = "".join(
        f"<p>{chr(0x10FF00 + number)} again {chr(0x10FF00 + number)}</p>" for number in range(count)
    )
    (remark,) = lay_out(text).remarks
    assert said in remark
    assert remark.count("U+10FF00") == 1


def test_remarks_have_an_end() -> None:
    remarks = lay_out("".join(f'<p style="x{number}: 1">' for number in range(600))).remarks
    assert len(remarks) == 501
    assert remarks[-1] == "there are more remarks than can be shown"


def test_the_same_document_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for zone, place, language in [("Asia/Tokyo", tmp_path, "ca_ES.UTF-8"), ("America/Lima", Path("/"), "C")]:
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("LANG", language)
        monkeypatch.setenv("LC_ALL", language)
        monkeypatch.chdir(place)
        time.tzset()
        made.append(lay_out(CHAPTERS, created=NOON, attachments=ATTACHED).pdf)
    monkeypatch.undo()
    time.tzset()
    assert made[0] == made[1]
    assert made[0] != lay_out(CHAPTERS + "x", created=NOON, attachments=ATTACHED).pdf


@pytest.mark.parametrize(
    ("created", "epoch"),
    [
        (NOON.astimezone(timezone(timedelta(hours=2))), "0"),
        (NOON.replace(tzinfo=None), "0"),
        (None, "1620129600"),
    ],
)
def test_dates_come_from_the_caller_or_the_environment(
    created: datetime | None, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    metadata = read(lay_out("<p>x", created=created)).metadata
    assert metadata is not None
    assert metadata.creation_date == metadata.modification_date == NOON


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30])
def test_a_wrong_date_in_the_environment(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert "SOURCE_DATE_EPOCH" in str(fault("<p>x"))


def test_the_standards_are_claimed_where_they_are_kept() -> None:
    """Neither allows a box in place of a character, whatever else the document does."""
    for body, claimed in [(CHAPTERS, True), (CHAPTERS + "<p>\U0010fffd", False)]:
        pdf = lay_out(body).pdf
        assert (b'pdfaid:part="3" pdfaid:conformance="A"' in pdf) is claimed
        assert (b"<pdfuaid:part>1</pdfuaid:part>" in pdf) is claimed
        assert page.is_pdf_compliant_bytes(pdf, profile="3a") is claimed
        assert page.is_pdf_compliant_bytes(pdf, profile="ua1") is claimed


def test_subject_and_keywords_are_carried() -> None:
    head = HEAD.replace(
        "<style>", '<meta name="description" content="Per què"><meta name="keywords" content="a, b"><style>'
    )
    paper = print_pdf(f"{head}<h1>x", folders=[FONTS], base=FONTS)
    metadata = read(paper).metadata
    assert metadata is not None
    assert (metadata.subject, metadata.keywords) == ("Per què", "a, b")
    assert page.validate_pdf_bytes(paper.pdf, profile="3a").failures == []


# --- what is attached ---

ATTACHED = (
    Attachment("z/ação (1).md", b"# A\r\n\xff", "text/markdown"),
    Attachment("plan.yaml", b"format: 1\n", "application/yaml"),
    Attachment("copy.yaml", b"format: 1\n", "application/yaml"),
)


def embedded(paper: Paper) -> dict[str, Any]:
    """Each attachment's file specification by its name, as far as the catalogue and the name tree agree."""
    root = catalog(paper)
    names = root["/Names"]["/EmbeddedFiles"]["/Names"]
    assert [bytes(name.original_bytes) for name in names[::2]] == sorted(
        attached.name.encode() for attached in ATTACHED
    )
    assert list(root["/AF"]) == list(names[1::2])
    return {file.get_object()["/UF"]: file.get_object() for file in root["/AF"]}


@pytest.mark.parametrize(("epoch", "date"), [("", "D:19700101000000Z"), ("1620129600", "D:20210504120000Z")])
def test_attachments_are_the_source(epoch: str, date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    paper = lay_out(CHAPTERS, attachments=ATTACHED)
    files = embedded(paper)
    assert files.keys() == {attached.name for attached in ATTACHED}
    for name, content, media_type in ATTACHED:
        assert files[name]["/AFRelationship"] == "/Source"
        stream = files[name]["/EF"]["/F"]
        assert stream["/Subtype"] == f"/{media_type}"
        assert stream.get_data() == content
        assert (stream["/Params"]["/CreationDate"], stream["/Params"]["/ModDate"]) == (date, date)
    assert page.validate_pdf_bytes(paper.pdf, profile="3a").failures == []
    assert page.validate_pdf_bytes(paper.pdf, profile="ua1").failures == []


def test_no_attachments_no_list_of_them() -> None:
    assert not {"/AF", "/Names"} & catalog(lay_out("<p>x")).keys()


def test_the_identifier_tells_contents_apart() -> None:
    papers = [lay_out("<p>x", attachments=ATTACHED[:count]) for count in (0, 1, 1)]
    trailers: list[Any] = [read(paper).trailer for paper in papers]
    first, second, again = (bytes(trailer["/ID"][0].original_bytes) for trailer in trailers)
    assert first != second == again


def test_this_process_never_imports_the_layout_engine(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from stratkit.render.paper import print_pdf;"
        "print_pdf('<title>x</title>', folders=[], base=Path('.'));"
        "print([name for name in sys.modules if 'weasyprint' in name or name.startswith('PIL')])"
    )
    assert run(script, tmp_path).stdout == "[]\n"


def test_the_child_sees_little_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token in the environment, and a package called `stratkit` in the working folder, do not reach it."""
    monkeypatch.setenv("SECRET_TOKEN", "x")
    (tmp_path / "weasyprint.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    seen: list[set[str]] = []

    def look(_: Step) -> None:
        if not seen:
            child = children(os.getpid())[0]
            environ = Path(f"/proc/{child}/environ").read_bytes()
            seen.append({entry.split(b"=")[0].decode() for entry in environ.split(b"\0") if entry})

    lay_out("<p>x", on_progress=look)
    assert "PYTHONHASHSEED" in seen[0]
    assert "SECRET_TOKEN" not in seen[0]


# --- what a document may not do ---


class Hits(HTTPServer):
    """A server on this machine that counts who comes."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.paths: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    server: Hits

    def do_GET(self) -> None:
        self.server.paths.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Hits]:
    with Hits() as hits:
        thread = threading.Thread(target=hits.serve_forever)
        thread.start()
        yield hits
        hits.shutdown()
        thread.join()


NETWORK = {
    "image": '<img src="{url}/image.png" alt="x">',
    "input": '<input type="image" src="{url}/input.png" alt="x">',
    "object": '<object data="{url}/object.png" type="image/png"></object>',
    "embed": '<embed src="{url}/embed.svg">',
    "sheet": '<link rel="stylesheet" href="{url}/sheet.css">',
    "import": '<style>@import url("{url}/import.css");</style>',
    "background": '<p style="background: url({url}/background.png)">x</p>',
    "bullet": '<ul style="list-style-image: url({url}/bullet.png)"><li>x</li></ul>',
    "content": "<style>q::before {{ content: url({url}/content.png) }}</style><q>x</q>",
    "border": '<p style="border: 1px solid; border-image: url({url}/border.png) 1">x</p>',
    "font": "<style>@font-face {{ font-family: A; src: url({url}/font.woff2) }}</style>",
    "linked": '<link rel="attachment" href="{url}/linked.txt">',
    "attached": '<p><a rel="nofollow Attachment" href="{url}/attached.txt">x</a></p>',
    "drawn": '<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}/drawn.png" width="9"/></svg>',
    "based": '<base href="{url}/"><img src="based.png" alt="x">',  # the first base counts for all
}
DRAWINGS = {
    "nested": '<image xlink:href="{url}/nested.png" width="9" height="9"/>',
    "used": '<use xlink:href="{url}/used.svg#a"/>',
    "styled": '<style>@import "{url}/styled.css";</style>',
    "lettered": "<style>@font-face {{ font-family: A; src: url({url}/lettered.ttf) }}</style><text>x</text>",
    "filled": '<rect width="9" height="9" fill="url({url}/filled.svg#a)"/>',
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
)


def test_nothing_is_fetched_from_the_network(server: Hits, tmp_path: Path) -> None:
    """Every reference that WeasyPrint follows when it is left alone is refused, and said to be."""
    for name, drawing in DRAWINGS.items():
        (tmp_path / f"{name}.svg").write_text(f"{SVG}{drawing.format(url=server.url)}</svg>")
    images = "".join(f'<img src="{(tmp_path / name).as_uri()}.svg" alt="x">' for name in DRAWINGS)
    body = images + "".join(part.format(url=server.url) for part in NETWORK.values())

    weasyprint.HTML(string=HEAD + body).write_pdf()
    followed = set(server.paths)
    assert len(followed) >= 14
    server.paths.clear()

    paper = lay_out(body, folders=[FONTS, tmp_path])
    assert server.paths == []
    remarks = "\n".join(paper.remarks)
    assert {path for path in followed if remarks.count(f"{server.url}{path}`") != 1} == set()


def test_a_colour_profile_from_the_network_ends_the_work(server: Hits) -> None:
    profile = f"<style>@color-profile --x {{ src: url({server.url}/x.icc); components: a, b, c }}</style>"
    assert f"`{server.url}/x.icc` is left out" in str(fault(profile))
    assert server.paths == []


def test_files_outside_are_neither_drawn_nor_attached(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(f"{SVG}<text y='9'>SECRET</text></svg>")
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "out.svg").symlink_to(tmp_path / "secret.svg")
    shutil.copy(tmp_path / "secret.svg", plan / "in.svg")
    paper = print_pdf(
        f'{HEAD}<img src="out.svg" alt="x"><img src="../secret.svg" alt="x"><embed src="file:///etc/passwd">'
        '<a rel="attachment" href="in.svg">x</a><a rel="attachment" href="file:///etc/passwd">y</a>'
        '<link rel="attachment" href="in.svg">',
        folders=[plan, FONTS],
        base=plan,
    )
    pdf = read(paper)
    assert "SECRET" not in pdf.pages[0].extract_text()
    assert not pdf.attachments
    assert b"/EmbeddedFile" not in paper.pdf
    said = "\n".join(paper.remarks)
    for words in ["`out.svg` is left out", "`../secret.svg` is left out", "etc/passwd` is left out"]:
        assert words in said
    assert said.count("is not attached") == 3
    drawn = print_pdf(f'{HEAD}<img src="in.svg" alt="x">', folders=[plan, FONTS], base=plan)
    assert "SECRET" in read(drawn).pages[0].extract_text()


# --- what bad documents and bare machines get ---


def test_a_document_nested_too_deeply() -> None:
    assert "nested too deeply" in str(fault("<div>" * 200))


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(cpu_seconds=1), "more than 1 seconds of computing"),
        (Limits(wall_seconds=1.5), "more than 1.5 seconds"),
    ],
)
def test_a_document_that_takes_too_long(limits: Limits, words: str, scratch: Path) -> None:
    found = fault(ENDLESS, limits=limits)
    assert words in str(found)
    assert "page" in found.help
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("mebibytes", [1, 60, 100])
def test_a_document_that_needs_too_much_memory(mebibytes: int) -> None:
    found = fault("<p>Housing and climate " * 20_000, limits=Limits(memory=mebibytes * 1024**2))
    assert str(found) == f"laying out the PDF needs more than {mebibytes} MiB of memory"


def test_a_machine_without_pango(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The library is found but is none, which is what a loader sees that cannot find it."""
    for name in ["libpango-1.0.so.0", "libpango-1.0.dylib"]:
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    monkeypatch.setenv("DYLD_LIBRARY_PATH", str(tmp_path))
    found = fault("<p>x")
    assert "Pango" in str(found)
    assert found.help.startswith("type `")
    assert "pango" in found.help
    assert capfd.readouterr() == ("", "")


def test_a_machine_without_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The layout engine crashes for want of any font; with those that ship it does not."""
    settings = f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>"
    (tmp_path / "fonts.conf").write_text(settings)
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    with pytest.raises(PaperFault, match=r"crashed \(SIGSEGV\)") as caught:
        print_pdf("<p>x", folders=[], base=tmp_path)
    assert "font" in caught.value.help
    assert "First words." in read(lay_out(CHAPTERS)).pages[0].extract_text()


def test_a_machine_without_room_for_temporary_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert "temporary files" in fault("<p>x").help


def test_a_child_that_is_killed() -> None:
    def kill(_: Step) -> None:
        for child in children(os.getpid()):
            os.kill(child, signal.SIGKILL)

    assert "the system ended the layout" in str(fault(ENDLESS, on_progress=kill))


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_child_ends_with_its_parent(ending: signal.Signals, tmp_path: Path) -> None:
    script = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"  # a shell's `&` ignores it
        "from pathlib import Path; from stratkit.render.paper import print_pdf;"
        f"print_pdf({ENDLESS!r}, folders=[], base=Path('.'),"
        " on_progress=lambda step: print(step.page, flush=True))"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment() | {"TMPDIR": str(tmp_path)},
    )
    with parent:
        assert parent.stdout is not None
        while parent.stdout.readline() != b"1\n":
            assert parent.poll() is None
        (child,) = children(parent.pid)
        assert Path(f"/proc/{child}").exists()
        parent.send_signal(ending)
        assert parent.wait(60) != 0
    deadline = time.monotonic() + 60
    while alive(child):
        assert time.monotonic() < deadline, "the child lives on"
        time.sleep(0.05)
    if ending == signal.SIGINT:
        assert list(tmp_path.iterdir()) == []


def test_a_progress_that_fails_ends_the_child() -> None:
    seen: list[int] = []

    def fail(_: Step) -> None:
        seen.extend(children(os.getpid()))
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        lay_out(ENDLESS, on_progress=fail)
    assert seen
    assert not alive(seen[0])


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def environment() -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.environ["PATH"]}


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script]
    return subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=True)
