"""Texts in another language than the document's, marked for those who see them and those who hear them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stratkit.views.tongue import direction
from stratkit.views.untranslated import Untranslated

if TYPE_CHECKING:
    from markupsafe import Markup


def lang(text: str) -> Markup:
    """The attributes of an element that holds the text: its language and direction, or none."""
    from markupsafe import Markup

    if not isinstance(text, Untranslated):
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(text.language, direction(text.language))


def said(text: str) -> Markup:
    """The text where no element holds it alone: in one of its own if it needs that."""
    from markupsafe import Markup, escape

    return Markup("<span{}>{}</span>").format(lang(text), text) if lang(text) else escape(text)
