"""Reads examples that were worked by hand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


class Loader(yaml.SafeLoader):
    """Leaves dates as they are written."""


for letter, resolvers in list(Loader.yaml_implicit_resolvers.items()):
    Loader.yaml_implicit_resolvers[letter] = [one for one in resolvers if "timestamp" not in one[0]]


def examples(name: str) -> list[dict[str, Any]]:
    """The examples of a file."""
    found: list[dict[str, Any]] = yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader)  # noqa: S506
    return found


def exact(written: object) -> Fraction | None:
    """A figure: a number, a fraction as text, or none."""
    return None if written is None else Fraction(str(written))
