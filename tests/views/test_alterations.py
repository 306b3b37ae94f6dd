"""What each element says now and said before."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from stratkit.compare.change import Kind
from stratkit.compare.rewording import Run
from stratkit.views.alterations import Alteration
from stratkit.views.comparison import ComparisonView
from stratkit.views.edition import Edition
from stratkit.views.untranslated import languages_in
from stratkit.views.ways import say_way, way_of

Compared = Callable[..., ComparisonView]
PEOPLE = """\
indicators:
  - id: people
    title: Pilots
    direction: increase
    unit: people
    baseline: {{date: {base}, value: {value}}}
    targets: [{targets}]
"""


def rows_of(view: ComparisonView, name: str) -> list[Alteration]:
    return [row for one in view.altered if one.id == f"_changed-{name}" for row in one.alterations]


def told(row: Alteration) -> tuple[str, str, str, str]:
    """What, in which way, before and after."""
    before, after = ("".join(run.text for run in side) for side in (row.before, row.after))
    return row.what, row.said, before, after


def people(targets: str, *, base: str = "2017", value: str = "0") -> str:
    return PEOPLE.format(base=base, value=value, targets=targets)


def test_targets_that_only_came_are_one_row(compared: Compared) -> None:
    old, new = "{date: 2030, value: 90}", "{date: 2031, value: 95}, {date: 2032, value: 99}"
    (row,) = rows_of(compared(people(old), people(f"{old}, {new}"), revised=True), "people")
    assert told(row) == ("Targets", "new", "", "95 people (2031); 99 people (2032)")
    assert not row.weaker


def test_targets_that_only_went_are_one_row_and_weaker(compared: Compared) -> None:
    both, first = "{date: 2030, value: 40}, {date: 2031, value: 60}", "{date: 2029, value: 10}"
    view = compared(people(f"{both}, {first}"), people(first), revised=True)
    (row,) = rows_of(view, "people")
    assert told(row) == ("Targets", "gone", "40 people (2030); 60 people (2031)", "")
    assert row.weaker
    assert [one.alteration for one in view.weakened] == [row]


def test_a_target_of_one_date_names_it(compared: Compared) -> None:
    view = compared(people("{date: 2030, value: 90}"), people("{date: 2030, value: 60}"), revised=True)
    (row,) = rows_of(view, "people")
    assert told(row) == ("Target 2030", "lowered", "90 people", "60 people")
    view = compared(people("{date: 2030, value: 90}"), people("{date: 2032, value: 90}"), revised=True)
    (row,) = rows_of(view, "people")
    assert told(row) == ("Target", "postponed", "90 people (2030)", "90 people (2032)")


def test_a_baseline_is_one_row(compared: Compared) -> None:
    target = "{date: 2030, value: 90}"
    view = compared(people(target), people(target, base="2019", value="12"), revised=True)
    (row,) = rows_of(view, "people")
    assert told(row) == ("Baseline", "restated", "0 people (2017)", "12 people (2019)")


def test_prose_of_one_plan_alone_is_told_between_revisions(compared: Compared) -> None:
    bare = "outcomes: [{id: lamps, title: Every quay is lit}]\n"
    told_of = "outcomes: [{id: lamps, title: Every quay is lit, text: At night too.}]\n"
    assert compared(bare, told_of).altered == ()
    (row,) = rows_of(compared(bare, told_of, revised=True), "lamps")
    assert told(row) == ("Text", "new", "", "At night too.")
    reworded = told_of.replace("too", "as well")
    assert [told(row)[0] for row in rows_of(compared(told_of, reworded), "lamps")] == ["Text"]


def test_words_are_told_apart_one_by_one(compared: Compared) -> None:
    text = "outcomes: [{id: lamps, title: Lamps, text: Every quay is %s at night.}]\n"
    (row,) = rows_of(compared(text % "lit", text % "seen", revised=True), "lamps")
    gone = [run for run in row.before if run.side == "old"]
    assert [run.text.strip() for run in gone] == ["lit"]
    assert [run.text.strip() for run in row.after if run.side == "new"] == ["seen"]
    assert {run.side for run in row.before} == {"old", "both"}


def test_links_in_prose_are_told_by_their_titles(compared: Compared) -> None:
    text = "themes: [{id: quiet, title: Quiet nights}]\noutcomes: [{id: lamps, title: Lamps, text: '%s'}]\n"
    view = compared(
        text % "As before.", text % "As *before*, for [](#quiet) and [all](#quiet).", revised=True
    )
    (row,) = rows_of(view, "lamps")
    assert told(row)[3] == "As before, for Quiet nights and all."


def test_what_only_follows_from_another_change_is_left_out(compared: Compared) -> None:
    old = "themes: [{id: quiet, title: Quiet}]\noutcomes: [{id: lamps, title: Lamps, themes: [quiet]}]\n"
    new = "outcomes: [{id: lamps, title: Lamps}]\n"
    assert compared(old, new, revised=True).altered == ()
    kept = "themes: [{id: quiet, title: Quiet}]\n" + new
    (row,) = rows_of(compared(old, kept, revised=True), "lamps")
    assert told(row) == ("Serves", "gone", "Quiet", "")


def test_a_decision_stands_with_what_it_accepts(compared: Compared) -> None:
    old, new = people("{date: 2030, value: 90}"), people("{date: 2030, value: 60}")
    decided = "accepted_changes:\n  - {change: target-lowered:people:2030, reason: The budget was cut.%s}\n"
    (row,) = rows_of(compared(old, new + decided % ", date: 2024-03", revised=True), "people")
    assert row.weaker
    assert row.accepted is not None
    assert (row.accepted.by, row.accepted.date, row.accepted.reason) == (
        "",
        "March 2024",
        "The budget was cut.",
    )


def test_what_moved_names_both_places(compared: Compared) -> None:
    lines = "action_lines: [{id: a, title: One, outcomes: [%s]}, {id: b, title: Two, outcomes: [%s]}]\n"
    lamps = "{id: lamps, title: Lamps}"
    (row,) = rows_of(compared(lines % (lamps, ""), lines % ("", lamps), revised=True), "lamps")
    assert told(row) == ("Part of", "changed", "One", "Two")


def test_values_of_every_shape_have_words(compared: Compared) -> None:
    old = """\
