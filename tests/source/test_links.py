import pytest

from stratkit.source.links import find_links


@pytest.mark.parametrize(
    ("prose", "links"),
    [
        ("See [homes](#housing) and [](#water).", [("homes", "housing"), ("", "water")]),
        ("[a](#b)[c](#d)", [("a", "b"), ("c", "d")]),
        ("[words *that\ngo* on](#b)", [("words *that\ngo* on", "b")]),
        ("[[a]](#b)", [("[a]", "b")]),
        ("[![drawing](map.png)](#b)", [("![drawing](map.png)", "b")]),
        ("[a [b](#c) d](#e)", [("b", "c")]),
        ("[a](https://example.org) [b](#c)", [("b", "c")]),
        ("| [a](#b) | `x` |", [("a", "b")]),
        (r"\\[a](#b)", [("a", "b")]),
        ("[](#)", [("", "")]),
        ("![alt](#b)", []),
        ("[a]\n(#b)", []),
        ("[a\n\nb](#c)", []),
        (r"\[a](#b)", []),
        ("[a](#b", []),
        ("`[a](#b)`", []),
        ("`` ` [a](#b) ``", []),
        ("`[a](#b)` [c](#d) `[e](#f)`", [("c", "d")]),
        (r"\`[a](#b)`", [("a", "b")]),
        ("a stray ` mark\n\n[c](#d) and ` another", [("c", "d")]),
        ("```\n[a](#b)\n\n[a](#b)\n```\n[c](#d)", [("c", "d")]),
        ("````\n```\n[a](#b)\n````\n[c](#d)", [("c", "d")]),
        ("~~~ yaml\n[a](#b)\n```\n[a](#b)", []),
        ("```not a fence``` [c](#d)", [("c", "d")]),
    ],
)
def test_links_outside_code(prose: str, links: list[tuple[str, str]]) -> None:
    assert [(link.words, link.target) for link in find_links(prose)] == links


def test_places_of_a_link() -> None:
    prose = "ä 𝒜 `x` [homes](#housing)."
    (link,) = find_links(prose)
    assert prose[link.start : link.end] == "[homes](#housing)"
    assert prose[link.target_start :].startswith("housing")


@pytest.mark.parametrize(
    "prose",
    ["![a]" * 50_000 + "](#", "[" * 200_000 + "](#", "[x " * 60_000 + "](#", "`a``b```c" * 20_000 + "](#"],
    ids=["images", "brackets", "openings", "backticks"],
)
def test_hostile_prose_is_read_at_once(prose: str) -> None:
    assert list(find_links(prose)) == []
