"""A project's settings: `stratkit.yaml`."""

from __future__ import annotations

from stratkit.model.record import Record, field
from stratkit.model.shape import Choice, Many, Number, Table, Word

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
    known_findings: str | None = field(
        Word(), "The file with findings that were there when the project began, relative to this file."
    )
    exclude: tuple[str, ...] = field(
        Many(Word()), "Files and folders that belong to no plan, relative to this file; `*` matches."
    )
    languages: tuple[str, ...] = field(
        Many(Word()), "The languages that every text is to be there in, such as `[en, fr]`."
    )
    indicators_per_outcome: int | None = field(
        Number(1, whole=True), "As many indicators as an outcome may have. Absent: 5."
    )
