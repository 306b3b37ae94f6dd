"""A plan without some of its elements, as a workspace of its own."""

from __future__ import annotations

from functools import cached_property

from stratkit.load.folder import PLAN_FILE
from stratkit.load.index import Index, Link
from stratkit.load.redaction import Redaction
from stratkit.load.transcript import transcript
from stratkit.load.withheld import Withheld
from stratkit.load.workspace import Workspace
from stratkit.source.text import SourceText


class Excerpt(Workspace):
    """A workspace with what is not `withheld` of a `whole` one; `before` are ids withheld in its previous.

    It has no `sources`: those say more. `source` is what is left, written out in one file.
    """

    def __init__(self, whole: Workspace, withheld: Withheld, before: set[str]) -> None:
        self.whole = whole
        self.withheld = withheld
        references = {field.id for field in whole.plan.fields if field.type == "reference"}
        index = Index(Redaction(withheld, before, references).copy(whole.plan), None, whole.index.unread)
        index.links = [link for link in index.links if is_left(link)]
        super().__init__(
            path=whole.path,
            door=whole.door,
            settings=whole.settings,
            index=index,
            sources=[],
            problems=whole.problems,
            languages=whole.languages,
            room=whole.room,
        )

    @cached_property
    def source(self) -> SourceText:
        """The plan as it is left."""
        return SourceText(PLAN_FILE, transcript(self.plan))


def is_left(link: Link) -> bool:
    """Whether the record still says what stands in its file."""
    value = link.record.__dict__[link.field]
    return link.target in value if isinstance(value, tuple) else link.target == value
