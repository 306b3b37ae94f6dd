"""A project's settings: `stratkit.yaml`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from stratkit.load.assembly import read_source
from stratkit.load.bind import Binder
from stratkit.load.brand import Brand, brand_faults
from stratkit.load.folder import SETTINGS_FILE, TEMPLATE_FOLDER, project_root
from stratkit.load.prose import ProseFolder
from stratkit.model.record import Record, field
from stratkit.model.shape import Choice, Many, Number, Part, Table, Word
from stratkit.source.door import Door, Unreadable
from stratkit.source.node import Scalar
from stratkit.source.problem import Problem
from stratkit.source.reader import read_tree
from stratkit.source.text import short

SEVERITIES = ("error", "warning", "info")


class BandSettings(Record):
    """From which share of what is expected a computed status begins, in percent."""

    noun_ = "settings of bands"
    on_track: Decimal = field(Number(low=0), "On track from here. Absent: 95.", default=Decimal(95))
    at_risk: Decimal = field(
        Number(low=0), "At risk from here, and off track below. Absent: 85.", default=Decimal(85)
    )


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
    templates: str | None = field(
        Word(), "The folder with the project's own templates, relative to this file. Absent: templates."
    )
    brand: Brand | None = field(Part(Brand, brief="use"), "The house style of documents.")
    indicators_per_outcome: int | None = field(
        Number(1, whole=True), "As many indicators as an outcome may have. Absent: 5."
    )
    bands: BandSettings | None = field(
        Part(BandSettings), "Which shares of what is expected are on track, at risk and off track."
    )

    @property
    def skipped(self) -> tuple[str, ...]:
        """What belongs to no plan, relative to the project's folder."""
        return (*self.exclude, self.templates) if self.templates else self.exclude


def project_settings(root: Path) -> Settings:
    """The settings of a project by its folder; what is wrong with them is told with each of its plans."""
    return read_settings(Door(root, root), [])


def project_templates(place: Path) -> Path | None:
    """The folder of the own templates of the project that a place, be it a folder or a file, belongs to."""
    root = _root(place)
    return own_templates(Door(root, root), project_settings(root))


def templates_place(place: Path) -> Path | None:
    """Where the own templates of the project that a place belongs to lie, or would; None without settings."""
    root = _root(place)
    if not os.path.lexists(root / SETTINGS_FILE):
        return None
    return root / (project_settings(root).templates or TEMPLATE_FOLDER)


def _root(place: Path) -> Path:
    return project_root((place if place.is_dir() else place.parent).resolve())


def own_templates(door: Door, settings: Settings) -> Path | None:
    """The folder of a project's own templates, if there is one."""
    try:
        folder = door.inside(door.root / (settings.templates or TEMPLATE_FOLDER))
        return folder if folder.is_dir() else None
    except (OSError, Unreadable):
        return None


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
        if isinstance(settings, Settings):
            found.extend(_faults(settings, door))
    if len(problems) == faults:  # what follows from bytes that are not UTF-8 is no second fault
        problems.extend(
            problem._replace(code="unknown-setting") if problem.code == "unknown-key" else problem
            for problem in found
        )
    return settings if isinstance(settings, Settings) else Settings()


def _faults(settings: Settings, door: Door) -> Iterator[Problem]:
    """The faults of paths that lead to nothing, and of bands that leave no room."""
    bands = settings.bands
    if bands and bands.at_risk > bands.on_track:
        span = bands.origin.value("at_risk" if bands.origin.has("at_risk") else "on_track")
        message = f"at risk begins at {bands.at_risk} %, above on track at {bands.on_track} %"
        yield Problem("invalid-value", span, message, "`at_risk` lies below `on_track`")
    if settings.brand:
        yield from brand_faults(settings.brand, door)
    if settings.templates:
        try:
            fault = (
                None if door.inside(door.root / settings.templates).is_dir() else "there is no such folder"
            )
        except (OSError, Unreadable) as error:
            fault = str(error)
        if fault:
            span = settings.origin.value("templates")
            mend = "name a folder beside this file, or delete the line"
            yield Problem("missing-file", span, f"`{short(settings.templates)}`: {fault}", mend)
