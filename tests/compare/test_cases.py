"""What happened between two plans, case by case."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from stratkit.check.finding import STRUCTURE, find
from stratkit.compare.change import Change, Kind
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.date import Period
from stratkit.model.language import Translated
from stratkit.model.money import Money
from stratkit.model.plan import Plan
from stratkit.model.record import Record

Case = dict[str, Any]
TABLE = Path(__file__).with_name("cases.yaml")
CASES: list[Case] = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 # all is text
KEYS = {"name", "old", "new", "changes", "doubt", "cycle", "faulty", "ordered"}
KEYS |= {f"{side}_{what}" for side in ("old", "new") for what in ("plan", "files")}
HEAD = {"title": "P", "organization": {"name": "O"}, "period": {"start": "2021", "end": "2023"}}

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])


def workspace(case: Case, side: str, folder: Path) -> Workspace:
    """One side of a case, opened from files."""
    head: dict[str, object] = {"id": "p", **HEAD}
    if "cycle" in case:
        head |= {"id": side} | ({"previous": "../old"} if side == "new" else {})
    head |= case.get(f"{side}_plan", {})
    plan = f"format: 1\nplan: {json.dumps(head, ensure_ascii=False)}\n{case[side]}"
    for name, text in {"plan.yaml": plan, **case.get(f"{side}_files", {})}.items():
        path = folder / side / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return open_workspace(folder / side, folder)


def named(record: Record) -> str:
    return str(record.plan.id if isinstance(record, Plan) else record.__dict__.get("id", ""))


def written(value: object) -> object:
    """A value as its author may have written it, all of it as text."""
    if isinstance(value, Record):
        said = {name: held for name, held in value.as_dict().items() if held != value.defaults_[name]}
        return named(value) or {name: written(held) for name, held in said.items()}
    if isinstance(value, Period):
        ends = {name: str(end) for name, end in value._asdict().items() if end}
        return str(value.start) if value.start == value.end else ends
    if isinstance(value, Translated):
        return dict(value.translations)
    if isinstance(value, dict):
        return {key: written(held) for key, held in value.items()}
    if isinstance(value, tuple | list) and not isinstance(value, Money):
        return [written(held) for held in value]
    return str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())


def told(change: Change) -> dict[str, object]:
    """A change as the table has it."""
    old, new = (named(record) if record else "" for record in (change.old, change.new))
    said = {
        "kind": change.kind,
        "element": new or old,
        "old": old if new and old != new else "",
        "field": change.field,
        "before": None if change.before is None else written(change.before),
        "after": None if change.after is None else written(change.after),
        "inside": str(change.inside or ""),
    }
    return {key: value for key, value in said.items() if value not in ("", None)}


def changes(case: Case, folder: Path) -> tuple[Change, ...]:
    from stratkit.compare.difference import difference

    return tuple(difference(*(workspace(case, side, folder) for side in ("old", "new"))).changes)


def ordered(changes: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(changes, key=lambda change: json.dumps(change, sort_keys=True))


@each_case
def test_changes(case: Case, tmp_path: Path) -> None:
    found = [told(change) for change in changes(case, tmp_path)]
    expected = case["changes"]
    assert ordered(found) == ordered(expected)
    assert "ordered" not in case or found == expected


@each_case
def test_what_came_or_went_has_one_side(case: Case, tmp_path: Path) -> None:
    for change in changes(case, tmp_path):
        sides = change.old is not None, change.new is not None
        one_side = {"added": (False, True), "removed": (True, False), "retired": (True, False)}
        assert sides == one_side.get(change.kind, (True, True))


@each_case
def test_plans_can_be_read(case: Case, tmp_path: Path) -> None:
    for side in ("old", "new"):
        faults = find(workspace(case, side, tmp_path), STRUCTURE)
        assert [str(fault.span) for fault in faults if case.get("faulty") != side] == []
        assert faults or case.get("faulty") != side


def test_every_kind_of_change_has_cases() -> None:
    assert {change["kind"] for case in CASES for change in case["changes"]} == set(get_args(Kind))


def test_table_is_in_order() -> None:
    names = [case["name"] for case in CASES]
    assert [name for name in names if names.count(name) > 1] == []
    assert [key for case in CASES for key in case if key not in KEYS] == []
