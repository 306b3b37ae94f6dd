"""Which kinds of document are tested for which plans, and those documents, each made once.

Every kind is tested with a rich plan, a sparse real one, one that uses every field, in French, in Arabic and
in a house style of its own. Left out is what could find nothing more:

- `changes` of plans that follow none: there is nothing to show. Tested are both real successions, the
  fictional one, in which every fate occurs, and a revision of each small plan.
- The kinds on progress of plans without reports but one, as they would all say the same, and of the second of
  the Cities Alliance, whose figures are like those of the third.
- The kinds on what is promised of plans that are like another: of those without a map, the one with figures
  stands for both; the fictional one that follows is like the one before it, and the shortest like the sparse.
- On paper French and the house style, but for `plan` and `changes`: the screen has them in every kind.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pypdf

from stratkit import shipped
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.render.documents import documents
from stratkit.render.page import page_for_paper, page_for_screen
from stratkit.render.paper import print_pdf
from stratkit.render.source_files import source_files
from stratkit.views.colophon import Printing

PLANS = sorted(path.parent.name for path in shipped.plans().glob("*/plan.yaml"))
MADE = ("specimen", "choice", "branded", "arabic", "french")
"""Small plans: one that uses every field, one with much to choose from, the same in a house style of its own,
and one that is translated.
"""
LANGUAGES = {"arabic": "ar", "french": "fr"}
KINDS = sorted(documents().keys() - {"plan"})
"""The kinds of document beside the plan itself."""
TIMELESS = ("indicators", "one-pager", "summary")
"""The kinds that show what is promised."""
PROGRESS = tuple(sorted(set(KINDS) - {*TIMELESS, "changes"}))
"""The kinds that show what came of it."""

SPARSE, FIGURES, RICH, REAL = (
    "cities-alliance-2014-2017",
    "cities-alliance-2018-2021",
    "example-network-2021-2023",
    "metropolis-2021-2023",
)
READ, SHOWCASE = "cities-alliance-2022-2025", "example-network-2024-2026"
SMALL = ("specimen", "branded", "arabic", "french")
SHOWN = {
    "changes": (FIGURES, READ, SHOWCASE),
    **dict.fromkeys(TIMELESS, (SPARSE, FIGURES, RICH, REAL)),
    **dict.fromkeys(PROGRESS, (READ, RICH, REAL)),
}
"""The sample plans of which each kind is tested."""
OF_PLANS = [(name, kind) for kind in KINDS for name in SHOWN[kind]]
OTHERS = [*OF_PLANS, *((name, kind) for kind in KINDS for name in SMALL)]
"""Every plan with each kind beside the plan that is tested of it."""
ALL = [*((name, "plan") for name in (*PLANS, *SMALL)), *OTHERS]
"""Every document that is tested; of `choice`, which is like `branded`, only what a reader may choose is."""
LIKE_OTHERS = ("branded", "french")
PRINTED = [(name, kind) for name, kind in ALL if name not in LIKE_OTHERS or kind in ("plan", "changes")]
"""Those that validators of PDFs see: to them colours and words are alike, in whatever kind."""

CHOICE = """\
format: 1
plan: {id: choice, title: Much to choose from, organization: {name: A network}}
challenges:
  - {id: growth, title: Growth, focus_areas: [{id: housing, title: Housing}]}
  - {id: trust, title: Trust}
themes:
  - {id: equity, title: Équité}
stakeholders:
  - {id: secretariat, name: Secretariat}
  - {id: board, name: Board}
action_lines:
  - id: first
    title: First line
    lead: board
    axes:
      - id: voice
        title: Voice
        outcomes:
          - {id: code, title: A code of ethics, challenges: [housing], lead: secretariat}
          - {id: forum, title: A forum, challenges: [trust], themes: [equity]}
  - {id: second, title: Second line, outcomes: [{id: fund, title: A fund for housing, challenges: [growth]}]}
outcomes:
  - {id: own, title: Its own}
updates:
  - {id: late, date: 2023, entries: [{about: code, status: completed}]}
  - {id: early, date: 2022, entries: [{about: code, status: at_risk}, {about: fund, status: at_risk}]}
