"""JSON laid out to be read: what fits on a line stands on one."""

from __future__ import annotations

import json
from typing import Any

_WIDTH = 110


def lay_out(value: Any, indent: str = "", column: int = 0) -> str:
    """A value as JSON; `indent` is that of its line, `column` where on the line it begins."""
    line = json.dumps(value, ensure_ascii=False)
    if column + len(line) < _WIDTH or not isinstance(value, dict | list):
        return line
    inner = indent + "  "
    if isinstance(value, list):
        listed = [inner + lay_out(item, inner, len(inner)) for item in value]
        return "[\n" + ",\n".join(listed) + f"\n{indent}]"
    items = []
    for name, item in value.items():
        key = f"{inner}{json.dumps(name, ensure_ascii=False)}: "
        items.append(key + lay_out(item, inner, len(key)))
    return "{\n" + ",\n".join(items) + f"\n{indent}}}"
