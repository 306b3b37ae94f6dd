"""What makes a plan at random one that can be read: names of what there is, values that agree."""

from __future__ import annotations

import re
from typing import Any

from tests.compare.invention.tree import Spot, Tree, days, fiscal_of, names_in, spots

from stratkit.model import shape
from stratkit.model.date import CALENDAR, FiscalYear
from stratkit.model.plan import Plan
from stratkit.model.record import Record

NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
TERMS = (("start", "due"), ("since", "until"))


def mend(tree: Tree) -> None:
    """Take away what cannot stand, or put right what contradicts itself."""
    for spot in spots(tree):
        _mend_values(spot, fiscal_of(tree))
    while _drop_dangling(tree):
        pass
    _mend_fields(tree)
    _open_rings(tree)
    for spot in spots(tree):
        _mend_measurements(spot, tree)
        for name in [name for name, value in spot.node.items() if value in ([], {})]:
            if not (name == "succeeds" or _is_part(spot.record, name)):
                del spot.node[name]
        marked = [name for name in spot.node.pop("reading", ()) if name in spot.node]
        if marked:
            spot.node["reading"] = marked


def _is_part(record: type[Record], name: str) -> bool:
    return isinstance(record.fields_[name].shape, shape.Part)


def _mend_values(spot: Spot, fiscal: FiscalYear) -> None:
    node = spot.node
    for one, other in TERMS:
        if one in node and other in node:
            node[one], node[other] = _in_order(node[one], node[other], fiscal)
    for name, field in spot.record.fields_.items():
        if isinstance(field.shape, shape.PeriodShape) and isinstance(node.get(name), dict):
            ends = node[name]
            if len(ends) == 2:
                ends["start"], ends["end"] = _in_order(ends["start"], ends["end"], CALENDAR)
    if spot.record.__name__ == "Outcome" and spot.above and spot.above.record is not Plan:
        node.pop("parent", None)
    if spot.kind == "field":
        node.pop("required" if node.get("of") else "", None)
        if node.get("type") == "choice":
            node.setdefault("values", ["deep", "shallow"])


def _in_order(one: str, other: str, fiscal: FiscalYear) -> tuple[str, str]:
    return (other, one) if days(other, fiscal)[1] < days(one, fiscal)[0] else (one, other)


def _drop_dangling(tree: Tree) -> bool:
    """Leave out names of what there is not; whether something that has to name another went with them."""
    found = spots(tree)
    known = {spot.id: spot.kind for spot in found if spot.id}

    def keep(what: shape.Reference | shape.Place, name: str) -> str | None:
        if isinstance(what, shape.Place):
            return name if known.get(name) in ("chapter", "foreword") or name in Plan.fields_ else None
        if what.former:
            return None if name in known else name
        fits = known.get(name) in what.kinds if what.kinds else name in known
        return name if what.previous or fits else None

    dropped = False
    for spot in found:
        names_in(spot, keep)
        lacking = spot.record.required_.keys() - spot.node.keys()
        if lacking and spot.listed is not None:
            spot.listed[:] = [one for one in spot.listed if one is not spot.node]
            dropped = True
    retired = {one["element"]: one for one in reversed(tree.get("retired", []))}
    tree["retired"] = list(retired.values())[::-1]
    return dropped


def _mend_fields(tree: Tree) -> None:
    """Values of own fields as these are declared."""
    own = {one["id"]: one for one in tree.get("fields", [])}
    ids = [spot.id for spot in spots(tree) if spot.id]
    for spot in spots(tree):
        if "fields" not in spot.node or spot.record is Plan:
            continue
        held = spot.node["fields"]
        for name in list(held):
            declared = own.get(name)
            if declared is None or (declared.get("of") and spot.kind not in declared["of"]):
                del held[name]
                continue
            held[name] = _of_type(declared, held[name], ids)


def _of_type(declared: Tree, value: str, ids: list[str]) -> str:
    match declared.get("type"):
        case "number":
            return value if NUMBER.fullmatch(value) else str(len(value))
        case "date":
            return value if re.fullmatch("20[0-9]{2}", value) else str(2000 + len(value))
        case "choice":
            return value if value in declared["values"] else str(declared["values"][0])
        case "reference":
            return value if value in ids else ids[len(value) % len(ids)]
    return value


def _mend_measurements(spot: Spot, tree: Tree) -> None:
    """Words of the scale where there is one, or else numbers; targets that promise something, and once."""
    node = spot.node
    if spot.kind == "indicator":
        fiscal, kept = fiscal_of(tree), []
        seen: set[tuple[object, str]] = set()
        for target in node.get("targets", []):
            _fit(target, node)
            said = {key for key in ("value", "min", "max") if key in target}
            keys = {(days(target["date"], fiscal), key) for key in said} if "date" in target else set()
            if said and not keys & seen:
                kept.append(target)
                seen |= keys
            if {"min", "max"} <= said:
                target["min"], target["max"] = sorted((target["min"], target["max"]), key=float)
        if "targets" in node:
            node["targets"] = kept
        if "baseline" in node:
            _fit(node["baseline"], node)
    elif spot.record.__name__.endswith("Reading"):
        measured = (one for one in spots(tree) if one.kind == "indicator" and one.id == node["indicator"])
        _fit(node, next(measured).node)


def _fit(figure: Tree, indicator: Tree) -> None:
    scale, value = indicator.get("scale"), figure.get("value")
    if value is not None:
        if scale and value not in scale:
            figure["value"] = scale[len(value) % len(scale)]
        elif not scale and not NUMBER.fullmatch(value):
            figure["value"] = str(len(value))


def _open_rings(tree: Tree) -> None:
    """Take away references by which something depends on itself or contributes to itself."""
    for name in ("depends_on", "contributes_to"):
        ways: dict[str, list[str]] = {}
        for spot in spots(tree):
            if name in spot.node:
                kept = [target for target in spot.node[name] if not _leads(ways, target, spot.id)]
                spot.node[name] = ways[spot.id] = kept


def _leads(ways: dict[str, list[str]], start: str, end: str) -> bool:
    todo: list[Any] = [start]
    for one in todo:
        if one == end:
            return True
        todo.extend(name for name in ways.get(one, ()) if name not in todo)
    return False
