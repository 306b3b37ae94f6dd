from __future__ import annotations

from collections.abc import Callable

import pytest

from stratkit.load.agreement import label_names
from stratkit.model.plan import Plan
from stratkit.views.edition import Edition
from stratkit.views.outline import PARTS
from stratkit.views.words import FACTS, STANDARD

Opener = Callable[..., Edition]
LABELS = """  labels:
    action_line: Pillar
    axis: {one: Window, many: Windows and doors, short: W}
    on_track: {one: {en: Going well, fr: En bonne voie}}
    history: {one: Milestones, many: Milestones}
    lead: Owner
"""


def test_standard_words(edition_of: Opener) -> None:
    words = edition_of().words
    assert (words.one("action_line"), words.many("action_line"), words.short("axis")) == (
        "Action line",
        "Action lines",
        "Axis",
    )
    assert (words.many("risk"), words.one("not_started")) == ("Risks", "Not started")


def test_a_status_is_not_the_heading_of_a_part(edition_of: Opener) -> None:
    words = edition_of().words
    assert (words.choice("consultation"), words.choice("draft")) == ("In consultation", "Draft")
    assert words.part("consultation") == "How the plan came about"


def test_the_organizations_own_words_come_first(edition_of: Opener) -> None:
    words = edition_of(header=LABELS).words
    assert (words.many("action_line"), words.many("axis"), words.short("axis")) == (
        "Pillars",
        "Windows and doors",
        "W",
    )
    assert (words.part("history"), words.fact("lead"), words.fact("challenges")) == (
        "Milestones",
        "Owner",
        "Answers",
    )


def test_own_words_are_translated(edition_of: Opener) -> None:
    assert edition_of(header=LABELS, language="fr").words.one("on_track") == "En bonne voie"


def test_standard_words_are_translated() -> None:
    from stratkit.model.plan import Header
    from stratkit.views.words import Words

    words = Words(Header(id="a", title="A"), "fr", {"Axes": "Axes (fr)"}.get)  # type: ignore[arg-type]
    assert words.many("axis") == "Axes (fr)"


@pytest.mark.parametrize("name", PARTS)
def test_every_part_has_a_heading(edition_of: Opener, name: str) -> None:
    heading = edition_of().words.part(name)
    assert heading[0].isupper()
    assert "_" not in heading
    assert not heading.endswith("ss")


def test_words_are_kept_for_what_there_is() -> None:
    known = label_names() | {"reporting", "made_with"}
    assert set(STANDARD) <= known
    assert set(FACTS) <= known
    assert Plan.fields_
