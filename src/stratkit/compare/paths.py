"""What the model says of a field that a change names by its way from an element: `baseline.value`."""

from __future__ import annotations

from stratkit.model import shape
from stratkit.model.record import Field, Record


def shape_at(record: Record | None, path: str) -> shape.Shape | None:
    """The shape of the value, or of each item, at a path from a record; None if it is not told."""
    owner: type[Record] | None = type(record) if record is not None else None
    found: shape.Shape | None = None
    for part in path.split("."):
        field: Field | None = owner.fields_.get(part) if owner else None
        if field is None:
            break
        found = field.item
        owner = _inside(found)
    while isinstance(found, shape.Table | shape.Many):
        found = found.value if isinstance(found, shape.Table) else found.item
    return found


def _inside(what: shape.Shape) -> type[Record] | None:
    if isinstance(what, shape.Table):
        what = what.value
    return what.record if isinstance(what, shape.Part) else None
