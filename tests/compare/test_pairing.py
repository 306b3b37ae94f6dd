"""Items of two lists in pairs."""

import pytest

from stratkit.compare.pairing import MOST, Candidate, near, pair_off


@pytest.mark.parametrize(("old", "new"), [(0, 0), (0, 9), (9, 0), (1, MOST), (100, 100), (3, 7)])
def test_of_short_lists_all_pairs_are_looked_at(old: int, new: int) -> None:
    assert [*near(old, new)] == [(one, other) for one in range(old) for other in range(new)]


@pytest.mark.parametrize(("old", "new"), [(101, 100), (5_000, 4_000), (20, 30_000), (MOST, MOST)])
def test_of_long_lists_those_close_by_are(old: int, new: int) -> None:
    found = [*near(old, new)]
    assert {(place, place) for place in range(min(old, new))} <= {*found}
    assert len(found) <= 3 * MOST
    assert {(other, one) for one, other in found} == {*near(new, old)}


def test_the_best_pairs_come_first() -> None:
    found = pair_off(Candidate(rank, *places) for rank, *places in (((1,), 0, 0), ((0,), 0, 1), ((1,), 1, 0)))
    assert found == {0: 1, 1: 0}
