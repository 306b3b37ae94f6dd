"""The kinds of document: each is a folder of templates with a `document.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from stratkit.check.comparison import compare
from stratkit.load.bind import Binder
from stratkit.load.prose import ProseFolder
from stratkit.load.workspace import Workspace
from stratkit.model.record import Record, field
from stratkit.model.shape import Choice, Line, Many, Word
from stratkit.render.templates import TemplateFault, TemplateFolder, templates_of
from stratkit.source.door import Door
from stratkit.source.problem import Problem
from stratkit.source.reader import read_tree
from stratkit.source.text import SourceText
from stratkit.views.board import board_view
from stratkit.views.comparison import ComparisonView, comparison_view
from stratkit.views.document import DocumentView
from stratkit.views.evaluation import evaluation_view
from stratkit.views.plan import plan_view
from stratkit.views.poster import poster_view
from stratkit.views.progress import progress_view
from stratkit.views.scorecard import scorecard_view
from stratkit.views.sheets import sheets_view
from stratkit.views.summary import summary_view
from stratkit.views.tongue import Tongue
from stratkit.views.work_plan import work_plan_view

DESCRIPTION = "document.yaml"
View = Callable[[Workspace, Tongue, date], DocumentView]
"""A plan in one tongue, as of a day."""


def _timeless(view: Callable[[Workspace, Tongue], DocumentView]) -> View:
    """A view of what is promised, which no day changes."""
    return lambda workspace, tongue, _day: view(workspace, tongue)


class NothingToShow(Exception):
    """A document has nothing to show of a plan. `help` says what would have to be there."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.help = mend


def _changes(workspace: Workspace, tongue: Tongue, _day: date) -> ComparisonView:
    """A plan beside the one before it. Raises `NothingToShow` where there is none."""
    if workspace.previous is None:
        mend = "name it in `previous:`, or compare any two: `stratkit diff OLD NEW --to pdf`"
        raise NothingToShow("this plan names no plan before it that can be read", mend)
    return comparison_view(compare(workspace.previous, workspace), tongue)


VIEWS: dict[str, View] = {
    "plan": _timeless(plan_view),
    "summary": _timeless(summary_view),
    "indicators": _timeless(sheets_view),
    "one-pager": _timeless(poster_view),
    "board": board_view,
    "scorecard": scorecard_view,
    "progress": progress_view,
    "work-plan": work_plan_view,
    "final-evaluation": evaluation_view,
    "changes": _changes,
}
"""What a document can show."""


class NoDocument(Exception):
    """There is no kind of document of that name. `help` names those that there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no kind of document `{name}`")
        self.help = (
            f"it is one of: {', '.join(known)}"
            if known
            else "the templates are missing: install stratkit again"
        )


class Document(Record):
    """What `document.yaml` says. The kind's name is that of its folder."""

    kind_ = "document"
    title: str = field(Line(), "What the document is called where documents are listed.", required=True)
    view: str = field(Choice(*VIEWS), "What it shows.", required=True)
    paper: str = field(Word(), "The size of a sheet, as CSS says it.", default="A4")
    outputs: tuple[str, ...] = field(Many(Choice("pdf", "html")), "What it can be made into.")


def documents(folder: TemplateFolder | None = None) -> dict[str, Document]:
    """All kinds of document by their names, sorted. Raises `TemplateFault` where one is broken."""
    folder = folder or templates_of(None)
    return {name: _read(folder, name) for name in _names(folder)}


def document(name: str, folder: TemplateFolder | None = None) -> Document:
    """One kind of document. Raises `NoDocument`, or `TemplateFault` where it is broken."""
    folder = folder or templates_of(None)
    known = _names(folder)
    if name not in known:
        raise NoDocument(name, known)
    return _read(folder, name)


def _names(folder: TemplateFolder) -> tuple[str, ...]:
    found = {path.parent.name for root in folder.roots for path in root.glob(f"*/{DESCRIPTION}")}
    return tuple(sorted(found))


def _read(folder: TemplateFolder, name: str) -> Document:
    file = f"{name}/{DESCRIPTION}"
    home = folder.home(file)
    problems: list[Problem] = []
    source = SourceText(folder.shown(file), folder.text(file))
    root = read_tree(source, problems)
    prose = ProseFolder(home / name, Door(home, home))
    record = Binder(problems, prose).bind(Document, root, source) if root is not None else None
    if problems:
        first = problems[0]
        raise TemplateFault(source.path, first.span.line, first.message, first.help)
    if not isinstance(record, Document):
        raise TemplateFault(source.path, 0, "the file is empty", "it needs `title:` and `view:`")
    return record
