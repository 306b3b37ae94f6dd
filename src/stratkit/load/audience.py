"""The edition of a plan for one audience: what others read is gone before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from stratkit.load.excerpt import Excerpt
from stratkit.load.passages import passages_of
from stratkit.load.texts import texts
from stratkit.load.unlinking import OMITTED
from stratkit.load.withheld import Withheld, find_withheld
from stratkit.load.workspace import Workspace
from stratkit.model.element import Described
from stratkit.model.shape import Prose
from stratkit.source.links import find_links
from stratkit.source.text import Span


class Unseen(Exception):
    """An audience may not see what no edition can do without. `help` says what to do."""

    def __init__(self, span: Span, what: str, audience: str) -> None:
        super().__init__(f"{span.place}: `{audience}` may not see {what}")
        self.help = f"name `{audience}` in the `audience` there, or delete that"


class AudienceExcerpt(Excerpt):
    """What one audience may see."""

    def __init__(self, whole: Workspace, audience: str) -> None:
        self.audience = audience
        before = _withheld(whole.previous, audience).ids if whole.previous else set()
        super().__init__(whole, _withheld(whole, audience), before)

    @cached_property
    def previous(self) -> Workspace | None:
        """What the audience may see of the plan before this one."""
        before = self.whole.previous
        return AudienceExcerpt(before, self.audience) if before else None

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


def for_audience(workspace: Workspace, audience: str) -> AudienceExcerpt:
    """What an audience may see of a plan: elements that name it or nobody, and no reference to the others.

    Raises `Unseen` if the organization is among the others, or all that the outline names.
    """
    excerpt = AudienceExcerpt(workspace, audience)
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


def _withheld(workspace: Workspace, audience: str) -> Withheld:
    """Every element that has an audience without this one, and what goes with it."""
    return find_withheld(
        workspace.index,
        lambda record: (
            isinstance(record, Described) and _is_restricted(record) and audience not in record.audience
        ),
    )


def _is_restricted(record: Described) -> bool:
    """Whether the author wrote an audience, be it one that was refused: then nobody is in it."""
    origin = record.__dict__.get("origin")
    return bool(record.audience) or (origin is not None and origin.has("audience"))
