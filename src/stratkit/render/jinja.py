"""Templates and their faults: Jinja in its sandbox, reading no file outside its folder.

In: a template folder, the name of a template and what it sees. Out: its text; or one `TemplateFault`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stratkit.render.templates import TemplateFault, TemplateFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.sandbox import ImmutableSandboxedEnvironment

_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a template's own expressions can raise, besides Jinja's errors."""


def environment_of(folder: TemplateFolder, *, escaped: bool = True) -> ImmutableSandboxedEnvironment:
    """A sandbox with the templates of a folder; what they print is escaped for HTML unless said."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        return folder.text(name), str(folder.path(name)), lambda: True

    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=escaped,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )


def fill(folder: TemplateFolder, name: str, **seen: object) -> str:
    """The text of a template that is no HTML: a style sheet, a drawing. Raises `TemplateFault`."""
    return render_template(folder, environment_of(folder, escaped=False), name, **seen)


def render_template(
    folder: TemplateFolder, environment: ImmutableSandboxedEnvironment, name: str, **seen: object
) -> str:
    """The text of a template. Raises `TemplateFault`."""
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        return environment.get_template(name).render(**seen)
    except TemplateSyntaxError as error:
        raise TemplateFault(folder.shown(error.filename or name), error.lineno, _sentence(error)) from error
    except (TemplateError, *_FAULTS) as error:
        file, line = folder.place(error.__traceback__)
        raise TemplateFault(file, line, _sentence(error)) from error


def _sentence(error: Exception) -> str:
    said = " ".join(str(error).split()) or type(error).__name__
    return said[:1].lower() + said[1:].rstrip(".")
