"""Where in a report each change is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.check.comparison import Comparison, compare
from stratkit.check.levels import POLICIES
from stratkit.compare.dispositions import COMMITTED
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.full import write
from stratkit.formats.diff.limits import ORDER
from stratkit.formats.diff.report import sections
from stratkit.load.workspace import open_workspace

Compared = Callable[..., Comparison]
CYCLES = (
    ("cities-alliance-2014-2017", "cities-alliance-2018-2021"),
    ("cities-alliance-2018-2021", "cities-alliance-2022-2025"),
    ("cities-alliance-2014-2017", "cities-alliance-2022-2025"),
    ("example-network-2021-2023", "example-network-2024-2026"),
)
FATES = ("Carried on", "Split", "Merged", "Completed", "Handed on", "Dropped", "No fate recorded")


def told_once(comparison: Comparison) -> None:
    """Each change is told once, but for what only follows from another."""
    account = Account(comparison)
    told = Counter(id(one) for each in sections(account, impact=False) for one in each.told())
    left_out = {id(one) for one in account.told["untold"]}
    assert told == Counter(id(one) for one in comparison.judgement.changes if id(one) not in left_out)
    assert all(id(one.change) in comparison.consequences for one in account.told["untold"])
    assert all(one.level == "info" for one in account.told["untold"])


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize(("old", "new"), CYCLES)
def test_real_cycles_are_told_once(root: Path, old: str, new: str, policy: str) -> None:
    plans = [open_workspace(root / "plans" / name, root) for name in (old, new)]
    comparison = compare(plans[0], plans[1], policy)
    told_once(comparison)
    found = {each.title: each.number for each in sections(Account(comparison), impact=False)}
    asked = comparison.headline.asked
    assert sum(found.get(title, 0) for title in FATES) + asked == comparison.headline.total


@pytest.mark.parametrize("policy", POLICIES)
def test_every_kind_of_change_is_told_once(harbour: dict[str, Comparison], policy: str) -> None:
    for each in harbour.values():
        told_once(compare(each.difference.old, each.difference.new, policy))


def test_every_case_is_told_once(case: Comparison) -> None:
    told_once(case)


def test_kinds_have_their_order() -> None:
    assert set(ORDER) == set(COMMITTED)


HEAD = "format: 1\nplan: {{id: {0}, title: {0}, organization: {{name: O}}{1}}}\n"
OLD, NEW = HEAD.format("old", ""), HEAD.format("new", ", previous: ../old")
EARLIER = """\
themes: [{id: quiet, title: Quiet}]
action_lines:
  - id: ports
    title: Ports
    outcomes:
      - {id: deep, title: Deep quays, themes: [quiet], basis: reading}
      - {id: lit, title: Lit quays, reading: [title]}
      - {id: dry, title: Dry stores}
indicators: [{id: ships, title: Ships, unit: ships, measures: [ports]}, {id: crews, title: Crews}]
"""
LATER = """\
action_lines:
  - id: harbours
    title: Harbours
    succeeds: [ports]
    reading: [succeeds]
    reading_note: The names say so.
    outcomes: [{id: dry, title: Dry stores}]
indicators: [{id: crews, title: Crews}]
"""
READ = """\
updates:
  - {id: first, period: 2019, readings: [{indicator: ships, value: 900}]}
  - {id: last, period: 2020, readings: [{indicator: ships, min: 12000, note: Published so.}]}
