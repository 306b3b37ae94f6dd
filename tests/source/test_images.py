"""Images of Markdown texts."""

import time

import pytest

from stratkit.source.images import find_images


def images(text: str) -> list[tuple[str, str, str]]:
    return [(image.words, image.target, text[image.start : image.end]) for image in find_images(text)]


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("![](a.png)", "", "a.png"),
        ("![The quay](a.png)", "The quay", "a.png"),
        ('![The quay]( a.png  "At night" )', "The quay", "a.png"),
        ("![The [old] quay](<a b.png>)", "The [old] quay", "a b.png"),
        ("![](a(1).png)", "", "a(1).png"),
        ("![]()", "", ""),
    ],
)
def test_an_image_is_found_with_its_words_and_its_address(text: str, words: str, target: str) -> None:
    assert images(f"See {text}!") == [(words, target, text)]
    assert images(f"> - see\n>   {text}\n") == [(words, target, text)]
    assert images(f"Quay\r\n{text}\r\n====") == [(words, target, text)]


def test_an_image_may_name_its_address_below_the_text() -> None:
    text = "![][Quay] ![quay] ![quay][] ![Night][quay] ![other] ![][other]\n\n[quay]: a.png\n"
    assert [image[:2] for image in images(text)] == [
        ("", "a.png"),
        ("quay", "a.png"),
        ("quay", "a.png"),
        ("Night", "a.png"),
    ]


def test_images_in_links_and_tables() -> None:
    assert images("[![](a.png)](https://example.org)") == [("", "a.png", "![](a.png)")]
    table = "| a | b |\n|---|---|\n| ![](c.png) | ![](d.png) |\n"
    assert images(table) == [("", "c.png", "![](c.png)"), ("", "d.png", "![](d.png)")]


@pytest.mark.parametrize(
    "text",
    [
        "`![](a.png)`",
        "\\![](a.png)",
        "!\\[](a.png)",
        "```\n![](a.png)\n```",
        "    ![](a.png)",
        "- one\n\n      ![](a.png)",
        "[](a.png)",
        "![](a b.png)",
    ],
)
def test_what_is_no_image(text: str) -> None:
    assert images(text) == []


@pytest.mark.parametrize("text", ["![](x) ", "![", "![a](", "![]", "![](a '", "![](a (b ", "![a\n"])
def test_long_texts_take_no_long_time(text: str) -> None:
    began = time.process_time()
    list(find_images(text * (200_000 // len(text))))
    assert time.process_time() - began < 5
