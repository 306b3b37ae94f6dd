"""A project's settings: `stratkit.yaml`."""

from __future__ import annotations

from stratkit.model.record import Record, field
from stratkit.model.shape import Choice, Many, Table, Word

SEVERITIES = ("error", "warning", "info")


class Settings(Record):
    """What a project has decided for all its plans."""

    kind_ = "settings file"
    fail_on: str | None = field(
        Choice(*SEVERITIES, "never"), "The mildest severity at which `validate` ends with 1. Absent: error."
    )
    rules: dict[str, str] | None = field(
        Table(Choice(*SEVERITIES, "off")), "The severity of single rules, by their code."
    )
    exclude: tuple[str, ...] = field(
        Many(Word()), "Files and folders that belong to no plan, relative to this file; `*` matches."
    )
