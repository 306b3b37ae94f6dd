"""A text is there in each language that the plan is written in.

In an edition in French, a title that has none stands in English among French ones. Its reader cannot tell
whether it was forgotten or is a name.

Bad::

    values:
      - id: openness
        title:
          fr: Ouverture

Good::

    values:
      - id: openness
        title:
          en: Openness
          fr: Ouverture
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.texts import Text, key_of, own_language, texts
from stratkit.load.workspace import Workspace
from stratkit.model.language import is_language
from stratkit.model.prose import FromFile
from stratkit.source.problem import Problem

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each text that lacks languages: of those in the settings, else the plan's own."""
    own = own_language(workspace)
    wanted = workspace.settings.languages
    if own is None or not all(map(is_language, wanted)) or (not wanted and len(workspace.languages) == 1):
        return
    sound = [text for text in texts(workspace) if text.sound]
    lacking = [(text, lacks) for text in sound if (lacks := _lacks(text, wanted, own))]
    if not wanted and len(lacking) > 1 and len(lacking) == sum(bool(text.translations) for text in sound):
        yield _everywhere(workspace, [text for text, _ in lacking], own)
        return
    for text, lacks in lacking:
        key, place = key_of(text, workspace.index)
        message = f"{place} is not there in {', '.join(map(_code, lacks))}"
        yield Problem("missing-translation", text.span, message, _mend(text, key, lacks, own))


def _lacks(text: Text, wanted: tuple[str, ...], own: str) -> list[str]:
    has = text.translations
    if not (has or text.is_printed):
        return []  # a person's name, a work's title or a unit may be the same in every language
    return [tag for tag in wanted or (own,) if tag not in (has or (own,))]


def _everywhere(workspace: Workspace, lacking: list[Text], own: str) -> Problem:
    """One mistake: the plan does not say which language it is written in."""
    message = f"none of the {len(lacking)} texts with languages is there in `{own}`, which is the plan's"
    first = next(iter(lacking[0].translations))
    mend = f"write the plan's language under `plan:`, such as `language: {first}`"
    header = workspace.plan.plan
    span = header.origin.value("language") if header.origin.has("language") else lacking[0].span
    return Problem("missing-translation", span, message, mend)


def _mend(text: Text, key: str, lacks: list[str], own: str) -> str:
    if isinstance(text.value, FromFile) or (text.translations and not text.keys):
        return f"put a file for it beside the text, with `.{lacks[0]}` before its ending"
    added = " and ".join(f"`{tag}: …`" for tag in lacks)
    before = "" if text.translations else f", and `{own}:` before the text"
    return f"add {added} {f'below `{key}:`' if key else 'to it'}{before}"


def _code(tag: str) -> str:
    return f"`{tag}`"
