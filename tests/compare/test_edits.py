"""Edits by which proposals by likeness are measured: their truth, their strengths, and that they repeat."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

import benchmarks.edits
import pytest
from benchmarks.edits.cycles import real_pairs
from benchmarks.edits.dice import Dice
from benchmarks.edits.elements import Element, folded, real_elements
from benchmarks.edits.invention import invent
from benchmarks.edits.pairs import Mix, Pair, make_pair
from benchmarks.edits.shares import kept_stems, kept_words
from benchmarks.edits.wording import STRENGTHS, confusable, content, reword

PLANS = Path(__file__).resolve().parents[2] / "plans"
TITLE = "Publish air quality maps for the districts"


@cache
def pair(strength: int) -> Pair:
    return make_pair(real_elements(PLANS), seed=strength, strengths=(strength,))


def by_id(elements: tuple[Element, ...]) -> dict[str, Element]:
    found = {element.id: element for element in elements}
    assert len(found) == len(elements)
    return found


def mean(shares: list[float]) -> float:
    return sum(shares) / len(shares)


def test_the_same_seed_gives_the_same_pair_everywhere() -> None:
    made = repr(make_pair([], seed=7, mix=Mix(size=400)))
    assert (
        sha256(made.encode()).hexdigest()
        == "b803323f264646d0def745ec7cbd7110dceaca0a24303471eabf15871e554ef0"
    )
    assert made != repr(make_pair([], seed=8, mix=Mix(size=400)))


@pytest.mark.parametrize("strength", STRENGTHS)
def test_every_element_has_one_fate(strength: int) -> None:
    made = pair(strength)
    old, new = by_id(made.old), by_id(made.new)
    continued, successors = [edit.old for edit in made.edits], [edit.new for edit in made.edits]
    kept = [name for name in old if name in new]
    assert len(made.edits) >= 500
    assert {edit.strength for edit in made.edits} == {strength}
    assert sorted([*continued, *made.removed, *kept]) == sorted(old)
    assert sorted([*successors, *made.confusable, *made.fresh, *kept]) == sorted(new)
    assert {(old[name].title, old[name].text) for name in kept} == {
        (new[name].title, new[name].text) for name in kept
    }


@pytest.mark.parametrize("strength", STRENGTHS)
def test_no_two_elements_have_one_title(strength: int) -> None:
    made = pair(strength)
    old = [folded(element.title) for element in made.old]
    new = [folded(element.title) for element in made.new if element.id.startswith("new-")]
    assert len({*old, *new}) == len(old) + len(new)
    assert all(old + new)


@pytest.mark.parametrize("strength", STRENGTHS)
def test_parents_are_there_and_nothing_lies_in_itself(strength: int) -> None:
    made = pair(strength)
    for elements in (by_id(made.old), by_id(made.new)):
        for element in elements.values():
            line = [element.id]
            while parent := elements[line[-1]].parent:
                assert parent not in line
                line.append(parent)


@pytest.mark.parametrize("strength", STRENGTHS)
def test_some_move_and_some_shift_their_kind(strength: int) -> None:
    made = pair(strength)
    old, new = by_id(made.old), by_id(made.new)
    heirs = {edit.old: edit.new for edit in made.edits}
    for edit in made.edits:
        before, after = old[edit.old], new[edit.new]
        assert edit.shifted == (before.kind != after.kind)
        if edit.moved:
            assert after.parent != heirs.get(before.parent, before.parent)
    assert sum(edit.moved for edit in made.edits) >= 50
    assert sum(edit.shifted for edit in made.edits) >= 10
    assert any((old[e.old].kind, new[e.new].kind) == ("action_line", "theme") for e in made.edits)


def test_strengths_differ_by_the_words_they_keep() -> None:
    stems = [mean([kept_stems(*each) for each in pair(strength).titles()]) for strength in STRENGTHS]
    bounds = ((0.97, 1.0), (0.82, 0.92), (0.6, 0.75), (0.3, 0.5))
    assert [low <= share <= high for share, (low, high) in zip(stems, bounds, strict=True)] == [True] * 4


def test_the_examples_are_of_their_strengths() -> None:
    shown = re.findall(r"`(.+)` → `(.+)`", benchmarks.edits.__doc__ or "")
    bounds = ((1.0, 1.0), (0.75, 1.0), (0.6, 0.75), (0.3, 0.5))
    for (old, new), (low, high) in zip(shown, bounds, strict=True):
        assert low <= kept_stems(old, new) <= high


@pytest.mark.parametrize("strength", STRENGTHS)
def test_a_title_loses_no_more_than_its_strength_allows(strength: int) -> None:
    for old, new in pair(strength).titles():
        count = len(content(old.split()))
        lost = count * (1 - kept_words(old, new))
        if strength == 2:
            assert lost < 2.5, (old, new)
        if strength == 3:
            assert lost <= count / 2 + 1.5, (old, new)
        if strength == 4 and count > 2:
            assert lost >= count / 4, (old, new)
            assert lost <= count * 0.9, (old, new)


@pytest.mark.parametrize("title", ["Partnership", "The equal city", "A", "Decision-making", "SDG 11", TITLE])
@pytest.mark.parametrize("strength", STRENGTHS)
def test_any_title_can_be_said_anew(strength: int, title: str) -> None:
    dice = Dice(1)
    said = [reword(title, strength, dice) for _ in range(200)]
    assert title not in said
    assert all(each.strip() == each and each for each in said)


def test_what_is_new_keeps_the_frame_and_at_most_half_of_the_words() -> None:
    dice = Dice(1)
    models = [e.title for e in real_elements(PLANS) if confusable(e.title, dice)]
    made = [(title, confusable(title, dice)) for title in models * 3]
    assert len(made) > 300
    for old, new in made:
        assert new.split()[0] == old.split()[0]
        assert new != old
    assert mean([kept_words(*each) for each in made]) < 0.45
    assert confusable("Urban growth", dice) == ""


def test_ten_thousand_titles_can_be_invented() -> None:
    taken: set[str] = set()
    made = invent(Dice(1), 10_000, taken)
    assert len(made) == len({folded(element.title) for element in made}) == len(taken) == 10_000


def test_what_the_authors_of_real_cycles_say() -> None:
    told = [
        [(edit.old.split("-", 4)[4], edit.new.split("-", 4)[4], edit.shifted) for edit in made.edits]
        for made in real_pairs(PLANS)
    ]
    assert [sorted(each) for each in told] == [
        [
            ("country-programmes", "country-programmes", False),
            ("equitable-economic-growth", "equitable-economic-growth", True),
            ("gender-equality", "gender-equality", True),
            ("gender-mainstreamed", "gender-equality", False),
            ("services-to-the-poor", "improved-services", False),
        ],
        [
            ("individuals", "individuals-in-the-year", False),
            ("institutions-strengthened", "institutions-in-the-year", False),
        ],
    ]
    assert [made.removed for made in real_pairs(PLANS)] == [(), ()]
    for made in real_pairs(PLANS):
        old, new = by_id(made.old), by_id(made.new)
        assert all(edit.old in old and edit.new in new for edit in made.edits)
