"""What authors say became of the elements of an earlier plan."""

from collections.abc import Callable

from stratkit.compare.lineage import Lineage
from stratkit.load.index import Index
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]
EARLIER = """\
themes:
  - {id: quiet, title: Quiet}
  - {id: clean, title: Clean}
action_lines:
  - {id: dredging, title: Dredging}
glossary:
  - {id: quay, title: Quay}
"""


def lineage(plan_of: PlanOf, later: str) -> Lineage:
    return Lineage(index(plan_of, EARLIER), index(plan_of, later))


def index(plan_of: PlanOf, body: str) -> Index:
    workspace = plan_of(body)
    assert workspace.problems == []
    return workspace.index


def told(found: Lineage) -> dict[str, list[tuple[str, str, str]]]:
    return {
        old: [(one.successor.id, one.by, one.span.text) for one in successions]
        for old, successions in found.successions.items()
        if successions
    }


def test_same_id_and_kind_continues_unsaid(plan_of: PlanOf) -> None:
    found = lineage(
        plan_of, "themes:\n  - {id: quiet, title: Q}\nprogrammes:\n  - {id: dredging, title: D}\n"
    )
    assert told(found) == {"quiet": [("quiet", "id", "quiet")]}
    assert [element.id for element in found.without_fate()] == ["clean", "dredging"]


def test_former_id_continues_too(plan_of: PlanOf) -> None:
    found = lineage(plan_of, "themes:\n  - {id: calm, title: C, was: [hushed, quiet]}\n")
    assert told(found) == {"quiet": [("calm", "was", "[hushed, quiet]")]}


def test_splits_merges_and_other_kinds(plan_of: PlanOf) -> None:
    later = """\
themes:
  - {id: calm, title: Calm, succeeds: [quiet, clean]}
programmes:
  - {id: channel, title: Channel, succeeds: [dredging]}
  - {id: pilots, title: Pilots, succeeds: [dredging]}
"""
    found = lineage(plan_of, later)
    assert told(found) == {
        "quiet": [("calm", "succeeds", "quiet")],
        "clean": [("calm", "succeeds", "clean")],
        "dredging": [("channel", "succeeds", "dredging"), ("pilots", "succeeds", "dredging")],
    }
    assert found.without_fate() == []


def test_an_empty_list_denies_it_and_a_list_says_all(plan_of: PlanOf) -> None:
    later = """\
themes:
  - {id: quiet, title: Quiet, succeeds: []}
  - {id: clean, title: Clean, succeeds: [dredging]}
retired:
  - {element: clean, fate: completed}
"""
    found = lineage(plan_of, later)
    assert told(found) == {"dredging": [("clean", "succeeds", "dredging")]}
    assert [element.id for element in found.without_fate()] == ["quiet"]


def test_what_is_no_commitment_needs_no_fate(plan_of: PlanOf) -> None:
    assert [one.kind_ for one in lineage(plan_of, "").without_fate()] == ["theme", "theme", "action_line"]


def test_what_lay_in_something_that_is_retired_ended_with_it(plan_of: PlanOf) -> None:
    lay = "    outcomes: [{id: deep, title: Deep, indicators: [{id: depth, title: Depth}]}]\n"
    earlier = index(plan_of, f"action_lines:\n  - id: dredging\n    title: Dredging\n{lay}")
    retired = "retired: [{element: deep, fate: completed}]\n"
    found = Lineage(earlier, index(plan_of, retired))
    assert [element.id for element in found.without_fate()] == ["dredging"]


def test_an_id_that_is_named_twice_counts_once(plan_of: PlanOf) -> None:
    found = lineage(plan_of, "themes: [{id: calm, title: Calm, succeeds: [quiet, clean, quiet]}]\n")
    assert told(found) == {"quiet": [("calm", "succeeds", "quiet")], "clean": [("calm", "succeeds", "clean")]}
    first, *_ = found.successions["quiet"]
    assert first.span.column == len("themes: [{id: calm, title: Calm, succeeds: [") + 1
