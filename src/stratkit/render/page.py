"""One HTML page from a view and a template folder: for paper, or for the screen.

Templates run in Jinja's sandbox with everything escaped, see nothing but their view, and read no file
outside their folder.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stratkit import __version__, shipped
from stratkit.load.workspace import Workspace
from stratkit.render.catalogues import speak
from stratkit.render.documents import VIEWS, document
from stratkit.render.drawings.layers import draw
from stratkit.render.foreign import lang, said
from stratkit.render.prose import Prose, safe_url
from stratkit.render.style import paper_style, policy, screen_style, tones
from stratkit.render.templates import SHARED, TemplateFault, TemplateFolder
from stratkit.views.tongue import direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from stratkit.views.document import DocumentView
    from stratkit.views.tongue import Tongue

FILTER = f"{SHARED}/filter.js"
"""The script by which readers choose outcomes."""

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
    tongue = speak(language or workspace.plan.plan.language)
    style = paper_style(folder, kind, known.paper, direction(tongue.tag))
    page = {"medium": "paper", "style": style}
    return _render(folder, kind, VIEWS[known.view](workspace, tongue), tongue, page)


def page_for_screen(
    workspace: Workspace, kind: str, language: str | None = None, root: Path | None = None, *, pdf: str = ""
) -> str:
    """One HTML file that needs nothing else: fonts, style and script are inside.

    `language` None is the plan's own. `pdf` is the file name of the same on paper, if it lies beside it.
    Raises `NoDocument` and `TemplateFault`.
    """
    known = document(kind, root)
    folder = TemplateFolder(root or shipped.templates())
    style = screen_style(folder, kind)
    tongue = speak(language or workspace.plan.plan.language)
    view = VIEWS[known.view](workspace, tongue)
    # The one script that is allowed is ours: no other template folder brings one.
    script = TemplateFolder(shipped.templates()).text(FILTER) if view.filter else ""
    page = {
        "medium": "screen",
        "style": style,
        "script": script,
        "policy": policy(style, script),
        "pdf": pdf,
    }
    return _render(folder, kind, view, tongue, page)


def _render(
    folder: TemplateFolder, kind: str, view: DocumentView, tongue: Tongue, page: dict[str, Any]
) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError
    from markupsafe import Markup

    prose = Prose(view.names, view.printed, paper=page["medium"] == "paper")
    page |= {
        "style": Markup(page["style"]),  # noqa: S704 # the template's own; escaping would change it
        "script": Markup(page.get("script", "")),  # noqa: S704 # so is this
        "direction": direction(view.language),
        "tones": tones(folder),
        "maker": f"stratkit {__version__}",
    }
    try:
        environment = _environment(folder, lambda text, level=2: Markup(prose.blocks(text, level)))  # noqa: S704 # escaped there
        environment.filters["drawn"] = partial(draw, mirrored=page["direction"] == "rtl")
        _teach(environment, tongue)
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
    environment.filters |= {"lang": lang, "prose": prose, "safe_url": safe_url, "said": said}
    return environment


def _teach(environment: ImmutableSandboxedEnvironment, tongue: Tongue) -> None:
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        tongue.translate, tongue.count, newstyle=True, pgettext=tongue.translate_in
    )


def _sentence(error: Exception) -> str:
    said = " ".join(str(error).split()) or type(error).__name__
    return said[:1].lower() + said[1:].rstrip(".")