"""


OWN = "none in the organization's own words"
UNTOLD = "whether any was raised or lowered cannot be told"


def test_what_is_known_is_told(compared: Compared) -> None:
    told = write(compared(OLD + EARLIER + READ, NEW + LATER))
    assert told.splitlines()[1:6] == [
        "Of 7 commitments, 3 are carried on; of 4 no fate is recorded.",
        f"These fates are told: 1 by the edition's interpretation, 2 by the same id or title, {OWN}.",
        "Carried on: 1 of 3 outcomes, 1 of 2 indicators, 1 of 1 action line, 0 of 1 theme.",
        f"The files hold no target and no baseline of the 2 earlier and 1 later indicators: {UNTOLD}.",
        "The last report in the files of the earlier plan is of 2020.",
    ]
    assert "- The action line *Ports* goes on as *Harbours* (interpretation: “The names say so.”)." in told
    assert "- Of its 3 outcomes 1 is carried on; of its indicator no fate is recorded." in told
    assert "- In *Ports* (carried on), 2 of 3 outcomes:" in told
    assert "- *Deep quays* (listed by the edition)  removed:deep" in told
    assert "- *Lit quays* (title: the edition's words)  removed:lit" in told
    assert "the indicator *Ships*; last read: at least 12,000 ships (2020), “Published so.”  removed" in told
    assert "- 1 indicator goes on unchanged: *Crews*" in told
    assert told.endswith("\nFor checks: 6 changes: 2 errors, 3 warnings, 1 info.\n")


def test_no_fate_at_all_is_one_sentence(compared: Compared) -> None:
    told = write(compared(OLD + EARLIER, NEW + "themes: [{id: loud, title: Loud}]\n"))
    assert "\nNo fate is recorded of any of the 7 commitments.\n" in told
    assert "\nThe files of the earlier plan hold no report.\n" in told
    assert "\n1 commitment of the later plan has no forebear in the earlier one: 1 theme.\n" in told
    assert "nobody" not in told


def test_the_reason_for_silence_is_told_once(compared: Compared) -> None:
    silent = ", previous: ../old}"
    why = NEW.replace(silent, "\n  # stratkit: ignore[commitment-without-fate] — nobody kept the minutes\n  ")
    later = why + ", previous: ../old}\n" + LATER
    told = write(compared(OLD + EARLIER, later))
    assert told.count("\nA note in the later plan's files gives a reason: “nobody kept the minutes”.\n") == 1


def test_what_follows_from_another_change_is_not_told(compared: Compared) -> None:
    kept = LATER.replace("{id: dry, title: Dry stores}", "{id: deep, title: Deep quays}")
    comparison = compared(OLD + EARLIER, NEW + kept)
    assert [one.fingerprint for one in Account(comparison).told["untold"]] == ["unlinked:deep:themes:quiet"]
    assert "unlinked" not in write(comparison)


def test_a_merger_and_a_shift_are_told_once(compared: Compared) -> None:
    old = "themes: [{id: quiet, title: Quiet}, {id: calm, title: Calm}]\n"
    old += "action_lines: [{id: ports, title: Ports}]\n"
    new = "themes:\n  - {id: silence, title: Silence, succeeds: [quiet, calm]}\n"
    told = write(compared(OLD + old, NEW + new + "  - {id: ports, title: Ports, succeeds: [ports]}\n"))
    assert told.count("go on together") == 1
    assert "- The themes *Quiet* and *Calm* go on together in the theme *Silence*." in told
    assert "- The action line *Ports* goes on as a theme of the same title." in told


MEASURED = """\
indicators:
  - id: ships
    title: Ships
    direction: increase
    baseline: {{date: {0}, value: {1}}}
    targets: [{{date: {2}, value: 3000}}, {{date: {3}, value: 4000}}]
outcomes: [{{id: lit, title: {4}}}]
"""


def test_changes_of_one_sort_are_one_sentence(compared: Compared) -> None:
    old = HEAD.format("old", ", period: {start: 2018, end: 2020}")
    new = HEAD.format("new", ", previous: ../old, period: {start: 2021, end: 2023}")
    old += MEASURED.format(2017, 8, 2019, 2020, "Lit quays")
    new += MEASURED.format(2020, 9, 2022, 2023, "Light").replace("4000", "6000").replace("3000", "5000")
    told = write(compared(old, new))
    assert "\n    - Its target was raised from 4,000 for 2020 to 6,000 for 2023.\n" in told
    assert "\n    - Its baseline was restated from 8 for 2017 to 9 for 2020.\n" in told
    assert "\n  - The outcome *Lit quays* is told in other words, which may promise more or less" in told
    assert "\n  - The outcome *Lit quays* goes on as *Light*.\n" in told
    targets = "    targets: [{date: 2019, value: 3000}, {date: 2020, value: 4000}]\n"
    gone = write(compared(old, old.replace("id: old", "id: new, previous: ../old").replace(targets, "")))
    assert "\n  - The targets of *Ships* were dropped: 3,000 for 2019 and 4,000 for 2020.\n" in gone


def test_elements_of_a_revision_are_told_by_what_they_lie_in(compared: Compared) -> None:
    text = EARLIER[: EARLIER.index("action_lines")]
    told = write(compared(OLD + EARLIER + READ, OLD + text))
    assert "\nOf 7 commitments, 1 stands and 6 were removed.\n" in told
    assert "- The action line *Ports* was removed, with 4 elements inside it." in told
    assert "\n    - The outcome *Deep quays* (listed by the edition)\n" in told
    assert "No fate recorded" not in told


def test_what_is_told_above_is_not_unchanged(compared: Compared) -> None:
    plan = "indicators: [{{id: ships, title: Ships, direction: increase, targets: [{{date: {0}}}]}}]\n"
    text = write(compared(OLD + plan.format("2020, value: 5"), NEW + plan.format("2024, value: 4")))
    assert "The target of *Ships* was lowered from 5 for 2020 to 4 for 2024." in text
    assert "  - The indicator *Ships* goes on. Told above: targets.\n" in text
    assert "unchanged" not in text


def test_nothing_is_said_of_no_commitments(compared: Compared) -> None:
    chapter = "chapters: [{{id: us, title: {0}}}]\n"
    text = write(compared(OLD + chapter.format("Us"), OLD + chapter.format("All of us")))
    assert text.startswith("Two revisions of *old*\n\n")
    assert "commitments" not in text
