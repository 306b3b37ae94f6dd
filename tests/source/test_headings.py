"""Headings of Markdown texts."""

from stratkit.source.headings import find_headings


def test_headings_have_a_level_and_a_place() -> None:
    code = "```\n# code\n```\n\n    # code\n\n#none\n\n"
    text = f"Tides\r\n=====\r\n\r\n> ### Spring ###\n\n  Low\n---\n\n{code}- # Neap\n"
    found = [(heading.level, text[heading.start : heading.end]) for heading in find_headings(text)]
    assert found == [(1, "Tides"), (3, "### Spring ###"), (2, "Low"), (1, "# Neap")]
