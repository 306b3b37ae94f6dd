"""The edition of a plan for one audience: what others read is gone before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from stratkit.load.folder import PLAN_FILE
from stratkit.load.index import Index, Link
from stratkit.load.passages import passages_of
from stratkit.load.redaction import Redaction
from stratkit.load.texts import texts
from stratkit.load.transcript import transcript
from stratkit.load.unlinking import OMITTED
from stratkit.load.withheld import Withheld, find_withheld
from stratkit.load.workspace import Workspace
from stratkit.model.element import Described
from stratkit.model.shape import Prose
from stratkit.source.links import find_links
from stratkit.source.text import SourceText, Span


class Unseen(Exception):
    """An audience may not see what no edition can do without. `help` says what to do."""

    def __init__(self, span: Span, what: str, audience: str) -> None:
        super().__init__(f"{span.place}: `{audience}` may not see {what}")
        self.help = f"name `{audience}` in the `audience` there, or delete that"


class Excerpt(Workspace):
    """A workspace with what one audience may see of a `whole` one.

    It has no `sources`: those say more. `source` is what is left, written out in one file.
    """

    def __init__(self, whole: Workspace, audience: str) -> None:
        self.whole = whole
        self.audience = audience
        self.withheld = find_withheld(whole.index, audience)
        index = _index(whole, self.withheld, audience)
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
        """The plan as this audience may read it."""
        return SourceText(PLAN_FILE, transcript(self.plan))

    @cached_property
    def previous(self) -> Workspace | None:
        """What the audience may see of the plan before this one."""
        before = self.whole.previous
        return Excerpt(before, self.audience) if before else None

    def remarks(self) -> Iterator[str]:
        """A sentence for each place where prose that is seen names what is not: the author has to read it."""
        for text in texts(self.whole, Prose):
            for passage in () if self.withheld.holds(text.record) else passages_of(text):
                for target, start in find_links(passage.text):
                    if target in self.withheld.ids:
                        bare = passage.text[:start].endswith("[](#")
                        left = (
                            f"`{OMITTED}` stands for its title" if bare else "the words of this link are left"
                        )
                        place = passage.span(start, start + len(target)).place
                        yield f"{place}: `{self.audience}` may not see `{target}`: {left}"


def for_audience(workspace: Workspace, audience: str) -> Excerpt:
    """What an audience may see of a plan: elements that name it or nobody, and no reference to the others.

    Raises `Unseen` if the organization is among the others, or all that the outline names.
    """
    excerpt = Excerpt(workspace, audience)
    header, plan = workspace.header, workspace.plan
    if header and excerpt.withheld.holds(header.organization):
        raise Unseen(header.organization.origin.key("audience"), "whose plan it is", audience)
    if plan.outline and not excerpt.plan.outline:
        raise Unseen(plan.origin.whole(), "anything that its outline names", audience)
    return excerpt


def count_restricted(workspace: Workspace) -> int:
    """How many elements are not for the public."""
    records = (record for record in workspace.index.records if isinstance(record, Described))
    return sum(bool(record.audience) and "public" not in record.audience for record in records)


def _index(whole: Workspace, withheld: Withheld, audience: str) -> Index:
    before = find_withheld(whole.previous.index, audience).ids if whole.previous else set()
    references = {field.id for field in whole.plan.fields if field.type == "reference"}
    plan = Redaction(withheld, before, references).copy(whole.plan)
    index = Index(plan, None, whole.index.unread)
    index.links = [link for link in index.links if _is_left(link)]
    return index


def _is_left(link: Link) -> bool:
    """Whether the record still says what stands in its file."""
    value = link.record.__dict__[link.field]
    return link.target in value if isinstance(value, tuple) else link.target == value
