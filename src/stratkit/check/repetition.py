"""References that many rows of a table repeat: an id that is gone is one mistake, however long the table.

In: references at fault. Out: each of them; of those in a table that name the same, only the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stratkit.load.folder import is_table
from stratkit.load.index import Link
from stratkit.source.shown import count


def once_in_tables(links: Iterable[Link]) -> Iterator[tuple[Link, str]]:
    """Each reference, with words that follow its target's name and tell of further rows; empty if none do."""
    alike: dict[object, list[Link]] = {}
    for link in links:
        key = (link.source, link.target) if is_table(link.source.path) else id(link.node)
        alike.setdefault(key, []).append(link)
    for first, *more in alike.values():
        yield first, _words(len(more)) if more else ""


def _words(more: int) -> str:
    return f", which {count(more, 'more row')} of this table name{'s' if more == 1 else ''} too"
