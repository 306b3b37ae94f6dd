"""Changes that only follow from others."""

from collections.abc import Callable

from stratkit.compare.consequences import consequences
from stratkit.compare.difference import Difference, difference
from stratkit.compare.fingerprints import fingerprints
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]
NEXT = "format: 1\nplan: {id: next, title: Next, organization: {name: A network}}\n"
EARLIER = """\
themes: [{id: quiet, title: Quiet}, {id: clean, title: Clean}]
outcome_kinds: [{id: effects, title: Effects}]
challenges: [{id: silt, title: Silt, focus_areas: [{id: sand, title: Sand}]}]
outcomes: [{id: deep, title: Deep quays, themes: [quiet, clean], kinds: [effects], challenges: [sand]}]
"""
LATER = """\
themes: [{id: clean, title: Clean}, {id: fair, title: Fair}]
outcome_kinds: [{id: results, title: Results}]
challenges: [{id: noise, title: Noise, focus_areas: [{id: horns, title: Horns}]}]
outcomes: [{id: deep, title: Deep quays, themes: [fair], kinds: [results], challenges: [horns]}]
"""


def followed(found: Difference) -> dict[str, str]:
    names = dict(zip(map(id, found.changes), fingerprints(found.changes), strict=True))
    return {names[name]: names[id(cause)] for name, cause in consequences(found.changes).items()}


def test_links_follow_what_they_led_to(plan_of: PlanOf) -> None:
    assert followed(difference(plan_of(EARLIER), plan_of(LATER, header=NEXT))) == {
        "unlinked:deep:themes:quiet": "removed:quiet",
        "unlinked:deep:kinds:effects": "removed:effects",
        "linked:deep:kinds:results": "added:results",
        "unlinked:deep:challenges:sand": "removed:silt",
        "linked:deep:challenges:horns": "added:noise",
    }


def test_a_link_to_a_new_theme_or_from_one_that_stays_is_a_decision(plan_of: PlanOf) -> None:
    found = difference(plan_of(EARLIER), plan_of(LATER, header=NEXT))
    names = set(fingerprints(found.changes)) - set(followed(found))
    assert {"linked:deep:themes:fair", "unlinked:deep:themes:clean"} <= names


def test_what_was_retired_takes_its_links_along(plan_of: PlanOf) -> None:
    later = LATER + "retired: [{element: quiet, fate: completed}]\n"
    found = followed(difference(plan_of(EARLIER), plan_of(later, header=NEXT)))
    assert found["unlinked:deep:themes:quiet"] == "retired:quiet"
