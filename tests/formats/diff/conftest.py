"""Two plans compared, from texts and from files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from stratkit.check.comparison import Comparison, compare
from stratkit.load.workspace import open_workspace

Compared = Callable[..., Comparison]
HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "compare/cases.yaml"
CASES: list[dict[str, Any]] = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 # all is text
HEAD = {"title": "P", "organization": {"name": "O"}, "period": {"start": "2021", "end": "2023"}}


@pytest.fixture
def compared(tmp_path: Path) -> Compared:
    """Compares two plans by their texts."""

    def compare_texts(old: str, new: str, policy: str = "accountability") -> Comparison:
        sides = []
        for side, text in (("old", old), ("new", new)):
            folder = tmp_path / side
            folder.mkdir(exist_ok=True)
            (folder / "plan.yaml").write_text(text, encoding="utf-8")
            sides.append(open_workspace(folder, tmp_path))
        return compare(sides[0], sides[1], policy)

    return compare_texts


@pytest.fixture
def harbour() -> dict[str, Comparison]:
    """The invented plans beside this: one revised, and one with the cycle that follows."""
    first, revised, second = (open_workspace(HERE / name, HERE) for name in ("first", "revised", "second"))
    assert [each.problems for each in (first, revised, second)] == [[], [], []]
    return {"revision": compare(first, revised), "cycle": compare(first, second)}


@pytest.fixture(params=CASES, ids=lambda case: case["name"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Comparison:
    """Each case of the table of changes, compared."""
    sides = []
    for side in ("old", "new"):
        head: dict[str, object] = {"id": side if "cycle" in request.param else "p", **HEAD}
        head |= request.param.get(f"{side}_plan", {})
        plan = f"format: 1\nplan: {json.dumps(head, ensure_ascii=False)}\n{request.param[side]}"
        for name, text in {"plan.yaml": plan, **request.param.get(f"{side}_files", {})}.items():
            path = tmp_path / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        sides.append(open_workspace(tmp_path / side, tmp_path))
    return compare(sides[0], sides[1])
