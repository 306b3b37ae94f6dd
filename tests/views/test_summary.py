from __future__ import annotations

from collections.abc import Callable

from stratkit.load.workspace import Workspace, open_workspace
from stratkit.views.summary import FIGURES, summary_view
from stratkit.views.tongue import Tongue

Opener = Callable[..., Workspace]


def test_a_plan_without_statements_shows_its_sums_first(plan_of: Opener) -> None:
    body = "challenges: [{id: a, title: A}, {id: b, title: B}]\nindicators: [{id: i, title: I}]\n"
    found = summary_view(plan_of(body))
    assert [(one.count, one.words) for one in found.front.sums] == [(2, "Challenges"), (1, "Indicator")]
    assert found.back.sums == ()
    found = summary_view(plan_of(body + "vision: {statement: We see.}\n"))
    assert (found.front.sums, len(found.back.sums)) == ((), 2)
    assert [(one.title, one.words) for one in found.front.statements] == [("Vision", "We see.")]


def test_figures_beyond_the_first_are_counted(plan_of: Opener) -> None:
    body = "figures:\n" + "".join(
        f"  - {{id: f{n}, title: Figure {n}, value: '{n}'}}\n" for n in range(FIGURES + 3)
    )
    found = summary_view(plan_of(body))
    assert [one.number for one in found.front.figures] == ["0", "1", "2", "3"]
    assert found.front.figures_more == "and 3 more in the plan"


def test_figures_have_their_sources_where_there_is_room(plan_of: Opener) -> None:
    title = "A long caption that says what it counts, for whom, when, and where it was counted before that"
    body = "figures:\n" + "".join(
        f"  - {{id: f{n}, title: '{title}', value: '{n}', source: A census, note: In part.}}\n"
        for n in range(4)
    )
    one = summary_view(plan_of(body)).front.figures[0]
    assert (one.entry.heading, one.source, one.note) == (title, "A census", "In part.")
    long = "It goes on and on, " * 40
    said = "".join(f"{name}: {{statement: '{long}'}}\n" for name in ("vision", "mission", "objective"))
    brand = "brand: {paper: Letter}\n"
    workspace = plan_of(body + said)
    (workspace.door.root / "stratkit.yaml").write_text(brand, encoding="utf-8")
    workspace = open_workspace(workspace.folder, workspace.folder)
    one = summary_view(workspace).front.figures[0]
    assert one.entry.heading.endswith("…")
    assert (one.source, one.note) == ("", "")


def test_sentences_are_whole_while_there_is_room(plan_of: Opener) -> None:
    long = "We see " + "a far land and " * 30 + "more."
    found = summary_view(plan_of(f"vision: {{statement: '{long}'}}\n"))
    assert found.front.statements[0].words == long


def test_what_no_page_has_room_for_is_named(plan_of: Opener) -> None:
    title = "goes on and on and on " * 20
    kinds = {"programme": 3, "outcome": 8, "indicator": 6, "action_line": 1}
    body = "vision: {statement: We see.}\n"
    for kind, count in kinds.items():
        lines = (f"  - {{id: {kind}{n}, title: '{n} {title}'}}\n" for n in range(count))
        body += f"{kind}s:\n" + "".join(lines)
    found = summary_view(plan_of(body))
    assert found.back.programmes.items == ()
    assert found.absent == "3 programmes, in the plan"
    found = summary_view(plan_of("programmes: [{id: p, title: P}]\n"))
    assert (found.absent, [one.title for one in found.back.programmes.items]) == ("", ["P"])


def test_themes_are_told_where_there_are_no_challenges(plan_of: Opener) -> None:
    themes = "themes: [{id: t, title: T, text: What it means.}]\n"
    found = summary_view(plan_of(themes)).front
    assert (found.named, found.themes.items[0].words) == (False, "What it means.")
    found = summary_view(plan_of(themes + "challenges: [{id: c, title: C}]\n")).front
    assert (found.named, found.themes.items[0].words) == (True, "")


def test_chapters_fill_the_summary_of_a_plan_of_prose(plan_of: Opener) -> None:
    found = summary_view(plan_of("chapters: [{id: c, title: A chapter, text: It begins so.}]\n"))
    assert [(one.title, one.words) for one in found.front.chapters.items] == [("A chapter", "It begins so.")]
    assert found.front.tall
    assert found.back.ample


def test_marks_are_known_of_what_is_shown(plan_of: Opener) -> None:
    found = summary_view(plan_of("challenges: [{id: c, title: C, basis: illustrative}]\n"))
    assert (found.reading, found.illustrative) == (False, True)
    found = summary_view(plan_of("challenges: [{id: c, title: C, reading: [summary]}]\n"))
    assert (found.reading, found.illustrative) == (False, False)


def test_nothing_can_be_linked_to(plan_of: Opener) -> None:
    found = summary_view(plan_of("challenges: [{id: c, title: C}]\n"))
    assert found.printed == frozenset()


def test_what_is_not_translated_is_known(plan_of: Opener) -> None:
    found = summary_view(plan_of("challenges: [{id: c, title: Growth}]\n"), Tongue("fr"))
    assert [tongue.code for tongue in found.untranslated] == ["en"]
