from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.narrative import boxes_in, narrative

Opener = Callable[..., Edition]
CHAPTERS = """
chapters:
  - id: floods
    title: Floods
    quote: {en: It floods., fr: Il y a des crues.}
    text: {en: It rains. It floods., fr: Il pleut. Il y a des crues.}
  - id: road
    title: Road
    box_in: floods
    quote: It is dry.
    text: {en: It is dry., fr: Elle est sèche.}
"""


def test_a_quote_stands_beside_its_text(edition_of: Opener) -> None:
    edition = edition_of(CHAPTERS)
    found = narrative(edition, edition.plan.chapters[0], boxes_in(edition, "floods"))
    assert (found.entry.quote, found.entry.facts) == ("It floods.", ())
    assert [box.quote for box in found.boxes] == ["It is dry."]


def test_a_quote_in_another_language_than_its_text_is_left_out(edition_of: Opener) -> None:
    edition = edition_of(CHAPTERS, language="fr")
    found = narrative(edition, edition.plan.chapters[0], boxes_in(edition, "floods"))
    assert found.entry.quote == "Il y a des crues."
    assert [box.quote for box in found.boxes] == [""]


def test_what_is_not_translated_at_all_keeps_its_quote(edition_of: Opener) -> None:
    edition = edition_of(CHAPTERS, language="es")
    assert narrative(edition, edition.plan.chapters[0], ()).entry.quote == "It floods."
