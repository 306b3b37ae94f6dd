"""Which elements of a plan continue which ones of another, and how that is known."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.compare.chain import chain
from stratkit.compare.folding import fold
from stratkit.compare.matching import Matching, matching
from stratkit.compare.proposals import ENOUGH
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.element import Element

PlanOf = Callable[..., Workspace]
HEADER = "format: 1\nplan: {{id: {}, title: A plan, organization: {{name: A network}}}}\n"
Elements = list[tuple[Any, ...]]
"""Elements in brief: the list they stand in, id, title, and further keys."""

LONG = "sustainable " * 417
MAPS = "Publish air quality maps for the districts"
NEED = "Nobody knows today which streets have the worst air, and the schools ask for it every winter."

CYCLES: dict[str, tuple[Elements, Elements, list[str]]] = {
    # as authors say
    "one succeeds another": (
        [("themes", "quiet", "Quiet")],
        [("themes", "calm", "Calm", {"succeeds": ["quiet"]})],
        ["succeeds quiet calm"],
    ),
    "across kinds": (
        [("action_lines", "quiet", "Quiet")],
        [("themes", "calm", "Calm", {"succeeds": ["quiet"]})],
        ["succeeds quiet calm"],
    ),
    "a split": (
        [("themes", "city", "The city")],
        [
            ("themes", "streets", "Streets", {"succeeds": ["city"]}),
            ("themes", "squares", "Squares", {"succeeds": ["city"]}),
        ],
        ["succeeds city streets", "succeeds city squares"],
    ),
    "a split that keeps a part under the old id": (
        [("themes", "city", "The city")],
        [("themes", "city", "The city"), ("themes", "squares", "Squares", {"succeeds": ["city"]})],
        ["id city city", "succeeds city squares"],
    ),
    "a merger": (
        [("themes", "streets", "Streets"), ("themes", "squares", "Squares")],
        [("themes", "city", "The city", {"succeeds": ["streets", "squares"]})],
        ["succeeds streets city", "succeeds squares city"],
    ),
    "a former id": (
        [("themes", "quiet", "Quiet")],
        [("themes", "calm", "Calm", {"was": ["quiet"]})],
        ["was quiet calm"],
    ),
    "what succeeds one is not sought elsewhere by its title": (
        [("themes", "quiet", "Quiet"), ("themes", "calm", "Calm")],
        [("themes", "silence", "Calm", {"succeeds": ["quiet"]})],
        ["succeeds quiet silence", "gone calm"],
    ),
    "an empty list denies id, title and likeness": (
        [("themes", "quiet", "Quiet streets at night")],
        [("themes", "quiet", "Quiet streets at night", {"succeeds": []})],
        ["gone quiet", "added quiet"],
    ),
    "what succeeds something unknown is proposed nowhere": (
        [("themes", "quiet", "Quiet")],
        [("themes", "calm", "Quiet", {"succeeds": ["quite"]})],
        ["gone quiet", "added calm"],
    ),
    "what is retired is sought nowhere": (
        [("themes", "quiet", "Quiet")],
        [("themes", "calm", "Quiet"), ("retired", "quiet")],
        ["gone quiet", "added calm"],
    ),
    "but it goes on if it is there": (
        [("themes", "quiet", "Quiet")],
        [("themes", "quiet", "Quiet"), ("retired", "quiet")],
        ["id quiet quiet"],
    ),
    "what is succeeded and retired is both": (
        [("themes", "quiet", "Quiet")],
        [("themes", "calm", "Calm", {"succeeds": ["quiet"]}), ("retired", "quiet")],
        ["succeeds quiet calm"],
    ),
    # by id and kind
    "the same id and kind, whatever the title": (
        [("themes", "quiet", "Quiet")],
        [("themes", "quiet", "Harbours and ferries")],
        ["id quiet quiet"],
    ),
    "the same id of another kind and title is another": (
        [("themes", "quiet", "Quiet")],
        [("programmes", "quiet", "Ferries")],
        ["gone quiet", "added quiet"],
    ),
    "the same id and title of another kind is a question": (
        [("action_lines", "quiet", "Quiet streets")],
        [("themes", "quiet", "Quiet streets and squares")],
        ["? quiet quiet", "gone quiet", "added quiet"],
    ),
    "the id goes before the title": (
        [("themes", "a", "Streets"), ("themes", "b", "Squares")],
        [("themes", "a", "Squares"), ("themes", "b", "Streets")],
        ["id a a", "id b b"],
    ),
    # by title
    "the same title": ([("themes", "a", "Streets")], [("themes", "b", "Streets")], ["title a b"]),
    "case, accents, marks and spaces do not count": (
        [("themes", "a", "Égalité : l’accès à l'eau")],
        [("themes", "b", "EGALITE, L'ACCÈS  à l’Eau.")],
        ["title a b"],
    ),
    "hyphens do not count": (
        [("themes", "a", "Well-being and co-operation")],
        [("themes", "b", "Wellbeing and cooperation")],
        ["title a b"],
    ),
    "points between figures do": (
        [("themes", "a", "Line 1.1")],
        [("themes", "b", "Line 11")],
        ["gone a", "added b"],
    ),
    "the same title twice is a question in the order of the plans": (
        [("themes", "a", "Streets"), ("themes", "b", "Streets")],
        [("themes", "c", "Streets"), ("themes", "d", "Streets")],
        ["? a c", "? b d", "gone a", "gone b", "added c", "added d"],
    ),
    "twice in one plan too, even if one of them is known": (
        [("themes", "a", "Streets"), ("themes", "b", "Streets")],
        [("themes", "a", "Streets"), ("themes", "d", "Streets")],
        ["id a a", "? b d", "gone b", "added d"],
    ),
    "the same title of another kind is a question": (
        [("action_lines", "a", "Streets")],
        [("themes", "b", "Streets")],
        ["? a b", "gone a", "added b"],
    ),
    "people by their name": (
        [("stakeholders", "a", "Ana Pérez")],
        [("stakeholders", "b", "ANA PEREZ")],
        ["title a b"],
    ),
    # by likeness
    "a word more": (
        [("outcomes", "a", MAPS)],
        [("outcomes", "b", "Publish yearly air quality maps for the districts")],
        ["? a b", "gone a", "added b"],
    ),
    "another order and spelling": (
        [("outcomes", "a", "Harmonise the programmes of neighbourhood centres")],
        [("outcomes", "b", "Neighborhood centers: harmonize the programs")],
        ["? a b", "gone a", "added b"],
    ),
    "another promise in the same frame": (
        [("outcomes", "a", "Publication of the tenancy charters in Easthaven")],
        [("outcomes", "b", "Publication of the flood maps in Easthaven")],
        ["gone a", "added b"],
    ),
    "a text that agrees helps": (
        [("outcomes", "a", MAPS, {"text": NEED})],
        [("outcomes", "b", "Air quality known street by street", {"summary": NEED})],
        ["? a b", "gone a", "added b"],
    ),
    "without it that is too little": (
        [("outcomes", "a", MAPS)],
        [("outcomes", "b", "Air quality known street by street")],
        ["gone a", "added b"],
    ),
    "another kind takes more likeness": (
        [("programmes", "a", "Air quality maps for districts")],
        [("themes", "b", "Air quality maps for the young")],
        ["gone a", "added b"],
    ),
    "a pillar that became a theme": (
        [("action_lines", "a", "Equality and work for women")],
        [("themes", "b", "Equality and work for all women")],
        ["? a b", "gone a", "added b"],
    ),
    "an indicator becomes no promise": (
        [("indicators", "a", "Streets that are lit")],
        [("outcomes", "b", "Streets that are lit")],
        ["gone a", "added b"],
    ),
    "each is proposed once, the likeliest first": (
        [("outcomes", "a", MAPS), ("outcomes", "b", "Publish water quality maps for the districts")],
        [
            ("outcomes", "c", "Publish the water quality maps for the districts"),
            ("outcomes", "d", "Publish the air quality maps for the districts"),
        ],
        ["? a d", "? b c", "gone a", "gone b", "added c", "added d"],
    ),
    "so is one with a point": (
        [("action_lines", "a", "Line 1.1"), ("action_lines", "b", "Line 1.2")],
        [("action_lines", "c", "Line 2.1"), ("action_lines", "d", "Line 3.2")],
        ["gone a", "gone b", "added c", "added d"],
    ),
    "a number is another number": (
        [("updates", "a", "Report 2019")],
        [("updates", "b", "Report 2020")],
        ["gone a", "added b"],
    ),
    # hostile and foreign
    "titles without a word are nobody’s": (
        [("themes", "a", "…"), ("themes", "b", "—")],
        [("themes", "c", "…"), ("themes", "d", "!")],
        ["gone a", "gone b", "added c", "added d"],
    ),
    "reports without a title": ([("updates", "a", None)], [("updates", "b", None)], ["gone a", "added b"]),
    "very long titles": (
        [("themes", "a", LONG)],
        [("themes", "b", LONG + "growth")],
        ["? a b", "gone a", "added b"],
    ),
    "a very long word": (
        [("themes", "a", "x" * 5_000)],
        [("themes", "b", "y" * 5_000)],
        ["gone a", "added b"],
    ),
    "one word in two forms": (
        [("themes", "a", "Partnership")],
        [("themes", "b", "Partnerships")],
        ["? a b", "gone a", "added b"],
    ),
    "two short words that look alike": (
        [("themes", "a", "War")],
        [("themes", "b", "Water")],
        ["gone a", "added b"],
    ),
    "Arabic without its vowel signs": (
        [("themes", "a", "المُدُن المستدامة")],
        [("themes", "b", "المدن المستدامـة")],
        ["title a b"],
    ),
    "Arabic with a word more": (
        [("outcomes", "a", "تعزيز قدرات المدن على تقديم الخدمات")],
        [("outcomes", "b", "تعزيز قدرات المدن الصغيرة على تقديم الخدمات")],
        ["? a b", "gone a", "added b"],
    ),
    "Chinese has no spaces": (
        [("outcomes", "a", "提高城市住房的可负担性"), ("outcomes", "x", "公共交通网络建设")],
        [("outcomes", "b", "提高城市住房可负担性")],
        ["? a b", "gone a", "gone x", "added b"],
    ),
    "vowels of Hindi are no accents": (
        [("themes", "a", "कल")],
        [("themes", "b", "कुल")],
        ["gone a", "added b"],
    ),
    "letters of two writings are not alike": (
        [("themes", "a", "Housing")],
        [("themes", "b", "Жильё")],
        ["gone a", "added b"],
    ),
    "in the language that both have": (
        [("themes", "a", {"en": "Streets", "fr": "Rues"})],
        [("themes", "b", "Streets")],
        ["title a b"],
    ),
}

REVISIONS: dict[str, tuple[Elements, Elements, list[str]]] = {
    "what it succeeds is of another plan": (
        [("themes", "a", "Streets"), ("themes", "b", "Squares", {"succeeds": ["a"]})],
        [("themes", "b", "Squares", {"succeeds": ["a"]}), ("themes", "c", "Streets", {"succeeds": []})],
        ["id b b", "title a c"],
    ),
    "so is what it retires": (
        [("themes", "a", "Streets")],
        [("themes", "a", "Streets"), ("retired", "a")],
        ["id a a"],
    ),
    "a former id": (
        [("themes", "a", "Streets")],
        [("themes", "b", "Squares", {"was": ["a"]})],
        ["was a b"],
    ),
}


def body(elements: Elements) -> str:
    lists: dict[str, list[dict[str, Any]]] = {}
    for where, name, *said in elements:
        if where == "retired":
            one = {"element": name, "fate": "dropped"}
        else:
            key = "name" if where == "stakeholders" else "title"
            one = {"id": name, **({key: said[0]} if said[0] else {}), **(said[1] if said[1:] else {})}
        lists.setdefault(where, []).append(one)
    return "".join(f"{key}: {json.dumps(items, ensure_ascii=False)}\n" for key, items in lists.items())


def told(found: Matching) -> list[str]:
    return [
        *(f"{one.by} {one.old.id} {one.new.id}" for one in found.matches),
        *(f"? {one.old.id} {one.new.id}" for one in found.proposals),
        *(f"gone {one.id}" for one in found.gone),
        *(f"added {one.id}" for one in found.added),
    ]


def opened(plan_of: PlanOf, elements: Elements, name: str) -> Workspace:
    workspace = plan_of(body(elements), header=HEADER.format(name))
    assert not {problem.code for problem in workspace.problems} - {"missing-file"}, workspace.problems
    return workspace


@pytest.mark.parametrize(("old", "new", "expected"), CYCLES.values(), ids=CYCLES)
def test_two_cycles(plan_of: PlanOf, old: Elements, new: Elements, expected: list[str]) -> None:
    found = matching(opened(plan_of, old, "before"), opened(plan_of, new, "after"))
    assert sorted(told(found)) == sorted(expected)
    assert not found.revised


@pytest.mark.parametrize(("old", "new", "expected"), REVISIONS.values(), ids=REVISIONS)
def test_two_revisions(plan_of: PlanOf, old: Elements, new: Elements, expected: list[str]) -> None:
    found = matching(opened(plan_of, old, "same"), opened(plan_of, new, "same"))
    assert sorted(told(found)) == sorted(expected)
    assert found.revised
    assert found.retirements == {}


def test_each_match_shows_what_says_so(plan_of: PlanOf) -> None:
    old: Elements = [("themes", name, name.title()) for name in ("aa", "bb", "cc", "dd")]
    new: Elements = [
        ("themes", "ee", "Ee", {"succeeds": ["aa"]}),
        ("themes", "ff", "Ff", {"was": ["bb"]}),
        ("themes", "cc", "Cc"),
        ("themes", "gg", "DD"),
    ]
    found = matching(opened(plan_of, old, "before"), opened(plan_of, new, "after"))
    assert [(one.by, one.span.text) for one in found.matches] == [
        ("succeeds", '"aa"'),
        ("was", '["bb"]'),
        ("id", '"cc"'),
        ("title", '"gg"'),
    ]


def test_what_a_plan_has_one_of_goes_on(plan_of: PlanOf) -> None:
    old = plan_of("vision: Quiet.\nmission: To measure.\n", header=HEADER.format("before"))
    new = plan_of("vision: Calm.\nobjective: Less noise.\n", header=HEADER.format("after"))
    found = matching(old, new)
    assert set(found.singles) == {"plan", "organization", "vision"}
    assert found.singles["vision"] == (old.plan.vision, new.plan.vision)
    assert told(found) == []


def test_titles_are_compared_in_a_language_that_both_plans_have(plan_of: PlanOf) -> None:
    def opened_in(language: str, title: dict[str, str], name: str) -> Workspace:
        header = HEADER.format(f"{name}, language: {language}")
        return plan_of(body([("themes", name[0], title)]), header=header)

    old = opened_in("en", {"en": "Streets", "fr": "Rues"}, "before")
    new = opened_in("es", {"es": "Calles", "fr": "Rues"}, "after")
    assert told(matching(old, new)) == ["title b a"]


def test_an_organization_under_another_id_is_neither_gone_nor_added(plan_of: PlanOf) -> None:
    header = "format: 1\nplan: {{id: plan, title: A plan, organization: {{id: {}, name: A network}}}}\n"
    found = matching(plan_of(header=header.format("network")), plan_of(header=header.format("union")))
    assert [one.__dict__["id"] for one in found.singles["organization"]] == ["network", "union"]
    assert told(found) == []


def test_what_cannot_be_read_is_not_called_gone(plan_of: PlanOf) -> None:
    old = opened(plan_of, [("themes", "a", "Streets"), ("outcomes", "b", "Squares lit")], "before")
    header = HEADER.format("after")
    half = plan_of("themes:\n  - {id: a}\n", header=header)
    assert told(matching(old, half)) == ["id a a", "gone b"]
    broken = plan_of("themes:\n  - {id: Not An Id, title: Streets}\n", header=header)
    assert told(matching(old, broken)) == ["gone b"]
    unread = plan_of("", header=header, more="themes: [{id: c, title: Streets}\n")
    assert told(matching(old, unread)) == []
    assert told(matching(unread, old)) == []


def test_a_cycle_that_keeps_the_id_of_the_plan_is_told_by_what_it_names(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    for folder, previous in ((before, ""), (after, "previous: ../before, ")):
        folder.mkdir()
        header = f"plan: {{id: plan, {previous}title: A plan, organization: {{name: A network}}}}\n"
        (folder / "plan.yaml").write_text(f"format: 1\n{header}", encoding="utf-8")
    old, new = (open_workspace(folder, tmp_path) for folder in (before, after))
    assert not chain(old, new).revised
    assert chain(old, old).revised
    assert chain(new, new).revised


@pytest.mark.parametrize(
    "title",
    [lambda _: "Housing for all", lambda number: f"Line {number}", lambda number: f"{LONG} {number}"],
    ids=["equal", "numbered", "long"],
)
def test_hostile_titles_cost_little(title: Callable[[int], str], tmp_path: Path) -> None:
    old, new = (
        written(tmp_path, [("outcomes", f"{side}{number}", title(number)) for number in range(1_000)])
        for side in "ab"
    )
    begin = process_time()
    matching(old, new)
    assert process_time() - begin < 5


def written(folder: Path, elements: Elements) -> Workspace:
    (folder / "plan.yaml").write_text(HEADER.format("same") + body(elements), encoding="utf-8")
    return open_workspace(folder, folder, room=8)


def test_proposals_are_as_good_as_is_asked_for(root: Path) -> None:
    command = (sys.executable, "benchmarks/matching.py", "--seeds", "1", "--runs", "0")
    environment = os.environ | {"PYTHONPATH": "src"}
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    rows = re.findall(r"^ +([1-4]) +540 +([01][.]\d+) .*$", run.stdout, re.MULTILINE)
    assert [strength for strength, _ in rows] == ["1", "2", "3", "4"]
    assert all(float(precision) > 0.9 for _, precision in rows)
    assert "too low" not in run.stdout


WORDS = st.sampled_from(
    ["housing", "homes", "for", "all", "young", "water", "maps", "ماء", "水道", "2030", "…"]
)
TITLES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
PLANS = st.lists(
    st.tuples(
        st.sampled_from(["themes", "programmes", "outcomes", "indicators"]),
        st.sampled_from([f"e{number}" for number in range(12)]),
        TITLES,
        TEXTS.map(lambda text: {"text": text} if text else {}),
    ),
    max_size=10,
    unique_by=lambda one: one[1],
)


def pairs(found: Matching) -> set[tuple[str, str, str, float]]:
    asserted = {(one.by, one.old.id, one.new.id, 1.0) for one in found.matches}
    return asserted | {("?", one.old.id, one.new.id, one.score) for one in found.proposals}


@settings(max_examples=150, deadline=None)
@given(PLANS, PLANS)
def test_without_lineage_all_of_it_mirrors(one: Elements, other: Elements) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = (written(Path(folder), elements) for elements in (one, other))
    onward, back = matching(old, new), matching(new, old)
    assert pairs(back) == {(by, after, before, score) for by, before, after, score in pairs(onward)}
    assert (back.gone, back.added) == (onward.added, onward.gone)


@settings(max_examples=150, deadline=None)
@given(PLANS, PLANS)
def test_every_element_has_one_answer(one: Elements, other: Elements) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = (written(Path(folder), elements) for elements in (one, other))
    found = matching(old, new)
    for side, left, ids in ((old, found.gone, "old"), (new, found.added, "new")):
        matched = [getattr(match, ids).id for match in found.matches]
        proposed = [getattr(each, ids).id for each in found.proposals]
        known = [name for name, one in side.index.elements.items() if isinstance(one, Element)]
        assert sorted([*matched, *(one.id for one in left)]) == sorted(known)
        assert len(set(proposed)) == len(proposed)
        assert set(proposed) <= {one.id for one in left}
    assert all(ENOUGH <= each.score <= 1 for each in found.proposals)


@settings(max_examples=60, deadline=None)
@given(PLANS)
def test_a_plan_continues_itself(elements: Elements) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plan = written(Path(folder), elements)
    found = matching(plan, plan)
    assert [(one.by, one.old.id) for one in found.matches] == [("id", one.new.id) for one in found.matches]
    assert told(found) == [f"id {one.old.id} {one.new.id}" for one in found.matches]


@settings(max_examples=300)
@given(st.text(st.characters(max_codepoint=0x6FF), max_size=80))
def test_words_are_folded_whatever_their_case_and_marks(text: str) -> None:
    words = fold(text)
    assert all(word and not word.isspace() for word in words)
    assert fold(text.casefold()) == words
    assert fold(f"«{text}» !") == words
