"""Design tokens put in their places, so that WeasyPrint need not look them up for every element."""

from __future__ import annotations

import re
from collections import Counter

_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_TOKEN = re.compile(r"(?<![\w-])(--[\w-]+)\s*:\s*((?:\"[^\"]*\"|[^;}\"])+)")
_USE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_DEEPEST = 8
"""How often a token may name another; CSS that goes round in circles is left as it is."""


def settle(style: str) -> str:
    """The style with each token that has one value for the whole document replaced by it.

    Those that are set again, or for some elements only, stay for the layout engine.
    """
    times = Counter(name for name, _ in _TOKEN.findall(style))
    found = (token for root in _ROOT.findall(style) for token in _TOKEN.findall(root))
    values = {name: value.strip() for name, value in found if times[name] == 1}
    for _ in range(_DEEPEST):
        settled = _USE.sub(lambda use: values.get(use[1], use[0]), style)
        if settled == style:
            break
        style = settled
    return style
