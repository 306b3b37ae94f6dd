"""Elements by name, each above those that lie in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from stratkit.check.judgement import Judged
from stratkit.compare.holding import holders
from stratkit.formats.diff.entry import Entry
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, capital, fill, joined
from stratkit.model.element import Element

Said = Callable[[Element], tuple[Sentence, Sentence]]
Heading = Callable[[str, Sequence[Element]], Sentence]
Told = Callable[[Element], tuple[Judged, ...]]


class Forest:
    """Some elements of a plan.

    `said` is what stands right after the name of each, and at the end of its line; `told` are the changes
    told with it.
    """

    def __init__(self, among: Iterable[Element], names: Names, said: Said, told: Told) -> None:
        self.among = {element.id: element for element in among}
        self.names, self.said, self.told = names, said, told
        self.below: dict[str, list[Element]] = {}
        self.outer: list[Element] = []
        for element in self.among.values():
            above = self._above(element, self.among)
            if above:
                self.below.setdefault(above, []).append(element)
            else:
                self.outer.append(element)

    def _above(self, element: Element, known: Collection[str]) -> str:
        """What it lies in among those known; not what lies in itself."""
        seen: set[str] = set()
        found = first = next(
            (one for one in holders(self.names.workspace.index, element) if one in known), ""
        )
        while found and found not in seen:
            if found == element.id:
                return ""
            seen.add(found)
            record = self.among.get(found)
            above = holders(self.names.workspace.index, record) if record else ()
            found = next((one for one in above if one in known), "")
        return first

    def entries(self, elements: Sequence[Element]) -> tuple[Entry, ...]:
        """The elements with what lies in them; each with its kind, where there are several kinds."""
        kinds = len({one.kind_ for one in elements}) > 1
        return tuple(self._entry(element, kinds=kinds) for element in elements)

    def _entry(self, element: Element, *, kinds: bool) -> Entry:
        name = capital(self.names.full(element)) if kinds else self.names.name(element)
        inside = counted(self.below.get(element.id, ()), self.names)
        along = fill(", with {inside}", inside=inside) if inside else ()
        by, known = self.said(element)
        sentence = (*name, *by, *along, *known)
        below = self.entries(self.below.get(element.id, ()))
        return Entry(sentence, self.told(element), below=below, is_name=True)

    def groups(self, heading: Heading, *, mixed: bool = False) -> tuple[Entry, ...]:
        """The outermost by what they lie in and by kind, challenges last; `mixed`: only those by kind that
        lie in nothing.

        `heading` gives the words above a group from the id of what it lies in, and what is in it.
        """
        found: dict[tuple[str, str], list[Element]] = {}
        for element in self.outer:
            above = next(iter(holders(self.names.workspace.index, element)), "")
            found.setdefault((above, "" if above and mixed else element.kind_), []).append(element)
        ordered = sorted(found.items(), key=lambda item: item[0] == ("", "challenge"))
        return tuple(
            group(heading(above, elements), self.entries(elements)) for (above, _), elements in ordered
        )


def counted(elements: Iterable[Element], names: Names) -> Sentence:
    """How many of each kind: `2 axes and 3 outcomes`."""
    by_kind: dict[str, list[Element]] = {}
    for element in elements:
        by_kind.setdefault(element.kind_, []).append(element)
    return joined([names.counted(len(each), each[0]) for each in by_kind.values()])


def group(heading: Sentence, entries: tuple[Entry, ...]) -> Entry:
    """A group; one of a single entry stands on one line."""
    if len(entries) > 1:
        return Entry((*capital(heading), Piece(":")), below=entries, is_name=True)
    (only,) = entries
    between = () if heading[-1].text.endswith(" ") else (Piece(": "),)
    return only._replace(sentence=(*capital(heading), *between, *only.sentence))
