"""What the document on two plans says: its title, its answer, what is new, what it asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit import shipped
from stratkit.check.comparison import compare
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.render.catalogues import speak
from stratkit.render.documents import NothingToShow
from stratkit.render.page import page_for_paper, page_for_screen
from stratkit.views.comparison import ComparisonView, comparison_view
from stratkit.views.tongue import Tongue

Compared = Callable[..., ComparisonView]
CHAIN = ("cities-alliance-2014-2017", "cities-alliance-2018-2021", "cities-alliance-2022-2025")
TRAINED = "outcomes: [{id: trained, title: Pilots are trained}]\n"
TARGET = """\
indicators:
  - id: people
    title: Pilots
    direction: increase
    baseline: {date: 2017, value: 0}
    targets: [{date: 2021, value: %s}]
"""


def plan(root: Path, name: str) -> Workspace:
    return open_workspace(shipped.plans() / name, root)


def test_the_title_names_the_years_and_that_of_a_revision_the_plan(compared: Compared) -> None:
    cycles = compared(TRAINED, "")
    assert cycles.title == "From the 2018–2021 to the 2022–2025 strategy"
    assert (cycles.old_column, cycles.new_column) == ("2018–2021", "2022–2025")
    assert (cycles.old_title, cycles.new_title) == ("The old plan", "The new plan")
    revision = compared(TRAINED, "", revised=True)
    assert (revision.title, revision.revised) == ("The plan", True)


def test_revisions_are_told_apart_by_their_versions_or_their_order(compared: Compared) -> None:
    revision = compared(TRAINED, "", revised=True)
    assert (revision.old_column, revision.new_column) == ("Before", "Now")
    versions = [f"versions: [{{id: v{n}, title: Version {n}}}]\n" for n in (1, 2)]
    revision = compared(versions[0], versions[1], revised=True)
    assert (revision.old_column, revision.new_column) == ("Version 1", "Version 2")


def test_ends_add_up_to_the_commitments(showcase: ComparisonView) -> None:
    assert sum(int(end.count) for end in showcase.ends) == 91
    assert sum(int(kind.count) for kind in showcase.kinds) == 91
    for kind in showcase.kinds:
        assert sum(map(int, kind.counts)) == int(kind.count)
    for number, end in enumerate(showcase.ends):
        assert sum(int(kind.counts[number]) for kind in showcase.kinds) == int(end.count)


def test_the_answer_is_one_sentence(showcase: ComparisonView, compared: Compared) -> None:
    assert showcase.sentence == (
        "Of 91 commitments, 29 are closed as completed, 50 are carried on, 3 were handed on to others, 5 "
        "were dropped, 1 is in question; of 3 no fate is recorded."
    )
    assert compared(TRAINED, "").sentence == "No fate is recorded of the 1 commitment."
    nothing = compared("themes: []\n", TRAINED)
    assert (nothing.sentence, nothing.ends, nothing.flow) == ("", (), None)


def test_what_was_completed_may_go_on(showcase: ComparisonView) -> None:
    done = {kind.title: (kind.completed, kind.counts[0]) for kind in showcase.kinds}
    assert (showcase.ends[0].key, showcase.reported) == ("met", True)
    assert (done["Outcomes"], done["Milestones"]) == (("11", "3"), ("22", "22"))


def test_both_plans_say_what_they_are(showcase: ComparisonView, compared: Compared) -> None:
    assert [one.title for one in showcase.plans] == [showcase.old_title, showcase.new_title]
    assert all(one.facts for one in showcase.plans)
    assert compared(TRAINED, "", revised=True).plans == ()


def test_two_plans_that_say_the_same_are_unchanged(compared: Compared) -> None:
    assert compared(TRAINED, TRAINED, revised=True).unchanged
    assert not compared(TRAINED, "", revised=True).unchanged


def test_what_continues_nothing_is_new(showcase: ComparisonView) -> None:
    new = {kind.title: [one.link.words for one in kind.items] for kind in showcase.fresh}
    assert new["Programmes"] == ["Second Summer"]
    assert [kind.count for kind in showcase.fresh] == [str(len(titles)) for titles in new.values()]
    (programme,) = next(kind for kind in showcase.fresh if kind.title == "Programmes").items
    assert programme.words.startswith("Pays half of the watering")
    asked = "Every member can take part in the assembly, and vote, from anywhere"
    assert all(asked not in titles for titles in new.values())


def test_a_likeness_is_a_question(showcase: ComparisonView) -> None:
    (question,) = showcase.questions
    assert question.old.words == "Every member can take part in the assembly"
    assert question.new.words == "Every member can take part in the assembly, and vote, from anywhere"
    assert (question.old_kind, question.new_kind) == ("outcome", "outcome")


def test_what_is_weaker_tells_who_accepted_it(showcase: ComparisonView) -> None:
    weaker = {one.link.words: one.alteration for one in showcase.weakened}
    decision = weaker["Women among those who completed an exchange"].accepted
    assert decision is not None
    assert (decision.by, decision.date) == ("Board", "19 September 2024")
    assert decision.reason.startswith("With fewer exchanges")
    lost = weaker["People who used the portal in the month"]
    assert (lost.said, lost.accepted) == ("gone", None)
    assert {one.link.target for one in showcase.weakened} <= {one.id for one in showcase.altered}


def test_links_lead_to_elements_of_which_more_is_said(showcase: ComparisonView) -> None:
    places = {one.id for one in showcase.altered}
    rows = [row for kind in showcase.commitments for row in kind.rows]
    targets = {heir.link.target for row in rows for heir in row.heirs} | {row.link.target for row in rows}
    assert targets - {""}
    assert targets - {""} <= places


def test_the_reason_for_a_silence_is_that_of_the_next_plan_alone(root: Path) -> None:
    first, second, third = (plan(root, name) for name in CHAIN)
    said = "A note in the files of the later plan gives a reason: “no public source says what became of the "
    assert any(one.startswith(said) for one in comparison_view(compare(second, third), Tongue()).limits)
    for later in (third, third.after(first)):
        view = comparison_view(compare(first, later), Tongue())
        assert not any("reason" in one for one in view.limits)
        assert "Between the two lies: Strategic Plan 2018-2021: Implementing the SDGs." in view.limits
        assert "5 of them can be followed into that, and no further." in view.limits


def test_limits_say_what_cannot_be_known(compared: Compared, showcase: ComparisonView) -> None:
    assert compared(TRAINED, "").limits == (
        "The files hold no target and no baseline: whether any was raised or lowered cannot be told.",
        "The files of the earlier plan hold no report.",
    )
    told = "The files of the {} plan hold no target and no baseline."
    assert told.format("earlier") in compared("", TARGET % 9).limits
    assert told.format("later") in compared(TARGET % 9, "").limits
    assert compared(TARGET % 9, "", revised=True).limits == ()
    assert "The last report in the files of the earlier plan is of 2021–2023." in showcase.limits


def test_it_speaks_other_languages(compared: Compared) -> None:
    lowered = TARGET % 5
    view = compared(TARGET % 9, lowered.replace("2021", "2025"), language="fr")
    assert view.title == "De la stratégie 2018–2021 à la stratégie 2022–2025"
    assert [one.alteration.said for one in view.weakened] == ["en baisse"]
    assert compared(TRAINED, "", language="ar").sentence == "لم يُسجَّل أي مآل لـ1 من الالتزامات."


@pytest.mark.parametrize("page", [page_for_paper, page_for_screen])
def test_without_a_plan_before_it_there_is_nothing_to_show(root: Path, page: Callable[..., str]) -> None:
    with pytest.raises(NothingToShow, match="names no plan before it") as raised:
        page(plan(root, CHAIN[0]), "changes")
    assert "`stratkit diff OLD NEW --to pdf`" in raised.value.help


def test_words_of_another_edition_are_marked_as_the_reading_they_are(root: Path) -> None:
    second, third = (plan(root, name) for name in CHAIN[1:])
    view = comparison_view(compare(second, third), speak("en"))
    assert view.reading
    assert any(one.startswith("Fates are told † by this edition’s reading: 2; ") for one in view.limits)
    assert any(one.endswith("they say in “About this edition”.") for one in view.limits)


def test_what_is_made_up_is_said_of_either_plan(root: Path, compared: Compared) -> None:
    showcase = plan(root, "example-network-2024-2026")
    real = plan(root, CHAIN[2])
    assert comparison_view(compare(showcase, real), Tongue()).illustrative
    assert not compared(TRAINED, "").illustrative


def test_a_mark_in_the_table_alone_is_explained(compared: Compared) -> None:
    ours = "themes: [{id: quiet, title: Quiet, reading: [title]}]\n"
    assert compared(ours, "").reading
    assert not compared(ours.replace(", reading: [title]", ""), "").reading
