from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.references import references


def test_works_without_a_subheading_come_first(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(
        "references:\n"
        "  - {title: A, group: Debates, date: 2018}\n"
        "  - {title: B, author: Mexico, publisher: UN, url: https://example.org/b}\n"
        "  - {title: C, group: Debates}\n"
    )
    groups = references(edition, edition.plan.references, ()).groups
    assert [(group.heading, len(group.citations)) for group in groups] == [("", 1), ("Debates", 2)]
    work = groups[0].citations[0]
    assert (work.author, work.publisher, work.url, work.date) == ("Mexico", "UN", "https://example.org/b", "")
    assert not work.entry.facts
