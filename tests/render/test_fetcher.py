"""A document draws in files of its folders that are what they say, and nothing else."""

import base64
import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from weasyprint.urls import URLFetcher

from stratkit.render import fetcher as fetching
from stratkit.render.fetcher import Fetcher, Refused
from stratkit.shipped import templates

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def picture(kind: str, size: tuple[int, int] = (2, 2)) -> bytes:
    out = BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", size).save(out, kind)
    return out.getvalue()


PNG = picture("PNG")


class Folder:
    def __init__(self, root: Path) -> None:
        self.root = root / "plan"
        self.root.mkdir()
        self.refusals: list[str] = []
        self.fetcher = Fetcher([self.root], self.root, self.refusals.append)

    def add(self, name: str, content: bytes) -> str:
        path = self.root / name
        path.write_bytes(content)
        return path.as_uri()

    def refuse(self, url: str) -> str:
        self.refusals.clear()
        with pytest.raises(Refused) as caught:
            self.fetcher(url)
        assert self.refusals == [str(caught.value)]
        return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.png", PNG, "image/png"),
        ("a.JPG", picture("JPEG"), "image/jpeg"),
        ("a.jpeg", picture("JPEG"), "image/jpeg"),
        ("a.gif", picture("GIF"), "image/gif"),
        ("a.webp", picture("WEBP"), "image/webp"),
        ("a.svg", SVG, "image/svg+xml"),
        ("a b#ü.svg", SVG, "image/svg+xml"),
        ("a.css", b"p { color: red }", "text/css"),
    ],
)
def test_gives_what_lies_in_the_folder(folder: Folder, name: str, content: bytes, media_type: str) -> None:
    response = folder.fetcher(folder.add(name, content))
    assert response.read() == content
    assert response.content_type == media_type
    assert folder.refusals == []


def test_gives_every_font_that_ships() -> None:
    fonts = templates() / "_shared" / "fonts"
    refusals: list[str] = []
    fetcher = Fetcher([fonts], fonts, refusals.append)
    files = [*fonts.glob("*.ttf"), *fonts.glob("web/*.woff2")]
    assert len(files) > 10
    for file in files:
        assert fetcher(file.as_uri()).content_type == f"font/{file.suffix[1:]}"
    assert refusals == []


def test_an_image_is_not_read_again_from_its_path(folder: Folder) -> None:
    assert folder.fetcher(folder.add("a.png", PNG)).path is None


def test_a_query_and_a_fragment_are_no_part_of_the_path(folder: Folder) -> None:
    assert folder.fetcher(folder.add("a.svg", SVG) + "?v=1#icon").read() == SVG


def test_gives_embedded_images_and_fonts(folder: Folder) -> None:
    font = next((templates() / "_shared" / "fonts").glob("*.ttf")).read_bytes()
    for media_type, content in {"image/png": PNG, "image/svg+xml": SVG, "font/ttf": font}.items():
        url = f"data:{media_type};base64,{base64.b64encode(content).decode()}"
        assert folder.fetcher(url).read() == content
    assert folder.fetcher("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E").read()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "file://example.org/a.png",
        "FTP://example.org/a.png",
        "jar:file:///a.png",
        "a.png",
        "//example.org/a.png",
    ],
)
def test_knows_no_network(folder: Folder, url: str) -> None:
    assert "without the network" in folder.refuse(url)


@pytest.mark.parametrize("url", ["http://[", "file:///a%00.png", "data:nothing", "data:image/png;base64,%%%"])
def test_refuses_what_is_no_url(folder: Folder, url: str) -> None:
    assert folder.refuse(url)


@pytest.mark.parametrize("media_type", ["text/html", "text/css", "image/tiff", "application/pdf", ""])
def test_refuses_other_embedded_kinds(folder: Folder, media_type: str) -> None:
    assert "no kind of image or font" in folder.refuse(f"data:{media_type},x")


