import subprocess
import sys

import pytest

from stratkit.source.links import find_links


@pytest.mark.parametrize(
    ("prose", "links"),
    [
        ("See [homes](#housing) and [](#water).", ["housing", "water"]),
        ("[a](#b)[c](#d)", ["b", "d"]),
        ("[words *that\ngo* on](#b)", ["b"]),
        ("[[a]](#b)", ["b"]),
        ("[![drawing](map.png)](#b)", ["b"]),
        ("[a [b](#c) d](#e)", ["c"]),
        ("[a](https://example.org) [b](#c)", ["c"]),
        ("| [a](#b) | `x` |", ["b"]),
        (r"\\[a](#b)", ["b"]),
        ("[](#)", [""]),
        ("![alt](#b)", []),
        ("[a]\n(#b)", []),
        ("[a\n\nb](#c)", []),
        (r"\[a](#b)", []),
        ("[a](#b", []),
        ("`[a](#b)`", []),
        ("`` ` [a](#b) ``", []),
        ("`[a](#b)` [c](#d) `[e](#f)`", ["d"]),
        (r"\`[a](#b)`", ["b"]),
        ("a stray ` mark\n\n[c](#d) and ` another", ["d"]),
        ("```\n[a](#b)\n\n[a](#b)\n```\n[c](#d)", ["d"]),
        ("````\n```\n[a](#b)\n````\n[c](#d)", ["d"]),
        ("~~~ yaml\n[a](#b)\n```\n[a](#b)", []),
        ("```not a fence``` [c](#d)", ["d"]),
        ("- ```\n  [a](#b)\n  ```\n\n[c](#d)", ["d"]),
        ("Words\n\n    [a](#b)\n\n[c](#d)", ["d"]),
        ("Words\n    [a](#b)", ["b"]),
        ("\t[a](#b)", []),
        (">     [a](#b)", []),
        ("- a\n\n      [a](#b)", []),
        ("- a\n  - b\n    - [c](#d)", ["d"]),
        ("Note[^a].\n\n[^a]: One.\n\n    [a](#b)", ["b"]),
    ],
)
def test_links_outside_code(prose: str, links: list[str]) -> None:
    assert [link.target for link in find_links(prose)] == links


@pytest.mark.parametrize(
    "prose",
    [
        "[a][ref]\n\n[ref]: #id",
        "[ref][] and [Ref]\n\n[ref]: #id 'title'",
        "[ref]\n\n[ref]:\n  <#id>",
        "> [a *b*][ref]\n>\n> [ref]: #id",
        "[ref]\r\n\r\n    [a](#b)\r\n\r\n[ref]: #id",
    ],
)
def test_a_definition_is_the_place_of_its_links(prose: str) -> None:
    (link,) = find_links(prose)
    assert (link.target, link.target_start) == ("id", prose.index("#id") + 1)


@pytest.mark.parametrize(
    "prose",
    [
        "[ref]: #id",
        "`[ref]`\n\n[ref]: #id",
        "[ref]\n\n    [ref]: #id",
        "[ref]\n\n[ref]: https://example.org",
        "[^a]\n\n[^a]: #id",
    ],
)
def test_definitions_that_make_no_link(prose: str) -> None:
    assert list(find_links(prose)) == []


def test_usual_prose_needs_no_markdown_parser() -> None:
    code = (
        "import sys; from stratkit.source.links import find_links; "
        "list(find_links('- [a](#b)\\n  - *c* [d](#e), note[^x]\\n\\n[^x]: Words.')); "
        "sys.exit('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": "src"}, check=False)
    assert done.returncode == 0


def test_places_of_a_link() -> None:
    prose = "ä 𝒜 `x` [homes](#housing)."
    (link,) = find_links(prose)
    assert prose[link.target_start :].startswith("housing")


@pytest.mark.parametrize(
    "prose",
    [
        "![a]" * 50_000 + "](#",
        "[" * 200_000 + "](#",
        "[x " * 60_000 + "](#",
        "`a``b```c" * 20_000 + "](#",
        "\tx\n\n" + "[" * 200_000 + "](#",
        "[" * 50_000 + "]" * 50_000 + "\n\n[r]: #k",
        "[a\n" * 30_000 + "]: #k",
        " " * 400_000 + "](#",
        ">" * 200_000 + "\n\n    [x](#y)",
    ],
    ids=["images", "brackets", "openings", "backticks", "code", "nest", "labels", "spaces", "quotes"],
)
def test_hostile_prose_is_read_at_once(prose: str) -> None:
    assert list(find_links(prose)) == []