stakeholders: [{id: port, name: The port}, {id: town, name: The town}]
outcomes: [{id: lamps, title: Lamps, lead: port, budget: [{amount: 1200 EUR}], due: 2030-06}]
"""
    new = old.replace("lead: port", "lead: town").replace("1200", "1500").replace("2030-06", "2030-03")
    rows = {told(row)[0]: told(row)[1:] for row in rows_of(compared(old, new, revised=True), "lamps")}
    assert rows["Lead"] == ("changed", "The port", "The town")
    assert rows["Due"] == ("brought forward", "June 2030", "March 2030")
    assert rows["Budget, Amount"] == ("changed", "EUR 1,200", "EUR 1,500")


def test_a_translation_that_changed_names_its_language(compared: Compared) -> None:
    text = "outcomes: [{id: lamps, title: {en: Lamps, fr: %s}}]\n"
    (row,) = rows_of(compared(text % "Lampes", text % "Lanternes", revised=True), "lamps")
    assert told(row) == ("Title (French)", "reworded", "Lampes", "Lanternes")
    assert list(languages_in(row.before)) == ["fr"]
    (row,) = rows_of(compared(text % "Lampes", text % "Lanternes", revised=True, language="fr"), "lamps")
    assert told(row) == ("Titre", "reformulation", "Lampes", "Lanternes")
    assert list(languages_in(row.before)) == []


def test_words_that_are_not_translated_keep_their_language(compared: Compared) -> None:
    text = "outcomes: [{id: lamps, title: Lamps, text: Every quay is %s at night.}]\n"
    (row,) = rows_of(compared(text % "lit", text % "seen", revised=True, language="fr"), "lamps")
    assert set(languages_in((row.before, row.after))) == {"en"}


def test_the_plan_itself_has_one_place(compared: Compared) -> None:
    seas, harbours = "vision: {statement: Calm seas}\n", "vision: {statement: Calm harbours}\n"
    (one,) = compared(seas, harbours, revised=True, subtitles=("For all", "For us")).altered
    assert (one.id, one.link.words, one.kind) == ("_changed", "The plan itself", "")
    assert [row.what for row in one.alterations] == ["Subtitle", "Vision"]
    assert one.alterations[-1].before[-1] == Run("old", "seas")


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        ("target-lowered", "lowered"),
        ("target-brought-forward", "brought_forward"),
        ("postponed", "postponed"),
        ("baseline-added", "added"),
        ("unlinked", "dropped"),
        ("unit-changed", "changed"),
        ("moved", "changed"),
    ],
)
def test_a_kind_of_change_has_its_way(kind: str, way: str) -> None:
    assert way_of(kind) == way


def test_every_way_has_words(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of("")
    said = {way_of(kind): say_way(edition, way_of(kind)) for kind in get_args(Kind)}
    assert len(set(said.values())) == len(said)
