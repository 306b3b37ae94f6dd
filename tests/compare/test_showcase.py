"""The two cycles of the example network show whatever can be told of two cycles."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from stratkit import shipped
from stratkit.check.comparison import Comparison, compare
from stratkit.compare.change import Kind
from stratkit.compare.dispositions import Fate
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.date import CALENDAR
from stratkit.model.measure import Indicator

NO_CHANGE: dict[Kind, str] = {
    "renamed": "another id is told as `renamed` in a revision; in the next cycle the element is `continued`",
    "target-brought-forward": "every target of a cycle lies in its years, and so after those of the last one",
}
"""What cannot happen between two cycles, and why."""

NO_FATE: dict[Fate, str] = {
    "removed": "so a commitment without a word is told in a revision; in the next cycle it is `unsaid`",
    "unread": "both plans can be read",
}
"""What cannot become of a commitment here, and why."""


@pytest.fixture(scope="module")
def showcase() -> Comparison:
    old, new = (shipped.plans() / f"example-network-{years}" for years in ("2021-2023", "2024-2026"))
    root = shipped.plans().parent
    return compare(open_workspace(old, root), open_workspace(new, root))


def days(workspace: Workspace) -> list[date]:
    """The days on which targets are due."""
    targets = (target for indicator in workspace.index.of_kind(Indicator) for target in indicator.targets)
    return [target.date.last(workspace.fiscal or CALENDAR) for target in targets if target.date]


def test_every_kind_of_change_is_there(showcase: Comparison) -> None:
    found = {change.kind for change in showcase.difference.changes}
    assert set(get_args(Kind)) - found == NO_CHANGE.keys()


def test_every_fate_is_there(showcase: Comparison) -> None:
    found = {each.fate for each in showcase.dispositions}
    assert set(get_args(Fate)) - found == NO_FATE.keys()


def test_what_is_left_out_cannot_be(showcase: Comparison) -> None:
    difference = showcase.difference
    assert not difference.matching.revised
    assert [*difference.old.problems, *difference.new.problems] == []
    assert max(days(difference.old)) < min(days(difference.new))


def test_three_promises_are_passed_over_and_one_is_asked_after(showcase: Comparison) -> None:
    table = showcase.dispositions
    silent = {each.element.id for each in table if each.fate == "unsaid" and not each.is_met}
    asked = {each.element.id: each.proposal.new.id for each in table if each.proposal}
    assert silent == {"common-positions", "wider-membership", "member-count"}
    assert asked == {"inclusive-assembly": "assembly-for-all"}


def test_every_decision_is_on_a_change(showcase: Comparison) -> None:
    judgement = showcase.judgement
    assert judgement.unmatched == ()
    accepted = {one.fingerprint: one.change.kind for one in judgement.changes if one.accepted}
    assert accepted == {
        "target-lowered:women-in-exchanges:2023": "target-lowered",
        "target-postponed:water-loss:2023": "target-postponed",
    }


def test_a_kind_shifts_and_a_label_changes(showcase: Comparison) -> None:
    shifts = [change for change in showcase.difference.changes if change.kind == "shifted"]
    assert [(one.before, one.after) for one in shifts] == [("axis", "theme")]
    headers = (showcase.difference.old.header, showcase.difference.new.header)
    labels = [str((header.labels or {})["action_line"].one) for header in headers if header]
    assert labels == ["Action Line", "Pillar"]
