"""What languages are called."""

from __future__ import annotations

from stratkit.model.language import base_of
from stratkit.views.tongue import Tongue


def say_language(tag: str, tongue: Tongue) -> str:
    """The name of a language; what else the tag says stands behind it: `English (en-GB)`."""
    name = tongue.locale.languages.get(base_of(tag))
    if name is None:
        return tag
    return f"{name} ({tag})" if "-" in tag else name