@pytest.mark.parametrize("name", ["a.txt", "a", "a.yaml", "a.svgz", "a.tiff", "a.eps", "a.html", "a.icc"])
def test_refuses_other_names(folder: Folder, name: str) -> None:
    assert "no kind of image, font or stylesheet" in folder.refuse(folder.add(name, PNG))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", picture("JPEG")),
        ("a.png", SVG),
        ("a.png", picture("TIFF")),
        ("a.jpg", b"%!PS-Adobe-3.0 EPSF-3.0"),
        ("a.svg", PNG),
        ("a.svg", b"<html>"),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG),
        ("a.svg", SVG.decode().encode("utf-16")),
        ("a.svg", b"\x1f\x8b" + SVG[:4]),
        ("a.ttf", b"secret"),
    ],
)
def test_refuses_content_that_is_not_what_its_name_says(folder: Folder, name: str, content: bytes) -> None:
    assert "its content is not what its name says" in folder.refuse(folder.add(name, content))


def test_refuses_a_damaged_image(folder: Folder) -> None:
    assert "is damaged" in folder.refuse(folder.add("a.png", PNG[:12]))


def test_refuses_an_image_of_too_many_pixels(folder: Folder) -> None:
    assert folder.fetcher(folder.add("a.png", picture("PNG", (5000, 4000)))).read()
    for size in [(5000, 4001), (10_000, 10_000)]:
        refusal = folder.refuse(folder.add("a.png", picture("PNG", size)))
        assert "more than 20,000,000 pixels" in refusal


def test_refuses_a_file_that_is_too_large(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    url = folder.add("a.css", b"")
    os.truncate(folder.root / "a.css", fetching.MAX_FILE + 1)
    assert "larger than" in folder.refuse(url)
    monkeypatch.setattr(fetching, "MAX_FILE", 10)
    assert "larger than" in folder.refuse("data:image/png;base64," + "A" * 31)


def test_refuses_what_lies_outside(folder: Folder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(PNG)
    (folder.root / "out.png").symlink_to(secret)
    (folder.root / "away").symlink_to(tmp_path)
    (tmp_path / "plan-b").mkdir()
    (tmp_path / "plan-b" / "a.png").write_bytes(PNG)
    base = folder.root.as_uri()
    for url in [
        secret.as_uri(),
        f"{base}/../secret.png",
        f"{base}/%2e%2e/secret.png",
        f"{base}/out.png",
        f"{base}/away/secret.png",
        f"{base}-b/a.png",
        "file:///etc/ssl/certs/ca.png",
    ]:
        assert "lies outside" in folder.refuse(url)
    assert "no kind of image" in folder.refuse("file:///etc/passwd")


def test_follows_a_link_that_stays_inside(folder: Folder) -> None:
    folder.add("a.png", PNG)
    (folder.root / "b.png").symlink_to("a.png")
    assert folder.fetcher(f"{folder.root.as_uri()}/b.png").read() == PNG


def test_refuses_loops_pipes_devices_and_folders(folder: Folder) -> None:
    (folder.root / "loop.png").symlink_to("loop.png")
    os.mkfifo(folder.root / "pipe.png")
    (folder.root / "zero.png").symlink_to("/dev/zero")
    (folder.root / "folder.png").mkdir()
    base = folder.root.as_uri()
    assert "cannot be followed" in folder.refuse(f"{base}/loop.png")
    assert "not an ordinary file" in folder.refuse(f"{base}/pipe.png")
    assert "lies outside" in folder.refuse(f"{base}/zero.png")
    assert "not an ordinary file" in folder.refuse(f"{base}/folder.png")
    assert "there is no such file" in folder.refuse(f"{base}/nothing.png")


def test_a_refusal_names_the_path_as_an_author_knows_it(folder: Folder) -> None:
    assert folder.refuse(f"{folder.root.as_uri()}/images/a.png").startswith("`images/a.png` is left out: ")


def test_a_refusal_can_be_printed_whatever_the_name(folder: Folder) -> None:
    assert "`\\udcff.png`" in folder.refuse(f"{folder.root.as_uri()}/%FF.png")


def test_a_refusal_is_short(folder: Folder) -> None:
    assert len(folder.refuse("http://example.org/" + "x" * 10_000)) < 200


def test_every_way_into_weasyprints_fetcher_is_ours(folder: Folder) -> None:
    """`fetch` is the one method that reads; `open` and a call lead to it."""
    ways = {name for name in vars(URLFetcher) if not name.startswith("_")} | {"__call__"}
    assert ways == {"fetch", "open", "__call__"}
    url = "http://127.0.0.1/a.png"
    for way in ways:
        with pytest.raises(Refused):
            getattr(folder.fetcher, way)(url)
