"""One HTML page from a view and a template folder: for paper, or for the screen.

Templates run in Jinja's sandbox with everything escaped, see nothing but their view, and read no file
outside their folder.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stratkit import __version__, shipped
from stratkit.load.workspace import Workspace
from stratkit.render.documents import VIEWS, document
from stratkit.render.drawings.layers import draw
from stratkit.render.prose import Prose, safe_url
from stratkit.render.style import paper_style, policy, screen_style, tones
from stratkit.render.templates import TemplateFault, TemplateFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from stratkit.views.plan import PlanView

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a template's own expressions can raise, besides Jinja's errors."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters nobody sees that turn the direction of what follows; right-to-left scripts need none of them."""


def page_for_paper(
    workspace: Workspace, kind: str, language: str | None = None, root: Path | None = None
) -> str:
    """The HTML that a PDF is laid out from. Its references are relative to the template folder `root`.

    `language` None is the plan's own. Raises `NoDocument` and `TemplateFault`.
    """
    known = document(kind, root)
    folder = TemplateFolder(root or shipped.templates())
    style = paper_style(folder, kind, known.paper)
    return _render(folder, kind, VIEWS[known.view](workspace, language), {"medium": "paper", "style": style})


def page_for_screen(
    workspace: Workspace, kind: str, language: str | None = None, root: Path | None = None
) -> str:
    """One HTML file that needs nothing else: fonts and style are inside, scripts are not allowed.

    `language` None is the plan's own. Raises `NoDocument` and `TemplateFault`.
    """
    known = document(kind, root)
    folder = TemplateFolder(root or shipped.templates())
    style = screen_style(folder, kind)
    page = {"medium": "screen", "style": style, "policy": policy(style)}
    return _render(folder, kind, VIEWS[known.view](workspace, language), page)


def _render(folder: TemplateFolder, kind: str, view: PlanView, page: dict[str, Any]) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError
    from markupsafe import Markup

    prose = Prose(view.names, view.printed, paper=page["medium"] == "paper")
    page |= {
        "style": Markup(page["style"]),  # noqa: S704 # the template's own; escaping would change it
        "direction": _direction(view.language),
        "tones": tones(folder),
        "maker": f"stratkit {__version__}",
    }
    try:
        environment = _environment(folder, lambda text, level=2: Markup(prose.blocks(text, level)))  # noqa: S704 # escaped there
        html = environment.get_template(f"{kind}/page.html.j2").render(plan=view, page=page)
    except TemplateSyntaxError as error:
        raise TemplateFault(folder.shown(error.filename or kind), error.lineno, _sentence(error)) from error
    except (TemplateError, *_FAULTS) as error:
        file, line = folder.place(error.__traceback__)
        raise TemplateFault(file, line, _sentence(error)) from error
    return _TURNING.sub("", html) + "\n"


def _environment(folder: TemplateFolder, prose: Callable[..., Any]) -> ImmutableSandboxedEnvironment:
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        return folder.text(name), str(folder.root / name), lambda: True

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {"drawn": draw, "prose": prose, "safe_url": safe_url}
    return environment


def _direction(language: str) -> str:
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def _sentence(error: Exception) -> str:
    said = " ".join(str(error).split()) or type(error).__name__
    return said[:1].lower() + said[1:].rstrip(".")
