from __future__ import annotations

from stratkit.views.entry import Fact, Link


def test_commas_in_words_that_a_number_stands_for_do_not_count() -> None:
    items = (Link(words="Data, and more", code="1.1"), Link(words="Trust"))
    assert Fact(key="k", label="L", items=items).compound
    assert not Fact(key="k", label="L", items=items, codes=True).compound
