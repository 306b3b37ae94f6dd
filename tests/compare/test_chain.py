"""What became of commitments over several plans, each of which names the one before."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from stratkit.check.comparison import Comparison, compare
from stratkit.compare.chain import chain
from stratkit.compare.dispositions import Disposition
from stratkit.load.audience import for_audience
from stratkit.load.snapshot import plan_at
from stratkit.load.workspace import Workspace, open_workspace

WAY = {"b": "../a", "c": "../b", "d": "../c"}
"""What each plan names as `previous`, unless a case says otherwise."""


class Case(NamedTuple):
    """The bodies of the plans by their folders, and the fates of the first one's commitments in the last.

    A fate reads: id, fate, `> heir (how it is known, by way of which ids in the plans between)`, `at` where
    it ended on the way, `in` the plan that says so, `with` what it lay in, and `?` what may continue it.
    """

    plans: dict[str, str]
    fates: list[str]
    previous: Mapping[str, str] = {}
    heads: Mapping[str, str] = {}


QUIET = "themes: [{id: quiet, title: Quiet}]"
HUSH = "themes: [{id: hush, title: Less noise, succeeds: [quiet]}]"
CALM = "themes: [{id: calm, title: Calm streets, succeeds: [hush]}]"
NOTHING = "vision: Another.\n"

CASES: dict[str, Case] = {
    # over two steps and more
    "continued over two steps": Case(
        {"a": QUIET, "b": HUSH, "c": CALM}, ["quiet reworded > calm (succeeds, hush)"]
    ),
    "over three": Case(
        {"a": QUIET, "b": HUSH, "c": CALM, "d": "themes: [{id: calm, title: Quiet}]"},
        ["quiet continued > calm (id, hush, calm)"],
    ),
    "by the id all along": Case(
        {"a": QUIET, "b": QUIET, "c": QUIET}, ["quiet continued > quiet (id, quiet)"]
    ),
    "by an id that the element between had": Case(
        {"a": QUIET, "b": "themes: [{id: hush, title: Hush, was: [quiet]}]", "c": CALM},
        ["quiet reworded > calm (succeeds, hush)"],
    ),
    "by a title that the next one kept": Case(
        {"a": QUIET, "b": "themes: [{id: hush, title: Quiet}]", "c": CALM},
        ["quiet reworded > calm (succeeds, hush)"],
    ),
    "across kinds": Case(
        {"a": QUIET, "b": "programmes: [{id: hush, title: Hush, succeeds: [quiet]}]", "c": CALM},
        ["quiet reworded > calm (succeeds, hush)"],
    ),
    "an id of the plan between is not one of the first": Case(
        {"a": f"{QUIET}\nprogrammes: [{{id: hush, title: A choir}}]", "b": HUSH, "c": CALM},
        ["quiet reworded > calm (succeeds, hush)", "hush unsaid"],
    ),
    # splits and mergers
    "split at the first step": Case(
        {
            "a": QUIET,
            "b": "themes: [{id: day, title: Day, succeeds: [quiet]}, {id: night, title: Night, "
            "succeeds: [quiet]}]",
            "c": "themes: [{id: night, title: Night}, {id: noon, title: Noon, succeeds: [day]}]",
        },
        ["quiet split > night (id, night) > noon (succeeds, day)"],
    ),
    "split at both": Case(
        {
            "a": QUIET,
            "b": "themes: [{id: day, title: Day, succeeds: [quiet]}, {id: night, title: Night, "
            "succeeds: [quiet]}]",
            "c": "themes: [{id: one, title: One, succeeds: [day]}, {id: two, title: Two, succeeds: [day]}, "
            "{id: night, title: Night}]",
        },
        ["quiet split > one (succeeds, day) > two (succeeds, day) > night (id, night)"],
    ),
    "split, then merged, is one again": Case(
        {
            "a": QUIET,
            "b": "themes: [{id: day, title: Day, succeeds: [quiet]}, {id: night, title: Night, "
            "succeeds: [quiet]}]",
            "c": "themes: [{id: calm, title: Quiet, succeeds: [day, night]}]",
        },
        ["quiet continued > calm (succeeds, day+night)"],
    ),
    "merged at the second step": Case(
        {
            "a": "themes: [{id: quiet, title: Quiet}, {id: clean, title: Clean}]",
            "b": "themes: [{id: hush, title: Hush, succeeds: [quiet]}, {id: clean, title: Clean}]",
            "c": "themes: [{id: green, title: Green, succeeds: [hush, clean]}]",
        },
        ["quiet merged > green (succeeds, hush)", "clean merged > green (succeeds, clean)"],
    ),
    "merged with what is new in the plan between": Case(
        {
            "a": QUIET,
            "b": f"{QUIET}\nprogrammes: [{{id: trees, title: Trees}}]",
            "c": "themes: [{id: green, title: Green, succeeds: [quiet, trees]}]",
        },
        ["quiet reworded > green (succeeds, quiet)"],
    ),
    "a part is lost, a part goes on": Case(
        {
            "a": QUIET,
            "b": "themes: [{id: day, title: Day, succeeds: [quiet]}, {id: night, title: Night, "
            "succeeds: [quiet]}]",
            "c": "themes: [{id: night, title: Quiet}]",
        },
        ["quiet continued > night (id, night) at b day"],
    ),
    # retired
    "retired at the first step": Case(
        {"a": QUIET, "b": "retired: [{element: quiet, fate: dropped, reason: Too dear.}]", "c": NOTHING},
        ["quiet dropped in b: Too dear."],
    ),
    "retired at the first step, and there again": Case(
        {"a": QUIET, "b": "retired: [{element: quiet, fate: completed}]", "c": QUIET},
        ["quiet completed in b"],
    ),
    "retired at the second step": Case(
        {"a": QUIET, "b": HUSH, "c": "retired: [{element: hush, fate: transferred, reason: To the city.}]"},
        ["quiet transferred at b hush in c: To the city."],
    ),
    "an id retired at the second step is not one of the first": Case(
        {
            "a": "themes: [{id: quiet, title: Quiet}, {id: loud, title: Loud}]",
            "b": "themes: [{id: loud, title: Not so loud, succeeds: [quiet]}]",
            "c": "retired: [{element: loud, fate: completed}]",
        },
        ["quiet completed at b loud in c", "loud unsaid"],
    ),
    "split, and all parts are retired: the worst counts": Case(
        {
            "a": QUIET,
            "b": "themes: [{id: day, title: Day, succeeds: [quiet]}, {id: night, title: Night, "
            "succeeds: [quiet]}]",
            "c": "retired: [{element: day, fate: completed}, {element: night, fate: dropped}]",
        },
        ["quiet dropped at b day at b night in c"],
    ),
    "split, and of a part nothing is said": Case(
        {
            "a": QUIET,
            "b": "themes: [{id: day, title: Day, succeeds: [quiet]}, {id: night, title: Night, "
            "succeeds: [quiet]}]",
            "c": "retired: [{element: day, fate: completed}]",
        },
        ["quiet unsaid at b day at b night"],
    ),
    "parts that are retired at different steps": Case(
        {
            "a": QUIET,
            "b": "themes: [{id: day, title: Day, succeeds: [quiet]}, {id: night, title: Night, "
            "succeeds: [quiet]}]",
            "c": "themes: [{id: night, title: Night}]\nretired: [{element: day, fate: completed}]",
            "d": "retired: [{element: night, fate: completed}]",
        },
        ["quiet completed at b day at c night in c"],
    ),
    "retired with what it lay in then": Case(
        {
            "a": "action_lines: [{id: city, title: City, outcomes: [{id: lamps, title: Lamps}]}]",
            "b": "action_lines: [{id: town, title: Town, succeeds: [city], outcomes: [{id: lamps, "
            "title: Lamps}]}]",
            "c": "retired: [{element: town, fate: dropped, reason: Too dear.}]",
        },
        ["city dropped at b town in c: Too dear.", "lamps dropped at b lamps with town in c: Too dear."],
    ),
    "not with what it lay in no more": Case(
        {
            "a": "action_lines: [{id: city, title: City, outcomes: [{id: lamps, title: Lamps}]}]",
            "b": "action_lines: [{id: city, title: City}, {id: port, title: Port, outcomes: [{id: lamps, "
            "title: Lamps}]}]",
            "c": "action_lines: [{id: port, title: Port}]\nretired: [{element: city, fate: dropped}]",
        },
        ["city dropped at b city in c", "lamps unsaid at b lamps"],
    ),
    "lost before what it lay in was retired": Case(
        {
            "a": "action_lines: [{id: city, title: City, outcomes: [{id: lamps, title: Lamps}]}]",
            "b": "action_lines: [{id: city, title: City}]",
            "c": "retired: [{element: city, fate: completed}]",
        },
        ["city completed at b city in c", "lamps unsaid"],
    ),
    "retired with what it lay in at the first step": Case(
        {
            "a": "action_lines: [{id: city, title: City, outcomes: [{id: lamps, title: Lamps}]}]",
            "b": "retired: [{element: city, fate: dropped}]",
            "c": NOTHING,
        },
        ["city dropped in b", "lamps dropped with city in b"],
    ),
    # lost
    "lost at the first step": Case({"a": QUIET, "b": NOTHING, "c": NOTHING}, ["quiet unsaid"]),
    "lost at the second": Case({"a": QUIET, "b": HUSH, "c": NOTHING}, ["quiet unsaid at b hush"]),
    "lost at the third": Case({"a": QUIET, "b": HUSH, "c": CALM, "d": NOTHING}, ["quiet unsaid at c calm"]),
    "what succeeds an id of the first plan succeeds nothing": Case(
        {"a": QUIET, "b": NOTHING, "c": HUSH}, ["quiet unsaid"]
    ),
    # taken up again
    "taken up again by its id": Case(
        {"a": QUIET, "b": NOTHING, "c": QUIET}, ["quiet continued > quiet (id, -)"]
    ),
    "by a former id": Case(
        {"a": QUIET, "b": NOTHING, "c": "themes: [{id: calm, title: Calm, was: [quiet]}]"},
        ["quiet reworded > calm (was, -)"],
    ),
    "by its title": Case(
        {"a": QUIET, "b": NOTHING, "c": "themes: [{id: calm, title: Quiet}]"},
        ["quiet continued > calm (title, -)"],
    ),
    "in the plan between, and continued from there": Case(
        {"a": QUIET, "b": NOTHING, "c": QUIET, "d": "themes: [{id: calm, title: Quiet, succeeds: [quiet]}]"},
        ["quiet continued > calm (succeeds, -, quiet)"],
    ),
    "after it had gone on for a while": Case(
        {"a": QUIET, "b": HUSH, "c": QUIET}, ["quiet continued > quiet (id, -)"]
    ),
    "not by what its author says is new": Case(
        {"a": QUIET, "b": NOTHING, "c": "themes: [{id: quiet, title: Quiet, succeeds: []}]"},
        ["quiet unsaid"],
    ),
    "not by what continues something else of the plan between": Case(
        {
            "a": QUIET,
            "b": "themes: [{id: quiet, title: A new choir, succeeds: []}]",
            "c": "themes: [{id: quiet, title: A new choir}]",
        },
        ["quiet unsaid"],
    ),
    # asked
    "what is like it is asked about": Case(
        {
            "a": "outcomes: [{id: maps, title: Air quality maps for the districts}]",
            "b": NOTHING,
            "c": "outcomes: [{id: plans, title: Yearly air quality maps for the districts}]",
        },
        ["maps proposed ? plans ()"],
    ),
    "of what went on for a while by its last name": Case(
        {
            "a": "outcomes: [{id: maps, title: Air quality maps for the districts}]",
            "b": "outcomes: [{id: charts, title: Charts of the air, succeeds: [maps]}]",
            "c": "outcomes: [{id: plans, title: Yearly air quality maps for the districts}]",
        },
        ["maps proposed at b charts ? plans (charts)"],
    ),
    "at once by its own": Case(
        {
            "a": "outcomes: [{id: maps, title: Air quality maps for the districts}]",
            "b": "outcomes: [{id: plans, title: Yearly air quality maps for the districts}]",
        },
        ["maps proposed ? plans (maps)"],
    ),
    "what continues something of the plan between cannot say so": Case(
        {
            "a": "outcomes: [{id: maps, title: Air quality maps for the districts}]",
            "b": "outcomes: [{id: plans, title: Air, succeeds: []}]",
            "c": "outcomes: [{id: plans, title: Yearly air quality maps for the districts}]",
        },
        ["maps proposed ? plans ()"],
    ),
    # what cannot be read
    "what may stand in an unreadable file of the plan between is not lost": Case(
        {"a": QUIET, "b": "!", "c": QUIET.replace("quiet", "calm").replace("Quiet", "Streets")},
        ["quiet unread"],
    ),
    "but what was retired before is": Case(
        {"a": QUIET, "b": HUSH, "c": "retired: [{element: hush, fate: dropped}]", "d": "!"},
        ["quiet dropped at b hush in c"],
    ),
    # without `previous`
    "without `previous` it follows what it is compared with": Case(
        {"a": QUIET, "c": HUSH}, ["quiet reworded > hush (succeeds)"], previous={"c": ""}
    ),
}

DETOURS: dict[str, Case] = {
    "`previous` leads elsewhere": Case(
        {"a": f"{QUIET}\nprogrammes: [{{id: hush, title: A choir}}]", "z": HUSH, "c": CALM},
        ["quiet unsaid", "hush unsaid"],
        previous={"c": "../z"},
    ),
    "what is retired is of that plan": Case(
        {"a": QUIET, "z": QUIET, "c": "retired: [{element: quiet, fate: dropped}]"},
        ["quiet unsaid"],
        previous={"c": "../z"},
    ),
    "ids and titles count": Case(
        {
            "a": "themes: [{id: quiet, title: Quiet}, {id: clean, title: Clean}]",
            "z": NOTHING,
            "c": "themes: [{id: quiet, title: Quiet, succeeds: [loud]}, {id: pure, title: Clean}]",
        },
        ["quiet continued > quiet (id)", "clean continued > pure (title)"],
        previous={"c": "../z"},
    ),
    "likeness asks, and no line could answer": Case(
        {
            "a": "outcomes: [{id: maps, title: Air quality maps for the districts}]",
            "z": NOTHING,
            "c": "outcomes: [{id: plans, title: Yearly air quality maps for the districts}]",
        },
        ["maps proposed ? plans ()"],
        previous={"c": "../z"},
    ),
    "the plan between names none": Case(
        {"a": QUIET, "b": HUSH, "c": CALM}, ["quiet unsaid"], previous={"b": ""}
    ),
    "the plan between is not there": Case({"a": QUIET, "c": HUSH}, ["quiet unsaid"]),
    "its head cannot be read": Case(
        {"a": QUIET, "b": HUSH, "c": CALM}, ["quiet unsaid"], heads={"b": "plan: [\n"}
    ),
    "the plans name each other": Case(
        {"a": QUIET, "b": HUSH, "c": CALM}, ["quiet unsaid"], previous={"b": "../c"}
    ),
    "the plan names itself": Case({"a": QUIET, "c": HUSH}, ["quiet unsaid"], previous={"c": "../c"}),
}


def laid(case: Case, folder: Path) -> dict[str, Path]:
    """The plans of a case in a project; `!` in a body is a further file that cannot be read."""
    (folder / "stratkit.yaml").touch()
    for name, body in case.plans.items():
        head = {"id": name, "title": name.upper(), "organization": {"name": "O"}}
        if previous := case.previous.get(name, WAY.get(name, "")):
            head["previous"] = previous
        here = folder / name
        here.mkdir()
        written = case.heads.get(name, f"plan: {json.dumps(head)}\n")
        (here / "plan.yaml").write_text(f"format: 1\n{written}{body.removesuffix('!')}", encoding="utf-8")
        if body.endswith("!"):
            (here / "more.yaml").write_text("themes: [", encoding="utf-8")
    return {name: folder / name for name in case.plans}


def compared(case: Case, folder: Path) -> Comparison:
    """The first plan and the last one of a case."""
    paths = list(laid(case, folder).values())
    return compare(open_workspace(paths[0], folder), open_workspace(paths[-1], folder))


def told(one: Disposition, comparison: Comparison) -> str:
    """A fate as the table has it."""
    return " ".join((one.element.id, one.fate, *_parts(one, comparison)))


def _parts(one: Disposition, comparison: Comparison) -> Iterator[str]:
    for match in one.heirs:
        ways = ("+".join(each.id for each in way) or "-" for way in match.through)
        yield f"> {match.new.id} ({', '.join((match.by, *ways))})"
    for ending in one.reached:
        yield f"at {_id(ending.plan)} {ending.element.id}"
        if ending.within:
            yield f"with {ending.within.id}"
    if one.through:
        yield f"with {one.through.id}"
    if one.retirement:
        assert one.retired_in
        yield f"in {_id(one.retired_in)}{f': {one.retirement.reason}' if one.retirement.reason else ''}"
    if one.proposal:
        answer = comparison.difference.matching.answers[one.proposal.new.id]
        yield f"? {one.proposal.new.id} ({', '.join(answer)})"


def _id(workspace: Workspace) -> str:
    return workspace.header.id if workspace.header else ""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_fates_are_followed_through_the_plans_between(case: Case, tmp_path: Path) -> None:
    found = compared(case, tmp_path)
    assert [told(one, found) for one in found.dispositions] == case.fates
    assert found.difference.matching.detour is None
    assert [_id(one) for one in found.difference.matching.between] == [*case.plans][1:-1]


@pytest.mark.parametrize("case", DETOURS.values(), ids=DETOURS)
def test_what_is_said_of_another_plan_is_not_taken_for_this_one(case: Case, tmp_path: Path) -> None:
    found = compared(case, tmp_path)
    matching = found.difference.matching
    assert [told(one, found) for one in found.dispositions] == case.fates
    assert matching.between == ()
    assert matching.detour
    assert matching.detour.text.strip('"') == case.previous.get("c", WAY["c"])
    assert matching.detour.path == "c/plan.yaml"


@pytest.mark.parametrize("case", [*CASES.values(), *DETOURS.values()], ids=[*CASES, *DETOURS])
def test_changes_agree_with_the_fates(case: Case, tmp_path: Path) -> None:
    found = compared(case, tmp_path)
    kinds: dict[str, set[str]] = {}
    for change in found.difference.changes:
        if change.old and "id" in vars(change.old):
            kinds.setdefault(vars(change.old)["id"], set()).add(change.kind)
    for one in found.dispositions:
        ended = kinds.get(one.element.id, set()) & {"removed", "retired"}
        if one.heirs or one.fate == "unread":
            assert ended == set()
        elif one.retirement and not (one.through or any(each.within for each in one.reached)):
            assert ended == {"retired"}
        assert (one.element.id in found.difference.retirements) == ("retired" in ended)


def test_a_match_shows_what_says_so_in_the_new_plan(tmp_path: Path) -> None:
    found = compared(CASES["over three"], tmp_path)
    (match,) = found.difference.matching.matches
    assert (match.span.path, match.span.text) == ("d/plan.yaml", "calm")


def test_a_retirement_shows_where_it_stands(tmp_path: Path) -> None:
    found = compared(CASES["retired at the first step"], tmp_path)
    (place,) = (change.to for change in found.difference.changes if change.kind == "retired")
    assert place
    assert place.path == "b/plan.yaml"


def test_our_reading_counts_at_whichever_step(tmp_path: Path) -> None:
    read = "themes: [{id: hush, title: Hush, succeeds: [quiet], reading: [succeeds], reading_note: Ours.}]"
    cases = {
        CALM: ["hush"],
        "themes: [{id: hush, title: Hush}]": ["hush"],
        "retired: [{element: hush, fate: dropped}]": ["hush"],
        NOTHING: [],
    }
    for number, (last, expected) in enumerate(cases.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        (one,) = compared(Case({"a": QUIET, "b": read, "c": last}, []), folder).dispositions
        assert [vars(each)["id"] for each in one.interpreted] == expected


def test_a_plan_of_the_same_id_is_another_cycle_if_previous_leads_to_it(tmp_path: Path) -> None:
    heads = {
        name: f"plan: {{id: plan, title: A, organization: {{name: O}}{previous}}}\n"
        for name, previous in (("a", ""), ("b", ", previous: ../a"), ("c", ", previous: ../b"))
    }
    case = Case({"a": QUIET, "b": HUSH, "c": CALM}, [], heads=heads)
    found = compared(case, tmp_path)
    assert not found.difference.matching.revised
    assert [told(one, found) for one in found.dispositions] == ["quiet reworded > calm (succeeds, hush)"]
    a, b, c = (open_workspace(tmp_path / name, tmp_path) for name in "abc")
    assert [chain(*pair).revised for pair in ((a, a), (c, c), (c, a), (b, c))] == [True, True, True, False]


def test_what_an_audience_may_not_see_is_gone_between_too(tmp_path: Path) -> None:
    case = Case(
        {
            "a": "themes: [{id: quiet, title: Quiet}, {id: clean, title: Clean}]",
            "b": "themes: [{id: hush, title: Hush, succeeds: [quiet], audience: [staff]}, "
            "{id: pure, title: Pure, succeeds: [clean]}]",
            "c": NOTHING,
        },
        [],
    )
    paths = laid(case, tmp_path)
    old, new = (open_workspace(paths[name], tmp_path) for name in ("a", "c"))
    for one in (new, new.after(old)):  # be it shown beside the older plan, as in documents, or not
        found = compare(for_audience(old, "public"), for_audience(one, "public"))
        fates = [told(each, found) for each in found.dispositions]
        assert fates == ["quiet unsaid", "clean unsaid at b pure"]


def test_revisions_of_git_lie_in_trees_of_their_own(tmp_path: Path) -> None:
    case = CASES["continued over two steps"]
    paths = laid(case, tmp_path)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"]):
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)
    now = {name: open_workspace(path, tmp_path) for name, path in paths.items()}
    with plan_at(paths["a"], "HEAD") as old, plan_at(paths["c"], "HEAD") as new:
        for pair in ((old, new), (old, now["c"]), (now["a"], new)):
            found = compare(*pair)
            assert [told(one, found) for one in found.dispositions] == case.fates
            (between,) = found.difference.matching.between
            assert between.door.revision == pair[1].door.revision
        revised = compare(new, now["c"]).difference.matching
        assert (revised.revised, revised.between, revised.detour) == (True, (), None)
        for pair in ((old, now["b"]), (now["b"], new)):
            assert chain(*pair) == chain(now["a"], now["b"])
        detour = chain(now["b"], old)
        assert (detour.revised, detour.detour) == (False, None)


def test_the_real_cycles(root: Path) -> None:
    plans = root / "plans"
    old, new = (
        open_workspace(plans / f"cities-alliance-{years}", root) for years in ("2014-2017", "2022-2025")
    )
    found = compare(old, new)
    assert [_id(one) for one in found.difference.matching.between] == ["cities-alliance-2018-2021"]
    fates = [told(one, found) for one in found.dispositions]
    between = "at cities-alliance-2018-2021"
    assert [one for one in fates if not one.endswith(" unsaid")] == [
        f"gender-mainstreamed unsaid {between} gender-equality",
        f"equitable-economic-growth unsaid {between} equitable-economic-growth",
        f"gender-equality unsaid {between} gender-equality",
        f"services-to-the-poor unsaid {between} improved-services",
        f"country-programmes unsaid {between} country-programmes",
    ]
    assert found.headline.silent == len(fates) == 30
    backwards = compare(new, old)
    assert {one.fate for one in backwards.dispositions} == {"unsaid"}
    assert backwards.difference.matching.detour is None
