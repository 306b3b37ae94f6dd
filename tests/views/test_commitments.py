"""What became of each commitment, in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from stratkit import shipped
from stratkit.check.comparison import compare
from stratkit.compare.dispositions import Fate
from stratkit.load.workspace import open_workspace
from stratkit.views.commitments import Commitment
from stratkit.views.comparison import ComparisonView, comparison_view
from stratkit.views.edition import Edition
from stratkit.views.ends import MET, ORDER, say_end
from stratkit.views.tongue import Tongue

Compared = Callable[..., ComparisonView]
OLD = """\
themes: [{id: quiet, title: Quiet}]
action_lines:
  - id: quays
    title: Quays
    outcomes:
      - id: lamps
        title: Every quay is lit
        milestones: [{id: survey, title: The survey is done}, {id: tender, title: The tender is out}]
programmes: [{id: school, title: School}, {id: fund, title: Fund}]
indicators: [{id: depth, title: Depth, unit: metres}]
updates:
  - id: report
    period: 2020
    date: 2021-02
    entries: [{about: survey, status: completed}, {about: lamps, status: at_risk}]
    readings: [{indicator: depth, value: 7, date: 2020-11}]
"""


def rows_of(view: ComparisonView) -> dict[str, Commitment]:
    """Each commitment by its title, wherever it stands."""
    return {
        row.link.words: row
        for kind in view.commitments
        for some in (kind.rows, *(other.items for other in kind.others))
        for row in some
    }


def chain(root: Path, earlier: str, later: str) -> ComparisonView:
    old, new = (
        open_workspace(shipped.plans() / f"cities-alliance-{name}", root) for name in (earlier, later)
    )
    return comparison_view(compare(old, new), Tongue())


@pytest.mark.parametrize(
    ("title", "fate", "words"),
    [
        ("Thin trust", "continued", "Carried on"),
        ("Life within limits", "reworded", "Reworded"),
        ("Heat and water", "split", "Split"),
        ("Half of them have changed something at home within a year", "merged", "Merged"),
        ("A national fund pays for safe ways on foot", "completed", "Completed"),
        ("Cities sit at the table before the rules are written", "transferred", "Handed on to others"),
        ("A revolving fund lends for small works", "dropped", "Dropped"),
        ("Every member can take part in the assembly", "proposed", "In question"),
        ("Common positions", "unsaid", "No fate recorded"),
        ("The first cool street is opened", "unsaid", "Completed, says the last report"),
    ],
)
def test_each_fate_of_the_showcase_has_its_words(
    showcase: ComparisonView, title: str, fate: str, words: str
) -> None:
    row = rows_of(showcase)[title]
    assert (row.fate, row.words) == (fate, words)


def test_the_showcase_leaves_out_no_fate(showcase: ComparisonView) -> None:
    fates = {row.fate for row in rows_of(showcase).values()}
    assert set(get_args(Fate)) - fates == {"removed", "unread"}


def test_what_the_last_report_calls_completed_counts_as_met(
    compared: Compared, showcase: ComparisonView
) -> None:
    view = compared(OLD, "")
    assert {end.key: end.count for end in view.ends} == {MET: "1", "unsaid": "7"}
    assert rows_of(view)["The survey is done"].words == "Completed, says the last report"
    milestones = next(kind for kind in showcase.commitments if kind.title == "Milestones")
    completed = [other.count for other in milestones.others if other.items[0].words.startswith("Completed")]
    keys = [end.key for end in showcase.ends]
    met = next(kind for kind in showcase.kinds if kind.title == "Milestones").counts[keys.index(MET)]
    assert sum(map(int, completed)) == int(met) == 22


def test_how_it_stood_last_is_told_with_its_date(compared: Compared) -> None:
    rows = rows_of(compared(OLD, ""))
    lamps, depth = rows["Every quay is lit"], rows["Depth"]
    assert lamps.status is not None
    assert (lamps.status.words, lamps.when) == ("At risk", "2020")
    assert (depth.status, depth.figure, depth.when) == (None, "7 metres", "November 2020")
    assert (rows["Fund"].status, rows["Fund"].figure, rows["Fund"].when) == (None, "", "")


def test_those_of_which_only_the_name_has_to_be_said_stand_together(compared: Compared) -> None:
    new = "programmes: [{id: school, title: School}]\nretired: [{element: fund, fate: dropped}]\n"
    (programmes,) = (kind for kind in compared(OLD, new).commitments if kind.title == "Programmes")
    assert (programmes.rows, programmes.count) == ((), "2")
    assert [(other.title, other.count) for other in programmes.others] == [
        ("Carried on", "1"),
        ("Dropped", "1"),
    ]
    new = new.replace("fate: dropped", "fate: dropped, reason: It was empty.")
    (programmes,) = (kind for kind in compared(OLD, new).commitments if kind.title == "Programmes")
    assert [(row.link.words, row.why) for row in programmes.rows] == [("Fund", "It was empty.")]


def test_an_heir_of_another_kind_says_so(compared: Compared) -> None:
    view = compared(OLD, "themes: [{id: lit, title: Lit quays, succeeds: [lamps]}]\n")
    (heir,) = rows_of(view)["Every quay is lit"].heirs
    assert (heir.link.words, heir.kind) == ("Lit quays", "theme")
    view = compared(OLD, "themes: [{id: hush, title: Hush, succeeds: [quiet]}]\n")
    (heir,) = rows_of(view)["Quiet"].heirs
    assert (heir.link.words, heir.kind) == ("Hush", "")


def test_a_milestone_says_where_it_lay(compared: Compared) -> None:
    rows = rows_of(compared(OLD, ""))
    assert [rows[title].place for title in ("The tender is out", "Every quay is lit", "Quiet")] == [
        "Every quay is lit",
        "Quays",
        "",
    ]


def test_what_is_our_reading_is_marked_with_its_note(root: Path) -> None:
    row = rows_of(chain(root, "2018-2021", "2022-2025"))["Individuals"]
    assert (row.fate, row.reading, row.plain) == ("reworded", True, False)
    assert row.note.startswith("The scorecard gives the figure in a sentence and names no indicator.")
    assert [heir.reading for heir in row.heirs] == [True]
    row = rows_of(chain(root, "2014-2017", "2018-2021"))["Country Programmes"]
    assert (row.reading, row.note, [heir.reading for heir in row.heirs]) == (False, "", [False])


def test_over_a_plan_between_it_says_what_it_went_on_as(root: Path) -> None:
    rows = rows_of(chain(root, "2014-2017", "2022-2025"))
    row = rows["Gender equality"]
    assert (row.words, row.heirs) == ("No fate recorded", ())
    assert row.why == "went on in 2018–2021 as Gender equality and women’s empowerment †"
    assert rows["Catalytic Fund"].why == ""


def test_a_revision_tells_only_what_is_not_as_it_was(compared: Compared) -> None:
    view = compared(
        OLD, OLD.replace("School", "Academy").replace(", {id: fund, title: Fund}", ""), revised=True
    )
    assert {title: row.words for title, row in rows_of(view).items()} == {
        "School": "Reworded",
        "Fund": "Removed",
    }
    assert {end.key: end.count for end in view.ends} == {"carried": "7", "removed": "1"}


def test_each_way_to_end_has_words(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of("")
    said = [say_end(edition, key) for key in ORDER]
    assert len(set(said)) == len(ORDER)
