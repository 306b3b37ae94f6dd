"""Writes a large plan, the same every time: outcomes with tags, leads, budgets, indicators and milestones.

python benchmarks/make_plan.py DIR --outcomes 10000 --files 10
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

AXES = 5
THEMES = ("equality", "resilience", "openness", "learning", "partnership")
CHALLENGES = ("housing", "mobility", "climate", "care", "work", "land")
KINDS = ("policy", "service", "knowledge")
BODIES = ("council", "secretariat", "treasury", "statistics-office", "planning-office", "assembly")
SDGS = ("1.4", "5.c", "8.5", "11.1", "11.2", "13.1", "16.7", "17.17")
VERBS = ("Extend", "Renew", "Open", "Publish", "Fund", "Measure", "Share", "Protect")
OBJECTS = ("homes", "bus lanes", "flood maps", "day-care places", "workshops", "land registers", "budgets")
MEMBERS = 150


def write_plan(folder: Path, outcomes: int, files: int) -> None:
    """Write `plan.yaml`, with what outcomes name, and `files` further files that share the outcomes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(_first_file(), encoding="utf-8")
    for number in range(files):
        of_file = range(number * outcomes // files, (number + 1) * outcomes // files)
        (folder / f"{number + 1}-line.yaml").write_text(_action_line(number + 1, of_file), encoding="utf-8")


def _first_file() -> str:
    return f"""\
format: 1

plan:
  id: example-plan
  title: An example plan
  organization: {{id: example-city, name: Example City}}
  period: {{start: 2021, end: 2030}}
  status: approved
  approved: {{by: assembly, date: 2020-11}}

vision: A city that keeps what it promises.

themes:
{_titled(THEMES)}
challenges:
{_titled(CHALLENGES)}
outcome_kinds:
{_titled(KINDS)}
stakeholders:
{_named(BODIES)}
members:
{_named(f"district-{number}" for number in range(1, MEMBERS + 1))}"""


def _titled(ids: Iterable[str]) -> str:
    return "".join(f"  - id: {name}\n    title: {_words(name)}\n" for name in ids)


def _named(ids: Iterable[str]) -> str:
    return "".join(f"  - id: {name}\n    name: {_words(name)}\n" for name in ids)


def _words(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _action_line(number: int, outcomes: range) -> str:
    text = f"""\
action_lines:
  - id: line-{number}
    title: Action line {number}
    text: What the city does in its field of work number {number}, and why.
    key_ideas:
      - Decisions are made close to those they concern.
      - What is measured is published.
    lead: {_pick(BODIES, number)}
    axes:
"""
    for axis in range(AXES):
        own = outcomes[axis * len(outcomes) // AXES : (axis + 1) * len(outcomes) // AXES]
        name = f"{number}.{axis + 1}"
        text += f"      - id: axis-{number}-{axis + 1}\n        title: Axis {name}\n        outcomes:\n"
        text += "".join(outcome_text(outcome, own.start) for outcome in own) or "          []\n"
    return text


def outcome_text(number: int, first: int) -> str:
    """One outcome as an item of a list; `first` is the number of the first one in its axis."""
    verb, what = _pick(VERBS, number), _pick(OBJECTS, number)
    review = "as [the first line](#line-1) says" if number % 10 == 0 else "by the assembly every year"
    depends = f"            depends_on: [outcome-{number - 1}]\n" if number > first else ""
    return f"""\
          - id: outcome-{number}
            title: {verb} {what} in district {number % MEMBERS + 1}
            text: >-
              By the end of the plan {what} are there for all who live in the district. The work is led by one
              body, paid for from the budget of its year, and reviewed {review}.
            kinds: [{_pick(KINDS, number)}]
            challenges: [{_pick(CHALLENGES, number)}, {_pick(CHALLENGES, number + 1)}]
            themes: [{_pick(THEMES, number)}]
            sdgs: [{_pick(SDGS, number)}, {_pick(SDGS, number + 3)}]
            markers: {{gender_equality: {number % 3}}}
            lead: {_pick(BODIES, number + 2)}
            partners: [district-{number % MEMBERS + 1}, {_pick(BODIES, number + 3)}]
            start: 2021-Q{number % 4 + 1}
            due: {2024 + number % 7}
{depends}            budget:
              - {{amount: {10_000 + number * 25} EUR, date: 2021}}
            indicators:
              - id: indicator-{number}
                title: Number of {what}
                unit: {what}
                direction: increase
                baseline: {{date: 2020, value: {number % 90}}}
                targets:
                  - {{date: 2025, value: {number % 90 + 50}}}
                  - {{date: 2030, value: {number % 90 + 120.5}}}
            milestones:
              - {{id: milestone-{number}, title: First {what} opened, due: 2022-0{number % 9 + 1}}}
"""


def _pick(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]


def main() -> None:
    """Read the command line and write the plan."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the plan is written")
    parser.add_argument("--outcomes", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=10)
    given = parser.parse_args()
    write_plan(given.folder, given.outcomes, given.files)


if __name__ == "__main__":
    main()