"""
COLOURS = '{deep: "#ffcc00", accent: "#6a0dad", tones: ["#005f73"]}'
BRAND = f"brand: {{use: formal, logo: logo.svg, paper: Letter, colours: {COLOURS}}}\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>'
DRAFT = Printing(draft=True, faults=2)

BEFORE = {
    "branded": (("A code of ethics", "A code"), ("id: own, title: Its own", "id: gone, title: Gone since")),
    "specimen": (
        ("Words of number", "Earlier words of number"),
        ("1200 EUR", "1100 EUR"),
        ("76000", "75000"),
    ),
    "translated": (
        ("Three treatment plants run", "Four treatment plants run"),
        ("Trois stations", "Quatre stations"),
        ("تعمل ثلاث محطات", "تعمل أربع محطات"),
        ('targets: [{value: "3", date: 2023}]', 'targets: [{value: "4", date: 2023}]'),
        ("id: courses", "id: schools"),
        ("It tells where to empty tanks.", "It tells nothing."),
    ),
}
"""What the small plans said before, for what they say now."""


@dataclass
class Samples:
    """The plans by name, and their documents: pages in a `folder`, PDFs among the `papers`."""

    root: Path
    folder: Path
    papers: Path
    specimen: Workspace

    def __post_init__(self) -> None:
        self._plans: dict[str, Workspace] = {}
        self._pages: dict[tuple[str, str, str], str] = {}

    def plan(self, name: str) -> Workspace:
        if name not in self._plans:
            self._plans[name] = self._open(name)
        return self._plans[name]

    def screen(self, name: str, kind: str) -> Path:
        """The file of a page for the screen."""
        file = self.folder / f"{name}-{kind}.html"
        if not file.exists():
            file.write_text(self.html("screen", name, kind), encoding="utf-8")
        return file

    def html(self, medium: str, name: str, kind: str) -> str:
        """The page for paper or the screen."""
        key = (medium, name, kind)
        if key not in self._pages:
            self._pages[key] = self._make(*key)
        return self._pages[key]

    def paper(self, name: str, kind: str) -> Path:
        """The PDF with its sources; those who test at the same time share it."""
        file = self.papers / f"{name}-{kind}.pdf"
        if not file.exists():
            workspace, templates = self.shown(name, kind), shipped.templates()
            made = print_pdf(
                self.html("paper", name, kind),
                folders=[templates, workspace.folder],
                base=templates,
                attachments=source_files(workspace),
            )
            assert [remark for remark in made.remarks if "HarfBuzz" not in remark] == [], (name, kind)
            fresh = self.folder / file.name
            fresh.write_bytes(made.pdf)
            fresh.replace(file)
        return file

    def pages(self, name: str, kind: str) -> list[pypdf.PageObject]:
        """The pages of the PDF."""
        return list(pypdf.PdfReader(io.BytesIO(self.paper(name, kind).read_bytes())).pages)

    def shown(self, name: str, kind: str) -> Workspace:
        """What a document shows: `changes` of a small plan shows it beside an earlier revision."""
        workspace = self.plan(name)
        return (
            workspace.after(self.plan(f"before {name}")) if kind == "changes" and name in MADE else workspace
        )

    def _make(self, medium: str, name: str, kind: str) -> str:
        workspace, language = self.shown(name, kind), LANGUAGES.get(name)
        printing = DRAFT if name == "branded" else Printing()
        if medium == "paper":
            return page_for_paper(workspace, kind, language, printing=printing)
        return page_for_screen(workspace, kind, language, pdf=f"{name}-{kind}.pdf", printing=printing)

    def _open(self, name: str) -> Workspace:
        if name in PLANS:
            return open_workspace(shipped.plans() / name, self.root)
        if name.startswith("before "):
            return self._before(name.removeprefix("before "))
        if name in LANGUAGES:
            return open_workspace(self.root / "tests/render/translated.yaml", self.root)
        return self.specimen if name == "specimen" else self._choice(name)

    def _choice(self, name: str) -> Workspace:
        brand = BRAND if name == "branded" else ""
        return self._written(name, {"plan.yaml": CHOICE, "stratkit.yaml": brand, "logo.svg": LOGO})

    def _before(self, name: str) -> Workspace:
        workspace = self.plan(name)
        path = workspace.path if workspace.path.is_file() else workspace.path / "plan.yaml"
        text = path.read_text(encoding="utf-8")
        for now, then in BEFORE["translated" if name in LANGUAGES else name]:
            assert now in text
            text = text.replace(now, then)
        return self._written(f"before {name}", {"plan.yaml": text})

    def _written(self, name: str, files: dict[str, str]) -> Workspace:
        folder = self.folder / name
        folder.mkdir()
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
        workspace = open_workspace(folder, self.folder)
        assert not workspace.problems
        return workspace
