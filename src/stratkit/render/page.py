"""One HTML page from a view and a template folder: for paper, or for the screen.

Templates run in Jinja's sandbox with everything escaped, see nothing but their view, and read no file
outside their folder.
"""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from stratkit import __version__
from stratkit.load.workspace import Workspace
from stratkit.progress.overview import last_known
from stratkit.render.catalogues import speak
from stratkit.render.documents import VIEWS, document
from stratkit.render.drawings.marks import MARKS
from stratkit.render.drawings.sections import draw_section
from stratkit.render.foreign import lang, said
from stratkit.render.house_style import house_style
from stratkit.render.jinja import environment_of, render_template
from stratkit.render.paint import Paint
from stratkit.render.prose import Prose, safe_url
from stratkit.render.style import Sheets, policy
from stratkit.render.templates import SHARED, TemplateFolder, templates_of
from stratkit.views.colophon import Printing, colophon
from stratkit.views.tongue import direction

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from stratkit.views.document import DocumentView
    from stratkit.views.tongue import Tongue

FILTER = f"{SHARED}/filter.js"
"""The script by which readers choose outcomes."""

PLAIN = Printing()
"""A printing of which nothing is known."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters nobody sees that turn the direction of what follows; right-to-left scripts need none of them."""


def page_for_paper(
    workspace: Workspace,
    kind: str,
    language: str | None = None,
    folder: TemplateFolder | None = None,
    *,
    printing: Printing = PLAIN,
) -> str:
    """The HTML that a PDF is laid out from. Its references are relative to the templates that ship.

    `language` None is the plan's own, `folder` None the project's templates before those that ship. Raises
    `NoDocument` and `TemplateFault`.
    """
    folder = folder or templates_of(workspace.templates)
    known = document(kind, folder)
    tongue = speak(language or workspace.plan.plan.language)
    house, last = house_style(workspace), colophon(printing, tongue)
    view = VIEWS[known.view](workspace, tongue, day_of(workspace, printing))
    sheets = Sheets(folder, kind, house, last.watermark, view.notice)
    style = sheets.paper(known.paper, direction(tongue.tag))
    page = {"medium": "paper", "style": style, "house": house, "colophon": last}
    return _render(folder, kind, view, tongue, page)


def page_for_screen(
    workspace: Workspace,
    kind: str,
    language: str | None = None,
    folder: TemplateFolder | None = None,
    *,
    pdf: str = "",
    printing: Printing = PLAIN,
) -> str:
    """One HTML file that needs nothing else: fonts, style and script are inside.

    `language` None is the plan's own, `folder` None the project's templates before those that ship. `pdf` is
    the file name of the same on paper, if it lies beside it. Raises `NoDocument` and `TemplateFault`.
    """
    folder = folder or templates_of(workspace.templates)
    known = document(kind, folder)
    tongue = speak(language or workspace.plan.plan.language)
    house, last = house_style(workspace), colophon(printing, tongue)
    style = Sheets(folder, kind, house, last.watermark).screen()
    view = VIEWS[known.view](workspace, tongue, day_of(workspace, printing))
    # The one script that is allowed is ours: no other template folder brings one.
    script = templates_of(None).text(FILTER) if view.filter else ""
    page = {
        "medium": "screen",
        "style": style,
        "script": script,
        "policy": policy(style, script),
        "pdf": pdf,
        "house": house,
        "colophon": last,
    }
    return _render(folder, kind, view, tongue, page)


def day_of(workspace: Workspace, printing: Printing) -> date:
    """The day whose state a printing shows: if nobody says it, the last on which anything became known."""
    return printing.as_of or last_known(workspace) or date.min


def _render(
    folder: TemplateFolder, kind: str, view: DocumentView, tongue: Tongue, page: dict[str, Any]
) -> str:
    from markupsafe import Markup

    prose = Prose(view.names, view.printed, paper=page["medium"] == "paper")
    page |= {
        "style": Markup(page["style"]),  # noqa: S704 # the template's own; escaping would change it
        "script": Markup(page.get("script", "")),  # noqa: S704 # so is this
        "direction": direction(view.language),
        "tones": page["house"].tones,
        "marks": MARKS,
        "paint": Paint(page["house"]),
        "maker": f"stratkit {__version__}",
    }
    environment = environment_of(folder)
    environment.filters |= {
        "drawn": partial(draw_section, mirrored=page["direction"] == "rtl"),
        "lang": lang,
        "prose": lambda text, level=2: Markup(prose.blocks(text, level)),  # noqa: S704 # escaped there
        "safe_url": safe_url,
        "said": said,
    }
    _teach(environment, tongue)
    html = render_template(folder, environment, f"{kind}/page.html.j2", plan=view, page=page)
    return _TURNING.sub("", html) + "\n"


def _teach(environment: ImmutableSandboxedEnvironment, tongue: Tongue) -> None:
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        tongue.translate, tongue.count, newstyle=True, pgettext=tongue.translate_in
    )
