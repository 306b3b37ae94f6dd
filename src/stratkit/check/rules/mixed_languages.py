"""A plan that is there in a second language is there in full.

Whoever opens the French edition expects a French plan. Where only some titles and texts are translated, its
pages mix two languages, and the edition looks unfinished.

Bad::

    values:
      - id: openness
        title:
          en: Openness
          fr: Ouverture
      - id: care
        title:
          en: Care
          fr: Attention
      - id: courage
        title: Courage

Good::

    values:
      - id: openness
        title:
          en: Openness
          fr: Ouverture
      - id: care
        title:
          en: Care
          fr: Attention
      - id: courage
        title:
          en: Courage
          fr: Courage
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.texts import own_language, texts
from stratkit.load.workspace import Workspace
from stratkit.model.element import Described
from stratkit.model.language import is_language
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each language that some texts of a plan have and others lack, at the first that lacks it."""
    own = own_language(workspace)
    if own is None or workspace.settings.languages or len(workspace.languages) == 1:
        return
    printed = [text for text in texts(workspace) if text.is_printed and isinstance(text.record, Described)]
    begun = [text for text in printed if text.translations]
    for tag in sorted({tag for text in begun for tag in text.translations} - {own}):
        with_it = [text for text in begun if tag in text.translations]
        without = [text for text in printed if tag not in text.translations and text.sound]
        # A single one is a name that is known in two languages.
        if len(with_it) > 1 and without and is_language(tag):
            count = f"{len(with_it)} of {len(printed)}"
            message = f"{count} titles and texts are there in `{tag}`, and this is the first without"
            mend = "translate the others, or name the plan's languages under `languages:` in stratkit.yaml"
            related = (Related(with_it[0].keys.get(tag, with_it[0].span), "this one has it"),)
            yield Problem("mixed-languages", without[0].span, message, mend, related)
