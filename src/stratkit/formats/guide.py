"""The reference page of the plan format, from the model's own description: docs/format.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stratkit.load.settings import Settings
from stratkit.load.tables import COLUMNS
from stratkit.model import shape
from stratkit.model.element import Element, Titled
from stratkit.model.plan import ONCE, Plan
from stratkit.model.record import Field, Record

_OPENING = """\
# The plan format

<!-- Generated from the model. To change it, change the fields in src/stratkit/model. -->

A plan is a folder with a `plan.yaml`. Every other `.yaml` or `.yml` file below it belongs to the plan too, except names that start
with a dot, `stratkit.yaml`, the project's `build` and `templates` folders, what `exclude` in `stratkit.yaml` names, and folders with
a `plan.yaml` of their own. Lists under the same key are joined: `plan.yaml` first, then by path as people count (`2-` before `10-`).
{once} stand in one file only.

CSV files in the plan's folder `readings/` add to the list `readings`: the first row names columns ({columns}), each other row is a
reading. Its group is written `sex=women`, several with `;` between; without a value it was asked for and is not there.

An **id** has small letters a–z, digits and single hyphens, and starts with a letter; it is unlike every other id in the plan, and
no key of this page. A key that names another element holds its id. A key that can hold several values is always a list.

## Values

| value | how it is written |
|---|---|
| text | As it stands there: `no`, `1.10` and `8.10` stay so. In several languages: `title:` with `en: …` and `fr: …` below it. |
| prose | Markdown: CommonMark with tables and footnotes. `[words](#id)` links to an element, `[](#id)` says its title. Long prose may lie \
in a file: `text: {{file: challenges/resilience.md}}`, relative to the YAML file; `resilience.fr.md` beside it is its French. |
| date | `2021`, `2021-H1`, `2021-Q3`, `2021-09`, `2021-09-30`, `FY2026`, `FY2026-Q1`. As a start its first day counts, else its last. |
| period | A date, for the whole of it, or `start:` and `end:`; either may be left out. |
| number | `2642`, `8.9`, `-3`: no separators, no percent sign, no bounds. |
| amount | A number, a space and the currency's code: `120000 EUR`. |
| SDG | A goal or a target of the Sustainable Development Goals: `5`, `5.c`. |

Put a text in quotes if it begins with one of `"` `'` `[` `{{` `*` `&` `#` `%` `@` `` ` `` `|` `>` `!`, or holds `: ` or ` #`. An empty \
value is an error: leave the key out.

"""


_SETTINGS = """
## The settings file

`stratkit.yaml`, in the plan's folder or any above it, holds for all plans below. Nothing outside its folder is ever read. The
command line beats the environment, and that the file. [The rules](rules.md) have their own page.

"""


def guide_text() -> str:
    """The page as Markdown."""
    columns = ", ".join(f"`{name}`" for name in COLUMNS)
    once = ", ".join(f"`{name}`" for name in ONCE)
    parts = [_OPENING.format(once=once, columns=columns), "## A plan\n\n", _table(Plan.fields_.values())]
    parts += [
        "\n## Every element\n\n",
        "Besides its own keys, every element may have these.\n\n",
        _table(_shared()),
    ]
    for record in _records():
        parts += [f"\n## {_heading(record)}\n\n", f"{_first(record)}\n\n", _table(_own(record))]
    parts += [_SETTINGS, _table(Settings.fields_.values())]
    for record in _records(Settings):
        parts += [f"\n## {_heading(record)}\n\n", f"{_first(record)}\n\n", _table(_own(record))]
    return "".join(parts)


def _records(whole: type[Record] = Plan) -> Iterator[type[Record]]:
    """Every record that a plan holds, or the settings, in the order in which it is first met."""
    found = [whole]
    for record in found:
        for field in record.fields_.values():
            inner = _inner(field.shape)
            if isinstance(inner, shape.Part) and inner.record not in found:
                found.append(inner.record)
    yield from found[1:]


def _inner(what: shape.Shape) -> shape.Shape:
    if isinstance(what, shape.Many):
        return _inner(what.item)
    return _inner(what.value) if isinstance(what, shape.Table) else what


def _shared() -> list[Field]:
    return [field for name, field in Element.fields_.items() if name in Titled.fields_]


def _own(record: type[Record]) -> list[Field]:
    """A record's fields without those that every element has; what it must have comes first."""
    fields = list(record.fields_.values())
    if issubclass(record, Element):
        fields = [field for name, field in record.fields_.items() if name not in Element.fields_]
    return sorted(fields, key=lambda field: not field.required)


def _heading(record: type[Record]) -> str:
    name = getattr(record, "kind_", "") or "".join(
        f" {letter.lower()}" if letter.isupper() else letter for letter in record.__name__
    )
    return name.replace("_", " ").strip().capitalize()


def _first(record: type[Record]) -> str:
    return (record.__doc__ or "").strip().split("\n\n")[0]


def _table(fields: Iterable[Field]) -> str:
    rows = ["| key | value | what it says |\n|---|---|---|\n"]
    for field in fields:
        name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
        rows.append(f"| {name} | {_say(field.shape)} | {field.doc.replace('|', '&#124;')} |\n")
    return "".join(rows)


def _say(what: shape.Shape) -> str:
    match what:
        case shape.Many():
            return f"list: {_say(what.item)}"
        case shape.Part():
            link = _heading(what.record)
            said = f"[{link.lower()}](#{link.lower().replace(' ', '-')})"
            return f"{_say(what.record.fields_[what.brief].shape)}, or {said}" if what.brief else said
        case shape.Table():
            return f"words of your own, each with: {_say(what.value)}"
        case shape.Choice():
            return ", ".join(f"`{option}`" for option in what.options)
        case shape.Reference():
            return _say_reference(what)
        case _:
            return _PLAIN[type(what)]


def _say_reference(what: shape.Reference) -> str:
    if what.previous or what.former:
        return "id in the previous plan" if what.previous else "former id"
    return (
        "id: " + ", ".join(kind.replace("_", " ") for kind in what.kinds) if what.kinds else "id of anything"
    )


_PLAIN: dict[type[shape.Shape], str] = {
    shape.Line: "text",
    shape.Prose: "prose",
    shape.Word: "text, the same in every language",
    shape.Identifier: "id",
    shape.Address: "web address",
    shape.FolderPath: "path to a folder",
    shape.Number: "number",
    shape.Amount: "amount",
    shape.Measurement: "number, or a word of the indicator's scale",
    shape.DateShape: "date",
    shape.PeriodShape: "period",
    shape.SdgCode: "SDG",
    shape.Colour: "colour",
    shape.Flag: "`true` or `false`",
    shape.Place: "id of a chapter, or a key of the plan",
}
