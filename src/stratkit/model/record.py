"""Records: values with named, described fields, fixed once they are made.

They behave as frozen keyword-only dataclasses. The standard ones write and compile four methods for each
class at import, which for this model costs more than reading a whole plan (docs/decisions/0005-records.md).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Self

from stratkit.model.shape import Many, Shape

if TYPE_CHECKING:
    from stratkit.model.origin import Origin


class Field:
    """One field: its name, the shape of its value, whether it has to be there, and what it says."""

    __slots__ = ("default", "doc", "name", "required", "shape")

    def __init__(self, shape: Shape, doc: str, *, required: bool, default: object) -> None:
        self.name = ""
        self.shape = shape
        self.doc = doc
        self.required = required
        self.default = default

    @property
    def item(self) -> Shape:
        """The shape of the value, or of each of them if it takes a list."""
        return self.shape.item if isinstance(self.shape, Many) else self.shape


_UNSAID = object()


def field(shape: Shape, doc: str, *, required: bool = False, default: object = _UNSAID) -> Any:
    """Describe a field. What is left out is its `default`, and unless said a list is empty, all else None."""
    if default is _UNSAID:
        default = () if isinstance(shape, Many) else None
    return Field(shape, doc, required=required, default=default)


class Record:
    """A value with named fields. Two are equal if class and fields are; where they stand does not matter."""

    fields_: ClassVar[dict[str, Field]] = {}
    defaults_: ClassVar[dict[str, object]] = {}
    required_: ClassVar[dict[str, Field]] = {}
    noun_: ClassVar[str] = ""
    """What it is called, where the name of its class does not say."""
    origin: Origin

    def __init_subclass__(cls) -> None:
        own = {name: value for name, value in vars(cls).items() if type(value) is Field}
        cls.fields_ = dict(cls.fields_)
        cls.defaults_ = dict(cls.defaults_)
        cls.required_ = dict(cls.required_)
        for name, value in own.items():
            delattr(cls, name)
            cls.add_field(name, value)

    @classmethod
    def add_field(cls, name: str, value: Field) -> None:
        """Add a field; a class calls it itself for a field that holds more of its own kind."""
        value.name = name
        cls.fields_[name] = value
        cls.defaults_[name] = value.default
        if value.required:
            cls.required_[name] = value
        else:
            cls.required_.pop(name, None)

    @classmethod
    def noun(cls) -> str:
        """What messages call it: the words of its class, or its kind if that has other words."""
        kind = getattr(cls, "kind_", "").replace("_", " ")
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()
        return cls.noun_ or (words if words.startswith(kind) else kind)

    def __init__(self, origin: Origin | None = None, **values: object) -> None:
        if not values.keys() <= self.fields_.keys():
            unknown = values.keys() - self.fields_.keys()
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        state = self.__dict__
        state.update(self.defaults_)
        state.update(values)
        if origin is not None:
            state["origin"] = origin

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is fixed: make another with `replace`")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is fixed: make another with `replace`")

    def replace(self, **values: object) -> Self:
        """The same record with some fields changed, standing in the same place."""
        return type(self)(self.__dict__.get("origin"), **{**self.as_dict(), **values})

    def refused(self, *fields: str) -> bool:
        """Whether the author wrote one of these fields and not all of it could be read.

        A key that is unknown here may be a slip for any that is not there.
        """
        has, slip = self.origin.has, self.origin.has_other(self.fields_)
        return any(
            not self.origin.is_whole(name, self.__dict__[name]) if has(name) else slip for name in fields
        )

    def as_dict(self) -> dict[str, object]:
        """Every field's value, by name."""
        return {name: self.__dict__[name] for name in self.fields_}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and type(self) is type(other) and self.as_dict() == other.as_dict()

    def __hash__(self) -> int:
        return hash((type(self), *(str(value) for value in self.as_dict().values())))

    def __repr__(self) -> str:
        said = (
            f"{name}={value!r}" for name, value in self.as_dict().items() if value != self.defaults_[name]
        )
        return f"{type(self).__name__}({', '.join(said)})"
