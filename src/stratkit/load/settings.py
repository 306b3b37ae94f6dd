"""A project's settings: `stratkit.yaml`."""

from __future__ import annotations

import os
from pathlib import Path

from stratkit.load.assembly import read_source
from stratkit.load.bind import Binder
from stratkit.load.folder import SETTINGS_FILE
from stratkit.load.prose import ProseFolder
from stratkit.model.record import Record, field
from stratkit.model.shape import Choice, Many, Number, Table, Word
from stratkit.source.door import Door
from stratkit.source.node import Scalar
from stratkit.source.problem import Problem
from stratkit.source.reader import read_tree

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


def project_settings(root: Path) -> Settings:
    """The settings of a project by its folder; what is wrong with them is told with each of its plans."""
    return read_settings(Door(root, root), [])


def read_settings(door: Door, problems: list[Problem]) -> Settings:
    """The settings that a door leads to; without a file, those that no project has changed."""
    path = door.root / SETTINGS_FILE
    if not os.path.lexists(path):
        return Settings()
    faults = len(problems)
    source = read_source(path, door, problems)
    found: list[Problem] = []
    root = read_tree(source, found) if source else None
    settings = None
    if source and root and not (isinstance(root, Scalar) and root.empty):
        settings = Binder(found, ProseFolder(door.root, door)).bind(Settings, root, source)
    if len(problems) == faults:  # what follows from bytes that are not UTF-8 is no second fault
        problems.extend(
            problem._replace(code="unknown-setting") if problem.code == "unknown-key" else problem
            for problem in found
        )
    return settings if isinstance(settings, Settings) else Settings()
